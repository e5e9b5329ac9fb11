"""Several connections: one is in use, another is a few keys away, and what is under way goes on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.desktop.connections.distinct_labels import connection_labels
from signdesk.domain.batches import BatchState, new_batch
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringLocked
from signdesk.domain.servers import Credentials, Process, Server, origin
from signdesk.domain.settings import Settings
from signdesk.jobs.secrets import Secrets
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.intake import take_in
from signdesk.storage.journal.journal_file import JournalFile
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import QUICK, Open, until
from tests.support.canary import KEY, marked
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf


@pytest.fixture
def head(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "head"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=marked("of-the-head-office"))) as running:
        yield running


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "branch"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=marked("of-the-branch"))) as running:
        yield running


def connection(run: PracticeRun, name: str, process_id: int) -> Connection:
    server = replace(run.server, practice=False, label=name)
    return Connection(name.lower(), name, server, processes=(Process(process_id, f"Seal of {name}"),))


@pytest.fixture
def keyring(head: PracticeRun, branch: PracticeRun) -> Keyring:
    made = Keyring()
    for run in (head, branch):
        made.kept[origin(run.server.base_url), SecretKind.SIGN_IN] = run.credentials
    return made


def settings_file(tmp_path: Path) -> SettingsFile:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    return SettingsFile(folders.settings_file, folders.policy_file)


@pytest.fixture
def both(head: PracticeRun, branch: PracticeRun, tmp_path: Path) -> Settings:
    made = Settings(connections=(connection(head, "Head", 1), connection(branch, "Branch", 1)))
    settings_file(tmp_path).change(lambda _: made)
    return made


async def until_used(program: Program, name: str) -> None:
    process = program.window.intake.process
    await until(
        lambda: (
            getattr(process(), "label", "") == f"Seal of {name}"
            and program.window.header.server_text.text().startswith(name)
        ),
        f"{name} in use",
    )


async def seal(program: Program, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(a_pdf(name))
    program.controller.add_paths([path])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    keyboard.push(program.window, program.window.intake.seal_button)


def states(program: Program) -> list[BatchState]:
    return [one.state for one in program.window.board.store.batches()]


async def test_switching_by_keyboard_while_a_batch_is_under_way(
    open_program: Open,
    head: PracticeRun,
    branch: PracticeRun,
    both: Settings,
    keyring: Keyring,
    tmp_path: Path,
) -> None:
    head.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=503, times=1000),))
    soon_back = replace(
        QUICK,
        back_off_cap_s=0.1,
        come_back_first_s=0.1,
        come_back_cap_s=0.2,
        probe_first_s=0.1,
        probe_last_s=0.2,
    )
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed", retry_config=soon_back) as program:
        await until_used(program, "Head")
        await seal(program, tmp_path, "For the head office.pdf")
        await until(lambda: head.ledger.count(Method.STATUS) > 0, "the first batch under way")
        assert keyboard.offered(program.window) == [
            "*Head", "Branch", "Practise", "Another server…", "Settings…",
        ]  # fmt: skip
        hands.press(program.window.header.menu, Qt.Key.Key_Escape)
        keyboard.switch(program.window, "Branch")
        await until_used(program, "Branch")
        assert keyboard.offered(program.window)[:2] == ["Head", "*Branch"]
        hands.press(program.window.header.menu, Qt.Key.Key_Escape)
        await seal(program, tmp_path, "For the branch.pdf")
        await until(lambda: BatchState.DONE in states(program), "the end of the second one")
        assert branch.ledger.count(Method.ACCEPT) == 1
        head.profile = ResponseProfile()
        await until(lambda: states(program) == [BatchState.DONE] * 2, "the end of the first one")
        assert head.ledger.count(Method.ACCEPT) == 1


async def test_a_server_that_is_used_again_is_not_signed_in_to_twice(
    open_program: Open, both: Settings, keyring: Keyring
) -> None:
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Head")
        for name in ("Branch", "Head", "Branch"):
            keyboard.switch(program.window, name)
            await until_used(program, name)
        assert len(program.controller._connections.sessions) == 2


async def test_the_last_used_one_is_the_next_starts_unless_one_is_decided(
    open_program: Open, both: Settings, keyring: Keyring, tmp_path: Path
) -> None:
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Head")
        keyboard.switch(program.window, "Branch")
        await until_used(program, "Branch")
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Branch")
    settings_file(tmp_path).change(lambda now: replace(now, default_connection="head"))
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Head")


@pytest.mark.parametrize(("locked", "used"), [("", "Branch"), ('locked = ["default_connection"]\n', "Head")])
async def test_the_organisations_default_gives_way_to_use_unless_it_is_locked(
    open_program: Open, both: Settings, keyring: Keyring, tmp_path: Path, locked: str, used: str
) -> None:
    policy = tmp_path / "policy"
    policy.mkdir(mode=0o755)
    path = Folders(tmp_path / "data", policy_folder=policy).policy_file
    assert path is not None
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Head")
        keyboard.switch(program.window, "Branch")
        await until_used(program, "Branch")
    path.write_text(f'{locked}default_connection = "head"\n')
    path.chmod(0o644)
    async with open_program(keyring=keyring) as program:
        await until_used(program, used)


async def test_practising_and_back(open_program: Open, both: Settings, keyring: Keyring) -> None:
    async with open_program(keyring=keyring) as program:
        window = program.window
        await until_used(program, "Head")
        keyboard.switch(window, "Practise")
        await until(lambda: window.header.server_text.text() == "Practice server", "practice")
        assert window.practice_banner.isVisible()
        assert keyboard.offered(window)[2] == "*Practise"
        hands.press(window.header.menu, Qt.Key.Key_Escape)
        keyboard.switch(window, "Branch")
        await until_used(program, "Branch")
        assert not window.practice_banner.isVisible()


async def test_another_server_has_a_way_back(open_program: Open, both: Settings, keyring: Keyring) -> None:
    async with open_program(keyring=keyring) as program:
        window = program.window
        await until_used(program, "Head")
        keyboard.switch(window, "Another server…")
        assert window.start_page.isVisible()
        keyboard.push(window, window.start_page.back_link)
        assert not window.start_page.isVisible()
        keyboard.switch(window, "Another server…")
        keyboard.switch(window, "Branch")  # the other ones are offered there, too
        await until_used(program, "Branch")


async def test_a_server_named_at_the_start_can_be_left_and_used_again(
    open_program: Open, head: PracticeRun, branch: PracticeRun, keyring: Keyring, tmp_path: Path
) -> None:
    settings_file(tmp_path).change(lambda _: Settings(connections=(connection(branch, "Branch", 1),)))
    named = replace(head.server, practice=False, label="Head")
    async with open_program(named, head.credentials, process_id=1, keyring=keyring) as program:
        window = program.window
        assert keyboard.offered(window)[:2] == ["Branch", "*Head"]
        hands.press(window.header.menu, Qt.Key.Key_Escape)
        keyboard.switch(window, "Branch")
        await until_used(program, "Branch")
        keyboard.switch(window, "Head")
        await until(lambda: window.header.server_text.text() == "Head", "the named one")


async def test_a_locked_keyring_keeps_the_server_in_use_and_the_way_back(
    open_program: Open, both: Settings, keyring: Keyring
) -> None:
    async with open_program(keyring=keyring) as program:
        window, form = program.window, program.window.start_page.form
        await until_used(program, "Head")
        keyring.problem = KeyringLocked("The keyring is locked.")
        keyboard.switch(window, "Branch")
        await until(form.retry_button.isVisible, "the question")
        assert "locked" in form.problem.text()
        keyboard.push(window, window.start_page.back_link)
        await until_used(program, "Head")
        keyring.problem = None
        keyboard.switch(window, "Branch")
        await until_used(program, "Branch")


async def test_a_connection_that_was_removed_is_no_longer_used(
    open_program: Open, both: Settings, keyring: Keyring, tmp_path: Path
) -> None:
    async with open_program(keyring=keyring) as program:
        await until_used(program, "Head")
        after = replace(both, connections=both.connections[1:])
        settings_file(tmp_path).change(lambda _: after)
        program.controller._connection_setup._changed(both, after)
        await until_used(program, "Branch")
        assert keyboard.offered(program.window)[0] == "*Branch"


async def test_a_server_that_hangs_does_not_hold_the_other_one_up(
    open_program: Open, head: PracticeRun, both: Settings, keyring: Keyring, tmp_path: Path
) -> None:
    head.profile = ResponseProfile(faults=(ServerFault(Method.UPLOAD, Answer.HANG),))
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed") as program:
        await until_used(program, "Head")
        await seal(program, tmp_path, "A.pdf")
        await until(lambda: head.ledger.count(Method.UPLOAD) > 0, "the upload that hangs")
        keyboard.switch(program.window, "Branch")
        await until_used(program, "Branch")
        await seal(program, tmp_path, "B.pdf")
        await until(lambda: BatchState.DONE in states(program), "the end of the other one")
        assert BatchState.SENDING in states(program)


def test_the_servers_are_told_apart_by_their_address() -> None:
    same = [Connection(one, "Office", Server(f"https://{one}.example.com")) for one in ("a", "b")]
    assert connection_labels(same)[0] == "Office (https://a.example.com)"
    assert connection_labels(same[:1]) == ("Office",)


def test_two_keys_of_one_server_are_told_apart_by_their_id() -> None:
    same = [Connection(one, "Office", Server("https://a.example.com")) for one in ("boss", "desk")]
    assert connection_labels(same)[1] == "Office (https://a.example.com desk)"


class SlowKeyring(Keyring):
    """Answers for the owner `waits_for` only once the test lets it."""

    def __init__(self, kept: dict[tuple[str, SecretKind], Credentials], waits_for: str) -> None:
        super().__init__()
        self.kept = kept
        self.asked = threading.Event()
        self.go_on = threading.Event()
        self._waits_for = waits_for

    def load(self, owner: str, kind: SecretKind) -> Credentials | None:
        if owner == self._waits_for:
            self.asked.set()
            assert self.go_on.wait(60)
        return super().load(owner, kind)


@pytest.mark.parametrize("instead", ["Practise", "Another server…", "Head"])
async def test_who_is_waited_for_in_vain_does_not_come_back_later(
    open_program: Open, branch: PracticeRun, both: Settings, keyring: Keyring, instead: str
) -> None:
    """The keyring asks for the branch's key; meanwhile somebody wants something else."""
    slow = SlowKeyring(keyring.kept, origin(branch.server.base_url))
    async with open_program(keyring=slow) as program:
        window = program.window
        await until_used(program, "Head")
        keyboard.switch(window, "Branch")
        await until(slow.asked.is_set, "the question to the keyring")
        assert not window.intake.seal_button.isEnabled()
        keyboard.switch(window, instead)
        slow.go_on.set()
        await until(
            lambda: not any(one.get_name() == "use branch" for one in asyncio.all_tasks()), "the late answer"
        )
        if instead == "Practise":
            await until(lambda: window.header.server_text.text() == "Practice server", "practice")
        elif instead == "Head":
            await until_used(program, "Head")
        else:
            assert window.start_page.isVisible()
        assert program.controller._selection.connection_id != "branch"


