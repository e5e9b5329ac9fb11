"""How a row of the list of documents is drawn: the file's kind, its name, size or problem, and what helps."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signdesk.desktop.documents.model import ROW_ROLE
from signdesk.desktop.documents.row_actions import Verb, link_verbs, verb_text
from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.formats import type_badge
from signdesk.desktop.toolkit.icons import paint_icon
from signdesk.desktop.toolkit.text import plain
from signdesk.desktop.toolkit.tokens import SPACE_12

ROW_HEIGHT_PX = 54
BADGE_WIDTH_PX = 29
LONGEST_NAME = 250  # characters, before it is made legal
_State = QStyle.StateFlag
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class NameEditor(QLineEdit):
    """At first with all but the ending selected, as file managers do."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """After the view has selected everything."""
        super().focusInEvent(event)
        if not self.isModified():
            stem = PurePath(self.text()).stem
            self.setSelection(0, len(stem.encode("utf-16-le", "replace")) // 2)  # in Qt's units


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
        lively = bool(state & (_State.State_MouseOver | _State.State_Selected))
        links = link_areas(area, row, lively=lively)
        for verb, link in links:
            _paint_link(painter, link, verb_text(verb), strong=bool(state & _State.State_MouseOver))
        ends = [link.left() - 8 for _verb, link in links] or [area.right() - SPACE_12]
        _paint_lines(painter, area, row, left, ends)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """For the name under which the document is sent."""
        editor = NameEditor(parent)
        editor.setAcceptDrops(False)
        editor.setMaxLength(LONGEST_NAME)
        bind_text(editor.setAccessibleName, tr("Name under which it is sent; the file keeps its own"))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Once; later news leave what is typed alone."""
        if isinstance(editor, QLineEdit) and not editor.text() and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Nothing where nothing was changed."""
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Over the name, in the middle of the row."""
        area = QRect(option.rect)
        left = area.left() + SPACE_12 + theme.sizes().scaled(BADGE_WIDTH_PX) + 4
        height = editor.sizeHint().height()
        top = area.top() + (area.height() - height) // 2
        editor.setGeometry(left, top, area.right() - SPACE_12 - left, height)


def link_areas(area: QRect, row: Row, *, lively: bool) -> list[tuple[Verb, QRect]]:
    """Where the links of a row lie, one below the other. `lively`: the row is selected or under the mouse."""
    metrics = QFontMetrics(theme.font(theme.sizes().small_px))
    verbs = link_verbs(row, lively=lively)
    areas = []
    for number, verb in enumerate(verbs):
        width = metrics.horizontalAdvance(verb_text(verb)) + 8
        height = (area.height() - 10) // len(verbs)
        top = area.top() + 5 + number * height
        areas.append((verb, QRect(area.right() - SPACE_12 - width + 4, top, width, height)))
    return areas


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
    width, height = scaled(BADGE_WIDTH_PX), scaled(33)
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


def _paint_link(painter: QPainter, area: QRect, text: str, *, strong: bool) -> None:
    font = theme.font(theme.sizes().small_px)
    font.setUnderline(strong)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().accent_text))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_lines(painter: QPainter, area: QRect, row: Row, left: int, ends: list[int]) -> None:
    """`ends`: where the links beside the first and the last line begin."""
    colours, sizes = theme.colours(), theme.sizes()
    name, note = theme.font(sizes.body_px), theme.font(sizes.small_px)
    name_height, note_height = QFontMetrics(name).height(), QFontMetrics(note).height()
    top = area.top() + (area.height() - name_height - note_height - 2) // 2
    first = QRect(left, top, ends[0] - left, name_height)
    known = row.is_sealed_before
    _paint_line(painter, first, plain(row.name), name, colours.muted if known else colours.text)
    unsure = row.remark is not None and not row.remark.sure
    colour = colours.needs if unsure or row.forced else colours.muted
    if row.is_bad:
        colour = colours.needs if row.may_be_insisted_on else colours.error
    below = QRect(left, top + name_height + 2, ends[-1] - left, note_height)
    if known:
        side = note_height - 3
        paint_icon(painter, "seal", colour, QRectF(left, below.top() + 1.5, side, side))
        below.setLeft(left + side + 5)
    _paint_line(painter, below, plain(row.short_note), note, colour, Qt.TextElideMode.ElideRight)


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
