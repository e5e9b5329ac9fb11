"""A connection that was set up once: the window opens with it, and a change is put to use at once."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from signdesk.app import Program
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import BatchState
from signdesk.domain.connections import Connection, Limits, SecretKind
from signdesk.domain.errors import KeyringLocked
from signdesk.domain.servers import Numbering, Process, Server, for_server, origin
from signdesk.domain.settings import General, LogLevel, Saving, Settings, Theme
from signdesk.logs import keep_log, tell
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun
from tests.support.raw_server import RawServer
from tests.support.samples import a_pdf
from tests.support.saved import saved_in


@pytest.fixture
def office(practice: PracticeRun) -> Connection:
    """The practice server in the part of a real one, as an office sets it up."""
    server = Server(
        practice.server.base_url,
        sign_in=practice.server.sign_in,
        api_key_header=practice.server.api_key_header,
        numbering=Numbering.NEWER,
        label="Office",
    )
    processes = (Process(2, "Look at seals"), Process(1, "Company seal", sentence="With legal effect"))
    return Connection("office", "Office", server, processes=processes, default_process_id=1)


@pytest.fixture
def keyring(practice: PracticeRun) -> Keyring:
    """Holds the key of the practice server."""
    made = Keyring()
    owner = origin(practice.server.base_url)
    secret = for_server(practice.credentials, practice.server)
    made.kept[owner, SecretKind.SIGN_IN] = secret
    return made


def settings_file(tmp_path: Path) -> SettingsFile:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    return SettingsFile(folders.settings_file, folders.policy_file)


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in range(3)]
    for path in paths:
        path.write_bytes(a_pdf(path.stem))
    return paths


def is_connected(program: Program) -> bool:
    return program.window.intake.process() is not None and not program.window.start_page.isVisible()


async def test_the_first_click_after_the_start_is_seal(
    open_program: Open, office: Connection, keyring: Keyring, letters: list[Path], tmp_path: Path
) -> None:
    settings_file(tmp_path).change(
        lambda _: Settings(saving=Saving(folder=tmp_path / "Results"), connections=(office,))
    )
    async with open_program(keyring=keyring) as program:
        intake = program.window.intake
        await until(lambda: is_connected(program), "the connection")
        process = intake.process()
        assert process is not None
        assert (process.label, process.sentence) == ("Company seal", "With legal effect")
        assert intake.folder() == tmp_path / "Results"
        program.controller.add_paths(letters)
        await until(intake.seal_button.isEnabled, "documents in the list")
        intake.seal_button.click()
        await until(lambda: any(one.is_over for one in program.window.board.store.batches()), "the end")
        assert program.window.board.store.batches()[0].state is BatchState.DONE
    assert len(saved_in(tmp_path / "Results")) == 1


async def test_a_locked_keyring_asks_for_the_key_in_the_window(
    open_program: Open, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(connections=(office,)))
    keyring.problem = KeyringLocked("The keyring is locked. Unlock it, or enter the key.")
    async with open_program(keyring=keyring) as program:
        window = program.window
        await until(lambda: "locked" in window.intake.obstacle(), "the sentence")
        assert not window.start_page.isVisible()
        assert window.board.isVisible()
        assert window.header.server_text.text() == "Office, not signed in"
        assert window.intake.way_out.isVisible()


async def test_the_key_of_one_address_is_never_shown_to_another(
    open_program: Open, office: Connection, keyring: Keyring, letters: list[Path], tmp_path: Path
) -> None:
    """The same connection, whose address was changed: even another port is another server."""
    with RawServer() as other:
        moved = replace(office, server=replace(office.server, base_url=other.url))
        settings_file(tmp_path).change(lambda _: Settings(connections=(moved,)))
        async with open_program(keyring=keyring) as program:
            page = program.window.start_page
            await until(lambda: page.form.problem.text() != "", "the question")
            assert "Enter the sign-in for Office" in page.form.problem.text()
            program.controller.add_paths(letters)
            await until(lambda: len(program.window.intake.model.documents()) == 3, "documents in the list")
            assert not program.window.intake.seal_button.isEnabled()
    assert other.connections == 0


async def test_a_limit_of_the_server_makes_several_batches_and_says_so_before(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letters: list[Path],
    tmp_path: Path,
) -> None:
    small = replace(office, limits=Limits(batch_documents=2))
    settings_file(tmp_path).change(lambda _: Settings(connections=(small,)))
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed") as program:
        intake = program.window.intake
        await until(lambda: is_connected(program), "the connection")
        program.controller.add_paths(letters)
        await until(lambda: "in 2 batches" in intake.model.summary(), "the number of batches")
        await until(intake.seal_button.isEnabled, "documents in the list")
        intake.seal_button.click()
        board = program.window.board
        await until(lambda: [one.is_over for one in board.store.batches()] == [True, True], "two ends")
        assert sorted(len(one.documents) for one in board.store.batches()) == [1, 2]
    assert practice.ledger.count(Method.ACCEPT) == 2


async def test_a_server_named_at_the_start_is_not_replaced_by_the_settings(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letters: list[Path],
    tmp_path: Path,
) -> None:
    elsewhere = replace(office, server=Server("https://seal.example.com"))
    settings_file(tmp_path).change(lambda _: Settings(connections=(elsewhere,)))
    named = replace(practice.server, practice=False)
    async with open_program(
        named, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", keyring=keyring
    ) as program:
        intake = program.window.intake
        await until(lambda: is_connected(program), "the connection")
        program.controller.add_paths(letters)
        await until(intake.seal_button.isEnabled, "documents in the list")
        intake.seal_button.click()
        await until(lambda: any(one.is_over for one in program.window.board.store.batches()), "the end")
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_the_colours_of_the_settings_hold_from_the_first_picture_on(
    open_program: Open, tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(general=General(theme=Theme.DARK)))
    async with open_program() as program:
        assert program.window.palette().window().color().lightness() < 80
    settings_file(tmp_path).change(lambda _: Settings(general=General(theme=Theme.LIGHT)))
    async with open_program() as program:
        assert program.window.palette().window().color().lightness() > 180


async def test_the_log_tells_as_much_as_the_settings_say_at_once_and_no_secret(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letters: list[Path],
    tmp_path: Path,
) -> None:
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.WARNING)  # as Python has it; the search for secrets wants to hear everything
    handler = keep_log(tmp_path / "signdesk.log")
    letters[0].write_bytes(a_pdf("Kanarek 7f3a9b2e"))
    settings_file(tmp_path).change(lambda _: Settings(connections=(office,)))
    try:
        async with open_program(keyring=keyring, save_to=tmp_path / "Sealed") as program:
            window = program.window
            await until(lambda: is_connected(program), "the connection")
            assert not (tmp_path / "signdesk.log").exists()
            window.settings_requested.emit()
            await until(lambda: window.findChild(SettingsDialog) is not None, "the settings")
            dialog = window.findChild(SettingsDialog)
            assert dialog is not None
            dialog.show_page(dialog.diagnostics)
            assert any(one.text() == str(tmp_path / "data") for one in dialog.diagnostics.findChildren(Label))
            assert "Open: Log" in [one.accessibleName() for one in dialog.diagnostics.open_buttons]
            control = dialog.diagnostics.rows["privacy.log_level"].control
            assert isinstance(control, QComboBox)
            await until(control.isVisible, "the row")
            control.setFocus()
            hands.press(control, Qt.Key.Key_End)
            await until(lambda: logging.getLogger("signdesk").level == logging.DEBUG, "the level")
            hands.press(dialog, Qt.Key.Key_Escape)
            program.controller.add_paths(letters)
            await until(window.intake.seal_button.isEnabled, "documents in the list")
            window.intake.seal_button.click()
            await until(lambda: any(one.is_over for one in window.board.store.batches()), "the end")
            (batch,) = window.board.store.batches()
        told = (tmp_path / "signdesk.log").read_text()
    finally:
        tell(LogLevel.WARNING)
        root.setLevel(before)
        root.removeHandler(handler)
        handler.close()
    assert f"batch {batch.id}, on the server {batch.server_id}: done" in told
    assert "GET /api/BatchStatus/" in told
    assert practice.credentials.api_key not in told
    assert "Kanarek" not in told
    assert "Letter" not in told
