"""Keeps the list of documents in the journal, so that it survives closing and crashes. On the loop's thread.

What is ordered leaves the kept list in the transaction that notes the order (`storage.journal.unsent`), so
that a crash at any moment leaves each document either in the list or in a batch.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.documents.copy_keeper import CopyKeeper
from signdesk.desktop.documents.values import Row
from signdesk.desktop.documents.view import IntakeView
from signdesk.domain.batches import Batch
from signdesk.domain.documents import ChosenProcess, UnsentDocument
from signdesk.domain.errors import SavingProblem
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.session import Session
from signdesk.storage.batch_lock import BatchLock


class UnsentStore:
    """`open` first, `close` before the journal is closed. `current`: the sign-in that is in use."""

    def __init__(
        self,
        intake: IntakeView,
        tasks: TaskOwner,
        journal: AsyncJournal,
        batch_lock: BatchLock,
        copies: CopyKeeper,
        *,
        window_id: str,
        current: Callable[[], Session | None],
    ) -> None:
        self._intake = intake
        self._tasks = tasks
        self._journal = journal
        self._batch_lock = batch_lock
        self._current = current
        self._copies = copies
        self._list_id = window_id
        self._gone: list[str] = []
        self._just_ordered: set[Path] = set()
        self._kept: dict[Path, UnsentDocument] = {}
        self.chosen: ChosenProcess | None = None  # as it was noted last
        self._is_open = False
        self._is_keeping = False
        self._has_changed = False
        intake.model.ordered.connect(self._ordered)
        intake.model.changed.connect(self._changed)
        intake.process_chosen.connect(lambda _process: self._changed())

    async def open(self) -> Sequence[UnsentDocument]:
        """What windows that are gone have left; empty where the journal cannot be used."""
        with suppress(SavingProblem):
            self._batch_lock.acquire(_lock(self._list_id))
            ids = {*await self._journal.unsent_ids(), *await self._copies.window_ids()} - {self._list_id}
            self._gone = [one for one in sorted(ids) if self._batch_lock.acquire(_lock(one))]
            taken = await self._journal.take_over_unsent(self._list_id, self._gone)
            self._kept = {one.path: one for one in taken.documents}
            self.chosen = taken.chosen
            self._is_open = True
        return tuple(self._kept.values())

    async def take_over_copies(self, batches: Iterable[Batch]) -> None:
        """What those windows have left of our own copies, once it is known which `batches` there are."""
        for window_id in self._gone:
            await self._copies.take_over(window_id, batches, self._kept)
        self._release_gone()

    def _release_gone(self) -> None:
        for one in self._gone:
            self._batch_lock.release(_lock(one))
        self._gone = []

    async def close(self) -> None:
        """The last changes, and the list is free for the next start."""
        if self._is_open:
            with suppress(SavingProblem):
                await self._keep_changes()
            self._is_open = False
        self._release_gone()
        self._batch_lock.release(_lock(self._list_id))

    def _ordered(self, paths: Iterable[Path]) -> None:
        """The order's own note takes them out: until then a crash must leave them in the list."""
        for path in paths:
            self._kept.pop(path, None)
            self._just_ordered.add(path)

    def note_process(self) -> None:
        """Another server is in use, and with it another process."""
        self._changed()

    def _changed(self) -> None:
        self._has_changed = True
        if self._is_open and not self._is_keeping:
            self._is_keeping = True
            self._tasks.start(self._keep(), "keep the list of documents")

    async def _keep(self) -> None:
        """One note at a time; what changes meanwhile is one more note."""
        try:
            await asyncio.sleep(0)  # several changes of one moment are one
            while self._has_changed:
                self._has_changed = False
                await self._keep_changes()
        finally:
            self._is_keeping = False

    async def _keep_changes(self) -> None:
        rows = self._intake.model.rows()
        listed = {row.path: self._noted(row) for row in rows}
        removed = [path for path in self._kept if path not in listed]
        put = [one for path, one in listed.items() if self._kept.get(path) != one]
        if self._is_reordered(listed):  # the journal holds them in the order in which they were noted
            removed, put = list(self._kept), list(listed.values())
        chosen = self._chosen_now() if listed else None
        if put or removed or chosen != self.chosen:
            self._just_ordered.clear()
            await self._journal.keep_unsent(self._list_id, put=put, removed=removed, chosen=chosen)
            self._kept = {path: one for path, one in listed.items() if path not in self._just_ordered}
            self.chosen = chosen

    def _is_reordered(self, listed: Iterable[Path]) -> bool:
        """Sorted, or something came back in its old place."""
        now = list(listed)
        there = set(now)
        kept = [path for path in self._kept if path in there]
        return now != [*kept, *(path for path in now if path not in self._kept)]

    def _noted(self, row: Row) -> UnsentDocument:
        """A row that is being checked, or has a problem, is still the document that was added."""
        old = self._kept.get(row.path)
        sha256 = row.document.sha256 if row.document is not None else old.sha256 if old else ""
        listed_at = old.listed_at if old is not None else datetime.now(UTC)
        origin = self._copies.origin_of(row.path) or (old.origin if old is not None else None)
        forced = bool(row.insisted_for) and row.insisted_for == sha256
        return UnsentDocument(row.path, listed_at, row.given_name, sha256, origin, forced)

    def _chosen_now(self) -> ChosenProcess | None:
        session, process = self._current(), self._intake.process()
        if session is None or session.server.practice:
            return self.chosen
        return ChosenProcess(session.server.base_url, process.id) if process is not None else None


def _lock(list_id: str) -> str:
    """What `BatchLock` calls it: no batch has such an id."""
    return f"list-{list_id}"
