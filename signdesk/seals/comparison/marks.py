"""By what a PDF is known at small cost: how many pages it has, which words, or how its first page looks.

Runs in the document worker. Nothing is judged by it: it only says which documents are worth a comparison.
"""

from __future__ import annotations

import zlib
from typing import Any

from signdesk.seals.comparison.drawing import DrawnPdf
from signdesk.seals.comparison.wording import words_of

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
