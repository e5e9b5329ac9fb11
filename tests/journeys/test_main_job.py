"""The main job as a person does it: documents dropped into the window come back as a sealed ZIP on disk."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.card_texts import badge
from signdesk.domain.batches import BatchState, Reason
from signdesk.practice.service import Method
from tests.journeys import keyboard
from tests.journeys.conftest import QUICK, Open, until
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import assert_receipted, saved_in


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "documents"
    folder.mkdir()
    made = {
        "Invoice 17.pdf": a_pdf("Invoice 17"),
        "Lease agreement – final.pdf": a_pdf("Lease", filler_bytes=300_000),
        "Umowa zlecenia – załącznik 3.pdf": a_pdf("Umowa"),
        "Price list.csv": b"pen;1\nink;2\n",
        "Letter to the board.txt": "Zażółć gęślą jaźń\n".encode(),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def drop(window: QWidget, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, mime, left, none)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(50, 50), copy, mime, left, none)
    QApplication.sendEvent(window, dropped)
    assert dropped.isAccepted()


def pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout


def fingerprints(paths: list[Path]) -> dict[Path, tuple[str, int, int]]:
    return {
        path: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, path.stat().st_mode)
        for path in paths
    }


async def test_dropped_documents_come_back_sealed(
    open_program: Open, qtbot: QtBot, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    before = fingerprints(documents)
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=target) as program:
        window = program.window
        button = window.intake.seal_button
        drop(window, documents)
        await until(lambda: button.isEnabled() and "5" in button.text(), "five documents in the list")
        assert button.text() == "Seal 5 documents"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
        await until(lambda: not window.intake.model.documents(), "the list free again")
        await until(lambda: any(one.is_over for one in window.board.store.batches()), "the batch's end")
        (batch,) = window.board.store.batches()
        assert badge(batch).text == "5 of 5 sealed and checked"

    (saved,) = saved_in(target)
    assert_receipted(target)
    assert batch.saved_to == saved
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        archive.extractall(unpacked)
    for pdf in documents[:3]:
        told = pdfsig(unpacked / pdf.name)
        assert "Signature is Valid" in told
        assert "Total document signed" in told
    for other in documents[3:]:
        assert (unpacked / other.name).read_bytes() == other.read_bytes()
        assert (unpacked / f"{other.name}.p7s").stat().st_size > 500
    assert fingerprints(documents) == before
    ledger = practice.ledger
    for once in (Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.DELETE):
        assert ledger.count(once) == 1
    assert ledger.sealed(batch.server_id) == 1
    assert ledger.deleted(batch.server_id) == 1


async def test_the_list_is_free_for_the_next_batch_while_one_is_under_way(
    open_program: Open, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        for path in documents[:3]:
            drop(window, [path])
            await until(lambda: window.intake.seal_button.isEnabled(), "one document in the list")
            window.intake.seal_button.click()
            await until(lambda: not window.intake.model.documents(), "the list free again")
        assert len(window.board.store.batches()) == 3
        await until(lambda: all(one.is_over for one in window.board.store.batches()), "three ends")
    assert len(saved_in(tmp_path / "Sealed")) == 3


async def test_a_server_that_is_away_leaves_the_batch_in_its_card_and_try_again_goes_on(
    open_program: Open, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=500),))
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        drop(window, documents[:1])
        await until(lambda: window.intake.seal_button.isEnabled(), "one document")
        window.intake.seal_button.click()
        await until(
            lambda: any(one.state is BatchState.WAITING for one in window.board.store.batches()),
            "the batch waiting",
        )
        (batch,) = window.board.store.batches()
        assert batch.reason is Reason.SERVER
        practice.profile = ResponseProfile()
        window.board.verb_requested.emit(batch.id, "try_again")
        await until(lambda: any(one.is_over for one in window.board.store.batches()), "the batch's end")
        assert window.board.store.batches()[0].state is BatchState.DONE


async def test_after_an_unclear_start_the_server_is_asked_again_and_nothing_is_ordered_twice(
    open_program: Open, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    lost = ServerFault(Method.ACCEPT, Answer.CUT, times=1)
    practice.profile = ResponseProfile(faults=(lost,))
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window, board, ledger = program.window, program.window.board, practice.ledger
        drop(window, documents[:1])
        await until(lambda: window.intake.seal_button.isEnabled(), "one document")
        window.intake.seal_button.click()

        def is_asked() -> bool:
            return [(one.reason, board.store.is_running(one.id)) for one in board.store.batches()] == [
                (Reason.UNCLEAR, False)
            ]

        await until(is_asked, "the question for a person")
        looks = ledger.count(Method.STATUS)
        keyboard.push(window, keyboard.verb(board.shown_cards()[0], "Ask the server again"))
        await until(lambda: ledger.count(Method.STATUS) > looks, "the question to the server")
        await until(is_asked, "the same question")
        assert ledger.count(Method.ACCEPT) == 1


async def test_practice_starts_its_own_server_with_the_sample_documents(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(practice=True, save_to=tmp_path / "Sealed") as program:
        window = program.window
        assert window.practice_banner.isVisible()
        assert window.practice_banner.text.text() == "Practice: test seals only, no legal effect"
        window.intake.samples_link.click()
        await until(lambda: window.intake.seal_button.isEnabled(), "the samples and the practice server")
        window.intake.seal_button.click()
        await until(lambda: any(one.is_over for one in window.board.store.batches()), "the batch's end")
        (batch,) = window.board.store.batches()
        assert badge(batch).text == "5 of 5 sealed and checked"
        assert all("PRACTICE" in one.seal for one in batch.documents)


async def test_a_folder_is_walked_and_what_was_left_out_is_said(
    open_program: Open, practice: PracticeRun, documents: list[Path]
) -> None:
    folder = documents[0].parent
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / "empty.pdf").touch()
    async with open_program(practice.server, practice.credentials, process_id=1) as program:
        window = program.window
        drop(window, [folder])
        model = window.intake.model
        await until(lambda: len(model.rows()) == 6 and not model.is_checking(), "six rows")
        assert [one.name for one in window.intake.model.rows() if one.problem] == ["empty.pdf"]
        assert window.intake.seal_button.text() == "Seal 5 documents"
        assert "1 will not be sent: empty" in model.summary()
        assert window.intake.note() == "6 documents found in folders. 1 file was left out."


async def test_last_choices_are_remembered(
    open_program: Open, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    server = practice.server
    named = type(server)(server.base_url, server.sign_in, label="Office")
    async with open_program(
        named, practice.credentials, process_id=1, save_to=tmp_path / "Own place"
    ) as program:
        program.window.resize(777, 555)
        drop(program.window, documents[:1])
        await until(lambda: program.window.intake.seal_button.isEnabled(), "one document")
        program.window.intake.seal_button.click()
        await until(
            lambda: any(one.is_over for one in program.window.board.store.batches()), "the batch's end"
        )
    async with open_program(named, practice.credentials) as again:
        process = again.window.intake.process()
        assert process is not None
        assert process.id == 1
        assert again.window.intake.folder() == tmp_path / "Own place"
        assert (again.window.width(), again.window.height()) == (777, 555)


async def test_without_a_server_the_first_start_page_offers_both_ways(open_program: Open) -> None:
    async with open_program() as program:
        window = program.window
        assert window.start_page.isVisible()
        window.practice_requested.emit()
        await until(lambda: window.practice_banner.isVisible(), "practice")
        assert not window.start_page.isVisible()


async def test_closing_with_a_batch_under_way_asks_first(
    open_program: Open, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=503, skip=1),))
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed",
        retry_config=replace(QUICK, back_off_base_s=60.0),
    ) as program:  # fmt: skip
        window = program.window
        drop(window, documents[:1])
        await until(lambda: window.intake.seal_button.isEnabled(), "one document")
        window.intake.seal_button.click()
        await until(
            lambda: any(one.state is BatchState.SEALING for one in window.board.store.batches()), "sealing"
        )
        window.close()
        await until(lambda: QApplication.activeModalWidget() is not None, "the question")
        assert not program.controller.closed.is_set()
        question = QApplication.activeModalWidget()
        assert question is not None
        question.close()
        await until(lambda: QApplication.activeModalWidget() is None, "the question's end")
        assert not program.controller.closed.is_set()
        assert window.isVisible()


async def test_closing_with_nothing_under_way_just_closes(open_program: Open) -> None:
    async with open_program() as program:
        program.window.close()
        await until(program.controller.closed.is_set, "the close")


async def test_files_are_looked_for_among_the_documents_and_then_where_the_last_were(
    open_program: Open, documents: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "Documents of Anna"
    home.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home))
    begun_in = []

    def dialogs(window: QWidget) -> list[QFileDialog]:
        return [one for one in window.findChildren(QFileDialog) if one.isVisible()]

    async with open_program() as program:
        window = program.window
        for _ in range(2):
            window.intake.files_requested.emit()
            await until(lambda: bool(dialogs(window)), "the dialog for files")
            dialog = dialogs(window)[0]
            begun_in.append(Path(dialog.directory().absolutePath()))
            dialog.findChildren(QLineEdit)[0].setText(str(documents[0]))
            dialog.accept()
            await until(lambda: not dialogs(window), "its end")
    assert begun_in == [home, documents[0].parent]
