"""Giving a finished file its final name without ever replacing anything.

Everything raises plain OSError; `disk_failures` makes sentences of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

from signdesk.domain.documents import numbered, safe_name
from signdesk.storage.durable import create_new, flush_folder

WINDOWS_PATIENCE_S = 10.0

_PAUSE_S = 0.1
_MOST_NUMBERS = 10_000
# Access denied, sharing violation, lock violation: virus scanners, indexers and cloud clients cause them for
# milliseconds (signdesk/README.md, Local state).
_HELD_ON_WINDOWS = (5, 32, 33)
_NO_HARD_LINKS = frozenset([errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK])


def place(temporary: Path, folder: Path, name: str) -> Path:
    """Rename `temporary` to `name` in `folder`, or to "name (2)" and so on where that is taken; durable.

    Both on one disk: EXDEV otherwise. When it fails, `temporary` is still there (unless only the flushing of
    the folder failed on a disk without hard links).
    """
    wanted = safe_name(name)
    for number in range(1, _MOST_NUMBERS):
        final = folder / (wanted if number == 1 else numbered(wanted, number))
        try:
            _rename_to_new(temporary, final)
        except FileExistsError:
            continue
        return final
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / wanted))


def patiently(
    rename: Callable[[], object],
    *,
    sleep: Callable[[float], object] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Repeat `rename` for up to 10 s while another Windows program holds the file for a moment."""
    until = clock() + WINDOWS_PATIENCE_S
    while True:
        try:
            rename()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_ON_WINDOWS or clock() >= until:
                raise
        else:
            return
        sleep(_PAUSE_S)


def _rename_to_new(temporary: Path, final: Path) -> None:
    if os.name == "nt":
        patiently(lambda: os.rename(temporary, final))  # noqa: PTH104 - never replaces on Windows
        return
    try:
        os.link(temporary, final)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _rename_over_placeholder(temporary, final)
        return
    try:
        flush_folder(final.parent)
    except OSError:
        final.unlink()
        raise
    with contextlib.suppress(OSError):  # the result is safe under its name; a left-over name harms nobody
        temporary.unlink()


def _rename_over_placeholder(temporary: Path, final: Path) -> None:
    """For disks without hard links (FAT, some shares): only a file that we just made is replaced."""
    placeholder = create_new(final)
    try:
        os.close(placeholder)
        temporary.replace(final)
    except OSError:
        final.unlink(missing_ok=True)
        raise
    flush_folder(final.parent)
