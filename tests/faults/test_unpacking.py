"""A result that is unpacked as well, killed or failing at each step: no ZIP is lost, no folder is half.

Every call in the hidden folder, and those that give the whole its name.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState
from signdesk.jobs.unpack_step import NOT_UNPACKED
from tests.faults.killing import Order, jobs, practice
from tests.support.power_cut import lost_by_power_cut
from tests.support.practice_runner import PracticeRun
from tests.support.saved import saved_in
from tests.support.traced import Call, Fault, Jobs, kill

__all__ = ["jobs", "practice"]

HIDDEN = ".unpacking"
STEPS = ("mkdir", "openat", "write", "fsync", "rename")
AT = range(1, 14)
DOWNLOAD = "GET /api/batchfile/"


@pytest.fixture
def order(jobs: Jobs, practice: PracticeRun, tmp_path: Path) -> Order:
    return Order(jobs, practice, tmp_path / "machine", unpack=True)


@pytest.fixture(scope="module")
def calls(jobs: Jobs, practice: PracticeRun, tmp_path_factory: pytest.TempPathFactory) -> tuple[Call, ...]:
    """Those of a job that nobody disturbs."""
    order = Order(jobs, practice, tmp_path_factory.mktemp("clean") / "machine", unpack=True)
    ended = order.sign(watched=True)
    assert ended.code == 0, ended.err
    order.assert_as_without_the_kill()
    return ended.calls


def test_the_steps_are_those_that_are_disturbed_here(calls: tuple[Call, ...]) -> None:
    inside = [one.name for one in calls if HIDDEN in one.where]
    assert set(inside) == set(STEPS)
    assert len(inside) == len(AT)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("at", AT)
def test_killed_at_each_step_the_next_start_has_one_whole_folder(order: Order, at: int) -> None:
    assert order.sign(kill(at, where=HIDDEN)).was_hit
    assert order.batch().state is BatchState.SAVED
    assert [path for path in saved_in(order.target) if not path.name.startswith(".")] == order.results()
    order.finish()
    order.assert_as_without_the_kill()


@pytest.mark.parametrize(
    ("name", "where"),
    [("fsync", "/Sealed"), ("openat", "journal.sqlite-journal")],
    ids=["before its name is flushed", "before it is noted"],
)
def test_killed_with_its_name_it_is_found_again(
    order: Order, calls: tuple[Call, ...], name: str, where: str
) -> None:
    sent = next(at for at, one in enumerate(calls) if one.content.startswith(DOWNLOAD))
    before = calls[sent : _renamed(calls)]
    at = 1 + sum(one.name == name and where in one.where for one in before)
    ended = order.sign(kill(at, (name,), where, after=DOWNLOAD))
    assert ended.was_hit
    assert (order.batch().state, order.batch().unpacked_to) == (BatchState.SAVED, None)
    (made,) = [path for path in saved_in(order.target) if path.suffix != ".zip"]
    order.finish()
    order.assert_as_without_the_kill()
    assert order.batch().unpacked_to == made


def _renamed(calls: tuple[Call, ...]) -> int:
    return next(at for at, one in enumerate(calls) if one.name == "rename" and HIDDEN in one.where)


@pytest.mark.parametrize(
    ("at", "act"),
    [
        pytest.param(at, act, marks=[] if at % 2 == place else [pytest.mark.long])
        for at in AT
        for place, act in enumerate(["ENOSPC", "EIO"])
    ],
)
def test_a_step_that_fails_is_a_warning_on_a_finished_batch(order: Order, at: int, act: str) -> None:
    ended = order.sign(Fault(act, at, where=HIDDEN))
    batch = order.batch()
    assert batch.state is BatchState.DONE
    assert order.results() == [batch.saved_to]
    assert ended.was_hit
    assert ended.code == 0
    assert batch.unpacked_to is None
    (warning,) = batch.warnings
    assert warning.startswith(NOT_UNPACKED)
    assert ("not enough room" if act == "ENOSPC" else "Input/output error") in warning
    assert warning in ended.err
    assert order.strays() == []


def test_a_power_cut_takes_nothing_of_a_folder_that_has_its_name(calls: tuple[Call, ...]) -> None:
    lost = lost_by_power_cut(calls, _renamed(calls))
    assert [path for path in lost.contents | lost.names if HIDDEN in path and not path.endswith(HIDDEN)] == []
