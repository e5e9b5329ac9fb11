"""Whether the journal is the latest one, and lies where it was written.

The journal notes a token, how often sealing was begun ("generation"), and where its folder lies: path, inode,
computer. A small file beside it (the mark) holds token and generation, too, and is written after the journal:
so a mark that is ahead of its journal means that an older journal was put back, and a mark that is not there,
or that was written again by somebody else (its time of change), means that the folder was copied or restored.
Where both are gone, a file beside the settings tells (`order_mark`).
Reading: the mark first, then the journal; another process may be writing both.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sqlite3
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

from signdesk.domain.batches import FINAL_STATES
from signdesk.platform.files import fsync_file, fsync_folder, write_all
from signdesk.platform.locks import machine
from signdesk.storage.journal.values import object_in, rows_of
from signdesk.storage.order_mark import is_marked

MARK = "journal.mark"
_NAME = "identity"
_LENGTH = 256  # always the same: one write, so that a kill leaves the old content or the new one
_OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_KEEP = "INSERT OR REPLACE INTO file_facts (name, content) VALUES (?, ?)"
_READ = "SELECT content FROM file_facts WHERE name = ?"
_UNFINISHED = """
    SELECT count(*) AS number FROM batches
    WHERE archived = 0 AND practice = 0 AND state NOT IN (SELECT value FROM json_each(?))
"""
_ANY = "SELECT count(*) AS number FROM batches WHERE practice = 0"


class Standing(Enum):
    """How the journal stands to the folder that it lies in."""

    FINE = auto()
    NEW = auto()  # nothing was noted about its place yet
    MOVED = auto()  # the folder was moved, copied or restored
    PUT_BACK = auto()  # sealing was begun after this journal was written
    VANISHED = auto()  # there was a journal here in which sealing was begun, and this is not it


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file beside the journal says. `changed_ns`: when it was written last, as the system says."""

    token: str
    generation: int
    changed_ns: int | None = None


def standing(connection: sqlite3.Connection, path: Path, order_mark: Path | None = None) -> Standing:
    """Of the journal at `path`; `order_mark` as in `storage.order_mark`. Raises sqlite3.Error."""
    mark = read_mark(path)
    noted = _noted(connection)
    if noted is None:
        if not (mark is not None and mark.generation) and not is_marked(order_mark):
            return Standing.NEW
        return Standing.PUT_BACK if _number(connection, _ANY) else Standing.VANISHED
    if mark is None or mark.token != noted["token"]:
        return Standing.MOVED
    if mark.generation > noted["generation"]:
        return Standing.PUT_BACK
    stamp = noted.get("stamp") if mark.generation == noted["generation"] else None
    if stamp is not None and mark.changed_ns is not None and stamp != mark.changed_ns:
        return Standing.MOVED
    return Standing.FINE if _lies_there(noted, path) else Standing.MOVED


def has_begun(connection: sqlite3.Connection) -> bool:
    """Whether sealing was ever begun with this journal."""
    noted = _noted(connection)
    return noted is not None and noted["generation"] > 0


def unfinished(connection: sqlite3.Connection) -> int:
    """How many batches of a real server are not over."""
    return _number(connection, _UNFINISHED, (json.dumps(sorted(FINAL_STATES)),))


def other_folder(connection: sqlite3.Connection, path: Path) -> str:
    """Where the journal lay before; "" where that is not known, or is this folder."""
    noted = _noted(connection)
    folder = str(noted.get("folder") or "") if noted else ""
    return "" if folder == _folder(path) else folder[1:-1]


def ensure(connection: sqlite3.Connection, path: Path) -> None:
    """In a transaction of an order: the identity is noted, if it is not yet. The mark comes first: a kill in
    between leaves one that says that nothing was begun.
    """
    if _noted(connection) is None:
        renew(connection, path)


def renew(connection: sqlite3.Connection, path: Path) -> None:
    """In a transaction: from now on this is the journal of this folder, and of no other."""
    noted, mark = _noted(connection), read_mark(path)
    generation = max(noted["generation"] if noted else 0, mark.generation if mark else 0)
    made = Mark(secrets.token_hex(16), generation)
    stamp = write_mark(path, made)
    place = {"folder": _folder(path), "inode": _inode(path), "machine": machine()}
    _note(connection, {"token": made.token, "generation": generation, "stamp": stamp, **place})


def advance(connection: sqlite3.Connection) -> Mark | None:
    """In the transaction that notes that sealing begins: the mark to be written once that is durable."""
    noted = _noted(connection)
    if noted is None:
        return None
    generation = noted["generation"] + 1
    _note(connection, {**noted, "generation": generation, "stamp": None})
    return Mark(noted["token"], generation)


def keep_stamp(connection: sqlite3.Connection, mark: Mark) -> None:
    """In a later transaction: the mark that was written after `advance`, as it lies there."""
    noted = _noted(connection)
    if noted is not None and (noted["token"], noted["generation"]) == (mark.token, mark.generation):
        _note(connection, {**noted, "stamp": mark.changed_ns})


def read_mark(path: Path) -> Mark | None:
    """The mark beside the journal at `path`; None where there is none that can be read."""
    try:
        descriptor = os.open(path.with_name(MARK), _OPEN)
    except OSError:
        return None
    try:
        read = json.loads(os.read(descriptor, _LENGTH) or b'{"token": "", "generation": 0}')
        return Mark(str(read["token"]), int(read["generation"]), _changed_ns(descriptor))
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    finally:
        os.close(descriptor)


def write_mark(path: Path, mark: Mark) -> int | None:
    """Over the old one, on the medium when it returns. The time of change; None where it failed or the system
    cannot tell. A mark that is behind its journal does no harm.
    """
    content = json.dumps({"token": mark.token, "generation": mark.generation}).ljust(_LENGTH).encode()
    with contextlib.suppress(OSError):
        descriptor = os.open(path.with_name(MARK), _OPEN | os.O_CREAT, 0o600)
        try:
            write_all(descriptor, content)
            fsync_file(descriptor)
            fsync_folder(path.parent)
            return _changed_ns(descriptor)
        finally:
            os.close(descriptor)
    return None


def _changed_ns(descriptor: int) -> int | None:
    """Windows has no time of change that a copy does not keep."""
    return None if os.name == "nt" else os.fstat(descriptor).st_ctime_ns


def _lies_there(noted: dict[str, Any], path: Path) -> bool:
    now, then = machine(), noted.get("machine")
    same_machine = not now or not then or now == then
    return same_machine and (noted.get("folder"), noted.get("inode")) == (_folder(path), _inode(path))


def _folder(path: Path) -> str:
    """However it is written; as ASCII, since names need not be text."""
    return ascii(str(path.parent.resolve()))


def _inode(path: Path) -> str:
    return str(path.parent.stat().st_ino)  # larger than SQLite's numbers on some systems


def _noted(connection: sqlite3.Connection) -> dict[str, Any] | None:
    rows = rows_of(connection, _READ, (_NAME,))
    with contextlib.suppress(ValueError, LookupError):
        noted = object_in(rows[0], "content")
        return {**noted, "token": str(noted["token"]), "generation": int(noted["generation"])}
    return None


def _note(connection: sqlite3.Connection, facts: dict[str, Any]) -> None:
    connection.execute(_KEEP, (_NAME, json.dumps(facts)))


def _number(connection: sqlite3.Connection, query: str, values: tuple[str, ...] = ()) -> int:
    (row,) = rows_of(connection, query, values)
    return int(str(row["number"]))
