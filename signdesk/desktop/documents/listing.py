"""The list of documents with its keys, its menu and its links. It draws the model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.documents.columns import SortBar
from signdesk.desktop.documents.model import ROW_ROLE, IntakeModel
from signdesk.desktop.documents.row_actions import KEYS, Verb, offered, verb_text
from signdesk.desktop.documents.rows import ROW_HEIGHT_PX, RowDelegate, link_areas
from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.text import Role, WholeLabel, button_text
from signdesk.desktop.toolkit.tokens import SPACE_8


class DocumentList(QListView):
    """Enter and double click open, Space previews, Delete removes, F2 renames; the menu key and Shift+F10
    offer all. `act` is called with a verb and the numbers of the rows that it is about.
    """

    def __init__(
        self, model: IntakeModel, act: Callable[[Verb, list[int]], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(False)
        bind_text(self.setAccessibleName, tr("Documents"))
        self._menu: QMenu | None = None
        self._keys = {
            int(Qt.Key.Key_Delete): Verb.REMOVE,
            int(Qt.Key.Key_Backspace): Verb.REMOVE,
            int(Qt.Key.Key_F2): Verb.RENAME,
            int(Qt.Key.Key_Return): Verb.OPEN,
            int(Qt.Key.Key_Enter): Verb.OPEN,
            int(Qt.Key.Key_Space): Verb.PREVIEW,
        }
        self.doubleClicked.connect(lambda index: self._do(Verb.OPEN, [index.row()]))

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

    def current_row(self) -> Row | None:
        """The one that has the keyboard."""
        current = self.currentIndex()
        return self._row(current.row()) if current.isValid() else None

    def finish_editing(self) -> None:
        """What is typed as a name is taken over, as by Return."""
        editor = self.viewport().findChild(QLineEdit)
        if self.state() == QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys above; the rest is Qt's, Ctrl+A among it."""
        if self.state() == QAbstractItemView.State.EditingState:  # the editor lets Enter through
            super().keyPressEvent(event)
            return
        key, plain_key = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift_f10 = key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shift_f10 or (key == Qt.Key.Key_Menu and plain_key):
            self._open_menu(self._by_the_current_row())
        elif plain_key and int(key) in self._keys:
            verb = self._keys[int(key)]
            one = [self.currentIndex().row()] if self.currentIndex().isValid() else []
            self._do(verb, self.chosen_rows() if verb is Verb.REMOVE else one)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a link is about that row; it does not select it first."""
        index = self.indexAt(event.position().toPoint())
        verb = self._link_at(event)
        if event.button() == Qt.MouseButton.LeftButton and verb is not None:
            if verb is Verb.RENAME:
                self.setCurrentIndex(index)
            self._do(verb, [index.row()])
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a link open nothing."""
        if self._link_at(event) is None:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a link."""
        over = self._link_at(event) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse where it points, by keyboard at the current row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._open_menu(event.globalPos() if by_mouse else self._by_the_current_row())

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _do(self, verb: Verb, rows: list[int]) -> None:
        shown = [self._row(row) for row in rows]
        if verb not in offered(shown):
            return
        if verb is Verb.RENAME:
            self.edit(self.model().index(rows[0], 0))
            return
        if verb is Verb.PREVIEW:
            self.setCurrentIndex(self.model().index(rows[0], 0))
        self._act(verb, rows)
        last = self.model().rowCount() - 1
        if verb is Verb.REMOVE and last >= 0:
            self.setCurrentIndex(self.model().index(min(rows[0], last), 0))

    def _open_menu(self, place: QPoint) -> None:
        rows = self.chosen_rows()
        if not rows or self._menu is not None:
            return
        self._menu = menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._menu_gone)
        for verb in offered([self._row(row) for row in rows]):
            action = menu.addAction("")
            bind_text(
                action.setText, joined("\t", button_text(verb_text(verb)), key_text(KEYS.get(verb, "")))
            )
            action.setObjectName(verb)
            action.triggered.connect(lambda _checked=False, verb=verb: self._do(verb, rows))
        menu.popup(place)

    def _menu_gone(self) -> None:
        self._menu = None

    def _by_the_current_row(self) -> QPoint:
        area = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(area.left() + area.height(), area.center().y()))

    def _row(self, number: int) -> Row:
        row: Row = self.model().index(number, 0).data(ROW_ROLE)
        return row

    def _link_at(self, event: QMouseEvent) -> Verb | None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return None
        areas = link_areas(self.visualRect(index), self._row(index.row()), lively=True)
        return next((verb for verb, area in areas if area.contains(place)), None)


class ListBox(QFrame):
    """The list with its order above, and a hint below it. `act` as in `DocumentList`."""

    def __init__(self, model: IntakeModel, act: Callable[[Verb, list[int]], object]) -> None:
        super().__init__()
        self.setProperty("surface", "box")
        self.list = DocumentList(model, act)
        self.sort_bar = SortBar(lambda key, descending: model.sort_by(key, descending=descending))
        self.hint = WholeLabel("", Role.MUTED, wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.sort_bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        model.rowsInserted.connect(self.sort_bar.forget)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self.show_hint())

    def show_hint(self) -> None:
        """Why the row that has the keyboard is not sent, in full, for those who cannot hover over it."""
        row = self.list.current_row()
        bad = row is not None and row.is_bad
        self.hint.set_role(Role.BODY if bad else Role.MUTED)
        hint = tr("Drop more documents anywhere, or press Ctrl+V")
        self.hint.show_text(row.blocked if row is not None and bad else hint)
