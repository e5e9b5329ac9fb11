"""What is known of a PDF before it is sent. Hostile and broken ones are simply not looked into."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, append_signature_field

from signdesk.practice.data_folder import SealKey
from signdesk.practice.sealing import NotSealable, Sealer
from signdesk.seals import presign_check as before
from signdesk.seals.presign_check import Before, Marks, presign_check_of
from tests.seals.conftest import Seal
from tests.support.odd_pdfs import encrypted, signed
from tests.support.samples import a_pdf


def as_result(content: bytes) -> Before:
    marks = Marks()
    marks.feed(content)
    return presign_check_of(io.BytesIO(content)) if marks.found else Before()


def can_be_sealed(sealer: Sealer, content: bytes, folder: Path) -> bool:
    (folder / "in.pdf").write_bytes(content)
    try:
        sealer.seal_pdf(folder / "in.pdf", folder / "out.pdf")
    except NotSealable:
        return False
    return True


def test_an_ordinary_pdf_is_not_even_opened(original: bytes) -> None:
    marks = Marks()
    marks.feed(original)
    assert not marks.found
    assert presign_check_of(io.BytesIO(original)) == Before()


@pytest.mark.parametrize("legacy", [False, True])
def test_a_pdf_that_wants_a_password_is_told(
    original: bytes, legacy: bool, sealer: Sealer, tmp_path: Path
) -> None:
    content = encrypted(original, "open sesame", "owner", legacy=legacy)
    assert as_result(content) == Before(needs_password=True)
    assert not can_be_sealed(sealer, content, tmp_path)


@pytest.mark.parametrize("legacy", [False, True])
def test_a_pdf_that_opens_but_is_protected_is_told(
    original: bytes, legacy: bool, sealer: Sealer, tmp_path: Path
) -> None:
    content = encrypted(original, "", "owner", legacy=legacy)
    assert as_result(content) == Before(protected=True)
    assert not can_be_sealed(sealer, content, tmp_path)


def pdf_at_hand(name: str) -> bytes:
    return (Path(__file__).parents[1] / "support" / "pdfs" / f"{name}.pdf").read_bytes()


def test_revision_5_of_aes_256_opens_without_a_password_where_the_user_has_none() -> None:
    content = pdf_at_hand("aes256-r5-owner-only")
    assert as_result(content) == Before(protected=True)
    start = content.index(b"/U ") + 10  # another hash of the user's password
    assert as_result(content[:start] + bytes([content[start] ^ 1]) + content[start + 1 :]) == Before(
        needs_password=True
    )


def test_rights_management_is_told() -> None:
    assert as_result(pdf_at_hand("irm-handler")) == Before(needs_key=True)


def test_the_lock_of_an_earlier_signers_field_is_told() -> None:
    assert as_result(pdf_at_hand("locked-field")) == Before(signatures=1, final=True)


def test_a_signed_pdf_is_told_with_the_number_of_its_signatures(
    sealed: bytes, seal: Seal, sealer: Sealer, tmp_path: Path
) -> None:
    assert as_result(sealed) == Before(signatures=1)
    assert as_result(seal(sealed)) == Before(signatures=2)
    assert can_be_sealed(sealer, sealed, tmp_path)


@pytest.mark.parametrize(
    ("level", "final"), [(MDPPerm.NO_CHANGES, True), (MDPPerm.FILL_FORMS, False), (MDPPerm.ANNOTATE, False)]
)
def test_only_level_1_of_a_certified_pdf_allows_nothing(
    original: bytes, key: SealKey, sealer: Sealer, tmp_path: Path, level: MDPPerm, final: bool
) -> None:
    content = signed(original, key, certified=level)
    assert as_result(content) == Before(signatures=1, final=final)
    assert can_be_sealed(sealer, content, tmp_path) is not final


def test_a_signature_can_lock_the_document_as_well(original: bytes, key: SealKey) -> None:
    assert as_result(signed(original, key, lock=True)) == Before(signatures=1, final=True)


def test_what_a_form_asks_to_be_signed_is_no_signature(original: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(original), strict=False)
    append_signature_field(writer, SigFieldSpec("Sign here"))
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    assert presign_check_of(io.BytesIO(made.getvalue())) == Before()


def test_signatures_in_object_streams_are_found(key: SealKey) -> None:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(a_pdf())), writer_kwargs={"stream_xrefs": True})
    assert isinstance(writer, PdfFileWriter)
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    assert as_result(signed(made.getvalue(), key)) == Before(signatures=1)


@pytest.mark.parametrize("size", [1, 3, 7, 1000, 1024, 1 << 18])
def test_marks_are_found_however_the_file_is_cut(sealed: bytes, size: int) -> None:
    marks = Marks()
    for start in range(0, len(sealed), size):
        marks.feed(memoryview(sealed)[start : start + size])
    assert marks.found


def test_what_is_no_pdf_is_not_looked_into() -> None:
    marks = Marks()
    marks.feed(b"x" * 2000 + b"%PDF-1.7 /Encrypt /ByteRange")
    assert not marks.found


@given(st.binary(max_size=3000))
def test_hostile_bytes_are_nothing(content: bytes) -> None:
    for one in (content, b"%PDF-1.7\n/Encrypt" + content + b"\nstartxref\n9\n%%EOF"):
        assert presign_check_of(io.BytesIO(one)) == Before()


def test_broken_pdfs_never_raise(sealed: bytes, original: bytes) -> None:
    chance = random.Random(7)  # noqa: S311
    for content in (sealed, encrypted(original, "", "owner")):
        for _ in range(60):
            broken = bytearray(content)
            for _ in range(chance.randint(1, 30)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            assert isinstance(
                presign_check_of(io.BytesIO(bytes(broken[: chance.randrange(len(broken))]))), Before
            )
            assert isinstance(presign_check_of(io.BytesIO(bytes(broken))), Before)


def test_a_form_that_goes_round_in_a_circle_ends() -> None:
    content = a_pdf().replace(b"/Type /Catalog", b"/AcroForm<</Fields[3 0 R]>>/Type /Catalog")
    content = content.replace(b"/Type /Page ", b"/Kids[3 0 R] ")
    assert presign_check_of(io.BytesIO(content)) == Before()


def test_a_look_that_reads_too_much_ends(sealed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(before, "MOST_READS", 200)
    assert presign_check_of(io.BytesIO(sealed)) == Before()
    monkeypatch.undo()
    monkeypatch.setattr(before, "MOST_READ_BYTES", 1000)
    assert presign_check_of(io.BytesIO(sealed)) == Before()


def test_a_table_that_unpacks_to_far_too_much_ends() -> None:
    bomb = zlib.compress(b"\0" * (300 << 20), 9)
    head = b"%PDF-1.7\n"
    facts = b"/Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Encrypt 1 0 R/Filter/FlateDecode/Length %d" % len(bomb)
    table = b"1 0 obj\n<<" + facts + b">>\nstream\n"
    content = head + table + bomb + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    assert as_result(content) == Before()
