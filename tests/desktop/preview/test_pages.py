from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.preview.cache import PageCache
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.preview.wire import Draw, Pages, Pixels
from tests.desktop import hands

A4 = (595.0, 842.0)


def image(width: int, height: int) -> QImage:
    return QImage(width, height, QImage.Format.Format_RGB32)


def test_the_cache_forgets_what_was_looked_at_longest_ago() -> None:
    cache = PageCache(most_bytes=3 * 4000)
    for page in range(3):
        cache.put(page, image(10, 100))
    cache.get(0)
    cache.put(3, image(10, 100))
    assert [page for page in range(4) if cache.get(page)] == [0, 2, 3]
    assert cache.used_bytes == 12_000


def test_the_cache_keeps_to_its_bound_even_with_pages_in_sight() -> None:
    cache = PageCache(most_bytes=10_000)
    for page in range(50):
        cache.put(page, image(10, 100), shown=range(50))
        assert cache.used_bytes <= 10_000
    cache.put(1, image(1000, 1000))
    assert cache.used_bytes == 0


def test_a_page_drawn_anew_takes_the_place_of_the_old_one() -> None:
    cache = PageCache()
    cache.put(0, image(10, 10))
    cache.put(0, image(20, 20))
    assert cache.used_bytes == 1600
    cache.clear()
    assert cache.used_bytes == 0


class Drawer:
    """Answers what a view wants, in grey."""

    def __init__(self, view: PagesView) -> None:
        self._view = view
        self.wanted: list[Draw] = []
        self.answered = 0
        view.wanted.connect(self._want)

    def _want(self, wanted: list[Draw]) -> None:
        self.wanted = wanted

    def answer(self) -> None:
        for one in self.wanted:
            pixels = Pixels(one.page, one.width, one.height, b"\x80" * (one.width * one.height * 4))
            self._view.take_drawn(pixels)
            self.answered += 1
        self.wanted = []


@pytest.fixture
def view(qtbot: QtBot, app: QApplication) -> PagesView:
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(624, 500)
    made.show()
    return made


@pytest.fixture
def drawer(view: PagesView) -> Drawer:
    return Drawer(view)


def shown(view: PagesView, count: int = 12) -> list[int]:
    view.show_pages(Pages((A4,) * count, count, picture=False))
    turned: list[int] = []
    view.page_changed.connect(turned.append)
    return turned


def test_only_pages_in_sight_are_asked_for(view: PagesView, drawer: Drawer) -> None:
    shown(view, 500)
    assert [one.page for one in drawer.wanted] == [0]
    view.go_to(250)
    assert 250 in [one.page for one in drawer.wanted]
    assert len(drawer.wanted) <= 2


def test_what_is_drawn_is_not_asked_for_again(view: PagesView, drawer: Drawer) -> None:
    shown(view)
    drawer.answer()
    view.verticalScrollBar().setValue(10)
    assert drawer.wanted == []
    view.set_fit(2.0)
    assert [one.page for one in drawer.wanted] == [0]


def test_what_failed_is_not_asked_for_again_and_says_so(view: PagesView, drawer: Drawer) -> None:
    shown(view)
    before = view.grab().toImage()
    view.take_failed(0)
    view.verticalScrollBar().setValue(10)
    view.verticalScrollBar().setValue(0)
    assert drawer.wanted == []
    assert view.grab().toImage() != before


def test_go_to_reaches_every_page_and_tells_it(view: PagesView) -> None:
    turned = shown(view)
    for page in (2, 11, 0, 99, -5):
        view.go_to(page)
    assert turned == [2, 11, 0, 11, 0]
    assert view.page == 0


def test_scrolling_tells_the_page_that_is_looked_at(view: PagesView) -> None:
    turned = shown(view, 3)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.verticalScrollBar().setValue(0)
    assert turned == [2, 0]


def test_home_and_end(view: PagesView) -> None:
    shown(view)
    hands.press(view, Qt.Key.Key_End)
    assert view.page == 11
    hands.press(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_another_size_keeps_what_is_looked_at(view: PagesView) -> None:
    shown(view)
    view.go_to(6)
    view.set_fit(Fit.PAGE)
    assert 6 in view.pages_in_sight()
    view.step_zoom(1)
    assert 6 in view.pages_in_sight()
    view.resize(400, 300)
    assert 6 in view.pages_in_sight()


def test_ctrl_and_the_wheel_change_the_size(view: PagesView) -> None:
    shown(view)
    before = view.zoom
    place = QPointF(view.rect().center())
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom > before


@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.PAGE, 0.25, 4.0])
@pytest.mark.parametrize(
    "sizes",
    [((20_000.0, 20_000.0),) * 3, ((1.0, 20_000.0),) * 3, ((20_000.0, 1.0),) * 2000, ((1.0, 1.0),) * 2000],
)
def test_hostile_sizes_cost_no_more_than_the_cache_and_come_to_rest(
    qtbot: QtBot, app: QApplication, sizes: tuple[tuple[float, float], ...], fit: Fit | float
) -> None:
    view = PagesView(cache=PageCache(most_bytes=8_000_000))
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.fit = fit
    drawer = Drawer(view)
    view.show_pages(Pages(sizes, len(sizes), picture=False))
    view.show()
    in_sight = len(view.pages_in_sight())
    drawer.answer()
    view.verticalScrollBar().setValue(1)
    drawer.answer()
    view.verticalScrollBar().setValue(0)
    drawer.answer()
    view.verticalScrollBar().valueChanged.emit(0)  # looks once more what is missing
    assert view.cache.used_bytes <= 8_000_000
    assert drawer.wanted == []
    assert drawer.answered <= 3 * in_sight + 3
    assert view.verticalScrollBar().maximum() < 2**31


def test_at_200_percent_twice_the_pixels_are_asked_for() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from signdesk.desktop.preview.pages import PagesView\n"
        "from signdesk.desktop.preview.wire import Pages\n"
        "app = QApplication([])\n"
        "view = PagesView()\n"
        "view.resize(624, 500)\n"
        "view.show()\n"
        "view.wanted.connect(lambda pages: print(pages[0].width, view._layout.boxes[0].width))\n"
        "view.show_pages(Pages(((595.0, 842.0),), 1, picture=False))\n"
    )
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    asked, wide = (int(part) for part in done.stdout.decode().split()[:2])
    assert asked == 2 * wide


def test_the_pixels_reach_the_screen(view: PagesView, drawer: Drawer) -> None:
    shown(view)
    drawer.answer()
    assert view.grab().toImage().pixelColor(300, 250).name() == "#808080"


def test_forgetting_leaves_no_picture(view: PagesView, drawer: Drawer) -> None:
    shown(view)
    drawer.answer()
    view.forget()
    assert view.cache.used_bytes == 0
    assert drawer.wanted == []