async def test_a_server_that_is_named_for_this_start_is_used_as_it_was_set_up(
    open_program: Open, branch: PracticeRun, both: Settings, keyring: Keyring
) -> None:
    """Its process, and its sign-in out of the keyring; the first connection is not asked."""
    named = Server(branch.server.base_url)
    async with open_program(named, Credentials(), keyring=keyring) as program:
        await until_used(program, "Branch")


async def test_a_sign_in_that_is_given_with_the_server_wins_over_the_keyring(
    open_program: Open, branch: PracticeRun, both: Settings, tmp_path: Path
) -> None:
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    empty = Keyring()
    async with open_program(branch.server, branch.credentials, keyring=empty, files=(letter,)) as program:
        program.window.intake.choose_folder(tmp_path / "Sealed")
        await until_used(program, "Branch")
        await until(program.window.intake.seal_button.isEnabled, "the document in the list")
        program.window.intake.seal_button.click()
        await until(lambda: any(one.is_over for one in program.window.board.store.batches()), "the end")
        assert program.window.board.store.batches()[0].state is BatchState.DONE
    assert empty.kept == {}


async def test_plain_http_beyond_this_machine_is_refused_on_the_page_unless_it_was_consented_to(
    open_program: Open,
) -> None:
    async with open_program(Server("http://seal.office.example"), Credentials(api_key=KEY)) as program:
        form = program.window.start_page.form
        await until(lambda: "http" in form.problem.text(), "the sentence")
        assert not program.window.intake.seal_button.isEnabled()


