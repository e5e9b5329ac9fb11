"""States and outcomes of a batch -> the words on its card. Plain values in, plain values out; no widgets.

Which buttons a card offers is in `available_actions`. Tests rely on "N of N sealed and checked".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from signdesk.desktop.i18n.language import joined, spoken, tr, translated, trn
from signdesk.desktop.toolkit.formats import clock_text, moment_text, size_text
from signdesk.domain.batch_summary import summary_of, summary_words
from signdesk.domain.batches import Acceptance, Batch, BatchDocument, BatchState, Outcome, Reason
from signdesk.domain.servers import ProcessKind, Server
from signdesk.storage.journal.journal_file import SealedBefore

LONGEST_TITLE = 28  # characters, inside a sentence that is a button
_S = BatchState
HELD = frozenset([_S.WAITING, _S.NEEDS_YOU])
OVER = frozenset([_S.DONE, _S.PARTLY_DONE, _S.STOPPED])


class Tone(StrEnum):
    """What a colour stands for. Never used without a word and an icon."""

    ACCENT = "accent"
    DONE = "done"
    NEEDS = "needs"
    ERROR = "error"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Badge:
    """The short state at the card's upper right. `icon` names a file of resources/icons."""

    text: str
    tone: Tone
    icon: str


def title(batch: Batch) -> str:
    """The card's first words: what a person calls it, else its process."""
    return batch.name or translated(batch.process.label)


def card_name(batch: Batch, *, running: bool) -> str:
    """What a card is called for those who hear the window."""
    return joined(", ", title(batch), badge(batch, running=running).text)


@spoken
def subtitle(batch: Batch, now: datetime) -> str:
    """ "12 documents · 8.4 MB · 14:02", with the process before it where the title is a name."""
    count = trn("%n document", "%n documents", len(batch.documents))
    parts = [count, size_text(batch.sent_bytes), clock_text(batch.created_at, now)]
    return " · ".join([translated(batch.process.label), *parts] if batch.name else parts)


@spoken
def follows_text(leader: Batch | None, now: datetime) -> str:
    """On the card of a batch that sends something again: which one it follows."""
    if leader is None:
        return tr("Follows a batch that is no longer in this list")
    words, clock = title(leader), clock_text(leader.created_at, now)
    short = words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"
    return tr("Follows batch “{title}”, {clock}", title=short, clock=clock)


def sent_by(batch: Batch, now: datetime) -> str:
    """Who ordered it, on which computer, and when; "" where nobody noted it."""
    if not batch.sent_by:
        return ""
    return tr("Sent by {who}, {clock}", who=batch.sent_by, clock=clock_text(batch.created_at, now))


def looked_at_text(acceptance: Acceptance) -> str:
    """Who has looked at it, and when; no full stop."""
    clock = moment_text(acceptance.at)
    if not acceptance.by:
        return tr("Looked at, {clock}", clock=clock)
    return tr("Looked at by {who}, {clock}", who=acceptance.by, clock=clock)


def sealed_before(before: SealedBefore, kind: ProcessKind, now: datetime) -> str:
    """The remark in the row of a document that was sealed earlier, or may have been."""
    clock = clock_text(before.at, now)
    if before.sure and kind is ProcessKind.VALIDATE:
        return tr("Checked already, {clock}", clock=clock)
    if before.sure and kind is ProcessKind.TIMESTAMP:
        return tr("Time-stamped already, {clock}", clock=clock)
    if before.sure:
        return tr("Sealed already, {clock}", clock=clock)
    if before.waits:
        return tr("In an unfinished batch, {clock}", clock=clock)
    if kind is not ProcessKind.SEAL:
        return tr("Perhaps done already, no good result so far, {clock}", clock=clock)
    return tr("Perhaps sealed already, no good result so far, {clock}", clock=clock)


def older_than_loss(kind: ProcessKind) -> str:
    """The remark in the row of a document of which nobody knows whether it was ordered before."""
    if kind is not ProcessKind.SEAL:
        return tr("Perhaps done already: the list of batches was lost")
    return tr("Perhaps sealed already: the list of batches was lost")


