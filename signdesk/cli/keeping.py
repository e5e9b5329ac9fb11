"""What the subcommands with a journal share: the open journal, ownership of batches, stopping in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from signdesk.cli.narrator import Narrator
from signdesk.cli.report import to_json
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.documents import shown_name
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.platform.console import call_on_interrupt
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.folders import Folders
from signdesk.storage.journal.losses import Loss
from signdesk.storage.memory import MemoryFile

T = TypeVar("T")
NOT_FINISHED = 3
NEEDS_DECISION = 4
EXIT_CODES = {BatchState.DONE: 0, BatchState.PARTLY_DONE: 1, BatchState.NEEDS_YOU: NEEDS_DECISION}


@dataclass(frozen=True, slots=True)
class Kept:
    """The open journal, what this process owns, and what sessions (`sessions`) need."""

    journal: AsyncJournal
    batch_lock: BatchLock
    memory: MemoryFile
    folders: Folders
    narrator: Narrator
    pacing: RetryConfig


@asynccontextmanager
async def kept(
    folders: Folders, label: str, narrator: Narrator, pacing: RetryConfig | None = None
) -> AsyncIterator[Kept]:
    """Raises SavingProblem where the journal cannot be opened."""
    memory = MemoryFile(folders.memory_file)
    journal = AsyncJournal(folders.journal_file, memory, folders.order_mark)
    set_aside = await journal.open()
    if set_aside is not None:
        narrator.say(
            f"SignDesk's list of batches was damaged. It was kept as {shown_name(str(set_aside))}; a new one "
            "was begun."
        )
    try:
        batch_lock = BatchLock(folders.owners, label)
        yield Kept(journal, batch_lock, memory, folders, narrator, pacing or RetryConfig())
    finally:
        await journal.close()


async def say_unseen_loss(keeping: Kept) -> None:
    """The same in a sentence, for commands that only tell."""
    loss = await keeping.journal.loss()
    if loss is not None and not loss.seen:
        keeping.narrator.say(
            f"{what_was_lost(loss)} “signdesk resume” says what can be done; “signdesk resume --seen” goes "
            "on after that."
        )


def what_was_lost(loss: Loss) -> str:
    """In a sentence or two."""
    if loss.put_back:
        return "An older list of batches was put back in SignDesk's data folder."
    what = "is gone" if loss.set_aside is None else f"was damaged and kept as {shown_name(loss.set_aside)}"
    batches = "1 batch" if loss.recovered == 1 else f"{loss.recovered} batches"
    read = f" {batches} could be read from it." if loss.recovered or loss.set_aside is not None else ""
    return f"SignDesk's list of batches {what}.{read}"


def exit_code(batches: Iterable[Batch]) -> int:
    """The code of the batch that needs most attention; 0 where there is none."""
    return max((EXIT_CODES.get(one.state, NOT_FINISHED) for one in batches), default=0)


def tell(narrator: Narrator, batches: Iterable[Batch], *, as_json: bool) -> None:
    """The results, for a person or as one JSON object."""
    listed = list(batches)
    if not as_json:
        for batch in listed:
            narrator.finished(batch)
        return
    for batch in listed:
        if batch.message:
            narrator.say(batch.message)
        narrator.advise(batch)
    narrator.json(to_json(listed))


async def stoppable(work: Coroutine[Any, Any, T]) -> T:
    """Ctrl+C and SIGTERM mean "stop waiting": the work ends in order and says where it stands."""
    task = asyncio.ensure_future(work)

    def stop() -> None:
        if not task.cancelling():  # a second Ctrl+C does not make it quicker
            task.cancel()

    call_on_interrupt(asyncio.get_running_loop(), stop)
    return await task


def is_stopping() -> bool:
    """Whether what runs in `stoppable` was asked to end, even if a job has taken that up already."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