async def test_two_keys_for_one_address_stay_apart(
    open_program: Open, head: PracticeRun, tmp_path: Path
) -> None:
    """A batch goes on with the sign-in of its own connection, and no other connection's takes its place."""
    sales, legal = connection(head, "Sales", 1), connection(head, "Legal", 1)
    settings_file(tmp_path).change(lambda _: Settings(connections=(sales, legal), default_connection="legal"))
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    batch = new_batch(
        take_in([letter]).documents,
        Process(1, "Seal"),
        sales.server,
        tmp_path / "Sealed",
        datetime.now(UTC),
        connection_id="sales",
    )
    with closing(JournalFile.open(Folders(tmp_path / "data").journal_file)) as journal:
        journal.order([batch])
    secrets = Secrets(Keyring())
    owner = origin(head.server.base_url)
    wrong = Credentials(api_key=marked("of-somebody-else"))
    secrets.keep_for_session(owner, SecretKind.SIGN_IN, wrong, "legal")
    secrets.keep_for_session(owner, SecretKind.SIGN_IN, head.credentials, "sales")
    async with open_program(secrets=secrets, save_to=tmp_path / "Sealed") as program:
        await until(lambda: program.controller.recovered.is_set(), "the batches")
        await until_used(program, "Legal")
        assert head.ledger.count(Method.CREATE) == 0
        keyboard.switch(program.window, "Sales")
        await until_used(program, "Sales")
        await until(lambda: states(program) == [BatchState.DONE], "its end")
        assert all(200 <= one.http_status < 300 for one in head.ledger.received)
