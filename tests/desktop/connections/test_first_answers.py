"""What counts as a proper answer of a server, from what its jobs publish."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from signdesk.desktop.connections.first_answers import FirstAnswers
from signdesk.domain.batches import Batch, BatchState
from tests.desktop.values import batch

LONG_AGO = datetime.now(UTC) - timedelta(days=1)
LATER = datetime.now(UTC) + timedelta(days=1)


def published(*batches: Batch, about: str = "b1") -> int:
    """How often it was said that the server, or the sign-in, is good."""
    heard: list[None] = []
    proving = FirstAnswers()
    proving.when_proven(about, lambda: heard.append(None))
    for one in batches:
        proving.heard(one)
    return len(heard)


def at(state: BatchState, heard_at: datetime = LONG_AGO, deleted_at: datetime | None = None) -> Batch:
    return batch(state, heard_at=heard_at, deleted_at=deleted_at)


def test_an_answer_since_then_proves_it_once() -> None:
    assert published(at(BatchState.SEALING, heard_at=LATER), at(BatchState.SEALING, heard_at=LATER)) == 1


def test_the_address_of_the_server_will_do() -> None:
    assert published(at(BatchState.SEALING, heard_at=LATER), about="https://seal.example.com") == 1


def test_another_batch_proves_nothing() -> None:
    assert published(at(BatchState.SEALING, heard_at=LATER), about="b2") == 0


def test_a_whole_download_proves_it() -> None:
    assert published(at(BatchState.FETCHING), at(BatchState.FETCHING), at(BatchState.CHECKING)) == 1


def test_a_deletion_proves_it() -> None:
    assert published(at(BatchState.SAVED), at(BatchState.DONE, deleted_at=LATER)) == 1


@pytest.mark.parametrize(
    "state", [BatchState.SENDING, BatchState.CHECKING, BatchState.SAVED, BatchState.DONE]
)
def test_going_on_alone_proves_nothing(state: BatchState) -> None:
    """It was there already when the sign-in was entered."""
    assert published(at(state), at(state)) == 0
