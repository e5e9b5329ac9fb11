"""A result that was put aside, saved all the same because a person says so. No server is asked.

Nothing in it was checked, so no document counts as sealed, and the server's copy is not deleted
(signdesk/README.md, Matching).
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.receipt_page import ENGLISH, PageLanguage
from signdesk.domain.retry_config import Clock
from signdesk.jobs.digests import sha256_of
from signdesk.jobs.download_step import result_name, saved_already
from signdesk.jobs.journal import Journal
from signdesk.jobs.receipt_step import with_receipt
from signdesk.jobs.target import ordered_target
from signdesk.storage.results import check_target, save

NOT_CHECKED = msg("It was not checked: what came back could not be opened, and was saved anyway.")


def can_be_released(batch: Batch) -> bool:
    """Whether a result of it was put aside, and is not saved yet."""
    put_aside = batch.quarantined_to is not None and batch.saved_to is None
    return put_aside and batch.held_at is BatchState.CHECKING


async def give_other_folder(batch: Batch, journal: Journal, save_to: Path) -> Batch:
    """WAITING, with its result to be saved in `save_to` (made where it is missing) when it goes on. Only for
    a batch that waits for its folder. Raises SavingProblem; then it waits as before.
    """
    mount = await asyncio.to_thread(ordered_target, save_to)
    moved = batch.held(BatchState.WAITING, batch.reason, "").replace(save_to=save_to, mount=mount)
    await journal.record(moved)
    return moved


async def release_batch(
    batch: Batch,
    journal: Journal,
    clock: Clock,
    *,
    save_to: Path | None = None,
    language: PageLanguage = ENGLISH,
) -> Batch:
    """PARTLY_DONE, with the ZIP byte for byte in `save_to` (made where it is missing), or in the batch's own
    folder. Only for a batch that `can_be_released`.

    Raises SavingProblem; then the batch waits as before. Killed at any moment it can be done again.
    """
    released = batch
    if save_to is not None:
        released = batch.replace(save_to=save_to, mount=await asyncio.to_thread(ordered_target, save_to))
    await journal.record(released)
    saved_to = await asyncio.to_thread(_saved, released)
    documents = tuple(
        replace(one, outcome=Outcome.NOT_RECOGNISED, message=NOT_CHECKED) for one in batch.documents
    )
    saved = released.resumed().transition(
        BatchState.SAVED, saved_to=saved_to, quarantined_to=None, documents=documents
    )
    saved = saved.entered(BatchState.SAVED, clock.now())
    await journal.record(saved)
    over = saved.transition(BatchState.PARTLY_DONE).entered(BatchState.PARTLY_DONE, clock.now())
    over = over.replace(warnings=(*over.warnings, _copy_stays(over)))
    if over.delivery.receipt and not over.receipts:
        over = await asyncio.to_thread(with_receipt, over, clock.now(), language)
    await journal.record(over)
    return over


def _saved(batch: Batch) -> Path:
    """Blocking. Raises SavingProblem."""
    aside = batch.quarantined_to
    check_target(batch.save_to, batch.mount, 0)
    if aside is not None and sha256_of(aside) == batch.result_sha256:
        return save(aside, batch.save_to, result_name(batch))
    # A try that was killed may have got so far.
    found = saved_already(batch.replace(quarantined_to=None))
    if found is None:
        raise SavingProblem(
            msg(
                "What came back is no longer in “{path}”, or was changed there, so it cannot be saved.",
                path=shown_name(str(aside)),
            )
        )
    return found


def _copy_stays(batch: Batch) -> str:
    return msg(
        "The server's copy (batch number {number}) was not deleted, because what came back was not checked.",
        number=batch.server_id,
    )
