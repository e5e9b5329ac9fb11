"""What the buttons of a waiting card do, with real jobs against a real server on loopback."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from signdesk.app import Program
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.order import Filter
from signdesk.desktop.connections.sign_in import SignInFields
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from tests.journeys.conftest import QUICK, Open, open_program, until
from tests.support.canary import WRONG_KEY
from tests.support.opener import Opener
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf

__all__ = ["open_program"]

FOR_EVER = 1000
# A server that is away is noticed at once and then left alone, so that only a person's wish is seen.
AWAY = Server("https://127.0.0.1:9", sign_in=SignIn.API_KEY)
PATIENT = replace(
    QUICK, attempts=1, breaker_opens_after=1, probe_first_s=3600.0, probe_last_s=3600.0, return_spread_s=0.0,
    come_back_first_s=3600.0, come_back_cap_s=3600.0, poll_first_s=0.3, poll_cap_s=0.5,
)  # fmt: skip


@pytest.fixture
def office(practice: PracticeRun) -> Server:
    """The practice server in the part of a real one."""
    return replace(practice.server, practice=False, label="Office")


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in range(3)]
    for path in paths:
        path.write_bytes(a_pdf(path.stem))
    return paths


def failing(method: Method, http_status: int = 500) -> ResponseProfile:
    return ResponseProfile(faults=(ServerFault(method, http_status=http_status, times=FOR_EVER),))


async def seal(program: Program, *paths: Path) -> BatchCard:
    """One more batch; its card."""
    window = program.window
    await until(program.controller.recovered.is_set, "the recovery")
    known = {one.id for one in window.board.store.batches()}
    program.controller.add_paths(paths)
    await until(lambda: window.intake.seal_button.isEnabled(), "documents in the list")
    window.intake.seal_button.click()
    await until(lambda: len(window.board.store.batches()) > len(known), "its card")
    (made,) = [one for one in window.board.store.batches() if one.id not in known]
    card = window.board.card(made.id)
    assert card is not None
    return card


def is_held(card: BatchCard, reason: Reason) -> bool:
    return card.batch.held_at is not None and card.batch.reason is reason


def press(card: BatchCard, verb: str) -> None:
    found = card.footer.button(verb)
    assert found is not None, [one.objectName() for one in card.footer.findChildren(QPushButton)]
    found.click()


def text_of(card: BatchCard, verb: str) -> str:
    found = card.footer.button(verb)
    return found.text() if found is not None else ""


def question() -> Question | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, Question) else None


async def asked() -> Question:
    await until(lambda: question() is not None, "a question")
    found = question()
    assert found is not None
    return found


def words(asking: Question) -> str:
    return " ".join(one.text() for one in asking.findChildren(Label) if one.isVisible())


def choose(asking: Question, text: str) -> None:
    next(one for one in asking.findChildren(QPushButton) if one.text() == text).click()


async def test_try_now_ends_the_pause_of_a_running_job_and_says_so(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.CREATE)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        board = program.window.board
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
        assert card.is_running
        assert card.badge.words.text() == "Tries again by itself"
        assert "tries again by itself" in card.batch.message
        assert board.filters[Filter.ACTIVE].text() == "Active 1"
        assert board.filters[Filter.NEEDS_YOU].text() == "Needs you 0"
        assert text_of(card, "try_again") == "Try now"
        practice.profile = ResponseProfile()
        press(card, "try_again")
        assert card.footer.said.text() == "Trying the server now…"
        assert card.footer.said.isVisible()
        await until(lambda: card.batch.is_over or press_try_now(card), "its end")
        assert card.batch.state is BatchState.DONE
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_stop_before_sealing_began_ends_a_batch_that_waits(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.CREATE)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
        assert text_of(card, "stop_waiting") == "Stop sending"
        press(card, "stop_waiting")
        await until(lambda: card.batch.is_over, "its end")
        assert card.batch.state is BatchState.STOPPED
        press(card, "send_others")
        documents = program.window.intake.model.documents
        await until(lambda: len(documents()) == 1, "the document in the list")
        assert card.footer.said.text() == "The documents are back in the list"
        assert text_of(card, "send_others") == "Put the documents back again"
        assert program.window.intake.note() == "1 document of “Process 1” is back in the list."


async def test_stop_after_sealing_began_keeps_the_batch_and_it_needs_a_person(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(
        faults=(ServerFault(Method.STATUS, http_status=500, skip=1, times=FOR_EVER),)
    )
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        board = program.window.board
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
        assert card.batch.held_at is BatchState.SEALING
        assert text_of(card, "stop_waiting") == "Stop waiting"
        press(card, "stop_waiting")
        await until(lambda: not card.is_running, "the job's end")
        assert is_held(card, Reason.STOPPED_WAITING)
        assert board.filters[Filter.ACTIVE].text() == "Active 0"
        assert board.filters[Filter.NEEDS_YOU].text() == "Needs you 1"
        practice.profile = ResponseProfile()
        press(card, "try_again")
        await until(lambda: card.batch.is_over or press_try_now(card), "its end")
        assert card.batch.state is BatchState.DONE


def press_try_now(card: BatchCard) -> bool:
    """As often as it is offered: the breaker wants more than one sign of life."""
    if is_held(card, Reason.SERVER) and card.is_running:
        press(card, "try_again")
    return False


async def test_one_new_key_brings_every_refused_batch_of_the_server_on(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    wrong = Credentials(api_key=WRONG_KEY)
    async with open_program(office, wrong, PATIENT, process_id=1, save_to=tmp_path / "Sealed") as program:
        cards = [await seal(program, path) for path in letters]
        await until(lambda: all(is_held(one, Reason.SIGN_IN) for one in cards), "three refusals")
        await until(lambda: not any(one.is_running for one in cards), "the jobs' ends")
        press(cards[1], "sign_in")
        asking = await asked()
        assert "Office" in words(asking)
        assert "3 batches wait for it" in words(asking)
        choose(asking, "Sign in")
        assert asking.isVisible()
        assert "Enter the API key" in words(asking)
        asking.findChildren(SignInFields)[0].api_key.line.setText(practice.credentials.api_key)
        choose(asking, "Sign in")
        await until(lambda: all(one.batch.is_over for one in cards), "three ends")
        assert {one.batch.state for one in cards} == {BatchState.DONE}
    assert practice.ledger.count(Method.ACCEPT) == 3
    assert sum(practice.ledger.sealed(one) for one in practice.batch_ids) == 3


async def test_a_refused_batch_whose_sealing_has_not_begun_comes_back_to_the_list(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    wrong = Credentials(api_key=WRONG_KEY)
    async with open_program(office, wrong, PATIENT, process_id=1, save_to=tmp_path / "Sealed") as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SIGN_IN) and not card.is_running, "the refusal")
        press(card, "send_others")
        await until(lambda: card.batch.state is BatchState.STOPPED, "the order's end")
        await until(lambda: len(program.window.intake.model.documents()) == 1, "its document in the list")


async def test_after_a_restart_a_batch_asks_to_be_connected_and_can_be_put_back_unsent(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    """Without a sign-in the order ends all the same, and a later sign-in does not send it a second time."""
    practice.profile = failing(Method.UPLOAD)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
        assert card.batch.held_at is BatchState.SENDING
    practice.profile = ResponseProfile()
    async with open_program() as again:
        window = again.window
        await until(again.controller.recovered.is_set, "the recovery")
        (batch,) = window.board.store.batches()
        found = window.board.card(batch.id)
        assert found is not None
        assert found.badge.words.text() == "Not connected"
        assert text_of(found, "sign_in") == "Connect to go on"
        assert "Office" in window.banner_text()
        assert window.start_page.form.address.text() == office.base_url
        press(found, "send_others")
        await until(lambda: found.batch.state is BatchState.STOPPED, "the order's end")
        again.controller.use_server(office, practice.credentials)
        await until(lambda: len(window.intake.model.documents()) == 1, "its document in the list")
    async with open_program(office, practice.credentials) as third:
        await until(third.controller.recovered.is_set, "the recovery")
        assert {one.state for one in third.window.board.store.batches()} == {BatchState.STOPPED}
    assert practice.ledger.count(Method.ACCEPT) == 0


async def test_a_batch_that_waits_while_sending_is_kept_at_the_close_and_goes_on(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.UPLOAD)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
    practice.profile = ResponseProfile()
    async with open_program(office, practice.credentials) as again:
        await until(lambda: len(again.window.board.store.batches()) == 1, "the batch of the first run")
        await until(lambda: again.window.board.store.batches()[0].state is BatchState.DONE, "its end")
        assert again.window.banner_text() == ""
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_the_closing_question_stays_true_when_the_last_batch_ends(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1),))
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        card = await seal(program, letters[0])
        await until(lambda: card.batch.state is BatchState.SEALING, "sealing")
        window.close()
        asking = await asked()
        assert "1 batch is still under way" in words(asking)
        press(card, "stop_waiting")
        await until(lambda: not card.is_running, "the job's end")
        assert "Nothing is under way any more" in words(asking)
        assert "still under way" not in words(asking)
        choose(asking, "Close SignDesk")
        await until(program.controller.closed.is_set, "the close")


async def test_what_cannot_go_on_leaves_the_list_after_a_question_and_stays_in_the_journal(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(
        faults=(ServerFault(Method.STATUS, http_status=404, skip=1, times=FOR_EVER),)
    )
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        board = program.window.board
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.LOST) and not card.is_running, "the loss")
        number = card.batch.server_id
        press(card, "remove")
        asking = await asked()
        assert number
        assert f"batch {number}" in words(asking)
        assert "may be sealed" in words(asking)
        choose(asking, "Keep it in the list")
        name = f"remove {card.batch.id}"
        await until(lambda: name not in {one.get_name() for one in asyncio.all_tasks()}, "the answer")
        assert len(board.store.batches()) == 1
        press(card, "remove")
        choose(await asked(), "Remove from list")
        await until(lambda: board.store.batches() == (), "the card gone")
    async with open_program(office, practice.credentials) as again:
        await until(again.controller.recovered.is_set, "the recovery")
        assert again.window.board.store.batches() == ()
    with closing(sqlite3.connect(Folders(tmp_path / "data").journal_file)) as journal:
        kept = journal.execute("SELECT archived, server_id FROM batches").fetchall()
        assert kept == [(1, number)]
        assert journal.execute("SELECT count(*) FROM documents").fetchone() == (1,)


async def test_a_server_is_remembered_once_it_has_answered(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    def remembered() -> str:
        return program.window.start_page.form.address.text()

    async with open_program() as program:
        program.controller.use_for_session(AWAY, Credentials(api_key=WRONG_KEY))
        assert not program.window.start_page.isVisible()
    async with open_program(process_id=1, save_to=tmp_path / "Sealed") as program:
        assert remembered() == ""
        program.controller.use_for_session(office, practice.credentials)
        program.window.intake.choose_process(1)
        card = await seal(program, letters[0])
        await until(lambda: card.batch.is_over, "its end")
    async with open_program() as program:
        assert remembered() == office.base_url


async def test_a_batch_keeps_its_server_when_another_is_chosen(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        card = await seal(program, letters[0])
        window.change_requested.emit()
        assert window.start_page.isVisible()
        program.controller.use_for_session(AWAY, Credentials(api_key=WRONG_KEY))
        assert not window.start_page.isVisible()
        await until(lambda: card.batch.is_over, "its end at the first server")
        assert card.batch.state is BatchState.DONE
        assert "127.0.0.1:9" in window.header.server_text.text()


async def test_a_practice_server_that_died_is_said_and_started_again(
    open_program: Open, letters: list[Path], tmp_path: Path
) -> None:
    async with open_program(practice=True, retry_config=PATIENT, save_to=tmp_path / "Sealed") as program:
        window = program.window
        await until(lambda: window.intake.process() is not None, "the practice server")
        first = program._practice
        assert first is not None
        await first.stop()
        card = await seal(program, letters[0])
        await until(lambda: "has stopped" in window.banner_text(), "the word about it")
        window.banner.findChildren(QPushButton)[0].click()
        await until(lambda: program._practice is not first, "another practice server")
        await until(lambda: not card.is_running, "the end of the job that waited for the first")
        assert card.batch.state is BatchState.STOPPED
        await until(lambda: window.header.server_text.text() == "Practice server", "it in use")
        assert (await finished(await seal(program, letters[1]))).state is BatchState.DONE


async def finished(card: BatchCard) -> Batch:
    await until(lambda: card.batch.is_over, "the batch's end")
    return card.batch


async def test_where_no_program_can_open_a_result_its_path_can_be_copied(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The system's own program for it can be started, and fails."""
    opener = Opener.put_in_place(tmp_path / "bin", monkeypatch, code=3)
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        window = program.window
        card = await seal(program, letters[0])
        saved = (await finished(card)).saved_to
        assert saved is not None
        press(card, "copy_path")
        assert card.footer.said.text() == "Copied"
        QGuiApplication.clipboard().clear()
        for verb in ("show_in_folder", "open"):
            window.clear_banner()
            press(card, verb)
            await until(lambda: str(saved) in window.banner_text(), "the word about it")
            assert "could open it" in window.banner_text()
        assert opener.paths() == [saved.parent, saved]
        window.banner.findChildren(QPushButton)[0].click()
        assert QGuiApplication.clipboard().text() == str(saved)
        saved.unlink()
        press(card, "show_in_folder")
        await until(lambda: "There is nothing at" in window.banner_text(), "the word about its absence")


