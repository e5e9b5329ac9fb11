"""Signed office files: OpenDocument, signed by xmlsec1 as LibreOffice does it, is checked; others named."""

from __future__ import annotations

import hashlib
import io
import random
import zipfile
from pathlib import Path

import pytest

from signdesk.jobs.verification import Verdict, verify
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import Sent, verify_alone, verify_inside
from signdesk.seals.worker.pool import DocumentWorkers
from tests.seals.test_asic import packed

DATA = Path(__file__).parent / "data" / "xmlsec"
SIGNED = (DATA / "signed.odt").read_bytes()
SEALS = "META-INF/documentsignatures.xml"
Inside = dict[str, bytes]


def inside(package: bytes) -> Inside:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def alone(package: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(package))
    assert found is not None
    return found


def office(main: str, *, signed: bool = True) -> Inside:
    seal = {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"} if signed else {}
    return {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>", main: b"<x/>", **seal}


def test_a_signed_document_is_intact() -> None:
    found = alone(SIGNED)

    assert (found.finding, found.signer) == (Finding.INTACT, "xmlsec1"), found.sentence
    assert found.facts is not None
    assert found.facts.container == "OpenDocument"


def test_nothing_that_is_sealed_can_be_changed() -> None:
    """At 200 places of all files; but for the seals' own file, what is written otherwise is XML alike."""
    files = inside(SIGNED)
    rng = random.Random(4)  # noqa: S311
    for _ in range(200):
        name = rng.choice([one for one in files if one != SEALS])
        at = rng.randrange(len(files[name]))
        changed = bytearray(files[name])
        changed[at] ^= 1 << rng.randrange(8)
        found = alone(packed({**files, name: bytes(changed)})) if name != "mimetype" else None
        if found is not None and found.finding is Finding.INTACT:
            known = files[name][max(0, at - 30) : at + 30]
            assert b"<?xml" in known or b"<!--x-->" in known, (name, at, known)
    at = files[SEALS].index(b"<ds:SignatureValue>") + 30
    broken = files[SEALS][:at] + b"AAAA" + files[SEALS][at + 4 :]
    assert alone(packed({**files, SEALS: broken})).finding is Finding.BROKEN


@pytest.mark.parametrize(
    "change",
    [
        {"content.xml": b'<c:text xmlns:c="urn:c"><c:p>Price: 900</c:p></c:text>'},
        {"Pictures/a b.png": b"other"},
        {"META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:m"><m:file-entry/></m:manifest>'},
    ],
)
def test_a_file_put_in_place_of_a_sealed_one_is_told(change: Inside) -> None:
    assert alone(packed({**inside(SIGNED), **change})).finding is Finding.BROKEN


@pytest.mark.parametrize("name", ["Basic/more.xml", "META-INF/more.xml", "META-INF/x/moresignatures.xml"])
def test_a_file_that_was_put_in_is_told(name: str) -> None:
    found = alone(packed({**inside(SIGNED), name: b"<x/>"}))

    assert (found.finding, name in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_file_that_was_taken_out_is_told() -> None:
    files = inside(SIGNED)
    del files["Pictures/a b.png"]
    assert alone(packed(files)).finding is Finding.BROKEN


def test_a_seal_over_a_part_alone_is_told() -> None:
    found = alone((DATA / "partly-signed.odt").read_bytes())

    assert (found.finding, "“styles.xml”" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_elsewhere_a_file_is_covered_byte_for_byte(tmp_path: Path) -> None:
    """A browser reads comments and CDATA in another way than what was signed has them."""
    files = inside(SIGNED)
    seal = {"META-INF/signatures.xml": files.pop(SEALS)}
    found = alone(packed({**files, **seal, "mimetype": b"application/vnd.etsi.asic-e+zip"}))

    assert (found.finding, "byte for byte" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_it_is_the_document_that_was_sent() -> None:
    files = inside(SIGNED)
    del files[SEALS]
    original = packed(files)

    def over(source: bytes | None) -> Finding:
        sent = Sent("Offer.odt", hashlib.sha256(source or original).hexdigest(), len(source or original))
        found = verify_inside(io.BytesIO(SIGNED), sent, io.BytesIO(source) if source else None)
        assert found is not None
        return found.finding

    assert over(original) is Finding.INTACT
    assert over(packed({**files, "styles.xml": b"<other/>"})) is Finding.BROKEN
    assert over(SIGNED) is Finding.NOT_CHECKED  # it was signed before
    assert over(None) is Finding.NOT_CHECKED


@pytest.mark.parametrize(
    ("main", "form"),
    [
        ("word/document.xml", "Word document"),
        ("xl/workbook.xml", "Excel workbook"),
        ("ppt/presentation.xml", "PowerPoint presentation"),
        ("visio/document.xml", "Office file"),
    ],
)
def test_other_signed_office_files_are_named(main: str, form: str) -> None:
    found = alone(packed(office(main)))

    assert (found.finding, f"a signed {form}" in found.sentence) == (Finding.NOT_CHECKED, True)
    sent = Sent("Offer", "", 0)
    inside_ = verify_inside(io.BytesIO(packed(office(main))), sent, None)
    assert inside_ is not None
    assert inside_.finding is Finding.NOT_CHECKED


def test_an_office_file_without_a_seal_says_so_and_is_not_taken_apart(tmp_path: Path) -> None:
    files = inside(SIGNED)
    del files[SEALS]
    (tmp_path / "Offer.odt").write_bytes(packed(files))
    (tmp_path / "Offer.docx").write_bytes(packed(office("word/document.xml", signed=False)))
    (tmp_path / "Signed.odt").write_bytes(SIGNED)
    with DocumentWorkers() as worker:
        found = [
            verify(tmp_path / name, None, tmp_path, None, worker).proofs
            for name in ("Offer.odt", "Offer.docx", "Signed.odt")
        ]

    verdicts = [[(one.name, one.verdict) for one in proofs] for proofs in found]
    assert verdicts == [
        [("Offer.odt", Verdict.UNSEALED)],
        [("Offer.docx", Verdict.UNSEALED)],
        [("Signed.odt", Verdict.INTACT)],
    ]
    assert verify_inside(io.BytesIO(packed(files)), Sent("Offer.odt", "", 0), None) is None
