"""The preview in the window, by keys, with its real child process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.preview.panel import PreviewPanel
from signdesk.domain.documents import Document
from tests.desktop import hands
from tests.desktop.main_window.test_focus_seen import unseen
from tests.desktop.preview.conftest import WAIT_MS, Children
from tests.desktop.preview.files import A4, locked_pdf, pdf_of, red_png, written
from tests.desktop.values import batch, list_documents
from tests.support.heard import listening

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FILES: dict[str, Callable[[], bytes]] = {
    "1 Lease.pdf": lambda: pdf_of([A4] * 12),
    "2 Letter.txt": lambda: b"Dear board,\n" * 200,
    "3 Scan.png": red_png,
    "4 Locked.pdf": locked_pdf,
    "5 Broken.pdf": lambda: b"junk",
    "6 Table.docx": lambda: b"PK",
}


class Desk:
    """The window with documents in its list, and what the preview has said."""

    def __init__(self, window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
        self.window = window
        self.list = window.intake.list
        self.preview: PreviewPanel = window.beside.preview
        self.said = said
        self.settled = 0
        self._qtbot = qtbot
        self.preview.settled.connect(self._settle)

    def _settle(self) -> None:
        self.settled += 1

    def go(self, row: int) -> None:
        self.list.setFocus()
        hands.select(self.list, self.list.model().index(row, 0))

    def press(self, *keys: Qt.Key, to: QWidget | None = None) -> None:
        for key in keys:
            hands.press(to or self.window.focusWidget(), key)

    def control(self, key: Qt.Key) -> None:
        hands.press(self.window.focusWidget(), key, CONTROL)

    def until(self, true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def until_settled(self, times: int = 1) -> None:
        self.until(lambda: self.settled >= times)

    def preview_of(self, row: int) -> None:
        self.go(row)
        before = self.settled
        self.press(KEY.Key_Space)
        self.until_settled(before + 1)

    def words(self) -> list[str]:
        return [one.text() for one in self.preview.findChildren(QPushButton) if one.isVisible()]


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    paths = [written(tmp_path, name, make()) for name, make in FILES.items()]
    list_documents(
        window.intake.model,
        [
            Document(path, path.name, path.stat().st_size, 0, f"{number:064}", 0)
            for number, path in enumerate(paths)
        ],
    )
    return Desk(window, qtbot, listening(monkeypatch))


def test_space_opens_in_the_place_of_the_batches_and_closes(desk: Desk, children: Children) -> None:
    desk.preview_of(0)
    assert desk.preview.isVisible()
    assert not desk.window.board.isVisible()
    assert desk.window.focusWidget() is desk.list
    assert desk.said == ["1 Lease.pdf, page 1 of 12"]
    desk.press(KEY.Key_Space)
    assert desk.window.board.isVisible()
    assert desk.window.focusWidget() is desk.list
    assert desk.list.currentIndex().row() == 0
    desk.until(lambda: not children())


def test_the_keys_of_the_preview_work_from_the_list(desk: Desk) -> None:
    desk.preview_of(0)
    desk.press(KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp)
    desk.control(KEY.Key_Plus)
    desk.control(KEY.Key_0)
    desk.control(KEY.Key_0)
    desk.control(KEY.Key_Minus)
    assert desk.said[1:4] == ["Page 2 of 12", "Page 3 of 12", "Page 2 of 12"]
    assert [one.endswith("%") or one for one in desk.said[4:]] == [True, "Fit width", "Fit page", True]
    assert desk.preview.bar.page.text() == "Page 2 of 12"
    assert desk.preview.pages.accessibleDescription() == "Page 2 of 12"
    desk.press(KEY.Key_Escape)
    assert desk.window.board.isVisible()


def test_the_arrows_of_the_list_move_on_to_the_next_document(desk: Desk) -> None:
    desk.preview_of(0)
    for row in range(1, 6):
        desk.press(KEY.Key_Down)
        desk.until_settled(row + 1)
    assert desk.said[1:] == [
        "2 Letter.txt",
        "3 Scan.png",
        "4 Locked.pdf: This PDF has a password, so there is no preview.",
        "5 Broken.pdf: This file is damaged, or it is not what its name says.",
        "6 Table.docx: No preview for this kind of file.",
    ]
    desk.press(KEY.Key_Up, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up)
    desk.until(lambda: desk.said[-1] == "2 Letter.txt")
    assert desk.preview.text.toPlainText().startswith("Dear board,\nDear")


def test_documents_passed_by_quickly_leave_no_trace(desk: Desk, children: Children) -> None:
    desk.preview_of(0)
    for _ in range(10):
        desk.press(*[KEY.Key_Down] * 5, *[KEY.Key_Up] * 5)
    desk.press(KEY.Key_Down, KEY.Key_Down)
    desk.until_settled(2)
    desk.until(lambda: desk.preview.pages.cache.used_bytes)
    assert desk.said[1:] == ["3 Scan.png"]
    assert len(children()) == 1


def test_what_has_no_preview_can_be_opened(desk: Desk, qtbot: QtBot) -> None:
    desk.preview_of(5)
    assert desk.words() == ["Close", "Open"]
    wishes: list[Path] = []
    desk.window.intake.open_requested.connect(wishes.append)
    hands.press(desk.list, KEY.Key_F6)
    assert desk.window.focusWidget() is desk.preview.sentence_button
    desk.press(KEY.Key_Space)
    assert [one.name for one in wishes] == ["6 Table.docx"]
    desk.press(KEY.Key_Escape)
    assert desk.window.focusWidget() is desk.list


def test_in_the_preview_the_arrows_scroll_and_focus_goes_back(desk: Desk) -> None:
    desk.preview_of(0)
    desk.press(KEY.Key_F6)
    assert desk.window.focusWidget() is desk.preview.pages
    desk.press(KEY.Key_Down)
    assert desk.preview.pages.verticalScrollBar().value() > 0
    assert desk.list.currentIndex().row() == 0
    desk.press(KEY.Key_PageDown)
    assert desk.said[-1] == "Page 2 of 12"
    hands.press(desk.preview.pages, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.until_settled(2)
    assert desk.list.currentIndex().row() == 1
    assert desk.window.focusWidget() is desk.preview.text  # what took the pages' place
    desk.press(KEY.Key_PageDown)
    assert desk.preview.text.verticalScrollBar().value() > 0
    desk.press(KEY.Key_F6)
    assert desk.window.focusWidget() is desk.list
    desk.press(KEY.Key_F6, KEY.Key_Space)
    assert desk.window.focusWidget() is desk.list
    assert not desk.window.beside.is_open


def test_with_room_for_one_pane_the_preview_stands_before_the_list(desk: Desk) -> None:
    desk.window.resize(512, 300)
    desk.preview_of(0)
    assert not desk.list.isVisible()
    assert desk.window.focusWidget() is desk.preview.pages
    desk.press(KEY.Key_Escape)
    assert desk.list.isVisible()
    assert desk.window.focusWidget() is desk.list
    assert not desk.window.board.isVisible()


def test_the_batches_are_never_hidden_from_one_who_asks_for_them(desk: Desk) -> None:
    desk.window.board.store.put(batch())
    desk.preview_of(0)
    desk.window.show_pane("batches")
    assert desk.window.board.isVisible()
    desk.preview_of(0)
    desk.control(KEY.Key_F)
    assert desk.window.focusWidget() is desk.window.board.search


def test_taking_the_document_out_shows_the_next_and_the_last_one_closes(desk: Desk) -> None:
    desk.preview_of(0)
    desk.press(KEY.Key_Delete)
    desk.until_settled(2)
    assert desk.said[-1] == "2 Letter.txt"
    desk.window.intake.model.clear()
    assert not desk.window.beside.is_open


def test_the_start_page_closes_it(desk: Desk) -> None:
    desk.preview_of(0)
    desk.window.show_start_page()
    assert not desk.window.beside.is_open


def test_the_end_of_the_window_is_the_end_of_the_child(desk: Desk, children: Children) -> None:
    desk.preview_of(0)
    desk.window.close_for_real()
    assert children() == set()


def test_a_child_that_is_killed_costs_only_the_preview(desk: Desk) -> None:
    desk.preview_of(0)
    desk.until(lambda: desk.preview.pages.cache.used_bytes)
    pid = desk.preview.renderer.pid()
    os.kill(pid, signal.SIGSTOP)
    desk.press(KEY.Key_PageDown, KEY.Key_PageDown)
    os.kill(pid, signal.SIGKILL)
    desk.until(lambda: any("cannot be shown" in one for one in desk.said))
    desk.press(KEY.Key_Down)
    desk.until_settled(2)
    assert desk.said[-1] == "2 Letter.txt"


def test_nothing_of_a_document_stays_after_the_end(desk: Desk) -> None:
    desk.preview_of(0)
    desk.until(lambda: desk.preview.pages.cache.used_bytes)
    desk.press(KEY.Key_Down)
    desk.until_settled(2)
    assert desk.preview.pages.cache.used_bytes == 0
    desk.press(KEY.Key_Escape)
    assert desk.preview.text.toPlainText() == ""


def test_the_mouse_finds_it_in_the_menu(desk: Desk) -> None:
    desk.go(1)
    place = desk.list.rect().center()
    QApplication.sendEvent(
        desk.list.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, desk.list.mapToGlobal(place)),
    )
    menus = desk.list.findChildren(QMenu)
    for action in (one for menu in menus for one in menu.actions()):
        if action.text().startswith("Preview"):
            action.trigger()
    for menu in menus:
        menu.close()
    desk.until_settled()
    assert desk.said == ["2 Letter.txt"]


@pytest.mark.parametrize("row", range(6))
def test_every_control_of_the_preview_has_a_name(desk: Desk, row: int) -> None:
    desk.preview_of(row)
    controls = [
        one
        for one in desk.preview.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) >= 2
    assert [one for one in controls if not (one.accessibleName() or getattr(one, "text", str)())] == []


@pytest.mark.parametrize("row", range(6))
def test_every_control_of_the_preview_shows_that_it_has_the_keyboard(desk: Desk, row: int) -> None:
    desk.window.activateWindow()
    desk.preview_of(row)
    assert unseen(desk.window) == []


def test_another_file_can_be_shown_which_the_list_does_not_know(desk: Desk, tmp_path: Path) -> None:
    unpacked = written(tmp_path, "tmp8371", pdf_of([A4]))
    origin = desk.window.header.settings_button
    desk.window.beside.show_preview(unpacked, "Result.pdf", origin)
    desk.until_settled()
    assert desk.said == ["Result.pdf, page 1 of 1"]
    desk.go(1)
    assert desk.settled == 1
    desk.window.beside.focus_first()
    desk.press(KEY.Key_Escape)
    assert desk.window.focusWidget() is origin
