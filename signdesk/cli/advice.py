"""Which commands help with a batch that waits for a person."""

from __future__ import annotations

from signdesk.domain.batches import Batch, BatchState, Reason


def result_advice(batch: Batch) -> str:
    """Where a result waits to be looked at, or to be compared; else ""."""
    drop = f"“signdesk drop {batch.id}” removes the batch from the list."
    if batch.state is BatchState.WAITING and batch.reason is Reason.NOT_COMPARED:
        return f"“signdesk resume” compares the pages again; {drop}"
    if batch.state is not BatchState.NEEDS_YOU or batch.reason is not Reason.RESULT:
        return ""
    again = "“signdesk resume --fetch-again” fetches it again"
    if batch.server.practice:
        again = "The practice server has ended, so nothing can be fetched again"
    if batch.quarantined_to is not None:
        return f"{again}; “signdesk release {batch.id}” saves it anyway; {drop}"
    if batch.saved_to is not None:
        return f"{again}. Once you have looked at it, {drop}"
    return f"{again}; {drop}"


def what_helps(batch: Batch) -> str:
    """The command that helps where a batch waits for a person; "" where it waits for none, or where what it
    says itself names the command.
    """
    if batch.server.practice or batch.is_over:
        return ""
    if batch.reason is Reason.UNCLEAR:
        return (
            f"Batch {batch.id}: “signdesk resume” asks the server once more; “signdesk resume "
            "--accept-again” orders sealing again, which may seal twice."
        )
    if batch.reason is Reason.FAULT:
        return f"Batch {batch.id}: “signdesk resume” tries again."
    if batch.reason is Reason.LOST:
        return f"Batch {batch.id}: “signdesk resume” asks the server once more."
    if batch.reason in (Reason.ORDERED_BEFORE, Reason.SOURCE_CHANGED):
        return (
            f"Batch {batch.id}: “signdesk drop {batch.id}” removes it from the list; nothing of it is "
            "sealed. “signdesk sign” orders the documents as they are now."
        )
    if batch.reason is Reason.PROCESS:
        return (
            f"Batch {batch.id}: “signdesk resume” tries again once the server knows the process; “signdesk "
            f"drop {batch.id}” removes it from the list, and “signdesk sign --process ID” orders with "
            "another one."
        )
    if waits_for_folder(batch):
        return (
            f"Batch {batch.id}: “signdesk resume” goes on once its folder can be used; “signdesk release "
            f"{batch.id} --save-to DIR” gives it another one."
        )
    return _how_to_sign_in(batch) if batch.reason is Reason.SIGN_IN else ""


def _how_to_sign_in(batch: Batch) -> str:
    return (
        f"“signdesk login --server {batch.server.base_url}” keeps a sign-in in the keyring; "
        "SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with SIGNDESK_PASSWORD give one for a single run."
    )


def waits_for_folder(batch: Batch) -> bool:
    """Whether it goes on once its folder can be used, or another one is chosen."""
    if batch.held_at is None or batch.saved_to is not None:
        return False
    return batch.reason in (Reason.TARGET, Reason.AWAY, Reason.DISK_FULL)
