"""A journal that was lost: damaged and set aside, or gone. Noted in the new one until somebody has looked;
what can be read of the damaged file comes over.

A file of a person that is older than the loss may have been ordered without anybody knowing it now.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signdesk.domain.batches import Batch
from signdesk.domain.documents import Document
from signdesk.storage.journal.rows import batch_from
from signdesk.storage.journal.values import BadRow, Row, flag_in, moment_in, object_in, rows_of, stored_moment
from signdesk.storage.journal.version_4 import batch_from_4

_EPOCH = datetime.fromtimestamp(0, UTC)
_NAME = "loss"
_KEEP = "INSERT OR REPLACE INTO file_facts (name, content) VALUES (?, ?)"
_READ = "SELECT content FROM file_facts WHERE name = ?"


@dataclass(frozen=True, slots=True)
class Loss:
    """`at`: when it was noticed (UTC). `set_aside`: the damaged file; None where it had gone. `seen`: a
    person has looked. `recovered`: how many batches could be read of it. `put_back`: an older list of batches
    lies in its place.
    """

    at: datetime
    set_aside: str | None = None
    recovered: int = 0
    seen: bool = False
    put_back: bool = False


def note_loss(connection: sqlite3.Connection, loss: Loss) -> None:
    """In a transaction."""
    facts = {"at": stored_moment(loss.at), "set_aside": loss.set_aside, "recovered": loss.recovered}
    facts |= {"seen": loss.seen, "put_back": loss.put_back}
    connection.execute(_KEEP, (_NAME, json.dumps(facts)))


def noted_loss(connection: sqlite3.Connection) -> Loss | None:
    """The latest; None where nothing was ever lost."""
    rows = rows_of(connection, _READ, (_NAME,))
    with contextlib.suppress(ValueError, LookupError, TypeError):
        noted = object_in(rows[0], "content")
        at = moment_in({"at": str(noted["at"]).encode()}, "at")
        aside = noted.get("set_aside")
        seen = flag_in({"seen": int(noted["seen"])}, "seen")
        put_back = noted.get("put_back") is True
        return Loss(at, None if aside is None else str(aside), int(noted["recovered"]), seen, put_back)
    return None


def older_than(loss: Loss | None, documents: Iterable[Document]) -> frozenset[str]:
    """The contents of those whose files were last changed before the loss. Where a disk notes whole seconds,
    one of the same second counts as older: a question too many costs nothing.
    """
    if loss is None:
        return frozenset()
    at_ns = (loss.at - _EPOCH) // timedelta(microseconds=1) * 1000
    return frozenset(one.sha256 for one in documents if one.modified_ns < at_ns)


def readable_batches(damaged: Path) -> tuple[Batch, ...]:
    """What can be read of a damaged journal, which is not changed. Never raises for its content."""
    batches: list[Batch] = []
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_opened(damaged)) as connection:
        documents: dict[object, list[Row]] = {}
        for row in _rows(connection, "SELECT * FROM documents ORDER BY rowid"):
            documents.setdefault(row.get("batch_id"), []).append(row)
        for row in _rows(connection, "SELECT * FROM batches ORDER BY rowid"):
            own = sorted(documents.get(row.get("id"), ()), key=lambda one: str(one.get("position")).zfill(9))
            with contextlib.suppress(BadRow, LookupError):
                batches.append(batch_from(row) if "content" in row else batch_from_4(row, own))
    return tuple(batches)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    return connection


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[Row]:
    """As far as they can be read, from the front and, beyond a damaged place, from the back."""
    seen: set[object] = set()
    for direction in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error):
            cursor = connection.execute(f"{query} {direction}".replace("* FROM", "rowid AS at_row, * FROM"))
            names = [column[0] for column in cursor.description]
            for values in cursor:
                row = dict(zip(names, values, strict=True))
                if row["at_row"] not in seen:
                    seen.add(row["at_row"])
                    yield row
