"""Traces of whole jobs: the note of an accept and the result are on the medium before the request that relies
on them leaves (signdesk/README.md, P2 and P8). Without flushes the same check finds what is missing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.killing import Order, jobs, practice
from tests.support.power_cut import first, last, lost_by_power_cut
from tests.support.practice_runner import PracticeRun
from tests.support.traced import Call, Jobs, job_starter, kill

__all__ = ["jobs", "practice"]

EATMYDATA = "libeatmydata.so"
TRACES = [10, pytest.param(100, marks=pytest.mark.long)]
ACCEPT, QUESTION = "POST /api/AcceptBatch/", "GET /api/BatchStatus/"
DOWNLOAD, DELETE = "GET /api/batchfile/", "DELETE /api/BatchDeleteCache/"


def traced(jobs: Jobs, practice: PracticeRun, folder: Path) -> tuple[Order, Sequence[Call]]:
    order = Order(jobs, practice, folder)
    ended = order.sign(watched=True)
    assert ended.code == 0, ended.err
    order.assert_as_without_the_kill()
    return order, ended.calls


def unsafe_notes(order: Order, calls: Sequence[Call], until: int) -> list[str]:
    """What of the journal a power cut could take at this moment."""
    return lost_by_power_cut(calls, until).about(order.data / "journal.sqlite")


def unsafe_result(order: Order, calls: Sequence[Call], until: int) -> list[str]:
    return lost_by_power_cut(calls, until).about(*order.results())


def notes_between(order: Order, calls: Sequence[Call], begin: int, end: int) -> int:
    """Notes that were whole: the removal of the rollback journal is what makes them count."""
    removed = str(order.data / "journal.sqlite-journal")
    return sum(one.name == "unlink" and one.where == removed for one in calls[begin:end])


@pytest.mark.timeout(600)
@pytest.mark.parametrize("traces", TRACES)
def test_what_a_request_relies_on_is_on_the_medium_before_its_first_byte(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, traces: int
) -> None:
    for number in range(traces):
        order, calls = traced(jobs, practice, tmp_path / f"machine{number}")

        assert_accept_is_noted(order, calls)
        assert_result_is_safe(order, calls)


def assert_accept_is_noted(order: Order, calls: Sequence[Call]) -> None:
    """P2: of the last answer before it, so that the note can be no other than ACCEPTING."""
    accept = first(calls, "sendto", ACCEPT)
    asked = last(calls, "sendto", QUESTION, accept)
    assert notes_between(order, calls, asked, accept) == 1
    assert unsafe_notes(order, calls, accept) == []


def assert_result_is_safe(order: Order, calls: Sequence[Call]) -> None:
    """P8: written, flushed, named, folder flushed, noted as SAVED, deleted on the server; in this order."""
    temporary = str(order.target / f".signdesk-{order.batch().id}.part")
    download, delete = first(calls, "sendto", DOWNLOAD), first(calls, "sendto", DELETE)
    written = last(calls, "write", temporary, delete)
    flushed = first(calls, "fsync", temporary, download)
    named = first(calls, "link", temporary, download)
    folder_flushed = first(calls, "fsync", str(order.target), named)
    assert download < written < flushed < named < folder_flushed < delete
    assert calls[folder_flushed].where == str(order.target)
    assert notes_between(order, calls, named, folder_flushed) == 0
    assert notes_between(order, calls, folder_flushed, delete) == 1
    assert unsafe_result(order, calls, delete) == []
    assert unsafe_notes(order, calls, delete) == []


@pytest.mark.parametrize("name", ["fsync", "unlink"])
def test_a_result_that_only_has_its_name_is_flushed_before_the_servers_copy_is_deleted(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, name: str
) -> None:
    """Killed before or after the flush of the folder: the next start cannot know which."""
    order = Order(jobs, practice, tmp_path / "machine")
    killed = order.sign(kill(2, (name,), str(order.target), after=DOWNLOAD))
    assert killed.was_hit
    (result,) = order.results()

    ended = order.resume(watched=True)

    order.assert_as_without_the_kill()
    assert order.results() == [result]
    calls = [*killed.calls[:-1], *ended.calls]
    assert unsafe_result(order, calls, first(calls, "sendto", DELETE)) == []


def test_that_check_finds_every_flush_that_is_swallowed(
    practice: PracticeRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: Jobs
) -> None:
    """eatmydata swallows them all: a check that still holds with it proves nothing."""
    try:
        ctypes.CDLL(EATMYDATA)
    except OSError:
        pytest.skip("eatmydata is not installed (Debian: apt install eatmydata)")
    monkeypatch.setenv("LD_PRELOAD", EATMYDATA)
    with job_starter() as forgetful:
        order, calls = traced(forgetful, practice, tmp_path / "machine")

    journal, (result,) = order.data / "journal.sqlite", order.results()
    assert [one for one in calls if "sync" in one.name] == []
    assert unsafe_notes(order, calls, first(calls, "sendto", ACCEPT)) == [
        f"content of {journal}",
        f"name {order.data}",
        f"name {journal}",
        f"name {journal}-journal",
    ]
    delete = first(calls, "sendto", DELETE)
    assert unsafe_result(order, calls, delete) == [
        f"content of {result}",
        f"name {order.target}",
        f"name {result}",
    ]
    assert f"name {journal}-journal" in unsafe_notes(order, calls, delete)
