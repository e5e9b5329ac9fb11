"""One side of the comparison: a heading, and the pages of one file with marks on them; and how the two
sides move together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.preview.bar import trouble_text
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.preview.rendering import Renderer
from signdesk.desktop.preview.wire import Pages, Why
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.text import Role, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_4
from signdesk.domain.page_comparison import PageFinding, Rectangle

_MARGIN_PX = 3
_PEN_PX = 2
Marks = Mapping[int, Sequence[Rectangle]]


class MarkedPages(PagesView):
    """Pages with frames around places on them."""

    def __init__(self) -> None:
        super().__init__()
        self.fit = Fit.PAGE  # so that a change is in sight, wherever it is on the page
        self.marks: Marks = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages first."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(theme.colours().needs), _PEN_PX, Qt.PenStyle.DashLine))
        for page in self.pages_in_sight():
            for place in self.marks.get(page, ()):
                painter.drawRect(self.place_of(page, place))

    def place_of(self, page: int, place: Rectangle) -> QRectF:
        """Where a place on a page, in points, is in the view now."""
        area, scale = self.area_of(page)
        return QRectF(
            area.left() + place.left * scale - _MARGIN_PX,
            area.top() + place.top * scale - _MARGIN_PX,
            place.width * scale + 2 * _MARGIN_PX,
            place.height * scale + 2 * _MARGIN_PX,
        )


class Side(QWidget):
    """`heading` says whose pages they are. `opened` is called when the pages of the file are there."""

    def __init__(self, heading: str, opened: Callable[[], object]) -> None:
        super().__init__()
        self._tell_opened = opened
        self.heading = label(heading, Role.STRONG)
        self.pages = MarkedPages()
        self.trouble = label("", Role.MUTED, wrap=True)
        self.renderer = Renderer(self)
        bind_text(self.pages.setAccessibleName, plain(heading))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self.heading)
        layout.addWidget(self.trouble)
        layout.addWidget(self.pages, 1)
        layout.addStretch()  # beneath the sentence, where there are no pages
        self.trouble.hide()
        self.renderer.opened.connect(self._opened)
        self.renderer.drawn.connect(self.pages.take_drawn)
        self.renderer.failed.connect(self._failed)
        self.pages.wanted.connect(self.renderer.want)

    def show_file(self, path: Path | None, name: str, marks: Marks) -> None:
        """Begins to show a file; None: it is not there any more."""
        self.pages.forget()
        self.pages.marks = marks
        self._tell(tr("The document as it was sent is not there any more.") if path is None else "")
        if path is None:
            self.renderer.close()
        else:
            self.renderer.open(path, name)

    def put_away(self) -> None:
        """The child ends, and no picture is kept."""
        self.renderer.close()
        self.pages.forget()

    def shut(self) -> None:
        """At the window's end."""
        self.renderer.shut()

    def _opened(self, opened: object) -> None:
        if isinstance(opened, Pages):
            self.pages.show_pages(opened)
            self._tell_opened()

    def _failed(self, why: object, page: int) -> None:
        if page >= 0:
            self.pages.take_failed(page)
        elif isinstance(why, Why):
            self._tell(trouble_text(why))

    def _tell(self, text: str) -> None:
        self.trouble.show_text(text)
        self.trouble.setVisible(bool(text))
        self.pages.setVisible(not text)


Counterparts = dict[int, tuple[int, bool]]  # page, from 0 -> page of the other side; whether it is its own


class LinkedPages(QObject):
    """`link` says which pages belong together; others go by their number."""

    def __init__(self, sent: PagesView, returned: PagesView) -> None:
        super().__init__(sent)
        self._sent, self._returned = sent, returned
        self._to_sent: Counterparts = {}
        self._to_returned: Counterparts = {}
        self._moving = False
        sent.moved.connect(lambda: self._follow(sent, returned, self._to_returned))
        returned.moved.connect(lambda: self._follow(returned, sent, self._to_sent))
        sent.zoom_changed.connect(lambda: returned.set_fit(sent.fit))
        returned.zoom_changed.connect(lambda: sent.set_fit(returned.fit))

    def link(self, pages: Sequence[PageFinding]) -> None:
        """Of another document."""
        self._to_sent = _counterparts([(one.returned, one.sent) for one in pages])
        self._to_returned = _counterparts([(one.sent, one.returned) for one in pages])

    def go_to(self, page: PageFinding) -> None:
        """The page to the top of both sides, or where it would stand."""
        if page.returned is not None:
            self._returned.go_to(page.returned - 1)
            self._follow(self._returned, self._sent, self._to_sent)
        elif page.sent is not None:
            self._sent.go_to(page.sent - 1)
            self._follow(self._sent, self._returned, self._to_returned)

    def _follow(self, moved: PagesView, other: PagesView, counterparts: Counterparts) -> None:
        if self._moving:
            return
        page, share = moved.top()
        there, is_own = counterparts.get(page, (page, True))
        self._moving = True
        try:
            other.show_top(there, share if is_own else 1.0)
            other.show_left(moved.left())
        finally:
            self._moving = False


def _counterparts(pairs: Sequence[tuple[int | None, int | None]]) -> Counterparts:
    """A page without one stands behind the last that has one, and is passed over there."""
    found: Counterparts = {}
    last = 0
    for page, other in pairs:
        if other is not None:
            last = other - 1
        if page is not None:
            found[page - 1] = (last, other is not None)
    return found
