"""A small file in the folder of the settings: with a journal of this user, sealing was begun.

It tells that the list of batches is gone where journal and mark beside it were both removed. Whoever removes
the data folder and that of the settings starts as on a fresh machine. Blocking; never raises.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from signdesk.platform.files import create_new, fsync_file, fsync_folder, make_folder, write_all

_CONTENT = b"SignDesk has ordered seals. By this file it notices when its list of batches is gone.\n"


def is_marked(path: Path | None) -> bool:
    """Whether sealing was ever begun. `path`: of the file; None: nobody keeps one."""
    return path is not None and os.path.lexists(path)


def keep_mark(path: Path | None) -> None:
    """On the medium when it returns, once and for all. Where it cannot be written it is tried again when
    sealing begins the next time.
    """
    if path is None or is_marked(path):
        return
    with contextlib.suppress(OSError):
        make_folder(path.parent, 0o700)
        descriptor = create_new(path)
        try:
            write_all(descriptor, _CONTENT)
            fsync_file(descriptor)
        finally:
            os.close(descriptor)
        fsync_folder(path.parent)
