from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.tokens import DARK, LIGHT, Colours, Sizes


@pytest.fixture(autouse=True)
def back_to_light(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST])
def test_every_text_stands_out_from_its_ground(qapp: QApplication, scheme: theme.Scheme) -> None:
    theme.apply(qapp, scheme)
    used = theme.colours()
    pairs = [(used.on_accent, used.accent), (used.muted, used.track)]
    pairs += [(text, ground) for text in (used.text, used.muted) for ground in (used.window, used.surface)]
    pairs += [(used.error, used.surface), (used.needs, used.surface), (used.accent_text, used.window)]
    pairs += [(used.tone(tone), used.tint(tone)) for tone in ("accent", "done", "needs", "error", "neutral")]
    weak = [(pair, theme.contrast(*pair)) for pair in pairs if theme.contrast(*pair) < theme.LEAST_CONTRAST]
    assert weak == []


def test_a_forced_scheme_reaches_the_palette(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK)
    assert theme.colours() == DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert theme.colours() == LIGHT


def test_applying_twice_keeps_one_theme_and_one_text_size(qapp: QApplication) -> None:
    first = theme.apply(qapp, theme.Scheme.LIGHT)
    size_px = qapp.font().pixelSize()
    assert theme.apply(qapp, theme.Scheme.DARK) is first
    assert qapp.font().pixelSize() == size_px


def test_a_larger_system_font_enlarges_all_sizes_and_a_smaller_one_none() -> None:
    large, small = QFont(), QFont()
    large.setPixelSize(26)
    small.setPixelSize(9)
    sizes = theme.sizes_for(large)
    assert (sizes.small_px, sizes.body_px, sizes.heading_px) == (24, 26, 30)
    assert theme.sizes_for(small) == Sizes()


def test_high_contrast_has_no_tints(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.HIGH_CONTRAST)
    used: Colours = theme.colours()
    assert used.flat
    assert {used.tint(tone) for tone in ("accent", "done", "needs", "error")} == {used.surface}


def test_following_the_system_ends_where_a_scheme_is_forced(qapp: QApplication) -> None:
    made = theme.apply(qapp, theme.Scheme.SYSTEM)
    seen: list[Colours] = []
    made.changed.connect(lambda: seen.append(theme.colours()))
    theme.apply(qapp, theme.Scheme.DARK)
    assert seen[-1] == DARK
    assert LIGHT not in seen


class Deep(QWidget):
    """Counts how often it is told of another style."""

    told = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.told += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_a_widget_is_restyled_as_often_however_deep_it_lies(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt would do so once for every widget around it."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    outermost = around = QWidget()
    qtbot.addWidget(outermost)
    for _ in range(10):
        inner = QWidget()
        QVBoxLayout(around).addWidget(inner)
        around = inner
    deep = Deep()
    QVBoxLayout(around).addWidget(deep)
    outermost.show()
    before = deep.told
    theme.apply(qapp, theme.Scheme.DARK)
    assert deep.told - before <= 2
