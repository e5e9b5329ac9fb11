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

from signdesk.app import Program
from signdesk.domain.batches import BatchState
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringLocked, KeyringRefused
from signdesk.domain.processes import Process
from signdesk.domain.secrets import sign_in_secret
from signdesk.domain.servers import origin
from signdesk.domain.settings import Saving, Settings
from signdesk.jobs.secrets import Secrets
from signdesk.practice.dialect import Answer, Dialect, Method, Trouble
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.faults import matrix as m
from tests.faults.matrix import proves
from tests.journeys.conftest import Open, open_program, until
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.raw_server import RawServer
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

__all__ = ["open_program"]

UNDER_WAY = {
    Method.CREATE: Trouble(Method.CREATE, Answer.HANG),
    Method.UPLOAD: Trouble(Method.UPLOAD, Answer.HANG),
    Method.ACCEPT: Trouble(Method.ACCEPT, Answer.HANG, carried_out=True),
    Method.STATUS: Trouble(Method.STATUS, Answer.HANG, skip=1),
    Method.DOWNLOAD: Trouble(Method.DOWNLOAD, Answer.HANG),
    Method.DELETE: Trouble(Method.DELETE, Answer.HANG),
}


def lock(keyring: Keyring) -> None:
    keyring.problem = KeyringLocked("The keyring is locked. Unlock it and try again.")


def refuse(keyring: Keyring) -> None:
    keyring.problem = KeyringRefused("The keyring answered with no.")


def fall_silent(keyring: Keyring) -> None:
    keyring.answers.clear()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder) as running:
        yield running


@pytest.fixture
def elsewhere() -> Iterator[RawServer]:
    """The next server in the settings, which must never hear of anything."""
    with RawServer() as server:
        yield server
        assert server.connections == 0


@pytest.fixture
def keyring(practice: PracticeRun) -> Iterator[Keyring]:
    made = Keyring()
    secret = sign_in_secret(practice.credentials)
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


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Letter.pdf"
    path.write_bytes(a_pdf())
    return path


async def seal(program: Program, path: Path) -> None:
    program.controller.add_paths([path])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    program.window.intake.seal_button.click()


async def enter_the_key(program: Program, practice: PracticeRun) -> None:
    """What a person does whose keyring does not open: the address stands there already."""
    form = program.window.start_page.form
    hands.write(form.secrets.api_key.line, practice.credentials.api_key)
    hands.click(form.connect_button)


def batch_states(program: Program) -> list[BatchState]:
    return [one.state for one in program.window.board.batches()]


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
        page, intake = program.window.start_page, program.window.intake
        await until(lambda: told in page.form.problem.text(), "the reason")
        assert page.form.address.line.text() == office.server.base_url
        program.controller.add_paths([letter])
        await until(lambda: len(intake.model.documents()) == 1, "the document in the list")
        assert not intake.seal_button.isEnabled()
        assert practice.ledger.received == ()
        await enter_the_key(program, practice)
        await until(lambda: not page.isVisible(), "the list")
        intake.choose_process(1)
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
    practice.dialect = Dialect(troubles=(hanging,))
    async with open_program(keyring=keyring) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(method) > hanging.skip, f"{method} under way")
    practice.dialect = Dialect()
    seen, noted = len(practice.ledger.received), rows(tmp_path)
    spoil(keyring)
    async with open_program(secrets=Secrets(keyring, limit_s=0.1)) as again:
        page = again.window.start_page
        await until(lambda: told in page.form.problem.text(), "the reason")
        await until(again.controller.recovered.is_set, "the recovery")
        (batch,) = again.window.board.batches()
        assert batch.state is BatchState.WAITING
        assert "It goes on where it was, as soon as SignDesk is connected" in batch.message
        assert "1 batch is not finished" in again.window.banner.text.text()
        assert page.form.address.line.text() == office.server.base_url
        assert (len(practice.ledger.received), rows(tmp_path)) == (seen, noted)
        await enter_the_key(again, practice)
        await until(lambda: batch_states(again) == [BatchState.DONE], "its end")
    after = [one.method for one in practice.ledger.received[seen:]]
    assert method is not Method.ACCEPT or after[0] is Method.STATUS
    assert_sealed_once(practice, tmp_path)


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
    practice.dialect = Dialect(
        troubles=(Trouble(method, http_status=500, times=1, carried_out=method is Method.ACCEPT),)
    )
    async with open_program(keyring=keyring) as program:
        await seal(program, letter)
        spoil(keyring)
        await until(lambda: batch_states(program) == [BatchState.DONE], "its end")
    assert_sealed_once(practice, tmp_path)
