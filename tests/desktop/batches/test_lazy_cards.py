"""Cards that nobody sees are given back, and nobody notices: not the eye, the keyboard, nor the ear."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.board import Board
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.order import Filter
from signdesk.desktop.batches.place import CardPlace
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.domain.batches import Batch, BatchState, Outcome
from tests.desktop import hands
from tests.desktop.values import batch

MANY = 80
MOST_CARDS = 24  # in a window of the tests' height

AGAIN = "Put the documents back again"


@pytest.fixture
def board(window: MainWindow) -> Board:
    made = window.board
    made.store.put_all(done(number) for number in range(MANY))
    settle()
    return made


def settle() -> None:
    """Layouts are done, and what was given back is gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def done(number: int, *, documents: int = 2, **facts: object) -> Batch:
    names = [f"Letter {number}.{place}.pdf" for place in range(documents)]
    made = batch(BatchState.DONE, *names, outcome=Outcome.SEALED, minutes=number + 1)
    return replace(made, id=f"d{number:03}", **facts)  # type: ignore[arg-type]


def bar_of(board: Board) -> QScrollBar:
    return board._column.verticalScrollBar()


def cards(board: Board) -> list[BatchCard]:
    return board.findChildren(BatchCard)


def empty_places(board: Board) -> list[CardPlace]:
    return [one for one in board.findChildren(CardPlace) if one.card is None]


def in_view(board: Board) -> list[CardPlace | BatchCard]:
    """What a person sees, from top to bottom."""
    view = board._column.viewport()
    parts: list[CardPlace | BatchCard] = [*board.findChildren(BatchCard), *empty_places(board)]
    seen = [
        one
        for one in parts
        if one.isVisible() and view.rect().intersects(QRect(one.mapTo(view, QPoint()), one.size()))
    ]
    return sorted(seen, key=lambda one: one.mapTo(view, QPoint()).y())


def scroll_to_the_last(board: Board) -> None:
    bar = bar_of(board)
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep() // 2)
        settle()


