"""Seals by other tools, of every kind that is checked, for tests that want them all: kept files (`data`), and
what OpenSSL, xmlsec1, signxml, Poppler and pyHanko make on the spot.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import cms
from lxml import etree
from signxml.algorithms import SignatureConstructionMethod
from signxml.signer import XMLSigner
from signxml.xades.xades import XAdESSigner

from signdesk.seals import Finding, SealCheckResult, verify_detached
from signdesk.seals.forms import verify_alone
from signdesk.seals.xml import verify_xml_beside
from tests.seals.test_others import by_poppler, by_pyhanko, signer
from tests.support.time_stamps import openssl
from tests.support.xml_seals import CANONICAL, ENVELOPED, XmlSec, reference, template

DATA = Path(__file__).parent / "data"
LETTER = (DATA / "Letter.txt").read_bytes()
OFFER_PDF = (DATA / "others" / "Offer.pdf").read_bytes()
OFFER = '<offer xmlns="urn:x" Id="all"><price>100</price><by day="friday">noon</by>{}</offer>'
_SIGNATURE = re.compile(rb"<(?:\w+:)?Signature[ >].*</(?:\w+:)?Signature>", re.DOTALL)
_SIGNED = re.compile(
    rb"<(?:\w+:)?SignedInfo.*?</(?:\w+:)?SignedInfo>|(?<=<ds:SignatureValue>)[^<]+"
    rb"|<(?:\w+:)?SignedProperties.*?</(?:\w+:)?SignedProperties>",
    re.DOTALL,
)


@dataclass(frozen=True)
class Input:
    """`content`: the file with the seal; `beside`: the document, where it lies beside it, called `called`."""

    name: str
    content: bytes
    beside: bytes | None = None
    called: str = "Letter.txt"

    def looked_at(self, content: bytes | None = None) -> SealCheckResult:
        """Of a changed `content`, too."""
        seal = io.BytesIO(self.content if content is None else content)
        if self.beside is None:
            return verify_alone(seal) or SealCheckResult(Finding.NONE)
        if self.kind == "xml":
            return verify_xml_beside(seal, io.BytesIO(self.beside), self.called)
        return verify_detached(seal, io.BytesIO(self.beside))

    @property
    def kind(self) -> str:
        """pdf, xml, zip, cms."""
        heads = {b"%PDF": "pdf", b"PK\3\4": "zip"}
        return heads.get(self.content[:4]) or ("xml" if self.content.lstrip()[:1] == b"<" else "cms")

    def covered(self) -> list[range]:
        """The places of `content` that its last seal covers, but for what is written of it in between."""
        covers = {"pdf": _in_pdf, "xml": _in_xml, "cms": _in_cms}[self.kind]
        return [one for one in covers(self.content) if len(one)]


def _in_pdf(content: bytes) -> Iterator[range]:
    last = re.findall(rb"/ByteRange *\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", content)[-1]
    start, length, second, rest = map(int, last)
    yield from (range(start, start + length), range(second, second + rest))


def _in_xml(content: bytes) -> Iterator[range]:
    """What is around the signature, or its objects; and what the signature covers of itself."""
    signature = _SIGNATURE.search(content)
    assert signature is not None
    begin = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    yield range(begin, signature.start())
    yield range(signature.end(), len(content))
    yield from (range(one.start(), one.end()) for one in _SIGNED.finditer(content))
    if signature.start() <= begin + 1 and b"SignedProperties" not in content:
        held = re.search(rb"(?<=>)[^<]+(?=</(?:\w+:)?Object>)|<part.*</part>", content, re.DOTALL)
        yield range(*held.span()) if held else range(0)


def _in_cms(content: bytes) -> Iterator[range]:
    signed = cms.ContentInfo.load(content)["content"]
    parts = []
    if signed["encap_content_info"]["content"].native is not None:
        parts.append(bytes(signed["encap_content_info"]["content"]))
    for one in signed["signer_infos"]:
        parts += [each.dump() for each in one["signed_attrs"]]
        parts.append(one["signature"].native)
    for part in parts:
        at = content.find(part)
        yield range(at, at + len(part)) if at >= 0 else range(0)


def kept() -> Iterator[Input]:
    """The files in `data` that carry a seal, or look as if they did."""
    for path in sorted(DATA.rglob("*")):
        name = str(path.relative_to(DATA))
        if path.suffix in (".pdf", ".p7m", ".asice", ".asics", ".xml") and path.name not in _BESIDE:
            yield Input(name, path.read_bytes())
        elif path.suffix == ".p7s" or path.name in _BESIDE:
            yield Input(name, path.read_bytes(), LETTER)


_BESIDE = frozenset(["detached.xml", "xades.xml"])


def shop(folder: Path) -> Path:
    """A folder with keys for all tools."""
    make = "req -x509 -newkey rsa:2048 -nodes -keyout {0}k.pem -out {0}c.pem -days 9 -subj /CN={1}"
    more = " -addext keyUsage=digitalSignature,nonRepudiation"
    openssl(folder, make.format("", "Shop") + more)
    openssl(folder, make.format("other.", "Other") + more)
    openssl(folder, "pkcs12 -export -inkey k.pem -in c.pem -name seal -passout pass:x -out s.p12")
    for command in ("certutil -N -d sql:. --empty-password", "pk12util -i s.p12 -d sql:. -W x"):
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder


def made(folder: Path) -> Iterator[Input]:
    """In a `shop`."""
    yield from _by_openssl(folder)
    yield from _by_xmlsec(XmlSec(folder))
    yield from _by_signxml(folder)
    key = signer((folder / "c.pem").read_bytes(), (folder / "k.pem").read_bytes())
    yield Input("Poppler", by_poppler(folder, OFFER_PDF))
    yield Input("pyHanko", by_pyhanko(key, OFFER_PDF))
    yield Input("pyHanko over Poppler", by_pyhanko(key, by_poppler(folder, OFFER_PDF)))


def _by_openssl(folder: Path) -> Iterator[Input]:
    (folder / "content").write_bytes(LETTER)
    sign = "cms -sign -binary -in content -signer c.pem -inkey k.pem -md sha256 -outform DER -out made.p7m"
    for name, options in {
        "CMS": "-nodetach",
        "CAdES": "-nodetach -cades",
        "no attributes": "-nodetach -noattr",
        "RSA-PSS": "-nodetach -keyopt rsa_padding_mode:pss",
        "two signers": "-nodetach -signer other.c.pem -inkey other.k.pem",
    }.items():
        openssl(folder, f"{sign} {options}")
        yield Input(f"OpenSSL, {name}", (folder / "made.p7m").read_bytes())
    openssl(folder, sign)
    yield Input("OpenSSL, beside", (folder / "made.p7m").read_bytes(), LETTER)


def _by_xmlsec(xmlsec: XmlSec) -> Iterator[Input]:
    around, parts = ENVELOPED + CANONICAL, reference("#a") + reference("#b")
    box = '<box xmlns="urn:x"><part Id="a">Pay 100</part><part Id="b">by Friday</part>{}</box>'
    inside = '<ds:Object Id="content"><part xmlns="urn:x">Pay 100</part></ds:Object>'
    for name, text in {
        "enveloped": OFFER.format(template(reference("", around))),
        "by name": OFFER.format(template(reference("#all", around))),
        "parts": box.format(template(parts)),
        "enveloping": template(reference("#content"), inside),
    }.items():
        yield Input(f"xmlsec1, {name}", xmlsec.sealed(text))


def _by_signxml(folder: Path) -> Iterator[Input]:
    for name, maker in {"enveloped": XMLSigner, "XAdES": XAdESSigner}.items():
        one = maker(method=SignatureConstructionMethod.enveloped)
        root = etree.fromstring(OFFER.format(""))
        sealed = one.sign(root, key=(folder / "k.pem").read_bytes(), cert=(folder / "c.pem").read_text())
        yield Input(f"signxml, {name}", bytes(etree.tostring(sealed)))
