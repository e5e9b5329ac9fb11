"""One system call of a whole job fails, or the disk fails from there on: no request without its row, no
DELETE without a durable result, and the next start ends the job well (signdesk/README.md, P6 and P8).

In the target folder: every call from the order of sealing on. On the journal's disk: every call of the job.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.practice.service import Method
from tests.faults.expecting import NEXT_STEP, SAFE
from tests.faults.killing import Order, jobs, practice
from tests.support.kept_journal import Arrival, watch_arrivals
from tests.support.practice_runner import PracticeRun
from tests.support.traced import Ended, Fault, Jobs

__all__ = ["jobs", "practice"]

DISK = (
    *("openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"),
    *("mkdir", "link", "rename", "unlink", "fchmod"),
)
ACCEPT, DOWNLOAD = "POST /api/AcceptBatch/", "GET /api/batchfile/"
SAID = {
    "ENOSPC": (Reason.DISK_FULL, "There is no more room for the result in “{folder}”."),
    "EIO": (Reason.TARGET, "The disk that holds “{folder}” failed (Input/output error)."),
    "EACCES": (Reason.TARGET, "SignDesk may not write to the folder “{folder}”."),
    "EROFS": (Reason.TARGET, "The folder “{folder}” can only be read."),
}
STEPS = {  # the call in the target folder, after which request, the how manieth
    "make the trial file": ("openat", ACCEPT, 1),
    "write the trial file": ("write", ACCEPT, 1),
    "remove the trial file": ("unlink", DOWNLOAD, 1),
    "make the temporary file": ("openat", ACCEPT, 2),
    "write the result": ("write", DOWNLOAD, 1),
    "flush the result": ("fsync", DOWNLOAD, 1),
    "make the trial file again": ("openat", DOWNLOAD, 1),
    "give the usual rights": ("fchmod", DOWNLOAD, 1),
    "give the name": ("link", DOWNLOAD, 1),
    "flush the folder": ("fsync", DOWNLOAD, 2),
    "remove the temporary name": ("unlink", DOWNLOAD, 2),
}
STEPS_OF_A_RECEIPT = [("openat", 1), ("write", 1), ("fsync", 1), ("link", 1), ("unlink", 1), ("unlink", 3)]
UNRECEIPTED, RECEIPT_PART = "The receipt could not be written: ", "-receipt.part"
HARMLESS = ("give the usual rights", "remove the temporary name")
ONE_ERROR_EACH = list(zip(STEPS, cycle(SAID), strict=False))
SAMPLE = 4
PARTS = 20


class Watched(Jobs):
    """`Order` expects a fault to kill: here it only remembers whether there was one."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self.was_hit = False
        self.calls = 0

    def run(self, arguments: Any, environment: Mapping[str, str], folder: Path, **more: Any) -> Ended:
        ended = self._jobs.run(arguments, environment, folder, **more)
        self.was_hit, self.calls = ended.was_hit, len(ended.calls)
        return replace(ended, was_hit=False)


@dataclass
class Failing:
    """An order on a machine of its own; `arrivals`: what the server got, and what was noted by then."""

    order: Order
    watched: Watched
    arrivals: list[Arrival]
    ended: Ended = field(init=False)

    def sign(self, fault: Fault) -> bool:
        """False where the fault did not come about."""
        self.ended = self.order.sign(fault)
        was_hit = self.watched.was_hit
        assert all(one.is_noted for one in self.arrivals), self.arrivals
        return was_hit

    def assert_finished(self) -> None:
        """The disk is well again."""
        kept = {path: path.read_bytes() for path in self.order.results()}
        if self.ended.code != 0:
            self.order.finish()
        elif self.order.strays():  # a lock file that could not be removed
            assert self.order.resume().code == 0
        self.order.assert_as_without_the_kill(self._of_the_receipt())
        assert all(one.is_noted for one in self.arrivals), self.arrivals
        assert {path: path.read_bytes() for path in kept} == kept

    def _of_the_receipt(self) -> str:
        """The warning that there is no receipt, where a call failed once it was begun."""
        wrong = [one for one in self.order.batch().warnings if one.startswith(UNRECEIPTED)]
        if not wrong:
            return ""
        assert self.ended.code == 0
        assert any(cause.format(folder=self.order.target) in wrong[0] for _, cause in SAID.values())
        assert SAFE.search(wrong[0])
        assert any(RECEIPT_PART in one.where for one in self.ended.calls)
        return wrong[0]


def failing(jobs: Jobs, practice: PracticeRun, folder: Path) -> Failing:
    watched = Watched(jobs)
    order = Order(watched, practice, folder)
    return Failing(order, watched, watch_arrivals(practice, order.data / "journal.sqlite"))


def assert_held(one: Failing, act: str) -> None:
    """With the true reason; cause, what is safe and the next step in words; nothing was deleted."""
    batch, (reason, cause) = one.order.batch(), SAID[act]
    assert (batch.state, batch.reason) == (BatchState.WAITING, reason)
    assert batch.held_at in (BatchState.FETCHING, BatchState.CHECKING)
    assert cause.format(folder=one.order.target) in batch.message
    assert SAFE.search(batch.message)
    assert NEXT_STEP.search(batch.message)
    assert batch.message in one.ended.err
    assert Method.DELETE not in one.order.received()


