"""What became of a batch in one line: the same on its card, on the command line and in its receipt."""

from __future__ import annotations

from dataclasses import dataclass

from signdesk.domain.batches import Batch, Outcome
from signdesk.domain.messages import Message, msg, plural, series
from signdesk.domain.processes import ProcessKind

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
