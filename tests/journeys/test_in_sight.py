"""No key and no button orders what is out of sight: every shortcut of the window, pressed on every page, in
every layout and with every dialog open; the server is asked what reached it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from signdesk.app import Program
from signdesk.desktop.comparison.values import Compared
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.batches import BatchDocument
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.servers import Credentials, Process, origin
from signdesk.domain.settings import Settings
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.storage.journal_values import plain_batch
from tests.support.canary import marked
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.samples import a_pdf

SEALS = frozenset(["Ctrl+Return", "Ctrl+Enter"])
ENDS = "Ctrl+Q"


@pytest.fixture
def head(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "head"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=marked("of-the-head-office"))) as running:
        yield running


@dataclass(frozen=True)
class Desk:
    """The program with one document that can be sealed, and the server it would go to."""

    program: Program
    run: PracticeRun

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def ordered(self) -> int:
        return sum(self.run.ledger.count(one) for one in (Method.CREATE, Method.UPLOAD, Method.ACCEPT))


@asynccontextmanager
async def a_desk(open_program: Open, head: PracticeRun, tmp_path: Path) -> AsyncIterator[Desk]:
    server = replace(head.server, practice=False, label="Head")
    named = Connection("head", "Head", server, processes=(Process(1, "Company seal"),))
    keyring = Keyring()
    keyring.kept[origin(server.base_url), SecretKind.SIGN_IN] = head.credentials
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    settings = Settings(connections=(named,))
    SettingsFile(folders.settings_file, folders.policy_file).change(lambda _: settings)
    path = tmp_path / "Lease.pdf"
    path.write_bytes(a_pdf("lease"))
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed") as program:
        program.controller.add_paths([path])
        await until(program.window.intake.seal_button.isEnabled, "the document in the list")
        yield Desk(program, head)


# ---- where the list is out of sight ------------------------------------------------------------------------


def connect_page(desk: Desk) -> None:
    desk.window.show_start_page()
    desk.window.start_page.form.address.line.setFocus()


def trial_page(desk: Desk) -> None:
    desk.window.show_start_page()
    desk.window.start_page.show_trial("Other")
    desk.window.start_page.trial.setFocus()


def process_page(desk: Desk) -> None:
    """Step 3 of “connect another server”, with the cursor in a field."""
    desk.window.show_start_page()
    desk.window.start_page.show_process()
    desk.window.start_page.process.begin("It answers.", Role.DONE, None, [])
    desk.window.start_page.process.number_field.line.setFocus()


def batches_in_front(desk: Desk) -> None:
    desk.window.resize(600, 500)
    desk.window.show_pane("batches")
    desk.window.board.setFocus()


def preview_in_front(desk: Desk) -> None:
    desk.window.resize(600, 500)
    row = desk.window.intake.model.rows()[0]
    desk.window.beside.show_preview(row.path, row.name)


def comparison(desk: Desk) -> None:
    """Of a document that the server changed; it takes the place of both panes."""
    row = desk.window.intake.model.documents()[0]
    batch = plain_batch(documents=1)
    changed = replace(batch, documents=(BatchDocument(row, row.name),))
    desk.window.show_comparison(Compared(changed, 0, row.path, row.path))


def question(desk: Desk) -> None:
    dialog = dialogs.Question(desk.window, "Really?", "A question.", (("leave", "Leave it"),))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


async def settings(desk: Desk) -> None:
    desk.window.settings_requested.emit()
    await until(lambda: bool(open_dialogs()), "the settings")


async def the_help(desk: Desk) -> None:
    desk.window.help_requested.emit()
    await until(lambda: bool(open_dialogs()), "the help")


async def folder_dialog(desk: Desk) -> None:
    desk.window.intake.folder_choice.other_requested.emit()
    await until(lambda: bool(open_dialogs()), "the dialog")


PLACES: dict[str, Callable[[Desk], object]] = {
    one.__name__: one
    for one in (
        connect_page,
        trial_page,
        process_page,
        batches_in_front,
        preview_in_front,
        comparison,
        question,
        settings,
        the_help,
        folder_dialog,
    )
}


def open_dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def close_dialogs() -> bool:
    """Whether any was open."""
    found = open_dialogs()
    for dialog in found:
        dialog.close()
    return bool(found)


async def put_away(desk: Desk) -> None:
    """Back to the list in a wide window."""
    await asyncio.sleep(0.05)  # one that a key asked for may open a moment later
    await until(lambda: not close_dialogs(), "no dialog")
    desk.window.activateWindow()
    await until(desk.window.isActiveWindow, "the window in front")
    desk.window.beside.close_preview()
    desk.window.leave_start_page()
    desk.window.leave_comparison()
    desk.window.resize(1180, 760)
    desk.window.show_pane("documents")


async def go(desk: Desk, place: str) -> None:
    await put_away(desk)
    made = PLACES[place](desk)
    if asyncio.iscoroutine(made):
        await made
    await asyncio.sleep(0)


def shortcuts(window: QWidget) -> list[QShortcut]:
    return [one for one in window.findChildren(QShortcut) if one.parent() is window]


def keys_of(window: QWidget) -> list[str]:
    form = QKeySequence.SequenceFormat.PortableText
    return sorted({one.key().toString(form) for one in shortcuts(window)}, key=lambda keys: keys == ENDS)


def press(keys: str) -> None:
    """As a person would: into whatever has the keyboard now."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keySequence(target, QKeySequence(keys))


