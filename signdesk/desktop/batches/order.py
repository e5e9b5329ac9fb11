"""Which batch stands where on the board and which filter it fits. Plain values; one batch at a time, so that
news about one costs the same however many there are.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from enum import StrEnum

from signdesk.desktop import messages
from signdesk.domain.batches import Batch, BatchState

Key = tuple[int, float, str]


class Filter(StrEnum):
    """Which batches are shown."""

    ALL = "all"
    ACTIVE = "active"
    NEEDS_YOU = "needs_you"
    DONE = "done"


class Order:
    """What needs a person, what is active, then the rest; in each the newest first."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}
        self._fits: dict[str, frozenset[Filter]] = {}
        self._counts: Counter[Filter] = Counter()

    def put(self, batch: Batch, *, running: bool) -> bool:
        """Takes a batch or its newer value; True where it is new or has another place now."""
        self._count(batch.id, _fitting(batch, running))
        key = (_group(batch, running), -batch.created_at.timestamp(), batch.id)
        before = self._key_of.get(batch.id)
        if before == key:
            return False
        if before is not None:
            del self._keys[bisect_left(self._keys, before)]
        insort(self._keys, key)
        self._key_of[batch.id] = key
        return True

    def remove(self, batch_id: str) -> None:
        """Takes out a batch that was put in."""
        del self._keys[self.place(batch_id)]
        del self._key_of[batch_id]
        self._count(batch_id, frozenset())
        del self._fits[batch_id]

    def place(self, batch_id: str) -> int:
        """From 0 at the top."""
        return bisect_left(self._keys, self._key_of[batch_id])

    def before(self, batch_id: str) -> str | None:
        """The one right above, None for the first."""
        place = self.place(batch_id)
        return self._keys[place - 1][2] if place else None

    def ids(self) -> list[str]:
        """From top to bottom."""
        return [key[2] for key in self._keys]

    def count(self, chosen: Filter) -> int:
        """How many batches fit a filter."""
        return self._counts[chosen]

    def fits(self, batch_id: str, chosen: Filter) -> bool:
        """Whether one batch fits a filter."""
        return chosen in self._fits[batch_id]

    def _count(self, batch_id: str, fitting: frozenset[Filter]) -> None:
        before = self._fits.get(batch_id, frozenset())
        self._counts.subtract(before - fitting)
        self._counts.update(fitting - before)
        self._fits[batch_id] = fitting


def matches(batch: Batch, wanted: str) -> bool:
    """Whether process, numbers or a file's name hold `wanted`, which is case-folded; "" is in all."""
    if not wanted:
        return True
    fields = (batch.process.label, str(batch.process.id), batch.id, batch.server_id)
    if any(wanted in field.casefold() for field in fields):
        return True
    return any(wanted in one.document.name.casefold() for one in batch.documents)


def _group(batch: Batch, running: bool) -> int:
    if messages.needs_person(batch, running=running):
        return 0
    return 1 if messages.is_active(batch, running=running) else 2


def _fitting(batch: Batch, running: bool) -> frozenset[Filter]:
    fitting = {Filter.ALL}
    if messages.is_active(batch, running=running):
        fitting.add(Filter.ACTIVE)
    if messages.needs_person(batch, running=running):
        fitting.add(Filter.NEEDS_YOU)
    if batch.state in (BatchState.DONE, BatchState.PARTLY_DONE):
        fitting.add(Filter.DONE)
    return frozenset(fitting)
