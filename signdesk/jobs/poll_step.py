"""Watch: poll BatchStatus until the server is surely finished. Only CLOSED leads on; READY means waiting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from signdesk.domain.batch_summary import while_unclear
from signdesk.domain.batches import BatchState, Progress, Reason
from signdesk.domain.errors import NotFound, ServerProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.reports import BatchReport, Status
from signdesk.jobs.job_context import JobContext, JobPaused, pause_for

FIRST_TRY_LOOKS = 3
OVER = frozenset([Status.CLOSED, Status.DELETED])
MOST_TRIES = 5  # the last one after 48 looks, some ten minutes
SLOW = msg("This takes longer than usual. SignDesk keeps asking, and nothing is lost.")


async def watch(run: JobContext, try_to_fetch: Callable[[], Awaitable[bool]]) -> None:
    """From SEALING to FETCHING, or beyond. Raises JobPaused.

    `try_to_fetch` is called when the status may mean CLOSED but does not surely (numbers 5 and 6 under an
    unknown numbering), after it stood still for 3 looks, then for 6, 12 and so on. It tells whether the
    result came; then the batch is past FETCHING already (signdesk/README.md, row 5).
    """
    with run.services.guarded.watched():
        await _watch(run, try_to_fetch)


async def _watch(run: JobContext, try_to_fetch: Callable[[], Awaitable[bool]]) -> None:
    retry_config, course = run.services.retry_config, PollState()
    while True:
        report = await _look(run)
        if report.status.surely(Status.CLOSED):
            await run.transition(BatchState.FETCHING)
            return
        if report.status.surely(Status.DELETED):
            raise _removed(run)
        course.saw(report)
        if course.not_started_looks >= retry_config.settle_looks and course.waited_s >= retry_config.settle_s:
            raise _never_began(run)
        if course.may_try() and await try_to_fetch():
            return
        if course.tries >= MOST_TRIES and report.status.possible <= OVER:
            await run.transition(BatchState.FETCHING)  # there it turns out which of them it is
            return
        _draw(run, report, stalled=course.quiet_s >= retry_config.stall_notice_s)
        course.paused(await run.pause(run.services.guarded.poll_s(course.quiet_looks)))


@dataclass
class PollState:
    """What the looks so far add up to. The times leave out those in which the server was not reached; `quiet`
    and `tries` begin anew with every change.
    """

    latest: BatchReport | None = None
    quiet_looks: int = 0
    quiet_s: float = 0.0
    waited_s: float = 0.0
    not_started_looks: int = 0
    tries: int = 0

    def saw(self, report: BatchReport) -> None:
        self.quiet_looks += 1
        if report != self.latest:
            self.latest, self.quiet_looks, self.quiet_s, self.tries = report, 0, 0.0, 0
        self.not_started_looks = self.not_started_looks + 1 if report.status.not_started else 0

    def may_try(self) -> bool:
        """Whether a download is due; it counts as tried from then on."""
        perhaps = self.latest is not None and self.latest.status.perhaps(Status.CLOSED)
        due = perhaps and self.quiet_looks >= FIRST_TRY_LOOKS * 2**self.tries
        self.tries += due
        return due

    def paused(self, seconds: float) -> None:
        self.quiet_s += seconds
        self.waited_s += seconds


async def _look(run: JobContext) -> BatchReport:
    try:
        return await run.look()
    except NotFound as error:
        raise _removed(run) from error
    except ServerProblem as error:
        raise pause_for(run.batch, error) from error


def _draw(run: JobContext, report: BatchReport, *, stalled: bool) -> None:
    total = len(run.batch.documents)
    done = min(report.sealed_count, total)
    run.heard(
        server_status=report.status.shown,
        progress=Progress(done, total) if report.documents else None,
        message=SLOW if stalled else "",
    )


def _removed(run: JobContext) -> JobPaused:
    return JobPaused(
        Reason.LOST,
        msg(
            "The server no longer has this batch, although sealing was started and the result was not "
            "fetched. Ask the server’s operator for it before these documents are sealed again "
            "(batch number {number}).",
            number=run.batch.server_id,
        ),
        decide=True,
    )


def _never_began(run: JobContext) -> JobPaused:
    return JobPaused(
        Reason.UNCLEAR,
        join(
            msg(
                "The server confirmed the order, but still shows the batch as not started (“{status}”).",
                status=run.batch.server_status,
            ),
            while_unclear(run.batch),
        ),
        decide=True,
    )
