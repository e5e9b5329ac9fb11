"""`signdesk restore`: takes batches into the list again from their receipts, where the journal was lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

from signdesk.cli.keeping import NOT_FINISHED, kept
from signdesk.cli.narrator import Narrator
from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SignDeskError
from signdesk.jobs.restore import NAMES, read_batches, take_in
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, RestoreOptions
from signdesk.storage.folders import Folders

NOT_ALL = 1


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


def _read(paths: Sequence[Path], narrator: Narrator) -> tuple[Sequence[Batch], int]:
    """One for each batch; the number of those that cannot be used."""
    read = read_batches(_receipts(paths))
    for path, error in read.unusable:
        narrator.say(f"{shown_name(str(path))}: it cannot be used ({error})")
    for path, batch in read.unfinished:
        narrator.say(f"{shown_name(str(path))}: left out, its batch was not finished ({batch.state})")
    return read.batches, len(read.unusable)


def _receipts(paths: Sequence[Path]) -> Iterator[Path]:
    for path in map(Path.absolute, paths):  # what is noted of them holds wherever SignDesk is started
        yield from sorted(path.rglob(NAMES)) if path.is_dir() else [path]


async def _taken_in(folders: Folders, batches: Sequence[Batch], narrator: Narrator) -> int:
    async with kept(folders, "signdesk restore", narrator) as keeping:
        return await take_in(keeping.journal, batches)
