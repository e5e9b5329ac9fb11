"""What of a window cannot be read whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QListWidget, QScrollArea, QWidget

from signdesk.desktop.controls import ChoiceButton
from signdesk.desktop.text import ElidedLabel, Label


def cut_off(widget: QWidget) -> Iterator[str]:
    """What cannot be read whole, except what is shortened on purpose (and said in a tool tip)."""
    for kind, is_cut in CUT.items():
        for one in widget.findChildren(kind):
            if one.isVisible() and is_cut(one):
                yield f"{kind.__name__}: {one.property('text') or one.accessibleName()}"


def is_short_label(shown: Label) -> bool:
    return not isinstance(shown, ElidedLabel) and is_short(shown)


def is_short_button(button: QAbstractButton) -> bool:
    wanted = button.sizeHint()
    small = button.width() < wanted.width() or button.height() < wanted.height()
    return bool(button.text()) and not isinstance(button, ChoiceButton) and small


def is_narrow_list(chosen: QListWidget) -> bool:
    explained = all(chosen.item(row).toolTip() for row in range(chosen.count()))
    return chosen.sizeHintForColumn(0) > chosen.viewport().width() and not explained


def is_wider_than_its_window(area: QScrollArea) -> bool:
    """Nobody could scroll there."""
    inside = area.widget()
    return inside is not None and inside.width() > area.viewport().width()


CUT: dict[type[QWidget], Callable[[Any], bool]] = {
    Label: is_short_label,
    QAbstractButton: is_short_button,
    QListWidget: is_narrow_list,
    QScrollArea: is_wider_than_its_window,
}


def is_short(shown: Label) -> bool:
    """Its lines need more height than it has, or its only line or longest word more width."""
    if shown.wordWrap():
        words = re.split(r"[\s/]+", shown.text())  # Qt breaks paths, too
        widest = max((shown.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return shown.height() < shown.heightForWidth(shown.width()) or shown.width() < widest
    return shown.width() < shown.sizeHint().width() or shown.height() < shown.sizeHint().height()
