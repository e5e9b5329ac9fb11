"""One batch from first byte to last: the job reads top to bottom, each step skips what is already done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from signdesk.domain.batch_summary import after_a_fault, once_stopped, what_is_safe
from signdesk.domain.batches import Batch, BatchState, IllegalMove, Reason
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.jobs.accept_step import start
from signdesk.jobs.download_step import fetch
from signdesk.jobs.job_context import JobContext, JobPaused, JobServices
from signdesk.jobs.poll_step import watch
from signdesk.jobs.probe_download import ProbeDownload
from signdesk.jobs.server_cleanup import clean_up, clean_up_later, delete_abandoned, keep_copy
from signdesk.jobs.unpack_step import unpack
from signdesk.jobs.upload_step import has_begun, send

log = logging.getLogger(__name__)
BEGUN_ALL_THE_SAME = msg(
    "The server says that it has begun to seal this batch, so it was not taken back. Wait for its result."
)


async def withdraw_batch(batch: Batch, services: JobServices, message: str) -> Batch:
    """Ends a held order whose sealing surely has not begun, and removes it from the server.

    One that the server has begun all the same stays WAITING. Raises IllegalMove for any other batch.
    """
    run = JobContext(batch.resumed(), services)
    if not run.batch.is_surely_unsealed:
        raise IllegalMove(f"batch {batch.id} may be sealed already")
    if run.batch.server_id and await _began_unnoted(run):
        await run.note(maybe_started=True)
        await _held(run, JobPaused(Reason.STOPPED_WAITING, BEGUN_ALL_THE_SAME))
        return run.batch
    await _withdraw(run, message)
    return run.batch


async def _began_unnoted(run: JobContext) -> bool:
    """A server that cannot be asked is not waited for: what stays there is looked at before it is deleted."""
    try:
        return await has_begun(run)
    except JobPaused:
        return False


async def leave_batch(batch: Batch, services: JobServices, message: str) -> Batch:
    """WAITING until somebody wants to know more: the question about a held batch is put off, not answered."""
    run = JobContext(batch, services)
    await _held(run, JobPaused(Reason.STOPPED_WAITING, message))
    return run.batch


async def keep_server_copy(batch: Batch, services: JobServices) -> Batch:
    """Ends a batch that is saved and held only because the server's copy cannot be deleted.

    Raises IllegalMove for any other.
    """
    if batch.held_at is not BatchState.SAVED:
        raise IllegalMove(f"batch {batch.id} is not held at its clean-up")
    run = JobContext(batch.resumed(), services)
    await unpack(run)
    await keep_copy(run)
    return run.batch


async def clean_up_batch(batch: Batch, services: JobServices) -> Batch:
    """One quiet try to remove what the server still holds of a batch that is over. Raises SavingProblem."""
    run = JobContext(batch, services)
    await clean_up_later(run)
    return run.batch


_TO_SEND = (BatchState.READY, BatchState.SENDING)
_TO_START = (BatchState.SENT, BatchState.ACCEPTING)
_TO_FETCH = (BatchState.FETCHING, BatchState.CHECKING)


def _never() -> bool:
    return False


async def sign_batch(batch: Batch, services: JobServices, is_closing: Callable[[], bool] = _never) -> Batch:
    """Brings the batch as far as it gets and returns its last value: finished, or held with the reason.

    Never raises for anything that the server, the network or the disk does. Cancelling it means "stop
    waiting": before accept the order is withdrawn (STOPPED, the server's copy deleted), afterwards the batch
    is kept as WAITING; a started accept and a started saving are brought to their end first. Cancelling it
    while `is_closing()` changes nothing: the journal has the batch where it stands; the next start goes on.
    """
    run = JobContext(batch.resumed() if batch.held_at else batch, services)
    try:
        await _all_steps(run)
    except (JobPaused, SavingProblem, asyncio.CancelledError) as ending:
        if not is_closing():
            await _ended(run, ending)
    except Exception:
        if is_closing():
            return run.batch  # its client was closed under its hands
        log.exception("batch %s, state %s", batch.id, run.batch.state)
        await _held(run, JobPaused(Reason.FAULT, after_a_fault(run.batch)))
    return run.batch


async def _all_steps(run: JobContext) -> None:
    await _send_and_start(run)
    if run.batch.state is BatchState.SEALING:
        await watch(run, ProbeDownload(run).try_to_fetch)
    if run.batch.state in _TO_FETCH:
        await fetch(run)
    if run.batch.state is BatchState.SAVED:
        await unpack(run)
        await clean_up(run)


async def _send_and_start(run: JobContext) -> None:
    """More than once only where the server loses a batch before sealing was ordered (code N)."""
    guard = run.services.guard
    if guard.watches and (why := await asyncio.to_thread(guard.obstacle_of, run.batch)):
        raise JobPaused(Reason.SETTINGS, why)
    for _ in range(1 + run.services.retry_config.fresh_batches):
        if run.batch.state in _TO_SEND:
            await send(run)
        if run.batch.state in _TO_START:
            await start(run)
        if run.batch.state not in _TO_SEND:
            return
    raise JobPaused(
        Reason.SERVER,
        join(
            msg(
                "The server received the documents, but did not know them any more when sealing was to be "
                "started, each time in a fresh batch."
            ),
            what_is_safe(run.batch),
            msg("Ask the server’s operator."),
        ),
    )


async def _ended(run: JobContext, ending: BaseException) -> None:
    if isinstance(ending, JobPaused):
        await _held(run, ending)
    elif isinstance(ending, SavingProblem):
        await _held(run, _not_noted(run, ending))
    else:
        await _stopped(run)


def _not_noted(run: JobContext, error: SavingProblem, reason: Reason = Reason.JOURNAL) -> JobPaused:
    unkept = msg("SignDesk cannot save the state of this batch: {why}", why=str(error))
    return JobPaused(reason, join(unkept, what_is_safe(run.batch)))


async def _held(run: JobContext, hold: JobPaused) -> None:
    try:
        await run.hold(hold)
    except SavingProblem:
        log.exception("batch %s: the note of its hold could not be kept", run.batch.id)
        run.batch = run.batch.held(hold.state, hold.reason, hold.message, hold.detail)
        run.services.publish(run.batch)


async def _stopped(run: JobContext) -> None:
    """What "stop" means at each step (fault matrix, row "Cancel by the user")."""
    batch = run.batch
    if batch.is_over or batch.held_at is not None:
        return
    if batch.is_surely_unsealed:
        await _withdraw(run, once_stopped(batch))
        return
    await _held(run, JobPaused(Reason.STOPPED_WAITING, once_stopped(batch)))


async def _withdraw(run: JobContext, message: str) -> None:
    """STOPPED, and the server's copy deleted if that works at once. Nothing was sealed; where the end cannot
    be noted the batch is WAITING for a person, since the journal still has it as an order.
    """
    ids = (run.batch.server_id,) if run.batch.server_id else ()
    try:
        await run.transition(
            BatchState.STOPPED, message=message, abandoned_ids=(*run.batch.abandoned_ids, *ids)
        )
        with suppress(asyncio.CancelledError):  # stopping twice is stopping
            await run.uninterrupted(delete_abandoned(run))
    except SavingProblem as error:
        log.exception("batch %s: the note of its end could not be kept", run.batch.id)
        if not run.batch.is_over:
            await _held(run, _not_noted(run, error, Reason.STOPPED_WAITING))
