"""Linux, and every other POSIX system that is not macOS."""

from __future__ import annotations

from pathlib import Path

from signdesk.platform.posix import Posix


class Linux(Posix):
    """See `interface.System`."""

    def policy_folder(self) -> Path:
        """/etc/signdesk (Filesystem Hierarchy Standard 3.0, 3.7)."""
        return Path("/etc/signdesk")
