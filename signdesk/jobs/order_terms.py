"""What a new order says of the person who makes it, and which batch must not begin since another one does."""

from __future__ import annotations

import getpass
import platform

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.messages import msg
from signdesk.jobs.async_journal import AsyncJournal


def sent_by() -> str:
    """ "anna on office-7", as far as this machine tells; asked anew each time, never raises."""
    user, computer = shown_name(_user()), shown_name(platform.node())
    return f"{user} on {computer}" if user and computer else user or computer


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


async def held_for_another(journal: AsyncJournal, batch: Batch) -> Batch | None:
    """A noted batch as it is held, and noted so, for another one that holds the same documents and is older
    or perhaps sealed; None where it may go on. Raises SavingProblem.
    """
    other = await journal.in_the_way(batch)
    if other is None:
        return None
    words = msg(
        "Documents of this batch are in batch {other} of the same process already, so it was not begun: they "
        "might be sealed twice. Nothing of it has been sealed.",
        other=other.batch_id,
    )
    held = batch.held(BatchState.NEEDS_YOU, Reason.ORDERED_BEFORE, words)
    if held != batch:
        await journal.record(held)
    return held
