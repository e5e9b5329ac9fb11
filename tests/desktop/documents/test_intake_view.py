from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.choices import FolderChoice, ProcessChoice
from signdesk.desktop.documents.row_actions import Verb
from signdesk.desktop.documents.rows import link_areas
from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.servers import Process, unnamed
from tests.desktop import hands
from tests.desktop.values import FOLDER, SEAL, VALIDATE, document, list_documents, problem


@pytest.fixture
def intake(window: MainWindow) -> IntakeView:
    return window.intake


def press(intake: IntakeView, text: str) -> None:
    buttons = [one for one in intake.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    buttons[0].click()


def link(intake: IntakeView, row: int, verb: Verb) -> QPoint:
    """The middle of a row's link."""
    area = intake.list.visualRect(intake.model.index(row))
    return dict(link_areas(area, intake.model.rows()[row], lively=False))[verb].center()


def test_the_button_counts_what_would_be_sent(intake: IntakeView) -> None:
    assert intake.seal_button.text() == "Seal documents"
    list_documents(intake.model, [document("A.pdf"), document("B.pdf")])
    intake.model.add_problems([problem("C.pdf")])
    assert intake.seal_button.text() == "Seal 2 documents"
    intake.model.remove([0])
    assert intake.seal_button.text() == "Seal 1 document"


def test_the_kind_of_the_process_is_the_verb(intake: IntakeView) -> None:
    intake.set_processes([SEAL, VALIDATE], 2)
    list_documents(intake.model, [document("A.pdf")])
    assert intake.seal_button.text() == "Check 1 document"


def test_the_button_wishes_once(intake: IntakeView, qtbot: QtBot) -> None:
    list_documents(intake.model, [document("A.pdf")])
    with qtbot.waitSignal(intake.seal_requested, timeout=1000):
        hands.click(intake.seal_button)


@pytest.mark.parametrize(
    ("obstacle", "reason"),
    [
        ("empty", "Add documents first."),
        ("checking", "The documents are still being checked."),
        ("bad", "None of these can be sent. Remove them or add others."),
        ("process", "Choose a process first."),
        ("folder", "Choose where to save the result first."),
        ("other", "The practice server is starting…"),
    ],
)
def test_a_button_that_cannot_be_pressed_says_why(qtbot: QtBot, obstacle: str, reason: str) -> None:
    intake = IntakeView()
    qtbot.addWidget(intake)
    intake.set_processes([] if obstacle == "process" else [SEAL])
    if obstacle != "folder":
        intake.choose_folder(FOLDER)
    if obstacle == "checking":
        intake.model.add_checking([Path("/in/A.pdf")])
    elif obstacle == "bad":
        intake.model.add_problems([problem("A.pdf")])
    elif obstacle != "empty":
        list_documents(intake.model, [document("A.pdf")])
    intake.set_obstacle(reason if obstacle == "other" else "")
    wishes: list[None] = []
    intake.seal_requested.connect(lambda: wishes.append(None))
    intake.seal()
    assert not intake.seal_button.isEnabled()
    assert intake.seal_button.accessibleDescription() == reason
    assert wishes == []


def test_the_empty_pane_gives_way_to_the_list_and_comes_back(intake: IntakeView) -> None:
    assert not intake.list.isVisible()
    list_documents(intake.model, [document("A.pdf")])
    assert intake.list.isVisible()
    intake.model.clear()
    assert not intake.list.isVisible()


def test_samples_are_offered_in_practice_only(intake: IntakeView) -> None:
    wishes: list[None] = []
    intake.samples_link.clicked.connect(lambda: wishes.append(None))
    texts = [one.text() for one in intake.findChildren(QPushButton) if one.isVisible()]
    assert "Use the sample documents" not in texts
    intake.set_practice(True)
    press(intake, "Use the sample documents")
    assert len(wishes) == 1


@pytest.mark.parametrize("filled", [False, True])
def test_add_files_is_always_at_hand(intake: IntakeView, filled: bool) -> None:
    wishes: list[None] = []
    intake.files_requested.connect(lambda: wishes.append(None))
    if filled:
        list_documents(intake.model, [document("A.pdf")])
    press(intake, "Add files…")
    assert len(wishes) == 1


def test_delete_removes_what_is_selected(intake: IntakeView, qtbot: QtBot) -> None:
    list_documents(intake.model, [document(f"{number}.pdf") for number in range(4)])
    hands.select(intake.list, intake.model.index(1))
    hands.press(intake.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(intake.list, Qt.Key.Key_Delete)
    assert [row.name for row in intake.model.rows()] == ["0.pdf", "3.pdf"]
    assert intake.list.currentIndex().row() == 1


def test_the_remove_link_of_a_row_removes_that_row(intake: IntakeView, qtbot: QtBot) -> None:
    list_documents(intake.model, [document("A.pdf")])
    intake.model.add_problems([problem("B.pdf")])
    hands.click(intake.list.viewport(), link(intake, 1, Verb.REMOVE))
    assert [row.name for row in intake.model.rows()] == ["A.pdf"]


def test_a_click_beside_the_link_only_selects(intake: IntakeView, qtbot: QtBot) -> None:
    list_documents(intake.model, [document("A.pdf")])
    hands.click(intake.list.viewport(), QPoint(80, 20))
    assert intake.list.chosen_rows() == [0]
    assert intake.model.rowCount() == 1


def test_enter_opens_the_document(intake: IntakeView, qtbot: QtBot) -> None:
    list_documents(intake.model, [document("A.pdf")])
    hands.select(intake.list, intake.model.index(0))
    with qtbot.waitSignal(intake.open_requested, timeout=1000) as heard:
        hands.press(intake.list, Qt.Key.Key_Return)
    assert heard.args == [Path("/in/A.pdf")]


def test_a_note_unfolds_in_place_and_can_be_hidden(intake: IntakeView) -> None:
    intake.show_note("2 files were left out.", ["a: hidden", "b: a link"])
    assert intake.note() == "2 files were left out."
    press(intake, "Show which")
    press(intake, "Show less")
    press(intake, "Hide")
    assert intake.note() == ""


def typed(qtbot: QtBot, text: str) -> ProcessChoice:
    choice = ProcessChoice()
    qtbot.addWidget(choice)
    choice.offer([SEAL], None, typed=True)
    choice.show()
    line = choice.box.lineEdit()
    assert line is not None
    hands.write(line, text)
    hands.press(line, Qt.Key.Key_Return)
    return choice


@pytest.mark.parametrize("text", ["12", " 12 "])
def test_a_typed_number_becomes_a_process(qtbot: QtBot, text: str) -> None:
    choice = typed(qtbot, text)
    assert choice.process() == unnamed(12)
    assert choice.box.currentText() == "Process 12"


@pytest.mark.parametrize("text", ["0", "-3", "abc", "2147483648", "1.5", "Process 12"])
def test_anything_else_is_no_process_and_is_said_so(qtbot: QtBot, text: str) -> None:
    choice = typed(qtbot, text)
    assert choice.process() is None
    assert choice.box.property("wrong") == "yes"


def test_a_name_may_be_typed_as_well(qtbot: QtBot) -> None:
    assert typed(qtbot, "Company seal").process() == SEAL


def test_choosing_a_number_that_nobody_named_adds_it(intake: IntakeView) -> None:
    heard: list[Process] = []
    intake.process_chosen.connect(heard.append)
    intake.choose_process(77)
    intake.choose_process(77)
    assert intake.process() == unnamed(77)
    assert heard == [unnamed(77)]


def test_without_a_choice_of_ones_own_the_first_process_is_chosen(intake: IntakeView) -> None:
    intake.set_processes([VALIDATE, SEAL])
    assert intake.process() == VALIDATE
    intake.set_processes([VALIDATE, SEAL], typed=True)
    assert intake.process() is None


def test_folders_are_chosen_from_the_last_ones_or_anew(qtbot: QtBot) -> None:
    choice = FolderChoice(Path("/home/anna"))
    qtbot.addWidget(choice)
    choice.offer([FOLDER, Path("/srv/out")])
    choice.choose(FOLDER)
    picked: list[Path] = []
    others: list[None] = []
    choice.chosen.connect(picked.append)
    choice.other_requested.connect(lambda: others.append(None))
    choice.show()
    choice.button.click()
    actions = [one for one in choice.findChildren(QMenu)[0].actions() if not one.isSeparator()]
    assert [one.text() for one in actions] == ["Documents › Sealed", "srv › out", "Choose another folder…"]
    actions[1].trigger()
    actions[2].trigger()
    choice.menu.close()
    assert picked == [Path("/srv/out")]
    assert choice.button.shown == "srv › out"
    assert len(others) == 1


def test_without_any_folder_the_control_asks_for_one(qtbot: QtBot) -> None:
    choice = FolderChoice()
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.other_requested, timeout=1000):
        choice.button.click()


def test_a_number_that_is_too_large_is_told_the_largest(qtbot: QtBot) -> None:
    choice = ProcessChoice()
    qtbot.addWidget(choice)
    choice.offer([], None, typed=True)
    choice.show()
    line = choice.box.lineEdit()
    assert line is not None
    hands.write(line, "2147483648")
    line.editingFinished.emit()
    assert choice.process() is None
    said = [one.text() for one in choice.findChildren(Label) if one.isVisible()]
    assert "The largest process number is 2147483647." in said


def test_a_note_about_rows_goes_with_the_last_of_them(intake: IntakeView) -> None:
    list_documents(intake.model, [document("A.pdf")])
    intake.show_note("1 document of “Company seal” is back in the list.")
    intake.model.remove([0])
    assert intake.note() == ""
