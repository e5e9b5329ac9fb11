"""Documents before they are sent, in the whole program: their check in the background, and later changes."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from pyhanko.sign.fields import MDPPerm
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.desktop.documents.values import Row
from signdesk.desktop.documents.view import IntakeView
from signdesk.domain.batches import BatchState
from signdesk.domain.documents import RejectReason
from signdesk.practice.data_folder import SealKey, seal_key
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.support import hostile
from tests.support.odd_pdfs import encrypted, signed
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf
from tests.support.saved import saved_in


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealKey:
    return seal_key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def odd_pdfs(key: SealKey) -> dict[str, bytes]:
    return {
        "Letter.pdf": a_pdf(),
        "Signed.pdf": signed(a_pdf(), key),
        "Password.pdf": encrypted(a_pdf(), "in", "out"),
        "Protected.pdf": encrypted(a_pdf(), "", "out"),
        "Certified.pdf": signed(a_pdf(), key, certified=MDPPerm.NO_CHANGES),
        "Broken.pdf": b"%PDF-1.7 /Encrypt /ByteRange",
    }


@pytest.fixture
def oddly_named(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    names = [b"<img src=x>.txt", b"%n{name}.txt", b"fa\xe7ade \xff.txt", b"a\nb.txt", b"con"]
    for name in [*names, "\u202efdp.exe".encode()]:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"content of " + name)
    return folder


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(path.stem)
    return paths


def row(intake: IntakeView, path: Path) -> Row:
    (found,) = [one for one in intake.model.rows() if one.path == path]
    return found


async def add(program: Program, *paths: Path) -> IntakeView:
    intake = program.window.intake
    program.controller.add_paths(paths)
    await until(lambda: bool(intake.model.rows()) and not intake.model.is_checking(), "the check")
    return intake


async def the_end(program: Program) -> None:
    await until(lambda: any(one.is_over for one in program.window.board.store.batches()), "the batch's end")


async def test_each_kind_of_pdf_is_told_in_its_row_and_the_others_can_go(
    open_program: Open, practice: PracticeRun, odd_pdfs: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in odd_pdfs.items():
        (tmp_path / name).write_bytes(content)
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = await add(program, *(tmp_path / name for name in odd_pdfs))
        assert {one.name: one.blocked_by for one in intake.model.rows() if one.is_bad} == {
            "Password.pdf": RejectReason.PASSWORD,
            "Protected.pdf": RejectReason.PROTECTED,
            "Certified.pdf": RejectReason.FINAL,
        }
        assert row(intake, tmp_path / "Signed.pdf").hints == ["Already signed, a seal is added"]
        assert intake.seal_button.text() == "Seal 3 documents"
        intake.seal_button.click()
        await the_end(program)
        assert [one.name for one in intake.model.rows()] == ["Password.pdf", "Protected.pdf", "Certified.pdf"]


async def test_the_window_lives_while_a_file_takes_its_time_and_the_check_can_be_stopped(
    open_program: Open, practice: PracticeRun, odd_pdfs: dict[str, bytes], letters: list[Path], tmp_path: Path
) -> None:
    slow = tmp_path / "A slow one.pdf"
    slow.write_bytes(hostile.doubling_fields())
    async with open_program(practice.server, practice.credentials, process_id=1) as program:
        intake = program.window.intake
        program.controller.add_paths([letters[0], slow, *letters[1:]])
        await until(intake.progress.isVisible, "the progress")
        assert intake.progress.words.text() == "Checking 1 of 4…"
        assert len(intake.model.rows()) == 4
        assert not intake.seal_button.isEnabled()
        intake.list.setFocus()
        hands.press(intake.list, Qt.Key.Key_End)
        assert intake.list.currentIndex().row() == 3
        hands.press(intake.progress.stop_button, Qt.Key.Key_Space)
        assert not intake.progress.isVisible()
        assert not intake.model.is_checking()
        stopped = [one.path for one in intake.model.rows() if one.trouble is RejectReason.NOT_CHECKED]
        assert slow in stopped
        slow.write_bytes(odd_pdfs["Signed.pdf"])
        intake.check_requested.emit(stopped)
        await until(lambda: intake.model.counts.sent == 4, "all four")
        assert [one.path for one in intake.model.rows()] == [letters[0], slow, *letters[1:]]
        assert intake.list.currentIndex().row() == 3


async def test_hundreds_of_files_become_ready_in_few_changes_with_the_loop_in_between(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(350):
        (folder / f"{number:03}.txt").write_text(str(number))
    async with open_program(practice.server, practice.credentials, process_id=1) as program:
        model = program.window.intake.model
        changes: list[int] = []
        model.changed.connect(lambda: changes.append(model.counts.sent))
        program.controller.add_paths([folder])
        await until(lambda: model.counts.sent == 350, "all of them")
        assert len(set(changes)) > 3  # one by one for the eye: in several steps
        assert len(changes) < 100  # and not a step for each
        assert changes == sorted(changes)


async def test_a_file_that_is_gone_or_changed_is_told_when_the_window_is_used_again(
    open_program: Open, practice: PracticeRun, letters: list[Path]
) -> None:
    async with open_program(practice.server, practice.credentials, process_id=1) as program:
        intake = await add(program, *letters)
        kept = letters[0].read_bytes()
        letters[0].unlink()
        letters[1].write_text("another text")
        program.window.woken.emit()
        await until(lambda: intake.model.counts.bad == 2, "two bad rows")
        assert [row(intake, path).blocked_by for path in letters] == [
            RejectReason.GONE,
            RejectReason.CHANGED,
            None,
        ]
        assert intake.seal_button.text() == "Seal 1 document"
        letters[0].write_bytes(kept)
        intake.check_requested.emit(letters[:2])
        await until(lambda: intake.model.counts.sent == 3, "all good again")
        assert intake.note() == ""


async def test_nothing_is_sent_when_a_file_has_changed_before_sealing_begins(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = await add(program, *letters)
        letters[1].unlink()
        intake.seal_button.click()
        intake.seal_button.click()
        await until(lambda: "nothing was sent" in intake.note(), "the note")
        assert intake.note().startswith("1 document has changed or gone")
        assert program.window.board.store.batches() == ()
        assert intake.seal_button.text() == "Seal 2 documents"
        assert practice.ledger.count(Method.CREATE) == 0
        intake.seal_button.click()
        await the_end(program)
        (batch,) = program.window.board.store.batches()
        assert batch.state is BatchState.DONE
        assert [one.document.path for one in batch.documents] == [letters[0], letters[2]]
        assert [one.name for one in intake.model.rows()] == ["Letter 1.txt"]


async def test_two_clicks_make_one_batch(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = await add(program, *letters)
        intake.seal()
        intake.seal()
        await the_end(program)
        assert len(program.window.board.store.batches()) == 1
    assert practice.ledger.count(Method.CREATE) == 1


async def test_equal_names_go_as_they_are_shown_and_the_files_keep_theirs(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    paths = [tmp_path / folder / "Letter.txt" for folder in "abc"]
    for path in paths:
        path.parent.mkdir()
        path.write_text(str(path))
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = await add(program, *paths)
        intake.model.setData(intake.model.index(2), "Note")
        assert [one.sent_name for one in intake.model.rows()] == ["", "Letter (2).txt", "Note.txt"]
        intake.seal_button.click()
        await the_end(program)
    (saved,) = saved_in(tmp_path / "Sealed")
    with zipfile.ZipFile(saved) as archive:
        sent = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt")}
    assert sent == {
        "Letter.txt": str(paths[0]),
        "Letter (2).txt": str(paths[1]),
        "Note.txt": str(paths[2]),
    }
    assert all(path.read_text() == str(path) for path in paths)


async def test_the_same_file_by_another_way_is_one_row_and_that_is_said(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "way").symlink_to(tmp_path)
    async with open_program(practice.server, practice.credentials, process_id=1) as program:
        intake = await add(program, letters[0])
        program.controller.add_paths([tmp_path / "way" / letters[0].name, letters[1]])
        await until(lambda: intake.model.counts.sent == 2, "two documents")
        await until(lambda: intake.note() != "", "the note")
        assert intake.note() == "1 document was in the list already."
        assert [one.path for one in intake.model.rows()] == letters[:2]


async def test_hostile_names_are_only_names(
    open_program: Open, practice: PracticeRun, oddly_named: Path, tmp_path: Path
) -> None:
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        intake = await add(program, oddly_named)
        assert intake.seal_button.text() == "Seal 6 documents"
        for place in range(6):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
                str(intake.model.index(place).data(role)).encode()
        intake.seal_button.click()
        await the_end(program)
        assert program.window.board.store.batches()[0].state is BatchState.DONE
