"""The folder in which one running practice server keeps packages and results: gone when it ends.

A lock file beside the folder tells a living server's spool from one that a killed server left behind, so
that two programs on one data folder do not sweep each other's documents away.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from pathlib import Path


class Spool:
    """Made by `opened`. `folder` is private to this server."""

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


if sys.platform == "win32":
    import msvcrt

    def _locked(lock: int) -> bool:
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(lock: int) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
