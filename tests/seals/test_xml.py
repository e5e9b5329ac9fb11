"""XML signatures of others: the JDK's (data/make.sh) and signxml's own signers."""

from __future__ import annotations

import base64
import hashlib
import io
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, SignatureConstructionMethod
from signxml.signer import XMLSigner
from signxml.xades.xades import XAdESSigner

from signdesk.domain.seal_facts import IssuerLevel, SealKind
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.issuers import judged
from signdesk.seals.xml import is_xml, verify_xml, verify_xml_alone, verify_xml_beside

DATA = Path(__file__).parent / "data"
LETTER, INVOICE = (DATA / "Letter.txt").read_bytes(), (DATA / "Invoice.xml").read_bytes()
MADE = {
    name: (DATA / f"{name}.xml").read_bytes() for name in ("enveloped", "enveloping", "detached", "xades")
}
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"


def look(result: bytes, original: bytes, source: bytes | None = None) -> SealCheckResult:
    digest = hashlib.sha256(original).hexdigest()
    return verify_xml(io.BytesIO(result), digest, len(original), io.BytesIO(source) if source else None)


def beside(signature: bytes, content: bytes = LETTER, name: str = "Letter.txt") -> SealCheckResult:
    return verify_xml_beside(io.BytesIO(signature), io.BytesIO(content), name)


def looked_at(name: str, text: bytes) -> SealCheckResult:
    if name in ("detached", "xades"):
        return beside(text)
    return look(text, LETTER) if name == "enveloping" else look(text, INVOICE, INVOICE)


@pytest.mark.parametrize("name", MADE)
def test_what_the_jdk_signs_is_intact_over_the_document(name: str) -> None:
    found = looked_at(name, MADE[name])

    assert is_xml(MADE[name][:1024])
    assert (found.finding, found.signer) == (Finding.INTACT, "ACME seal"), found
    assert found.facts is not None
    if name == "xades":
        assert (found.facts.kind, found.facts.level) == (SealKind.XADES, "B-B")
        assert found.facts.signed_at == datetime(2026, 11, 24, 12, tzinfo=UTC)
    else:
        assert (found.facts.kind, found.facts.level) == (SealKind.XML, "")


@pytest.mark.parametrize("name", MADE)
def test_a_changed_byte_is_noticed(name: str) -> None:
    rng = random.Random(name)  # noqa: S311
    for _ in range(200):
        tampered = bytearray(MADE[name])
        at = rng.randrange(len(tampered))
        tampered[at] ^= 1 << rng.randrange(8)
        if _means_the_same(bytes(tampered), MADE[name]) or _is_uncovered(name, at):
            continue
        assert looked_at(name, bytes(tampered)).finding is not Finding.INTACT, f"{name}, byte {at}"


def _is_uncovered(name: str, at: int) -> bool:
    """XML-Signature alone covers no certificate (XAdES does); and with base64, an object's content, but not
    what its attribute says of its type.
    """
    text = MADE[name]
    start, end = text.index(b"<ds:X509Certificate>"), text.index(b"</ds:X509Certificate>")
    kind = text.find(b"MimeType=")
    return (name != "xades" and start < at < end) or (
        kind >= 0 and kind <= at < kind + len(b'MimeType="text/plain"')
    )


def test_a_name_changed_in_an_uncovered_certificate_has_no_weight() -> None:
    """The document is intact all the same; whose seal it is, only a known issuer could say."""
    text = MADE["detached"]
    start, end = (text.index(one) for one in (b"<ds:X509Certificate>", b"</ds:X509Certificate>"))
    der = base64.b64decode(text[start + 20 : end].replace(b"&#13;", b""))
    for changed in (
        der[::-1].replace(b"laes EMCA", b"laes EMCB", 1)[::-1],
        der.replace(b"ACME seal", b"ACMF seal"),
    ):
        assert changed != der
        found = beside(text[: start + 20] + base64.b64encode(changed) + text[end:])
        if found.finding is Finding.INTACT:
            assert found.facts is not None
            assert judged(found.facts).issuer_level is IssuerLevel.UNKNOWN
        else:
            assert found.finding is Finding.BROKEN


