"""JSON <-> domain values: the only place that knows the server's field names and dialects.

Tolerant where the interface leaves something open: rules name their row of signdesk/README.md, Interface.
Dates are left alone: they have no zone, and nothing may be timed by them (row 26).
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from signdesk.domain.errors import BadAnswer, InputProblem
from signdesk.domain.messages import msg
from signdesk.domain.reports import (
    AcceptReply,
    BatchReport,
    ReportedDocument,
    Status,
    StatusReading,
    UploadReply,
)
from signdesk.domain.servers import Numbering
from signdesk.seal_api.answers import Answer, one_line
from signdesk.seal_api.failures import bad_answer

LONGEST_STATUS = 60
_MOST_OBJECTS = 1000  # JSON objects in one answer, and so many more for each document that was sent
_OBJECTS_A_DOCUMENT = 16
_NO_VALUE = object()  # NaN and Infinity, which are no JSON: as if the field were not there
OLDER = (
    Status.NEW,
    Status.ACCEPTED,
    Status.READY,
    Status.IN_PROGRESS,
    Status.FINISHING,
    Status.CLOSED,
    Status.DELETED,
)
NEWER = tuple(Status)
_TABLES = {Numbering.NEWER: (NEWER,), Numbering.OLDER: (OLDER,), Numbering.UNKNOWN: (NEWER, OLDER)}
_ID = re.compile(r"[0-9]{1,19}")
_SEPARATORS = re.compile(r"[\s\-_]+")
_TYPOGRAPHIC = re.compile("[“”„‟″]")
_EXACT_FLOATS = 2**53
_NOT_AGREED = msg("The server answered with something other than the agreed data.")

_log = logging.getLogger(__name__)


def batch_number(batch_id: str) -> int:
    """The id for a JSON body; also the check before an address is built (row 1). Raises InputProblem."""
    if not _ID.fullmatch(batch_id):
        raise InputProblem(msg("“{text}” is not the number of a batch.", text=one_line(batch_id, 40)))
    return int(batch_id)


def accept_body(batch_id: str) -> bytes:
    """AcceptBatch by JSON body: `batchId` as a number."""
    return json.dumps({"batchId": batch_number(batch_id)}).encode()


def created_batch_id(answer: Answer) -> str:
    """CreateBatch: only the id is indispensable (rows 1, 6, 12). Raises BadAnswer."""
    told = _object(answer).get("id")
    found = _identity(told)
    if found is not None:
        return found
    if not isinstance(told, str) or not told.strip():
        raise bad_answer(answer, msg("The server made a batch without saying its number."))
    raise bad_answer(
        answer,
        msg(
            "The server made a batch and calls it “{name}”, which is no number. SignDesk can only work with "
            "a server whose batches have numbers.",
            name=one_line(answer.redact(told), LONGEST_STATUS),
        ),
        msg("Check the server’s address, or ask the server’s operator."),
    )


def upload_reply(answer: Answer, batch_id: str) -> UploadReply:
    """Documented: 202 with JSON that names this batch, or no batch but a file (rows 14, 15)."""
    reply = _object_or_none(answer)
    named = _identity(reply.get("batchid")) if reply else None
    documented = (
        answer.status == 202
        and reply is not None
        and not {"id", "batchid", "iszip"}.isdisjoint(reply)
        and (named is None or int(named) == int(batch_id))
    )
    return UploadReply(documented, answer.status)


def accept_reply(answer: Answer, batch_id: str) -> AcceptReply:
    """Documented: any 2xx with JSON whose id is this batch's. Its status number says nothing (row 6)."""
    reply = _object_or_none(answer)
    named = _identity(reply.get("id")) if reply else None
    return AcceptReply(named is not None and int(named) == int(batch_id), answer.status)


def batch_report(answer: Answer, batch_id: str, numbering: Numbering, documents: int = 0) -> BatchReport:
    """BatchStatus (rows 2, 4, 5, 7, 8, 10, 12). `documents`: how many were sent. Raises BadAnswer for no
    report, another batch's, or one that holds far more than can be about these documents.
    """
    reply = _object(answer, _MOST_OBJECTS + documents * _OBJECTS_A_DOCUMENT)
    if {"id", "status", "documents"}.isdisjoint(reply):
        raise bad_answer(answer, msg("The server answered with something other than the state of a batch."))
    named = _identity(reply.get("id"))
    if named is not None and int(named) != int(batch_id):
        raise bad_answer(
            answer,
            msg(
                "The server answered about batch {other} instead of {number}.",
                other=named,
                number=int(batch_id),
            ),
        )
    told = reply.get("status")
    status = status_reading(told, numbering)
    shown = answer.redact(told if isinstance(told, str) else status.shown)  # before it is cut
    status = replace(status, shown=one_line(shown, LONGEST_STATUS))
    return BatchReport(status, _documents(reply.get("documents")))


