"""Is what came back what was asked for? Blocking: archives and seals are read here; worker threads only.

The rule is the "Matching rule" of reliability.md section 8: whatever safe archive comes back is saved, and
its documents are judged one by one (`judging`). Only where none of them shows that the server did its work, a
person must look before its copy there is deleted (`Batch.is_proven`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from signdesk.domain.batches import GOOD_OUTCOMES, Batch, BatchDocument, Outcome, ResultFile
from signdesk.domain.documents import shown_name
from signdesk.domain.processes import ProcessKind
from signdesk.domain.seal_words import seal_notes
from signdesk.domain.words import Words, say, sentences
from signdesk.jobs.judging import Judge
from signdesk.jobs.page_judging import PageJudge
from signdesk.jobs.page_matching import matched_by_pages
from signdesk.jobs.recognising import Recogniser
from signdesk.seals.issuers import judged
from signdesk.seals.worker.client import DocumentWorker
from signdesk.storage.archive import read_archive

_MOST_NAMED = 3


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
    worker: DocumentWorker | None = None,
) -> Checked:
    """`ca_file`: issuers that are believed beside the system's. `worker`: compares pages; none: one for this
    result alone.

    Raises DamagedResult, RefusedResult, and SavingProblem where the disk fails.
    """
    if worker is None:
        with DocumentWorker() as own:
            return check_result(path, batch, work, ca_file, own)
    archive = read_archive(path, [one.sent_name for one in batch.documents], batch.sent_bytes)
    recogniser = Recogniser(archive, batch.documents, work)
    pages = PageJudge(archive, work, worker, changes_documents=batch.process.changes_documents)
    matched = matched_by_pages(
        archive, batch.documents, recogniser.matched(), pages, recogniser.is_sealed_alone
    )
    some_came_back = any(match.main for match in matched.matches)
    judge = Judge(archive, batch, recogniser, matched.extra, work, pages)
    documents = tuple(
        matched.judged(index, _with_issuer(judge.outcome(one, match, some_came_back=some_came_back), ca_file))
        for index, (one, match) in enumerate(zip(batch.documents, matched.matches, strict=True))
    )
    files = tuple(ResultFile(one.name, one.sha256, one.size_bytes) for one in archive.entries)
    return Checked(documents, matched.extra, files)


def why_unproven(documents: Sequence[BatchDocument], kind: ProcessKind) -> Words:
    """Why a person must look at a result that was saved: what became of the first few documents."""
    told = [
        say("“{document}”: {what}", document=shown_name(one.document.name), what=one.message)
        for one in documents[:_MOST_NAMED]
        if one.message
    ]
    more = "…" if len(documents) > _MOST_NAMED else ""
    if kind is ProcessKind.VALIDATE:
        return sentences(say("No report came back about any of the documents."), *told, more)
    return sentences(say("None of the documents came back sealed."), *told, more)


def _with_issuer(one: BatchDocument, ca_file: Path | None) -> BatchDocument:
    if one.facts is None:
        return one
    facts = judged(one.facts, ca_file)
    return replace(one, facts=facts, seal=sentences(one.seal, *seal_notes(facts)))
