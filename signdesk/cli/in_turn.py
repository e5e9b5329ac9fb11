"""The batches of one order, one after the other: none is lost, and none begins that nobody wants any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

from signdesk.cli.keeping import Kept, is_stopping
from signdesk.cli.ordered_before import AlreadyOrdered
from signdesk.cli.sessions import signed
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.safety import what_is_safe
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.session import Session


async def in_turn(
    keeping: Kept,
    session: Session,
    batches: Sequence[Batch],
    *,
    known: Collection[str] | None = (),
    begins: Callable[[], None] | None = None,
) -> list[Batch]:
    """Each as far as it gets, in `stoppable`. `begins`: they are new, and noted together beforehand, so that
    `resume` knows those that a killed program has not begun with; it is called once they are noted. `known`:
    as in `JournalFile.order`. Raises AlreadyOrdered, and SavingProblem where they cannot be noted; then
    nothing was sent.
    """
    try:
        for one in batches:
            keeping.batch_lock.acquire(one.id)
        if begins is not None:
            batches = await _noted(keeping, batches, known)
            begins()
        ended = await _carried_out(keeping, session, batches)
        rest = batches[len(ended) :]
        return [*ended, *([await _withdrawn(keeping, one) for one in rest] if begins is not None else rest)]
    finally:
        for one in batches:
            keeping.batch_lock.release(one.id)


async def _noted(keeping: Kept, batches: Sequence[Batch], known: Collection[str] | None) -> Sequence[Batch]:
    """As they were noted. Stopped meanwhile, it is brought to its end: nothing of them is begun then."""
    noting = asyncio.ensure_future(keeping.journal.order(batches, known, asks_for_older=True))
    try:
        placed = await asyncio.shield(noting)
    except asyncio.CancelledError:
        placed = await noting
    if placed.holds_back:
        raise AlreadyOrdered(placed.found, placed.older)
    return placed.batches


async def _carried_out(keeping: Kept, session: Session, batches: Sequence[Batch]) -> list[Batch]:
    """Those that were begun with."""
    ended: list[Batch] = []
    for number, one in enumerate(batches, 1):
        if is_stopping():
            break
        if len(batches) > 1:
            keeping.narrator.say(f"Batch {number} of {len(batches)}:")
        # what was learned of the server from those before helps the next
        ended.append(await signed(session, one.replace(server=session.server)))
    return ended


async def _withdrawn(keeping: Kept, batch: Batch) -> Batch:
    """Noted if that is possible; nothing of it was sent."""
    words = join(msg("Stopped before it began."), what_is_safe(batch))
    stopped = batch.transition(BatchState.STOPPED, message=words)
    stopped = stopped.entered(BatchState.STOPPED, SystemClock().now())
    with suppress(SavingProblem):
        await keeping.journal.record(stopped)
    return stopped
