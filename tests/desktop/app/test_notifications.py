from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.app.notifications import BatchNotifications, Notice, is_told, notice
from signdesk.desktop.batches.card_texts import needs_person
from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.domain.settings import Notify
from tests.desktop.values import ALL_STATES, HOSTILE, PRACTICE, batch, with_outcomes

_S = BatchState
DONE = batch(_S.DONE, "A.pdf", "B.pdf", outcome=Outcome.SEALED)
PARTLY = with_outcomes(
    batch(_S.PARTLY_DONE, "Dismissal.pdf", "B.pdf", outcome=Outcome.SEALED), Outcome.SEALED, Outcome.MISSING
)
NEEDS = batch(_S.NEEDS_YOU, reason=Reason.UNCLEAR)
SIGN_IN = batch(_S.WAITING, reason=Reason.SIGN_IN)
STOPPED = batch(_S.STOPPED)
NOT_WATCHED = batch(_S.WAITING, reason=Reason.STOPPED_WAITING)


class Board:
    """What is shown, and whether somebody looks."""

    def __init__(self, *, together_ms: int = 0, apart_ms: int = 0) -> None:
        self.batches: dict[str, Batch] = {}
        self.running: set[str] = set()
        self.is_looked_at = False
        self.heard: list[Notice] = []
        self.notifying = BatchNotifications(
            batch=self.batches.get,
            is_running=lambda one: one in self.running,
            is_looked_at=lambda: self.is_looked_at,
            deliver=self.heard.append,
            together_ms=together_ms,
            apart_ms=apart_ms,
        )

    def end(self, batches: Iterable[Batch]) -> None:
        for one in batches:
            self.batches[one.id] = one
            self.notifying.ended(one.id)

    def count(self) -> int:
        return sum(one.count for one in self.heard)


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Board], None]:
    """Waits until everything that has ended was told, or was found not worth it."""

    def wait(board: Board) -> None:
        qtbot.waitUntil(lambda: not board.notifying.has_more, timeout=30_000)

    return wait


@pytest.mark.parametrize(
    ("ended", "told_at"),
    [
        (DONE, {Notify.ALL}),
        (PARTLY, {Notify.ALL, Notify.PROBLEMS}),
        (NEEDS, {Notify.ALL, Notify.PROBLEMS}),
        (SIGN_IN, {Notify.ALL, Notify.PROBLEMS}),
        (STOPPED, set()),
        (NOT_WATCHED, set()),
    ],
)
def test_the_level_decides(ended: Batch, told_at: set[Notify]) -> None:
    assert {level for level in Notify if is_told(ended, level)} == told_at


@pytest.mark.parametrize("state", ALL_STATES)
def test_only_an_end_or_the_need_of_a_person_is_an_outcome(state: BatchState) -> None:
    made = batch(state)
    is_outcome = needs_person(made) or state in (_S.DONE, _S.PARTLY_DONE)
    assert is_told(made, Notify.ALL) is is_outcome


@pytest.mark.parametrize(
    ("ended", "title", "text"),
    [
        (DONE, "Company seal", "2 of 2 sealed and checked"),
        (PARTLY, "Company seal", "1 of 2 sealed and checked"),
        (NEEDS, "Company seal", "Needs you · 2 documents"),
        (SIGN_IN, "Company seal", "Needs you · 2 documents"),
        (batch(_S.WAITING, reason=Reason.SERVER), "Company seal", "Server trouble · 2 documents"),
        (batch(_S.DONE, server=PRACTICE), "Practice: Company seal", "0 of 2 sealed"),
    ],
)
def test_one_outcome_is_told_as_its_card_tells_it(ended: Batch, title: str, text: str) -> None:
    told = notice([ended])
    assert (told.title, told.text, told.batch_id, told.count) == (title, text, "b1", 1)


@pytest.mark.parametrize(
    ("ended", "title"),
    [
        ([DONE, DONE, DONE, NEEDS], "3 batches finished, 1 needs you"),
        ([DONE, NEEDS, SIGN_IN], "1 batch finished, 2 need you"),
        ([DONE, DONE], "2 batches finished"),
        ([NEEDS, SIGN_IN], "2 batches need you"),
    ],
)
def test_several_are_told_together(ended: list[Batch], title: str) -> None:
    told = notice(ended)
    assert (told.title, told.text, told.count) == (title, "Open SignDesk to see them.", len(ended))


def test_several_together_tell_what_is_not_complete() -> None:
    assert notice([DONE, PARTLY]).text == "1 of them is not complete. Open SignDesk to see it."
    assert notice([PARTLY, PARTLY]).text == "2 of them are not complete. Open SignDesk to see them."


def test_a_click_leads_to_what_needs_a_person() -> None:
    ended = [DONE.replace(id="a"), NEEDS.replace(id="b"), DONE.replace(id="c")]
    assert notice(ended).batch_id == "b"
    assert notice([DONE.replace(id="a"), DONE.replace(id="c")]).batch_id == "c"


@pytest.mark.parametrize("state", ALL_STATES)
def test_no_document_is_named(state: BatchState) -> None:
    made = batch(state, HOSTILE, "Dismissal of Ms Nowak.pdf", message="“Dismissal of Ms Nowak.pdf” is gone.")
    for told in (notice([made]), notice([made, made])):
        assert "Nowak" not in told.title + told.text
        assert "img" not in told.title + told.text


def test_two_hundred_at_once_are_one_notification(settled: Callable[[Board], None]) -> None:
    board = Board()
    ends = [DONE, PARTLY, NEEDS, SIGN_IN]
    board.end(ends[number % 4].replace(id=f"b{number}") for number in range(200))
    settled(board)
    assert [one.count for one in board.heard] == [200]
    assert board.heard[0].title == "100 batches finished, 100 need you"


def test_every_outcome_is_told_once_however_they_come(settled: Callable[[Board], None]) -> None:
    board = Board()
    for number in range(50):
        board.end([DONE.replace(id=f"b{number}")])
        if number % 7 == 0:
            settled(board)
    settled(board)
    assert board.count() == 50


def test_what_ends_after_a_notification_waits_for_the_next_one(qtbot: QtBot) -> None:
    board = Board(apart_ms=3_600_000)
    board.end([DONE])
    qtbot.waitUntil(lambda: len(board.heard) == 1, timeout=30_000)
    board.end(DONE.replace(id=f"c{number}") for number in range(9))
    QApplication.processEvents()  # whatever is due without a pause
    QApplication.processEvents()
    assert (len(board.heard), board.notifying.has_more) == (1, True)
    board.notifying.pause_over()
    qtbot.waitUntil(lambda: len(board.heard) == 2, timeout=30_000)
    assert [one.count for one in board.heard] == [1, 9]


def test_a_second_outcome_of_the_same_batch_is_told_again(settled: Callable[[Board], None]) -> None:
    board = Board()
    board.end([NEEDS])
    settled(board)
    board.end([DONE])
    settled(board)
    assert [one.text for one in board.heard] == ["Needs you · 2 documents", "2 of 2 sealed and checked"]


def test_a_job_that_began_anew_at_once_has_no_outcome(settled: Callable[[Board], None]) -> None:
    board = Board()
    board.running.add(SIGN_IN.id)
    board.end([SIGN_IN])
    settled(board)
    assert board.heard == []


def test_what_is_looked_at_or_gone_is_not_told(settled: Callable[[Board], None]) -> None:
    board = Board()
    board.is_looked_at = True
    board.end([DONE, NEEDS.replace(id="b2")])
    settled(board)
    board.is_looked_at = False
    board.end([DONE])
    del board.batches[DONE.id]
    settled(board)
    assert board.heard == []
