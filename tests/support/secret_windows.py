"""All that the widgets of this process show or tell, to people who see them and to those who hear them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

_ALL_HAVE = ("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis", "windowTitle")
# A hidden line shows dots, so what it displays is asked for, not what it holds.
_SOME_HAVE = {
    "QLabel": ("text",),
    "QAbstractButton": ("text",),
    "QLineEdit": ("displayText", "placeholderText"),
    "QPlainTextEdit": ("toPlainText", "placeholderText"),
    "QTextEdit": ("toPlainText", "placeholderText"),
    "QGroupBox": ("title",),
    "QMenu": ("title",),
    "QComboBox": ("currentText",),
    "QProgressBar": ("text",),
}
_DEEPEST = 3
_MOST_ROWS = 500


def texts() -> Iterator[tuple[str, str]]:
    """Where, and the words; nothing where there is no application. On the GUI thread."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if widgets is None or not isinstance(application, widgets.QApplication):
        return
    clipboard = application.clipboard().mimeData()
    for kind in clipboard.formats() if clipboard is not None else ():
        yield f"clipboard, {kind}", bytes(clipboard.data(kind).data()).decode("latin-1")
    for widget in application.allWidgets():
        yield from _of(widget, widgets)


def _of(widget: Any, widgets: Any) -> Iterator[tuple[str, str]]:
    where = f"{type(widget).__name__} {widget.objectName()}".strip()
    kind: Any = type(widget)
    for name in _asked_of(kind, widgets):
        words = getattr(widget, name)()
        if words:
            yield f"{name} of {where}", words
    for action in widget.actions():
        yield f"action of {where}", f"{action.text()} {action.toolTip()}"
    if isinstance(widget, widgets.QAbstractItemView | widgets.QComboBox):
        yield from ((f"item of {where}", words) for words in _items(widget.model()))


@cache
def _asked_of(kind: Any, widgets: Any) -> tuple[str, ...]:
    """The names of the methods that give a text."""
    has = [asks for base, asks in _SOME_HAVE.items() if issubclass(kind, getattr(widgets, base))]
    return tuple(chain(_ALL_HAVE, *has))


def _items(model: Any, parent: Any = None, depth: int = 0) -> Iterator[str]:
    from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, Qt

    if model is None:
        return
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    above = parent if parent is not None else QModelIndex()
    is_flat = isinstance(model, QAbstractListModel | QAbstractTableModel)
    for row in range(min(model.rowCount(above), _MOST_ROWS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(above)):
            index = model.index(row, column, above)
            yield from (words for role in roles if isinstance(words := index.data(role), str))
            if not is_flat and depth < _DEEPEST and model.hasChildren(index):
                yield from _items(model, index, depth + 1)
