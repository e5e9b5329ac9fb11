"""The folder that a result is to go to: made when it is ordered, looked at afterwards, never made again.

A share that went away is waited for; a folder that was removed from a disk that is there is for a person.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from signdesk.domain.batches import Mount
from signdesk.domain.errors import DiskFull, FolderGone, MountGone, SavingProblem
from signdesk.jobs.job_context import JobContext, JobPaused, pause_for
from signdesk.platform.files import mount_of
from signdesk.storage.results import check_target, prepare_target, require_folder


def ordered_target(folder: Path) -> Mount:
    """Makes the folder of an order, or another one that a person chose for it, and gives what it lies on.

    Blocking. Raises SavingProblem.
    """
    prepare_target(folder, 0)
    return mount_of(folder)


async def require_target(run: JobContext, needed_bytes: int = 0) -> None:
    """Returns once the folder is as it was when it was ordered, with that much room. Raises JobPaused.

    Where the program waits, a share that is away is waited for: the batch is WAITING meanwhile (noted), and
    stands at its step again afterwards, also where it was cancelled. A batch without a noted mount has a
    folder that was not made yet.
    """
    if run.batch.mount is None:
        await _make(run)
    away = await _look(run, needed_bytes)
    if away is None:
        return
    if not run.services.waits:
        raise away
    await run.show_held(away)
    try:
        while away is not None:
            await run.pause(run.services.retry_config.target_look_s)
            away = await _look(run, needed_bytes)
    except asyncio.CancelledError:
        run.batch = run.batch.resumed()
        raise
    await run.show_resumed()


async def _make(run: JobContext) -> None:
    try:
        mount = await run.uninterrupted(asyncio.to_thread(ordered_target, run.batch.save_to))
    except SavingProblem as error:
        raise pause_for(run.batch, error) from error
    await run.note(mount=mount)


async def _look(run: JobContext, needed_bytes: int) -> JobPaused | None:
    """The Hold of a share that is away; None where all is well. Raises JobPaused for anything else."""
    try:
        looked = asyncio.to_thread(check_target, run.batch.save_to, run.batch.mount, needed_bytes)
        await run.uninterrupted(looked)
    except MountGone as error:
        return pause_for(run.batch, error)
    except SavingProblem as error:
        raise pause_for(run.batch, error) from error
    return None


async def why_not_saved(run: JobContext, error: SavingProblem) -> JobPaused | MountGone:
    """What to raise where the folder failed in the middle of a step: its share may have gone away."""
    try:
        if not isinstance(error, DiskFull):
            await asyncio.to_thread(require_folder, run.batch.save_to, run.batch.mount)
    except MountGone as away:
        return away
    except FolderGone as gone:
        return pause_for(run.batch, gone)
    except SavingProblem:
        pass  # what was said first is nearer to the cause
    return pause_for(run.batch, error)
