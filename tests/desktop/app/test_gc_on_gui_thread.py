from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from pathlib import Path

from pytestqt.qtbot import QtBot

from signdesk.desktop.app.gc_on_gui_thread import collect_what_is_due, collecting_here

TWO_TESTS = """
import gc, weakref
import pytest
from PySide6.QtCore import QObject

gone = []

@pytest.fixture
def window(qapp):
    made = QObject()
    made.itself = made
    gone.append(weakref.ref(made))
    return made

def test_with_a_window(window):
    pass

def test_of_something_else():
    assert gc.isenabled()
    assert gone[0]() is None
"""


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


def test_no_window_of_a_test_outlives_it(tmp_path: Path) -> None:
    """It would be destroyed by whichever thread of a later test happens to collect: a crash now and then."""
    (tmp_path / "test_two.py").write_text(TWO_TESTS)
    options = ("-q", "-p", "tests.conftest", "-p", "no:randomly", "-p", "no:cacheprovider")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, f"--rootdir={tmp_path}", str(tmp_path)],
        check=False,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
