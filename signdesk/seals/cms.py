"""One CMS signature: intact over a digest or not, and by whom. Used for PDFs and for `.p7s` files.

pyHanko checks the signature itself. What no signature covers (version, the list of digest algorithms, the
signer's name beside the certificate) is held to its one legal value here, so that nothing can be changed in a
seal unnoticed. Issuers' certificates and unsigned attributes that may lie beside it are not judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.words import say
from signdesk.seals.certificates import hold_to_issuer
from signdesk.seals.look import NotChecked, NotIntact, plain_text
from signdesk.seals.revocation import in_signature, with_revocation

MOST_CERTIFICATES = 50
BROKEN = say("The seal is not intact.")
NOT_OVER_THIS = say("The file carries a seal, but not over this document: its bytes are not the ones sent.")
UNUSUAL = say("The seal has an unusual form that SignDesk cannot check.")
_NO_CERTIFICATE = say("The seal could not be checked, because it lacks its certificate.")
_SEVERAL = say("The seal could not be checked, because several signed in one.")
_DIGESTS = frozenset(
    ["sha1", *(f"{family}{bits}" for family in ("sha", "sha3_") for bits in (224, 256, 384, 512))]
)  # hashlib's names
_CADES_MARKS = {"signing_certificate", "signing_certificate_v2"}  # RFC 5035; EN 319 122-1, 5.2.2
_NAME_PARTS = ("common_name", "organization_name", "organizational_unit_name")


def signed_data(der: bytes, *, padded: bool) -> Any:
    """The asn1crypto SignedData in `der`. `padded`: zeros may follow, as in a PDF's reserved room.

    Raises NotIntact where it is none.
    """
    from asn1crypto import cms, parser

    with _flaws():
        _class, _method, _tag, header, content, trailer = parser.parse(der)
        rest = der[len(header) + len(content) + len(trailer) :]
        # Two elements, a type and a value: zeros that follow must not be drawn into the structure either.
        if rest.strip(b"\0") or (rest and not padded) or len(elements(content)) != 2:
            raise NotIntact(BROKEN)
        message = cms.ContentInfo.load(der)
        if message["content_type"].native != "signed_data":
            raise NotIntact(BROKEN)
        return message["content"]


def check(signed: Any, digest_of: Callable[[str], bytes]) -> SealFacts:
    """The facts of an intact signature over what `digest_of(algorithm)` digests: CADES, CMS or TIMESTAMP.

    A time stamp over the signature must be intact, too. Raises NotIntact, and NotChecked for algorithms and
    forms that are not known here.
    """
    from pyhanko.sign.general import extract_signer_info
    from pyhanko.sign.validation import generic_cms

    with _flaws():
        if len(signed["signer_infos"]) > 1:
            raise NotChecked(_SEVERAL)
        signer_info = extract_signer_info(signed)
        certificates = _certificates(signed)
        certificate = certificates.signer_cert
        _hold_to_form(signed, signer_info, certificate)
        algorithm = signer_info["digest_algorithm"]["algorithm"].native
        content_type = signed["encap_content_info"]["content_type"].native
        if content_type == "tst_info":
            digest, signed_at = _timestamp(signed, algorithm, digest_of), _stamped_at(signed)
        elif content_type == "data":
            digest = _digest(signed, algorithm, digest_of)
            signed_at = generic_cms.extract_self_reported_ts(signer_info)
        else:
            raise NotChecked(UNUSUAL)
        whole, valid = generic_cms.validate_sig_integrity(signer_info, certificate, content_type, digest)
        if not (whole and valid):
            raise NotIntact(BROKEN)
        facts = facts_of(certificate, _kind(content_type, signer_info), _aware(signed_at))
        chain = (certificate.dump(), *(one.dump() for one in certificates.other_certs[:MOST_CERTIFICATES]))
        if facts.kind is SealKind.CMS:
            hold_to_issuer(chain[0], chain[1:], BROKEN, UNUSUAL)
        facts = with_revocation(
            replace(facts, chain=chain), certificate, lambda: in_signature(signed, signer_info)
        )
        return _stamped(facts, signer_info)


def _certificates(signed: Any) -> Any:
    from asn1crypto import core
    from pyhanko.sign.general import CMSExtractionError
    from pyhanko.sign.validation import generic_cms

    if isinstance(signed["certificates"], core.Void):
        raise NotChecked(_NO_CERTIFICATE)
    try:
        return generic_cms.extract_certs_for_validation(signed)
    except CMSExtractionError as error:
        raise NotChecked(_NO_CERTIFICATE) from error


def _kind(content_type: str, signer_info: Any) -> SealKind:
    if content_type == "tst_info":
        return SealKind.TIMESTAMP
    names = {one["type"].native for one in signer_info["signed_attrs"]}
    return SealKind.CADES if names & _CADES_MARKS else SealKind.CMS


def facts_of(certificate: Any, kind: SealKind, signed_at: datetime | None) -> SealFacts:
    return SealFacts(
        kind=kind,
        signer=name_of(certificate.subject),
        signed_at=signed_at,
        issuer=name_of(certificate.issuer),
        serial=f"{certificate.serial_number:x}",
        valid_from=_aware(certificate.not_valid_before),
        valid_until=_aware(certificate.not_valid_after),
        certificate_sha256=hashlib.sha256(certificate.dump()).hexdigest(),
        level="B-B" if kind is SealKind.CADES else "",
    )


def _stamped(facts: SealFacts, signer_info: Any) -> SealFacts:
    """With what the time stamps over the signature say (RFC 3161, appendix A). Raises as `check` does."""
    signature = signer_info["signature"].native
    for attribute in signer_info["unsigned_attrs"]:
        if attribute["type"].native != "signature_time_stamp_token":
            continue
        for token in attribute["values"]:
            stamp = check(token["content"], lambda name: hashlib.new(digest_name(name), signature).digest())
            if stamp.kind is not SealKind.TIMESTAMP:
                raise NotIntact(BROKEN)
            level = "B-T" if facts.kind is SealKind.CADES else ""
            facts = replace(facts, stamped_at=stamp.signed_at, stamped_by=stamp.signer, level=level)
    return facts


def content_in(signed: Any) -> bytes | None:
    """The plain content that the signature holds; None where it holds none. Raises NotIntact."""
    with _flaws():
        info = signed["encap_content_info"]
        if info["content_type"].native != "data" or info["content"].native is None:
            return None
        return bytes(info["content"])


def elements(text: bytes) -> list[tuple[bytes, bytes]]:
    """The first few ASN.1 elements that follow each other in `text`: whole, and what each holds.

    Raises NotIntact where there are none.
    """
    from asn1crypto import parser

    found: list[tuple[bytes, bytes]] = []
    with _flaws():
        while text and len(found) < 4:
            _class, _method, _tag, header, inner, trailer = parser.parse(text)
            length = len(header) + len(inner) + len(trailer)
            found.append((text[:length], inner))
            text = text[length:]
    return found


def _digest(signed: Any, algorithm: str, digest_of: Callable[[str], bytes]) -> bytes:
    """A content inside counts for nothing, but it must not be another than the document."""
    digest, content = digest_of(algorithm), content_in(signed)
    if content is not None and hashlib.new(digest_name(algorithm), content).digest() != digest:
        raise NotIntact(BROKEN)
    return digest


def digest_name(algorithm: str) -> str:
    """hashlib's name. Raises NotChecked for algorithms that it lacks, and for those of RFC 6151 and before,
    to which other content can be made. SHA-1 still counts: it was held against what was sent.
    """
    name = algorithm.lower().replace("-", "_")
    if name in ("md2", "md4", "md5"):
        raise NotChecked(say("The seal rests on {name}, which is not safe any more.", name=algorithm.upper()))
    if name not in _DIGESTS:
        raise NotChecked(UNUSUAL)
    return name


def _timestamp(signed: Any, algorithm: str, digest_of: Callable[[str], bytes]) -> bytes:
    """The digest of a timestamp's own content, after comparing what it stamps with the document."""
    content = signed["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]
    if imprint["hashed_message"].native != digest_of(imprint["hash_algorithm"]["algorithm"].native):
        raise NotIntact(BROKEN)
    return hashlib.new(digest_name(algorithm), bytes(content)).digest()


def _stamped_at(signed: Any) -> datetime | None:
    when: datetime | None = signed["encap_content_info"]["content"].parsed["gen_time"].native
    return when


def _hold_to_form(signed: Any, signer_info: Any, certificate: Any) -> None:
    """RFC 5652, sections 5.1 and 5.3. Raises NotChecked for anything else."""
    by_name = signer_info["sid"].name == "issuer_and_serial_number"
    plain = by_name and signed["encap_content_info"]["content_type"].native == "data"
    algorithms = [*signed["digest_algorithms"], signer_info["digest_algorithm"]]
    if not signer_info["signature_algorithm"]["algorithm"].native.endswith("_pss"):
        algorithms.append(signer_info["signature_algorithm"])
    is_as_it_should_be = (
        signer_info["version"].native == ("v1" if by_name else "v3")
        and signed["version"].native == ("v1" if plain else "v3")
        and {one["algorithm"].native for one in signed["digest_algorithms"]}
        == {signer_info["digest_algorithm"]["algorithm"].native}
        and all(one["parameters"].native is None for one in algorithms)
        and (not by_name or signer_info["sid"].chosen["issuer"].dump() == certificate.issuer.dump())
    )
    if not is_as_it_should_be:
        raise NotChecked(UNUSUAL)


def name_of(of: Any) -> str:
    """What a certificate calls its subject or issuer."""
    subject = of.native
    for part in _NAME_PARTS:
        value = subject.get(part)
        text = plain_text(", ".join(map(str, value)) if isinstance(value, list) else value or "")
        if text:
            return text
    return ""


def _aware(moment: datetime | None) -> datetime | None:
    """None also for the year 0, for which asn1crypto has a type of its own."""
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@contextmanager
def _flaws() -> Iterator[None]:
    """A signature out of shape is broken; one with algorithms that are not known here is not checked."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        yield
    except (NotImplementedError, UnsupportedAlgorithm) as error:
        raise NotChecked(UNUSUAL) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise NotIntact(BROKEN) from error
