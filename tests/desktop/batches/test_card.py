from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.card import BatchCard, CardActions
from signdesk.desktop.batches.card_sentences import sentence
from signdesk.desktop.batches.parts import ProgressLine, StageRow
from signdesk.desktop.batches.stages import StageState, stages
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.batches import Batch, BatchState, Delivery, Outcome, Progress, Reason
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.servers import SignIn
from signdesk.seals.seal_check_result import intact
from tests.desktop.cutting import is_short
from tests.desktop.values import ALL_STATES, HOSTILE, NOW, SERVER, batch, with_outcomes
from tests.support.heard import listening

SAVED = Path("/out/result.zip")
FACTS = SealFacts(SealKind.PADES, "Acme", NOW)


class Clock:
    """A present time that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


Acted = list[tuple[str, str]]


def card(qtbot: QtBot, made: Batch, clock: Clock | None = None, acted: Acted | None = None) -> BatchCard:
    """`acted` takes what is pressed: the batch's id and the verb's."""
    pressed = acted if acted is not None else []
    actions = CardActions(lambda *one: pressed.append(one), print, lambda _batch_id: None)
    shown = BatchCard(made, clock or Clock(), actions)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    shown.show()
    return shown


def texts(shown: QWidget) -> list[str]:
    return [one.text() for one in shown.findChildren(Label) if one.isVisible() and one.text()]


def buttons(shown: QWidget) -> list[str]:
    return [one.text() for one in shown.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("reason", [Reason.NONE, Reason.UNCLEAR, Reason.SIGN_IN])
def test_every_state_can_be_drawn(qtbot: QtBot, state: BatchState, reason: Reason) -> None:
    shown = card(qtbot, batch(state, reason=reason, outcome=Outcome.SEALED))
    assert "Company seal" in texts(shown)
    assert shown.badge.words.text() in texts(shown)
    assert not shown.grab().isNull()


@pytest.mark.parametrize("state", [BatchState.DONE, BatchState.PARTLY_DONE])
def test_a_copy_that_stays_on_the_server_is_said(qtbot: QtBot, state: BatchState) -> None:
    kept = batch(state, outcome=Outcome.SEALED, saved_to=SAVED, delivery=Delivery(keep_copy=True))
    assert "The server keeps its copy" in texts(card(qtbot, kept))
    assert "The server keeps its copy" not in texts(card(qtbot, replace(kept, delivery=Delivery())))


def test_no_card_says_that_a_copy_goes_which_stays() -> None:
    saved = batch(BatchState.SAVED, delivery=Delivery(keep_copy=True))
    assert sentence(saved) == "The result is saved. The server keeps its copy."
    assert "being deleted" in sentence(batch(BatchState.SAVED))


def test_an_unpacked_result_is_said(qtbot: QtBot) -> None:
    made = batch(BatchState.DONE, outcome=Outcome.SEALED, saved_to=SAVED, unpacked_to=SAVED.with_suffix(""))
    shown = card(qtbot, made)
    assert any(
        "unpacked beside it" in one.toolTip() or "unpacked beside it" in one.text()
        for one in shown.findChildren(Label)
    )
    assert "Open folder" in buttons(shown)


def test_a_card_tells_the_whole_way_without_being_rebuilt(qtbot: QtBot) -> None:
    made = batch(BatchState.SENDING, progress=Progress(40, 100))
    shown = card(qtbot, made)
    badge = shown.badge
    seen = [badge.words.text()]
    for value in (
        batch(BatchState.SEALING, progress=Progress(1, 2)),
        batch(BatchState.FETCHING, progress=Progress(1, 2)),
        batch(BatchState.DONE, outcome=Outcome.SEALED, saved_to=SAVED, deleted_at=NOW),
    ):
        shown.show_batch(value)
        seen.append(badge.words.text())
    assert seen == ["Sending 40 %", "Server is sealing 1 of 2", "Fetching 50 %", "2 of 2 sealed and checked"]
    assert shown.badge is badge
    left = f"Your documents left the server at {NOW.astimezone():%H:%M}"
    assert left in texts(shown)


def test_progress_is_shown_only_where_it_was_measured(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.SEALING))
    line = shown.findChildren(ProgressLine)[0]
    assert not line.isVisible()
    shown.show_batch(batch(BatchState.SEALING, progress=Progress(7, 12)))
    assert line.isVisible()
    assert line.value() == 58
    shown.show_batch(batch(BatchState.CHECKING))
    assert not line.isVisible()


def test_silence_of_the_server_is_visible(qtbot: QtBot, clock: Clock) -> None:
    shown = card(qtbot, batch(BatchState.SEALING, heard_at=NOW - timedelta(seconds=2)), clock)
    assert "Heard from the server 2 s ago" in texts(shown)
    clock.now += timedelta(minutes=3)
    shown.tick()
    assert "Heard from the server 3 min ago" in texts(shown)


def test_a_finished_card_shows_a_few_documents_and_opens_to_all(qtbot: QtBot) -> None:
    names = [f"Offer {number}.pdf" for number in range(12)]
    shown = card(qtbot, batch(BatchState.DONE, *names, outcome=Outcome.SEALED))
    assert "Offer 0.pdf" in texts(shown)
    assert "Offer 11.pdf" not in texts(shown)
    next(one for one in shown.findChildren(QAbstractButton) if one.text() == "10 more").click()
    table = shown.findChildren(QTableView)[0]
    model = table.model()
    assert table.isVisible()
    assert model.rowCount() == 12
    assert model.index(11, 0).data() == "Offer 11.pdf"
    assert model.index(11, 2).data() == "Sealed"


def test_a_line_says_who_sealed_and_when_and_the_table_everything(qtbot: QtBot) -> None:
    made = batch(BatchState.DONE, "A.pdf", outcome=Outcome.SEALED)
    sealed = replace(made.documents[0], facts=FACTS, seal=intact(FACTS).sentence)
    shown = card(qtbot, replace(made, documents=(sealed,)))
    assert f"Acme · {NOW.astimezone():%Y-%m-%d, %H:%M}" in texts(shown)
    shown.toggle_documents()
    assert shown.findChildren(QTableView)[0].model().index(0, 3).data() == sealed.seal
    assert "intact over this document" in sealed.seal


def test_the_one_that_failed_is_shown_first(qtbot: QtBot) -> None:
    made = batch(BatchState.PARTLY_DONE, "A.pdf", "B.pdf", "C.pdf", "D.pdf", outcome=Outcome.SEALED)
    good = Outcome.SEALED
    shown = card(qtbot, with_outcomes(made, good, good, Outcome.DAMAGED, good))
    words = texts(shown)
    assert words.index("C.pdf") < words.index("A.pdf")
    assert "Seal is not intact" in words
    assert "B.pdf" not in words


def test_a_button_wishes_with_batch_and_verb(qtbot: QtBot) -> None:
    acted: Acted = []
    shown = card(qtbot, batch(BatchState.NEEDS_YOU, reason=Reason.UNCLEAR), acted=acted)
    leave = shown.footer.button("leave")
    assert leave is not None
    leave.click()
    assert acted == [("b1", "leave")]


def test_a_buttons_focus_outlives_a_new_value(qtbot: QtBot) -> None:
    made = batch(BatchState.SEALING, progress=Progress(1, 12))
    shown = card(qtbot, made)
    stop = shown.footer.button("stop_waiting")
    assert stop is not None
    stop.setFocus()
    shown.show_batch(replace(made, progress=Progress(2, 12)))
    shown.show_batch(replace(made, state=BatchState.FETCHING, progress=None))
    assert shown.footer.button("stop_waiting") is stop
    assert shown.focusWidget() is stop


def test_a_button_that_stays_among_others_keeps_the_focus(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SERVER))
    again = shown.footer.button("try_again")
    assert again is not None
    again.setFocus()
    shown.show_batch(batch(BatchState.WAITING, reason=Reason.SIGN_IN))
    assert shown.footer.button("try_again") is again
    assert shown.focusWidget() is again
    assert "Enter another key" in buttons(shown)


def test_the_focus_of_a_button_that_goes_away_falls_to_the_card(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.SEALING))
    stop = shown.footer.button("stop_waiting")
    assert stop is not None
    stop.setFocus()
    shown.show_batch(batch(BatchState.CHECKING))
    assert shown.focusWidget() is shown


def test_a_late_success_clears_an_early_error(qtbot: QtBot) -> None:
    early = batch(BatchState.WAITING, reason=Reason.SERVER, message="The server cannot be reached.")
    shown = card(qtbot, early)
    assert "The server cannot be reached." in texts(shown)
    shown.show_batch(batch(BatchState.DONE, outcome=Outcome.SEALED))
    assert "The server cannot be reached." not in texts(shown)
    assert "Try again" not in buttons(shown)


def test_technical_detail_is_folded_away(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SERVER, detail="ConnectError: refused"))
    assert not any("ConnectError" in text for text in texts(shown))
    shown.footer.details_link.click()
    assert "ConnectError: refused" in shown.findChildren(QPlainTextEdit)[0].toPlainText()
    shown.footer.details_link.click()
    assert not shown.findChildren(QPlainTextEdit)[0].isVisible()


def test_hostile_names_and_server_texts_stay_text(qtbot: QtBot) -> None:
    made = batch(BatchState.PARTLY_DONE, HOSTILE, "B.pdf", outcome=Outcome.UNSEALED, warnings=(HOSTILE,))
    made = replace(made, message=HOSTILE, saved_to=Path("/out") / HOSTILE)
    shown = card(qtbot, made)
    assert texts(shown).count(HOSTILE) >= 3
    kinds = {one.textFormat().name for one in shown.findChildren(Label)}
    assert kinds == {"PlainText"}


def test_a_card_speaks_to_a_screen_reader(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.NEEDS_YOU, reason=Reason.UNCLEAR))
    assert shown.accessibleName() == "Company seal, Needs you"
    assert "whether it began" in shown.accessibleDescription()
    assert [one.accessibleName() for one in shown.findChildren(Label) if one.accessibleName()] == []


def test_what_was_put_aside_is_named(qtbot: QtBot) -> None:
    made = batch(BatchState.NEEDS_YOU, reason=Reason.RESULT, quarantined_to=Path("/data/q.zip"))
    shown = card(qtbot, made)
    assert "Put aside as /data/q.zip" in texts(shown)
    assert "Show what came back" in buttons(shown)


def test_another_password_is_asked_for_where_there_is_one(qtbot: QtBot) -> None:
    basic = replace(SERVER, sign_in=SignIn.BASIC)
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SIGN_IN, server=basic))
    assert "Enter another password" in buttons(shown)


@pytest.mark.parametrize(
    ("state", "place"),
    [(BatchState.SENDING, 0), (BatchState.SENT, 1), (BatchState.SEALING, 2), (BatchState.CHECKING, 4)],
)
def test_the_row_of_stages_follows_the_state(state: BatchState, place: int) -> None:
    drawn = [one.state for one in stages(batch(state))]
    assert drawn.index(StageState.NOW) == place
    assert drawn[:place] == [StageState.DONE] * place


def test_a_waiting_batch_shows_where_it_stands(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SERVER))
    row = shown.findChildren(StageRow)[0]
    assert row.isVisible()
    assert row.accessibleName() == "Step 3 of 5: Sealing"
    assert stages(batch(BatchState.NEEDS_YOU)) == ()
    assert stages(batch(BatchState.DONE)) == ()


def test_a_new_state_is_announced_while_a_screen_reader_runs(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = card(qtbot, batch(BatchState.SEALING))
    announced = listening(monkeypatch)
    shown.show_batch(batch(BatchState.SEALING, progress=Progress(1, 2)))
    shown.show_batch(batch(BatchState.DONE, outcome=Outcome.SEALED))
    shown.show_batch(batch(BatchState.DONE, outcome=Outcome.SEALED, deleted_at=NOW))
    assert announced == ["Company seal, “A.pdf” and 1 more: 2 of 2 sealed and checked"]


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (BatchState.READY, "Ready"),
        (BatchState.SENDING, "Sending"),
        (BatchState.ACCEPTING, "Starting"),
        (BatchState.SEALING, "Sealing"),
        (BatchState.FETCHING, "Fetching"),
        (BatchState.CHECKING, "Checking"),
    ],
)
def test_the_present_stage_is_not_called_done(state: BatchState, word: str) -> None:
    now = [one.text for one in stages(batch(state)) if one.state is StageState.NOW]
    assert now == [word]
    waiting = batch(BatchState.WAITING, reason=Reason.SERVER, held_at=state)
    assert [one.text for one in stages(waiting) if one.state is StageState.HELD] == [word]


def test_a_card_that_waits_by_itself_changes_its_words_with_its_job(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SERVER))
    assert "Try again" in buttons(shown)
    assert shown.badge.words.text() == "Server trouble"
    shown.show_batch(shown.batch, running=True)
    assert shown.badge.words.text() == "Tries again by itself"
    assert {"Try now", "Stop waiting"} <= set(buttons(shown))
    assert "Try again" not in buttons(shown)


def test_what_a_button_did_is_said_until_the_state_changes(qtbot: QtBot) -> None:
    shown = card(qtbot, batch(BatchState.WAITING, reason=Reason.SERVER))
    shown.say("Copied")
    assert "Copied" in texts(shown)
    shown.show_batch(batch(BatchState.SEALING))
    assert "Copied" not in texts(shown)


@pytest.mark.parametrize("width_px", [440, 700])
def test_a_long_state_is_read_whole_however_narrow_the_card(qtbot: QtBot, width_px: int) -> None:
    made = batch(BatchState.PARTLY_DONE, *[f"{n}.pdf" for n in range(12)])
    made = with_outcomes(made, *[Outcome.SEALED] * 11, Outcome.RESEALED)
    shown = card(qtbot, made)
    words = shown.badge.words
    assert words.text().startswith("11 of 12 sealed, ")
    shown.resize(width_px, 400)
    qtbot.waitUntil(lambda: shown.width() == width_px)
    QApplication.processEvents()
    one_line = words.fontMetrics().horizontalAdvance(words.text())
    assert words.width() >= one_line or (words.wordWrap() and not is_short(words))
    assert shown.badge.rect().contains(words.geometry())
