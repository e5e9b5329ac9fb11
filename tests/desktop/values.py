"""Documents and batches for the window's tests. No file behind them need exist."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from signdesk.desktop.documents.model import IntakeModel
from signdesk.domain.batches import MOVES, Batch, BatchDocument, BatchState, Outcome, Reason
from signdesk.domain.documents import Document, RejectReason
from signdesk.domain.servers import Process, ProcessKind, Server
from signdesk.jobs.preflight import Checked
from signdesk.storage.intake import Problem

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
FOLDER = Path("/home/anna/Documents/Sealed")
SEAL = Process(1, "Company seal", ProcessKind.SEAL, "Qualified electronic seal")
VALIDATE = Process(2, "Look at seals", ProcessKind.VALIDATE)
TIMESTAMP = Process(3, "Time stamp", ProcessKind.TIMESTAMP)
SERVER = Server("https://seal.example.com", label="Acme Sealing")
PRACTICE = Server("http://127.0.0.1:4321", practice=True)
HOSTILE = "<img src=x>.pdf"


def document(name: str, size_bytes: int = 1000) -> Document:
    """A document in a folder that need not exist."""
    sha256 = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(Path("/in") / name, name, size_bytes, 0, sha256, 0)


def list_documents(model: IntakeModel, documents: Iterable[Document]) -> None:
    """Into the list, as the importer does it: shown while they are checked, then with what was found."""
    found = list(documents)
    model.add_checking([one.path for one in found])
    model.set_checked([Checked(one) for one in found])


def problem(
    name: str, reason: str = "Empty file, will not be sent", trouble: RejectReason = RejectReason.EMPTY
) -> Problem:
    """A file that cannot be sent."""
    return Problem(Path("/in") / name, name, 0, reason, trouble)


def batch(
    state: BatchState = BatchState.SEALING,
    *names: str,
    outcome: Outcome = Outcome.PENDING,
    checked: bool = True,
    minutes: int = 0,
    **facts: Any,
) -> Batch:
    """A batch in some state, made `minutes` before NOW; facts replace its fields."""
    documents = tuple(
        BatchDocument(document(name), name, outcome, checked=checked and outcome is not Outcome.PENDING)
        for name in names or ("A.pdf", "B.pdf")
    )
    made = Batch("b1", SEAL, SERVER, documents, FOLDER, NOW - timedelta(minutes=minutes), state)
    if state in (BatchState.WAITING, BatchState.NEEDS_YOU):
        before_accept = facts.get("reason") in (Reason.PROCESS, Reason.SOURCE_CHANGED)
        made = replace(made, held_at=BatchState.SENDING if before_accept else BatchState.SEALING)
    return replace(made, **facts)


def with_outcomes(made: Batch, *outcomes: Outcome) -> Batch:
    """The same batch with these outcomes, one a document."""
    documents = tuple(
        replace(one, outcome=outcome) for one, outcome in zip(made.documents, outcomes, strict=True)
    )
    return replace(made, documents=documents)


ALL_STATES = tuple(MOVES)
