"""`signdesk restore`: takes batches into the list again from their receipts, where the journal was lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from signdesk.cli.keeping import NOT_FINISHED, kept
from signdesk.cli.narrator import Narrator
from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SignDeskError
from signdesk.domain.receipts import NoReceipt, batch_of
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, RestoreOptions
from signdesk.storage.folders import Folders
from signdesk.storage.receipts import read_receipt

NOT_ALL = 1
_NAMES = "* receipt*.json"


def run_restore(options: RestoreOptions, narrator: Narrator) -> int:
    """0: every receipt found is in the list; 1: some could not be read; 2: no receipt; 3: no journal."""
    batches, bad = _read(options.files, narrator)
    if not batches and not bad:
        narrator.say("No receipt was found there.")
        return WRONG_USE
    try:
        folders = Folders(options.data_dir)
        keep_log(folders.log_file)
        new = asyncio.run(_taken_in(folders, batches, narrator))
    except SignDeskError as error:
        narrator.say(str(error))
        return NOT_FINISHED
    narrator.result(f"{new} taken into the list, {len(batches) - new} known already.")
    return NOT_ALL if bad else 0


def _read(paths: Sequence[Path], narrator: Narrator) -> tuple[list[Batch], int]:
    """One for each batch; the number of those that cannot be used."""
    batches: dict[str, Batch] = {}
    bad = 0
    for path in _receipts(paths):
        try:
            batch = batch_of(read_receipt(path))
        except (OSError, ValueError, NoReceipt) as error:
            narrator.say(f"{shown_name(str(path))}: it cannot be used ({error})")
            bad += 1
            continue
        if not batch.is_over:
            narrator.say(f"{shown_name(str(path))}: left out, its batch was not finished ({batch.state})")
            continue
        batches.setdefault(batch.id, _for_the_list(batch, path))
    return list(batches.values()), bad


def _receipts(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob(_NAMES)) if path.is_dir() else [path]


def _for_the_list(batch: Batch, receipt: Path) -> Batch:
    """With the result where it lies now, if it does. No receipt makes SignDesk delete anything anywhere."""
    result = batch.saved_to
    beside = receipt.parent / result.name if result is not None else None
    there = beside if beside is not None and beside.is_file() else result
    delivery = replace(batch.delivery, keep_copy=batch.delivery.keep_copy or batch.deleted_at is None)
    return batch.noting(saved_to=there, delivery=delivery, receipts=())


async def _taken_in(folders: Folders, batches: Sequence[Batch], narrator: Narrator) -> int:
    async with kept(folders, "signdesk restore", narrator) as keeping:
        loaded = await keeping.notes.load(forgotten=True)
        known = {one.id for one in loaded.batches}
        new = [one for one in batches if one.id not in known]
        await keeping.notes.record_all(new)
        return len(new)
