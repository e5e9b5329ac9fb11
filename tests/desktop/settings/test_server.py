"""Servers: added, corrected, asked about and removed, by keyboard alone; and their secrets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from signdesk.desktop.settings.rows import TextRow
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.connections import ProxyKind, SecretKind
from signdesk.domain.errors import KeyringLocked
from signdesk.domain.servers import AcceptForm, Credentials, SignIn
from tests.desktop import hands
from tests.desktop.settings import people
from tests.desktop.settings.conftest import ACME, OWNER, TEST, OpenRoom, Room
from tests.journeys.conftest import until
from tests.support.canary import KEY

SECRET = Credentials(api_key=KEY)


def with_key(room: Room) -> None:
    room.keyring.kept[OWNER, SecretKind.SIGN_IN] = SECRET


def row(room: Room, key: str) -> TextRow:
    found = room.dialog.server.form.rows[key]
    assert isinstance(found, TextRow)
    return found


def said(room: Room) -> str:
    return room.dialog.server.form.secrets[SecretKind.SIGN_IN].words.text()


async def test_a_server_is_added_by_keyboard_from_a_pasted_address(open_room: OpenRoom) -> None:
    async with open_room(page="server") as room:
        people.push(room, room.dialog.server.add_button)
        assert people.keyboard(room) is row(room, "name").line
        people.enter(room, row(room, "name"), "Head office")
        assert room.saved().connections == ()
        people.enter(room, row(room, "address"), "seal.office.example/api/swagger")
        await until(lambda: len(room.saved().connections) == 1, "the file")
        (made,) = room.saved().connections
        assert (made.name, made.server.base_url) == ("Head office", "https://seal.office.example")
        await until(lambda: row(room, "address").text() == made.server.base_url, "the cleaned address")
        first = room.dialog.server.list.item(0)
        await until(lambda: first.text() == "Head office (used at start)", "its mark in the list")


async def test_a_bad_address_stays_with_its_server_while_another_one_is_shown(open_room: OpenRoom) -> None:
    async with open_room(ACME, TEST, page="server") as room:
        page = room.dialog.server
        people.enter(room, row(room, "address"), "seal example com")
        assert row(room, "address").has_problem
        people.tab_to(room, page.list)
        hands.press(page.list, Qt.Key.Key_Down)
        assert row(room, "address").text() == "https://test.example.com"
        assert not row(room, "address").has_problem
        hands.press(page.list, Qt.Key.Key_Up)
        assert row(room, "address").text() == "seal example com"
        assert row(room, "address").has_problem
        assert room.saved().connections == (ACME, TEST)


async def test_the_bad_address_of_another_server_is_found_when_closing(open_room: OpenRoom) -> None:
    async with open_room(ACME, TEST, page="server") as room:
        page = room.dialog.server
        people.enter(room, row(room, "address"), "seal example com")
        people.tab_to(room, page.list)
        hands.press(page.list, Qt.Key.Key_Down)
        hands.press(page.list, Qt.Key.Key_Escape)
        await until(lambda: room.dialog.strip.is_asking, "the question")
        assert page.chosen_id() == "acme"


@pytest.mark.parametrize(
    ("verb", "kept"),
    [
        ("Use https", "https://seal.office.example"),
        ("Use plain http anyway", "http://seal.office.example"),
    ],
)
async def test_plain_http_is_used_with_consent_only(open_room: OpenRoom, verb: str, kept: str) -> None:
    async with open_room(ACME, page="server") as room:
        form = room.dialog.server.form
        people.enter(room, row(room, "address"), "http://seal.office.example")
        await until(lambda: form.strip.is_asking, "the question")
        assert "anyone on the way can read" in form.strip.text.text()
        assert room.saved().connections == (ACME,)
        await people.answer(room, form.strip, verb)
        await until(lambda: room.saved().connections[0].server.base_url == kept, "the file")
        await until(lambda: row(room, "address").text() == kept, "the row")
        assert room.saved().connections[0].plain_http is kept.startswith("http:")
        await until(lambda: form.consent.isVisible() is kept.startswith("http:"), "the note")


async def test_without_consent_the_address_stays_unsaved(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server") as room:
        form = room.dialog.server.form
        people.enter(room, row(room, "address"), "http://seal.office.example")
        await until(lambda: form.strip.is_asking, "the question")
        hands.press(people.keyboard(room), Qt.Key.Key_Escape)
        assert not form.strip.is_asking
        assert room.is_open
        assert row(room, "address").text() == "http://seal.office.example"
        assert "consent" in row(room, "address").problem.text()
        assert room.saved().connections == (ACME,)


async def test_the_default_and_the_dialect_are_saved(open_room: OpenRoom) -> None:
    async with open_room(ACME, TEST, page="server") as room:
        page = room.dialog.server
        people.tab_to(room, page.list)
        hands.press(page.list, Qt.Key.Key_Down)
        people.push(room, page.default_button)
        await until(lambda: room.saved().default_connection == "test", "the default")
        people.push(room, page.form.more)
        people.choose(room, page.form.rows["accept_form"].control, 3)  # type: ignore[arg-type]
        await until(
            lambda: room.saved().connections[1].server.accept_form is AcceptForm.BODY, "the accept form"
        )
        people.enter(room, row(room, "batch_bytes"), "25")
        await until(lambda: room.saved().connections[1].limits.batch_bytes == 25_000_000, "the limit")


async def test_a_proxy_is_used_once_it_has_an_address(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server") as room:
        form = room.dialog.server.form
        form.unfold()
        people.choose(room, form.rows["proxy"].control, 2)  # type: ignore[arg-type]
        assert form.rows["proxy"].has_problem
        people.enter(room, row(room, "proxy_address"), "proxy.example.com")
        await until(lambda: room.saved().connections[0].transport.proxy.kind is ProxyKind.MANUAL, "the proxy")
        await until(lambda: not form.rows["proxy"].has_problem, "no reproach any more")
        assert not form.secrets[SecretKind.PROXY].isVisible()
        people.enter(room, row(room, "proxy_user"), "anna")
        await until(form.secrets[SecretKind.PROXY].isVisible, "the password's row")


async def test_a_server_is_removed_after_a_question_with_its_key(open_room: OpenRoom) -> None:
    async with open_room(ACME, TEST, page="server", prepare=with_key) as room:
        page = room.dialog.server
        people.push(room, page.remove_button)
        await people.answer(room, page.strip, "Keep it")
        await until(lambda: not page.strip.is_asking, "the answer")
        assert room.saved().connections == (ACME, TEST)
        people.push(room, page.remove_button)
        await people.answer(room, page.strip, "Remove it")
        await until(lambda: room.saved().connections == (TEST,), "the file")
        await until(lambda: room.keyring.kept == {}, "the keyring")
        assert row(room, "name").text() == "Test"


async def test_what_the_organisation_has_locked_of_a_server_is_grey(open_room: OpenRoom) -> None:
    policy = 'locked = ["connections.acme.address"]\n[connections.acme]\nname = "A"\naddress = "https://a.example"\n'
    async with open_room(page="server", policy=policy) as room:
        page = room.dialog.server
        assert not row(room, "address").isEnabled()
        assert row(room, "address").lock_note.isVisible()
        assert row(room, "name").isEnabled()
        assert not page.remove_button.isEnabled()


async def test_a_key_is_kept_and_never_shown_again(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server") as room:
        secret = room.dialog.server.form.secrets[SecretKind.SIGN_IN]
        await until(lambda: "none is kept yet" in said(room), "the keyring's answer")
        people.push(room, secret.change)
        assert people.keyboard(room) is secret.sign_in.api_key.line
        hands.write(people.keyboard(room), KEY)
        people.push(room, secret.keep)
        await until(lambda: said(room) == "API key: kept in the keyring.", "the keyring")
        assert room.keyring.kept[OWNER, SecretKind.SIGN_IN].secret == KEY
        assert secret.sign_in.api_key.line.text() == ""
        assert not secret.is_open
        shown = [one.text() for one in room.dialog.findChildren(Label)]
        assert not any("canary" in text for text in shown)
        assert "canary" not in room.path.read_text()


async def test_a_locked_keyring_is_told_and_the_session_offered(open_room: OpenRoom) -> None:
    def lock(room: Room) -> None:
        room.keyring.problem = KeyringLocked("The keyring is locked. Unlock it.")

    async with open_room(ACME, page="server", prepare=lock) as room:
        secret = room.dialog.server.form.secrets[SecretKind.SIGN_IN]
        await until(lambda: "The keyring is locked" in said(room), "the keyring's answer")
        people.push(room, secret.change)
        hands.write(people.keyboard(room), KEY)
        people.push(room, secret.keep)
        await until(secret.problem.isVisible, "the reason")
        assert "locked" in secret.problem.text()
        assert secret.sign_in.api_key.line.text() == KEY
        people.push(room, secret.for_session)
        await until(lambda: said(room) == "API key: kept for this session only.", "the session")
        assert await room.secrets.load(OWNER, SecretKind.SIGN_IN, ACME.id) == SECRET
        assert room.keyring.kept == {}


async def test_an_unlocked_keyring_is_found_by_trying_again(open_room: OpenRoom) -> None:
    def lock(room: Room) -> None:
        with_key(room)
        room.keyring.problem = KeyringLocked("The keyring is locked. Unlock it.")

    async with open_room(ACME, page="server", prepare=lock) as room:
        await until(lambda: "The keyring is locked" in said(room), "the keyring's answer")
        room.keyring.problem = None
        people.push(room, room.dialog.server.form.secrets[SecretKind.SIGN_IN].retry)
        await until(lambda: said(room) == "API key: kept in the keyring.", "the keyring")


async def test_another_address_asks_for_the_key_again(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server", prepare=with_key) as room:
        secret = room.dialog.server.form.secrets[SecretKind.SIGN_IN]
        await until(lambda: said(room) == "API key: kept in the keyring.", "the keyring")
        people.enter(room, row(room, "address"), "https://seal.elsewhere.example")
        await until(lambda: "asked for again" in said(room), "the question for the key")
        assert secret.is_open


async def test_a_key_is_no_password(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server", prepare=with_key) as room:
        await until(lambda: said(room) == "API key: kept in the keyring.", "the keyring")
        people.choose(room, room.dialog.server.form.rows["sign_in"].control, 1)  # type: ignore[arg-type]
        await until(lambda: said(room) == "User name and password: none is kept yet.", "another kind")
        assert room.saved().connections[0].server.sign_in is SignIn.BASIC


async def test_a_key_is_removed_after_a_question(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server", prepare=with_key) as room:
        form = room.dialog.server.form
        secret = form.secrets[SecretKind.SIGN_IN]
        await until(lambda: secret.remove.isVisible(), "the keyring's answer")
        people.push(room, secret.remove)
        await people.answer(room, form.strip, "Remove it")
        await until(lambda: said(room) == "API key: none is kept yet.", "the end of it")
        assert room.keyring.kept == {}


async def test_escape_closes_the_fields_before_the_dialog(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server") as room:
        secret = room.dialog.server.form.secrets[SecretKind.SIGN_IN]
        people.push(room, secret.change)
        hands.write(people.keyboard(room), KEY)
        hands.press(people.keyboard(room), Qt.Key.Key_Escape)
        assert not secret.is_open
        assert secret.sign_in.api_key.line.text() == ""
        assert room.is_open


async def test_the_keyring_is_not_asked_before_the_page_is_seen(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="general", prepare=with_key) as room:
        assert "asking" in said(room)
        people.go_to(room, room.dialog.server)
        await until(lambda: said(room) == "API key: kept in the keyring.", "the keyring")
