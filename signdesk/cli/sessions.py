"""The jobs of one server, as the command line runs them, alone or one after the other.

Whoever imports this imports all that they need.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress

from signdesk.cli.command import CommandContext, is_stopping
from signdesk.cli.duplicates import AlreadyOrdered
from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.connections import Access
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.session import Session
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import SettingsGuard


@asynccontextmanager
async def session_with(
    context: CommandContext, server: Server, credentials: Credentials, access: Access
) -> AsyncIterator[Session]:
    """Closed at the end. Raises InputProblem for what no session can work with; nothing was sent."""
    session = Session(
        server,
        credentials,
        folders=context.folders,
        memory=context.memory,
        journal=context.journal,
        publish=context.console.follow,
        retry_config=context.retry_config,
        access=access,
        guard=SettingsGuard(SettingsFile(context.folders.settings_file, context.folders.policy_file)),
    )
    try:
        yield session
    finally:
        await session.close()


async def signed(session: Session, batch: Batch) -> Batch:
    """As far as it gets. Stopped while the server's copy is being removed, it is over all the same: the
    result is safe here, and what stays there is a warning.
    """
    batch = await session.sign(batch)
    if batch.held_at is BatchState.SAVED and batch.reason is Reason.STOPPED_WAITING:
        with suppress(SavingProblem):
            return await session.keep_copy(batch)
    return batch


async def in_turn(
    context: CommandContext,
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
            context.batch_lock.acquire(one.id)
        if begins is not None:
            batches = await _noted(context, batches, known)
            begins()
        ended = await _carried_out(context, session, batches)
        rest = batches[len(ended) :]
        return [*ended, *([await _withdrawn(context, one) for one in rest] if begins is not None else rest)]
    finally:
        for one in batches:
            context.batch_lock.release(one.id)


async def _noted(
    context: CommandContext, batches: Sequence[Batch], known: Collection[str] | None
) -> Sequence[Batch]:
    """As they were noted. Stopped meanwhile, it is brought to its end: nothing of them is begun then."""
    noting = asyncio.ensure_future(context.journal.order(batches, known, asks_for_older=True))
    try:
        placed = await asyncio.shield(noting)
    except asyncio.CancelledError:
        placed = await noting
    if placed.holds_back:
        raise AlreadyOrdered(placed.found, placed.older)
    return placed.batches


async def _carried_out(context: CommandContext, session: Session, batches: Sequence[Batch]) -> list[Batch]:
    """Those that were begun with."""
    ended: list[Batch] = []
    for number, one in enumerate(batches, 1):
        if is_stopping():
            break
        if len(batches) > 1:
            context.console.say(f"Batch {number} of {len(batches)}:")
        # what was learned of the server from those before helps the next
        ended.append(await signed(session, one.replace(server=session.server)))
    return ended


async def _withdrawn(context: CommandContext, batch: Batch) -> Batch:
    """Noted if that is possible; nothing of it was sent."""
    words = join(msg("Stopped before it began."), what_is_safe(batch))
    stopped = batch.transition(BatchState.STOPPED, message=words)
    stopped = stopped.entered(BatchState.STOPPED, SystemClock().now())
    with suppress(SavingProblem):
        await context.journal.record(stopped)
    return stopped
