"""What a certificate calls its subject or issuer, so that a person knows whom it means. Proves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from signdesk.seals.seal_check_result import plain_text

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
