"""P5: SIGKILL at any system call of a job, or at any moment: nothing is lost, doubled or left lying.

A clean job makes about 600 calls that change a disk or travel on a socket (`intercepting`). The ordinary run
kills at a sample of them, evenly spread from a random start; the long run at every one.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killing import Order, jobs, practice
from tests.support.practice_runner import PracticeRun
from tests.support.traced import Fault, Jobs, kill, kill_after

__all__ = ["jobs", "practice"]

SAMPLE = 6
MOMENTS = 8
MANY_MOMENTS = 200
AT_ONCE = 20
LONGEST_S = 0.4  # about as long as a job takes
PARTS = 50
FEWEST_POINTS = 500
MakeOrder = Callable[[], Order]


@pytest.fixture
def make_order(jobs: Jobs, practice: PracticeRun, tmp_path: Path) -> MakeOrder:
    made: list[Order] = []

    def make() -> Order:
        made.append(Order(jobs, practice, tmp_path / f"machine{len(made)}"))
        return made[-1]

    return make


@pytest.fixture(scope="module")
def clean_calls(jobs: Jobs, practice: PracticeRun, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls a job makes that nobody kills."""
    order = Order(jobs, practice, tmp_path_factory.mktemp("clean") / "machine")
    ended = order.sign(watched=True)
    assert ended.code == 0
    order.assert_as_without_the_kill()
    return len(ended.calls)


def killed_and_finished(order: Order, fault: Fault) -> bool:
    """False where the job had ended before."""
    ended = order.sign(fault)
    if ended.was_hit:
        order.finish()
    order.assert_as_without_the_kill()
    return ended.was_hit


def killed_at_moments(order: Order, rng: random.Random) -> None:
    if order.sign(kill_after(rng.uniform(0.005, LONGEST_S))).was_hit:
        order.resume(fault=kill_after(rng.uniform(0.005, LONGEST_S)))
        order.finish()
    order.assert_as_without_the_kill()


def moments(number: int) -> random.Random:
    """Another for every test: pytest-randomly begins each with the same seed."""
    return random.Random(f"{random.random()} {number}")  # noqa: S311


@pytest.mark.parametrize("number", range(SAMPLE))
def test_killed_at_a_call(make_order: MakeOrder, clean_calls: int, number: int) -> None:
    at = 1 + int((number + random.random()) * clean_calls / SAMPLE)  # noqa: S311 - seeded by pytest-randomly
    killed_and_finished(make_order(), kill(at))


@pytest.mark.parametrize("number", range(MOMENTS))
def test_killed_at_a_moment_and_again_while_it_goes_on(make_order: MakeOrder, number: int) -> None:
    killed_at_moments(make_order(), moments(number))


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_killed_at_every_call(make_order: MakeOrder, clean_calls: int, part: int) -> None:
    assert clean_calls >= FEWEST_POINTS
    at = part
    while killed_and_finished(make_order(), kill(at)):
        at += PARTS
    assert at > clean_calls - 30  # a few more or fewer, as threads happen to meet


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(MANY_MOMENTS // AT_ONCE))
def test_killed_at_many_moments(make_order: MakeOrder, part: int) -> None:
    rng = moments(MOMENTS + part)
    for _ in range(AT_ONCE):
        killed_at_moments(make_order(), rng)
