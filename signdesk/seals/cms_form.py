"""What no signature of a CMS covers: its versions, lists and names, held to what RFC 5652 wants of them, so
that nothing can be changed in a seal unnoticed. And who signed, by what the signature says of it.

A signature over signed attributes may be taken for one over a document: whoever takes the attributes out of a
seal and gives them out for the document has a seal that verifies (draft-ietf-lamps-cms-euf-cma-signeddata,
"Best Practices for CMS SignedData with Regards to Signed Attributes").
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.seals.at_hand import certificates
from signdesk.seals.seal_check_result import NotChecked

ALGORITHM = msg("The seal could not be checked, because it uses an algorithm that SignDesk does not know.")
ODD_CERTIFICATE = msg(
    "The seal could not be checked, because a certificate in it cannot be read here. Check it with the "
    "program that it was made with."
)
_VERSION = msg(
    "The seal could not be checked, because its version number does not fit what is in it. Check it with the "
    "program that it was made with."
)
_LISTED = msg(
    "The seal could not be checked, because it does not name the algorithm that it was made with where it "
    "should. Ask whoever sealed the file to seal it anew."
)
_PARAMETERS = msg(
    "The seal could not be checked, because it sets an algorithm that it uses in a way that SignDesk does "
    "not know. Check it with the program that it was made with."
)
_SPELLED = msg(
    "The seal could not be checked, because it spells the issuer of its certificate in another way than the "
    "certificate does. Check it with the program that it was made with."
)
_NONE = (b"", b"\x05\x00")  # left out, or NULL (RFC 5754, 2)
NO_CERTIFICATE = msg(
    "The seal could not be checked, because its certificate is not inside. If you have it in a file, add it "
    "under “Also trust these certificates” in the settings, or give it to “signdesk verify” as --ca-file."
)


def signer_of(signed: Any, signer_info: Any) -> tuple[Any, list[Any]]:
    """The signer's, by what the signature says of it (RFC 5652, 5.3), and the others inside. Where it is not
    inside, one that is `at_hand`. Raises NotChecked.
    """
    from asn1crypto import core

    inside = signed["certificates"]
    every = (
        [] if isinstance(inside, core.Void) else [one.chosen for one in inside if one.name == "certificate"]
    )
    own = next((one for one in chain(every, _at_hand()) if _is_signer(one, signer_info["sid"])), None)
    if own is None:
        raise NotChecked(NO_CERTIFICATE)
    return own, [one for one in every if one is not own]


def _at_hand() -> Iterator[Any]:
    """Read only when no other is left."""
    from asn1crypto import x509

    for der in certificates():
        with suppress(ValueError, TypeError):
            one = x509.Certificate.load(der)
            _ = (one.issuer.hashable, one.serial_number, one.key_identifier)
            yield one


def _is_signer(certificate: Any, sid: Any) -> bool:
    if sid.name != "issuer_and_serial_number":
        return bool(certificate.key_identifier == sid.chosen.native)
    named = sid.chosen
    return bool(
        certificate.serial_number == named["serial_number"].native and certificate.issuer == named["issuer"]
    )


_DIGEST_OF_CURVES = {"ed25519": "sha512", "ed448": "shake256"}  # RFC 8419, 3; other programs refuse others


def hold_to_form(signed: Any, signer_info: Any, certificate: Any) -> None:
    """RFC 5652, sections 5.1 and 5.3. Raises NotChecked for anything else, with what it is."""
    by_name = signer_info["sid"].name == "issuer_and_serial_number"
    algorithms = [*signed["digest_algorithms"], signer_info["digest_algorithm"]]
    if not signer_info["signature_algorithm"]["algorithm"].native.endswith("_pss"):
        algorithms.append(signer_info["signature_algorithm"])
    listed = {one["algorithm"].native for one in signed["digest_algorithms"]}
    used = {one["digest_algorithm"]["algorithm"].native for one in signed["signer_infos"]}
    versions = (signer_info["version"].native, signed["version"].native)
    if versions[0] != ("v1" if by_name else "v3") or versions[1] not in _versions(signed):
        raise NotChecked(_VERSION)
    if not used <= listed:  # more may stand there, of a signer who was taken out again, say
        raise NotChecked(_LISTED)
    if any(one["parameters"].dump() not in _NONE for one in algorithms):
        raise NotChecked(_PARAMETERS)
    wanted = _DIGEST_OF_CURVES.get(signer_info["signature_algorithm"]["algorithm"].native)
    if wanted and signer_info["digest_algorithm"]["algorithm"].native != wanted:
        raise NotChecked(ALGORITHM)
    if by_name and signer_info["sid"].chosen["issuer"].dump() != certificate.issuer.dump():
        raise NotChecked(_SPELLED)


def _versions(signed: Any) -> set[str]:
    """RFC 5652, 5.1; and without regard to attribute certificates and other formats, which came in later and
    which many writers do not count.
    """
    from asn1crypto import core

    kinds = {
        one.name
        for key in ("certificates", "crls")
        if not isinstance(signed[key], core.Void)
        for one in signed[key]
    }
    plain = signed["encap_content_info"]["content_type"].native == "data"
    named = all(one["version"].native == "v1" for one in signed["signer_infos"])
    found = {"v1" if plain and named else "v3"}
    if "other" in kinds:
        return found | {"v5"}
    return found | ({"v4"} if "v2_attr_cert" in kinds else {"v3"} if "v1_attr_cert" in kinds else set())


MOST_BYTES = 64 << 10  # of a signer's attributes
_SET = b"\x31"
_ATTRIBUTES = msg(
    "The seal could not be checked, because the document looks like the inside of another seal, over another "
    "document."
)


def hold_to_content(signed: Any, content: BinaryIO) -> None:
    """Raises NotChecked where a signer signed no attributes, and `content`, which is seekable, is such."""
    content.seek(0)
    head = content.read(MOST_BYTES)
    content.seek(0)
    signs_plainly = any(not len(one["signed_attrs"]) for one in signed["signer_infos"])
    if head.startswith(_SET) and signs_plainly and _are_attributes(head):
        raise NotChecked(_ATTRIBUTES)


def _are_attributes(text: bytes) -> bool:
    from asn1crypto import cms

    try:
        names = {one["type"].native for one in cms.CMSAttributes.load(text)}
    except (ValueError, TypeError):
        return False
    return "message_digest" in names
