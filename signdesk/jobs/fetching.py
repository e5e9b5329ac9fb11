"""Fetch, check, save, clean up. The result gets its name only after it was checked, and the server's copy is
deleted only after the local one is durable (reliability.md promises P7 and P8).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState, Progress, Reason
from signdesk.domain.documents import numbered, safe_name
from signdesk.domain.errors import (
    BadAnswer,
    DamagedResult,
    ForeignResult,
    NotFound,
    ResultProblem,
    SavingProblem,
    ServerProblem,
    SignInRefused,
    Unclear,
)
from signdesk.domain.reports import Status
from signdesk.domain.servers import Numbering
from signdesk.jobs.checking import Checked, check_result, sha256_of
from signdesk.jobs.retrying import Again, delete_policy, download_policy
from signdesk.jobs.run import Hold, Run, hold_for
from signdesk.storage.results import IncomingFile, discard_left_over, prepare_target, quarantine, save

QUICK_DELETE_S = 5.0
MOST_NUMBERS = 100
SERVER_COPY_KEPT = "The sealed documents are still on the server; nothing is lost."


@dataclass(frozen=True, slots=True)
class Fetched:
    """A complete download under its temporary name."""

    path: Path
    sha256: str


async def fetch(run: Run) -> None:
    """From FETCHING (or a CHECKING that was broken off) to SAVED. Raises Hold.

    A damaged result is fetched again; the same damage twice is kept in quarantine.
    """
    if run.batch.state is BatchState.CHECKING:
        saved_to = await asyncio.to_thread(saved_already, run.batch)
        if saved_to is not None:
            await asyncio.to_thread(discard_left_over, run.batch.save_to, run.batch.id)
            await run.move(BatchState.SAVED, saved_to=saved_to)
            return
        await run.move(BatchState.FETCHING)
    damaged: set[str] = set()
    for _ in range(run.partners.pacing.downloads):
        fetched = await _download(run)
        if await run.uninterrupted(_conclude(run, fetched, damaged)):
            return
    raise Hold(
        Reason.RESULT,
        f"The result arrived damaged {run.partners.pacing.downloads} times, each time in another way. "
        f"{SERVER_COPY_KEPT} Something between here and the server may be changing it; try again later.",
    )


class Guess:
    """Downloads while the server's status may or may not mean CLOSED (facts.md section 7, row 5).

    Proof is a result in which every document is sealed and checked; or the same partial one twice, with a
    growing pause between. Only the former teaches the server's numbering.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._partial_sha256 = ""

    async def try_to_fetch(self) -> bool:
        """Whether the result came and is saved. Nothing stays behind otherwise. Raises Hold."""
        try:
            fetched = await _receive(self._run)
        except SignInRefused as error:
            raise hold_for(error, SERVER_COPY_KEPT) from error
        except ServerProblem:
            return False
        except SavingProblem as error:
            raise hold_for(error, SERVER_COPY_KEPT) from error
        return await self._run.uninterrupted(self._conclude(fetched))

    async def _conclude(self, fetched: Fetched) -> bool:
        run = self._run
        try:
            try:
                checked = await asyncio.to_thread(check_result, fetched.path, run.batch, run.partners.work)
            except ResultProblem:
                return False
            except SavingProblem as error:
                raise hold_for(error, SERVER_COPY_KEPT) from error
            full = checked.proves_the_end(run.batch.process.kind)
            if not full and fetched.sha256 != self._partial_sha256:
                self._partial_sha256 = fetched.sha256
                return False
            if full:
                await _learn_numbering(run)
            await run.move(BatchState.FETCHING)
            await run.move(BatchState.CHECKING)
            await _save(run, fetched, checked)
        finally:
            await asyncio.to_thread(_discard, fetched.path)
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
    if run.batch.abandoned_ids:
        numbers = ", ".join(run.batch.abandoned_ids)
        warnings.append(f"Unused batches could not be removed from the server (numbers {numbers}).")
    every = run.batch.good_count == len(run.batch.documents)
    state = BatchState.DONE if every else BatchState.PARTLY_DONE
    await run.move(state, deleted_at=deleted_at, warnings=(*run.batch.warnings, *warnings))


async def delete_abandoned(run: Run) -> None:
    """One try each: batches that were never accepted cost nothing but the server's room."""
    left = []
    for server_id in run.batch.abandoned_ids:
        try:
            await asyncio.wait_for(run.partners.client.delete(server_id), QUICK_DELETE_S)
        except NotFound:
            continue
        except (ServerProblem, TimeoutError):
            left.append(server_id)
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
        # If what was learned of the server's numbers led here, it was wrong.
        await run.partners.journal.learned(run.batch.server.base_url, form=None, numbering=Numbering.UNKNOWN)
        raise Hold(
            Reason.LOST,
            "The server says that sealing is finished, but does not hand out the result (not found). "
            f"Ask the person who runs the server for batch number {run.batch.server_id} before these "
            "documents are sealed again.",
            detail=error.detail,
            decide=True,
        ) from error
    except (ServerProblem, SavingProblem) as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error


