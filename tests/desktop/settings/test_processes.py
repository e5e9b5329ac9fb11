"""Processes: added, corrected, offered first and removed, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from signdesk.desktop.settings.rows import TextRow
from signdesk.domain.connections import Connection
from signdesk.domain.servers import Process, ProcessKind
from tests.desktop import hands
from tests.desktop.settings import people
from tests.desktop.settings.conftest import ACME, TEST, OpenRoom, Room
from tests.journeys.conftest import until


def row(room: Room, key: str) -> TextRow:
    found = room.dialog.processes.form_rows[key]
    assert isinstance(found, TextRow)
    return found


def lines(table: QTableWidget) -> list[list[str]]:
    def text(at: int, column: int) -> str:
        item = table.item(at, column)
        return item.text() if item else ""

    return [[text(at, column) for column in range(table.columnCount())] for at in range(table.rowCount())]


def saved(room: Room) -> Connection:
    return room.saved().connections[0]


async def test_they_stand_in_a_table(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        assert lines(room.dialog.processes.table) == [
            ["1", "Company seal (offered first)", "Seals"],
            ["2", "Look at seals", "Checks seals"],
        ]
        assert row(room, "label").text() == "Company seal"


async def test_one_is_added_by_keyboard_and_kept_once_it_has_a_number(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        page = room.dialog.processes
        people.push(room, page.add_button)
        assert people.keyboard(room) is row(room, "id").line
        people.enter(room, row(room, "label"), "Time stamp")
        people.enter(room, row(room, "id"), "2")
        assert "number 2 already" in row(room, "id").problem.text()
        assert len(saved(room).processes) == 2
        people.enter(room, row(room, "id"), "30")
        await until(lambda: Process(30, "Time stamp") in saved(room).processes, "the file")
        await until(lambda: page.chosen_number() == 30, "its row")
        people.choose(room, page.form_rows["kind"].control, 2)  # type: ignore[arg-type]
        await until(lambda: saved(room).processes[-1].kind is ProcessKind.TIMESTAMP, "its kind")
        people.enter(room, row(room, "sentence"), "When it was")
        await until(lambda: saved(room).processes[-1].sentence == "When it was", "its sentence")


async def test_a_bad_number_stays_with_its_process(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        page = room.dialog.processes
        people.enter(room, row(room, "id"), "one")
        assert "whole number" in row(room, "id").problem.text()
        people.tab_to(room, page.table)
        hands.press(page.table, Qt.Key.Key_Down)
        assert row(room, "id").text() == "2"
        assert not row(room, "id").has_problem
        hands.press(page.table, Qt.Key.Key_Up)
        assert row(room, "id").text() == "one"
        assert row(room, "id").has_problem
        assert saved(room) == ACME


async def test_another_number_keeps_the_row_and_the_default(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        people.enter(room, row(room, "id"), "7")
        await until(lambda: saved(room).default_process_id == 7, "the file")
        await until(lambda: room.dialog.processes.chosen_number() == 7, "its row")
        assert row(room, "label").text() == "Company seal"


async def test_one_is_offered_first_and_one_removed_after_a_question(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        page = room.dialog.processes
        people.tab_to(room, page.table)
        hands.press(page.table, Qt.Key.Key_Down)
        people.push(room, page.default_button)
        await until(lambda: saved(room).default_process_id == 2, "the default")
        people.push(room, page.remove_button)
        await people.answer(room, page.strip, "Remove it")
        await until(lambda: [one.id for one in saved(room).processes] == [1], "the file")
        assert saved(room).default_process_id is None


async def test_each_server_has_its_own(open_room: OpenRoom) -> None:
    async with open_room(ACME, TEST, page="processes") as room:
        page = room.dialog.processes
        people.choose(room, page.server, 1)
        assert lines(page.table) == []
        assert "cannot list its processes" in page.empty.text()
        people.push(room, page.add_button)
        people.enter(room, row(room, "id"), "5")
        await until(lambda: len(room.saved().connections[1].processes) == 1, "the file")
        assert saved(room) == ACME


async def test_without_a_server_there_is_nothing_to_add_to(open_room: OpenRoom) -> None:
    async with open_room(page="processes") as room:
        assert not room.dialog.processes.add_button.isEnabled()
        assert "Set up a server first" in room.dialog.processes.empty.text()


async def test_what_the_organisation_has_locked_is_grey(open_room: OpenRoom) -> None:
    policy = (
        'locked = ["connections.acme.processes.1"]\n[connections.acme]\nname = "A"\n'
        'address = "https://a.example"\n[connections.acme.processes.1]\nlabel = "Seal"\n'
        '[connections.acme.processes.2]\nlabel = "Look"\n'
    )
    async with open_room(page="processes", policy=policy) as room:
        page = room.dialog.processes
        assert not row(room, "label").isEnabled()
        assert not page.remove_button.isEnabled()
        people.tab_to(room, page.table)
        hands.press(page.table, Qt.Key.Key_Down)
        assert row(room, "label").isEnabled()
        assert page.remove_button.isEnabled()


async def test_a_hostile_name_stays_text(open_room: OpenRoom) -> None:
    hostile = replace(ACME, processes=(Process(1, "<b>x\u202egpj"),))
    async with open_room(hostile, page="processes") as room:
        assert lines(room.dialog.processes.table)[0][1].startswith("<b>x[U+202E]gpj")


async def test_that_a_server_changes_documents_is_said_by_one_key(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="processes") as room:
        box = room.dialog.processes.form_rows["changes_documents"].control
        people.tab_to(room, box)
        hands.press(box, Qt.Key.Key_Space)
        await until(lambda: saved(room).processes[0].changes_documents, "the file")
        assert not saved(room).processes[1].changes_documents


async def test_the_organisation_can_lock_whether_a_server_changes_documents(open_room: OpenRoom) -> None:
    policy = (
        'locked = ["connections.acme.processes.1.changes_documents"]\n[connections.acme]\nname = "A"\n'
        'address = "https://a.example"\n[connections.acme.processes.1]\nchanges_documents = true\n'
    )
    async with open_room(page="processes", policy=policy) as room:
        page = room.dialog.processes
        assert not page.form_rows["changes_documents"].isEnabled()
        assert saved(room).processes[0].changes_documents