@pytest.mark.parametrize("place", PLACES)
async def test_no_key_orders_what_is_out_of_sight(
    open_program: Open, head: PracticeRun, tmp_path: Path, place: str
) -> None:
    async with a_desk(open_program, head, tmp_path) as desk:
        assert set(keys_of(desk.window)) > SEALS
        for keys in keys_of(desk.window):
            await go(desk, place)
            press(keys)
            await asyncio.sleep(0.02)
            assert desk.window.board.store.batches() == (), keys
            assert desk.ordered() == 0, keys
        assert desk.window.intake.model.rowCount() == 1


@pytest.mark.parametrize("place", [one for one in PLACES if one not in ("settings", "the_help")])
async def test_no_press_by_a_screen_reader_orders_what_is_out_of_sight(
    open_program: Open, head: PracticeRun, tmp_path: Path, place: str
) -> None:
    async with a_desk(open_program, head, tmp_path) as desk:
        await go(desk, place)
        desk.window.intake.seal_button.click()
        await asyncio.sleep(0.02)
        assert desk.window.board.store.batches() == ()
        assert desk.ordered() == 0


@pytest.mark.parametrize("keys", sorted(SEALS))
async def test_in_sight_the_same_keys_order(
    open_program: Open, head: PracticeRun, tmp_path: Path, keys: str
) -> None:
    async with a_desk(open_program, head, tmp_path) as desk:
        for place in PLACES:
            await go(desk, place)
        await put_away(desk)
        desk.window.intake.list.setFocus()
        press(keys)
        await until(lambda: head.ledger.count(Method.ACCEPT) == 1, "the order")
        await until(lambda: all(one.is_over for one in desk.window.board.store.batches()), "its end")


async def test_a_name_that_is_being_typed_goes_with_the_order(
    open_program: Open, head: PracticeRun, tmp_path: Path
) -> None:
    async with a_desk(open_program, head, tmp_path) as desk:
        await put_away(desk)
        intake = desk.window.intake
        hands.select(intake.list, intake.model.index(0))
        intake.list.setFocus()
        press("F2")
        await asyncio.sleep(0)
        editor = QApplication.focusWidget()
        assert editor is not None
        hands.write(editor, "Rent")
        press("Ctrl+Return")
        await until(lambda: len(desk.window.board.store.batches()) == 1, "the order")
        await until(lambda: all(one.is_over for one in desk.window.board.store.batches()), "its end")
        (batch,) = desk.window.board.store.batches()
        assert [one.sent_name for one in batch.documents] == ["Rent.pdf"]
