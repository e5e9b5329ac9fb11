from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from signdesk.domain.batches import (
    MOVES,
    Batch,
    BatchState,
    IllegalMove,
    Progress,
    Reason,
    new_batch,
)
from signdesk.domain.documents import Document
from signdesk.domain.servers import Server, unnamed


def a_batch() -> Batch:
    document = Document(Path("/docs/Letter.pdf"), "Letter.pdf", 10, 0, "00" * 32, 1)
    same = Document(Path("/other/Letter.pdf"), "Letter.pdf", 20, 0, "11" * 32, 2)
    return new_batch(
        [document, same], unnamed(12), Server("https://s.example"), Path("/out"), datetime.now(UTC)
    )


def test_a_new_batch_gives_every_document_its_own_name_to_travel_under() -> None:
    assert [one.sent_name for one in a_batch().documents] == ["Letter.pdf", "Letter (2).pdf"]
    assert a_batch().sent_bytes == 30
    assert a_batch().process.label == "Process 12"


def test_only_the_moves_of_the_table_are_made() -> None:
    for start in BatchState:
        batch = a_batch().replace(state=start)
        for goal in BatchState:
            if goal in MOVES[start]:
                assert batch.transition(goal).state is goal
            else:
                with pytest.raises(IllegalMove):
                    batch.transition(goal)


def test_accept_is_never_reached_twice_by_itself() -> None:
    """No path leads from beyond ACCEPTING back to it without a person."""
    reachable, frontier = set[BatchState](), {BatchState.SEALING}
    while frontier:
        reachable |= frontier
        frontier = {goal for state in frontier for goal in MOVES[state]} - reachable
    assert BatchState.ACCEPTING not in reachable
    assert BatchState.SENT not in reachable


def test_a_held_batch_remembers_where_it_goes_on() -> None:
    held = a_batch().transition(BatchState.SENDING).held(BatchState.WAITING, Reason.SERVER, "Not reached.")
    assert (held.state, held.held_at, held.reason) == (BatchState.WAITING, BatchState.SENDING, Reason.SERVER)
    again = held.held(BatchState.NEEDS_YOU, Reason.SIGN_IN, "Wrong key.")
    assert again.held_at is BatchState.SENDING
    back = again.resumed()
    assert (back.state, back.reason, back.message) == (BatchState.SENDING, Reason.NONE, "")
    with pytest.raises(IllegalMove):
        back.resumed()


def test_a_second_accept_needs_an_open_question_about_the_first() -> None:
    accepting = (
        a_batch().transition(BatchState.SENDING).transition(BatchState.SENT).transition(BatchState.ACCEPTING)
    )
    with pytest.raises(IllegalMove):
        accepting.ordered_again()
    unclear = accepting.held(BatchState.NEEDS_YOU, Reason.UNCLEAR, "Not known.")
    assert unclear.ordered_again().state is BatchState.SENT


def test_a_percentage_says_100_only_when_all_is_done() -> None:
    assert Progress(999, 1000).percent == 99
    assert Progress(1000, 1000).percent == 100
    assert Progress(0, 0).percent == 0
