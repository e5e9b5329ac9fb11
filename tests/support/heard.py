"""What the program has a screen reader say, heard inside the process. From outside: `screen_reader`."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def listening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All announcements from now on, in order, in a list that grows."""
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said
