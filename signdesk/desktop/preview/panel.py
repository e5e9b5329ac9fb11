"""The preview: a bar with name, page and size; below it pages, a text, or a sentence why there are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.preview.bar import Bar, page_text, trouble_text, zoom_text
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.preview.rendering import Renderer
from signdesk.desktop.preview.wire import Pages, Text, Why
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_20

SLOW_MS = 400  # until it is said that a document is being opened
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,  # the key of "+" without Shift
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
_PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ROW_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class PreviewPanel(QWidget):
    """Shows one document at a time. `show_document` may be called as often and as fast as keys repeat.
    `move_on` is called with 1 for the next document, -1 for the one before.
    """

    open_requested = Signal(object)  # Path
    settled = Signal()  # the document is there, or the sentence why not

    def __init__(
        self,
        close_preview: Callable[[], object],
        move_on: Callable[[int], object],
        parent: QWidget | None = None,
        *,
        renderer: Renderer | None = None,
    ) -> None:
        super().__init__(parent)
        self._close_preview = close_preview
        self._move_on = move_on
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.renderer = renderer or Renderer(self)
        self.path = Path()  # of the document that is shown
        self._name = ""
        self._count = 0
        self._stand_in = False  # "Close" has the keyboard for want of anything else
        self.bar = Bar(self._zoom)
        self.pages = PagesView()
        self.text = QPlainTextEdit()
        self.sentence = label("", Role.BODY, wrap=True)
        self.sentence_button = button(tr("Open"), "outline")
        self.note = label("", Role.MUTED, wrap=True)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._lay_out()
        self._connect()
        self._clear()

    def show_document(self, path: Path, name: str) -> None:
        """Begins to show a file; `name`, which may differ from the path's, decides what kind it is."""
        self.path, self._name = path, plain(name)
        self._clear()
        self.bar.show_name(name)
        bind_text(self.setAccessibleName, tr("Preview of {name}", name=self._name))
        self._slow.start(SLOW_MS)
        self.renderer.open(path, name)

    def put_away(self) -> None:
        """Nothing of the document stays, and the child ends."""
        self.renderer.close()
        self._clear()

    def shut(self) -> None:
        """As `put_away`, at the window's end."""
        self._slow.stop()
        self.renderer.shut()

    def focus_first(self) -> None:
        """Puts the keyboard where the arrows scroll, or on the button that is there."""
        target = self._focus_target()
        self._stand_in = target is None
        (target or self.bar.close_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """The keys of the preview, wherever the keyboard is; False for all others."""
        key = Qt.Key(event.key())
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == _NO_MODIFIER and key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self._close_preview()
        elif pressed == _NO_MODIFIER and key in _PAGE_KEYS:
            self._turn(_PAGE_KEYS[key])
        elif pressed == Qt.KeyboardModifier.AltModifier and key in _ROW_KEYS:
            self._move_on(_ROW_KEYS[key])
        elif (
            pressed & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier
            and key in _ZOOM_KEYS
        ):
            self._zoom(_ZOOM_KEYS[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part of the panel has used."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text would use Space and the page keys itself."""
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def _opened(self, reply: object) -> None:
        self._slow.stop()
        if isinstance(reply, Pages):
            self._show_pages(reply)
        elif isinstance(reply, Text):
            self.text.setPlainText(reply.text)
            self._show_note(tr("Only the beginning is shown.") if reply.cut else "")
            self._show_body(self.text)
            announce(self, self._name)
        self.settled.emit()

    def _show_pages(self, pages: Pages) -> None:
        shown = len(pages.sizes)
        self._count = 0 if pages.picture else shown
        cut = tr("The first {shown} of {total} pages are shown.", shown=shown, total=pages.total)
        self._show_note(cut if pages.total > shown else "")
        self._show_body(self.pages)
        self.pages.show_pages(pages)
        self._describe()
        announce(
            self,
            tr("{name}, page {page} of {count}", name=self._name, page=1, count=shown)
            if self._count
            else self._name,
        )

    def _failed(self, why: Why, page: int) -> None:
        if page >= 0:
            self.pages.take_failed(page)
            announce(self, tr("Page {page} cannot be shown.", page=page + 1))
            return
        self._slow.stop()
        self._show_sentence(trouble_text(why))
        announce(self, tr("{name}: {sentence}", name=self._name, sentence=trouble_text(why)))
        self.settled.emit()

    def _clear(self) -> None:
        self._slow.stop()
        self._count = 0
        self._show_body(self._nothing)
        self.pages.forget()
        self.text.clear()
        self._show_note("")
        self._describe()

    def _show_body(self, body: QWidget) -> None:
        """Switches what is below the bar; a keyboard that was there stays there."""
        focus = self.window().focusWidget()
        follows = focus is not None and self._body.isAncestorOf(focus)
        follows = follows or (self._stand_in and focus is self.bar.close_button)
        self._body.setCurrentWidget(body)
        self.bar.offer_zoom(body is self.pages)
        offered_below = body is self._apology and not self.sentence_button.isHidden()
        self.bar.open_button.setVisible(not offered_below)
        if follows:
            self.focus_first()

    def _focus_target(self) -> QWidget | None:
        body = self._body.currentWidget()
        if body is self._apology:
            return None if self.sentence_button.isHidden() else self.sentence_button
        return body if body in (self.pages, self.text) else None

    def _show_sentence(self, text: str, *, with_button: bool = True) -> None:
        self.sentence.show_text(text)
        self.sentence_button.setVisible(with_button)
        self._show_body(self._apology)

    def _show_note(self, text: str) -> None:
        self.note.show_text(text)
        self.note.setVisible(bool(text))

    def _describe(self) -> None:
        """Name, page and size, for eyes and for screen readers."""
        words = page_text(self.pages.page, self._count) if self._count else ""
        self.bar.show_page(words)
        self.bar.show_zoom(zoom_text(self.pages.fit))
        bind_text(self.pages.setAccessibleName, tr("Pages of {name}", name=self._name))
        bind_text(self.pages.setAccessibleDescription, words)
        bind_text(self.text.setAccessibleName, tr("Text of {name}", name=self._name))

    def _turned(self, page: int) -> None:
        self._describe()
        if self._count:
            announce(self, page_text(page, self._count))

    def _turn(self, direction: int) -> None:
        if self._body.currentWidget() is self.pages:
            self.pages.go_to(self.pages.page + direction)
        elif self._body.currentWidget() is self.text:
            step = QAbstractSlider.SliderAction
            down = step.SliderPageStepAdd if direction > 0 else step.SliderPageStepSub
            self.text.verticalScrollBar().triggerAction(down)

    def _zoom(self, direction: int) -> None:
        """0: the other way to fit."""
        if self._body.currentWidget() is not self.pages:
            return
        if direction:
            self.pages.step_zoom(direction)
        else:
            self.pages.set_fit(Fit.PAGE if self.pages.fit is Fit.WIDTH else Fit.WIDTH)

    def _zoomed(self) -> None:
        self._describe()
        announce(self, zoom_text(self.pages.fit))

    def _connect(self) -> None:
        self.renderer.opened.connect(self._opened)
        self.renderer.drawn.connect(self.pages.take_drawn)
        self.renderer.failed.connect(self._failed)
        self.pages.wanted.connect(self.renderer.want)
        self.pages.page_changed.connect(self._turned)
        self.pages.zoom_changed.connect(self._zoomed)
        self.bar.close_button.clicked.connect(lambda: self._close_preview())
        for one in (self.bar.open_button, self.sentence_button):
            one.clicked.connect(lambda: self.open_requested.emit(self.path))
        self._slow.timeout.connect(lambda: self._show_sentence(tr("Opening…"), with_button=False))
        self.text.installEventFilter(self)

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setAcceptDrops(False)  # drops are the window's
        self.text.viewport().setAcceptDrops(False)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing = QWidget()
        self._apology = QWidget()
        centre = QVBoxLayout(self._apology)
        centre.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        centre.setSpacing(SPACE_12)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        centre.addStretch(1)
        centre.addWidget(self.sentence)
        centre.addWidget(self.sentence_button, 0, Qt.AlignmentFlag.AlignHCenter)
        centre.addStretch(1)
        self._body = QStackedWidget()
        for body in (self._nothing, self.pages, self.text, self._apology):
            self._body.addWidget(body)
        frame = QFrame()
        frame.setProperty("surface", "desk")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.bar)
        layout.addWidget(frame, 1)
        layout.addWidget(self.note)
