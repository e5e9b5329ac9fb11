"""RSA keys whose modulus was written without its leading 0, as on Estonian cards of 2014 and 2015."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from asn1crypto import core, keys, pem, x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from pyhanko.keys import load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.certificates import readable_certificate, readable_key
from signdesk.seals.cms_seals import verify_detached
from signdesk.seals.pdf import verify_pdf_alone
from signdesk.seals.xml import verify_xml_alone
from tests.support.time_stamps import openssl
from tests.support.xml_seals import CANONICAL, ENVELOPED, XmlSec, reference, template

CONTENT = b"Pay 100"


def negative(certificate: bytes, key: rsa.RSAPrivateKey) -> bytes:
    """Its DER with the modulus as a negative number, signed anew with its own key."""
    found = x509.Certificate.load(certificate)
    info = found["tbs_certificate"]["subject_public_key_info"]
    numbers = key.public_key().public_numbers()
    signed = numbers.n - (1 << numbers.n.bit_length())
    wrong = keys.RSAPublicKey({"modulus": core.Integer(signed), "public_exponent": numbers.e})
    info["public_key"] = core.ParsableOctetBitString(wrong.dump())
    tbs = found["tbs_certificate"].dump(force=True)
    found["signature_value"] = core.OctetBitString(key.sign(tbs, padding.PKCS1v15(), SHA256()))
    return bytes(found.dump(force=True))


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the key and such a certificate of it."""
    folder = tmp_path_factory.mktemp("card")
    openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 9 -subj /CN=Card")
    key = load_pem_private_key((folder / "k.pem").read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    _name, _headers, der = pem.unarmor((folder / "c.pem").read_bytes())
    (folder / "good.pem").write_bytes((folder / "c.pem").read_bytes())
    (folder / "c.pem").write_bytes(pem.armor("CERTIFICATE", negative(der, key)))
    (folder / "content").write_bytes(CONTENT)
    return folder


def certificate_of(card: Path, name: str = "c.pem") -> bytes:
    return bytes(pem.unarmor((card / name).read_bytes())[2])


def said(found: SealCheckResult) -> tuple[Finding, str]:
    return found.finding, found.signer


@pytest.mark.parametrize("more", ["", " -keyopt rsa_padding_mode:pss"])
def test_a_cms_by_it_is_checked(card: Path, more: str) -> None:
    openssl(
        card,
        "cms -sign -binary -signer c.pem -inkey k.pem -md sha256 -in content -outform DER -out s.p7s" + more,
    )
    openssl(card, "cms -verify -binary -noverify -inform DER -in s.p7s -content content -out out")
    seal = (card / "s.p7s").read_bytes()

    assert said(verify_detached(io.BytesIO(seal), io.BytesIO(CONTENT))) == (Finding.INTACT, "Card")
    assert verify_detached(io.BytesIO(seal), io.BytesIO(CONTENT + b"0")).finding is Finding.BROKEN
    last = seal[:-1] + bytes([seal[-1] ^ 1])
    assert verify_detached(io.BytesIO(last), io.BytesIO(CONTENT)).finding is not Finding.INTACT


def test_a_certificate_of_its_own_making_is_held_to_its_maker(card: Path) -> None:
    """A CMS that does not cover its certificate."""
    openssl(card, "cms -sign -binary -signer c.pem -inkey k.pem -in content -outform DER -out s.p7s")
    seal = (card / "s.p7s").read_bytes().replace(b"Card", b"Cart")
    assert verify_detached(io.BytesIO(seal), io.BytesIO(CONTENT)).finding is Finding.BROKEN


def test_a_pdf_by_it_is_checked(card: Path, original: bytes, tmp_path: Path) -> None:
    sealed = io.BytesIO()
    with_key = SimpleSigner(
        x509.Certificate.load(certificate_of(card)),
        load_private_key_from_pemder_data((card / "k.pem").read_bytes(), None),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(original), strict=False)
    sign_pdf(writer, PdfSignatureMetadata(field_name="Card", md_algorithm="sha256"), with_key, output=sealed)
    (tmp_path / "sealed.pdf").write_bytes(sealed.getvalue())
    told = subprocess.run(
        ["pdfsig", "-nocert", str(tmp_path / "sealed.pdf")], capture_output=True, text=True, check=False
    )

    assert "Signature is Valid" in told.stdout
    assert said(verify_pdf_alone(sealed)) == (Finding.INTACT, "Card")
    changed = sealed.getvalue().replace(b"/Type", b"/Tyqe", 1)
    assert verify_pdf_alone(io.BytesIO(changed)).finding is not Finding.INTACT


def test_an_xml_by_it_is_checked(card: Path) -> None:
    makes = XmlSec(card)
    text = f"<letter><words>Pay 100</words>{template(reference('', ENVELOPED + CANONICAL))}</letter>"
    good, bad = (card / "good.pem").read_bytes(), (card / "c.pem").read_bytes()
    (card / "c.pem").write_bytes(good)
    sealed = makes.sealed(text)
    (card / "c.pem").write_bytes(bad)
    inside = _base64(certificate_of(card, "good.pem"))
    plain = b"".join(sealed.split(b"<ds:X509Certificate>")[1].split(b"</ds:X509Certificate>")[0].split())
    assert plain == inside
    start, end = sealed.index(b"<ds:X509Certificate>") + 20, sealed.index(b"</ds:X509Certificate>")
    sealed = sealed[:start] + _base64(certificate_of(card)) + sealed[end:]

    assert makes.verifies(sealed)
    assert said(verify_xml_alone(io.BytesIO(sealed))) == (Finding.INTACT, "Card")
    changed = sealed.replace(b"Pay 100", b"Pay 999")
    assert verify_xml_alone(io.BytesIO(changed)).finding is Finding.BROKEN


def _base64(der: bytes) -> bytes:
    return b"".join(pem.armor("X", der).split(b"\n")[1:-2])


def test_only_that_defect_is_mended(card: Path) -> None:
    good, bad = certificate_of(card, "good.pem"), certificate_of(card)
    assert readable_certificate(good) == good
    assert readable_certificate(bad) != bad
    info = x509.Certificate.load(bad).public_key
    assert readable_key(info).dump() == x509.Certificate.load(good).public_key.dump()
    for wrong in (
        {"modulus": core.Integer(-5), "public_exponent": 65537},
        {"modulus": core.Integer(-(1 << 2000)), "public_exponent": 65537},
        {"modulus": info["public_key"].parsed["modulus"], "public_exponent": -1},
    ):
        odd = x509.PublicKeyInfo(
            {"algorithm": info["algorithm"].copy(), "public_key": keys.RSAPublicKey(wrong)}
        )
        assert readable_key(odd) is odd
