"""A PDF whose seal is intact, but which is not shown as it was sent: are its pages found again?

Two kinds (signdesk/README.md, Matching): the server wrote the file anew before it sealed it, or it added
more than its seal to the file that was sent. Blocking; worker threads only.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.errors import InputProblem
from signdesk.domain.matching import PageMarks
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.page_comparison import PageComparison, comparison_words
from signdesk.jobs.digests import sha256_in
from signdesk.jobs.entry_checks import EntryChecks
from signdesk.seals import SealCheckResult
from signdesk.seals.comparing import (
    NOT_HERE,
    ORIGINAL_CHANGED,
    ORIGINAL_GONE,
    SentBytes,
    compare_documents,
    marks_of,
)
from signdesk.seals.worker.client import NotOnThisComputer
from signdesk.seals.worker.pool import Asks
from signdesk.storage.archive import Entry
from signdesk.storage.sources import look, open_document

log = logging.getLogger(__name__)
_HEAD_BYTES = 1024
NOT_KNOWN = msg("It has an intact seal, but it is not known whether it is the document that was sent.")
ANOTHER_DOCUMENT = msg("It is another document under this name, with an intact seal.")


class PageJudge:
    """`looks`: at the entries of one archive. `changes_documents`: the server is known to do so, and it
    counts as asked for.

    Raises as `EntryChecks`.
    """

    def __init__(self, looks: EntryChecks, worker: Asks, *, changes_documents: bool) -> None:
        self._looks = looks
        self._worker = worker
        self._changes_documents = changes_documents
        self._compared: dict[tuple[str, str], PageComparison] = {}

    def updated(self, one: BatchDocument, entry: Entry, found: SealCheckResult) -> BatchDocument | None:
        """The entry begins with what was sent. None where only the seal's own picture was added to it."""
        with self._looks.unpacked(entry) as path:
            try:
                pages = compare_documents(self._worker, SentBytes(path, one.document.size_bytes), path)
            except NotOnThisComputer as trouble:
                return _not_judged(one, trouble)
        return None if pages.only_in_seal else self._resealed(one, found, pages)

    def rewritten(self, one: BatchDocument, entry: Entry, found: SealCheckResult) -> BatchDocument:
        """The entry is another file, `found` the look at its seal alone."""
        try:
            return self._resealed(one, found, self.likeness(one, entry))
        except NotOnThisComputer as trouble:
            return _not_judged(one, trouble)

    def _with_source(self, one: BatchDocument, entry: Entry) -> PageComparison:
        """Raises NotOnThisComputer."""
        if (why := why_not_as_sent(one)) is not None:
            return PageComparison(not_compared=why)
        with self._looks.unpacked(entry) as path:
            try:
                return compare_documents(self._worker, SentBytes(one.document.path), path)
            except NotOnThisComputer:
                if (why := why_not_as_sent(one)) is not None:  # it went away meanwhile
                    return PageComparison(not_compared=why)
                raise

    def is_pdf(self, entry: Entry) -> bool:
        """By how it begins."""
        with self._looks.unpacked(entry) as path, path.open("rb") as content:
            return b"%PDF-" in content.read(_HEAD_BYTES)

    def likeness(self, one: BatchDocument, entry: Entry) -> PageComparison:
        """Of the entry, whatever its name, to the document as it was sent; kept for `rewritten`.

        Raises NotOnThisComputer.
        """
        key = (one.sent_name, entry.name)
        if key not in self._compared:
            self._compared[key] = self._with_source(one, entry)
        return self._compared[key]

    def is_as_sent(self, one: BatchDocument) -> bool:
        """Whether the document is still there as it was sent."""
        return why_not_as_sent(one) is None

    def marks_as_sent(self, one: BatchDocument) -> PageMarks | None:
        """None where nothing can be known of it. Raises NotOnThisComputer."""
        return marks_of(self._worker, one.document.path)

    def marks_in(self, entry: Entry) -> PageMarks | None:
        """As `marks_as_sent`."""
        with self._looks.unpacked(entry) as path:
            return marks_of(self._worker, path)

    def _resealed(self, one: BatchDocument, found: SealCheckResult, pages: PageComparison) -> BatchDocument:
        """What is not wholly compared counts only where the document as it was sent is gone."""
        told = comparison_words(pages)
        is_gone = pages.not_compared in (ORIGINAL_GONE, ORIGINAL_CHANGED)
        if pages.lost or not (pages.is_complete or is_gone):
            message = join(ANOTHER_DOCUMENT if pages.lost else NOT_KNOWN, told)
            return replace(one, outcome=Outcome.NOT_RECOGNISED, message=message, comparison=pages)
        return replace(
            one,
            outcome=Outcome.RESEALED,
            checked=True,
            seal=join(_sealed_by(found.signer), told),
            facts=found.facts,
            comparison=pages,
            is_accepted=self._changes_documents and pages.is_harmless,
        )


def _not_judged(one: BatchDocument, trouble: NotOnThisComputer) -> BatchDocument:
    """PENDING: this computer is the cause, so nothing is known of the document yet."""
    log.warning("pages were not compared: %s", trouble)
    return replace(one, outcome=Outcome.PENDING, message=NOT_HERE)


def _sealed_by(signer: str) -> Message:
    if not signer:
        return msg("Sealed by an unnamed signer; the server changed the file before it sealed.")
    return msg("Sealed by “{signer}”; the server changed the file before it sealed.", signer=signer)


def why_not_as_sent(one: BatchDocument) -> Message | None:
    """Why the document as it was sent cannot be drawn; None where it is still there as it was."""
    path = one.document.path
    try:
        with open_document(path, look(path)) as source:
            return None if sha256_in(source) == one.document.sha256 else ORIGINAL_CHANGED
    except (InputProblem, OSError):
        return ORIGINAL_GONE
