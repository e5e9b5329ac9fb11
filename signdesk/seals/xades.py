"""What XAdES adds to an intact XML signature (ETSI EN 319 132-1): its signed properties, which name the
certificate, and time stamps and revocation data that were put beside them later.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from signdesk.domain.messages import msg
from signdesk.domain.moments import utc_time
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.revocation import MOST_VALUES, Values, from_store, with_values
from signdesk.seals.seal_check_result import NotChecked, NotIntact
from signdesk.seals.xml_form import CANONICAL_METHODS, DEFAULT_METHOD, DS, canonical

PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
_V1 = "http://uri.etsi.org/01903/v1.3.2#"
_NAMES = {"ds": DS, "xades": _V1, "later": "http://uri.etsi.org/01903/v1.4.1#"}
_UNSIGNED = "ds:Object/xades:QualifyingProperties/xades:UnsignedProperties/xades:UnsignedSignatureProperties/"
_ANOTHERS = msg("The seal could not be checked, because its properties are those of another signature.")
_VERSION = msg(
    "The seal could not be checked, because its properties are of a version that SignDesk cannot read."
)
_WRONG_CERTIFICATE = msg("The seal is not intact: it names another certificate than the one that made it.")


def is_properties(kind: str | None) -> bool:
    """Whether a reference of this type is to them, in whatever version of XAdES."""
    return (kind or "").startswith("http://uri.etsi.org/01903") and str(kind).endswith("#SignedProperties")


def with_properties(facts: SealFacts, signature: Any, properties: Any) -> SealFacts:
    """`properties`: the SignedProperties element that the signature covers. Raises NotIntact, NotChecked."""
    around = properties.getparent()
    if signature not in properties.iterancestors() or around.get("Target") != f"#{signature.get('Id')}":
        raise NotChecked(_ANOTHERS)
    signed = properties.find("xades:SignedSignatureProperties", _NAMES)
    if signed is None:
        raise NotChecked(_VERSION)
    if not _names_certificate(signed, facts.chain[0]):
        raise NotIntact(_WRONG_CERTIFICATE)
    signed_at = _moment(signed.findtext("xades:SigningTime", None, _NAMES))
    facts = replace(facts, kind=SealKind.XADES, level="B-B", signed_at=signed_at)
    return _with_values(_stamped(facts, signature), signature)


def _names_certificate(properties: Any, der: bytes) -> bool:
    first = "/xades:Cert[1]/xades:CertDigest"
    for name in ("xades:SigningCertificateV2", "xades:SigningCertificate"):
        digest = properties.find(name + first, _NAMES)
        if digest is not None:
            algorithm = digest.find("ds:DigestMethod", _NAMES).get("Algorithm")
            return hashlib.new(_digest_name(algorithm), der).digest() == decoded(
                digest.find("ds:DigestValue", _NAMES)
            )
    return False


def _digest_name(uri: str) -> str:
    return cms.digest_name(uri.rsplit("#", 1)[-1])


def _stamped(facts: SealFacts, signature: Any) -> SealFacts:
    """With the time stamps over the signature's value (5.3). Raises as `cms.check`, and as for a CMS: one
    that is not intact is no good sign.
    """
    for stamp in signature.iterfind(f"{_UNSIGNED}xades:SignatureTimeStamp", _NAMES):
        method = stamp.find("ds:CanonicalizationMethod", _NAMES)
        algorithm = DEFAULT_METHOD if method is None else method.get("Algorithm", "")
        if algorithm not in CANONICAL_METHODS:
            raise NotChecked(cms.STAMP_NOT_CHECKED)
        value = canonical(signature.find("ds:SignatureValue", _NAMES), algorithm)
        for token in stamp.iterfind("xades:EncapsulatedTimeStamp", _NAMES):
            facts = cms.stamped(
                facts, cms.signed_data(decoded(token), padded=False), cms.digest_of_bytes(value)
            )
    return facts


def _with_values(facts: SealFacts, signature: Any) -> SealFacts:
    """With revocation data (5.4), and the level that is reached by what is there (6.3)."""
    values = f"{_UNSIGNED}xades:RevocationValues/"
    lists = [*_values(signature, f"{values}xades:CRLValues/xades:EncapsulatedCRLValue")]
    answers = [*_values(signature, f"{values}xades:OCSPValues/xades:EncapsulatedOCSPValue")]
    facts = with_values(facts, lambda: _loaded(lists, answers))
    level = facts.level
    if level == "B-T" and (lists or answers):
        archived = signature.find(f"{_UNSIGNED}later:ArchiveTimeStamp", _NAMES) is not None
        level = "B-LTA" if archived else "B-LT"
    return replace(facts, level=level)


def _values(signature: Any, path: str) -> Iterator[Any]:
    for number, one in enumerate(signature.iterfind(path, _NAMES)):
        if number < MOST_VALUES:
            yield one


def _loaded(lists: Sequence[Any], answers: Sequence[Any]) -> Values:
    return from_store([decoded(one) for one in lists], [decoded(one) for one in answers])


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return utc_time(moment) if moment.tzinfo else None


def decoded(element: Any) -> bytes:
    """The bytes that an element holds in base64. Raises ValueError; AttributeError where it is not there."""
    return base64.b64decode("".join((element.text or "").split()), validate=True)