def fail_in_the_target(one: Failing, fault: Fault) -> bool:
    """False where the job had ended before."""
    if not one.sign(fault):
        return False
    if one.ended.code:
        assert_held(one, fault.act)
    if fault.times == 1:
        tried = {path.name for path in one.order.target.glob(".signdesk-check-*")}  # the next look removes it
        assert {Path(name).name for name in one.order.strays()} <= tried
    elif one.ended.code == 0:
        take_away_second_names(one.order)
    one.assert_finished()
    return True


def take_away_second_names(order: Order) -> None:
    """Where removing keeps failing, the result has its temporary name as well: the same file; and what was
    written of a receipt lies under its temporary name.
    """
    (result,) = order.results()
    for name in order.strays():
        assert RECEIPT_PART in name or (order.folder / name).samefile(result)
        (order.folder / name).unlink()


@pytest.mark.parametrize(
    ("step", "act"),
    [
        pytest.param(step, act, marks=[] if (step, act) in ONE_ERROR_EACH else [pytest.mark.long])
        for step in STEPS
        for act in SAID
    ],
)
def test_no_step_of_saving_that_fails_deletes_the_servers_copy(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, step: str, act: str
) -> None:
    name, after, at = STEPS[step]
    one = failing(jobs, practice, tmp_path / "machine")

    assert fail_in_the_target(one, Fault(act, at, (name,), str(one.order.target), after=after))

    assert (one.ended.code == 0) == (step in HARMLESS)


@pytest.mark.parametrize(("step", "act"), list(zip(STEPS_OF_A_RECEIPT, cycle(SAID), strict=False)))
def test_a_receipt_that_cannot_be_written_is_only_a_warning(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, step: tuple[str, int], act: str
) -> None:
    one = failing(jobs, practice, tmp_path / "machine")
    name, at = step

    assert fail_in_the_target(one, Fault(act, at, (name,), RECEIPT_PART, after=DOWNLOAD))

    assert one.ended.code == 0
    harmless = name == "unlink"  # it is removed at the second try
    assert [
        SAID[act][1].format(folder=one.order.target) in warning for warning in one.order.batch().warnings
    ] == ([] if harmless else [True])


@pytest.mark.long
@pytest.mark.timeout(900)  # about forty jobs, those of the receipt included
@pytest.mark.parametrize("times", [1, None], ids=["once", "from then on"])
@pytest.mark.parametrize("act", SAID)
def test_whichever_call_of_saving_fails_the_servers_copy_stays(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, act: str, times: int | None
) -> None:
    for at in range(1, 100):
        one = failing(jobs, practice, tmp_path / f"machine{at}")
        where = str(one.order.target)
        if not fail_in_the_target(one, Fault(act, at, DISK, where, times, after=ACCEPT)):
            assert at > 12
            return
    pytest.fail("the faults never end")


def fail_on_the_journals_disk(one: Failing, act: str, at: int, times: int | None) -> bool:
    """False where the job had ended before."""
    if not one.sign(Fault(act, at, DISK, str(one.order.data), times)):
        return False
    one.order.failed_notes += 1
    if one.ended.code:
        assert SAFE.search(one.ended.err) or "Nothing was sent." in one.ended.err, one.ended.err
    if Method.DELETE in one.order.received():
        assert all(row.saved_to is not None for row in one.order.batches())
    one.assert_finished()
    return True


@pytest.fixture(scope="module")
def clean_calls(jobs: Jobs, practice: PracticeRun, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls on the journal's disk a job makes."""
    order = Order(jobs, practice, tmp_path_factory.mktemp("clean") / "machine")
    calls = order.sign(watched=True).calls
    return sum(one.name in DISK and str(order.data) in one.where for one in calls)


@pytest.mark.parametrize(("act", "times"), [("EIO", 1), ("ENOSPC", None)], ids=["failing once", "full"])
@pytest.mark.parametrize("number", range(SAMPLE))
def test_the_journals_disk_fails_at_a_call(
    jobs: Jobs,
    practice: PracticeRun,
    tmp_path: Path,
    clean_calls: int,
    number: int,
    act: str,
    times: int | None,
) -> None:
    at = 1 + int((number + random.random()) * clean_calls / SAMPLE)  # noqa: S311 - seeded by the run
    fail_on_the_journals_disk(failing(jobs, practice, tmp_path / "machine"), act, at, times)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("act", "times"), [("EIO", 1), ("ENOSPC", None)], ids=["failing once", "full"])
@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_the_journals_disk_fails_at_every_call(
    jobs: Jobs,
    practice: PracticeRun,
    tmp_path: Path,
    clean_calls: int,
    part: int,
    act: str,
    times: int | None,
) -> None:
    at = part
    while fail_on_the_journals_disk(failing(jobs, practice, tmp_path / f"machine{at}"), act, at, times):
        at += PARTS
    assert at > clean_calls * 0.9 > 200
