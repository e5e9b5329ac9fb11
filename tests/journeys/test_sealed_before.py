"""What its process has sealed before is not ordered again by the primary button, and by nothing without a
question.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signdesk.app import Program
from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in range(1, 5)]
    for path in paths:
        path.write_bytes(a_pdf(path.name))
    return paths


def intake_of(program: Program) -> IntakeView:
    return program.window.intake


async def until_over(program: Program, count: int) -> None:
    def is_over() -> bool:
        batches = program.window.board.store.batches()
        return len(batches) == count and all(one.is_over for one in batches)

    await until(is_over, f"{count} batches and their end")


async def sealed(program: Program, *paths: Path) -> None:
    """One batch, to its end."""
    before = len(program.window.board.store.batches())
    program.controller.add_paths(paths)
    await until(intake_of(program).seal_button.isEnabled, "documents in the list")
    keyboard.push(program.window, intake_of(program).seal_button)
    await until_over(program, before + 1)


def said_beneath(program: Program) -> list[str]:
    line = intake_of(program).known_line
    return [line.text.text(), line.again_link.text()] if line.isVisible() else []


def questions() -> list[Question]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]


async def test_the_button_orders_what_is_new_and_nothing_else(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await sealed(program, *letters[:3])
        program.controller.add_paths(letters)
        button = intake_of(program).seal_button
        await until(lambda: button.text() == "Seal 1 new document", "what is new, counted")
        assert said_beneath(program) == ["3 are sealed already", "Seal them again…"]
        keyboard.push(program.window, button)
        await until_over(program, 2)
        newest = max(program.window.board.store.batches(), key=lambda one: one.created_at)
        assert [one.document.path for one in newest.documents] == letters[3:]
        assert button.text() == "Nothing new to seal"
        assert not button.isEnabled()
        assert said_beneath(program) == ["3 are sealed already", "Seal them again…"]
        hands.press(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert practice.ledger.count(Method.ACCEPT) == 2


@pytest.mark.parametrize("answer", ["Leave it", "Seal 2 again", "Escape", "Return"])
async def test_sealing_again_is_asked_with_the_number_and_the_server(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    answer: str,
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await sealed(program, *letters[:2])
        program.controller.add_paths(letters[:3])
        await until(lambda: intake_of(program).seal_button.text() == "Seal 1 new document", "the list")
        keyboard.push(program.window, intake_of(program).known_line.again_link)
        await until(lambda: bool(questions()), "the question")
        (question,) = questions()
        assert question.windowTitle() == "Seal 2 documents again?"
        assert any("Office" in one for one in texts(question))
        if answer in ("Escape", "Return"):
            hands.press(question, Qt.Key.Key_Escape if answer == "Escape" else Qt.Key.Key_Return)
        else:
            hands.click(keyboard.verb(question, answer))
        await until(lambda: not questions(), "no question")
        if answer == "Seal 2 again":
            await until_over(program, 2)
            newest = max(program.window.board.store.batches(), key=lambda one: one.created_at)
            assert [one.document.path for one in newest.documents] == letters[:2]
            assert intake_of(program).seal_button.text() == "Seal 1 document"
        else:
            assert len(program.window.board.store.batches()) == 1
            assert said_beneath(program) == ["2 are sealed already", "Seal them again…"]
    assert practice.ledger.count(Method.ACCEPT) == (2 if answer == "Seal 2 again" else 1)


def texts(question: Question) -> list[str]:
    from signdesk.desktop.toolkit.text import Label

    return [one.text() for one in question.findChildren(Label)]


async def test_what_another_program_sealed_a_moment_ago_is_not_ordered(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await sealed(program, letters[0])
        program.controller.add_paths(letters[1:3])
        await until(lambda: intake_of(program).seal_button.text() == "Seal 2 documents", "the list")
        (done,) = program.window.board.store.batches()
        theirs = intake_of(program).model.documents()[0]
        entries = tuple(replace(one, document=theirs) for one in done.documents)
        with closing(JournalFile.open(Folders(tmp_path / "data").journal_file)) as journal:
            journal.record(replace(done, id="c0ffee", documents=entries))
        keyboard.push(program.window, intake_of(program).seal_button)
        await until(lambda: bool(intake_of(program).note()), "the note")
        assert intake_of(program).seal_button.text() == "Seal 1 new document"
        assert len(program.window.board.store.batches()) == 1
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_test_seals_are_made_as_often_as_one_likes(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=target) as program:
        await sealed(program, letters[0])
        program.controller.add_paths(letters[:2])
        await until(lambda: intake_of(program).seal_button.text() == "Seal 2 documents", "the list")
        assert said_beneath(program) == []
        (done,) = program.window.board.store.batches()
        assert done.state is BatchState.DONE
