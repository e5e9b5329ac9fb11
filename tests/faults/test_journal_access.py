"""Every access to the journal fails once, in a whole job: no request without its row, and the next start
brings the batch to its true end (signdesk/README.md, P6).
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SavingProblem
from signdesk.practice.service import Method
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import SAFE, assert_saved
from tests.support.kept_journal import Arrival, JournalNotes, KeptJournal, on_disk, watch_arrivals

CODES = {
    "full": sqlite3.SQLITE_FULL,
    "failing": sqlite3.SQLITE_IOERR_FSYNC,
    "read-only": sqlite3.SQLITE_READONLY,
}

SAMPLE = 4  # one of so many accesses in the ordinary run; all of them in the long one


@dataclass
class Failing:
    """Connections of which the `at`-th statement fails, and all `after` it; counted over all of them."""

    at: int
    code: int
    stays: bool
    done: int = field(default=0, init=False)

    @property
    def was_hit(self) -> bool:
        return self.done >= self.at

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        faults = self

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                faults.done += 1
                if faults.done == faults.at or (faults.stays and faults.was_hit):
                    error = sqlite3.OperationalError("injected")
                    error.sqlite_errorcode = faults.code
                    raise error
                return super().execute(sql, *values)

        return sqlite3.connect(*arguments, factory=Connection, **options)


async def run_with(bench: FaultBench, path: Path, batch: Batch, connect: Callable[..., Any]) -> Batch | None:
    """None where the journal cannot be opened: the program ends then, and says so."""
    notes = JournalNotes(path, connect)
    try:
        try:
            assert await notes.open() is None
        except SavingProblem:
            return None
        bench.journal = KeptJournal(bench.practice, file=notes)
        return await bench.run(batch)
    finally:
        await notes.close()


def assert_true_end(bench: FaultBench, batch: Batch, arrivals: list[Arrival]) -> None:
    assert (batch.state, batch.message, batch.warnings) == (BatchState.DONE, "", ())
    assert_saved(bench, batch)
    accepted = [one.server_id for one in arrivals if one.method is Method.ACCEPT]
    assert accepted == [batch.server_id]
    assert bench.practice.ledger.accepted(batch.server_id) == 1
    assert all(one.is_noted for one in arrivals), [one for one in arrivals if not one.is_noted]
    assert bench.practice.ledger.deleted(batch.server_id) == 1
    assert bench.untouched_sources()


@pytest.mark.timeout(600)  # a job and a start for each access
@pytest.mark.parametrize("every", [SAMPLE, pytest.param(1, marks=pytest.mark.long)], ids="every {}".format)
@pytest.mark.parametrize("stays", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(
    "code", ["full", *(pytest.param(one, marks=pytest.mark.long) for one in ("failing", "read-only"))]
)
async def test_whichever_access_to_the_journal_fails_the_next_start_ends_the_job(
    make_bench: MakeFaultBench, code: str, stays: bool, every: int
) -> None:
    bench = make_bench()
    hits = held = tries = 0
    for at in count(random.randint(1, every), every):  # noqa: S311 - seeded by the run
        tries += 1
        bench.save_to = bench.folder / f"Sealed {at}"
        path = bench.folder / f"notes {at}" / "journal.sqlite"
        arrivals = watch_arrivals(bench.practice, path)
        faults = Failing(at, CODES[code], stays)
        batch = bench.order()

        ended = await run_with(bench, path, batch, faults.connect)

        if ended is not None and ended.state is BatchState.WAITING:
            held += 1
            assert ended.reason is Reason.JOURNAL
            assert SAFE.search(ended.message)
            assert all(one.is_noted for one in arrivals)
            if ended.held_at is not BatchState.SAVED:
                assert [one for one in arrivals if one.method is Method.DELETE] == []
            assert bench.temporary_files() == []
        rows = on_disk(path) if path.exists() and path.stat().st_size else []
        assert rows or arrivals == []
        hits += faults.was_hit
        if not rows or not rows[0].is_over:
            ended = await run_with(bench, path, rows[0] if rows else batch, sqlite3.connect)
        assert ended is not None
        assert_true_end(bench, ended, arrivals)
        assert on_disk(path) == [ended.replace(progress=None)]
        if not faults.was_hit:
            break
    assert hits == tries - 1
    assert at > 60
    assert held > 30 // every
