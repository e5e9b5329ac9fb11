"""Nothing in the window moves by itself, so there is nothing to calm down for those whom motion makes ill."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimer

from signdesk.desktop.batches.board import TICK_MS
from signdesk.desktop.main_window.window import MainWindow
from tests.desktop.states import STATES, settle


@pytest.mark.parametrize("state", STATES)
def test_nothing_moves_by_itself(window: MainWindow, state: Callable[[MainWindow], None]) -> None:
    state(window)
    settle()
    assert window.findChildren(QAbstractAnimation) == []
    repeated = [one for one in window.findChildren(QTimer) if one.isActive() and not one.isSingleShot()]
    assert [one.interval() for one in repeated if one.interval() < TICK_MS] == []  # that one counts seconds
