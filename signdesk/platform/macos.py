"""macOS."""

from __future__ import annotations

from pathlib import Path

from signdesk.platform.posix import Posix


class MacOS(Posix):
    """See `interface.System`."""

    def policy_folder(self) -> Path:
        """Of all users of the machine."""
        return Path("/Library/Application Support/SignDesk")
