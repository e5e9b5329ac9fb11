"""A pane that scrolls up and down, whose contents keep their width when the scroll bar comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from signdesk.desktop.toolkit.stylesheet import SCROLL_BAR_PX
from signdesk.desktop.toolkit.tokens import SPACE_20


class ScrollColumn(QScrollArea):
    """`column` is the layout to fill; `top_px` and `bottom_px` are its outer margins."""

    def __init__(self, *, top_px: int = 0, bottom_px: int = 0, spacing_px: int = 12) -> None:
        super().__init__()
        self._top_px, self._bottom_px = top_px, bottom_px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("column")
        self.column = QVBoxLayout(holder)
        self.column.setSpacing(spacing_px)
        self.setWidget(holder)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def minimumSizeHint(self) -> QSize:
        """A line or two: in a low window what does not scroll keeps its height."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * 3 // 2)

    def _make_room(self, _least: int, most: int) -> None:
        """The bar takes its width from the margin, not from the contents."""
        right = SPACE_20 - SCROLL_BAR_PX if most > 0 else SPACE_20
        self.column.setContentsMargins(SPACE_20, self._top_px, right, self._bottom_px)
