"""A layout that puts widgets in a row and goes on in the next row where the room ends; and a pane that
scrolls up and down, whose contents keep their width when the scroll bar comes and goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from signdesk.desktop.toolkit.stylesheet import SCROLL_BAR_PX
from signdesk.desktop.toolkit.tokens import SPACE_20


class FlowLayout(QLayout):
    """Left to right, each row as high as its highest widget, vertically centred in the row.

    Widgets with the property "trailing" go to the right end; they move to a row of their own together.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing_px: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._spacing_px = spacing_px
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt: takes an item over."""
        self._items.append(item)

    def count(self) -> int:
        """Qt: how many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt: one item, None behind the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt: gives an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def arrange(self, widgets: Sequence[QWidget]) -> None:
        """Exactly these, in this order; the items of those that stay are kept."""
        for item in list(self._items):
            widget = item.widget()
            if widget is not None and widget not in widgets:
                self.removeWidget(widget)
        for widget in widgets:
            if self.indexOf(widget) < 0:
                self.addWidget(widget)
        self._items.sort(key=lambda item: _place(item, widgets))
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Qt: takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height of all rows. Asked of every card whenever one changes, hence kept."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Qt: a part has come, gone, or changed its size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Qt: places the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._spacing_px * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for row in self._rows(rect.width()):
            height = max(item.sizeHint().height() for item in row)
            left = rect.x()
            free = rect.width() - sum(item.sizeHint().width() for item in row)
            free -= self._spacing_px * (len(row) - 1)
            for item in row:
                hint = item.sizeHint()
                if free > 0 and _is_trailing(item):
                    left, free = left + free, 0
                if move:
                    corner = QPoint(left, top + (height - hint.height()) // 2)
                    item.setGeometry(QRect(corner, QSize(min(hint.width(), rect.width()), hint.height())))
                left += hint.width() + self._spacing_px
            top += height + self._spacing_px
        return max(0, top - self._spacing_px - rect.y())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        apart = self.sizeHint().width() > width
        for item in self._shown():
            wanted = item.sizeHint().width()
            breaks = apart and _is_trailing(item) and rows and not _is_trailing(rows[-1][-1])
            if rows and not breaks and used + self._spacing_px + wanted <= width:
                rows[-1].append(item)
                used += self._spacing_px + wanted
            else:
                rows.append([item])
                used = wanted
        return rows


def _place(item: QLayoutItem, widgets: Sequence[QWidget]) -> int:
    widget = item.widget()
    return widgets.index(widget) if widget is not None else len(widgets)


def _is_trailing(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and bool(widget.property("trailing"))


def flowing(*widgets: QWidget, spacing_px: int = 8) -> QWidget:
    """A widget with these in a flow."""
    holder = QWidget()
    layout = FlowLayout(holder, spacing_px=spacing_px)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


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
