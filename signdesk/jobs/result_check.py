"""Is what came back what was asked for? Blocking: archives and seals are read here; worker threads only.

The rule is signdesk/README.md, Matching: whatever safe archive comes back is saved, and
its documents are judged one by one (`judging`). Only where none of them shows that the server did its work, a
person must look before its copy there is deleted (`Batch.is_proven`).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from signdesk.domain.batches import GOOD_OUTCOMES, Batch, BatchDocument, Outcome, ResultFile
from signdesk.domain.documents import shown_name
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.seal_facts import fitting
from signdesk.domain.seal_words import seal_notes
from signdesk.domain.servers import ProcessKind
from signdesk.jobs.document_judge import Judge
from signdesk.jobs.entry_checks import NOT_CHECKED_HERE, EntryChecks
from signdesk.jobs.page_judge import PageJudge
from signdesk.jobs.page_matching import PageMatching, matched_by_pages
from signdesk.jobs.result_matching import ResultMatcher
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker.client import NotOnThisComputer
from signdesk.seals.worker.pool import Asks, DocumentWorkers
from signdesk.storage.archive import read_archive

log = logging.getLogger(__name__)
_MOST_NAMED = 3
_MOST_INSIDE_BYTES = 16 << 20  # of what all containers of a batch hold: journal and receipt have bounds


@dataclass(frozen=True, slots=True)
class Checked:
    """Every sent document with its outcome, the entries that belong to none (reports), and all entries."""

    documents: tuple[BatchDocument, ...]
    extra_results: tuple[str, ...]
    files: tuple[ResultFile, ...] = ()

    def proves_the_end(self, kind: ProcessKind) -> bool:
        """Whether only a finished server can have made this: all sealed and checked, or reported on."""
        if kind is ProcessKind.VALIDATE:
            return all(one.outcome is Outcome.VALIDATED for one in self.documents)
        return all(one.outcome in GOOD_OUTCOMES and one.checked for one in self.documents)


def check_result(
    path: Path,
    batch: Batch,
    work: Path,
    ca_file: Path | None = None,
    worker: Asks | None = None,
) -> Checked:
    """`ca_file`: issuers that are believed beside the system's. `worker`: looks at seals and compares pages;
    none: one for this result alone. A document of which this computer could tell nothing is PENDING. Nothing
    that was found earlier counts.

    Raises DamagedResult, RefusedResult, SavingProblem where the disk fails, and Closed.
    """
    if worker is None:
        with DocumentWorkers() as own:
            return check_result(path, batch, work, ca_file, own)
    batch = batch.replace(documents=tuple(_unjudged(one) for one in batch.documents))
    archive = read_archive(path, [one.sent_name for one in batch.documents], batch.sent_bytes)
    files = tuple(ResultFile(one.name, one.sha256, one.size_bytes) for one in archive.entries)
    looks = EntryChecks(archive, work, SealChecker(worker, ca_file))
    recogniser = ResultMatcher(archive, batch.documents, looks)
    pages = PageJudge(looks, worker, changes_documents=batch.process.changes_documents)
    try:
        matched = matched_by_pages(
            archive, batch.documents, recogniser.matched(), pages, recogniser.is_sealed_alone
        )
    except NotOnThisComputer as trouble:
        return Checked(tuple(_not_here(one, (), trouble) for one in batch.documents), (), files)
    judge = Judge(archive, batch, recogniser, matched.extra, looks, pages)
    return Checked(tuple(_bounded(_outcomes(batch, matched, judge))), matched.extra, files)


def _unjudged(one: BatchDocument) -> BatchDocument:
    """A receipt tells what was found then."""
    return BatchDocument(one.document, one.sent_name, acceptance=one.acceptance)


def _bounded(documents: Iterable[BatchDocument]) -> Iterator[BatchDocument]:
    left_bytes = _MOST_INSIDE_BYTES
    for one in documents:
        inside, taken_bytes = fitting(one.inside, left_bytes)
        left_bytes -= taken_bytes
        yield replace(one, inside=inside, inside_more=one.inside_more + len(one.inside) - len(inside))


def _outcomes(batch: Batch, matched: PageMatching, judge: Judge) -> Iterator[BatchDocument]:
    some_came_back = any(match.main for match in matched.matches)
    for index, (one, match) in enumerate(zip(batch.documents, matched.matches, strict=True)):
        try:
            outcome = judge.outcome(one, match, some_came_back=some_came_back)
        except NotOnThisComputer as trouble:
            outcome = _not_here(one, match.files, trouble)
        yield matched.judged(index, _with_notes(outcome))


def _not_here(one: BatchDocument, results: tuple[str, ...], trouble: NotOnThisComputer) -> BatchDocument:
    """PENDING: this computer is the cause, so nothing is known of the document yet."""
    log.warning("a seal was not checked: %s", trouble)
    return replace(one, outcome=Outcome.PENDING, message=NOT_CHECKED_HERE, results=results)


def why_unproven(documents: Sequence[BatchDocument], kind: ProcessKind) -> Message:
    """Why a person must look at a result that was saved: what became of the first few documents."""
    told = [
        msg("“{document}”: {what}", document=shown_name(one.document.name), what=one.message)
        for one in documents[:_MOST_NAMED]
        if one.message
    ]
    more = "…" if len(documents) > _MOST_NAMED else ""
    if kind is ProcessKind.VALIDATE:
        return join(msg("No report came back about any of the documents."), *told, more)
    return join(msg("None of the documents came back sealed."), *told, more)


def _with_notes(one: BatchDocument) -> BatchDocument:
    return replace(one, seal=join(one.seal, *seal_notes(one.facts))) if one.facts is not None else one
