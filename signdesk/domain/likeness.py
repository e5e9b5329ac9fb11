"""Which of many documents may a file show? By marks that cost little, so that few pages are compared.

Plain values and rules: `seals.marks` reads the marks, and only a comparison of pages says whose a file is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest

MOST_LIKELY = 3  # documents named for one file
_TELLING = 12  # words of a file that are looked up, those of the fewest documents first
_SHARING = 50  # documents that are looked at for one word


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Of one PDF. `words`: checksums of words of its first pages. `look`: the bits of a small picture, 0
    where nothing is to be seen.
    """

    pages: int
    words: frozenset[int]
    look: int = 0

    @property
    def is_telling(self) -> bool:
        """Whether there is anything by which it could be told from another."""
        return bool(self.words or self.look)


def likely_documents(
    sent: Mapping[int, PageMarks], returned: Mapping[str, PageMarks]
) -> dict[str, tuple[int, ...]]:
    """For each file the few documents that it may show, the likeliest first. Takes time in proportion to the
    number of files, but for pages without words, of which small pictures are held against each other.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for index, marks in sent.items():
        for word in marks.words:
            holders[word].append(index)
    pictured = [index for index, marks in sent.items() if marks.look and not marks.words]
    return {
        name: tuple(_by_words(marks, sent, holders) or _by_look(marks, sent, pictured))
        for name, marks in returned.items()
    }


def _by_words(
    marks: PageMarks, sent: Mapping[int, PageMarks], holders: Mapping[int, Sequence[int]]
) -> Sequence[int]:
    known = sorted((len(holders[word]), word) for word in marks.words if word in holders)
    votes: Counter[int] = Counter()
    for count, word in known[:_TELLING]:
        for index in holders[word][:_SHARING]:
            if sent[index].pages <= marks.pages:
                votes[index] += 1_000_000 // count
    return nlargest(MOST_LIKELY, votes, key=lambda index: (votes[index], -index))


def _by_look(marks: PageMarks, sent: Mapping[int, PageMarks], pictured: Sequence[int]) -> Sequence[int]:
    if not marks.look:
        return ()
    fitting = (index for index in pictured if sent[index].pages <= marks.pages)
    return nsmallest(
        MOST_LIKELY, fitting, key=lambda index: ((sent[index].look ^ marks.look).bit_count(), index)
    )
