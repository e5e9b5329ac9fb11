"""A Batch as a row of the journal, and back: its JSON text (`content`) beside the columns that SQL looks at.

The columns repeat what the text says, and are compared with it when the row is read: what SQL decides by
them, it decides of this batch. `documents` has a row for each document by which its content is found.
"""

from __future__ import annotations

from signdesk.domain.batches import Batch
from signdesk.storage.journal.content import batch_in, stored_content
from signdesk.storage.journal.values import (
    BadRow,
    Row,
    Value,
    object_in,
    stored_moment,
    stored_path,
    stored_text,
    stored_texts,
    stored_whole,
    text_in,
)


def batch_row(batch: Batch) -> dict[str, Value]:
    """The columns of `batches` that hold the batch itself."""
    return {"name": stored_text(batch.name), **_indexed(batch), "content": stored_content(batch)}


def _indexed(batch: Batch) -> dict[str, Value]:
    return {
        "id": stored_text(batch.id),
        "state": batch.state.value,
        "held_at": None if batch.held_at is None else batch.held_at.value,
        "reason": batch.reason.value,
        "created_at": stored_moment(batch.created_at),
        "connection_id": stored_text(batch.connection_id),
        "process_id": stored_whole(batch.process.id),
        "base_url": stored_text(batch.server.base_url),
        "practice": int(batch.server.practice),
        "server_id": stored_text(batch.server_id),
        "maybe_started": int(batch.maybe_started),
        "abandoned_ids": stored_texts(batch.abandoned_ids),
        "saved_to": stored_path(batch.saved_to),
        "keep_copy": int(batch.delivery.keep_copy),
        "deleted_at": None if batch.deleted_at is None else stored_moment(batch.deleted_at),
        "left_to_copy": int(batch.left_to_copy),
        "wants_a_look": int(batch.wants_a_look),
    }


def document_rows(batch: Batch) -> list[dict[str, Value]]:
    """One row of `documents` for each document, `position` counting from 0."""
    return [
        {
            "batch_id": stored_text(batch.id),
            "position": position,
            "path": stored_text(str(one.document.path)),
            "sha256": stored_text(one.document.sha256),
            "outcome": one.outcome.value,
        }
        for position, one in enumerate(batch.documents)
    ]


def batch_from(row: Row) -> Batch:
    """The batch that was recorded. `document_rows` of it, where the query counts them, must be all. Raises
    BadRow.
    """
    try:
        batch = batch_in(object_in(row, "content") | {"name": text_in(row, "name")})
        _compare(row, batch)
    except BadRow:
        raise
    except (ValueError, OverflowError, RecursionError) as error:
        raise BadRow(f"{type(error).__name__}: {error}") from error
    return batch


def _compare(row: Row, batch: Batch) -> None:
    for name, value in _indexed(batch).items():
        if name != "wants_a_look" and row[name] != (value.encode() if isinstance(value, str) else value):
            raise BadRow(f"{name} is not what the batch says")
    if row.get("document_rows", len(batch.documents)) != len(batch.documents):
        raise BadRow("rows of its documents are missing")
