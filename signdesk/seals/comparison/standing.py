"""Do the words of two pages stand at the same places, but for the widths of other letters?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from signdesk.seals.comparison.drawing import Letter

_ASIDE_PT = 90.0  # by which a word at a line's end may be moved where all letters before it are narrower
_UP_OR_DOWN = 1.0  # of the letters' height
Word = tuple[str, Sequence[Letter]]


def stand_alike(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """False also where it cannot be told. The words are the same, though blanks within them may differ."""
    if "".join(text for text, _ in before) != "".join(text for text, _ in after):
        return False
    starts, length = [], 0
    for text, _ in after:
        starts.append(length)
        length += len(text)
    at = 0
    for text, word in before:
        if not _alike(word, after[bisect_right(starts, at) - 1][1]):
            return False
        at += len(text)
    return True


def _alike(word: Sequence[Letter], other: Sequence[Letter]) -> bool:
    height = max(one.bottom - one.top for one in (*word, *other))
    if abs(_middle(word) - _middle(other)) > _UP_OR_DOWN * height:
        return False
    left, right = min(one.left for one in other), max(one.right for one in other)
    return left - _ASIDE_PT <= word[0].left <= right + _ASIDE_PT


def _middle(word: Sequence[Letter]) -> float:
    return (min(one.top for one in word) + max(one.bottom for one in word)) / 2
