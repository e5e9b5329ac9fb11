"""The drawn list of documents: one row a file, with its kind, name, size or problem, and "Remove"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from signdesk.desktop import theme
from signdesk.desktop.formats import type_badge
from signdesk.desktop.icons import paint_icon
from signdesk.desktop.intake.model import ROW_ROLE, IntakeModel, Row
from signdesk.desktop.language import tr
from signdesk.desktop.text import plain
from signdesk.desktop.tokens import SPACE_12

ROW_HEIGHT_PX = 54
_State = QStyle.StateFlag
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class RowDelegate(QStyledItemDelegate):
    """Paints a `Row`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high, in proportion to the text."""
        return QSize(120, theme.sizes().scaled(ROW_HEIGHT_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws background, badge, two lines and the link."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        area = QRect(option.rect)
        state = option.state
        _paint_ground(painter, area, state)
        left = _paint_badge(painter, area, row)
        removable = (
            row.problem is not None
            or bool(row.remark)
            or bool(state & (_State.State_MouseOver | _State.State_Selected))
        )
        right = area.right() - SPACE_12
        if removable:
            link = remove_area(area)
            _paint_link(painter, link, strong=bool(state & _State.State_MouseOver))
            right = link.left() - 8
        _paint_lines(painter, QRect(left, area.top(), right - left, area.height()), row)
        painter.restore()


def remove_area(row: QRect) -> QRect:
    """Where the "Remove" link of a row lies."""
    width = QFontMetrics(theme.font(theme.sizes().small_px)).horizontalAdvance(tr("Remove")) + 8
    return QRect(row.right() - SPACE_12 - width + 4, row.top() + 8, width, row.height() - 16)


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    colours = theme.colours()
    if state & _State.State_Selected:
        painter.fillRect(area, QColor(colours.accent_tint))
        if colours.flat:
            painter.fillRect(area.left(), area.top(), 6, area.height(), QColor(colours.accent))
    elif state & _State.State_MouseOver:
        painter.fillRect(area, QColor(colours.hover))
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(colours.line))
    if state & _State.State_HasFocus:
        painter.setPen(QPen(QColor(colours.accent_text), 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -4), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_badge(painter: QPainter, area: QRect, row: Row) -> int:
    """The file's kind in a small page; returns where the text begins."""
    colours, scaled = theme.colours(), theme.sizes().scaled
    width, height = scaled(29), scaled(33)
    box = QRectF(area.left() + SPACE_12, area.top() + (area.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    kind = type_badge(row.name)
    painter.setPen(QColor(colours.muted))
    painter.setFont(theme.font(scaled(9 if len(kind) < 4 else 8), strong=True))
    if kind:
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), kind)
    else:
        side = scaled(20)
        middle = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, "document", colours.muted, middle)
    return int(box.right()) + 11


def _paint_link(painter: QPainter, area: QRect, *, strong: bool) -> None:
    font = theme.font(theme.sizes().small_px)
    font.setUnderline(strong)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().accent_text))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), tr("Remove"))


def _paint_lines(painter: QPainter, area: QRect, row: Row) -> None:
    colours, sizes = theme.colours(), theme.sizes()
    name, note = theme.font(sizes.body_px), theme.font(sizes.small_px)
    name_height, note_height = QFontMetrics(name).height(), QFontMetrics(note).height()
    top = area.top() + (area.height() - name_height - note_height - 2) // 2
    _paint_line(
        painter, QRect(area.left(), top, area.width(), name_height), plain(row.name), name, colours.text
    )
    colour = colours.needs if row.remark else colours.muted
    if row.problem is not None:
        colour = colours.error
    below = QRect(area.left(), top + name_height + 2, area.width(), note_height)
    end = Qt.TextElideMode.ElideRight
    _paint_line(painter, below, plain(row.short_note), note, colour, end)


def _paint_line(
    painter: QPainter,
    area: QRect,
    text: str,
    font: QFont,
    colour: str,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, mode, area.width())
    painter.drawText(area, _MIDDLE, shown)


class DocumentList(QListView):
    """The list with its keys: Delete removes, Enter and double click open, Space previews."""

    remove_wanted = Signal(object)  # list[int]: numbers of rows
    open_wanted = Signal(object)  # Path
    preview_wanted = Signal(object, str)  # Path, name

    def __init__(self, model: IntakeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(False)
        self.setAccessibleName(tr("Documents"))
        self.doubleClicked.connect(self._open)

    def minimumSizeHint(self) -> QSize:
        """Two rows and a half, so that it is seen that there is more."""
        return QSize(160, theme.sizes().scaled(ROW_HEIGHT_PX) * 5 // 2)

    def sizeHint(self) -> QSize:
        """Asks for no more than the least; the layout gives it what is left."""
        return self.minimumSizeHint()

    def chosen_rows(self) -> list[int]:
        """The numbers of the selected rows, or of the one that has the keyboard."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        current = self.currentIndex()
        return chosen or ([current.row()] if current.isValid() else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Backspace, Enter, Space; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._preview()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on "Remove" removes that row; it does not select it first."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self._over_link(event):
            self.remove_wanted.emit([index.row()])
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the link."""
        shape = Qt.CursorShape.PointingHandCursor if self._over_link(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open and Remove, also from the keyboard."""
        if not self.chosen_rows():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(lambda: self._open(self.currentIndex()))
        menu.addAction(tr("Preview")).triggered.connect(self._preview)
        menu.addAction(tr("Remove")).triggered.connect(self.remove_chosen)
        menu.popup(event.globalPos())

    def remove_chosen(self) -> None:
        """Asks to take out what is selected; the row after it becomes the current one."""
        rows = self.chosen_rows()
        if rows:
            self.remove_wanted.emit(rows)
            last = self.model().rowCount() - 1
            if last >= 0:
                self.setCurrentIndex(self.model().index(min(rows[0], last), 0))

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _over_link(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        index = self.indexAt(place)
        return index.isValid() and remove_area(self.visualRect(index)).contains(place)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Row) and not row.checking:
            self.open_wanted.emit(row.path)

    def _preview(self) -> None:
        rows = self.chosen_rows()
        index = (
            self.currentIndex()
            if self.currentIndex().isValid()
            else self.model().index(min(rows, default=0), 0)
        )
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            self.setCurrentIndex(index)
            self.preview_wanted.emit(row.path, row.name)
