"""Batches as versions 1 to 4 of the journal kept them, a column for each field: for the migration to version
5, and for what can be read of a damaged file of an earlier SignDesk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from signdesk.domain.batches import Batch
from signdesk.domain.messages import stored
from signdesk.storage.journal.content import batch_in
from signdesk.storage.journal.rows import batch_row
from signdesk.storage.journal.values import (
    BadRow,
    Row,
    flag_in,
    object_in,
    objects_in,
    raw,
    rows_of,
    stored_json,
    stored_moment,
    text_in,
    texts_in,
    whole_in,
)

_NUMBERS = "SELECT rowid AS row_number FROM batches ORDER BY rowid"
_BATCH = "SELECT * FROM batches WHERE rowid = ?"
_DOCUMENTS = """
    SELECT * FROM documents WHERE batch_id = (SELECT id FROM batches WHERE rowid = ?) ORDER BY position
"""
_OF_NO_BATCH = "SELECT * FROM documents WHERE batch_id NOT IN (SELECT id FROM batches)"
_KEEP_LOST = "INSERT INTO bad_rows (set_aside_at, reason, content) VALUES (?, ?, ?)"
_SENTENCES = ("message", "detail")
_TEXTS = ("id", "server_id", "server_status", "result_sha256", "sent_by", "name")
_AS_THEY_ARE = ("state", "reason", "created_at", "save_to")
_OPTIONAL = ("held_at", "heard_at", "saved_to", "quarantined_to", "deleted_at", "unpacked_to")
_FACTS = ("connection_id", "follows", "mount", "meant_again", "left_to_copy", "seen")
_DOCUMENT_FACTS = ("is_accepted", "acceptance", "inside", "inside_more")
_COPIED = (
    "id", "state", "held_at", "reason", "created_at", "process_id", "base_url", "practice", "server_id",
    "maybe_started", "abandoned_ids", "saved_to", "keep_copy", "deleted_at", "name",
)  # fmt: skip


def take_over(connection: sqlite3.Connection) -> None:
    """Each row of `batches` into `new_batches`, in the transaction of the migration. One that cannot be read
    goes over with all its content as it is: reading it sets it aside, and tells of it. Documents of no batch,
    as a damaged id leaves them, are kept in `bad_rows`.
    """
    lost = [raw(row) for row in rows_of(connection, _OF_NO_BATCH)]
    if lost:
        told = stored_moment(datetime.now(UTC)), "documents of no batch", stored_json({"documents": lost})
        connection.execute(_KEEP_LOST, told)
    for row_number in [row["row_number"] for row in rows_of(connection, _NUMBERS)]:
        ((row,), documents) = (rows_of(connection, query, (row_number,)) for query in (_BATCH, _DOCUMENTS))
        try:
            values = batch_row(batch_from_4(row, documents))
            values["wants_a_look"] = int(object_in(row, "facts").get("wants_a_look") is True)
        except BadRow as bad:
            unread = {"reason": str(bad), "batch": raw(row), "documents": [raw(one) for one in documents]}
            values = {
                "connection_id": "",
                "left_to_copy": 0,
                "wants_a_look": 0,
                "content": stored_json(unread),
            }
        sources = {**{name: name for name in _COPIED}, **{name: f":{name}" for name in values}}
        connection.execute(_taking_over(sources), {**values, "row_number": row_number})


def _taking_over(sources: Mapping[str, str]) -> str:
    """Column of `new_batches` -> column of `batches`, or the place of a value."""
    own = "rowid, updated_at, sealed_at, archived"
    return (
        f"INSERT INTO new_batches ({own}, {', '.join(sources)}) "  # noqa: S608 - our own names
        f"SELECT {own}, {', '.join(sources.values())} FROM batches WHERE rowid = :row_number"
    )


def batch_from_4(row: Row, documents: Sequence[Row]) -> Batch:
    """The batch in these rows; `documents` in order of their position. Raises BadRow."""
    try:
        facts = object_in(row, "facts")
        own = _object(facts.get("documents", {}))
        noted = [
            _document(one, place, _object(own.get(str(place), {}))) for place, one in enumerate(documents)
        ]
        return batch_in({**_batch(row), **_some(facts, _FACTS), "documents": noted, **_parts(row, facts)})
    except BadRow:
        raise
    except (ValueError, OverflowError, RecursionError) as error:
        raise BadRow(f"{type(error).__name__}: {error}") from error


def _batch(row: Row) -> dict[str, Any]:
    reached = [text.partition(" ") for text in texts_in(row, "reached")]
    return {
        **{name: text_in(row, name) for name in (*_SENTENCES, *_AS_THEY_ARE)},
        **{name: stored(text_in(row, name)) for name in _TEXTS},
        **{name: text_in(row, name) for name in _OPTIONAL if row[name] is not None},
        "maybe_started": flag_in(row, "maybe_started"),
        "abandoned_ids": _stored_texts(row, "abandoned_ids"),
        "extra_results": _stored_texts(row, "extra_results"),
        "warnings": list(texts_in(row, "warnings")),
        "receipts": list(texts_in(row, "receipts")),
        "result_files": [_stored_values(one) for one in objects_in(row, "result_files")],
        "reached": [[state, moment] for state, _, moment in reached],
    }


def _parts(row: Row, facts: Mapping[str, Any]) -> dict[str, Any]:
    process = {name: text_in(row, f"process_{name}") for name in ("label", "kind", "sentence")}
    server = {name: text_in(row, name) for name in ("sign_in", "accept_form", "numbering")}
    return {
        "process": {"id": whole_in(row, "process_id"), **process, **_some(facts, ("changes_documents",))},
        "server": {
            **server,
            "base_url": stored(text_in(row, "base_url")),
            "api_key_header": stored(text_in(row, "api_key_header")),
            "label": text_in(row, "server_label"),
            "practice": flag_in(row, "practice"),
        },
        "delivery": {
            "file_name": stored(text_in(row, "file_name")),
            **{name: flag_in(row, name) for name in ("unpack", "keep_copy", "receipt")},
        },
    }


def _document(row: Row, position: int, facts: Mapping[str, Any]) -> dict[str, Any]:
    if row["position"] != position:
        raise BadRow(f"document {position} is missing")
    noted = {
        "document": {
            "path": text_in(row, "path"),
            **{name: stored(text_in(row, name)) for name in ("name", "sha256")},
            **{name: whole_in(row, name) for name in ("size_bytes", "modified_ns", "crc32")},
        },
        **{name: text_in(row, name) for name in ("outcome", "message", "seal")},
        "sent_name": stored(text_in(row, "sent_name")),
        "results": _stored_texts(row, "results"),
        "checked": flag_in(row, "checked"),
        "facts": None if row["facts"] is None else object_in(row, "facts"),
        **_some(facts, _DOCUMENT_FACTS),
    }
    if "pages" in facts:
        noted["comparison"] = {**_object(facts["pages"]), "not_compared": facts.get("not_compared", "")}
    return noted


def _object(noted: Any) -> dict[str, Any]:
    if not isinstance(noted, dict):
        raise BadRow("not an object")
    return noted


def _some(facts: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: _stored_values(facts[name]) for name in names if name in facts}


def _stored_texts(row: Row, name: str) -> list[str]:
    return [stored(text) for text in texts_in(row, name)]


def _stored_values(noted: Any) -> Any:
    """As `content` keeps texts from outside: one may begin as our own sentences do."""
    if isinstance(noted, dict):
        return {name: _stored_values(value) for name, value in noted.items()}
    return stored(noted) if isinstance(noted, str) else noted
