"""What no signature of a CMS covers: its versions, lists and names, held to what RFC 5652 wants of them, so
that nothing can be changed in a seal unnoticed. And who signed, by what the signature says of it.
"""

from __future__ import annotations

from typing import Any

from signdesk.domain.words import say
from signdesk.seals.look import NotChecked

ALGORITHM = say("The seal could not be checked, because it uses an algorithm that SignDesk does not know.")
UNUSUAL = say("The seal has an unusual form that SignDesk cannot check.")
NO_CERTIFICATE = say("The seal could not be checked, because it lacks its certificate.")


def signer_of(signed: Any, signer_info: Any) -> tuple[Any, list[Any]]:
    """The signer's, by what the signature says of it (RFC 5652, 5.3), and the others."""
    from asn1crypto import core

    inside = signed["certificates"]
    every = (
        [] if isinstance(inside, core.Void) else [one.chosen for one in inside if one.name == "certificate"]
    )
    own = next((one for one in every if _is_signer(one, signer_info["sid"])), None)
    if own is None:
        raise NotChecked(NO_CERTIFICATE)
    return own, [one for one in every if one is not own]


def _is_signer(certificate: Any, sid: Any) -> bool:
    if sid.name != "issuer_and_serial_number":
        return bool(certificate.key_identifier == sid.chosen.native)
    named = sid.chosen
    return bool(
        certificate.serial_number == named["serial_number"].native and certificate.issuer == named["issuer"]
    )


def hold_to_form(signed: Any, signer_info: Any, certificate: Any) -> None:
    """RFC 5652, sections 5.1 and 5.3. Raises NotChecked for anything else."""
    by_name = signer_info["sid"].name == "issuer_and_serial_number"
    algorithms = [*signed["digest_algorithms"], signer_info["digest_algorithm"]]
    if not signer_info["signature_algorithm"]["algorithm"].native.endswith("_pss"):
        algorithms.append(signer_info["signature_algorithm"])
    is_as_it_should_be = (
        signer_info["version"].native == ("v1" if by_name else "v3")
        and signed["version"].native in _versions(signed)
        and {one["algorithm"].native for one in signed["digest_algorithms"]}
        == {one["digest_algorithm"]["algorithm"].native for one in signed["signer_infos"]}
        and all(one["parameters"].native is None for one in algorithms)
        and (not by_name or signer_info["sid"].chosen["issuer"].dump() == certificate.issuer.dump())
    )
    if not is_as_it_should_be:
        raise NotChecked(UNUSUAL)


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
