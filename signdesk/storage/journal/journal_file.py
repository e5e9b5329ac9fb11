"""The durable list of batches: one SQLite file, one connection, every note on the disk before it counts.

How a Batch becomes rows: `rows`. Opening and broken files: `opening`. Who works on a batch:
`batch_lock`. What is noted when is the jobs' business.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from signdesk.domain.batches import FINAL_STATES, Batch, BatchState
from signdesk.domain.documents import Document
from signdesk.domain.errors import SavingProblem
from signdesk.storage.journal.bad_rows import move_if_bad, sentences_about
from signdesk.storage.journal.failures import moved_away, telling
from signdesk.storage.journal.identity import (
    Mark,
    Standing,
    advance,
    ensure,
    has_begun,
    keep_stamp,
    other_folder,
    renew,
    standing,
    unfinished,
    write_mark,
)
from signdesk.storage.journal.losses import Loss, note_loss, noted_loss, older_than, readable_batches
from signdesk.storage.journal.opening import Connect, identity, open_journal
from signdesk.storage.journal.orders import (
    Ordered,
    Placed,
    SealedBefore,
    in_the_way,
    ordered_in,
    sealed_before,
    told_apart,
    without_known,
)
from signdesk.storage.journal.rows import batch_from, batch_row, document_rows
from signdesk.storage.journal.schema import JournalTooNew, transaction
from signdesk.storage.journal.unsent import UnsentTable
from signdesk.storage.journal.values import (
    BadRow,
    Value,
    rows_of,
    stored_moment,
    stored_text,
    text_in,
    whole_in,
)
from signdesk.storage.order_mark import keep_mark

__all__ = ["JournalFile", "JournalTooNew", "Loaded", "Ordered", "Page", "Placed", "SealedBefore"]

_LARGEST_ROW_NUMBER = 2**63 - 1
_FORGET_DOCUMENTS = "DELETE FROM documents WHERE batch_id = ?"
_ROWS = """
    SELECT rowid AS row_number, *,
        (SELECT count(*) FROM documents WHERE documents.batch_id = batches.id) AS document_rows
    FROM batches
"""
_LOAD = f"{_ROWS} WHERE archived <= :forgotten ORDER BY created_at, rowid"
_UNFINISHED = f"""
    {_ROWS}
    WHERE archived = 0 AND (
        state NOT IN (SELECT value FROM json_each(:final))
        OR :left AND (
            abandoned_ids <> '[]' OR state <> 'stopped' AND keep_copy = 0 AND deleted_at IS NULL
        )
    )
    ORDER BY created_at, rowid
"""  # noqa: S608 - our own text
_HISTORY = f"""
    {_ROWS}
    WHERE archived = 0 AND rowid < :before AND state IN (SELECT value FROM json_each(:final))
    ORDER BY rowid DESC LIMIT :size