@spoken
def sent_again_text(batch: Batch, now: datetime) -> str:
    """On the card of the first batch: what became of those that a later one sends again."""
    count, clock = len(batch.documents), clock_text(batch.ended_at or batch.created_at, now)
    if batch.state is _S.STOPPED:
        return ""
    if batch.state is not _S.DONE:
        return _sent_again_so_far(batch, now)
    if batch.process.kind is ProcessKind.VALIDATE:
        return trn(
            "%n more was checked later, {clock}.", "%n more were checked later, {clock}.", count, clock=clock
        )
    if batch.process.kind is ProcessKind.TIMESTAMP:
        return trn(
            "%n more was time-stamped later, {clock}.",
            "%n more were time-stamped later, {clock}.",
            count,
            clock=clock,
        )
    return trn(
        "%n more was sealed later, {clock}.", "%n more were sealed later, {clock}.", count, clock=clock
    )


def _sent_again_so_far(batch: Batch, now: datetime) -> str:
    """Whole sentences, since the words of a badge do not fit into one."""
    count, clock = len(batch.documents), clock_text(batch.created_at, now)
    if batch.state is _S.PARTLY_DONE:
        return trn(
            "%n was sent again at {clock} (batch {number}): {result}.",
            "%n were sent again at {clock} (batch {number}): {result}.",
            count,
            clock=clock,
            number=batch.id,
            result=result_text(batch),
        )
    if batch.state is _S.NEEDS_YOU:
        return trn(
            "%n was sent again at {clock} (batch {number}): it needs you.",
            "%n were sent again at {clock} (batch {number}): it needs you.",
            count,
            clock=clock,
            number=batch.id,
        )
    if batch.state is _S.WAITING:
        return trn(
            "%n was sent again at {clock} (batch {number}): it is not finished and waits.",
            "%n were sent again at {clock} (batch {number}): it is not finished and waits.",
            count,
            clock=clock,
            number=batch.id,
        )
    return trn(
        "%n was sent again at {clock} (batch {number}): it is under way.",
        "%n were sent again at {clock} (batch {number}): it is under way.",
        count,
        clock=clock,
        number=batch.id,
    )


def server_name(server: Server) -> str:
    """What people call it: its label, or the host in its address."""
    if server.practice:
        return tr("Practice server")
    return server.label or urlsplit(server.base_url).netloc or server.base_url


def waits_by_itself(batch: Batch, *, running: bool) -> bool:
    """Whether its job waits for the server, or for a share, without anybody. `running`: it has a job."""
    return running and batch.state is _S.WAITING and batch.reason in (Reason.SERVER, Reason.AWAY)


def is_unconnected(batch: Batch) -> bool:
    """Whether it is left from an earlier start and waits until SignDesk is connected to its server."""
    return batch.state is _S.WAITING and batch.reason is Reason.NONE


def needs_person(batch: Batch, *, running: bool = False) -> bool:
    """Whether nothing goes on until somebody does something, or something did not come back well and nobody
    has said that it was seen: the filter "Needs you".
    """
    return batch.wants_a_look or (batch.state in HELD and not waits_by_itself(batch, running=running))


def is_active(batch: Batch, *, running: bool = False) -> bool:
    """Neither over nor in need of a person: the filter "Active"."""
    return not batch.is_over and not needs_person(batch, running=running)


def badge(batch: Batch, *, running: bool = False) -> Badge:
    """Word, tone and icon of the batch's state."""
    if waits_by_itself(batch, running=running):
        return Badge(tr("Tries again by itself"), Tone.NEEDS, "clock")
    if batch.state is _S.WAITING:
        return _waiting_badge(batch)
    if batch.state is _S.NEEDS_YOU:
        serious = batch.reason in (Reason.RESULT, Reason.FAULT)
        return Badge(tr("Needs you"), Tone.ERROR if serious else Tone.NEEDS, "warning")
    if batch.state is _S.DONE:
        return Badge(result_text(batch), Tone.DONE, "check")
    if batch.state is _S.PARTLY_DONE and batch.good_count == len(batch.documents):
        return Badge(result_text(batch), Tone.DONE, "check")
    if batch.state is _S.PARTLY_DONE:
        return Badge(result_text(batch), Tone.NEEDS if batch.is_proven else Tone.ERROR, "warning")
    if batch.state is _S.STOPPED:
        return Badge(tr("Stopped"), Tone.NEUTRAL, "stop")
    return _active_badge(batch)


