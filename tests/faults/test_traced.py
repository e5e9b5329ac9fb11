"""The tool behind the kills: it sees what strace sees, and does to a call what it was told."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

from signdesk import __version__
from tests.faults.killing import Order, jobs, practice
from tests.support.practice_runner import PracticeRun
from tests.support.traced import KILLED, Fault, Jobs, kill

__all__ = ["jobs", "practice"]

# Calls whose number does not depend on how threads happen to meet.
STEADY = ("pwrite64", "fsync", "fdatasync", "link", "rename", "unlink", "mkdir", "ftruncate", "connect")


@pytest.fixture
def order(jobs: Jobs, practice: PracticeRun, tmp_path: Path) -> Order:
    return Order(jobs, practice, tmp_path / "machine1")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace: apt-get install strace")
def test_it_sees_every_call_that_strace_sees(
    order: Order, jobs: Jobs, practice: PracticeRun, tmp_path: Path
) -> None:
    ended = order.sign(watched=True)
    seen = Counter(one.name for one in ended.calls if one.name in STEADY)
    other = Order(jobs, practice, tmp_path / "machine2")
    log = tmp_path / "log"
    command = [sys.executable, "-B", "-m", "signdesk", *map(str, other.sign_arguments)]
    strace = ["strace", "-f", "-qq", "-e", f"trace={','.join(STEADY)}", "-o", str(log)]
    subprocess.run([*strace, *command], env=other.environment, capture_output=True, check=True)
    begun = re.findall(r"^\d+ +(\w+)\((.*)", log.read_text(), re.MULTILINE)
    assert Counter(name for name, _ in begun) == seen


def test_calls_are_told_in_order_over_all_threads(order: Order) -> None:
    calls = order.sign(watched=True).calls
    assert len({one.thread for one in calls}) > 10
    accept = next(at for at, one in enumerate(calls) if one.content.startswith("POST /api/AcceptBatch"))
    link = next(at for at, one in enumerate(calls) if one.name == "link")
    assert calls[accept].where == "tcp"
    assert accept < link
    assert calls[link].where.endswith(".zip")
    assert calls[link].where.startswith(str(order.target / ".signdesk-"))


def test_a_kill_comes_before_its_call(order: Order) -> None:
    ended = order.sign(kill(1, ("link",)))
    assert (ended.code, ended.was_hit, ended.calls[-1].name) == (KILLED, True, "link")
    assert order.results() == []
    assert len(order.strays()) == 3  # the temporary file, and of the dead its claim and its lock


def test_a_call_beyond_the_last_is_not_hit(order: Order) -> None:
    ended = order.sign(kill(10**6))
    assert (ended.code, ended.was_hit) == (0, False)
    order.assert_as_without_the_kill()


def test_an_error_takes_the_place_of_a_call(order: Order) -> None:
    ended = order.sign(Fault("ENOSPC", names=("fsync",), where="/.signdesk-"))
    assert (ended.code, ended.was_hit) == (3, True)
    assert "no more room" in ended.err
    assert order.results() == []


def test_a_skipped_call_has_no_effect(order: Order) -> None:
    ended = order.sign(Fault("skip", names=("unlink",), where=".lock"))
    assert (ended.code, ended.was_hit) == (0, True)
    assert [Path(one).suffix for one in order.strays()] == [".lock"]


def test_the_answer_that_a_test_did_not_wait_for_is_not_the_next_ones(jobs: Jobs, order: Order) -> None:
    def time_is_up(number: int, frame: FrameType | None) -> NoReturn:
        raise TimeoutError

    before = signal.signal(signal.SIGUSR1, time_is_up)  # as pytest-timeout ends a test
    try:
        with pytest.raises(TimeoutError):
            signal_soon(lambda: order.sign(watched=True))
    finally:
        signal.signal(signal.SIGUSR1, before)
    told = jobs.run(["--version"], order.environment, order.folder)
    assert (told.code, told.out) == (0, f"SignDesk {__version__}\n")


def signal_soon(work: Callable[[], object]) -> None:
    soon = threading.Timer(0.05, lambda: os.kill(os.getpid(), signal.SIGUSR1))
    soon.start()
    try:
        work()
    finally:
        soon.join()
