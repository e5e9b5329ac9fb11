"""Which running SignDesk a batch belongs to: one file for each batch names its owner, and one lock file for
each owner is locked as long as it lives; so an owner of hundreds of batches keeps one file open.

The lock is the system's own (flock; on Windows a byte of the file), so it ends with its process, however that
ends. The file of a batch is locked only while somebody looks at it or changes it. Earlier versions kept it
locked instead: they are respected. So does an owner whose name could not be written (a full disk).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.messages import Message, msg, restored, stored
from signdesk.platform.files import make_folder, write_all
from signdesk.platform.locks import (
    OPEN,
    PAUSE_S,
    TRIES,
    lies_at,
    remove_and_close,
    remove_unlocked,
    try_lock,
)
from signdesk.storage.journal.failures import telling

_SUFFIX = ".lock"
_PLAIN_ID = re.compile(r"[0-9a-z]{1,64}")
_OWNER = re.compile(r"owner-[0-9a-f]{32}")  # no id of a batch, which has no hyphen there
_MOST_BYTES = 1000
_SOMEBODY = msg("another SignDesk")


class BatchLock:
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
        self._held: dict[str, int | None] = {}  # with the locked file of one that we could not sign
        self._owner = ""
        self._life: int | None = None  # our own lock file, while we hold any
        self._turn = threading.Lock()
        self._sweep()

    def acquire(self, batch_id: str) -> bool:
        """Whether the batch now belongs to this object (again is fine). False: to another one, `owner_of`."""
        with self._turn, telling(self._path(batch_id)):
            if batch_id in self._held:
                return True
            make_folder(self._folder, 0o700)
            self._come_to_life()
            try:
                return self._acquire(batch_id)
            finally:
                self._end_unless_needed()

    def release(self, batch_id: str) -> None:
        """Give the batch up. Without effect where it is not owned."""
        with self._turn:
            if batch_id not in self._held:
                return
            descriptor = self._held.pop(batch_id)
            if descriptor is not None:
                remove_and_close(self._path(batch_id), descriptor)
            else:
                remove_unlocked(self._path(batch_id))
            self._end_unless_needed()

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
                descriptor = os.open(path, OPEN)
            except FileNotFoundError:
                return None
            is_free, signature = try_lock(descriptor), _signature(descriptor)
            try:
                is_free = is_free and not self._lives(signature.owner)
            except OSError:
                os.close(descriptor)
                raise
            if is_free:
                remove_and_close(path, descriptor)
                return None
            os.close(descriptor)
            return signature.words

    def _acquire(self, batch_id: str) -> bool:
        path = self._path(batch_id)
        while (descriptor := self._locked(path)) is not None:
            is_kept = False
            try:
                if self._lives(_signature(descriptor).owner):
                    return False
                if not lies_at(path, descriptor):
                    continue  # its owner, who ended in this moment, had removed it
                is_kept = not self._sign(descriptor)
                self._held[batch_id] = descriptor if is_kept else None
                return True
            finally:
                if not is_kept:
                    os.close(descriptor)
        return False

    def _come_to_life(self) -> None:
        """Before anything names us as its owner. A name is used once: whoever takes this file for one of a
        dead owner, before it is locked, removes no other.
        """
        while self._life is None:
            self._owner = f"owner-{secrets.token_hex(16)}"
            path = self._folder / f"{self._owner}{_SUFFIX}"
            descriptor = os.open(path, OPEN | os.O_CREAT | os.O_EXCL, 0o600)
            if try_lock(descriptor) and lies_at(path, descriptor):
                self._life = descriptor
            else:
                os.close(descriptor)

    def _end_unless_needed(self) -> None:
        if self._life is not None and not self._held:
            remove_and_close(self._folder / f"{self._owner}{_SUFFIX}", self._life)
            self._life = None

    def _lives(self, owner: str) -> bool:
        """Whether such an owner is alive; what a dead one has left is removed."""
        if not _OWNER.fullmatch(owner):
            return False
        path = self._folder / f"{owner}{_SUFFIX}"
        try:
            descriptor = os.open(path, OPEN)
        except FileNotFoundError:
            return False
        if try_lock(descriptor, shared=True):
            remove_and_close(path, descriptor)
            return False
        os.close(descriptor)
        return True

    def _path(self, batch_id: str) -> Path:
        """Ids are made by us, but are read from a file: none may lead elsewhere."""
        plain = _PLAIN_ID.fullmatch(batch_id)
        digest = hashlib.sha256(batch_id.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{batch_id if plain else 'id-' + digest}{_SUFFIX}"

    def _locked(self, path: Path) -> int | None:
        """An open, locked lock file that lies at `path`, or None where somebody else has it."""
        for attempt in range(TRIES):
            if attempt:
                time.sleep(PAUSE_S)
            while True:
                descriptor = os.open(path, OPEN | os.O_CREAT, 0o600)
                if not try_lock(descriptor):
                    os.close(descriptor)
                    break
                if lies_at(path, descriptor):
                    return descriptor
                os.close(descriptor)  # its owner removed it between our opening and our locking
        return None

    def _sign(self, descriptor: int) -> bool:
        """False where it cannot be written: a full disk is no reason to give the batch up."""
        signature = {"label": stored(self._label), "process": os.getpid(), "owner": self._owner}
        try:
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            write_all(descriptor, json.dumps(signature).encode())
        except OSError:
            return False
        return True

    def _sweep(self) -> None:
        """Remove the lock files of the dead: only while holding the lock, so never a living owner's."""
        for path in self._folder.glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if _OWNER.fullmatch(path.stem):
                    self._lives(path.stem)
                    continue
                descriptor = os.open(path, OPEN)
                if try_lock(descriptor) and not self._lives(_signature(descriptor).owner):
                    remove_and_close(path, descriptor)
                else:
                    os.close(descriptor)


@dataclass(frozen=True, slots=True)
class _Signature:
    """Who wrote the file of a batch: for people, and the name of the owner's lock file."""

    words: Message
    owner: str = ""


def _signature(descriptor: int) -> _Signature:
    """ "another SignDesk" while it is being written."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        read = json.loads(os.read(descriptor, _MOST_BYTES))
        words = _named(restored(str(read["label"])), read["process"])
        return _Signature(words, str(read.get("owner", "")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return _Signature(_SOMEBODY)


def _named(label: str, process: object) -> Message:
    return msg("{owner} (process {number})", owner=label, number=process)
