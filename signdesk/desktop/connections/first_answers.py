"""Whether a server, or a sign-in, has turned out to be good: it has answered properly about some batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from signdesk.domain.batches import Batch, BatchState


@dataclass(slots=True)
class _Waiting:
    since: datetime
    act: Callable[[], object]
    last_state: BatchState | None = None


class FirstAnswers:
    """On the GUI thread. Every batch that a job publishes comes to `heard`."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Waiting] = {}

    def when_proven(self, about: str, act: Callable[[], object]) -> None:
        """`act` is called once; what was to be called before is not. `about`: a batch's id or the address of
        a server.
        """
        self._waiting[about] = _Waiting(datetime.now(UTC), act)

    def heard(self, batch: Batch) -> None:
        """As its job stands now."""
        for about in (batch.id, batch.server.base_url):
            waiting = self._waiting.get(about)
            if waiting is not None and _is_proof(batch, waiting):
                del self._waiting[about]
                waiting.act()


def _is_proof(batch: Batch, waiting: _Waiting) -> bool:
    """An answer since then, a deletion included, or a download from its beginning to its end."""
    before, waiting.last_state = waiting.last_state, batch.state
    moments = (one for one in (batch.heard_at, batch.deleted_at) if one is not None)
    fetched = before is BatchState.FETCHING and batch.state is BatchState.CHECKING
    return fetched or any(one >= waiting.since for one in moments)
