"""Where the journal's file may lie, and that it is private.

SQLite's locks and flushes cannot be relied on over a network, so a folder there is refused where that can be
told: by the kind of file system on Linux, by the drive on Windows. macOS does not say it without C.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.platform import SYSTEM
from signdesk.platform.files import create_new, fsync_folder, make_folder

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def prepare(path: Path) -> None:
    """The file with its folder, there and for this user only. SavingProblem for a network, else OSError."""
    make_folder(path.parent, _PRIVATE_FOLDER)
    refuse_network(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(create_new(path, _PRIVATE_FILE))
        fsync_folder(path.parent)
    if os.name != "nt" and path.stat().st_mode & _OTHERS:
        path.chmod(_PRIVATE_FILE)


def refuse_network(folder: Path) -> None:
    """Raises SavingProblem for a folder that surely lies on another computer."""
    if SYSTEM.is_remote(folder.resolve()):
        raise SavingProblem(
            msg(
                "“{folder}” lies on another computer, where SignDesk's list of batches would not be safe. "
                "Name a folder on this computer with --data-dir.",
                folder=shown_name(str(folder)),
            )
        )
