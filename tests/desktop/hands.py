"""A person's hands: keys and clicks, with types (pytest-qt's own have none)."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """The left mouse button, in the middle or at `place`."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, place or widget.rect().center())


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifier)


def write(widget: QWidget, text: str) -> None:
    """Letter by letter."""
    QTest.keyClicks(widget, text)


def select(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> None:
    """That row alone, also where the last key of an earlier test was held with Ctrl: Qt believes that it
    still is, and `setCurrentIndex` would add the row to the others.
    """
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
