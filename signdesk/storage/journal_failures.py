"""What a failure of SignDesk's own data folder means, in words: for the journal and the ownership of batches.

Problems of the folder that results go to are worded in `disk_failures`.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, SavingProblem

_LIST = "SignDesk's list of batches"
_FULL = "There is no more room on the disk that holds {list} (“{folder}”). Make room there, and try again."
_NO_RIGHT = "SignDesk cannot write its list of batches in “{folder}”. Ask for the right to it, and try again."
_IN_USE = "Another SignDesk is busy with the list of batches in “{folder}”. Try again in a moment."
_DAMAGED = (
    "{list} in “{folder}” is damaged. Close SignDesk and start it again: the damaged list is kept, "
    "and a new one is begun."
)
_FAILED = "The disk that holds {list} (“{folder}”) failed or is full. Look after that disk, and try again."
_MOVED = (
    "{list} in “{folder}” was moved or removed while SignDesk was running. Put it back, or close SignDesk "
    "and start it again."
)

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _NO_RIGHT,
    sqlite3.SQLITE_CANTOPEN: _NO_RIGHT,
    sqlite3.SQLITE_PERM: _NO_RIGHT,
    sqlite3.SQLITE_AUTH: _NO_RIGHT,
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_OF_THE_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOTDIR: _NO_RIGHT,
    errno.EISDIR: _NO_RIGHT,
    errno.ELOOP: _NO_RIGHT,
    errno.EINVAL: _NO_RIGHT,
}
# Only a mistake of ours leads here: not the disk's fault, so not to be worded as such.
_OUR_BUGS = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError)


def moved_away(path: Path) -> SavingProblem:
    """The file that was opened is no longer the one at `path`: a row in it would never be found again."""
    return _worded(_MOVED, path)


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
        raise _worded(_OF_SQLITE.get(code, _FAILED), path) from error
    except OSError as error:
        raise _worded(_OF_THE_SYSTEM.get(error.errno or 0, _FAILED), path) from error


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; SQLITE_ERROR where the error has none."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF


def _worded(words: str, path: Path) -> SavingProblem:
    kind = DiskFull if words is _FULL else SavingProblem
    return kind(words.format(list=_LIST, folder=shown_name(str(path.parent))))