async def _receive(run: Run) -> Fetched:
    """One download to the temporary name; nothing stays behind if it fails or is cancelled."""

    def got(done: int, total: int | None) -> None:
        run.show_from_thread(progress=Progress(done, total) if total else None)

    def opened() -> IncomingFile:
        prepare_target(run.batch.save_to, 0)
        return IncomingFile.open(run.batch.save_to, run.batch.id)

    async with run.partners.transfers:
        incoming = await run.uninterrupted(asyncio.to_thread(opened), undo=IncomingFile.discard)
        try:
            await run.partners.client.download(run.batch.server_id, incoming.write, got)
            sha256 = await run.uninterrupted(asyncio.to_thread(incoming.finish))
        except BaseException:
            incoming.discard()
            raise
        return Fetched(incoming.path, sha256)


async def _conclude(run: Run, fetched: Fetched, damaged: set[str]) -> bool:
    """True once SAVED, False where the result is damaged and must be fetched again. Raises Hold.

    The temporary file is gone afterwards, however this ends: saved, set aside, or deleted.
    """
    try:
        await run.move(BatchState.CHECKING)
        try:
            checked = await asyncio.to_thread(check_result, fetched.path, run.batch, run.partners.work)
        except DamagedResult as error:
            if fetched.sha256 in damaged:
                raise await _quarantined(run, fetched, error) from error
            damaged.add(fetched.sha256)
            await run.move(BatchState.FETCHING)
            return False
        except ForeignResult as error:
            raise await _quarantined(run, fetched, error) from error
        except SavingProblem as error:
            raise hold_for(error, SERVER_COPY_KEPT) from error
        await _save(run, fetched, checked)
    finally:
        await asyncio.to_thread(_discard, fetched.path)
    return True


def _discard(path: Path) -> None:
    """Where the folder is gone or read-only, the Hold on its way says so; this must not hide it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


async def _save(run: Run, fetched: Fetched, checked: Checked) -> None:
    batch = run.batch
    await run.note(
        documents=checked.documents, extra_results=checked.extra_results, result_sha256=fetched.sha256
    )
    try:
        saved_to = await asyncio.to_thread(save, fetched.path, batch.save_to, result_name(batch))
    except SavingProblem as error:
        raise hold_for(error, SERVER_COPY_KEPT) from error
    await run.move(BatchState.SAVED, saved_to=saved_to)


def saved_already(batch: Batch) -> Path | None:
    """Where a result that was checked, but whose saving was broken off before its note, lies all the same.

    Its hash was noted before it got its name, so it is recognised under any number. Blocking.
    """
    if not batch.result_sha256:
        return None
    name = result_name(batch)
    for number in range(1, MOST_NUMBERS):
        path = batch.save_to / (name if number == 1 else numbered(name, number))
        if sha256_of(path) == batch.result_sha256:
            return path
    return None


async def _quarantined(run: Run, fetched: Fetched, error: ResultProblem) -> Hold:
    """The Hold to raise, after what came back was moved out of the target folder."""
    name = f"{run.batch.id} {result_name(run.batch)}"
    not_saved = f"{error} It was not saved as a result"
    try:
        kept = await asyncio.to_thread(quarantine, fetched.path, run.partners.quarantine, name)
    except SavingProblem as trouble:
        return Hold(
            Reason.RESULT,
            f"{not_saved}, and could not be kept aside either: {trouble} {SERVER_COPY_KEPT}",
            decide=True,
        )
    await run.note(quarantined_to=kept, result_sha256=fetched.sha256)
    return Hold(
        Reason.RESULT,
        f"{not_saved}, but kept aside for a look. The server's copy was not deleted.",
        decide=True,
    )


async def _learn_numbering(run: Run) -> None:
    numbering = {"5": Numbering.OLDER, "6": Numbering.NEWER}.get(run.batch.server_status)
    await run.partners.journal.learned(run.batch.server.base_url, form=None, numbering=numbering)


async def _delete(run: Run, server_id: str) -> bool:
    """Whether the server surely no longer has it."""
    client = run.partners.client
    try:
        await run.repeat(partial(client.delete, server_id), delete_policy)
    except NotFound:
        return True
    except BadAnswer:
        return await _is_gone(run, server_id)
    except ServerProblem:
        return False
    return True


async def _is_gone(run: Run, server_id: str) -> bool:
    """A page in the place of an answer proves nothing: BatchStatus is asked."""
    try:
        report = await run.partners.client.batch_status(server_id, run.batch.server.numbering)
    except NotFound:
        return True
    except ServerProblem:
        return False
    return report.status.surely(Status.DELETED)


def result_name(batch: Batch) -> str:
    """`Company seal 2026-11-23 14.02.zip`, by this machine's own time zone."""
    made = batch.created_at.astimezone()
    return safe_name(f"{batch.process.label} {made:%Y-%m-%d %H.%M}.zip")
