"""The list of documents without a mouse, and its few links with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.columns import SortKey
from signdesk.desktop.documents.row_actions import Verb
from signdesk.desktop.documents.rows import link_areas
from signdesk.desktop.documents.values import SealedRemark
from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.documents import RejectReason
from signdesk.jobs.preflight import Checked
from signdesk.seals.presign_check import Before
from tests.desktop import hands
from tests.desktop.values import document, list_documents, problem

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def intake(window: MainWindow) -> IntakeView:
    """Three good documents and one that another program holds."""
    view = window.intake
    list_documents(
        view.model, [document(name, size) for name, size in [("B.pdf", 2), ("A.pdf", 3), ("C", 1)]]
    )
    view.model.add_problems(
        [problem("D.pdf", "Another program holds it. Close it there.", RejectReason.HELD)]
    )
    view.list.setFocus()
    go_to(view, 0)
    return view


def shown(intake: IntakeView) -> list[str]:
    return [row.name for row in intake.model.rows()]


def go_to(intake: IntakeView, row: int) -> None:
    hands.select(intake.list, intake.model.index(row))


def menu_of(intake: IntakeView) -> QMenu:
    (menu,) = [one for one in intake.list.findChildren(QMenu) if one.isVisible()]
    return menu


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def choose(intake: IntakeView, verb: Verb) -> None:
    menu = menu_of(intake)
    next(one for one in menu.actions() if one.objectName() == verb).trigger()
    menu.close()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_opens_by_key_beside_its_row(
    intake: IntakeView, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    go_to(intake, 1)
    hands.press(intake.list, key, modifier)
    menu = menu_of(intake)
    assert entries(menu) == [
        "Open\tReturn",
        "Preview\tSpace",
        "Show in folder",
        "Rename…\tF2",
        "Check again",
        "Check the seals inside",
        "Remove\tDel",
    ]
    top = intake.list.viewport().mapToGlobal(intake.list.visualRect(intake.model.index(1)).topLeft())
    bottom = intake.list.viewport().mapToGlobal(intake.list.visualRect(intake.model.index(1)).bottomLeft())
    assert top.y() <= menu.pos().y() <= bottom.y()
    menu.close()


def test_the_systems_own_event_for_the_menu_key_opens_no_second_one(intake: IntakeView) -> None:
    hands.press(intake.list, Qt.Key.Key_Menu)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(intake.list.viewport(), event)
    menu_of(intake).close()


def test_a_bad_row_offers_what_helps(intake: IntakeView, qtbot: QtBot) -> None:
    go_to(intake, 3)
    hands.press(intake.list, Qt.Key.Key_Menu)
    assert entries(menu_of(intake)) == [
        "Open\tReturn",
        "Preview\tSpace",
        "Show in folder",
        "Check again",
        "Check the seals inside",
        "Remove\tDel",
    ]
    with qtbot.waitSignal(intake.check_requested, timeout=1000) as heard:
        choose(intake, Verb.CHECK)
    assert heard.args == [[Path("/in/D.pdf")]]


def test_the_row_with_the_keyboard_says_in_full_what_is_wrong(intake: IntakeView) -> None:
    assert intake.hint.text().startswith("Drop more documents")
    hands.press(intake.list, Qt.Key.Key_End)
    assert intake.hint.text() == "Another program holds it. Close it there."
    hands.press(intake.list, Qt.Key.Key_Home)
    assert intake.hint.text().startswith("Drop more documents")


def test_f2_renames_what_is_sent_and_the_ending_stays(intake: IntakeView, qtbot: QtBot) -> None:
    opened: list[object] = []
    intake.open_requested.connect(opened.append)
    go_to(intake, 1)
    hands.press(intake.list, Qt.Key.Key_F2)
    editor = intake.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), editor.selectedText()) == ("A.pdf", "A")
    hands.write(editor, "Letter")
    hands.press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: intake.model.rows()[1].sent_name == "Letter.pdf")
    assert [one.name for one in intake.model.documents()] == ["B.pdf", "Letter.pdf", "C"]
    assert opened == []
    assert intake.model.rows()[1].path == Path("/in/A.pdf")
    assert intake.list.currentIndex().row() == 1


def test_escape_leaves_the_name_as_it_is_and_a_bad_row_has_none_to_give(intake: IntakeView) -> None:
    hands.press(intake.list, Qt.Key.Key_F2)
    editor = intake.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    hands.write(editor, "x")
    hands.press(editor, Qt.Key.Key_Escape)
    assert [one.name for one in intake.model.documents()] == ["B.pdf", "A.pdf", "C"]
    QApplication.sendPostedEvents()
    go_to(intake, 3)
    hands.press(intake.list, Qt.Key.Key_F2)
    assert intake.list.state() is not intake.list.State.EditingState


def test_what_is_typed_survives_news_about_the_list(intake: IntakeView, qtbot: QtBot) -> None:
    hands.press(intake.list, Qt.Key.Key_F2)
    editor = intake.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    hands.write(editor, "Half a na")
    intake.model.set_remarks({document("B.pdf").sha256: SealedRemark("Already sealed by this process")})
    assert editor.text() == "Half a na.pdf"
    hands.press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: intake.model.rows()[0].sent_name == "Half a na.pdf")


def test_control_a_and_delete_empty_the_list(intake: IntakeView) -> None:
    hands.press(intake.list, Qt.Key.Key_A, CONTROL)
    assert intake.list.chosen_rows() == [0, 1, 2, 3]
    hands.press(intake.list, Qt.Key.Key_Menu)
    assert entries(menu_of(intake)) == ["Check again", "Check the seals inside", "Remove\tDel"]
    menu_of(intake).close()
    hands.press(intake.list, Qt.Key.Key_Delete)
    assert shown(intake) == []


def test_send_anyway_for_all_that_are_selected(intake: IntakeView) -> None:
    paths = [Path("/in/X.pdf"), Path("/in/Y.pdf")]
    intake.model.add_checking(paths)
    intake.model.set_checked([Checked(document(path.name), Before(protected=True)) for path in paths])
    assert intake.seal_button.text() == "Seal 3 documents"
    hands.press(intake.list, Qt.Key.Key_A, CONTROL)
    hands.press(intake.list, Qt.Key.Key_Menu)
    choose(intake, Verb.INSIST)
    assert intake.seal_button.text() == "Seal 5 documents"
    assert intake.list.chosen_rows() == [0, 1, 2, 3, 4, 5]


def test_selection_and_focus_stay_while_results_come_in(intake: IntakeView) -> None:
    paths = [Path(f"/in/{number}.pdf") for number in range(200)]
    intake.model.add_checking(paths)
    go_to(intake, 50)
    hands.press(intake.list, Qt.Key.Key_Down, SHIFT)
    place = intake.list.verticalScrollBar().value()
    for start in range(0, 200, 20):
        intake.model.set_checked([Checked(document(path.name)) for path in paths[start : start + 20]])
    assert intake.list.chosen_rows() == [50, 51]
    assert intake.list.currentIndex().row() == 51
    assert intake.list.verticalScrollBar().value() == place
    assert QApplication.focusWidget() is intake.list


def test_headers_sort_by_keyboard_and_turn_round(intake: IntakeView) -> None:
    name = intake.sort_bar.buttons[SortKey.NAME]
    assert name.accessibleName() == "Sort by Name"
    name.setFocus()
    hands.press(name, Qt.Key.Key_Space)
    assert shown(intake) == ["A.pdf", "B.pdf", "C", "D.pdf"]
    assert name.accessibleName() == "Sort by Name, now ascending"
    hands.press(name, Qt.Key.Key_Space)
    assert shown(intake) == ["D.pdf", "C", "B.pdf", "A.pdf"]
    assert [one.name for one in intake.model.documents()] == ["C", "B.pdf", "A.pdf"]
    list_documents(intake.model, [document("0.pdf")])
    assert name.accessibleName() == "Sort by Name"


def test_the_tab_key_reaches_headers_list_and_remove_in_reading_order(intake: IntakeView) -> None:
    reached: list[object] = []
    widget = intake.sort_bar.buttons[SortKey.NAME]
    widget.setFocus()
    for _ in range(12):
        focus = QApplication.focusWidget()
        reached.append(focus)
        hands.press(focus or intake, Qt.Key.Key_Tab)
    order = [reached.index(one) for one in (*intake.sort_bar.buttons.values(), intake.list)]
    assert order == sorted(order)
    texts = [one.text() for one in reached if isinstance(one, QPushButton)]
    assert "Remove these" in texts


def test_one_key_takes_out_what_will_not_be_sent(intake: IntakeView) -> None:
    (remove,) = [one for one in intake.findChildren(QPushButton) if one.text() == "Remove these"]
    assert remove.isVisible()
    hands.press(remove, Qt.Key.Key_Space)
    assert shown(intake) == ["B.pdf", "A.pdf", "C"]
    assert not remove.isVisible()


def test_links_in_a_row_do_what_they_say(intake: IntakeView, qtbot: QtBot) -> None:
    areas = dict(
        link_areas(intake.list.visualRect(intake.model.index(3)), intake.model.rows()[3], lively=False)
    )
    with qtbot.waitSignal(intake.check_requested, timeout=1000) as heard:
        hands.click(intake.list.viewport(), areas[Verb.CHECK].center())
    assert heard.args == [[Path("/in/D.pdf")]]
    hands.click(intake.list.viewport(), areas[Verb.REMOVE].center())
    assert shown(intake) == ["B.pdf", "A.pdf", "C"]


def test_progress_stands_beside_the_button_and_can_be_stopped(intake: IntakeView, qtbot: QtBot) -> None:
    intake.model.add_checking([Path("/in/E.pdf"), Path("/in/F.pdf")])
    intake.show_progress(119, 300)
    assert intake.progress.words.text() == "Checking 120 of 300…"
    assert not intake.seal_button.isEnabled()
    with qtbot.waitSignal(intake.progress.stop_button.clicked, timeout=1000):
        hands.press(intake.progress.stop_button, Qt.Key.Key_Space)
    intake.show_progress(300, 300)
    assert not intake.progress.isVisible()
