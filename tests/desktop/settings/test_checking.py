"""The connection doctor in the dialog: a script for its looks, and the real one against a closed door."""

from __future__ import annotations

import socket
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from signdesk.desktop.settings.doctor_panel import DoctorPanel
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringLocked
from signdesk.domain.servers import Credentials
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict
from signdesk.seal_api.doctor.run import run_doctor
from tests.desktop import hands
from tests.desktop.settings import people
from tests.desktop.settings.conftest import ACME, OWNER, TEST, OpenRoom, Room, ScriptedDoctor
from tests.journeys.conftest import until
from tests.support.canary import KEY

GOOD = Finding(Stage.NAME, Verdict.OK, "“seal.example.com” is 192.0.2.7.")
BROKEN = Finding(
    Stage.CONNECTION,
    Verdict.FAILED,
    "seal.example.com:443 cannot be reached.",
    "Nothing was sent.",
    "Is the way to seal.example.com:443 open?",
    "ECONNREFUSED",
)
LEFT = Finding(Stage.SIGN_IN, Verdict.SKIPPED, "Not tested, because an earlier step failed.")
BARE = replace(ACME, processes=(), default_process_id=None)


def panel_of(room: Room) -> DoctorPanel:
    return room.dialog.server.form.doctor


def scripted(*findings: Finding, waits_at: int | None = None) -> ScriptedDoctor:
    return ScriptedDoctor(*findings, waits_at=waits_at)


def with_key(room: Room) -> None:
    room.keyring.kept[OWNER, SecretKind.SIGN_IN] = Credentials(api_key=KEY)


async def test_each_step_appears_as_it_is_done_and_the_broken_one_is_named(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        with_key(room)
        room.doctor = scripted(GOOD, BROKEN, LEFT, waits_at=1)

    async with open_room(BARE, page="server", prepare=prepare) as room:
        panel = panel_of(room)
        people.push(room, panel.check)
        await until(lambda: len(panel.lines) == 1, "the first step")
        assert panel.state.text() == "Checking…"
        assert panel.lines[0].accessibleName() == "Name: works. “seal.example.com” is 192.0.2.7."
        room.doctor.go_on.set()
        await until(lambda: panel.state.text() == "It fails at: Connection.", "the end")
        broken = panel.lines[1].accessibleName()
        assert broken.startswith("Connection: fails. seal.example.com:443 cannot be reached.")
        assert "Nothing was sent." in broken
        assert "Tell IT: Is the way to seal.example.com:443 open?" in broken
        assert room.doctor.asked[0]["credentials"] == Credentials(api_key=KEY)
        people.push(room, panel.copy)
        text = QGuiApplication.clipboard().text()
        assert "[FAILED] connection: seal.example.com:443 cannot be reached." in text
        assert "ECONNREFUSED" in text
        assert "canary" not in text


async def test_an_empty_batch_is_made_only_after_a_yes(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        room.doctor = scripted(GOOD)

    async with open_room(ACME, page="server", prepare=prepare) as room:
        panel = panel_of(room)
        people.push(room, panel.check)
        await until(lambda: panel.strip.is_asking, "the question")
        assert "creates one empty batch" in panel.strip.text.text()
        assert "Company seal" in panel.strip.text.text()
        assert room.doctor.asked == []
        await people.answer(room, panel.strip, "Leave the process out")
        await until(lambda: panel.state.text() == "Everything that was checked works.", "the end")
        assert room.doctor.asked[-1]["may_create"] is False
        people.push(room, panel.check)
        await people.answer(room, panel.strip, "Test the process, too")
        await until(lambda: len(room.doctor.asked) == 2, "another check")
        assert (room.doctor.asked[-1]["may_create"], room.doctor.asked[-1]["process_id"]) == (True, 1)
        await until(lambda: room.doctor.closed == 2, "its end")


async def test_no_answer_checks_nothing(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="server") as room:
        panel = panel_of(room)
        people.push(room, panel.check)
        await until(lambda: panel.strip.is_asking, "the question")
        hands.press(people.keyboard(room), Qt.Key.Key_Escape)
        await until(lambda: panel.state.text() == "Nothing was checked.", "the end")
        assert room.doctor.asked == []
        assert room.is_open


async def test_a_check_can_be_stopped_and_closes_its_connections(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        room.doctor = scripted(GOOD, BROKEN, waits_at=1)

    async with open_room(BARE, page="server", prepare=prepare) as room:
        panel = panel_of(room)
        people.push(room, panel.check)
        await until(lambda: len(panel.lines) == 1, "the first step")
        assert people.keyboard(room) is panel.stop
        hands.press(panel.stop, Qt.Key.Key_Space)
        await until(lambda: panel.state.text() == "Stopped.", "the end")
        assert room.doctor.closed == 1
        assert people.keyboard(room) is panel.check


async def test_another_server_ends_the_check_and_shows_nothing_of_it(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        room.doctor = scripted(GOOD, BROKEN, waits_at=1)

    async with open_room(BARE, TEST, page="server", prepare=prepare) as room:
        panel = panel_of(room)
        people.push(room, panel.check)
        await until(lambda: len(panel.lines) == 1, "the first step")
        people.tab_to(room, room.dialog.server.list)
        hands.press(room.dialog.server.list, Qt.Key.Key_Down)
        await until(lambda: room.doctor.closed == 1, "its end")
        assert panel.lines == []
        assert not panel.box.isVisible()


async def test_closing_the_dialog_ends_the_check(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        room.doctor = scripted(GOOD, BROKEN, waits_at=1)

    async with open_room(BARE, page="server", prepare=prepare) as room:
        people.push(room, panel_of(room).check)
        await until(lambda: len(panel_of(room).lines) == 1, "the first step")
        room.dialog.close_for_real()
        await until(lambda: not room.is_open, "the end of the dialog")
        assert room.doctor.closed == 1


async def test_without_the_keyring_it_is_checked_without_a_key_and_says_so(open_room: OpenRoom) -> None:
    def prepare(room: Room) -> None:
        room.keyring.problem = KeyringLocked("The keyring is locked.")
        room.doctor = scripted(GOOD)

    async with open_room(BARE, page="server", prepare=prepare) as room:
        people.push(room, panel_of(room).check)
        await until(lambda: "The keyring is locked." in panel_of(room).state.text(), "the end")
        assert room.doctor.asked[0]["credentials"] == Credentials()


async def test_a_bad_row_is_corrected_before_anything_is_checked(open_room: OpenRoom) -> None:
    async with open_room(BARE, page="server") as room:
        people.enter(room, room.dialog.server.form.rows["name"], "")
        people.push(room, panel_of(room).check)
        assert panel_of(room).hint.text() == "Correct what is marked first."
        assert room.doctor.asked == []


async def test_the_real_doctor_finds_a_closed_door(open_room: OpenRoom) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and nobody listens
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        local = replace(BARE, server=replace(BARE.server, base_url=address))

        def prepare(room: Room) -> None:
            room.doctor = run_doctor  # type: ignore[assignment]

        async with open_room(local, page="server", prepare=prepare) as room:
            people.push(room, panel_of(room).check)
            await until(lambda: panel_of(room).state.text() == "It fails at: Connection.", "the end")
            verdicts = [one.word.text() for one in panel_of(room).lines]
            assert verdicts[3] == "fails"
            assert set(verdicts[4:]) == {"not checked"}
