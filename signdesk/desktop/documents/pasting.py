"""Ctrl+V with files on the clipboard adds them, also where a text field has the keyboard: their paths as text
are of no use in any field of the window. Text is pasted as ever.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from signdesk.desktop.documents.drops import haul

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class FilesIntoFields(QObject):
    """Lets the window's own Ctrl+V through where a field of it would take the key. On the GUI thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """A key that a field wants for itself is asked about first (ShortcutOverride)."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not haul(mime).paths:
            return False
        event.ignore()
        return True

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, _FIELDS):
            left.removeEventFilter(self)
        if isinstance(entered, _FIELDS) and entered.window() is self._window:
            entered.installEventFilter(self)
