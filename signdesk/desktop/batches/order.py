"""Which batch stands where on the board, and which filter and search let it through. Plain values; one batch
at a time, so that news about one costs the same however many there are.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from signdesk.desktop.batches import card_texts
from signdesk.domain.batches import Batch, BatchState
from signdesk.jobs.batch_store import BatchStore

Key = tuple[int, float, str]


class Filter(StrEnum):
    """Which batches are shown."""

    ALL = "all"
    ACTIVE = "active"
    NEEDS_YOU = "needs_you"
    DONE = "done"


class Order:
    """Ids sorted by the keys that `key_of` makes."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[str]:
        """From top to bottom."""
        return (key[2] for key in self._keys)

    def put(self, key: Key) -> bool:
        """True where its id is new or has another place now."""
        before = self._key_of.get(key[2])
        if before == key:
            return False
        if before is not None:
            del self._keys[bisect_left(self._keys, before)]
        insort(self._keys, key)
        self._key_of[key[2]] = key
        return True

    def remove(self, batch_id: str) -> None:
        """Takes out an id that may be in it."""
        key = self._key_of.pop(batch_id, None)
        if key is not None:
            del self._keys[bisect_left(self._keys, key)]

    def place(self, batch_id: str) -> int:
        """From 0 at the top."""
        return bisect_left(self._keys, self._key_of[batch_id])

    def before(self, batch_id: str) -> str | None:
        """The one right above, None for the first."""
        place = self.place(batch_id)
        return self._keys[place - 1][2] if place else None

    def after(self, batch_id: str) -> str | None:
        """The one right below, None for the last."""
        place = self.place(batch_id) + 1
        return self._keys[place][2] if place < len(self._keys) else None

    def below(self, batch_id: str) -> Iterator[str]:
        """Those below, from top to bottom."""
        return (key[2] for key in self._keys[self.place(batch_id) + 1 :])


class Listing:
    """Of all batches of the store: their place, and the filters they fit."""

    def __init__(self, store: BatchStore) -> None:
        self._store = store
        self._order = Order()
        self._fits: dict[str, frozenset[Filter]] = {}
        self._counts: Counter[Filter] = Counter()
        self._through: set[str] = set()
        self._filter = Filter.ALL
        self._wanted = ""

    def __len__(self) -> int:
        return len(self._fits)

    def put(self, batch: Batch) -> bool:
        """A batch is new or another value; True where the list of those let through is another one now."""
        running = self._store.is_running(batch.id)
        moved = self._order.put(key_of(batch, running=running))
        self._count(batch.id, _fitting(batch, running))
        before = batch.id in self._through
        self._let_through(batch.id)
        return (batch.id in self._through) is not before or (moved and before)

    def remove(self, batch_id: str) -> None:
        """A batch has left the list."""
        self._order.remove(batch_id)
        self._count(batch_id, frozenset())
        del self._fits[batch_id]
        self._through.discard(batch_id)

    def choose(self, chosen: Filter, wanted: str) -> None:
        """What is to be let through: a filter, and words to search for ("" for any)."""
        self._filter, self._wanted = chosen, wanted.strip().casefold()
        self._through.clear()
        for batch_id in self._fits:
            self._let_through(batch_id)

    def first(self, count: int) -> list[str]:
        """The ids that stand highest of those let through, at most so many."""
        found: list[str] = []
        most = min(count, len(self._through))
        for batch_id in self._order:
            if len(found) == most:
                break
            if batch_id in self._through:
                found.append(batch_id)
        return found

    def rank(self, batch_id: str) -> int | None:
        """How many of those let through stand above this one; None where it is not let through."""
        if batch_id not in self._through:
            return None
        above = self._order.place(batch_id)
        return sum(one in self._through for place, one in enumerate(self._order) if place < above)

    def let_through(self) -> int:
        """How many are."""
        return len(self._through)

    def count(self, chosen: Filter) -> int:
        """How many batches fit a filter."""
        return self._counts[chosen]

    def _let_through(self, batch_id: str) -> None:
        batch = self._store.get(batch_id)
        through = batch is not None and self._filter in self._fits[batch_id] and matches(batch, self._wanted)
        (self._through.add if through else self._through.discard)(batch_id)

    def _count(self, batch_id: str, fitting: frozenset[Filter]) -> None:
        before = self._fits.get(batch_id, frozenset())
        self._counts.subtract(before - fitting)
        self._counts.update(fitting - before)
        self._fits[batch_id] = fitting


def key_of(batch: Batch, *, running: bool) -> Key:
    """What needs a person, what is active, then the rest; in each the newest first."""
    group = 2
    if card_texts.needs_person(batch, running=running):
        group = 0
    elif card_texts.is_active(batch, running=running):
        group = 1
    return group, -batch.created_at.timestamp(), batch.id


def matches(batch: Batch, wanted: str) -> bool:
    """Whether names, process, numbers or a file's name hold `wanted`, which is case-folded; "" is in all."""
    if not wanted:
        return True
    process = batch.process
    fields = (batch.name, process.label, str(process.id), batch.id, batch.server_id, batch.sent_by)
    if any(wanted in field.casefold() for field in fields):
        return True
    return any(wanted in one.document.name.casefold() for one in batch.documents)


def _fitting(batch: Batch, running: bool) -> frozenset[Filter]:
    fitting = {Filter.ALL}
    if card_texts.is_active(batch, running=running):
        fitting.add(Filter.ACTIVE)
    if card_texts.needs_person(batch, running=running):
        fitting.add(Filter.NEEDS_YOU)
    elif batch.state in (BatchState.DONE, BatchState.PARTLY_DONE):
        fitting.add(Filter.DONE)
    return frozenset(fitting)
