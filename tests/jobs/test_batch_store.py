"""The one list of batches: what listeners hear, and what the list answers."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.batches import BatchState
from signdesk.jobs import batch_store
from signdesk.jobs.batch_store import BatchChange, BatchStore
from tests.desktop.values import NOW, batch

_S = BatchState


class Heard:
    """A listener that remembers, and draws its own list from what it hears."""

    def __init__(self, store: BatchStore) -> None:
        self.changes: list[BatchChange] = []
        self.stop = store.subscribe(self)

    def __call__(self, changes: Sequence[BatchChange]) -> None:
        self.changes.extend(changes)

    def ids(self) -> set[str]:
        """Of the batches that are in the list, as far as this listener can tell."""
        there: set[str] = set()
        for one in self.changes:
            (there.add if one.batch is not None else there.discard)(one.batch_id)
        return there


def do(store: BatchStore, step: str, batch_id: str, number: int) -> None:
    """One thing that happens to the list."""
    steps: dict[str, Callable[[], None]] = {
        "put": lambda: store.put(batch(id=batch_id, minutes=number)),
        "remove": lambda: store.remove([batch_id]),
        "rename": lambda: store.rename(batch_id, f"name {number}"),
        "run": lambda: store.set_running(batch_id, True),
        "end": lambda: store.set_running(batch_id, False),
    }
    steps[step]()


STEPS = st.tuples(st.sampled_from(["put", "remove", "run", "end", "rename"]), st.sampled_from("abc"))


@given(st.lists(STEPS, max_size=30))
def test_every_listener_hears_the_same_and_can_follow_the_list(steps: list[tuple[str, str]]) -> None:
    store = BatchStore()
    first = Heard(store)

    def meddle(changes: Sequence[BatchChange]) -> None:
        for one in changes:
            if one.batch is not None and one.before is None:
                store.set_running(one.batch_id, True)  # while the others still have to hear of it

    store.subscribe(meddle)
    last = Heard(store)
    for number, (step, batch_id) in enumerate(steps):
        do(store, step, batch_id, number)
    assert first.changes == last.changes
    assert {one.id for one in store.batches()} == first.ids()
    told: dict[str, BatchChange] = {}
    for one in first.changes:
        if one.batch_id in told:
            before = told[one.batch_id]
            assert (one.before, one.was_running) == (before.batch, before.is_running)
        told[one.batch_id] = one


def test_the_newest_comes_first_and_followers_in_their_order() -> None:
    store = BatchStore()
    store.put_all([batch(id="old", minutes=9), batch(id="new", minutes=1), batch(id="mid", minutes=5)])
    store.put_all([batch(id="x", minutes=3, follows="old"), batch(id="y", minutes=4, follows="old")])
    assert [one.id for one in store.batches()] == ["new", "x", "y", "mid", "old"]
    assert [one.id for one in store.followers("old")] == ["y", "x"]
    store.remove(["x", "never there"])
    assert [one.id for one in store.followers("old")] == ["y"]
    assert len(store) == 4


def test_many_at_once_are_told_at_once() -> None:
    store, told = BatchStore(), list[int]()
    store.subscribe(lambda changes: told.append(len(changes)))
    store.put_all(batch(id=f"b{number}") for number in range(2000))
    store.put_all([])
    assert told == [2000]


def test_the_last_value_of_what_has_left_is_the_one_that_is_known() -> None:
    store, made = BatchStore(), batch()
    assert store.latest(made) is made
    store.put(newer := made.replace(server_id="88"))
    assert store.latest(made) == newer


def test_a_name_goes_over_what_a_job_puts_later() -> None:
    """The job began before it was named, and knows nothing of it."""
    store, made = BatchStore(), batch(_S.SEALING)
    store.put(made)
    store.rename(made.id, "Leases")
    store.put(made.transition(_S.FETCHING))
    shown = store.get(made.id)
    assert shown is not None
    assert (shown.name, shown.state) == ("Leases", _S.FETCHING)


def test_running_is_known_before_the_first_value_and_gone_with_the_batch() -> None:
    store = BatchStore()
    heard = Heard(store)
    store.set_running("b1", True)
    store.put(batch())
    assert [one.id for one in store.running()] == ["b1"]
    store.remove(["b1"])
    assert not store.is_running("b1")
    assert heard.changes[-1] == BatchChange("b1", batch(), None, was_running=True, is_running=False)


def test_news_of_the_time_alone_is_known_as_such() -> None:
    store = BatchStore()
    heard = Heard(store)
    waiting = batch(_S.WAITING, heard_at=NOW)
    store.put(waiting)
    store.put(replace(waiting, heard_at=NOW + timedelta(seconds=1)))
    store.put(replace(waiting, heard_at=NOW + timedelta(seconds=2), server_id="88"))
    store.set_running("b1", True)
    assert [one.is_heard_only for one in heard.changes] == [False, True, False, False]


def test_a_listener_that_fails_keeps_nobody_from_hearing() -> None:
    store = BatchStore()

    def fail(_changes: Sequence[BatchChange]) -> None:
        raise RuntimeError("cannot be drawn")

    store.subscribe(fail)
    heard = Heard(store)
    with pytest.raises(RuntimeError, match="cannot be drawn"):
        store.put(batch())
    assert heard.ids() == {"b1"}
    assert store.get("b1") is not None


def test_who_has_stopped_listening_hears_nothing_more() -> None:
    store = BatchStore()
    later: list[Heard] = []
    store.subscribe(lambda _changes: later[0].stop() if store.get("c") else None)
    later.append(Heard(store))
    store.put(batch(id="a"))
    store.put(batch(id="c"))
    assert later[0].ids() == {"a"}


def test_the_list_needs_no_window() -> None:
    assert "PySide6" not in inspect.getsource(batch_store)
