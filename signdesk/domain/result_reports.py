"""The reports in a batch's result: what came back beside the documents and their seals."""

from __future__ import annotations

from pathlib import PurePosixPath

from signdesk.domain.batches import Batch, ResultFile
from signdesk.domain.processes import ProcessKind

READABLE_ENDINGS = frozenset([".csv", ".json", ".pdf", ".txt", ".xml"])


def reports_of(batch: Batch) -> tuple[ResultFile, ...]:
    """Files that belong to no document; of a validating process also everything that is no sent document as
    it was. Batches from before their files were noted have none.
    """
    sent = {one.document.sha256 for one in batch.documents}
    of_documents = {name for one in batch.documents for name in one.results}
    validates = batch.process.kind is ProcessKind.VALIDATE
    return tuple(
        one
        for one in batch.result_files
        if one.name in batch.extra_results
        or (validates and one.name in of_documents and one.sha256 not in sent)
    )


def is_readable(report: ResultFile) -> bool:
    """Whether its name is of a kind that is safe to hand to the system's program for it."""
    return PurePosixPath(report.name).suffix.lower() in READABLE_ENDINGS
