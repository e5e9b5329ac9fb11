"""Both sides scroll and change their size together, also where pages were added or are gone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.comparison.side import LinkedPages
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.preview.wire import Pages
from signdesk.domain.page_comparison import PageFinding, PageState
from tests.desktop import hands

A4 = (595.0, 842.0)
FOUND = (
    PageFinding(PageState.SAME, 1, 1),
    PageFinding(PageState.NEW, None, 2),
    PageFinding(PageState.SAME, 2, 3),
    PageFinding(PageState.LOST, 3, None),
    PageFinding(PageState.SAME, 4, 4),
)
NO_BUTTONS, NO_PHASE = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase


@pytest.fixture
def sides(qtbot: QtBot) -> tuple[PagesView, PagesView, LinkedPages]:
    views = PagesView(), PagesView()
    for view in views:
        qtbot.addWidget(view)
        view.resize(400, 300)
        view.show()
        view.show_pages(Pages((A4,) * 4, 4, picture=False))
    linked = LinkedPages(*views)
    linked.link(FOUND)
    QApplication.processEvents()
    return (*views, linked)


def wheel(view: PagesView, keys: Qt.KeyboardModifier, turned: int) -> None:
    place = QPointF(50, 50)
    event = QWheelEvent(place, place, QPoint(), QPoint(0, turned), NO_BUTTONS, keys, NO_PHASE, False)
    QApplication.sendEvent(view.viewport(), event)


def test_what_was_sent_follows_what_came_back(sides: tuple[PagesView, PagesView, LinkedPages]) -> None:
    sent, returned, _linked = sides
    for _ in range(3):
        hands.press(returned, Qt.Key.Key_Down)
    assert returned.verticalScrollBar().value() > 0
    assert sent.top() == returned.top()
    returned.go_to(2)
    assert sent.top()[0] == 1
    hands.press(sent, Qt.Key.Key_Home)
    assert returned.top() == sent.top()
    assert returned.top()[0] == 0


def test_a_page_without_a_counterpart_moves_nothing_back(
    sides: tuple[PagesView, PagesView, LinkedPages],
) -> None:
    sent, returned, _linked = sides
    bar, places = returned.verticalScrollBar(), []
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        places.append(sent.verticalScrollBar().value())
    assert all(before <= after for before, after in pairwise(places))
    assert places[-1] > places[0]


def test_a_page_that_is_gone_is_shown_beside_its_place(
    sides: tuple[PagesView, PagesView, LinkedPages],
) -> None:
    sent, returned, linked = sides
    linked.go_to(FOUND[3])
    assert sent.top()[0] == 2
    assert returned.top()[0] in (2, 3)


def test_the_size_is_one_for_both(sides: tuple[PagesView, PagesView, LinkedPages]) -> None:
    sent, returned, _linked = sides
    before = sent.zoom
    wheel(returned, Qt.KeyboardModifier.ControlModifier, 120)
    assert sent.fit == returned.fit
    assert sent.zoom > before
    sent.set_fit(Fit.PAGE)
    assert returned.fit is Fit.PAGE


def test_both_sides_go_to_the_right_together(sides: tuple[PagesView, PagesView, LinkedPages]) -> None:
    sent, returned, _linked = sides
    returned.set_fit(3.0)
    returned.horizontalScrollBar().setValue(200)
    assert sent.horizontalScrollBar().value() == 200
