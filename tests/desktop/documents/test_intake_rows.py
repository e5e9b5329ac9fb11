"""What a row says and what a person can do about it; that the counts always add up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.columns import SortKey
from signdesk.desktop.documents.model import IntakeModel
from signdesk.desktop.documents.row_actions import Verb, link_verbs, offered
from signdesk.desktop.documents.settling import Conditions
from signdesk.desktop.documents.values import Row
from signdesk.domain.connections import Limits
from signdesk.domain.documents import Oddity, RejectReason, folded, transfer_names
from signdesk.jobs.preflight import Checked
from signdesk.seals.presign_check import Before
from tests.desktop.values import document, list_documents, problem

PLAIN = Before()


@pytest.fixture
def model(qtbot: QtBot) -> IntakeModel:
    return IntakeModel()


def put(model: IntakeModel, name: str, before: Before = PLAIN, *, sha256: str = "") -> Row:
    """A checked document of this name; names may be equal, their folders are not."""
    one = replace(document(name), path=Path(f"/in/{model.rowCount()}") / name)
    one = replace(one, sha256=sha256 or f"{model.rowCount():064x}")
    model.add_checking([one.path])
    model.set_checked([Checked(one, before)])
    return model.rows()[-1]


def sent(model: IntakeModel) -> list[str]:
    return [one.name for one in model.documents()]


def test_a_pdf_with_a_password_is_not_sent_and_nobody_can_insist(model: IntakeModel) -> None:
    row = put(model, "A.pdf", Before(needs_password=True))
    assert row.short_note == "It opens only with a password"
    assert sent(model) == []
    assert Verb.INSIST not in offered([row])
    model.insist([0])
    assert sent(model) == []


@pytest.mark.parametrize("before", [Before(protected=True), Before(signatures=1, final=True)])
def test_what_a_seal_may_break_is_sent_at_a_persons_word_only(model: IntakeModel, before: Before) -> None:
    row = put(model, "A.pdf", before)
    assert sent(model) == []
    assert link_verbs(row, lively=False) == [Verb.INSIST, Verb.REMOVE]
    model.insist([0])
    assert sent(model) == ["A.pdf"]
    assert model.rows()[0].note.startswith("Will be sent anyway")
    assert Verb.TAKE_BACK in offered(model.rows())
    model.insist([0], on=False)
    assert sent(model) == []


def test_a_process_that_changes_nothing_does_not_mind(model: IntakeModel) -> None:
    put(model, "A.pdf", Before(signatures=1, final=True))
    model.set_conditions(Conditions(changes_documents=False))
    assert sent(model) == ["A.pdf"]
    model.set_conditions(Conditions())
    assert sent(model) == []


def test_a_persons_word_is_about_the_file_as_it_was(model: IntakeModel) -> None:
    row = put(model, "A.pdf", Before(protected=True))
    model.insist([0])
    model.add_checking([row.path])
    assert row.document is not None
    model.set_checked([Checked(row.document, Before(protected=True))])
    assert sent(model) == ["A.pdf"]
    changed = replace(row.document, sha256="2" * 64)
    model.add_checking([row.path])
    model.set_checked([Checked(changed, Before(protected=True))])
    assert sent(model) == []


def test_a_signed_document_is_sent_and_says_so(model: IntakeModel) -> None:
    assert put(model, "A.pdf", Before(signatures=1)).note == "Already signed, a seal is added · 1 KB"
    assert "Signed 3 times" in put(model, "B.pdf", Before(signatures=3)).note
    assert len(sent(model)) == 2


def test_what_is_odd_about_a_document_is_said_in_its_row_and_it_is_sent(model: IntakeModel) -> None:
    one = document("Scan.png")
    model.add_checking([one.path])
    model.set_checked([Checked(one, oddities=(Oddity.OTHER_FORM,))])
    (row,) = model.rows()
    assert row.note == "Its content is not that of a “.png” file: open it before you seal it · 1 KB"
    assert "“.png”" in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert sent(model) == ["Scan.png"]


def test_equal_names_are_numbered_where_everybody_sees_it(model: IntakeModel) -> None:
    for name in ("Letter.pdf", "letter.PDF", "Letter.pdf"):
        put(model, name)
    assert [row.sent_name for row in model.rows()] == ["", "letter (2).PDF", "Letter (3).pdf"]
    assert "Sent as “Letter (3).pdf”" in model.rows()[2].note
    assert link_verbs(model.rows()[2], lively=False) == [Verb.RENAME]
    assert sent(model) == ["Letter.pdf", "letter (2).PDF", "Letter (3).pdf"]
    assert all(row.path.name == row.name for row in model.rows())
    model.remove([0])
    assert [row.sent_name for row in model.rows()] == ["", "Letter (2).pdf"]


def test_a_given_name_holds_and_the_others_give_way(model: IntakeModel) -> None:
    put(model, "Letter.pdf")
    put(model, "Letter.pdf")
    model.rename(1, "Letter to Anna")
    assert sent(model) == ["Letter.pdf", "Letter to Anna.pdf"]
    model.rename(1, "Note.pdf")
    put(model, "Note.pdf")
    assert sent(model) == ["Letter.pdf", "Note.pdf", "Note (2).pdf"]
    assert not model.rows()[1].is_numbered
    model.rename(1, "Letter.pdf")  # its own name again
    assert model.rows()[1].given_name == ""
    assert sent(model) == ["Letter.pdf", "Letter (2).pdf", "Note.pdf"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a/b\\c:d", "a_b_c_d.pdf"),
        ("  Note  ", "Note.pdf"),
        ("Note.PDF", "Note.PDF"),
        ("CON", "_CON.pdf"),
        ("x" * 400, "x" * 196 + ".pdf"),
        ("", "A.pdf"),
        (".pdf", "A.pdf"),
        ("\x00", "_.pdf"),
    ],
)
def test_whatever_is_typed_becomes_a_legal_name(model: IntakeModel, typed: str, name: str) -> None:
    put(model, "A.pdf")
    model.setData(model.index(0), typed)
    assert sent(model) == [name]
    assert transfer_names(sent(model)) == (name,)


def test_equal_content_under_two_names_is_said_in_both_rows(model: IntakeModel) -> None:
    put(model, "A.pdf", sha256="a")
    put(model, "B.pdf", sha256="a")
    put(model, "C.pdf", sha256="c")
    assert [row.twin for row in model.rows()] == ["B.pdf", "A.pdf", ""]
    assert len(sent(model)) == 3
    model.remove([1])
    assert [row.twin for row in model.rows()] == ["", ""]


def test_what_is_too_large_for_the_server_stays_out_and_the_others_are_parted(model: IntakeModel) -> None:
    list_documents(model, [document(f"{number}.pdf", 4_000) for number in range(4)])
    list_documents(model, [document("Scan.tif", 50_000)])
    model.set_conditions(Conditions(Limits(batch_bytes=11_000)))
    assert model.rows()[4].short_note == "It is too large"
    assert model.summary() == "5 documents, 16 KB, in 2 batches; 1 will not be sent: too large"
    model.set_conditions(Conditions())
    assert len(sent(model)) == 5


def test_a_stopped_check_leaves_rows_that_can_be_checked_again(model: IntakeModel) -> None:
    put(model, "A.pdf")
    model.add_checking([Path("/in/B.pdf"), Path("/in/C.pdf")])
    model.stop_checking()
    assert [row.blocked_by for row in model.rows()] == [
        None,
        RejectReason.NOT_CHECKED,
        RejectReason.NOT_CHECKED,
    ]
    assert link_verbs(model.rows()[1], lively=False) == [Verb.CHECK, Verb.REMOVE]
    assert model.summary() == "3 documents, 1 KB; 2 will not be sent: not checked"


def test_results_of_a_hundred_files_are_one_change_and_move_nothing(model: IntakeModel) -> None:
    documents = [document(f"{number}.pdf") for number in range(300)]
    model.add_checking([one.path for one in documents])
    seen: list[str] = []
    ranges: list[tuple[int, int]] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
        signal.connect(lambda *_: seen.append("rebuilt"))
    model.dataChanged.connect(lambda first, last, *_: ranges.append((first.row(), last.row())))
    model.changed.connect(lambda: seen.append("changed"))
    model.set_checked([Checked(one) for one in documents[100:200]])
    assert (seen, ranges) == (["changed"], [(100, 199)])


@pytest.mark.parametrize("key", list(SortKey))
def test_sorting_keeps_the_selection_and_the_order_of_equals(model: IntakeModel, key: SortKey) -> None:
    list_documents(model, [document(name, size) for name, size in [("b", 5), ("C", 5), ("a", 9), ("d", 1)]])
    model.add_problems([problem("Z")])
    chosen = QItemSelectionModel(model)
    chosen.select(model.index(2), QItemSelectionModel.SelectionFlag.Select)
    kept = QPersistentModelIndex(model.index(0))
    model.sort_by(key)
    assert [index.data() for index in chosen.selectedIndexes()] == ["a"]
    assert kept.data() == "b"
    up = [row.name for row in model.rows()]
    expected = {
        SortKey.NAME: ["a", "b", "C", "d", "Z"],
        SortKey.SIZE: ["Z", "d", "b", "C", "a"],
        SortKey.STATE: ["Z", "b", "C", "a", "d"],
    }
    assert up == expected[key]
    model.sort_by(key, descending=True)
    down = [row.name for row in model.rows()]
    assert down[0] == {SortKey.NAME: "Z", SortKey.SIZE: "a", SortKey.STATE: "b"}[key]
    list_documents(model, [document("aa")])
    assert [row.name for row in model.rows()] == [*down, "aa"]


_BEFORE = st.builds(
    Before, needs_password=st.booleans(), protected=st.booleans(), signatures=st.integers(0, 3),
    final=st.booleans(),
)  # fmt: skip
_NAMES = st.sampled_from(["A.pdf", "a.PDF", "B.pdf", "b (2).pdf", "B (2).pdf", "…"])
_ACT = st.one_of(
    st.tuples(st.just("checked"), _NAMES, _BEFORE, st.integers(0, 3)),
    st.tuples(st.just("problem"), st.sampled_from(list(RejectReason)), st.integers(0, 9)),
    st.tuples(st.sampled_from(["checking", "insist", "remove", "rename"]), st.integers(0, 9), _NAMES),
    st.tuples(st.sampled_from(["stop", "sort", "limit", "validate", "remove bad"])),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(_ACT, max_size=25))
def test_whatever_happens_the_counts_add_up_and_no_name_is_sent_twice(
    qapp: object, acts: list[tuple[object, ...]]
) -> None:
    model = IntakeModel()
    for number, act in enumerate(acts):
        _carry_out(model, number, act)
        counts = model.counts
        assert counts.total == model.rowCount() == counts.sent + counts.bad + counts.checking
        assert counts.sent == len(model.documents())
        assert counts.sent_bytes == sum(one.size_bytes for one in model.documents())
        told = sum(count for _trouble, count in counts.told_troubles) + counts.other_troubles
        assert told == counts.bad
        names = sent(model)
        assert len({folded(name) for name in transfer_names(names)}) == len(names)
        assert transfer_names(names) == tuple(names)
        assert {row.path for row in model.rows() if row.is_sent} == {one.path for one in model.documents()}


def _carry_out(model: IntakeModel, number: int, act: tuple[object, ...]) -> None:
    match act:
        case ("checked", str(name), Before() as before, int(content)):
            one = replace(document(name, 1000 * content + 1), path=Path(f"/{number}") / name)
            model.add_checking([one.path])
            model.set_checked([Checked(replace(one, sha256=f"{content:064x}"), before)])
        case ("problem", RejectReason() as trouble, int(place)):
            known = model.rows()[place] if place < model.rowCount() else None
            name = str(number)
            bad = replace(problem(name, trouble=trouble), path=known.path if known else Path(f"/{number}"))
            model.add_problems([bad])
        case (str(verb), int(place), str(name)) if place < model.rowCount():
            _touch(model, verb, place, name)
        case (str(verb),):
            {
                "stop": model.stop_checking,
                "sort": lambda: model.sort_by(SortKey.STATE),
                "limit": lambda: model.set_conditions(Conditions(Limits(3000, 2))),
                "validate": lambda: model.set_conditions(Conditions(changes_documents=False)),
                "remove bad": model.remove_bad,
            }[verb]()


def _touch(model: IntakeModel, verb: str, place: int, name: str) -> None:
    if verb == "checking":
        model.add_checking([model.rows()[place].path])
    elif verb == "insist":
        model.insist([place])
    elif verb == "rename":
        model.rename(place, name)
    else:
        model.remove([place])


def test_a_screen_reader_hears_what_is_wrong_and_what_is_sent_otherwise(model: IntakeModel) -> None:
    put(model, "A.pdf")
    put(model, "A.pdf", Before(signatures=1))
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "A.pdf, Sent as “A (2).pdf” · Already signed, a seal is added · 1 KB"
