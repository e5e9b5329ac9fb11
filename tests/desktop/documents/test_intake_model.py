from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.model import ROW_ROLE, IntakeModel
from signdesk.desktop.documents.values import Row
from signdesk.jobs.preflight import Checked
from tests.desktop.values import HOSTILE, document, list_documents, problem


@pytest.fixture
def model(qtbot: QtBot) -> IntakeModel:
    return IntakeModel()


def names(model: IntakeModel) -> list[str]:
    return [row.name for row in model.rows()]


def test_what_is_dropped_is_listed_at_once_as_being_checked(model: IntakeModel) -> None:
    model.add_checking([Path("/in/A.pdf"), Path("/in/B.pdf")])
    assert names(model) == ["A.pdf", "B.pdf"]
    assert model.is_checking()
    assert model.documents() == ()
    assert model.summary() == "2 documents, 0 B; 2 being checked"


def test_the_answer_takes_the_place_of_the_question(model: IntakeModel) -> None:
    paths = [Path("/in/A.pdf"), Path("/in/B.pdf")]
    model.add_checking(paths)
    model.set_checked([Checked(document("B.pdf", 2_000_000)), Checked(problem("A.pdf"))])
    assert names(model) == ["A.pdf", "B.pdf"]
    assert model.rows()[0].problem == "Empty file, will not be sent"
    assert [one.name for one in model.documents()] == ["B.pdf"]
    assert model.summary() == "2 documents, 2.0 MB; 1 will not be sent: empty"


def test_a_folders_row_gives_way_to_its_files(model: IntakeModel) -> None:
    model.add_checking([Path("/in")])
    list_documents(model, [document("A.pdf"), document("B.pdf")])
    model.give_up([Path("/in")])
    assert names(model) == ["A.pdf", "B.pdf"]
    assert not model.is_checking()


def test_the_same_path_twice_is_one_row(model: IntakeModel) -> None:
    list_documents(model, [document("A.pdf", 1), document("B.pdf")])
    list_documents(model, [document("A.pdf", 7), document("A.pdf", 7)])
    assert names(model) == ["A.pdf", "B.pdf"]
    assert model.documents()[0].size_bytes == 7


def test_checking_that_was_broken_off_leaves_nothing_behind(model: IntakeModel) -> None:
    list_documents(model, [document("A.pdf")])
    model.add_checking([Path("/in/B.pdf")])
    model.give_up([Path("/in/A.pdf"), Path("/in/B.pdf")])
    assert names(model) == ["A.pdf"]


def test_rows_are_removed_wherever_they_stand(model: IntakeModel) -> None:
    list_documents(model, [document(f"{number}.pdf") for number in range(6)])
    model.remove([0, 2, 3, 99])
    assert names(model) == ["1.pdf", "4.pdf", "5.pdf"]
    list_documents(model, [document("4.pdf", 9)])
    assert [one.size_bytes for one in model.documents()] == [1000, 9, 1000]


def test_after_sealing_only_what_could_not_be_sent_stays(model: IntakeModel) -> None:
    sent = [document("A.pdf"), document("B.pdf")]
    list_documents(model, sent)
    model.add_problems([problem("C.pdf")])
    list_documents(model, [document("D.pdf")])
    model.remove_documents(sent)
    assert names(model) == ["C.pdf", "D.pdf"]


def test_a_screen_reader_hears_name_and_note(model: IntakeModel) -> None:
    list_documents(model, [document("A.pdf", 212_000)])
    model.add_problems([problem(HOSTILE)])
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["A.pdf, 212 KB", f"{HOSTILE}, Empty file, will not be sent"]


def test_tool_tips_escape_what_a_name_holds(model: IntakeModel) -> None:
    list_documents(model, [document(HOSTILE)])
    assert "<img" not in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_view_gets_the_row_as_a_value(model: IntakeModel) -> None:
    list_documents(model, [document("A.pdf")])
    assert model.index(0).data(ROW_ROLE) == Row(Path("/in/A.pdf"), "A.pdf", 1000, document("A.pdf"))


def test_ten_thousand_documents_are_one_insert(model: IntakeModel) -> None:
    inserts: list[tuple[int, int]] = []
    changes: list[None] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserts.append((first, last)))
    model.changed.connect(lambda: changes.append(None))
    documents = [document(f"{number}.pdf") for number in range(10_000)]
    model.add_checking([one.path for one in documents])
    assert inserts == [(0, 9_999)]
    assert len(changes) == 1
    model.set_checked([Checked(one) for one in documents])
    assert inserts == [(0, 9_999)]
    assert len(changes) == 2


def test_clearing_empties_everything(model: IntakeModel) -> None:
    list_documents(model, [document("A.pdf")])
    model.clear()
    assert (model.rows(), model.summary()) == ((), "")


def test_a_row_says_first_what_is_wrong_and_a_screen_reader_hears_all(model: IntakeModel) -> None:
    reason = "The file is empty, so there is nothing to send. Add it again when it has content."
    model.add_problems([problem("A.pdf", reason)])
    (row,) = model.rows()
    assert row.short_note == "The file is empty, so there is nothing to send"
    assert reason in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reason in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
