"""What cannot be checked says why, and what to do next: each cause has words of its own."""

from __future__ import annotations

import base64
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

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, SealCheckResult, verify_detached, verify_pdf_alone, verify_timestamp
from signdesk.seals.asic import verify_asic_alone
from signdesk.seals.cms_seals import verify_enveloping_alone
from signdesk.seals.forms import verify_alone
from tests.seals.test_asic import E, S, cms_over, manifest, packed, simple_xml
from tests.seals.test_xml import LETTER, MADE

SEALS = Path(__file__).parents[2] / "signdesk" / "seals"
XML = MADE["enveloped"]


def alone(content: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


def container(inside: dict[str, bytes]) -> SealCheckResult:
    return verify_asic_alone(io.BytesIO(packed(inside)))


def no_reference(_key: SealKey, _folder: Path) -> SealCheckResult:
    return alone(re.sub(rb"(?s)<((?:\w+:)?)Reference .*?</\1Reference>", b"", XML))


def many_seals(key: SealKey, folder: Path) -> SealCheckResult:
    more = {f"META-INF/signatures{number}.xml": MADE["xades"] for number in range(201)}
    return container({**simple_xml(key, folder), **more})


def over_which(key: SealKey, folder: Path) -> SealCheckResult:
    seal = {"META-INF/signature.p7s": cms_over(key, folder, LETTER)}
    return container({"mimetype": E, "Letter.txt": LETTER, "b.txt": b"b", **seal})


def a_list_out_of_shape(key: SealKey, folder: Path) -> SealCheckResult:
    files = {"mimetype": E, "Letter.txt": LETTER, "META-INF/signature001.p7s": cms_over(key, folder, LETTER)}
    return container({**files, "META-INF/ASiCManifest001.xml": b"<ASiCManifest/>"})


def unknown_digest_in_a_list(key: SealKey, folder: Path) -> SealCheckResult:
    over = manifest({"Letter.txt": LETTER}).replace(b"xmlenc#sha256", b"xmlenc#whirlpool")
    seal = {"META-INF/ASiCManifest001.xml": over, "META-INF/signature001.p7s": cms_over(key, folder, over)}
    return container({"mimetype": E, "Letter.txt": LETTER, **seal})


def changed_cms(change: Callable[[cms.SignedData], None]) -> Callable[[SealKey, Path], SealCheckResult]:
    def look(key: SealKey, folder: Path) -> SealCheckResult:
        info = cms.ContentInfo.load(cms_over(key, folder, LETTER))
        change(info["content"])
        return verify_detached(io.BytesIO(info.dump(force=True)), io.BytesIO(LETTER))

    return look


def version(signed: cms.SignedData) -> None:
    signed["version"] = "v4"


def listed(signed: cms.SignedData) -> None:
    signed["digest_algorithms"] = [{"algorithm": "sha512"}]


def encrypted(key: SealKey, folder: Path) -> SealCheckResult:
    (folder / "cert.pem").write_bytes(key.certificate_pem)
    (folder / "letter").write_bytes(LETTER)
    for_rsa = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out cert.pem -days 2 -subj /CN=Reader"
    subprocess.run(for_rsa.split(), cwd=folder, check=True, capture_output=True)
    encrypt = "openssl cms -encrypt -binary -aes256 -in letter -outform PEM -out s.p7m cert.pem"
    subprocess.run(encrypt.split(), cwd=folder, check=True)
    return verify_enveloping_alone(io.BytesIO((folder / "s.p7m").read_bytes()))


def refused(_key: SealKey, _folder: Path) -> SealCheckResult:
    """As OpenSSL writes it: a status, and no token."""
    return verify_timestamp(io.BytesIO(bytes.fromhex("30053003020102")), io.BytesIO(LETTER))


def no_stamp(key: SealKey, folder: Path) -> SealCheckResult:
    return verify_timestamp(io.BytesIO(cms_over(key, folder, LETTER)), io.BytesIO(LETTER))


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (no_reference, "does not say what it is over"),
        (many_seals, "more of them than SignDesk checks"),
        (over_which, "which of the documents it is over"),
        (a_list_out_of_shape, "the list of documents in the container"),
        (unknown_digest_in_a_list, "an algorithm that SignDesk does not know"),
        (changed_cms(version), "its version number does not fit"),
        (changed_cms(listed), "does not name the algorithm that it was made with"),
        (encrypted, "the file is encrypted"),
        (refused, "the authority did not simply grant it"),
        (no_stamp, "but no time stamp"),
    ],
)
def test_each_cause_has_its_own_reason(
    key: SealKey, tmp_path: Path, look: Callable[[SealKey, Path], SealCheckResult], said: str
) -> None:
    found = look(key, tmp_path)

    assert (found.finding, said in found.sentence) == (Finding.NOT_CHECKED, True), found.sentence


