"""The durable journal as jobs see it: awaited on the loop, carried out in the journal's one thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from signdesk.domain.batches import Batch
from signdesk.domain.documents import ChosenProcess, Document, UnsentDocument, UnsentList
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.servers import AcceptForm, Numbering, origin
from signdesk.storage.journal.identity import Standing
from signdesk.storage.journal.journal_file import (
    JournalFile,
    Loaded,
    Ordered,
    Page,
    Placed,
    SealedBefore,
)
from signdesk.storage.journal.losses import Loss
from signdesk.storage.memory import Memory, MemoryFile

T = TypeVar("T")


class AsyncJournal:
    """One journal file for all sessions of the program. `open` first, `close` last.

    What was learned of a server is a habit and goes to `memory`, batches go to the journal.
    """

    def __init__(self, path: Path, memory: MemoryFile, order_mark: Path | None = None) -> None:
        """`order_mark`: as in `storage.order_mark`."""
        self._path = path
        self._order_mark = order_mark
        self._memory = memory
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._file: JournalFile | None = None

    async def open(self) -> Path | None:
        """Where a broken journal was set aside, if there was one. Raises SavingProblem."""
        self._file = await self._run(lambda: JournalFile.open(self._path, order_mark=self._order_mark))
        return self._file.set_aside

    async def record(self, batch: Batch) -> None:
        """Durable when it returns. Raises SavingProblem."""
        await self._in(lambda file: file.record(batch))

    async def record_all(self, batches: Iterable[Batch]) -> None:
        """The same for several at once: all of them, or none where it raises SavingProblem."""
        recorded = tuple(batches)
        await self._in(lambda file: file.record(*recorded))

    async def load(self, *, forgotten: bool = False) -> Loaded:
        """Oldest first; with `forgotten` also those that are no longer listed. Raises SavingProblem."""
        return await self._in(lambda file: file.load(forgotten=forgotten))

    async def list(self, page: Page | None = None, *, left_behind: bool = False) -> Loaded:
        """The unfinished ones, or a page of those that are over: `JournalFile.list`. Raises SavingProblem."""
        return await self._in(lambda file: file.list(page, left_behind=left_behind))

    async def latest(self, batch_id: str, *, forgotten: bool = False) -> Batch | None:
        """As it stands in the journal now; another process may have gone on with it. With `forgotten` also
        where it is no longer listed.
        """
        return await self._in(lambda file: file.get(batch_id, forgotten=forgotten))

    async def order(
        self,
        batches: Iterable[Batch],
        known: Collection[str] | None = (),
        *,
        asks_for_older: bool = False,
    ) -> Placed:
        """Notes the new batches of one order, or says which ones hold its documents already and notes
        nothing (`JournalFile.order`). Raises SavingProblem.
        """
        order = tuple(batches)
        return await self._in(lambda file: file.order(order, known, asks_for_older=asks_for_older))

    async def look_before_order(
        self,
        batches: Iterable[Batch],
        known: Collection[str] | None = (),
        *,
        asks_for_older: bool = False,
    ) -> Placed:
        """What would hold the order back now, as in `order`; nothing is noted. Raises SavingProblem."""
        order = tuple(batches)
        return await self._in(
            lambda file: file.look_before_order(order, known, asks_for_older=asks_for_older)
        )

    async def in_the_way(self, batch: Batch) -> Ordered | None:
        """The batch for which this one must not begin; None where it may."""
        return await self._in(lambda file: file.in_the_way(batch))

    async def forget(self, batch_id: str) -> None:
        """No longer listed."""
        await self._in(lambda file: file.forget(batch_id))

    async def list_again(self, batch_ids: Iterable[str]) -> None:
        """Listed as before `forget` or `forget_ended`. Raises SavingProblem."""
        ids = tuple(batch_ids)
        await self._in(lambda file: file.list_again(ids))

    async def rename(self, batch_id: str, name: str) -> None:
        """What a person calls it. Raises SavingProblem."""
        await self._in(lambda file: file.rename(batch_id, name))

    async def forget_ended(self, before: datetime) -> tuple[str, ...]:
        """The ids of those that ended before and are no longer listed now. Raises SavingProblem."""
        return await self._in(lambda file: file.forget_ended(before))

    async def sealed_before(
        self, sha256s: Iterable[str], process_id: int, base_url: str
    ) -> dict[str, SealedBefore]:
        """Which of these documents this process of this server has sealed, or may have, by SHA-256."""
        wanted = tuple(sha256s)
        return await self._in(lambda file: file.sealed_before(wanted, process_id, base_url))

    async def unsent_ids(self) -> tuple[str, ...]:
        """Of the lists of documents that were not ordered yet. Raises SavingProblem."""
        return await self._in(lambda file: file.unsent.list_ids())

    async def take_over_unsent(self, own_id: str, list_ids: Iterable[str]) -> UnsentList:
        """Makes those lists one with the list `own_id`, and gives it. Raises SavingProblem."""
        ids = tuple(list_ids)
        return await self._in(lambda file: file.unsent.take_over(own_id, ids))

    async def keep_unsent(
        self,
        own_id: str,
        *,
        put: Iterable[UnsentDocument],
        removed: Iterable[Path],
        chosen: ChosenProcess | None,
    ) -> None:
        """What has changed in the list; durable when it returns. Raises SavingProblem."""
        new, gone = tuple(put), tuple(removed)
        await self._in(lambda file: file.unsent.keep(own_id, put=new, removed=gone, chosen=chosen))

    async def standing(self) -> tuple[Standing, int]:
        """How the journal stands to its folder, and how many batches are unfinished. Raises SavingProblem."""
        return await self._in(lambda file: file.standing())

    async def loss(self) -> Loss | None:
        """The loss of an earlier journal, if there was one."""
        return await self._in(lambda file: file.loss())

    async def older_than_loss(self, documents: Iterable[Document]) -> frozenset[str]:
        """The contents of those that may have been ordered before an earlier journal was lost."""
        asked = tuple(documents)
        return await self._in(lambda file: file.older_than_loss(asked))

    async def loss_seen(self) -> None:
        """A person has looked. Raises SavingProblem."""
        await self._in(lambda file: file.loss_seen())

    async def settle_here(self) -> None:
        """From now on it is the journal of this folder, and of no other. Raises SavingProblem."""
        await self._in(lambda file: file.settle_here())

    async def leave_to_other_copy(
        self, batches: Iterable[Batch], words: Callable[[str, Batch], str]
    ) -> tuple[Batch, ...]:
        """These unfinished batches belong to another copy of the data folder, and this one is settled here
        (`JournalFile.leave_to_other_copy`). Raises SavingProblem.
        """
        left = tuple(batches)
        return await self._in(lambda file: file.leave_to_other_copy(left, words))

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Kept for the next batches of this server. Raises nothing: it is only a convenience."""

        def with_it(memory: Memory) -> Memory:
            habits = memory.habits_of(origin(base_url))
            habits = replace(
                habits, accept_form=form or habits.accept_form, numbering=numbering or habits.numbering
            )
            return memory.with_habits(origin(base_url), habits)

        with suppress(SavingProblem):
            await self._run(lambda: self._memory.change(with_it))

    async def close(self) -> None:
        """Nothing may be recorded afterwards."""
        if self._file is not None:
            file, self._file = self._file, None
            await self._run(file.close)
        self._thread.shutdown(wait=False)

    async def _in(self, work: Callable[[JournalFile], T]) -> T:
        file = self._file
        if file is None:
            raise SavingProblem(msg("SignDesk’s list of batches is not open."))
        return await self._run(lambda: work(file))

    async def _run(self, work: Callable[[], T]) -> T:
        """Never broken off in the middle: a note that was begun is a note."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        return await asyncio.shield(future)
