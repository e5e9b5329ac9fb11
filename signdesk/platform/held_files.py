"""Renames that another program of Windows keeps from happening for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable

WINDOWS_PATIENCE_S = 10.0

_PAUSE_S = 0.1
# Access denied, sharing violation, lock violation: virus scanners, indexers and cloud clients cause them for
# milliseconds (signdesk/README.md, Local state).
_HELD_ON_WINDOWS = (5, 32, 33)


def retry_while_held(
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
