"""With the system's text at 150 %, on the smallest screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop import theme
from signdesk.desktop.controls import ChoiceButton
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.text import ElidedLabel, Label
from tests.desktop.states import STATES, controls, place, said, settle
from tests.desktop.values import FOLDER, NOW, SEAL, SERVER

SIZE = (1024, 600)


@pytest.fixture
def large_text(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the program had started on such a system."""
    dressed = theme.apply(app, theme.Scheme.LIGHT)
    font = QFont(app.font())
    font.setPixelSize(round(theme.BODY_PX * 1.5))
    with monkeypatch.context() as patched:
        patched.setattr(dressed, "_system_font", font)
        theme.apply(app, theme.Scheme.LIGHT)
        assert theme.sizes().body_px == 20
        yield
    theme.apply(app, theme.Scheme.LIGHT)


@pytest.fixture
def large(qtbot: QtBot, large_text: None) -> MainWindow:
    """The window with a server, a process and a folder."""
    made = MainWindow(now=lambda: NOW, home=Path("/home/anna"))
    qtbot.addWidget(made, before_close_func=lambda window: window.close_for_real())
    made.set_server(SERVER)
    made.intake.set_processes([SEAL], 1)
    made.intake.choose_folder(FOLDER)
    made.show()
    return made


@pytest.mark.parametrize("state", STATES)
def test_every_word_has_its_room(large: MainWindow, state: Callable[[MainWindow], None]) -> None:
    state(large)
    large.resize(*SIZE)
    settle()
    assert (large.width(), large.height()) == SIZE
    cut = [said(one) for one in controls(large) if is_cut(one)]
    assert cut == []
    labels = [
        one for one in large.findChildren(Label) if one.isVisible() and not isinstance(one, ElidedLabel)
    ]
    assert [one.text() for one in labels if is_short(one)] == []


def is_cut(control: QWidget) -> bool:
    """A button's words do not fit, or the control is lower than a line. What is chosen may be cut short."""
    wanted = control.sizeHint() if isinstance(control, QPushButton) else control.minimumSizeHint()
    narrow = control.width() < wanted.width() and not isinstance(control, ChoiceButton)
    return narrow or control.height() < wanted.height()


def is_short(shown: Label) -> bool:
    """Its lines need more height than it has, or its only line more width."""
    if shown.wordWrap():
        return shown.height() < shown.heightForWidth(shown.width())
    return shown.width() < shown.sizeHint().width() or shown.height() < shown.sizeHint().height()


@pytest.mark.parametrize("state", STATES[1:])
def test_the_primary_button_is_whole_and_in_sight(
    large: MainWindow, state: Callable[[MainWindow], None]
) -> None:
    state(large)
    large.resize(*SIZE)
    settle()
    button = large.intake.seal_button
    assert button.visibleRegion().boundingRect() == QRect(QPoint(0, 0), button.size())
    assert large.rect().contains(place(button, large))
