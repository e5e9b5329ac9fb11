"""One line says what became of a batch, wherever it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.cli.console import count_words
from signdesk.domain.batch_summary import summary_of, summary_words
from signdesk.domain.batches import Acceptance, Batch, Outcome
from signdesk.domain.servers import ProcessKind
from tests.storage.journal_values import NOON, plain_batch


def batch(
    *outcomes: Outcome,
    kind: ProcessKind = ProcessKind.SEAL,
    checked: bool = True,
    accepted: bool = False,
    by: str = "",
) -> Batch:
    made = plain_batch(documents=len(outcomes))
    given = Acceptance(NOON, by) if by else None
    documents = tuple(
        replace(one, outcome=outcome, checked=checked, is_accepted=accepted, acceptance=given)
        for one, outcome in zip(made.documents, outcomes, strict=True)
    )
    return replace(made, documents=documents, process=replace(made.process, kind=kind))


S, R, U, T, V = Outcome.SEALED, Outcome.RESEALED, Outcome.UNSEALED, Outcome.TIMESTAMPED, Outcome.VALIDATED


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (batch(*[S] * 12), "12 of 12 sealed and checked"),
        (batch(*[S] * 11, R), "11 of 12 sealed and checked, 1 changed by the server: look at it"),
        (batch(S, R, R), "1 of 3 sealed and checked, 2 changed by the server: look at them"),
        (batch(S, R, accepted=True), "2 of 2 sealed and checked, 1 of them changed by the server"),
        (
            batch(R, by="anna"),
            "1 of 1 sealed and checked, 1 of them changed by the server and accepted by a person",
        ),
        (batch(R), "0 of 1 sealed, 1 changed by the server: look at it"),
        (batch(U), "0 of 1 sealed"),
        (batch(S, U, checked=False), "1 of 2 sealed, 1 not checked"),
        (batch(S, T), "2 of 2 sealed or time-stamped and checked"),
        (batch(T, kind=ProcessKind.TIMESTAMP), "1 of 1 time-stamped and checked"),
        (batch(U, kind=ProcessKind.TIMESTAMP), "0 of 1 time-stamped"),
        (batch(V, U, kind=ProcessKind.VALIDATE), "1 of 2 checked by the server"),
    ],
)
def test_the_count(made: Batch, words: str) -> None:
    assert summary_words(summary_of(made)) == words
    assert count_words(made) == f"{words}."


@pytest.mark.parametrize(("made", "wants"), [(batch(S, R), True), (batch(S, R, U), False), (batch(S), False)])
def test_whether_a_look_is_all_that_is_wanted(made: Batch, wants: bool) -> None:
    assert summary_of(made).wants_a_look is wants