"""  # noqa: S608 - our own text
_GET = f"{_ROWS} WHERE id = ? AND archived <= ?"
_ARCHIVE = "UPDATE batches SET archived = 1 WHERE id = ?"
_LIST_AGAIN = "UPDATE batches SET archived = 0 WHERE id IN (SELECT value FROM json_each(?))"
_RENAME = "UPDATE batches SET name = ? WHERE id = ?"
_ARCHIVE_ENDED = """
    UPDATE batches SET archived = 1
    WHERE archived = 0 AND updated_at < ? AND state IN (SELECT value FROM json_each(?))
        AND wants_a_look = 0
        AND abandoned_ids = '[]' AND (state = 'stopped' OR keep_copy = 1 OR deleted_at IS NOT NULL)
    RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the history: at most `size` batches (from 1) whose rows were added before `before`."""

    size: int
    before: int = _LARGEST_ROW_NUMBER


@dataclass(frozen=True, slots=True)
class Loaded:
    """`set_aside`: sentences about each batch that could not be read; its rows are kept apart. `rest`: the
    page that follows, None behind the last one.
    """

    batches: tuple[Batch, ...]
    set_aside: tuple[str, ...] = ()
    rest: Page | None = None


def _now() -> datetime:
    return datetime.now(UTC)


def _sealed_at(batch: Batch, noted: str) -> str | None:
    """When its result was saved; of one whose job noted nothing of that, when this is `noted`."""
    if not batch.is_proven:
        return None
    saved = dict(batch.reached).get(BatchState.SAVED)
    return noted if saved is None else stored_moment(saved)


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    places = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - our own names


def _upsert(columns: Iterable[str]) -> str:
    """`archived` and `name` stay as they are (a job at work does not know of them), and `sealed_at` says when
    the first good outcome was noted.
    """
    names = list(columns)
    own = ("sealed_at", "name")
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names if name not in own)
    kept = "sealed_at = coalesce(sealed_at, excluded.sealed_at)"
    return f"{_insert('batches', names)} ON CONFLICT (id) DO UPDATE SET {replaced}, {kept}"


def _contents(batches: Iterable[Batch]) -> set[str]:
    return {one.document.sha256 for each in batches for one in each.documents}


class JournalFile:
    """An open journal. Blocking, and to be used in the thread that opened it.

    Several processes may have the file open; each note is one short transaction, each waits up to 10 s for
    another's. Every method raises SavingProblem or DiskFull, after which the object can be used on.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        set_aside: Path | None,
        now: Callable[[], datetime],
        order_mark: Path | None = None,
    ) -> None:
        """Use `open`."""
        self.set_aside = set_aside
        self._path = path
        self._connection = connection
        self._identity = identity(path)
        self._now = now
        self._order_mark = order_mark
        self._stamped: Mark | None = None  # written, and not yet noted
        self.unsent = UnsentTable(connection, self._writing, lambda: telling(path))

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime] = _now,
        connect: Connect = sqlite3.connect,
        order_mark: Path | None = None,
    ) -> JournalFile:
        """The file at `path`, made on demand. A newer one raises JournalTooNew and is left as it is; a broken
        one is kept beside under a new name, which `set_aside` tells. `now`: an aware time, for notes.
        `order_mark`: as in `storage.order_mark`.
        """
        opened = open_journal(path.absolute(), connect, lambda: now().date())
        file = cls(path.absolute(), opened.connection, opened.set_aside, now, order_mark)
        try:
            file._note_a_loss()
            file._keep_order_mark()
        except BaseException:
            file.close()
            raise
        return file

    def record(self, *batches: Batch) -> None:
        """Keep these values as the batches' latest. Durable when it returns; after an error the file holds
        either the values before or these, whole and all of them.
        """
        begins = any(one.state is BatchState.ACCEPTING and not one.server.practice for one in batches)
        with self._writing():
            for batch in batches:
                self._record(batch)
            mark = advance(self._connection) if begins else None
            if self._stamped is not None:
                keep_stamp(self._connection, self._stamped)
        self._stamped = None
        if mark is not None:
            keep_mark(self._order_mark)
            self._stamped = replace(mark, changed_ns=write_mark(self._path, mark))

    def load(self, *, forgotten: bool = False) -> Loaded:
        """Every batch that was not forgotten (with `forgotten`: those, too), oldest first. One that cannot be
        read is moved to `bad_rows` with all its content and told of in `set_aside`; the others load.
        """
        return self._read(_LOAD, {"forgotten": int(forgotten)})[0]

    def list(self, page: Page | None = None, *, left_behind: bool = False) -> Loaded:
        """Without `page` those that are not over, oldest first, and with `left_behind` also what is over and
        still has something on its server. With it a part of what is over, latest row first, and in `rest` the
        page to ask for next. Never what was forgotten. Rows that cannot be read: as in `load`.
        """
        final: dict[str, Value] = {"final": json.dumps(sorted(FINAL_STATES))}
        if page is None:
            return self._read(_UNFINISHED, {**final, "left": int(left_behind)})[0]
        if page.size < 1:
            raise ValueError("a page of no batches would have no end")
        loaded, last = self._read(_HISTORY, {**final, "before": page.before, "size": page.size})
        return loaded if last is None else replace(loaded, rest=replace(page, before=last))

    def _read(self, query: str, values: dict[str, Value]) -> tuple[Loaded, int | None]:
        """Those of the query, and the number of the last row, readable or not."""
        with telling(self._path):
            rows = rows_of(self._connection, query, values)
        loaded, sentences = [], []
        for row in rows:
            try:
                loaded.append(batch_from(row))
            except BadRow:
                with telling(self._path):
                    sentences.append(sentences_about(self._connection, row))
                self._put_aside(row["row_number"])
        last = whole_in(rows[-1], "row_number") if rows else None
        return Loaded(tuple(loaded), tuple(sentences)), last

    def get(self, batch_id: str, *, forgotten: bool = False) -> Batch | None:
        """This one alone; None where it is not there, cannot be read or was forgotten (without that flag)."""
        with telling(self._path):
            rows = rows_of(self._connection, _GET, (stored_text(batch_id), int(forgotten)))
        with contextlib.suppress(BadRow):  # `load` and `list` tell of it
            return batch_from(rows[0]) if rows else None
        return None

    def forget(self, batch_id: str) -> None:
        """No longer listed, and still known to `sealed_before`."""
        with self._writing():
            self._connection.execute(_ARCHIVE, (stored_text(batch_id),))

    def list_again(self, batch_ids: Iterable[str]) -> None:
        """As before `forget` and `forget_ended`."""
        with self._writing():
            self._connection.execute(_LIST_AGAIN, (json.dumps(list(batch_ids)),))

    def rename(self, batch_id: str, name: str) -> None:
        """What a person calls it, whatever its job notes meanwhile."""
        with self._writing():
            self._connection.execute(_RENAME, (stored_text(name), stored_text(batch_id)))

    def forget_ended(self, before: datetime) -> tuple[str, ...]:
        """Forgets every batch that is over, of which nothing was noted since `before`, that has left
        nothing on its server that ought not to be there, and that wants no look any more. Their ids.
        """
        with self._writing():
            rows = rows_of(
                self._connection, _ARCHIVE_ENDED, (stored_moment(before), json.dumps(sorted(FINAL_STATES)))
            )
        return tuple(text_in(row, "id") for row in rows)

    def sealed_before(
        self, sha256s: Iterable[str], process_id: int, base_url: str
    ) -> dict[str, SealedBefore]:
        """What this process of this server has sealed earlier, or may have: for each content the latest, what
        is sure before what is not.
        """
        with telling(self._path):
            return sealed_before(self._connection, sha256s, process_id, base_url)

    def order(
        self,
        batches: Sequence[Batch],
        known: Collection[str] | None = (),
        *,
        asks_for_older: bool = False,
    ) -> Placed:
        """Notes all new batches of one order (one process, one server), unless another batch holds one of its
        documents already (`orders`): then nothing is noted. Looking and noting are one transaction,
        so of two orders at once one is noted. `known`: contents that a person orders again knowingly; None:
        all of them. `asks_for_older`: a document that is older than the loss of a journal is held back, too.
        """
        knowing = _contents(batches) if known is None else set(known)
        with self._writing():
            held = self._holding(batches, knowing, asks_for_older=asks_for_older)
            if held.holds_back:
                return held
            noted = told_apart(batches, knowing)
            ensure(self._connection, self._path)
            for batch in noted:
                self._record(batch)
        return Placed(noted)

    def look_before_order(
        self,
        batches: Sequence[Batch],
        known: Collection[str] | None = (),
        *,
        asks_for_older: bool = False,
    ) -> Placed:
        """What `order` would be held back by at this moment; nothing is noted, and `batches` is empty."""
        knowing = _contents(batches) if known is None else set(known)
        with telling(self._path), transaction(self._connection, "DEFERRED"):
            return self._holding(batches, knowing, asks_for_older=asks_for_older)

    def _holding(self, batches: Sequence[Batch], knowing: set[str], *, asks_for_older: bool) -> Placed:
        found = without_known(ordered_in(self._connection, batches), knowing)
        real = [one.document for each in batches if not each.server.practice for one in each.documents]
        older = older_than(noted_loss(self._connection), real if asks_for_older else ()) - knowing
        return Placed(found=found, older=older)

    def in_the_way(self, batch: Batch) -> Ordered | None:
        """The batch for which this noted one must not begin (`orders.in_the_way`)."""
        with telling(self._path):
            return in_the_way(self._connection, batch)

    def standing(self) -> tuple[Standing, int]:
        """How this file stands to its folder (`identity`), and how many batches are not finished."""
        with telling(self._path):
            return standing(self._connection, self._path, self._order_mark), unfinished(self._connection)

    def loss(self) -> Loss | None:
        """The loss of an earlier journal; None where there was none."""
        with telling(self._path):
            return noted_loss(self._connection)

    def older_than_loss(self, documents: Iterable[Document]) -> frozenset[str]:
        """The contents of those whose files are older than the loss of an earlier journal."""
        with telling(self._path):
            return older_than(noted_loss(self._connection), documents)

    def loss_seen(self) -> None:
        """A person has looked."""
        with self._writing():
            loss = noted_loss(self._connection)
            if loss is not None:
                note_loss(self._connection, replace(loss, seen=True))

    def _note_a_loss(self) -> None:
        """What can be read of a damaged file comes over, in one transaction with the note of the loss. Where
        an older file was put back and nothing in it is unfinished, nobody is asked about a moved folder.
        """
        with telling(self._path):
            now = standing(self._connection, self._path, self._order_mark)
            put_back = now is Standing.PUT_BACK and not unfinished(self._connection)
        gone = now is Standing.VANISHED
        if put_back:
            self.settle_here(seen=False)
        if self.set_aside is None and not gone:
            return
        batches = readable_batches(self.set_aside) if self.set_aside is not None else ()
        aside = None if self.set_aside is None else ascii(str(self.set_aside))[1:-1]
        with self._writing():
            for batch in batches:
                self._record(batch)
            if gone or batches:
                renew(self._connection, self._path)
            note_loss(self._connection, Loss(self._now(), aside, len(batches)))

    def _keep_order_mark(self) -> None:
        """Also for a journal that an earlier SignDesk has begun."""
        with telling(self._path):
            begun = has_begun(self._connection)
        if begun:
            keep_mark(self._order_mark)

    def settle_here(self, *, seen: bool = True) -> None:
        """From now on this is the journal of this folder, and of no other. Where it is older than what was
        done here, that is noted as a loss, which a person knows of (`seen`) or not.
        """
        with self._writing():
            self._settle(seen=seen)

    def leave_to_other_copy(
        self, batches: Iterable[Batch], words: Callable[[str, Batch], str]
    ) -> tuple[Batch, ...]:
        """Stops those of these unfinished batches that are of a real server here, since another copy of the
        data folder goes on with them, and makes this the journal of this folder. `words` of the other folder
        ("" where it is not known) and the batch: its message. Gives those; all are noted or none.
        """
        real = [one for one in batches if not one.server.practice]
        with self._writing():
            folder = other_folder(self._connection, self._path)
            left = [one.left_to_other_copy(words(folder, one)) for one in real]
            left = [one.entered(BatchState.STOPPED, self._now()) for one in left]
            for one in left:
                self._record(one)
            self._settle(seen=True)
        return tuple(left)

    def _settle(self, *, seen: bool) -> None:
        """In a transaction."""
        if standing(self._connection, self._path, self._order_mark) is Standing.PUT_BACK:
            note_loss(self._connection, Loss(self._now(), seen=seen, put_back=True))
        renew(self._connection, self._path)

    def close(self) -> None:
        """After this nothing else may be called."""
        self._connection.close()

    def _record(self, batch: Batch) -> None:
        self.unsent.take_out_ordered(batch)
        moment = stored_moment(self._now())
        row = batch_row(batch)
        row |= {"updated_at": moment, "sealed_at": _sealed_at(batch, moment)}
        self._connection.execute(_upsert(row), row)
        self._connection.execute(_FORGET_DOCUMENTS, (row["id"],))
        for one in document_rows(batch):
            self._connection.execute(_insert("documents", one), one)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction on the file that the next start will find."""
        with telling(self._path):
            self._refuse_moved()
            with transaction(self._connection):
                yield
            self._refuse_moved()

    def _refuse_moved(self) -> None:
        if identity(self._path) != self._identity:
            raise moved_away(self._path)

    def _put_aside(self, row_number: Value) -> None:
        """Where that fails the row stays, and the next `load` tells of it again."""
        with contextlib.suppress(SavingProblem), self._writing():
            move_if_bad(self._connection, row_number, stored_moment(self._now()))
