"""A certificate that nothing signed covers is at least to be the one that its issuer made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from signdesk.seals.rsa_keys import readable_certificate
from signdesk.seals.seal_check_result import NotChecked, NotIntact


def hold_to_issuer(der: bytes, others: Iterable[bytes], broken: str, unusual: str) -> None:
    """Raises NotIntact(`broken`) where a certificate's issuer is at hand (it is its own, or lies beside it)
    and did not make it: then what it says of its holder was changed. Where the issuer is not there, nobody
    can tell; nor has its name any weight then (`issuers`). NotChecked(`unusual`) where it is odd itself.
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    if not _names_one_algorithm(der):
        raise NotChecked(unusual)
    try:
        certificate = x509.load_der_x509_certificate(der)
        issuers = [one for one in (certificate, *_loaded(others)) if _is_issuer(one, certificate)]
    except ValueError as error:
        raise NotChecked(unusual) from error
    for issuer in issuers:
        try:
            certificate.verify_directly_issued_by(_with_key(issuer))
        except InvalidSignature:
            continue
        except (UnsupportedAlgorithm, TypeError, ValueError):
            return  # it cannot be told
        return
    if issuers:
        raise NotIntact(broken)


def _with_key(issuer: Any) -> Any:
    """The same, with a key that can be read. Raises ValueError, TypeError."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.load_der_x509_certificate(readable_certificate(issuer.public_bytes(Encoding.DER)))


def _names_one_algorithm(der: bytes) -> bool:
    """Inside and outside of what its issuer signed (RFC 5280, 4.1.1.2). Libraries do not check it then."""
    from asn1crypto import x509

    try:
        one = x509.Certificate.load(der)
        return bool(one["tbs_certificate"]["signature"].dump() == one["signature_algorithm"].dump())
    except (ValueError, TypeError):
        return False


def _loaded(ders: Iterable[bytes]) -> Iterator[Any]:
    """Those that can be read: one that cannot is nobody's issuer here."""
    from cryptography import x509

    for der in ders:
        with suppress(ValueError):
            yield x509.load_der_x509_certificate(der)


def _is_issuer(one: Any, certificate: Any) -> bool:
    """By name, and by key where it is named: an issuer may have had several keys (RFC 5280, 4.2.1.1). One
    that names itself is its own, whatever key it names: no sealer's certificate changes its key.
    """
    from cryptography import x509

    if one is certificate or one.subject != certificate.issuer:
        return bool(one.subject == certificate.issuer)
    try:
        wanted = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
        own = one.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    except x509.ExtensionNotFound:
        return one is certificate
    return bool(wanted.key_identifier == own.digest)
