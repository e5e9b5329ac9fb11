"""What the practice server keeps in its data folder: the spool of a running server, and batch numbers.

A lock file beside the spool tells a living server's spool from one that a killed server left behind, so
that two programs on one data folder do not sweep each other's documents away.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from signdesk.platform import SYSTEM

FIRST = 2123  # the number of the first batch
_LARGEST = 10**9
_LONGEST_BYTES = 20


class Spool:
    """The folder of packages and results of one running server, gone when it ends. Made by `opened`."""

    def __init__(self, folder: Path, lock_path: Path, lock: int) -> None:
        self.folder = folder
        self._lock_path = lock_path
        self._lock = lock

    @classmethod
    def opened(cls, parent: Path) -> Spool:
        """A new spool in `parent`, after removing those of servers that are gone. Raises OSError."""
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(parent)
        while True:
            name = f"spool-{secrets.token_hex(4)}"
            lock_path = parent / f"{name}.lock"
            lock = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            # A sweep of another server may have taken the file between the two lines.
            if _locked(lock) and lock_path.exists():
                break
            os.close(lock)
        folder = parent / name
        folder.mkdir(mode=0o700)
        return cls(folder, lock_path, lock)

    def remove(self) -> None:
        """Everything goes. Never raises: what cannot go now is swept by the next server."""
        shutil.rmtree(self.folder, ignore_errors=True)
        try:
            if not self.folder.exists():
                self._lock_path.unlink(missing_ok=True)
            os.close(self._lock)
        except OSError:
            pass


class Numbers:
    """Of batches: each once in a data folder, also after the server was started anew, as a real server's. A
    batch that a former practice server had must not be taken for a newer one.

    `path`: where the last one is noted; what cannot be read or written there begins anew, and still rises
    while the server runs. Two servers that are asked in the same instant may give the same one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = FIRST - 1

    def __call__(self) -> int:
        """The next one. Never raises."""
        self._last = max(self._last, self._noted()) + 1
        with suppress(OSError):
            self._path.write_text(f"{self._last}\n", "ascii")
        return self._last

    def _noted(self) -> int:
        try:
            with self._path.open("rb") as file:
                noted = int(file.read(_LONGEST_BYTES))
        except (OSError, ValueError):
            return 0
        return noted if noted < _LARGEST else 0


def _sweep(parent: Path) -> None:
    for lock_path in parent.glob("spool-*.lock"):
        try:
            lock = os.open(lock_path, os.O_RDWR)
        except OSError:
            continue
        try:
            if _locked(lock):
                shutil.rmtree(lock_path.with_suffix(""), ignore_errors=True)
                lock_path.unlink(missing_ok=True)
        except OSError:
            pass
        finally:
            os.close(lock)


def _locked(lock: int) -> bool:
    try:
        SYSTEM.lock(lock)
    except OSError:
        return False
    return True
