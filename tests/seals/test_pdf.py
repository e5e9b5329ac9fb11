"""A sealed PDF is intact only if it is the original, byte for byte, under a good signature over it all."""

from __future__ import annotations

import io
import random
import subprocess
from pathlib import Path

import pytest
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from tests.seals.conftest import Seal, look
from tests.support.odd_pdfs import encrypted
from tests.support.samples import blank_pdf


def with_other_update(content: bytes) -> bytes:
    """An incremental update that changes the document, without a signature."""
    made = io.BytesIO(content)
    writer = IncrementalPdfFileWriter(made)
    writer.root["/Lang"] = writer.root.get("/Lang", None) or _text("pl")
    writer.update_root()  # type: ignore[no-untyped-call]
    writer.write_in_place()  # type: ignore[no-untyped-call]
    return made.getvalue()


def _text(value: str) -> object:
    from pyhanko.pdf_utils.generic import pdf_string

    return pdf_string(value)


def test_a_sealed_document_is_intact_and_names_its_signer(original: bytes, sealed: bytes) -> None:
    found = look(sealed, original)

    assert found.finding is Finding.INTACT
    assert found.signer == MARK
    assert found.signed_at is not None
    assert found.signed_at.tzinfo is not None
    shown = found.signed_at.astimezone().strftime("%Y-%m-%d at %H:%M:%S")
    assert found.sentence == (
        f"Sealed by “{MARK}”, intact over this document. Time by its own claim: {shown}."
    )


