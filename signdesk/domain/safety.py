"""What is safe of a batch: the one place where that is said, always of the batch as it is at that moment.

Never kept ready beforehand: a sentence that was true when an order was made may be false when it is shown
(signdesk/README.md, Fault matrix: each hold names what is safe).
"""

from __future__ import annotations

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.messages import Message, join, msg

_S = BatchState


def what_is_safe(batch: Batch) -> Message:
    """One or two sentences: whether anything is sealed, and where the result is. Held, over or under way."""
    state = batch.held_at or batch.state
    if batch.left_to_copy:
        return msg("The other copy of SignDesk's data folder shows what becomes of it.")
    if batch.reason is Reason.LOST:
        return msg("Your own documents are untouched.")
    if batch.reason is Reason.UNCLEAR:
        return while_unclear(batch)
    if batch.is_surely_unsealed or state is _S.STOPPED:
        return msg("Nothing has been sealed.")
    if state is _S.SEALING:
        return msg(
            "Sealing was started and goes on at the server; SignDesk keeps the batch and fetches it later."
        )
    if state in (_S.FETCHING, _S.CHECKING):
        return msg("The sealed documents are still on the server; nothing is lost.")
    if state in (_S.SAVED, _S.DONE, _S.PARTLY_DONE):
        return msg("Your saved file is complete.")
    return msg(
        "It is not yet known whether sealing began. SignDesk will ask the server and not start it twice."
    )


def while_unclear(batch: Batch) -> Message:
    """The same where a person is asked whether an accept worked: it is not asked about any more."""
    if batch.maybe_started:  # a person has ordered a second accept
        return msg("Nothing is lost, but the documents may have been sealed twice.")
    return msg("Nothing is lost, and nothing has been sealed twice.")


def once_stopped(batch: Batch) -> Message:
    """What is true where somebody no longer waits for the batch."""
    state = batch.held_at or batch.state
    if batch.is_surely_unsealed or state is _S.STOPPED:
        return join(msg("Stopped before sealing began."), what_is_safe(batch))
    if state is _S.SAVED:
        if batch.delivery.keep_copy:
            return msg("The result is saved. The server keeps its copy.")
        return msg("The result is saved. The server's copy was not deleted yet.")
    if state in (_S.SEALING, _S.FETCHING, _S.CHECKING):
        return msg(
            "SignDesk no longer waits for this batch. The server was told to seal it, and keeps the result."
        )
    return join(msg("SignDesk no longer waits for this batch."), what_is_safe(batch))


def after_a_fault(batch: Batch) -> Message:
    """What is said of a batch whose job ended by a mistake of ours, wherever that was."""
    return join(
        msg(
            "Something went wrong inside SignDesk itself. The batch is kept as it is; a new try goes on from "
            "its last sure step."
        ),
        what_is_safe(batch),
    )
