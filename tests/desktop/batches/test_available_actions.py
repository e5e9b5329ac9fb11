from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.desktop.batches.available_actions import Verb, came_back_unsealed, to_put_back, verbs
from signdesk.desktop.batches.support_text import support_text
from signdesk.domain.batches import Batch, BatchState, Delivery, Mount, Outcome, Reason
from signdesk.domain.documents import shown_name
from tests.desktop.values import ALL_STATES, batch, with_outcomes

SAVED = Path("/out/result.zip")


def ids(made: Batch) -> list[str]:
    return [verb.id for verb in verbs(made)]


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("state", [BatchState.WAITING, BatchState.NEEDS_YOU])
def test_a_held_batch_always_offers_a_way_on_and_support(state: BatchState, reason: Reason) -> None:
    offered = ids(batch(state, reason=reason))
    assert offered[-1] == "copy_support"
    assert len(offered) >= 2


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("reason", list(Reason))
def test_no_verb_is_offered_twice(state: BatchState, reason: Reason) -> None:
    offered = ids(batch(state, reason=reason, saved_to=SAVED))
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.UNCLEAR])
def test_sealing_again_is_offered_only_where_it_is_unclear(state: BatchState, reason: Reason) -> None:
    assert "start_again" not in ids(batch(state, reason=reason))


def test_unclear_is_a_persons_choice() -> None:
    offered = ids(batch(BatchState.NEEDS_YOU, reason=Reason.UNCLEAR))
    assert offered == ["try_again", "start_again", "leave", "copy_support"]


@pytest.mark.parametrize("state", [BatchState.CHECKING, BatchState.SAVED])
def test_what_is_finished_atomically_cannot_be_stopped(state: BatchState) -> None:
    assert ids(batch(state)) == []


def test_stopping_is_called_what_it_is() -> None:
    assert verbs(batch(BatchState.SENDING))[0].text == "Stop sending"
    assert verbs(batch(BatchState.SEALING))[0].text == "Stop waiting"


def test_a_done_batch_leads_to_its_result() -> None:
    made = batch(BatchState.DONE, outcome=Outcome.SEALED, saved_to=SAVED)
    assert ids(made) == ["show_in_folder", "open", "copy_path", "dismiss"]


def test_an_unpacked_result_leads_to_its_folder_too() -> None:
    made = batch(BatchState.DONE, outcome=Outcome.SEALED, saved_to=SAVED, unpacked_to=SAVED.with_suffix(""))
    assert ids(made) == ["show_in_folder", "open", "open_unpacked", "copy_path", "dismiss"]


def test_a_copy_that_is_to_stay_is_not_offered_to_be_left() -> None:
    held = batch(BatchState.WAITING, reason=Reason.STOPPED_WAITING, saved_to=SAVED, held_at=BatchState.SAVED)
    assert "keep_copy" in ids(held)
    assert "keep_copy" not in ids(replace(held, delivery=Delivery(keep_copy=True)))


def test_what_came_back_unsealed_goes_again_at_one_click() -> None:
    made = with_outcomes(batch(BatchState.PARTLY_DONE, saved_to=SAVED), Outcome.SEALED, Outcome.UNSEALED)
    assert verbs(made)[0] == Verb("send_again", "Send 1 document again", primary=True)
    assert [one.name for one in came_back_unsealed(made, ())] == ["B.pdf"]


@pytest.mark.parametrize("outcome", [Outcome.MISSING, Outcome.DAMAGED, Outcome.NOT_RECOGNISED])
def test_what_may_be_sealed_all_the_same_is_asked_about(outcome: Outcome) -> None:
    made = with_outcomes(batch(BatchState.PARTLY_DONE, saved_to=SAVED), Outcome.SEALED, outcome)
    assert verbs(made)[0] == Verb("ask_again", "Send 1 document again…")
    assert not any(one.primary for one in verbs(made))


def test_both_kinds_have_a_button_each() -> None:
    made = batch(BatchState.PARTLY_DONE, "A.pdf", "B.pdf", "C.pdf", saved_to=SAVED)
    made = with_outcomes(made, Outcome.UNSEALED, Outcome.MISSING, Outcome.DAMAGED)
    assert [one.text for one in verbs(made)[:2]] == [
        "Send 1 document again",
        "Send the other 2 documents again…",
    ]


