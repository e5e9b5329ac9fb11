"""From an empty window to the first sealed batch, and every way in which a server can fail, by keyboard."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from signdesk.app import Program
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringBroken, KeyringLocked, KeyringMissing, KeyringRefused
from signdesk.domain.servers import Credentials, Process, Server, SignIn, origin
from signdesk.domain.settings import Settings
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.canary import TOKEN
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault

CANARY = "canary-of-the-first-start"
FOR_EVER = 1000


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=CANARY)) as running:
        yield running


def settings_file(tmp_path: Path) -> SettingsFile:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    return SettingsFile(folders.settings_file, folders.policy_file)


def connections(tmp_path: Path) -> tuple[Connection, ...]:
    return settings_file(tmp_path).load().settings.connections


def type_in(program: Program, address: str, key: str) -> None:
    """The first step."""
    window, form = program.window, program.window.start_page.form
    keyboard.enter(window, form.address.line, address)
    keyboard.enter(window, form.secrets.api_key.line, key)
    hands.press(form.secrets.api_key.line, Qt.Key.Key_Return)


async def until_asked_for_process(program: Program) -> None:
    box = program.window.start_page.process
    await until(box.isVisible, "the third step")
    assert program.window.focusWidget() is box.number_field.line


async def until_broken(program: Program) -> str:
    trial = program.window.start_page.trial
    await until(trial.again_button.isVisible, "the word about what broke")
    return f"{trial.heading.text()} {trial.problem.text()} {trial.means.text()}"


def finish(program: Program, number: str, name: str = "") -> None:
    """The third step."""
    box = program.window.start_page.process
    keyboard.enter(program.window, box.number_field.line, number)
    if name:
        keyboard.enter(program.window, box.name_field.line, name)
    keyboard.push(program.window, box.finish_button)


def is_at_work(program: Program) -> bool:
    return not program.window.start_page.isVisible()


async def until_at_work(program: Program) -> None:
    await until(lambda: is_at_work(program), "the documents and batches")


async def seal(program: Program, path: Path) -> None:
    window = program.window
    program.controller.add_paths([path])
    await until(window.intake.seal_button.isEnabled, "the document in the list")
    keyboard.push(window, window.intake.seal_button)
    await until(lambda: any(one.is_over for one in window.board.store.batches()), "the end")
    assert window.board.store.batches()[0].state is BatchState.DONE


async def test_three_steps_lead_to_the_first_sealed_batch_and_are_remembered(
    open_program: Open, practice: PracticeRun, letter: Path, tmp_path: Path
) -> None:
    keyring, owner = Keyring(), origin(practice.server.base_url)
    async with open_program(keyring=keyring) as program:
        type_in(program, f"{practice.server.base_url}/swagger", CANARY)
        await until_asked_for_process(program)
        assert "answers with this sign-in" in program.window.start_page.process.answer.text()
        assert connections(tmp_path) == ()  # nothing is written before the end
        finish(program, "1", "Company seal")
        await until_at_work(program)
        process = program.window.intake.process()
        assert process is not None
        assert (process.id, process.label) == (1, "Company seal")
        await until(lambda: (owner, SecretKind.SIGN_IN) in keyring.kept, "the key in the keyring")
        await seal(program, letter)
        assert program.window.banner_text() == ""
    (made,) = connections(tmp_path)
    assert made.server.base_url == practice.server.base_url
    assert made.processes == (Process(1, "Company seal"),)
    assert made.default_process_id == 1
    for kept in (tmp_path / "data").rglob("*"):
        assert not kept.is_file() or CANARY.encode() not in kept.read_bytes()
    async with open_program(keyring=keyring) as again:
        await until(lambda: again.window.intake.process() == Process(1, "Company seal"), "the server in use")
        assert is_at_work(again)
        assert keyboard.offered(again.window)[0] == f"*{made.name}"


async def test_a_refused_key_is_said_and_back_leads_to_it(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    async with open_program() as program:
        type_in(program, practice.server.base_url, "wrong")
        told = await until_broken(program)
        assert "It fails at: Sign-in" in told
        assert "did not accept the sign-in (401)" in told
        hands.press(keyboard.keyboard(program.window), Qt.Key.Key_Space)  # the button that is first
        form = program.window.start_page.form
        assert form.address.text() == practice.server.base_url
        assert program.window.focusWidget() is form.secrets.api_key.line
        hands.write(form.secrets.api_key.line, CANARY)  # in the place of the wrong one
        hands.press(form.secrets.api_key.line, Qt.Key.Key_Return)
        await until_asked_for_process(program)
        keyboard.push(program.window, program.window.start_page.process.back_button)
        assert program.window.start_page.form.secrets.api_key.text() == CANARY
    assert connections(tmp_path) == ()


async def test_a_web_page_is_not_taken_for_the_question_for_a_sign_in(
    open_program: Open, practice: PracticeRun
) -> None:
    page = ServerFault(Method.STATUS, Answer.HTML, http_status=200, times=FOR_EVER)
    practice.profile = ResponseProfile(faults=(page,))
    async with open_program() as program:
        type_in(program, practice.server.base_url, CANARY)
        told = await until_broken(program)
        assert "It fails at: Answer" in told
        assert "answered with a web page (200)" in told
        assert program.window.focusWidget() is program.window.start_page.trial.back_button


async def test_a_refused_connection_names_the_port(open_program: Open, practice: PracticeRun) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with open_program() as program:
        type_in(program, f"http://127.0.0.1:{port}", CANARY)
        await until_broken(program)
        trial = program.window.start_page.trial
        assert f"at port {port}" in trial.problem.text()
        assert f"at port {port}" in trial.means.text()
        assert program.window.focusWidget() is trial.again_button


async def test_a_server_that_is_away_is_used_anyway_and_without_a_number(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=503, times=FOR_EVER),))
    async with open_program() as program:
        page = program.window.start_page
        type_in(program, practice.server.base_url, CANARY)
        await until_broken(program)
        keyboard.push(program.window, page.trial.anyway_button)
        await until_asked_for_process(program)
        assert "not been tried successfully" in page.process.answer.text()
        keyboard.push(program.window, page.process.later_link)
        await until_at_work(program)
        assert program.window.intake.process() is None
    (made,) = connections(tmp_path)
    assert made.processes == ()


async def test_a_second_try_goes_on_by_itself(open_program: Open, practice: PracticeRun) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=503, times=FOR_EVER),))
    async with open_program() as program:
        type_in(program, practice.server.base_url, CANARY)
        await until_broken(program)
        practice.profile = ResponseProfile()
        keyboard.push(program.window, program.window.start_page.trial.again_button)
        await until_asked_for_process(program)


async def test_a_try_that_hangs_can_be_stopped(open_program: Open, practice: PracticeRun) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, times=FOR_EVER),))
    async with open_program() as program:
        page = program.window.start_page
        type_in(program, practice.server.base_url, CANARY)
        await until(lambda: practice.ledger.count(Method.STATUS) > 0, "the question to the server")
        assert program.window.focusWidget() is page.trial.back_button
        hands.press(page.trial.back_button, Qt.Key.Key_Space)
        assert page.form.isVisible()
        practice.profile = ResponseProfile()
        type_in(program, practice.server.base_url, CANARY)
        await until_asked_for_process(program)


async def test_an_address_that_is_none_is_said_at_once(open_program: Open) -> None:
    async with open_program() as program:
        type_in(program, "http://seal.example.com", CANARY)
        assert "plain http" in program.window.start_page.form.problem.text()
        assert program.window.start_page.form.isVisible()


@pytest.mark.parametrize("problem", [KeyringMissing, KeyringRefused, KeyringLocked, KeyringBroken])
async def test_where_the_keyring_does_not_take_the_key_it_is_used_for_the_session(
    open_program: Open, practice: PracticeRun, letter: Path, problem: type[Exception]
) -> None:
    keyring, owner = Keyring(), origin(practice.server.base_url)
    async with open_program(keyring=keyring) as program:
        window = program.window
        type_in(program, practice.server.base_url, CANARY)
        await until_asked_for_process(program)
        keyring.problem = problem("This keyring says no.")  # type: ignore[assignment]
        finish(program, "1")
        await until(lambda: bool(window.banner_text()), "the word about the keyring")
        assert "for this session only" in window.banner_text()
        assert "This keyring says no." in window.banner_text()
        await seal(program, letter)
        keyring.problem = None
        keyboard.push(window, keyboard.verb(window.banner, "Try again"))
        await until(lambda: (owner, SecretKind.SIGN_IN) in keyring.kept, "the key in the keyring")
        assert window.banner_text() == ""


async def test_without_the_tick_the_keyring_is_left_alone(
    open_program: Open, practice: PracticeRun, letter: Path
) -> None:
    keyring = Keyring()
    async with open_program(keyring=keyring) as program:
        keyboard.push(program.window, program.window.start_page.form.keep.check)
        type_in(program, practice.server.base_url, CANARY)
        await until_asked_for_process(program)
        finish(program, "1")
        await until_at_work(program)
        await seal(program, letter)
    assert keyring.kept == {}
    async with open_program(keyring=keyring) as again:
        form = again.window.start_page.form
        await until(lambda: "Enter the sign-in" in form.problem.text(), "the question for the key")
        assert form.address.text() == practice.server.base_url
        keyboard.enter(again.window, form.secrets.api_key.line, CANARY)
        hands.press(form.secrets.api_key.line, Qt.Key.Key_Return)
        await until_at_work(again)  # its process is known, so there is no third step
        assert again.window.intake.process() == Process(1, "Process 1")
    assert len(keyring.kept) == 1


async def try_again(window: MainWindow) -> None:
    """In the question for the sign-in."""
    keyboard.push(window, window.intake.way_out)
    await until(lambda: isinstance(QApplication.activeModalWidget(), Question), "the question for the key")
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    keyboard.push(question, keyboard.verb(question, "Try the keyring again"))


async def test_a_locked_keyring_is_asked_again_at_the_start(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    keyring, owner = Keyring(), origin(practice.server.base_url)
    keyring.kept[owner, SecretKind.SIGN_IN] = practice.credentials
    office = Connection(
        "office", "Office", replace(practice.server, practice=False, label="Office"),
        processes=(Process(1, "Company seal"),),
    )  # fmt: skip
    settings_file(tmp_path).change(lambda _: Settings(connections=(office,)))
    keyring.problem = KeyringLocked("The keyring is locked.")
    async with open_program(keyring=keyring) as program:
        window, intake = program.window, program.window.intake
        await until(lambda: "The keyring is locked." in intake.obstacle(), "the sentence")
        keyring.problem = KeyringRefused("Somebody pressed Cancel.")
        await try_again(window)
        await until(lambda: "Somebody pressed Cancel." in intake.obstacle(), "the second answer")
        keyring.problem = None
        await try_again(window)
        await until(lambda: intake.obstacle() == "", "the sign-in")
        await until_at_work(program)
        assert program.window.header.server_text.text() == "Office"


async def test_the_whole_check_is_one_step_away_and_leads_back(
    open_program: Open, practice: PracticeRun, letter: Path, tmp_path: Path
) -> None:
    def opened() -> QWidget | None:
        return next(
            (
                one
                for one in QApplication.topLevelWidgets()
                if isinstance(one, SettingsDialog) and one.isVisible()
            ),
            None,
        )

    keyring = Keyring()
    async with open_program(keyring=keyring) as program:
        page = program.window.start_page
        type_in(program, practice.server.base_url, "wrong")
        await until_broken(program)
        keyboard.push(program.window, page.trial.check_link)
        await until(lambda: opened() is not None, "the settings")
        dialog = opened()
        assert isinstance(dialog, SettingsDialog)
        doctor = dialog.server.form.doctor
        await until(lambda: dialog.focusWidget() is doctor.check, "the keyboard at the check")
        keyboard.push(dialog, doctor.check)
        await until(lambda: doctor.state.text() == "It fails at: Sign-in.", "the whole check")
        row = dialog.server.form.secrets[SecretKind.SIGN_IN]
        await until(row.change.isVisible, "the state of the key")
        keyboard.push(dialog, row.change)
        keyboard.enter(dialog, row.sign_in.api_key.line, CANARY)
        keyboard.push(dialog, row.keep)
        await until(lambda: len(keyring.kept) == 1 and not row.is_open, "the right key in the keyring")
        hands.press(keyboard.keyboard(dialog), Qt.Key.Key_Escape)
        await until(lambda: opened() is None, "the end of the settings")
        assert page.trial.isVisible()
        keyboard.push(program.window, page.trial.again_button)
        await until_asked_for_process(program)
        finish(program, "1")
        await until_at_work(program)
        await seal(program, letter)
    assert [one.secret for one in keyring.kept.values()] == [CANARY]
    assert len(connections(tmp_path)) == 1


async def test_where_the_organisation_has_locked_the_connections_one_session_is_left(
    open_program: Open, practice: PracticeRun, letter: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy"
    policy.mkdir(mode=0o755)
    path = Folders(tmp_path / "data", policy_folder=policy).policy_file
    assert path is not None
    path.write_text('locked = ["connections"]\n')
    path.chmod(0o644)
    async with open_program() as program:
        page = program.window.start_page
        type_in(program, practice.server.base_url, CANARY)
        await until_asked_for_process(program)
        finish(program, "1")
        await until(lambda: bool(page.process.problem.text()), "the word about the lock")
        assert "set by your organisation" in page.process.problem.text()
        keyboard.push(program.window, page.process.session_button)
        await until_at_work(program)
        await seal(program, letter)
        assert program.window.banner_text() == ""
    assert connections(tmp_path) == ()


async def test_a_known_address_changes_its_connection_and_makes_no_second_one(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    office = Connection("office", "Office", Server(practice.server.base_url, SignIn.BASIC, label="Office"))
    settings_file(tmp_path).change(lambda _: Settings(connections=(office,)))
    keyring = Keyring()
    keyring.kept[origin(practice.server.base_url), SecretKind.SIGN_IN] = Credentials(token=TOKEN)
    async with open_program(keyring=keyring) as program:
        form = program.window.start_page.form
        await until(lambda: bool(form.problem.text()), "the question for the password")
        keyboard.choose(program.window, form.kind, 0)
        hands.press(form.kind, Qt.Key.Key_Up)
        type_in(program, practice.server.base_url, CANARY)
        await until_asked_for_process(program)
        finish(program, "1")
        await until_at_work(program)
    (made,) = connections(tmp_path)
    assert (made.id, made.name, made.server.sign_in) == ("office", "Office", SignIn.API_KEY)
