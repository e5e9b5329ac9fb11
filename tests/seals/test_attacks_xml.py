"""Attacks on signed XML, none of which is ever called intact: signature wrapping, what a reference leaves
out, steps that lead elsewhere, exchanged certificates, entities.

Somorovsky and others, "On Breaking SAML: Be Whoever You Want to Be" (USENIX Security 2012); McIntosh and
Austel, "XML Signature Element Wrapping Attacks and Countermeasures" (SWS 2005). xmlsec1 makes the signatures.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from signdesk.domain.seal_facts import IssuerLevel
from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import verify_alone
from signdesk.seals.issuers import judged
from tests.support.time_stamps import openssl
from tests.support.xml_seals import CANONICAL, DS, ENVELOPED, EXCLUSIVE, XmlSec, reference, template

Attack = Callable[[bytes], bytes]
PART = '<part Id="a">Pay 100</part>'
EVIL = b'<part Id="a">Pay 999</part>'
OFFER = '<offer xmlns="urn:x" Id="all"><price>100</price>{}</offer>'
PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#"


@pytest.fixture(scope="module")
def xmlsec(tmp_path_factory: pytest.TempPathFactory) -> XmlSec:
    folder = tmp_path_factory.mktemp("xmlsec")
    make = "req -x509 -newkey rsa:2048 -nodes -keyout {0}k.pem -out {0}c.pem -days 9 -subj /CN={1}"
    openssl(folder, make.format("", "Shop"))
    openssl(folder, make.format("other.", "Other"))
    return XmlSec(folder)


@pytest.fixture(scope="module")
def enveloped(xmlsec: XmlSec) -> bytes:
    """A seal over all of the file that it lies in."""
    return xmlsec.sealed(OFFER.format(template(reference("", ENVELOPED + CANONICAL))))


@pytest.fixture(scope="module")
def by_name(xmlsec: XmlSec) -> bytes:
    """The same, where the root is named."""
    return xmlsec.sealed(OFFER.format(template(reference("#all", ENVELOPED + CANONICAL))))


@pytest.fixture(scope="module")
def wrapped(xmlsec: XmlSec) -> bytes:
    """A seal over the parts of a wrapper, which stand beside it."""
    parts = f'<box xmlns="urn:x">{PART}<part Id="b">by Friday</part>'
    return xmlsec.sealed(parts + template(reference("#a") + reference("#b")) + "</box>")


@pytest.fixture(scope="module")
def inside(xmlsec: XmlSec) -> bytes:
    """A seal around what it is over."""
    return xmlsec.sealed(template(reference("#content"), f'<ds:Object Id="content">{PART}</ds:Object>'))


@pytest.fixture(scope="module")
def in_base64(xmlsec: XmlSec) -> bytes:
    step = f'<ds:Transform Algorithm="{DS}base64"/>'
    held = base64.b64encode(b"Pay 100 by Friday").decode()
    return xmlsec.sealed(template(reference("#content", step), f'<ds:Object Id="content">{held}</ds:Object>'))


def alone(content: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


def is_intact(content: bytes) -> bool:
    return alone(content).finding is Finding.INTACT


def put(before: bytes, new: bytes) -> Attack:
    """`new` in front of the first `before`."""

    def act(content: bytes) -> bytes:
        at = content.index(before)
        return content[:at] + new + content[at:]

    return act


def exchanged(old: bytes, new: bytes) -> Attack:
    def act(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return act


def test_the_honest_ones_are_intact_for_xmlsec1_too(
    xmlsec: XmlSec, enveloped: bytes, by_name: bytes, wrapped: bytes, inside: bytes, in_base64: bytes
) -> None:
    for one in (enveloped, by_name, wrapped, inside, in_base64):
        assert is_intact(one)
        assert xmlsec.verifies(one)


def _moved(content: bytes, box: str) -> bytes:
    """The sealed root goes into `box` somewhere in another root, whose signature it still is."""
    root = etree.fromstring(content)
    (signature,) = root.iter(f"{{{DS}}}Signature")
    evil = etree.fromstring(OFFER.format("").replace("100", "999").replace('Id="all"', 'Id="evil"'))
    root.remove(signature)
    aside = etree.SubElement(evil, box)
    aside.append(root)
    (root if box.endswith("}kept") else evil).append(signature)
    return bytes(etree.tostring(evil))


@pytest.mark.parametrize("box", ["{urn:x}extra", "{urn:x}kept", f"{{{DS}}}Object", "{urn:soap}Header"])
def test_a_sealed_root_moved_aside_does_not_seal_what_takes_its_place(by_name: bytes, box: str) -> None:
    assert not is_intact(_moved(by_name, box))


def test_a_sealed_root_inside_its_own_signature_does_not_seal_what_is_around(by_name: bytes) -> None:
    root = etree.fromstring(by_name)
    (signature,) = root.iter(f"{{{DS}}}Signature")
    evil = etree.fromstring(OFFER.format("").replace("100", "999").replace("all", "evil"))
    root.remove(signature)
    etree.SubElement(signature, f"{{{DS}}}Object").append(root)
    evil.append(signature)

    assert not is_intact(bytes(etree.tostring(evil)))


# What stands beside the parts that are sealed, or says which part is meant.
BESIDE: dict[str, Attack] = {
    "a second part of that id in front": put(b"<part", EVIL),
    "behind": put(b"<ds:Signature", EVIL),
    "an id in capitals": put(b"<ds:Signature", EVIL.replace(b"Id=", b"ID=")),
    "in small letters": put(b"<ds:Signature", EVIL.replace(b"Id=", b"id=")),
    "of XML itself": put(b"<ds:Signature", EVIL.replace(b"Id=", b"xml:id=")),
    "of another name space": put(b"<ds:Signature", EVIL.replace(b"Id=", b'w:Id="a" xmlns:w="urn:w" x=')),
    "another attribute for an id": put(b"<ds:Signature", EVIL.replace(b"Id=", b"AssertionID=")),
    "no id at all": put(b"<ds:Signature", EVIL.replace(b' Id="a"', b"")),
    "inside the signature": put(b"</ds:Signature>", b"<ds:Object>%b</ds:Object>" % EVIL),
    "deeper inside": put(b"</ds:Signature>", b"<ds:Object><x>%b</x></ds:Object>" % EVIL),
    "an attribute of the wrapper": exchanged(b"<box ", b'<box price="999" '),
    "words of an attribute that says how it is written": exchanged(b"<box ", b'<box version="pay 999" '),
    "words beside": put(b"<part", b"Pay 999"),
    "words in a form of their own": put(b"<part", b"<![CDATA[Pay 999]]>"),
    "an instruction": put(b"<part", b"<?pay 999?>"),
    "a style sheet": put(b"<box", b'<?xml-stylesheet type="text/css" href="x.css"?>'),
    "another order": lambda content: re.sub(rb"(<part.*?</part>)(<part.*?</part>)", rb"\2\1", content),
    "around one part": exchanged(PART.encode(), b"<old>%b</old>" % PART.encode()),
    "one part taken out": exchanged(PART.encode(), b""),
    "one part in another": lambda content: re.sub(
        rb'(<part Id="a">.*?)(</part>)(<part Id="b">.*?</part>)', rb"\1\3\2", content
    ),
}


@pytest.mark.parametrize("kind", BESIDE)
def test_what_stands_beside_the_sealed_parts_is_under_no_seal(wrapped: bytes, kind: str) -> None:
    changed = BESIDE[kind](wrapped)

    assert changed != wrapped
    assert not is_intact(changed)


INSIDE: dict[str, Attack] = {
    "a second object": put(b"<ds:Object", b"<ds:Object>Pay 999</ds:Object>"),
    "of the same id": put(b"<ds:Object", b'<ds:Object Id="content">Pay 999</ds:Object>'),
    "of properties that are none": put(
        b"<ds:Object",
        b'<ds:Object><QualifyingProperties xmlns="urn:x">Pay 999</QualifyingProperties></ds:Object>',
    ),
    "words beside properties": put(
        b"<ds:Object",
        b'<ds:Object>Pay 999<q:QualifyingProperties xmlns:q="%b"/></ds:Object>' % PROPERTIES.encode(),
    ),
    "the content one level deeper": lambda content: re.sub(
        rb"(<ds:Object.*</ds:Object>)", rb"<ds:Object><x>Pay 999</x>\1</ds:Object>", content, flags=re.DOTALL
    ),
    "the id on another object": lambda content: content.replace(
        b'<ds:Object Id="content">', b'<ds:Object><old Id="content"/></ds:Object><ds:Object>'
    ),
    "words in the signature": put(b"<ds:Object", b"Pay 999"),
    "a style sheet": put(b"<ds:Signature", b'<?xml-stylesheet type="text/css" href="x.css"?>'),
    "the signature in an element": lambda content: (
        b'<offer xmlns="urn:x"><price>999</price>%b</offer>' % content.split(b"?>", 1)[-1]
    ),
}


@pytest.mark.parametrize("kind", INSIDE)
@pytest.mark.parametrize("sealed", ["inside", "in_base64"])
def test_what_lies_in_a_signature_beside_its_content_is_under_no_seal(
    request: pytest.FixtureRequest, sealed: str, kind: str
) -> None:
    honest: bytes = request.getfixturevalue(sealed)
    changed = INSIDE[kind](honest)

    assert changed != honest
    assert not is_intact(changed)


@pytest.mark.parametrize(
    "change",
    [
        lambda held: b'<pay xmlns="" sum="999">%b</pay>' % held,
        lambda held: held + b"<pay/>",
        lambda held: held[:8] + b" !! $$ " + held[8:],
        lambda held: held + b"....",
        lambda held: held + b"<?pay 999?>",
        lambda held: held[:8] + b"<![CDATA[%%]]>" + held[8:],
    ],
)
def test_what_a_reader_of_base64_passes_over_is_no_part_of_it(in_base64: bytes, change: Attack) -> None:
    """Such a reference is over the bytes that come of it, and over no name, attribute or other letter."""
    held = re.search(rb">([^<]+)</ds:Object>", in_base64)
    assert held is not None

    assert not is_intact(in_base64.replace(held[1], change(held[1])))


XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"
XSLT = (
    '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"><xsl:stylesheet version="1.0" '
    'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><fixed>100</fixed>'
    "</xsl:template></xsl:stylesheet></ds:Transform>"
)


def _by_path(expression: str) -> str:
    return (
        f'<ds:Transform Algorithm="{XPATH}"><ds:XPath xmlns:x="urn:x">{expression}</ds:XPath></ds:Transform>'
    )


STEPS = {
    "a style sheet that makes a text of its own": ENVELOPED + XSLT,
    "a path that leaves the price out": ENVELOPED + _by_path("not(ancestor-or-self::x:price)"),
    "a path that keeps one word": _by_path("ancestor-or-self::x:name"),
    "a path that keeps nothing": ENVELOPED + _by_path("false()"),
    "a path that is nearly the known one": _by_path(
        "not(ancestor-or-self::ds:Signature or ancestor-or-self::x:price)"
    ),
    "the known path by another name space": (_by_path("not(ancestor-or-self::x:Signature)") + ENVELOPED),
    "a filter that keeps a part": (
        ENVELOPED
        + '<ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath Filter="intersect" '
        'xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" xmlns:x="urn:x">//x:name</f:XPath>'
        "</ds:Transform>"
    ),
}


@pytest.mark.parametrize("kind", STEPS)
def test_steps_that_lead_to_something_else_do_not_seal_the_file(xmlsec: XmlSec, kind: str) -> None:
    """xmlsec1 finds them good with any price: what it says good of is not what a reader sees."""
    seal = template(reference("", STEPS[kind]))
    sealed = xmlsec.sealed(f'<offer xmlns="urn:x"><name>Pen</name><price>100</price>{seal}</offer>')
    changed = sealed.replace(b"<price>100", b"<price>999")

    assert not is_intact(sealed)
    assert not is_intact(changed)
    assert xmlsec.verifies(changed) or kind.startswith("the known path")


@pytest.mark.parametrize("step", [XSLT, _by_path("true()"), f'<ds:Transform Algorithm="{DS}base64"/>'])
def test_a_step_put_into_a_seal_breaks_it(enveloped: bytes, step: str) -> None:
    assert not is_intact(put(b"</ds:Transforms>", step.encode())(enveloped))
    assert not is_intact(exchanged(b"<ds:Transforms>", b"<ds:Transforms>" + step.encode())(enveloped))


@pytest.mark.parametrize("part", ["Transforms", "DigestMethod", "Reference"])
def test_a_part_of_the_signed_information_is_not_left_out(enveloped: bytes, part: str) -> None:
    without = re.sub(rb"<ds:%b\b.*?(</ds:%b>|/>)" % (part.encode(), part.encode()), b"", enveloped, count=1)

    assert without != enveloped
    assert not is_intact(without)


@pytest.mark.parametrize(
    "uri",
    ["http://127.0.0.1:9/x.xml", "file:///etc/passwd", "other.xml", "../in.xml", "//x", "#nowhere", "#"],
)
def test_what_a_seal_names_elsewhere_is_neither_fetched_nor_believed(
    xmlsec: XmlSec, enveloped: bytes, uri: str
) -> None:
    assert not is_intact(exchanged(b'URI=""', b'URI="%b"' % uri.encode())(enveloped))
    if uri == "other.xml":
        (xmlsec.folder / "other.xml").write_text("<other/>")
        sealed = xmlsec.sealed(OFFER.format(template(reference(uri))))
        assert xmlsec.verifies(sealed.replace(b"<price>100", b"<price>999"))
        assert not is_intact(sealed)


def _with_certificate(sealed: bytes, pem: bytes) -> bytes:
    der = b"".join(pem.splitlines()[1:-1])
    return re.sub(rb"(<ds:X509Certificate>)[^<]*", rb"\g<1>" + der, sealed)


def test_a_certificate_of_another_key_is_told(xmlsec: XmlSec, key: SealKey, enveloped: bytes) -> None:
    for pem in (key.certificate_pem, (xmlsec.folder / "other.c.pem").read_bytes()):
        assert not is_intact(_with_certificate(enveloped, pem))


def test_a_certificate_made_for_the_same_key_has_no_weight(xmlsec: XmlSec, enveloped: bytes) -> None:
    """Nothing in a plain signature covers it: the file is what was sealed, but whose the seal is, nobody can
    tell.
    """
    folder: Path = xmlsec.folder
    openssl(folder, "x509 -in c.pem -pubkey -noout -out public.pem")
    make = "x509 -new -force_pubkey public.pem -subj /CN=Minister -days 9 -out forged.pem"
    openssl(folder, f"{make} -CA other.c.pem -CAkey other.k.pem")
    found = alone(_with_certificate(enveloped, (folder / "forged.pem").read_bytes()))
    assert (found.finding, found.signer) == (Finding.INTACT, "Minister")
    assert found.facts is not None
    assert judged(found.facts).issuer_level is IssuerLevel.UNKNOWN


@pytest.mark.parametrize(
    "info",
    [
        "<ds:KeyName>Shop</ds:KeyName>",
        "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>",
        '<ds:RetrievalMethod URI="http://127.0.0.1:9/key"/>',
        "",
    ],
)
def test_a_key_without_a_certificate_proves_nothing(enveloped: bytes, info: str) -> None:
    changed = re.sub(
        rb"<ds:KeyInfo>.*</ds:KeyInfo>",
        b"<ds:KeyInfo>%b</ds:KeyInfo>" % info.encode() if info else b"",
        enveloped,
        flags=re.DOTALL,
    )
    assert not is_intact(changed)


def test_a_seal_by_a_secret_that_anybody_may_know_proves_nothing(enveloped: bytes) -> None:
    """The certificate's bytes as the secret of an HMAC; and an HMAC cut down to nothing."""
    rsa = b"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    for method in (b'%b"' % b"http://www.w3.org/2000/09/xmldsig#hmac-sha1", b'urn:none"', b'"'):
        assert not is_intact(exchanged(rsa + b'"', method)(enveloped))


