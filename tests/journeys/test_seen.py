"""A batch of which not everything came back well needs somebody, until a person says that it was seen."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jsonschema
import pytest
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.desktop.batches.order import Filter
from signdesk.domain.batches import BatchState
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.resources import resource
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_changed_by_server import button, compare, receipt_in, rewritten, the_batch
from tests.journeys.test_recovery import seal, state
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile
from tests.support.samples import a_pdf

__all__ = ["rewritten"]


def counts(program: Program) -> list[str]:
    board = program.window.board
    return [board.filters[one].text() for one in (Filter.NEEDS_YOU, Filter.DONE)]


@pytest.fixture
def letters(letter: Path, practice: PracticeRun) -> list[Path]:
    """Two, of which one comes back without a seal."""
    other = letter.with_name("Other.pdf")
    other.write_bytes(a_pdf("Other"))
    practice.profile = ResponseProfile(unsealed=(other.name,))
    return [letter, other]


async def test_what_is_not_complete_needs_somebody_until_it_was_seen(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, *letters)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        assert counts(program) == ["Needs you 1", "Done 0"]
        await until(lambda: not program.window.board.store.is_running(the_batch(program).id), "the job's end")
    async with open_program(office, practice.credentials, process_id=1) as program:
        await until(program.controller.recovered.is_set, "the batch of the first run")
        assert counts(program) == ["Needs you 1", "Done 0"]
        card = program.window.board.card(the_batch(program).id)
        assert card is not None
        assert "Looked at" not in card.accessibleDescription()
        seen = button(program, "seen")
        assert seen.text() == "Seen"
        seen.setFocus()
        hands.press(seen, Qt.Key.Key_Space)
        await until(lambda: counts(program) == ["Needs you 0", "Done 1"], "that it was seen")
        assert card.footer.button("seen") is None
        assert "Looked at by " in card.accessibleDescription()
        assert card.badge.words.text() == "1 of 2 sealed and checked"
        noted = json.loads(receipt_in(target).read_text())
        assert noted["batch"]["seen"]["by"] == the_batch(program).sent_by
        jsonschema.validate(noted, json.loads(resource("schemas", "receipt.json").read_text("utf-8")))
    async with open_program() as again:
        await until(lambda: len(again.window.board.store.batches()) == 1, "the batch of the second run")
        await until(again.controller.recovered.is_set, "the whole list")
        assert counts(again) == ["Needs you 0", "Done 1"]
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_a_change_that_is_accepted_needs_nobody_any_more(
    open_program: Open, practice: PracticeRun, office: Server, rewritten: Path, tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await seal(program, rewritten)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        assert counts(program) == ["Needs you 1", "Done 0"]
        page = await compare(program)
        page.facts.accept_button.setFocus()
        hands.press(page.facts.accept_button, Qt.Key.Key_Space)
        await until(lambda: counts(program) == ["Needs you 0", "Done 1"], "the note of it")


async def test_what_is_sent_again_as_a_whole_was_seen(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await seal(program, *letters)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        practice.profile = ResponseProfile()
        again = button(program, "send_again")
        again.setFocus()
        hands.press(again, Qt.Key.Key_Space)
        await until(lambda: counts(program) == ["Needs you 0", "Done 2"], "the other one sealed")


async def test_only_what_was_seen_leaves_with_all_that_is_finished(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await seal(program, *letters)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        await until(lambda: not program.window.board.store.is_running(the_batch(program).id), "the job's end")
    assert await asyncio.to_thread(forgotten, tmp_path) == ()
    async with open_program() as program:
        await until(program.controller.recovered.is_set, "the batch of the first run")
        button(program, "seen").setFocus()
        hands.press(button(program, "seen"), Qt.Key.Key_Space)
        await until(lambda: counts(program) == ["Needs you 0", "Done 1"], "that it was seen")
        batch_id = the_batch(program).id
    assert await asyncio.to_thread(forgotten, tmp_path) == (batch_id,)


def forgotten(folder: Path) -> tuple[str, ...]:
    """What leaves the list with everything that is finished by next year."""
    journal = JournalFile.open(folder / "data" / "journal.sqlite")
    try:
        return journal.forget_ended(datetime.now(UTC) + timedelta(days=365))
    finally:
        journal.close()
