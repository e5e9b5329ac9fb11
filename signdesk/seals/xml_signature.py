"""One XML signature (XML-Signature, XAdES): intact or not, by whom, and what exactly it covers.

`xml_verifier` checks the signature and every reference, of what `xml_form` lets through. Certificates are
not judged here. Files with a document type, and a place that more than one element claims, are not checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.certificates import certificates_for, hold_to_issuer, name_of, readable_certificate
from signdesk.seals.cms_form import ALGORITHM, NO_CERTIFICATE, ODD_CERTIFICATE
from signdesk.seals.seal_check_result import NotChecked, NotIntact
from signdesk.seals.xades import PROPERTIES, decoded, is_properties, with_properties
from signdesk.seals.xml_form import (
    BASE64,
    DS,
    NAMES_NOTHING,
    hold_to_form,
    parser_for,
    takes_out_all_signatures,
    takes_out_its_signature,
)
from signdesk.seals.xml_places import (
    MANIFEST,
    NESTED,
    hold_to_list,
    local_name,
    named,
    names_not_here,
    references_in,
)

LARGEST_XML_BYTES = 64 << 20
_NAMES = {"ds": DS}
_MOST_CERTIFICATES = 20
_DIGESTS = "ds:SignedInfo/ds:Reference/ds:DigestValue"
Outside = Callable[[str], BinaryIO | None]  # what a reference out of the file names; None where nothing is
_DOCUMENT_TYPE = msg(
    "The seal could not be checked, because the file has a document type (DOCTYPE), which no seal covers."
)

_NO_XML = msg(
    "The seal could not be checked, because the file breaks the rules of XML: it may have been cut off, or "
    "damaged on its way. Ask for the file again."
)
_NOT_BY_SCHEMA = msg(
    "The seal could not be checked, because it is not written as the standard for XML signatures wants it. "
    "Ask whoever sealed the file to seal it anew."
)
_TEXT_ALONE = msg(
    "The seal could not be checked, because it is over the text of a part alone, and not over what says what "
    "that text is. Check it with the program that it was made with."
)


@dataclass(frozen=True, slots=True)
class Covered:
    """One reference that holds. `uri`: as written. `is_enveloped`: but for this signature, or for all.
    `is_list`: it names a list of references (`xml_manifest`), which are there beside it.
    """

    uri: str
    is_enveloped: bool
    element: Any = None  # of a reference into the file: what it names
    is_properties: bool = False  # what a signature says of itself (XAdES)
    is_list: bool = False


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
    """The root element. Raises NotChecked for what is no XML, and for a document type."""
    from lxml import etree

    try:
        root = etree.fromstring(text, parser_for(text))
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise NotChecked(_NO_XML) from error
    if root.getroottree().docinfo.doctype:
        raise NotChecked(_DOCUMENT_TYPE)
    return root


def signatures_in(root: Any) -> list[Any]:
    """All signature elements, those inside other signatures left out."""
    found = [root, *root.iter(f"{{{DS}}}Signature")] if root.tag == f"{{{DS}}}Signature" else []
    found = found or list(root.iter(f"{{{DS}}}Signature"))
    inside = {id(one) for one in found if any(up.tag == one.tag for up in one.iterancestors())}
    return [one for one in dict.fromkeys(found) if id(one) not in inside]


def signer_in(signature: Any) -> str:
    """The name in its first certificate. Raises as `Seal.name`."""
    from asn1crypto import x509

    text = signature.find("ds:KeyInfo/ds:X509Data/ds:X509Certificate", _NAMES)
    return name_of(x509.Certificate.load(decoded(text)).subject)


def check(root: Any, signature: Any, outside: Outside, *, files_as_xml: bool = False) -> Checked:
    """`root`: what references into the file are looked for in; `signature` lies in it, or is it.
    `files_as_xml`: as for `hold_to_form`.

    Raises NotIntact, and NotChecked for algorithms and forms that are not known here.
    """
    with _flaws():
        parts = _parts(signature)
        hold_to_form(parts.references, files_as_xml=files_as_xml)
        certificate, verifier = _signer(root, parts, outside)
        covered = tuple(_covered(reference, root) for reference in parts.references)
        facts = replace(_facts(certificate, parts.certificates), weak_digest=_weak_digest(signature))
        facts = _with_properties(facts, parts, covered)
        lists = [one.element for one in covered if one.is_list]
        listed = _listed(root, lists, verifier, outside)
        return Checked(replace(facts, not_here=names_not_here(lists, outside)), covered + listed)


def _listed(root: Any, lists: Sequence[Any], verifier: Any, outside: Outside) -> tuple[Covered, ...]:
    """What the lists name that is at hand."""
    references = references_in(lists, outside)
    covered = tuple(_covered(one, root) for one in references)
    if any(one.is_list for one in covered):
        raise NotChecked(NESTED)
    hold_to_list(references, verifier.holds)
    return covered


def _parts(signature: Any) -> _Parts:
    references = signature.findall("ds:SignedInfo/ds:Reference", _NAMES)
    texts = signature.findall("ds:KeyInfo/ds:X509Data/ds:X509Certificate", _NAMES)
    certificates = tuple(decoded(one) for one in texts[:_MOST_CERTIFICATES])
    if not references:
        raise NotChecked(NAMES_NOTHING)
    # signxml overlooks what is no base64; nothing may lie there.
    for value in (signature.find("ds:SignatureValue", _NAMES), *signature.findall(_DIGESTS, _NAMES)):
        decoded(value)
    return _Parts(signature, tuple(references), certificates)


def _signer(root: Any, parts: _Parts, outside: Outside) -> Any:
    """The certificate whose key made the signature, over all references; and what verified it."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from lxml import etree
    from signxml.exceptions import InvalidDigest, SignXMLException

    text = etree.tostring(root if root.getparent() is not None else root.getroottree(), with_tail=False)
    number = [*root.iter(parts.element.tag)].index(parts.element)
    others = certificates_for(root, parts.element, parts.certificates)
    failed: list[Exception] = []
    for der in (*parts.certificates, *others):
        try:
            return _verified(der, text, number, len(parts.references), outside)
        except InvalidDigest:
            raise
        except (SignXMLException, UnsupportedAlgorithm, ValueError, TypeError, AttributeError) as error:
            failed.append(error)  # perhaps a key of another kind
    if not parts.certificates:
        raise NotChecked(NO_CERTIFICATE)
    raise max(failed, key=_weight)


