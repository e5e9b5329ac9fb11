"""A certificate that nothing signed covers is at least to be the one that its issuer made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from signdesk.seals.at_hand import certificates
from signdesk.seals.rsa_keys import readable_certificate
from signdesk.seals.seal_check_result import NotChecked, NotIntact
from signdesk.seals.xades import decoded
from signdesk.seals.xml_form import DS


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


_MOST = 10  # each is tried with the whole file
_MOST_LOOKED_AT = 200
_SERIALS = f"{{{DS}}}KeyInfo/{{{DS}}}X509Data/{{{DS}}}X509IssuerSerial/{{{DS}}}X509SerialNumber"
_INSIDE = (f"{{{DS}}}X509Certificate", "{http://uri.etsi.org/01903/v1.3.2#}EncapsulatedX509Certificate")


def certificates_for(root: Any, signature: Any, own: Collection[bytes]) -> list[bytes]:
    """In DER, those elsewhere in the file and `at_hand` that may be its signer's, where none of its `own` is
    the one that it names. Any that is too many is left out. Raises as `as_result`.
    """
    wanted = {"".join((one.text or "").split()) for one in signature.iterfind(_SERIALS)}
    if own and (not wanted or wanted & set(map(_serial, own))):
        return []
    found = dict.fromkeys(chain(certificates_inside(root), certificates()))
    fitting = (one for one in found if one not in own and (not wanted or _serial(one) in wanted))
    return list(islice(fitting, _MOST))


def certificates_inside(root: Any) -> Iterator[bytes]:
    """In DER, of all signatures in the file, and what XAdES keeps for later."""
    for one in islice(root.iter(*_INSIDE), _MOST_LOOKED_AT):
        with suppress(ValueError):
            yield decoded(one)


def _serial(der: bytes) -> str:
    """In decimal, as XML has it; "" of what cannot be read."""
    from asn1crypto import x509

    try:
        return str(x509.Certificate.load(der).serial_number)
    except (ValueError, TypeError):
        return ""
