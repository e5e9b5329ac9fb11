"""The two panes of the window: the documents, and beside them the batches or the preview of a document.
And the window's place and shares as bytes, tolerant of anything that was stored by another version.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from signdesk.desktop.batches.board import Board
from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.main_window.header import Header
from signdesk.desktop.preview.beside import Beside
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.tokens import INTAKE_WIDTH

NARROW_PX = 760


class Panes(QSplitter):
    """Both beside each other; where the window is narrow one of them, with the switch in `header`.
    `width_px`: what they share at first.
    """

    def __init__(self, intake: IntakeView, board: Board, header: Header, width_px: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.beside = Beside(board, intake.list)
        self._intake = intake
        self._header = header
        self._pane = "documents"
        self._in_front = True
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(intake)
        self.addWidget(self.beside)
        intake.lower()  # to the beginning of the children, which a screen reader hears in their order
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        documents_px = theme.sizes().scaled(INTAKE_WIDTH)
        self.setSizes([documents_px, width_px - documents_px])
        intake.preview_requested.connect(self.beside.show_preview)
        self.beside.preview.open_requested.connect(intake.open_requested)
        self.beside.toggled.connect(self._make_way)

    def show_pane(self, pane: str) -> None:
        """Brings "documents" or "batches" to the front where the window has room for one only. What is in
        their way, the preview, is closed.
        """
        if pane == "batches" or self.is_narrow():
            self.beside.close_preview()
        self._pane = pane
        self._fit()

    def fit(self, *, in_front: bool) -> None:
        """The window has another size, or another page. `in_front`: the panes are what is shown."""
        self._in_front = in_front
        self._fit()

    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.window().width() < theme.sizes().scaled(NARROW_PX)

    def next_region(self) -> None:
        """The keyboard goes from the documents to the batches, or their preview, and back."""
        focus = self.window().focusWidget()
        away = not (focus is not None and self.beside.isAncestorOf(focus))
        if not (away and self.beside.is_open):
            self.show_pane("batches" if away else "documents")
        (self.beside if away else self._intake).focus_first()

    def _make_way(self) -> None:
        """With room for one pane only, the preview stands before the list, and has the keyboard."""
        self._fit()
        if self.is_narrow():
            (self.beside if self.beside.is_open else self._intake).focus_first()

    def _fit(self) -> None:
        narrow = self._in_front and self.is_narrow()
        aside = self._pane == "batches" or self.beside.is_open
        self._intake.setVisible(not (narrow and aside))
        self.beside.setVisible(not narrow or aside)
        self._header.show_tabs(narrow, self._pane)


VERSION = 1
_HEAD = struct.Struct(">BI")  # version, length of the geometry


def packed(window: QWidget, splitter: QSplitter) -> bytes:
    """Place and size of the window, and the shares of its panes."""
    geometry, shares = bytes(window.saveGeometry().data()), bytes(splitter.saveState().data())
    return _HEAD.pack(VERSION, len(geometry)) + geometry + shares


def restore(window: QWidget, splitter: QSplitter, state: bytes) -> bool:
    """Takes over what `packed` gave; False, and nothing changed, for anything else."""
    if len(state) < _HEAD.size:
        return False
    version, length = _HEAD.unpack_from(state)
    geometry, shares = state[_HEAD.size : _HEAD.size + length], state[_HEAD.size + length :]
    if version != VERSION or len(geometry) < length:
        return False
    if not window.restoreGeometry(QByteArray(geometry)):
        return False
    return bool(splitter.restoreState(QByteArray(shares)))
