"""Documents that a server wrote anew and renamed: known by the likeness of their pages.

The last step of signdesk/README.md, Matching, after exact content and names: only for
documents of which nothing came back, and for files that are nobody's. Blocking; worker threads only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.matching import Match, Matching, likely_documents, with_owners
from signdesk.domain.messages import msg
from signdesk.domain.page_comparison import PageComparison
from signdesk.jobs.page_judge import PageJudge
from signdesk.jobs.result_matching import MOST_LOOKS
from signdesk.seals.comparing import NOT_HERE
from signdesk.seals.worker.client import NotOnThisComputer
from signdesk.storage.archive import Archive, Entry

FEW = 30  # comparisons: so many need no choice of likely ones
MOST_TROUBLE = 3  # files that cannot be read, or cost too much, before the search ends
_NOT_SEARCHED = msg("Nothing came back under its name, and not all of the other files could be compared.")


@dataclass(frozen=True, slots=True)
class PageMatching:
    """`unknown`: what is to be said of documents that have no file, and cannot be called missing; by their
    indices.
    """

    matches: tuple[Match, ...]
    extra: tuple[str, ...]
    unknown: Mapping[int, Outcome]

    def judged(self, index: int, one: BatchDocument) -> BatchDocument:
        """The document as it is told."""
        unknown = self.unknown.get(index)
        if unknown is None or one.outcome is not Outcome.MISSING or one.results:
            return one
        message = NOT_HERE if unknown is Outcome.PENDING else _NOT_SEARCHED
        return replace(one, outcome=unknown, message=message)


def matched_by_pages(
    archive: Archive,
    documents: Sequence[BatchDocument],
    matching: Matching,
    pages: PageJudge,
    is_sealed: Callable[[str], bool],
) -> PageMatching:
    """The same with the files that show the pages of a missing document given to it.

    `is_sealed`: whether the entry of that name is intact under a seal of its own. A document whose source is
    gone may be any of those, but no report.
    """
    matches, extra = matching
    gone = [index for index, match in enumerate(matches) if not match.files]
    others = frozenset(extra)
    entries = [entry for entry in archive.entries if entry.name in others] if gone else []
    entries = [entry for entry in entries if pages.is_pdf(entry)]
    there = [index for index in gone if pages.is_as_sent(documents[index])] if entries else gone
    search = _Search(documents, entries, there, pages)
    lost = set(gone) - set(there)
    may_be_one = bool(lost) and any(is_sealed(one.name) for one in entries[:MOST_LOOKS])
    unknown = dict.fromkeys(lost if may_be_one else (), Outcome.NOT_RECOGNISED)
    try:
        search.carry_out()
    except NotOnThisComputer:
        unknown |= dict.fromkeys(there, Outcome.PENDING)
    except _GivenUp:
        unknown |= dict.fromkeys(there, Outcome.NOT_RECOGNISED)
    unknown |= dict.fromkeys(search.featureless - unknown.keys(), Outcome.NOT_RECOGNISED)
    return PageMatching(*with_owners(matches, extra, search.owners), unknown)


class _GivenUp(Exception):
    """Too many files cannot be read."""


class _Search:
    """`owners`: names of files with the index of the document whose pages they show. `featureless`: documents
    that could not be told from another, since nothing is to be seen on their pages.
    """

    def __init__(
        self,
        documents: Sequence[BatchDocument],
        entries: Sequence[Entry],
        gone: Sequence[int],
        pages: PageJudge,
    ) -> None:
        self.owners: dict[str, int] = {}
        self.featureless: set[int] = set()
        self._documents, self._entries, self._gone, self._pages = documents, entries, gone, pages
        self._found: set[int] = set()
        self._trouble = 0

    def carry_out(self) -> None:
        """What looks the same goes before what looks different in places.

        Raises NotOnThisComputer and _GivenUp.
        """
        likely = self._likely()
        touched: dict[str, list[int]] = {}
        for entry in self._entries:
            for index in likely.get(entry.name, ()):
                if index in self._found:
                    continue
                found = self._pages.likeness(self._documents[index], entry)
                if found.is_harmless:
                    self._take(entry.name, index)
                    break
                self._count(found)
                if found.is_complete and found.pages and not found.lost:
                    touched.setdefault(entry.name, []).append(index)
        for name, indices in touched.items():
            left = [index for index in indices if index not in self._found]
            if name not in self.owners and len(left) == 1:
                self._take(name, left[0])

    def _take(self, name: str, index: int) -> None:
        self.owners[name] = index
        self._found.add(index)

    def _count(self, found: PageComparison | None) -> None:
        """None: nothing is known of a file."""
        self._trouble += found is None or not found.is_complete
        if self._trouble > MOST_TROUBLE:
            raise _GivenUp

    def _likely(self) -> Mapping[str, Iterable[int]]:
        if not self._entries:
            return {}
        sent = {index: self._pages.marks_as_sent(self._documents[index]) for index in self._gone}
        told = {index: one for index, one in sent.items() if one is not None and one.is_telling}
        self.featureless |= sent.keys() - told.keys()
        if len(self._entries) * len(told) <= FEW:
            return {one.name: told for one in self._entries}
        returned = {}
        for entry in self._entries:
            returned[entry.name] = marks = self._pages.marks_in(entry)
            if marks is None:
                self._count(None)
        return likely_documents(told, {name: one for name, one in returned.items() if one is not None})
