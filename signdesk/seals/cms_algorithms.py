"""Signature algorithms that pyHanko does not know by their numbers: RSA and ECDSA with SHA-3 (NIST, CSOR:
2.16.840.1.101.3.4.3.9 to .16; RFC 9688).
"""

from __future__ import annotations

from typing import Any

from pyhanko_certvalidator.sig_validate import DefaultSignatureValidator, SignatureValidationContext

from signdesk.seals.certificates import readable_key
from signdesk.seals.cms_form import ALGORITHM
from signdesk.seals.seal_check_result import NotChecked

_DIGESTS = ("SHA3_224", "SHA3_256", "SHA3_384", "SHA3_512")
_SHA3 = {
    f"2.16.840.1.101.3.4.3.{first + more}": (kind, digest)
    for kind, first in (("ec", 9), ("rsa", 13))
    for more, digest in enumerate(_DIGESTS)
}


class SignatureValidator(DefaultSignatureValidator):
    """Raises cryptography's InvalidSignature, and NotChecked for what is not known here either."""

    def validate_signature(
        self,
        signature: bytes,
        signed_data: bytes,
        public_key_info: Any,
        signature_algorithm: Any,
        context: SignatureValidationContext | None = None,
    ) -> None:
        public_key_info = readable_key(public_key_info)
        number = signature_algorithm["algorithm"].dotted
        kind, digest = _SHA3.get(number, ("", ""))
        if kind:
            _validate(kind, digest, signature, signed_data, public_key_info)
            return
        try:
            signature_algorithm.signature_algo  # noqa: B018 - asks asn1crypto whether it knows it
        except ValueError as error:
            raise NotChecked(ALGORITHM) from error
        more = {} if context is None else {"context": context}
        super().validate_signature(signature, signed_data, public_key_info, signature_algorithm, **more)


def _validate(kind: str, digest: str, signature: bytes, signed_data: bytes, public_key_info: Any) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    key = load_der_public_key(public_key_info.dump())
    algorithm = getattr(hashes, digest)()
    if kind == "rsa" and isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, signed_data, padding.PKCS1v15(), algorithm)
    elif kind == "ec" and isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, signed_data, ec.ECDSA(algorithm))
    else:
        raise NotChecked(ALGORITHM)


def contradicts_itself(signer_info: Any, certificate: Any) -> bool:
    """Whether an RSA signature that does not hold by the method that it names does by the digest that it
    names for the document. No signature covers the former, and programs differ in what they go by.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding, rsa
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    key = load_der_public_key(readable_key(certificate.public_key).dump())
    kind = getattr(hashes, signer_info["digest_algorithm"]["algorithm"].native.upper(), None)
    if not isinstance(key, rsa.RSAPublicKey) or kind is None or not len(signer_info["signed_attrs"]):
        return False
    attributes = signer_info["signed_attrs"].untag().dump()
    try:
        key.verify(signer_info["signature"].native, attributes, padding.PKCS1v15(), kind())
    except InvalidSignature:
        return False
    return True
