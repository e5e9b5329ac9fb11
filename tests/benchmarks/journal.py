"""How long one batch of a long history takes to read and to note, in CPU time, and how large the file is.

`python -m tests.benchmarks.journal [number of batches]`: each of 20 documents, with all facts and without.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState
from signdesk.storage.journal.journal_file import JournalFile, Page
from tests.storage.journal_values import full_batch, plain_batch

DOCUMENTS = 20
READ = 200  # of all, one after the other


def plain(number: int) -> Batch:
    return plain_batch(f"b{number}", documents=DOCUMENTS, state=BatchState.DONE)


def full(number: int) -> Batch:
    """Every field is set, and of every document."""
    batch = full_batch()
    (one,) = batch.documents
    documents = tuple(replace(one, document=each.document) for each in plain(number).documents)
    return replace(batch, id=f"b{number}", documents=documents, state=BatchState.PARTLY_DONE, held_at=None)


def cpu_ms(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return 1000 * (time.process_time() - begun)


def measure(path: Path, make: Callable[[int], Batch], batches: int) -> str:
    with closing(JournalFile.open(path)) as file:
        made = [make(number) for number in range(batches)]
        note_ms = cpu_ms(lambda: file.record(*made)) / batches
        ids = [one.id for one in made[:: max(1, batches // READ)]]
        read_ms = statistics.median(cpu_ms(partial(file.get, one)) for one in ids)
        page_ms = cpu_ms(lambda: file.list(Page(50)))
    size_mb = path.stat().st_size / 1_000_000
    return f"read {read_ms:.2f} ms, noted {note_ms:.2f} ms, page of 50 {page_ms:.1f} ms, {size_mb:.0f} MB"


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for kind in (plain, full):
        with tempfile.TemporaryDirectory() as folder:
            print(f"{kind.__name__}: {measure(Path(folder) / 'data' / 'journal.sqlite', kind, number)}")  # noqa: T201
