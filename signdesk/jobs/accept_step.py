"""Accept: the one request that costs money and has legal effect. Written down before it is sent, sent once,
and after every unclear answer BatchStatus is asked instead (signdesk/README.md, P1 to P3).
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

from signdesk.domain.batch_summary import what_is_safe, while_unclear
from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.errors import (
    NotFound,
    NotReached,
    Redirected,
    Refused,
    ServerProblem,
    SignInRefused,
)
from signdesk.domain.messages import join, msg
from signdesk.domain.reports import AcceptReply, BatchReport, Status, StatusReading
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.jobs.job_context import JobContext, JobPaused, pause_for, server_said
from signdesk.jobs.retry import accept_policy
from signdesk.jobs.target import require_target

EQUAL_LOOKS = 2  # so many in a row have to say the same before another accept is sent
ROOM_BESIDE_BYTES = 64_000_000


class VanishedError(Exception):
    """The server no longer has a batch that surely was never ordered: a fresh one is needed."""


class Started(Enum):
    """What BatchStatus said after an unclear accept."""

    YES = auto()
    NO = auto()
    NOT_KNOWN = auto()


async def start(run: JobContext) -> None:
    """From SENT (or an ACCEPTING that was broken off) to SEALING; or back to SENDING, where the server has
    lost the documents before sealing was ordered. Raises JobPaused.
    """
    if run.batch.state is BatchState.ACCEPTING:
        await _settle(run, await _ask_until_settled(run))
        return
    rounds = 0
    while True:
        # No sealing before the result is sure to find a place.
        await require_target(run, room_needed_bytes(run.batch.sent_bytes))
        try:
            baseline = await _baseline(run)
        except VanishedError:
            await run.transition(BatchState.SENDING)  # a fresh batch
            return
        if baseline is not None and baseline.started:
            await run.transition(BatchState.SEALING)
            return
        unsent = await _accept(run, baseline)
        if unsent is None:
            return
        rounds += 1
        await run.wait_out(unsent, rounds)


def room_needed_bytes(sent_bytes: int) -> int:
    """What must be free in the target folder before sealing is ordered (signdesk/README.md, Local state)."""
    return 2 * sent_bytes + ROOM_BESIDE_BYTES


async def _baseline(run: JobContext) -> StatusReading | None:
    """What the server calls this batch before accept, where that will help to read its later numbers.

    Under an unknown numbering 1 may mean UPLOADED or ACCEPTED. If a form of accept is refused and the number
    has not changed since before, that accept had no effect. And a batch that is sealed already must not be
    ordered again; that may be so, too, where the job found the batch here: its note may be an older one that
    was put back. None where nobody answered and nothing depends on the answer. Raises VanishedError.
    """
    doubtful = run.batch.maybe_started or run.found_at is BatchState.SENT
    server = run.batch.server
    readable = len(_forms(server.accept_form)) == 1 or server.numbering is not Numbering.UNKNOWN
    if readable and not doubtful:
        return None
    try:
        report = await run.look(own_connection=True)
    except NotFound as error:
        raise _vanished(run) from error
    except ServerProblem as error:
        if doubtful:
            raise pause_for(run.batch, error) from error
        return None
    if report.status.surely(Status.DELETED):
        raise _vanished(run)
    return report.status


def _vanished(run: JobContext) -> Exception:
    return _lost() if run.batch.maybe_started else VanishedError()


async def _accept(run: JobContext, baseline: StatusReading | None) -> NotReached | None:
    """From SENT to SEALING; or to SENT again with what kept the order from leaving, where the job waits for
    that to pass. Raises JobPaused.
    """
    await run.transition(BatchState.ACCEPTING)
    refusal: ServerProblem | None = None
    report: BatchReport | None = None
    for form in _forms(run.batch.server.accept_form):
        try:
            reply = await run.attempt(partial(_order, run, form), accept_policy)
        except NotReached as error:
            return await _unsent(run, error)
        except Refused as error:
            if not _other_form_may_help(error):
                await _after_refusal(run, error)
                return None
            refusal = error
            report = await _unless_it_began(run, baseline)
            if report is None:
                return None
        except ServerProblem:
            await _settle(run, await _ask_until_settled(run))
            return None
        else:
            await _after_success(run, form, reply)
            return None
    await run.transition(BatchState.SENT)
    await _send_afresh_or_give_up(run, refusal, report)
    return None


async def _send_afresh_or_give_up(
    run: JobContext, refusal: ServerProblem | None, report: BatchReport | None
) -> None:
    """No form worked. To SENDING where the server lost a package that it had confirmed. Raises JobPaused."""
    is_empty = report is not None and report.status.surely(Status.NEW) and not report.documents
    if not is_empty or run.batch.maybe_started:
        raise _no_form_worked(run, refusal)
    await run.transition(BatchState.SENDING)


async def _unsent(run: JobContext, error: NotReached) -> NotReached:
    """The order surely never left: its note is taken back."""
    await run.transition(BatchState.SENT)
    if not run.waits_for(error):
        raise pause_for(run.batch, error) from error
    return error


def _forms(asked: AcceptForm) -> list[AcceptForm]:
    """The forms to try, in order. QUERY_AND_BODY is asked for only where it was learned: still auto."""
    if asked is AcceptForm.AUTO:
        return [AcceptForm.PATH, AcceptForm.QUERY_AND_BODY]
    if asked is AcceptForm.QUERY_AND_BODY:
        return [AcceptForm.QUERY_AND_BODY, AcceptForm.PATH]
    return [asked]


async def _order(run: JobContext, form: AcceptForm) -> AcceptReply:
    """One request and the note of its answer, never broken off in the middle."""

    async def ask() -> AcceptReply:
        reply = await run.services.client.accept(run.batch.server_id, form)
        if reply.documented:
            await run.transition(BatchState.SEALING, heard_at=run.services.clock.now())
        return reply

    return await run.uninterrupted(ask())


def _other_form_may_help(error: Refused) -> bool:
    """404 and 405 surely, 400, 413 and 415 perhaps: the route did not take the batch id this way."""
    return error.status in (400, 404, 405, 413, 415)


async def _after_success(run: JobContext, form: AcceptForm, reply: AcceptReply) -> None:
    if not reply.documented:
        await _settle(run, await _ask_until_settled(run))
    if len(_forms(run.batch.server.accept_form)) > 1:
        await run.services.journal.learned(run.batch.server.base_url, form=form, numbering=None)


async def _after_refusal(run: JobContext, error: Refused) -> None:
    """A refusal in which another form cannot help; it may still have started the sealing."""
    if isinstance(error, SignInRefused | Redirected):
        raise pause_for(run.batch, error) from error
    await _settle(run, await _ask_until_settled(run))


async def _unless_it_began(run: JobContext, baseline: StatusReading | None) -> BatchReport | None:
    """After 404 or the like: looks until EQUAL_LOOKS in a row say the same. None if started (now SEALING),
    what they said if surely not. Raises JobPaused.
    """
    retry_config = run.services.retry_config
    before, equal = None, 0
    for _ in range(EQUAL_LOOKS + retry_config.settle_looks):
        report = await _report(run)
        if report.status.started:
            await run.transition(BatchState.SEALING)
            return None
        if not report.status.not_started and report.status != baseline:
            break
        equal = equal + 1 if report.status == before else 1
        if equal == EQUAL_LOOKS:
            return report
        before = report.status
        await run.pause(retry_config.second_look_s)
    raise _unclear(run, Started.NOT_KNOWN)


async def _report(run: JobContext) -> BatchReport:
    """One look while it is not known whether sealing began. Raises JobPaused."""
    try:
        report = await run.look(own_connection=True)
    except NotFound as error:
        raise _lost() from error
    except ServerProblem as error:
        raise pause_for(run.batch, error) from error
    run.heard(server_status=report.status.shown)
    if report.status.surely(Status.DELETED):
        raise _lost()
    return report


async def _ask_until_settled(run: JobContext) -> Started:
    """Asks BatchStatus, and only asks, until the answer is sure or a person has to decide."""
    retry_config = run.services.retry_config
    waited_s = 0.0  # without the time in which the server was not reached
    looks = 0
    while True:
        status = (await _report(run)).status
        if status.started:
            return Started.YES
        looks = looks + 1 if status.not_started else 0
        if looks >= retry_config.settle_looks and waited_s >= retry_config.settle_s:
            return Started.NO
        if waited_s >= retry_config.unclear_limit_s:
            return Started.NOT_KNOWN
        waited_s += await run.pause(
            max(retry_config.settle_s / retry_config.settle_looks, retry_config.poll_first_s)
        )


async def _settle(run: JobContext, answer: Started) -> None:
    if answer is Started.YES:
        await run.transition(BatchState.SEALING)
        return
    raise _unclear(run, answer)


def _unclear(run: JobContext, answer: Started) -> JobPaused:
    status = run.batch.server_status
    if answer is Started.NO:
        seen = msg("The server still shows the batch as not started (“{status}”).", status=status)
    else:
        seen = msg("The server does not say clearly (“{status}”).", status=status)
    return JobPaused(
        Reason.UNCLEAR,
        join(
            msg(
                "The answer to the order to start sealing was lost or could not be read, so it is not known "
                "whether sealing began."
            ),
            seen,
            while_unclear(run.batch),
            msg("Ask the server’s operator, or decide yourself whether sealing is to be started again."),
        ),
        decide=True,
    )


def _lost() -> JobPaused:
    return JobPaused(
        Reason.LOST,
        msg(
            "The server no longer knows this batch, so SignDesk cannot tell whether sealing began. "
            "Ask the server’s operator before these documents are sealed again."
        ),
        decide=True,
    )


def _no_form_worked(run: JobContext, refusal: ServerProblem | None) -> JobPaused:
    asked = run.batch.server.accept_form
    said = server_said(refusal) if refusal else ""
    if len(_forms(asked)) > 1:
        tried = msg("The server refused to start sealing; it was asked in each known form.")
    else:
        tried = msg("The server refused to start sealing; it was asked in the form “{form}”.", form=asked)
    return JobPaused(
        Reason.REFUSED,
        join(
            tried,
            said,
            what_is_safe(run.batch),
            msg("The server’s operator can tell how AcceptBatch wants the batch number."),
        ),
        detail=join(str(refusal), refusal.detail) if refusal else "",
    )
