"""Documents that a server wrote anew and renamed: known by the likeness of their pages.

The last step of the "Matching rule" (reliability.md section 8), after exact content and names: only for
documents of which nothing came back, and for files that are nobody's. Blocking; worker threads only.
"""

from __future__ import annotations

from collections.abc import Sequence

from signdesk.domain.batches import BatchDocument
from signdesk.domain.matching import Match, Matching, with_owners
from signdesk.jobs.page_judging import PageJudge
from signdesk.storage.archive import Archive

MOST_COMPARISONS = 30  # each up to some seconds


def matched_by_pages(
    archive: Archive,
    documents: Sequence[BatchDocument],
    matches: tuple[Match, ...],
    extra: tuple[str, ...],
    pages: PageJudge,
) -> Matching:
    """The same with the files that show the pages of a missing document given to it."""
    gone = [index for index, match in enumerate(matches) if not match.files]
    entries = [entry for entry in archive.entries if entry.name in extra]
    owners: dict[str, int] = {}
    left = MOST_COMPARISONS
    for entry in entries if gone else ():
        if not pages.is_pdf(entry):
            continue
        for index in [one for one in gone if one not in owners.values()]:
            left -= 1
            if left < 0:
                return with_owners(matches, extra, owners)
            if pages.is_alike(documents[index], entry):
                owners[entry.name] = index
                break
    return with_owners(matches, extra, owners)
