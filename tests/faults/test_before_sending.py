"""The matrix, column Prepare, where it is the window's: what is said and taken back before sending."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.matrix import proves
from tests.journeys.conftest import Open, open_program, until
from tests.support.practice_runner import PracticeRun

__all__ = ["open_program"]


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(path.stem)
    return paths


@proves(m.TARGET_GONE, m.PREPARE)
async def test_a_folder_that_cannot_be_used_is_said_at_the_drop(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    """Warn at drop; the warning goes with its cause, and the documents can be sealed."""
    (tmp_path / "a file").touch()
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "a file" / "Sealed"
    ) as program:
        intake = program.window.intake
        program.controller.add_paths(letters)
        await until(lambda: "in the way" in intake.folder_warning(), "the warning")
        intake.folder_choice.chosen.emit(tmp_path / "Sealed")
        await until(lambda: not intake.folder_warning(), "the warning's end")
        intake.seal_button.click()
        await until(
            lambda: any(one.is_over for one in program.window.board.store.batches()), "the batch's end"
        )
    assert practice.ledger.count(Method.ACCEPT) == 1


@proves(m.CANCEL, m.PREPARE)
async def test_documents_taken_back_while_they_are_read_are_not_sent(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    """Drop: what is removed from the list in the middle of its check does not come back."""
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = program.window.intake
        program.controller.add_paths(letters)
        intake.model.rowsInserted.connect(lambda: intake.model.remove([0]))  # before the reading can end
        await until(lambda: len(intake.model.documents()) == 2, "the others")
        assert [one.path for one in intake.model.documents()] == letters[1:]
    assert practice.ledger.count(Method.CREATE) == 0
