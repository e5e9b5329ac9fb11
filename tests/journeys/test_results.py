"""Saved results dropped into the window again: their seals are checked, and nothing is sealed twice."""

from __future__ import annotations

import asyncio
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit, QPushButton

from signdesk.app import Program
from signdesk.desktop.documents.row_actions import Verb
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Outcome
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_main_job import drop
from tests.support.opener import Opener
from tests.support.samples import a_pdf
from tests.support.saved import saved_in


async def sealed(program: Program, folder: Path) -> Path:
    """Two documents, by the practice server."""
    names = ("Letter.pdf", "List.csv")
    (folder / names[0]).write_bytes(a_pdf("Letter"))
    (folder / names[1]).write_bytes(b"pen;1\r\n")
    window = program.window
    drop(window, [folder / name for name in names])
    await until(window.intake.seal_button.isEnabled, "the documents in the list")
    window.intake.seal()
    await until(lambda: any(one.is_over for one in window.board.store.batches()), "the batch's end")
    (saved,) = saved_in(folder / "Sealed")
    return saved


async def told(window: MainWindow) -> tuple[str, str, str]:
    """The open answer: heading, sentence, particulars; then closed."""
    open_now: list[Question] = []

    def look() -> bool:
        open_now[:] = [one for one in window.findChildren(Question) if one.isVisible()]
        return bool(open_now)

    await until(look, "what was found")
    (dialog,) = open_now
    heading, text = (one.text() for one in dialog.findChildren(Label)[:2])
    particulars = dialog.findChild(QPlainTextEdit)
    hands.press(dialog, Qt.Key.Key_Escape)
    return heading, text, particulars.toPlainText() if particulars else ""


async def test_a_dropped_result_is_checked_and_not_sealed_again(open_program: Open, tmp_path: Path) -> None:
    async with open_program(practice=True, process_id=1, save_to=tmp_path / "Sealed") as program:
        window = program.window
        saved = await sealed(program, tmp_path)
        drop(window, [saved])
        await until(lambda: "result" in window.banner_text(), "the offer")
        assert saved.name in window.banner_text()
        await until(lambda: window.intake.model.rowCount() == 1, "its row")
        check = next(one for one in window.findChildren(QPushButton) if one.text() == "Check it")
        hands.click(check)
        heading, text, lines = await told(window)
        assert heading == "All seals are intact"
        assert text == f"{saved.name}: 2 of 2 intact, by its receipt."
        assert "Letter.pdf: intact. Sealed by" in lines
        assert "Its certificate was issued by its own holder" in lines
        assert window.intake.model.rowCount() == 0
        assert window.banner_text() == ""


async def test_what_was_changed_is_told_first(open_program: Open, tmp_path: Path) -> None:
    async with open_program(practice=True, process_id=1, save_to=tmp_path / "Sealed") as program:
        window = program.window
        saved = await sealed(program, tmp_path)
        with zipfile.ZipFile(saved) as archive:
            inside = {name: bytearray(archive.read(name)) for name in archive.namelist()}
        inside["Letter.pdf"][200] ^= 1
        with zipfile.ZipFile(saved, "w") as archive:
            for name, content in inside.items():
                archive.writestr(name, content)
        program.controller.check_seals([saved])
        heading, text, lines = await told(window)
        assert heading == "Not everything is intact"
        assert text.startswith(f"{saved.name}: ")
        assert "This is not the file that the receipt names" in text
        assert lines.startswith("Letter.pdf: not intact. The file carries a seal, but not over this document")
        assert "\nList.csv: intact." in lines


async def test_a_row_is_checked_from_its_menu_and_stays(open_program: Open, tmp_path: Path) -> None:
    async with open_program(practice=True, process_id=1, save_to=tmp_path / "Sealed") as program:
        window = program.window
        (tmp_path / "Plain.pdf").write_bytes(a_pdf("Plain"))
        drop(window, [tmp_path / "Plain.pdf"])
        await until(window.intake.seal_button.isEnabled, "the document in the list")
        view = window.intake.list
        hands.select(view, view.model().index(0, 0))
        hands.press(view, Qt.Key.Key_Menu)
        (menu,) = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one.parent() is view)
        next(one for one in menu.actions() if one.objectName() == Verb.VERIFY).trigger()
        menu.close()  # a click would have closed it, and open it would take the next test's clicks
        heading, text, lines = await told(window)
        assert (heading, text) == ("No seal was found", "Plain.pdf: 0 of 1 intact.")
        assert lines == "Plain.pdf: no seal. It carries no seal."
        assert window.intake.model.rowCount() == 1
        assert window.banner_text() == ""


async def test_a_file_that_is_gone_is_told(open_program: Open, tmp_path: Path) -> None:
    async with open_program(practice=True, process_id=1, save_to=tmp_path / "Sealed") as program:
        program.controller.check_seals([tmp_path / "gone.zip"])
        await asyncio.sleep(0)
        heading, text, _lines = await told(program.window)
        assert (heading, text) == ("Not everything is intact", "gone.zip: It cannot be read.")


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    return Opener.put_in_place(tmp_path / "bin", monkeypatch)


async def test_the_servers_reports_are_listed_and_open(
    open_program: Open, opener: Opener, tmp_path: Path
) -> None:
    async with open_program(practice=True, process_id=2, save_to=tmp_path / "Checked") as program:
        window = program.window
        (tmp_path / "Letter.pdf").write_bytes(a_pdf("Letter"))
        drop(window, [tmp_path / "Letter.pdf"])
        await until(window.intake.seal_button.isEnabled, "the document in the list")
        window.intake.seal()
        await until(lambda: any(one.is_over for one in window.board.store.batches()), "the batch's end")
        (batch,) = window.board.store.batches()
        assert [one.outcome for one in batch.documents] == [Outcome.VALIDATED]

        card = window.board.card(batch.id)
        assert card is not None
        button = next(
            one for one in card.findChildren(QPushButton) if one.text() == "2 reports of the server"
        )
        hands.click(button)
        await until(lambda: bool(window.findChildren(QListWidget, "choices")), "the list of reports")
        (choices,) = window.findChildren(QListWidget, "choices")
        names = [choices.item(row).text() for row in range(choices.count())]
        assert names == ["Practice check report.json", "Practice check report.txt"]
        hands.press(choices, Qt.Key.Key_Down)
        hands.press(choices, Qt.Key.Key_Return)
        await until(lambda: bool(opener.paths()), "the report handed over")
        (path,) = opener.paths()
        assert path.name == names[1]
        assert b"Letter.pdf" in path.read_bytes()

        assert batch.saved_to is not None
        batch.saved_to.unlink()
        hands.click(button)
        await until(lambda: len(window.findChildren(QListWidget, "choices")) > 0, "the list once more")
        question = next(one for one in window.findChildren(Question) if one.isVisible())
        question.choose("open")
        await until(lambda: "moved or changed" in window.banner_text(), "why it cannot be opened")
        assert path.exists()
    assert not path.exists()
