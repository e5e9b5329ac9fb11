"""Practice seals hold in the eyes of others: pdfsig for PDFs, openssl for everything else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from signdesk.practice.data_folder import MARK, SealKey, seal_key
from signdesk.practice.sealing import REASON, NotSealable, Sealer
from tests.support.samples import blank_pdf


@pytest.fixture
def key(tmp_path: Path) -> SealKey:
    return seal_key(tmp_path / "key")


@pytest.fixture
def sealer(key: SealKey) -> Sealer:
    return Sealer(key)


def pdf_at(path: Path, content: bytes | None = None) -> Path:
    path.write_bytes(blank_pdf() if content is None else content)
    return path


def pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout


def encrypted_pdf(path: Path, user_password: str) -> Path:
    with pdf_at(path).open("rb") as plain:
        writer = copy_into_new_writer(PdfFileReader(plain))
        writer.encrypt("owner", user_password)  # type: ignore[no-untyped-call]
        with path.with_suffix(".locked.pdf").open("wb") as locked:
            writer.write(locked)  # type: ignore[no-untyped-call]
    return path.with_suffix(".locked.pdf")


def test_pdfsig_finds_a_valid_seal_over_the_whole_document(tmp_path: Path, sealer: Sealer) -> None:
    source, target = pdf_at(tmp_path / "a.pdf"), tmp_path / "sealed.pdf"

    sealer.seal_pdf(source, target)

    said = pdfsig(target)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert MARK in said


def test_the_original_stays_untouched_and_is_the_beginning_of_the_sealed_file(
    tmp_path: Path, sealer: Sealer
) -> None:
    source, target = pdf_at(tmp_path / "a.pdf"), tmp_path / "sealed.pdf"

    sealer.seal_pdf(source, target)

    assert source.read_bytes() == blank_pdf()
    assert target.read_bytes().startswith(blank_pdf())


def test_the_seal_says_that_it_has_no_legal_effect(tmp_path: Path, sealer: Sealer) -> None:
    target = tmp_path / "sealed.pdf"
    sealer.seal_pdf(pdf_at(tmp_path / "a.pdf"), target)

    with target.open("rb") as file:
        (signature,) = PdfFileReader(file).embedded_signatures
        assert str(signature.sig_object["/Reason"]) == REASON
        assert "no legal effect" in REASON


def test_a_sealed_pdf_gets_a_further_seal(tmp_path: Path, sealer: Sealer) -> None:
    once, twice = tmp_path / "once.pdf", tmp_path / "twice.pdf"

    sealer.seal_pdf(pdf_at(tmp_path / "a.pdf"), once)
    sealer.seal_pdf(once, twice)

    said = pdfsig(twice)
    assert said.count("Signature is Valid") == 2
    assert twice.read_bytes().startswith(once.read_bytes())


@pytest.mark.parametrize(
    "content", [b"", b"no PDF", b"%PDF-1.7\nbut nothing else", blank_pdf()[:200], b"PK\x03\x04" * 50]
)
def test_a_broken_pdf_is_not_sealable_and_leaves_nothing_behind(
    tmp_path: Path, sealer: Sealer, content: bytes
) -> None:
    target = tmp_path / "sealed.pdf"

    with pytest.raises(NotSealable):
        sealer.seal_pdf(pdf_at(tmp_path / "a.pdf", content), target)

    assert not target.exists()


@pytest.mark.parametrize("user_password", ["user", ""])
def test_an_encrypted_pdf_is_not_sealable(tmp_path: Path, sealer: Sealer, user_password: str) -> None:
    with pytest.raises(NotSealable):
        sealer.seal_pdf(encrypted_pdf(tmp_path / "a.pdf", user_password), tmp_path / "sealed.pdf")


def openssl_verifies(tmp_path: Path, key: SealKey, signature: bytes, content: bytes) -> bool:
    for name, text in (("s.p7s", signature), ("content", content), ("c.pem", key.certificate_pem)):
        (tmp_path / name).write_bytes(text)
    command = (
        "openssl cms -verify -binary -inform DER -in s.p7s -content content -CAfile c.pem -purpose any -cades"
    )
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
    return done.returncode == 0


def test_openssl_verifies_the_detached_seal_as_cades(tmp_path: Path, key: SealKey, sealer: Sealer) -> None:
    source = tmp_path / "a.csv"
    source.write_bytes(b"1;2\r\n" * 100_000)

    signature = sealer.sign_detached(source)

    assert openssl_verifies(tmp_path, key, signature, source.read_bytes())
    assert not openssl_verifies(tmp_path, key, signature, source.read_bytes() + b"3")
    assert source.stat().st_size > 100 * len(signature), "the content is not inside"


def test_an_encrypted_pdf_does_not_spoil_what_is_sealed_after_it(tmp_path: Path, sealer: Sealer) -> None:
    """pyHanko leaves the encrypted PDF's attribute provider on the signer it was given."""
    for number, user_password in enumerate(("", "user")):
        locked = encrypted_pdf(tmp_path / f"{number}.pdf", user_password)
        with pytest.raises(NotSealable):
            sealer.seal_pdf(locked, tmp_path / "locked.sealed.pdf")
    plain = pdf_at(tmp_path / "plain.pdf")
    sealer.seal_pdf(plain, tmp_path / "plain.sealed.pdf")
    assert "Signature is Valid" in pdfsig(tmp_path / "plain.sealed.pdf")
    assert sealer.sign_detached(plain)
