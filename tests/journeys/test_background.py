"""Closing with batches under way, and what SignDesk does while its window is hidden."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from signdesk.app import Program
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.rows import CheckRow
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import BatchState
from signdesk.domain.servers import Server
from signdesk.domain.settings import Notifications, Notify, Settings
from signdesk.practice.service import Method
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from tests.journeys.conftest import Open, until
from tests.support.bus_services import LOGIND, RELEASED, Keeper, serving
from tests.support.message_bus import message_bus
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import saved_in
from tests.support.tray_place import TrayPlace

HANGING = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, skip=1),))
TRAY, LATER, STAY = "Keep going in the tray", "Finish at the next start", "Stay"


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number}.pdf" for number in range(5)]
    for path in paths:
        path.write_bytes(a_pdf(path.stem))
    return paths


@pytest.fixture
def place() -> TrayPlace:
    return TrayPlace()


async def seal(program: Program, path: Path) -> None:
    intake = program.window.intake
    program.controller.add_paths([path])
    await until(intake.seal_button.isEnabled, "documents in the list")
    intake.seal_button.click()


async def seal_and_hide(program: Program, path: Path) -> None:
    """Only what is in sight can be ordered."""
    program.window.show()
    await seal(program, path)
    program.window.hide()


def ask_anew(program: Program) -> None:
    """As after a sleep: the question that hangs is asked once more."""
    for session in program.controller._connections.sessions:
        session.woke()


def states(program: Program) -> set[BatchState]:
    return {one.state for one in program.window.board.store.batches()}


async def asked() -> Question:
    await until(lambda: isinstance(QApplication.activeModalWidget(), Question), "the question")
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    return question


def verbs(question: Question) -> list[str]:
    return [one.text() for one in question.findChildren(QPushButton)]


def choose(question: Question, words: str) -> None:
    next(one for one in question.findChildren(QPushButton) if one.text() == words).click()


async def test_a_batch_goes_on_in_the_tray_and_its_end_is_told(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    practice.profile = HANGING
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as program:
        window = program.window
        await seal(program, letters[0])
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
        window.close()
        question = await asked()
        assert verbs(question) == [TRAY, LATER, STAY]
        choose(question, TRAY)
        await until(lambda: not window.isVisible(), "the window hidden")
        assert place.lines()[1] == "1 batch at work"
        assert not program.controller.closed.is_set()
        practice.profile = ResponseProfile()
        ask_anew(program)
        await until(lambda: bool(place.said), "the notification")
        assert place.said == [("Process 1", "1 of 1 sealed and checked")]
        place.click_on_notice()
        assert window.isVisible()
        assert states(program) == {BatchState.DONE}
        window.close()  # once chosen, that is what closing means
        assert not window.isVisible()
        assert not program.controller.closed.is_set()
        place.choose("Quit")
        await until(program.controller.closed.is_set, "the end")
    assert place.lines() == []
    assert len(saved_in(tmp_path / "Sealed")) == 1


async def test_quit_in_the_tray_asks_and_what_is_left_is_finished_at_the_next_start(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    practice.profile = HANGING
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as program:
        window = program.window
        await seal(program, letters[0])
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
        window.close()
        choose(await asked(), TRAY)
        await until(lambda: not window.isVisible(), "the window hidden")
        place.choose("Quit")
        choose(await asked(), STAY)
        await until(lambda: QApplication.activeModalWidget() is None, "the answer")
        assert window.isVisible()
        assert not program.controller.closed.is_set()
        place.choose("Quit")
        choose(await asked(), LATER)
        await until(program.controller.closed.is_set, "the end")
    practice.profile = ResponseProfile()
    later = TrayPlace()
    async with open_program(office, practice.credentials, tray_icon=later) as again:
        await until(lambda: states(again) == {BatchState.DONE}, "its end")
    assert practice.ledger.count(Method.ACCEPT) == 1


@pytest.mark.parametrize("wanted", [True, False])
async def test_without_a_tray_it_is_not_offered(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    wanted: bool,
) -> None:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    SettingsFile(folders.settings_file, folders.policy_file).change(
        lambda _: Settings(notifications=Notifications(tray=wanted))
    )
    practice.profile = HANGING
    async with open_program(
        office,
        practice.credentials,
        process_id=1,
        save_to=tmp_path / "Sealed",
        tray_icon=TrayPlace(is_there=not wanted),
    ) as program:
        await seal(program, letters[0])
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
        program.window.close()
        question = await asked()
        assert verbs(question) == [STAY, LATER]
        choose(question, STAY)
        await until(lambda: QApplication.activeModalWidget() is None, "the answer")
        assert program.window.isVisible()


async def test_a_tray_that_goes_while_it_is_asked_leaves_the_window(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    practice.profile = HANGING
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as program:
        await seal(program, letters[0])
        await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
        program.window.close()
        question = await asked()
        place.is_there = False
        choose(question, TRAY)
        await until(lambda: QApplication.activeModalWidget() not in (None, question), "another question")
        assert verbs(await asked()) == [STAY, LATER]
        assert program.window.isVisible()
        choose(await asked(), STAY)


async def test_with_nothing_under_way_closing_ends_the_program_also_with_a_tray(
    open_program: Open, place: TrayPlace
) -> None:
    async with open_program(tray_icon=place) as program:
        assert place.lines()[0] == "Open SignDesk"
        program.window.close()
        await until(program.controller.closed.is_set, "the end")


async def test_a_change_in_the_settings_holds_at_once(open_program: Open, place: TrayPlace) -> None:
    async with open_program(tray_icon=place) as program:
        program.window.settings_requested.emit()
        await until(lambda: bool(program.window.findChildren(SettingsDialog)), "the settings")
        (dialog,) = program.window.findChildren(SettingsDialog)
        await until(dialog.isVisible, "the settings")
        row = dialog.notifications.rows["notifications.tray"]
        assert isinstance(row, CheckRow)
        for there in (False, True):
            row.check.click()
            await until(lambda there=there: bool(place.lines()) is there, "the icon")  # type: ignore[misc]
        dialog.close_button.click()
        await until(lambda: not dialog.isVisible(), "the end of the dialog")


async def test_what_ended_in_an_earlier_run_is_not_told_again(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=TrayPlace()
    ) as program:
        await seal(program, letters[0])
        await until(lambda: states(program) == {BatchState.DONE}, "its end")
    practice.profile = ResponseProfile()
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as again:
        await until(again.controller.recovered.is_set, "the recovery")
        await seal_and_hide(again, letters[1])
        await until(lambda: bool(place.said), "the notification")
        assert place.said == [("Process 1", "1 of 1 sealed and checked")]


async def test_every_outcome_of_many_batches_is_told_once(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as program:
        await until(lambda: program.window.intake.process() is not None, "the connection")
        notifying = program.controller._tray_and_notices.notifying
        notifying.together_ms = 3_600_000
        for path in letters:
            await seal(program, path)
            await until(lambda: not program.window.intake.model.documents(), "the list empty")
        program.window.hide()
        board = program.window.board
        await until(lambda: all(one.state is BatchState.DONE for one in board.store.batches()), "all states")
        await until(
            lambda: not any(board.store.is_running(one.id) for one in board.store.batches()), "all ends"
        )
        assert place.said == []
        notifying.tell_now()
        assert place.said == [(f"{len(letters)} batches finished", "Open SignDesk to see them.")]


async def test_problems_only_leaves_good_ends_untold(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    place: TrayPlace,
) -> None:
    folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
    SettingsFile(folders.settings_file, folders.policy_file).change(
        lambda _: Settings(notifications=Notifications(show=Notify.PROBLEMS))
    )
    async with open_program(
        office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed", tray_icon=place
    ) as program:
        await seal_and_hide(program, letters[0])
        await until(lambda: states(program) == {BatchState.DONE}, "its end")
        practice.profile = ResponseProfile(
            faults=(ServerFault(Method.STATUS, http_status=404, skip=1, times=1000),)
        )
        await seal_and_hide(program, letters[1])
        await until(lambda: bool(place.said), "the notification")
        assert place.said == [("Process 1", "Needs you · 1 document")]


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux")
async def test_the_computer_stays_awake_for_as_long_as_the_batch_takes(
    open_program: Open,
    practice: PracticeRun,
    office: Server,
    letters: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper = Keeper(LOGIND)
    practice.profile = HANGING
    with message_bus(tmp_path / "bus") as address, serving(address, keeper):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        async with open_program(
            office, practice.credentials, process_id=1, save_to=tmp_path / "Sealed"
        ) as program:
            assert keeper.heard.empty()
            await seal(program, letters[0])
            await until(lambda: not keeper.heard.empty(), "the question")
            assert keeper.next()[0] == "idle"
            await until(lambda: practice.ledger.count(Method.STATUS) > 1, "the server at work")
            assert keeper.heard.empty()
            practice.profile = ResponseProfile()
            ask_anew(program)
            await until(lambda: states(program) == {BatchState.DONE}, "its end")
            await until(lambda: not keeper.heard.empty(), "the end of the promise")
            assert keeper.next() == RELEASED
