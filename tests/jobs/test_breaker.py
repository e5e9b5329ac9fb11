"""A dead server is probed, a busy one left alone, and the jobs go on where they stood (P13)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.domain.errors import (
    NotFound,
    NotReached,
    ServerFailed,
    ServerProblem,
    TlsProblem,
    TooBusy,
    Unclear,
)
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.job_context import JobContext, JobServices
from signdesk.jobs.retry import reading_policy
from signdesk.seal_api.breaker import Breaker, BreakerState, HeldBack
from tests.jobs.simulation import (
    MemoryServer,
    Request,
    dead,
    notes_of,
    order,
    sealing_batch,
    services_of,
    start,
    stop,
)
from tests.support.clock import SimulatedClock, simulated

HOUR_S = 3600.0
JOBS = 100


def unclear() -> ServerProblem:
    return Unclear("The connection broke.")


def failing() -> ServerProblem:
    return ServerFailed("The server had a fault of its own (500).", status=500)


async def until(services: JobServices, door: BreakerState) -> None:
    while services.guarded.breaker.door is not door:
        await services.clock.sleep(0.1)


def opened_at_s(requests: list[Request]) -> float:
    """The first probe comes 30 s or more after everything else."""
    return next(late.at_s for early, late in pairwise(requests) if late.at_s - early.at_s >= 29)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("trouble", [dead, unclear])
@pytest.mark.parametrize("new", [True, False], ids=["new", "sealing"])
def test_a_hundred_jobs_and_a_dead_server_make_one_probe_in_thirty_seconds(
    trouble: Callable[[], ServerProblem], new: bool, seed: int
) -> None:
    """P13."""

    async def hour(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda method, batch_id: trouble())
        services = services_of(server, seed=seed)
        batches = [order() if new else sealing_batch() for _ in range(JOBS)]
        jobs = start(batches, services)
        await clock.sleep(HOUR_S)
        probes = server.since(opened_at_s(server.requests))
        gaps_s = [late.at_s - early.at_s for early, late in pairwise(probes)]
        assert {one.method for one in probes} == {"status"}
        assert {one.batch_id for one in probes} == {"0" if new else "7"}
        assert all(30 <= gap_s <= 61 for gap_s in gaps_s)
        assert 55 <= len(probes) <= 120
        latest = {one.id: one for one in notes_of(services).kept}
        assert {one.state for one in latest.values()} == {BatchState.WAITING}
        assert {one.reason for one in latest.values()} == {Reason.SERVER}
        await stop(jobs)

    simulated(hour)


@pytest.mark.parametrize("trouble", [dead, unclear, failing])
def test_every_job_goes_on_by_itself_at_its_step(trouble: Callable[[], ServerProblem]) -> None:
    async def outage(clock: SimulatedClock) -> None:
        ends_s = 1800.0
        server = MemoryServer(clock, lambda *_: trouble() if clock.monotonic() < ends_s else None)
        services = services_of(server)
        jobs = start([sealing_batch(str(number)) for number in range(1, JOBS + 1)], services)
        await clock.sleep(ends_s + 240)
        assert {job.done() for job in jobs} == {False}
        asked = {one.batch_id for one in server.since(ends_s)}
        assert asked == {str(number) for number in range(1, JOBS + 1)}
        assert services.guarded.breaker.door is BreakerState.CLOSED
        batches = {one.id: one for one in notes_of(services).kept}
        assert {one.state for one in batches.values()} == {BatchState.SEALING}
        await stop(jobs)

    simulated(outage)


def test_jobs_come_back_one_by_one_and_not_all_in_the_same_instant() -> None:
    async def outage(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead() if clock.monotonic() < 600 else None)
        services = services_of(server)
        jobs = start([sealing_batch(str(number)) for number in range(1, JOBS + 1)], services)
        await clock.sleep(900)
        per_second: dict[int, int] = {}
        seen: set[str] = set()
        for one in server.since(600):
            if one.batch_id not in seen:
                seen.add(one.batch_id)
                per_second[int(one.at_s)] = per_second.get(int(one.at_s), 0) + 1
        assert len(seen) == JOBS
        assert max(per_second.values()) < JOBS / 4
        await stop(jobs)

    simulated(outage)


def test_a_server_that_lives_but_fails_at_every_order_is_not_beaten_either() -> None:
    """Probes are answered, so the breaker closes again and again: then one job tries for all."""

    async def hour(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda method, _: failing() if method != "status" else None)
        jobs = start([order() for _ in range(JOBS)], services_of(server))
        await clock.sleep(HOUR_S)
        late = server.since(60)
        assert len(late) < HOUR_S / 15
        assert sum(one.method == "create" for one in late) <= 2 * HOUR_S / 60
        await stop(jobs)

    simulated(hour)


def test_one_trial_after_the_probes_and_only_one() -> None:
    async def trial(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead())
        services = services_of(server)
        jobs = start([order() for _ in range(JOBS)], services)
        await clock.sleep(120)
        server.trouble = lambda method, _: dead() if method == "create" else None
        await until(services, BreakerState.HALF_OPEN)
        await until(services, BreakerState.OPEN)
        assert [one.method for one in server.since(120)] == ["status"] * 2 + ["create"] * 6
        await stop(jobs)

    simulated(trial)


def test_a_first_step_that_gave_up_alone_comes_back_without_opening_the_breaker() -> None:
    async def alone(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead() if clock.monotonic() < 45 else None)
        services = services_of(server)
        (job,) = start([sealing_batch()], services)
        await clock.sleep(20 + 30 * 2 + 40)
        notes = notes_of(services).kept
        assert [one.state for one in notes] == [BatchState.WAITING, BatchState.SEALING]
        assert "by itself; nothing is lost" in notes[0].message
        assert "could not be reached" in notes[0].message
        assert services.guarded.breaker.door is BreakerState.CLOSED
        await stop([job])

    simulated(alone)


def test_success_of_any_job_between_two_failures_keeps_the_breaker_closed() -> None:
    async def one_bad(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda _, batch_id: failing() if batch_id == "13" else None)
        services = services_of(server)
        jobs = start([sealing_batch("13"), sealing_batch("14")], services)
        gaps: list[float] = []
        for _ in range(int(HOUR_S)):
            await clock.sleep(1)
            assert services.guarded.breaker.door is BreakerState.CLOSED
        rounds = [one.at_s for one in server.requests if one.batch_id == "13"]
        gaps = [late - early for early, late in pairwise(rounds) if late - early >= 30]
        assert len(gaps) >= 4
        assert gaps[-1] > 4 * gaps[0]  # ever more rarely
        assert max(gaps) <= 1800 + 1
        await stop(jobs)

    simulated(one_bad)


@pytest.mark.parametrize("asked_s", [1.0, 10.0, 100.0, 3600.0])
def test_retry_after_given_to_one_holds_back_all(asked_s: float) -> None:
    """P13: kept within 1 s, by every job of that server, and by the probes."""

    async def busy(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock))
        jobs = start([sealing_batch(str(number)) for number in range(1, JOBS + 1)], services)
        await clock.sleep(60)
        server.trouble = lambda *_: TooBusy("Too busy.", status=429, retry_after_s=asked_s)
        while not any(one.at_s >= 60 for one in server.requests):
            await clock.sleep(0.001)
        await clock.sleep(server.answer_s)
        told_s = clock.monotonic()
        server.trouble = lambda *_: None
        await clock.sleep(asked_s + 30)
        after = [one.at_s for one in server.requests if one.at_s > told_s]
        assert after[0] - told_s >= asked_s - 0.01
        assert after[0] - told_s <= asked_s + 1
        await stop(jobs)

    simulated(busy)


def test_jobs_that_wait_because_the_server_asked_for_it_say_until_when() -> None:
    async def busy(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock))
        services.guarded.breaker.hold_back(600)
        jobs = start([sealing_batch()], services)
        await clock.sleep(1)
        (note,) = notes_of(services).kept
        assert (note.state, note.reason) == (BatchState.WAITING, Reason.SERVER)
        assert "asked for a pause until" in note.message
        assert server.requests == []
        await clock.sleep(601)
        assert notes_of(services).kept[-1].state is BatchState.SEALING
        assert server.requests
        await stop(jobs)

    simulated(busy)


def test_a_persons_wish_needs_one_sign_of_life() -> None:
    """Whoever presses “Try now” when the server is well again does not wait for a second probe."""

    async def back(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead() if clock.monotonic() < 603 else None)
        services = services_of(server)
        jobs = start([sealing_batch() for _ in range(JOBS)], services)
        await clock.sleep(600)
        probed_s = server.requests[-1].at_s
        await clock.sleep(max(3.0, probed_s + 3 - clock.monotonic()))
        services.guarded.breaker.try_now()
        await clock.sleep(0.2)
        assert services.guarded.breaker.door is not BreakerState.OPEN
        assert notes_of(services).kept[-1].state is BatchState.SEALING
        await stop(jobs)

    simulated(back)


@pytest.mark.parametrize("tries", [1, 3])
def test_a_person_or_the_end_of_a_sleep_asks_for_a_probe_at_once(tries: int) -> None:
    async def impatient(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead())
        services = services_of(server)
        jobs = start([order() for _ in range(JOBS)], services)
        await clock.sleep(600)
        probed_s = server.requests[-1].at_s
        await clock.sleep(max(0.0, probed_s + 3 - clock.monotonic()))
        for _ in range(tries):
            before = len(server.requests)
            services.guarded.breaker.try_now()
            await clock.sleep(0.1)
            assert len(server.requests) == before + 1
        await stop(jobs)

    simulated(impatient)


def test_a_stopped_job_leaves_the_probing_to_the_next() -> None:
    async def stopping(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead())
        jobs = start([order() for _ in range(20)], services_of(server))
        await clock.sleep(120)
        while len(jobs) > 1:
            await stop([jobs.pop(0)])
        before = len(server.requests)
        await clock.sleep(HOUR_S)
        assert 55 <= len(server.requests) - before <= 120
        await stop(jobs)

    simulated(stopping)


@pytest.mark.parametrize(
    ("make", "state", "held_at"),
    [
        (order, BatchState.STOPPED, None),
        (sealing_batch, BatchState.WAITING, BatchState.SEALING),
    ],
    ids=["sending", "sealing"],
)
def test_stopping_means_what_it_means_at_the_step(
    make: Callable[[], Batch], state: BatchState, held_at: BatchState | None
) -> None:
    async def stopping(clock: SimulatedClock) -> None:
        services = services_of(MemoryServer(clock, lambda *_: dead()))
        jobs = start([make()], services)
        await clock.sleep(400)
        assert notes_of(services).kept[-1].state is BatchState.WAITING
        (ended,) = await stop(jobs)
        assert (ended.state, ended.held_at) == (state, held_at)
        if held_at is not None:
            assert ended.reason is Reason.STOPPED_WAITING
        assert notes_of(services).kept[-1] == ended

    simulated(stopping)


@pytest.mark.parametrize("batch_count", [1, 3])
def test_the_command_line_ends_and_does_not_wait(batch_count: int) -> None:
    async def ends(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead())
        jobs = start([sealing_batch() for _ in range(batch_count)], services_of(server, waits=False))
        batches = await asyncio.gather(*jobs)
        assert clock.monotonic() <= 120
        assert {one.reason for one in batches} == {Reason.SERVER}
        assert {one.state for one in batches} == {BatchState.WAITING}
        assert len(server.requests) <= 6 * batch_count

    simulated(ends)


def test_a_failed_delete_is_not_waited_for() -> None:
    async def ends(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: failing())
        ordered = order()
        sealed = tuple(replace(one, outcome=Outcome.SEALED, checked=True) for one in ordered.documents)
        saved = ordered.replace(state=BatchState.SAVED, server_id="7", documents=sealed)
        (job,) = start([saved], services_of(server))
        batch = await job
        assert batch.state in (BatchState.DONE, BatchState.PARTLY_DONE)
        assert batch.warnings
        assert clock.monotonic() < 120

    simulated(ends)


@pytest.mark.parametrize(
    "error", [TlsProblem("The certificate was not accepted."), NotFound("Not known.", status=404)]
)
def test_what_waiting_cannot_mend_ends_the_job(error: ServerProblem) -> None:
    async def ends(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: error)
        (job,) = start([sealing_batch()], services_of(server))
        await job
        assert len(server.requests) == 1

    simulated(ends)


def test_nothing_is_sent_by_any_method_while_it_is_open() -> None:
    async def closed_door(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock))
        client = services.client
        for _ in range(2):
            services.guarded.breaker.gave_up()
        for call in (
            lambda: client.create_batch(1),
            lambda: client.upload("7", 0, ()),
            lambda: client.accept("7", order().server.accept_form),
            lambda: client.batch_status("7", order().server.numbering),
            lambda: client.download("7", print),
            lambda: client.delete("7"),
        ):
            with pytest.raises(NotReached):
                await call()
        assert server.requests == []

    simulated(closed_door)


def test_a_call_that_waited_for_its_turn_is_not_sent_after_the_breaker_opened() -> None:
    async def queued(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, answer_s=5)
        services = services_of(server)
        run = JobContext(sealing_batch(), services)
        looks = [asyncio.ensure_future(run.look()) for _ in range(10)]
        await clock.sleep(1)
        for _ in range(2):
            services.guarded.breaker.gave_up()
        server.trouble = lambda *_: dead()
        await clock.sleep(20)
        assert len(server.requests) == 4
        for one in looks:
            one.cancel()
        await asyncio.gather(*looks, return_exceptions=True)

    simulated(queued)


def test_a_trial_that_fails_opens_it_again_and_two_new_signs_of_life_are_asked_for() -> None:
    async def trial(clock: SimulatedClock) -> None:
        breaker = Breaker(RetryConfig(), clock)
        doors = []
        for event in "ggssgssgss":
            breaker.gave_up() if event == "g" else breaker.succeeded()
            doors.append(breaker.door)
        closed, half, opened = BreakerState.CLOSED, BreakerState.HALF_OPEN, BreakerState.OPEN
        assert doors == [closed, opened, opened, half, opened, opened, half, opened, opened, half]
        breaker.succeeded()
        assert breaker.door is closed

    simulated(trial)


def test_a_long_trial_that_does_not_fail_lets_the_others_go_on() -> None:
    """A large upload takes minutes; the connection stands and the server takes it."""

    async def trial(clock: SimulatedClock) -> None:
        breaker = Breaker(RetryConfig(), clock)
        for event in (breaker.gave_up, breaker.gave_up, breaker.succeeded, breaker.succeeded):
            event()
        let_through_s: list[float] = []

        async def job() -> None:
            await breaker.until_let_through(never_asked)
            let_through_s.append(clock.monotonic())

        await asyncio.gather(*(job() for _ in range(10)))
        assert let_through_s[0] == 0
        assert all(60 <= at_s <= 70 for at_s in let_through_s[1:])
        assert breaker.door is BreakerState.CLOSED

    simulated(trial)


async def never_asked() -> bool:
    raise AssertionError("no probe is due")


def test_after_a_retry_after_the_jobs_come_back_within_a_second_but_not_together() -> None:
    async def busy(clock: SimulatedClock) -> None:
        breaker = Breaker(RetryConfig(), clock)
        breaker.hold_back(30)
        at_s = set()

        async def job() -> None:
            await breaker.until_let_through(never_asked)
            breaker.check()
            at_s.add(clock.monotonic())

        await asyncio.gather(*(job() for _ in range(50)))
        assert len(at_s) == 50
        assert 30 <= min(at_s) <= max(at_s) < 31

    simulated(busy)


def test_probes_keep_a_retry_after_too_also_one_that_a_probe_was_given() -> None:
    async def busy(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead())
        services = services_of(server)
        jobs = start([sealing_batch() for _ in range(5)], services)
        await clock.sleep(300)
        services.guarded.breaker.hold_back(900)
        await clock.sleep(901)
        assert [one.at_s for one in server.since(301) if one.at_s < 1200] == []
        server.trouble = lambda *_: TooBusy("Too busy.", status=503, retry_after_s=600)
        await clock.sleep(59)
        told_s = server.requests[-1].at_s
        assert told_s > 1200
        await clock.sleep(600)
        assert server.since(told_s + 1)[0].at_s >= told_s + 600
        await stop(jobs)

    simulated(busy)


def test_a_proper_no_is_a_sign_of_life() -> None:
    async def answers(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: NotFound("Not known.", status=404))
        services = services_of(server)
        services.guarded.breaker.gave_up()
        with pytest.raises(NotFound):
            await services.client.delete("7")
        services.guarded.breaker.gave_up()
        assert services.guarded.breaker.door is BreakerState.CLOSED

    simulated(answers)


def test_the_command_line_keeps_a_short_retry_after_of_another_job_and_ends_at_a_long_one() -> None:
    async def busy(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock), waits=False)
        services.guarded.breaker.hold_back(100)
        jobs = start([sealing_batch()], services)
        await clock.sleep(110)
        assert 100 <= server.requests[0].at_s <= 101
        assert notes_of(services).kept == []
        services.guarded.breaker.hold_back(130)
        (batch,) = await asyncio.gather(*jobs)
        assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SERVER)
        assert clock.monotonic() < 130

    simulated(busy)


def test_a_batch_that_is_over_waits_for_nobody() -> None:
    async def over(clock: SimulatedClock) -> None:
        services = services_of(MemoryServer(clock))
        for _ in range(2):
            services.guarded.breaker.gave_up()
        run = JobContext(order().replace(state=BatchState.STOPPED), services)
        with pytest.raises(HeldBack):
            await run.repeat(lambda: services.client.delete("7"), reading_policy)

    simulated(over)
