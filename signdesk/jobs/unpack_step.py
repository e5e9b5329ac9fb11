"""The result as files, where that was ordered: a folder beside the saved ZIP, with the ZIP's name.

A convenience: the ZIP is what was ordered, so whatever fails here is a warning on a finished batch. A job
that was killed or stopped meanwhile is still SAVED, and the next one does it again.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, ResultProblem, SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.restoring import restored_names
from signdesk.jobs.digests import sha256_of
from signdesk.jobs.job_context import JobContext
from signdesk.storage.archive import read_archive
from signdesk.storage.results import unpacking_folder
from signdesk.storage.unpacking import Stopped, Unpacking

NOT_UNPACKED = "The saved ZIP was not unpacked"  # so begins every warning of this module


async def unpack(run: JobContext) -> None:
    """While SAVED, and before the server's copy is deleted. Raises SavingProblem where it cannot be noted.

    Cancelled, it stops at the next piece and leaves nothing behind.
    """
    batch = run.batch
    if not batch.delivery.unpack or batch.unpacked_to is not None or batch.saved_to is None:
        return
    stopped = threading.Event()
    work = asyncio.ensure_future(asyncio.to_thread(_unpacked, batch, batch.saved_to, stopped.is_set))
    try:
        done = await asyncio.shield(work)
    except asyncio.CancelledError:
        stopped.set()
        await asyncio.wait([work])
        raise
    warnings = tuple(one for one in batch.warnings if not one.startswith(NOT_UNPACKED))
    if isinstance(done, Path):
        await run.note(unpacked_to=done, warnings=warnings)
    else:
        await run.note(warnings=(*warnings, done))


def _unpacked(batch: Batch, saved_to: Path, stop: Callable[[], bool]) -> Path | str:
    """The folder, or the warning. Blocking."""
    if sha256_of(saved_to) != batch.result_sha256:
        return _changed()
    try:
        sent_names = [one.sent_name for one in batch.documents]
        archive = read_archive(saved_to, sent_names, batch.sent_bytes)
        names = restored_names(batch.documents, [entry.name for entry in archive.entries])
        temporary = unpacking_folder(saved_to.parent, batch.id)
        return Unpacking(archive, names, temporary, saved_to.stem, stop).run()
    except ResultProblem as problem:  # a person had it saved all the same
        return msg("The saved ZIP was not unpacked: {why}", why=str(problem))
    except SavingProblem as problem:
        return _failed(problem, saved_to.parent)
    except Stopped:
        return msg(
            "The saved ZIP was not unpacked: it was stopped. It is complete, and any program for ZIP files "
            "can unpack it."
        )


def _changed() -> str:
    return msg("The saved ZIP was not unpacked: it was moved or changed after it was checked.")


def _failed(problem: SavingProblem, folder: Path) -> str:
    shown = shown_name(str(folder))
    if isinstance(problem, DiskFull):
        return msg(
            "The saved ZIP was not unpacked: there is not enough room in “{folder}”. It is complete, and any "
            "program for ZIP files can unpack it.",
            folder=shown,
        )
    cause = problem.__cause__
    return msg(
        "The saved ZIP was not unpacked: in “{folder}” no folder could be made for it ({why}). It is "
        "complete, and any program for ZIP files can unpack it.",
        folder=shown,
        why=cause.strerror if isinstance(cause, OSError) and cause.strerror else "?",
    )
