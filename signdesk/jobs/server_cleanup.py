"""Clean up on the server: the copy of a saved result, and batches that were never accepted.

The server's copy is deleted only after the local one is durable and noted (signdesk/README.md, P8), and
only where something in it is proven (`Batch.is_proven`). What cannot be deleted is a warning, and tried again
at a later start. Only where a person sits at the window and can mend the cause does the batch wait for that
(fault matrix, column Delete); the command line has promised that a failed clean-up is only a warning.
While a line of the settings cannot be read, nothing is deleted.
"""

from __future__ import annotations

import asyncio
from functools import partial

from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    Redirected,
    ServerProblem,
    SignInRefused,
    TlsProblem,
)
from signdesk.domain.messages import msg, series
from signdesk.domain.reports import Status
from signdesk.jobs.job_context import JobContext, pause_for
from signdesk.jobs.receipt_step import has_its_receipt, keep_receipt
from signdesk.jobs.retry import delete_policy
from signdesk.seal_api.guard import SignInPaused

QUICK_DELETE_S = 5.0
_FOR_A_PERSON = (SignInRefused, SignInPaused, Redirected, TlsProblem)


async def clean_up(run: JobContext) -> None:
    """From SAVED to DONE or PARTLY_DONE. Raises JobPaused where the sign-in, the address or the certificate
    is what keeps the copy from being deleted, and the job may wait (`JobServices.waits`).
    """
    may_go = run.batch.is_proven and not run.batch.delivery.keep_copy
    removed = may_go and await _delete(run)
    deleted_at = run.services.clock.now() if removed else None
    await delete_abandoned(run)
    await _finish(run, deleted_at=deleted_at)


async def keep_copy(run: JobContext) -> None:
    """From SAVED to DONE or PARTLY_DONE without asking the server: a person does not want to wait for it."""
    await _finish(run, deleted_at=None)


def is_left_behind(batch: Batch) -> bool:
    """Whether the server still holds something of a batch that is over."""
    return batch.is_over and (_copy_remains(batch) or bool(batch.abandoned_ids))


async def clean_up_later(run: JobContext) -> None:
    """One quiet try for a batch that `is_left_behind`; the warnings and the receipt then say what is still
    there.
    """
    batch = run.batch
    if _copy_remains(batch) and await _try_delete(run, batch.server_id):
        await run.note(deleted_at=run.services.clock.now())
    await delete_abandoned(run)
    warnings = (*_other_warnings(batch), *await _warnings(run, run.batch))
    if warnings != run.batch.warnings:
        await run.note(warnings=warnings)
    if run.batch.deleted_at != batch.deleted_at and await asyncio.to_thread(has_its_receipt, batch):
        kept = await keep_receipt(run, run.batch)
        if not isinstance(kept, str):  # else the first one stays, which is true of its own time
            await run.note(receipts=kept)


async def delete_abandoned(run: JobContext) -> None:
    """One try each: batches that were never accepted cost nothing but the server's room. What the server says
    was ordered stays: nothing that was sealed is deleted unsaved, whatever an older note says.
    """
    left = [
        one
        for one in run.batch.abandoned_ids
        if await _is_ordered(run, one) or not await _try_delete(run, one)
    ]
    if tuple(left) != run.batch.abandoned_ids:
        await run.note(abandoned_ids=tuple(left))


async def _finish(run: JobContext, **facts: object) -> None:
    batch = run.batch
    every = batch.good_count == len(batch.documents)
    state = BatchState.DONE if every else BatchState.PARTLY_DONE
    over = batch.transition(state, **facts).entered(state, run.services.clock.now())
    warnings = (*batch.warnings, *await _warnings(run, over))
    receipts = batch.receipts
    if batch.delivery.receipt and not receipts:
        kept = await keep_receipt(run, over.replace(warnings=warnings))
        receipts, warnings = ((), (*warnings, kept)) if isinstance(kept, str) else (kept, warnings)
    await run.transition(state, **facts, warnings=warnings, receipts=receipts)


def _copy_remains(batch: Batch) -> bool:
    """Although it should not."""
    is_saved = batch.state in (BatchState.DONE, BatchState.PARTLY_DONE)
    return is_saved and batch.is_proven and batch.deleted_at is None and not batch.delivery.keep_copy


async def _warnings(run: JobContext, over: Batch) -> tuple[str, ...]:
    """Of a batch that is over: what is left on its server, as sentences."""
    return _left_behind(over, kept=await _keeps_everything(run))


def _left_behind(batch: Batch, *, kept: bool) -> tuple[str, ...]:
    """`kept`: nothing was tried, since a line of the settings cannot be read."""
    told = []
    if _copy_remains(batch):
        words = _copy_kept if kept else _copy_left
        told.append(words(batch.server_id))
    if batch.abandoned_ids and batch.state is not BatchState.STOPPED:
        told.append(
            msg(
                "Unused batches could not be removed from the server (numbers {numbers}). SignDesk tries "
                "again at a later start.",
                numbers=series(", ", batch.abandoned_ids),
            )
        )
    return tuple(told)


def _copy_left(server_id: str) -> str:
    return msg(
        "The server's copy (batch number {number}) could not be removed. Your saved file is "
        "complete. SignDesk tries again at a later start.",
        number=server_id,
    )


def _copy_kept(server_id: str) -> str:
    return msg(
        "The server's copy (batch number {number}) is kept: a line of the settings cannot be read, and it "
        "may ask for that. Your saved file is complete. Once the line is corrected, a later start removes "
        "the copy.",
        number=server_id,
    )


def _other_warnings(batch: Batch) -> tuple[str, ...]:
    own = (*_left_behind(batch, kept=False), *_left_behind(batch, kept=True))
    return tuple(one for one in batch.warnings if one not in own)


async def _keeps_everything(run: JobContext) -> bool:
    guard = run.services.guard
    return guard.watches and await asyncio.to_thread(guard.keeps_everything)


async def _delete(run: JobContext) -> bool:
    """Whether the server surely no longer has the batch. Raises JobPaused."""
    server_id = run.batch.server_id
    if await _keeps_everything(run):
        return False
    try:
        await run.attempt(partial(run.services.client.delete, server_id), delete_policy)
    except NotFound:
        return True
    except BadAnswer:
        return await _is_gone(run, server_id)
    except ServerProblem as error:
        if run.services.waits and isinstance(error, _FOR_A_PERSON):
            raise pause_for(run.batch, error) from error
        return False
    return True


async def _is_ordered(run: JobContext, server_id: str) -> bool:
    """Whether the server says so, or cannot be asked now."""
    numbering = run.batch.server.numbering
    try:
        async with asyncio.timeout(QUICK_DELETE_S):
            report = await run.services.client.batch_status(
                server_id, numbering, documents=len(run.batch.documents)
            )
    except NotFound:
        return False
    except (ServerProblem, TimeoutError):
        return True
    return report.status.started and not report.status.surely(Status.DELETED)


async def _try_delete(run: JobContext, server_id: str) -> bool:
    """The same without patience."""
    if await _keeps_everything(run):
        return False
    try:
        async with asyncio.timeout(QUICK_DELETE_S):
            await run.services.client.delete(server_id)
    except NotFound:
        return True
    except (ServerProblem, TimeoutError):
        return False
    return True


async def _is_gone(run: JobContext, server_id: str) -> bool:
    """A page in the place of an answer proves nothing: BatchStatus is asked."""
    try:
        batch = run.batch
        report = await run.services.client.batch_status(
            server_id, batch.server.numbering, documents=len(batch.documents)
        )
    except NotFound:
        return True
    except ServerProblem:
        return False
    return report.status.surely(Status.DELETED)
