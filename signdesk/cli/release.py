"""`signdesk release` and `signdesk drop`: what a person decides about a batch that waits for a decision."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from signdesk.cli.advice import waits_for_folder
from signdesk.cli.command import (
    NOT_FINISHED,
    CommandContext,
    command_context,
    exit_code,
    open_folders,
    run_command,
)
from signdesk.cli.console import Console
from signdesk.cli.journal_checks import refuse_displaced
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem, SavingProblem
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.connection_service import Connections
from signdesk.jobs.release import can_be_released, give_other_folder, release_batch
from signdesk.options import DropOptions, ReleaseOptions
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile

Decision = Callable[[CommandContext, Batch], Awaitable[int]]


def run_decision(options: ReleaseOptions | DropOptions, console: Console) -> int:
    """The exit code."""
    if isinstance(options, ReleaseOptions):
        return _run_release(options, console)
    return _run_drop(options, console)


def _run_release(options: ReleaseOptions, console: Console) -> int:
    """The exit code, as in `resume`; 2 for a batch that is not there."""

    async def release(context: CommandContext, batch: Batch) -> int:
        try:
            if can_be_released(batch):
                batch = await release_batch(batch, context.journal, SystemClock(), save_to=options.save_to)
                console.finished(batch)
            elif options.save_to is not None and waits_for_folder(batch):
                batch = await give_other_folder(batch, context.journal, options.save_to)
                folder = shown_name(str(batch.save_to))
                console.say(f"Batch {batch.id} goes to {folder}: “signdesk resume” goes on with it.")
            else:
                console.say(_why_not(batch))
        except SavingProblem as problem:
            console.say(str(problem))
        return exit_code([batch])

    return _decided(options, console, release)


def _run_drop(options: DropOptions, console: Console) -> int:
    """0 where it was put away; else as in `resume`, and 2 for a batch that is not there.

    What another copy of the data folder may seal is not put away: it would hold back no order any more.
    """

    async def drop(context: CommandContext, batch: Batch) -> int:
        if not batch.is_over:
            await refuse_displaced(context)
        if not _may_be_put_away(batch, context.folders):
            console.say(f"Batch {batch.id} is not finished, and “signdesk resume” goes on with it.")
            return exit_code([batch])
        if await context.journal.latest(batch.id) is None:
            console.say(f"Batch {batch.id} was removed from the list already.")
        await context.journal.forget(batch.id)
        console.say(f"Batch {batch.id} is no longer listed; “signdesk status --all” still shows it.")
        loss = await context.journal.loss()
        for sentence in _what_stays(batch, put_back=loss is not None and loss.put_back):
            console.say(sentence)
        return 0

    return _decided(options, console, drop)


def _decided(options: ReleaseOptions | DropOptions, console: Console, decide: Decision) -> int:
    """By `decide`, which gets the batch as it stands now, and ours meanwhile."""
    batch_id = options.batch_id

    async def carry_out() -> int:
        folders = open_folders(options.data_dir)
        async with command_context(folders, f"signdesk {options.verb}", console) as context:
            if await _found(context, batch_id) is None:
                raise InputProblem(f"There is no batch “{batch_id}”. “signdesk status” lists them.")
            with context.owned(batch_id) as other:
                batch = None if other else await _found(context, batch_id)
                if other:
                    console.say(f"Batch {batch_id} is in use by {other}. Try again when that has ended.")
                return NOT_FINISHED if batch is None else await decide(context, batch)

    return run_command(lambda: asyncio.run(carry_out()), console)


def _may_be_put_away(batch: Batch, folders: Folders) -> bool:
    """What is over, has surely not begun to seal, is saved but not compared, or waits for a person, also for
    one who says at which address its server is. Blocking but quick.
    """
    if batch.reason is Reason.NOT_COMPARED:
        return True
    if batch.is_over or batch.state is BatchState.NEEDS_YOU or batch.is_surely_unsealed:
        return True
    settings = SettingsFile(folders.settings_file, folders.policy_file).load().settings
    return bool(Connections(settings).new_address(batch))


async def _found(context: CommandContext, batch_id: str) -> Batch | None:
    """Also one that was put away."""
    return await context.journal.latest(batch_id, forgotten=True)


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
