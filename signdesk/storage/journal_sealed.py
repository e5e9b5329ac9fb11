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

from signdesk.domain.batches import FINAL_STATES, PROVEN_OUTCOMES, BatchState
from signdesk.storage.journal_values import (
    flag_in,
    moment_in,
    path_in,
    rows_of,
    stored_text,
    stored_whole,
    text_in,
)

_SEALED_BEFORE = """
    SELECT documents.sha256, batches.saved_to, batches.id,
        documents.outcome IN (SELECT value FROM json_each(:good)) AS sure,
        CASE WHEN documents.outcome IN (SELECT value FROM json_each(:good))
            THEN batches.sealed_at ELSE batches.updated_at END AS at
    FROM documents JOIN batches ON batches.id = documents.batch_id
    WHERE documents.sha256 IN (SELECT value FROM json_each(:sha256s))
        AND batches.process_id = :process_id AND batches.base_url = :base_url
        AND (
            documents.outcome IN (SELECT value FROM json_each(:good))
            OR documents.outcome = 'pending' AND batches.state NOT IN (SELECT value FROM json_each(:final))
                AND (
                    batches.maybe_started = 1
                    OR coalesce(batches.held_at, batches.state) IN (SELECT value FROM json_each(:ordered))
                )
        )
    ORDER BY sure DESC, at DESC, batches.rowid DESC
"""
_ORDERED = (BatchState.ACCEPTING, BatchState.SEALING, BatchState.FETCHING, BatchState.CHECKING)


@dataclass(frozen=True, slots=True)
class SealedBefore:
    """A document of this content came back with the outcome asked for; `at`: when that was noted (UTC).

    `saved_to`: the ZIP, if it was saved. Not `sure`: sealing it was ordered, or perhaps ordered, in a batch
    that has no result yet, or whose result was put aside or lost; `at`: when that was noted last.
    """

    sha256: str
    at: datetime
    saved_to: Path | None
    batch_id: str
    sure: bool = True


def sealed_before(
    connection: sqlite3.Connection, sha256s: Iterable[str], process_id: int, base_url: str
) -> dict[str, SealedBefore]:
    """For each content the latest, what is sure before what is not."""
    wanted = {
        "sha256s": json.dumps(sorted(set(sha256s))),
        "good": json.dumps(sorted(PROVEN_OUTCOMES)),
        "final": json.dumps(sorted(FINAL_STATES)),
        "ordered": json.dumps(_ORDERED),
        "process_id": stored_whole(process_id),
        "base_url": stored_text(base_url),
    }
    found: dict[str, SealedBefore] = {}
    for row in rows_of(connection, _SEALED_BEFORE, wanted):
        with contextlib.suppress(ValueError):  # not readable: `load` tells of it
            at, saved_to, sure = moment_in(row, "at"), path_in(row, "saved_to"), flag_in(row, "sure")
            one = SealedBefore(text_in(row, "sha256"), at, saved_to, text_in(row, "id"), sure)
            found.setdefault(one.sha256, one)
    return found
