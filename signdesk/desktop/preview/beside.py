"""The right side of the window: the batches, or in their place the preview of a document.

While the preview is open it follows the list of documents: the keyboard stays there, the arrows move on to
the next document, and the preview's own keys work from there too.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from signdesk.desktop.batches.board import Board
from signdesk.desktop.documents.model import ROW_ROLE
from signdesk.desktop.documents.values import Row
from signdesk.desktop.preview.panel import PreviewPanel


class Beside(QStackedWidget):
    """`documents` is the list that the preview follows."""

    toggled = Signal()  # the preview was opened or closed

    def __init__(self, board: Board, documents: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PreviewPanel(self.close_preview, self._move_on)
        self._board = board
        self._documents = documents
        self._origin: QWidget = documents
        self.addWidget(board)
        self.addWidget(self.preview)
        documents.installEventFilter(self)
        documents.selectionModel().currentChanged.connect(self._follow)
        documents.model().modelReset.connect(self._follow)
        documents.model().rowsRemoved.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether the preview is shown."""
        return self.currentWidget() is self.preview

    def show_preview(self, path: Path, name: str, origin: QWidget | None = None) -> None:
        """Shows a file, opening the preview if need be. `name` decides its kind; `origin` gets the keyboard
        back at the end, and without one the list, which the preview then follows.
        """
        self._origin = origin or self._documents
        self.preview.show_document(path, name)
        if not self.is_open:
            self.setCurrentWidget(self.preview)
            self.toggled.emit()

    def close_preview(self) -> None:
        """The batches again; the keyboard goes back to where it came from if it was in the preview."""
        if not self.is_open:
            return
        focus = self.window().focusWidget()
        had_focus = focus is None or self.preview.isAncestorOf(focus)
        self.setCurrentWidget(self._board)
        self.preview.put_away()
        self.toggled.emit()
        if had_focus:
            self._origin.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Puts the keyboard into what is shown."""
        (self.preview if self.is_open else self._board).focus_first()

    def shut(self) -> None:
        """At the window's end: nothing of the preview stays behind."""
        self.preview.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The preview's keys, pressed in the list."""
        if (
            watched is self._documents
            and self.is_open
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self.preview.take_key(event)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if not self.is_open or self._origin is not self._documents:
            return
        row = self._documents.currentIndex().data(ROW_ROLE)
        if not isinstance(row, Row):
            self.close_preview()
        elif row.path != self.preview.path:
            self.preview.show_document(row.path, row.name)

    def _move_on(self, direction: int) -> None:
        here = self._documents.currentIndex()
        there = here.siblingAtRow(here.row() + direction)
        if self._origin is self._documents and there.isValid():
            self._documents.setCurrentIndex(there)
