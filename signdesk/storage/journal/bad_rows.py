"""Batches in the journal that cannot be read: kept with all their content in `bad_rows`, and told of.

They come from a damaged disk, or from a later SignDesk whose words this one does not know.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from signdesk.domain.documents import shown_name
from signdesk.domain.messages import Message, join, msg, plural
from signdesk.storage.journal.rows import batch_from
from signdesk.storage.journal.values import BadRow, Row, Value, raw, rows_of, shown

_BATCH = "SELECT * FROM batches WHERE rowid = ?"
_DOCUMENTS = """
    SELECT * FROM documents WHERE batch_id = (SELECT id FROM batches WHERE rowid = ?) ORDER BY position
"""
_KEEP = (
    "INSERT INTO bad_rows (set_aside_at, batch_id, reason, content) "
    "SELECT ?, id, ?, ? FROM batches WHERE rowid = ?"
)
_REMOVE = "DELETE FROM batches WHERE rowid = ?"


def move_if_bad(connection: sqlite3.Connection, row_number: Value, moment: str) -> None:
    """Inside a transaction. Looks again: another process may have written the batch since it was read."""
    rows = rows_of(connection, _BATCH, (row_number,))
    documents = rows_of(connection, _DOCUMENTS, (row_number,))
    for row in rows:
        try:
            batch_from({**row, "document_rows": len(documents)})
        except BadRow as bad:
            content = json.dumps({"batch": raw(row), "documents": [raw(one) for one in documents]})
            connection.execute(_KEEP, (moment, str(bad), content, row_number))
            connection.execute(_REMOVE, (row_number,))


def sentences_about(connection: sqlite3.Connection, row: Row) -> str:
    """What a person should know and do."""
    documents = rows_of(connection, _DOCUMENTS, (row["row_number"],))
    names = [shown_name(Path(str(shown(one["path"]))).name) for one in documents]
    return join(_put_aside(names), _ask_about(shown(row["server_id"])))


def _put_aside(names: Sequence[str]) -> Message:
    if not names:
        return msg("One batch in SignDesk's list could not be read, so it was put aside and does not go on.")
    if len(names) == 1:
        return msg(
            "One batch in SignDesk's list (“{document}”) could not be read, so it was put aside and does not "
            "go on.",
            document=names[0],
        )
    return plural(
        "One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and "
        "does not go on.",
        "One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and "
        "does not go on.",
        len(names) - 1,
        document=names[0],
    )


def _ask_about(number: Any) -> Message:
    if not number:
        return msg("Ask the server’s operator what became of it before you send its documents again.")
    return msg(
        "Ask the server’s operator (batch {number}) what became of it before you send its documents again.",
        number=number,
    )
