"""A copied data folder with an unfinished batch: the window asks before anything goes on."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from signdesk.app import Program
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import BatchState, new_batch
from signdesk.domain.servers import Process
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.intake import take_in
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf


def said(program: Program) -> str:
    banner = program.window.lasting_banner
    return banner.text.text() if banner.isVisible() else ""


def the_verb(program: Program) -> QPushButton:
    return keyboard.verb(program.window.lasting_banner, "Moved or copied?")


def questions() -> list[Question]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]


async def test_nothing_goes_on_until_somebody_says_that_it_was_moved(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    office = replace(practice.server, practice=False, label="Office")
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    documents = take_in([letter]).documents
    batch = new_batch(documents, Process(1, "Seal"), office, tmp_path / "Sealed", datetime.now(UTC))
    first = Folders(tmp_path / "first")
    with closing(JournalFile.open(first.journal_file)) as journal:
        journal.order([batch])
    first.data.rename(tmp_path / "data")
    async with open_program(office, practice.credentials, process_id=1) as program:
        board, window = program.window.board, program.window
        await until(lambda: "was moved, copied or put back" in said(program), "the banner")
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        assert practice.ledger.count(Method.CREATE) == 0
        keyboard.push(window, the_verb(program))
        await until(lambda: bool(questions()), "the question")
        hands.click(keyboard.verb(questions()[0], "It was moved here"))
        await until(lambda: board.store.batches()[0].state is BatchState.DONE, "its end")
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_a_copy_leaves_the_batch_to_the_other_and_seals_what_is_new(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    office = replace(practice.server, practice=False, label="Office")
    letter, new = tmp_path / "Letter.pdf", tmp_path / "New.pdf"
    letter.write_bytes(a_pdf())
    new.write_bytes(a_pdf("New"))
    documents = take_in([letter]).documents
    batch = new_batch(documents, Process(1, "Seal"), office, tmp_path / "Sealed", datetime.now(UTC))
    first = Folders(tmp_path / "first")
    with closing(JournalFile.open(first.journal_file)) as journal:
        journal.order([batch])
    shutil.copytree(first.data, tmp_path / "data")
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        board, window, intake = program.window.board, program.window, program.window.intake
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        keyboard.push(window, the_verb(program))
        await until(lambda: bool(questions()), "the question")
        hands.click(keyboard.verb(questions()[0], "It is a copy"))
        await until(lambda: board.store.batches()[0].state is BatchState.STOPPED, "left to the other")
        assert str(tmp_path / "first") in board.store.batches()[0].message
        assert practice.ledger.count(Method.CREATE) == 0
        program.controller.add_paths([letter, new])
        await until(lambda: intake.seal_button.text() == "Seal 1 new document", "the one that is new")
        keyboard.push(window, intake.seal_button)
        await until(lambda: any(one.state is BatchState.DONE for one in board.store.batches()), "its end")
    assert practice.ledger.count(Method.ACCEPT) == 1
    with closing(JournalFile.open(first.journal_file)) as journal:
        assert not journal.load().batches[0].is_over


async def test_nothing_can_be_ordered_while_the_question_is_open(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    """Nor can the question be hidden, or covered by another message."""
    office = replace(practice.server, practice=False, label="Office")
    letter, new = tmp_path / "Letter.pdf", tmp_path / "New.pdf"
    letter.write_bytes(a_pdf())
    new.write_bytes(a_pdf("New"))
    documents = take_in([letter]).documents
    batch = new_batch(documents, Process(1, "Seal"), office, tmp_path / "Sealed", datetime.now(UTC))
    first = Folders(tmp_path / "first")
    with closing(JournalFile.open(first.journal_file)) as journal:
        journal.order([batch])
    shutil.copytree(first.data, tmp_path / "data")
    options = {"process_id": 1, "save_to": tmp_path / "S"}
    async with open_program(office, practice.credentials, **options) as program:
        window, intake = program.window, program.window.intake
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        program.controller.add_paths([new])
        await until(lambda: intake.model.counts.sent == 1 and not intake.model.is_checking(), "the document")
        why = "First say whether SignDesk’s data folder was moved or copied."
        assert not intake.seal_button.isEnabled()
        assert intake.seal_button.accessibleDescription() == why
        assert why in [one.text() for one in intake.findChildren(Label) if one.isVisible()]
        hands.press(intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        window.show_banner("Something else.")
        hands.click(keyboard.verb(window.banner, "Hide"))
        assert "was moved, copied or put back" in said(program)
        assert [one.text() for one in window.lasting_banner.findChildren(QPushButton) if one.isVisible()] == [
            "Moved or copied?"
        ]
        keyboard.push(window, the_verb(program))
        await until(lambda: bool(questions()), "the question")
        hands.press(questions()[0], Qt.Key.Key_Escape)
        await until(lambda: not questions(), "the question put off")
        assert "was moved, copied or put back" in said(program)
        assert not intake.seal_button.isEnabled()
        assert practice.ledger.count(Method.CREATE) == 0
        assert not (tmp_path / "S").exists()
        keyboard.push(window, the_verb(program))
        await until(lambda: bool(questions()), "the question")
        hands.click(keyboard.verb(questions()[0], "It is a copy"))
        await until(intake.seal_button.isEnabled, "the button")
        assert said(program) == ""
        keyboard.push(window, intake.seal_button)
        await until(
            lambda: any(one.state is BatchState.DONE for one in window.board.store.batches()), "its end"
        )
    assert practice.ledger.count(Method.ACCEPT) == 1
