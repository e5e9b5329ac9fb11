"""A batch: documents on their way through one process, and the moves it may make.

A `Batch` is a frozen value. A step of the job makes the next one by `transition`, which refuses illegal
ones. What is shown, printed and (later) written to the journal is this value and nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from signdesk.domain.documents import Document, transfer_names
from signdesk.domain.file_names import DEFAULT_TEMPLATE
from signdesk.domain.page_comparison import PageComparison
from signdesk.domain.seal_facts import Held, SealFacts
from signdesk.domain.servers import Process, Server


class BatchState(StrEnum):
    """Where a batch stands. The values are part of the command line's contract (administrator's manual)."""

    READY = "ready"  # nothing sent yet
    SENDING = "sending"  # created on the server, documents travelling
    SENT = "sent"  # the server has the documents; sealing not started
    ACCEPTING = "accepting"  # sealing is being started: from here on the request is never repeated blindly
    SEALING = "sealing"  # the server works
    FETCHING = "fetching"  # the result is travelling
    CHECKING = "checking"  # the result is being checked and saved
    SAVED = "saved"  # the result is on disk; the server's copy is being removed
    DONE = "done"  # every document has the outcome asked for
    PARTLY_DONE = "partly_done"  # finished, but some documents have not
    WAITING = "waiting"  # not finished: server, network, sign-in, disk. Kept; goes on when that is mended
    NEEDS_YOU = "needs_you"  # a person must decide
    STOPPED = "stopped"  # ended before sealing began; nothing was sealed


class Reason(StrEnum):
    """Why a batch is WAITING or NEEDS_YOU: decides the verbs on its card."""

    NONE = ""
    SERVER = "server"  # not reached, failing, or answering nonsense
    SIGN_IN = "sign_in"
    PROCESS = "process"  # the server does not know or allow the process
    REFUSED = "refused"  # any other no
    SETTINGS = "settings"  # a line of the settings or of the policy cannot be read
    DISK_FULL = "disk_full"
    JOURNAL = "journal"  # SignDesk's own notes cannot be kept
    TARGET = "target"  # the folder cannot be written to
    AWAY = "away"  # the disk or share of the folder is not there; goes on by itself when it is back
    SOURCE_CHANGED = "source_changed"
    UNCLEAR = "unclear"  # we cannot tell whether sealing began
    NOT_COMPARED = "not_compared"  # the result is saved; this computer could not compare its pages
    RESULT = "result"  # what came back was quarantined, or is saved and nothing in it is proven
    ORDERED_BEFORE = "ordered_before"  # another batch holds the same documents
    LOST = "lost"  # the server no longer knows the batch
    STOPPED_WAITING = "stopped_waiting"  # the person said so
    FAULT = "fault"  # our own bug


class Outcome(StrEnum):
    """What became of one document. The values are part of the command line's contract."""

    PENDING = "pending"
    SEALED = "sealed"
    RESEALED = "resealed"  # an intact seal; the server changed the file before it sealed
    VALIDATED = "validated"  # a validating process returned its report
    TIMESTAMPED = "timestamped"
    UNSEALED = "unsealed"  # came back without a seal
    DAMAGED = "damaged"  # came back with a seal that is not intact over this document
    NOT_RECOGNISED = "not_recognised"  # came back changed, in a form that cannot be checked
    MISSING = "missing"  # did not come back


GOOD_OUTCOMES = frozenset([Outcome.SEALED, Outcome.VALIDATED, Outcome.TIMESTAMPED])
PROVEN_OUTCOMES = GOOD_OUTCOMES | {Outcome.RESEALED}  # of them, one at least before the server's copy goes

_S = BatchState
_HOLDS = frozenset([_S.WAITING, _S.NEEDS_YOU])
MOVES: dict[BatchState, frozenset[BatchState]] = {
    _S.READY: frozenset([_S.SENDING, _S.STOPPED]) | _HOLDS,
    _S.SENDING: frozenset([_S.SENT, _S.STOPPED]) | _HOLDS,
    # SENT -> SEALING: the server says that sealing has begun before it was ordered (again);
    # SENT -> SENDING: it has lost the documents before sealing was ordered
    _S.SENT: frozenset([_S.ACCEPTING, _S.SEALING, _S.SENDING, _S.STOPPED]) | _HOLDS,
    _S.ACCEPTING: frozenset([_S.SEALING, _S.SENT]) | _HOLDS,  # SENT: the request surely had no effect
    _S.SEALING: frozenset([_S.FETCHING]) | _HOLDS,
    _S.FETCHING: frozenset([_S.CHECKING]) | _HOLDS,
    _S.CHECKING: frozenset([_S.SAVED, _S.FETCHING]) | _HOLDS,
    _S.SAVED: frozenset([_S.DONE, _S.PARTLY_DONE]) | _HOLDS,
    _S.DONE: frozenset(),
    _S.PARTLY_DONE: frozenset(),
    _S.STOPPED: frozenset(),
    _S.WAITING: frozenset(),  # only back to where it was held: `resumed`
    _S.NEEDS_YOU: frozenset(),
}
FINAL_STATES = frozenset([_S.DONE, _S.PARTLY_DONE, _S.STOPPED])


