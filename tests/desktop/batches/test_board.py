from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.board import PORTION, Board
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.lazy_column import FEWEST_CARDS
from signdesk.desktop.batches.order import Filter
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import SearchLine
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Batch, BatchState, Outcome, Progress, Reason
from tests.desktop import hands
from tests.desktop.values import NOW, VALIDATE, batch


@pytest.fixture
def board(window: MainWindow) -> Board:
    return window.board


def named(batch_id: str, state: BatchState, minutes: int, *names: str, **facts: Any) -> Batch:
    done = state in (BatchState.DONE, BatchState.PARTLY_DONE)
    outcome = Outcome.SEALED if done else Outcome.PENDING
    return replace(batch(state, *names, outcome=outcome, minutes=minutes, **facts), id=batch_id)


def fill(board: Board) -> None:
    board.store.put(named("old", BatchState.DONE, 60, "Lease.pdf"))
    board.store.put(named("new", BatchState.DONE, 1, "Offer.pdf", server_id="88123"))
    board.store.put(named("busy", BatchState.SEALING, 30, process=VALIDATE))
    board.store.put(named("stuck", BatchState.NEEDS_YOU, 90, reason=Reason.UNCLEAR))


MOST_CARDS = 3 * FEWEST_CARDS  # in a window of the tests' height


def shown(board: Board) -> list[str]:
    return list(board.shown_ids())


def on_screen(board: Board) -> list[str]:
    """By the pixels: from top to bottom."""
    board.window().repaint()
    cards = sorted(board.shown_cards(), key=lambda card: card.mapTo(board, card.rect().topLeft()).y())
    return [card.batch.id for card in cards]


def test_needs_you_then_active_then_the_newest(board: Board, qtbot: QtBot) -> None:
    fill(board)
    qtbot.wait(1)
    assert on_screen(board) == ["stuck", "busy", "new", "old"]


def test_a_new_value_draws_on_the_same_card_and_keeps_the_order(board: Board) -> None:
    fill(board)
    cards = [board.card(one) for one in shown(board)]
    board.store.put(named("busy", BatchState.SEALING, 30, process=VALIDATE, progress=Progress(1, 2)))
    assert [board.card(one) for one in shown(board)] == cards


def test_a_batch_that_ends_moves_down_without_losing_the_focus(board: Board) -> None:
    fill(board)
    card = board.card("busy")
    assert card is not None
    card.setFocus()
    board.store.put(named("busy", BatchState.DONE, 30))
    assert shown(board) == ["stuck", "new", "busy", "old"]
    assert board.focusWidget() is card


def test_filters_count_and_choose(board: Board, qtbot: QtBot) -> None:
    fill(board)
    board.store.put(named("kept", BatchState.STOPPED, 5))
    assert [chip.text() for chip in board.filters.values()] == ["All 5", "Active 1", "Needs you 1", "Done 2"]
    for chosen, ids in (
        (Filter.ACTIVE, ["busy"]),
        (Filter.NEEDS_YOU, ["stuck"]),
        (Filter.DONE, ["new", "old"]),
        (Filter.ALL, ["stuck", "busy", "new", "kept", "old"]),
    ):
        hands.click(board.filters[chosen])
        assert shown(board) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("lease", ["old"]),
        ("LOOK AT", ["busy"]),
        ("88123", ["new"]),
        ("stuck", ["stuck"]),
        ("no such", []),
        ("  ", ["stuck", "busy", "new", "old"]),
    ],
)
def test_search_finds_file_names_processes_and_numbers(board: Board, text: str, ids: list[str]) -> None:
    fill(board)
    board.search.setText(text)
    assert shown(board) == ids


def test_the_search_keeps_the_keyboard_while_one_types(window: MainWindow) -> None:
    """Also where the card that had it last is given up, since it is long out of sight."""
    board, names = window.board, ["x", "qx", "qrx", "qrtx"]
    board.store.put_all(
        named(f"d{n:03}", BatchState.DONE, n, f"{names[n // PORTION]}.pdf") for n in range(4 * PORTION)
    )
    board.focus_first()
    hands.press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for letter in "qrtx":
        focus = window.focusWidget()
        assert focus is not None
        hands.write(focus, letter)
    assert window.focusWidget() is board.search
    assert board.search.text() == "qrtx"


def test_documents_that_come_and_go_leave_the_keyboard_in_the_search(window: MainWindow) -> None:
    fill(window.board)
    window.intake.focus_first()
    window.board.search.setFocus()
    window.intake.model.add_checking([Path("/in/A.pdf")])
    assert window.focusWidget() is window.board.search
    window.intake.model.give_up([Path("/in/A.pdf")])
    assert window.focusWidget() is window.board.search


def test_an_empty_board_says_what_will_be_here(board: Board) -> None:
    words = [one.text() for one in board.findChildren(Label) if one.isVisible()]
    assert "What you seal appears here, with its progress and its result." in words
    assert not board.search.isVisible()
    fill(board)
    board.search.setText("no such")
    words = [one.text() for one in board.findChildren(Label) if one.isVisible()]
    assert "No batch fits the search or the filter." in words


