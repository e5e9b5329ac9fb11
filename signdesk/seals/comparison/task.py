"""What the document worker is asked for: pages compared, a page's picture, and by what a PDF is known at
small cost (it only says which documents are worth a comparison).

A document may have thousands of pages, so each request compares for a short while and says where to go on.
"""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass, field
from typing import Any

from signdesk.domain.page_comparison import (
    PageComparison,
    PageFinding,
    PageState,
    Rectangle,
    noted_comparison,
)
from signdesk.seals.comparison.drawing import DrawnPdf
from signdesk.seals.comparison.page_pair import Pair, compare, words_of

_ENOUGH_S = 1.5  # of CPU
_SAME_PLACE_PT = 2.0
_MOST_AHEAD = 40  # new pages between two that were sent; looking further costs much and finds nothing


@dataclass(slots=True)
class PollState:
    """Where the comparison stands: the next page of each, from 0, and what was found since it went on."""

    sent: int
    returned: int
    found: list[PageFinding] = field(default_factory=list)


def compare_pages(
    sent: str, returned: str, sent_length: int | None, at: tuple[int, int], hurry_s: float = _ENOUGH_S
) -> tuple[dict[str, Any], bytes]:
    """`sent`, `returned`: paths. `sent_length`: as `DrawnPdf`. `at`: the next pages, from 0.

    Returns a noted comparison of the pages that were dealt with, with `next`: where to go on, or null, and
    `spent_s`: seconds of CPU, which do not depend on what else the computer does.
    Raises Failed with "sent …" or "returned …".
    """
    began_s = time.process_time()
    before, after = DrawnPdf(sent, sent_length), DrawnPdf(returned)
    try:
        course = PollState(*at)
        until_s = time.process_time() + hurry_s
        pairing = _Pairing(before, after)
        while (more := pairing.step(course)) and time.process_time() < until_s:
            pass
    finally:
        before.close()
        after.close()
    found = PageComparison(tuple(course.found), before.pages, after.pages)
    following = [course.sent, course.returned] if more else None
    return {**noted_comparison(found), "next": following, "spent_s": time.process_time() - began_s}, b""


def draw_page(path: str, page: int, width: int, height: int) -> tuple[dict[str, Any], bytes]:
    """As `DrawnPdf.colours`; `page` from 0."""
    document = DrawnPdf(path)
    try:
        return {"pages": document.pages}, document.colours(page, width, height)
    finally:
        document.close()


class _Pairing:
    """Finds the pages that were sent one after the other; what lies between is new."""

    def __init__(self, before: DrawnPdf, after: DrawnPdf) -> None:
        self._before, self._after = before, after

    def step(self, course: PollState) -> bool:
        """Deals with the next page. False once there is none."""
        if course.sent == self._before.pages:
            course.found += [
                PageFinding(PageState.NEW, None, number + 1)
                for number in range(course.returned, self._after.pages)
            ]
            return False
        spare = (self._after.pages - course.returned) - (self._before.pages - course.sent)
        first: Pair | None = None
        for ahead in range(min(max(0, spare), _MOST_AHEAD) + 1):
            pair = self._pair(course.sent, course.returned + ahead)
            first = first or pair
            if pair.state is not PageState.LOST:
                self._take(course, ahead, pair)
                return True
        self._lose(course, first, spare)
        return True

    def _take(self, course: PollState, ahead: int, pair: Pair) -> None:
        for number in range(course.returned, course.returned + ahead):
            course.found.append(PageFinding(PageState.NEW, None, number + 1))
        course.returned += ahead
        course.found.append(_finding(course, pair, course.returned + 1))
        course.sent += 1
        course.returned += 1

    def _lose(self, course: PollState, pair: Pair | None, spare: int) -> None:
        """The page stands beside the one at its place, if any, so that a person can see what became of it."""
        there = course.returned < self._after.pages
        course.found.append(
            _finding(course, pair or Pair(PageState.LOST), course.returned + 1 if there else None)
        )
        course.sent += 1
        if there and spare >= 0:
            course.returned += 1

    def _pair(self, sent: int, returned: int) -> Pair:
        if returned >= self._after.pages:
            return Pair(PageState.LOST)
        return compare(self._before, sent, self._after, returned, self._new_seals(sent, returned))

    def _new_seals(self, sent: int, returned: int) -> list[Rectangle]:
        """The signature fields of a page that the page as it was sent does not have."""
        old = self._before.seal_places(sent)
        return [one for one in self._after.seal_places(returned) if not any(_same(one, two) for two in old)]


def _finding(course: PollState, pair: Pair, returned: int | None) -> PageFinding:
    return PageFinding(
        pair.state, course.sent + 1, returned, pair.rectangles, pair.in_seal, pair.differing_words
    )


def _same(one: Rectangle, other: Rectangle) -> bool:
    pairs = (
        (one.left, other.left), (one.top, other.top), (one.width, other.width), (one.height, other.height)
    )  # fmt: skip
    return all(abs(a - b) <= _SAME_PLACE_PT for a, b in pairs)


_PAGES = 3  # the first ones; more say little more
_MOST_WORDS = 400
_ACROSS, _DOWN = 24, 32  # dots of the picture


def page_marks(path: str) -> tuple[dict[str, Any], bytes]:
    """`pages`; `words`: checksums of different words; `look`: bits of a small picture as a number, 0 where
    nothing is drawn. Raises Failed.
    """
    document = DrawnPdf(path)
    try:
        words: set[int] = set()
        for page in range(min(_PAGES, document.pages)):
            words.update(zlib.crc32(one.encode("utf-8", "replace")) for one in words_of(document.text(page)))
        return {"pages": document.pages, "words": sorted(words)[:_MOST_WORDS], "look": _look(document)}, b""
    finally:
        document.close()


def _look(document: DrawnPdf) -> int:
    """Of the first page that is not empty; one bit a dot."""
    for page in range(min(_PAGES, document.pages)):
        pixels = document.colours(page, _ACROSS, _DOWN)[1::4]
        if min(pixels) < max(pixels):
            middle = (min(pixels) + max(pixels)) // 2
            return int("".join("1" if one <= middle else "0" for one in pixels), 2)
    return 0
