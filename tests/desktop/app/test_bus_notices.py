"""Notifications through the desktop's own service, on a real bus."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from signdesk.desktop.app.tray_and_notices import TrayAndNotices
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import BatchState
from signdesk.domain.settings import Notifications
from signdesk.platform.sleep_inhibitor import SleepInhibitor
from tests.desktop.values import batch
from tests.support.bus_services import Speaker, serving
from tests.support.message_bus import message_bus
from tests.support.tray_place import TrayPlace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux")
LIMIT_MS = 30_000
NEEDS = "Needs you · 2 documents"


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with message_bus(tmp_path / "bus") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def place() -> TrayPlace:
    return TrayPlace()


@pytest.fixture
def background(window: MainWindow, place: TrayPlace) -> TrayAndNotices:
    """To be closed before the window is deleted, which is before fixtures end."""
    made = TrayAndNotices(window, window.board.store, place, SleepInhibitor())
    made.notifying.together_ms = 0
    made.apply(Notifications())
    window.hide()
    return made


def need_somebody(window: MainWindow, batch_id: str) -> None:
    window.board.store.set_running(batch_id, True)
    window.board.store.put(batch(BatchState.NEEDS_YOU, id=batch_id))
    window.board.store.set_running(batch_id, False)


def test_the_service_shows_each_notification_once(
    bus: str, window: MainWindow, background: TrayAndNotices, place: TrayPlace, qtbot: QtBot
) -> None:
    speaker = Speaker()
    with serving(bus, speaker), closing(background):
        for batch_id in ("b1", "b2"):
            need_somebody(window, batch_id)
            qtbot.waitUntil(speaker.is_told, timeout=LIMIT_MS)
            name, replaces, _, title, text, actions, hints, _ = speaker.next()
            assert (name, replaces, title, text) == ("SignDesk", 0, "Company seal", NEEDS)
            assert actions == ["default", "Open SignDesk"]
            assert hints["desktop-entry"] == ("s", "signdesk")
            background.notifying.pause_over()
    assert speaker.heard.empty()
    assert place.said == []


def test_a_click_on_the_latest_leads_to_its_batch(
    bus: str, window: MainWindow, background: TrayAndNotices, qtbot: QtBot
) -> None:
    speaker = Speaker()
    with serving(bus, speaker), closing(background):
        need_somebody(window, "b1")
        qtbot.waitUntil(speaker.is_told, timeout=LIMIT_MS)
        window.board.search.setText("nothing fits this")
        speaker.click(77)  # another program's
        speaker.click(1)
        qtbot.waitUntil(window.isVisible, timeout=LIMIT_MS)
        assert window.board.card("b1") in window.board.shown_cards()


def test_where_the_service_refuses_or_is_missing_the_icon_says_it(
    bus: str, window: MainWindow, background: TrayAndNotices, place: TrayPlace, qtbot: QtBot
) -> None:
    with closing(background):
        need_somebody(window, "b1")
        qtbot.waitUntil(lambda: len(place.said) == 1, timeout=LIMIT_MS)
        background.notifying.pause_over()
        with serving(bus, Speaker(answers="no")):
            need_somebody(window, "b2")
            qtbot.waitUntil(lambda: len(place.said) == 2, timeout=LIMIT_MS)
    assert place.said == [("Company seal", NEEDS)] * 2


def test_a_service_that_comes_back_is_used_again(
    bus: str, window: MainWindow, background: TrayAndNotices, place: TrayPlace, qtbot: QtBot
) -> None:
    with closing(background):
        for batch_id, speaker in (("b1", Speaker()), ("b2", Speaker())):
            with serving(bus, speaker):
                need_somebody(window, batch_id)
                qtbot.waitUntil(speaker.is_told, timeout=LIMIT_MS)
                background.notifying.pause_over()
    assert place.said == []
