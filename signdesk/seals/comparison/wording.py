"""Are the words of one page found in another, in their order?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_WORDS = 5000  # of a page whose words do not simply begin and end like the other's


@dataclass(frozen=True, slots=True)
class Wording:
    """`missing`: words of the first page that are not in the second at their place, of `total`. `added`: the
    indices of words of the second page that are none of the first.
    """

    missing: int
    total: int
    added: tuple[int, ...]


def letters_of(text: str) -> str:
    """Without blanks, which a server that writes a PDF anew puts elsewhere, and in one form of letters."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if not one.isspace() and one.isprintable() and one != "\u00ad")


def words_of(text: str) -> list[str]:
    """Each in one form of letters."""
    return [letters for word in text.split() if (letters := letters_of(word))]


def wording(before: Sequence[str], after: Sequence[str]) -> Wording:
    """Blanks within words do not count as a difference where all letters are the same."""
    if "".join(before) == "".join(after):
        return Wording(0, len(before), ())
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    first, second = before[start : len(before) - end], after[start : len(after) - end]
    kept: set[int] = set()
    if first and max(len(first), len(second)) <= _MOST_WORDS:
        for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
            kept.update(range(block.b, block.b + block.size))
    added = tuple(start + index for index in range(len(second)) if index not in kept)
    return Wording(len(first) - len(kept), len(before), added)


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
