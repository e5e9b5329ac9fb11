"""From the journal to running jobs after a restart: which batch goes on, and what the others wait for."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.servers import Credentials, SignIn
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.storage.journal.identity import Standing
from signdesk.storage.journal.journal_file import Loaded


class Next(Enum):
    """What is to be done with an unfinished batch."""

    GO_ON = auto()  # at its right step; an unclear accept is asked about, never repeated
    DECIDE = auto()  # only a person can say
    SIGN_IN = auto()  # its server wants credentials that we do not have
    PRACTICE_OVER = auto()  # its practice server has ended, and with it everything it held


DECISIONS = frozenset([Reason.SOURCE_CHANGED, Reason.RESULT])


def next_for(batch: Batch, credentials: Credentials, *, fetch_again: bool = False) -> Next:
    """`credentials`: those for the batch's server as it is set up now (`connection_service`), or none.
    `fetch_again`: a person orders that of results that wait for one.
    """
    if batch.server.practice:
        return Next.PRACTICE_OVER
    decided = fetch_again and batch.reason is Reason.RESULT
    if batch.state is BatchState.NEEDS_YOU and batch.reason in DECISIONS and not decided:
        return Next.DECIDE
    if batch.server.sign_in is not SignIn.NONE and credentials.kind is not batch.server.sign_in:
        return Next.SIGN_IN
    return Next.GO_ON


def ordered(batch: Batch, *, accept_again: bool) -> Batch:
    """As its job begins. `accept_again`: a person orders another accept where the first is unclear."""
    if accept_again and batch.state is BatchState.NEEDS_YOU and batch.reason is Reason.UNCLEAR:
        return batch.ordered_again()
    return batch


async def displaced(journal: AsyncJournal) -> int:
    """How many batches are not finished in a journal that was moved, copied or put back: another copy may go
    on with them, or has. 0 where nothing is in doubt; without unfinished batches the journal is settled where
    it lies, in silence. Raises SavingProblem.
    """
    standing, count = await journal.standing()
    if standing in (Standing.FINE, Standing.VANISHED) or (standing is Standing.NEW and not count):
        return 0
    if count and standing is not Standing.NEW:
        return count
    await journal.settle_here()
    return 0


async def leave_to_other_copy(journal: AsyncJournal) -> Loaded:
    """A person says that this data folder is a copy: its unfinished batches are stopped here for good,
    without any request, and new orders are possible. Those batches. Raises SavingProblem.
    """
    loaded = await journal.list()
    return replace(loaded, batches=await journal.leave_to_other_copy(loaded.batches, _left_to))


def _left_to(folder: str, batch: Batch) -> Message:
    where = msg(
        "This batch belongs to another copy of SignDesk's data folder, which goes on with it. Nothing more "
        "is done with it here."
    )
    if folder:
        where = msg(
            "This batch belongs to the copy of SignDesk's data folder in “{folder}”, which goes on with it. "
            "Nothing more is done with it here.",
            folder=shown_name(folder),
        )
    number = msg("Its number on the server: {number}.", number=batch.server_id)
    return join(where, number) if batch.server_id else where