@pytest.mark.parametrize(
    "outcome", [Outcome.RESEALED, Outcome.SEALED, Outcome.TIMESTAMPED, Outcome.VALIDATED]
)
def test_what_was_paid_for_and_came_back_is_never_sent_again(outcome: Outcome) -> None:
    made = with_outcomes(batch(BatchState.PARTLY_DONE, saved_to=SAVED), outcome, outcome)
    assert {"send_again", "ask_again", "send_others"}.isdisjoint(ids(made))


def test_what_a_later_batch_holds_is_not_sent_a_third_time() -> None:
    made = with_outcomes(batch(BatchState.PARTLY_DONE, saved_to=SAVED), Outcome.SEALED, Outcome.UNSEALED)
    later = batch(BatchState.SEALING, "B.pdf", id="b2", follows="b1")
    assert verbs(made, followers=[later])[0].id == "show_in_folder"
    stopped = replace(later, state=BatchState.STOPPED)
    assert verbs(made, followers=[stopped])[0].id == "send_again"


def test_after_a_changed_source_the_others_are_sent() -> None:
    made = batch(BatchState.NEEDS_YOU, reason=Reason.SOURCE_CHANGED)
    named = replace(made.documents[0], message="“A.pdf” was changed.")
    made = replace(made, documents=(named, made.documents[1]))
    assert verbs(made)[0].text == "Send the others"
    assert [one.name for one in to_put_back(made)] == ["B.pdf"]


def test_a_changed_source_that_nobody_named_brings_all_back() -> None:
    made = batch(BatchState.NEEDS_YOU, reason=Reason.SOURCE_CHANGED)
    assert verbs(made)[0].text == "Put the documents back"
    assert len(to_put_back(made)) == 2


@pytest.mark.parametrize(
    ("reason", "first"),
    [
        (Reason.SIGN_IN, "sign_in"),
        (Reason.DISK_FULL, "choose_folder"),
        (Reason.TARGET, "choose_folder"),
        (Reason.PROCESS, "send_others"),
        (Reason.SERVER, "try_again"),
        (Reason.STOPPED_WAITING, "try_again"),
    ],
)
def test_the_first_button_mends_the_cause(reason: Reason, first: str) -> None:
    assert ids(batch(BatchState.WAITING, reason=reason))[0] == first


def test_what_was_quarantined_can_be_looked_at_first() -> None:
    assert ids(batch(BatchState.NEEDS_YOU, reason=Reason.RESULT))[0] == "try_again"
    kept = batch(BatchState.NEEDS_YOU, reason=Reason.RESULT, quarantined_to=SAVED)
    assert ids(kept)[:3] == ["save_anyway", "show_quarantine", "try_again"]


def test_what_is_saved_for_a_look_leads_to_it_and_can_be_fetched_again() -> None:
    made = batch(BatchState.NEEDS_YOU, reason=Reason.RESULT, saved_to=SAVED)
    assert ids(made)[:3] == ["show_in_folder", "open", "try_again"]
    assert verbs(made)[2].text == "Fetch again"
    assert "save_anyway" not in ids(replace(made, quarantined_to=SAVED))


@pytest.mark.parametrize("held_at", list(BatchState))
@pytest.mark.parametrize("reason", list(Reason))
def test_documents_go_back_into_the_list_only_while_they_are_surely_unsealed(
    reason: Reason, held_at: BatchState
) -> None:
    """Beside a batch that may be sealed already, one more click on Seal would pay twice."""
    safe = (BatchState.READY, BatchState.SENDING, BatchState.SENT)
    for state in (BatchState.WAITING, BatchState.NEEDS_YOU):
        made = batch(state, reason=reason, held_at=held_at)
        assert held_at in safe or "send_others" not in ids(made)
        assert "send_others" not in ids(replace(made, maybe_started=True))


def test_support_learns_no_file_name() -> None:
    made = batch(BatchState.WAITING, "Dismissal of Mr Smith.pdf", reason=Reason.SERVER, detail="ConnectError")
    text = support_text(made)
    assert "Smith" not in text
    assert "ConnectError" in text
    assert "https://seal.example.com" in text


