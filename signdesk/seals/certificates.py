"""Certificates: what one calls its subject or issuer, so that a person knows whom it means (this proves
nothing); that one which nothing signed covers is at least the one that its issuer made; and RSA keys whose
modulus was written as a negative number: its first byte, 0, is missing (X.690, 8.3).

Such cards were given out in Estonia in 2014 and 2015. OpenSSL and others read a modulus as it is meant,
without a sign; `cryptography` refuses it. It is read like that here only where nothing else is wrong with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from signdesk.seals.at_hand import certificates
from signdesk.seals.seal_check_result import NotChecked, NotIntact, plain_text
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


_PARTS = ("common_name", "organization_name", "organizational_unit_name", "organization_identifier")
_ORGANISATION = ("organization_name", "organization_identifier")
_PERSON = ("given_name", "surname")


def name_of(of: Any) -> str:
    """`of`: an asn1crypto Name. "EC seal (European Commission)": the common name, with the organisation
    where it is not in it; of a natural person (EN 319 412-2, 4.2.4) the name where that is a number.
    """
    subject = of.native
    name = _first(subject, _PARTS)
    persons = " ".join(text for text in (_text(subject, one) for one in _PERSON) if text)
    if persons or _text(subject, "pseudonym"):
        more = "" if any(one.isalpha() for one in name) else persons
    else:
        more = _first(subject, _ORGANISATION)
    if not more or _letters(more) in _letters(name):
        return name
    return plain_text(f"{name} ({more})") if name else more


def _first(subject: Mapping[str, object], parts: tuple[str, ...]) -> str:
    return next((text for text in (_text(subject, one) for one in parts) if text), "")


def _text(subject: Mapping[str, object], part: str) -> str:
    value = subject.get(part)
    return plain_text(", ".join(map(str, value)) if isinstance(value, list) else value or "")


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


_SIZES_BYTES = frozenset([128, 256, 384, 512])  # of RSA keys of 1024 to 4096 bits
_SIGN = 0x80  # the first bit


def readable_key(key_info: Any) -> Any:
    """asn1crypto's PublicKeyInfo as it was meant; the same one where it has not just that defect."""
    modulus = _unsigned_modulus(key_info)
    if modulus is None:
        return key_info
    from asn1crypto import core, keys

    exponent = key_info["public_key"].parsed["public_exponent"].native
    key = keys.RSAPublicKey({"modulus": core.Integer(modulus), "public_exponent": exponent})
    return keys.PublicKeyInfo(
        {"algorithm": key_info["algorithm"].copy(), "public_key": core.ParsableOctetBitString(key.dump())}
    )


def readable_certificate(der: bytes) -> bytes:
    """A certificate's DER with its key as it was meant: for its key alone, its issuer did not sign it. The
    same where it has not just that defect. Raises ValueError, TypeError.
    """
    from asn1crypto import x509

    certificate = x509.Certificate.load(der)
    key_info = certificate["tbs_certificate"]["subject_public_key_info"]
    if _unsigned_modulus(key_info) is None:
        return der
    certificate["tbs_certificate"]["subject_public_key_info"] = x509.PublicKeyInfo.load(
        readable_key(key_info).dump()
    )
    return bytes(certificate.dump(force=True))


def _unsigned_modulus(key_info: Any) -> int | None:
    """None where the key has not just that defect. Raises ValueError, TypeError for what is no key."""
    if key_info["algorithm"]["algorithm"].native not in ("rsa", "rsassa_pss"):
        return None
    key = key_info["public_key"].parsed
    digits, exponent = bytes(key["modulus"].contents), key["public_exponent"].native
    if len(digits) not in _SIZES_BYTES or not digits[0] & _SIGN or exponent < 1:
        return None
    if bytes(key_info["public_key"])[-len(key.dump()) :] != key.dump():
        return None
    return int.from_bytes(digits)