def _means_the_same(one: bytes, other: bytes) -> bool:
    """The XML declaration, a quote or a blank in a tag: the same content after all, by Canonical XML, or the
    same base64.
    """

    def meaning(text: bytes) -> list[tuple[str, tuple[tuple[str, str], ...], str]]:
        root = etree.fromstring(text)
        plain = etree.fromstring(etree.tostring(root, method="c14n"))
        values = []
        for element in plain.iter():
            tag = str(element.tag)
            is_value = tag.endswith(("Value", "Certificate", "}Object"))
            value = element.text or ""
            held = (
                base64.b64decode("".join(value.split()), validate=True).hex()
                if is_value and value.strip()
                else value
            )
            attributes = tuple(
                (key, item) for key, item in sorted(element.attrib.items()) if (tag, key) != (SIGNATURE, "Id")
            )
            values.append((tag, attributes, held))
        return values

    try:
        return meaning(one) == meaning(other)
    except (etree.XMLSyntaxError, ValueError):
        return False


def test_another_document_is_told() -> None:
    assert look(MADE["enveloping"], b"Dear board,\r\nwe do not.\r\n").finding is Finding.BROKEN
    assert look(MADE["enveloped"], INVOICE, INVOICE.replace(b"391", b"991")).finding is Finding.BROKEN
    assert beside(MADE["detached"], LETTER + b"\n").finding is Finding.BROKEN
    assert beside(MADE["detached"], LETTER, "Other.txt").finding is Finding.NOT_CHECKED
    assert beside(MADE["enveloping"]).finding is Finding.BROKEN


def test_without_the_original_the_signature_alone_is_looked_at() -> None:
    for name, finding in (
        ("enveloped", Finding.INTACT),
        ("enveloping", Finding.INTACT),
        ("detached", Finding.NOT_CHECKED),
    ):
        assert verify_xml_alone(io.BytesIO(MADE[name])).finding is finding
    assert verify_xml_alone(io.BytesIO(INVOICE)).finding is Finding.NONE


def signature_over(key: SealKey, text: bytes, *, xades: bool = False) -> bytes:
    """An enveloped one, to be put in somewhere."""
    make = XAdESSigner if xades else XMLSigner
    signer = make(
        method=SignatureConstructionMethod.enveloped,
        signature_algorithm="ecdsa-sha256",
        c14n_algorithm=CanonicalizationMethod.CANONICAL_XML_1_1,
    )
    root = signer.sign(etree.fromstring(text), key=key.key_pem, cert=key.certificate_pem.decode())
    (signature,) = root.iter(SIGNATURE)
    signature.tail = None
    return bytes(etree.tostring(signature))


def enveloped(key: SealKey, *, xades: bool = True) -> bytes:
    """The document's bytes, with nothing but the signature put in."""
    at = INVOICE.rindex(b"</")
    return INVOICE[:at] + signature_over(key, INVOICE, xades=xades) + INVOICE[at:]


@pytest.mark.parametrize("xades", [True, False])
def test_a_signature_put_into_the_document_is_known_without_the_source(key: SealKey, xades: bool) -> None:
    found = look(enveloped(key, xades=xades), INVOICE)

    assert (found.finding, found.signer) == (Finding.INTACT, MARK), found
    assert found.facts is not None
    assert (found.facts.kind is SealKind.XADES) is xades


def test_a_document_that_was_written_anew_needs_the_source() -> None:
    without = look(MADE["enveloped"], INVOICE)
    assert (without.finding, "written anew" in without.sentence) == (Finding.NOT_CHECKED, True)
    assert look(MADE["enveloped"], INVOICE, INVOICE).finding is Finding.INTACT
    other_comment = INVOICE.replace(b"<!-- 3 -->", b"<!-- 4 -->")
    assert look(MADE["enveloped"], other_comment, other_comment).finding is Finding.BROKEN


def test_what_hides_between_two_ends_of_signatures_is_told(key: SealKey) -> None:
    """Cut from the first beginning to the last end, only the original would be left."""
    at = INVOICE.rindex(b"</")
    evil = b'<evil/><ds:Signature xmlns:ds="urn:other"></ds:Signature>'
    signature = signature_over(key, INVOICE[:at] + evil + INVOICE[at:])
    hidden = INVOICE[:at] + signature + evil + INVOICE[at:]
    assert verify_xml_alone(io.BytesIO(hidden)).finding is Finding.INTACT
    assert look(hidden, INVOICE).finding is Finding.NOT_CHECKED
    assert look(hidden, INVOICE, INVOICE).finding is Finding.BROKEN