async def test_a_folder_without_documents_is_said_without_a_number(
    open_program: Open, practice: PracticeRun, office: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "Thumbs.db").write_bytes(b"x")
    async with open_program(office, practice.credentials, process_id=1) as program:
        program.controller.add_paths([folder])
        intake = program.window.intake
        await until(lambda: bool(intake.note()), "the note")
        assert intake.note() == "No document was found in the folder. 1 file was left out."


async def test_a_key_entered_while_a_batch_waits_is_used_when_its_old_one_is_refused(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.CREATE)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SERVER), "the batch waiting")
        program.controller.use_server(office, practice.credentials)
        practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=401, times=1),))
        await until(lambda: card.batch.is_over or press_try_now(card), "its end")
        assert card.batch.state is BatchState.DONE
    assert practice.ledger.count(Method.ACCEPT) == 1


async def test_the_banner_names_every_server_and_goes_with_the_last_of_them(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.CREATE)
    away = Server("https://127.0.0.1:9", sign_in=SignIn.API_KEY, label="Branch")
    for server in (office, away):
        async with open_program(
            server, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
        ) as program:
            card = await seal(program, letters[0])
            await until(lambda card=card: is_held(card, Reason.SERVER), "the batch waiting")  # type: ignore[misc]
    practice.profile = ResponseProfile()
    async with open_program() as again:
        window = again.window
        await until(again.controller.recovered.is_set, "the recovery")
        assert window.banner_text().startswith("2 batches are not finished.")
        assert "Office" in window.banner_text()
        assert "Branch" in window.banner_text()
        assert window.start_page.form.address.text() == ""
        again.controller.use_server(office, practice.credentials)
        assert window.banner_text() == "1 batch is not finished. Connect to Branch to go on."
        again.controller.use_server(away, practice.credentials)
        assert window.banner_text() == ""


async def test_a_copy_that_cannot_be_deleted_is_left_by_a_person_and_removed_at_a_later_start(
    open_program: Open, practice: PracticeRun, office: Server, letters: list[Path], tmp_path: Path
) -> None:
    practice.profile = failing(Method.DELETE, http_status=403)
    async with open_program(
        office, practice.credentials, PATIENT, process_id=1, save_to=tmp_path / "Sealed"
    ) as program:
        card = await seal(program, letters[0])
        await until(lambda: is_held(card, Reason.SIGN_IN) and not card.is_running, "the refusal")
        assert card.batch.held_at is BatchState.SAVED
        press(card, "keep_copy")
        batch = await finished(card)
        assert batch.state is BatchState.DONE
        assert "could not be removed" in " ".join(batch.warnings)
    practice.profile = ResponseProfile()
    async with open_program(office, practice.credentials) as again:
        await until(lambda: practice.ledger.deleted(batch.server_id) == 1, "the copy removed")
        board = again.window.board
        await until(lambda: not board.store.batches()[0].warnings, "the warning gone")
