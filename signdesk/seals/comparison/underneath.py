"""What was on a page where a later seal has its picture: nothing, lines to sign on, or what somebody reads.

In the document worker alone, as `drawing`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import compress, groupby

from signdesk.domain.page_comparison import Rectangle
from signdesk.seals.comparison.drawing import Box, DrawnPdf
from signdesk.seals.worker.tasks import Failed

MOST_PAGES = 20
_MOST_S = 2.0  # of CPU
_MARGIN_PT = 1.0  # edges may touch
_SEEN_CONTRAST = 40  # of grey: what less stands out cannot be read, and paper that was scanned is never even
_THIN_DOTS = 3  # a line of two points; writing of four points is higher
_LINE = 0.5  # of the box's width or height


class Under(IntEnum):
    """The more, the worse."""

    NOTHING = 0
    LINES = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True)
class Place:
    """`page` from 0; `box` None for all of the page."""

    page: int
    box: Box | None


def underneath(document: bytes, places: Sequence[Place]) -> list[Under]:
    """What the page shows at each of the places, but for the pictures of the seals that it has; up to the
    first that lies over CONTENT.

    Raises Failed for what cannot be drawn, or would take too long.
    """
    until_s = time.process_time() + _MOST_S
    drawn = DrawnPdf(document)
    try:
        found = []
        page: _Page | None = None
        for place in places:
            if time.process_time() > until_s:
                raise Failed("too long")
            if page is None or page.number != place.page:
                page = _Page(drawn, place.page)
            found.append(_under(page.standing_out(place.box), is_whole=place.box is None))
            if found[-1] is Under.CONTENT:
                break
        return found
    finally:
        drawn.close()


def _under(rows: Sequence[bytes], *, is_whole: bool) -> Under:
    if not any(map(any, rows)):
        return Under.NOTHING
    return Under.LINES if not is_whole and _are_lines(rows) else Under.CONTENT


class _Page:
    """One page, drawn. Raises Failed."""

    def __init__(self, drawn: DrawnPdf, number: int) -> None:
        self.number = number
        self._drawn = drawn
        self._picture = drawn.grey(number)
        self._seals = [self._dots(one) for one in drawn.seal_places(number)]

    def standing_out(self, box: Box | None) -> list[bytes]:
        """Rows of the dots there, 1 for each that stands out from the ground; not those under a seal."""
        width, height = self._picture.width, self._picture.height
        left, top, right, bottom = (0, 0, width, height)
        if box is not None:
            left, top, right, bottom = self._dots(self._drawn.place(self.number, box))
        rows = [self._picture.grey[row * width + left : row * width + right] for row in range(top, bottom)]
        kept = [bytearray(b"\1" * len(row)) for row in rows]
        for one in self._seals:
            across = slice(max(0, one[0] - left - 1), max(0, one[2] - left + 1))
            for row in kept[max(0, one[1] - top - 1) : max(0, one[3] - top + 1)]:
                row[across] = bytes(len(row[across]))
        return _standing_out(rows, kept)

    def _dots(self, place: Rectangle) -> tuple[int, int, int, int]:
        """Left, top, right, bottom; at least one dot each way where it is on the page at all."""
        picture, scale = self._picture, self._picture.scale
        across, down = min(_MARGIN_PT, place.width / 4), min(_MARGIN_PT, place.height / 4)
        return (
            max(0, int((place.left + across) * scale)),
            max(0, int((place.top + down) * scale)),
            min(picture.width, int((place.left + place.width - across) * scale) + 1),
            min(picture.height, int((place.top + place.height - down) * scale) + 1),
        )


def _standing_out(rows: Sequence[bytes], kept: Sequence[bytearray]) -> list[bytes]:
    """Of the dots that are `kept`: their most frequent grey is the ground."""
    counted = b"".join(
        bytes(compress(row, of)) if 0 in of else row for row, of in zip(rows, kept, strict=True)
    )
    ground = max(set(counted), key=counted.count, default=0)
    table = bytes(int(abs(grey - ground) > _SEEN_CONTRAST) for grey in range(256))
    found = [row.translate(table) for row in rows]
    return [_both(row, of) if 0 in of else row for row, of in zip(found, kept, strict=True)]


def _both(one: bytes, other: bytes | bytearray) -> bytes:
    """1 where both are."""
    return (int.from_bytes(one) & int.from_bytes(other)).to_bytes(len(one))


def _are_lines(rows: Sequence[bytes]) -> bool:
    """Whether nothing is left once thin lines along the box are taken away."""
    rows = _without_lines(rows)
    columns = _without_lines([bytes(column) for column in zip(*rows, strict=True)])
    return all(size <= _THIN_DOTS for size in _groups(any(one) for one in zip(*columns, strict=True)))


def _without_lines(rows: Sequence[bytes]) -> list[bytes]:
    """Blank where up to _THIN_DOTS rows together are lines."""
    found, at = list(rows), 0
    for is_line, group in groupby(row.count(1) >= _LINE * len(row) for row in rows):
        size = len(list(group))
        if is_line and size <= _THIN_DOTS:
            found[at : at + size] = [bytes(len(rows[0]))] * size
        at += size
    return found


def _groups(rows: Iterable[bool]) -> list[int]:
    return [len(list(group)) for is_filled, group in groupby(rows) if is_filled]
