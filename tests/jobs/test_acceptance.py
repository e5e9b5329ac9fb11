"""A person accepts what the server changed: in the journal first, then in the receipt, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Delivery, Outcome
from signdesk.domain.errors import SavingProblem
from signdesk.domain.receipt_page import ENGLISH
from signdesk.jobs.acceptance import accept_document, can_be_accepted
from signdesk.jobs.receipt_step import write_receipt_of
from signdesk.storage.receipts import read_receipt
from tests.storage.journal_values import plain_batch
from tests.support.clock import InstantClock

MADE = datetime(2026, 5, 3, 13, 0, tzinfo=UTC)


class Notes:
    """What was noted, in order, and what the receipt said by then."""

    def __init__(self, receipt: Path, *, full: bool = False) -> None:
        self.noted: list[Batch] = []
        self.told: list[bool] = []
        self.receipt, self.full = receipt, full

    async def record(self, batch: Batch) -> None:
        if self.full:
            raise SavingProblem("The disk with SignDesk's notes is full.")
        self.noted.append(batch)
        self.told.append(self.receipt.exists() and "accepted" in read_receipt(self.receipt)["documents"][1])

    async def learned(self, *_: object, **__: object) -> None:
        """Nothing is learned here."""


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Over, its second document changed by the server, with its receipt."""
    made = plain_batch()
    first, second = (replace(one, outcome=Outcome.SEALED, checked=True) for one in made.documents)
    made = replace(
        made,
        state=BatchState.PARTLY_DONE,
        documents=(first, replace(second, outcome=Outcome.RESEALED)),
        save_to=tmp_path,
        saved_to=tmp_path / "Seal.zip",
        delivery=Delivery(receipt=True),
    )
    return made.replace(receipts=write_receipt_of(made, MADE, ENGLISH))


async def accepted(batch: Batch, notes: Notes) -> Batch:
    return await accept_document(batch, 1, "anna on office-7", notes, InstantClock())


async def test_it_is_in_the_journal_before_it_is_in_the_receipt(batch: Batch) -> None:
    notes = Notes(batch.receipts[-1])
    assert can_be_accepted(batch, 1)
    over = await accepted(batch, notes)
    assert notes.told == [False]  # the receipts keep their names, so there is nothing more to note
    assert notes.noted[-1] == over
    assert over.state is BatchState.PARTLY_DONE
    assert over.documents[0] == batch.documents[0]
    assert over.documents[1].acceptance is not None
    noted = read_receipt(batch.receipts[-1])
    assert noted["documents"][1]["accepted"]["by"] == "anna on office-7"
    assert "accepted" not in noted["documents"][0]
    assert over.receipts == batch.receipts
    assert not can_be_accepted(over, 1)


async def test_what_cannot_be_noted_is_not_said_in_the_receipt(batch: Batch) -> None:
    before = batch.receipts[-1].read_bytes()
    with pytest.raises(SavingProblem):
        await accepted(batch, Notes(batch.receipts[-1], full=True))
    assert batch.receipts[-1].read_bytes() == before


async def test_a_receipt_that_was_moved_is_not_made_again(batch: Batch) -> None:
    batch.receipts[0].rename(batch.receipts[0].with_name("elsewhere.html"))
    over = await accepted(batch, Notes(batch.receipts[-1]))
    assert over.documents[1].acceptance is not None
    assert not batch.receipts[0].exists()
    assert over.warnings == ()


async def test_a_receipt_that_cannot_be_written_is_a_warning_and_the_note_stays(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path, _name: str, _batch_id: str, _content: bytes) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("signdesk.storage.receipts._write", full)
    notes = Notes(batch.receipts[-1])
    over = await accepted(batch, notes)
    assert over.documents[1].acceptance is not None
    (warning,) = over.warnings
    assert warning.startswith("The receipt could not be written: ")
    assert notes.noted[-1] == over


def test_only_what_the_server_changed_can_be_accepted(batch: Batch) -> None:
    assert not can_be_accepted(batch, 0)
    assert not can_be_accepted(batch, 2)
    expected = replace(batch.documents[1], is_accepted=True)
    assert not can_be_accepted(batch.replace(documents=(batch.documents[0], expected)), 1)
    assert not can_be_accepted(batch.replace(state=BatchState.SAVED), 1)
    other = replace(batch.documents[1], outcome=Outcome.NOT_RECOGNISED)
    assert not can_be_accepted(batch.replace(documents=(batch.documents[0], other)), 1)
