"""The program's real journal on a bench: what each request finds noted on the disk when it arrives."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.practice.service import Method
from signdesk.storage.journal.journal_file import JournalFile
from signdesk.storage.journal.opening import Connect
from signdesk.storage.memory import MemoryFile
from tests.jobs.conftest import OrderedJournal
from tests.support.practice_runner import PracticeRun
from tests.support.server_ledger import Ledger

CHANGES = frozenset([Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.DELETE])


class JournalNotes(AsyncJournal):
    """Whose connection to SQLite may be another one."""

    def __init__(self, path: Path, connect: Connect = sqlite3.connect) -> None:
        super().__init__(path, MemoryFile(path.with_name("memory.json")))
        self._connect = connect

    async def open(self) -> Path | None:
        self._file = await self._run(lambda: JournalFile.open(self._path, connect=self._connect))
        return self._file.set_aside


@dataclass
class KeptJournal(OrderedJournal):
    """`file` must be open. `before` is told of each note before it is kept, on the loop's thread."""

    file: AsyncJournal | None = None
    before: Callable[[Batch], object] = lambda batch: None

    async def record(self, batch: Batch) -> None:
        self.before(batch)
        assert self.file is not None
        await self.file.record(batch)
        await super().record(batch)


def on_disk(path: Path) -> list[Batch]:
    """What the next start would find now, read from a copy: nothing is mended in the file itself."""
    with tempfile.TemporaryDirectory() as aside:
        for one in path.parent.glob(f"{path.name}*"):
            shutil.copy(one, aside)
        with closing(JournalFile.open(Path(aside) / path.name)) as file:
            loaded = file.load()
            assert file.set_aside is None
            assert loaded.set_aside == ()
            return list(loaded.batches)


@dataclass(frozen=True)
class Arrival:
    """A request that changes something at the server, and the rows that the file held when it arrived."""

    method: Method
    server_id: str
    rows: tuple[Batch, ...]

    @property
    def is_noted(self) -> bool:
        """P2 and P8: a row that announces this request, of what is on the disk."""
        return any(self._announces(row) for row in self.rows)

    def _announces(self, row: Batch) -> bool:
        state, this = row.held_at or row.state, row.server_id == self.server_id
        if self.method is Method.CREATE:
            return state is BatchState.SENDING
        if self.method is Method.UPLOAD:
            return state is BatchState.SENDING and this
        if self.method is Method.ACCEPT:
            return row.state is BatchState.ACCEPTING and this
        unused = self.server_id in row.abandoned_ids
        return unused or (state is BatchState.SAVED and this and row.saved_to is not None)


def watch_arrivals(practice: PracticeRun, path: Path) -> list[Arrival]:
    """Filled from here on, in the server's thread, before the server does anything about the request."""
    arrivals: list[Arrival] = []

    def note(number: int, method: Method, batch_id: str) -> None:
        Ledger.note_method(practice.ledger, number, method, batch_id)
        if method in CHANGES:
            arrivals.append(Arrival(method, batch_id, tuple(on_disk(path))))

    practice.ledger.note_method = note  # type: ignore[method-assign]
    return arrivals
