"""Whoever uses the keyboard sees where it is, in every colour scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from signdesk.desktop import theme
from signdesk.desktop.main_window import MainWindow
from tests.desktop.states import controls, listed, place, said, settle, start, worked

AROUND_PX = 3


@pytest.fixture(autouse=True)
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


def picture(control: QWidget, window: MainWindow) -> QImage:
    """The control and a little around it; of a field only its edge, since a cursor is not enough."""
    area = place(control, window).adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
    shown = window.grab(area).toImage()
    if isinstance(control, QLineEdit | QPlainTextEdit):
        painter = QPainter(shown)
        inside = QRect(shown.rect()).adjusted(2 * AROUND_PX, 2 * AROUND_PX, -2 * AROUND_PX, -2 * AROUND_PX)
        painter.fillRect(inside, QColor("black"))
        painter.end()
    return shown


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("state", [start, listed, worked])
def test_every_control_shows_that_it_has_the_keyboard(
    window: MainWindow, app: QApplication, scheme: theme.Scheme, state: Callable[[MainWindow], None]
) -> None:
    theme.apply(app, scheme)
    state(window)
    window.resize(1180, 2000)  # all in sight
    window.activateWindow()
    settle()
    every = controls(window)
    assert len(every) > 5
    alike = []
    for number, control in enumerate(every):
        every[number - 1].setFocus()
        settle()
        without = picture(control, window)
        control.setFocus()
        settle()
        assert control.hasFocus()
        if picture(control, window) == without:
            alike.append(said(control))
    assert alike == []
