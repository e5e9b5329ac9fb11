"""The documents that were listed and not ordered yet: the table `unsent` of the journal.

One JSON object in each row. Each open window has a list of its own, named by an id in every row of it; whose
window is alive, `batch_lock` knows. A row with a path is a document, the one without says by which process
the list was to be sent. What cannot be read is passed over: it was never ordered, and is no reason to stop.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from signdesk.domain.batches import Batch
from signdesk.domain.documents import ChosenProcess, UnsentDocument, UnsentList
from signdesk.storage.journal.values import (
    BadRow,
    Value,
    moment_in,
    moment_of,
    object_in,
    rows_of,
    stored_json,
    stored_moment,
    stored_path,
    stored_text,
)

_ALL = "SELECT position, content FROM unsent ORDER BY position"
_ADD = "INSERT INTO unsent (content) VALUES (?)"
_CHANGE = "UPDATE unsent SET content = ? WHERE position = ?"
_DELETE = "DELETE FROM unsent WHERE position = ?"
_IS_KNOWN = "SELECT 1 FROM batches WHERE id = ?"
_ORDERS_OF = """
    SELECT batches.created_at FROM documents JOIN batches ON batches.id = documents.batch_id
    WHERE documents.sha256 = ? AND documents.path = ?
"""
_Noted = dict[str, Any]


class UnsentTable:
    """`writing` and `reading` make a transaction each, and translate errors (`JournalFile`). Blocking."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[None]],
        reading: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._connection = connection
        self._writing = writing
        self._reading = reading
        self._parsed: dict[Value, tuple[Value, _Noted]] = {}  # by position: long lists are noted often

    def list_ids(self) -> tuple[str, ...]:
        """Of the lists that hold something."""
        with self._reading():
            return tuple(dict.fromkeys(noted["list"] for _, noted in self._rows()))

    def take_over(self, own_id: str, list_ids: Iterable[str]) -> UnsentList:
        """Makes those lists one with the list `own_id`, and gives it. A document that was ordered after it
        was listed is left out for good, however that could come about.
        """
        wanted = {own_id, *list_ids}
        documents: dict[Path, UnsentDocument] = {}
        chosen: ChosenProcess | None = None
        with self._writing():
            for position, noted in self._rows():
                if noted["list"] not in wanted:
                    continue
                chosen = chosen or _chosen(noted)
                document = _document(noted)
                if document is not None and not self._was_ordered(document):
                    documents.setdefault(document.path, document)
                self._connection.execute(_DELETE, (position,))
            taken = UnsentList(tuple(documents.values()), chosen)
            self._add(own_id, taken.documents, chosen)
        return taken

    def keep(
        self,
        list_id: str,
        *,
        put: Sequence[UnsentDocument] = (),
        removed: Iterable[Path] = (),
        chosen: ChosenProcess | None = None,
    ) -> None:
        """Notes new or changed documents and forgets those that were removed; the others stay as they are.
        `chosen` replaces what was noted of the process.
        """
        gone = {str(path) for path in removed}
        changed = {str(one.path): one for one in put}
        with self._writing():
            for position, noted in self._rows():
                if noted["list"] != list_id:
                    continue
                path = noted.get("path")
                if path is None or path in gone:
                    self._connection.execute(_DELETE, (position,))
                elif path in changed:
                    content = stored_json(_noted(list_id, changed.pop(path)))
                    self._connection.execute(_CHANGE, (content, position))
            self._add(list_id, changed.values(), chosen)

    def take_out_ordered(self, batch: Batch) -> None:
        """Within the transaction that notes a batch for the first time: its documents are listed no more."""
        if self._connection.execute(_IS_KNOWN, (stored_text(batch.id),)).fetchone() is not None:
            return
        ordered = {str(one.document.path) for one in batch.documents}
        for position, noted in self._rows():
            if noted.get("path") in ordered:
                self._connection.execute(_DELETE, (position,))

    def _add(self, list_id: str, documents: Iterable[UnsentDocument], chosen: ChosenProcess | None) -> None:
        for one in documents:
            self._connection.execute(_ADD, (stored_json(_noted(list_id, one)),))
        if chosen is not None:
            process = {"list": list_id, "base_url": chosen.base_url, "process_id": chosen.process_id}
            self._connection.execute(_ADD, (stored_json(process),))

    def _rows(self) -> Iterator[tuple[Value, _Noted]]:
        before, self._parsed = self._parsed, {}
        for row in rows_of(self._connection, _ALL):
            position, content = row["position"], row["content"]
            known, noted = before.get(position, (None, {}))
            with contextlib.suppress(ValueError, RecursionError):
                if known is None or known != content:
                    noted = object_in(row, "content")
                self._parsed[position] = (content, noted)
                if isinstance(noted.get("list"), str):
                    yield position, noted

    def _was_ordered(self, document: UnsentDocument) -> bool:
        """The same file with the same content, by an order that was made later than it was listed."""
        same = (stored_text(document.sha256), stored_path(document.path))
        for row in rows_of(self._connection, _ORDERS_OF, same):
            with contextlib.suppress(ValueError):
                if moment_in(row, "created_at") >= document.listed_at:
                    return True
        return False


def _noted(list_id: str, one: UnsentDocument) -> _Noted:
    noted = {
        "list": list_id,
        "path": str(one.path),
        "listed_at": stored_moment(one.listed_at),
        "given_name": one.given_name,
        "sha256": one.sha256,
        "origin": str(one.origin) if one.origin is not None else "",
        "insisted": one.forced,
    }
    return {name: value for name, value in noted.items() if value}


def _document(noted: _Noted) -> UnsentDocument | None:
    try:
        path, listed_at = noted["path"], moment_of(noted["listed_at"])
        texts = [noted.get(name, "") for name in ("given_name", "sha256", "origin")]
        if not all(isinstance(one, str) for one in (path, *texts)):
            raise BadRow("not a text")
    except (KeyError, TypeError, ValueError):
        return None
    given_name, sha256, origin = texts
    forced = noted.get("insisted") is True
    return UnsentDocument(Path(path), listed_at, given_name, sha256, Path(origin) if origin else None, forced)


def _chosen(noted: _Noted) -> ChosenProcess | None:
    base_url, process_id = noted.get("base_url"), noted.get("process_id")
    if isinstance(base_url, str) and isinstance(process_id, int):
        return ChosenProcess(base_url, process_id)
    return None
