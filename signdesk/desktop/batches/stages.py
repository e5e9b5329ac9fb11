"""Where a batch stands on its way, as a row of words. Plain values; drawn by `parts`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from signdesk.desktop.i18n.language import tr
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.servers import ProcessKind

_S = BatchState
# How many stages are behind a batch in this state; the next one is the present one.
_BEHIND = {
    _S.READY: 0,
    _S.SENDING: 0,
    _S.SENT: 1,
    _S.ACCEPTING: 1,
    _S.SEALING: 2,
    _S.FETCHING: 3,
    _S.CHECKING: 4,
    _S.SAVED: 5,
}

_PRESENT_WORDS = (_S.READY, _S.SENDING, _S.SENT, _S.ACCEPTING, _S.FETCHING, _S.CHECKING)


class StageState(Enum):
    """How a stage is drawn."""

    DONE = auto()
    NOW = auto()
    HELD = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """One word of the row."""

    text: str
    state: StageState


def stages(batch: Batch) -> tuple[Stage, ...]:
    """The row for a batch on its way, or waiting on its way; empty for one that is over or needs a person."""
    place = batch.held_at if batch.state is _S.WAITING else batch.state
    if place is None or place not in _BEHIND:
        return ()
    behind = _BEHIND[place]
    present = StageState.HELD if batch.state is _S.WAITING else StageState.NOW
    work = {
        ProcessKind.SEAL: tr("Sealing"),
        ProcessKind.VALIDATE: tr("Server’s check"),
        ProcessKind.TIMESTAMP: tr("Time-stamping"),
    }[batch.process.kind]
    words = [tr("Sent"), tr("Accepted"), work, tr("Fetched"), tr("Saved")]
    if place in _PRESENT_WORDS:  # "Sent" would be said too early
        words[behind] = _present_word(place)
    return tuple(Stage(word, _state(number, behind, present)) for number, word in enumerate(words))


def _present_word(place: BatchState) -> str:
    return {
        _S.READY: tr("Ready"),
        _S.SENDING: tr("Sending"),
        _S.SENT: tr("Starting"),
        _S.ACCEPTING: tr("Starting"),
        _S.FETCHING: tr("Fetching"),
        _S.CHECKING: tr("Checking"),
    }[place]


def _state(number: int, behind: int, present: StageState) -> StageState:
    if number < behind:
        return StageState.DONE
    return present if number == behind else StageState.LATER
