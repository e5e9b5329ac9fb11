"""Batches of another connection than the one in use: its way, its secrets, and a card that asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from signdesk.app import Program
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.connections.sign_in import Field, KeepBox, SignInFields
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.server_page import ServerPage
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.connections import Connection, Proxy, ProxyKind, SecretKind, TransportConfig
from signdesk.domain.errors import KeyringLocked
from signdesk.domain.servers import Credentials, Process, Server, SignIn, origin
from signdesk.domain.settings import Settings
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.canary import TOKEN, marked
from tests.support.forward_proxy import ForwardProxy
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf

OF_THE_PROXY = marked("of-the-proxy")  # typed by keys, which know only ASCII

KEY = "canary-of-the-connection"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=KEY)) as running:
        yield running


@pytest.fixture
def proxy() -> Iterator[ForwardProxy]:
    with ForwardProxy(user="anna", password=OF_THE_PROXY) as running:
        yield running


@pytest.fixture
def office(practice: PracticeRun) -> Connection:
    server = replace(practice.server, practice=False, label="Office")
    return Connection("office", "Office", server, processes=(Process(1, "Company seal"),))


@pytest.fixture
def behind(office: Connection, proxy: ForwardProxy) -> Connection:
    """The office's server behind a proxy that wants a password."""
    return replace(office, transport=TransportConfig(Proxy(ProxyKind.MANUAL, proxy.url, "anna")))


@pytest.fixture
def owner(office: Connection) -> str:
    return origin(office.server.base_url)


@pytest.fixture
def keyring(practice: PracticeRun, proxy: ForwardProxy, owner: str) -> Keyring:
    made = Keyring()
    made.kept[owner, SecretKind.SIGN_IN] = practice.credentials
    made.kept[origin(proxy.url), SecretKind.PROXY] = Credentials(password=OF_THE_PROXY)
    return made


ELSEWHERE = Connection("elsewhere", "Elsewhere", Server("https://127.0.0.1:9", label="Elsewhere"))


def write(tmp_path: Path, *connections: Connection) -> None:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    file = SettingsFile(folders.settings_file, folders.policy_file)
    file.change(lambda _: Settings(connections=connections, default_connection=connections[0].id))


def only_card(program: Program) -> BatchCard:
    (batch,) = program.window.board.store.batches()
    card = program.window.board.card(batch.id)
    assert card is not None
    return card


async def leave_a_batch(
    open_program: Open, practice: PracticeRun, office: Connection, tmp_path: Path
) -> None:
    """Its server is at work when the program is closed."""
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1),))
    async with open_program(
        office.server, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        program.controller.add_paths([letter])
        await until(program.window.intake.seal_button.isEnabled, "the document in the list")
        keyboard.push(program.window, program.window.intake.seal_button)
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
    practice.profile = ResponseProfile()


async def go_on(program: Program, verb: str = "Connect to go on") -> None:
    """In the card."""
    await until(program.controller.recovered.is_set, "the recovery")
    keyboard.verb(only_card(program), verb).click()


async def asked() -> Question:
    def found() -> Question | None:
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, Question) else None

    await until(lambda: found() is not None, "a question")
    question = found()
    assert question is not None
    return question


def told(question: Question) -> str:
    return question._text.text()


async def until_done(program: Program) -> None:
    await until(program.controller.recovered.is_set, "the recovery")
    await until(lambda: only_card(program).batch.state is BatchState.DONE, "the end of the batch")


async def test_a_batch_of_another_connection_goes_its_way_without_a_question(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    behind: Connection,
    proxy: ForwardProxy,
    keyring: Keyring,
    tmp_path: Path,
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE, behind)
    async with open_program(keyring=keyring) as program:
        before = len(practice.ledger.received)
        await go_on(program)
        await until_done(program)
        assert QApplication.activeModalWidget() is None
        assert program.window.header.server_text.text().startswith("Elsewhere")
    assert len(proxy.asked) >= len(practice.ledger.received) - before > 0
    assert {one.headers.get("proxy-authorization", "") for one in proxy.asked} != {""}


async def test_a_missing_password_of_the_proxy_is_asked_for_and_kept(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    behind: Connection,
    proxy: ForwardProxy,
    keyring: Keyring,
    tmp_path: Path,
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE, behind)
    key = (origin(proxy.url), SecretKind.PROXY)
    del keyring.kept[key]
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        assert "asks anna for a password" in told(question)
        (field,) = question.findChildren(Field)
        assert question.focusWidget() is field.line
        keyboard.enter(question, field.line, OF_THE_PROXY)
        keyboard.push(question, keyboard.verb(question, "Use it"))
        await until_done(program)
        await until(lambda: key in keyring.kept, "the password in the keyring")
    assert keyring.kept[key].secret == OF_THE_PROXY


async def test_a_missing_key_is_asked_for_and_kept_once_the_server_takes_it(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    owner: str,
    tmp_path: Path,
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE, office)
    keyring.kept[owner, SecretKind.SIGN_IN] = old = Credentials(token=TOKEN)
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        (fields,) = question.findChildren(SignInFields)
        (keep,) = question.findChildren(KeepBox)
        assert keep.isVisible()
        assert keep.is_ticked
        keyboard.enter(question, fields.api_key.line, "a slip")
        keyboard.push(question, keyboard.verb(question, "Sign in"))
        card = only_card(program)
        await until(
            lambda: card.batch.reason is Reason.SIGN_IN and not card.is_running, "the refusal of the slip"
        )
        assert keyring.kept[owner, SecretKind.SIGN_IN] == old
        keyboard.verb(card, "Enter another key").click()
        question = await asked()
        (fields,) = question.findChildren(SignInFields)
        (keep,) = question.findChildren(KeepBox)
        if not keep.is_ticked:  # what was used last is known for this session only
            keyboard.push(question, keep.check)
        keyboard.enter(question, fields.api_key.line, KEY)
        keyboard.push(question, keyboard.verb(question, "Sign in"))
        await until_done(program)
        await until(
            lambda: keyring.kept[owner, SecretKind.SIGN_IN] == Credentials(api_key=KEY), "the new key"
        )


