"""The system's place for icons, as the tests see it: what is shown there, and a person's clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from signdesk.desktop.app.tray import TrayIcon


class TrayPlace(TrayIcon):
    """`is_there` may change at any time, as panels come and go."""

    def __init__(self, *, is_there: bool = True) -> None:
        super().__init__()
        self.is_there = is_there
        self.menu: QMenu | None = None
        self.words = ""
        self.picture = b""
        self.said: list[tuple[str, str]] = []
        self.click: Callable[[], object] = lambda: None
        self.click_on_notice: Callable[[], object] = lambda: None

    def is_available(self) -> bool:
        return self.is_there

    def show(
        self, icon: QIcon, menu: QMenu, chosen: Callable[[], object], told: Callable[[], object]
    ) -> None:
        self.menu, self.click, self.click_on_notice = menu, chosen, told

    def draw(self, icon: QIcon, words: str) -> None:
        image = icon.pixmap(64, 64).toImage()
        self.picture = bytes(image.constBits())
        self.words = words

    def say(self, title: str, text: str) -> bool:
        if self.is_there:
            self.said.append((title, text))
        return self.is_there

    def hide(self) -> None:
        self.menu = None

    def lines(self) -> list[str]:
        """The menu's texts; none where no icon is shown."""
        return [one.text() for one in self.menu.actions() if one.text()] if self.menu else []

    def choose(self, text: str) -> None:
        """As a click on a line of the menu."""
        assert self.menu is not None
        next(one for one in self.menu.actions() if one.text() == text).trigger()
