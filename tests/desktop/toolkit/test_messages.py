from __future__ import annotations

import ast
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import signdesk
from signdesk.desktop.batches import card_texts
from signdesk.desktop.batches.card_sentences import sentence
from signdesk.desktop.batches.card_texts import Tone, badge
from signdesk.desktop.documents.summary import seal_button_text
from signdesk.desktop.toolkit.formats import clock_text
from signdesk.domain.batches import Batch, BatchState, Outcome, Progress, Reason
from signdesk.domain.servers import ProcessKind
from signdesk.resources import resource
from tests.desktop.values import ALL_STATES, NOW, TIMESTAMP, VALIDATE, batch, with_outcomes


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("reason", list(Reason))
def test_every_state_and_reason_has_words_and_an_icon(state: BatchState, reason: Reason) -> None:
    made = batch(state, reason=reason)
    words = sentence(made)
    assert words[0].isupper() or words[0] == "“"
    assert words.endswith(".")
    shown = badge(made)
    assert shown.text
    assert resource("icons", f"{shown.icon}.svg").is_file()


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (batch(BatchState.READY), "Ready"),
        (batch(BatchState.SENDING, progress=Progress(40, 100)), "Sending 40 %"),
        (batch(BatchState.SENDING), "Sending"),
        (batch(BatchState.SENT), "Sent"),
        (batch(BatchState.ACCEPTING), "Starting"),
        (batch(BatchState.SEALING), "Waiting for the server"),
        (batch(BatchState.SEALING, progress=Progress(0, 0)), "Waiting for the server"),
        (batch(BatchState.SEALING, progress=Progress(7, 12)), "Server is sealing 7 of 12"),
        (batch(BatchState.SEALING, progress=Progress(1, 2), process=VALIDATE), "Server is checking 1 of 2"),
        (batch(BatchState.FETCHING, progress=Progress(1, 3)), "Fetching 33 %"),
        (batch(BatchState.CHECKING), "Checking"),
        (batch(BatchState.SAVED), "Saved"),
        (batch(BatchState.STOPPED), "Stopped"),
        (batch(BatchState.NEEDS_YOU, reason=Reason.UNCLEAR), "Needs you"),
        (batch(BatchState.WAITING, reason=Reason.SIGN_IN), "Needs you"),
        (batch(BatchState.WAITING, reason=Reason.SERVER), "Server trouble"),
    ],
)
def test_states_read_in_the_users_words(made: Batch, text: str) -> None:
    assert badge(made).text == text


def test_all_sealed_and_checked_is_said_so_and_green() -> None:
    made = badge(batch(BatchState.DONE, outcome=Outcome.SEALED))
    assert (made.text, made.tone) == ("2 of 2 sealed and checked", Tone.DONE)


def test_a_seal_that_was_not_checked_is_never_called_checked() -> None:
    made = batch(BatchState.DONE, outcome=Outcome.SEALED)
    half = replace(made, documents=(made.documents[0], replace(made.documents[1], checked=False)))
    assert badge(half).text == "2 of 2 sealed, 1 not checked"


def test_a_part_is_counted_and_the_rest_named() -> None:
    made = batch(BatchState.PARTLY_DONE, "A.pdf", "B.pdf", "C.pdf", outcome=Outcome.SEALED)
    made = with_outcomes(made, Outcome.SEALED, Outcome.MISSING, Outcome.SEALED)
    assert badge(made).text == "2 of 3 sealed and checked"
    assert badge(made).tone is Tone.NEEDS
    assert sentence(made) == "“B.pdf” did not come back. The other 2 got the result asked for."


def test_what_the_server_changed_wants_a_look_and_is_no_failure() -> None:
    made = batch(BatchState.PARTLY_DONE, "A.pdf", "B.pdf", "C.pdf", outcome=Outcome.SEALED)
    made = with_outcomes(made, Outcome.SEALED, Outcome.RESEALED, Outcome.SEALED)
    assert badge(made).text == "2 of 3 sealed and checked, 1 changed by the server: look at it"
    assert badge(made).tone is Tone.NEEDS
    assert sentence(made) == (
        "“B.pdf” was changed by the server before it was sealed. The other 2 got the result asked for."
    )
    one = card_texts.outcome_badge(made.documents[1])
    assert (one.text, one.icon, one.tone) == ("Sealed, changed by the server", "look", Tone.NEEDS)
    made = with_outcomes(made, *[Outcome.RESEALED] * 3)
    assert badge(made).tone is Tone.NEEDS
    assert sentence(made) == ("3 documents were changed by the server before they were sealed. Look at them.")
    expected = replace(made.documents[0], is_accepted=True)
    assert card_texts.outcome_badge(expected).tone is Tone.DONE


def test_nothing_sealed_is_no_half_success() -> None:
    made = batch(BatchState.PARTLY_DONE, outcome=Outcome.UNSEALED)
    assert (badge(made).text, badge(made).tone) == ("0 of 2 sealed", Tone.ERROR)