def test_the_time_is_the_one_that_pdfsig_reads(tmp_path: Path, original: bytes, sealed: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(sealed)
    said = subprocess.run(
        ["pdfsig", "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    ).stdout
    signed_at = look(sealed, original).signed_at

    assert signed_at is not None
    assert f"Signing Time: {signed_at.astimezone():%b %d %Y %H:%M:%S}" in said


def test_an_unchanged_document_has_no_new_seal(original: bytes) -> None:
    assert look(original, original).finding is Finding.NONE


def test_a_seal_that_was_there_before_does_not_count(sealed: bytes) -> None:
    assert look(sealed, sealed).finding is Finding.NONE
    assert look(with_other_update(sealed), sealed).finding is Finding.NONE


def test_a_further_seal_on_a_sealed_document_counts(sealed: bytes, seal: Seal) -> None:
    assert look(seal(sealed), sealed).finding is Finding.INTACT


def test_two_new_seals_are_intact(original: bytes, sealed: bytes, seal: Seal) -> None:
    assert look(seal(sealed), original).finding is Finding.INTACT


def test_a_changed_document_without_a_seal_has_none(original: bytes) -> None:
    assert look(with_other_update(original), original).finding is Finding.NONE
    assert look(blank_pdf(), original).finding is Finding.NONE


def test_another_document_with_a_good_seal_is_broken(original: bytes, seal: Seal) -> None:
    assert look(seal(blank_pdf()), original).finding is Finding.BROKEN


def test_a_document_of_the_same_size_with_a_good_seal_is_broken(original: bytes, seal: Seal) -> None:
    other = original.replace(b"391.87", b"991.87")

    assert len(other) == len(original)
    assert look(seal(other), original).finding is Finding.BROKEN


def test_a_document_changed_before_it_was_sealed_is_broken(original: bytes, seal: Seal) -> None:
    """The original is no longer the beginning, although the seal itself is fine."""
    assert look(seal(original[:-1] + b" \n"), original).finding is Finding.BROKEN


def test_an_update_after_the_seal_that_nobody_can_explain_is_told(original: bytes, sealed: bytes) -> None:
    found = look(with_other_update(sealed), original)

    assert (found.finding, "cannot tell" in found.sentence) == (Finding.NOT_CHECKED, True)


@pytest.mark.parametrize("more", [b"\n", b"\r", b"\r\n"])
def test_an_end_of_line_behind_the_seal_is_no_change(original: bytes, sealed: bytes, more: bytes) -> None:
    """Programs for mail and for versions of files add one."""
    assert look(sealed + more, original).finding is Finding.INTACT


@pytest.mark.parametrize("more", [b"\n\n\n", b" ", b"%%EOF\n", b"\0" * 2000, b"<html>", blank_pdf()])
def test_anything_appended_is_noticed(original: bytes, sealed: bytes, more: bytes) -> None:
    assert look(sealed + more, original).finding is not Finding.INTACT


@pytest.mark.parametrize("cut", [1, 2, 7, 100, 1000, 4000])
def test_anything_cut_off_is_noticed(original: bytes, sealed: bytes, cut: int) -> None:
    assert look(sealed[:-cut], original).finding is not Finding.INTACT


def places(region: str, original: bytes, sealed: bytes, rng: random.Random) -> int:
    room = sealed.index(b"/Contents <") + len(b"/Contents <")
    end = sealed.index(b">", room)
    ranges = {
        "original": (0, len(original)),
        "update": (len(original), len(sealed)),
        "signature": (room, end),
        "padding": (sealed.rindex(b"1", room, end) + 1, end),
    }
    return rng.randrange(*ranges[region])


@pytest.mark.parametrize("region", ["original", "update", "signature", "padding"])
@pytest.mark.parametrize("seed", range(60))
def test_a_changed_byte_is_noticed_wherever_it_lies(
    original: bytes, sealed: bytes, region: str, seed: int
) -> None:
    rng = random.Random(f"{region} {seed}")  # noqa: S311
    at = places(region, original, sealed, rng)
    tampered = bytearray(sealed)
    tampered[at] ^= 1 << rng.randrange(8)

    found = look(bytes(tampered), original)

    assert found.finding is not Finding.INTACT, f"byte {at}"


@pytest.mark.parametrize("seed", range(60))
def test_several_bytes_changed_inserted_or_removed_are_noticed(
    original: bytes, sealed: bytes, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    tampered = bytearray(sealed)
    for _ in range(rng.randrange(1, 20)):
        at = rng.randrange(len(tampered))
        change = rng.randrange(3)
        if change == 0:
            tampered[at : at + rng.randrange(1, 50)] = rng.randbytes(rng.randrange(1, 50))
        elif change == 1:
            tampered[at:at] = rng.randbytes(rng.randrange(1, 50))
        else:
            del tampered[at : at + rng.randrange(1, 50)]

    assert look(bytes(tampered), original).finding is not Finding.INTACT


def test_content_hidden_in_the_room_of_the_signature_is_noticed(original: bytes, sealed: bytes) -> None:
    room = sealed.index(b"/Contents <") + len(b"/Contents <")
    end = sealed.index(b">", room)
    hidden = sealed[: end - 20] + b"0" * 10 + b"deadbeef00" + sealed[end:]

    assert len(hidden) == len(sealed)
    assert look(hidden, original).finding is Finding.BROKEN


@pytest.mark.parametrize("more", [1, 2, 5, 16])
def test_a_signature_stretched_over_the_zeros_behind_it_is_noticed(
    original: bytes, sealed: bytes, more: int
) -> None:
    head = sealed.index(b"/Contents <3082") + len(b"/Contents <3082")
    length = int(sealed[head : head + 4], 16)
    stretched = sealed[:head] + b"%04x" % (length + more) + sealed[head + 4 :]

    assert look(stretched, original).finding is Finding.BROKEN


def test_hex_digits_written_another_way_are_noticed(original: bytes, sealed: bytes) -> None:
    room = sealed.index(b"/Contents <") + len(b"/Contents <")
    end = sealed.index(b">", room)
    text = sealed[room:end]
    letter = next(at for at, one in enumerate(text) if chr(one).isalpha())
    other = text[:letter] + text[letter : letter + 1].swapcase() + text[letter + 1 :]

    assert look(sealed[:room] + other + sealed[end:], original).finding is Finding.BROKEN
    assert look(sealed[:room] + text.swapcase() + sealed[end:], original).finding is Finding.INTACT


def test_a_signature_of_another_document_pasted_in_is_broken(
    original: bytes, sealed: bytes, seal: Seal
) -> None:
    other = seal(blank_pdf())

    def room(content: bytes) -> tuple[int, int]:
        start = content.index(b"/Contents <") + len(b"/Contents <")
        return start, content.index(b">", start)

    (start, end), (from_start, from_end) = room(sealed), room(other)
    pasted = (
        sealed[:start] + other[from_start:from_end].ljust(end - start, b"0")[: end - start] + sealed[end:]
    )

    assert look(pasted, original).finding is Finding.BROKEN


def test_validation_data_after_the_seal_does_not_break_it(
    original: bytes, sealed: bytes, key: SealKey
) -> None:
    """PAdES B-LT: a server may append certificates and revocation data."""
    found = look(_with_validation_data(sealed, key), original)

    assert found.finding is Finding.INTACT


def test_anything_else_after_validation_data_is_noticed(original: bytes, sealed: bytes, key: SealKey) -> None:
    extended = _with_validation_data(sealed, key)

    assert look(extended + b"<html>", original).finding is not Finding.INTACT
    assert look(with_other_update(extended), original).finding is Finding.NOT_CHECKED


def test_validation_data_that_is_replaced_is_no_change(
    original: bytes, sealed: bytes, seal: Seal, key: SealKey
) -> None:
    """Some programs write it anew; no reader gets to see it."""
    made = io.BytesIO(_with_validation_data(sealed, key))
    writer = IncrementalPdfFileWriter(made)
    writer.root["/DSS"] = generic.DictionaryObject({generic.pdf_name("/Type"): generic.pdf_name("/DSS")})  # type: ignore[no-untyped-call]
    writer.update_root()  # type: ignore[no-untyped-call]
    writer.write_in_place()  # type: ignore[no-untyped-call]

    assert look(made.getvalue(), original).finding is Finding.INTACT
    assert look(seal(made.getvalue()), original).finding is Finding.INTACT


def _with_validation_data(content: bytes, key: SealKey) -> bytes:
    made = io.BytesIO(content)
    (signature,) = PdfFileReader(made).embedded_signatures
    certificates = list(load_certs_from_pemder_data(key.certificate_pem))
    DocumentSecurityStore.add_dss(made, signature.pkcs7_content.hex().upper().encode(), certs=certificates)
    return made.getvalue()


def stamped_by(authority: DummyTimeStamper, content: bytes) -> bytes:
    made = io.BytesIO(content)
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)
    return made.getvalue()


@pytest.fixture(scope="session")
def stamped(authority: DummyTimeStamper, original: bytes) -> bytes:
    """The document under a timestamp alone."""
    return stamped_by(authority, original)


def test_a_timestamp_over_the_whole_document_is_intact(original: bytes, stamped: bytes) -> None:
    found = look(stamped, original)

    assert (found.finding, found.signer) == (Finding.INTACT, "Time authority")
    assert found.signed_at is not None


def test_a_timestamp_over_a_seal_leaves_the_sealer_named(
    original: bytes, sealed: bytes, authority: DummyTimeStamper
) -> None:
    found = look(stamped_by(authority, sealed), original)

    assert (found.finding, found.signer) == (Finding.INTACT, MARK)


def test_a_timestamp_of_another_document_is_broken(authority: DummyTimeStamper, original: bytes) -> None:
    assert look(stamped_by(authority, blank_pdf()), original).finding is Finding.BROKEN


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_byte_under_or_in_a_timestamp_is_noticed(
    original: bytes, stamped: bytes, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    tampered = bytearray(stamped)
    at = rng.randrange(len(tampered))
    tampered[at] ^= 1 << rng.randrange(8)

    assert look(bytes(tampered), original).finding is not Finding.INTACT, f"byte {at}"


def test_an_encrypted_result_is_not_checked(original: bytes) -> None:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(original)))
    writer.encrypt("owner", "user")  # type: ignore[no-untyped-call]
    locked = io.BytesIO()
    writer.write(locked)  # type: ignore[no-untyped-call]

    assert look(locked.getvalue(), original).finding is Finding.NOT_CHECKED


DEEP = b"%PDF-1.7\n1 0 obj\n" + b"[" * 100_000 + b"\nendobj\n"


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"%PDF-1.7",
        b"no PDF at all" * 1000,
        b"%PDF-1.7\nstartxref\n99999999999999\n%%EOF\n",
        b"%PDF-1.7\nstartxref\n-5\n%%EOF\n",
        DEEP + b"trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n",
    ],
)
def test_hostile_files_are_a_finding_and_never_an_error(original: bytes, hostile: bytes) -> None:
    for found in (look(hostile, original), look(original + hostile, original)):
        assert isinstance(found, SealCheckResult)
        assert found.finding is not Finding.INTACT


