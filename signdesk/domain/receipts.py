"""The receipt of a finished batch, as plain values for a file: what was ordered, when, and what came back.

The shape is fixed by `resources/schemas/receipt.json`, which a test holds. With it the history can be made
anew where the journal is lost (`batch_of`), and a result checked years later on another machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from signdesk.domain.batches import (
    Acceptance,
    Batch,
    BatchDocument,
    BatchState,
    Delivery,
    Outcome,
    ResultFile,
)
from signdesk.domain.documents import Document, shown_name
from signdesk.domain.messages import Message, exact, msg, series
from signdesk.domain.moments import both_times, utc_time
from signdesk.domain.page_comparison import comparison_from, noted_comparison
from signdesk.domain.seal_facts import (
    Held,
    SealFacts,
    SealKind,
    facts_from,
    held_from,
    held_words,
    more_words,
    noted_facts,
    noted_held,
)
from signdesk.domain.servers import Process, ProcessKind, Server

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
FORMAT, VERSION = "signdesk-receipt", 1
Receipt = Mapping[str, Any]


class NoReceipt(ValueError):
    """It is not a receipt that this version can read. The text is for a technician."""


def receipt_of(batch: Batch, made_at: datetime, made_by: str) -> dict[str, Any]:
    """For a batch with a saved result. `made_by`: the program with its version. Texts are English."""
    if batch.saved_to is None:
        raise ValueError(f"batch {batch.id} has no result")
    files = {one.name: one for one in batch.result_files}
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _moment(made_at),
        "made_by": made_by,
        "batch": {
            "id": batch.id,
            "name": shown_name(batch.name),
            "number_on_server": batch.server_id,
            "state": batch.state.value,
            "ordered_at": _moment(batch.created_at),
            "ordered_by": shown_name(batch.sent_by),
            "practice": batch.server.practice,
            "warnings": [exact(one) for one in batch.warnings],
            **({"seen": _accepted(batch.seen)} if batch.seen is not None else {}),
        },
        "process": {
            "number": batch.process.id,
            "label": exact(batch.process.label),
            "kind": batch.process.kind.value,
            "sentence": exact(batch.process.sentence),
        },
        "server": {"address": batch.server.base_url, "name": exact(batch.server.label)},
        "steps": [{"step": state.value, "at": _moment(moment)} for state, moment in batch.reached],
        "result": {
            "file": shown_name(batch.saved_to.name),
            "folder": shown_name(str(batch.saved_to.parent)),
            "sha256": batch.result_sha256,
            "deleted_from_server_at": _moment(batch.deleted_at) if batch.deleted_at else None,
            "kept_on_server": batch.delivery.keep_copy,
        },
        "documents": [_document(one, files) for one in batch.documents],
        "other_files": [_file(files[name]) for name in batch.extra_results if name in files],
    }


def batch_of(receipt: Receipt) -> Batch:
    """The batch for the history; what only a running job needs is gone. Raises NoReceipt."""
    try:
        if receipt["format"] != FORMAT or receipt["version"] != VERSION:
            raise NoReceipt(f"{receipt['format']!r}, version {receipt['version']!r}")
        return _batch(receipt)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NoReceipt(f"{type(error).__name__}: {error}") from error


def _batch(receipt: Receipt) -> Batch:
    batch, process, server, result = (receipt[key] for key in ("batch", "process", "server", "result"))
    folder = Path(result["folder"])
    documents = tuple(_document_of(one) for one in receipt["documents"])
    others = tuple(_file_of(one) for one in receipt["other_files"])
    returned = {each["name"]: _file_of(each) for one in receipt["documents"] for each in one["returned"]}
    deleted_at = result["deleted_from_server_at"]
    if not _ID.fullmatch(_text(batch["id"])):
        raise NoReceipt(f"{batch['id']!r} is no batch of ours")
    return Batch(
        id=batch["id"],
        process=Process(
            int(process["number"]),
            _text(process["label"]),
            ProcessKind(process["kind"]),
            _text(process["sentence"]),
        ),
        server=Server(
            _text(server["address"]), label=_text(server["name"]), practice=batch["practice"] is True
        ),
        documents=documents,
        save_to=folder,
        created_at=_moment_of(batch["ordered_at"]),
        state=BatchState(batch["state"]),
        server_id=_text(batch["number_on_server"]),
        saved_to=folder / PurePath(_text(result["file"])).name,
        result_sha256=_text(result["sha256"]),
        extra_results=tuple(one.name for one in others),
        result_files=(*returned.values(), *others),
        deleted_at=None if deleted_at is None else _moment_of(deleted_at),
        warnings=tuple(_text(one) for one in batch["warnings"]),
        delivery=Delivery(keep_copy=result["kept_on_server"] is True),
        name=_text(batch["name"]),
        sent_by=_text(batch["ordered_by"]),
        seen=_acceptance_of(batch.get("seen")),
        reached=tuple((BatchState(one["step"]), _moment_of(one["at"])) for one in receipt["steps"]),
    )


def _document(one: BatchDocument, files: Mapping[str, ResultFile]) -> dict[str, Any]:
    return {
        "name": shown_name(one.document.name),
        "folder": shown_name(str(one.document.path.parent)),
        "size_bytes": one.document.size_bytes,
        "sha256": one.document.sha256,
        "sent_as": one.sent_name,
        "outcome": one.outcome.value,
        "checked": one.checked,
        "note": exact(one.message or one.seal),
        "seal": noted_facts(one.facts) if one.facts is not None else None,
        "returned": _files(files[name] for name in one.results if name in files),
        **({"pages": pages_of(one)} if one.comparison is not None else {}),
        **({"accepted": _accepted(one.acceptance)} if one.acceptance is not None else {}),
        **({"inside": noted_held(one.inside)} if one.inside else {}),
        **({"inside_more": one.inside_more} if one.inside_more else {}),
    }


def _accepted(acceptance: Acceptance) -> dict[str, str]:
    return {"at": _moment(acceptance.at), "by": shown_name(acceptance.by)}


def pages_of(one: BatchDocument) -> dict[str, Any] | None:
    """The comparison of its pages as receipts and `sign --json` have it; None without one."""
    if one.comparison is None:
        return None
    return {
        **noted_comparison(one.comparison),
        "not_compared": exact(one.comparison.not_compared),
        "counts_as_sealed": one.is_accepted,
    }


def _document_of(one: Mapping[str, Any]) -> BatchDocument:
    name = _text(one["name"])
    document = Document(
        Path(_text(one["folder"])) / name, name, int(one["size_bytes"]), 0, _text(one["sha256"]), 0
    )
    outcome = Outcome(one["outcome"])
    note = _text(one["note"])
    facts = None if one["seal"] is None else facts_from(one["seal"])
    pages = one.get("pages")
    return BatchDocument(
        document,
        _text(one["sent_as"]),
        outcome,
        message="" if facts is not None else note,
        results=tuple(_text(each["name"]) for each in one["returned"]),
        seal=note if facts is not None else "",
        checked=one["checked"] is True,
        facts=facts,
        comparison=None if pages is None else comparison_from(pages, _text(pages["not_compared"])),
        is_accepted=pages is not None and pages["counts_as_sealed"] is True,
        acceptance=_acceptance_of(one.get("accepted")),
        inside=held_from(one.get("inside", [])),
        inside_more=int(one.get("inside_more", 0)),
    )


def _acceptance_of(noted: Mapping[str, Any] | None) -> Acceptance | None:
    return None if noted is None else Acceptance(_moment_of(noted["at"]), _text(noted["by"]))


def _files(files: Iterable[ResultFile]) -> list[dict[str, Any]]:
    return [_file(one) for one in files]


def _file(one: ResultFile) -> dict[str, Any]:
    return {"name": shown_name(one.name), "sha256": one.sha256, "size_bytes": one.size_bytes}


def _file_of(one: Mapping[str, Any]) -> ResultFile:
    return ResultFile(_text(one["name"]), _text(one["sha256"]), int(one["size_bytes"]))


def _moment(moment: datetime) -> str:
    return utc_time(moment).isoformat(timespec="seconds")


def _moment_of(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise NoReceipt(f"{text} has no time zone")
    return utc_time(moment)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NoReceipt(f"{value!r} is not a text")
    return value


_MOST_LISTED = 20  # documents of one container


def inside_words(document: Mapping[str, Any]) -> Iterator[Message]:
    """One for each document in it, with its seals; nothing where it came back in no container. Times are this
    machine's, with UTC beside.
    """
    listed, more = _listed(document)
    if listed or more:
        yield msg("In the container:")
    for one in listed:
        yield series(": ", [shown_name(one.name), held_words(one, both_times)])
    if more:
        yield more_words(more)


def inside_cell(document: Mapping[str, Any]) -> str:
    """English, for one cell of a table: "Letter.txt: Acme, Other; notes.txt: under no seal; 7 more"."""
    listed, more = _listed(document)
    told = [f"{shown_name(one.name)}: {_signers(one)}" for one in listed]
    return "; ".join([*told, *([f"{more} more"] if more else [])])


def _listed(document: Mapping[str, Any]) -> tuple[tuple[Held, ...], int]:
    held = held_from(document.get("inside", []))
    listed = held[:_MOST_LISTED]
    return listed, len(held) - len(listed) + int(document.get("inside_more", 0))


def _signers(one: Held) -> str:
    return ", ".join(dict.fromkeys(_signer(each) for each in one.seals)) or "under no seal"


def _signer(facts: SealFacts) -> str:
    name = facts.signer or "?"
    return f"time stamp of {name}" if facts.kind is SealKind.TIMESTAMP else name
