"""Which running SignDesk a batch belongs to: one lock file for each batch, locked as long as its owner lives.

The lock is the system's own (flock; on Windows a byte of the file), so it ends with its process, however that
ends. What the file says is only for telling a person who has the batch.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import sys
import threading
import time
from pathlib import Path

from signdesk.domain.words import Words, restored, say, stored
from signdesk.storage.durable import make_folder, write_all
from signdesk.storage.journal_failures import telling

_SUFFIX = ".lock"
_OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_PLAIN_ID = re.compile(r"[0-9a-z]{1,64}")
_MOST_BYTES = 1000
_SOMEBODY = say("another SignDesk")
_FAR_OFF = 1 << 30  # Windows: others cannot read a locked byte, so one behind the content is locked
# `owner_of` and `sweep` elsewhere hold a free lock for an instant; they are outwaited.
_TRIES = 20
_PAUSE_S = 0.01
_TAKEN = frozenset([errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK])


class Ownership:
    """The batches that this object owns. Blocking for at most a fifth of a second; any thread.

    Two objects exclude each other, also within one process. Methods raise SavingProblem where the folder or
    its locks cannot be used.
    """

    def __init__(self, folder: Path, label: str) -> None:
        """`folder`: private, made on demand; lock files of the dead go from it now. `label`: how others name
        this owner, "the SignDesk window".
        """
        self._folder = folder.absolute()
        self._label = label
        self._held: dict[str, int] = {}
        self._turn = threading.Lock()
        self._sweep()

    def claim(self, batch_id: str) -> bool:
        """Whether the batch now belongs to this object (again is fine). False: to another one, `owner_of`."""
        with self._turn, telling(self._path(batch_id)):
            if batch_id in self._held:
                return True
            make_folder(self._folder, 0o700)
            descriptor = self._locked(self._path(batch_id))
            if descriptor is None:
                return False
            self._held[batch_id] = descriptor
            self._sign(descriptor)
            return True

    def release(self, batch_id: str) -> None:
        """Give the batch up. Without effect where it is not owned."""
        with self._turn:
            descriptor = self._held.pop(batch_id, None)
            if descriptor is not None:
                _remove_and_close(self._path(batch_id), descriptor)

    def release_all(self) -> None:
        """Give everything up, at the end."""
        for batch_id in list(self._held):
            self.release(batch_id)

    def owner_of(self, batch_id: str) -> str | None:
        """The living owner, as in "the SignDesk window (process 123)"; None where there is none."""
        path = self._path(batch_id)
        with self._turn, telling(path):
            if batch_id in self._held:
                return _named(self._label, os.getpid())
            try:
                descriptor = os.open(path, _OPEN)
            except FileNotFoundError:
                return None
            if _try_lock(descriptor):
                _remove_and_close(path, descriptor)
                return None
            try:
                return _signature(descriptor)
            finally:
                os.close(descriptor)

    def _path(self, batch_id: str) -> Path:
        """Ids are made by us, but are read from a file: none may lead elsewhere."""
        plain = _PLAIN_ID.fullmatch(batch_id)
        digest = hashlib.sha256(batch_id.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{batch_id if plain else 'id-' + digest}{_SUFFIX}"

    def _locked(self, path: Path) -> int | None:
        """An open, locked lock file that lies at `path`, or None where somebody else has it."""
        for attempt in range(_TRIES):
            if attempt:
                time.sleep(_PAUSE_S)
            while True:
                descriptor = os.open(path, _OPEN | os.O_CREAT, 0o600)
                if not _try_lock(descriptor):
                    os.close(descriptor)
                    break
                if _lies_at(path, descriptor):
                    return descriptor
                os.close(descriptor)  # its owner removed it between our opening and our locking
        return None

    def _sign(self, descriptor: int) -> None:
        """For people only, so a full disk is no reason to give the batch up."""
        content = json.dumps({"label": stored(self._label), "process": os.getpid()}).encode()
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            write_all(descriptor, content)

    def _sweep(self) -> None:
        """Remove the lock files of the dead: only while holding the lock, so never a living owner's."""
        for path in self._folder.glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                descriptor = os.open(path, _OPEN)
                if _try_lock(descriptor):
                    _remove_and_close(path, descriptor)
                else:
                    os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        os.close(descriptor)
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_OFF, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lies_at(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    return os.path.samestat(there, os.fstat(descriptor))


def _remove_and_close(path: Path, descriptor: int) -> None:
    """Removes only what we have locked. Windows removes no open file: there it goes if nobody opened it."""
    try:
        with contextlib.suppress(OSError):
            if os.name != "nt" and _lies_at(path, descriptor):
                path.unlink()
    finally:
        os.close(descriptor)
    if os.name == "nt":
        with contextlib.suppress(OSError):
            path.unlink()


def _signature(descriptor: int) -> str:
    """Who wrote the file, or "another SignDesk" while it is being written."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        read = json.loads(os.read(descriptor, _MOST_BYTES))
        return _named(restored(str(read["label"])), read["process"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return _SOMEBODY


def _named(label: str, process: object) -> Words:
    return say("{owner} (process {number})", owner=label, number=process)
