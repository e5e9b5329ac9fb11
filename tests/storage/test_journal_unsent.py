"""The list of documents that nobody has ordered yet, in the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.documents import ChosenProcess, UnsentDocument, UnsentList
from signdesk.storage.journal.journal_file import JournalFile
from tests.storage.journal_values import plain_batch

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
SEAL = ChosenProcess("https://seal.example.com", 12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[JournalFile]:
    with closing(JournalFile.open(path)) as opened:
        yield opened


def listed(name: str, **facts: object) -> UnsentDocument:
    return replace(UnsentDocument(Path("/in") / name, NOW), **facts)  # type: ignore[arg-type]


def names(taken: UnsentList) -> list[str]:
    return [one.path.name for one in taken.documents]


def order_of(batch: Batch) -> list[UnsentDocument]:
    """Its documents, as they were listed an hour before the order."""
    before = batch.created_at - timedelta(hours=1)
    return [UnsentDocument(one.document.path, before, sha256=one.document.sha256) for one in batch.documents]


def test_what_was_kept_comes_back_as_it_was(journal: JournalFile, path: Path) -> None:
    odd = listed("Rechnung \udcfc.pdf", given_name="Rechnung.pdf", sha256="ab" * 32, origin=Path("/mail/a"))
    journal.unsent.keep("one", put=[listed("A.pdf"), odd], chosen=SEAL)
    with closing(JournalFile.open(path)) as again:
        assert again.unsent.list_ids() == ("one",)
        assert again.unsent.take_over("one", ()) == UnsentList((listed("A.pdf"), odd), SEAL)


def test_changes_keep_the_order_and_removals_are_gone(journal: JournalFile) -> None:
    journal.unsent.keep("one", put=[listed(name) for name in ("A", "B", "C")], chosen=SEAL)
    journal.unsent.keep("one", put=[listed("A", given_name="Z"), listed("D")], removed=[Path("/in/B")])
    taken = journal.unsent.take_over("one", ())
    assert names(taken) == ["A", "C", "D"]
    assert taken.documents[0].given_name == "Z"
    assert taken.chosen is None


def test_lists_of_windows_that_are_gone_become_one(journal: JournalFile) -> None:
    journal.unsent.keep("one", put=[listed("A"), listed("B")])
    journal.unsent.keep("two", put=[listed("B"), listed("C")], chosen=SEAL)
    journal.unsent.keep("alive", put=[listed("D")])
    taken = journal.unsent.take_over("mine", ["one", "two"])
    assert names(taken) == ["A", "B", "C"]
    assert taken.chosen == SEAL
    assert sorted(journal.unsent.list_ids()) == ["alive", "mine"]
    assert journal.unsent.take_over("mine", ()) == taken


def test_an_order_takes_its_documents_out_in_the_same_transaction(journal: JournalFile, path: Path) -> None:
    batch = plain_batch("b1", state=BatchState.READY)
    later = batch.created_at + timedelta(hours=1)  # a clock that was set back, so that times tell nothing
    rows = [replace(one, listed_at=later) for one in order_of(batch)]
    journal.unsent.keep("one", put=[*rows, listed("Other.pdf")])
    journal.record(batch)
    assert names(journal.unsent.take_over("one", ())) == ["Other.pdf"]


def test_an_order_that_cannot_be_noted_leaves_the_list_as_it_is(journal: JournalFile, path: Path) -> None:
    batch = plain_batch("b1", state=BatchState.READY)
    journal.unsent.keep("one", put=order_of(batch))
    broken = replace(batch, id="b2", created_at=batch.created_at.replace(tzinfo=None))
    with pytest.raises(ValueError, match="zone"):
        journal.record(batch, broken)
    assert journal.load().batches == ()
    assert len(journal.unsent.take_over("one", ()).documents) == len(batch.documents)


def test_a_later_note_of_a_batch_leaves_the_list_alone(journal: JournalFile) -> None:
    """The same file was put back into the list while its batch is still there."""
    batch = plain_batch("b1", state=BatchState.READY)
    journal.record(batch)
    back = [replace(one, listed_at=batch.created_at + timedelta(hours=1)) for one in order_of(batch)]
    journal.unsent.keep("one", put=back)
    journal.record(replace(batch, state=BatchState.SENDING))
    assert len(journal.unsent.take_over("one", ()).documents) == len(back)


def test_what_was_ordered_after_it_was_listed_does_not_come_back(journal: JournalFile) -> None:
    """A note of the list that was late: it was made after the order's."""
    batch = plain_batch("b1", state=BatchState.SEALING)
    journal.record(batch)
    journal.unsent.keep("one", put=[*order_of(batch), listed("Other.pdf")])
    assert names(journal.unsent.take_over("one", ())) == ["Other.pdf"]
    assert names(journal.unsent.take_over("one", ())) == ["Other.pdf"]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"list": 1}', '{"list": "one", "path": 3}', b"\xff\xfe", '{"list": "one"}'],
)
def test_a_damaged_row_is_no_reason_to_stop(journal: JournalFile, path: Path, content: object) -> None:
    journal.unsent.keep("one", put=[listed("A"), listed("B")])
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE unsent SET content = ? WHERE position = 1", (content,))
    journal.unsent.keep("one", put=[listed("C")])
    assert names(journal.unsent.take_over("one", ())) == ["B", "C"]
