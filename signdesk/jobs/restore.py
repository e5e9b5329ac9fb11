"""Batches taken into the list again from their receipts, where the journal was lost.

What a receipt says is believed for the list and for what was sealed before; nothing is sent anywhere or
deleted because of it.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path

from signdesk.domain.batches import Batch
from signdesk.domain.receipts import NoReceipt, batch_of
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from signdesk.storage.receipts import read_receipt
from signdesk.storage.settings import SettingsFile

NAMES = "* receipt*.json"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where looking for receipts ends: directory entries looked at, receipts found, their bytes, seconds."""

    entries: int = 20_000
    receipts: int = 2_000
    size_bytes: int = 64 << 20
    time_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Read:
    """`batches`: one for each that is over. `unusable`: why a receipt is of no use. `unfinished`: of batches
    that were not over when it was written.
    """

    batches: tuple[Batch, ...]
    unusable: tuple[tuple[Path, Exception], ...] = ()
    unfinished: tuple[tuple[Path, Batch], ...] = ()


def read_batches(receipts: Iterable[Path]) -> Read:
    """Blocking. Never raises for their content."""
    batches: dict[str, Batch] = {}
    unusable: list[tuple[Path, Exception]] = []
    unfinished: list[tuple[Path, Batch]] = []
    for path in receipts:
        try:
            batch = batch_of(read_receipt(path))
        except (OSError, ValueError, NoReceipt) as error:
            unusable.append((path, error))
            continue
        if batch.is_over:
            batches.setdefault(batch.id, _for_the_list(batch, path))
        else:
            unfinished.append((path, batch))
    return Read(tuple(batches.values()), tuple(unusable), tuple(unfinished))


async def take_in(journal: AsyncJournal, batches: Sequence[Batch]) -> int:
    """How many of them were not in the list yet, and are now. Raises SavingProblem."""
    loaded = await journal.load(forgotten=True)
    known = {one.id for one in loaded.batches}
    new = [one for one in batches if one.id not in known]
    await journal.record_all(new)
    return len(new)


async def take_in_from_save_folders(journal: AsyncJournal, folders: Folders) -> int:
    """The same for the receipts in the folders that results were saved to, as far as they are known. Reads
    them in a worker thread. Raises SavingProblem.
    """
    loaded = await journal.load(forgotten=True)

    def read() -> Read:
        return read_batches(find_receipts(_save_folders(folders, loaded.batches)))

    return await take_in(journal, (await asyncio.to_thread(read)).batches)


def find_receipts(folders: Iterable[Path], bounds: Bounds = Bounds()) -> Iterator[Path]:
    """Also in folders below, those at the top first; no link in them is followed. Ends where a bound is
    reached, and passes over what cannot be read. Blocking.
    """
    end_s = time.monotonic() + bounds.time_s
    receipts, left_bytes = 0, bounds.size_bytes
    for entry in islice(_entries(folders), bounds.entries):
        if receipts >= bounds.receipts or time.monotonic() >= end_s:
            return
        size_bytes = _size_of_receipt(entry)
        if size_bytes is not None and size_bytes <= left_bytes:
            receipts, left_bytes = receipts + 1, left_bytes - size_bytes
            yield Path(entry.path)


def _entries(folders: Iterable[Path]) -> Iterator[os.DirEntry[str]]:
    waiting = deque(dict.fromkeys(folders))
    while waiting:
        with suppress(OSError), os.scandir(waiting.popleft()) as found:
            for entry in found:
                yield entry
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))


def _size_of_receipt(entry: os.DirEntry[str]) -> int | None:
    """None where it is none."""
    with suppress(OSError):
        if fnmatch(entry.name, NAMES) and entry.is_file(follow_symlinks=False):
            return entry.stat(follow_symlinks=False).st_size
    return None


def _save_folders(folders: Folders, batches: Iterable[Batch]) -> list[Path]:
    """The last one, the one of the settings, the platform's, and those of the batches that are known."""
    settings = SettingsFile(folders.settings_file, folders.policy_file).load().settings
    named = [MemoryFile(folders.memory_file).load().save_to, settings.saving.folder, folders.default_save_to]
    saved = [one.saved_to.parent if one.saved_to is not None else one.save_to for one in batches]
    return [one for one in (*named, *saved) if one is not None]


def _for_the_list(batch: Batch, receipt: Path) -> Batch:
    """With the result where it lies now, if it does. No receipt makes SignDesk delete anything anywhere."""
    result = batch.saved_to
    beside = receipt.parent / result.name if result is not None else None
    there = beside if beside is not None and beside.is_file() else result
    delivery = replace(batch.delivery, keep_copy=batch.delivery.keep_copy or batch.deleted_at is None)
    return batch.replace(saved_to=there, delivery=delivery, receipts=())
