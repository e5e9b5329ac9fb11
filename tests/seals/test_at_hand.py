"""A seal that lacks its certificate: it is looked for in the other seals around, and in the CA file."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from asn1crypto import cms
from lxml import etree
from signxml.algorithms import SignatureConstructionMethod
from signxml.signer import XMLSigner

from signdesk.domain.seal_facts import IssuerLevel
from signdesk.jobs.verification import Verdict, verify
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.at_hand import certificates_from, in_file
from signdesk.seals.forms import verify_alone
from signdesk.seals.worker.pool import DocumentWorkers
from tests.seals.conftest import Seal
from tests.seals.test_asic import E, manifest, packed
from tests.seals.test_xml import LETTER
from tests.support.time_stamps import openssl_stamp

DATA = Path(__file__).parent / "data" / "xmlsec"
CONTENT = b"Dear board,\r\nwe agree.\r\n"
MISSING = "its certificate is not inside"


def alone(content: bytes, ca_file: Path | None = None) -> SealCheckResult:
    with certificates_from(lambda: in_file(ca_file) if ca_file else []):
        found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


def by_openssl(key: SealKey, folder: Path, content: bytes, *options: str) -> bytes:
    (folder / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (folder / "content").write_bytes(content)
    sign = "openssl cms -sign -binary -cades -in content -signer key.pem -md sha256 -outform DER -out s"
    subprocess.run([*sign.split(), *options], cwd=folder, check=True)
    return (folder / "s").read_bytes()


def in_cms(key: SealKey, folder: Path) -> tuple[bytes, bytes]:
    return by_openssl(key, folder, CONTENT, "-nodetach", "-nocerts"), b"agree"


def by_number(_key: SealKey, _folder: Path) -> tuple[bytes, bytes]:
    return (DATA / "by-number.xml").read_bytes(), b"100"


def by_name(_key: SealKey, _folder: Path) -> tuple[bytes, bytes]:
    return (DATA / "by-name.xml").read_bytes(), b"100"


@pytest.fixture
def ca_file(key: SealKey, tmp_path: Path) -> Path:
    """Both certificates that the seals here are by."""
    path = tmp_path / "more.pem"
    path.write_bytes(key.certificate_pem + (DATA / "certificate.pem").read_bytes())
    return path


@pytest.mark.parametrize("make", [in_cms, by_number, by_name])
def test_it_is_found_in_the_ca_file(
    key: SealKey, tmp_path: Path, ca_file: Path, make: Callable[[SealKey, Path], tuple[bytes, bytes]]
) -> None:
    sealed, shown = make(key, tmp_path)
    found = alone(sealed)
    assert (found.finding, MISSING in found.sentence) == (Finding.NOT_CHECKED, True)
    assert alone(sealed, tmp_path / "none.pem").finding is Finding.NOT_CHECKED
    assert alone(sealed, ca_file).finding is Finding.INTACT
    assert alone(sealed.replace(shown, b"x" * len(shown)), ca_file).finding is Finding.BROKEN


def test_it_is_given_to_verify(key: SealKey, tmp_path: Path, ca_file: Path) -> None:
    path = tmp_path / "sealed"
    with DocumentWorkers() as worker:
        for make in (in_cms, by_number):
            path.write_bytes(make(key, tmp_path)[0])
            for certificates, verdict in ((None, Verdict.NOT_CHECKED), (ca_file, Verdict.INTACT)):
                (proof,) = verify(path, None, tmp_path, certificates, worker).proofs
                assert proof.verdict is verdict, proof.sentence
            assert proof.facts is not None
            assert proof.facts.issuer_level is IssuerLevel.KNOWN


def test_anothers_certificate_makes_nothing_of_it(key: SealKey, tmp_path: Path) -> None:
    (tmp_path / "other.pem").write_bytes((DATA / "certificate.pem").read_bytes())
    assert alone(in_cms(key, tmp_path)[0], tmp_path / "other.pem").finding is Finding.NOT_CHECKED
    (tmp_path / "other.pem").write_bytes(key.certificate_pem)
    assert alone(by_name(key, tmp_path)[0], tmp_path / "other.pem").finding is Finding.NOT_CHECKED


def without_certificates(sealed: bytes) -> bytes:
    """The last seal of a PDF, in the room that no seal covers."""
    room = [*re.finditer(rb"/Contents\s*<([0-9A-Fa-f]+)>", sealed)][-1]
    info = cms.ContentInfo.load(bytes.fromhex(room[1].decode()))
    info["content"]["certificates"] = []
    text = bytes(info.dump(force=True)).hex().encode()
    return sealed[: room.start(1)] + bytes(text).ljust(len(room[1]), b"0") + sealed[room.end(1) :]


def test_it_is_found_in_another_seal_of_the_pdf(seal: Seal, original: bytes, ca_file: Path) -> None:
    once = without_certificates(seal(original))
    assert MISSING in alone(once).sentence
    assert alone(once, ca_file).finding is Finding.INTACT

    twice = without_certificates(seal(seal(original)))
    found = alone(twice)
    assert (found.finding, found.signer) == (Finding.INTACT, MARK), found.sentence


def test_it_is_found_in_another_seal_of_the_container(key: SealKey, tmp_path: Path) -> None:
    def container(*, both: bool) -> bytes:
        over = manifest({"Letter.txt": LETTER})
        files = {"mimetype": E, "Letter.txt": LETTER, "META-INF/ASiCManifest001.xml": over}
        files["META-INF/signature001.p7s"] = by_openssl(key, tmp_path, over, "-nocerts")
        if both:
            second = over.replace(b"signature001", b"signature002")
            files["META-INF/ASiCManifest002.xml"] = second
            files["META-INF/signature002.p7s"] = by_openssl(key, tmp_path, second)
        return packed(files)

    assert MISSING in alone(container(both=False)).sentence
    assert alone(container(both=True)).finding is Finding.INTACT


def test_it_is_found_in_another_signature_of_the_file(key: SealKey) -> None:
    """Two by xmlsec1 in one file; the first is left without its certificate, which nothing covers."""
    text = (Path(__file__).parent / "data" / "foreign" / "two-with-xpath.xml").read_bytes()
    less = re.sub(rb"(?s)<ds:KeyInfo>.*?</ds:KeyInfo>", b"", text, count=1)
    assert less != text

    assert alone(less).finding is Finding.INTACT, alone(less).sentence
    assert alone(less.replace(b"100", b"900")).finding is Finding.BROKEN


def test_a_certificate_that_cannot_be_used_does_not_hide_the_right_one() -> None:
    """Where it stands first, and has a key or a form that is not known here."""
    text = (DATA / "deep.xml").read_bytes()
    right = re.search(rb"(?s)<ds:X509Certificate>.*?</ds:X509Certificate>", text)
    assert right is not None
    odd = b"<ds:X509Certificate>MAA=</ds:X509Certificate>"
    assert alone(text.replace(right[0], odd + right[0])).finding is Finding.INTACT
    found = alone(text.replace(right[0], odd))
    assert (found.finding, "cannot be read here" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_key_that_cannot_be_loaded_here_breaks_nothing(key: SealKey, tmp_path: Path) -> None:
    """The number of its kind is one that nobody uses. Without CAdES, nothing covers the certificate."""
    (tmp_path / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (tmp_path / "content").write_bytes(CONTENT)
    sign = "openssl cms -sign -binary -nodetach -in content -signer key.pem -md sha256 -outform DER -out s"
    subprocess.run(sign.split(), cwd=tmp_path, check=True)
    sealed = (tmp_path / "s").read_bytes()
    elliptic = bytes.fromhex("06072a8648ce3d0201")
    assert sealed.count(elliptic) == 1

    found = alone(sealed.replace(elliptic, bytes.fromhex("06072a8648ce3d0209")))
    assert found.finding is Finding.NOT_CHECKED, found.sentence


@pytest.mark.parametrize("digest", ["sha3-256", "sha3-512"])
def test_an_xml_signature_with_sha3_is_checked(key: SealKey, digest: str) -> None:
    method = f"ecdsa-{digest}"
    signer = XMLSigner(
        SignatureConstructionMethod.enveloped, signature_algorithm=method, digest_algorithm=digest
    )
    root = etree.fromstring(b'<offer xmlns="urn:x"><price>100</price></offer>')
    signed = etree.tostring(signer.sign(root, key=key.key_pem, cert=key.certificate_pem.decode()))

    assert alone(signed).finding is Finding.INTACT, alone(signed).sentence
    assert alone(signed.replace(b"100", b"900")).finding is Finding.BROKEN


def test_a_time_stamp_without_its_certificate_is_told_and_found(key: SealKey, tmp_path: Path) -> None:
    """`openssl ts -query` without `-cert` asks for none."""
    info = cms.ContentInfo.load(by_openssl(key, tmp_path, CONTENT, "-nodetach"))
    (signer,) = info["content"]["signer_infos"]
    _answer, token = openssl_stamp(tmp_path, signer["signature"].native)
    stamp = cms.ContentInfo.load(token)
    stamp["content"]["certificates"] = []
    attribute = {"type": "signature_time_stamp_token", "values": [cms.ContentInfo.load(stamp.dump())]}
    signer["unsigned_attrs"] = cms.CMSAttributes([cms.CMSAttribute(attribute)])
    sealed = info.dump()

    found = alone(sealed)
    assert found.finding is Finding.NOT_CHECKED
    assert found.sentence.startswith("A time stamp over the seal could not be checked. ")
    assert MISSING in found.sentence
    assert alone(sealed, tmp_path / "c.pem").finding is Finding.INTACT
