"""`signdesk sign` delivers as the settings of this moment say, and notes who ordered it."""

from __future__ import annotations

from pathlib import Path

from signdesk.domain.batches import Batch, Delivery
from signdesk.practice.service import Method
from signdesk.storage.journal.journal_file import JournalFile
from tests.cli.conftest import Ended, SignDesk
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf
from tests.support.saved import saved_in


def signed(signdesk: SignDesk, practice: PracticeRun, folder: Path, settings: str) -> Ended:
    data = folder / "data"
    data.mkdir(exist_ok=True)
    (data / "settings.toml").write_text(settings)
    (folder / "Letter.pdf").write_bytes(a_pdf())
    order = ("sign", "--process", "1", "--save-to", folder / "Sealed", "--server", practice.server.base_url)
    return signdesk(
        *order, folder / "Letter.pdf", SIGNDESK_API_KEY=practice.credentials.api_key, LOGNAME="anna"
    )


def batch_in(folder: Path) -> Batch:
    journal = JournalFile.open(folder / "data" / "journal.sqlite")
    try:
        (batch,) = journal.load().batches
    finally:
        journal.close()
    return batch


def test_name_folder_and_the_servers_copy_are_as_the_settings_say(
    signdesk: SignDesk, practice: PracticeRun, tmp_path: Path
) -> None:
    text = '[saving]\nfile_name = "{first} sealed"\nunpack = true\ndelete_from_server = false\n'
    ended = signed(signdesk, practice, tmp_path, text)
    assert ended.code == 0, ended.err
    target = tmp_path / "Sealed"
    assert [path.name for path in saved_in(target)] == ["Letter sealed", "Letter sealed.zip"]
    assert [path.name for path in (target / "Letter sealed").iterdir()] == ["Letter.pdf"]
    assert ended.out.splitlines()[-1] == str(target / "Letter sealed.zip")
    assert f"Unpacked into {target / 'Letter sealed'}" in ended.err
    assert "The server keeps its copy" in ended.err
    assert "Removing the server's copy" not in ended.err
    assert practice.ledger.count(Method.DELETE) == 0
    batch = batch_in(tmp_path)
    assert batch.delivery == Delivery("{first} sealed", unpack=True, keep_copy=True, receipt=True)
    assert batch.sent_by.startswith("anna")


def test_without_settings_all_is_as_ever(signdesk: SignDesk, practice: PracticeRun, tmp_path: Path) -> None:
    ended = signed(signdesk, practice, tmp_path, "")
    assert ended.code == 0, ended.err
    assert [path.suffix for path in saved_in(tmp_path / "Sealed")] == [".zip"]
    assert "Removing the server's copy" in ended.err
    assert practice.ledger.count(Method.DELETE) == 1
