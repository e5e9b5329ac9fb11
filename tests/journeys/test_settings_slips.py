"""A slip in settings.toml, by the window: said in a banner, and until it is mended nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signdesk.app import Program
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.connections import SecretKind
from signdesk.domain.servers import for_server, origin
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.journal.journal_file import JournalFile
from tests.journeys.conftest import Open, until
from tests.storage.journal_values import plain_batch
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf

KEEP = "[saving]\ndelete_from_server = false\nreceipts = yes\n"
MENDED = "[saving]\ndelete_from_server = true\n"
Write = Callable[[str], None]


@pytest.fixture
def server(practice: PracticeRun) -> PracticeRun:
    """In the part of a real one: what it holds is not forgotten with the program."""
    practice.server = replace(practice.server, practice=False)
    return practice


@pytest.fixture
def keyring(practice: PracticeRun) -> Keyring:
    made = Keyring()
    secret = for_server(practice.credentials, practice.server)
    made.kept[origin(practice.server.base_url), SecretKind.SIGN_IN] = secret
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Write:
    def write(text: str) -> None:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "settings.toml").write_text(text, encoding="utf-8")

    return write


def banner(program: Program) -> str:
    shown = program.window.settings_banner
    return "" if shown.isHidden() else plain(shown.text.shown(), lines=True)


async def seal(program: Program, tmp_path: Path) -> Batch:
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    intake, board = program.window.intake, program.window.board
    program.controller.add_paths([letter])
    await until(intake.seal_button.isEnabled, "a document in the list")
    intake.seal_button.click()
    await until(lambda: any(one.is_over for one in board.store.batches()), "the end")
    return board.store.batches()[0]


async def test_the_copy_stays_until_the_line_is_mended(
    open_program: Open, server: PracticeRun, settings: Write, tmp_path: Path
) -> None:
    settings(KEEP)
    sealing = {"process_id": 1, "save_to": tmp_path / "Sealed"}
    async with open_program(server.server, server.credentials, **sealing) as program:
        assert "settings.toml, line 3: The file is no TOML" in banner(program)
        assert "nothing is deleted" in banner(program)
        batch = await seal(program, tmp_path)
        assert batch.state is BatchState.DONE
        assert "is kept: a line of the settings cannot be read" in batch.warnings[0]
        assert server.ledger.count(Method.DELETE) == 0
        settings(MENDED)
        program.window.woken.emit()
        await until(lambda: banner(program) == "", "the banner to go")
    async with open_program(server.server, server.credentials, **sealing) as program:
        await until(lambda: server.ledger.count(Method.DELETE) == 1, "the copy to be deleted")
        await until(lambda: program.window.board.store.batches()[0].warnings == (), "the warning to go")
    assert server.ledger.count(Method.ACCEPT) == 1


async def test_a_slip_that_is_made_meanwhile_counts_at_once(
    open_program: Open, server: PracticeRun, settings: Write, tmp_path: Path
) -> None:
    settings(MENDED)
    sealing = {"process_id": 1, "save_to": tmp_path / "Sealed"}
    async with open_program(server.server, server.credentials, **sealing) as program:
        assert banner(program) == ""
        settings(KEEP)
        await seal(program, tmp_path)
        assert server.ledger.count(Method.DELETE) == 0
        program.window.woken.emit()
        await until(lambda: "line 3" in banner(program), "the banner")


async def test_nothing_is_sealed_over_a_section_that_cannot_be_read(
    open_program: Open, practice: PracticeRun, keyring: Keyring, settings: Write, tmp_path: Path
) -> None:
    def office(limit: str) -> str:
        here = f'[connections.office]\naddress = "{practice.server.base_url}"\nbatch_bytes = {limit}\n'
        return here + '[connections.office.processes.1]\nlabel = "Seal"\n'

    settings(office('"30 MB"'))
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed") as program:
        intake = program.window.intake
        await until(lambda: intake.process() is not None, "the connection")
        letter = tmp_path / "Letter.pdf"
        letter.write_bytes(a_pdf())
        program.controller.add_paths([letter])
        await until(lambda: intake.model.counts.sent == 1, "the document")
        assert not intake.seal_button.isEnabled()
        assert "settings.toml, line 3: connections.office.batch_bytes" in banner(program)
        settings(office("30_000_000"))
        program.window.woken.emit()
        await until(intake.seal_button.isEnabled, "the button")
        assert practice.ledger.count(Method.CREATE) == 0
        settings(office('"30 MB"'))  # nobody has told the window
        intake.seal_button.click()
        await until(lambda: "Nothing is sealed" in program.window.banner_text(), "the sentence")
        assert practice.ledger.count(Method.CREATE) == 0
        assert intake.model.counts.sent == 1


async def test_old_batches_stay_in_the_list(open_program: Open, settings: Write, tmp_path: Path) -> None:
    then = datetime.now(UTC) - timedelta(days=100)
    batch = plain_batch("old", state=BatchState.DONE)
    documents = tuple(replace(one, outcome=Outcome.SEALED) for one in batch.documents)
    path = Folders(tmp_path / "data").journal_file
    file = JournalFile.open(path, now=lambda: then)
    file.record(replace(batch, documents=documents, deleted_at=then))
    file.close()
    settings('[privacy]\nhistory_days = 10\nlog_level = "loud"\n')
    async with open_program() as program:
        await program.controller.recovered.wait()
        await until(lambda: len(program.window.board.store.batches()) == 1, "the list")
        assert "line 3: privacy.log_level" in banner(program)
        settings("[privacy]\nhistory_days = 10\n")
        program.window.woken.emit()
        await until(lambda: not program.window.board.store.batches(), "the old batch to go")
