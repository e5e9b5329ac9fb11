"""Batches for the tests of the journal: one plain, one with every field set, and any at all."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from signdesk.domain.batches import (
    Acceptance,
    Batch,
    BatchDocument,
    BatchState,
    Delivery,
    Mount,
    Outcome,
    Reason,
    ResultFile,
)
from signdesk.domain.documents import Document
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState, Rectangle
from signdesk.domain.seal_facts import Held, SealFacts, SealKind
from signdesk.domain.servers import AcceptForm, Numbering, Process, ProcessKind, Server, SignIn

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
URL = "https://seal.example.com"


def document(name: str = "a.pdf", sha256: str = "aa" * 32) -> Document:
    return Document(Path("/home/anna") / name, name, 1000, 1_700_000_000_123_456_789, sha256, 0xFFFFFFFF)


def plain_batch(batch_id: str = "b1", *, documents: int = 2, state: BatchState = BatchState.READY) -> Batch:
    entries = tuple(
        BatchDocument(document(f"{batch_id}-{number}.pdf", f"{number:064x}"), f"{number}.pdf")
        for number in range(documents)
    )
    return Batch(batch_id, Process(12, "Seal"), Server(URL), entries, Path("/home/anna/Sealed"), NOON, state)


def full_batch() -> Batch:
    """No field has the value that it would have by itself, and names are no text."""
    odd = os.fsdecode(b"letter \xff.pdf")
    return Batch(
        id="0f3a",
        process=Process(7, "Check", ProcessKind.VALIDATE, "Looks at seals.", changes_documents=True),
        server=Server(
            URL, SignIn.API_KEY, "X-Key", AcceptForm.QUERY_AND_BODY, Numbering.OLDER, "Acme", practice=True
        ),
        documents=(
            BatchDocument(
                Document(Path("/home") / odd, odd, 2**40, 2**70, "bb" * 32, 5),
                "letter.pdf",
                Outcome.SEALED,
                "A sentence.",
                ("letter.pdf", "report.xml"),
                "Sealed by Acme.",
                checked=True,
                facts=SealFacts(
                    SealKind.PADES,
                    "Acme \udc80",
                    NOON,
                    "Root 1",
                    "1abc",
                    NOON.replace(year=2025),
                    NOON.replace(year=2027),
                    "dd" * 32,
                    NOON.replace(second=1),
                    "Time authority",
                    "B-LTA",
                    "ASiC-E",
                ),
                comparison=PageComparison(
                    (PageFinding(PageState.ADDED_TO, 1, 2, (Rectangle(1.5, 2, 3, 4),), True, 5),),
                    1,
                    2,
                    "Not all.",
                ),
                is_accepted=True,
                acceptance=Acceptance(NOON.replace(second=2), "anna \udc80 on office-7"),
                inside=(Held("a \udc80.txt", (SealFacts(SealKind.CADES, "Acme", NOON),)), Held("b")),
                inside_more=3,
            ),
        ),
        save_to=Path("/home") / odd,
        created_at=NOON,
        state=BatchState.NEEDS_YOU,
        held_at=BatchState.ACCEPTING,
        reason=Reason.UNCLEAR,
        message="What happened.",
        detail="HTTP 500 \x00 \udc80 \ud800\ud83d\ude00",
        server_id="17",
        maybe_started=True,
        abandoned_ids=("15", "16"),
        server_status="Uploaded",
        heard_at=NOON.replace(microsecond=1),
        saved_to=Path("/home/anna/Sealed/Letter.zip"),
        result_sha256="cc" * 32,
        extra_results=("report.pdf", "\ud83d\ude00"),
        result_files=(ResultFile("letter.pdf", "ee" * 32, 2**70), ResultFile("\udcff", "ff" * 32, 0)),
        receipts=(Path("/home/anna/Sealed/Letter receipt.json"), Path("/home") / odd),
        quarantined_to=Path("/home/anna/quarantine/x.zip"),
        deleted_at=NOON.replace(hour=13),
        warnings=("One.", "Two."),
        delivery=Delivery("{first} {number}", unpack=True, keep_copy=True, receipt=True),
        name="Leases \udc80",
        sent_by="anna on office-7",
        unpacked_to=Path("/home") / odd,
        reached=((BatchState.SENDING, NOON), (BatchState.NEEDS_YOU, NOON.replace(microsecond=7))),
        connection_id="acme",
        follows="0f39",
        mount=Mount("/srv/share \udc80", "cifs", "//office/sealed"),
        meant_again=True,
        left_to_copy=True,
        seen=Acceptance(NOON.replace(second=3), "anna on office-7"),
    )


_TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)  # surrogates, NUL and all
_LISTS = st.lists(_TEXTS, max_size=3).map(tuple)
_PATHS = _TEXTS.map(lambda text: Path("/", text.replace("\x00", "")))
_MOMENTS = st.datetimes(timezones=st.just(UTC))
_MAYBE_MOMENTS = st.none() | _MOMENTS
_FACTS = st.builds(
    SealFacts,
    kind=st.sampled_from(SealKind),
    signer=_TEXTS,
    signed_at=_MAYBE_MOMENTS,
    issuer=_TEXTS,
    serial=_TEXTS,
    valid_from=_MAYBE_MOMENTS,
    valid_until=_MAYBE_MOMENTS,
    certificate_sha256=_TEXTS,
    stamped_at=_MAYBE_MOMENTS,
    stamped_by=_TEXTS,
    level=_TEXTS,
    container=_TEXTS,
)
_FILES = st.builds(ResultFile, name=_TEXTS, sha256=_TEXTS, size_bytes=st.integers(min_value=0))
_DOCUMENTS = st.builds(
    BatchDocument,
    st.builds(
        Document,
        path=_PATHS,
        name=_TEXTS,
        size_bytes=st.integers(min_value=0),
        modified_ns=st.integers(),
        sha256=_TEXTS,
        crc32=st.integers(0, 2**32 - 1),
    ),
    sent_name=_TEXTS,
    outcome=st.sampled_from(Outcome),
    message=_TEXTS,
    results=_LISTS,
    seal=_TEXTS,
    checked=st.booleans(),
    facts=st.none() | _FACTS,
    acceptance=st.none() | st.builds(Acceptance, at=_MOMENTS, by=_TEXTS),
    inside=st.lists(st.builds(Held, _TEXTS, st.lists(_FACTS, max_size=2).map(tuple)), max_size=2).map(tuple),
    inside_more=st.integers(min_value=0),
)
BATCHES = st.builds(
    Batch,
    id=_TEXTS,
    process=st.builds(
        Process,
        id=st.integers(),
        label=_TEXTS,
        kind=st.sampled_from(ProcessKind),
        sentence=_TEXTS,
        changes_documents=st.booleans(),
    ),
    server=st.builds(
        Server,
        base_url=_TEXTS,
        sign_in=st.sampled_from(SignIn),
        api_key_header=_TEXTS,
        accept_form=st.sampled_from(AcceptForm),
        numbering=st.sampled_from(Numbering),
        label=_TEXTS,
        practice=st.booleans(),
    ),
    documents=st.lists(_DOCUMENTS, max_size=4).map(tuple),
    save_to=_PATHS,
    created_at=_MOMENTS,
    state=st.sampled_from(BatchState),
    held_at=st.none() | st.sampled_from(BatchState),
    reason=st.sampled_from(Reason),
    message=_TEXTS,
    detail=_TEXTS,
    server_id=_TEXTS,
    maybe_started=st.booleans(),
    abandoned_ids=_LISTS,
    server_status=_TEXTS,
    heard_at=st.none() | _MOMENTS,
    progress=st.none(),
    saved_to=st.none() | _PATHS,
    result_sha256=_TEXTS,
    extra_results=_LISTS,
    result_files=st.lists(_FILES, max_size=3).map(tuple),
    receipts=st.lists(_PATHS, max_size=3).map(tuple),
    quarantined_to=st.none() | _PATHS,
    deleted_at=st.none() | _MOMENTS,
    warnings=_LISTS,
    delivery=st.builds(
        Delivery, file_name=_TEXTS, unpack=st.booleans(), keep_copy=st.booleans(), receipt=st.booleans()
    ),
    name=_TEXTS,
    sent_by=_TEXTS,
    unpacked_to=st.none() | _PATHS,
    reached=st.lists(st.tuples(st.sampled_from(BatchState), _MOMENTS), max_size=3).map(tuple),
    connection_id=_TEXTS,
    follows=_TEXTS,
    meant_again=st.booleans(),
    left_to_copy=st.booleans(),
    seen=st.none() | st.builds(Acceptance, at=_MOMENTS, by=_TEXTS),
    mount=st.none() | st.builds(Mount, point=_TEXTS, kind=_TEXTS, source=_TEXTS),
)
