"""What `sign`, `resume` and `status` share: journal, ownership of batches, sessions, stopping in order."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from signdesk.cli.narrator import Narrator
from signdesk.cli.report import to_json
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.notes import Notes
from signdesk.jobs.pacing import Pacing
from signdesk.jobs.recovery import displaced, leave_to_other_copy
from signdesk.jobs.restoring import take_in_from_save_folders
from signdesk.jobs.session import Access, Session
from signdesk.storage.folders import Folders
from signdesk.storage.journal_losses import Loss
from signdesk.storage.memory import MemoryFile
from signdesk.storage.ownership import Ownership
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import SettingsGuard

T = TypeVar("T")
NOT_FINISHED = 3
NEEDS_DECISION = 4
EXIT_CODES = {BatchState.DONE: 0, BatchState.PARTLY_DONE: 1, BatchState.NEEDS_YOU: NEEDS_DECISION}


@dataclass(frozen=True, slots=True)
class Kept:
    """The open journal, what this process owns, and what sessions need."""

    notes: Notes
    ownership: Ownership
    memory: MemoryFile
    folders: Folders
    narrator: Narrator
    pacing: Pacing

    @asynccontextmanager
    async def session(
        self, server: Server, credentials: Credentials, access: Access
    ) -> AsyncIterator[Session]:
        """Closed at the end. Raises InputProblem for what no session can work with; nothing was sent."""
        session = Session(
            server,
            credentials,
            folders=self.folders,
            memory=self.memory,
            journal=self.notes,
            publish=self.narrator.follow,
            pacing=self.pacing,
            access=access,
            guard=SettingsGuard(SettingsFile(self.folders.settings_file, self.folders.policy_file)),
        )
        try:
            yield session
        finally:
            await session.close()


@asynccontextmanager
async def kept(
    folders: Folders, label: str, narrator: Narrator, pacing: Pacing | None = None
) -> AsyncIterator[Kept]:
    """Raises SavingProblem where the journal cannot be opened."""
    memory = MemoryFile(folders.memory_file)
    notes = Notes(folders.journal_file, memory, folders.order_mark)
    set_aside = await notes.open()
    if set_aside is not None:
        narrator.say(
            f"The journal was damaged. It was kept as {shown_name(str(set_aside))}; a new one was begun."
        )
    try:
        ownership = Ownership(folders.owners, label)
        yield Kept(notes, ownership, memory, folders, narrator, pacing or Pacing())
    finally:
        await notes.close()


class NeedsDecision(Exception):
    """A person must decide first: exit code 4, and the text says how. Nothing was sent."""


async def refuse_unseen_loss(keeping: Kept, *, seen: bool = False) -> None:
    """Raises NeedsDecision where an earlier journal was lost and nobody has looked. `seen`: a person has."""
    loss = await keeping.notes.loss()
    if loss is None or loss.seen:
        return
    new = await take_in_from_save_folders(keeping.notes, keeping.folders)
    if new:
        them = "1 batch was taken into the list from its receipt"
        them = them if new == 1 else f"{new} batches were taken into the list from their receipts"
        keeping.narrator.say(f"{them}.")
    if seen:
        await keeping.notes.loss_seen()
        return
    loaded = await keeping.notes.load(unfinished_only=True)
    numbers = ", ".join(one.server_id for one in loaded.batches if one.server_id)
    unfinished = f" Not finished, by their numbers on the server: {numbers}." if numbers else ""
    raise NeedsDecision(
        f"{_what_was_lost(loss)}{unfinished} What else was sealed is not known any more: “signdesk restore” "
        "reads receipts, and the people who run the server can tell. Nothing was sent. “signdesk resume "
        "--seen” goes on after that."
    )


async def say_unseen_loss(keeping: Kept) -> None:
    """The same in a sentence, for commands that only tell."""
    loss = await keeping.notes.loss()
    if loss is not None and not loss.seen:
        keeping.narrator.say(
            f"{_what_was_lost(loss)} “signdesk resume” says what can be done; “signdesk resume --seen” goes "
            "on after that."
        )


def _what_was_lost(loss: Loss) -> str:
    if loss.put_back:
        return "An older list of batches was put back in SignDesk's data folder."
    what = "is gone" if loss.set_aside is None else f"was damaged and kept as {shown_name(loss.set_aside)}"
    return f"SignDesk's list of batches {what}. {loss.recovered} batches could be read of it."


async def refuse_displaced(keeping: Kept, *, moved_here: bool = False, copied_here: bool = False) -> None:
    """Raises NeedsDecision where another copy of the data folder may have the unfinished batches, too.
    `moved_here`: a person says that there is none. `copied_here`: there is, and they belong to it.
    """
    if moved_here:
        await keeping.notes.settle_here()
    count = await displaced(keeping.notes)
    if count and copied_here:
        left = await leave_to_other_copy(keeping.notes)
        for sentence in left.set_aside:
            keeping.narrator.say(sentence)
        for one in left.batches:
            keeping.narrator.say(f"Batch {one.id}: {one.message}")
    elif count:
        batches = "1 batch is" if count == 1 else f"{count} batches are"
        raise NeedsDecision(
            "SignDesk's data folder was moved or copied, or an older list of batches was put back, and "
            f"{batches} not finished: another copy may go on with the same, or has sealed it. Nothing was "
            "sent. “signdesk resume --moved-here” goes on here, where no other copy is used any "
            "more; “signdesk resume --copied-here” leaves these batches to the other copy for good."
        )


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


async def signed(session: Session, batch: Batch) -> Batch:
    """As far as it gets. Stopped while the server's copy is being removed, it is over all the same: the
    result is safe here, and what stays there is a warning.
    """
    batch = await session.sign(batch)
    if batch.held_at is BatchState.SAVED and batch.reason is Reason.STOPPED_WAITING:
        with contextlib.suppress(SavingProblem):
            return await session.keep_copy(batch)
    return batch


async def stoppable(work: Coroutine[Any, Any, T]) -> T:
    """Ctrl+C and SIGTERM mean "stop waiting": the work ends in order and says where it stands."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if not task.cancelling():  # a second Ctrl+C does not make it quicker
            task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop)
    return await task


def is_stopping() -> bool:
    """Whether what runs in `stoppable` was asked to end, even if a job has taken that up already."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
