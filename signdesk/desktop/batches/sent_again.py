"""Which documents of a finished batch can be sent again from its card: plain values in, plain values out.

A document that came back without a seal is surely not paid for, so it goes again at one click. One that is
missing, damaged or not recognised may be sealed on the server's side: that is asked about first. What came
back sealed, changed and sealed, time-stamped or validated is never offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.documents import Document

AT_ONCE = frozenset([Outcome.UNSEALED])
ASKED = frozenset([Outcome.MISSING, Outcome.DAMAGED, Outcome.NOT_RECOGNISED])


def came_back_unsealed(batch: Batch, followers: Sequence[Batch]) -> tuple[Document, ...]:
    """Those that surely have no seal. `followers`: the batches that send something of this one again."""
    return _left(batch, followers, AT_ONCE)


def did_not_come_back_well(batch: Batch, followers: Sequence[Batch]) -> tuple[Document, ...]:
    """Those that may be sealed all the same."""
    return _left(batch, followers, ASKED)


def _left(batch: Batch, followers: Sequence[Batch], outcomes: frozenset[Outcome]) -> tuple[Document, ...]:
    """Under the names that they were sent by, without those that a later batch holds."""
    if batch.state is not BatchState.PARTLY_DONE:
        return ()
    held = {
        one.document.path
        for later in followers
        if later.state is not BatchState.STOPPED
        for one in later.documents
    }
    return tuple(
        replace(one.document, name=one.sent_name)
        for one in batch.documents
        if one.outcome in outcomes and one.document.path not in held
    )