@pytest.mark.parametrize(
    "name", ["Dismissal of Mr Smith.pdf", "Smith", "Smith (2) [a+b]*.pdf", "Sm\udce4ith.pdf"]
)
def test_support_learns_no_file_name_from_any_sentence(name: str) -> None:
    """Sentences, details and warnings name documents, folders and what was saved."""
    zipped = Path("/home/anna/Smith/Smith 2026.zip")
    made = batch(BatchState.PARTLY_DONE, name, "B.pdf", saved_to=zipped, save_to=zipped.parent)
    shown = shown_name(name)
    told = replace(
        made,
        message=f"“{shown}” was changed or removed after it was added, so it was not sealed.",
        detail=f"OSError: [Errno 5] /in/{shown}; {zipped.parent} is full",
        warnings=(f"The saved ZIP {zipped} was not unpacked: {shown}",),
    )
    text = support_text(told)
    assert "Smith" not in text
    assert "ith" not in text.replace("with", "")
    assert "“(document 1)” was changed or removed after it was added" in text
    assert "[Errno 5]" in text


@pytest.mark.parametrize(
    "told",
    [
        "The disk or share of “/mnt/Smith” is not connected.",
        "//server/Smith cannot be reached",
        "404 for /UploadDocument?name=Dismissal%20of%20Mr%20Smith%20%C5%BB.pdf",
        "OSError(5, 'Input/output error: Dismissal of Mr Smith \u017b.pdf')",
        r'{"name": "Dismissal of Mr Smith \u017b.pdf"}',
        "Dismissal of Mr Smith Ż.pdf.p7s: no room",
    ],
)
def test_support_learns_no_name_however_it_is_written(told: str) -> None:
    name = "Dismissal of Mr Smith Ż.pdf"
    made = batch(BatchState.WAITING, name, reason=Reason.AWAY, detail=told, save_to=Path("/mnt/Smith/2026"))
    made = replace(made, mount=Mount("/mnt/Smith", "cifs", "//server/Smith"), warnings=(told,))
    assert "Smith" in told
    assert "Smith" not in support_text(made)


def test_support_text_of_thousands_of_documents_is_there_at_once() -> None:
    made = batch(BatchState.WAITING, *(f"Smith {number}.pdf" for number in range(5000)))
    made = replace(made, message="“Smith 4711.pdf” was changed.", detail="Smith 12.pdf, " * 200)
    began_s = time.process_time()
    assert "“(document 4712)” was changed." in support_text(made)
    assert time.process_time() - began_s < 1.0


def test_a_batch_that_waits_by_itself_can_be_tried_now_and_stopped() -> None:
    before = batch(BatchState.WAITING, reason=Reason.SERVER, held_at=BatchState.SENDING)
    offered = [(verb.id, verb.text) for verb in verbs(before, running=True)]
    assert offered[:2] == [("try_again", "Try now"), ("stop_waiting", "Stop sending")]
    for later in (
        replace(before, held_at=BatchState.SEALING),
        replace(before, held_at=BatchState.SENT, maybe_started=True),
    ):
        assert [verb.text for verb in verbs(later, running=True)][:2] == ["Try now", "Stop waiting"]


@pytest.mark.parametrize("reason", [Reason.SIGN_IN, Reason.SERVER, Reason.NONE])
def test_before_sealing_began_the_documents_can_be_put_back(reason: Reason) -> None:
    made = batch(BatchState.WAITING, reason=reason, held_at=BatchState.SENDING)
    assert "send_others" in ids(made)
    assert "send_others" not in ids(replace(made, held_at=BatchState.SEALING))


@pytest.mark.parametrize("reason", list(Reason))
def test_only_what_cannot_go_on_may_leave_the_list_unfinished(reason: Reason) -> None:
    offered = ids(batch(BatchState.NEEDS_YOU, reason=reason))
    over = (Reason.RESULT, Reason.LOST, Reason.NOT_COMPARED)  # the ZIP is saved, or nothing will come
    assert ("remove" in offered) == (reason in over)


def test_after_a_restart_no_key_is_said_to_be_wrong() -> None:
    first = verbs(batch(BatchState.WAITING, reason=Reason.NONE))[0]
    assert (first.id, first.text) == ("sign_in", "Connect to go on")


def test_documents_once_put_back_are_no_longer_the_first_thing_to_do() -> None:
    again = verbs(batch(BatchState.STOPPED), put_back=True)
    assert not any(verb.primary for verb in again)
    assert "Put the documents back again" in [verb.text for verb in again]
