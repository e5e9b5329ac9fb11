"""RSA keys whose modulus was written as a negative number: its first byte, 0, is missing (X.690, 8.3).

Such cards were given out in Estonia in 2014 and 2015. OpenSSL and others read a modulus as it is meant,
without a sign; `cryptography` refuses it. It is read like that here only where nothing else is wrong with it.
"""

from __future__ import annotations

from typing import Any

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
