"""Opening the journal's file: settings, the check of what is in it, and what happens to a broken one.

Settings and reasons: signdesk/README.md, Local state. A file is never deleted and never made anew in silence:
a broken one is kept beside under another name, a newer one is left alone.

SQLite's locks and flushes cannot be relied on over a network, so a folder there is refused where that can be
told: by the kind of file system on Linux, by the drive on Windows. macOS does not say it without C.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.platform import SYSTEM
from signdesk.platform.files import create_new, fsync_folder, make_folder, rename_no_replace
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.journal.failures import primary_code, telling
from signdesk.storage.journal.schema import NotAJournal, bring_up_to_date, read_pragma, refuse_newer, touch

Connect = Callable[..., sqlite3.Connection]

BUSY_S = 10.0  # commits of another process take milliseconds, on a slow disk perhaps a second

_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_COMPANIONS = ("-journal", "-wal", "-shm")
_SETTINGS = (
    "synchronous = EXTRA",
    "fullfsync = ON",  # macOS: fsync alone stops at the drive's cache
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",  # names of documents do not go to a temporary folder
)

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Broken(Exception):
    """The file's content is damaged, or not a journal."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`set_aside`: where a broken file was put, if this opening did that."""

    connection: sqlite3.Connection
    set_aside: Path | None = None


def open_journal(path: Path, connect: Connect, today: Callable[[], date]) -> Opened:
    """Raises JournalTooNew, SavingProblem, DiskFull."""
    try:
        return Opened(_ready(path, connect))
    except Broken:
        with _alone(path):
            return _opened_anew(path, connect, today)


def _opened_anew(path: Path, connect: Connect, today: Callable[[], date]) -> Opened:
    try:
        return Opened(_ready(path, connect))  # another process was quicker
    except Broken:
        with telling(path):
            set_aside = _keep_beside(path, today())
    try:
        return Opened(_ready(path, connect), set_aside)
    except Broken as error:
        raise SavingProblem(
            msg(
                "SignDesk's list of batches is damaged as soon as it is written. The disk may be failing: "
                "have it looked at, or name another folder with --data-dir."
            )
        ) from error


def _ready(path: Path, connect: Connect) -> sqlite3.Connection:
    """Open, checked, up to date. Raises Broken and whatever `open_journal` does."""
    with telling(path):
        prepare(path)
        connection = connect(path, timeout=BUSY_S, isolation_level=None)
        try:
            _settle(connection)
            _clear_left_over(connection, path)
        except BaseException as error:
            connection.close()
            if isinstance(error, NotAJournal) or _means_broken(error):
                raise Broken from error
            raise
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    connection.text_factory = bytes  # a damaged text spoils its own row only (`rows`)
    refuse_newer(connection)  # before anything that might change the file
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    if read_pragma(connection, "journal_mode = DELETE") != b"delete":
        raise Broken
    if read_pragma(connection, "quick_check") != b"ok":
        raise Broken
    bring_up_to_date(connection)


def _clear_left_over(connection: sqlite3.Connection, path: Path) -> None:
    """A kill before the first flush leaves a rollback journal that SQLite ignores until the next note."""
    if path.with_name(path.name + "-journal").exists():
        with contextlib.suppress(sqlite3.OperationalError):  # full, or read-only: it harms nobody
            touch(connection)


def _means_broken(error: BaseException) -> bool:
    """SQLITE_ERROR: a table that should be there is not, or is another one."""
    return isinstance(error, sqlite3.DatabaseError) and primary_code(error) in (
        *_BROKEN,
        sqlite3.SQLITE_ERROR,
    )


def _keep_beside(path: Path, today: date) -> Path:
    """The broken file, with what SQLite keeps beside it: a left journal would be played into the new file."""
    kept = rename_no_replace(path, path.parent, f"{path.stem} broken {today.isoformat()}{path.suffix}")
    for ending in _COMPANIONS:
        companion = path.with_name(path.name + ending)
        if companion.exists():
            rename_no_replace(companion, path.parent, kept.name + ending)
    fsync_folder(path.parent)
    return kept


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Only one process at a time moves a file away, or the second would move the new file of the first."""
    turn = BatchLock(path.parent, "SignDesk")
    until = time.monotonic() + BUSY_S
    while not turn.acquire("journal"):
        if time.monotonic() > until:
            raise SavingProblem(
                msg("Another SignDesk is mending the list of batches at this moment. Try again in a moment.")
            )
    try:
        yield
    finally:
        turn.release("journal")


def identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path` now; None where there is none."""
    try:
        there = os.stat(path)  # noqa: PTH116 - follows links, as SQLite does
    except FileNotFoundError:
        return None
    return there.st_dev, there.st_ino


def prepare(path: Path) -> None:
    """The file with its folder, there and for this user only. SavingProblem for a network, else OSError."""
    make_folder(path.parent, _PRIVATE_FOLDER)
    refuse_network(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(create_new(path, _PRIVATE_FILE))
        fsync_folder(path.parent)
    if os.name != "nt" and path.stat().st_mode & _OTHERS:
        path.chmod(_PRIVATE_FILE)


def refuse_network(folder: Path) -> None:
    """Raises SavingProblem for a folder that surely lies on another computer."""
    if SYSTEM.is_remote(folder.resolve()):
        raise SavingProblem(
            msg(
                "“{folder}” lies on another computer, where SignDesk's list of batches would not be safe. "
                "Name a folder on this computer with --data-dir.",
                folder=shown_name(str(folder)),
            )
        )
