"""Closing and starting again: what was under way goes on, and what was sealed is known."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from types import CoroutineType

import pytest

from signdesk.app import Program
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import BatchState
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.journal.journal_file import JournalFile
from tests.journeys.conftest import Open, until
from tests.storage.journal_values import plain_batch
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.saved import saved_in


async def seal(program: Program, *paths: Path) -> None:
    window = program.window
    program.controller.add_paths(paths)
    await until(lambda: window.intake.seal_button.isEnabled(), "documents in the list")
    window.intake.seal_button.click()
    await until(
        lambda: bool(window.board.store.batches()) or window.banner.isVisible(),
        "its card, or why there is none",
    )


def state(program: Program) -> BatchState:
    (batch,) = program.window.board.store.batches()
    return batch.state


@pytest.mark.parametrize("method", [Method.UPLOAD, Method.ACCEPT, Method.STATUS, Method.DOWNLOAD])
async def test_a_batch_under_way_goes_on_at_the_next_start(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letter: Path,
    tmp_path: Path,
    method: Method,
) -> None:
    hanging = ServerFault(
        method, Answer.HANG, skip=method is Method.STATUS, carried_out=method is Method.ACCEPT
    )
    practice.profile = ResponseProfile(faults=(hanging,))
    target = tmp_path / "Sealed"
    async with open_program(office, practice.credentials, process_id=1, save_to=target) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(method) > hanging.skip, f"{method} under way")
    practice.profile = ResponseProfile()
    async with open_program(office, practice.credentials) as again:
        await until(lambda: len(again.window.board.store.batches()) == 1, "the batch of the first run")
        await until(lambda: state(again) is BatchState.DONE, "its end")
    assert len(saved_in(target)) == 1
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert sum(practice.ledger.sealed(one) for one in practice.batch_ids) == 1


@pytest.mark.parametrize("resumed", [False, True])
async def test_a_job_that_dies_after_the_order_does_not_say_that_nothing_was_sealed(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path, resumed: bool
) -> None:
    """Cancelled twice in a row, in the middle of the note of the first: what the card says is true now."""
    faults = (
        ServerFault(Method.STATUS, Answer.HANG, skip=1),
        ServerFault(Method.CREATE, http_status=400, times=1),
    )
    practice.profile = ResponseProfile(faults=faults if resumed else faults[:1])
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await seal(program, letter)
        board = program.window.board
        if resumed:
            await until(lambda: board.store.batches()[0].held_at is not None, "the batch held")
            assert "Nothing has been sealed." in board.store.batches()[0].message
            await until(lambda: not job_of(program), "its job's end")
            board.verb_requested.emit(board.store.batches()[0].id, "try_again")
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
        (job,) = job_of(program)
        job.cancel()
        while not job.done():
            await asyncio.sleep(0)
            job.cancel()
        await until(lambda: not job_of(program), "its end")
        (batch,) = board.store.batches()
    assert job.cancelled()
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.SEALING)
    assert "othing has been sealed" not in batch.message
    assert "The server was told to seal it" in batch.message


def job_of(program: Program) -> list[asyncio.Task[object]]:
    """The running jobs of its batches."""
    names = {f"batch {one.id}" for one in program.window.board.store.batches()}
    return [one for one in asyncio.all_tasks() if one.get_name() in names]


async def test_without_its_server_a_batch_waits_and_says_so(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1),))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
    practice.profile = ResponseProfile()
    seen = len(practice.ledger.received)
    async with open_program() as again:
        await until(lambda: len(again.window.board.store.batches()) == 1, "the batch of the first run")
        assert state(again) is BatchState.WAITING
        assert "1 batch is not finished" in again.window.banner.text.text()
        assert len(practice.ledger.received) == seen
        again.controller.use_server(office, practice.credentials)
        await until(lambda: state(again) is BatchState.DONE, "its end")
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_a_server_that_is_connected_while_the_journal_is_read_is_not_asked_for(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1, times=9),))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await seal(program, letter)
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
    async with open_program() as again:
        await until_it_reads_the_journal()
        again.controller.use_server(office, practice.credentials)
        await until(again.controller.recovered.is_set, "the recovery")
        await until(lambda: bool(job_of(again)), "the batch going on")
        assert again.window.banner_text() == ""


async def test_while_the_journal_is_read_the_empty_board_says_so(open_program: Open) -> None:
    def words() -> set[str]:
        labels = program.window.board.findChildren(Label)
        return {one.text() for one in labels if not one.isHidden()}

    async with open_program() as program:
        await until_it_reads_the_journal()
        assert "Loading…" in words()
        await until(program.controller.recovered.is_set, "the recovery")
        assert "Loading…" not in words()
        assert "What you seal appears here, with its progress and its result." in words()


async def until_it_reads_the_journal() -> None:
    """Returns in the middle of the recovery: some task awaits what the journal holds."""
    while not any("show" in awaited_by(one) for one in asyncio.all_tasks()):  # noqa: ASYNC110 - no event
        await asyncio.sleep(0)


def awaited_by(task: asyncio.Task[object]) -> list[str]:
    """The names of the coroutines that the task is in, the outermost first."""
    names: list[str] = []
    inner: object = task.get_coro()
    while isinstance(inner, CoroutineType):
        names.append(inner.cr_code.co_name)
        inner = inner.cr_await
    return names


async def test_what_was_sealed_before_is_said_in_its_row(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.DONE, "its end")
    async with open_program(office, practice.credentials, process_id=1) as again:
        program = again
        program.controller.add_paths([letter])
        rows = program.window.intake.model.rows
        await until(lambda: any(one.remark for one in rows()), "the remark")
        assert "Sealed already" in rows()[0].note
        assert program.window.intake.seal_button.text() == "Nothing new to seal"
        assert not program.window.intake.seal_button.isEnabled()


async def test_a_dismissed_batch_stays_away(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        await seal(program, letter)
        await until(lambda: state(program) is BatchState.DONE, "its end")
        (batch,) = program.window.board.store.batches()
        program.window.board.verb_requested.emit(batch.id, "dismiss")
        await until(lambda: not program.window.board.store.batches(), "the card gone")
    async with open_program(office, practice.credentials) as again:
        await until(lambda: again.controller.recovered.is_set(), "the recovery")
        assert again.window.board.store.batches() == ()


async def test_an_order_that_cannot_be_begun_leaves_the_documents_in_the_list(
    open_program: Open, practice: PracticeRun, office: Server, letter: Path, tmp_path: Path
) -> None:
    """The folder of the lock files is gone, and a file is in its place."""
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        await until(program.controller.recovered.is_set, "the recovery")
        owners = tmp_path / "data" / "owners"
        for left in owners.iterdir():
            left.unlink()
        owners.rmdir()
        owners.write_text("in the way")
        await seal(program, letter)
        assert window.banner.isVisible()
        assert [one.name for one in window.intake.model.documents()] == ["Letter.pdf"]
        assert window.board.store.batches() == ()
    assert practice.ledger.received == ()


@pytest.mark.parametrize("lives", [False, True])
async def test_what_a_killed_practice_left_is_cleared_away_but_not_what_a_living_one_fetches(
    open_program: Open, office: Server, tmp_path: Path, lives: bool
) -> None:
    left = tmp_path / ".signdesk-b1.part"
    left.touch()
    batch = plain_batch("b1", state=BatchState.FETCHING)
    journal = JournalFile.open(tmp_path / "data" / "journal.sqlite")
    journal.record(replace(batch, server=replace(office, practice=True), save_to=tmp_path))
    owner = BatchLock(tmp_path / "data" / "owners", "signdesk sign")
    if lives:
        owner.acquire("b1")
    async with open_program() as program:
        await until(program.controller.recovered.is_set, "the recovery")
        assert program.window.board.store.batches() == ()
    assert left.exists() == lives
    assert len(journal.load().batches) == lives
    journal.close()
    owner.release_all()
