"""All that the widgets of this process show or tell, to people who see them and to those who hear them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

# A hidden line shows dots, so what it holds is not asked for but what it displays.
_TEXTS = (
    *("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis", "windowTitle"),
    *("text", "displayText", "placeholderText", "toPlainText", "title", "currentText", "format"),
)
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
    for name in _TEXTS:
        ask: Callable[[], object] | None = getattr(widget, name, None)
        if name == "text" and isinstance(widget, widgets.QLineEdit):
            continue
        if callable(ask):
            words = ask()
            if isinstance(words, str) and words:
                yield f"{name} of {where}", words
    for action in widget.actions():
        yield f"action of {where}", f"{action.text()} {action.toolTip()}"
    if isinstance(widget, widgets.QAbstractItemView | widgets.QComboBox):
        yield from ((f"item of {where}", words) for words in _items(widget.model()))


def _items(model: Any, parent: Any = None, depth: int = 0) -> Iterator[str]:
    from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

    if model is None:
        return
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    above = parent if parent is not None else QModelIndex()
    is_list = isinstance(model, QAbstractListModel)
    for row in range(min(model.rowCount(above), _MOST_ROWS)):
        for column in range(1 if is_list else model.columnCount(above)):
            index = model.index(row, column, above)
            yield from (words for role in roles if isinstance(words := index.data(role), str))
            if not is_list and depth < _DEEPEST and model.hasChildren(index):
                yield from _items(model, index, depth + 1)
