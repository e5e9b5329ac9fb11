"""Python's cyclic collector, kept on the GUI thread.

It runs in whatever thread allocates, and a collected Qt object is destroyed there: its timers stay
registered, and Qt later notifies an object that is gone (seen as a segmentation fault in
QTimerInfoList::activateTimers with PySide6 6.11.3). Needed for as long as PySide6 destroys objects in the
collecting thread.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

EVERY_MS = 1000


@contextmanager
def collecting_here() -> Iterator[None]:
    """While open, cycles are collected on this thread alone, once a second, as the thresholds say."""
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.timeout.connect(collect_what_is_due)
    timer.start(EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
        if was_enabled:
            gc.enable()


def collect_what_is_due() -> int | None:
    """Collects the oldest generation whose threshold was passed; returns it, or None."""
    for generation in (2, 1, 0):
        threshold = gc.get_threshold()[generation]
        if threshold and gc.get_count()[generation] > threshold:
            gc.collect(generation)
            return generation
    return None
