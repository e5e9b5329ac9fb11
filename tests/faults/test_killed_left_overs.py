"""What a killed job leaves on a disk that is full, or on two disks: the next start clears it away."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.practice.service import Method
from tests.faults.killing import NEEDS_DECISION, Order, jobs, practice
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResultForm
from tests.support.traced import Fault, Jobs, kill

__all__ = ["jobs", "practice"]

NOT_FINISHED = 3
FULL = Fault("ENOSPC", names=("write",), where="/.signdesk-check-", times=None)
BEYOND_THE_LAST = 10


@pytest.fixture
def order(jobs: Jobs, practice: PracticeRun, tmp_path: Path) -> Order:
    return Order(jobs, practice, tmp_path / "machine")


@pytest.mark.parametrize(
    "killed",
    [kill(2, ("write",), ".part", after="GET /api/batchfile/"), kill(1, ("link",))],
    ids=["in the middle", "checked"],
)
def test_it_is_not_what_keeps_the_disk_full(order: Order, killed: Fault) -> None:
    assert order.sign(killed).was_hit
    assert any(name.startswith("Sealed/.signdesk-") for name in order.strays())
    assert order.resume(fault=FULL).code == NOT_FINISHED
    assert (order.batch().state, order.batch().reason) == (BatchState.WAITING, Reason.DISK_FULL)
    assert order.strays() == []
    order.finish()
    order.assert_as_without_the_kill()


@pytest.mark.parametrize("act", ["write", "unlink"])
def test_nothing_is_left_of_a_look_at_the_folder(order: Order, act: str) -> None:
    assert order.sign(kill(1, (act,), "/.signdesk-check-")).was_hit
    order.finish()
    order.assert_as_without_the_kill()


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="signdesk-test-", dir="/dev/shm"))
    try:
        if folder.stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("needs a folder for temporary files that is not on /dev/shm")
        yield folder
    finally:
        shutil.rmtree(folder)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("at", range(1, BEYOND_THE_LAST + 1))
def test_a_quarantine_on_another_disk_keeps_no_half_copy(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, other_disk: Path, at: int
) -> None:
    practice.profile = replace(practice.profile, result=ResultForm.DAMAGED)
    try:
        order = Order(jobs, practice, tmp_path / "machine", other_disk / "data")
        ended = order.sign(kill(at, where="/quarantine", after="GET /api/batchfile/"))
        assert ended.was_hit == (at < BEYOND_THE_LAST)
        assert order.resume().code == NEEDS_DECISION
    finally:
        practice.profile = replace(practice.profile, result=ResultForm.SOUND)
    assert order.batch().reason is Reason.RESULT
    assert order.strays() == []
    assert order.results() == []
    assert order.batch().quarantined_to in [*(order.data / "quarantine").iterdir()]
    assert order.accepted() == 1
    assert order.received().count(Method.DELETE) == 0