def test_a_removed_batch_is_gone_and_the_focus_goes_on(board: Board) -> None:
    fill(board)
    card = board.card("new")
    assert card is not None
    card.setFocus()
    board.store.remove(["new"])
    board.store.remove(["new"])
    assert shown(board) == ["stuck", "busy", "old"]
    assert board.store.get("new") is None
    assert board.focusWidget() is board.card("old")


def test_a_wish_of_a_card_is_the_boards_wish(board: Board, qtbot: QtBot) -> None:
    fill(board)
    card = board.card("busy")
    assert card is not None
    stop = card.footer.button("stop_waiting")
    assert stop is not None
    with qtbot.waitSignal(board.verb_requested, timeout=1000) as heard:
        stop.click()
    assert heard.args == ["busy", "stop_waiting"]


def test_up_and_down_go_from_card_to_card(board: Board, qtbot: QtBot) -> None:
    fill(board)
    board.focus_first()
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        focus = board.focusWidget()
        assert focus is not None
        hands.press(focus, key)
        walked.append(board.focusWidget())
    ids = ["busy", "new", "busy", "stuck", "stuck"]
    assert walked == [board.card(one) for one in ids]


def test_revealing_a_batch_gets_past_filter_and_search(board: Board) -> None:
    fill(board)
    board.choose_filter(Filter.NEEDS_YOU)
    board.search.setText("stuck")
    board.reveal("old")
    assert "old" in shown(board)


def test_the_clock_runs_only_while_something_is_heard_of(board: Board) -> None:
    ticker = board._ticker
    assert not ticker.isActive()
    board.store.put(named("busy", BatchState.SEALING, 1, heard_at=NOW))
    assert ticker.isActive()
    board.store.put(named("busy", BatchState.DONE, 1, heard_at=NOW))
    assert not ticker.isActive()


def card_of(board: Board, focus: QWidget | None) -> str:
    """The id of the card in which the keyboard is, or ""."""
    if focus is None:
        return ""
    return next((one.batch.id for one in board.shown_cards() if focus is one or one.isAncestorOf(focus)), "")


def test_tab_goes_through_the_cards_from_top_to_bottom(board: Board) -> None:
    fill(board)
    board.search.setFocus()
    visited: list[str] = []
    for _ in range(40):
        board.window().focusNextChild()
        found = card_of(board, board.focusWidget())
        if not found:
            break
        visited += [found] if visited[-1:] != [found] else []
    assert visited == ["stuck", "busy", "new", "old"]


def waiting(batch_id: str, **facts: Any) -> Batch:
    return named(batch_id, BatchState.WAITING, 5, reason=Reason.SERVER, **facts)


def test_what_waits_by_itself_is_active_and_what_waits_for_somebody_needs_somebody(board: Board) -> None:
    board.store.set_running("away", True)
    board.store.put(waiting("away"))
    board.store.put(waiting("given-up"))
    board.store.put(named("left", BatchState.WAITING, 9, reason=Reason.STOPPED_WAITING))
    assert [chip.text() for chip in board.filters.values()] == ["All 3", "Active 1", "Needs you 2", "Done 0"]
    board.choose_filter(Filter.ACTIVE)
    assert shown(board) == ["away"]
    board.store.set_running("away", False)
    assert shown(board) == []
    assert board.filters[Filter.NEEDS_YOU].text() == "Needs you 3"


