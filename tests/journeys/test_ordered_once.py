"""Two batches of one document, as an earlier SignDesk left them: one goes on, the other asks first. And what
waits in a batch is not ordered from the list.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import Batch, BatchState, Reason, new_batch
from signdesk.domain.servers import Process, Server
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.intake import take_in
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.practice_runner import PracticeRun


def waiting(letter: Path, server: Server, tmp_path: Path, count: int) -> list[Batch]:
    """`count` batches that nobody has begun with, in the journal."""
    made = [
        new_batch(
            take_in([letter]).documents, Process(1, "Seal"), server, tmp_path / "Sealed", datetime.now(UTC)
        )
        for _ in range(count)
    ]
    held = [one.held(BatchState.WAITING, Reason.SERVER, "Not reached.") for one in made]
    with closing(JournalFile.open(Folders(tmp_path / "data").journal_file)) as journal:
        journal.record(*held)
    return held


async def test_the_older_goes_on_and_the_younger_asks(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    older, younger = waiting(letter, office, tmp_path, 2)
    async with open_program(office, practice.credentials, process_id=1) as program:
        board = program.window.board

        def state_of(batch: Batch) -> BatchState:
            shown = board.store.get(batch.id)
            assert shown is not None
            return shown.state

        await until(lambda: len(board.store.batches()) == 2, "both")
        await until(lambda: state_of(older) is BatchState.DONE, "the end of the older one")
        await until(lambda: state_of(younger) is BatchState.NEEDS_YOU, "the question about the other")
        assert practice.ledger.count(Method.ACCEPT) == 1
        held = board.store.get(younger.id)
        assert held is not None
        assert held.reason is Reason.ORDERED_BEFORE
        assert older.id in held.message
        board.verb_requested.emit(younger.id, "order_again")
        await until(lambda: bool(questions()), "a question")
        hands.click(keyboard.verb(questions()[0], "Go on anyway"))
        await until(lambda: state_of(younger) is BatchState.DONE, "its end")
    assert practice.ledger.count(Method.ACCEPT) == 2


def questions() -> list[Question]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]


async def test_what_waits_in_a_batch_is_not_ordered_from_the_list(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    elsewhere = replace(office, sign_in=office.sign_in)
    waiting(letter, elsewhere, tmp_path, 1)
    practice.profile = replace(practice.profile)
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        program.controller.add_paths([letter])
        button = program.window.intake.seal_button
        await until(lambda: button.text() == "Nothing new to seal", "the row known")
        assert not button.isEnabled()
    assert practice.ledger.count(Method.ACCEPT) <= 1
