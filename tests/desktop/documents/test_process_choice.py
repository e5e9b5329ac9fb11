"""Which process is used: the chosen one, whatever the others are called, and never one that was not meant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signdesk.desktop.connections.distinct_labels import distinct_labels
from signdesk.desktop.documents.choices import ProcessChoice
from signdesk.desktop.settings.process_fields import process_number
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Process, unnamed
from tests.desktop import hands

TWO = (Process(12, "Company seal"), Process(13, "Company seal"))


def choice_of(
    qtbot: QtBot, *processes: Process, chosen: int | None = None, typed: bool = True
) -> ProcessChoice:
    made = ProcessChoice()
    qtbot.addWidget(made)
    made.offer(processes, chosen, typed=typed)
    made.show()
    return made


def shown(choice: ProcessChoice) -> list[str]:
    return [choice.box.itemText(place) for place in range(choice.box.count())]


def type_in(choice: ProcessChoice, text: str) -> None:
    line = choice.box.lineEdit()
    assert line is not None
    line.selectAll()
    hands.write(line, text)
    hands.press(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", [False, True])
def test_the_second_of_two_equal_labels_is_chosen_by_keys(qtbot: QtBot, typed: bool) -> None:
    choice = choice_of(qtbot, *TWO, chosen=12, typed=typed)
    assert shown(choice) == ["Company seal (12)", "Company seal (13)"]
    hands.press(choice.box, Qt.Key.Key_Down)
    assert choice.process() == TWO[1]
    hands.press(choice.box, Qt.Key.Key_Up)
    assert choice.process() == TWO[0]


def test_the_second_of_two_equal_labels_is_the_usual_one(qtbot: QtBot) -> None:
    assert choice_of(qtbot, *TWO, chosen=13).process() == TWO[1]


def test_return_in_the_line_keeps_what_was_chosen(qtbot: QtBot) -> None:
    choice = choice_of(qtbot, *TWO, chosen=13)
    line = choice.box.lineEdit()
    assert line is not None
    hands.press(line, Qt.Key.Key_Return)
    assert choice.process() == TWO[1]


def test_a_label_that_two_have_names_neither(qtbot: QtBot) -> None:
    choice = choice_of(qtbot, *TWO)
    type_in(choice, "Company seal")
    assert choice.process() is None
    type_in(choice, "Company seal (13)")
    assert choice.process() == TWO[1]


@pytest.mark.parametrize(
    "label", ["Company seal ", " Company seal", "Company  seal", "s" * 300, "a\tb\u2028c"]
)
@pytest.mark.parametrize("typed", [False, True])
def test_an_odd_label_can_be_used(qtbot: QtBot, label: str, typed: bool) -> None:
    odd = Process(12, label)
    assert choice_of(qtbot, odd, chosen=12, typed=typed).process() == odd


def test_labels_that_look_equal_are_told_apart(qtbot: QtBot) -> None:
    choice = choice_of(qtbot, Process(12, "Company seal"), Process(13, "Company  seal "))
    assert shown(choice) == ["Company seal (12)", "Company seal (13)"]


@pytest.mark.parametrize("text", ["Company seal 2026", "Seal 13", "Process 13", "13.", "no 13", "1_3", "+13"])
def test_a_number_beside_anything_else_is_no_process(qtbot: QtBot, text: str) -> None:
    choice = choice_of(qtbot, Process(12, "Company seal"))
    type_in(choice, text)
    assert choice.process() is None
    assert choice.box.property("wrong") == "yes"


def test_a_number_alone_is_that_process_whatever_another_is_called(qtbot: QtBot) -> None:
    choice = choice_of(qtbot, Process(12, "13"), Process(14, "Company seal"))
    assert shown(choice) == ["13 (12)", "Company seal"]
    type_in(choice, "13")
    assert choice.process() == unnamed(13)
    type_in(choice, " 14 ")
    assert choice.process() == Process(14, "Company seal")
    assert choice.box.currentText() == "Company seal"


def test_what_is_edited_and_put_back_is_the_chosen_one_again(qtbot: QtBot) -> None:
    choice = choice_of(qtbot, *TWO, chosen=13)
    line = choice.box.lineEdit()
    assert line is not None
    hands.write(line, "x")
    assert choice.process() is None
    hands.press(line, Qt.Key.Key_Backspace)
    assert choice.process() == TWO[1]


@pytest.mark.parametrize("text", ["1_2", "+12", "١٢", "12 seals", "0", ""])
def test_the_fields_for_a_number_take_nothing_else(text: str) -> None:
    with pytest.raises(InputProblem):
        process_number(text)


def test_distinct_labels_stay_distinct_whatever_they_are() -> None:
    labels = ["Seal", "Seal", "Seal (1)", ""]
    made = distinct_labels(labels, ["1", "2", "3", "4"])
    assert len(set(made)) == 4
    assert made[1] == "Seal (2)"
