"""Which batches of the journal hold a document already: looked up before anything is ordered.

A document counts as ordered in every batch of the same process and server (origin) that holds its content
and is not surely over, whoever owns it, also while it only waits. So it does in an unfinished batch of the
same connection at an earlier address of that: it may be the same server. Surely over is a batch that was
stopped before sealing began (not by being left to another copy of the data folder), and a finished one for
what came back without a seal (signdesk/README.md, P22).
Practice batches are left out: their server ended with the program that started it.

Beside it the remark in a document's row: what this computer has sealed earlier, or may have.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from signdesk.domain.batches import FINAL_STATES, PROVEN_OUTCOMES, Batch, BatchState, Outcome, Reason
from signdesk.domain.servers import origin
from signdesk.storage.journal.values import (
    Row,
    flag_in,
    moment_in,
    path_in,
    rows_of,
    stored_text,
    stored_whole,
    text_in,
    whole_in,
)

_HOLDING = """
    SELECT batches.rowid AS row_number, batches.id, batches.state, batches.base_url, batches.saved_to,
        batches.reason, batches.archived, batches.connection_id,
        batches.server_id <> '' OR batches.abandoned_ids <> '[]' OR batches.maybe_started AS known,
        coalesce(batches.sealed_at, batches.updated_at) AS at,
        batches.maybe_started = 0
            AND coalesce(batches.held_at, batches.state) IN (SELECT value FROM json_each(:before_accept))
            AS unsealed,
        documents.sha256, documents.outcome IN (SELECT value FROM json_each(:good)) AS good
    FROM documents JOIN batches ON batches.id = documents.batch_id
    WHERE documents.sha256 IN (SELECT value FROM json_each(:sha256s))
        AND batches.process_id = :process_id AND batches.practice = 0
        AND (batches.state <> :stopped OR batches.left_to_copy)
        AND NOT (batches.state = :partly_done AND documents.outcome = :came_back_unsealed)
        AND NOT (batches.archived = 1 AND unsealed AND documents.outcome = 'pending')
    ORDER BY batches.rowid
"""
_ROW_NUMBER = "SELECT rowid AS row_number FROM batches WHERE id = :id"
_SEALED_BEFORE = """
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
        AND (batches.state <> 'stopped' OR batches.left_to_copy)
        AND NOT (batches.state = 'partly_done' AND documents.outcome = 'unsealed')
        AND NOT (batches.archived = 1 AND waits AND documents.outcome = 'pending')
    ORDER BY sure DESC, waits, at DESC, batches.rowid DESC
"""
_BEFORE_ACCEPT = (BatchState.READY, BatchState.SENDING, BatchState.SENT)


@dataclass(frozen=True, slots=True)
class Ordered:
    """A batch that holds documents of an order already. `at`: when its seals, else its last step, were noted
    (UTC). `unsealed`: its sealing has surely not begun. `good`: contents that came back as they should.
    `place`: the order in which batches were noted. `is_put_away`: no longer listed. `reason`: of a batch that
    a person must decide about, else NONE. `base_url`: of its server, which has, or may have, something of it
    where it `is_known_there`.
    """

    batch_id: str
    place: int
    is_over: bool
    unsealed: bool
    at: datetime
    saved_to: Path | None
    sha256s: frozenset[str]
    good: frozenset[str]
    is_put_away: bool = False
    reason: Reason = Reason.NONE
    base_url: str = ""
    is_known_there: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an order: its batches as they were noted, or those that hold its documents already and
    the contents that are older than the loss of an earlier journal.
    """

    batches: tuple[Batch, ...] = ()
    found: tuple[Ordered, ...] = ()
    older: frozenset[str] = frozenset()

    @property
    def holds_back(self) -> bool:
        """Whether something is in the way of the order."""
        return bool(self.found or self.older)


