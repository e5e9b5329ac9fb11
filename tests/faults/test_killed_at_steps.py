"""The matrix, row "kill -9, power loss": what the next start does, by where the last one ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.expecting import SAFE
from tests.faults.killing import Order, jobs, practice, reported
from tests.faults.matrix import proves
from tests.support.practice_runner import PracticeRun
from tests.support.traced import Ended, Fault, Jobs, kill

__all__ = ["jobs", "practice"]

C, U, S, A, D, X = (
    *(Method.CREATE, Method.UPLOAD, Method.STATUS),
    *(Method.ACCEPT, Method.DOWNLOAD, Method.DELETE),
)
ALL = (C, U, S, A, S, D, X)
ASKED = (S, *ALL, S, X)  # what was sent is asked about before it is left, and before it is deleted


@dataclass(frozen=True)
class Killed:
    """One place in a job. `state`: the journal's row afterwards (None: there is none). `asks`: the requests
    of the next start, runs of equal ones as one. `orphans`: batches that stay on the server for ever.
    """

    column: str
    name: str
    fault: Fault
    state: BatchState | None
    asks: tuple[Method, ...]
    accepted: int = 0
    orphans: int = 0

    @property
    def cell(self) -> m.Cell:
        return m.Cell(m.KILLED, self.column)

    def __str__(self) -> str:
        return f"{self.column}-{self.name}".replace(" ", "_")


def _sent(text: str) -> Callable[..., Fault]:
    """Of the calls after the one that sends this."""
    return lambda name, where, at=1: kill(at, (name,), where, after=text)


CREATE, UPLOAD, LOOK, ACCEPT, DOWNLOAD, DELETE = map(
    _sent,
    (
        "POST /api/CreateBatch",
        "POST /api/upload/",
        "GET /api/BatchStatus/",
        "POST /api/AcceptBatch",
        "GET /api/batchfile/",
        "DELETE /",
    ),
)
NOTE = ("openat", "journal.sqlite-journal")  # every note in the journal begins so
S_ = BatchState
KINDS = [
    Killed(m.PREPARE, "before its note", kill(2, NOTE[:1], NOTE[1]), None, ()),
    Killed(m.PREPARE, "noted", kill(1, ("connect",), "tcp"), S_.SENDING, ALL),
    Killed(m.CREATE, "no answer", CREATE("recvfrom", "tcp"), S_.SENDING, ALL, orphans=1),
    Killed(m.CREATE, "answer not noted", CREATE(*NOTE), S_.SENDING, ALL, orphans=1),
    Killed(m.UPLOAD, "in the middle", UPLOAD("sendto", "tcp", 2), S_.SENDING, ASKED),
    Killed(m.UPLOAD, "answer not noted", UPLOAD(*NOTE), S_.SENDING, ASKED),
    Killed(m.ACCEPT, "not sent", LOOK("connect", "tcp"), S_.ACCEPTING, (S,)),
    Killed(m.ACCEPT, "answer not noted", ACCEPT(*NOTE), S_.ACCEPTING, (S, D, X), 1),
    Killed(m.STATUS, "third look", ACCEPT("sendto", "tcp", 3), S_.SEALING, (S, D, X), 1),
    Killed(m.DOWNLOAD, "in the middle", DOWNLOAD("write", ".part", 2), S_.FETCHING, (D, X), 1),
    Killed(m.VERIFY, "not yet checked", DOWNLOAD(*NOTE, 2), S_.CHECKING, (D, X), 1),
    Killed(m.VERIFY, "checked, before its name", kill(1, ("link",)), S_.CHECKING, (X,), 1),
    Killed(m.VERIFY, "its name not flushed", kill(2, ("fsync",), "/Sealed"), S_.CHECKING, (X,), 1),
    Killed(m.DELETE, "not sent", DOWNLOAD("sendto", "tcp"), S_.SAVED, (X,), 1),
    Killed(m.DELETE, "answer not noted", DELETE(*NOTE), S_.SAVED, (X,), 1),
]


@pytest.mark.sampled(2)
@proves(m.KILLED, *m.COLUMNS)
@pytest.mark.parametrize("kind", [pytest.param(one, id=str(one)) for one in KINDS])
def test_the_next_start_goes_on_at_the_right_step(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, kind: Killed
) -> None:
    order = Order(jobs, practice, tmp_path / "machine")
    assert order.sign(kind.fault).was_hit
    assert [one.state for one in order.batches()] == ([kind.state] if kind.state else [])
    assert order.accepted() == kind.accepted
    before = len(order.received())
    ended = order.resume(watched=True)
    assert _once_each(order.received()[before:]) == kind.asks
    _assert_told(kind, ended)
    if kind.state is not S_.SAVED:
        _assert_flushed_before_deleted(order, ended)
    if kind.asks != () and kind.asks[-1] is X:
        assert ended.code == 0
    else:
        order.finish()
    order.assert_as_without_the_kill()
    assert len(order.orphans()) == kind.orphans


@pytest.mark.parametrize("not_noted", [CREATE("recvfrom", "tcp"), CREATE(*NOTE)], ids=["answer", "note"])
def test_each_kill_before_the_servers_number_is_noted_leaves_one_empty_batch(
    jobs: Jobs, practice: PracticeRun, tmp_path: Path, not_noted: Fault
) -> None:
    order = Order(jobs, practice, tmp_path / "machine")
    assert order.sign(not_noted).was_hit
    assert order.resume(fault=not_noted).was_hit
    order.finish()
    order.assert_as_without_the_kill()
    assert len(order.orphans()) == 2


def _once_each(methods: list[Method | None]) -> tuple[Method | None, ...]:
    return tuple(method for method, _ in groupby(methods))


def _assert_told(kind: Killed, ended: Ended) -> None:
    """The report and the sentences of the next start."""
    if kind.state is None:
        assert reported(ended) == []
        assert "nothing to go on with" in ended.err
        return
    (told,) = reported(ended)
    if kind.asks == (S,):
        assert told["state"] == "needs_you"
        assert "not known whether sealing began" in told["message"]
        assert SAFE.search(told["message"])
        return
    assert (told["state"], told["message"]) == ("done", "")
    assert all(one["outcome"] == "sealed" for one in told["documents"])


def _assert_flushed_before_deleted(order: Order, ended: Ended) -> None:
    """P8, over a kill: whoever finds a result under its name cannot know whether that name was flushed."""
    calls = [(one.name, one.where, one.content[:12]) for one in ended.calls]
    deletes = [at for at, one in enumerate(calls) if one[2] == "DELETE /api/"]
    flushes = [at for at, one in enumerate(calls) if one[:2] == ("fsync", str(order.target))]
    assert not deletes or any(at < deletes[0] for at in flushes)
