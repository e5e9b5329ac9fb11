"""Whoever uses the keyboard sees where it is, in every colour scheme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from devtools.gallery.doubt_scenes import compared
from devtools.gallery.drawing import put_away
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from tests.desktop.states import controls, listed, place, said, settle, start, worked

AROUND_PX = 3
LEAST_CONTRAST, LEAST_CHANGE_PX = 3.0, 30
SCHEMES = (theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST)


@pytest.fixture(autouse=True)
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_help_shows_that_it_has_the_keyboard(
    qtbot: QtBot, app: QApplication, scheme: theme.Scheme
) -> None:
    theme.apply(app, scheme)
    dialog = HelpDialog(None, [])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    assert len(controls(dialog)) == 2
    assert unseen(dialog) == []


def unseen(window: QWidget) -> list[str]:
    """The controls that look nearly alike with the keyboard and without it."""
    every = controls(window)
    alike = []
    for number, control in enumerate(every):
        every[number - 1].setFocus()
        without = picture(control, window)
        control.setFocus()
        assert control.hasFocus()
        if strong_change_px(without, picture(control, window)) < LEAST_CHANGE_PX:
            alike.append(said(control))
    return alike


def picture(control: QWidget, window: QWidget) -> QImage:
    """The control and a little around it; of a field only its edge, since a cursor is not enough."""
    area = place(control, window).adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
    shown = window.grab(area).toImage()
    if isinstance(control, QLineEdit | QPlainTextEdit):
        painter = QPainter(shown)
        inside = QRect(shown.rect()).adjusted(2 * AROUND_PX, 2 * AROUND_PX, -2 * AROUND_PX, -2 * AROUND_PX)
        painter.fillRect(inside, QColor("black"))
        painter.end()
    return shown


def strong_change_px(before: QImage, after: QImage) -> int:
    """How many pixels have changed by a contrast that a weak eye sees (WCAG 2.2, "focus appearance")."""
    changes = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(
        count
        for (old, new), count in changes.items()
        if old != new and theme.contrast(QColor(old).name(), QColor(new).name()) >= LEAST_CONTRAST
    )


def _pixels(seen: QImage) -> list[int]:
    plain = seen.convertToFormat(QImage.Format.Format_RGB32)  # kept: its bits are its own
    return list(memoryview(plain.constBits()).cast("B").cast("I"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", [start, listed, worked])
def test_every_control_shows_that_it_has_the_keyboard(
    window: MainWindow, app: QApplication, scheme: theme.Scheme, state: Callable[[MainWindow], None]
) -> None:
    theme.apply(app, scheme)
    state(window)
    window.resize(1180, 2000)  # all in sight
    window.activateWindow()
    settle()
    assert len(controls(window)) > 5
    assert unseen(window) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_comparison_shows_what_has_the_keyboard(app: QApplication, scheme: theme.Scheme) -> None:
    theme.apply(app, scheme)
    window = compared()
    try:
        window.resize(1180, 900)
        window.activateWindow()
        settle()
        rows = {*window.compare_page.facts.rows}
        found = [one for one in controls(window) if window.compare_page.isAncestorOf(one)]
        assert len(rows & {*found}) == 1  # they are one stop for Tab
        assert unseen(window) == []
    finally:
        put_away(window)
