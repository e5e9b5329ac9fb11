"""What parts of the window are to a screen reader where Qt knows no better than "some area".

Orca looks for a frame to find the window that is in use, and passes over whatever is a mere filler. No texts
here, no widgets.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

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
