"""The batches of one order, one after the other: none is lost, and none begins that nobody wants any more."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from signdesk.cli.keeping import Kept, is_stopping, signed
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.errors import SavingProblem
from signdesk.domain.words import say
from signdesk.jobs.pacing import SystemClock
from signdesk.jobs.session import Session

NOT_BEGUN = say("Stopped before it began. Nothing has been sealed.")


async def in_turn(keeping: Kept, session: Session, batches: Sequence[Batch]) -> list[Batch]:
    """Each as far as it gets, in `stoppable`. Several are noted beforehand, so that `resume` knows those that
    a killed program has not begun with. Raises SavingProblem where they cannot be; then nothing was sent.
    """
    try:
        for one in batches:
            keeping.ownership.claim(one.id)
        ended = await _carried_out(keeping, session, batches)
        return [*ended, *[await _withdrawn(keeping, one) for one in batches[len(ended) :]]]
    finally:
        for one in batches:
            keeping.ownership.release(one.id)


async def _carried_out(keeping: Kept, session: Session, batches: Sequence[Batch]) -> list[Batch]:
    """Those that were begun with."""
    ended: list[Batch] = []
    with suppress(asyncio.CancelledError):  # before the first one
        if len(batches) > 1:
            await keeping.notes.record_all(batches)
        for number, one in enumerate(batches, 1):
            if is_stopping():
                break
            if len(batches) > 1:
                keeping.narrator.say(f"Batch {number} of {len(batches)}:")
            # what was learned of the server from those before helps the next
            ended.append(await signed(session, one.noting(server=session.server)))
    return ended


async def _withdrawn(keeping: Kept, batch: Batch) -> Batch:
    """Noted if that is possible; nothing of it was sent."""
    stopped = batch.moved(BatchState.STOPPED, message=NOT_BEGUN)
    stopped = stopped.entered(BatchState.STOPPED, SystemClock().now())
    with suppress(SavingProblem):
        await keeping.notes.record(stopped)
    return stopped
