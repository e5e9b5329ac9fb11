"""What a screen reader says of something that has just happened. Everything here is on the GUI thread."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from signdesk.desktop.toolkit.text import plain


def announce(widget: QWidget, text: str) -> None:
    """Has `text` said once it is its turn, where somebody listens. `widget`: what it is about."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, plain(text, lines=True)))