def test_a_wrapped_document_is_not_the_signed_one() -> None:
    """The signed object moves aside, another one takes its place."""
    root = etree.fromstring(MADE["enveloping"])
    (content,) = root.iter("{http://www.w3.org/2000/09/xmldsig#}Object")
    aside = etree.SubElement(root, content.tag)
    evil = etree.Element(content.tag, Id="evil")
    evil.text = base64.b64encode(b"Dear board, we do not.").decode()
    root.replace(content, evil)
    aside.append(content)

    text = bytes(etree.tostring(root))
    assert look(text, b"Dear board, we do not.").finding is Finding.BROKEN
    assert look(text, LETTER).finding is Finding.BROKEN

    twice = etree.fromstring(MADE["enveloping"])
    second = etree.SubElement(twice, content.tag, Id="content")
    second.text = evil.text
    assert look(bytes(etree.tostring(twice)), LETTER).finding is not Finding.INTACT


def test_a_certificate_put_in_place_of_the_signers_is_told(key: SealKey) -> None:
    other = "".join(key.certificate_pem.decode().splitlines()[1:-1]).encode()
    for name in MADE:
        text = MADE[name]
        start = text.index(b"<ds:X509Certificate>") + len(b"<ds:X509Certificate>")
        end = text.index(b"</ds:X509Certificate>")
        assert looked_at(name, text[:start] + other + text[end:]).finding is not Finding.INTACT
    # Two certificates: the signature is of the second, and its properties name it.
    text = MADE["xades"].replace(
        b"<ds:X509Certificate>", b"<ds:X509Certificate>%s</ds:X509Certificate><ds:X509Certificate>" % other, 1
    )
    found = beside(text)
    assert (found.finding, found.signer) == (Finding.INTACT, "ACME seal")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<",
        b"<a",
        b"<Signature/>",
        b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></a>',
        b"<Signature>" * 5000,
        b"\xff\xfe<\0a\0/\0>\0",
        MADE["enveloping"] + MADE["enveloping"],
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + MADE["enveloping"][55:],
    ],
)
def test_hostile_files_are_a_finding_and_never_an_error(text: bytes) -> None:
    for found in (look(text, LETTER, LETTER), beside(text), verify_xml_alone(io.BytesIO(text))):
        assert found.finding is not Finding.INTACT


def test_a_bomb_of_entities_is_not_opened() -> None:
    bomb = b"<!DOCTYPE z [<!ENTITY a 'aaaaaaaaaa'>"
    for before, one in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"<!ENTITY {one} '{f'&{before};' * 10}'>".encode()
    bomb += b"]><z>&i;<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/></z>"
    assert look(bomb, LETTER).finding is not Finding.INTACT


@pytest.mark.parametrize("place", ["before", "after"])
def test_instructions_beside_the_root_are_under_no_seal(key: SealKey, place: str) -> None:
    """A style sheet decides what a reader sees."""
    sealed, sheet = enveloped(key), b'<?xml-stylesheet type="text/xsl" href="other.xsl"?>'
    changed = sealed.replace(b"?>\n", b"?>\n" + sheet, 1) if place == "before" else sealed + sheet

    assert changed != sealed
    assert verify_xml_alone(io.BytesIO(sealed)).finding is Finding.INTACT
    assert verify_xml_alone(io.BytesIO(changed)).finding is Finding.BROKEN


def test_a_blank_inside_a_text_makes_another_text(key: SealKey) -> None:
    sent, signed = b"<m>Pay 1<b>000</b></m>", b"<m>Pay 1 <b>000</b></m>"
    hidden = signed.replace(b"1 ", b"1 " + signature_over(key, signed))

    assert verify_xml_alone(io.BytesIO(hidden)).finding is Finding.INTACT
    assert look(hidden, sent).finding is Finding.NOT_CHECKED
    assert look(hidden, sent, sent).finding is Finding.BROKEN


def test_an_object_under_no_seal_is_not_taken_for_the_document() -> None:
    other = b'<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#">UEFZ</ds:Object>'
    at = MADE["enveloping"].rindex(b"</")
    more = MADE["enveloping"][:at] + other + MADE["enveloping"][at:]

    assert look(more, LETTER).finding is Finding.NOT_CHECKED
    assert verify_xml_alone(io.BytesIO(more)).finding is Finding.NOT_CHECKED


def test_countless_references_are_not_followed(key: SealKey) -> None:
    sealed = enveloped(key, xades=False)
    start, end = sealed.index(b"<ds:Reference"), sealed.index(b"</ds:Reference>") + len(b"</ds:Reference>")
    many = sealed[:start] + sealed[start:end] * 5000 + sealed[end:]

    assert look(many, INVOICE).finding is Finding.NOT_CHECKED
