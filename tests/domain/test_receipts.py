"""A receipt says everything that the history knows, in a fixed shape, and nothing in it can do harm."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from signdesk.domain.batches import (
    Acceptance,
    Batch,
    BatchDocument,
    BatchState,
    Delivery,
    Outcome,
    ResultFile,
)
from signdesk.domain.documents import Document, visible
from signdesk.domain.messages import msg
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState, Rectangle
from signdesk.domain.receipt_page import PageLanguage, receipt_page
from signdesk.domain.receipt_table import receipt_csv
from signdesk.domain.receipts import NoReceipt, batch_of, receipt_of
from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts, SealKind
from signdesk.domain.seal_words import level_words
from signdesk.domain.servers import Process, Server
from signdesk.resources import resource
from signdesk.storage.receipts import as_json

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
FACTS = SealFacts(
    SealKind.PADES,
    "Acme",
    NOON,
    "Root 1",
    "1abc",
    NOON.replace(year=2025),
    NOON.replace(year=2027),
    "dd" * 32,
    NOON.replace(second=3),
    "Time authority",
    "B-T",
)
SCHEMA = json.loads(resource("schemas", "receipt.json").read_text("utf-8"))
HOSTILE = '<script>alert(1)</script>&"\u202e'


def document(name: str, number: int, outcome: Outcome, facts: SealFacts | None = None) -> BatchDocument:
    source = Document(Path("/home/anna") / name, name, 1000 + number, 0, f"{number:064x}", 0)
    results = () if outcome is Outcome.MISSING else (name,)
    seal, message = ("Sealed by Acme.", "") if facts else ("", "It is missing.")
    made = BatchDocument(source, name, outcome, message, results, seal)
    return replace(made, checked=bool(facts), facts=facts)


def a_batch(*documents: BatchDocument) -> Batch:
    return Batch(
        id="0f3a9c",
        process=Process(12, "Company seal", sentence="Qualified."),
        server=Server("https://seal.example.com", label="Acme Sealing"),
        documents=documents
        or (document("A.pdf", 1, Outcome.SEALED, FACTS), document("B.pdf", 2, Outcome.MISSING)),
        save_to=Path("/home/anna/Sealed"),
        created_at=NOON,
        state=BatchState.PARTLY_DONE,
        server_id="17",
        saved_to=Path("/home/anna/Sealed/May.zip"),
        result_sha256="cc" * 32,
        extra_results=("report.xml",),
        result_files=(ResultFile("A.pdf", "ee" * 32, 7000), ResultFile("report.xml", "ff" * 32, 20)),
        deleted_at=NOON.replace(minute=9),
        warnings=("One.",),
        delivery=Delivery(keep_copy=True),
        name="May",
        sent_by="anna on office-7",
        reached=((BatchState.SENDING, NOON), (BatchState.PARTLY_DONE, NOON.replace(minute=9))),
    )


def made(batch: Batch) -> dict[str, Any]:
    receipt = receipt_of(batch, NOON.replace(hour=13), "SignDesk 1")
    read: dict[str, Any] = json.loads(json.dumps(receipt))
    jsonschema.validate(read, json.loads(resource("schemas", "receipt.json").read_text("utf-8")))
    return read


def test_the_history_can_be_made_anew_from_it() -> None:
    batch = a_batch()
    assert batch_of(made(batch)) == batch


def test_it_fits_its_schema_with_as_little_as_possible_known() -> None:
    bare = replace(
        a_batch(document("A.pdf", 1, Outcome.NOT_RECOGNISED)),
        name="", sent_by="", deleted_at=None, warnings=(), reached=(), result_files=(), extra_results=(),
        delivery=Delivery(),
    )  # fmt: skip
    receipt = made(bare)
    assert receipt["documents"][0]["returned"] == []
    again = batch_of(receipt)
    assert (again.id, again.state, again.documents[0].outcome) == (
        "0f3a9c",
        bare.state,
        Outcome.NOT_RECOGNISED,
    )


def test_sentences_stand_in_it_in_english_whatever_the_window_speaks() -> None:
    batch = replace(a_batch(), process=Process(1, msg("Practice seal"), sentence=msg("It seals.")))
    receipt = made(batch)
    assert receipt["process"]["label"] == "Practice seal"
    assert type(receipt["process"]["label"]) is str


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 2},
        {"batch": None},
        {"documents": [{}]},
        {"documents": 7},
        {"result": {"file": "a"}},
        {"steps": [{"step": "never", "at": "2026-05-03T12:00:00+00:00"}]},
        {"steps": [{"step": "done", "at": "2026-05-03T12:00:00"}]},
    ],
)
def test_what_is_no_receipt_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(NoReceipt):
        batch_of({**made(a_batch()), **change})


def test_a_receipt_puts_no_file_anywhere_else() -> None:
    receipt = made(a_batch())
    receipt["result"]["file"] = "../../etc/passwd"
    assert batch_of(receipt).saved_to == Path("/home/anna/Sealed/passwd")


def table(batch: Batch) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(receipt_csv(made(batch)).decode("utf-8-sig"))))


def test_the_table_has_a_line_for_each_document() -> None:
    first, second = table(a_batch())
    assert (first["document"], first["outcome"], first["checked"]) == ("A.pdf", "sealed", "yes")
    assert (first["returned_sha256"], first["seal"], first["signer"]) == ("ee" * 32, "PAdES B-T", "Acme")
    assert (second["outcome"], second["returned"], second["seal"]) == ("missing", "", "")
    assert first["number_on_server"] == "17"
    assert receipt_csv(made(a_batch())).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_no_cell_is_a_formula(beginning: str) -> None:
    evil = f"{beginning}cmd|' /C calc'!A0"
    facts = replace(FACTS, signer=evil, issuer=evil, stamped_by=evil)
    batch = replace(a_batch(document(evil, 1, Outcome.SEALED, facts)), sent_by=evil)
    (line,) = table(replace(batch, process=Process(1, evil), extra_results=()))
    assert line["document"] == f"'{visible(evil)}"
    assert [cell for cell in line.values() if cell.startswith(beginning)] == []


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_tells_everything_in_the_persons_language() -> None:
    german = PageLanguage(lambda: "de", lambda text: "Dokumente" if text == "Documents" else text)
    content = receipt_page(made(a_batch()), german)
    reader = Reader()
    reader.feed(content.decode())
    assert b'<html lang="de">' in content
    for told in (
        "Dokumente",
        "May",
        "A.pdf",
        f"{1:064x}",
        "ee" * 32,
        "PAdES B-T",
        "by Acme",
        "Root 1",
        "report.xml",
        "17",
    ):
        assert told in reader.text, told


def test_all_that_is_known_of_a_seal_fits_its_schema_and_stands_on_the_page() -> None:
    facts = replace(
        FACTS,
        signed_at=NOON.replace(year=2028),
        stamped_at=NOON.replace(year=2029),
        container="ASiC-E",
        issuer_level=IssuerLevel.KNOWN,
        known_by="Root",
        revocation=Revocation.REVOKED,
        broke_earlier=True,
        also_by="Second signer",
        not_here="Annex.txt",
        unchecked_by="Third signer",
        unchecked_why=msg("Its form is unknown."),
        weak_digest="SHA-1",
    )
    receipt = made(a_batch(document("A.pdf", 1, Outcome.SEALED, facts)))
    assert batch_of(receipt).documents[0].facts == facts
    reader = Reader()
    reader.feed(receipt_page(receipt).decode())
    for told in (
        "ASiC-E PAdES B-T",
        level_words("B-T"),
        "by Time authority",
        "by its own claim",
        "also signed by Second signer",
        "also a seal that was not checked: Third signer",
        "Its form is unknown.",
        "also over documents that were not at hand: Annex.txt",
        "made with SHA-1",
        "was not valid at the time of the time stamp",
    ):
        assert told in reader.text, told


def test_every_fact_of_a_seal_has_its_place_in_the_schema() -> None:
    known = set(SCHEMA["$defs"]["seal"]["properties"])
    assert {one.name for one in fields(SealFacts)} - {"chain", "stamp"} <= known


def test_nothing_from_outside_is_markup_in_the_page() -> None:
    facts = replace(FACTS, signer=HOSTILE, issuer=HOSTILE, stamped_by=HOSTILE)
    batch = a_batch(document(HOSTILE.replace("/", ""), 1, Outcome.SEALED, facts))
    batch = replace(
        batch, name=HOSTILE, sent_by=HOSTILE, warnings=(HOSTILE,), server_id=HOSTILE,
        process=Process(1, HOSTILE, sentence=HOSTILE), server=Server("https://a.example.com", label=HOSTILE),
    )  # fmt: skip
    reader = Reader()
    reader.feed(receipt_page(made(batch)).decode())
    assert "script" not in reader.tags
    assert "alert(1)" in reader.text


PAGES = PageComparison(
    (
        PageFinding(PageState.ADDED_TO, 1, 1, (Rectangle(340.0, 750.0, 200.0, 50.0),)),
        PageFinding(PageState.SAME, 2, 2),
        PageFinding(PageState.NEW, None, 3),
    ),
    2,
    3,
)


@pytest.mark.parametrize("accepted", [True, False])
def test_a_document_that_the_server_changed_is_told_with_its_pages(accepted: bool) -> None:
    one = replace(
        document("A.pdf", 1, Outcome.RESEALED, FACTS), comparison=PAGES, is_accepted=accepted, checked=True
    )
    batch = a_batch(one, document("B.pdf", 2, Outcome.SEALED, FACTS))
    receipt = receipt_of(batch, NOON, "SignDesk")
    jsonschema.validate(json.loads(json.dumps(receipt)), SCHEMA)
    back = batch_of(receipt).documents[0]
    assert (back.comparison, back.is_accepted, back.outcome) == (PAGES, accepted, Outcome.RESEALED)
    page = receipt_page(receipt).decode()
    assert "page 2 looks the same; a stamp on page 1; page 3 is new" in page
    assert "the server had changed the file before it sealed it" in page
    count = (
        "2 of 2 sealed and checked, 1 of them changed" if accepted else "1 of 2 sealed and checked, 1 changed"
    )
    assert count in page


def test_whoever_accepted_what_the_server_changed_is_named() -> None:
    acceptance = Acceptance(NOON, "anna on office-7")
    changed = document("A.pdf", 1, Outcome.RESEALED, FACTS)
    one = replace(changed, comparison=PAGES, acceptance=acceptance, checked=True)
    receipt = receipt_of(a_batch(one), NOON, "SignDesk")
    jsonschema.validate(json.loads(json.dumps(receipt)), SCHEMA)
    back = batch_of(receipt).documents[0]
    assert (back.acceptance, back.is_accepted, back.is_good) == (acceptance, False, True)
    page = receipt_page(receipt).decode()
    assert "looked at and accepted by anna on office-7, 20" in page
    assert '<span class="good">Sealed, changed by the server</span>' in page
    (line,) = table(a_batch(one))
    assert line["accepted_by"] == "anna on office-7"
    assert line["accepted_at"] == receipt["documents"][0]["accepted"]["at"]


def test_pages_that_were_not_compared_are_told() -> None:
    one = replace(
        document("A.pdf", 1, Outcome.RESEALED, FACTS), comparison=PageComparison(not_compared="Not compared.")
    )
    receipt = receipt_of(a_batch(one), NOON, "SignDesk")
    jsonschema.validate(json.loads(json.dumps(receipt)), SCHEMA)
    assert "Not compared." in receipt_page(receipt).decode()


def test_no_direction_character_reaches_the_page_as_it_is() -> None:
    """A name or a signer could be read as another one."""
    receipt = made(a_batch())
    turned = "invoice\u202efdp.exe \u2066"
    receipt["documents"][0]["name"] = receipt["process"]["label"] = turned
    receipt["batch"]["warnings"] = [turned]
    for one in receipt["documents"]:
        for each in one["returned"]:
            each["name"] = turned
    page = receipt_page(receipt).decode()
    assert not {"\u202e", "\u2066"} & set(page)
    assert "invoice[U+202E]fdp.exe" in page


def test_no_direction_character_reaches_the_table_as_it_is() -> None:
    receipt = made(a_batch())
    receipt["documents"][0]["name"] = "invoice\u202efdp.exe"
    table = receipt_csv(receipt).decode("utf-8-sig")
    assert "\u202e" not in table
    assert "invoice[U+202E]fdp.exe" in table


def test_the_file_for_programs_shows_hidden_characters_and_means_the_same() -> None:
    receipt = made(a_batch())
    names = ["invoice\u202efdp.exe", "a\u2028b\u00a0c", "Zażółć 👨\u200d👩.pdf", "tag\U000e0041.pdf"]
    receipt["batch"]["warnings"] = names
    written = as_json(receipt)
    assert json.loads(written)["batch"]["warnings"] == names
    text = written.decode()
    assert not {"\u202e", "\u2028", "\u00a0", "\U000e0041"} & set(text)
    assert r"invoice\u202efdp.exe" in text
    assert "Zażółć 👨\u200d👩.pdf" in text