class IllegalMove(RuntimeError):
    """A bug in a job, never shown as the user's fault."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A person has looked at what the server changed, or at a batch that is not complete, and lets it be so.
    `at` is aware; `by` as `sent_by`.
    """

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class BatchDocument:
    """One document in one batch. `results`: names of its entries in the saved ZIP. `seal`: one sentence of
    what the look at the seal said ("Sealed by …, intact over this document"); `facts`: what it read there.
    `comparison`: of its pages, where the server changed the file before it sealed; `is_accepted`: that change
    counts as asked for of this process; `acceptance`: a person has accepted it. `inside`: where it came back
    in a container whose seals are intact, what that holds; `inside_more` documents are not listed.
    """

    document: Document
    sent_name: str
    outcome: Outcome = Outcome.PENDING
    message: str = ""
    results: tuple[str, ...] = ()
    seal: str = ""
    checked: bool = False
    facts: SealFacts | None = None
    comparison: PageComparison | None = None
    is_accepted: bool = False
    acceptance: Acceptance | None = None
    inside: tuple[Held, ...] = ()
    inside_more: int = 0

    @property
    def is_good(self) -> bool:
        """It has the outcome asked for, or one that counts like that."""
        accepted = self.is_accepted or self.acceptance is not None
        return self.outcome in GOOD_OUTCOMES or (self.outcome is Outcome.RESEALED and accepted)


