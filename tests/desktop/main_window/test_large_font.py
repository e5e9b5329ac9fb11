"""With the system's text at 150 %, on the smallest screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from devtools.gallery.drawing import SCENES, put_away
from signdesk.desktop.i18n.language import speak
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.domain.settings import Language
from signdesk.jobs.batch_store import BatchStore
from tests.desktop.cutting import cut_off
from tests.desktop.states import STATES, place, settle
from tests.desktop.values import FOLDER, NOW, SEAL, SERVER

SIZE = (1024, 600)


@pytest.fixture
def large_text(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the program had started on such a system."""
    dressed = theme.apply(app, theme.Scheme.LIGHT)
    font = QFont(app.font())
    font.setPixelSize(round(theme.BODY_PX * 1.5))
    with monkeypatch.context() as patched:
        patched.setattr(dressed, "_system_font", font)
        theme.apply(app, theme.Scheme.LIGHT)
        assert theme.sizes().body_px == 20
        yield
    theme.apply(app, theme.Scheme.LIGHT)


@pytest.fixture
def large(qtbot: QtBot, large_text: None) -> MainWindow:
    """The window with a server, a process and a folder."""
    made = MainWindow(BatchStore(), now=lambda: NOW, home=Path("/home/anna"))
    qtbot.addWidget(made, before_close_func=lambda window: window.close_for_real())
    made.set_server(SERVER)
    made.intake.set_processes([SEAL], 1)
    made.intake.choose_folder(FOLDER)
    made.show()
    return made


@pytest.mark.parametrize("state", STATES)
def test_every_word_has_its_room(large: MainWindow, state: Callable[[MainWindow], None]) -> None:
    state(large)
    large.resize(*SIZE)
    settle()
    assert (large.width(), large.height()) == SIZE
    assert list(cut_off(large)) == []


@pytest.mark.parametrize("state", STATES)
def test_the_documents_have_their_room_beside_the_batches(
    large: MainWindow, state: Callable[[MainWindow], None]
) -> None:
    """Where the window is just wide enough for both, in the language with the longest words."""
    speak(Language.GERMAN)
    try:
        state(large)
        large.resize(1180, 760)
        settle()
        assert not large.panes.is_narrow()
        assert list(cut_off(large)) == []
    finally:
        speak(Language.ENGLISH)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", SCENES)
def test_every_word_has_its_room_in_every_scene(large_text: None, name: str) -> None:
    made = SCENES[name]()
    try:
        made.show()
        made.resize(*sizes_of(name, made))
        settle()
        assert made.width() <= SIZE[0]
        assert made.height() <= SIZE[1]
        assert list(cut_off(made)) == []
    finally:
        put_away(made)


def sizes_of(name: str, made: QWidget) -> tuple[int, int]:
    """The smallest screen for the window; a dialog chooses its own, if such a screen has room for it."""
    if isinstance(made, MainWindow):
        return SIZE
    return (820, 552) if name.startswith("settings-") else (made.width(), min(made.height(), SIZE[1]))


@pytest.mark.parametrize("state", STATES[1:])
def test_the_primary_button_is_whole_and_in_sight(
    large: MainWindow, state: Callable[[MainWindow], None]
) -> None:
    state(large)
    large.resize(*SIZE)
    settle()
    button = large.intake.seal_button
    assert button.visibleRegion().boundingRect() == QRect(QPoint(0, 0), button.size())
    assert large.rect().contains(place(button, large))
