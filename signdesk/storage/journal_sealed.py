"""What this computer has sealed earlier, or may have: the remark in a document's row.

What counts as ordered already, before a new order: `journal_orders`.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signdesk.domain.batches import PROVEN_OUTCOMES, BatchState
from signdesk.storage.journal_orders import LEFT_TO_COPY
from signdesk.storage.journal_values import (
    flag_in,
    moment_in,
    path_in,
    rows_of,
    stored_text,
    stored_whole,
    text_in,
)

_SEALED_BEFORE = f"""
    SELECT documents.sha256, batches.saved_to, batches.id,
        documents.outcome IN (SELECT value FROM json_each(:good)) AS sure,
        batches.maybe_started = 0
            AND coalesce(batches.held_at, batches.state) IN (SELECT value FROM json_each(:before_accept))
            AS waits,
        CASE WHEN documents.outcome IN (SELECT value FROM json_each(:good))
            THEN batches.sealed_at ELSE batches.updated_at END AS at
    FROM documents JOIN batches ON batches.id = documents.batch_id
    WHERE documents.sha256 IN (SELECT value FROM json_each(:sha256s))
        AND batches.process_id = :process_id AND batches.base_url = :base_url
        AND (batches.state <> 'stopped' OR {LEFT_TO_COPY})
        AND NOT (batches.state = 'partly_done' AND documents.outcome = 'unsealed')
        AND NOT (batches.archived = 1 AND waits AND documents.outcome = 'pending')
    ORDER BY sure DESC, waits, at DESC, batches.rowid DESC
"""  # noqa: S608 - no value in it
_BEFORE_ACCEPT = (BatchState.READY, BatchState.SENDING, BatchState.SENT)


@dataclass(frozen=True, slots=True)
class SealedBefore:
    """A document of this content came back with the outcome asked for; `at`: when that was noted (UTC).

    `saved_to`: the ZIP, if it was saved. Not `sure`: sealing it was ordered, or perhaps ordered, in a batch
    that has no result yet, or brought no good one of it; `at`: when that was noted last. `waits`: that batch
    has surely not begun to seal.
    """

    sha256: str
    at: datetime
    saved_to: Path | None
    batch_id: str
    sure: bool = True
    waits: bool = False


def sealed_before(
    connection: sqlite3.Connection, sha256s: Iterable[str], process_id: int, base_url: str
) -> dict[str, SealedBefore]:
    """For each content the latest, what is sure before what is not."""
    wanted = {
        "sha256s": json.dumps(sorted(set(sha256s))),
        "good": json.dumps(sorted(PROVEN_OUTCOMES)),
        "before_accept": json.dumps(_BEFORE_ACCEPT),
        "process_id": stored_whole(process_id),
        "base_url": stored_text(base_url),
    }
    found: dict[str, SealedBefore] = {}
    for row in rows_of(connection, _SEALED_BEFORE, wanted):
        with contextlib.suppress(ValueError):  # not readable: `load` tells of it
            at, saved_to, sure = moment_in(row, "at"), path_in(row, "saved_to"), flag_in(row, "sure")
            waits = flag_in(row, "waits")
            one = SealedBefore(text_in(row, "sha256"), at, saved_to, text_in(row, "id"), sure, waits)
            found.setdefault(one.sha256, one)
    return found
