"""A PDF that opens only with a password: its seal is checked where it covers all of it, and is alone."""

from __future__ import annotations

import io
import random
import re

import pytest
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.domain.seal_facts import SealKind
from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf_alone
from tests.support.odd_pdfs import encrypted

PLACES = 200


def sealed(key: SealKey, content: bytes, name: str = "Seal") -> bytes:
    update = IncrementalPdfFileWriter(io.BytesIO(content))
    update.encrypt("open")  # type: ignore[no-untyped-call]
    (certificate,) = load_certs_from_pemder_data(key.certificate_pem)
    private = load_private_key_from_pemder_data(key.key_pem, passphrase=None)
    signer = SimpleSigner(certificate, private, SimpleCertificateStore())  # type: ignore[no-untyped-call]
    return bytes(PdfSigner(PdfSignatureMetadata(field_name=name), signer).sign_pdf(update).getvalue())


@pytest.mark.parametrize("legacy", [True, False])
def test_its_one_seal_over_all_of_it_is_intact(key: SealKey, original: bytes, legacy: bool) -> None:
    content = sealed(key, encrypted(original, "open", "owner", legacy=legacy))
    found = verify_pdf_alone(io.BytesIO(content))

    assert found.finding is Finding.INTACT, found.sentence
    assert found.facts is not None
    assert found.facts.kind is SealKind.PDF
    assert "PRACTICE" in found.signer
    assert verify_pdf_alone(io.BytesIO(content + b"\r\n")).finding is Finding.INTACT


def test_no_changed_byte_that_it_covers_is_called_intact(key: SealKey, original: bytes) -> None:
    content = sealed(key, encrypted(original, "open", "owner"))
    room_start, room_end = (int(one) for one in re.findall(rb"/ByteRange \[0 (\d+) (\d+)", content)[-1])
    room_bytes = room_end - room_start
    rng = random.Random(11)  # noqa: S311
    for _ in range(PLACES):
        at = rng.randrange(len(content) - room_bytes)
        at += room_bytes if at >= room_start else 0
        changed = content[:at] + bytes([content[at] ^ (1 << rng.randrange(8))]) + content[at + 1 :]
        assert verify_pdf_alone(io.BytesIO(changed)).finding is not Finding.INTACT, f"byte {at}"


def test_room_that_nobody_signed_in_is_no_seal(key: SealKey, original: bytes) -> None:
    content = sealed(key, encrypted(original, "open", "owner"))
    start, end = (int(one) for one in re.findall(rb"/ByteRange \[0 (\d+) (\d+)", content)[-1])
    empty = content[: start + 1] + b"0" * (end - start - 2) + content[end - 1 :]
    assert verify_pdf_alone(io.BytesIO(empty)).finding is Finding.NONE


def test_what_follows_the_seal_or_another_one_cannot_be_told(key: SealKey, original: bytes) -> None:
    locked = encrypted(original, "open", "owner")
    once = sealed(key, locked)
    for content in (locked, sealed(key, once, "Another"), once + b"more"):
        found = verify_pdf_alone(io.BytesIO(content))
        assert (found.finding, "only with a password" in found.sentence) == (Finding.NOT_CHECKED, True)
