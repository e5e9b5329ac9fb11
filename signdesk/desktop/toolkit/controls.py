"""Small controls that several parts of the window use: buttons in our looks, and the choice box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from signdesk.desktop.i18n.language import bind_text, bound_text
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.icons import icon, paint_icon
from signdesk.desktop.toolkit.text import button_text, plain

CHEVRON_PX = 14


def button(text: str, look: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button. `look`: "" (plain), "primary", "strong", "outline", "link" or "filter"."""
    made = QPushButton(parent)
    bind_text(made.setText, button_text(text))
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if look == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def paint_chevron(widget: QWidget) -> None:
    """Draws the arrow of a choice at the right end of `widget`."""
    side = theme.sizes().scaled(CHEVRON_PX)
    area = QRectF(widget.width() - side - 9, (widget.height() - side) / 2, side, side)
    painter = QPainter(widget)
    paint_icon(painter, "chevron-down", theme.colours().muted, area)


def action_in(menu: QMenu, text: str) -> QAction:
    """A new entry at the end of `menu`, said again in another language while it is open."""
    made = menu.addAction("")
    bind_text(made.setText, button_text(text))
    return made


class Chip(QPushButton):
    """One of several ways to look at things; bold when chosen, and wide enough for that from the start."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind_text(self.setText, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that a screen reader says that it is one of several
        self.setAutoDefault(False)
        self.setProperty("look", "filter")

    def sizeHint(self) -> QSize:
        """Room for the bold text."""
        font = theme.font(theme.sizes().small_px, strong=True)
        width = QFontMetrics(font).horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(width + 24, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never less than its text."""
        return self.sizeHint()


class ChoiceBox(QComboBox):
    """A combo box with our arrow, which the mouse wheel cannot change by accident.

    Its list has a place for the keyboard only while it is open: a screen reader takes that place for the one
    that has the keyboard, also in a list that is closed (Qt 6.11; QAccessibleTableCell).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opens = False
        self.view().selectionModel().currentChanged.connect(self._leave_closed_list)

    def showPopup(self) -> None:
        """Begins at what is chosen."""
        self._opens = True
        row = self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex())
        self.view().setCurrentIndex(row)
        super().showPopup()
        self._opens = False

    def hidePopup(self) -> None:
        """Qt takes what was chosen out of the list only after this."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave_closed_list)

    def _leave_closed_list(self) -> None:
        if not self._opens and not self.view().isVisible():
            self.view().selectionModel().clearCurrentIndex()

    def setAccessibleName(self, name: str) -> None:
        """Of the box, and of the list that it opens."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def show_items(self, texts: tuple[str, ...]) -> None:
        """Changes the words of what can be chosen; what is chosen stays so, and nothing is emitted."""
        texts = bound_text(self.show_items, texts)
        self.blockSignals(True)
        for number, text in enumerate(texts):
            if number < self.count():
                self.setItemText(number, plain(text))
            else:
                self.addItem(plain(text))
        while self.count() > len(texts):
            self.removeItem(self.count() - 1)
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shortens what has no room, and draws the arrow in the theme's colour, which a style sheet's image
        could not have.
        """
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_shortened()
        paint_chevron(self)

    def _paint_shortened(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room_px = self.style().subControlRect(kind, option, part, self).width()
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room_px)
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the scroll area around."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Long labels are cut short rather than widening the pane."""
        return QSize(80, super().minimumSizeHint().height())


class SearchLine(QLineEdit):
    """A line with a cross that empties it, in the theme's colours: Qt's own can hardly be seen in dark."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tint()

    def _tint(self) -> None:
        for cross in self.findChildren(QAction):
            cross.setIcon(icon("close", theme.colours().muted))


class CheckBox(QCheckBox):
    """A box to check, without words: those beside it can be as long as they need."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the mark in the theme's colour, which a style sheet's image could not have."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        colours = theme.colours()
        painter = QPainter(self)
        colour = colours.on_accent if self.isEnabled() else colours.muted
        paint_icon(painter, "check", colour, QRectF(area).adjusted(2, 2, -2, -2))


class ChoiceButton(QPushButton):
    """A button that looks like a choice box and opens something. `shown`: its text in full, which is
    cut short where it is drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = ""
        self.setAutoDefault(False)
        self.setProperty("look", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """What is chosen."""
        self.shown = plain(bound_text(self.show_text, text))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a choice box, as wide as it may be."""
        return QSize(160, self.fontMetrics().height() + 18)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame by the style, text cut short, arrow."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        room = self.rect().adjusted(10, 0, -(CHEVRON_PX + 16), 0)
        painter.setPen(self.palette().buttonText().color())
        shown = self.fontMetrics().elidedText(self.shown, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()
        paint_chevron(self)
