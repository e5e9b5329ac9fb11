"""Batches that a person took off the list, and the way back. On the GUI thread, which is the loop's.

Taking them off is in `batch_actions` and `history_cleanup`: their rows stay, marked as not listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches import card_texts
from signdesk.desktop.batches.board import Board
from signdesk.desktop.i18n.language import tr, trn
from signdesk.domain.batches import Batch
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore


class BatchRemovals:
    """The line with "Undo" below the batches."""

    def __init__(self, board: Board, tasks: TaskOwner, store: BatchStore, journal: AsyncJournal) -> None:
        self._board = board
        self._tasks = tasks
        self._store = store
        self._journal = journal
        self._removed: tuple[Batch, ...] = ()
        self._coming_back: list[Batch] = []
        board.undo_bar.over.connect(self._forget_removed)

    def can_come_back(self) -> list[Batch]:
        """Those that "Undo" brings back, or is bringing back."""
        return [*self._removed, *self._coming_back]

    def offer_undo(self, removed: Sequence[Batch]) -> None:
        """After exactly these have left the list."""
        if not removed:
            return
        count = len(removed)
        text = trn("%n batch was removed from the list.", "%n batches were removed from the list.", count)
        if count == 1:
            text = tr("“{name}” was removed from the list.", name=card_texts.title(removed[0]))
        self._board.undo_bar.offer(text, lambda: self._start_undo(tuple(removed)))
        self._removed = tuple(removed)

    def _forget_removed(self) -> None:
        self._removed = ()

    def _start_undo(self, removed: Sequence[Batch]) -> None:
        self._coming_back += removed
        self._tasks.start(self._undo(removed), "list removed batches again")

    async def _undo(self, removed: Sequence[Batch]) -> None:
        try:
            await self._journal.list_again(one.id for one in removed)
            self._store.put_all(removed)
            self._board.reveal(removed[0].id)
        finally:
            self._coming_back = [one for one in self._coming_back if one not in removed]
