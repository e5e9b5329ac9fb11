"""`signdesk status`: what the journal knows, also while others work on it."""

from __future__ import annotations

import asyncio

from signdesk.cli.keeping import NOT_FINISHED, kept, say_unseen_loss
from signdesk.cli.narrator import Narrator
from signdesk.cli.report import to_json
from signdesk.domain.batches import Batch
from signdesk.domain.errors import SignDeskError
from signdesk.logs import keep_log
from signdesk.options import StatusOptions
from signdesk.storage.folders import Folders


def run_status(options: StatusOptions, narrator: Narrator) -> int:
    """Lists every batch in the journal, oldest first. Changes nothing."""
    try:
        folders = Folders(options.data_dir)
        keep_log(folders.log_file)
        batches = asyncio.run(_listed(folders, narrator, options.everything))
    except SignDeskError as error:
        narrator.say(str(error))
        return NOT_FINISHED
    if options.as_json:
        narrator.json(to_json(batches))
        return 0
    for batch in batches:
        narrator.listed(batch)
    if not batches:
        narrator.say("There are no batches.")
    return 0


async def _listed(folders: Folders, narrator: Narrator, everything: bool) -> tuple[Batch, ...]:
    async with kept(folders, "signdesk status", narrator) as keeping:
        loaded = await keeping.journal.load(forgotten=everything)
        for sentence in loaded.set_aside:
            narrator.say(sentence)
        await say_unseen_loss(keeping)
        return loaded.batches
