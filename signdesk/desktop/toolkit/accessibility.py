"""What a screen reader is told: what parts of the window are where Qt knows no better than "some area", and
what has just happened. And whether a person can see what an action is about: only then is an action that
orders anything enabled. Everything here is on the GUI thread.

Orca looks for a frame to find the window that is in use, and passes over whatever is a mere filler.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from signdesk.desktop.toolkit.text import plain

_ROLES = {
    "MainWindow": QAccessible.Role.Window,
    "PagesView": QAccessible.Role.Document,
    "StageRow": QAccessible.Role.StaticText,
    "QSplitterHandle": QAccessible.Role.Separator,
}
_WITH_KEYBOARD = {"ScrollColumn": QAccessible.Role.Document}  # text that the arrows scroll


@cache
def name_roles() -> None:
    """From now on, for every widget of the application. On the GUI thread."""
    QAccessible.installFactory(_made)


def _made(class_name: str, found: QObject | None) -> Any:
    """Qt asks for the widget's class first, then for those that it is made from; None: Qt knows better."""
    if not isinstance(found, QWidget):
        return None
    role = _ROLES.get(class_name)
    if role is None and found.focusPolicy() != Qt.FocusPolicy.NoFocus:
        role = _WITH_KEYBOARD.get(class_name)
    return QAccessibleWidget(found, role, "") if role is not None else None


def announce(widget: QWidget, text: str) -> None:
    """Has `text` said once it is its turn, where somebody listens. `widget`: what it is about."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, plain(text, lines=True)))


def is_in_sight(widget: QWidget) -> bool:
    """Shown on the page that is in front, in a window that no open dialog blocks. A key or a press by a
    screen reader may reach a widget that is not.
    """
    if not widget.isVisible() or widget.window().isMinimized():
        return False
    dialog = QApplication.activeModalWidget()
    return dialog is None or not _blocks(dialog, widget.window())


def _blocks(dialog: QWidget, window: QWidget) -> bool:
    """A dialog of another window leaves this one alone."""
    parent = dialog.parentWidget()
    if parent is not None and dialog.windowModality() == Qt.WindowModality.WindowModal:
        return dialog is not window and parent.window() is window
    return dialog is not window
