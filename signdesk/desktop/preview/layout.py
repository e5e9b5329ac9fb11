"""Where the pages of a document lie below each other, in logical pixels; and how much a preview may
cost, whatever a file says of itself. Pure arithmetic, the same for the window and its child process.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

MARGIN_PX = 12
LONGEST_SIDE_PX = 40_000  # so that a scroll bar can count even 2,000 pages
PX_A_POINT = 96 / 72  # at 100 %
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Fit(Enum):
    """How a page's size follows the view."""

    WIDTH = "width"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Box:
    """A page's place."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True)
class Layout:
    """All pages' places; `width` and `height` of the whole, with its margins."""

    boxes: tuple[Box, ...]
    width: int
    height: int

    def visible(self, top: int, bottom: int) -> range:
        """The numbers of the pages that are partly between two heights."""
        first = bisect_right(self.boxes, top, key=lambda box: box.bottom)
        last = bisect_left(self.boxes, bottom, key=lambda box: box.top)
        return range(first, max(first, last))

    def page_at(self, height: int) -> int:
        """The page at a height, or the one below the gap there."""
        found = bisect_right(self.boxes, height, key=lambda box: box.bottom)
        return min(found, len(self.boxes) - 1)


def zoom_of(
    size_pt: tuple[float, float], fit: Fit | float, view: tuple[int, int], *, picture: bool = False
) -> float:
    """1.0 is 100 %. A page that fits is never drawn smaller than it can be seen; a picture never larger
    than it is.
    """
    if isinstance(fit, float):
        return fit
    width, height = (side * PX_A_POINT for side in size_pt)
    zoom = max(view[0] - 2 * MARGIN_PX, 16) / width
    if fit is Fit.PAGE:
        zoom = min(zoom, max(view[1] - 2 * MARGIN_PX, 16) / height)
    return min(zoom, 1.0) if picture else zoom


def placed(
    sizes_pt: Sequence[tuple[float, float]],
    fit: Fit | float,
    view: tuple[int, int],
    *,
    picture: bool = False,
) -> Layout:
    """The pages in a column, each in the middle. `view` is the room in logical pixels."""
    shown = [_shown(size, zoom_of(size, fit, view, picture=picture)) for size in sizes_pt]
    width = max(view[0], 2 * MARGIN_PX + max(one[0] for one in shown))
    total = 2 * MARGIN_PX + sum(one[1] + MARGIN_PX for one in shown) - MARGIN_PX
    top = MARGIN_PX + max(0, (view[1] - total) // 2 if len(shown) == 1 else 0)
    boxes = []
    for page_width, page_height in shown:
        boxes.append(Box((width - page_width) // 2, top, page_width, page_height))
        top += page_height + MARGIN_PX
    return Layout(tuple(boxes), width, top)


def next_step(zoom: float, direction: int) -> float:
    """The next larger (1) or smaller (-1) step."""
    if direction > 0:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), STEPS[0])


def _shown(size_pt: tuple[float, float], zoom: float) -> tuple[int, int]:
    width, height = (side * PX_A_POINT * zoom for side in size_pt)
    shrink = min(1.0, LONGEST_SIDE_PX / max(width, height))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


LONGEST_PAGES = 2000  # pages shown of one document
LONGEST_SIDE_PT = 20_000.0  # 7 m; a page that claims more is drawn as that much
PAGE_PIXELS = 16_000_000  # one drawn page: 64 MB
PIXEL_BYTES = 4
CACHE_BYTES = 192_000_000  # drawn pages kept by the window
TEXT_BYTES = 200_000  # read of a text file
LONGEST_LINE = 2000  # characters; longer lines are broken, since Qt lays a line out in one go
PICTURE_MB = 256  # decoded, while it is being read
HEADER_BYTES = 200_000  # one reply's header
TEXT_PAYLOAD_BYTES = 4_000_000  # TEXT_BYTES as UTF-8 with marks for hidden characters, and some room

ANSWER_MS = 15_000  # one request; the first one includes the start of the child
GRACE_MS = 300  # what a request for a document that is no longer shown may still take
STRIKES = 3  # a document whose pages have ended the child so often is given up
CHILD_MEMORY_BYTES = 1 << 30  # address space, where the system bounds it (Linux)


def bounded_side_pt(side_pt: float) -> float:
    """A page's side as it is drawn: a number between 1 and LONGEST_SIDE_PT, whatever was claimed."""
    return 1.0 if math.isnan(side_pt) else min(max(side_pt, 1.0), LONGEST_SIDE_PT)


def bounded_pixels(width: int, height: int, most: int = PAGE_PIXELS) -> tuple[int, int]:
    """The same shape with at most `most` pixels, each side at least 1 and at most `most`."""
    width, height = max(1, width), max(1, height)
    if width * height <= most:
        return width, height
    ratio = (most / (width * height)) ** 0.5
    width = min(max(1, int(width * ratio)), most)
    return width, max(1, min(int(height * ratio), most // width))