def _weight(failed: Exception) -> int:
    """Where a key could not be used at all, it may be the one; else one that did not make it counts."""
    from signxml.exceptions import InvalidSignature, SignXMLException

    if not isinstance(failed, SignXMLException):
        return 2
    return 1 if isinstance(failed, InvalidSignature) else 0


def _verified(der: bytes, text: bytes, number: int, references: int, outside: Outside) -> Any:
    """As `_signer`, by this certificate."""
    from cryptography import x509
    from signxml.algorithms import DigestAlgorithm, SignatureMethod
    from signxml.verifier import SignatureConfiguration

    from signdesk.seals.xml_verifier import Verifier

    certificate = x509.load_der_x509_certificate(der)
    config = SignatureConfiguration(
        expect_references=references,
        signature_methods=frozenset(one for one in SignatureMethod if not one.name.startswith("HMAC")),
        digest_algorithms=frozenset(DigestAlgorithm),
        verification_time=certificate.not_valid_before_utc,  # dates are told apart, in the facts
    )
    verifier = Verifier(number, outside)
    with_key = x509.load_der_x509_certificate(readable_certificate(der))
    verifier.verify(text, x509_cert=with_key, expect_config=config, parser=parser_for(text))
    return certificate, verifier


def _covered(reference: Any, root: Any) -> Covered:
    uri = reference.get("URI")
    transforms = reference.findall("ds:Transforms/ds:Transform", _NAMES)
    is_enveloped = any(takes_out_its_signature(one) or takes_out_all_signatures(one) for one in transforms)
    element = None
    if uri.startswith("#") or not uri:
        element = named(root, uri)
        if any(one.get("Algorithm") == BASE64 for one in transforms):
            _hold_to_plain_text(element)
    is_list = element is not None and element.tag == MANIFEST
    return Covered(uri, is_enveloped, element, is_properties(reference.get("Type")), is_list)


def _hold_to_plain_text(element: Any) -> None:
    """What is decoded is all that such a reference covers: no names, no attributes of what holds it."""
    if element.tag != f"{{{DS}}}Object" and not _is_holder(element):
        raise NotChecked(_TEXT_ALONE)
    if len(element):
        raise NotChecked(_TEXT_ALONE)


def _is_holder(element: Any) -> bool:
    """Of a document in base64, as its own name and attributes say, and nothing else: `<CONTENT Id Encoding
    MimeType>`, which is usual in Spain and by its name tells no more than `Object`.
    """
    return (
        local_name(element) == "CONTENT"
        and element.get("Encoding") == BASE64
        and set(element.attrib) <= {"Id", "Encoding", "MimeType"}
    )


def _facts(certificate: Any, certificates: tuple[bytes, ...]) -> SealFacts:
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    der = certificate.public_bytes(Encoding.DER)
    others = tuple(one for one in certificates if one != der)
    return replace(cms.facts_of(x509.Certificate.load(der), SealKind.XML, None), chain=(der, *others))


def _weak_digest(signature: Any) -> str:
    """Of the signature and of all that it refers to; nothing weaker is let through."""
    paths = (
        *("ds:SignedInfo/ds:SignatureMethod", "ds:SignedInfo/ds:Reference/ds:DigestMethod"),
        "ds:Object/ds:Manifest/ds:Reference/ds:DigestMethod",
    )
    methods = [one.get("Algorithm", "") for path in paths for one in signature.iterfind(path, _NAMES)]
    return "SHA-1" if any(one.endswith(("#sha1", "-sha1")) for one in methods) else ""


def _with_properties(facts: SealFacts, parts: _Parts, covered: tuple[Covered, ...]) -> SealFacts:
    """XAdES covers its certificate; a plain signature leaves it to its issuer."""
    for reference, one in zip(parts.references, covered, strict=True):
        if reference.get("Type") == PROPERTIES and one.element is not None:
            return with_properties(facts, parts.element, one.element)
    hold_to_issuer(facts.chain[0], facts.chain[1:], cms.BROKEN, ODD_CERTIFICATE)
    return facts


@contextmanager
def _flaws() -> Iterator[None]:
    """As for a CMS: what cannot be read is no verdict."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from lxml import etree
    from signxml.exceptions import InvalidDigest, InvalidSignature, SignXMLException

    try:
        yield
    except (InvalidDigest, InvalidSignature) as error:
        raise NotIntact(cms.BROKEN) from error
    except etree.DocumentInvalid as error:
        raise NotChecked(_NOT_BY_SCHEMA) from error
    except (UnsupportedAlgorithm, NotImplementedError) as error:
        raise NotChecked(ALGORITHM) from error
    except (
        *(SignXMLException, ValueError, TypeError),
        *(KeyError, IndexError, AttributeError, OverflowError),
    ) as error:
        raise NotChecked(cms.OUT_OF_SHAPE) from error
