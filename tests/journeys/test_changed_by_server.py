"""A document that the server changed before it sealed it: told on the card, and looked at side by side."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from signdesk.app import Program
from signdesk.desktop.batches import card_texts
from signdesk.desktop.comparison.page import ComparePage
from signdesk.desktop.comparison.side import Side
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome
from signdesk.domain.moments import local_time
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.resources import resource
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_recovery import seal, state
from tests.support.paged_pdf import letter as page_of
from tests.support.paged_pdf import paged_pdf
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile
from tests.support.saved import saved_in


def the_batch(program: Program) -> Batch:
    (batch,) = program.window.board.store.batches()
    return batch


@pytest.fixture
def rewritten(practice: PracticeRun, letter: Path) -> Path:
    """A letter that the server writes anew before it seals it."""
    letter.write_bytes(paged_pdf([page_of("A letter"), page_of("More")]))
    practice.profile = ResponseProfile(rewritten=(letter.name,))
    return letter


def button(program: Program, verb: str) -> QPushButton:
    card = program.window.board.card(the_batch(program).id)
    found = card.footer.button(verb) if card is not None else None
    assert found is not None, verb
    return found


def is_drawn(side: Side) -> bool:
    """The page in sight, at its present size."""
    return side.pages.cache.get(0) is not None


def assert_seal_is_told(texts: list[str], one: BatchDocument) -> None:
    """By whom, when, by which process, whether it is intact, from whom its certificate is and how long."""
    facts = one.facts
    assert facts is not None
    assert facts.signed_at is not None
    assert facts.valid_until is not None
    told = dict(pairwise(texts))
    assert (told["State"], told["Sealed by"]) == ("Intact", facts.signer)
    assert f"{local_time(facts.stamped_at or facts.signed_at):%H:%M:%S}" in told["When"]
    assert told["Process"] == "Process 1"
    assert facts.issuer in " ".join(texts)
    assert str(local_time(facts.valid_until).year) in told["Certificate"]


async def test_it_is_looked_at_side_by_side_by_keys(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    await asyncio.to_thread(letter.write_bytes, paged_pdf([page_of("A letter"), page_of("More")]))
    practice.profile = ResponseProfile(rewritten=(letter.name,))
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        window = program.window
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        (one,) = the_batch(program).documents
        assert one.outcome is Outcome.RESEALED
        card = window.board.card(the_batch(program).id)
        assert card is not None
        assert card.badge.words.text() == "0 of 1 sealed, 1 changed by the server: look at it"
        compare = button(program, "compare")
        assert compare.text() == "Compare the pages"
        compare.setFocus()
        hands.press(compare, Qt.Key.Key_Space)
        page = window.compare_page
        await until(page.isVisible, "the page")
        assert not window.intake.isVisible()
        assert "a stamp on page 1" in page.told.text()
        await until(lambda: is_drawn(page.sent) and is_drawn(page.returned), "both pages")
        assert page.returned.pages.marks[0]
        window.resize(1180, 760)
        await until(page.facts.isVisible, "the facts beside the pages")
        assert page.facts.heading.text() == "Sealed, but not as it was sent"
        rows = [row.accessibleName() for row in page.facts.rows]
        assert rows == ["Page 1: A stamp was added", "Page 2: Same text, same look"]
        assert_seal_is_told(page.facts.seal.texts(), one)
        assert page.facts.first_change() is page.facts.rows[0]
        assert page.sent.trouble.isHidden()
        hands.press(window.focusWidget() or page, Qt.Key.Key_Escape)
        assert not page.isVisible()
        assert window.board.isVisible()

        await asyncio.to_thread(letter.unlink)
        compare.setFocus()
        hands.press(compare, Qt.Key.Key_Space)
        await until(page.isVisible, "the page again")
        assert page.sent.trouble.text() == "The document as it was sent is not there any more."
        await until(lambda: is_drawn(page.returned), "what came back")
        hands.press(page, Qt.Key.Key_F6)
        hands.press(page.back_button, Qt.Key.Key_Space)
        assert not page.isVisible()
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_what_could_not_be_compared_here_is_compared_again_by_key(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await asyncio.to_thread(letter.write_bytes, paged_pdf([page_of("A letter"), page_of("More")]))
    await asyncio.to_thread((tmp_path / "pypdfium2.py").write_text, "raise ImportError('no libpdfium')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))  # of the document worker's process
    practice.profile = ResponseProfile(rewritten=(letter.name,))
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.WAITING, "the fault of this computer")
        held = the_batch(program)
        assert [one.outcome for one in held.documents] == [Outcome.PENDING]
        assert saved_in(target) == [held.saved_to]
        assert practice.ledger.count(Method.DELETE) == 0
        assert "could not be compared on this computer" in held.message
        monkeypatch.delenv("PYTHONPATH")
        again = button(program, "try_again")
        assert again.text() == "Compare again"
        again.setFocus()
        hands.press(again, Qt.Key.Key_Space)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        assert [one.outcome for one in the_batch(program).documents] == [Outcome.RESEALED]
        assert saved_in(target) == [held.saved_to]
    counted = [practice.ledger.count(one) for one in (Method.ACCEPT, Method.DOWNLOAD, Method.DELETE)]
    assert counted == [1, 1, 1]


async def compare(program: Program) -> ComparePage:
    """The page, by keys."""
    program.window.resize(1180, 760)
    opener = button(program, "compare")
    opener.setFocus()
    hands.press(opener, Qt.Key.Key_Space)
    page = program.window.compare_page
    await until(page.isVisible, "the page")
    await until(page.facts.isVisible, "the facts beside the pages")
    return page


async def test_who_accepts_it_is_noted_and_the_card_says_so(
    open_program: Open, practice: PracticeRun, office: Server, rewritten: Path, tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, rewritten)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        before = json.loads(receipt_in(target).read_text())
        assert "accepted" not in before["documents"][0]
        page = await compare(program)
        assert program.window.focusWidget() is page.facts.rows[0]
        hands.press(page.facts.rows[0], Qt.Key.Key_Tab)
        assert program.window.focusWidget() is page.facts.accept_button
        hands.press(page.facts.accept_button, Qt.Key.Key_Space)
        await until(lambda: bool(page.facts.accepted.text()), "the note of it")
        assert page.facts.accepted.text().startswith("Looked at by ")
        assert page.facts.heading.text() == "Sealed, and the change was accepted"
        assert not page.facts.accept_button.isVisible()
        assert page.isAncestorOf(program.window.focusWidget() or program.window)
        hands.press(program.window.focusWidget() or page, Qt.Key.Key_Escape)
        assert_told_as_accepted(program)
        (one,) = the_batch(program).documents
        assert one.acceptance is not None
        noted = json.loads(receipt_in(target).read_text())
        assert noted["documents"][0]["accepted"]["by"] == one.acceptance.by
        jsonschema.validate(noted, json.loads(resource("schemas", "receipt.json").read_text("utf-8")))
        assert len(list(target.glob("*receipt.json"))) == 1
    async with open_program(office, practice.credentials, process_id=1) as again:
        await until(lambda: len(again.window.board.store.batches()) == 1, "the batch of the first run")
        assert the_batch(again).documents[0].acceptance == one.acceptance
        assert_told_as_accepted(again)
    assert practice.ledger.count(Method.ACCEPT) == 1


def receipt_in(folder: Path) -> Path:
    (found,) = folder.glob("*receipt.json")
    return found


def assert_told_as_accepted(program: Program) -> None:
    card = program.window.board.card(the_batch(program).id)
    assert card is not None
    words = "1 of 1 sealed and checked, 1 of them changed by the server and accepted by a person"
    assert card.badge.words.text() == words
    assert card_texts.badge(the_batch(program)).tone is card_texts.Tone.DONE
    assert "look at it" not in card.accessibleName() + card.accessibleDescription()


@pytest.mark.parametrize("locked", [False, True])
async def test_such_a_change_is_accepted_always_after_a_question(
    open_program: Open, practice: PracticeRun, office: Server, rewritten: Path, tmp_path: Path, locked: bool
) -> None:
    key = "connections.office.processes.1.changes_documents"
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    written = {folders.settings_file: section(office)}
    if locked:
        written = {folders.policy_file: f'locked = ["{key}"]\n{section(office)}'}
    for file, words in written.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)
    async with open_program(office, practice.credentials, process_id=1, save_to=tmp_path / "S") as program:
        await seal(program, rewritten)
        await until(lambda: state(program) is BatchState.PARTLY_DONE, "its end")
        page = await compare(program)
        always = page.facts.always_button
        assert always.isVisible()
        assert always.accessibleName() == "Always accept this from “Company seal”…"
        if locked:
            assert not always.isEnabled()
            assert page.facts.always_note.text() == "Set by your organisation"
            assert "Set by your organisation" in always.accessibleDescription()
            return
        always.setFocus()
        hands.press(always, Qt.Key.Key_Space)
        await until(lambda: bool(open_dialogs()), "the question")
        assert "changes_documents" not in folders.settings_file.read_text()
        press_verb(open_dialogs()[0], "Always accept it")
        await until(lambda: bool(page.facts.always_note.text()), "what was done")
        assert not always.isVisible()
        loaded = SettingsFile(folders.settings_file, folders.policy_file).load()
        (process,) = loaded.settings.connections[0].processes
        assert process.changes_documents
        assert not the_batch(program).documents[0].is_good  # that is a decision of its own


def section(office: Server) -> str:
    return (
        f'[connections.office]\nname = "Office"\naddress = "{office.base_url}"\nsign_in = "api_key"\n'
        '[connections.office.processes.1]\nlabel = "Company seal"\n'
    )


def open_dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def press_verb(dialog: QDialog, words: str) -> None:
    (verb,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    verb.setFocus()
    hands.press(verb, Qt.Key.Key_Space)
