"""What lies in a container that came back, and under which seals: from the check into the receipt."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome, ResultFile
from signdesk.domain.documents import Document
from signdesk.domain.messages import Message
from signdesk.domain.receipt_page import PageLanguage, receipt_page
from signdesk.domain.receipt_table import receipt_csv
from signdesk.domain.receipts import NoReceipt, batch_of, receipt_of
from signdesk.jobs.result_check import check_result
from signdesk.jobs.verification import Verdict, verify
from signdesk.practice.data_folder import MARK, SealKey, seal_key
from signdesk.resources import resource
from signdesk.storage.journal.journal_file import JournalFile
from signdesk.storage.receipts import as_json
from tests.seals.test_asic import E, cms_over, extended, manifest, packed
from tests.seals.test_held import two_seals
from tests.seals.test_several import with_unknown_method
from tests.seals.test_xml import LETTER, MADE
from tests.storage.journal_values import NOON, plain_batch
from tests.support.workers import WORKERS

MOST_DOCUMENTS = 200
SCHEMA = json.loads(resource("schemas", "receipt.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealKey:
    return seal_key(tmp_path_factory.mktemp("key"))


def checked(folder: Path, container: bytes) -> Batch:
    """The batch of one letter that came back in the container."""
    source = folder / "Letter.txt"
    source.write_bytes(LETTER)
    digest = hashlib.sha256(LETTER).hexdigest()
    document = Document(source, source.name, len(LETTER), source.stat().st_mtime_ns, digest, 0)
    batch = replace(plain_batch(), documents=(BatchDocument(document, "Letter.txt"),))
    result = folder / "result.zip"
    with zipfile.ZipFile(result, "w") as opened:
        opened.writestr("Letter.txt.asice", container)
    documents = check_result(result, batch, folder, None, WORKERS).documents
    file = ResultFile("Letter.txt.asice", hashlib.sha256(container).hexdigest(), len(container))
    return batch.replace(
        documents=documents,
        result_files=(file,),
        state=BatchState.DONE,
        saved_to=result,
        result_sha256=hashlib.sha256(result.read_bytes()).hexdigest(),
    )


def receipt(batch: Batch) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(as_json(receipt_of(batch, NOON, "SignDesk")))
    jsonschema.validate(read, SCHEMA)
    return read


def held(one: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["name"], [seal["signer"] for seal in each["seals"]]) for each in one["inside"]]


def loaded(journal: Path, batch_id: str) -> Batch:
    with closing(JournalFile.open(journal)) as opened:
        found = opened.get(batch_id)
    assert found is not None
    return found


def kept(folder: Path, batch: Batch) -> Path:
    journal = folder / "journal.sqlite"
    with closing(JournalFile.open(journal)) as opened:
        opened.record(batch)
    return journal


def page_text(of: dict[str, Any]) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "\n", receipt_page(of).decode()))


def test_the_receipt_tells_what_lies_in_it(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, packed(extended(key, tmp_path)))
    noted = receipt(batch)
    (one,) = noted["documents"]
    assert (one["outcome"], one["checked"]) == ("sealed", True)
    assert held(one) == [("Letter.txt", [MARK]), ("Price list.csv", [MARK])]
    assert f"Price list.csv: sealed by “{MARK}”, " in page_text(noted)
    (line,) = csv.DictReader(io.StringIO(receipt_csv(noted).decode("utf-8-sig")))
    assert line["inside"] == f"Letter.txt: {MARK}; Price list.csv: {MARK}"


def test_what_is_under_no_seal_is_told_so(key: SealKey, tmp_path: Path) -> None:
    noted = receipt(checked(tmp_path, two_seals(key, tmp_path)))
    (one,) = noted["documents"]
    assert held(one)[2] == ("notes.txt", [])
    assert "notes.txt: under no seal" in page_text(noted)
    (line,) = csv.DictReader(io.StringIO(receipt_csv(noted).decode("utf-8-sig")))
    assert line["inside"].endswith("; notes.txt: under no seal")


def test_the_journal_keeps_it(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, two_seals(key, tmp_path))
    assert receipt(loaded(kept(tmp_path, batch), batch.id)) == receipt(batch)


def test_an_entry_of_an_earlier_version_has_none(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, two_seals(key, tmp_path))
    journal = kept(tmp_path, batch)
    with closing(sqlite3.connect(journal)) as opened, opened:
        opened.execute("UPDATE batches SET content = json_remove(content, '$.documents[0].inside')")
    (one,) = receipt(loaded(journal, batch.id))["documents"]
    assert "inside" not in one


def test_verify_and_restore_read_a_receipt_with_it_and_without(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, packed(extended(key, tmp_path)))
    assert batch.saved_to is not None
    noted = receipt(batch)
    assert receipt(batch_of(noted))["documents"] == noted["documents"]
    for _time in ("with", "without"):
        file = tmp_path / "result receipt.json"
        file.write_bytes(as_json(noted))
        (proof,) = verify(batch.saved_to, file, tmp_path, None, WORKERS).proofs
        assert proof.verdict is Verdict.INTACT
        assert [(one.name, len(one.seals)) for one in proof.inside] == [
            ("Letter.txt", 1),
            ("Price list.csv", 1),
        ]
        for one in noted["documents"]:
            one.pop("inside", None)


def test_verify_believes_no_receipt_about_what_is_not_there(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, packed(extended(key, tmp_path)))
    assert batch.saved_to is not None
    file = tmp_path / "result receipt.json"
    file.write_bytes(as_json(receipt(batch)))
    with zipfile.ZipFile(batch.saved_to, "w") as opened:
        inside = {**extended(key, tmp_path), "Letter.txt": LETTER + b"!"}
        opened.writestr("Letter.txt.asice", packed(inside))
    (proof,) = verify(batch.saved_to, file, tmp_path, None, WORKERS).proofs
    assert proof.verdict is Verdict.BROKEN
    assert (proof.facts, proof.inside) == (None, ())
    assert MARK not in proof.sentence


@pytest.mark.parametrize("noted", [7, [7], [{"name": 7, "seals": []}], [{"name": "a", "seals": [7]}], [{}]])
def test_a_receipt_of_another_form_is_refused(key: SealKey, tmp_path: Path, noted: object) -> None:
    made = receipt(checked(tmp_path, packed(extended(key, tmp_path))))
    made["documents"][0]["inside"] = noted
    with pytest.raises(NoReceipt):
        batch_of(made)


def crowded(key: SealKey, folder: Path, number: int) -> bytes:
    files = {"Letter.txt": LETTER, **{f"{one:04}.txt": b"%d" % one for one in range(number - 1)}}
    over = manifest(files)
    seal = cms_over(key, folder, over)
    meta = {"META-INF/ASiCManifest001.xml": over, "META-INF/signature001.p7s": seal}
    return packed({"mimetype": E, **files, **meta})


def test_a_crowded_container_is_listed_in_part_and_the_rest_counted(key: SealKey, tmp_path: Path) -> None:
    batch = checked(tmp_path, crowded(key, tmp_path, MOST_DOCUMENTS + 50))
    noted = receipt(batch)
    (one,) = noted["documents"]
    assert one["outcome"] == Outcome.SEALED
    assert (len(one["inside"]), one["inside_more"]) == (MOST_DOCUMENTS, 50)
    listed = [text for text in page_text(noted).splitlines() if ": sealed by “" in text]
    assert 0 < len(listed) < 50
    more = MOST_DOCUMENTS + 50 - len(listed)
    assert f"{more} more documents" in page_text(noted)
    (line,) = csv.DictReader(io.StringIO(receipt_csv(noted).decode("utf-8-sig")))
    assert line["inside"].endswith(f"; {more} more")
    assert receipt(batch_of(noted))["documents"] == noted["documents"]
    assert receipt(loaded(kept(tmp_path, batch), batch.id)) == noted


def test_why_a_second_seal_was_not_checked_is_told_in_the_persons_language(
    key: SealKey, tmp_path: Path
) -> None:
    """By the journal, too, and twice: in the sentence of the card and in the receipt."""
    inside = extended(key, tmp_path)
    inside["META-INF/signatures2.xml"] = with_unknown_method(MADE["xades"])
    batch = checked(tmp_path, packed(inside))
    (facts,) = [one.facts for one in loaded(kept(tmp_path, batch), batch.id).documents]
    assert facts is not None
    assert facts.unchecked_by == "ACME seal"
    why = "The seal could not be checked, because "
    assert receipt(batch)["documents"][0]["seal"]["unchecked_why"].startswith(why)

    def translate(text: str) -> str:
        return "Darum nicht." if text == facts.unchecked_why and isinstance(text, Message) else text

    page = receipt_page(receipt_of(batch, NOON, "SignDesk"), PageLanguage(lambda: "de", translate)).decode()
    assert "Darum nicht." in page
    assert isinstance(facts.unchecked_why, Message)
