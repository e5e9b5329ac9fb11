"""`signdesk status`: what the journal knows, also while others work on it."""

from __future__ import annotations

import asyncio

from signdesk.cli.command import command_context, open_folders, run_command
from signdesk.cli.console import Console, to_json
from signdesk.cli.journal_checks import say_unseen_loss
from signdesk.options import StatusOptions


def run_status(options: StatusOptions, console: Console) -> int:
    """Lists every batch in the journal, oldest first. Changes nothing."""

    async def list_batches() -> int:
        async with command_context(open_folders(options.data_dir), "signdesk status", console) as context:
            loaded = await context.journal.load(forgotten=options.everything)
            for sentence in loaded.set_aside:
                console.say(sentence)
            await say_unseen_loss(context)
        if options.as_json:
            console.json(to_json(loaded.batches))
            return 0
        for batch in loaded.batches:
            console.listed(batch)
        if not loaded.batches:
            console.say("There are no batches.")
        return 0

    return run_command(lambda: asyncio.run(list_batches()), console, wrong_use=())
