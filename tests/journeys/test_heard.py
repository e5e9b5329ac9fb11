"""What is said aloud of what a person did: files dropped, pasted or chosen, and their batch."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_main_job import drop
from tests.support.heard import listening
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "Invoice 17.pdf").write_bytes(a_pdf("Invoice"))
    (folder / "Lease.pdf").write_bytes(a_pdf("Lease"))
    (folder / "Void.pdf").touch()
    return sorted(folder.iterdir())


async def test_what_a_drop_or_a_paste_did(
    open_program: Open,
    practice: PracticeRun,
    files: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = listening(monkeypatch)
    async with open_program(
        practice.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        drop(window, files)
        await until(lambda: any("will not be sent" in one for one in said), "the word about the empty one")
        assert said[0] == "3 documents were added to the list."
        assert said[1].endswith("; 1 will not be sent: empty")

        said.clear()
        drop(window, files[:1])
        await until(lambda: "1 document was in the list already." in said, "the word about the second drop")

        said.clear()
        (tmp_path / "nothing").mkdir()
        drop(window, [tmp_path / "nothing"])
        await until(lambda: "No document was found in the folder." in said, "the word about the empty folder")

        said.clear()
        QGuiApplication.clipboard().clear()
        hands.press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert said == ["There are no files on the clipboard. Copy files, then press Ctrl+V."]

        said.clear()
        mime = QMimeData()
        mime.setUrls([QUrl("https://example.com/a.pdf")])
        QGuiApplication.clipboard().setMimeData(mime)
        window.paste()
        QGuiApplication.clipboard().clear()
        assert said == ["That is not a file on this computer yet. Save it first, then drop the saved file."]


async def test_on_the_start_page_the_banner_is_said(
    open_program: Open, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        said = listening(monkeypatch)
        drop(program.window, [files[0].parent])
        await until(lambda: len(said) > 1, "both words")
        assert said[:2] == ["3 documents were added to the list.", "3 documents found in folders."]
