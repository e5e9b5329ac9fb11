"""Watch: poll BatchStatus until the server is surely finished. Only CLOSED leads on; READY means waiting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from signdesk.domain.batches import BatchState, Progress, Reason
from signdesk.domain.errors import NotFound, ServerProblem
from signdesk.domain.reports import BatchReport, Status
from signdesk.jobs.run import Hold, Run, hold_for

STILL_THERE = "Sealing was started and goes on at the server; SignDesk keeps the batch and fetches it later."
FIRST_TRY_LOOKS = 3
SLOW = "This takes longer than usual. SignDesk keeps asking, and nothing is lost."


async def watch(run: Run, try_to_fetch: Callable[[], Awaitable[bool]]) -> None:
    """From SEALING to FETCHING, or beyond. Raises Hold.

    `try_to_fetch` is called when the status may mean CLOSED but does not surely (numbers 5 and 6 under an
    unknown numbering), after it stood still for 3 looks, then for 6, 12 and so on. It tells whether the
    result came; then the batch is past FETCHING already (facts.md section 7, row 5).
    """
    pacing = run.partners.pacing
    latest: BatchReport | None = None
    quiet_looks = not_started_looks = 0
    quiet_s = waited_s = 0.0  # without the time in which the server was not reached
    next_try = FIRST_TRY_LOOKS
    while True:
        report = await _look(run)
        if report.status.surely(Status.CLOSED):
            await run.move(BatchState.FETCHING)
            return
        if report.status.surely(Status.DELETED):
            raise _removed(run)
        if report == latest:
            quiet_looks += 1
        else:
            latest, quiet_looks, quiet_s = report, 0, 0.0
            next_try = FIRST_TRY_LOOKS
        not_started_looks = not_started_looks + 1 if report.status.not_started else 0
        if not_started_looks >= pacing.settle_looks and waited_s >= pacing.settle_s:
            raise _never_began(run)
        if quiet_looks >= next_try and report.status.perhaps(Status.CLOSED):
            next_try *= 2
            if await try_to_fetch():
                return
        _draw(run, report, stalled=quiet_s >= pacing.stall_notice_s)
        paused_s = await run.pause(pacing.poll_s(quiet_looks))
        quiet_s += paused_s
        waited_s += paused_s


async def _look(run: Run) -> BatchReport:
    try:
        return await run.look()
    except NotFound as error:
        raise _removed(run) from error
    except ServerProblem as error:
        raise hold_for(error, STILL_THERE) from error


def _draw(run: Run, report: BatchReport, *, stalled: bool) -> None:
    total = len(run.batch.documents)
    done = min(report.sealed_count, total)
    run.heard(
        server_status=report.status.shown,
        progress=Progress(done, total) if report.documents else None,
        message=SLOW if stalled else "",
    )


def _removed(run: Run) -> Hold:
    return Hold(
        Reason.LOST,
        "The server no longer has this batch, although sealing was started and the result was not fetched. "
        "Ask the person who runs the server for it before these documents are sealed again "
        f"(batch number {run.batch.server_id}).",
        decide=True,
    )


def _never_began(run: Run) -> Hold:
    return Hold(
        Reason.UNCLEAR,
        f"The server confirmed the order, but still shows the batch as not started "
        f"(“{run.batch.server_status}”). Nothing is lost, and nothing has been sealed twice.",
        decide=True,
    )
