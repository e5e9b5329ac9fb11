"""A refused sign-in pauses the whole queue and is asked about once (fault matrix, code A)."""

from __future__ import annotations

import asyncio

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.errors import ServerFailed, ServerProblem, SignInRefused
from signdesk.practice.service import Method
from signdesk.seal_api.guard import SignInPaused
from tests.jobs.conftest import MakeBench
from tests.jobs.simulation import (
    MemoryServer,
    dead,
    notes_of,
    order,
    sealing_batch,
    services_of,
    start,
    stop,
)
from tests.support.clock import SimulatedClock, simulated
from tests.support.response_profile import ServerFault


def refused(status: int = 401) -> ServerProblem:
    return SignInRefused("The server did not accept the sign-in.", status=status)


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("waits", [True, False])
def test_one_refusal_holds_all_jobs_and_none_tries_its_luck(status: int, waits: bool) -> None:
    async def queue(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock), waits=waits)
        jobs = start([sealing_batch(str(number)) for number in range(1, 51)], services)
        await clock.sleep(300)
        before = len(server.requests)
        server.trouble = lambda *_: refused(status)
        batches = await asyncio.gather(*jobs)
        assert len(server.requests) - before <= 4  # those that were on their way
        assert {(one.state, one.reason, one.held_at) for one in batches} == {
            (BatchState.WAITING, Reason.SIGN_IN, BatchState.SEALING)
        }
        assert all("network" not in one.message for one in batches)
        assert notes_of(services).kept

    simulated(queue)


def test_a_new_order_is_not_sent_with_a_refused_key() -> None:
    async def queue(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock, lambda *_: refused()))
        (first,) = await asyncio.gather(*start([order()], services))
        (second,) = await asyncio.gather(*start([order()], services))
        assert len(server.requests) == 1
        assert first.reason is second.reason is Reason.SIGN_IN

    simulated(queue)


def test_an_order_to_seal_that_was_held_back_surely_did_not_begin() -> None:
    async def queue(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock))
        services.guarded.sign_in.refused()
        with pytest.raises(SignInPaused):
            await services.client.accept("7", order().server.accept_form)
        assert server.requests == []

    simulated(queue)


def test_try_again_is_one_try_for_all() -> None:
    async def queue(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock, lambda *_: refused()))
        await asyncio.gather(*start([sealing_batch()], services))
        for tries in range(2, 5):
            services.guarded.sign_in.try_again()
            batches = await asyncio.gather(*start([sealing_batch() for _ in range(20)], services))
            assert {one.reason for one in batches} == {Reason.SIGN_IN}
            assert len(server.requests) == tries

    simulated(queue)


def test_a_try_that_works_lets_all_go_on() -> None:
    async def queue(clock: SimulatedClock) -> None:
        services = services_of(server := MemoryServer(clock, lambda *_: refused()))
        await asyncio.gather(*start([sealing_batch()], services))
        server.trouble = lambda *_: None
        services.guarded.sign_in.try_again()
        first = start([sealing_batch()], services)
        await clock.sleep(1)
        assert not services.guarded.sign_in.is_closed
        others = start([sealing_batch() for _ in range(20)], services)
        await clock.sleep(60)
        assert not any(job.done() for job in [*first, *others])
        await stop([*first, *others])

    simulated(queue)


@pytest.mark.parametrize("error", [dead(), ServerFailed("A fault of its own.", status=500)])
def test_a_try_without_a_verdict_may_be_repeated(error: ServerProblem) -> None:
    async def queue(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: error if len(server.requests) < 3 else None)
        services = services_of(server)
        services.guarded.sign_in.refused()
        services.guarded.sign_in.try_again()
        jobs = start([sealing_batch()], services)
        await clock.sleep(30)
        assert not services.guarded.sign_in.is_closed
        await stop(jobs)

    simulated(queue)


def test_a_call_that_was_under_way_does_not_open_the_gate() -> None:
    """The key may be good for one method and not for another."""

    async def queue(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, answer_s=5)
        services = services_of(server)
        long = asyncio.ensure_future(services.client.delete("7"))
        await clock.sleep(1)
        services.guarded.sign_in.refused()
        await long
        assert services.guarded.sign_in.is_closed

    simulated(queue)


def test_a_refused_probe_ends_the_waiting_with_the_question() -> None:
    async def queue(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, lambda *_: dead() if clock.monotonic() < 600 else refused())
        jobs = start([sealing_batch() for _ in range(30)], services_of(server))
        batches = await asyncio.gather(*jobs)
        assert {one.reason for one in batches} == {Reason.SIGN_IN}
        assert len(server.since(600)) <= 2  # the probes; no job had to find out by itself

    simulated(queue)


async def test_a_key_that_may_not_delete_still_seals_the_next_batch(make_bench: MakeBench) -> None:
    """A refused clean-up is a question about one saved batch, and pauses no other."""
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=403),))
    bench.waits = True
    for batch in await bench.run_all(bench.order("Letter.pdf"), bench.order("List.txt")):
        assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.SAVED)
        assert batch.reason is Reason.SIGN_IN
        assert batch.saved_to is not None