def test_a_format_of_pdf_seals_that_is_not_known_is_named(sealed: bytes) -> None:
    other = re.sub(rb"/SubFilter\s*/ETSI\.CAdES\.detached", b"/SubFilter /adbe.x509.rsa_sha1 ", sealed)
    assert other != sealed
    found = verify_pdf_alone(io.BytesIO(other))

    assert found.finding is Finding.NOT_CHECKED
    assert "adbe.x509.rsa_sha1" in found.sentence


def test_what_lies_beside_the_sealed_object_is_told() -> None:
    sealed = MADE["enveloping"]
    assert alone(sealed).finding is Finding.INTACT
    more = b'<Object xmlns="http://www.w3.org/2000/09/xmldsig#">%s</Object>' % base64.b64encode(b"evil")
    at = sealed.rindex(b"</")
    found = alone(sealed[:at] + more + sealed[at:])

    assert (found.finding, "lies in the file beside" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_an_algorithm_more_on_the_list_takes_nothing_away(key: SealKey, tmp_path: Path) -> None:
    """RFC 5652, 5.1: of a signer who was taken out again, say. OpenSSL checks it as well."""
    info = cms.ContentInfo.load(cms_over(key, tmp_path, LETTER))
    info["content"]["digest_algorithms"].append({"algorithm": "sha512"})
    (tmp_path / "more").write_bytes(info.dump(force=True))
    verify = "openssl cms -verify -binary -inform DER -in more -content content -noverify -out /dev/null"
    subprocess.run(verify.split(), cwd=tmp_path, check=True, capture_output=True)

    found = verify_detached(io.BytesIO((tmp_path / "more").read_bytes()), io.BytesIO(LETTER))
    assert found.finding is Finding.INTACT, found.sentence


def test_no_sentence_speaks_of_an_unusual_form() -> None:
    """It covered nine causes."""
    assert not [one.name for one in SEALS.glob("*.py") if "unusual form" in one.read_text("utf-8")]


def test_a_container_of_one_kind_needs_no_list(key: SealKey, tmp_path: Path) -> None:
    seal = {"META-INF/signature.p7s": cms_over(key, tmp_path, LETTER)}
    assert container({"mimetype": S, "Letter.txt": LETTER, **seal}).finding is Finding.INTACT


def large(key: SealKey, content: bytes) -> bytes:
    """A document of some megabytes in base64, as one text."""
    parser = etree.XMLParser(huge_tree=True)
    root = etree.fromstring(b'<file xmlns="urn:x">%s</file>' % base64.b64encode(content), parser)
    signer = XMLSigner(SignatureConstructionMethod.enveloped, signature_algorithm="ecdsa-sha256")
    signer._parser = parser
    signed = signer.sign(root, key=key.key_pem, cert=key.certificate_pem.decode())
    return bytes(etree.tostring(signed))


def test_a_large_document_in_xml_is_checked(key: SealKey) -> None:
    """libxml2 refuses texts of more than 10 MB by itself: that was called broken."""
    sealed = large(key, bytes(8_000_000))

    assert alone(sealed).finding is Finding.INTACT, alone(sealed).sentence
    assert alone(sealed.replace(b">AAAA", b">BAAA")).finding is Finding.BROKEN
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]><a d='&c;'>"
    assert alone(bomb + sealed + b"</a>").finding is Finding.NOT_CHECKED


@pytest.mark.parametrize("keep", [0.3, 0.99])
def test_xml_that_was_cut_off_says_so(keep: float) -> None:
    found = alone(XML[: int(len(XML) * keep)] + b"<ds:Signature ")

    assert (found.finding, "breaks the rules of XML" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_list_that_cannot_be_read_is_no_verdict(key: SealKey, tmp_path: Path) -> None:
    over = re.sub(rb"(<ds:DigestValue>)", rb"\1!", manifest({"Letter.txt": LETTER}))
    seal = {"META-INF/ASiCManifest001.xml": over, "META-INF/signature001.p7s": cms_over(key, tmp_path, over)}
    found = container({"mimetype": E, "Letter.txt": LETTER, **seal})
    assert (found.finding, "the list of documents" in found.sentence) == (Finding.NOT_CHECKED, True)

    found = container({"mimetype": E, "Letter.txt": LETTER, "META-INF/signatures.xml": b"<x/>"})
    assert (found.finding, "there is no signature in" in found.sentence) == (Finding.NOT_CHECKED, True)
