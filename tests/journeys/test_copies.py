"""Files out of a mail program's temporary folder: sealed as they were dropped, also once they are gone."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signdesk.app import Program
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState, Outcome
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.storage import copies
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import LIMIT_S, Open, until
from tests.journeys.test_unsent import documents_kept, listed, sent, window_process
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """What a mail program has put into its temporary folder."""
    folder = tmp_path / "mail"
    (folder / "attachments").mkdir(parents=True)
    for number in range(2):
        (folder / "attachments" / f"Invoice {number}.pdf").write_bytes(a_pdf(str(number)))
    return folder


def attachments(mail: Path) -> list[Path]:
    return sorted((mail / "attachments").iterdir())


def kept(tmp_path: Path) -> list[str]:
    """Read by os.walk, which bears a folder that the program removes meanwhile."""
    return sorted(name for _, _, names in os.walk(tmp_path / "data" / "copies") for name in names)


async def drop(program: Program, *paths: Path, count: int = 2) -> None:
    program.controller.add_paths(paths)
    await until(lambda: len(sent(program)) == count, "documents in the list")


def push_seal(program: Program) -> None:
    keyboard.push(program.window, program.window.intake.seal_button)


def states(program: Program) -> list[BatchState]:
    return [one.state for one in program.window.board.store.batches()]


@pytest.mark.parametrize("whole_folder", [False, True])
async def test_what_the_mail_program_deletes_is_sealed_as_it_was_dropped(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    mail: Path,
    tmp_path: Path,
    whole_folder: bool,
) -> None:
    contents = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in attachments(mail)}
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", temporary=(mail,)
    ) as program:
        await drop(program, *([mail / "attachments"] if whole_folder else attachments(mail)))
        shutil.rmtree(mail)
        assert kept(tmp_path) == sent(program) == sorted(contents)
        program.window.woken.emit()
        await until(program.window.intake.seal_button.isEnabled, "a list that can be sealed")
        push_seal(program)
        await until(lambda: states(program) == [BatchState.DONE], "its end")
        (batch,) = program.window.board.store.batches()
        assert {one.document.name: one.document.sha256 for one in batch.documents} == contents
        assert [one.outcome for one in batch.documents] == [Outcome.SEALED] * 2
        await until(lambda: kept(tmp_path) == [], "no copy left once the batch is over")
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_a_file_that_changes_after_it_was_dropped_is_sealed_as_it_was(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    """And dropped again it is another document."""
    first = attachments(mail)[0]
    content = first.read_bytes()
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", temporary=(mail,)
    ) as program:
        await drop(program, first, count=1)
        program.controller.add_paths([first])
        await until(lambda: "in the list already" in program.window.intake.note(), "the same file twice")
        first.write_bytes(a_pdf("another mail"))
        await drop(program, first)
        (copy, other) = (row.path for row in program.window.intake.model.rows())
        assert copy.read_bytes() == content
        assert other.read_bytes() == first.read_bytes()


async def test_a_copy_goes_with_its_row_and_undo_brings_both_back(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        window = program.window
        await drop(program, *attachments(mail))
        shutil.rmtree(mail)
        window.intake.list.setFocus()
        hands.press(window.intake.list, Qt.Key.Key_A, CONTROL)
        hands.press(window.intake.list, Qt.Key.Key_Delete)
        await until(lambda: documents_kept(tmp_path) == 0, "an empty list")
        assert len(kept(tmp_path)) == 2
        hands.press(keyboard.keyboard(window), Qt.Key.Key_Z, CONTROL)
        await until(window.intake.seal_button.isEnabled, "a list that can be sealed")
        window.intake.list.setFocus()
        hands.select(window.intake.list, window.intake.model.index(0))
        hands.press(window.intake.list, Qt.Key.Key_Delete)
        keyboard.push(window, window.intake.undo_bar.hide_button)
        await until(lambda: kept(tmp_path) == ["Invoice 1.pdf"], "the copy of the removed row gone")


async def test_copies_outlive_the_kill_of_the_window_and_strays_do_not(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    """By the real rule: the window's own process, with the system's temporary folder."""
    environment = {**os.environ, "TMPDIR": str(mail), "QT_QPA_PLATFORM": "offscreen"}
    running = window_process(tmp_path, attachments(mail), environment)
    try:
        await until(lambda: documents_kept(tmp_path) == 2, "the list in the journal")
    finally:
        running.kill()
        await asyncio.to_thread(running.wait, LIMIT_S)
    shutil.rmtree(mail)
    assert len(kept(tmp_path)) == 2
    stray = next((tmp_path / "data" / "copies").iterdir()) / "stray"
    stray.mkdir()
    (stray / "Never listed.pdf").write_bytes(a_pdf())
    os.utime(stray, (0, 0))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await until(lambda: len(sent(program)) == 2, "the list of the killed window")
        await until(lambda: len(kept(tmp_path)) == 2, "the stray gone")
        push_seal(program)
        await until(lambda: states(program) == [BatchState.DONE], "its end")
        await until(lambda: kept(tmp_path) == [], "no copy left")


async def test_a_batch_under_way_keeps_its_copies_over_a_restart(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, Answer.HANG),))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", temporary=(mail,)
    ) as program:
        await drop(program, *attachments(mail))
        shutil.rmtree(mail)
        push_seal(program)
        await until(lambda: practice.ledger.count(Method.CREATE) > 0, "the order on its way")
        assert listed(program) == []
    practice.profile = ResponseProfile()
    async with open_program(office, practice.credentials) as again:
        await until(lambda: states(again) == [BatchState.DONE], "its end")
        await until(lambda: kept(tmp_path) == [], "no copy left")
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_what_did_not_come_back_sealed_keeps_its_copy_until_the_batch_leaves_the_list(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(unsealed=("Invoice 1.pdf",))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", temporary=(mail,)
    ) as program:
        window = program.window
        await drop(program, *attachments(mail))
        shutil.rmtree(mail)
        push_seal(program)
        await until(lambda: states(program) == [BatchState.PARTLY_DONE], "its end")
        await until(lambda: kept(tmp_path) == ["Invoice 1.pdf"], "the copy of what was sealed gone")
        (batch,) = window.board.store.batches()
        window.board.verb_requested.emit(batch.id, "dismiss")
        await until(window.board.undo_bar.isVisible, "the line that offers to undo it")
        hands.click(window.board.undo_bar.undo_button)
        await until(lambda: len(window.board.store.batches()) == 1, "the batch again")
        assert kept(tmp_path) == ["Invoice 1.pdf"]
        window.board.verb_requested.emit(batch.id, "dismiss")
        await until(window.board.undo_bar.isVisible, "the line that offers to undo it")
        hands.click(window.board.undo_bar.hide_button)
        await until(lambda: kept(tmp_path) == [], "no copy left")


@pytest.mark.parametrize(("answer", "copied"), [("copy", 2), ("leave", 0), (None, 0)])
async def test_large_copies_are_asked_about_once(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    mail: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
    copied: int,
) -> None:
    monkeypatch.setattr(copies, "MOST_BYTES", sum(one.stat().st_size for one in attachments(mail)) - 1)
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        program.controller.add_paths(attachments(mail))
        await until(lambda: isinstance(QApplication.activeModalWidget(), Question), "a question")
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        if answer is None:
            hands.press(question, Qt.Key.Key_Escape)
        else:
            question.choose(answer)
        await until(lambda: len(sent(program)) == 2, "documents in the list")
        assert len(kept(tmp_path)) == copied
        in_place = [row.path for row in program.window.intake.model.rows()] == attachments(mail)
        assert in_place == (copied == 0)


async def test_where_no_copy_can_be_taken_the_file_is_listed_and_that_is_said(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        folder = tmp_path / "data" / "copies"
        folder.rmdir()
        folder.write_text("in the way")
        await drop(program, *attachments(mail))
        assert "No copy could be taken of 2 files" in program.window.intake.note()
        assert [row.path for row in program.window.intake.model.rows()] == attachments(mail)


async def test_a_link_in_a_temporary_folder_says_what_it_is(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    (mail / "link.pdf").symlink_to(attachments(mail)[0])
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        program.controller.add_paths([mail / "link.pdf"])
        rows = program.window.intake.model.rows
        await until(lambda: [one.checking for one in rows()] == [False], "the row")
        assert "This is a link" in (rows()[0].problem or "")
        assert kept(tmp_path) == []


async def test_a_damaged_journal_takes_no_copy_away(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    """What lies there may be all that is left of the documents."""
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        await drop(program, *attachments(mail))
    shutil.rmtree(mail)
    (tmp_path / "data" / "journal.sqlite").write_bytes(b"damaged" * 1000)
    for _ in range(2):
        async with open_program(office, practice.credentials) as again:
            await until(again.controller.recovered.is_set, "the recovery")
    assert len(kept(tmp_path)) == 2


async def test_closing_ends_what_could_be_undone(
    open_program: Open, practice: PracticeRun, office: Server, mail: Path, tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, temporary=(mail,)) as program:
        await drop(program, *attachments(mail))
        program.window.intake.list.setFocus()
        hands.press(program.window.intake.list, Qt.Key.Key_Delete)
        await until(lambda: documents_kept(tmp_path) == 1, "a shorter list")
        assert len(kept(tmp_path)) == 2
    assert len(kept(tmp_path)) == 1
