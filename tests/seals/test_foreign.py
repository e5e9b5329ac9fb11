"""Seals by other programs, each of a kind that was called broken or was not checked: xmlsec1, the JDK, CAdES
with revocation data inside, ASiC containers with two time stamps and with form-style escapes.
"""

from __future__ import annotations

import hashlib
import io
import random
import re
from pathlib import Path

import pytest
from lxml import etree
from signxml.algorithms import SignatureConstructionMethod
from signxml.signer import XMLSigner

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import Sent, verify_alone, verify_inside

DS = b"http://www.w3.org/2000/09/xmldsig#"
DATA = Path(__file__).parent / "data" / "foreign"
PAIRS = {
    "xml-xmlsec1.xml": "invoice-original.xml",
    "xml-java-enveloped.xml": "invoice-original.xml",
    "xmlsec_ref_id.xml": "idx.xml",
    "stylesheet-sealed.xml": "stylesheet.xml",
    "cades-lt-version5.p7m": "",
    "plus-for-a-blank.asice": "e f.pdf",
    "asics-two-timestamps.asics": "",
    "itext5-two-seals-xrefstream.pdf": "",
    "two-with-xpath.xml": "",
    "wrapped.xml": "",
    "inherited.xml": "",
    "enveloping.xml": "",
}
OFFER = b'<offer xmlns="urn:x"><price>100</price></offer>'
SECOND = b'<file Id="b">second</file>'


def alone(content: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


def over(content: bytes, original: bytes, name: str = "Original") -> SealCheckResult:
    sent = Sent(name, hashlib.sha256(original).hexdigest(), len(original))
    found = verify_inside(io.BytesIO(content), sent, io.BytesIO(original))
    assert found is not None
    return found


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_intact_alone_and_over_what_was_sealed(name: str) -> None:
    content = (DATA / name).read_bytes()
    looks = [alone(content)]
    if PAIRS[name]:
        looks.append(over(content, (DATA / PAIRS[name]).read_bytes(), PAIRS[name]))
    for found in looks:
        assert found.finding is Finding.INTACT, found.sentence


@pytest.mark.parametrize("name", [one for one in PAIRS if PAIRS[one]])
def test_it_is_not_over_another_document(name: str) -> None:
    original = (DATA / PAIRS[name]).read_bytes()
    first, _newline, rest = original.partition(b"\n")
    other = first + b"\n" + rest.replace(b"o", b"u")
    assert other != original
    assert over((DATA / name).read_bytes(), other, PAIRS[name]).finding is Finding.BROKEN


@pytest.mark.parametrize("name", ["two-with-xpath.xml", "enveloping.xml"])
def test_xml_is_the_document_that_was_sent(name: str) -> None:
    content = (DATA / name).read_bytes()
    assert over(content, OFFER).finding is Finding.INTACT
    assert over(content, OFFER.replace(b"100", b"900")).finding is Finding.BROKEN
    assert alone(content.replace(b"100", b"900")).finding is Finding.BROKEN


@pytest.mark.parametrize("more", [b"<evil/>", b"pay more"])
def test_what_stands_beside_a_sealed_part_in_its_object_is_under_no_seal(more: bytes) -> None:
    """The reference names a part of the object, and not the object."""
    sealed = (DATA / "part-of-an-object.xml").read_bytes()
    at = sealed.index(b"</ds:Object>")
    assert alone(sealed).finding is Finding.INTACT
    assert alone(sealed[:at] + more + sealed[at:]).finding is Finding.NOT_CHECKED


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (b'<file Id="c">third</file>', "only over a part of the file: file. What else"),
        (b"pay more", "only over a part of the file: file. What else"),
        (b'<file Id="b">another</file>', "a part that is not there just once"),
        (b'<file id="b">another</file>', "a part that is not there just once"),
    ],
)
def test_what_stands_beside_the_sealed_parts_is_not_taken_for_sealed(more: bytes, said: str) -> None:
    content = (DATA / "wrapped.xml").read_bytes()
    found = alone(content.replace(SECOND, SECOND + more))

    assert (found.finding, said in found.sentence) == (Finding.NOT_CHECKED, True), found.sentence


def test_an_earlier_signature_that_the_seal_broke_is_told(key: SealKey) -> None:
    """What was sent was signed already; the seal is around that signature, which allows no second one."""
    sent = signed(OFFER, key)
    found = over(signed(sent, key), sent)

    assert found.finding is Finding.INTACT, found.sentence
    assert found.facts is not None
    assert found.facts.broke_earlier
    as_sent = Sent("offer.xml", hashlib.sha256(sent).hexdigest(), len(sent))
    assert verify_inside(io.BytesIO(sent), as_sent, io.BytesIO(sent)) is None  # as without any seal
    assert over(signed(sent.replace(b"100", b"900"), key), sent).finding is Finding.BROKEN


def signed(text: bytes, key: SealKey) -> bytes:
    """With a signature of its own, behind what is there."""
    root = etree.fromstring(text)
    signer = XMLSigner(method=SignatureConstructionMethod.enveloped, signature_algorithm="ecdsa-sha256")
    apart = etree.fromstring(b"<ds:Signature xmlns:ds='%s' Id='placeholder'/>" % DS)
    root.append(apart)
    found = signer.sign(root, key=key.key_pem, cert=key.certificate_pem.decode())
    return bytes(etree.tostring(found))


@pytest.mark.parametrize("name", [one for one in PAIRS if one.endswith(".xml") and one != "enveloping.xml"])
def test_what_an_xml_seal_covers_cannot_be_changed(name: str) -> None:
    """At 200 places: a letter of a text or of an attribute that a reader gets to see."""
    content = (DATA / name).read_bytes()
    root = etree.fromstring(content)
    covered = [*re.finditer(rb"[A-Za-z0-9]", content[: content.index(b"Signature ")])]
    rng = random.Random(name)  # noqa: S311
    places = [one.start() for one in covered]
    rng.shuffle(places)
    for at in places[:200]:
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        if not same(changed, root):
            assert alone(changed).finding is not Finding.INTACT, f"byte {at}"


def same(content: bytes, root: etree._Element) -> bool:
    """Whether it is the same for every reader: the XML declaration is no part of the document."""
    try:
        changed = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return False
    return bool(canonical(changed) == canonical(root))


def canonical(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root.getroottree(), method="c14n"))
