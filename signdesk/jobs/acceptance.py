"""A person has looked at a document that the server changed before it sealed it, and accepts it as it is; or
at a batch that is not complete, and lets it be so.

Noted in the journal first, then in the receipt, which is written again like when the server's copy is
deleted. Nothing is sent or sealed.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from signdesk.domain.batches import Acceptance, Batch, Outcome
from signdesk.domain.receipt_page import ENGLISH, PageLanguage
from signdesk.domain.retry_config import Clock
from signdesk.jobs.journal import Journal
from signdesk.jobs.receipt_step import has_its_receipt, with_receipt


def can_be_accepted(batch: Batch, place: int) -> bool:
    """Whether the document at `place` was changed by the server, and nobody has accepted that."""
    if not batch.is_over or not 0 <= place < len(batch.documents):
        return False
    one = batch.documents[place]
    return one.outcome is Outcome.RESEALED and not one.is_good


async def accept_document(
    batch: Batch, place: int, who: str, journal: Journal, clock: Clock, *, language: PageLanguage = ENGLISH
) -> Batch:
    """The batch with that note. Only where it `can_be_accepted`. Raises SavingProblem; then nothing is noted.
    A receipt that cannot be written is a warning of the batch.
    """
    documents = list(batch.documents)
    documents[place] = replace(documents[place], acceptance=Acceptance(clock.now(), who))
    return await _noted(batch.replace(documents=tuple(documents)), journal, clock, language)


async def note_seen(
    batch: Batch, who: str, journal: Journal, clock: Clock, *, language: PageLanguage = ENGLISH
) -> Batch:
    """The batch with the note that a person knows that it is not complete. Only where it `wants_a_look`; else
    as `accept_document`.
    """
    return await _noted(batch.replace(seen=Acceptance(clock.now(), who)), journal, clock, language)


async def _noted(accepted: Batch, journal: Journal, clock: Clock, language: PageLanguage) -> Batch:
    await journal.record(accepted)
    if await asyncio.to_thread(has_its_receipt, accepted):
        told = await asyncio.to_thread(with_receipt, accepted, clock.now(), language)
        if told != accepted:
            accepted = told
            await journal.record(accepted)
    return accepted
