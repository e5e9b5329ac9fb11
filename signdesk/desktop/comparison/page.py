"""What was sent beside what came back: the pages of one document that the server changed, with marks where
they differ, and beside them what was found and what the seal says. Takes the whole window below its header.
Draws values; what is compared was found before.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import title
from signdesk.desktop.comparison.facts_column import FactsColumn
from signdesk.desktop.comparison.parts import Tools
from signdesk.desktop.comparison.side import LinkedPages, MarkedPages, Side
from signdesk.desktop.comparison.values import Compared, page_words
from signdesk.desktop.i18n.language import bind_text, joined, tr, translated
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, elided_label, plain
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_20
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState

FACTS_WIDTH_PX = 390
WIDE_PX, BOTH_SIDES_PX, HIGH_PX = 1100, 760, 480  # for 13 px text
_ANY_WIDTH_PX = 16_777_215  # QWIDGETSIZE_MAX
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,  # the key of "+" without Shift
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
_PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ComparePage(QWidget):
    """`show_compared` begins; `go_back` is called on Esc and by the button."""

    def __init__(self, go_back: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go_back = go_back
        self.back_button = button(tr("Back to the batches"), "outline")
        self.title = elided_label("", Role.HEADING, middle=True)
        self.place = elided_label("", Role.MUTED)
        self.details_button = button(tr("Details"), "outline")
        self.told = elided_label("", Role.BODY)
        self.facts = FactsColumn(self._go)
        self.tools = Tools(next_change=self.next_change, zoom=self._zoom, show_side=self._show_side)
        self.sent = Side(tr("What you sent"), self._opened)
        self.returned = Side(tr("What came back"), self._opened)
        self._linked = LinkedPages(self.sent.pages, self.returned.pages)
        self.compared: Compared | None = None  # what is shown
        self.say = self.facts.say
        self._found = PageComparison()
        self._at = 0
        self._details = False  # the facts stand in the place of the pages
        self._had_both_sides = True
        self._shows_returned = True  # where there is room for one side
        self._lay_out()
        self._connect()

    def show_compared(self, compared: Compared) -> None:
        """The facts of it, and both files."""
        one, name = compared.document, compared.document.document.name
        self._found = found = one.comparison or PageComparison()
        self._at, self._details, self._shows_returned = 0, False, True
        self._linked.link(found.pages)
        self.show_value(compared)
        bind_text(self.setAccessibleName, tr("Comparison of {name}", name=plain(name)))
        self.tools.offer_next(offered=len(self._changes) > 1)
        marks = {page.returned - 1: page.rectangles for page in found.pages if page.returned}
        before = {page.sent - 1: page.rectangles for page in found.pages if page.sent}
        for side in (self.sent, self.returned):
            side.pages.set_fit(Fit.PAGE if self._has_both_sides else Fit.WIDTH)
        self._fit_shape()
        self._show_page(0)
        self.sent.show_file(compared.sent, name, before)
        self.returned.show_file(compared.returned, name, marks)

    def show_value(self, compared: Compared) -> None:
        """A newer value of the same document."""
        self.compared = compared
        one, batch = compared.document, compared.batch
        self.title.show_text(one.document.name)
        place = tr("{place} of {count}", place=compared.place + 1, count=len(batch.documents))
        self.place.show_text(joined(" · ", place, title(batch)))
        self.facts.show_compared(compared)
        self.told.show_text(translated(one.message or one.seal))

    def next_change(self) -> None:
        """The next page that differs to the top of both sides; after the last one the first."""
        if self._changes:
            self._at = (self._at + 1) % len(self._changes)
            self._go(self._changes[self._at])

    def _opened(self) -> None:
        """One of the files is there."""
        if self._changes:
            self._linked.go_to(self._changes[self._at])

    def focus_first(self) -> None:
        """Puts the keyboard on the first change, or where the arrows scroll."""
        for part in (self.facts.first_change(), self.returned.pages, self.sent.pages, self.back_button):
            if part is not None and part.isVisible():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def put_away(self) -> None:
        """Nothing of the documents stays, and the processes that drew them end."""
        self.compared = None
        for side in (self.sent, self.returned):
            side.put_away()

    def shut(self) -> None:
        """As `put_away`, at the window's end."""
        for side in (self.sent, self.returned):
            side.shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, where facts and pages take turns to the pages; the others as in a preview."""
        key = Qt.Key(event.key())
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ctrl = pressed & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and self._details:
            self.show_details(open_now=False)
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif key in _PAGE_KEYS and not pressed:
            self._view.go_to(self._view.page + _PAGE_KEYS[key])
        elif ctrl and key in _ZOOM_KEYS:
            self._zoom(_ZOOM_KEYS[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Facts beside both sides, or behind "Details"; both sides, or one."""
        super().resizeEvent(event)
        self._fit_shape()

    def show_details(self, *, open_now: bool) -> None:
        """The facts in the place of the pages, where there is no room for both."""
        self._details = open_now
        self._fit_shape()
        (self.focus_first if open_now else self._view.setFocus)()

    @property
    def _changes(self) -> list[PageFinding]:
        return [page for page in self._found.pages if page.state is not PageState.SAME]

    @property
    def _is_wide(self) -> bool:
        return self.width() >= theme.sizes().scaled(WIDE_PX)

    @property
    def _has_both_sides(self) -> bool:
        return self.width() >= theme.sizes().scaled(BOTH_SIDES_PX)

    @property
    def _view(self) -> MarkedPages:
        """The pages that keys turn."""
        return self.sent.pages if self.returned.isHidden() else self.returned.pages

    def _fit_shape(self) -> None:
        wide, both, details = self._is_wide, self._has_both_sides, self._details and not self._is_wide
        self._place_facts(beside=wide)
        high = self.height() >= theme.sizes().scaled(HIGH_PX)
        self.facts.setVisible(wide or details)
        self.facts.setMaximumWidth(theme.sizes().scaled(FACTS_WIDTH_PX) if wide else _ANY_WIDTH_PX)
        self.told.setVisible(high and not wide and not details)
        self.place.setVisible(high)
        self._sides.setVisible(not details)
        self.sent.setVisible(both or not self._shows_returned)
        self.returned.setVisible(both or self._shows_returned)
        self.details_button.setVisible(not wide)
        bind_text(self.details_button.setText, tr("Show the pages") if details else tr("Details"))
        self.tools.setVisible(not details)
        self.tools.page.setVisible(high)
        self.tools.offer_sides(offered=not both, returned=self._shows_returned)
        for side in (self.sent, self.returned):
            side.heading.setVisible(both)
            if both is not self._had_both_sides:
                side.pages.set_fit(Fit.PAGE if both else Fit.WIDTH)
        self._had_both_sides = both

    def _place_facts(self, *, beside: bool) -> None:
        if beside is (self._body.indexOf(self.facts) >= 0):
            return
        if beside:
            self._right.removeWidget(self.facts)
            self._body.insertWidget(0, self.facts, 1)
        else:
            self._body.removeWidget(self.facts)
            self._right.addWidget(self.facts, 1)

    def _show_side(self, returned: bool) -> None:
        self._shows_returned = returned
        self._fit_shape()

    def _go(self, page: PageFinding) -> None:
        if self._details:
            self.show_details(open_now=False)
        self._linked.go_to(page)

    def _show_page(self, page: int) -> None:
        """Of what came back, from 0: its row, and what is said of it."""
        self.facts.mark_page(page + 1)
        found = next((one for one in self._found.pages if one.returned == page + 1), None)
        count = max(self._found.returned_pages, page + 1)
        text = tr("Page {page} of {count}", page=page + 1, count=count)
        if found is not None:
            text = joined(": ", text, page_words(found)[0])
        self.tools.page.show_text(text)
        bind_text(self.returned.pages.setAccessibleDescription, plain(text))
        announce(self.returned.pages, text)

    def _zoom(self, direction: int) -> None:
        """0: the other way to fit."""
        view = self._view
        if direction:
            view.step_zoom(direction)
        else:
            view.set_fit(Fit.PAGE if view.fit is Fit.WIDTH else Fit.WIDTH)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._go_back())
        self.details_button.clicked.connect(lambda: self.show_details(open_now=not self._details))
        self.returned.pages.page_changed.connect(self._show_page)
        for side in (self.sent, self.returned):
            side.pages.zoom_changed.connect(lambda one=side: self.tools.show_zoom(one.pages.fit))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.place)
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        head.addWidget(self.back_button)
        head.addLayout(names, 1)
        head.addWidget(self.details_button)
        self._sides = QWidget()
        sides = QHBoxLayout(self._sides)
        sides.setSpacing(SPACE_12)
        sides.addWidget(self.sent, 1)
        sides.addWidget(self.returned, 1)
        upper = QVBoxLayout()
        upper.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        upper.setSpacing(SPACE_8)
        upper.addWidget(self.told)
        upper.addWidget(self.tools)
        sides.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        self._right = QVBoxLayout()
        self._right.setSpacing(SPACE_8)
        self._right.addLayout(upper)
        self._right.addWidget(self._sides, 1)
        self._body = body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.facts, 1)
        body.addLayout(self._right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addLayout(head)
        layout.addLayout(body, 1)
