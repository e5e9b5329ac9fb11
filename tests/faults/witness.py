"""What the server, the disk and the journal's file say about a history, asked without SignDesk's own code.

`Witness.watch` looks at the moment a request reaches the server's door, `Witness.look` between two deeds.
What must never happen goes to `complaints`. The rules: signdesk/README.md, P1, with parts of P4 to P11.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from asn1crypto import cms

from signdesk.domain.reports import NOT_STARTED, Status
from signdesk.practice.service import Method
from tests.faults.conftest import ADDRESSES
from tests.faults.expecting import CLAIMS_UNSEALED
from tests.support.fault_acts import Bent, Break, Instead, Moment, Passed, ShutAfter
from tests.support.fault_answers import reply_from
from tests.support.fault_proxy import FaultProxy
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import StatusForm, UploadAnswer

CLEAR_NO = (400, 404, 405, 413, 415)  # the route did not take the number this way: another form may be tried
SURE_UPLOAD = (200, 204, 429)  # in these answers' place BatchStatus may still find the package complete
HELD = ("waiting", "needs_you")
OVER = ("done", "partly_done", "stopped")
HAVE_A_RESULT = ("saved", "done", "partly_done")
UNBEGUN = ("ready", "sending", "sent")
Key = frozenset[str]  # the SHA-256 of an order's documents
Row = Mapping[str, Any]


@dataclass
class Order:
    """What a person wants sealed. `allowed`: how many accepts may be carried out; `disturbed`: something else
    than the network happened since the last one was ordered.
    """

    key: Key
    names: dict[str, str]
    allowed: int = 1
    disturbed: bool = False
    accepts: list[tuple[str, Passed]] = field(default_factory=list)  # since a person last ordered one


class Witness:
    """Of one history. `journal` and `targets` say where things lie at this moment."""

    def __init__(
        self,
        practice: PracticeRun,
        proxy: FaultProxy,
        journal: Callable[[], Path],
        targets: Callable[[], list[Path]],
    ) -> None:
        self.complaints: list[str] = []
        self.orders: dict[Key, Order] = {}
        self.batches: dict[str, Key] = {}  # by our batch id
        self._practice = practice
        self._proxy = proxy
        self._journal = journal
        self._targets = targets
        self._first = len(practice.service.batches)
        self._owners: dict[str, str] = {}  # our batch id, as it was noted when the documents were sent
        self._contents: dict[str, Key] = {}
        self._results: dict[str, bytes] = {}
        self._never: set[str] = set()  # these numbers of the server must not be accepted
        self._files: dict[tuple[str, str], str] = {}
        self._foreign: set[str] = set()
        self._sources: dict[Path, tuple[bytes, int, int]] = {}
        self._lock = threading.Lock()

    # ---- what the history tells --------------------------------------------------------------------------

    def expect(self, batch_id: str, sources: list[Path]) -> None:
        """A person has ordered these documents (again)."""
        for path in sources:
            self._sources.setdefault(path, _fingerprint(path))
        names = {_sha256(path.read_bytes()): path.name for path in sources}
        key = frozenset(names)
        self.batches[batch_id] = key
        if key in self.orders:
            self._once_more(self.orders[key])
        else:
            self.orders[key] = Order(key, names)

    def expect_again(self, batch_id: str) -> None:
        """A person has ordered another accept."""
        self._once_more(self.orders[self.batches[batch_id]])

    def disturbed(self) -> None:
        """The program was killed, closed or stopped, or lost a disk."""
        for order in self.orders.values():
            order.disturbed = True

    def not_ours(self, path: Path) -> None:
        """Somebody else's file in the target folder."""
        self._foreign.add(path.name)

    def broken_off(self) -> None:
        """The program is dead: what it was uploading must never be accepted."""
        for row in self.rows():
            if row["server_id"] and _step(row) == "sending":
                self._never.add(row["server_id"])

    def _once_more(self, order: Order) -> None:
        order.allowed += 1
        order.accepts.clear()
        order.disturbed = False

    # ---- the moment of a request -------------------------------------------------------------------------

    def watch(self, passed: Passed) -> None:
        """In the proxy's thread."""
        try:
            with self._lock:
                self._watch(passed)
        except Exception as error:  # noqa: BLE001 - an error in this thread would be lost
            self._complain(f"the witness failed: {error!r}")

    def _watch(self, passed: Passed) -> None:
        method, server_id = asked(passed)
        if method is Method.CREATE:
            # one that is stopped while its request travels is noted as such before this is read here
            if not any(_step(row) in ("sending", "stopped") and not row["server_id"] for row in self.rows()):
                self._complain("CreateBatch without a note of it")
        elif method is Method.UPLOAD:
            owners = [str(row["id"]) for row in self.rows() if server_id in _noted(row)]
            if owners:
                self._owners[server_id] = owners[0]
            else:
                self._complain(f"upload to {server_id} without a note of the number")
        elif method is Method.ACCEPT:
            self._on_accept(server_id, passed)
        elif method is Method.DELETE:
            self._on_delete(server_id)
        elif method is Method.DOWNLOAD:
            self._result_of(server_id)

    def _on_accept(self, server_id: str, passed: Passed) -> None:
        states = [row["state"] for row in self.rows() if row["server_id"] == server_id]
        if states != ["accepting"]:
            self._complain(f"accept of {server_id}, noted as {states}")
        if server_id in self._never:
            self._complain(f"accept of {server_id}, which was dropped")
        empty = self._practice.profile.upload_answer is UploadAnswer.EMPTY_200
        uploads = [one for one in self._proxy.passed if asked(one) == (Method.UPLOAD, server_id)]
        if any(_was_unclear(one, empty=empty) for one in uploads):
            self._complain(f"accept of {server_id}, whose upload was unclear")
        content = self._content_of(server_id)
        if content is None:  # confirmed and lost by the server, or forgotten there
            return
        order = self.orders.get(content)
        if order is None:
            self._complain(f"accept of {server_id}, which does not hold what was ordered")
            return
        if any(not self._was_a_clear_no(one) for _, one in order.accepts):
            self._complain(f"accept of {server_id} repeated without a person's word")
        order.accepts.append((server_id, passed))

    def _on_delete(self, server_id: str) -> None:
        self._content_of(server_id)
        if not self._practice.ledger.accepted(server_id):
            self._never.add(server_id)
            if not any(server_id in json.loads(row["abandoned_ids"]) for row in self.rows()):
                self._complain(f"delete of {server_id}, which is not noted as dropped")
            return
        rows = [row for row in self.rows() if row["server_id"] == server_id]
        if len(rows) != 1 or _step(rows[0]) not in HAVE_A_RESULT:
            self._complain(f"delete of {server_id}, noted as {[_step(row) for row in rows]}")
            return
        if self._saved(rows[0]) != self._result_of(server_id):
            self._complain(f"delete of {server_id}, whose result is not on the disk")

    def _was_a_clear_no(self, passed: Passed) -> bool:
        if isinstance(passed.act, Instead):
            return reply_from(passed.act.answer).status in CLEAR_NO
        unheard = isinstance(passed.act, Break) and passed.act.moment is not Moment.ANSWER
        return passed.status in CLEAR_NO and not unheard

    # ---- between two deeds -------------------------------------------------------------------------------

    def rows(self) -> list[dict[str, Any]]:
        """The journal's batches, by a connection of our own that can only read."""
        try:
            return self._rows()
        except sqlite3.OperationalError:  # it was just being moved away, or back
            return self._rows()

    def _rows(self) -> list[dict[str, Any]]:
        where = f"file:{quote(str(self._journal()))}?mode=ro"
        with closing(sqlite3.connect(where, uri=True, timeout=20)) as connection:
            connection.row_factory = sqlite3.Row
            return [_whole(row) for row in connection.execute("SELECT * FROM batches ORDER BY rowid")]

    def look(self) -> None:
        """Whatever must hold at any moment. No job may be under way."""
        with self._lock:
            self._contents_of_all()
            for row in self.rows():
                self._look_at(row)
            for order in self.orders.values():
                self._look_at_order(order)
            self._look_at_targets()
            for path, before in self._sources.items():
                if _fingerprint(path) != before:
                    self._complain(f"the source {path.name} was touched")

    def _look_at(self, row: Row) -> None:
        key = self.batches.get(row["id"])
        if key is None:
            self._complain(f"nobody ordered {_short(row)}")
            return
        sent = [one for one, owner in self._owners.items() if owner == row["id"]]
        ordered = sum(self._ordered_one(one) for one in sent)
        if row["state"] in HELD and not (row["message"] and row["reason"] and row["held_at"]):
            self._complain(f"held without a word: {_short(row)}")
        if row["reason"] == "fault":
            self._complain(f"a fault of our own: {_short(row)}")
        unbegun = _step(row) in UNBEGUN and not row["maybe_started"]
        if ordered and (unbegun or row["state"] == "stopped"):
            self._complain(f"sealing was ordered, but is noted as surely not: {_short(row)}")
        if ordered and CLAIMS_UNSEALED.search(row["message"]):
            self._complain(f"sealing was ordered, but is denied: {_short(row)}")
        if row["reason"] == "unclear" and not self._is_unclear(self.orders[key]):
            self._complain(f"sealing has clearly begun, but is called unclear: {_short(row)}")
        if _step(row) in HAVE_A_RESULT:
            self._look_at_saved(row, self.orders[key])

    def _is_unclear(self, order: Order) -> bool:
        clear = [one for one, passed in order.accepts if passed.act is None and passed.status == 202]
        return order.disturbed or not clear or all(self._status(one) in NOT_STARTED for one in clear)

    def _look_at_saved(self, row: Row, order: Order) -> None:
        content = self._saved(row)
        sealed = sealed_in(content, order.names)
        if _sha256(content) != row["result_sha256"] or content != self._results.get(row["server_id"]):
            self._complain(f"not the server's result: {_short(row)}")
        told = {"done": len(sealed) == len(order.key), "partly_done": 0 < len(sealed) < len(order.key)}
        if not told.get(row["state"], bool(sealed)):
            self._complain(f"{len(sealed)} of {len(order.key)} are sealed in the result: {_short(row)}")

    def _saved(self, row: Row) -> bytes:
        """The saved file, also where its folder is away for a while; nothing where there is none."""
        noted = Path(row["saved_to"] or "")
        for folder in self._targets():
            path = folder / noted.name
            if folder.name == noted.parent.name and path.is_file():
                return path.read_bytes()
        return b""

    def _look_at_order(self, order: Order) -> None:
        carried_out = self._ordered(order.key)
        lied = any(isinstance(one.act, Instead) and one.act.done for _, one in order.accepts)
        never_begins = self._practice.profile.stuck_at in NOT_STARTED
        if carried_out > order.allowed and not (lied and never_begins):
            self._complain(
                f"{carried_out} accepts of {_names(order)} were carried out, {order.allowed} ordered"
            )

    def _look_at_targets(self) -> None:
        seen: dict[tuple[str, str], str] = {}
        for folder in self._targets():
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if path.name.startswith("."):
                    continue
                content = path.read_bytes()
                seen[folder.name, path.name] = _sha256(content)
                if path.name in self._foreign and content == DECOY:
                    continue
                if (
                    content not in self._results.values()
                ):  # also where nothing in it is sealed (matching rule)
                    self._complain(f"{path.name} is no result of ours")
        for where, sha256 in self._files.items():
            if seen.get(where) != sha256:
                self._complain(f"{where[1]} was {'changed' if where in seen else 'removed'}")
        self._files |= seen

    # ---- at the end --------------------------------------------------------------------------------------

    def look_at_the_end(self, temporary: list[Path]) -> None:
        """All faults have stopped, a person has answered every question, and nothing goes on by itself."""
        self.look()
        rows = self.rows()
        for row in rows:
            if row["state"] not in OVER and not self._is_true(row):
                self._complain(f"not true of “{self._status_name(row['server_id'])}”: {_short(row)}")
        noted = {row["id"] for row in rows}
        for batch_id in self._owners.values():
            if batch_id not in noted:
                self._complain(f"batch {batch_id} was sent and is forgotten")
        for path in temporary:
            self._complain(f"a temporary file was left: {path}")

    def _is_true(self, row: Row) -> bool:
        server_id, reason = row["server_id"], row["reason"]
        status = self._status(server_id)
        if reason == "refused":  # the server lost what it confirmed, and does not clearly say so
            return status is Status.NEW and server_id not in self._contents
        if reason == "server":
            return not (self._result_of(server_id) or b"PK").startswith(b"PK")
        if reason == "unclear":
            return status in NOT_STARTED
        if reason == "lost":
            return status in (None, Status.DELETED)
        if reason == "result":
            return self._is_kept_for_a_look(row)
        if reason == "stopped_waiting":
            if self._is_ambiguous(row):
                return True
            ended = status in (None, Status.DELETED, Status.CLOSED)
            return bool(self._ordered_one(server_id)) and not ended
        return False

    def _is_kept_for_a_look(self, row: Row) -> bool:
        """Nothing in the result is sealed: it lies where it was wanted all the same, or is put aside."""
        result = self._result_of(row["server_id"])
        if result is None or sealed_in(result, self._order_of(row["server_id"]).names):
            return False
        return row["quarantined_to"] is not None or self._saved(row) == result

    def _is_ambiguous(self, row: Row) -> bool:
        """Over, but the number may mean that it is not, or was not yet understood when somebody stopped; and
        no result proves the end: only one in which every document is sealed does (matching rule, probes).
        """
        names = self._order_of(row["server_id"]).names
        sealed = sealed_in(self._result_of(row["server_id"]) or b"", names)
        by_number = self._practice.profile.status_form is not StatusForm.NAME
        over = self._status(row["server_id"]) in (Status.CLOSED, Status.DELETED)
        return over and len(sealed) < max(1, len(names)) and by_number and row["numbering"] == "unknown"

    # ---- the server --------------------------------------------------------------------------------------

    def statuses(self) -> str:
        """For reading: every batch of this history, its status and its accepts."""
        return ", ".join(
            f"{one}: {self._status_name(one)} accepts={self._ordered_one(one)}" for one in self._server_ids()
        )

    def forget_on_server(self, which: int) -> None:
        """The server's operator removes one of the batches."""
        known = [one for one in self._server_ids() if self._knows(one)]
        if known:
            self._contents_of_all()
            self._practice.forget(known[which % len(known)])

    def _server_ids(self) -> list[str]:
        return list(self._practice.service.batches)[self._first :]

    def _knows(self, server_id: str) -> bool:
        return self._status(server_id) not in (None, Status.DELETED)

    def _status(self, server_id: str) -> Status | None:
        batch = self._practice.service.batches.get(server_id)
        return None if batch is None else batch.status

    def _status_name(self, server_id: str) -> str:
        status = self._status(server_id)
        return "unknown there" if status is None else status.name

    def _ordered_one(self, server_id: str) -> int:
        return self._practice.ledger.accepted(server_id)

    def _ordered(self, key: Key) -> int:
        return sum(self._ordered_one(one) for one, content in self._contents.items() if content == key)

    def _order_of(self, server_id: str) -> Order:
        return self.orders.get(self._contents.get(server_id, frozenset()), Order(frozenset(), {}))

    def _contents_of_all(self) -> None:
        for one in self._server_ids():
            self._content_of(one)
            self._result_of(one)

    def _content_of(self, server_id: str) -> Key | None:
        """What was uploaded, as long as or before it is there."""
        batch = self._practice.service.batches.get(server_id)
        if server_id not in self._contents and batch is not None and batch.documents:
            with suppress(OSError):
                found = frozenset(_sha256(one.path.read_bytes()) for one in batch.documents)
                self._contents[server_id] = found
        return self._contents.get(server_id)

    def _result_of(self, server_id: str) -> bytes | None:
        batch = self._practice.service.batches.get(server_id)
        if server_id not in self._results and batch is not None and batch.result is not None:
            with suppress(OSError):
                self._results[server_id] = batch.result.read_bytes()
        return self._results.get(server_id)

    def _complain(self, complaint: str) -> None:
        if complaint not in self.complaints:
            self.complaints.append(complaint)


