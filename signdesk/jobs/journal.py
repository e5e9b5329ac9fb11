"""Where a batch is noted down before each step's request leaves. The order of notes is the jobs' promise;
how durable they are is the journal's.
"""

from __future__ import annotations

from typing import Protocol

from signdesk.domain.batches import Batch
from signdesk.domain.servers import AcceptForm, Numbering


class Journal(Protocol):
    """Called by jobs, awaited before the step goes on. Raises SavingProblem when the note cannot be kept."""

    async def record(self, batch: Batch) -> None:
        """Keep this value as the batch's latest."""

    async def learned(self, base_url: str, *, form: AcceptForm | None, numbering: Numbering | None) -> None:
        """Keep what this server turned out to speak, for its next batches."""
