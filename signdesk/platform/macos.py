"""macOS."""

from __future__ import annotations

import ctypes
import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from signdesk.platform.posix import NOT_SUPPORTED, Posix, beside_child, runs_well

_OPEN = "/usr/bin/open"
_CAFFEINATE = ("/usr/bin/caffeinate", "-i", "-w")


class MacOS(Posix):
    """See `interface.System`."""

    def fsync_file(self, descriptor: int) -> None:
        """F_FULLFSYNC: fsync alone stops at the drive's cache (fsync(2) of macOS)."""
        import fcntl

        full: Any = fcntl  # elsewhere it does not know the command
        try:
            fcntl.fcntl(descriptor, full.F_FULLFSYNC)
        except OSError as error:  # shares do not know it
            if error.errno not in NOT_SUPPORTED:
                raise
            os.fsync(descriptor)

    def machine_identity(self) -> bytes:
        """gethostuuid(3)."""
        wait = (ctypes.c_long * 2)(1, 0)
        made = ctypes.create_string_buffer(16)
        try:
            failed = ctypes.CDLL(None).gethostuuid(made, ctypes.byref(wait))
        except (OSError, AttributeError):
            return b""
        return b"" if failed else made.raw

    def policy_folder(self) -> Path:
        """Of all users of the machine."""
        return Path("/Library/Application Support/SignDesk")

    def open_file(self, path: Path) -> bool:
        """open(1)."""
        return runs_well([_OPEN, str(path)])

    def reveal(self, path: Path) -> bool:
        """open(1)."""
        return runs_well([_OPEN, "-R", str(path)])

    def inhibit_sleep(self, _reason: str) -> AbstractContextManager[str]:
        """caffeinate(8), which also ends when this process does."""
        return beside_child([*_CAFFEINATE, str(os.getpid())])
