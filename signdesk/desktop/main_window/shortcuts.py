"""The keys of the main window. Each acts only while what it acts on is in sight or comes into sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from signdesk.desktop.toolkit.visibility import is_in_sight


@dataclass(frozen=True, slots=True)
class WindowShortcut:
    """`about`: what has to be in sight for it."""

    keys: QKeySequence | QKeySequence.StandardKey | str
    act: Callable[[], object]
    about: QWidget


def add_shortcuts(window: QWidget, table: tuple[WindowShortcut, ...]) -> None:
    """They work while `window` or something in it has the keyboard; an open dialog keeps its own keys."""
    for one in table:
        QShortcut(QKeySequence(one.keys), window).activated.connect(_guarded(one))


def _guarded(one: WindowShortcut) -> Callable[[], None]:
    def act() -> None:
        if is_in_sight(one.about):
            one.act()

    return act
