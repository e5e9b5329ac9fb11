"""Undo for what a person removes from the list of documents: by keys, and by the line that offers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.documents import RejectReason
from tests.desktop import hands
from tests.desktop.values import document, list_documents, problem
from tests.journeys import keyboard

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def intake(window: MainWindow) -> IntakeView:
    """Three good documents with one that another program holds among them."""
    view = window.intake
    list_documents(view.model, [document("A.pdf"), document("B.pdf")])
    view.model.add_problems([problem("Held.pdf", "Another program holds it.", RejectReason.HELD)])
    list_documents(view.model, [document("C.pdf")])
    view.list.setFocus()
    hands.select(view.list, view.model.index(0))
    return view


def listed(window: MainWindow) -> list[str]:
    return [row.name for row in window.intake.model.rows()]


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    hands.press(keyboard.keyboard(window), key, modifier)


def test_a_removed_row_comes_back_to_its_place_by_key(window: MainWindow, intake: IntakeView) -> None:
    hands.select(intake.list, intake.model.index(1))
    intake.model.rename(1, "Lease.pdf")
    press(window, Qt.Key.Key_Delete)
    assert listed(window) == ["A.pdf", "Held.pdf", "C.pdf"]
    assert intake.undo_bar.isVisible()
    assert intake.undo_bar.text.text() == "“B.pdf” was removed from the list."
    press(window, Qt.Key.Key_Z, CONTROL)
    assert listed(window) == ["A.pdf", "B.pdf", "Held.pdf", "C.pdf"]
    assert intake.model.documents()[1].name == "Lease.pdf"
    assert not intake.undo_bar.isVisible()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(listed(window)) == 4


def test_several_rows_from_several_places_come_back(window: MainWindow, intake: IntakeView) -> None:
    press(window, Qt.Key.Key_A, CONTROL)
    press(window, Qt.Key.Key_Delete)
    assert listed(window) == []
    assert intake.undo_bar.text.text() == "4 documents were removed from the list."
    press(window, Qt.Key.Key_Z, CONTROL)
    assert listed(window) == ["A.pdf", "B.pdf", "Held.pdf", "C.pdf"]
    intake.model.remove([0, 2])
    list_documents(intake.model, [document("D.pdf")])
    keyboard.push(window, intake.undo_bar.undo_button)
    assert listed(window) == ["A.pdf", "B.pdf", "Held.pdf", "C.pdf", "D.pdf"]
    assert keyboard.keyboard(window) is intake.list


def test_remove_these_can_be_undone(window: MainWindow, intake: IntakeView) -> None:
    (remove,) = [one for one in intake.findChildren(QPushButton) if one.text() == "Remove these"]
    hands.click(remove)
    assert listed(window) == ["A.pdf", "B.pdf", "C.pdf"]
    hands.click(intake.undo_bar.undo_button)
    assert listed(window) == ["A.pdf", "B.pdf", "Held.pdf", "C.pdf"]


def test_the_next_removal_takes_the_place_of_the_last(window: MainWindow, intake: IntakeView) -> None:
    press(window, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_Delete)
    assert intake.undo_bar.text.text() == "“B.pdf” was removed from the list."
    press(window, Qt.Key.Key_Z, CONTROL)
    assert listed(window) == ["B.pdf", "Held.pdf", "C.pdf"]


def test_the_line_can_be_hidden_and_the_removal_stands(window: MainWindow, intake: IntakeView) -> None:
    press(window, Qt.Key.Key_Delete)
    keyboard.push(window, intake.undo_bar.hide_button)
    assert not intake.undo_bar.isVisible()
    assert keyboard.keyboard(window) is intake.list
    press(window, Qt.Key.Key_Z, CONTROL)
    assert listed(window) == ["B.pdf", "Held.pdf", "C.pdf"]


def test_what_was_added_again_meanwhile_is_no_second_row(window: MainWindow, intake: IntakeView) -> None:
    intake.model.remove([0, 1])
    list_documents(intake.model, [document("A.pdf")])
    press(window, Qt.Key.Key_Z, CONTROL)
    assert sorted(listed(window)) == ["A.pdf", "B.pdf", "C.pdf", "Held.pdf"]


def test_what_was_being_checked_is_checked_when_it_comes_back(
    window: MainWindow, intake: IntakeView, qtbot: QtBot
) -> None:
    intake.model.add_checking([Path("/in/New.pdf")])
    intake.model.remove([4])
    with qtbot.waitSignal(intake.check_requested, timeout=1000) as heard:
        press(window, Qt.Key.Key_Z, CONTROL)
    assert heard.args == [[Path("/in/New.pdf")]]


def test_in_a_text_field_the_key_belongs_to_the_field(window: MainWindow, intake: IntakeView) -> None:
    intake.set_processes([], None, typed=True)
    press(window, Qt.Key.Key_Delete)
    line = intake.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    hands.write(line, "12")
    hands.press(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() == ""
    hands.press(line, Qt.Key.Key_Z, CONTROL)  # nothing left in the field: still the field's
    assert listed(window) == ["B.pdf", "Held.pdf", "C.pdf"]
    intake.list.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert listed(window) == ["A.pdf", "B.pdf", "Held.pdf", "C.pdf"]


def test_what_is_out_of_sight_is_not_undone(window: MainWindow, intake: IntakeView) -> None:
    """On the page to connect, and with the batches in front where there is room for one pane only."""
    press(window, Qt.Key.Key_Delete)
    window.show_start_page()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(listed(window)) == 3
    window.leave_start_page()
    window.resize(600, 700)
    window.show_pane("batches")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(listed(window)) == 3
    window.show_pane("documents")
    intake.list.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(listed(window)) == 4


def test_in_a_low_window_the_line_is_scrolled_into_sight(window: MainWindow, intake: IntakeView) -> None:
    window.resize(512, 300)
    press(window, Qt.Key.Key_Delete)
    bar = intake.undo_bar
    assert bar.visibleRegion().boundingRect() == bar.rect()
