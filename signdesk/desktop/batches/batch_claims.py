"""Which batches this window may work on now. On the GUI thread, which is the loop's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import Batch
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Server
from signdesk.storage.batch_lock import BatchLock


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must say before anything of a real server goes on. `words`: what is to be done
    first; `tell` shows the question.
    """

    words: str
    tell: Callable[[], None]


class BatchClaims:
    """None that another SignDesk is at work on, and none of a real server while `in_doubt` is set. `doubted`
    is called whenever that was set.
    """

    def __init__(self, window: MainWindow, batch_lock: BatchLock, doubted: Callable[[], object]) -> None:
        self._window = window
        self._batch_lock = batch_lock
        self._doubted = doubted
        self._in_doubt: Doubt | None = None
        self._deciding: set[str] = set()

    @property
    def in_doubt(self) -> Doubt | None:
        """What a person must say first; nothing of a real server goes on meanwhile."""
        return self._in_doubt

    @in_doubt.setter
    def in_doubt(self, doubt: Doubt | None) -> None:
        self._in_doubt = doubt
        self._doubted()

    def refuse_in_doubt(self, server: Server) -> None:
        """Raises InputProblem where nothing may be ordered from this server."""
        if self.in_doubt is not None and not server.practice:
            raise InputProblem(self.in_doubt.words)

    def claim(self, batch: Batch) -> bool:
        """Takes it for a job, until `release`; where that cannot be, the window says why."""
        if self.in_doubt is not None and not batch.server.practice:
            self.in_doubt.tell()
            return False
        if self.claim_quietly(batch):
            return True
        who = self._batch_lock.owner_of(batch.id) or tr("another SignDesk")
        self._window.show_banner(tr("This batch is in use by {who}, and goes on there.", who=who))
        return False

    def claim_quietly(self, batch: Batch) -> bool:
        """The same without a word, and without a look at `in_doubt`."""
        return self._batch_lock.acquire(batch.id)

    def release(self, batch_ids: Iterable[str]) -> None:
        """Others may take them."""
        for one in batch_ids:
            self._batch_lock.release(one)

    @contextmanager
    def deciding(self, batch: Batch) -> Iterator[bool]:
        """Around what is done about a batch without a job; False where that cannot be now, or is being done
        already.
        """
        if batch.id in self._deciding or not self.claim(batch):
            yield False
            return
        self._deciding.add(batch.id)
        try:
            yield True
        finally:
            self._deciding.discard(batch.id)
            self._batch_lock.release(batch.id)

    def is_elsewhere(self, batch: Batch) -> bool:
        """Another running SignDesk is at work on it."""
        return not batch.is_over and self._batch_lock.owner_of(batch.id) is not None
