"""Certificates for an XML signature that lacks its own (XML-Signature 1.1, 4.5.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from signdesk.seals.at_hand import certificates
from signdesk.seals.xades import decoded
from signdesk.seals.xml_form import DS

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
