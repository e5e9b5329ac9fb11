"""Documents and batches as people have them: a day at an office. Nothing of it need exist."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signdesk.desktop.documents.model import IntakeModel
from signdesk.domain.batches import (
    Batch,
    BatchDocument,
    BatchState,
    Delivery,
    Outcome,
    Progress,
    Reason,
    ResultFile,
)
from signdesk.domain.documents import Document
from signdesk.domain.messages import join, msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.servers import Process, ProcessKind, Server
from signdesk.jobs.preflight import Checked
from signdesk.seals.seal_check_result import intact

NOW = datetime(2026, 11, 23, 13, 22, 41, tzinfo=UTC)
HOME = Path("/home/anna")
FOLDER = HOME / "Documents" / "Sealed"
SEAL = Process(1, "Company seal", ProcessKind.SEAL, "Qualified electronic seal with timestamp")
CONTRACTS = Process(2, "Supplier contracts", ProcessKind.SEAL, "Seal for contracts with suppliers")
SERVER = Server("https://seal.example.com", label="Acme Sealing")
PRACTICE = Server("http://127.0.0.1:40123", practice=True)
NAMES = (
    "Invoice 2026-1107 Kowalski.pdf",
    "Lease agreement – final (2).pdf",
    "JPK_VAT_2026-10.xml",
    "Letter to the board.pdf",
    "Umowa zlecenia – załącznik 3.docx",
)
LONG_NAMES = (
    "Protokół zdawczo-odbiorczy pomieszczeń biurowych przy ulicy Świętokrzyskiej 31 w Warszawie (2).pdf",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung – Entwurf für die Besprechung.docx",
    "二〇二六年度第三四半期における取引先との電子契約締結に関する覚書および付属書類一式の写し.pdf",
    "invoice\u202efdp.exe",
    "<img src=x onerror=alert(1)>.pdf",
)


def document(name: str, size_bytes: int = 212_000) -> Document:
    """A document that need not exist."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Document(HOME / name, name, size_bytes, 0, sha256, 0)


def list_documents(model: IntakeModel, documents: Iterable[Document]) -> None:
    """Into the list, as the importer does it: shown while they are checked, then with what was found."""
    found = list(documents)
    model.add_checking([one.path for one in found])
    model.set_checked([Checked(one) for one in found])


def batch(
    batch_id: str,
    names: tuple[str, ...],
    state: BatchState,
    *,
    process: Process = SEAL,
    minutes: int = 20,
    outcome: Outcome = Outcome.PENDING,
    **facts: object,
) -> Batch:
    """A batch made `minutes` ago."""
    documents = tuple(
        _sealed(document(name, 230_000 + 97_000 * (i % 9)), outcome, i) for i, name in enumerate(names)
    )
    made = Batch(batch_id, process, SERVER, documents, FOLDER, NOW - timedelta(minutes=minutes), state)
    return replace(made, **facts)  # type: ignore[arg-type]


def _sealed(one: Document, outcome: Outcome, number: int) -> BatchDocument:
    good = outcome is Outcome.SEALED
    sealed_at = NOW - timedelta(minutes=101, seconds=number)
    facts = SealFacts(SealKind.PADES, "ACME Sp. z o.o.", sealed_at) if good else None
    seal = intact(facts).sentence if facts else ""
    results = (one.name,) if good else ()
    return BatchDocument(one, one.name, outcome, results=results, seal=seal, checked=good, facts=facts)


OFFERS = tuple(f"Offer {number}.pdf" for number in range(113, 125))
HEARD = NOW - timedelta(seconds=2)


def sending() -> Batch:
    return batch("b1", OFFERS, BatchState.SENDING, progress=Progress(40, 100), heard_at=HEARD)


def sealing() -> Batch:
    return batch("b2", OFFERS, BatchState.SEALING, progress=Progress(7, 12), heard_at=HEARD)


def fetching() -> Batch:
    return batch("b3", OFFERS, BatchState.FETCHING, progress=Progress(66, 100), heard_at=HEARD)


def done(batch_id: str = "b4", minutes: int = 100) -> Batch:
    return batch(
        batch_id,
        OFFERS,
        BatchState.DONE,
        minutes=minutes,
        outcome=Outcome.SEALED,
        saved_to=FOLDER / "2026-11-23 Company seal.zip",
        deleted_at=NOW - timedelta(minutes=minutes - 2),
    )


def validated() -> Batch:
    """By a process that validates, with reports and a receipt."""
    made = replace(done("b9"), process=Process(20, "Look at seals", ProcessKind.VALIDATE))
    documents = tuple(
        replace(one, outcome=Outcome.VALIDATED, facts=None, seal=msg("Checked by the server: see its report"))
        for one in made.documents
    )
    files = (ResultFile("report.json", "0" * 64, 1200), ResultFile("report.pdf", "1" * 64, 90_000))
    return replace(
        made,
        documents=documents,
        result_files=files,
        extra_results=tuple(one.name for one in files),
        receipts=(FOLDER / "2026-11-23 Look at seals receipt.html",),
    )


