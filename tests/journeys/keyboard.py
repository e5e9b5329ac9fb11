"""The window by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget

from signdesk.desktop.main_window.window import MainWindow
from tests.desktop import hands

MOST_STEPS = 60


def keyboard(window: QWidget) -> QWidget:
    """What has the keyboard."""
    found = window.focusWidget()
    assert found is not None
    return found


def tab_to(window: QWidget, target: QWidget) -> None:
    """Tab until it is there."""
    for _ in range(MOST_STEPS):
        if keyboard(window) is target:
            return
        hands.press(keyboard(window), Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {target.accessibleName() or target} by the keyboard")


def enter(window: QWidget, line: QLineEdit, text: str) -> None:
    """Another text."""
    tab_to(window, line)
    hands.press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(line, Qt.Key.Key_Delete)
    hands.write(line, text)


def choose(window: QWidget, box: QComboBox, steps: int) -> None:
    """Down in a choice box."""
    tab_to(window, box)
    for _ in range(steps):
        hands.press(box, Qt.Key.Key_Down)


def push(window: QWidget, what: QWidget) -> None:
    """With the space bar."""
    tab_to(window, what)
    hands.press(what, Qt.Key.Key_Space)


def verb(part: QWidget, words: str) -> QPushButton:
    """The button with these words that can be pressed now."""
    buttons = part.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == words and one.isVisible() and one.isEnabled())


def offered(window: MainWindow) -> list[str]:
    """Opens the menu of servers; its entries, "*" before the one in use."""
    push(window, window.header.change_link)
    actions = [one for one in window.header.menu.actions() if not one.isSeparator()]
    return [f"{'*' if one.isChecked() else ''}{one.text()}" for one in actions]


def switch(window: MainWindow, name: str) -> None:
    """Chooses an entry of that menu with the arrows."""
    row = [one.lstrip("*") for one in offered(window)].index(name)
    for _ in range(row):
        hands.press(window.header.menu, Qt.Key.Key_Down)
    hands.press(window.header.menu, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
