"""What is said to be safe, state by state: never more than the batch itself shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from signdesk.domain.batch_summary import after_a_fault, once_stopped, what_is_safe, while_unclear
from signdesk.domain.batches import Batch, BatchState, Reason
from tests.domain.test_batches import a_batch
from tests.faults.expecting import CLAIMS_UNSEALED

SURELY_UNSEALED = [BatchState.READY, BatchState.SENDING, BatchState.SENT]
UNDER_WAY = [one for one in BatchState if one not in (BatchState.WAITING, BatchState.NEEDS_YOU)]
EVERY_SENTENCE: list[Callable[[Batch], str]] = [what_is_safe, once_stopped, after_a_fault]


@pytest.mark.parametrize("said", EVERY_SENTENCE)
@pytest.mark.parametrize("maybe_started", [False, True])
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("state", UNDER_WAY)
def test_only_what_was_surely_not_accepted_is_called_unsealed(
    state: BatchState, held: bool, maybe_started: bool, said: Callable[[Batch], str]
) -> None:
    """Also where an earlier state's sentence is still in its message."""
    batch = replace(a_batch(), state=state, maybe_started=maybe_started, message="Nothing has been sealed.")
    if held and not batch.is_over:
        batch = batch.held(BatchState.WAITING, Reason.FAULT, "Nothing has been sealed.")
    unsealed = (state in SURELY_UNSEALED and not maybe_started) or state is BatchState.STOPPED
    assert bool(CLAIMS_UNSEALED.search(said(batch))) is unsealed
    assert said(batch)


def test_after_a_second_order_nobody_says_that_nothing_was_sealed_twice() -> None:
    batch = replace(a_batch(), state=BatchState.ACCEPTING)
    assert "nothing has been sealed twice" in while_unclear(batch)
    assert "nothing has been sealed twice" not in while_unclear(batch.replace(maybe_started=True))
