"""What belongs together: entries of a result and documents, by their names (signdesk/README.md, row 22); a
file and the documents that it may show, by marks that cost little, so that few pages are compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest, nsmallest
from pathlib import PurePosixPath

from signdesk.domain.documents import folded

_BETWEEN = re.compile(r"[\W_]")  # between the words of a name
_MOST_PARTS = 60
_LOST = re.compile(r"[^\x00-\x5e\x60-\x7f]+")  # `_` and letters beyond ASCII


@dataclass(frozen=True, slots=True)
class Match:
    """`main`: the entry with the document's own name. `beside`: seal files and other forms of it."""

    main: str | None
    beside: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """All of them, `main` first."""
        return (*((self.main,) if self.main is not None else ()), *self.beside)

    def joined(self, *names: str) -> Match:
        """With these beside it."""
        return Match(self.main, (*self.beside, *names))

    def without(self, name: str) -> Match:
        """The same without one of its files."""
        left = tuple(one for one in self.beside if one != name)
        return Match(self.main if self.main != name else None, left)


Matching = tuple[tuple[Match, ...], tuple[str, ...]]


def match_names(sent: Sequence[str], returned: Sequence[str]) -> Matching:
    """One Match for each sent name, in order, and the entries that belong to none.

    An entry belongs to the document of the same name (case and normal form aside), else to the one whose name
    it extends (`Letter.pdf.p7s`), else to the only one that has its stem (`Letter.p7s`). Sent names are
    unique without regard to case, and so are an accepted archive's.
    """
    by_name = {folded(name): index for index, name in enumerate(sent)}
    by_stem: dict[str, list[int]] = {}
    for name, index in by_name.items():
        by_stem.setdefault(PurePosixPath(name).stem, []).append(index)
    main: dict[int, str] = {}
    beside: dict[int, list[str]] = {}
    extra = []
    for name in returned:
        owner = by_name.get(folded(name))
        if owner is not None:
            main[owner] = name
        elif (owner := _owner(name, by_name, by_stem)) is not None:
            beside.setdefault(owner, []).append(name)
        else:
            extra.append(name)
    matches = tuple(Match(main.get(i), tuple(beside.get(i, ()))) for i in range(len(sent)))
    return matches, tuple(extra)


def _owner(name: str, by_name: dict[str, int], by_stem: Mapping[str, Sequence[int]]) -> int | None:
    """The document that an entry with another name belongs to."""
    if (extended := _extended(name, by_name)) is not None:
        return extended
    owners = by_stem.get(PurePosixPath(folded(name)).stem, ())
    return owners[0] if len(owners) == 1 else None


def with_owners(matches: Sequence[Match], extra: Sequence[str], owners: Mapping[str, int]) -> Matching:
    """The same with some entries of `extra` given to the documents that `owners` names by their index.

    An entry takes a document's own place where that is empty, and stands beside it otherwise.
    """
    changed = list(matches)
    for name in extra:
        if (index := owners.get(name)) is not None:
            one = changed[index]
            taken = one.main is not None
            changed[index] = replace(one, beside=(*one.beside, name)) if taken else replace(one, main=name)
    return tuple(changed), tuple(name for name in extra if name not in owners)


def followers(matches: Sequence[Match], extra: Sequence[str]) -> dict[str, int]:
    """The owners of entries whose names extend what a document came back as (`1.txt.p7s` beside `1.txt`)."""
    by_name = {folded(match.main): index for index, match in enumerate(matches) if match.main is not None}
    owners = {name: _extended(name, by_name) for name in extra}
    return {name: index for name, index in owners.items() if index is not None}


def is_mangled(name: str, sent: str) -> bool:
    """Whether it is the sent name with `_` for the letters that a packer could not write (it put `?`)."""
    return "_" in name and _LOST.sub("_", folded(name)) == _LOST.sub("_", folded(sent))


def loose_owners(sent: Sequence[str], wanting: Collection[int], extra: Sequence[str]) -> dict[str, int]:
    """Of the documents that are `wanting` a sealed file, by their index, those whose name an entry lengthens
    (`Letter_signed.pdf`) or holds with letters lost.

    Only entries with the document's own ending, each with one such document (the longest name wins), and each
    document with one such entry.
    """
    by_stem: dict[tuple[str, str], int] = {}
    by_letters: dict[str, int] = {}
    for index in sorted(wanting, key=lambda one: len(sent[one])):
        path = PurePosixPath(folded(sent[index]))
        by_stem[path.stem, path.suffix] = index
        by_letters[_LOST.sub("_", str(path))] = index
    owners = {
        name: max(fitting, key=lambda one: (len(sent[one]), one))
        for name in extra
        if (fitting := _fitting(name, by_stem, by_letters))
    }
    taken = Counter(owners.values())
    return {name: index for name, index in owners.items() if taken[index] == 1}


def _extended(name: str, by_name: dict[str, int]) -> int | None:
    longer = PurePosixPath(folded(name))
    while longer.suffix:
        longer = longer.with_suffix("")
        if str(longer) in by_name:
            return by_name[str(longer)]
    return None


def _fitting(name: str, by_stem: Mapping[tuple[str, str], int], by_letters: Mapping[str, int]) -> set[int]:
    """Looked up by the parts of the name, so that thousands of names are not held against each other."""
    longer = PurePosixPath(folded(name))
    marks = [match.start() for match in _BETWEEN.finditer(longer.stem)][:_MOST_PARTS]
    starts = [0, *(mark + 1 for mark in marks)]
    ends = [*marks, len(longer.stem)]
    parts = {longer.stem[start:end] for start in starts for end in ends if start < end}
    found = {by_stem[part, longer.suffix] for part in parts if (part, longer.suffix) in by_stem}
    lost = by_letters.get(_LOST.sub("_", str(longer))) if "_" in name else None
    return found if lost is None else {*found, lost}


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