ENTITIES = [
    b'<!DOCTYPE offer [<!ENTITY p "999">]>',
    b'<!DOCTYPE offer [<!ENTITY p SYSTEM "file:///etc/passwd">]>',
    b"<!DOCTYPE offer [<!ATTLIST part Id ID #IMPLIED>]>",
    b'<!DOCTYPE offer [<!ATTLIST offer more CDATA "pay 999">]>',
    b'<!DOCTYPE offer SYSTEM "http://127.0.0.1:9/x.dtd">',
    b"<!DOCTYPE offer>",
]


@pytest.mark.parametrize("before", ENTITIES)
def test_a_document_type_is_under_no_seal(enveloped: bytes, before: bytes) -> None:
    text = enveloped.split(b"?>\n", 1)[-1]
    assert not is_intact(before + text)
    assert not is_intact(before + text.replace(b"<price>100", b"<price>&p;"))


@pytest.mark.parametrize("reader", ["signature in a signature", "two, one broken", "a fake beside"])
def test_one_good_signature_does_not_hide_another(enveloped: bytes, xmlsec: XmlSec, reader: str) -> None:
    signature = re.search(rb"<ds:Signature .*</ds:Signature>", enveloped, re.DOTALL)
    assert signature is not None
    if reader == "signature in a signature":
        other = re.sub(rb"<ds:Object.*", b"", signature[0])
        nested = other.replace(b"</ds:Signature>", b"<ds:Object>%b</ds:Object></ds:Signature>" % signature[0])
        assert not is_intact(enveloped.replace(signature[0], nested).replace(b"<price>100", b"<price>999"))
        return
    all_left_out = _by_path("not(ancestor-or-self::ds:Signature)") + CANONICAL
    sealed = xmlsec.sealed(OFFER.format(template(reference("", all_left_out))))
    assert is_intact(sealed)
    broken = signature[0].replace(b'Id="seal"', b'Id="second"')
    if reader == "a fake beside":
        broken = b'<ds:Signature xmlns:ds="%b">Pay 999</ds:Signature>' % DS.encode()
    assert not is_intact(sealed.replace(b"</offer>", broken + b"</offer>"))


def test_the_element_of_a_name_is_no_prefix_of_another(wrapped: bytes) -> None:
    """References by other ways of writing the same name."""
    for uri in (b"#xpointer(id('a'))", b"#a%20", b"#%61", b"#A", b"#xpointer(//part[1])", b"#element(/1)"):
        assert not is_intact(exchanged(b'URI="#a"', b'URI="%b"' % uri)(wrapped))


def test_a_canonical_form_by_another_name_is_not_taken_for_it(enveloped: bytes) -> None:
    for old in (EXCLUSIVE.encode(), b"http://www.w3.org/2001/04/xmlenc#sha256"):
        for new in (old + b"x", b"urn:none", old.upper()):
            assert not is_intact(exchanged(old, new)(enveloped))
