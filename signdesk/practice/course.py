"""The way of an accepted batch through the published statuses. On the server's loop; work in threads."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from signdesk.domain.reports import NOT_STARTED, Status
from signdesk.practice.batches import Held, PracticeBatch
from signdesk.practice.dialect import Dialect
from signdesk.practice.result import Made
from signdesk.practice.work import Workshop

log = logging.getLogger(__name__)


def _worked_on(workshop: Workshop, batch: PracticeBatch, held: Held, dialect: Dialect) -> Made:
    """A document that cannot be worked on comes back as it was; it must not hold up the others."""
    try:
        return workshop.work_on(batch, held, dialect)
    except Exception:
        log.exception("a document of batch %s came back unsealed", batch.id)
        return Made(held.name, held.path, held.path)


async def run_course(batch: PracticeBatch, workshop: Workshop, dialect: Callable[[], Dialect]) -> None:
    """From ACCEPTED to CLOSED, or to where the dialect says that the batch gets stuck."""
    try:
        if dialect().stuck_at in NOT_STARTED:
            return  # confirmed, and never begun
        for status in (Status.ACCEPTED, Status.READY, Status.IN_PROGRESS):
            batch.status = status
            if status is dialect().stuck_at:
                return
            await batch.pace.step()
        made = []
        for held in batch.documents:
            made.append(await asyncio.to_thread(_worked_on, workshop, batch, held, dialect()))
            await batch.pace.step()
        batch.status = Status.FINISHING
        target = batch.folder / "result.zip"
        await asyncio.to_thread(workshop.finish, batch, made, target, dialect())
        if dialect().stuck_at is Status.FINISHING:
            return
        await batch.pace.step()
        batch.result, batch.status = target, Status.CLOSED
    finally:
        batch.pace.end()
