"""What Linux and macOS have in common."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class Posix:
    """Everything but what a system does in its own way."""

    def only_administrators_write(self, _: Path, found: os.stat_result) -> bool:
        """By owner and mode. This user may, too: a user alone on a machine is its administrator."""
        writable_by_group = bool(found.st_mode & stat.S_IWGRP) and found.st_gid != 0
        writable_by_others = found.st_mode & stat.S_IWOTH
        return not writable_by_group and not writable_by_others and found.st_uid in (0, os.geteuid())
