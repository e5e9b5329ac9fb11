"""What became of a batch in one line: the same on its card, on the command line and in its receipt. And what
is safe of a batch: the one place where that is said, always of the batch as it is at that moment.

Never kept ready beforehand: a sentence that was true when an order was made may be false when it is shown
(signdesk/README.md, Fault matrix: each hold names what is safe).
"""

from __future__ import annotations

from dataclasses import dataclass

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.domain.messages import Message, join, msg, plural, series
from signdesk.domain.servers import ProcessKind

_STAMPS = frozenset([Outcome.TIMESTAMPED])


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """Numbers of documents. `good`: with the outcome asked for, or one that counts like that; `unchecked` of
    them by their form alone, `expected` of them although the server changed the file, as it is known to do,
    and `accepted` of them because a person has looked at that change. `changed`: changed by the server, to
    be looked at. `outcomes`: of the good ones.
    """

    kind: ProcessKind
    total: int
    good: int
    unchecked: int
    expected: int
    accepted: int
    changed: int
    outcomes: frozenset[Outcome]

    @property
    def wants_a_look(self) -> bool:
        """Whether everything else is good, and a person should look at what the server changed."""
        return bool(self.changed) and self.good + self.changed == self.total


def summary_of(batch: Batch) -> BatchSummary:
    """As the batch is now."""
    good = [one for one in batch.documents if one.is_good]
    changed = [one for one in batch.documents if one.outcome is Outcome.RESEALED]
    return BatchSummary(
        batch.process.kind,
        len(batch.documents),
        len(good),
        sum(not one.checked for one in good),
        sum(one.is_accepted and one.acceptance is None for one in changed),
        sum(one.acceptance is not None for one in changed),
        sum(not one.is_good for one in changed),
        batch.good_outcomes,
    )


def summary_words(summary: BatchSummary) -> Message:
    """ "11 of 12 sealed and checked, 1 changed by the server: look at it"; no full stop."""
    parts: list[str] = [_good_words(summary)]
    if summary.expected:
        parts.append(
            plural("%n of them changed by the server", "%n of them changed by the server", summary.expected)
        )
    if summary.accepted:
        parts.append(
            plural(
                "%n of them changed by the server and accepted by a person",
                "%n of them changed by the server and accepted by a person",
                summary.accepted,
            )
        )
    if summary.changed:
        parts.append(
            plural(
                "%n changed by the server: look at it",
                "%n changed by the server: look at them",
                summary.changed,
            )
        )
    return series(", ", parts)


def _good_words(summary: BatchSummary) -> Message:
    good, total = summary.good, summary.total
    if summary.kind is ProcessKind.VALIDATE:
        return msg("{good} of {total} checked by the server", good=good, total=total)
    word = _done_word(summary)
    if not good:
        return msg("{good} of {total} {word}", good=good, total=total, word=word)
    if summary.unchecked:
        return msg(
            "{good} of {total} {word}, {unchecked} not checked",
            good=good,
            total=total,
            word=word,
            unchecked=summary.unchecked,
        )
    return msg("{good} of {total} {word} and checked", good=good, total=total, word=word)


def _done_word(summary: BatchSummary) -> Message:
    """By what came back, whatever was ordered: a time stamp alone is no seal."""
    ordered = Outcome.TIMESTAMPED if summary.kind is ProcessKind.TIMESTAMP else Outcome.SEALED
    outcomes = summary.outcomes or frozenset([ordered])
    if outcomes == _STAMPS:
        return msg("time-stamped")
    return msg("sealed or time-stamped") if Outcome.TIMESTAMPED in outcomes else msg("sealed")


_S = BatchState


def what_is_safe(batch: Batch) -> Message:
    """One or two sentences: whether anything is sealed, and where the result is. Held, over or under way."""
    state = batch.held_at or batch.state
    if batch.left_to_copy:
        return msg("The other copy of SignDesk's data folder shows what becomes of it.")
    if batch.reason is Reason.LOST:
        return msg("Your own documents are untouched.")
    if batch.reason is Reason.UNCLEAR:
        return while_unclear(batch)
    if batch.is_surely_unsealed or state is _S.STOPPED:
        return msg("Nothing has been sealed.")
    if state is _S.SEALING:
        return msg(
            "Sealing was started and goes on at the server; SignDesk keeps the batch and fetches it later."
        )
    if state in (_S.FETCHING, _S.CHECKING):
        return msg("The sealed documents are still on the server; nothing is lost.")
    if state in (_S.SAVED, _S.DONE, _S.PARTLY_DONE):
        return msg("Your saved file is complete.")
    return msg(
        "It is not yet known whether sealing began. SignDesk will ask the server and not start it twice."
    )


def while_unclear(batch: Batch) -> Message:
    """The same where a person is asked whether an accept worked: it is not asked about any more."""
    if batch.maybe_started:  # a person has ordered a second accept
        return msg("Nothing is lost, but the documents may have been sealed twice.")
    return msg("Nothing is lost, and nothing has been sealed twice.")


def once_stopped(batch: Batch) -> Message:
    """What is true where somebody no longer waits for the batch."""
    state = batch.held_at or batch.state
    if batch.is_surely_unsealed or state is _S.STOPPED:
        return join(msg("Stopped before sealing began."), what_is_safe(batch))
    if state is _S.SAVED:
        if batch.delivery.keep_copy:
            return msg("The result is saved. The server keeps its copy.")
        return msg("The result is saved. The server's copy was not deleted yet.")
    if state in (_S.SEALING, _S.FETCHING, _S.CHECKING):
        return msg(
            "SignDesk no longer waits for this batch. The server was told to seal it, and keeps the result."
        )
    return join(msg("SignDesk no longer waits for this batch."), what_is_safe(batch))


def after_a_fault(batch: Batch) -> Message:
    """What is said of a batch whose job ended by a mistake of ours, wherever that was."""
    return join(
        msg(
            "Something went wrong inside SignDesk itself. The batch is kept as it is; a new try goes on from "
            "its last sure step."
        ),
        what_is_safe(batch),
    )