def check_deleted(answer: Answer) -> None:
    """BatchDeleteCache: nothing at all, or any JSON. Raises BadAnswer for a page of something else."""
    if answer.body.strip() or answer.fault:
        _json(answer)


def status_reading(value: object, numbering: Numbering) -> StatusReading:
    """Name first, without regard to case, blanks, hyphens and underscores; else a number by the numbering;
    text that nobody knows keeps its words and has no meaning (rows 4, 5, 8).
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown = one_line(str(value), LONGEST_STATUS) if isinstance(value, str | int | float) else ""
    name = _folded(shown)
    for status in Status:
        if _folded(status.name) == name:
            return StatusReading(shown, frozenset([status]))
    number = _identity(value)
    if number is None or len(number) > 2:
        return StatusReading(shown, frozenset())
    index = int(number)
    return StatusReading(shown, frozenset(table[index] for table in _TABLES[numbering] if index < len(table)))


def truth(value: object) -> bool | None:
    """The server's booleans: true, "True", 1, "0"; None for anything else, never false by mistake (row 2)."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str | int):
        return {"true": True, "1": True, "false": False, "0": False}.get(str(value).strip().lower())
    return None


def _documents(value: object) -> tuple[ReportedDocument, ...]:
    """Row 12: odd entries are skipped, odd fields are unknown."""
    entries = (
        [_by_folded_name(entry) for entry in value if isinstance(entry, dict)]
        if isinstance(value, list)
        else []
    )
    return tuple(
        ReportedDocument(
            file_name=name if isinstance(name := entry.get("filename"), str) and name else None,
            signed=truth(entry.get("signed")),
            success=truth(entry.get("signingresultsuccess")),
        )
        for entry in entries
    )


def _identity(value: object) -> str | None:
    """An id as digit text: int, integral float, digit string (row 1)."""
    if isinstance(value, float) and value.is_integer() and abs(value) <= _EXACT_FLOATS:
        value = int(value)
    if not isinstance(value, str | int):
        return None
    text = str(value).strip()
    return text if _ID.fullmatch(text) else None


def _object(answer: Answer, most_objects: int = _MOST_OBJECTS) -> dict[str, Any]:
    """Names folded, because a server may write `BatchId` or `batch_id` for `batchId`. Raises BadAnswer."""
    value = _json(answer, most_objects)
    if not isinstance(value, dict):
        raise bad_answer(answer, _NOT_AGREED)
    return _by_folded_name(value)


def _object_or_none(answer: Answer) -> dict[str, Any] | None:
    try:
        return _object(answer)
    except BadAnswer:
        return None


def _by_folded_name(value: Mapping[str, Any]) -> dict[str, Any]:
    return {_folded(name): inner for name, inner in value.items()}


def _folded(name: str) -> str:
    return _SEPARATORS.sub("", name).lower()


def _json(answer: Answer, most_objects: int = _MOST_OBJECTS) -> object:
    """Strict first; a byte order mark and a wrong content type are tolerated; at the very last typographic
    quotes as in the published examples (row 3). Raises BadAnswer, also beyond `most_objects`.
    """
    if answer.fault:
        raise bad_answer(answer, msg("The server’s answer came in a form that cannot be checked."))
    text = answer.body.decode(json.detect_encoding(answer.body), "replace")
    try:
        return _strict(text, most_objects)
    except (ValueError, RecursionError):
        straight = _TYPOGRAPHIC.sub('"', text)
    try:
        if straight == text:
            raise bad_answer(answer, _NOT_AGREED)
        value = _strict(straight, most_objects)
    except (ValueError, RecursionError) as error:
        raise bad_answer(answer, _NOT_AGREED) from error
    _log.info("an answer held typographic quotes in place of plain ones")
    return value


def _strict(text: str, most_objects: int) -> object:
    left = most_objects

    def counted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """A million empty objects would take hundreds of MiB; and between these calls other threads run."""
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError("too many objects")
        return {name: value for name, value in pairs if value is not _NO_VALUE}

    return json.loads(
        text.removeprefix("\ufeff"), parse_constant=lambda _name: _NO_VALUE, object_pairs_hook=counted
    )
