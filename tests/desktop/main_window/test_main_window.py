from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.documents.drops import DropVeil
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import BatchState
from signdesk.jobs.batch_store import BatchStore
from tests.desktop import hands
from tests.desktop.values import HOSTILE, PRACTICE, SERVER, batch, document, list_documents

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/in/{name}") for name in names])
    return mime


def drag(window: MainWindow, mime: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, mime: QMimeData) -> bool:
    drag(window, mime)
    event = QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


@pytest.fixture
def dropped(window: MainWindow) -> list[list[Path]]:
    heard: list[list[Path]] = []
    window.paths_dropped.connect(heard.append)
    return heard


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Left empty: data made by Python would be deleted after Python has ended, which is a crash at exit."""
    made = QGuiApplication.clipboard()
    yield made
    made.clear()


def words(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(Label) if one.isVisible() and one.text()]


def test_files_dropped_anywhere_arrive_as_paths(window: MainWindow, dropped: list[list[Path]]) -> None:
    assert drop(window, files("A.pdf", "B & C.pdf", "A.pdf", HOSTILE))
    assert dropped == [[Path("/in/A.pdf"), Path("/in/B & C.pdf"), Path("/in") / HOSTILE]]


def test_the_veil_is_there_only_while_something_hangs_above(window: MainWindow) -> None:
    veil = window.findChildren(DropVeil)[0]
    assert drag(window, files("A.pdf"))
    assert veil.isVisible()
    assert veil.size() == window.size()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not veil.isVisible()
    drop(window, files("A.pdf"))
    assert not veil.isVisible()


def test_text_is_no_document(window: MainWindow, dropped: list[list[Path]]) -> None:
    mime = QMimeData()
    mime.setText("/in/A.pdf")
    assert not drag(window, mime)
    assert not drop(window, mime)
    assert dropped == []


def test_something_from_the_web_must_be_saved_first(window: MainWindow, dropped: list[list[Path]]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/A.pdf")])
    assert drop(window, mime)
    assert dropped == []
    assert "Save it first" in window.intake.note()


@pytest.mark.parametrize(
    "promise",
    [
        'application/x-qt-windows-mime;value="FileGroupDescriptorW"',
        'application/x-qt-windows-mime;value="FileContents"',
        "application/x-moz-file-promise",
        "com.apple.pasteboard.promised-file-url",
        "imap://anna@mail.example.com/fetch>UID>/INBOX>7?part=1.2&filename=A.pdf",
        "mailbox:///home/anna/Mail/Inbox?number=7&part=1.2",
    ],
)
def test_an_attachment_that_is_only_promised_must_be_saved_first(
    window: MainWindow, dropped: list[list[Path]], promise: str
) -> None:
    mime = QMimeData()
    if ":/" in promise:
        mime.setUrls([QUrl(promise)])
    else:
        mime.setData(promise, b"x")
    assert drag(window, mime)
    assert drop(window, mime)
    assert window.intake.note() == "Save the attachment first, then drop it here."
    assert dropped == []


def test_an_attachment_that_lies_on_the_disk_already_is_taken(
    window: MainWindow, dropped: list[list[Path]]
) -> None:
    mime = files("A.pdf")
    mime.setData("application/x-moz-file-promise", b"x")
    assert drop(window, mime)
    assert dropped == [[Path("/in/A.pdf")]]
    assert window.intake.note() == ""


def test_the_window_says_when_it_is_used_again(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.waitSignal(window.woken, timeout=10_000):
        window.activateWindow()


def test_files_among_strangers_are_taken_and_the_strangers_named(
    window: MainWindow, dropped: list[list[Path]]
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/in/A.pdf"), QUrl("https://x/B"), QUrl("https://x/C")])
    drop(window, mime)
    assert dropped == [[Path("/in/A.pdf")]]
    assert window.intake.note().startswith("2 of these are not files")


def test_no_field_swallows_a_drop(window: MainWindow) -> None:
    window.intake.set_processes([], None, typed=True)
    window.board.store.put(batch(BatchState.WAITING))
    window.board.shown_cards()[0].footer.details_link.click()
    assert [one for one in window.findChildren(QWidget) if one.acceptDrops()] == []


def test_paste_is_a_drop(window: MainWindow, dropped: list[list[Path]], clipboard: QClipboard) -> None:
    clipboard.setMimeData(files("A.pdf"))
    hands.press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dropped == [[Path("/in/A.pdf")]]


def test_pasting_something_else_gets_an_answer(
    window: MainWindow, dropped: list[list[Path]], clipboard: QClipboard
) -> None:
    clipboard.setText("hello")
    hands.press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dropped == []
    assert window.intake.note().startswith("There are no files on the clipboard.")


def test_paste_in_a_field_stays_text(
    window: MainWindow, dropped: list[list[Path]], clipboard: QClipboard
) -> None:
    window.board.store.put(batch())
    clipboard.setText("Lease")
    window.board.search.setFocus()
    hands.press(window.board.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.board.search.text() == "Lease"
    assert dropped == []


def test_without_a_server_the_choice_is_offered_and_drops_are_kept(
    window: MainWindow, dropped: list[list[Path]]
) -> None:
    window.set_server(None)
    assert window.start_page.isVisible()
    assert not window.intake.isVisible()
    assert drop(window, files("A.pdf"))
    assert len(dropped) == 1
    list_documents(window.intake.model, [document("A.pdf")])
    assert "1 document is in the list, for when you are ready." in words(window)


def test_practice_is_plainly_marked(window: MainWindow) -> None:
    banner = "Practice: test seals only, no legal effect"
    assert banner not in words(window)
    window.set_server(PRACTICE)
    assert banner in words(window)
    assert "Practice server" in words(window)
    window.set_server(SERVER)
    assert banner not in words(window)
    assert "Acme Sealing" in words(window)


def test_server_trouble_is_a_banner_with_one_button(window: MainWindow) -> None:
    pressed: list[str] = []
    window.show_banner(
        "The server is down for an hour.", Tone.NEEDS, "Try again", lambda: pressed.append("again")
    )
    assert "The server is down for an hour." in words(window)
    again = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Try again")
    again.click()
    assert pressed == ["again"]
    window.clear_banner()
    assert "The server is down for an hour." not in words(window)


def test_closing_is_a_wish_until_it_is_granted(window: MainWindow) -> None:
    wishes: list[None] = []
    window.close_requested.connect(lambda: wishes.append(None))
    assert not window.close()
    assert not window.close()
    assert window.isVisible()
    assert len(wishes) == 2
    window.close_for_real()
    assert not window.isVisible()
    assert len(wishes) == 2


@pytest.mark.parametrize("size", [(1180, 760), (1024, 600), (760, 480), (683, 384), (512, 300)])
@pytest.mark.parametrize("count", [0, 200])
def test_the_primary_button_stays_in_sight(window: MainWindow, size: tuple[int, int], count: int) -> None:
    """1024x600 and 1366x768 at 100 % and at 200 %."""
    window.set_server(PRACTICE)
    list_documents(window.intake.model, [document(f"{number}.pdf") for number in range(count)])
    window.show_note("3 files were left out.", ["a", "b", "c"])
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    button = window.intake.seal_button
    place = button.mapTo(window, QPoint(0, 0))
    assert button.isVisible()
    assert not button.visibleRegion().isEmpty()
    assert button.visibleRegion().boundingRect() == button.rect()
    assert window.rect().contains(place)
    assert window.rect().contains(place + button.rect().bottomRight())


def test_a_narrow_window_shows_one_pane_and_a_switch(window: MainWindow) -> None:
    window.board.store.put(batch())
    window.resize(512, 400)
    assert window.intake.isVisible()
    assert not window.board.isVisible()
    assert window.header.batches_tab.text() == "Batches 1"
    assert window.header.documents_tab.isChecked()
    window.show_pane("batches")
    assert window.header.batches_tab.isChecked()
    window.show_pane("documents")
    hands.click(window.header.batches_tab)
    assert window.board.isVisible()
    assert not window.intake.isVisible()
    window.resize(1180, 760)
    assert window.board.isVisible()
    assert window.intake.isVisible()
    assert not window.header.batches_tab.isVisible()


def test_f6_goes_from_region_to_region(window: MainWindow) -> None:
    list_documents(window.intake.model, [document("A.pdf")])
    window.board.store.put(batch())
    window.intake.focus_first()
    visited = []
    for _ in range(2):
        hands.press(window, Qt.Key.Key_F6)
        visited.append(window.focusWidget())
    assert visited == [window.board.card("b1"), window.intake.list]


def test_the_main_job_has_keys(window: MainWindow) -> None:
    wishes: list[str] = []
    window.intake.files_requested.connect(lambda: wishes.append("files"))
    window.intake.seal_requested.connect(lambda: wishes.append("seal"))
    window.quit_requested.connect(lambda: wishes.append("quit"))
    control = Qt.KeyboardModifier.ControlModifier
    hands.press(window, Qt.Key.Key_Return, control)
    list_documents(window.intake.model, [document("A.pdf")])
    for key in (Qt.Key.Key_O, Qt.Key.Key_Return, Qt.Key.Key_Q):
        hands.press(window, key, control)
    assert wishes == ["files", "seal", "quit"]


def test_find_goes_to_the_search(window: MainWindow) -> None:
    window.board.store.put(batch())
    hands.press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.board.search


def test_place_and_shares_come_back(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 500)
    state = window.state()
    other = MainWindow(BatchStore())
    qtbot.addWidget(other, before_close_func=lambda one: one.close_for_real())
    assert other.restore(state)
    assert (other.width(), other.height()) == (700, 500)


@pytest.mark.parametrize(
    "state", [b"", b"x", b"\x01\x00\x00\x00\x05abc", b"\x09" * 40, b"\x01\x00\x00\x00\x02abjunk"]
)
def test_a_state_that_is_none_changes_nothing(window: MainWindow, state: bytes) -> None:
    before = window.size()
    assert not window.restore(state)
    assert window.size() == before


def test_the_state_of_another_version_is_left_alone(window: MainWindow) -> None:
    state = window.state()
    window.resize(700, 500)
    assert not window.restore(b"\x02" + state[1:])
    assert (window.width(), window.height()) == (700, 500)


def test_a_change_of_scheme_restyles_the_open_window(window: MainWindow, app: QApplication) -> None:
    window.set_server(None)
    light = window.grab().toImage().pixelColor(3, window.height() - 3).name()
    theme.apply(app, theme.Scheme.DARK)
    dark = window.grab().toImage().pixelColor(3, window.height() - 3).name()
    theme.apply(app, theme.Scheme.LIGHT)
    assert (light.upper(), dark.upper()) == ("#F4F6F8", "#14181D")


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    window.intake.set_processes([], None, typed=True)
    list_documents(window.intake.model, [document("A.pdf")])
    window.board.store.put(batch(BatchState.WAITING))
    nameless = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (one.accessibleName() or (isinstance(one, QPushButton) and one.text()))
    ]
    assert nameless == []
