"""What each system is asked for. Methods block, may be called in any thread, and raise OSError."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol


class System(Protocol):
    """One of `linux.Linux`, `macos.MacOS` and `windows.Windows`."""

    def policy_folder(self) -> Path:
        """Where only an administrator writes. No environment variable decides: a user could set it. It need
        not exist.
        """

    def only_administrators_write(self, path: Path, found: os.stat_result, /) -> bool:
        """Whether nobody but administrators (on POSIX also this user) can change or replace this file or
        folder; `found`: its properties, of the opened file where it was opened.
        """
