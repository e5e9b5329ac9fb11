"""In every state, language and size: no word is cut off, the primary button is in sight, dialogs fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from devtools.gallery.drawing import SCENES, put_away, settle
from signdesk.desktop.i18n.language import speak
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.settings import Language
from tests.desktop.cutting import cut_off

LANGUAGES = (Language.ENGLISH, Language.GERMAN, Language.POLISH)
WINDOW_SIZES = ((1180, 760), (1024, 600), (512, 300))  # the last: 1024x600 at 200 %
SETTINGS_SIZES = ((820, 552), (496, 252))
LARGEST_DIALOG = (1000, 540)  # on 1024x600, less the frame of the window manager and a panel


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, app: QApplication) -> Iterator[Language]:
    speak(request.param)
    yield request.param
    speak(Language.ENGLISH)


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, language: Language) -> Iterator[tuple[str, QWidget]]:
    made = SCENES[request.param]()
    made.show()
    yield request.param, made
    put_away(made)


@pytest.mark.sampled(4)
def test_every_word_has_its_room(scene: tuple[str, QWidget]) -> None:
    name, widget = scene
    for size in sizes_of(name, widget):
        widget.resize(*size)
        settle()
        assert (widget.width(), widget.height()) == size
        for part in parts_of(widget):
            assert [f"{size}: {words}" for words in cut_off(part)] == []
            assert_primary_in_sight(part)


def sizes_of(name: str, widget: QWidget) -> tuple[tuple[int, int], ...]:
    if isinstance(widget, MainWindow):
        return WINDOW_SIZES
    if name.startswith("settings-"):
        return SETTINGS_SIZES
    settle()
    own = (widget.width(), widget.height())
    most_wide, most_high = LARGEST_DIALOG
    assert own[0] <= most_wide
    assert min(own[1], widget.minimumSizeHint().height()) <= most_high
    return (own,)


def parts_of(widget: QWidget) -> Iterator[QWidget]:
    """The widget; where a window has room for one pane only, with the one and with the other."""
    yield widget
    if isinstance(widget, MainWindow) and widget.panes.is_narrow() and not widget.beside.is_open:
        widget.show_pane("batches")
        settle()
        yield widget
        widget.show_pane("documents")
        settle()


def assert_primary_in_sight(widget: QWidget) -> None:
    """Where there is one: the whole of it, whatever else scrolls."""
    if not isinstance(widget, MainWindow) or not widget.intake.seal_button.isVisible():
        return
    button: QPushButton = widget.intake.seal_button
    assert button.visibleRegion().boundingRect() == QRect(QPoint(0, 0), button.size())
    assert widget.rect().contains(QRect(button.mapTo(widget, QPoint(0, 0)), button.size()))
