"""What a job's end looks like from outside: ledger, notes, files, and the words that a person reads."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.practice.service import Method
from tests.faults.conftest import FaultBench

CLAIMS_UNSEALED = re.compile(r"(?i)nothing has been sealed(?! twice)|was not started|was not sealed")
SAFE = re.compile(
    r"(?i)nothing has been sealed|nothing is lost|are still on the server|goes on at the server"
    r"|not start it twice|was not started|before these documents are sealed again|was not deleted"
    r"|keeps the result|is complete"
)
NEXT_STEP = re.compile(r"(?i)\b(check|try|ask|choose|enter|make room|send|add|can tell|can say)\b")


def assert_sealed_once(bench: FaultBench, batch: Batch) -> None:
    """DONE: one order, one sound result under its name, nothing left lying about, sources as they were."""
    assert (batch.state, batch.message) == (BatchState.DONE, "")
    assert all(one.outcome is Outcome.SEALED for one in batch.documents)
    assert bench.ordered() == 1
    assert bench.practice.ledger.accepted(batch.server_id) == 1
    assert_saved(bench, batch)
    assert_deleted_after_saving(bench)
    assert_noted_before_asked(bench)
    assert bench.untouched_sources()


def assert_noted_before_asked(bench: FaultBench) -> None:
    """P2: the first note of a step was kept before the step's first request was received."""
    firsts = {BatchState.SENDING: Method.CREATE, BatchState.ACCEPTING: Method.ACCEPT}
    for state, method in firsts.items():
        notes = [note for note in bench.journal.notes if note.state is state]
        assert notes or not bench.came(method)
        assert all(note.received[method] == 0 for note in notes[:1])
    named = [note for note in bench.journal.notes if note.server_id]
    assert all(note.received[Method.UPLOAD] == 0 for note in named[:1])


def assert_saved(bench: FaultBench, batch: Batch) -> None:
    assert batch.saved_to is not None
    assert bench.saved_zips() == [batch.saved_to]
    assert hashlib.sha256(batch.saved_to.read_bytes()).hexdigest() == batch.result_sha256
    with zipfile.ZipFile(batch.saved_to) as saved:
        assert saved.testzip() is None
    assert bench.temporary_files() == []


def assert_deleted_after_saving(bench: FaultBench) -> None:
    """P8: no note of the journal up to SAVED had seen a DELETE of the batch that was accepted."""
    saved = [note for note in bench.journal.notes if note.state is BatchState.SAVED]
    accepted = [one for one in bench.practice.batch_ids if bench.practice.ledger.accepted(one)]
    assert saved
    assert all(bench.practice.ledger.deleted(one) <= 1 for one in accepted)
    before = bench.journal.notes[: bench.journal.notes.index(saved[0])]
    assert all(note.received[Method.DELETE] == 0 for note in before)


def assert_no_result_here(bench: FaultBench) -> None:
    """Nothing under a result's name, no temporary file, and the server keeps its copy."""
    assert bench.saved_zips() == []
    assert bench.temporary_files() == []
    assert bench.came(Method.DELETE) == []


def assert_held(
    bench: FaultBench,
    batch: Batch,
    reason: Reason,
    at: BatchState,
    *,
    words: str = "",
    state: BatchState = BatchState.WAITING,
) -> None:
    """Held where it stood, noted so, and said with cause (`words`), what is safe, and the next step."""
    assert (batch.state, batch.reason, batch.held_at) == (state, reason, at)
    assert bench.journal.notes[-1].state is state
    assert_noted_before_asked(bench)
    assert bench.published[-1] == batch
    assert_told(bench, batch, words)
    assert bench.untouched_sources()


def assert_told(bench: FaultBench, batch: Batch, words: str = "") -> None:
    assert words.lower() in batch.message.lower()
    assert batch.message.endswith((".", "?", "”)"))
    assert SAFE.search(batch.message), batch.message
    assert NEXT_STEP.search(batch.message), batch.message
    if bench.came(Method.ACCEPT) and not batch.is_surely_unsealed:
        assert not CLAIMS_UNSEALED.search(batch.message), batch.message


def assert_asked_after_accept(bench: FaultBench) -> None:
    """P3: whatever follows an accept is a question."""
    order = [one.verb + one.target for one in bench.proxy.passed]
    accepts = [at for at, one in enumerate(order) if "AcceptBatch" in one]
    assert all("BatchStatus" in one for at in accepts for one in order[at + 1 : at + 2])


def assert_abandoned(bench: FaultBench, dropped: Sequence[str], used: str) -> None:
    """P4: the unclear batches were never accepted and are gone; one upload each."""
    ledger = bench.practice.ledger
    assert [ledger.accepted(one) for one in dropped] == [0] * len(dropped)
    assert [ledger.deleted(one) for one in dropped] == [1] * len(dropped)
    uploads = [one.target.rpartition("/")[2] for one in bench.came(Method.UPLOAD)]
    assert sorted(uploads) == sorted([*dropped, used])
