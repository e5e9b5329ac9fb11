"""The one list of batches of a running SignDesk: the last value that is known of each. The journal on disk,
which is written first, is in `storage.journal`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from signdesk.domain.batches import Batch


@dataclass(frozen=True, slots=True)
class BatchChange:
    """One step in the life of one batch. `before` is None for a new batch, `batch` for one that has left the
    list. `was_running` and `is_running`: whether it had a job at work, and whether it has one now.
    """

    batch_id: str
    before: Batch | None
    batch: Batch | None
    was_running: bool = False
    is_running: bool = False

    @property
    def is_heard_only(self) -> bool:
        """Nothing is new but the time of the server's last answer, as after most polls of a waiting batch."""
        before, batch = self.before, self.batch
        if before is None or batch is None or self.was_running is not self.is_running:
            return False
        if before.heard_at is None or batch.heard_at is None:
            return False
        return before.replace(heard_at=batch.heard_at) == batch


Listener = Callable[[Sequence[BatchChange]], object]


class BatchStore:
    """Lives on the thread of the event loop and is called there alone: jobs `put` what they have recorded in
    the journal, the window's parts `subscribe`, or ask when they need an answer. Work in other threads
    gets values and gives values back.

    Every listener hears the same changes in the same order: what a listener puts is in the store at once,
    and is told after the changes that are being told. An error of a listener is raised to whoever made the
    change, once all have heard.
    """

    def __init__(self) -> None:
        self._batches: dict[str, Batch] = {}
        self._running: set[str] = set()
        self._followers: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[BatchChange, ...]] = deque()
        self._telling = False

    def __len__(self) -> int:
        return len(self._batches)

    def get(self, batch_id: str) -> Batch | None:
        """Its last value; None where it is not in the list."""
        return self._batches.get(batch_id)

    def latest(self, batch: Batch) -> Batch:
        """Its last value; `batch` itself where it has left the list."""
        return self._batches.get(batch.id, batch)

    def batches(self) -> tuple[Batch, ...]:
        """All, the newest first."""
        return tuple(sorted(self._batches.values(), key=lambda one: (-one.created_at.timestamp(), one.id)))

    def followers(self, batch_id: str) -> tuple[Batch, ...]:
        """The batches that send something of this one again, the oldest first."""
        found = [self._batches[one] for one in self._followers.get(batch_id, ())]
        return tuple(sorted(found, key=lambda one: one.created_at))

    def is_running(self, batch_id: str) -> bool:
        """Whether it has a job at work, which tells waiting by itself from waiting for a person."""
        return batch_id in self._running

    def running(self) -> tuple[Batch, ...]:
        """Those with a job at work, the newest first."""
        return tuple(one for one in self.batches() if one.id in self._running)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener` hears every change from now on, until what is returned is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def put(self, batch: Batch) -> None:
        """Takes a new batch, or the newer value of one."""
        self.put_all([batch])

    def put_all(self, batches: Iterable[Batch]) -> None:
        """The same for many, told at once: after a start with a long list."""
        self._tell([self._put(one) for one in batches])

    def set_running(self, batch_id: str, running: bool) -> None:
        """Whether a job of it is at work; may come before its first value."""
        before = self.is_running(batch_id)
        (self._running.add if running else self._running.discard)(batch_id)
        batch = self.get(batch_id)
        self._tell([BatchChange(batch_id, batch, batch, before, running)])

    def rename(self, batch_id: str, name: str) -> None:
        """What a person calls it. A job at work does not know the new name, so it also goes over what is put
        later in this run of the program.
        """
        self._names[batch_id] = name
        if (batch := self.get(batch_id)) is not None:
            self.put(batch)

    def remove(self, batch_ids: Iterable[str]) -> None:
        """Takes batches off the list; those that are not in it are no matter."""
        self._tell([self._remove(one) for one in batch_ids if one in self._batches])

    def _put(self, batch: Batch) -> BatchChange:
        name = self._names.get(batch.id, batch.name)
        if name != batch.name:
            batch = batch.replace(name=name)
        before, running = self.get(batch.id), self.is_running(batch.id)
        if before is None and batch.follows:
            self._followers.setdefault(batch.follows, []).append(batch.id)
        self._batches[batch.id] = batch
        return BatchChange(batch.id, before, batch, running, running)

    def _remove(self, batch_id: str) -> BatchChange:
        batch, was_running = self._batches.pop(batch_id), self.is_running(batch_id)
        self._running.discard(batch_id)
        if batch.follows:
            self._followers[batch.follows].remove(batch_id)
        return BatchChange(batch_id, batch, None, was_running)

    def _tell(self, changes: Sequence[BatchChange]) -> None:
        if changes:
            self._untold.append(tuple(changes))
        if self._telling:
            return
        self._telling = True
        errors: list[Exception] = []
        try:
            while self._untold:
                self._tell_everyone(self._untold.popleft(), errors)
        finally:
            self._telling = False
        if errors:
            raise errors[0]

    def _tell_everyone(self, changes: Sequence[BatchChange], errors: list[Exception]) -> None:
        for listener in tuple(self._listeners):
            if listener not in self._listeners:  # another one has ended its subscription meanwhile
                continue
            try:
                listener(changes)
            except Exception as error:  # noqa: BLE001 - raised by `_tell`, once all have heard
                errors.append(error)
