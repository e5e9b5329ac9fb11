"""Create and upload. Everything before accept may be thrown away and done again in a fresh batch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import BatchDocument, BatchState, Progress, Reason
from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    NotReached,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    SourceChanged,
    TooBusy,
)
from signdesk.domain.messages import join, msg, size_words
from signdesk.domain.reports import Status, UploadReply
from signdesk.jobs.job_context import JobContext, JobPaused, of_the_batch, pause_for, server_said
from signdesk.jobs.retry import create_policy, unsent_policy
from signdesk.storage.package import Package

LAST_WORD_S = 3.0  # a stop may wait for the answer to a request that is out; a person sits before it
LIKELY_SIZE_LIMIT_BYTES = 28_000_000  # IIS answers 404 above 30,000,000 bytes


class UnclearUploadError(Exception):
    """This batch on the server must never be accepted: a fresh one is needed."""

    def __init__(self, cause: ServerProblem | None = None) -> None:
        super().__init__()
        self.cause = cause


async def send(run: JobContext) -> None:
    """From READY (or a SENDING that was broken off) to SENT. Raises JobPaused."""
    if run.batch.state is BatchState.READY:
        await run.transition(BatchState.SENDING)
    elif run.batch.server_id:
        if run.found_at is BatchState.SENDING and await has_begun(run):  # the note is older than the order
            await run.note(maybe_started=True)
            await run.transition(BatchState.SENT)
            return
        await _abandon(run)  # what an earlier run of the program sent is unclear: a fresh batch
    cause: ServerProblem | None = None
    for _ in range(1 + run.services.retry_config.fresh_batches):
        await _create(run)
        try:
            await _upload(run)
        except UnclearUploadError as unclear:
            cause = unclear.cause
            await _abandon(run)
            await _pause(run, cause)
            continue
        await run.transition(BatchState.SENT)
        return
    raise _given_up(run, cause)


async def _pause(run: JobContext, cause: ServerProblem | None) -> None:
    """Between two batches: as long as the server asked, where it did (signdesk/README.md, row 18); a job that
    waits by itself hears of that again, and says so, before its next request.
    """
    retry_config = run.services.retry_config
    pause_s = retry_config.back_off_s(1)
    if isinstance(cause, TooBusy) and cause.retry_after_s is not None and not run.services.waits:
        pause_s = cause.retry_after_s
    if pause_s > retry_config.step_limit_s:
        raise _given_up(run, cause)
    await run.services.clock.sleep(pause_s)


async def _create(run: JobContext) -> None:
    try:
        server_id = await run.repeat(partial(_created, run), create_policy)
    except ServerProblem as error:
        raise _create_pause(run, error) from error
    await run.note(server_id=server_id, heard_at=run.services.clock.now())


async def _created(run: JobContext) -> str:
    """One attempt. Stopped while the server has it, its answer is waited for a little: without its number
    the batch that was made could not be deleted.
    """
    await asyncio.sleep(0)  # a stop that came before it means: create nothing

    def keep_number(server_id: str) -> None:
        run.batch = run.batch.replace(server_id=server_id)

    work = run.services.client.create_batch(run.batch.process.id)
    return await run.uninterrupted(work, keep_number, patience_s=LAST_WORD_S)


def _create_pause(run: JobContext, error: ServerProblem) -> JobPaused:
    process, safe = run.batch.process, what_is_safe(run.batch)
    if isinstance(error, NotFound):
        message = join(
            msg(
                "The server does not know the process “{process}” (number {number}), or the server’s address "
                "is not quite right.",
                process=process.label,
                number=process.id,
            ),
            safe,
            msg("Check both with the server’s operator."),
        )
        return JobPaused(Reason.PROCESS, message, detail=error.detail)
    if error.status == 400:
        message = join(
            msg(
                "The server does not accept the process “{process}” (number {number}).",
                process=process.label,
                number=process.id,
            ),
            server_said(error),
            safe,
            msg("Choose another process, or ask the server’s operator."),
        )
        return JobPaused(Reason.PROCESS, message, detail=error.detail)
    return pause_for(run.batch, error)


async def _upload(run: JobContext) -> None:
    """One attempt to fill the current batch. Raises UnclearUploadError or JobPaused."""
    package = Package([(one.sent_name, one.document) for one in run.batch.documents])
    try:
        reply = await run.repeat(partial(_send_package, run, package), unsent_policy)
    except SourceChanged as error:
        await run.note(documents=_marked(run.batch.documents, error))
        raise JobPaused(
            Reason.SOURCE_CHANGED,
            join(
                str(error),
                msg("Sending was stopped."),
                what_is_safe(run.batch),
                msg("Add it again, or send the others."),
            ),
            decide=True,
        ) from error
    except ServerProblem as error:
        await _after_failed_upload(run, error)
        return
    run.heard()
    if not reply.documented and not await _has_arrived(run):
        raise UnclearUploadError


def _marked(documents: tuple[BatchDocument, ...], error: SourceChanged) -> tuple[BatchDocument, ...]:
    return tuple(
        replace(one, message=str(error)) if one.document.path == error.path else one for one in documents
    )


async def _send_package(run: JobContext, package: Package) -> UploadReply:
    async with run.services.transfers:
        run.services.prepare_looks()
        run.show(progress=Progress(0, package.size_bytes))
        return await run.services.client.upload(
            run.batch.server_id, package.size_bytes, package.chunks(), _progress(run, package.size_bytes)
        )


def _progress(run: JobContext, total: int) -> Callable[[int], None]:
    return lambda done: run.show_from_thread(progress=Progress(done, total))


async def _after_failed_upload(run: JobContext, error: ServerProblem) -> None:
    """Returns if the upload turns out to have worked after all (fault matrix, column Upload)."""
    if isinstance(error, BadAnswer) or (isinstance(error, TooBusy) and error.status == 429):
        if await _has_arrived(run):
            return
        raise UnclearUploadError(error) from error
    if isinstance(error, NotReached | SignInRefused | Redirected):
        raise pause_for(run.batch, error) from error
    if isinstance(error, Refused) and not isinstance(error, NotFound | TooBusy | ServerFailed):
        raise JobPaused(
            Reason.REFUSED,
            join(of_the_batch(error), _size_hint(run, always=error.status == 413), what_is_safe(run.batch)),
            detail=error.detail,
        ) from error
    raise UnclearUploadError(error) from error


async def _has_arrived(run: JobContext) -> bool:
    """BatchStatus decides whether the package is there (signdesk/README.md, row 14)."""
    try:
        report = await run.look(own_connection=True)
    except NotFound:
        return False
    except ServerProblem as error:
        raise pause_for(run.batch, error) from error
    run.heard(server_status=report.status.shown)
    if report.status.surely(Status.DELETED):
        return False
    if report.status.started:  # without any order of ours: whatever it is, it must not be ordered again
        await run.note(maybe_started=True)
        return True
    return report.status.perhaps(Status.UPLOADED) or bool(report.documents)


async def has_begun(run: JobContext) -> bool:
    """Whether the server says that sealing was ordered, which the journal may not know (an older one was put
    back). Raises JobPaused where it cannot be asked.
    """
    try:
        report = await run.look(own_connection=True)
    except NotFound:
        return False
    except ServerProblem as error:
        raise pause_for(run.batch, error) from error
    run.heard(server_status=report.status.shown)
    return report.status.started and not report.status.surely(Status.DELETED)


async def _abandon(run: JobContext) -> None:
    """The batch stays behind on the server, to be deleted later; it is never accepted."""
    batch = run.batch
    await run.note(abandoned_ids=(*batch.abandoned_ids, batch.server_id), server_id="", progress=None)


def _given_up(run: JobContext, cause: ServerProblem | None) -> JobPaused:
    unconfirmed = msg("The server did not confirm that it received the documents.")
    return JobPaused(
        Reason.SERVER,
        join(
            of_the_batch(cause) if cause else unconfirmed,
            msg("It was tried in a fresh batch each time."),
            _size_hint(run, always=False),
            what_is_safe(run.batch),
            msg("Try again later, or ask the server’s operator."),
        ),
        detail=cause.detail if cause else "",
    )


def _size_hint(run: JobContext, *, always: bool) -> str:
    size_bytes = run.batch.sent_bytes
    if not always and size_bytes < LIKELY_SIZE_LIMIT_BYTES:
        return ""
    return msg(
        "The {size} may be over the server's size limit: try fewer documents at once.",
        size=size_words(size_bytes),
    )
