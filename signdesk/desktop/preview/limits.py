"""How much a preview may cost, whatever a file says of itself. Plain figures, the same for the window and its
child process. No Qt.
"""

from __future__ import annotations

import math

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
