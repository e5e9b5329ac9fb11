from __future__ import annotations

from signdesk.domain.reports import Status, StatusReading


def test_an_unclear_number_is_neither_started_nor_not_started() -> None:
    """1 under an unknown numbering means "not known"."""
    reading = StatusReading("1", frozenset([Status.UPLOADED, Status.ACCEPTED]))
    assert not reading.not_started
    assert not reading.started


def test_unknown_text_says_nothing() -> None:
    reading = StatusReading("PAUSED", frozenset())
    assert not reading.not_started
    assert not reading.started
    assert not reading.perhaps(Status.CLOSED)


def test_five_may_be_closed_but_is_surely_started() -> None:
    reading = StatusReading("5", frozenset([Status.FINISHING, Status.CLOSED]))
    assert reading.started
    assert reading.perhaps(Status.CLOSED)
    assert not reading.surely(Status.CLOSED)


def test_ready_does_not_mean_finished() -> None:
    assert not StatusReading("READY", frozenset([Status.READY])).perhaps(Status.CLOSED)