def test_a_field_tree_that_runs_in_a_circle_is_a_finding(original: bytes) -> None:
    hostile = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</FT/Sig/T(a)/Kids[3 0 R]>>\nendobj\n"
    )
    offsets = [hostile.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in offsets)
    file = hostile + table + b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(hostile)

    assert look(file, original).finding is not Finding.INTACT


class Torn(io.BytesIO):
    """A file on a disk that fails."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_disk_that_fails_is_no_finding(sealed: bytes) -> None:
    from signdesk.seals import verify_pdf

    with pytest.raises(OSError, match="Input/output error"):
        verify_pdf(Torn(sealed), "0" * 64, 10)


@pytest.mark.parametrize(("password", "finding"), [("", Finding.INTACT), ("open", Finding.NOT_CHECKED)])
def test_a_file_that_is_protected_against_changes_alone_is_checked(
    original: bytes, key: SealKey, password: str, finding: Finding
) -> None:
    """An owner's password keeps programs from changing it; everybody may read it."""
    sent = encrypted(original, password, "owner")
    update = IncrementalPdfFileWriter(io.BytesIO(sent))
    update.encrypt(password)  # type: ignore[no-untyped-call]
    (certificate,) = load_certs_from_pemder_data(key.certificate_pem)
    private = load_private_key_from_pemder_data(key.key_pem, passphrase=None)
    signer = SimpleSigner(certificate, private, SimpleCertificateStore())  # type: ignore[no-untyped-call]
    sealed = PdfSigner(PdfSignatureMetadata(field_name="Seal"), signer).sign_pdf(update).getvalue()

    assert look(sealed, sent).finding is finding
    at = len(sent) // 2
    assert look(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :], sent).finding is not Finding.INTACT
