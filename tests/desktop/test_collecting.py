from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from signdesk.desktop.collecting import collect_what_is_due, collecting_here


class Cycle:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


def allocate_much() -> None:
    """Enough for the collector to start, were it enabled."""
    kept: list[list[int]] = [[] for _ in range(20_000)]
    assert kept


def test_no_other_thread_collects(qtbot: QtBot) -> None:
    gc.enable()
    with collecting_here():
        gone = weakref.ref(Cycle())
        worker = threading.Thread(target=allocate_much)
        worker.start()
        worker.join()
        assert gone() is not None
        allocate_much()
        kept = [Cycle() for _ in range(2_000)]
        assert kept
        assert collect_what_is_due() is not None
    assert gc.isenabled()
    gc.collect()
    assert gone() is None


def test_the_timer_collects_without_being_asked(qtbot: QtBot) -> None:
    with collecting_here():
        gone = weakref.ref(Cycle())
        kept = [Cycle() for _ in range(2_000)]
        assert kept
        qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    gc.disable()
