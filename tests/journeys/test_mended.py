"""What is mended in the settings counts for batches ordered before; a secret goes only where it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.desktop.connections.sign_in import SignInFields
from signdesk.domain.batches import Reason
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.servers import AcceptForm, origin
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.journeys.test_kept_sign_in import (
    ELSEWHERE,
    KEY,
    asked,
    go_on,
    keyring,
    leave_a_batch,
    office,
    only_card,
    owner,
    practice,
    proxy,
    told,
    until_done,
    write,
)
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile
from tests.support.samples import a_pdf

__all__ = ["keyring", "office", "owner", "practice", "proxy"]  # fixtures


def moved(office: Connection) -> Connection:
    """The same server by another name, which is another origin."""
    address = office.server.base_url.replace("127.0.0.1", "localhost")
    return replace(office, server=replace(office.server, base_url=address))


async def seal(program: Program, tmp_path: Path) -> None:
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    program.controller.add_paths([letter])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    keyboard.push(program.window, program.window.intake.seal_button)


async def end_without_an_order(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    """A batch that waits, ordered with the connection as it is."""
    write(tmp_path, office)
    async with open_program(keyring=keyring, save_to=tmp_path / "Sealed", process_id=1) as program:
        await seal(program, tmp_path)
        await until(lambda: bool(program.window.board.store.batches()), "its card")
        await until(lambda: only_card(program).batch.held_at is not None, "the batch held")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda server: replace(server, base_url="http://127.0.0.1:9"),
        lambda server: replace(server, api_key_header="X-Wrong"),
        lambda server: replace(server, accept_form=AcceptForm.BODY),
    ],
    ids=["address", "header", "form of accept"],
)
async def test_what_was_set_up_wrongly_is_taken_up_once_it_is_mended(
    open_program: Open,
    practice: PracticeRun,
    office: Connection,
    keyring: Keyring,
    tmp_path: Path,
    wrong: Callable[..., object],
) -> None:
    practice.profile = ResponseProfile(accept_forms=(AcceptForm.PATH,))
    mistaken = replace(office, server=wrong(office.server))  # type: ignore[arg-type]
    keyring.kept[origin(mistaken.server.base_url), SecretKind.SIGN_IN] = practice.credentials
    await end_without_an_order(open_program, practice, mistaken, keyring, tmp_path)
    write(tmp_path, office)
    async with open_program(keyring=keyring) as program:
        await until_done(program)
    assert practice.ledger.count(Method.DELETE) >= 1
    assert sum(practice.ledger.accepted(one) for one in practice.batch_ids) == 1


async def test_another_address_of_a_batch_under_way_is_asked_about(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    """No key and no question to either server before somebody says that it is the same."""
    await leave_a_batch(open_program, practice, office, tmp_path)
    new = moved(office)
    write(tmp_path, ELSEWHERE, new)
    note_connection(tmp_path, new.id)
    async with open_program(keyring=keyring) as program:
        await until(program.controller.recovered.is_set, "the recovery")
        before = len(practice.ledger.received)
        await go_on(program)
        question = await asked()
        host = new.server.base_url.removeprefix("http://")
        assert "Is that the same server?" in told(question)
        assert host in told(question)
        hands.press(question, Qt.Key.Key_Escape)
        assert len(practice.ledger.received) == before
        await go_on(program)
        question = await asked()
        keyboard.push(question, keyboard.verb(question, f"Go on at {host}"))
        await until(lambda: bool(question_fields()), "the sign-in")
        question = await asked()
        assert f"What you enter goes to {host}." in told(question)
        assert len(practice.ledger.received) == before, "the kept key is for the old address"
        (fields,) = question.findChildren(SignInFields)
        keyboard.enter(question, fields.api_key.line, KEY)
        keyboard.push(question, keyboard.verb(question, "Sign in"))
        await until_done(program)
        assert only_card(program).batch.server.base_url == new.server.base_url
    assert sum(practice.ledger.accepted(one) for one in practice.batch_ids) == 1


def question_fields() -> list[SignInFields]:
    from PySide6.QtWidgets import QApplication

    modal = QApplication.activeModalWidget()
    return modal.findChildren(SignInFields) if modal is not None else []


def note_connection(tmp_path: Path, connection_id: str) -> None:
    """As an order by that connection notes it."""
    import sqlite3

    with sqlite3.connect(tmp_path / "data" / "journal.sqlite") as journal:
        journal.execute(
            "UPDATE batches SET connection_id = :id, content = json_set(content, '$.connection_id', :id)",
            {"id": connection_id},
        )
    journal.close()


async def test_a_question_for_the_key_names_the_host_that_gets_it(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await leave_a_batch(open_program, practice, office, tmp_path)
    write(tmp_path, ELSEWHERE)
    async with open_program(keyring=keyring) as program:
        await go_on(program)
        question = await asked()
        assert f"goes to {office.server.base_url.removeprefix('http://')}." in told(question)
        hands.press(question, Qt.Key.Key_Escape)
        assert only_card(program).batch.reason is not Reason.SIGN_IN


async def test_another_server_starts_empty_with_the_cursor_in_its_address(
    open_program: Open, practice: PracticeRun, office: Connection, keyring: Keyring, tmp_path: Path
) -> None:
    """Whatever was filled in there: a key must not be typed beside an address that somebody did not mean."""
    write(tmp_path, office)
    async with open_program(keyring=keyring) as program:
        window, form = program.window, program.window.start_page.form
        await until(lambda: window.header.server_text.text().startswith("Office"), "the server in use")
        window.start_page.show_last("https://old.example", office.server.sign_in, "X-Old")
        form.secrets.api_key.line.setText("typed before")
        keyboard.switch(window, "Another server…")
        assert (form.address.text(), form.secrets.api_key.text(), form.header.text()) == ("", "", "")
        assert window.focusWidget() is form.address.line
        keyboard.enter(window, form.address.line, "https://seal.example/api")
        assert form.goes_to.text() == "What you enter goes to seal.example."
