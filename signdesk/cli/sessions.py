"""The jobs of one server, as the command line runs them. Whoever imports this imports all that they need."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from signdesk.cli.keeping import Kept
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.session import Access, Session
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import SettingsGuard


@asynccontextmanager
async def session_with(
    keeping: Kept, server: Server, credentials: Credentials, access: Access
) -> AsyncIterator[Session]:
    """Closed at the end. Raises InputProblem for what no session can work with; nothing was sent."""
    session = Session(
        server,
        credentials,
        folders=keeping.folders,
        memory=keeping.memory,
        journal=keeping.journal,
        publish=keeping.narrator.follow,
        pacing=keeping.pacing,
        access=access,
        guard=SettingsGuard(SettingsFile(keeping.folders.settings_file, keeping.folders.policy_file)),
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
        with contextlib.suppress(SavingProblem):
            return await session.keep_copy(batch)
    return batch
