"""What the server says about a batch, freed of its dialect. Made by `seal_api.wire`, read by `jobs`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePosixPath

from signdesk.domain.batches import Batch, ResultFile
from signdesk.domain.servers import ProcessKind


class Status(IntEnum):
    """The published statuses, in order. The values: the newer numbering (signdesk/README.md, Interface)."""

    NEW = 0
    UPLOADED = 1
    ACCEPTED = 2
    READY = 3  # internal: awaiting processing. Does not mean finished
    IN_PROGRESS = 4
    FINISHING = 5
    CLOSED = 6
    DELETED = 7


NOT_STARTED = frozenset([Status.NEW, Status.UPLOADED])
STARTED = frozenset(Status) - NOT_STARTED


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status as received, and everything it can mean.

    One meaning for a name or a number of a known numbering; two for most numbers while the numbering is
    unknown (5 is FINISHING or CLOSED); none for text that nobody knows. So "not known" is a value, and no
    reading of an unclear number ever counts as "not started" (signdesk/README.md, rows 4 to 8).
    """

    shown: str
    possible: frozenset[Status]

    @property
    def not_started(self) -> bool:
        """Surely before accept."""
        return bool(self.possible) and self.possible <= NOT_STARTED

    @property
    def started(self) -> bool:
        """Surely accepted or later."""
        return bool(self.possible) and self.possible <= STARTED

    def surely(self, status: Status) -> bool:
        """This and nothing else."""
        return self.possible == {status}

    def perhaps(self, status: Status) -> bool:
        """This is one of the meanings."""
        return status in self.possible


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """One element of `documents`. None where the server did not say, or said something odd."""

    file_name: str | None
    signed: bool | None
    success: bool | None


@dataclass(frozen=True, slots=True)
class BatchReport:
    """A reply to BatchStatus. `documents` is empty where there is no detail yet."""

    status: StatusReading
    documents: tuple[ReportedDocument, ...] = ()

    @property
    def sealed_count(self) -> int:
        """Documents that the server flags as done."""
        return sum(bool(one.signed or one.success) for one in self.documents)


@dataclass(frozen=True, slots=True)
class UploadReply:
    """A 2xx to an upload. `documented`: the 202 with JSON of the published page; anything else (204 too)
    is no proof, and BatchStatus must be asked (signdesk/README.md, rows 14 and 15).
    """

    documented: bool
    http_status: int


@dataclass(frozen=True, slots=True)
class AcceptReply:
    """A 2xx to AcceptBatch. `documented`: JSON of a batch; a catch-all page may say 200 as well."""

    documented: bool
    http_status: int


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
