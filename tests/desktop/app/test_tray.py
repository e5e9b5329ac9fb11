from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.app.tray import Standing, Tray, TrayIcon
from signdesk.desktop.app.tray_and_notices import TrayAndNotices
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import BatchState, Outcome
from signdesk.domain.settings import Notifications, Notify
from signdesk.platform.sleep_inhibitor import SleepInhibitor
from tests.desktop.values import batch
from tests.support.tray_place import TrayPlace

_S = BatchState


@pytest.fixture
def place() -> TrayPlace:
    return TrayPlace()


@pytest.fixture
def background(window: MainWindow, place: TrayPlace) -> TrayAndNotices:
    made = TrayAndNotices(window, window.board.store, place, SleepInhibitor(), look_ms=0)
    made.apply(Notifications())
    return made


def show(window: MainWindow, batch_id: str, state: BatchState, *, running: bool) -> None:
    window.board.store.set_running(batch_id, running)
    window.board.store.put(batch(state, id=batch_id))


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(), "Nothing is under way"),
        (Standing(1), "1 batch at work"),
        (Standing(2), "2 batches at work"),
        (Standing(0, 1), "1 batch needs you"),
        (Standing(3, 2), "2 batches need you, 3 batches at work"),
    ],
)
def test_the_icon_says_how_things_stand(standing: Standing, words: str) -> None:
    assert standing.words == words


def test_menu_and_icon_follow_the_batches(
    window: MainWindow, background: TrayAndNotices, place: TrayPlace
) -> None:
    assert place.lines() == ["Open SignDesk", "Nothing is under way", "Quit"]
    pictures = [place.picture]
    show(window, "b1", _S.SEALING, running=True)
    show(window, "b2", _S.SENDING, running=True)
    assert place.lines()[1] == "2 batches at work"
    pictures.append(place.picture)
    show(window, "b1", _S.NEEDS_YOU, running=False)
    assert place.lines()[1] == "1 batch needs you, 1 batch at work"
    pictures.append(place.picture)
    assert place.words == "SignDesk: 1 batch needs you, 1 batch at work"
    window.board.store.remove(["b1"])
    show(window, "b2", _S.DONE, running=False)
    assert place.lines()[1] == "Nothing is under way"
    assert place.picture == pictures[0]
    assert len(set(pictures)) == 3


def test_the_three_pictures_differ_without_their_colours(app: QApplication) -> None:
    shapes = set()
    for standing in (Standing(), Standing(1), Standing(0, 1)):
        place = TrayPlace()
        tray = Tray(place, open_window=print, leave=print, told=print)
        tray.set_wanted(True)
        tray.show_standing(standing)
        grey = bytes(255 if value > 230 else 0 for value in place.picture)  # the white strokes alone
        shapes.add(grey)
        tray.set_wanted(False)
    assert len(shapes) == 3


def test_the_setting_takes_the_icon_away_and_brings_it_back(
    background: TrayAndNotices, place: TrayPlace
) -> None:
    background.apply(Notifications(tray=False))
    assert place.lines() == []
    assert not background.can_hide()
    background.apply(Notifications(tray=True, show=Notify.NONE))
    assert place.lines()[0] == "Open SignDesk"
    assert background.can_hide()


def test_a_place_that_comes_late_gets_the_icon(window: MainWindow) -> None:
    place = TrayPlace(is_there=False)
    background = TrayAndNotices(window, window.board.store, place, SleepInhibitor())
    background.apply(Notifications())
    assert place.lines() == []
    assert not background.hide_window()
    assert window.isVisible()
    place.is_there = True
    assert background.hide_window()
    assert place.lines()[0] == "Open SignDesk"
    assert not window.isVisible()
    background.close()


def test_the_window_comes_back_by_a_click_and_by_the_menu(
    window: MainWindow, background: TrayAndNotices, place: TrayPlace
) -> None:
    for back in (place.click, lambda: place.choose("Open SignDesk")):
        assert background.hide_window()
        assert not window.isVisible()
        back()
        assert window.isVisible()


def test_the_window_comes_back_where_the_place_for_icons_goes(
    window: MainWindow, background: TrayAndNotices, place: TrayPlace, qtbot: QtBot
) -> None:
    assert background.hide_window()
    place.is_there = False
    qtbot.waitUntil(window.isVisible, timeout=30_000)


def test_the_window_comes_back_where_the_setting_takes_the_icon(
    window: MainWindow, background: TrayAndNotices
) -> None:
    assert background.hide_window()
    background.apply(Notifications(tray=False))
    assert window.isVisible()


@pytest.mark.usefixtures("background")
def test_quit_in_the_menu_is_a_wish(window: MainWindow, place: TrayPlace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_requested, timeout=1000):
        place.choose("Quit")


def test_a_click_on_a_notice_leads_to_its_batch(
    window: MainWindow, background: TrayAndNotices, place: TrayPlace, qtbot: QtBot
) -> None:
    background.notifying.together_ms = 0
    for number in range(30):
        window.board.store.put(batch(_S.DONE, id=f"old{number}", minutes=number + 1))
    window.board.search.setText("nothing fits this")
    window.hide()
    window.board.store.set_running("b1", True)
    window.board.store.put(batch(_S.DONE, "Secret.pdf", outcome=Outcome.SEALED, id="b1", minutes=90))
    window.board.store.set_running("b1", False)
    qtbot.waitUntil(lambda: bool(place.said), timeout=30_000)
    assert place.said == [("Company seal", "1 of 1 sealed and checked")]
    place.click_on_notice()
    assert window.isVisible()
    card = window.board.card("b1")
    assert card is not None
    assert card in window.board.shown_cards()
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty(), timeout=30_000)


def test_at_the_end_the_icon_is_gone(background: TrayAndNotices, place: TrayPlace, tmp_path: Path) -> None:
    background.close()
    assert place.lines() == []


def test_without_a_place_for_icons_nothing_is_shown_or_said(app: QApplication) -> None:
    """The offscreen platform has none: the real edge, as far as it goes here."""
    tray = Tray(TrayIcon(), open_window=print, leave=print, told=print)
    tray.set_wanted(True)
    assert not tray.is_there()
    assert not tray.say("title", "text")
    tray.set_wanted(False)


def test_several_that_leave_the_list_at_once_no_longer_need_anybody(
    window: MainWindow, background: TrayAndNotices, place: TrayPlace
) -> None:
    for batch_id in ("b1", "b2", "b3"):
        show(window, batch_id, _S.NEEDS_YOU, running=False)
    assert place.lines()[1] == "3 batches need you"
    window.board.store.remove(["b1", "b2"])
    assert place.lines()[1] == "1 batch needs you"
