"""The list of batches was damaged or has vanished: the window says so until somebody has looked, and asks
before it orders what is older.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from signdesk.app import Program
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import BatchState, Reason, new_batch
from signdesk.domain.servers import Process, Server
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.intake import take_in
from signdesk.storage.journal import opening
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return Folders(tmp_path / "data").journal_file


def said(program: Program) -> str:
    banner = program.window.lasting_banner
    return "" if banner.isHidden() else banner.text.text()


def say_seen(program: Program) -> None:
    banner = program.window.lasting_banner
    (verb,) = [one for one in banner.findChildren(QPushButton) if one.text() == "Seen"]
    hands.click(verb)


async def sealed(program: Program, letter: Path) -> None:
    program.controller.add_paths([letter])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    keyboard.push(program.window, program.window.intake.seal_button)
    board = program.window.board
    await until(lambda: bool(board.store.batches()) and board.store.batches()[0].is_over, "its end")


def lose(journal: Path) -> None:
    for left in journal.parent.glob("journal.sqlite*"):
        left.unlink()


def questions() -> list[Question]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]


async def test_what_was_unfinished_waits_until_somebody_has_looked(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path, journal: Path
) -> None:
    documents = take_in([letter]).documents
    batch = new_batch(documents, Process(1, "Seal"), office, tmp_path / "Sealed", datetime.now(UTC))
    numbered = batch.transition(BatchState.SENDING, server_id="4711")
    with closing(JournalFile.open(journal)) as file:
        file.record(batch, numbered.held(BatchState.WAITING, Reason.SERVER, "Not reached."))
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("PRAGMA application_id = 1")
    async with open_program(office, practice.credentials, process_id=1) as program:
        await until(lambda: "4711" in said(program), "the banner with the number on the server")
        assert "damaged" in said(program)
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        assert practice.ledger.count(Method.CREATE) == 0
        assert not program.window.board.store.batches()[0].is_over
    async with open_program(office, practice.credentials, process_id=1) as program:
        await until(lambda: "4711" in said(program), "the banner at the next start, too")
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        assert practice.ledger.count(Method.CREATE) == 0
        say_seen(program)
        board = program.window.board
        await until(lambda: board.store.batches()[0].state is BatchState.DONE, "its end")
        assert said(program) == ""
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_what_is_older_than_the_loss_asks_before_its_first_order(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path, journal: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await sealed(program, letter)
    lose(journal)
    for receipt in (tmp_path / "S").glob("*receipt*"):
        receipt.unlink()
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        intake = program.window.intake
        await until(lambda: "gone" in said(program), "the banner")
        program.controller.add_paths([letter])
        await until(lambda: bool(intake.model.sealed_documents()), "the row that asks")
        assert "the list of batches was lost" in intake.model.rows()[0].note
        assert not intake.seal_button.isEnabled()
        new = tmp_path / "New.pdf"
        new.write_bytes(a_pdf("New"))
        program.controller.add_paths([new])
        await until(lambda: intake.seal_button.text() == "Seal 1 new document", "the new one")
        await until(lambda: not intake.model.is_checking(), "the end of the check")
        assert not intake.seal_button.isEnabled()
        assert "Seen" in intake.seal_button.accessibleDescription()
        assert practice.ledger.count(Method.ACCEPT) == 1
        say_seen(program)
        await until(lambda: said(program) == "", "the banner gone")
        keyboard.push(program.window, intake.known_line.again_link)
        await until(lambda: bool(questions()), "the question")
        words = " ".join(one.text() for one in questions()[0].findChildren(Label))
        assert "list of batches was lost" in words
        hands.click(keyboard.verb(questions()[0], "Seal 1 again"))
        await until(lambda: practice.ledger.count(Method.ACCEPT) == 2, "the second order")
        await until(lambda: program.window.board.store.batches()[0].is_over, "its end")


async def test_a_loss_holds_orders_back_also_where_receipts_cannot_be_noted(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letter: Path,
    tmp_path: Path,
    journal: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The journal cannot be written meanwhile: what is known of the loss is said all the same."""
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await sealed(program, letter)
    lose(journal)
    JournalFile.open(journal).close()
    monkeypatch.setattr(opening, "BUSY_S", 0.1)
    with closing(sqlite3.connect(journal, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")  # so that nothing can be written for now
        async with open_program(
            office, practice.credentials, process_id=1, save_to=tmp_path / "S"
        ) as program:
            await until(lambda: program.controller.recovered.is_set(), "the batches")
            another.execute("ROLLBACK")
            await holds_back(program, tmp_path)
    assert practice.ledger.count(Method.ACCEPT) == 1


async def holds_back(program: Program, tmp_path: Path) -> None:
    """A document that nobody ever sealed, too."""
    intake = program.window.intake
    assert "gone" in said(program)
    new = tmp_path / "New.pdf"
    new.write_bytes(a_pdf("New"))
    program.controller.add_paths([new])
    await until(lambda: intake.seal_button.text() == "Seal 1 document", "the new one")
    await until(lambda: not intake.model.is_checking(), "the end of the check")
    assert not intake.seal_button.isEnabled()
    assert "Seen" in intake.seal_button.accessibleDescription()


async def test_an_older_list_that_was_put_back_is_said(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path, journal: Path
) -> None:
    documents = take_in([letter]).documents
    with closing(JournalFile.open(journal)) as file:
        first, second = [
            new_batch(documents, Process(number, "Seal"), office, tmp_path, datetime.now(UTC))
            for number in (1, 2)
        ]
        (noted,) = file.order([first]).batches
        file.record(noted.transition(BatchState.STOPPED))
        shutil.copy2(journal, tmp_path / "backup")
        (noted,) = file.order([second]).batches
        file.record(replace(noted, state=BatchState.ACCEPTING))
    shutil.copy2(tmp_path / "backup", journal)
    async with open_program(office, practice.credentials, process_id=1) as program:
        await until(lambda: "An older list of batches was put back" in said(program), "the banner")
        say_seen(program)
        await until(lambda: said(program) == "", "the banner gone")


async def test_what_receipts_say_is_shown_and_known_again(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path, journal: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await sealed(program, letter)
    lose(journal)
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        intake = program.window.intake
        await until(lambda: "from its receipt" in said(program), "the banner")
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        assert [one.state for one in program.window.board.store.batches()] == [BatchState.DONE]
        program.controller.add_paths([letter])
        await until(lambda: bool(intake.model.sealed_documents()), "the row known")
        assert "Sealed already" in intake.model.rows()[0].note
