"""What the commands have in common: exit codes, the open journal, the batches of this process, stopping."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from signdesk.cli.console import Console, to_json
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE
from signdesk.platform.console import call_on_interrupt
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile

T = TypeVar("T")
NOT_FINISHED = 3
NEEDS_DECISION = 4
EXIT_CODES = {BatchState.DONE: 0, BatchState.PARTLY_DONE: 1, BatchState.NEEDS_YOU: NEEDS_DECISION}


class NeedsDecision(Exception):
    """A person must decide first: exit code 4, and the text says how. Nothing was sent."""


@dataclass(frozen=True, slots=True)
class CommandContext:
    """The open journal, what this process owns, and what sessions (`sessions`) need."""

    journal: AsyncJournal
    batch_lock: BatchLock
    memory: MemoryFile
    folders: Folders
    console: Console
    retry_config: RetryConfig

    @contextmanager
    def owned(self, batch_id: str) -> Iterator[str]:
        """Claims the batch for the block. Gives who has it, where that is another program; else ""."""
        if not self.batch_lock.acquire(batch_id):
            yield self.batch_lock.owner_of(batch_id) or "another SignDesk"
            return
        try:
            yield ""
        finally:
            self.batch_lock.release(batch_id)


def run_command(
    work: Callable[[], int],
    console: Console,
    *,
    as_json: bool = False,
    wrong_use: type[SignDeskError] | tuple[()] = InputProblem,
) -> int:
    """The exit code of `work`, or that of what it raised, which is said: `wrong_use` is 2, NeedsDecision 4,
    any other SignDeskError 3. `as_json`: an empty result is written for the last two.
    """
    try:
        return work()
    except wrong_use as error:
        console.say(str(error))
        return WRONG_USE
    except (NeedsDecision, SignDeskError) as error:
        console.say(str(error))
        if as_json:
            console.json(to_json([]))
        return NEEDS_DECISION if isinstance(error, NeedsDecision) else NOT_FINISHED


def open_folders(data_dir: Path | None) -> Folders:
    """With the log in them kept from now on. Raises InputProblem or SavingProblem."""
    folders = Folders(data_dir)
    keep_log(folders.log_file)
    return folders


@asynccontextmanager
async def command_context(
    folders: Folders, label: str, console: Console, retry_config: RetryConfig | None = None
) -> AsyncIterator[CommandContext]:
    """`label`: what other programs call this one. Raises SavingProblem where the journal cannot be opened."""
    memory = MemoryFile(folders.memory_file)
    journal = AsyncJournal(folders.journal_file, memory, folders.order_mark)
    set_aside = await journal.open()
    if set_aside is not None:
        console.say(
            f"SignDesk's list of batches was damaged. It was kept as {shown_name(str(set_aside))}; a new one "
            "was begun."
        )
    try:
        batch_lock = BatchLock(folders.owners, label)
        yield CommandContext(journal, batch_lock, memory, folders, console, retry_config or RetryConfig())
    finally:
        await journal.close()


def exit_code(batches: Iterable[Batch]) -> int:
    """The code of the batch that needs most attention; 0 where there is none."""
    return max((EXIT_CODES.get(one.state, NOT_FINISHED) for one in batches), default=0)


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
