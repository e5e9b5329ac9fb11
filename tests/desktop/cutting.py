"""What of a window cannot be read whole."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QListWidget,
    QScrollArea,
    QTableView,
    QWidget,
)

from signdesk.desktop.toolkit.controls import ChoiceButton
from signdesk.desktop.toolkit.text import ElidedLabel, Label


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


def is_untold(shown: ElidedLabel) -> bool:
    """It is shortened, and a person with a mouse is not told the rest."""
    middle = shown.rect().center()
    QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, middle, shown.mapToGlobal(middle)))
    wide = shown.fontMetrics().horizontalAdvance(shown.text()) > shown.contentsRect().width()
    return wide and shown.text() not in html.unescape(shown.toolTip())


def has_short_title(header: QHeaderView) -> bool:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return False
    shown = [one for one in range(header.count()) if not header.isSectionHidden(one)]
    return any(header.sectionSize(one) < header.sectionSizeHint(one) for one in shown)


def has_untold_cell(table: QTableView) -> bool:
    model, told = table.model(), Qt.ItemDataRole.ToolTipRole
    rows, columns = range(model.rowCount()), range(model.columnCount())
    cells = [(column, model.index(row, column)) for row in rows for column in columns]
    return any(
        table.fontMetrics().horizontalAdvance(str(cell.data())) > table.columnWidth(column)
        and not cell.data(told)
        for column, cell in cells
        if not table.isColumnHidden(column)
    )


CUT: dict[type[QWidget], Callable[[Any], bool]] = {
    Label: is_short_label,
    QAbstractButton: is_short_button,
    QListWidget: is_narrow_list,
    ElidedLabel: is_untold,
    QHeaderView: has_short_title,
    QTableView: has_untold_cell,
    QScrollArea: is_wider_than_its_window,
}


def is_short(shown: Label) -> bool:
    """Its lines need more height than it has, or its only line or longest word more width."""
    if shown.wordWrap():
        words = re.split(r"[\s/]+", shown.text())  # Qt breaks paths, too
        widest = max((shown.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return shown.height() < shown.heightForWidth(shown.width()) or shown.width() < widest
    return shown.width() < shown.sizeHint().width() or shown.height() < shown.sizeHint().height()
