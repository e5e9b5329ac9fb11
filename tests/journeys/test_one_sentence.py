"""What became of a batch is one sentence: on its card, in the list of the command line and in its receipt."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.desktop.batches.card_texts import is_active
from signdesk.domain.servers import Server
from tests.cli.conftest import usual_environment
from tests.desktop import hands
from tests.journeys.conftest import Open, until
from tests.journeys.test_changed_by_server import compare, the_batch
from tests.journeys.test_recovery import seal
from tests.support.paged_pdf import letter as page_of
from tests.support.paged_pdf import paged_pdf
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile


@pytest.fixture
def letters(letter: Path) -> list[Path]:
    other = letter.with_name("Other.pdf")
    for one in (letter, other):
        one.write_bytes(paged_pdf([page_of(one.name), page_of("More")]))
    return [letter, other]


def listed(home: Path) -> str:
    """What `signdesk status` says of the one batch."""
    done = subprocess.run(
        [sys.executable, "-m", "signdesk", "status"],
        env=usual_environment(home),
        cwd=home,
        capture_output=True,
        timeout=100,
        check=True,
    )
    (line,) = done.stdout.decode().splitlines()
    return line


async def assert_all_say(program: Program, home: Path, target: Path, sentence: str) -> None:
    card = program.window.board.card(the_batch(program).id)
    assert card is not None
    assert card.badge.words.text() == sentence
    assert f"  {sentence}  Process 1  " in await asyncio.to_thread(listed, home)
    (page,) = await asyncio.to_thread(lambda: list(target.glob("*.html")))
    assert f"<dd>{sentence}</dd>" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        (ResponseProfile(), "2 of 2 sealed and checked"),
        (ResponseProfile(unsealed=("Other.pdf",)), "1 of 2 sealed and checked"),
        (
            ResponseProfile(rewritten=("Letter.pdf", "Other.pdf")),
            "0 of 2 sealed, 2 changed by the server: look at them",
        ),
    ],
)
async def test_card_list_and_receipt_say_the_same(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path,
    profile: ResponseProfile, sentence: str,
) -> None:  # fmt: skip
    practice.profile = profile
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, *letters)
        await until(lambda: the_batch(program).is_over, "its end")
        await until(lambda: not program.window.board.store.is_running(the_batch(program).id), "the job's end")
        assert not is_active(the_batch(program))
        await assert_all_say(program, tmp_path, target, sentence)


async def test_they_say_the_same_of_a_change_that_a_person_accepts(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(rewritten=("Letter.pdf",))
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, letters[0])
        await until(lambda: the_batch(program).is_over, "its end")
        page = await compare(program)
        page.facts.accept_button.setFocus()
        hands.press(page.facts.accept_button, Qt.Key.Key_Space)
        await until(lambda: the_batch(program).documents[0].acceptance is not None, "the note of it")
        sentence = "1 of 1 sealed and checked, 1 of them changed by the server and accepted by a person"
        (html,) = await asyncio.to_thread(lambda: list(target.glob("*.html")))
        await until(lambda: sentence in html.read_text("utf-8"), "the new receipt")
        await assert_all_say(program, tmp_path, target, sentence)
