"""Many batches that wait for the server: what a second, and what a look without news, costs the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.board import Board
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Batch, BatchState, Progress
from signdesk.jobs.batch_store import BatchChange, BatchStore
from tests.desktop.conftest import let_close
from tests.desktop.values import NOW, SERVER, batch

MANY = 26  # more than are made at once, more than the window shows
HEARD_AT = NOW - timedelta(seconds=12)


class Clock:
    """The present time, as the window sees it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Events(QObject):
    """Counts what Qt delivers to the whole window."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self._kind = kind
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        self.count += event.type() == self._kind
        return False


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def board(qtbot: QtBot, app: QApplication, clock: Clock) -> Board:
    made = MainWindow(BatchStore(), now=clock, home=Path("/home/anna"))
    qtbot.addWidget(made, before_close_func=let_close)
    made.set_server(SERVER)
    made.resize(1180, 760)
    made.show()
    for number in range(MANY):
        made.board.store.set_running(name(number), True)
    made.board.store.put_all(waiting(number) for number in range(MANY))
    made.board.reveal(name(MANY - 1))  # every batch has its place
    made.board.reveal(name(0))
    qtbot.waitUntil(lambda: len(in_sight(made.board)) > 1)
    settle()
    assert len(made.board.shown_ids()) == MANY
    return made.board


@pytest.fixture
def counted(app: QApplication) -> Iterator[Callable[[QEvent.Type], Events]]:
    filters: list[Events] = []

    def made(kind: QEvent.Type) -> Events:
        filters.append(Events(kind))
        app.installEventFilter(filters[-1])
        return filters[-1]

    yield made
    for one in filters:
        app.removeEventFilter(one)


def settle() -> None:
    """Until Qt has laid out and painted what there is."""
    for _ in range(20):
        QApplication.processEvents()


def name(number: int) -> str:
    return f"b{number:03}"


def waiting(number: int, heard_at: datetime = HEARD_AT) -> Batch:
    made = batch(BatchState.SEALING, minutes=number, heard_at=heard_at, progress=Progress(0, 2))
    return made.replace(id=name(number))


def in_sight(board: Board) -> list[BatchCard]:
    return [card for card in board.shown_cards() if not card.visibleRegion().isEmpty()]


def told(card: BatchCard) -> str:
    """What the card says of the server, as a screen reader gets it too."""
    return next(text for one in card.findChildren(Label) if "Heard" in (text := one.text()))


def pass_seconds(board: Board, clock: Clock, seconds: int) -> None:
    clock.now += timedelta(seconds=seconds)
    ticker = board.findChild(QTimer)
    assert ticker is not None
    assert ticker.isActive()
    ticker.timeout.emit()  # as Qt would, without waiting


def test_a_second_changes_the_cards_there_are(board: Board, clock: Clock) -> None:
    before = {card: told(card) for card in board.shown_cards()}
    assert set(in_sight(board)) <= set(before)
    assert len(before) < MANY
    pass_seconds(board, clock, 1)
    assert {card for card, text in before.items() if told(card) != text} == set(before)


def test_a_card_that_is_made_later_tells_the_time_right(board: Board, clock: Clock) -> None:
    pass_seconds(board, clock, 3600)
    for number in range(MANY):
        board.reveal(name(number))
        settle()
        card = board.card(name(number))
        assert card is not None
        assert told(card) == "Heard from the server 1 h ago"


def test_what_is_scrolled_into_sight_is_up_to_date(board: Board, clock: Clock) -> None:
    pass_seconds(board, clock, 3600)
    board.reveal(name(MANY // 2))
    assert {told(card) for card in in_sight(board)} == {"Heard from the server 1 h ago"}


def test_a_second_lays_nothing_out_anew(
    board: Board, clock: Clock, counted: Callable[[QEvent.Type], Events]
) -> None:
    pass_seconds(board, clock, 1)
    settle()
    laid_out = counted(QEvent.Type.LayoutRequest)
    for _ in range(5):
        pass_seconds(board, clock, 1)
        settle()
    assert told(in_sight(board)[0]) == "Heard from the server 18 s ago"
    assert laid_out.count == 0


def test_a_longer_or_shorter_text_gets_the_room_it_needs(board: Board, clock: Clock) -> None:
    card = in_sight(board)[0]
    line = next(one for one in card.findChildren(Label) if "Heard" in one.text())
    widths = []
    for seconds in (1, 24 * 3600 * 1000, -24 * 3600 * 1000 - 30):
        pass_seconds(board, clock, seconds)
        settle()
        needed_px = line.fontMetrics().horizontalAdvance(line.text())
        assert needed_px <= line.width() < needed_px + 20
        widths.append(line.width())
    assert widths[0] < widths[1] > widths[2]


@pytest.mark.parametrize("number", [0, MANY - 1])
def test_a_look_without_news_draws_nothing(
    board: Board, clock: Clock, counted: Callable[[QEvent.Type], Events], number: int
) -> None:
    """In sight or not: the next second says when the server was heard."""
    settle()
    changes: list[BatchChange] = []
    board.store.subscribe(changes.extend)
    painted, laid_out = counted(QEvent.Type.Paint), counted(QEvent.Type.LayoutRequest)
    board.store.put(waiting(number, heard_at=NOW))
    settle()
    now = board.store.get(name(number))
    assert now is not None
    assert now.heard_at == NOW
    assert ([one.is_heard_only for one in changes], painted.count, laid_out.count) == ([True], 0, 0)
    board.reveal(name(number))
    pass_seconds(board, clock, 2)
    card = board.card(name(number))
    assert card is not None
    assert told(card) == "Heard from the server 2 s ago"


def test_a_look_with_news_is_drawn_at_once(board: Board) -> None:
    board.store.put(waiting(0, heard_at=NOW).replace(progress=Progress(1, 2)))
    card = board.card(name(0))
    assert card is not None
    assert card.batch.heard_at == NOW
    assert any("1 of 2" in one.text() for one in card.findChildren(Label))
    assert told(card) == "Heard from the server just now"