def unpacked() -> Batch:
    saved_to = FOLDER / "2026-11-23 Company seal.zip"
    delivery = Delivery(unpack=True, keep_copy=True)
    return replace(done("b6"), unpacked_to=saved_to.with_suffix(""), delivery=delivery, deleted_at=None)


def not_unpacked() -> Batch:
    warning = msg(
        "The saved ZIP was not unpacked: there is not enough room in “{folder}”. It is complete, and any "
        "program for ZIP files can unpack it.",
        folder=FOLDER,
    )
    return replace(done("b7", minutes=130), warnings=(warning,))


def partly_done() -> Batch:
    made = replace(done("b5"), state=BatchState.PARTLY_DONE, id="b5")
    unsealed = msg("It came back without a seal.")
    bad = replace(
        made.documents[3], outcome=Outcome.UNSEALED, message=unsealed, seal="", checked=False, results=()
    )
    kept = msg(
        "The server's copy (batch number {number}) could not be removed. Your saved file is complete. "
        "SignDesk tries again at a later start.",
        number="88123",
    )
    warnings = (kept,)
    documents = (*made.documents[:3], bad, *made.documents[4:])
    return replace(made, documents=documents, warnings=warnings, deleted_at=None)


def missing_and_unsealed() -> Batch:
    """One goes again at a click, of the others nobody knows."""
    made = partly_done()
    lost = [
        replace(one, outcome=Outcome.MISSING, message="", seal="", checked=False, results=())
        for one in made.documents[4:6]
    ]
    return replace(made, id="b8", documents=(*made.documents[:4], *lost, *made.documents[6:]), warnings=())


def sent_again() -> tuple[Batch, Batch]:
    """What came back unsealed, and the batch that sealed it later."""
    first = replace(partly_done(), id="b9", warnings=())
    later = done("b10", minutes=5)
    document = replace(first.documents[3], outcome=Outcome.SEALED, message="", checked=True)
    return first, replace(later, documents=(document,), follows="b9")


def unclear() -> Batch:
    message = join(
        msg(
            "The answer to the order to start sealing was lost or could not be read, so it is not known "
            "whether sealing began."
        ),
        msg("The server still shows the batch as not started (“{status}”).", status="Uploaded"),
        msg("Nothing is lost, and nothing has been sealed twice."),
        msg("Ask the server’s operator, or decide yourself whether sealing is to be started again."),
    )
    return batch(
        "b6",
        OFFERS[:8],
        BatchState.NEEDS_YOU,
        process=CONTRACTS,
        minutes=2,
        reason=Reason.UNCLEAR,
        held_at=BatchState.ACCEPTING,
        message=message,
    )


def waiting() -> Batch:
    return batch(
        "b7",
        OFFERS,
        BatchState.WAITING,
        reason=Reason.SERVER,
        held_at=BatchState.SEALING,
        message=join(
            msg("The server is not reached."), msg("SignDesk tries again by itself; nothing is lost.")
        ),
        detail="ConnectError: [Errno 111] Connection refused",
        heard_at=NOW - timedelta(minutes=7),
    )


def quarantined() -> Batch:
    return batch(
        "b8",
        OFFERS[:3],
        BatchState.NEEDS_YOU,
        reason=Reason.RESULT,
        held_at=BatchState.CHECKING,
        quarantined_to=HOME / ".local" / "share" / "SignDesk" / "quarantine" / "result-88123-2026-11-23.zip",
        message=join(
            msg(
                "SignDesk does not open the result: {why}.",
                why=msg(
                    "the file “{name}” in it would be written outside its folder", name="../../Offer 1.pdf"
                ),
            ),
            msg(
                "It was put aside and not saved in your folder. The server's copy was not deleted. Fetch it "
                "again, ask the server’s operator, or save it anyway."
            ),
        ),
    )


def saved_for_a_look() -> Batch:
    """It came back without a seal, and is saved all the same."""
    unsealed = msg("It came back without a seal.")
    made = batch(
        "b10",
        OFFERS[:1],
        BatchState.NEEDS_YOU,
        reason=Reason.RESULT,
        held_at=BatchState.CHECKING,
        saved_to=FOLDER / "Company seal 2026-11-23 14.02.zip",
        message=join(
            msg("None of the documents came back sealed."),
            msg("“{document}”: {what}", document=OFFERS[0], what=unsealed),
            msg(
                "What came back is saved as it is. Look at it and ask the server’s operator, or "
                "fetch it again. The server's copy was not deleted."
            ),
        ),
    )
    (one,) = made.documents
    return replace(made, documents=(replace(one, outcome=Outcome.UNSEALED, message=unsealed),))


def failed(batch_id: str, reason: Reason) -> Batch:
    """It does not go on without a person."""
    return batch(batch_id, OFFERS[:3], BatchState.NEEDS_YOU, reason=reason)


def stopped() -> Batch:
    return batch("b9", OFFERS[:2], BatchState.STOPPED)


def held(batch_id: str, reason: Reason) -> Batch:
    return batch(batch_id, OFFERS[:5], BatchState.WAITING, reason=reason, held_at=BatchState.SENDING)


EMPTY = msg("The file is empty. There is nothing to send; check it again when it has content.")
