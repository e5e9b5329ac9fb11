"""Seals of every kind by other tools: intact, and never once a place that the seal covers is changed. What
changes outside of that is intact for a reason, which stands here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import chain

import pytest
from asn1crypto import cms, x509
from lxml import etree

from signdesk.seals import Finding
from tests.seals.inputs import Input, kept, made, shop

KEPT = (
    "others/signpdf.pdf", "others/signpdf-twice.pdf", "others/endesive.pdf", "others/endesive-visible.pdf",
    "others/endesive.p7s", "others/endesive-pss.p7s", "others/endesive-xades.xml",
    "others/endesive-xades-around.xml", "enveloped.xml", "enveloping.xml", "detached.xml", "xades.xml",
    "foreign/cades-lt-version5.p7m", "foreign/xml-xmlsec1.xml", "foreign/itext5-two-seals-xrefstream.pdf",
)  # fmt: skip
MADE = (
    "OpenSSL, CMS", "OpenSSL, CAdES", "OpenSSL, no attributes", "OpenSSL, RSA-PSS", "OpenSSL, two signers",
    "OpenSSL, beside", "xmlsec1, enveloped", "xmlsec1, by name", "xmlsec1, parts", "xmlsec1, enveloping",
    "signxml, enveloped", "signxml, XAdES", "Poppler", "pyHanko", "pyHanko over Poppler",
)  # fmt: skip
SAMPLE, ALL = 8, 200
PLACES = [SAMPLE, pytest.param(ALL, marks=[pytest.mark.long, pytest.mark.timeout(600)])]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Input]:
    return {one.name: one for one in chain(kept(), made(shop(tmp_path_factory.mktemp("shop"))))}


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """By the run's seed."""
    return random.Random(f"{request.config.getoption('randomly_seed')} {request.node.name}")  # noqa: S311


def changed(content: bytes, at: int, bit: int) -> bytes:
    return content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]


