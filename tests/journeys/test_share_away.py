"""Journey 14, by the window's own wiring: the share goes away after the order, and comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signdesk.app import Program
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import QUICK, Open, until
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.samples import a_pdf

SOON = replace(QUICK, target_look_s=0.05)


class Share:
    """`point` is where it is mounted; what it holds is in `folder`."""

    def __init__(self, folder: Path, point: Path) -> None:
        self.folder, self.point = folder, point
        for path in (folder, point):
            path.mkdir()

    def attach(self) -> bool:
        command = ["mount", "--bind", str(self.folder), str(self.point)]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def detach(self) -> None:
        subprocess.run(["umount", "-l", str(self.point)], check=True, capture_output=True)


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Share]:
    made = Share(tmp_path / "server's share", tmp_path / "Team")
    if os.geteuid() != 0 or shutil.which("mount") is None or not made.attach():
        pytest.skip("mounting needs root")
    yield made
    with suppress(subprocess.CalledProcessError):
        made.detach()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    """Slow enough for something to happen while it seals."""
    (tmp_path / "server").mkdir()
    with running_practice(tmp_path / "server", pace_s=0.7) as running:
        yield running


def the_batch(program: Program) -> Batch:
    (batch,) = program.window.board.store.batches()
    return batch


async def order(program: Program, letter: Path) -> None:
    intake = program.window.intake
    program.controller.add_paths([letter])
    await until(intake.seal_button.isEnabled, "a document in the list")
    hands.press(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(program.window.board.store.batches()) == 1, "the card")


async def test_the_result_comes_to_the_share_when_it_is_back(
    open_program: Open, practice: PracticeRun, share: Share, tmp_path: Path
) -> None:
    practice.server = replace(practice.server, practice=False)
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    target = share.point / "Sealed"
    async with open_program(
        practice.server, practice.credentials, retry_config=SOON, process_id=1, save_to=target
    ) as program:
        await order(program, letter)
        await until(lambda: the_batch(program).state is BatchState.SEALING, "the server at work")
        assert target.is_dir()  # made when it was ordered
        share.detach()
        await until(lambda: the_batch(program).state is BatchState.WAITING, "the batch to wait")
        waiting = the_batch(program)
        assert waiting.reason is Reason.AWAY
        assert "is not connected" in waiting.message
        assert list(share.point.rglob("*")) == []
        assert practice.ledger.count(Method.DELETE) == 0
        share.attach()
        await until(lambda: the_batch(program).is_over, "the end, by itself")
        done = the_batch(program)
        assert done.state is BatchState.DONE
        assert done.saved_to is not None
        assert done.saved_to.parent == target
    assert (practice.ledger.count(Method.ACCEPT), practice.ledger.count(Method.DELETE)) == (1, 1)
    saved = done.saved_to.name
    share.detach()
    assert list(share.point.rglob("*")) == []
    assert (share.folder / "Sealed" / saved).is_file()


async def test_a_folder_that_was_removed_is_not_made_again(
    open_program: Open, practice: PracticeRun, tmp_path: Path
) -> None:
    practice.server = replace(practice.server, practice=False)
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(a_pdf())
    target = tmp_path / "Sealed"
    async with open_program(
        practice.server, practice.credentials, retry_config=SOON, process_id=1, save_to=target
    ) as program:
        await order(program, letter)
        await until(lambda: the_batch(program).state is BatchState.SEALING, "the server at work")
        shutil.rmtree(target)
        await until(lambda: the_batch(program).state is BatchState.NEEDS_YOU, "the question")
        assert "is not there any more" in the_batch(program).message
        assert not target.exists()
        target.mkdir()
        card = program.window.board.card(the_batch(program).id)
        assert card is not None
        keyboard.push(program.window, keyboard.verb(card, "Try again"))
        await until(lambda: the_batch(program).state is BatchState.DONE, "the end")
    assert (practice.ledger.count(Method.ACCEPT), practice.ledger.count(Method.DELETE)) == (1, 1)
