"""What a failure of SignDesk's own data folder means, in words: for the journal and the ownership of batches.

Problems of the folder that results go to are worded in `platform.os_errors`.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, SavingProblem
from signdesk.domain.messages import Message, msg
from signdesk.platform.os_errors import errno_of


def _full(folder: str) -> Message:
    return msg(
        "There is no more room on the disk that holds SignDesk's list of batches (“{folder}”). Make "
        "room there, and try again.",
        folder=folder,
    )


def _no_right(folder: str) -> Message:
    return msg(
        "SignDesk cannot write its list of batches in “{folder}”. Ask for the right to it, and try again.",
        folder=folder,
    )


def _in_use(folder: str) -> Message:
    return msg(
        "Another SignDesk is busy with the list of batches in “{folder}”. Try again in a moment.",
        folder=folder,
    )


def _damaged(folder: str) -> Message:
    return msg(
        "SignDesk's list of batches in “{folder}” is damaged. Close SignDesk and start it again: the "
        "damaged list is kept, and a new one is begun.",
        folder=folder,
    )


def _failed(folder: str) -> Message:
    return msg(
        "The disk that holds SignDesk's list of batches (“{folder}”) failed or is full. Look after that "
        "disk, and try again.",
        folder=folder,
    )


def _moved(folder: str) -> Message:
    return msg(
        "SignDesk's list of batches in “{folder}” was moved or removed while SignDesk was running. Put it "
        "back, or close SignDesk and start it again.",
        folder=folder,
    )


_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _no_right,
    sqlite3.SQLITE_CANTOPEN: _no_right,
    sqlite3.SQLITE_PERM: _no_right,
    sqlite3.SQLITE_AUTH: _no_right,
    sqlite3.SQLITE_BUSY: _in_use,
    sqlite3.SQLITE_LOCKED: _in_use,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_NOTADB: _damaged,
}
_OF_THE_SYSTEM = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EACCES: _no_right,
    errno.EPERM: _no_right,
    errno.EROFS: _no_right,
    errno.ENOTDIR: _no_right,
    errno.EISDIR: _no_right,
    errno.ELOOP: _no_right,
    errno.EINVAL: _no_right,
}
# Only a mistake of ours leads here: not the disk's fault, so not to be worded as such.
_OUR_BUGS = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError)


def moved_away(path: Path) -> SavingProblem:
    """The file that was opened is no longer the one at `path`: a row in it would never be found again."""
    return _worded(_moved, path)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turns sqlite3.Error and OSError into a SavingProblem (or DiskFull) that names the folder of `path`."""
    try:
        yield
    except _OUR_BUGS:
        raise
    except sqlite3.Error as error:
        code = primary_code(error)
        if code == sqlite3.SQLITE_ERROR:
            raise
        raise _worded(_OF_SQLITE.get(code, _failed), path) from error
    except OSError as error:
        raise _worded(_OF_THE_SYSTEM.get(errno_of(error), _failed), path) from error


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; SQLITE_ERROR where the error has none."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF


def _worded(sentence: Callable[[str], Message], path: Path) -> SavingProblem:
    kind = DiskFull if sentence is _full else SavingProblem
    return kind(sentence(shown_name(str(path.parent))))
