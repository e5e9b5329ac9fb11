"""The matrix, row "keyring locked": the window waits and asks, sends nothing to anybody, and loses nothing.

The sign-in is read once, when a server comes into use, and then held for the session. So a keyring that is
locked later stops nothing that is under way; at the next start every batch waits where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from signdesk.app import Program
from signdesk.desktop.connections.sign_in import SignInFields
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringBroken, KeyringLocked, KeyringRefused
from signdesk.domain.servers import Process, origin
from signdesk.domain.settings import Saving, Settings
from signdesk.jobs.secrets import Secrets
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.faults import matrix as m
from tests.faults.matrix import proves
from tests.journeys import keyboard
from tests.journeys.conftest import Open, open_program, until
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun
from tests.support.raw_server import RawServer
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.saved import saved_in

__all__ = ["open_program"]

UNDER_WAY = {
    Method.CREATE: ServerFault(Method.CREATE, Answer.HANG),
    Method.UPLOAD: ServerFault(Method.UPLOAD, Answer.HANG),
    Method.ACCEPT: ServerFault(Method.ACCEPT, Answer.HANG, carried_out=True),
    Method.STATUS: ServerFault(Method.STATUS, Answer.HANG, skip=1),
    Method.DOWNLOAD: ServerFault(Method.DOWNLOAD, Answer.HANG),
    Method.DELETE: ServerFault(Method.DELETE, Answer.HANG),
}


def lock(keyring: Keyring) -> None:
    keyring.problem = KeyringLocked("The keyring is locked. Unlock it and try again.")


def refuse(keyring: Keyring) -> None:
    keyring.problem = KeyringRefused("The keyring answered with no.")


def fall_silent(keyring: Keyring) -> None:
    keyring.answers.clear()


@pytest.fixture
def elsewhere() -> Iterator[RawServer]:
    """The next server in the settings, which must never hear of anything."""
    with RawServer() as server:
        yield server
        assert server.connections == 0


@pytest.fixture
def keyring(practice: PracticeRun) -> Iterator[Keyring]:
    made = Keyring()
    secret = practice.credentials
    made.kept[origin(practice.server.base_url), SecretKind.SIGN_IN] = secret
    yield made
    made.answers.set()


@pytest.fixture
def office(practice: PracticeRun, elsewhere: RawServer, tmp_path: Path) -> Connection:
    """The server of the settings: the practice server in the part of a real one. Another is set up, too."""
    server = replace(practice.server, practice=False, label="Office")
    other = replace(server, base_url=elsewhere.url, label="Other")
    seal = (Process(1, "Company seal"),)
    connections = (
        Connection("office", "Office", server, processes=seal, default_process_id=1),
        Connection("other", "Other", other, processes=seal, default_process_id=1),
    )
    file = SettingsFile(Folders(tmp_path / "data").settings_file)
    file.change(lambda _: Settings(saving=Saving(folder=tmp_path / "Sealed"), connections=connections))
    return connections[0]


async def seal(program: Program, path: Path) -> None:
    program.controller.add_paths([path])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    program.window.intake.seal_button.click()


async def enter_the_key(program: Program, practice: PracticeRun) -> None:
    """What a person does whose keyring does not open."""
    keyboard.push(program.window, program.window.intake.way_out)
    await until(lambda: isinstance(QApplication.activeModalWidget(), Question), "the question for the key")
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    (fields,) = question.findChildren(SignInFields)
    keyboard.enter(question, fields.api_key.line, practice.credentials.api_key)
    keyboard.push(question, keyboard.verb(question, "Sign in"))


def batch_states(program: Program) -> list[BatchState]:
    return [one.state for one in program.window.board.store.batches()]


def rows(tmp_path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(Folders(tmp_path / "data").journal_file)) as journal:
        return journal.execute("SELECT * FROM batches ORDER BY rowid").fetchall()


def assert_sealed_once(practice: PracticeRun, tmp_path: Path) -> None:
    """One order, one result."""
    assert sum(practice.ledger.accepted(one) for one in practice.batch_ids) == 1
    assert len(saved_in(tmp_path / "Sealed")) == 1


FAULTS = [(lock, "locked"), (refuse, "answered with no"), (fall_silent, "did not answer")]


@pytest.mark.parametrize(("spoil", "told"), FAULTS)
@proves(m.KEYRING, m.PREPARE)
async def test_documents_wait_in_the_list_and_nobody_is_called(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letter: Path,
    tmp_path: Path,
    spoil: Callable[[Keyring], None],
    told: str,
) -> None:
    spoil(keyring)
    async with open_program(secrets=Secrets(keyring, limit_s=0.1)) as program:
        window, intake = program.window, program.window.intake
        await until(lambda: told in intake.obstacle(), "the reason")
        assert window.header.server_text.text() == "Office, not signed in"
        assert intake.list.isVisible() == bool(intake.model.rowCount())
        assert not window.start_page.isVisible()
        program.controller.add_paths([letter])
        await until(lambda: len(intake.model.documents()) == 1, "the document in the list")
        assert intake.list.isVisible()
        assert not intake.seal_button.isEnabled()
        assert practice.ledger.received == ()
        await enter_the_key(program, practice)
        await until(intake.seal_button.isEnabled, "the list ready to be sealed")
        intake.seal_button.click()
        await until(lambda: batch_states(program) == [BatchState.DONE], "its end")
    assert_sealed_once(practice, tmp_path)


@pytest.mark.parametrize(
    ("method", "spoil", "told"),
    [
        pytest.param(
            *(method, spoil, told),
            id=f"{method}-{told}",
            marks=[] if spoil is lock or method is Method.STATUS else [pytest.mark.long],
        )
        for method in UNDER_WAY
        for spoil, told in FAULTS
    ],
)
@proves(m.KEYRING, m.CREATE, m.UPLOAD, m.ACCEPT, m.STATUS, m.DOWNLOAD, m.DELETE)
async def test_at_the_next_start_a_batch_waits_at_its_step_until_somebody_signs_in(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letter: Path,
    tmp_path: Path,
    method: Method,
    spoil: Callable[[Keyring], None],
    told: str,
) -> None:
    """After an unclear accept the first question is the status, not another accept."""
    hanging = UNDER_WAY[method]
    practice.profile = ResponseProfile(faults=(hanging,))
    async with open_program(keyring=keyring) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(method) > hanging.skip, f"{method} under way")
    practice.profile = ResponseProfile()
    seen, noted = len(practice.ledger.received), rows(tmp_path)
    spoil(keyring)
    async with open_program(secrets=Secrets(keyring, limit_s=0.1)) as again:
        window = again.window
        await until(lambda: told in window.intake.obstacle(), "the reason")
        await until(again.controller.recovered.is_set, "the recovery")
        (batch,) = again.window.board.store.batches()
        assert batch.state is BatchState.WAITING
        assert "It goes on where it was, as soon as SignDesk is connected" in batch.message
        assert "1 batch is not finished" in again.window.banner.text.text()
        assert window.board.isVisible()
        assert not window.start_page.isVisible()
        assert (len(practice.ledger.received), rows(tmp_path)) == (seen, noted)
        await enter_the_key(again, practice)
        await until(lambda: batch_states(again) == [BatchState.DONE], "its end")
    after = [one.method for one in practice.ledger.received[seen:]]
    assert method is not Method.ACCEPT or after[0] is Method.STATUS
    assert_sealed_once(practice, tmp_path)


@pytest.mark.parametrize(("spoil", "told"), FAULTS)
async def test_everything_goes_on_by_itself_when_the_keyring_opens(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letter: Path,
    tmp_path: Path,
    spoil: Callable[[Keyring], None],
    told: str,
) -> None:
    """A batch of an earlier start, and the list with the process that was chosen meanwhile."""
    practice.profile = ResponseProfile(faults=(UNDER_WAY[Method.CREATE],))
    async with open_program(keyring=keyring) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(Method.CREATE) > 0, "the order on its way")
    practice.profile = ResponseProfile()
    spoil(keyring)
    async with open_program(secrets=Secrets(keyring, limit_s=0.1, look_s=0.02)) as again:
        intake = again.window.intake
        await until(lambda: told in intake.obstacle(), "the reason")
        again.controller.add_paths([tmp_path / "Letter.pdf"])
        intake.choose_process(7)
        seen = len(practice.ledger.received)
        await until(lambda: len(intake.model.rows()) == 1, "the document in the list")
        assert len(practice.ledger.received) == seen
        keyring.problem = None
        keyring.answers.set()
        await until(lambda: batch_states(again) == [BatchState.DONE], "the end of the batch")
        assert again.window.header.server_text.text().startswith("Office, connected")
        process = intake.process()
        assert process is not None
        assert process.id == 7
        assert intake.obstacle() == ""
        assert not intake.way_out.isVisible()
    assert_sealed_once(practice, tmp_path)


async def test_a_keyring_that_is_open_and_still_fails_is_not_asked_over_and_over(
    open_program: Open, office: Connection, keyring: Keyring
) -> None:
    """It may put a question on the screen each time."""
    keyring.problem = KeyringBroken("The keyring failed.")
    async with open_program(secrets=Secrets(keyring, limit_s=5.0, look_s=0.001)) as program:
        intake = program.window.intake
        await until(lambda: "The keyring failed" in intake.obstacle(), "the reason")
        await until(lambda: keyring.looks > 20, "many looks at it")
        assert keyring.questions <= 2


@pytest.mark.parametrize("spoil", [lock, fall_silent])
@pytest.mark.parametrize("method", list(UNDER_WAY))
@proves(m.KEYRING, m.VERIFY)
async def test_what_is_under_way_does_not_need_the_keyring(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    letter: Path,
    tmp_path: Path,
    method: Method,
    spoil: Callable[[Keyring], None],
) -> None:
    """A running upload ends, and so do checking, saving and all that follows."""
    practice.profile = ResponseProfile(
        faults=(ServerFault(method, http_status=500, times=1, carried_out=method is Method.ACCEPT),)
    )
    async with open_program(keyring=keyring) as program:
        await seal(program, letter)
        spoil(keyring)
        await until(lambda: batch_states(program) == [BatchState.DONE], "its end")
    assert_sealed_once(practice, tmp_path)
