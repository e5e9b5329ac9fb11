"""What a person decides about a batch that no server is asked about: noted in the journal, then in the store.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from signdesk.desktop.batches.batch_claims import BatchClaims
from signdesk.domain.batches import Batch
from signdesk.domain.receipt_page import PageLanguage
from signdesk.jobs import acceptance
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.order_terms import sent_by
from signdesk.jobs.release import can_be_released, release_batch


class BatchDecisions:
    """Each method raises SavingProblem where the decision cannot be noted; nothing has changed then."""

    def __init__(
        self, store: BatchStore, claims: BatchClaims, journal: AsyncJournal, page_language: PageLanguage
    ) -> None:
        self._store = store
        self._claims = claims
        self._journal = journal
        self._page_language = page_language

    async def release(self, batch: Batch) -> None:
        """Saves a result that was put aside, as it is."""

        async def released(latest: Batch) -> Batch:
            if not can_be_released(latest):
                return latest
            return await release_batch(latest, self._journal, SystemClock(), language=self._page_language)

        if not self._store.is_running(batch.id):
            await self._noted(batch, released)

    async def accept(self, batch: Batch, place: int) -> Batch:
        """A person accepts what the server changed in one document."""

        async def accepted(latest: Batch) -> Batch:
            if not acceptance.can_be_accepted(latest, place):
                return latest
            clock, language = SystemClock(), self._page_language
            return await acceptance.accept_document(
                latest, place, sent_by(), self._journal, clock, language=language
            )

        return await self._noted(batch, accepted)

    async def note_seen(self, batch: Batch) -> Batch:
        """A person knows that a batch is not complete."""

        async def seen(latest: Batch) -> Batch:
            if not latest.wants_a_look:
                return latest
            clock, language = SystemClock(), self._page_language
            return await acceptance.note_seen(latest, sent_by(), self._journal, clock, language=language)

        return await self._noted(batch, seen)

    async def _noted(self, batch: Batch, note: Callable[[Batch], Awaitable[Batch]]) -> Batch:
        """What `note` makes of the batch as the journal has it."""
        with self._claims.deciding(batch) as may:
            if not may:
                return batch
            latest = await note(await self._journal.latest(batch.id) or batch)
            self._store.put(latest)
            return latest
