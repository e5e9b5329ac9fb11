"""What a seal brings along about the revocation of its own certificate: shown as found, never fetched.

The lists and answers themselves are not checked for their own signatures; a receipt says what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from signdesk.domain.seal_facts import Revocation, SealFacts
from signdesk.seals.seal_check_result import hold_to_document

MOST_VALUES = 50


@dataclass(slots=True)
class Values:
    """Parsed revocation lists (RFC 5280) and basic OCSP answers (RFC 6960), as asn1crypto values."""

    lists: list[Any] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)


def with_revocation(facts: SealFacts, certificate: Any, collect: Callable[[], Values]) -> SealFacts:
    """Where anything inside says that the certificate is revoked, that; else "good" where anything does.

    What is out of shape says nothing, and breaks no seal. Raises as `as_result`.
    """
    try:
        values = collect()
        said = {*_of_lists(certificate, values.lists), *_of_answers(certificate, values.answers)}
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return facts  # broad as `as_result`: asn1crypto raises nearly anything on hostile input
    for one in (Revocation.REVOKED, Revocation.GOOD):
        if one in said | {facts.revocation}:
            return replace(facts, revocation=one)
    return facts


def with_values(facts: SealFacts, collect: Callable[[], Values]) -> SealFacts:
    """As `with_revocation`, of the sealer's certificate and of the time stamp's. The facts have their chains.

    Raises as `as_result`, and as asn1crypto.
    """
    from asn1crypto import x509

    if facts.stamp is not None:
        facts = replace(facts, stamp=with_values(facts.stamp, collect))
    return with_revocation(facts, x509.Certificate.load(facts.chain[0]), collect)


def in_signature(signed: Any, signer_info: Any) -> Values:
    """In the CMS itself: beside the certificates, or adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3)."""
    from asn1crypto import ocsp

    values = Values()
    for one in signed["crls"] if signed["crls"].native is not None else ():
        if one.name == "crl":
            values.lists.append(one.chosen)
        else:
            _take_answer(values, one.chosen["other_rev_info"].parse(ocsp.OCSPResponse))
    for attribute in signer_info["signed_attrs"]:
        if attribute["type"].native == "adobe_revocation_info_archival":
            archive = attribute["values"][0]
            values.lists += list(archive["crl"]) if archive["crl"].native is not None else []
            for one in archive["ocsp"] if archive["ocsp"].native is not None else ():
                _take_answer(values, one)
    return values


def from_store(lists: Iterable[bytes], answers: Iterable[bytes]) -> Values:
    """In DER, out of a PDF's document security store (EN 319 142-1, 5.4.2.2)."""
    from asn1crypto import crl, ocsp

    values = Values([crl.CertificateList.load(one) for one in lists])
    for one in answers:
        _take_answer(values, ocsp.OCSPResponse.load(one))
    return values


def _take_answer(values: Values, response: Any) -> None:
    if response["response_status"].native == "successful":
        values.answers.append(response["response_bytes"]["response"].parsed)


def _of_lists(certificate: Any, lists: Iterable[Any]) -> Iterator[Revocation]:
    for one in list(lists)[:MOST_VALUES]:
        if one.issuer == certificate.issuer:
            revoked = one["tbs_cert_list"]["revoked_certificates"]
            serials = {each["user_certificate"].native for each in revoked} if len(revoked) else set()
            yield Revocation.REVOKED if certificate.serial_number in serials else Revocation.GOOD


def _of_answers(certificate: Any, answers: Iterable[Any]) -> Iterator[Revocation]:
    for answer in list(answers)[:MOST_VALUES]:
        for one in answer["tbs_response_data"]["responses"]:
            about = one["cert_id"]
            hashed = getattr(certificate.issuer, about["hash_algorithm"]["algorithm"].native, None)
            if about["serial_number"].native != certificate.serial_number or hashed is None:
                continue
            if about["issuer_name_hash"].native == hashed and one["cert_status"].name in ("good", "revoked"):
                yield Revocation(one["cert_status"].name)
