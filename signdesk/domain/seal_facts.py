"""What a look at a seal read out of it: who, when, by which certificate. Facts for receipts, not a judgement.
And what a container holds: its documents, each with the seals that are intact over it.

Whether the seal is intact is the outcome of its document. Texts come out of certificates, in which anyone may
write anything: they are plain text, one line, bounded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from signdesk.domain.messages import Message, msg, plural, restored, series
from signdesk.domain.moments import iso_minute, utc_time


class SealKind(StrEnum):
    """The form of a seal, in the field's own names."""

    PADES = "PAdES"  # in a PDF, ETSI EN 319 142
    PDF = "PDF"  # in a PDF, ISO 32000-1 alone
    CADES = "CAdES"  # ETSI EN 319 122
    CMS = "CMS"  # RFC 5652 alone
    XADES = "XAdES"  # ETSI EN 319 132
    XML = "XML"  # XML-Signature alone
    TIMESTAMP = "timestamp"  # RFC 3161: vouches for a time, not for the content


class IssuerLevel(StrEnum):
    """A level of its own: an intact seal says nothing of its certificate's issuer."""

    NOT_CHECKED = ""
    KNOWN = "known"  # to the system's trust store or the connection's CA file; no claim beyond that
    UNKNOWN = "unknown"


class Revocation(StrEnum):
    """What data inside the seal says of its certificate; its own signature is not checked."""

    NOTHING = ""
    GOOD = "good"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class SealFacts:
    """One seal. Times are aware.

    `signed_at` is the sealer's own claim; `stamped_at` is what the time-stamp authority `stamped_by` says,
    in an intact time stamp over the seal. `issuer`, `serial` (lower-case hex), `valid_from`, `valid_until`
    and `certificate_sha256` (lower-case hex, over its DER) are of the sealer's certificate. `level` is the
    baseline level of a PAdES, CAdES or XAdES seal by what is there ("B-B", "B-T", "B-LT", "B-LTA").
    `also_by` names everybody else whose seal is intact over the same, `unchecked_by` those whose seal in it
    could not be checked, `unchecked_why` says why, in sentences. `not_here` names further documents that it
    is over and that were not at hand, `weak_digest` the digest where other content can be made to it
    ("SHA-1"). `container` is the kind of container around it ("ASiC-E", MAIL).
    `broke_earlier`: the document carried a signature that allowed no change, a further seal neither.
    `stamp` is that time stamp with its own certificate's facts. `not_for_stamps`: of a time stamp, that its
    certificate is not one for time stamps (RFC 3161, 2.3).
    `issuer_level` is about the certificate's issuer, `known_by` names the one who is believed. `chain`: the
    certificates that came with the seal (DER, the sealer's first), in memory until the issuer was judged.
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
    issuer_level: IssuerLevel = IssuerLevel.NOT_CHECKED
    known_by: str = ""
    revocation: Revocation = Revocation.NOTHING
    broke_earlier: bool = False
    also_by: str = ""
    weak_digest: str = ""
    not_here: str = ""
    not_for_stamps: bool = False
    stamp: SealFacts | None = None
    unchecked_by: str = ""
    unchecked_why: str = ""
    chain: tuple[bytes, ...] = field(default=(), compare=False, repr=False)

    @property
    def was_valid(self) -> bool | None:
        """Whether the certificate was, when it sealed by what is known of the time. None where it is not."""
        moment = self.stamped_at or self.signed_at
        if moment is None or self.valid_from is None or self.valid_until is None:
            return None
        return self.valid_from <= moment <= self.valid_until


MAIL = "S/MIME"  # a signed e-mail message, RFC 8551: the seal is not over its head
_YES = "yes"
_OF_STAMP = "stamp_"
_NOTED = (
    "signer", "signed_at", "issuer", "serial", "valid_from", "valid_until", "certificate_sha256",
    "stamped_at", "stamped_by", "level", "container", "also_by", "issuer_level", "known_by", "revocation",
    "weak_digest", "not_here", "unchecked_by", "unchecked_why",
)  # fmt: skip


_SENTENCES = frozenset(["unchecked_why"])
_FLAGS = ("broke_earlier", "not_for_stamps")
_NOTED_OF_STAMP = frozenset([
    "issuer", "serial", "valid_from", "valid_until", "certificate_sha256", "issuer_level", "known_by",
    "revocation", "weak_digest", "not_for_stamps",
])  # fmt: skip


def noted_facts(facts: SealFacts, sentence: Callable[[str], str] = str) -> dict[str, str]:
    """For files of ours: what is known, times in UTC. `facts_from` reads it back. `sentence` says how one is
    noted: `words.stored` keeps what another language needs.
    """
    noted = {"kind": facts.kind.value}
    for name in _FLAGS:
        if getattr(facts, name):
            noted[name] = _YES
    for name in _NOTED:
        value = getattr(facts, name)
        if isinstance(value, datetime):
            noted[name] = utc_time(value).isoformat()
        elif value:
            noted[name] = sentence(value) if name in _SENTENCES else str(value)
    return {**noted, **_noted_stamp(facts.stamp)}


def _noted_stamp(stamp: SealFacts | None) -> dict[str, str]:
    noted = noted_facts(stamp) if stamp else {}
    return {_OF_STAMP + name: value for name, value in noted.items() if name in _NOTED_OF_STAMP}


def facts_from(noted: Mapping[str, object]) -> SealFacts:
    """What `noted_facts` wrote; what a later version added is left out. Raises ValueError."""
    known = {
        name: _READERS[name](_text(value))
        for name, value in noted.items()
        if name in _READERS and value is not None
    }
    known |= {name: noted.get(name) == _YES for name in _FLAGS}
    known["stamp"] = _stamp_from(noted)
    return SealFacts(SealKind(_text(noted.get("kind"))), **known)  # type: ignore[arg-type]


def _stamp_from(noted: Mapping[str, object]) -> SealFacts | None:
    """Its signer and time are noted with the seal that it is over."""
    told = {_STAMP_NAMES[name]: value for name, value in noted.items() if name in _STAMP_NAMES}
    if not told:
        return None
    own = {"signer": noted.get("stamped_by"), "signed_at": noted.get("stamped_at")}
    return facts_from({"kind": SealKind.TIMESTAMP.value, **told, **own})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")  # noqa: TRY004 - one error for all that cannot be read
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return utc_time(moment)


_READERS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(_NOTED, str),
    "signed_at": _moment,
    "valid_from": _moment,
    "valid_until": _moment,
    "stamped_at": _moment,
    "unchecked_why": restored,
    "issuer_level": IssuerLevel,
    "revocation": Revocation,
}
_STAMP_NAMES = {_OF_STAMP + name: name for name in _NOTED_OF_STAMP}


_MOST_SEALS = 5  # that are named of one document


@dataclass(frozen=True, slots=True)
class Held:
    """`name`: as in the container. Without `seals`, it is under none."""

    name: str
    seals: tuple[SealFacts, ...] = ()


def held_words(one: Held, time: Callable[[datetime], str] = iso_minute) -> Message:
    """By whom and when each was sealed, what is alike once; the time stamp's time counts where there is one.

    `time` tells a moment; by itself it is local.
    """
    seals = list(dict.fromkeys(_seal_words(each, time) for each in one.seals))
    if not seals:
        return msg("under no seal")
    more = len(seals) - _MOST_SEALS
    rest = [plural("%n more seal", "%n more seals", more)] if more > 0 else []
    return series("; ", [*seals[:_MOST_SEALS], *rest])


def more_words(more: int) -> Message:
    """Of documents in the same container that are not listed."""
    return plural("%n more document", "%n more documents", more)


def _seal_words(facts: SealFacts, time: Callable[[datetime], str]) -> Message:
    name, moment = facts.signer or "?", facts.stamped_at or facts.signed_at
    if facts.kind is SealKind.TIMESTAMP:
        at = time(moment) if moment else "?"
        return msg("time-stamped by “{authority}”, {moment}", authority=name, moment=at)
    if moment is None:
        return msg("sealed by “{signer}”", signer=name)
    return msg("sealed by “{signer}”, {moment}", signer=name, moment=time(moment))


def fitting(held: Sequence[Held], most_bytes: int) -> tuple[tuple[Held, ...], int]:
    """The first ones that take no more than that in JSON, each whole, and how many bytes they take."""
    kept, taken = [], 0
    for one in held:
        size_bytes = len(json.dumps(noted_held([one])))
        if taken + size_bytes > most_bytes:
            break
        kept.append(one)
        taken += size_bytes
    return tuple(kept), taken


def noted_held(held: Sequence[Held]) -> list[dict[str, object]]:
    """For JSON. `held_from` reads it back."""
    return [{"name": one.name, "seals": [noted_facts(each) for each in one.seals]} for one in held]


def held_from(noted: Sequence[Mapping[str, object]]) -> tuple[Held, ...]:
    """What `noted_held` wrote. Raises ValueError, KeyError, TypeError."""
    found = []
    for one in noted:
        name, seals = one["name"], one["seals"]
        if not isinstance(name, str) or not isinstance(seals, list):
            raise ValueError("not what a container holds")  # noqa: TRY004 - one error for what cannot be read
        if not all(isinstance(each, dict) for each in seals):
            raise ValueError("not seals")
        found.append(Held(name, tuple(facts_from(each) for each in seals)))
    return tuple(found)
