"""What the settings say of saving holds for the next order: name, folder, unpacking, the server's copy."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from signdesk.app import Program
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.rows import CheckRow
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.settings import Saving, Settings
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_set_up import letters, settings_file
from tests.support.opener import Opener
from tests.support.practice_runner import PracticeRun
from tests.support.saved import saved_in

__all__ = ["letters"]


async def sealed(program: Program, letters: list[Path]) -> Batch:
    """One more batch, to its end."""
    window = program.window
    count = len(window.board.store.batches())
    program.controller.add_paths(letters)
    await until(window.intake.seal_button.isEnabled, "documents in the list")
    window.intake.seal_button.click()
    await until(lambda: len(window.board.store.batches()) > count, "the order")
    await until(lambda: all(one.is_over for one in window.board.store.batches()), "the end")
    return max(window.board.store.batches(), key=lambda one: one.created_at)


async def test_an_order_is_delivered_as_the_settings_say(
    open_program: Open,
    practice: PracticeRun,
    letters: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "anna")
    opener = Opener.put_in_place(tmp_path / "bin", monkeypatch)
    saving = Saving(file_name="{first} and others", unpack=True, delete_from_server=False)
    settings_file(tmp_path).change(lambda _: Settings(saving=saving))
    target = tmp_path / "Sealed"
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=target) as program:
        batch = await sealed(program, letters)
        assert batch.state is BatchState.DONE
        assert batch.sent_by.startswith("anna")
        folder = target / "Letter 0 and others"
        assert saved_in(target) == [folder, target / "Letter 0 and others.zip"]
        assert sorted(path.name for path in folder.iterdir()) == [path.name for path in letters]
        card = program.window.board.card(batch.id)
        assert card is not None
        shown = [one.text() for one in card.findChildren(Label) if one.isVisible()]
        assert "The server keeps its copy" in shown
        assert not any("left the server" in one for one in shown)
        button = card.footer.button("open_unpacked")
        assert button is not None
        button.setFocus()
        hands.press(button, Qt.Key.Key_Space)
        await until(lambda: bool(opener.paths()), "the file manager")
        assert opener.paths() == [folder]
    assert practice.ledger.count(Method.DELETE) == 0


async def test_a_change_of_the_settings_is_for_the_next_order(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        assert (await sealed(program, letters[:1])).unpacked_to is None
        program.window.settings_requested.emit()
        await until(lambda: program.window.findChild(SettingsDialog) is not None, "the settings")
        dialog = program.window.findChild(SettingsDialog)
        assert dialog is not None
        dialog.show_page(dialog.saving)
        row = dialog.saving.rows["saving.unpack"]
        assert isinstance(row, CheckRow)
        await until(row.control.isVisible, "the row")
        row.control.setFocus()
        hands.press(row.control, Qt.Key.Key_Space)
        await until(lambda: settings_file(tmp_path).load().settings.saving.unpack, "the file")
        hands.press(dialog, Qt.Key.Key_Escape)
        await until(lambda: QApplication.activeModalWidget() is None, "the end of the dialog")
        assert (await sealed(program, letters[1:])).unpacked_to is not None


async def asked(program: Program) -> QFileDialog:
    """The question for the folder, once it is there."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the question")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def is_asking() -> bool:
    """Also while the answer is on its way."""
    return any(one.get_name() == "ask for the folder" for one in asyncio.all_tasks())


async def test_the_folder_is_asked_for_at_each_order(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(saving=Saving(ask_each_time=True)))
    shown = tmp_path / "Shown"
    shown.mkdir()
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=shown) as program:
        window = program.window
        program.controller.add_paths(letters)
        await until(window.intake.seal_button.isEnabled, "documents in the list")
        window.intake.seal_button.click()
        window.intake.seal_button.click()
        dialog = await asked(program)
        assert dialog.directory().absolutePath() == str(shown)
        hands.press(dialog, Qt.Key.Key_Escape)
        await until(lambda: not is_asking(), "the end of the question")
        assert QApplication.activeModalWidget() is None
        assert len(window.intake.model.documents()) == 3
        assert window.board.store.batches() == ()
        assert practice.ledger.received == ()

        window.activateWindow()  # a desktop does it when a dialog is closed
        await until(window.isActiveWindow, "the window in front")
        hands.press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        dialog = await asked(program)
        other = tmp_path / "Other"
        other.mkdir()
        dialog.setDirectory(str(other))
        hands.press(dialog, Qt.Key.Key_Return)
        await until(lambda: any(one.is_over for one in window.board.store.batches()), "the end")
        assert len(list(other.glob("*.zip"))) == 1
        assert window.intake.model.documents() == ()
        assert window.intake.folder() == other
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_where_the_folder_is_not_made_yet_the_question_begins_above_it(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(saving=Saving(ask_each_time=True)))
    missing = tmp_path / "not" / "made"
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=missing) as program:
        program.controller.add_paths(letters)
        await until(program.window.intake.seal_button.isEnabled, "documents in the list")
        program.window.intake.seal_button.click()
        dialog = await asked(program)
        assert dialog.directory().absolutePath() == str(tmp_path)
        assert not missing.exists()
        hands.press(dialog, Qt.Key.Key_Escape)
        await until(lambda: not is_asking(), "the end of the question")


async def test_a_server_that_changed_while_the_folder_was_asked_for_gets_nothing(
    open_program: Open, practice: PracticeRun, letters: list[Path], tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(saving=Saving(ask_each_time=True)))
    async with open_program(practice.server, practice.credentials, process_id=1, save_to=tmp_path) as program:
        program.controller.add_paths(letters)
        await until(program.window.intake.seal_button.isEnabled, "documents in the list")
        program.window.intake.seal_button.click()
        dialog = await asked(program)
        program.controller.use_server(practice.server, practice.credentials, 1)
        hands.press(dialog, Qt.Key.Key_Return)
        banner = program.window.banner
        await until(lambda: "changed meanwhile" in banner.text.text(), "the sentence")
        assert len(program.window.intake.model.documents()) == 3
    assert practice.ledger.received == ()
