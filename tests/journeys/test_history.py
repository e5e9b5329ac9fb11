"""The list over weeks: names, what leaves it, what stays known."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from signdesk.app import Program
from signdesk.desktop.app.startup_recovery import HISTORY_PAGE
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.batches.order import Filter
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.settings import Privacy
from signdesk.storage.folders import Folders
from signdesk.storage.journal.journal_file import JournalFile
from tests.desktop import hands
from tests.journeys import keyboard
from tests.journeys.conftest import Open, until
from tests.storage.journal_values import plain_batch

NOW = datetime.now(UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Callable[..., None]:
    def record(*batches: Batch, days_ago: int = 0) -> None:
        path = Folders(tmp_path / "data").journal_file
        path.parent.mkdir(mode=0o700, exist_ok=True)
        file = JournalFile.open(path, now=lambda: NOW - timedelta(days=days_ago))
        for batch in batches:
            file.record(batch)
        file.close()

    return record


def done(batch_id: str) -> Batch:
    batch = plain_batch(batch_id, state=BatchState.DONE)
    documents = tuple(replace(one, outcome=Outcome.SEALED) for one in batch.documents)
    return replace(batch, documents=documents, deleted_at=NOW)


def listed(program: Program) -> set[str]:
    return {one.id for one in program.window.board.store.batches()}


async def asked() -> Question:
    """The question that is open."""
    found: list[Question] = []

    def look() -> bool:
        found[:] = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()
        ]
        return bool(found)

    await until(look, "a question")
    return found[0]


async def test_a_batch_gets_a_name_by_keyboard_and_keeps_it(
    open_program: Open, journal: Callable[..., None]
) -> None:
    journal(done("b1"))
    async with open_program() as program:
        await until(lambda: listed(program) == {"b1"}, "the batch")
        card = program.window.board.card("b1")
        assert card is not None
        hands.press(card, Qt.Key.Key_F2)
        question = await asked()
        line = question.findChild(QLineEdit)
        assert line is not None
        hands.write(line, "  May   leases ")
        hands.press(line, Qt.Key.Key_Return)
        await until(lambda: "May leases" in card.accessibleName(), "the name on the card")
    async with open_program() as again:
        await until(lambda: listed(again) == {"b1"}, "the batch")
        (batch,) = again.window.board.store.batches()
        assert batch.name == "May leases"
        again.window.board.search.setText("leases")
        assert len(again.window.board.shown_cards()) == 1


async def test_a_name_stays_on_what_a_job_publishes(open_program: Open, journal: Callable[..., None]) -> None:
    journal(done("b1"))
    async with open_program() as program:
        await until(lambda: listed(program) == {"b1"}, "the batch")
        program.window.board.verb_requested.emit("b1", "rename")
        question = await asked()
        line = question.findChild(QLineEdit)
        assert line is not None
        hands.write(line, "Leases")
        hands.press(line, Qt.Key.Key_Return)
        await until(lambda: program.window.board.store.batches()[0].name == "Leases", "the name")
        program.controller._show(done("b1").replace(warnings=("from a job that knows no name",)))
        (batch,) = program.window.board.store.batches()
        assert (batch.name, len(batch.warnings)) == ("Leases", 1)


async def test_what_is_older_than_the_setting_leaves_the_list_at_the_start(
    open_program: Open, journal: Callable[..., None], tmp_path: Path
) -> None:
    journal(done("old"), plain_batch("at work", state=BatchState.SEALING), days_ago=40)
    journal(done("new"), days_ago=2)
    (tmp_path / "data" / "settings.toml").write_text("[privacy]\nhistory_days = 30\n", "utf-8")
    async with open_program() as program:
        await until(lambda: listed(program) == {"new", "at work"}, "the old one gone")
        assert program.window.board.filters[Filter.ALL].text() == "All 2"


async def test_a_long_history_comes_page_by_page_behind_what_is_at_work(
    open_program: Open, journal: Callable[..., None]
) -> None:
    journal(*(done(f"old {number}") for number in range(HISTORY_PAGE * 2 + 1)))
    journal(plain_batch("at work", state=BatchState.SEALING))
    came: list[tuple[int, str]] = []  # how many joined the list at once, and what the board said then

    async with open_program() as program:
        board = program.window.board
        board.store.subscribe(
            lambda changes: came.append((len(changes), board.filters[Filter.ALL].text())) if changes else None
        )
        await until(program.controller.recovered.is_set, "the recovery")
        assert came == [(1, "All 1…"), (50, "All 51…"), (50, "All 101…"), (1, "All 102…")]
        assert board.filters[Filter.ALL].text() == "All 102"
        assert len(listed(program)) == 102


async def test_an_old_batch_that_cannot_be_read_is_told_over_any_other_banner(
    open_program: Open, journal: Callable[..., None], tmp_path: Path
) -> None:
    """It is said at this start alone: its row is put aside."""
    journal(*(done(f"old {number}") for number in range(HISTORY_PAGE + 1)))
    with closing(sqlite3.connect(Folders(tmp_path / "data").journal_file)) as file, file:
        file.execute("UPDATE batches SET content = '{}' WHERE id = 'old 0'")

    async with open_program() as program:
        window = program.window
        window.board.store.subscribe(lambda _: window.show_banner("Something else.", Tone.NEEDS))
        await until(program.controller.recovered.is_set, "the recovery")
        assert "could not be read, so it was put aside" in window.banner_text()
        assert len(listed(program)) == HISTORY_PAGE


async def test_without_the_setting_nothing_leaves(open_program: Open, journal: Callable[..., None]) -> None:
    journal(done("old"), days_ago=4000)
    async with open_program() as program:
        await until(program.controller.recovered.is_set, "the recovery")
        program.controller._history_cleanup.look()
        await asyncio.sleep(0)
        assert listed(program) == {"old"}


async def test_a_changed_setting_counts_at_once(open_program: Open, journal: Callable[..., None]) -> None:
    journal(done("old"), days_ago=40)
    async with open_program() as program:
        await until(lambda: listed(program) == {"old"}, "the batch")
        before = program.controller._connection_setup.settings
        after = replace(before, privacy=Privacy(history_days=30))
        program.controller._connection_setup.changed.emit(before, after)
        await until(lambda: not listed(program), "the old one gone")


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Escape, {"a", "b", "c"}), (None, {"c"})])
async def test_all_finished_ones_are_removed_after_a_question(
    open_program: Open, journal: Callable[..., None], key: Qt.Key | None, left: set[str]
) -> None:
    journal(done("a"), done("b"), plain_batch("c", state=BatchState.SEALING))
    async with open_program() as program:
        await until(lambda: len(listed(program)) == 3, "the batches")
        board = program.window.board
        assert not board._column.clear.isVisible()
        hands.click(board.filters[Filter.DONE])
        hands.press(board._column.clear, Qt.Key.Key_Space)
        question = await asked()
        if key is not None:
            hands.press(question, key)
        else:
            question.choose("remove")
        await until(lambda: not question.isVisible(), "the question answered")
        await until(lambda: listed(program) == left, "what is to be left")


async def test_the_menu_key_offers_what_the_card_offers(
    open_program: Open, journal: Callable[..., None]
) -> None:
    journal(done("b1"))
    async with open_program() as program:
        await until(lambda: listed(program) == {"b1"}, "the batch")
        card = program.window.board.card("b1")
        assert card is not None
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(card, event)
        menu = card.findChild(QMenu)
        assert menu is not None
        texts = [one.text() for one in menu.actions() if not one.isSeparator()]
        assert texts == ["Remove from list", "Documents", "Name this batch…"]
        menu.close()


async def test_a_removed_batch_comes_back_by_key_also_at_the_next_start(
    open_program: Open, journal: Callable[..., None]
) -> None:
    journal(done("a"), done("b"))
    async with open_program() as program:
        window = program.window
        program.controller.start_practice()
        await until(lambda: len(listed(program)) == 2, "the batches")
        card = window.board.card("a")
        assert card is not None
        keyboard.verb(card, "Remove from list").click()
        await until(lambda: window.board.undo_bar.isVisible(), "the line that offers to undo it")
        assert listed(program) == {"b"}
        assert "was removed from the list" in window.board.undo_bar.text.text()
        hands.press(keyboard.keyboard(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: listed(program) == {"a", "b"}, "both batches")
        assert not window.board.undo_bar.isVisible()
    async with open_program() as program:
        await until(lambda: listed(program) == {"a", "b"}, "both batches at the next start")


async def test_all_that_were_removed_at_once_come_back_at_once(
    open_program: Open, journal: Callable[..., None]
) -> None:
    journal(done("a"), done("b"), plain_batch("c", state=BatchState.SEALING))
    async with open_program() as program:
        window = program.window
        program.controller.start_practice()
        await until(lambda: len(listed(program)) == 3, "the batches")
        hands.click(window.board.filters[Filter.DONE])
        hands.press(window.board._column.clear, Qt.Key.Key_Space)
        (await asked()).choose("remove")
        await until(lambda: listed(program) == {"c"}, "what is to be left")
        await until(lambda: window.board.undo_bar.isVisible(), "the line that offers to undo it")
        assert window.board.undo_bar.text.text() == "2 batches were removed from the list."
        hands.click(window.board.undo_bar.undo_button)
        await until(lambda: listed(program) == {"a", "b", "c"}, "all batches")