def test_whoever_scrolls_sees_cards_only_and_few_are_there(board: Board) -> None:
    bar, seen = bar_of(board), []
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep() // 2)
        settle()
        parts = in_view(board)
        assert [one for one in parts if isinstance(one, CardPlace)] == []
        assert len(cards(board)) <= MOST_CARDS
        seen += [one.batch.id for one in parts if one.batch.id not in seen]
    assert seen[-1] == f"d{MANY - 1:03}"
    assert len(seen) >= MANY - 8  # all but those of the first page, which was left at once
    while bar.value() > 0:
        bar.setValue(bar.value() - bar.pageStep() // 2)
        settle()
        assert [one for one in in_view(board) if isinstance(one, CardPlace)] == []
        assert len(cards(board)) <= MOST_CARDS


def test_what_is_seen_stays_in_its_place_when_cards_above_it_come_back(board: Board) -> None:
    """Also where they are higher than what kept their place: it was never measured, or has grown."""
    board.reveal("d066")
    settle()
    bar, view = bar_of(board), board._column.viewport()
    for _ in range(10):
        bar.setValue(bar.value() - bar.pageStep() // 3)
        top = in_view(board)[-1]
        before_px = top.mapTo(view, QPoint()).y()
        settle()
        assert top.mapTo(view, QPoint()).y() == before_px


def test_what_was_opened_in_a_card_is_open_when_it_comes_back(board: Board) -> None:
    card = board.card("d001")
    assert card is not None
    card.toggle_documents()
    height_px = card.sizeHint().height()
    scroll_to_the_last(board)
    assert board.card("d001") is None
    bar_of(board).setValue(0)
    settle()
    again = board.card("d001")
    assert again is not None
    assert again is not card
    assert again.state().documents_open
    assert again.sizeHint().height() == height_px


@pytest.mark.parametrize("where", ["its card is given back", "another filter", "in sight"])
def test_what_was_put_back_is_known_when_its_card_comes_back(board: Board, where: str) -> None:
    """The button that puts the documents into the list again steps back, whatever is seen by then."""
    stopped = batch(BatchState.STOPPED, "Letter.pdf", minutes=3)
    board.store.put(stopped)
    settle()
    card = board.card(stopped.id)
    assert card is not None
    assert AGAIN not in [verb.text for verb in card.offered_verbs()]
    if where == "its card is given back":
        scroll_to_the_last(board)
        assert board.card(stopped.id) is None
    elif where == "another filter":
        board.choose_filter(Filter.DONE)
        assert stopped.id not in board.shown_ids()
    board.mark_put_back(stopped.id)
    board.choose_filter(Filter.ALL)
    board.reveal(stopped.id)
    again = board.card(stopped.id)
    assert again is not None
    assert AGAIN in [verb.text for verb in again.offered_verbs()]
    assert again is card or where != "in sight"


def test_the_card_with_the_keyboard_stays_and_those_beside_it(board: Board) -> None:
    card = board.card("d002")
    assert card is not None
    card.setFocus()
    scroll_to_the_last(board)
    assert board.focusWidget() is card
    assert board.card("d001") is not None
    hands.press(card, Qt.Key.Key_Down)
    settle()
    assert board.focusWidget() is board.card("d003")
    assert board.card("d003") in in_view(board)


def test_tab_passes_through_every_batch_in_order_and_back(board: Board) -> None:
    board.focus_first()
    visited = walked(board, forwards=True)
    assert visited[:60] == [f"d{number:03}" for number in range(60)]
    back = walked(board, forwards=False)
    assert back[:30] == visited[::-1][:30]


def walked(board: Board, *, forwards: bool) -> list[str]:
    """The batches through which Tab leads, until sixty were visited or the board is left."""
    visited: list[str] = []
    for _ in range(600):
        focus = board.window().focusWidget()
        card: QWidget | None = focus
        while card is not None and not isinstance(card, BatchCard):
            card = card.parentWidget()
        if focus is None or card is None or len(visited) > 60:
            break
        if visited[-1:] != [card.batch.id]:
            visited.append(card.batch.id)
        key, shift = Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
        hands.press(focus, key if forwards else Qt.Key.Key_Backtab, *(() if forwards else (shift,)))
        settle()
    return visited


def test_the_ear_hears_the_same_name_with_and_without_a_card(board: Board) -> None:
    card = board.card("d003")
    assert card is not None
    name = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
    scroll_to_the_last(board)
    (kept,) = [one for one in empty_places(board) if one.batch.id == "d003"]
    assert QAccessible.queryAccessibleInterface(kept).text(QAccessible.Text.Name) == name
    assert kept.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_news_of_a_batch_without_a_card_is_on_its_next_card(board: Board) -> None:
    scroll_to_the_last(board)
    board.store.put(done(4, name="Renamed meanwhile"))
    assert board.card("d004") is None
    board.reveal("d004")
    settle()
    card = board.card("d004")
    assert card is not None
    assert card.accessibleName().startswith("Renamed meanwhile")


def test_a_batch_without_a_card_can_be_removed(board: Board) -> None:
    scroll_to_the_last(board)
    board.store.remove(["d000", "d005"])
    settle()
    assert board.shown_ids()[:2] == ("d001", "d002")
    bar_of(board).setValue(0)
    settle()
    assert [one.batch.id for one in in_view(board)][:4] == ["d001", "d002", "d003", "d004"]
    assert board.shown_ids()[3:5] == ("d004", "d006")


def test_cards_that_were_given_back_are_gone_from_memory(board: Board, qtbot: QtBot) -> None:
    first = [weakref.ref(one) for one in cards(board)]
    scroll_to_the_last(board)
    for chosen in (Filter.NEEDS_YOU, Filter.ALL):
        board.choose_filter(chosen)
    scroll_to_the_last(board)
    gc.collect()
    alive = [one for one in gc.get_objects() if isinstance(one, BatchCard)]
    assert len(alive) <= MOST_CARDS
    assert sum(one() is not None for one in first) <= MOST_CARDS // 2


class Restyled(QObject):
    """Counts how often any widget is told of another style."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def restyled(app: QApplication) -> int:
    """In a change of the colours."""
    counter = Restyled()
    app.installEventFilter(counter)
    try:
        theme.apply(app, theme.Scheme.DARK)
        settle()
    finally:
        app.removeEventFilter(counter)
        theme.apply(app, theme.Scheme.LIGHT)
    return counter.count


def test_other_colours_cost_no_more_after_a_long_sitting(
    board: Board, app: QApplication, window: MainWindow
) -> None:
    few = restyled(app)
    scroll_to_the_last(board)
    assert restyled(app) < 1.5 * few


def test_in_other_colours_everything_seen_is_a_card_and_the_keyboard_stays(
    board: Board, app: QApplication
) -> None:
    card = board.card("d003")
    assert card is not None
    card.setFocus()
    scroll_to_the_last(board)
    theme.apply(app, theme.Scheme.DARK)
    settle()
    try:
        assert [one for one in in_view(board) if isinstance(one, CardPlace)] == []
        assert board.window().focusWidget() is card
        bar_of(board).setValue(bar_of(board).value() - 3 * bar_of(board).pageStep())
        settle()
        assert [one for one in in_view(board) if isinstance(one, CardPlace)] == []
    finally:
        theme.apply(app, theme.Scheme.LIGHT)


def test_the_ear_meets_the_batches_in_their_order(board: Board) -> None:
    scroll_to_the_last(board)
    bar_of(board).setValue(0)
    settle()
    inside = board._column.widget()
    assert inside is not None
    places = [one for one in inside.children() if isinstance(one, CardPlace)]
    assert [one.batch.id for one in places if not one.isHidden()] == list(board.shown_ids())
