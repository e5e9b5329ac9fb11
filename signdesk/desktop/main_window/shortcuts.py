"""The keys of the main window. Each acts only while what it acts on is in sight or comes into sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from signdesk.desktop.toolkit.accessibility import is_in_sight


class WindowKey(StrEnum):
    """As Qt writes them on every platform: on macOS, "Ctrl" is the key ⌘."""

    ADD = "Ctrl+O"
    PASTE = "Ctrl+V"
    UNDO = "Ctrl+Z"
    SEAL = "Ctrl+Return"
    NEXT_PANE = "F6"
    FIND = "Ctrl+F"
    SETTINGS = "Ctrl+,"
    HELP = "F1"
    QUIT = "Ctrl+Q"


@dataclass(frozen=True, slots=True)
class WindowShortcut:
    """`about`: what has to be in sight for it. `also`: another key for the same."""

    key: WindowKey
    act: Callable[[], object]
    about: QWidget
    also: str = ""


def add_shortcuts(window: QWidget, table: tuple[WindowShortcut, ...]) -> None:
    """They work while `window` or something in it has the keyboard; an open dialog keeps its own keys."""
    for one in table:
        for keys in filter(None, (one.key, one.also)):
            QShortcut(QKeySequence(keys), window).activated.connect(_guarded(one))


def _guarded(one: WindowShortcut) -> Callable[[], None]:
    def act() -> None:
        if is_in_sight(one.about):
            one.act()

    return act
