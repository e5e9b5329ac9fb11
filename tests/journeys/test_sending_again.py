""" "Send 1 document again" sends: to the same server and process, as a new batch that follows the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from signdesk.app import Program
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile
from tests.support.samples import a_pdf


@pytest.fixture
def other(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "other"
    folder.mkdir()
    with running_practice(folder) as running:
        yield running


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in (1, 2, 3)]
    for path in paths:
        path.write_bytes(a_pdf(path.name))
    return paths


async def partly_done(program: Program, letters: list[Path]) -> Batch:
    """Of three, two came back sealed."""
    program.controller.add_paths(letters)
    await until(lambda: "3" in program.window.intake.seal_button.text(), "documents in the list")
    keyboard.push(program.window, program.window.intake.seal_button)
    await until(lambda: any(one.is_over for one in program.window.board.store.batches()), "the batch's end")
    (batch,) = program.window.board.store.batches()
    assert batch.state is BatchState.PARTLY_DONE
    return batch


def card_button(program: Program, batch: Batch, words: str) -> None:
    card = program.window.board.card(batch.id)
    assert card is not None
    keyboard.push(program.window, keyboard.verb(card, words))


def later(program: Program, first: Batch) -> list[Batch]:
    return [one for one in program.window.board.store.batches() if one.follows == first.id]


def questions() -> list[Question]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]


def said_on_card(program: Program, batch: Batch) -> str:
    card = program.window.board.card(batch.id)
    assert card is not None
    return card.accessibleDescription()


async def test_one_click_sends_what_came_back_unsealed_to_the_same_server_and_process(
    open_program: Open,
    practice: PracticeRun,
    other: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
) -> None:
    practice.profile = ResponseProfile(unsealed=("Letter 2.pdf",))
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        first = await partly_done(program, letters)
        elsewhere = replace(other.server, practice=False, label="Elsewhere")
        program.controller.use_server(elsewhere, other.credentials, 2)
        practice.profile = ResponseProfile()
        card_button(program, first, "Send 1 document again")
        await until(lambda: any(one.is_over for one in later(program, first)), "the end of the second")
        (second,) = later(program, first)
        assert second.state is BatchState.DONE
        assert [one.document.path for one in second.documents] == [letters[1]]
        assert (second.server.base_url, second.process.id) == (office.base_url, 1)
        assert second.save_to == first.save_to
        assert "1 more was sealed later" in said_on_card(program, first)
        shown = program.window.board.card(first.id)
        assert shown is not None
        assert "send_again" not in [one.id for one in shown.offered_verbs()]
        assert program.window.intake.model.rowCount() == 0
    assert practice.ledger.count(Method.ACCEPT) == 2
    assert other.ledger.received == ()


async def test_two_clicks_send_once(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(unsealed=("Letter 2.pdf",))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        first = await partly_done(program, letters)
        practice.profile = ResponseProfile()
        for _ in range(3):
            program.window.board.verb_requested.emit(first.id, "send_again")
        await until(lambda: any(one.is_over for one in later(program, first)), "the end of the second")
        program.window.board.verb_requested.emit(first.id, "send_again")
        program.window.board.store.remove([later(program, first)[0].id])
        program.window.board.verb_requested.emit(first.id, "send_again")
        await until(lambda: bool(program.window.banner_text()), "why nothing was sent")
    assert practice.ledger.count(Method.ACCEPT) == 2


@pytest.mark.parametrize("answer", ["Leave it", "Send 1 document again"])
async def test_what_did_not_come_back_is_asked_about_once(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    answer: str,
) -> None:
    practice.profile = ResponseProfile(dropped=("Letter 2.pdf",))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        first = await partly_done(program, letters)
        assert [one.outcome for one in first.documents][1] is Outcome.MISSING
        practice.profile = ResponseProfile()
        card_button(program, first, "Send 1 document again…")
        await until(lambda: bool(questions()), "the question")
        (question,) = questions()
        hands.click(keyboard.verb(question, answer))
        await until(lambda: not questions(), "no question")
        if answer == "Leave it":
            assert later(program, first) == []
        else:
            await until(lambda: any(one.is_over for one in later(program, first)), "the end of the second")
            assert "1 more was sealed later" in said_on_card(program, first)
    assert practice.ledger.count(Method.ACCEPT) == (1 if answer == "Leave it" else 2)


async def test_a_file_that_was_changed_since_is_not_sent(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(unsealed=("Letter 2.pdf",))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        first = await partly_done(program, letters)
        letters[1].write_bytes(a_pdf("another letter"))
        card_button(program, first, "Send 1 document again")
        await until(lambda: "Letter 2.pdf" in program.window.banner_text(), "what is wrong")
        assert later(program, first) == []
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_the_next_start_knows_which_batch_follows_which(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(unsealed=("Letter 2.pdf",))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        first = await partly_done(program, letters)
        practice.profile = ResponseProfile()
        card_button(program, first, "Send 1 document again")
        await until(lambda: any(one.is_over for one in later(program, first)), "the end of the second")
    async with open_program(office, practice.credentials) as again:
        await until(lambda: len(again.window.board.store.batches()) == 2, "both batches")
        assert "1 more was sealed later" in said_on_card(again, first)