def result_text(batch: Batch) -> str:
    """ "12 of 12 sealed and checked", or what is true instead."""
    return translated(summary_words(summary_of(batch)))


def outcome_text(outcome: Outcome) -> str:
    """What became of one document, in a few words."""
    return {
        Outcome.PENDING: tr("Not finished"),
        Outcome.SEALED: tr("Sealed"),
        Outcome.RESEALED: tr("Sealed, changed by the server"),
        Outcome.VALIDATED: tr("Checked by the server"),
        Outcome.TIMESTAMPED: tr("Time-stamped"),
        Outcome.UNSEALED: tr("Came back without a seal"),
        Outcome.DAMAGED: tr("Seal is not intact"),
        Outcome.NOT_RECOGNISED: tr("Cannot be checked"),
        Outcome.MISSING: tr("Did not come back"),
    }[outcome]


def outcome_badge(one: BatchDocument) -> Badge:
    """The outcome of one document with its tone and icon."""
    if one.outcome is Outcome.PENDING:
        return Badge(outcome_text(one.outcome), Tone.NEUTRAL, "clock")
    if one.outcome is Outcome.RESEALED and one.acceptance is not None:
        return Badge(tr("{outcome}, accepted", outcome=outcome_text(one.outcome)), Tone.DONE, "check")
    if one.outcome is Outcome.RESEALED:
        return Badge(outcome_text(one.outcome), Tone.DONE if one.is_good else Tone.NEEDS, "look")
    if one.is_good and not one.checked and one.outcome is not Outcome.VALIDATED:
        return Badge(tr("{outcome}, not checked", outcome=outcome_text(one.outcome)), Tone.NEEDS, "look")
    if one.is_good:
        return Badge(outcome_text(one.outcome), Tone.DONE, "check")
    tone = Tone.ERROR if one.outcome is Outcome.DAMAGED else Tone.NEEDS
    return Badge(outcome_text(one.outcome), tone, "warning")


def _active_badge(batch: Batch) -> Badge:
    measured = batch.progress if batch.progress and batch.progress.total > 0 else None
    if batch.state is _S.SENDING:
        text = tr("Sending {percent} %", percent=measured.percent) if measured else tr("Sending")
        return Badge(text, Tone.ACCENT, "send")
    if batch.state is _S.FETCHING:
        text = tr("Fetching {percent} %", percent=measured.percent) if measured else tr("Fetching")
        return Badge(text, Tone.ACCENT, "fetch")
    if batch.state is _S.SEALING and measured:
        return Badge(_at_work(batch.process.kind, measured.done, measured.total), Tone.ACCENT, "seal")
    text, icon = {
        _S.READY: (tr("Ready"), "ready"),
        _S.SENT: (tr("Sent"), "send"),
        _S.ACCEPTING: (tr("Starting"), "clock"),
        _S.SEALING: (tr("Waiting for the server"), "clock"),
        _S.CHECKING: (tr("Checking"), "look"),
        _S.SAVED: (tr("Saved"), "check"),
    }[batch.state]
    return Badge(text, Tone.NEUTRAL if batch.state is _S.READY else Tone.ACCENT, icon)


def _at_work(kind: ProcessKind, done: int, total: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return tr("Server is checking {done} of {total}", done=done, total=total)
    if kind is ProcessKind.TIMESTAMP:
        return tr("Server is time-stamping {done} of {total}", done=done, total=total)
    return tr("Server is sealing {done} of {total}", done=done, total=total)


def _waiting_badge(batch: Batch) -> Badge:
    if batch.reason is Reason.STOPPED_WAITING:
        return Badge(tr("Not watched"), Tone.NEUTRAL, "stop")
    if is_unconnected(batch):
        return Badge(tr("Not connected"), Tone.NEEDS, "clock")
    if batch.reason is Reason.SERVER:
        return Badge(tr("Server trouble"), Tone.NEEDS, "warning")
    return Badge(tr("Needs you"), Tone.NEEDS, "warning")
