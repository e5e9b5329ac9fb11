"""One XML signature (XML-Signature, XAdES): intact or not, by whom, and what exactly it covers.

signxml checks the signature and every reference, of what `xml_form` lets through; and it judges certificates,
which is not done here. Files with a document type, and a place that more than one element claims, are not
checked at all.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, BinaryIO

from signdesk.domain.moments import utc_time
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.certificates import hold_to_issuer
from signdesk.seals.look import NotChecked, NotIntact
from signdesk.seals.xml_form import DS, ENVELOPED, hold_to_form

LARGEST_XML_BYTES = 64 << 20
CHUNK_BYTES = 1 << 18
_XADES = "http://uri.etsi.org/01903/v1.3.2#"
_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
_NAMES = {"ds": DS, "xades": _XADES}
_MOST_CERTIFICATES = 20
_DIGESTS = "ds:SignedInfo/ds:Reference/ds:DigestValue"
Outside = Callable[[str], BinaryIO | None]  # what a reference out of the file names; None where nothing is


@dataclass(frozen=True, slots=True)
class Covered:
    """One reference that holds. `uri`: as written."""

    uri: str
    is_enveloped: bool
    element: Any = None  # of a reference into the file: what it names


@dataclass(frozen=True, slots=True)
class Checked:
    """An intact signature."""

    facts: SealFacts
    covered: tuple[Covered, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Of a signature element."""

    element: Any
    references: tuple[Any, ...]
    certificates: tuple[bytes, ...] = field(default=())


