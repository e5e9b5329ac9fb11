"""A lost journal, or a data folder that was moved: what is said, and what a person must decide first."""

from __future__ import annotations

from signdesk.cli.command import CommandContext, NeedsDecision
from signdesk.domain.documents import shown_name
from signdesk.jobs.recovery import displaced, leave_to_other_copy
from signdesk.jobs.restore import take_in_from_save_folders
from signdesk.storage.journal.losses import Loss


async def say_unseen_loss(context: CommandContext) -> None:
    """The same in a sentence, for commands that only tell."""
    loss = await context.journal.loss()
    if loss is not None and not loss.seen:
        context.console.say(
            f"{what_was_lost(loss)} “signdesk resume” says what can be done; “signdesk resume --seen” goes "
            "on after that."
        )


def what_was_lost(loss: Loss) -> str:
    """In a sentence or two."""
    if loss.put_back:
        return "An older list of batches was put back in SignDesk's data folder."
    what = "is gone" if loss.set_aside is None else f"was damaged and kept as {shown_name(loss.set_aside)}"
    batches = "1 batch" if loss.recovered == 1 else f"{loss.recovered} batches"
    read = f" {batches} could be read from it." if loss.recovered or loss.set_aside is not None else ""
    return f"SignDesk's list of batches {what}.{read}"


async def refuse_unseen_loss(context: CommandContext, *, seen: bool = False) -> None:
    """Raises NeedsDecision where an earlier journal was lost and nobody has looked. `seen`: a person has."""
    loss = await context.journal.loss()
    if loss is None or loss.seen:
        return
    new = await take_in_from_save_folders(context.journal, context.folders)
    if new:
        them = "1 batch was taken into the list from its receipt"
        them = them if new == 1 else f"{new} batches were taken into the list from their receipts"
        context.console.say(f"{them}.")
    if seen:
        await context.journal.loss_seen()
        return
    loaded = await context.journal.list()
    numbers = ", ".join(one.server_id for one in loaded.batches if one.server_id)
    unfinished = f" Not finished, by their numbers on the server: {numbers}." if numbers else ""
    raise NeedsDecision(
        f"{what_was_lost(loss)}{unfinished} What else was sealed is not known any more: “signdesk restore” "
        "reads receipts, and the server’s operator can tell. Nothing was sent. “signdesk resume "
        "--seen” goes on after that."
    )


async def refuse_displaced(
    context: CommandContext, *, moved_here: bool = False, copied_here: bool = False
) -> None:
    """Raises NeedsDecision where another copy of the data folder may have the unfinished batches, too.
    `moved_here`: a person says that there is none. `copied_here`: there is, and they belong to it.
    """
    if moved_here:
        await context.journal.settle_here()
    count = await displaced(context.journal)
    if count and copied_here:
        left = await leave_to_other_copy(context.journal)
        for sentence in left.set_aside:
            context.console.say(sentence)
        for one in left.batches:
            context.console.say(f"Batch {one.id}: {one.message}")
    elif count:
        batches = "1 batch is" if count == 1 else f"{count} batches are"
        raise NeedsDecision(
            "SignDesk's data folder was moved or copied, or an older list of batches was put back, and "
            f"{batches} not finished: another copy may go on with the same, or has sealed it. Nothing was "
            "sent. “signdesk resume --moved-here” goes on here, where no other copy is used any "
            "more; “signdesk resume --copied-here” leaves these batches to the other copy for good."
        )
