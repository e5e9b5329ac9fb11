"""Fetch, check, save. The result gets its name only after it was checked (signdesk/README.md, P7).

Whatever safe archive comes back is saved; one that could do harm or cannot be read is put aside. Where
nothing in a saved one is proven, the batch waits for a person, and the server keeps its copy.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import Batch, BatchState, Progress, Reason
from signdesk.domain.documents import numbered
from signdesk.domain.errors import (
    BadAnswer,
    InputProblem,
    MountGone,
    NotFound,
    RefusedResult,
    ResultProblem,
    SavingProblem,
    ServerProblem,
    Unclear,
)
from signdesk.domain.file_names import DEFAULT_TEMPLATE, Facts, file_name
from signdesk.domain.messages import join, msg, plural
from signdesk.domain.servers import Numbering
from signdesk.jobs.digests import sha256_of
from signdesk.jobs.job_context import JobContext, JobPaused, pause_for
from signdesk.jobs.not_compared import not_compared
from signdesk.jobs.result_check import Checked, check_result, why_unproven
from signdesk.jobs.retry import Again, download_policy
from signdesk.jobs.target import require_target, why_not_saved
from signdesk.storage.result_bounds import Allowance
from signdesk.storage.results import (
    IncomingFile,
    discard_left_over,
    left_over,
    make_durable,
    quarantine,
    require_folder,
    require_mount,
    save,
)

MOST_NUMBERS = 100


@dataclass(frozen=True, slots=True)
class Fetched:
    """A complete download under its temporary name."""

    path: Path
    sha256: str


async def fetch(run: JobContext) -> None:
    """From FETCHING (or a CHECKING that was broken off) to SAVED. Raises JobPaused.

    A result that cannot be used is fetched again; the same one twice is kept in quarantine.
    """
    await _require_target(run)
    if run.batch.state is BatchState.CHECKING:
        if await _found_saved(run):
            return
        await run.transition(BatchState.FETCHING)
    damaged: set[str] = set()
    downloads = 0
    while downloads < run.services.retry_config.downloads:
        try:
            fetched = await _download(run)
            if await run.uninterrupted(_conclude(run, fetched, damaged)):
                return
        except MountGone:  # meanwhile: once more, as soon as it is back
            if run.batch.state is BatchState.CHECKING:
                await run.transition(BatchState.FETCHING)
            await _require_target(run)
        else:
            downloads += 1
    raise JobPaused(
        Reason.RESULT,
        join(
            plural(
                "The result arrived damaged.",
                "The result arrived damaged %n times, each time in another way.",
                run.services.retry_config.downloads,
            ),
            what_is_safe(run.batch),
            msg("Something between here and the server may be changing it; try again later."),
        ),
    )


async def _require_target(run: JobContext) -> None:
    """As `require_target`; a disk is not kept full by what a killed try has left on it. Raises JobPaused."""
    try:
        await require_target(run)
    except JobPaused as hold:
        if hold.reason is Reason.DISK_FULL:
            await asyncio.to_thread(discard_left_over, run.batch.save_to, run.batch.id)
        raise


async def _found_saved(run: JobContext) -> bool:
    """True once SAVED: a checking that was broken off had saved the result. Raises JobPaused.

    One that a person has seen (put aside, or saved with nothing proven) is fetched again, unless pages of
    it are still to be compared.
    """
    if run.batch.saved_to is not None and not run.batch.is_judged:
        return await _judged_later(run, run.batch.saved_to)
    await asyncio.to_thread(discard_left_over, run.services.quarantine, run.batch.id)
    saved_to = None
    try:
        if run.batch.saved_to is None:
            saved_to = await asyncio.to_thread(saved_already, run.batch)
    except SavingProblem as error:
        await asyncio.to_thread(discard_left_over, run.batch.save_to, run.batch.id)
        raise pause_for(run.batch, error) from error
    if saved_to is None:
        return False
    await asyncio.to_thread(discard_left_over, run.batch.save_to, run.batch.id)
    if not run.batch.is_judged:
        return await _judged_later(run, saved_to)
    await _saved(run, saved_to)
    return True


async def _judged_later(run: JobContext, saved_to: Path) -> bool:
    """True once SAVED; False where the saved file is not there as it was. Raises JobPaused."""
    if await asyncio.to_thread(sha256_of, saved_to) != run.batch.result_sha256:
        return False
    try:
        checked = await asyncio.to_thread(_checked, run, saved_to)
    except ResultProblem:
        return False
    except SavingProblem as error:
        raise pause_for(run.batch, error) from error
    await run.note(documents=checked.documents, extra_results=checked.extra_results)
    await _saved(run, saved_to)
    return True


def _checked(run: JobContext, path: Path) -> Checked:
    """As `check_result`. Blocking."""
    services = run.services
    return check_result(path, run.batch, services.work, services.ca_file, services.worker)


async def _download(run: JobContext) -> Fetched:
    attempts = 0

    def policy(error: ServerProblem) -> Again:
        nonlocal attempts
        attempts += isinstance(error, Unclear | BadAnswer)
        return Again.NEVER if attempts >= run.services.retry_config.downloads else download_policy(error)

    try:
        return await run.repeat(partial(receive, run), policy)
    except NotFound as error:
        # If what was learned of the server's numbers led here, it was wrong.
        await run.services.journal.learned(run.batch.server.base_url, form=None, numbering=Numbering.UNKNOWN)
        raise JobPaused(
            Reason.LOST,
            msg(
                "The server says that sealing is finished, but does not hand out the result (not found). "
                "Ask the server’s operator for batch number {number} before these documents are "
                "sealed again.",
                number=run.batch.server_id,
            ),
            detail=error.detail,
            decide=True,
        ) from error
    except RefusedResult as error:
        asked = msg("Ask the server’s operator, or fetch it again.")
        raise JobPaused(
            Reason.RESULT, join(str(error), what_is_safe(run.batch), asked), decide=True
        ) from error
    except SavingProblem as error:
        raise await why_not_saved(run, error) from error
    except ServerProblem as error:
        raise pause_for(run.batch, error) from error


async def receive(run: JobContext) -> Fetched:
    """One download to the temporary name; nothing stays behind if it fails or is cancelled."""

    def got(done: int, total: int | None) -> None:
        run.show_from_thread(progress=Progress(done, total) if total else None)

    def opened() -> IncomingFile:
        discard_left_over(run.batch.save_to, run.batch.id)  # it may be what fills the disk
        require_folder(run.batch.save_to, run.batch.mount)
        allowance = Allowance(len(run.batch.documents), run.batch.sent_bytes)
        return IncomingFile.open(run.batch.save_to, run.batch.id, allowance)

    async with run.services.transfers:
        incoming = await run.uninterrupted(asyncio.to_thread(opened), undo=IncomingFile.discard)
        try:
            await run.services.client.download(run.batch.server_id, incoming.write, got)
            sha256 = await run.uninterrupted(asyncio.to_thread(incoming.finish))
        except BaseException:
            # Some GiB, or on a share that does not answer: not by the thread that everybody waits for.
            await run.uninterrupted(asyncio.to_thread(incoming.discard))
            raise
        return Fetched(incoming.path, sha256)


async def _conclude(run: JobContext, fetched: Fetched, damaged: set[str]) -> bool:
    """True once SAVED, False where the result cannot be used and must be fetched again. Raises JobPaused.

    The temporary file is gone afterwards, however this ends: saved, set aside, or deleted.
    """
    try:
        await run.transition(BatchState.CHECKING)
        try:
            checked = await asyncio.to_thread(_checked, run, fetched.path)
        except ResultProblem as error:
            if fetched.sha256 in damaged:
                raise await _quarantined(run, fetched, error) from error
            damaged.add(fetched.sha256)
            await run.transition(BatchState.FETCHING)
            return False
        except SavingProblem as error:
            raise await why_not_saved(run, error) from error
        await save_checked(run, fetched, checked)
    finally:
        await asyncio.to_thread(discard, fetched.path)
    return True


def discard(path: Path) -> None:
    """Deletes a temporary file. Where the folder is gone or read-only, the Hold on its way says so; this must
    not hide it.
    """
    with suppress(OSError):
        path.unlink(missing_ok=True)


async def save_checked(run: JobContext, fetched: Fetched, checked: Checked) -> None:
    """From CHECKING to SAVED. Raises JobPaused, also where it is saved and nothing in it is proven."""
    await run.note(
        documents=checked.documents,
        extra_results=checked.extra_results,
        result_files=checked.files,
        result_sha256=fetched.sha256,
        quarantined_to=None,
    )
    try:
        saved_to = await asyncio.to_thread(_save_once, fetched, run.batch)
    except SavingProblem as error:
        raise await why_not_saved(run, error) from error
    await _saved(run, saved_to)


def _save_once(fetched: Fetched, batch: Batch) -> Path:
    """Where it lies. What was fetched again and is the same as before is saved once. Blocking.

    Raises MountGone also where the share went away in the same moment: then nobody knows where it lies.
    """
    if batch.saved_to is not None and sha256_of(batch.saved_to) == fetched.sha256:
        return batch.saved_to
    require_folder(batch.save_to, batch.mount)
    saved_to = save(fetched.path, batch.save_to, result_name(batch))
    require_mount(batch.save_to, batch.mount)
    return saved_to


async def _saved(run: JobContext, saved_to: Path) -> None:
    """SAVED, or paused: pages are still to be compared, or nothing is proven. Raises JobPaused."""
    if not run.batch.is_judged:
        await run.note(saved_to=saved_to)
        raise not_compared(run.batch)
    if run.batch.is_proven:
        await run.transition(BatchState.SAVED, saved_to=saved_to)
        return
    await run.note(saved_to=saved_to)
    raise JobPaused(
        Reason.RESULT,
        join(
            why_unproven(run.batch.documents, run.batch.process.kind),
            msg(
                "What came back is saved as it is. Look at it and ask the server’s operator, or "
                "fetch it again. The server's copy was not deleted."
            ),
        ),
        decide=True,
    )


def saved_already(batch: Batch) -> Path | None:
    """Where a result that was checked, but whose saving was broken off before its note, lies all the same.

    Its hash was noted before it got its name, so it is recognised under any number, and also under its
    temporary name: then it is saved now. Durable when this returns. Blocking. Raises SavingProblem.
    """
    if not batch.result_sha256 or batch.quarantined_to is not None:
        return None
    name = result_name(batch)
    for number in range(1, MOST_NUMBERS):
        path = batch.save_to / (name if number == 1 else numbered(name, number))
        if sha256_of(path) == batch.result_sha256:
            make_durable(path)
            return path
    left = left_over(batch.save_to, batch.id)
    return save(left, batch.save_to, name) if sha256_of(left) == batch.result_sha256 else None


async def _quarantined(run: JobContext, fetched: Fetched, error: ResultProblem) -> JobPaused:
    """The Hold to raise, after what came back was moved out of the target folder."""
    name = f"{run.batch.id} {result_name(run.batch)}"
    try:
        kept = await asyncio.to_thread(quarantine, fetched.path, run.services.quarantine, name)
    except SavingProblem as trouble:
        return JobPaused(
            Reason.RESULT,
            join(
                str(error),
                msg(
                    "It was not saved as a result, and could not be put aside either: {why}",
                    why=str(trouble),
                ),
                what_is_safe(run.batch),
            ),
            decide=True,
        )
    await run.note(quarantined_to=kept, result_sha256=fetched.sha256)
    return JobPaused(
        Reason.RESULT,
        join(
            str(error),
            msg(
                "It was put aside and not saved in your folder. The server's copy was not deleted. Fetch it "
                "again, ask the server’s operator, or save it anyway."
            ),
        ),
        decide=True,
    )


def result_name(batch: Batch) -> str:
    """`Company seal 2026-11-23 14.02.zip`, by the template that was settled when the order was made."""
    documents = tuple(one.document.name for one in batch.documents)
    facts = Facts(batch.process.label, batch.created_at, documents, batch.server_id)
    try:
        return file_name(batch.delivery.file_name, facts)
    except InputProblem:  # a template that a later version no longer takes
        return file_name(DEFAULT_TEMPLATE, facts)
