"""`signdesk restore`: takes batches into the list again from their receipts, where the journal was lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

from signdesk.cli.command import command_context, open_folders, run_command
from signdesk.cli.console import Console
from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.jobs.restore import NAMES, read_batches, take_in
from signdesk.options import WRONG_USE, RestoreOptions

NOT_ALL = 1


def run_restore(options: RestoreOptions, console: Console) -> int:
    """0: every receipt found is in the list; 1: some could not be read; 2: no receipt; 3: no journal."""
    batches, bad = _read(options.files, console)
    if not batches and not bad:
        console.say("No receipt was found there.")
        return WRONG_USE

    async def take_in_all() -> int:
        async with command_context(open_folders(options.data_dir), "signdesk restore", console) as context:
            new = await take_in(context.journal, batches)
        console.result(f"{new} taken into the list, {len(batches) - new} known already.")
        return NOT_ALL if bad else 0

    return run_command(lambda: asyncio.run(take_in_all()), console, wrong_use=())


def _read(paths: Sequence[Path], console: Console) -> tuple[Sequence[Batch], int]:
    """One for each batch; the number of those that cannot be used."""
    read = read_batches(_receipts(paths))
    for path, error in read.unusable:
        console.say(f"{shown_name(str(path))}: it cannot be used ({error})")
    for path, batch in read.unfinished:
        console.say(f"{shown_name(str(path))}: left out, its batch was not finished ({batch.state})")
    return read.batches, len(read.unusable)


def _receipts(paths: Sequence[Path]) -> Iterator[Path]:
    for path in map(Path.absolute, paths):  # what is noted of them holds wherever SignDesk is started
        yield from sorted(path.rglob(NAMES)) if path.is_dir() else [path]
