"""The whole window by keyboard: in reading order, round its regions, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import BatchState
from tests.desktop import hands
from tests.desktop.states import STATES, controls, listed, place, said, settle, start, worked
from tests.desktop.values import batch, document, list_documents

SHIFT = Qt.KeyboardModifier.ShiftModifier


def regions(window: MainWindow) -> tuple[QWidget, ...]:
    """From top to bottom, from left to right."""
    panes = (window.start_page, window.intake, window.beside)
    return (window.practice_banner, window.header, window.banner, *panes)


def region_of(window: MainWindow, control: QWidget) -> int:
    return next(number for number, one in enumerate(regions(window)) if one.isAncestorOf(control))


def round_trip(window: MainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What gets the keyboard, one after the other, until it is where it began."""
    reached: list[QWidget] = []
    while (focus := window.focusWidget()) not in reached:
        assert focus is not None
        reached.append(focus)
        hands.press(focus, key)
    assert focus is reached[0]
    return reached


def reads_on(above: QRect, below: QRect) -> bool:
    """Whether somebody who reads comes to `below` later: it is further down, or further right in one line."""
    same_line = min(above.bottom(), below.bottom()) - max(above.top(), below.top()) > 0
    return below.left() > above.left() if same_line else below.top() > above.top()


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_in_reading_order(
    window: MainWindow, state: Callable[[MainWindow], None]
) -> None:
    state(window)
    settle()
    reached = round_trip(window)
    wanted = {one for one in controls(window) if not is_unchosen(one)}
    assert {str(one) for one in wanted ^ set(reached)} == set()
    first = min(reached, key=lambda one: (region_of(window, one), reached.index(one)))
    begin = reached.index(first)
    ordered = [*reached[begin:], *reached[:begin]]
    told = [(region_of(window, one), place(one, window), one) for one in ordered]
    for (region, rect, one), (next_region, next_rect, next_one) in pairwise(told):
        assert region <= next_region
        if region == next_region and not one.isAncestorOf(next_one):
            assert reads_on(rect, next_rect), f"{said(one)} before {said(next_one)}"


def is_unchosen(one: QWidget) -> bool:
    """Of a group that is one choice, Tab reaches the chosen one, and arrows the others."""
    group = one.group() if isinstance(one, QPushButton) else None
    return group is not None and not one.isChecked()  # type: ignore[attr-defined]


@pytest.mark.parametrize("state", STATES)
def test_shift_tab_goes_the_same_way_back(window: MainWindow, state: Callable[[MainWindow], None]) -> None:
    state(window)
    settle()
    there = round_trip(window)
    back = round_trip(window, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_f6_goes_round_the_regions_both_ways(window: MainWindow, modifier: Qt.KeyboardModifier) -> None:
    listed(window)
    window.board.store.put(batch())
    for begin in (window.header.settings_button, window.intake.list):
        begin.setFocus()
        visited = []
        for _ in range(4):
            hands.press(window, Qt.Key.Key_F6, modifier)
            visited.append(window.focusWidget())
        card = window.board.card("b1")
        assert visited == [card, window.intake.list] * 2


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_f6_on_the_start_page_goes_to_its_first_field(
    window: MainWindow, modifier: Qt.KeyboardModifier
) -> None:
    start(window)
    window.start_page.practice_button.setFocus()
    hands.press(window, Qt.Key.Key_F6, modifier)
    assert window.focusWidget() is window.start_page.form.address.line


GOING = ("Hide this note", "Hide this message", "Look again", "Remove what will not be sent from the list")


@pytest.mark.parametrize("words", [*GOING, "Show which", "Seal 2 documents"])
def test_the_keyboard_is_somewhere_after_a_button_has_gone(window: MainWindow, words: str) -> None:
    worked(window)
    settle()
    window.intake.seal_requested.connect(window.intake.model.clear)
    (pressed,) = [one for one in controls(window) if said(one) == words]
    pressed.setFocus()
    hands.press(pressed, Qt.Key.Key_Space)
    settle()
    focus = window.focusWidget()
    assert focus in controls(window)
    assert region_of(window, focus) >= region_of(window, pressed)


def test_the_keyboard_is_somewhere_after_its_card_has_gone(window: MainWindow) -> None:
    window.board.store.put(batch(BatchState.WAITING))
    card = window.board.card("b1")
    assert card is not None
    card.footer.tab_chain()[0].setFocus()
    window.board.store.remove(["b1"])
    settle()
    assert window.focusWidget() in controls(window)


def test_the_keyboard_waits_in_the_list_for_somebody_who_works_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    settle()
    assert not window.isActiveWindow()
    assert window.focusWidget() in controls(window.intake)
    list_documents(window.intake.model, [document("A.pdf"), document("B.pdf")])
    assert window.focusWidget() is window.intake.list
    window.intake.model.clear()
    focus = window.focusWidget()
    assert focus is not None
    assert said(focus) == "Add files…"
