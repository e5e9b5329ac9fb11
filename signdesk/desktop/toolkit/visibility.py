"""Whether a person can see what an action is about: only then is an action that orders anything enabled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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
