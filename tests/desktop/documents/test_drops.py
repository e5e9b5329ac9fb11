"""Files that exist are found, however the program that they come from writes their address."""

from __future__ import annotations

import asyncio
import os
import platform
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from signdesk.desktop.main_window.window import MainWindow
from signdesk.platform import shell_open
from tests.desktop import hands
from tests.desktop.main_window.test_main_window import clipboard, drop, dropped
from tests.desktop.values import batch
from tests.journeys.conftest import Open, open_program, until
from tests.support.opener import Opener

__all__ = ["clipboard", "dropped", "open_program"]

LATIN = b"latin \xe4.pdf"  # "latin ä.pdf" in Latin-1, as disks have it from the time before UTF-8
WRITTEN = {
    "comments": (b"# comment\r\nfile://FOLDER/a%20b.pdf\r\n# end\r\n", b"a b.pdf"),
    "latin-1": (b"file://FOLDER/latin%20%E4.pdf\r\n", LATIN),
    "localhost": (b"file://localhostFOLDER/a%20b.pdf\r\n", b"a b.pdf"),
    "own host": (b"file://HOSTFOLDER/a%20b.pdf\r\n", b"a b.pdf"),
    "no slashes": (b"FILE:FOLDER/a%20b.pdf\n", b"a b.pdf"),
    "unescaped hash": (b"file://FOLDER/hash#1.pdf\r\n", b"hash#1.pdf"),
    "escaped hash": (b"file://FOLDER/hash%231.pdf\r\n", b"hash#1.pdf"),
    "unescaped question": (b"file://FOLDER/what?.pdf\r\n", b"what?.pdf"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a file of each name."""
    for name in {name for _, name in WRITTEN.values()}:
        (tmp_path / os.fsdecode(name)).write_bytes(b"%PDF-1.4")
    return tmp_path


def listed(written: bytes, folder: Path, form: str = "text/uri-list") -> QMimeData:
    mime = QMimeData()
    here = written.replace(b"FOLDER", os.fsencode(folder)).replace(b"HOST", platform.node().encode())
    mime.setData(form, here)
    return mime


@pytest.mark.parametrize("case", list(WRITTEN))
def test_a_file_that_exists_is_found(
    window: MainWindow, dropped: list[list[Path]], folder: Path, case: str
) -> None:
    written, name = WRITTEN[case]
    assert drop(window, listed(written, folder))
    assert dropped == [[folder / os.fsdecode(name)]]
    assert dropped[0][0].exists()
    assert window.intake.note() == ""


def test_a_file_of_another_computer_is_not_one_of_this(
    window: MainWindow, dropped: list[list[Path]], folder: Path
) -> None:
    assert drop(window, listed(b"file://elsewhere.exampleFOLDER/a%20b.pdf\r\n", folder))
    assert dropped == []
    assert "not a file on this computer" in window.intake.note()


@pytest.mark.parametrize("first", [b"copy\n", b"cut\n", b""])
def test_what_a_file_manager_copied_in_its_own_form_is_pasted(
    window: MainWindow, dropped: list[list[Path]], clipboard: QClipboard, folder: Path, first: bytes
) -> None:
    form = "x-special/gnome-copied-files"
    clipboard.setMimeData(listed(first + b"file://FOLDER/a%20b.pdf", folder, form))
    window.paste()
    assert dropped == [[folder / "a b.pdf"]]


@pytest.fixture
def searching(window: MainWindow) -> MainWindow:
    """The keyboard is in a text field."""
    window.board.store.put(batch())  # without any there is nothing to search
    window.activateWindow()
    window.board.search.setFocus()
    QApplication.processEvents()
    assert window.focusWidget() is window.board.search
    return window


def test_files_are_added_by_ctrl_v_although_a_text_field_has_the_keyboard(
    searching: MainWindow, dropped: list[list[Path]], clipboard: QClipboard, folder: Path
) -> None:
    mime = listed(b"file://FOLDER/a%20b.pdf\r\n", folder)
    mime.setText(str(folder / "a b.pdf"))
    clipboard.setMimeData(mime)
    hands.press(searching.board.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dropped == [[folder / "a b.pdf"]]
    assert searching.board.search.text() == ""


def test_text_is_pasted_into_a_field_as_ever(
    searching: MainWindow, dropped: list[list[Path]], clipboard: QClipboard
) -> None:
    clipboard.setText("lease")
    hands.press(searching.board.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert searching.board.search.text() == "lease"
    assert dropped == []


async def test_a_document_whose_name_is_no_utf_8_is_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = Opener.put_in_place(tmp_path / "bin", monkeypatch)
    assert await shell_open.open_file(folder / os.fsdecode(LATIN))
    assert opener.addresses() == [f"file://{folder}/latin%20%E4.pdf"]


async def test_such_a_document_is_in_the_list(open_program: Open, folder: Path) -> None:
    async with open_program() as program:
        clip = QGuiApplication.clipboard()
        clip.setMimeData(listed(b"file://FOLDER/latin%20%E4.pdf\r\n", folder))
        program.window.paste()
        clip.clear()
        rows = program.window.intake.model.rows
        await until(lambda: len(rows()) == 1, "the document in the list")
        await asyncio.sleep(0)
        assert "no such file" not in rows()[0].note
