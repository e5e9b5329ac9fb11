"""A result that waits for a person: put aside or saved for a look, and nothing is lost or deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from signdesk.app import Program
from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_recovery import seal, state
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile, ResultForm
from tests.support.saved import saved_in


def the_batch(program: Program) -> Batch:
    (batch,) = program.window.board.store.batches()
    return batch


def button(program: Program, verb: str) -> QPushButton:
    card = program.window.board.card(the_batch(program).id)
    found = card.footer.button(verb) if card is not None else None
    assert found is not None, verb
    return found


async def test_what_was_put_aside_is_saved_all_the_same_by_key(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(result=ResultForm.UNSAFE_NAMES)
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.NEEDS_YOU, "the question")
        held = the_batch(program)
        assert "the file “../../escaped.pdf” in it would be written outside its folder" in held.message
        assert held.quarantined_to is not None
        content = held.quarantined_to.read_bytes()
        anyway = button(program, "save_anyway")
        assert anyway.text() == "Save it anyway"
        anyway.setFocus()
        hands.press(anyway, Qt.Key.Key_Space)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        over = the_batch(program)
        assert [one.outcome for one in over.documents] == [Outcome.NOT_RECOGNISED]
        assert saved_in(target) == [over.saved_to]
        assert over.saved_to is not None
        assert over.saved_to.read_bytes() == content
        assert over.receipts
    assert practice.ledger.count(Method.DELETE) == 0
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_what_is_saved_for_a_look_can_be_fetched_again(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(result=ResultForm.UNSEALED)
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.NEEDS_YOU, "the question")
        again = button(program, "try_again")
        assert again.text() == "Fetch again"
        again.setFocus()
        hands.press(again, Qt.Key.Key_Space)
        await until(lambda: practice.ledger.count(Method.DOWNLOAD) == 2, "the second download")
        await until(lambda: state(program) is BatchState.NEEDS_YOU, "the question again")
        assert saved_in(target) == [the_batch(program).saved_to]
    assert practice.ledger.count(Method.DELETE) == 0
    assert practice.ledger.count(Method.ACCEPT) == 1