def parsed(text: bytes) -> Any:
    """The root element. Raises NotIntact for what is no XML, NotChecked for a document type."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise NotIntact(cms.BROKEN) from error
    if root.getroottree().docinfo.doctype:
        raise NotChecked(cms.UNUSUAL)
    return root


def signatures_in(root: Any) -> list[Any]:
    """All signature elements, those inside other signatures left out."""
    found = [root, *root.iter(f"{{{DS}}}Signature")] if root.tag == f"{{{DS}}}Signature" else []
    found = found or list(root.iter(f"{{{DS}}}Signature"))
    inside = {id(one) for one in found if any(up.tag == one.tag for up in one.iterancestors())}
    return [one for one in dict.fromkeys(found) if id(one) not in inside]


def check(root: Any, signature: Any, outside: Outside) -> Checked:
    """`root`: what references into the file are looked for in; `signature` lies in it, or is it.

    Raises NotIntact, and NotChecked for algorithms and forms that are not known here.
    """
    with _flaws():
        parts = _parts(signature)
        hold_to_form(root, parts.references)
        certificate = _signer(root, parts, outside)
        covered = tuple(_covered(reference, root) for reference in parts.references)
        facts = _facts(certificate, parts.certificates)
        return Checked(_with_properties(facts, parts, covered), covered)


def _parts(signature: Any) -> _Parts:
    references = signature.findall("ds:SignedInfo/ds:Reference", _NAMES)
    texts = signature.findall("ds:KeyInfo/ds:X509Data/ds:X509Certificate", _NAMES)
    certificates = tuple(_decoded(one) for one in texts[:_MOST_CERTIFICATES])
    if not references or not certificates:
        raise NotChecked(cms.UNUSUAL)
    # signxml overlooks what is no base64; nothing may lie there.
    for value in (signature.find("ds:SignatureValue", _NAMES), *signature.findall(_DIGESTS, _NAMES)):
        _decoded(value)
    return _Parts(signature, tuple(references), certificates)


def _signer(root: Any, parts: _Parts, outside: Outside) -> Any:
    """The certificate whose key made the signature, over all references."""
    from cryptography import x509
    from lxml import etree
    from signxml.exceptions import InvalidDigest, SignXMLException
    from signxml.verifier import SignatureConfiguration

    verifier = _verifier_class()()
    located = parts.element is root
    for number, der in enumerate(parts.certificates):
        certificate = x509.load_der_x509_certificate(der)
        config = SignatureConfiguration(
            location="./" if located else ".//",
            expect_references=len(parts.references),
            verification_time=certificate.not_valid_before_utc,  # dates are told apart, in the facts
        )
        try:
            verifier.verify(
                etree.tostring(root),
                x509_cert=certificate,
                uri_resolver=_resolver(outside),
                expect_config=config,
            )
        except InvalidDigest:
            raise
        except (SignXMLException, ValueError, TypeError, AttributeError):  # perhaps a key of another kind
            if number + 1 == len(parts.certificates):
                raise
            continue
        return certificate
    raise NotIntact(cms.BROKEN)


class _Outside(bytes):
    """What a reference out of the file names, to be digested piece by piece."""

    file: BinaryIO


def _resolver(outside: Outside) -> Callable[[str], bytes]:
    def resolve(uri: str) -> bytes:
        file = outside(uri)
        if file is None:
            raise NotIntact(cms.NOT_OVER_THIS)
        found = _Outside(b"<")  # no XML, so that nothing is made of it
        found.file = file
        return found

    return resolve


def _verifier_class() -> Any:
    from cryptography.hazmat.primitives.hashes import Hash
    from signxml.algorithms import digest_algorithm_implementations
    from signxml.verifier import XMLVerifier

    class Verifier(XMLVerifier):
        """Digests outside files without having them in memory."""

        def _get_digest(self, data: Any, algorithm: Any) -> bytes:
            if not isinstance(data, _Outside):
                return bytes(super()._get_digest(data, algorithm))
            digest = Hash(digest_algorithm_implementations[algorithm]())
            data.file.seek(0)
            while chunk := data.file.read(CHUNK_BYTES):
                digest.update(chunk)
            return digest.finalize()

    return Verifier


def _covered(reference: Any, root: Any) -> Covered:
    uri = reference.get("URI")
    algorithms = [one.get("Algorithm") for one in reference.findall("ds:Transforms/ds:Transform", _NAMES)]
    element = None
    if uri.startswith("#"):
        (element,) = (one for one in root.iter() if uri[1:] in (one.get("Id"), one.get("ID"), one.get("id")))
    return Covered(uri, ENVELOPED in algorithms, element)


def _facts(certificate: Any, certificates: tuple[bytes, ...]) -> SealFacts:
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    der = certificate.public_bytes(Encoding.DER)
    others = tuple(one for one in certificates if one != der)
    return replace(cms.facts_of(x509.Certificate.load(der), SealKind.XML, None), chain=(der, *others))


def _with_properties(facts: SealFacts, parts: _Parts, covered: tuple[Covered, ...]) -> SealFacts:
    """XAdES: its properties are signed, and name the certificate (EN 319 132-1, 5.2.2)."""
    for reference, one in zip(parts.references, covered, strict=True):
        if reference.get("Type") == _PROPERTIES and one.element is not None:
            target = one.element.getparent()
            if (
                parts.element not in target.iterancestors()
                or target.get("Target") != f"#{parts.element.get('Id')}"
            ):
                raise NotIntact(cms.BROKEN)
            break
    else:
        hold_to_issuer(facts.chain[0], facts.chain[1:], cms.BROKEN, cms.UNUSUAL)
        return facts
    properties = one.element.find("xades:SignedSignatureProperties", _NAMES)
    if properties is None or not _names_certificate(properties, facts.chain[0]):
        raise NotIntact(cms.BROKEN)
    signed_at = _moment(properties.findtext("xades:SigningTime", None, _NAMES))
    return _stamped(replace(facts, kind=SealKind.XADES, level="B-B", signed_at=signed_at), parts.element)


def _names_certificate(properties: Any, der: bytes) -> bool:
    first = "/xades:Cert[1]/xades:CertDigest"
    for name in ("xades:SigningCertificateV2", "xades:SigningCertificate"):
        digest = properties.find(name + first, _NAMES)
        if digest is not None:
            algorithm = digest.find("ds:DigestMethod", _NAMES).get("Algorithm")
            return hashlib.new(_digest_name(algorithm), der).digest() == _decoded(
                digest.find("ds:DigestValue", _NAMES)
            )
    return False


def _digest_name(uri: str) -> str:
    name = uri.rsplit("#", 1)[-1]
    if name not in ("sha1", "sha224", "sha256", "sha384", "sha512"):
        raise NotChecked(cms.UNUSUAL)
    return name


def _stamped(facts: SealFacts, signature: Any) -> SealFacts:
    """With an intact time stamp over the signature's value (EN 319 132-1, 5.3). Any other adds nothing: no
    signature covers its place.
    """
    from lxml import etree

    path = (
        "ds:Object/xades:QualifyingProperties/xades:UnsignedProperties/xades:UnsignedSignatureProperties/"
        "xades:SignatureTimeStamp"
    )
    for stamp in signature.findall(path, _NAMES):
        method = stamp.find("ds:CanonicalizationMethod", _NAMES)
        algorithm = "" if method is None else method.get("Algorithm", "")
        value = etree.tostring(
            signature.find("ds:SignatureValue", _NAMES),
            method="c14n",
            exclusive="xml-exc-c14n" in algorithm,
            with_comments=algorithm.endswith("WithComments"),
            with_tail=False,
        )
        with _ignored():
            token = cms.signed_data(_decoded(stamp.find("xades:EncapsulatedTimeStamp", _NAMES)), padded=False)
            found = cms.check(token, _digest_of(value))
            if found.kind is SealKind.TIMESTAMP:
                return replace(facts, stamped_at=found.signed_at, stamped_by=found.signer, level="B-T")
    return facts


def _digest_of(value: bytes) -> Callable[[str], bytes]:
    return lambda name: hashlib.new(cms.digest_name(name), value).digest()


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return utc_time(moment) if moment.tzinfo else None


def _decoded(element: Any) -> bytes:
    return base64.b64decode("".join((element.text or "").split()), validate=True)


@contextmanager
def _ignored() -> Iterator[None]:
    try:
        yield
    except (NotIntact, NotChecked, ValueError, AttributeError, TypeError):
        return


@contextmanager
def _flaws() -> Iterator[None]:
    """A signature out of shape is broken; one with algorithms that are not known here is not checked."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from lxml import etree
    from signxml.exceptions import InvalidDigest, InvalidSignature, SignXMLException

    try:
        yield
    except (InvalidDigest, InvalidSignature, etree.DocumentInvalid) as error:
        raise NotIntact(cms.BROKEN) from error
    except (SignXMLException, UnsupportedAlgorithm, NotImplementedError) as error:
        raise NotChecked(cms.UNUSUAL) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise NotIntact(cms.BROKEN) from error