def calls_of_our_own(work: Callable[[], object]) -> int:
    """Functions of SignDesk that ran, a measure of work that no busy machine distorts."""
    count = 0

    def look(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call" and "signdesk" in frame.f_code.co_filename

    sys.setprofile(look)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_news_about_one_batch_costs_the_same_on_a_long_board(board: Board, qtbot: QtBot) -> None:
    def news(done: int) -> int:
        made = named("live", BatchState.SEALING, 1, progress=Progress(done, 9))
        return calls_of_our_own(lambda: board.store.put(made))

    board.store.put(named("live", BatchState.SEALING, 1, progress=Progress(0, 9)))
    board.store.put_all(named(f"d{n}", BatchState.DONE, n) for n in range(2, 5))
    board.window().hide()  # painting is the same for one card, whenever it comes
    news(1)
    few = news(2)
    board.store.put_all(named(f"d{n}", BatchState.DONE, n) for n in range(5, 80))
    news(3)
    assert news(4) == few


def old_ones(count: int) -> list[Batch]:
    return [named(f"d{n:04}", BatchState.DONE, n, f"Letter {n}.pdf") for n in range(1, count + 1)]


def widgets(board: Board) -> int:
    return len(board.findChildren(BatchCard))


def test_of_two_thousand_only_those_in_sight_have_a_card(board: Board, qtbot: QtBot) -> None:
    board.store.put_all([*old_ones(2000), named("busy", BatchState.SEALING, 9000)])
    assert board.filters[Filter.ALL].text() == "All 2001"
    assert shown(board)[:2] == ["busy", "d0001"]
    assert FEWEST_CARDS <= widgets(board) <= MOST_CARDS
    for chosen in (Filter.DONE, Filter.ACTIVE, Filter.ALL, Filter.DONE):
        board.choose_filter(chosen)
    board.search.setText("letter 19")
    assert shown(board)[:2] == ["d0019", "d0190"]
    board.search.setText("letter 2000")
    assert shown(board) == ["d2000"]
    qtbot.wait(1)  # cards that were given up go now
    assert widgets(board) <= MOST_CARDS


def test_scrolling_to_the_end_brings_more(board: Board, qtbot: QtBot) -> None:
    board.store.put_all(old_ones(50))
    bar = board._column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert len(shown(board)) == 2 * PORTION
    qtbot.waitUntil(lambda: bar.maximum() > bar.value())
    bar.setValue(bar.maximum())
    assert len(shown(board)) == 50
    assert not board._column.more.isVisible()


def test_the_last_batch_is_reached_by_the_end_key(board: Board) -> None:
    board.store.put_all(old_ones(45))
    board.focus_first()
    for _ in range(3):
        focus = board.focusWidget()
        assert focus is not None
        hands.press(focus, Qt.Key.Key_End)
    assert board.focusWidget() is board.card("d0045")


def test_the_link_to_more_puts_the_focus_on_the_first_of_them(board: Board) -> None:
    board.store.put_all(old_ones(30))
    more = board._column.more
    assert more.text() == "10 more batches"
    hands.press(more, Qt.Key.Key_Space)
    assert board.focusWidget() is board.card(shown(board)[PORTION])
    assert len(shown(board)) == 30


def test_a_batch_far_below_is_revealed(board: Board) -> None:
    board.store.put_all(old_ones(300))
    assert board.card("d0250") is None
    board.reveal("d0250")
    assert board.card("d0250") in board.shown_cards()


def test_news_of_a_batch_out_of_sight_is_kept_and_counted(board: Board) -> None:
    board.store.put_all([named(f"a{n}", BatchState.SEALING, n) for n in range(40)])
    assert board.card("a39") is None
    board.store.put(named("a39", BatchState.DONE, 39))
    assert [board.filters[one].text() for one in (Filter.ACTIVE, Filter.DONE)] == ["Active 39", "Done 1"]
    changed = board.store.get("a39")
    assert changed is not None
    assert changed.state is BatchState.DONE
    board.store.put(named("a38", BatchState.NEEDS_YOU, 38, reason=Reason.UNCLEAR))
    assert shown(board)[0] == "a38"


def test_a_batch_out_of_sight_is_spoken_of(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    board.store.put_all([named(f"a{n}", BatchState.SEALING, n) for n in range(40)])
    board.store.put(named("a39", BatchState.DONE, 39))
    assert said == ["Company seal, “A.pdf” and 1 more: 2 of 2 sealed and checked"]


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST])
def test_the_cross_that_clears_the_search_can_be_seen(
    qtbot: QtBot, app: QApplication, scheme: theme.Scheme
) -> None:
    """Also after the colours have changed while it was there."""
    line = SearchLine()
    qtbot.addWidget(line)
    line.setText("Lease")
    line.show()
    theme.apply(app, scheme)
    QApplication.processEvents()
    cross = line.findChildren(QToolButton)[0]
    shown = cross.icon().pixmap(64, 64).toImage()
    colours = {
        shown.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if shown.pixelColor(x, y).alpha() == 255
    }
    ground = theme.colours().surface
    theme.apply(app, theme.Scheme.LIGHT)
    assert colours
    assert min(theme.contrast(one, ground) for one in colours) >= 3


def test_a_card_says_which_batch_it_follows_and_leads_there(board: Board) -> None:
    first = named("first", BatchState.PARTLY_DONE, 300)
    board.store.put_all([first, *old_ones(25), named("second", BatchState.DONE, 0, follows="first")])
    assert board.card("first") is None
    second = board.card("second")
    assert second is not None
    assert second.leader_link.text().startswith("Follows batch “Company seal”, ")
    assert "Follows batch “Company seal”" in second.accessibleDescription()
    second.setFocus()
    hands.press(second, Qt.Key.Key_Tab)
    assert board.focusWidget() is second.leader_link
    hands.press(second.leader_link, Qt.Key.Key_Space)
    assert board.focusWidget() is board.card("first")
    board.store.put(replace(first, name="Leases"))
    board.reveal("second")
    second = board.card("second")
    assert second is not None
    assert second.leader_link.text().startswith("Follows batch “Leases”, ")
    board.store.remove(["first"])
    assert second.leader_link.text() == "Follows a batch that is no longer in this list"
    assert not second.leader_link.isEnabled()
    others = [one for one in board.shown_cards() if one is not second]
    assert not any(one.leader_link.isVisible() for one in others)
