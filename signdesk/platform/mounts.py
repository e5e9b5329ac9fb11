"""What is mounted where a folder lies: so that a share that went away is told from a folder that was removed.

Blocking; nothing raises.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from signdesk.domain.batches import Mount
from signdesk.platform import SYSTEM

UNTOLD = Mount("", "", "")


def mount_of(folder: Path) -> Mount:
    """Of the folder, or of what is there of the way to it; UNTOLD where it cannot be told."""
    try:
        with contextlib.suppress(OSError):
            os.stat(folder)  # noqa: PTH116 - what is mounted when it is used (autofs) is mounted now
        return SYSTEM.mount_of(folder.resolve()) or UNTOLD
    except (OSError, ValueError, RuntimeError):
        return UNTOLD
