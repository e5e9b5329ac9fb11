"""`signdesk release` and `signdesk drop`: what a person decides about a batch that waits for a decision."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from signdesk.cli.keeping import (
    NEEDS_DECISION,
    NOT_FINISHED,
    Kept,
    exit_code,
    kept,
)
from signdesk.cli.narrator import Narrator
from signdesk.cli.refusing import NeedsDecision, refuse_displaced
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem, SavingProblem, SignDeskError
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.release import can_be_released, give_other_folder, release_batch, waits_for_folder
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, DropOptions, ReleaseOptions
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile

Decision = Callable[[Kept, Batch], Awaitable[int]]


def run_decision(options: ReleaseOptions | DropOptions, narrator: Narrator) -> int:
    """The exit code."""
    if isinstance(options, ReleaseOptions):
        return _run_release(options, narrator)
    return _run_drop(options, narrator)


def _run_release(options: ReleaseOptions, narrator: Narrator) -> int:
    """The exit code, as in `resume`; 2 for a batch that is not there."""

    async def release(keeping: Kept, batch: Batch) -> int:
        try:
            if can_be_released(batch):
                batch = await release_batch(batch, keeping.journal, SystemClock(), save_to=options.save_to)
                narrator.finished(batch)
            elif options.save_to is not None and waits_for_folder(batch):
                batch = await give_other_folder(batch, keeping.journal, options.save_to)
                folder = shown_name(str(batch.save_to))
                narrator.say(f"Batch {batch.id} goes to {folder}: “signdesk resume” goes on with it.")
            else:
                narrator.say(_why_not(batch))
        except SavingProblem as problem:
            narrator.say(str(problem))
        return exit_code([batch])

    return _decided(options, narrator, release)


def _run_drop(options: DropOptions, narrator: Narrator) -> int:
    """0 where it was put away; else as in `resume`, and 2 for a batch that is not there.

    What another copy of the data folder may seal is not put away: it would hold back no order any more.
    """

    async def drop(keeping: Kept, batch: Batch) -> int:
        if not batch.is_over:
            await refuse_displaced(keeping)
        if not _may_be_put_away(batch, keeping.folders):
            narrator.say(f"Batch {batch.id} is not finished, and “signdesk resume” goes on with it.")
            return exit_code([batch])
        if await keeping.journal.latest(batch.id) is None:
            narrator.say(f"Batch {batch.id} was removed from the list already.")
        await keeping.journal.forget(batch.id)
        narrator.say(f"Batch {batch.id} is no longer listed; “signdesk status --all” still shows it.")
        loss = await keeping.journal.loss()
        for sentence in _what_stays(batch, put_back=loss is not None and loss.put_back):
            narrator.say(sentence)
        return 0

    return _decided(options, narrator, drop)


def _decided(options: ReleaseOptions | DropOptions, narrator: Narrator, decide: Decision) -> int:
    async def carry_out() -> int:
        async with (
            kept(folders, f"signdesk {options.verb}", narrator) as keeping,
            _owned(keeping, options.batch_id, narrator) as batch,
        ):
            return NOT_FINISHED if batch is None else await decide(keeping, batch)

    try:
        folders = Folders(options.data_dir)
        keep_log(folders.log_file)
        return asyncio.run(carry_out())
    except InputProblem as error:
        narrator.say(str(error))
        return WRONG_USE
    except NeedsDecision as decision:
        narrator.say(str(decision))
        return NEEDS_DECISION
    except SignDeskError as error:
        narrator.say(str(error))
        return NOT_FINISHED


@asynccontextmanager
async def _owned(keeping: Kept, batch_id: str, narrator: Narrator) -> AsyncIterator[Batch | None]:
    """The batch as it stands now, and ours meanwhile; None where another SignDesk has it."""
    if await _found(keeping, batch_id) is None:
        raise InputProblem(f"There is no batch “{batch_id}”. “signdesk status” lists them.")
    if not keeping.batch_lock.acquire(batch_id):
        who = keeping.batch_lock.owner_of(batch_id) or "another SignDesk"
        narrator.say(f"Batch {batch_id} is in use by {who}. Try again when that has ended.")
        yield None
        return
    try:
        yield await _found(keeping, batch_id)
    finally:
        keeping.batch_lock.release(batch_id)


def _may_be_put_away(batch: Batch, folders: Folders) -> bool:
    """What is over, has surely not begun to seal, is saved but not compared, or waits for a person, also for
    one who says at which address its server is. Blocking but quick.
    """
    if batch.reason is Reason.NOT_COMPARED:
        return True
    if batch.is_over or batch.state is BatchState.NEEDS_YOU or batch.is_surely_unsealed:
        return True
    settings = SettingsFile(folders.settings_file, folders.policy_file).load().settings
    return bool(ConnectionService(lambda: settings).new_address(batch))


async def _found(keeping: Kept, batch_id: str) -> Batch | None:
    """Also one that was put away."""
    return await keeping.journal.latest(batch_id, forgotten=True)


def _why_not(batch: Batch) -> str:
    if batch.saved_to is not None:
        return f"The result of batch {batch.id} is saved already: {shown_name(str(batch.saved_to))}"
    if batch.is_over:
        return f"Batch {batch.id} has no result."
    return f"Batch {batch.id} has no result that was put aside. “signdesk resume” goes on with it."


def _what_stays(batch: Batch, *, put_back: bool) -> list[str]:
    """`put_back`: the list of batches is an older one, so that the batch may have got further."""
    told = [] if batch.is_over else [_what_was_sealed(batch, put_back=put_back)]
    if batch.quarantined_to is not None:
        told.append(f"What came back stays in {shown_name(str(batch.quarantined_to))}")
    if batch.server_id and batch.deleted_at is None:
        told.append(f"On the server it is batch {batch.server_id}, which SignDesk leaves there.")
    return told


def _what_was_sealed(batch: Batch, *, put_back: bool) -> str:
    if put_back:
        return "An older list of batches was put back, so its documents may be sealed."
    if batch.is_surely_unsealed:
        return "Nothing of it has been sealed."
    return "The server was told to seal it, so its documents may be sealed."
