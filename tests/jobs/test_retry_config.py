"""The numbers: jitter is uniform, pauses are bounded, and many batches are cheap."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.clock import SystemClock
from tests.jobs.simulation import MemoryServer, sealing_batch, services_of, start, stop
from tests.support.clock import SimulatedClock, simulated

DRAWS = 10_000
BINS = 20
CHI_SQUARE_999 = 43.82  # 19 degrees of freedom, exceeded by chance once in 1,000
HOUR_S = 3600.0
MOST_A_MINUTE = 1060  # 16 looks a second, which the spread of the pauses makes a tenth more for a while


def a_pacing(seed: int) -> RetryConfig:
    return RetryConfig(rng=random.Random(seed))  # noqa: S311 - jitter that can be repeated


@pytest.mark.parametrize(
    ("draw", "low_s", "high_s"),
    [
        *((lambda one, n=n: one.back_off_s(n), 0.0, min(30.0, 0.5 * 2**n)) for n in range(1, 9)),
        (lambda one: one.probe_s(), 30.0, 60.0),
        (lambda one: one.poll_s(0), 0.9, 1.1),
        (lambda one: one.poll_s(10_000), 13.5, 16.5),
        (lambda one: one.late_s(), 0.0, 0.9),
        (lambda one: one.return_s(), 0.0, 10.0),
        *((lambda one, n=n: one.come_back_s(n), 30.0 * 2 ** (n - 1), 60.0 * 2 ** (n - 1)) for n in (1, 3, 5)),
        (lambda one: one.come_back_s(10_000), 900.0, 1800.0),
    ],
)
def test_jitter_is_uniform(draw: Callable[[RetryConfig], float], low_s: float, high_s: float) -> None:
    """P13: chi-square over 10,000 draws."""
    retry_config = a_pacing(20)
    counts = [0] * BINS
    for _ in range(DRAWS):
        drawn_s = draw(retry_config)
        assert low_s <= drawn_s <= high_s
        counts[min(BINS - 1, int(BINS * (drawn_s - low_s) / (high_s - low_s)))] += 1
    expected = DRAWS / BINS
    assert sum((count - expected) ** 2 / expected for count in counts) < CHI_SQUARE_999


def test_two_programs_do_not_draw_the_same() -> None:
    """Without a seed the numbers come from the system."""
    assert [RetryConfig().back_off_s(6) for _ in range(5)] != [RetryConfig().back_off_s(6) for _ in range(5)]


def test_two_hundred_batches_in_flight_stay_cheap() -> None:
    async def hour(clock: SimulatedClock) -> None:
        server = MemoryServer(clock)
        jobs = start([sealing_batch(str(number)) for number in range(1, 201)], services_of(server))
        await clock.sleep(HOUR_S)
        settled = server.since(120)
        assert 200 * (HOUR_S - 120) / 17 <= len(settled) <= 200 * (HOUR_S - 120) / 14
        assert len(server.requests) <= 200 * 255
        assert server.most_at_once <= 4
        looks_s = [one.at_s for one in settled if one.batch_id == "77"]
        assert max(late - early for early, late in pairwise(looks_s)) < 20
        await stop(jobs)

    simulated(hour)


def test_two_hundred_batches_together_ask_no_more_often_than_one_server_is_asked() -> None:
    """From the first minute on, as after a start; the first look at each comes at once."""

    async def minutes(clock: SimulatedClock) -> None:
        server = MemoryServer(clock)
        jobs = start([sealing_batch(str(number)) for number in range(1, 201)], services_of(server))
        await clock.sleep(600)
        minutes_of = Counter(int(one.at_s // 60) for one in server.requests)
        counts = [minutes_of[minute] for minute in range(10)]
        assert counts[0] <= 200 + MOST_A_MINUTE
        assert max(counts[1:]) <= MOST_A_MINUTE
        assert len({one.batch_id for one in server.requests if one.at_s < 5}) == 200
        await stop(jobs)

    simulated(minutes)


def test_few_batches_do_not_slow_each_other_down() -> None:
    """As many as one server is asked about in a second; more of them never wait beyond the longest pause."""
    retry_config = a_pacing(5)
    for batches in (1, 16):
        assert 0.9 <= retry_config.poll_s(0, batches) <= 1.1
    assert 11.2 < retry_config.poll_s(0, 200) < 13.8
    assert 13.5 <= retry_config.poll_s(0, 10_000) <= 16.5
    assert 13.5 <= retry_config.poll_s(10_000, 200) <= 16.5


def test_a_batch_alone_is_asked_about_as_before_others_were_there() -> None:
    """Those that have ended slow nobody down."""

    async def ends(clock: SimulatedClock) -> None:
        server = MemoryServer(clock)
        services = services_of(server)
        many = start([sealing_batch(str(number)) for number in range(1, 201)], services)
        await clock.sleep(30)
        await stop(many)
        began_s = clock.monotonic()
        alone = start([sealing_batch("777")], services)
        await clock.sleep(4)
        assert len([one for one in server.since(began_s) if one.batch_id == "777"]) >= 3
        await stop(alone)

    simulated(ends)


def test_a_slow_server_gets_no_more_than_four_looks_at_once() -> None:
    async def slow(clock: SimulatedClock) -> None:
        server = MemoryServer(clock, answer_s=3)
        jobs = start([sealing_batch(str(number)) for number in range(1, 201)], services_of(server))
        await clock.sleep(600)
        assert server.most_at_once == 4
        assert len({one.batch_id for one in server.requests}) == 200
        await stop(jobs)

    simulated(slow)


def test_a_sleep_ends_by_itself_and_when_the_machine_woke_up() -> None:
    async def sleeps(clock: SimulatedClock) -> None:
        real = SystemClock()
        short = asyncio.ensure_future(real.sleep(5))
        long = [asyncio.ensure_future(real.sleep(10_000)) for _ in range(3)]
        await clock.sleep(6)
        assert short.done()
        assert not any(one.done() for one in long)
        real.wake()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert all(one.done() for one in long)
        later = asyncio.ensure_future(real.sleep(5))
        await clock.sleep(4)
        assert not later.done()  # waking up ends only the sleeps under way
        await later
        assert clock.monotonic() >= 11

    simulated(sleeps)


def test_a_cancelled_sleep_is_cancelled() -> None:
    async def sleeps(clock: SimulatedClock) -> None:
        sleeping = asyncio.ensure_future(SystemClock().sleep(10_000))
        await clock.sleep(1)
        sleeping.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sleeping

    simulated(sleeps)


def test_everybody_waiting_for_ever_is_said() -> None:
    async def for_ever(clock: SimulatedClock) -> None:
        await asyncio.Event().wait()

    with pytest.raises(RuntimeError, match="waits for ever"):
        simulated(for_ever)
