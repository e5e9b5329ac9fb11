"""In every state, language and size: no word is cut off, the primary button is in sight, dialogs fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QPushButton,
    QScrollArea,
    QWidget,
)

from devtools.gallery.drawing import SCENES, put_away, settle
from signdesk.desktop import languages
from signdesk.desktop.controls import ChoiceButton
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.text import ElidedLabel, Label
from signdesk.domain.settings import Language

LANGUAGES = (Language.ENGLISH, Language.GERMAN, Language.POLISH)
WINDOW_SIZES = ((1180, 760), (1024, 600), (512, 300))  # the last: 1024x600 at 200 %
SETTINGS_SIZES = ((820, 552), (496, 252))
LARGEST_DIALOG = (1000, 540)  # on 1024x600, less the frame of the window manager and a panel


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, app: QApplication) -> Iterator[Language]:
    languages.speak(request.param)
    yield request.param
    languages.speak(Language.ENGLISH)


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, language: Language) -> Iterator[tuple[str, QWidget]]:
    made = SCENES[request.param]()
    made.show()
    yield request.param, made
    put_away(made)


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
    if isinstance(widget, MainWindow) and widget.is_narrow() and not widget.beside.is_open:
        widget.show_pane("batches")
        settle()
        yield widget
        widget.show_pane("documents")
        settle()


def cut_off(widget: QWidget) -> Iterator[str]:
    """What cannot be read whole, except what is shortened on purpose (and said in a tool tip)."""
    for kind, is_cut in CUT.items():
        for one in widget.findChildren(kind):
            if one.isVisible() and is_cut(one):
                yield f"{kind.__name__}: {one.property('text') or one.accessibleName()}"


def is_short_label(shown: Label) -> bool:
    return not isinstance(shown, ElidedLabel) and is_short(shown)


def is_short_button(button: QAbstractButton) -> bool:
    wanted = button.sizeHint()
    small = button.width() < wanted.width() or button.height() < wanted.height()
    return bool(button.text()) and not isinstance(button, ChoiceButton) and small


def is_narrow_list(chosen: QListWidget) -> bool:
    explained = all(chosen.item(row).toolTip() for row in range(chosen.count()))
    return chosen.sizeHintForColumn(0) > chosen.viewport().width() and not explained


def is_wider_than_its_window(area: QScrollArea) -> bool:
    """Nobody could scroll there."""
    inside = area.widget()
    return inside is not None and inside.width() > area.viewport().width()


CUT: dict[type[QWidget], Callable[[Any], bool]] = {
    Label: is_short_label,
    QAbstractButton: is_short_button,
    QListWidget: is_narrow_list,
    QScrollArea: is_wider_than_its_window,
}


def is_short(shown: Label) -> bool:
    """Its lines need more height than it has, or its only line or longest word more width."""
    if shown.wordWrap():
        words = re.split(r"[\s/]+", shown.text())  # Qt breaks paths, too
        widest = max((shown.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return shown.height() < shown.heightForWidth(shown.width()) or shown.width() < widest
    return shown.width() < shown.sizeHint().width() or shown.height() < shown.sizeHint().height()


def assert_primary_in_sight(widget: QWidget) -> None:
    """Where there is one: the whole of it, whatever else scrolls."""
    if not isinstance(widget, MainWindow) or not widget.intake.seal_button.isVisible():
        return
    button: QPushButton = widget.intake.seal_button
    assert button.visibleRegion().boundingRect() == QRect(QPoint(0, 0), button.size())
    assert widget.rect().contains(QRect(button.mapTo(widget, QPoint(0, 0)), button.size()))