def ordered_in(connection: sqlite3.Connection, order: Iterable[Batch]) -> tuple[Ordered, ...]:
    """The batches that hold documents of this order (one process, one server), the oldest first."""
    batches = list(order)
    if not batches or batches[0].server.practice:
        return ()
    first = batches[0]
    rows = rows_of(
        connection,
        _HOLDING,
        {
            "sha256s": json.dumps(
                sorted({one.document.sha256 for each in batches for one in each.documents})
            ),
            "process_id": stored_whole(first.process.id),
            "stopped": BatchState.STOPPED,
            "partly_done": BatchState.PARTLY_DONE,
            "came_back_unsealed": Outcome.UNSEALED,
            "before_accept": json.dumps(_BEFORE_ACCEPT),
            "good": json.dumps(sorted(PROVEN_OUTCOMES)),
        },
    )
    same = [one for one in rows if _is_same_server(one, first)]
    return tuple(_ordered(list(some)) for _, some in groupby(same, lambda one: one["row_number"]))


def in_the_way(connection: sqlite3.Connection, batch: Batch) -> Ordered | None:
    """The batch for which a noted one must not begin: it holds the same documents, and is older or perhaps
    sealed. None for one that may go on: nothing is paid for twice by it, or a person ordered it knowingly.
    """
    if batch.meant_again or not batch.is_surely_unsealed:
        return None
    places = [whole_in(one, "row_number") for one in rows_of(connection, _ROW_NUMBER, {"id": batch.id})]
    place = places[0] if places else None
    others = [one for one in ordered_in(connection, [batch]) if one.batch_id != batch.id]
    return next((one for one in others if not one.unsealed or place is None or one.place < place), None)


def without_known(found: Iterable[Ordered], known: Collection[str]) -> tuple[Ordered, ...]:
    """Those that hold something else than contents which a person orders knowingly."""
    return tuple(one for one in found if not one.sha256s <= set(known))


def told_apart(order: Iterable[Batch], known: Collection[str]) -> tuple[Batch, ...]:
    """The batches of one order with the fact whether they are meant although another one holds the same: a
    person ordered that knowingly, or an earlier part of the very same order does.
    """
    made: list[Batch] = []
    seen = set(known)
    for one in order:
        own = {each.document.sha256 for each in one.documents}
        made.append(one.replace(meant_again=one.meant_again or not own.isdisjoint(seen)))
        seen |= own
    return tuple(made)


def _ordered(rows: list[Row]) -> Ordered:
    first = rows[0]
    at, saved_to = datetime.min, None
    with contextlib.suppress(ValueError):  # not readable: `load` tells of it
        at, saved_to = moment_in(first, "at"), path_in(first, "saved_to")
    return Ordered(
        batch_id=text_in(first, "id"),
        place=whole_in(first, "row_number"),
        is_over=text_in(first, "state") in FINAL_STATES,
        unsealed=flag_in(first, "unsealed"),
        at=at,
        saved_to=saved_to,
        sha256s=frozenset(text_in(one, "sha256") for one in rows),
        good=frozenset(text_in(one, "sha256") for one in rows if flag_in(one, "good")),
        is_put_away=flag_in(first, "archived"),
        reason=_reason_of(first),
        base_url=text_in(first, "base_url"),
        is_known_there=flag_in(first, "known"),
    )


def _reason_of(row: Row) -> Reason:
    with contextlib.suppress(ValueError):
        return (
            Reason(text_in(row, "reason")) if text_in(row, "state") == BatchState.NEEDS_YOU else Reason.NONE
        )
    return Reason.NONE


def _is_same_server(row: Row, batch: Batch) -> bool:
    """Or may be: what is not finished goes where its connection leads, once a person has said so."""
    if _origin_of(row) == origin(batch.server.base_url):
        return True
    same = bool(batch.connection_id) and text_in(row, "connection_id") == batch.connection_id
    return same and text_in(row, "state") not in FINAL_STATES


def _origin_of(row: Row) -> str:
    with contextlib.suppress(ValueError):
        return origin(text_in(row, "base_url"))
    return ""


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
