"""Which parts of a long column are worth a card: those that are seen, and those near by. Plain numbers."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_CARDS = 8  # from the top of what is seen, however low the window is
MADE_WITHIN = 0.5  # how far above and below what is seen cards are made, in its own height
KEPT_WITHIN = 1.0  # how far they are kept: whoever turns round meets the same cards

Span = tuple[int, int]  # top and bottom of a part, in pixels from the column's top


def near(spans: Sequence[Span], top_px: int, height_px: int, within: float) -> set[int]:
    """The numbers of those that are worth a card while `height_px` from `top_px` on are seen: also the first
    and the last, to which Tab leads from outside.
    """
    least, most = top_px - within * height_px, top_px + (1 + within) * height_px
    found = {n for n, (top, bottom) in enumerate(spans) if bottom >= least and top <= most}
    first = top_part(spans, top_px)
    ends = {0, len(spans) - 1} if spans else set()
    return found | ends | set(range(first, min(first + FEWEST_CARDS, len(spans))))


def top_part(spans: Sequence[Span], top_px: int) -> int:
    """The number of the first that is seen; 0 where none is."""
    return next((n for n, (_, bottom) in enumerate(spans) if bottom > top_px), 0)
