"""One page that was sent beside one that came back: is it the same page?

By its words, in their order, and as it is drawn.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from signdesk.domain.page_comparison import PageState, Rectangle
from signdesk.seals.comparison import ink
from signdesk.seals.comparison.drawing import DrawnPdf, Letter, Picture
from signdesk.seals.comparison.ink import stand_alike

_SAME_SIZE_PT = 1.5
_OTHER_FONT = 0.2  # of the words look different where letters of another kind are used; less is a change
_STAMP = 0.12  # of the page; more, on empty ground, is no stamp
_READABLE = 0.2  # of the words: a text of which less is found again cannot be read as one at all


@dataclass(frozen=True, slots=True)
class Pair:
    """What the comparison of two pages found; see `PageFinding`."""

    state: PageState
    rectangles: tuple[Rectangle, ...] = ()
    in_seal: bool = False
    differing_words: int = 0


def compare(before: DrawnPdf, sent: int, after: DrawnPdf, returned: int, seals: Sequence[Rectangle]) -> Pair:
    """Pages from 0. `seals`: where the new seals have their pictures on the page that came back.

    Raises Failed.
    """
    first = before.grey(sent)
    if not _same_size(before.size(sent), after.size(returned)):
        return _by_words_alone(before, sent, after, returned)
    second = after.grey(returned, first)
    if first.grey == second.grey:
        return Pair(PageState.SAME)
    words = _Words(before.letters(sent), after.letters(returned))
    return _Looks(first, second, words, seals).pair()


def _same_size(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _SAME_SIZE_PT for a, b in zip(one, other, strict=True))


def _by_words_alone(before: DrawnPdf, sent: int, after: DrawnPdf, returned: int) -> Pair:
    words = _Words(before.letters(sent), after.letters(returned))
    found = words.found and not words.wording.added
    return Pair(PageState.TOUCHED if found else PageState.LOST, differing_words=words.wording.missing)


class _Words:
    """The words of both pages with their places."""

    def __init__(self, before: Sequence[Sequence[Letter]], after: Sequence[Sequence[Letter]]) -> None:
        self.before = [(text, word) for word in before if (text := _text(word))]
        self.after = [(text, word) for word in after if (text := _text(word))]
        self.wording: Wording = wording([one[0] for one in self.before], [one[0] for one in self.after])

    @property
    def found(self) -> bool:
        """Whether there are words, and all of them are in the other page in their order."""
        return bool(self.before) and self.wording.missing == 0

    @property
    def may_be_restyled(self) -> bool:
        """Whether what looks different can be other letters of the same words: all of them are drawn, and
        stand where they stood.
        """
        words = [word for _, word in (*self.before, *self.after)]
        if not all(one.is_drawn for word in words for one in word):
            return False
        added = set(self.wording.added)
        kept = [one for index, one in enumerate(self.after) if index not in added]
        return stand_alike(self.before, kept)

    @property
    def contradicts(self) -> bool:
        """Whether the other page has a readable text that lacks words of this one."""
        total, missing = self.wording.total, self.wording.missing
        return missing > 0 and total - missing >= max(1, _READABLE * total)


def _text(word: Sequence[Letter]) -> str:
    return letters_of("".join(one.text for one in word))


def _box(picture: Picture, word: Sequence[Letter]) -> ink.Box:
    left, top = min(one.left for one in word), min(one.top for one in word)
    right, bottom = max(one.right for one in word), max(one.bottom for one in word)
    return ink.box_of(picture, Rectangle(left, top, right - left, bottom - top))


class _Looks:
    """The pictures of both pages, which differ."""

    def __init__(self, first: Picture, second: Picture, words: _Words, seals: Sequence[Rectangle]) -> None:
        self._first, self._second, self._words = first, second, words
        self._seal_cells = {
            cell for place in seals for cell in ink.cells_of(ink.box_of(second, place, margin_dots=2))
        }
        self._found = found = ink.difference(first, second)
        self._all = found.gone | found.added
        self._gone = found.gone - self._seal_cells
        self._added = found.added - self._seal_cells

    def pair(self) -> Pair:
        if self._words.found:
            hidden, in_seal = self._hidden_words()
            if hidden:
                return self._as(PageState.LOST, hidden)
            return self._with_words(in_seal)
        if self._gone or self._words.contradicts:
            return self._as(PageState.LOST, self._words.wording.missing)
        if not self._added:
            return self._in_seal_or_same()
        if self._touches(self._added):
            has_words = bool(self._words.before)
            return self._as(PageState.LOST if has_words else PageState.TOUCHED, self._words.wording.missing)
        return self._as(PageState.ADDED_TO)

    def _with_words(self, covered: int) -> Pair:
        """All words are there and to be seen, but for `covered` ones under the new seal's picture."""
        if self._gone:
            return self._restyled()
        if covered or self._touches(self._added):
            return self._as(PageState.TOUCHED, covered)
        return self._as(PageState.ADDED_TO) if self._added else self._in_seal_or_same()

    def _restyled(self) -> Pair:
        """Something is gone although all words are there: other letters, or something else changed."""
        boxes = [ink.cells_of(_box(self._first, word)) for _, word in self._words.before]
        changed = sum(bool(ink.spread(cells) & self._gone) for cells in boxes)
        on_words = ink.spread({cell for cells in boxes for cell in cells})
        if self._written_over():
            return self._as(PageState.LOST, changed)
        if self._gone - on_words or changed < _OTHER_FONT * len(boxes) or not self._words.may_be_restyled:
            return self._as(PageState.TOUCHED)
        extra = self._added - ink.spread(on_words)
        if not extra:
            return Pair(PageState.RESTYLED)
        return self._as(PageState.TOUCHED if self._touches(extra) else PageState.ADDED_TO)

    def _written_over(self) -> bool:
        """Whether words that are new stand where something is gone."""
        new = [self._words.after[index][1] for index in self._words.wording.added]
        return any(ink.cells_of(_box(self._second, word)) & ink.spread(self._gone) for word in new)

    def _hidden_words(self) -> tuple[int, int]:
        """How many words cannot be seen any more, and how many are under the new seal's picture."""
        hidden = self._unseen(self._second, self._words.after)
        if hidden:
            hidden -= self._unseen(self._first, self._words.before)
        if not self._seal_cells:
            return hidden.total(), 0
        changed = self._all & self._seal_cells
        boxes = (ink.cells_of(_box(self._first, word)) for _, word in self._words.before)
        return hidden.total(), sum(bool(cells & changed) for cells in boxes)

    def _unseen(self, picture: Picture, words: Sequence[tuple[str, Sequence[Letter]]]) -> Counter[str]:
        """Of the words where the pictures differ."""
        boxes = ((text, _box(picture, word)) for text, word in words)
        return Counter(
            text for text, box in boxes if self._found.may_change(box) and not ink.can_be_seen(picture, box)
        )

    def _touches(self, cells: ink.Cells) -> bool:
        """Whether an addition lies on, or close to, what was there before, or is more than a stamp."""
        if len(cells) > _STAMP * ink.cell_count(self._first):
            return True
        return bool(ink.with_ink(self._first, ink.spread(cells)))

    def _in_seal_or_same(self) -> Pair:
        if not self._all:
            return Pair(PageState.SAME)
        return Pair(PageState.ADDED_TO, ink.rectangles(self._all, self._second), in_seal=True)

    def _as(self, state: PageState, words: int = 0) -> Pair:
        places = ink.rectangles(self._gone | self._added, self._second)
        return Pair(state, places, differing_words=words)


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
