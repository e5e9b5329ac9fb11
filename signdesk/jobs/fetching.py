"""Fetch, check, save, clean up. The result gets its name only after it was checked, and the server's copy is
deleted only after the local one is durable (reliability.md promises P7 and P8).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState, Progress, Reason
from signdesk.domain.documents import safe_name
from signdesk.domain.errors import (
    BadAnswer,
    DamagedResult,
    ForeignResult,
    NotFound,
    ResultProblem,
    SavingProblem,
    ServerProblem,
    Unclear,
)
from signdesk.domain.servers import Numbering
from signdesk.jobs.checking import Checked, check_result
from signdesk.jobs.retrying import Again, download_policy, reading_policy
from signdesk.jobs.run import Hold, Run, hold_for
from signdesk.storage.results import IncomingFile, prepare_target, quarantine, save

SERVER_COPY_KEPT = "The sealed documents are still on the server; nothing is lost."


@dataclass(frozen=True, slots=True)
class Fetched:
    """A complete download under its temporary name."""

    path: Path
    sha256: str


async def fetch(run: Run) -> None:
    """From FETCHING to SAVED. Raises Hold. A damaged result is fetched again, the same damage twice is kept
    in quarantine."""
    damaged: dict[str, DamagedResult] = {}
    if run.batch.state is BatchState.CHECKING:
        await run.move(BatchState.FETCHING)
    for _ in range(run.partners.pacing.downloads):
        fetched = await _download(run)
        await run.move(BatchState.CHECKING)
        try:
            await run.uninterrupted(_check_and_save(run, fetched))
        except DamagedResult as error:
            if fetched.sha256 in damaged:
                raise await _quarantined(run, fetched, error) from error
            damaged[fetched.sha256] = error
            await asyncio.to_thread(fetched.path.unlink, missing_ok=True)
            await run.move(BatchState.FETCHING)
        except ForeignResult as error:
            raise await _quarantined(run, fetched, error) from error
        else:
            return
    raise Hold(
        Reason.RESULT,
        f"The result arrived damaged {len(damaged)} times, each time in another way. {SERVER_COPY_KEPT} "
        "Something between here and the server may be changing it; try again later.",
    )


async def try_to_fetch(run: Run) -> bool:
    """One download while the server's status may or may not mean CLOSED. A sealed result proves it."""
    reported = run.batch.server_status
    try:
        fetched = await _receive(run)
    except ServerProblem:
        return False
    except SavingProblem as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error
    try:
        checked = await asyncio.to_thread(check_result, fetched.path, run.batch, run.partners.work)
    except ResultProblem:
        await asyncio.to_thread(fetched.path.unlink, missing_ok=True)
        return False
    numbering = {"5": Numbering.OLDER, "6": Numbering.NEWER}.get(reported)
    await run.partners.journal.learned(run.batch.server.base_url, form=None, numbering=numbering)
    await run.move(BatchState.FETCHING)
    await run.move(BatchState.CHECKING)
    await run.uninterrupted(_save(run, fetched, checked))
    return True


async def clean_up(run: Run) -> None:
    """From SAVED to DONE or PARTLY_DONE. What cannot be removed from the server is a warning."""
    warnings = []
    deleted_at = None
    if not await _delete(run, run.batch.server_id):
        warnings.append(
            f"The server's copy (batch number {run.batch.server_id}) could not be removed. "
            "Your saved file is complete."
        )
    else:
        deleted_at = run.partners.clock.now()
    await delete_abandoned(run)
    every = run.batch.good_count == len(run.batch.documents)
    state = BatchState.DONE if every else BatchState.PARTLY_DONE
    await run.move(state, deleted_at=deleted_at, warnings=(*run.batch.warnings, *warnings))


async def delete_abandoned(run: Run) -> None:
    """Best effort: batches that were never accepted cost nothing but the server's room."""
    left = [one for one in run.batch.abandoned_ids if not await _delete(run, one)]
    if tuple(left) != run.batch.abandoned_ids:
        await run.note(abandoned_ids=tuple(left))


async def _download(run: Run) -> Fetched:
    attempts = 0

    def policy(error: ServerProblem) -> Again:
        nonlocal attempts
        attempts += isinstance(error, Unclear | BadAnswer)
        return Again.NEVER if attempts >= run.partners.pacing.downloads else download_policy(error)

    try:
        return await run.repeat(partial(_receive, run), policy)
    except NotFound as error:
        raise Hold(
            Reason.LOST,
            "The server says that sealing is finished, but does not hand out the result (not found). "
            f"Ask the person who runs the server for batch number {run.batch.server_id} before these "
            "documents are sealed again.",
            detail=error.detail,
            decide=True,
        ) from error
    except ServerProblem as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error
    except SavingProblem as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error


async def _receive(run: Run) -> Fetched:
    """One download to the temporary name; nothing stays behind if it fails."""

    def got(done: int, total: int | None) -> None:
        run.show_from_thread(progress=Progress(done, total) if total else None)

    async with run.partners.transfers:
        await asyncio.to_thread(prepare_target, run.batch.save_to, 0)
        incoming = await asyncio.to_thread(IncomingFile.open, run.batch.save_to, run.batch.id)
        try:
            await run.partners.client.download(run.batch.server_id, incoming.write, got)
            return Fetched(incoming.path, await asyncio.to_thread(incoming.finish))
        except BaseException:
            incoming.discard()
            raise


async def _check_and_save(run: Run, fetched: Fetched) -> None:
    checked = await asyncio.to_thread(check_result, fetched.path, run.batch, run.partners.work)
    await _save(run, fetched, checked)


async def _save(run: Run, fetched: Fetched, checked: Checked) -> None:
    batch = run.batch
    try:
        saved_to = await asyncio.to_thread(save, fetched.path, batch.save_to, result_name(batch))
    except SavingProblem as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error
    await run.move(
        BatchState.SAVED,
        documents=checked.documents,
        extra_results=checked.extra_results,
        saved_to=saved_to,
        result_sha256=fetched.sha256,
    )


async def _quarantined(run: Run, fetched: Fetched, error: ResultProblem) -> Hold:
    """The Hold to raise, after what came back was moved out of the target folder."""
    name = f"{run.batch.id} {result_name(run.batch)}"
    try:
        kept = await asyncio.to_thread(quarantine, fetched.path, run.partners.quarantine, name)
    except SavingProblem as trouble:
        return hold_for(trouble, SERVER_COPY_KEPT)
    await run.note(quarantined_to=kept, result_sha256=fetched.sha256)
    return Hold(
        Reason.RESULT,
        f"{error} It was not saved as a result, but kept aside for a look. The server's copy was not "
        "deleted.",
        detail=str(kept),
        decide=True,
    )


async def _delete(run: Run, server_id: str) -> bool:
    try:
        await run.repeat(partial(run.partners.client.delete, server_id), reading_policy)
    except NotFound:
        return True
    except ServerProblem:
        return False
    return True


def result_name(batch: Batch) -> str:
    """`Company seal 2026-11-23 14.02.zip`, by this machine's own time zone."""
    made = batch.created_at.astimezone()
    return safe_name(f"{batch.process.label} {made:%Y-%m-%d %H.%M}.zip")
