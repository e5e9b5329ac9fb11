"""Whoever uses the keyboard sees where it is on every page of the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from signdesk.desktop.toolkit import theme
from tests.desktop.main_window.test_focus_seen import SCHEMES, unseen
from tests.desktop.settings.conftest import ACME, TEST, OpenRoom
from tests.desktop.settings.test_dialog import TITLES
from tests.desktop.states import controls
from tests.journeys.conftest import until


@pytest.fixture(autouse=True)
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [title.lower() for title in TITLES])
async def test_every_control_shows_that_it_has_the_keyboard(
    open_room: OpenRoom, app: QApplication, scheme: theme.Scheme, name: str
) -> None:
    async with open_room(ACME, TEST, page=name) as room:
        theme.apply(app, scheme)
        room.dialog.server.form.unfold()
        room.dialog.resize(900, 1600)  # all in sight
        room.dialog.activateWindow()
        page = room.dialog.shown_page()
        await until(lambda: room.dialog.isActiveWindow() and page.isVisible(), "the page")
        assert len(controls(room.dialog)) >= 3
        assert unseen(room.dialog) == []