@pytest.mark.parametrize(
    ("process", "outcome", "text"),
    [
        (VALIDATE, Outcome.VALIDATED, "2 of 2 checked by the server"),
        (TIMESTAMP, Outcome.TIMESTAMPED, "2 of 2 time-stamped and checked"),
    ],
)
def test_other_kinds_have_their_own_final_words(process: object, outcome: Outcome, text: str) -> None:
    assert badge(batch(BatchState.DONE, outcome=outcome, process=process)).text == text


def test_what_came_back_counts_and_not_what_was_ordered() -> None:
    made = batch(BatchState.DONE, outcome=Outcome.TIMESTAMPED)
    assert badge(made).text == "2 of 2 time-stamped and checked"
    assert badge(replace(made, process=TIMESTAMP)).text == "2 of 2 time-stamped and checked"
    made = with_outcomes(made, Outcome.SEALED, Outcome.TIMESTAMPED)
    assert badge(made).text == "2 of 2 sealed or time-stamped and checked"
    assert badge(batch(BatchState.DONE, process=TIMESTAMP, outcome=Outcome.SEALED)).text == (
        "2 of 2 sealed and checked"
    )
    nothing = batch(BatchState.PARTLY_DONE, process=TIMESTAMP, outcome=Outcome.MISSING)
    assert badge(nothing).text == "0 of 2 time-stamped"


def test_no_table_says_two_things_of_one_key() -> None:
    """The first would never be shown."""
    twice = []
    for path in Path(signdesk.__file__).parent.rglob("*.py"):
        tables = [one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.Dict)]
        for table in tables:
            keys = Counter(ast.unparse(key) for key in table.keys if key is not None)
            twice += [f"{path.name}: {key}" for key, count in keys.items() if count > 1]
    assert twice == []


@pytest.mark.parametrize(
    ("kind", "count", "text"),
    [
        (ProcessKind.SEAL, 0, "Seal documents"),
        (ProcessKind.SEAL, 1, "Seal 1 document"),
        (ProcessKind.SEAL, 4, "Seal 4 documents"),
        (ProcessKind.VALIDATE, 1, "Check 1 document"),
        (ProcessKind.VALIDATE, 2, "Check 2 documents"),
        (ProcessKind.TIMESTAMP, 2, "Time-stamp 2 documents"),
    ],
)
def test_the_primary_button_states_the_fact(kind: ProcessKind, count: int, text: str) -> None:
    assert seal_button_text(kind, count) == text


def test_the_jobs_own_words_come_first() -> None:
    made = batch(BatchState.WAITING, reason=Reason.SERVER, message="The server said: come back later.")
    assert sentence(made) == "The server said: come back later."


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("reason", list(Reason))
def test_a_batch_is_active_or_needs_somebody_or_is_over(state: BatchState, reason: Reason) -> None:
    made = batch(state, reason=reason)
    over = made.is_over and not made.wants_a_look
    assert [card_texts.is_active(made), card_texts.needs_person(made), over].count(True) == 1


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("checked", [True, False])
def test_every_outcome_has_a_word_an_icon_and_green_only_where_it_is_checked(
    outcome: Outcome, checked: bool
) -> None:
    one = replace(batch(BatchState.DONE, outcome=outcome).documents[0], checked=checked)
    shown = card_texts.outcome_badge(one)
    assert resource("icons", f"{shown.icon}.svg").is_file()
    green = outcome is Outcome.VALIDATED or (checked and outcome in (Outcome.SEALED, Outcome.TIMESTAMPED))
    assert (shown.tone is Tone.DONE) == green


def test_the_subtitle_counts_weighs_and_dates() -> None:
    made = batch(BatchState.SEALING, "A.pdf")
    clock = NOW.astimezone().strftime("%H:%M")
    assert card_texts.subtitle(made, NOW) == f"1 document · 1 KB · {clock}"


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("running", [True, False])
def test_a_held_batch_is_active_only_while_its_job_tries_by_itself(reason: Reason, running: bool) -> None:
    made = batch(BatchState.WAITING, reason=reason)
    by_itself = running and reason in (Reason.SERVER, Reason.AWAY)
    assert card_texts.is_active(made, running=running) is by_itself
    assert card_texts.needs_person(made, running=running) is not by_itself


@pytest.mark.parametrize(
    ("state", "count", "text"),
    [
        (BatchState.NEEDS_YOU, 1, "1 was sent again at {clock} (batch {number}): it needs you."),
        (BatchState.NEEDS_YOU, 2, "2 were sent again at {clock} (batch {number}): it needs you."),
        (
            BatchState.WAITING,
            1,
            "1 was sent again at {clock} (batch {number}): it is not finished and waits.",
        ),
        (BatchState.SEALING, 1, "1 was sent again at {clock} (batch {number}): it is under way."),
        (BatchState.PARTLY_DONE, 1, "1 was sent again at {clock} (batch {number}): 0 of 1 sealed."),
        (BatchState.STOPPED, 1, ""),
    ],
)
def test_what_became_of_those_that_were_sent_again_is_a_whole_sentence(
    state: BatchState, count: int, text: str
) -> None:
    made = batch(state, *("A.pdf", "B.pdf")[:count])
    clock = clock_text(made.created_at, NOW)
    assert card_texts.sent_again_text(made, NOW) == text.format(clock=clock, number=made.id)