DECOY = b"somebody else's file"


def asked(passed: Passed) -> tuple[Method | None, str]:
    """Which method, and of which of the server's batches."""
    for method, (verb, prefix) in ADDRESSES.items():
        if passed.verb == verb and passed.target.startswith(prefix):
            parts = urlsplit(passed.target)
            by_query = parse_qs(parts.query).get("batchId", [""])[0]
            return method, by_query or parts.path.rpartition("/")[2]
    return None, ""


def sealed_in(content: bytes, documents: Iterable[str]) -> set[str]:
    """Which of the documents (SHA-256) come back with a seal over these bytes; none of a bad ZIP."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.namelist()
            if archive.testzip() or len(set(entries)) != len(entries) or any("/" in one for one in entries):
                return set()
            return {sha256 for sha256 in documents if _is_sealed(archive, sha256)}
    except zipfile.BadZipFile:
        return set()


def _is_sealed(archive: zipfile.ZipFile, sha256: str) -> bool:
    """Whatever the name is: a server may give a result the name of another document (matching rule)."""
    entries = archive.namelist()
    for seal in [one for one in entries if one.endswith(".p7s")]:
        document = seal.removesuffix(".p7s")
        beside = document not in entries or _sha256(archive.read(document)) == sha256
        if beside and sha256 in _digests(archive.read(seal)):
            return True
    return False


def _digests(signature: bytes) -> Iterator[str]:
    for signer in cms.ContentInfo.load(signature)["content"]["signer_infos"]:
        for attribute in signer["signed_attrs"]:
            if attribute["type"].native == "message_digest":
                yield attribute["values"][0].native.hex()


def _was_unclear(upload: Passed, *, empty: bool) -> bool:
    """The client cannot have known whether the package arrived, and BatchStatus does not settle it (P4).

    `empty`: whether the server's own answer to an upload is a 200 without a body.
    """
    act = upload.act
    if isinstance(act, Instead):
        return reply_from(act.answer).status not in (*SURE_UPLOAD, 202)
    if isinstance(act, Break) and act.moment is Moment.ANSWER and (upload.status == 204 or empty):
        return False  # that answer has no body in which it could break
    return not isinstance(act, Bent | ShutAfter | None)


def _fingerprint(path: Path) -> tuple[bytes, int, int]:
    status = path.stat()
    return path.read_bytes(), status.st_mtime_ns, status.st_mode


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _names(order: Order) -> str:
    return "+".join(sorted(order.names.values()))


def _whole(row: sqlite3.Row) -> dict[str, Any]:
    """With what stands in the batch's own text alone; what it has by itself is not written there."""
    noted = json.loads(row["content"])
    by_itself = {"message": "", "quarantined_to": None, "numbering": noted["server"]["numbering"]}
    return {**by_itself, **noted, **dict(row)}


def _noted(row: Row) -> tuple[str, ...]:
    """The server's numbers; also those that were given up, whose upload may still have been on its way."""
    return (str(row["server_id"]), *map(str, json.loads(row["abandoned_ids"])))


def _step(row: Row) -> str:
    """Where the batch stands; a held one goes on there without a note of that."""
    return str(row["held_at"] or row["state"])


def _short(row: Row) -> str:
    held = f" at {row['held_at']}, {row['reason']}" if row["held_at"] else ""
    return f"batch {row['id']} ({row['server_id']}) is {row['state']}{held}: “{row['message']}”"
