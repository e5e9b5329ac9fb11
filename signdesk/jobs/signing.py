"""One batch from first byte to last: the job reads top to bottom, each step skips what is already done."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SavingProblem
from signdesk.jobs.fetching import clean_up, delete_abandoned, fetch, try_to_fetch
from signdesk.jobs.run import Hold, Partners, Run
from signdesk.jobs.sending import send
from signdesk.jobs.starting import start
from signdesk.jobs.watching import watch

log = logging.getLogger(__name__)

_TO_SEND = (BatchState.READY, BatchState.SENDING)
_TO_START = (BatchState.SENT, BatchState.ACCEPTING)
_TO_FETCH = (BatchState.FETCHING, BatchState.CHECKING)


async def sign_batch(batch: Batch, partners: Partners) -> Batch:
    """Brings the batch as far as it gets and returns its last value: finished, or held with the reason.

    Never raises for anything that the server, the network or the disk does. Cancelling it means "stop
    waiting": before accept the order is withdrawn (STOPPED, the server's copy deleted), afterwards the batch
    is kept as WAITING; a started accept and a started saving are brought to their end first.
    """
    run = Run(batch.resumed() if batch.held_at else batch, partners)
    try:
        await _all_steps(run)
    except Hold as hold:
        await _held(run, hold)
    except SavingProblem as error:
        await _held(run, Hold(Reason.DISK_FULL, f"SignDesk cannot keep its notes: {error}"))
    except asyncio.CancelledError:
        await _stopped(run)
    except Exception:
        log.exception("batch %s, state %s", batch.id, run.batch.state)
        await _held(run, _fault())
    return run.batch


async def _all_steps(run: Run) -> None:
    if run.batch.state in _TO_SEND:
        await send(run)
    if run.batch.state in _TO_START:
        await start(run)
    if run.batch.state is BatchState.SEALING:
        await watch(run, partial(try_to_fetch, run))
    if run.batch.state in _TO_FETCH:
        await fetch(run)
    if run.batch.state is BatchState.SAVED:
        await clean_up(run)


async def _held(run: Run, hold: Hold) -> None:
    try:
        await run.hold(hold)
    except SavingProblem:
        log.exception("batch %s: the note of its hold could not be kept", run.batch.id)
        run.batch = run.batch.held(hold.state, hold.reason, hold.message, hold.detail)
        run.partners.publish(run.batch)


async def _stopped(run: Run) -> None:
    """What "stop" means at each step (fault matrix, row "Cancel by the user")."""
    if run.batch.is_over:
        return
    if run.batch.state in (BatchState.READY, BatchState.SENDING, BatchState.SENT):
        await _withdraw(run)
        return
    if run.batch.state is BatchState.SAVED:
        words = "The result is saved. The server's copy was not deleted yet."
    else:
        words = (
            "SignDesk no longer waits for this batch. The server was told to seal it and keeps the result; "
            "“Try again” fetches it."
        )
    await _held(run, Hold(Reason.STOPPED_WAITING, words))


async def _withdraw(run: Run) -> None:
    ids = (run.batch.server_id,) if run.batch.server_id else ()
    await run.move(
        BatchState.STOPPED,
        message="Stopped before sealing began. Nothing has been sealed.",
        abandoned_ids=(*run.batch.abandoned_ids, *ids),
    )
    await delete_abandoned(run)


def _fault() -> Hold:
    return Hold(
        Reason.FAULT,
        "Something went wrong inside SignDesk itself. The batch is kept as it is; “Try again” goes on from "
        "its last sure step.",
    )