async def test_without_the_tick_the_kept_key_stays_what_it_is(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    owner: str,
    tmp_path: Path,
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE, office)
    keyring.kept[owner, SecretKind.SIGN_IN] = old = Credentials(token=TOKEN)
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        (fields,) = question.findChildren(SignInFields)
        keyboard.push(question, question.findChildren(KeepBox)[0].check)
        keyboard.enter(question, fields.api_key.line, KEY)
        keyboard.push(question, keyboard.verb(question, "Sign in"))
        await until_done(program)
    assert keyring.kept[owner, SecretKind.SIGN_IN] == old


async def test_a_server_without_a_connection_offers_no_keyring(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE)
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        assert not question.findChildren(KeepBox)[0].isVisible()
        assert "for this session only" in told(question)
        hands.press(question, Qt.Key.Key_Escape)
        await until(lambda: QApplication.activeModalWidget() is None, "the end of the question")


async def test_a_locked_keyring_is_asked_again_from_the_card(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE, office)
    keyring.problem = KeyringLocked("The keyring is locked.")
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        assert told(question) == "The keyring is locked."
        keyring.problem = None
        keyboard.push(question, keyboard.verb(question, "Try the keyring again"))
        await until_done(program)


# ---- what is kept, while the settings change around it ----------------------------------------------------


def opened() -> SettingsDialog | None:
    found: list[QWidget] = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return next((one for one in found if isinstance(one, SettingsDialog)), None)


async def open_server_page(program: Program) -> tuple[SettingsDialog, ServerPage]:
    program.window.settings_requested.emit()
    await until(lambda: opened() is not None, "the settings")
    dialog = opened()
    assert dialog is not None
    dialog.show_page(dialog.server)
    await until(lambda: dialog.server.chosen_id() == "office", "the rows of the server")
    return dialog, dialog.server


@pytest.mark.parametrize("change", ["kind", "header", "both"])
async def test_a_changed_kind_or_header_neither_rewrites_nor_loses_what_is_kept(
    open_program: Open,
    office: Connection,
    keyring: Keyring,
    tmp_path: Path,
    change: str,
) -> None:
    write(tmp_path, office)
    kept = dict(keyring.kept)

    def is_in_use() -> bool:
        return program.window.intake.process() == Process(1, "Company seal")

    async with open_program(keyring=keyring) as program:
        await until(is_in_use, "the connection in use")
        dialog, page = await open_server_page(program)
        rows = page.form.rows
        saved = program.controller._connection_setup
        if change in ("header", "both"):
            keyboard.push(dialog, page.form.more)
            keyboard.enter(dialog, rows["api_key_header"].line, "X-Other")  # type: ignore[attr-defined]
            hands.press(keyboard.keyboard(dialog), Qt.Key.Key_Return)
            await until(
                lambda: saved.settings.connections[0].server.api_key_header == "X-Other", "the header"
            )
        if change in ("kind", "both"):
            keyboard.choose(dialog, rows["sign_in"].control, 1)  # type: ignore[arg-type]
            await until(lambda: saved.settings.connections[0].server.sign_in is SignIn.BASIC, "the kind")
        assert keyring.kept == kept
        dialog.close_for_real()
        await until(lambda: opened() is None, "the end of the settings")
        assert not program.window.start_page.isVisible()  # whoever is signed in stays so
    assert keyring.kept == kept

    async with open_program(keyring=keyring) as program:
        dialog, page = await open_server_page(program)
        saved = program.controller._connection_setup
        if change in ("kind", "both"):
            form = program.window.start_page.form
            await until(lambda: "Enter the sign-in" in form.problem.text(), "the question")
            keyboard.choose(dialog, page.form.rows["sign_in"].control, 0)  # type: ignore[arg-type]
            hands.press(keyboard.keyboard(dialog), Qt.Key.Key_Up)
            await until(lambda: saved.settings.connections[0].server.sign_in is SignIn.API_KEY, "the kind")
        await until(is_in_use, "the connection in use with the kept key")
        dialog.close_for_real()
        await until(lambda: opened() is None, "the end of the settings")
    assert keyring.kept == kept


async def test_a_missing_pass_phrase_is_asked_for_where_the_key_is_locked(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    leaf = trustme.CA().issue_cert("eva@example.com")
    key = serialization.load_pem_private_key(leaf.private_key_pem.bytes(), None)
    certificate, locked = tmp_path / "eva.pem", tmp_path / "eva.key"
    certificate.write_bytes(b"".join(one.bytes() for one in leaf.cert_chain_pems))
    locked.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"phrase-canary"),
        )
    )
    locked.chmod(0o600)
    write(
        tmp_path, ELSEWHERE, replace(office, transport=TransportConfig(certificate=certificate, key=locked))
    )
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        assert "is locked" in told(question)
        (field,) = question.findChildren(Field)
        keyboard.enter(question, field.line, "phrase-canary")
        keyboard.push(question, question.findChildren(KeepBox)[0].check)
        keyboard.push(question, keyboard.verb(question, "Use it"))
        await until_done(program)
    assert [kind for _, kind in keyring.kept] == [SecretKind.SIGN_IN, SecretKind.PROXY]
