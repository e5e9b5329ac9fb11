"""The list of documents that were not sealed yet: there again after closing, crashes and half orders."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from signdesk.app import Program
from signdesk.desktop.documents.columns import SortKey
from signdesk.desktop.documents.row_actions import Verb
from signdesk.domain.batches import BatchState
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import LIMIT_S, Open, until
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf

PROTECTED = Path(__file__).parents[1] / "support" / "pdfs" / "aes256-r5-owner-only.pdf"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in range(3)]
    for path in paths:
        path.write_bytes(a_pdf(path.stem))
    return paths


def listed(program: Program) -> list[str]:
    return [one.name for one in program.window.intake.model.rows()]


def sent(program: Program) -> list[str]:
    return [one.name for one in program.window.intake.model.documents()]


def kept(tmp_path: Path) -> list[str]:
    """What a crash at this moment would leave of the list."""
    if not (tmp_path / "data" / "journal.sqlite").exists():
        return []
    with (
        suppress(sqlite3.OperationalError),  # it is just being made
        closing(sqlite3.connect(f"file:{tmp_path}/data/journal.sqlite?mode=ro", uri=True)) as journal,
    ):
        return [row[0] for row in journal.execute("SELECT content FROM unsent ORDER BY position")]

    return []


def documents_kept(tmp_path: Path) -> int:
    return sum('"sha256"' in one for one in kept(tmp_path))


def window_process(
    tmp_path: Path, paths: list[Path], environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """The whole program in a process of its own."""
    command = [sys.executable, "-m", "signdesk", "--data-dir", str(tmp_path / "data"), *map(str, paths)]
    return subprocess.Popen(command, env=environment or dict(os.environ))


def troubles(program: Program) -> list[str]:
    """What keeps each row from being sent; "?" while that is not known."""
    return ["?" if one.checking else one.problem or "" for one in program.window.intake.model.rows()]


async def test_the_list_its_names_and_its_process_are_there_after_closing(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path]
) -> None:
    async with open_program(office, practice.credentials, process_id=1) as program:
        intake = program.window.intake
        program.controller.add_paths(letters)
        await until(lambda: len(sent(program)) == 3, "documents in the list")
        intake.list.setFocus()
        hands.select(intake.list, intake.model.index(1))
        hands.press(intake.list, Qt.Key.Key_Delete)
        intake.model.rename(0, "Contract")
        intake.choose_process(2)
    async with open_program(office, practice.credentials) as program:
        await until(lambda: len(sent(program)) == 2, "the list of the first run")
        assert sent(program) == ["Contract.pdf", "Letter 2.pdf"]
        process = program.window.intake.process()
        assert process is not None
        assert process.id == 2
        await until(program.window.intake.seal_button.isEnabled, "a list that can be sealed")
    assert practice.ledger.received == ()


async def test_what_changed_between_two_starts_is_not_sent_as_what_was_added(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path]
) -> None:
    async with open_program(office, practice.credentials, process_id=1) as program:
        program.controller.add_paths(letters)
        await until(lambda: len(sent(program)) == 3, "documents in the list")
    before = letters[0].stat()
    letters[0].write_bytes(letters[0].read_bytes().replace(b"Letter", b"Better"))
    os.utime(letters[0], ns=(before.st_atime_ns, before.st_mtime_ns))
    letters[1].unlink()
    for _ in range(2):  # also where nobody did anything about it
        async with open_program(office, practice.credentials) as program:
            await until(lambda: sent(program) == ["Letter 2.pdf"], "the one that is as it was")
            changed, gone, _ = troubles(program)
            assert "changed after it was added" in changed
            assert "no such file" in gone
    async with open_program(office, practice.credentials) as program:
        intake = program.window.intake
        await until(lambda: sent(program) == ["Letter 2.pdf"], "the list")
        intake.check_requested.emit([letters[0]])
        await until(lambda: len(sent(program)) == 2, "the file as it is now")


async def test_a_list_outlives_the_kill_of_its_window(
    open_program: Open, letters: list[Path], tmp_path: Path
) -> None:
    running = window_process(tmp_path, letters)
    try:
        await until(lambda: documents_kept(tmp_path) == 3, "the list in the journal")
    finally:
        running.kill()
        await asyncio.to_thread(running.wait, LIMIT_S)
    async with open_program() as program:
        await until(lambda: sent(program) == [one.name for one in letters], "the list of the killed window")


async def test_two_windows_have_a_list_each(open_program: Open, letters: list[Path], tmp_path: Path) -> None:
    async with open_program() as first:
        first.controller.add_paths(letters[:2])
        await until(lambda: documents_kept(tmp_path) == 2, "the list of the first")
        async with open_program() as second:
            second.controller.add_paths(letters[2:])
            await until(lambda: documents_kept(tmp_path) == 3, "the list of the second")
            assert listed(second) == ["Letter 2.pdf"]
        assert len(listed(first)) == 2
    async with open_program() as program:
        await until(lambda: len(sent(program)) == 3, "both lists")


@pytest.mark.parametrize("method", [Method.CREATE, Method.ACCEPT])
async def test_what_was_ordered_is_in_no_list_whenever_the_window_dies(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    method: Method,
) -> None:
    practice.profile = ResponseProfile(
        faults=(ServerFault(method, Answer.HANG, carried_out=method is Method.ACCEPT),)
    )
    data = tmp_path / "data"
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        program.controller.add_paths(letters)
        await until(window.intake.seal_button.isEnabled, "documents in the list")
        await until(lambda: documents_kept(tmp_path) == 3, "the list in the journal")
        keyboard.push(window, window.intake.seal_button)
        await until(lambda: practice.ledger.count(method) > 0, f"{method} under way")
        assert documents_kept(tmp_path) == 0
        with closing(JournalFile.open(data / "journal.sqlite")) as journal:
            assert [len(one.documents) for one in journal.load().batches] == [3]
    practice.profile = ResponseProfile()
    async with open_program(office, practice.credentials) as again:
        board = again.window.board
        await until(lambda: [one.state for one in board.store.batches()] == [BatchState.DONE], "its end")
        assert listed(again) == []
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_undo_brings_a_row_back_into_the_kept_list(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1) as program:
        intake = program.window.intake
        program.controller.add_paths(letters)
        await until(lambda: documents_kept(tmp_path) == 3, "the list in the journal")
        intake.list.setFocus()
        hands.press(intake.list, Qt.Key.Key_A, CONTROL)
        hands.press(intake.list, Qt.Key.Key_Delete)
        await until(lambda: documents_kept(tmp_path) == 0, "an empty list in the journal")
        hands.press(keyboard.keyboard(program.window), Qt.Key.Key_Z, CONTROL)
        await until(lambda: documents_kept(tmp_path) == 3, "the list in the journal again")
        await until(intake.seal_button.isEnabled, "a list that can be sealed")


async def test_send_anyway_and_the_order_of_the_list_are_there_again(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    """ "Send anyway" counts for the content that a person saw, and for no other."""
    protected = tmp_path / "A protected.pdf"
    protected.write_bytes(PROTECTED.read_bytes())
    async with open_program(office, practice.credentials, process_id=1) as program:
        intake = program.window.intake
        program.controller.add_paths([*letters, protected])
        await until(lambda: len(sent(program)) == 3 and not intake.model.is_checking(), "three to be sent")
        intake.list.setFocus()
        hands.press(intake.list, Qt.Key.Key_End)
        hands.press(intake.list, Qt.Key.Key_Menu)
        (menu,) = [one for one in intake.list.findChildren(QMenu) if one.isVisible()]
        next(one for one in menu.actions() if one.objectName() == Verb.INSIST).trigger()
        menu.close()
        assert len(sent(program)) == 4
        hands.click(intake.sort_bar.buttons[SortKey.NAME])
        order = ["A protected.pdf", "Letter 0.pdf", "Letter 1.pdf", "Letter 2.pdf"]
        assert listed(program) == order
    async with open_program(office, practice.credentials, process_id=1) as program:
        await until(lambda: len(sent(program)) == 4, "all to be sent")
        assert listed(program) == order
        assert "sent anyway" in program.window.intake.model.rows()[0].note
    protected.write_bytes(protected.read_bytes() + b"\n")
    async with open_program(office, practice.credentials, process_id=1) as program:
        model = program.window.intake.model
        await until(lambda: len(sent(program)) == 3 and not model.is_checking(), "the changed one held back")
        program.controller.add_paths([protected])  # whoever adds it wants it as it is now
        await until(lambda: model.rows()[0].is_doubtful and not model.is_checking(), "the row")
        assert model.rows()[0].may_be_insisted_on
        assert len(sent(program)) == 3
