"""A made-up language: every piece of every text of the sources stands in ⟦brackets⟧, values do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,  # noqa: TID251 - looked for, not made
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from devtools import translations
from devtools.running import ROOT
from signdesk.desktop.i18n import language
from signdesk.desktop.toolkit.controls import ChoiceButton

_PIECES = re.compile(r"(\{[a-z_][a-z0-9_]*\})")
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_MARKUP = re.compile(r"<[^<>]*>")


class Pseudo(QTranslator):
    """Knows what the tool finds in the sources, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._known = translations.texts(ROOT)

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        if text not in self._known:
            return ""
        return "".join(
            piece if _PIECES.fullmatch(piece) else f"⟦{piece}⟧" for piece in _PIECES.split(text) if piece
        )

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@contextmanager
def spoken() -> Iterator[None]:
    """Switches whatever is open to the made-up language, and back."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    language.set_locale(QLocale("de"))
    language.retranslate()
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        language.set_locale(QLocale("en"))
        language.retranslate()


def english_left(roots: Iterable[QWidget], data: Iterable[str]) -> list[str]:
    """Every text below `roots` with a word outside brackets that is not among `data`, and where it stands."""
    allowed = sorted(data, key=len, reverse=True)
    found = []
    for root in roots:
        for widget in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
            for what, text in _texts(widget):
                rest = _MARKUP.sub(" ", _BRACKETED.sub(" ", text))
                for one in allowed:
                    rest = rest.replace(one, " ")
                if _WORD.search(rest):
                    found.append(f"{type(widget).__name__} {widget.objectName()} {what}: {text!r}")
    return sorted(set(found))


def every_text(root: QWidget, *, without: type[QWidget] | None = None) -> list[str]:
    """All texts below `root`, but for those in widgets of that kind."""
    return [
        text
        for widget in (root, *root.findChildren(QWidget), *root.findChildren(QAction))
        if without is None or not _is_within(widget, without)
        for _, text in _texts(widget)
    ]


def changed(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """What differs, briefly: pytest would compare long lists for minutes."""
    if len(before) != len(after):
        return [f"{len(before)} texts before, {len(after)} after"]
    return [f"{old!r} is now {new!r}" for old, new in zip(before, after, strict=True) if old != new]


def _is_within(widget: QObject | None, kind: type[QWidget]) -> bool:
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parent()
    return widget is not None


def _texts(widget: QObject) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel | QAbstractButton | QAction):
        yield "text", widget.text()
    if isinstance(widget, ChoiceButton):
        yield "text", widget.shown
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(number)) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from _items(widget)
    yield from _said(widget)


def _said(widget: QObject) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QAction):
        yield "tool tip", widget.toolTip()
    if isinstance(widget, QWidget):
        yield "tool tip", widget.toolTip()
        yield "accessible name", widget.accessibleName()
        yield "accessible description", widget.accessibleDescription()
        yield "title", widget.windowTitle()


def _items(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model: Any = view.model()
    if model is None:
        return
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
        yield "column", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            for role in _ROLES:
                yield "cell", str(model.index(row, column).data(role) or "")
