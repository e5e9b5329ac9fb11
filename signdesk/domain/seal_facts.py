"""What a look at a seal read out of it: who, when, by which certificate. Facts for receipts, not a judgement.

Whether the seal is intact is the outcome of its document. Texts come out of certificates, in which anyone may
write anything: they are plain text, one line, bounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum


class SealKind(StrEnum):
    """The form of a seal, in the field's own names."""

    PADES = "PAdES"  # in a PDF, ETSI EN 319 142
    PDF = "PDF"  # in a PDF, ISO 32000-1 alone
    CADES = "CAdES"  # ETSI EN 319 122
    CMS = "CMS"  # RFC 5652 alone
    XADES = "XAdES"  # ETSI EN 319 132
    XML = "XML"  # XML-Signature alone
    TIMESTAMP = "timestamp"  # RFC 3161: vouches for a time, not for the content


@dataclass(frozen=True, slots=True)
class SealFacts:
    """One seal. Times are aware.

    `signed_at` is the sealer's own claim; `stamped_at` is what the time-stamp authority `stamped_by` says,
    in an intact time stamp over the seal. `issuer`, `serial` (lower-case hex), `valid_from`, `valid_until`
    and `certificate_sha256` (lower-case hex, over its DER) are of the sealer's certificate; nothing was held
    against anyone who is trusted. `level` is the baseline level of a PAdES, CAdES or XAdES seal by what is
    there ("B-B", "B-T", "B-LT", "B-LTA"). `container` is the kind of container around it ("ASiC-E").
    """

    kind: SealKind
    signer: str = ""
    signed_at: datetime | None = None
    issuer: str = ""
    serial: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    certificate_sha256: str = ""
    stamped_at: datetime | None = None
    stamped_by: str = ""
    level: str = ""
    container: str = ""


_TIMES = frozenset(["signed_at", "valid_from", "valid_until", "stamped_at"])


def noted_facts(facts: SealFacts) -> dict[str, str]:
    """For files of ours: what is known, times in UTC. `facts_from` reads it back."""
    noted = {"kind": facts.kind.value}
    for field in fields(facts)[1:]:
        value = getattr(facts, field.name)
        if isinstance(value, datetime):
            noted[field.name] = value.astimezone(UTC).isoformat()
        elif value:
            noted[field.name] = value
    return noted


def facts_from(noted: Mapping[str, object]) -> SealFacts:
    """What `noted_facts` wrote; what a later version added is left out. Raises ValueError."""
    known: dict[str, object] = {}
    for field in fields(SealFacts)[1:]:
        value = noted.get(field.name)
        if value is not None:
            text = _text(value)
            known[field.name] = _moment(text) if field.name in _TIMES else text
    return SealFacts(SealKind(_text(noted.get("kind"))), **known)  # type: ignore[arg-type]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")  # noqa: TRY004 - one error for all that cannot be read
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return moment.astimezone(UTC)
