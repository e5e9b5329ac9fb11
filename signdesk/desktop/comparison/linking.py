"""Two views of pages that move together: what was sent follows what came back, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from signdesk.desktop.preview.pages import PagesView
from signdesk.domain.page_comparison import PageFinding

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
