"""What must be decided by a person before anything is sent: a lost journal, a data folder that was moved."""

from __future__ import annotations

from signdesk.cli.keeping import Kept, what_was_lost
from signdesk.jobs.recovery import displaced, leave_to_other_copy
from signdesk.jobs.restore import take_in_from_save_folders


class NeedsDecision(Exception):
    """A person must decide first: exit code 4, and the text says how. Nothing was sent."""


async def refuse_unseen_loss(keeping: Kept, *, seen: bool = False) -> None:
    """Raises NeedsDecision where an earlier journal was lost and nobody has looked. `seen`: a person has."""
    loss = await keeping.journal.loss()
    if loss is None or loss.seen:
        return
    new = await take_in_from_save_folders(keeping.journal, keeping.folders)
    if new:
        them = "1 batch was taken into the list from its receipt"
        them = them if new == 1 else f"{new} batches were taken into the list from their receipts"
        keeping.narrator.say(f"{them}.")
    if seen:
        await keeping.journal.loss_seen()
        return
    loaded = await keeping.journal.list()
    numbers = ", ".join(one.server_id for one in loaded.batches if one.server_id)
    unfinished = f" Not finished, by their numbers on the server: {numbers}." if numbers else ""
    raise NeedsDecision(
        f"{what_was_lost(loss)}{unfinished} What else was sealed is not known any more: “signdesk restore” "
        "reads receipts, and the server’s operator can tell. Nothing was sent. “signdesk resume "
        "--seen” goes on after that."
    )


async def refuse_displaced(keeping: Kept, *, moved_here: bool = False, copied_here: bool = False) -> None:
    """Raises NeedsDecision where another copy of the data folder may have the unfinished batches, too.
    `moved_here`: a person says that there is none. `copied_here`: there is, and they belong to it.
    """
    if moved_here:
        await keeping.journal.settle_here()
    count = await displaced(keeping.journal)
    if count and copied_here:
        left = await leave_to_other_copy(keeping.journal)
        for sentence in left.set_aside:
            keeping.narrator.say(sentence)
        for one in left.batches:
            keeping.narrator.say(f"Batch {one.id}: {one.message}")
    elif count:
        batches = "1 batch is" if count == 1 else f"{count} batches are"
        raise NeedsDecision(
            "SignDesk's data folder was moved or copied, or an older list of batches was put back, and "
            f"{batches} not finished: another copy may go on with the same, or has sealed it. Nothing was "
            "sent. “signdesk resume --moved-here” goes on here, where no other copy is used any "
            "more; “signdesk resume --copied-here” leaves these batches to the other copy for good."
        )