def places(ranges: list[range], count: int, rng: random.Random) -> list[int]:
    """Half of them evenly spread, the others at random."""
    every = [at for one in ranges for at in one]
    step = max(1, len(every) // (count // 2))
    return [*every[::step][: count // 2], *(rng.choice(every) for _ in range(count - count // 2))]


def _means_the_same(one: Input, content: bytes, _at: int) -> bool:
    """For every reader of XML: quotes, blanks in tags, the declaration, base64 in other lines."""
    return one.kind == "xml" and _meaning(content) == _meaning(one.content)


def _meaning(content: bytes) -> bytes:
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return content
    for value in root.iter():
        if str(value.tag).endswith(("Value", "Certificate")) or _is_base64(value):
            value.text = "".join((value.text or "").split())
    try:
        return bytes(etree.tostring(root.getroottree(), method="c14n", with_comments=False))
    except etree.C14NError:
        return content


def _is_base64(element: etree._Element) -> bool:
    return str(element.tag).endswith("}Object") and not len(element)


# Why a change outside of what a seal covers leaves it intact.
REASONS: dict[str, Callable[[Input, bytes, int], bool]] = {
    "it means the same": _means_the_same,
    "a plain XML signature covers no certificate": lambda one, _content, at: _is_in(
        one, at, rb"<(?:\w+:)?X509Data>.*?</(?:\w+:)?X509Data>"
    ),
    "what a key is beside its certificate says nothing": lambda one, _content, at: _is_in(
        one, at, rb"<(?:\w+:)?KeyInfo.*?</(?:\w+:)?KeyInfo>"
    ),
    "a signature's own name is for references alone": lambda one, _content, at: _is_in(
        one, at, rb"<(?:\w+:)?Signature [^>]*>|<(?:\w+:)?SignatureValue[^>]*>"
    ),
    "what an object says of its type is not covered with base64": lambda one, _content, at: _is_in(
        one, at, rb"<(?:\w+:)?Object [^>]*>"
    ),
    "the name of a wrapper is not covered, only what lies in it": lambda one, _content, at: _is_in(
        one, at, rb"<box|</box"
    ),
    "the names of what lies around the properties (XAdES) say nothing": lambda one, _content, at: _is_in(
        one, at, rb"<(?:\w+:)?(?:Unsigned|Qualifying)Properties [^>]*>"
    ),
    "an instruction in front of a signature that stands alone says nothing": lambda one, _content, at: _is_in(
        one, at, rb"\A<\?[^>]*\?>"
    ),
    "what stands behind the name of a hash, which has no parameters, says nothing": (
        lambda one, _content, at: _is_behind_a_hash(*_cms(one, at))
    ),
    "certificates and answers beside the signer's own are for the chain alone": (
        lambda one, _content, at: _is_beside_the_signers(*_cms(one, at))
    ),
    "the later of two cannot be checked, and is told": (
        lambda one, content, _at: _is_left_to_the_first(one, content)
    ),
    "the signer's certificate lies in another seal of the file, too": (
        lambda one, _content, at: _is_in_another_seal(one, *_cms(one, at))
    ),
    "a plain signature covers no certificate": (
        lambda one, _content, at: _is_in_a_certificate(*_cms(one, at))
    ),
}


def _is_left_to_the_first(one: Input, content: bytes) -> bool:
    """Who signed last is told to be unchecked, and the seal before is over what it was over."""
    facts = one.looked_at(content).facts
    return facts is not None and bool(facts.unchecked_by)


def _is_in(one: Input, at: int, pattern: bytes) -> bool:
    found = re.finditer(pattern, one.content, re.DOTALL)
    return one.kind == "xml" and any(each.start() <= at < each.end() for each in found)


def _cms(one: Input, at: int) -> tuple[bytes, int]:
    """The signature that a place lies in, of a PDF too, and where in it; nothing in other kinds."""
    if one.kind == "pdf":
        first, second = one.covered()
        room = one.content[first.stop + 1 : second.start - 1]
        return bytes.fromhex(room.decode()), (at - first.stop - 1) // 2
    return (one.content, at) if one.kind == "cms" else (b"", at)


def _lies_in(parts: list[bytes], content: bytes, at: int) -> bool:
    """In any copy of them."""
    starts = [(one, each.start()) for one in parts for each in re.finditer(re.escape(one), content)]
    return any(start <= at < start + len(one) for one, start in starts)


def _is_in_a_certificate(content: bytes, at: int) -> bool:
    """Where no attribute names the signer's (CAdES)."""
    if not content:
        return False
    signed = cms.ContentInfo.load(content)["content"]
    names = {one["type"].native for each in signed["signer_infos"] for one in each["signed_attrs"]}
    parts = [one.dump() for one in signed["certificates"]]
    return not names & {"signing_certificate", "signing_certificate_v2"} and _lies_in(parts, content, at)


def _is_behind_a_hash(content: bytes, at: int) -> bool:
    """RFC 5754, 2: NULL, or nothing."""
    found = re.finditer(rb"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02.\x05\x00", content, re.DOTALL)
    return any(each.end() - 2 <= at < each.end() for each in found)


def _is_in_another_seal(one: Input, content: bytes, at: int) -> bool:
    """Of a PDF, which holds signatures in hexadecimal."""
    if one.kind != "pdf" or not content:
        return False
    text = one.content.lower()
    every = [each.dump() for each in cms.ContentInfo.load(content)["content"]["certificates"]]
    return _lies_in([each for each in every if text.count(each.hex().encode()) > 1], content, at)


def _name_of(certificate: x509.Certificate) -> bytes:
    number = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    return bytes(cms.IssuerAndSerialNumber(number).dump())


def _is_beside_the_signers(content: bytes, at: int) -> bool:
    """In an unsigned attribute but a time stamp over the seal, in another's certificate, or in a copy."""
    if not content:
        return False
    signed = cms.ContentInfo.load(content)["content"]
    signers = [one["sid"].chosen.dump() for one in signed["signer_infos"]]
    certificates = [one.dump() for one in signed["certificates"] if _name_of(one.chosen) not in signers]
    twice = [one.dump() for one in signed["certificates"] if content.count(one.dump()) > 1]
    parts = certificates + twice
    for each in signed["signer_infos"]:
        unsigned = [one for one in each["unsigned_attrs"] if one["type"].native != _STAMP]
        parts += [one.dump() for one in unsigned]
    parts += [one.dump() for one in (signed["crls"] if signed["crls"].native else ())]
    return _lies_in(parts, content, at)


_STAMP = "signature_time_stamp_token"


@pytest.mark.parametrize("name", KEPT + MADE)
def test_it_is_intact(inputs: dict[str, Input], name: str) -> None:
    found = inputs[name].looked_at()
    assert found.finding is Finding.INTACT, found.sentence


@pytest.mark.parametrize("count", PLACES)
@pytest.mark.parametrize("name", KEPT + MADE)
def test_what_its_seal_covers_cannot_be_changed(
    inputs: dict[str, Input], rng: random.Random, name: str, count: int
) -> None:
    """Nor can one of two signers: whose seal cannot be read any more is told, and the other's counts."""
    one = inputs[name]
    for at in places(one.covered(), count, rng):
        content = changed(one.content, at, rng.randrange(8))
        if not _means_the_same(one, content, at):
            found = one.looked_at(content)
            is_told = found.facts is not None and bool(found.facts.unchecked_by)
            assert is_told or found.finding is not Finding.INTACT, f"byte {at}"


@pytest.mark.parametrize("count", PLACES)
@pytest.mark.parametrize("name", [one for one in KEPT + MADE if "beside" in one or one.endswith(".p7s")])
def test_nor_can_the_document_beside_it(
    inputs: dict[str, Input], rng: random.Random, name: str, count: int
) -> None:
    one = inputs[name]
    assert one.beside is not None
    for at in places([range(len(one.beside))], count, rng):
        other = Input(name, one.content, changed(one.beside, at, rng.randrange(8)))
        assert other.looked_at().finding is not Finding.INTACT, f"byte {at}"


@pytest.mark.parametrize("count", PLACES)
@pytest.mark.parametrize("name", KEPT + MADE)
def test_what_is_outside_is_intact_for_a_reason(
    inputs: dict[str, Input], rng: random.Random, name: str, count: int
) -> None:
    one = inputs[name]
    covered = {at for each in one.covered() for at in each}
    outside = [at for at in range(len(one.content)) if at not in covered]
    for at in rng.sample(outside, min(count // 4 or 1, len(outside))):
        content = changed(one.content, at, rng.randrange(8))
        if one.looked_at(content).finding is Finding.INTACT:
            reasons = [reason for reason, holds in REASONS.items() if holds(one, content, at)]
            assert reasons, f"byte {at}: {content[max(0, at - 40) : at + 40]!r}"