@dataclass(frozen=True, slots=True)
class ResultFile:
    """One entry of the saved ZIP. `sha256` is lower-case hex over its `size_bytes` unpacked bytes."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """What becomes of the result, settled when the order is made: a later change of the settings is for later
    orders. `file_name`: a template of `file_names`; `keep_copy`: the server's copy is left where it is.
    """

    file_name: str = DEFAULT_TEMPLATE
    unpack: bool = False
    keep_copy: bool = False
    receipt: bool = False


@dataclass(frozen=True, slots=True)
class Mount:
    """What was mounted where the result is to go, when that was ordered: mount point, kind of file system and
    source as the system names them (on Windows the volume). Not the device number, which changes.
    """

    point: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Measured, never guessed: bytes while SENDING and FETCHING, documents while SEALING."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """0..100, rounded down, so that 100 means all."""
        return 100 * self.done // self.total if self.total > 0 else 0


@dataclass(frozen=True, slots=True)
class Batch:
    """One order: these documents, this process, this server, this folder. Times are aware, in UTC."""

    id: str
    process: Process
    server: Server
    documents: tuple[BatchDocument, ...]
    save_to: Path
    created_at: datetime
    state: BatchState = BatchState.READY
    held_at: BatchState | None = None  # for WAITING and NEEDS_YOU: where it goes on
    reason: Reason = Reason.NONE
    message: str = ""  # one or two sentences for a person: what happened, what is safe, what next
    detail: str = ""  # for a technician
    server_id: str = ""
    maybe_started: bool = False  # an accept of this batch may have worked, whatever its state says now
    abandoned_ids: tuple[str, ...] = ()  # batches on the server that will never be accepted, to be deleted
    server_status: str = ""  # as the server last called it
    heard_at: datetime | None = None  # last answer about this batch
    progress: Progress | None = None
    saved_to: Path | None = None
    result_sha256: str = ""
    extra_results: tuple[str, ...] = ()  # entries that belong to no document (reports)
    result_files: tuple[ResultFile, ...] = ()  # every entry of the saved ZIP
    receipts: tuple[Path, ...] = ()  # the files of its receipt, as they were written
    quarantined_to: Path | None = None
    deleted_at: datetime | None = None
    warnings: tuple[str, ...] = ()
    delivery: Delivery = Delivery()
    name: str = ""  # what a person calls it, if anything
    sent_by: str = ""  # who ordered it, on which computer: "anna on office-7"
    unpacked_to: Path | None = None
    reached: tuple[tuple[BatchState, datetime], ...] = ()  # when each state was last entered, oldest first
    connection_id: str = ""  # of the settings' connection that it was ordered with; none: an address alone
    follows: str = ""  # the id of the batch of which it sends something again
    mount: Mount | None = None  # of `save_to`; None: the folder was not made yet
    meant_again: bool = False  # ordered knowing that another batch holds the same documents
    left_to_copy: bool = False  # stopped here, since it belongs to another copy of the data folder
    seen: Acceptance | None = None  # a person knows that not every document has the outcome asked for

    @property
    def sent_bytes(self) -> int:
        """Sum of the documents' sizes."""
        return sum(one.document.size_bytes for one in self.documents)

    @property
    def good_outcomes(self) -> frozenset[Outcome]:
        """Those good ones that its documents have."""
        return frozenset(one.outcome for one in self.documents if one.is_good)

    @property
    def good_count(self) -> int:
        """Documents with the outcome asked for."""
        return sum(one.is_good for one in self.documents)

    @property
    def is_proven(self) -> bool:
        """What came back shows that the server did its work: its copy may be deleted once it is saved here
        (signdesk/README.md, Matching).
        """
        return any(one.outcome in PROVEN_OUTCOMES for one in self.documents)

    @property
    def is_judged(self) -> bool:
        """It is known of every document what became of it."""
        return all(one.outcome is not Outcome.PENDING for one in self.documents)

    @property
    def is_surely_unsealed(self) -> bool:
        """Sealing was certainly not started: the order may be withdrawn and made anew."""
        state = self.held_at or self.state
        return not self.maybe_started and state in (_S.READY, _S.SENDING, _S.SENT)

    @property
    def wants_a_look(self) -> bool:
        """It is over, not every document has the outcome asked for, and nobody has said that it was seen. A
        document that a person accepts as the server changed it is among the good ones.
        """
        incomplete = self.state is _S.PARTLY_DONE and self.good_count < len(self.documents)
        return incomplete and self.seen is None

    @property
    def is_over(self) -> bool:
        """No job will touch it again by itself."""
        return self.state in FINAL_STATES

    def entered(self, state: BatchState, moment: datetime) -> Batch:
        """Noting when it entered `state`."""
        others = tuple(one for one in self.reached if one[0] is not state)
        return replace(self, reached=(*others, (state, moment)))

    @property
    def ended_at(self) -> datetime | None:
        """When it was over; None while it is not, and where nobody noted it."""
        return dict(self.reached).get(self.state) if self.is_over else None

    def transition(self, state: BatchState, **facts: Any) -> Batch:
        """The next value. Raises IllegalMove where MOVES does not allow it."""
        if state not in MOVES[self.state]:
            raise IllegalMove(f"batch {self.id}: {self.state} -> {state}")
        facts.setdefault("progress", None)
        facts.setdefault("message", "")
        facts.setdefault("detail", "")
        facts.setdefault("reason", Reason.NONE)
        return replace(self, state=state, held_at=self.state if state in _HOLDS else None, **facts)

    def held(self, state: BatchState, reason: Reason, message: str, detail: str = "") -> Batch:
        """WAITING or NEEDS_YOU, remembering where it stood. Holding a held batch only changes the words."""
        if self.state in _HOLDS:
            return replace(self, state=state, reason=reason, message=message, detail=detail)
        return self.transition(state, reason=reason, message=message, detail=detail)

    def resumed(self) -> Batch:
        """Back to the step where it was held."""
        if self.held_at is None:
            raise IllegalMove(f"batch {self.id} is not held")
        return replace(
            self, state=self.held_at, held_at=None, reason=Reason.NONE, message="", detail="", progress=None
        )

    def ordered_again(self) -> Batch:
        """A person orders another accept, knowing that it is not clear whether the first one worked."""
        if self.reason is not Reason.UNCLEAR:
            raise IllegalMove(f"batch {self.id}: accept again without a question about it")
        return replace(self.resumed(), state=BatchState.SENT, maybe_started=True)

    def left_to_other_copy(self, message: str) -> Batch:
        """STOPPED wherever it stood, since another copy of the data folder goes on with it: nothing more is
        asked of its server here, and nothing is known of what becomes of it.
        """
        ended = replace(self, state=BatchState.STOPPED, held_at=None, reason=Reason.NONE, message=message)
        return replace(ended, detail="", progress=None, abandoned_ids=(), left_to_copy=True)

    def replace(self, **facts: Any) -> Batch:
        """The same state with other facts."""
        return replace(self, **facts)


def new_batch(
    documents: Sequence[Document],
    process: Process,
    server: Server,
    save_to: Path,
    created_at: datetime,
    *,
    delivery: Delivery = Delivery(),
    name: str = "",
    sent_by: str = "",
    connection_id: str = "",
    follows: str = "",
    mount: Mount | None = None,
) -> Batch:
    """An order that nobody has begun with. Its id is made here and never sent to the server."""
    names = transfer_names(document.name for document in documents)
    entries = tuple(
        BatchDocument(document, sent_name) for document, sent_name in zip(documents, names, strict=True)
    )
    return Batch(
        id=secrets.token_hex(6),
        process=process,
        server=server,
        documents=entries,
        save_to=save_to,
        created_at=created_at,
        delivery=delivery,
        name=name,
        sent_by=sent_by,
        connection_id=connection_id,
        follows=follows,
        mount=mount,
    )
