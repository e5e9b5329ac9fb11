"""What a look at a seal finds, as a value, and the boundary behind which nothing raises; and several seals
over one document, of which each is judged by itself, and named with what was found.

How the look is taken: `pdf`, `cms_seals`, `cms`.

asn1crypto 1.5.1 prepares each of its classes at its first use, without a lock (`core.Asn1Value.__init__`,
`_setup`): two threads that meet there fail in the middle of a sound seal. Hence ASN1_LOCK; remove it when
asn1crypto has a lock itself.
"""

from __future__ import annotations

import errno
import threading
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from signdesk.domain.messages import Message, join, msg, plural
from signdesk.domain.seal_facts import Held, SealFacts, SealKind
from signdesk.domain.seal_words import seal_sentence

_LONGEST_NAME = 100
Found = TypeVar("Found")


class Finding(StrEnum):
    """INTACT alone is good news."""

    INTACT = "intact"  # a new seal, intact, over exactly this document
    BROKEN = "broken"  # a new seal that is not intact, or is not over this document
    NONE = "none"  # no new seal
    NOT_CHECKED = "not_checked"  # it cannot be told


@dataclass(frozen=True, slots=True)
class SealCheckResult:
    """`signer` is plain text out of the certificate. Anyone can write anything into one: it proves nothing.

    `signed_at` is aware, and the sealer's own claim. `sentence` is for a person. `facts` are there where the
    finding is INTACT. `may_show_more`: what was sent is there unchanged, but a reader may see more than that
    and a seal without a picture: the pages have to be compared. `inside`: of a container whose seals are
    intact, what it holds, in its order; a part of it where it holds very much, and `inside_more` documents
    that are not listed.
    """

    finding: Finding
    signer: str = ""
    signed_at: datetime | None = None
    sentence: str = ""
    facts: SealFacts | None = None
    may_show_more: bool = False
    inside: tuple[Held, ...] = ()
    inside_more: int = 0


class NotIntact(Exception):
    """A seal is there, and it is not good. The text is the sentence for a person."""


class NotChecked(Exception):
    """It cannot be told. The text is the sentence for a person."""


NO_SEAL = msg("It carries no seal.")
NOT_READABLE = msg("The seal could not be checked, because the file could not be read.")


def hold_to_document(error: Exception) -> None:
    """Raises it again where it says nothing of the document: no memory (the document worker tells whose limit
    that was), a library that is missing, a disk that fails. What a hostile file makes libraries raise has no
    number of the system, or one that says that there is no such place in a file.
    """
    of_document = isinstance(error, OSError) and error.errno in (None, errno.EINVAL, errno.EOVERFLOW)
    if isinstance(error, MemoryError | ImportError | OSError) and not of_document:
        raise error


def as_result(look: Callable[[], SealCheckResult]) -> SealCheckResult:
    """The one place where a look ends: whatever a hostile file makes of it is a finding, never an exception.

    Broad on purpose: pyHanko and asn1crypto raise nearly anything on hostile input (assertions, recursion
    limits, errors of zlib, ...), and every one of them means that it cannot be told. Raises what is no
    finding (`hold_to_document`). One look at a time in the whole process (`turns`).
    """
    try:
        with ASN1_LOCK:
            return look()
    except NotIntact as error:
        return SealCheckResult(Finding.BROKEN, sentence=str(error))
    except NotChecked as error:
        return SealCheckResult(Finding.NOT_CHECKED, sentence=str(error))
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return SealCheckResult(Finding.NOT_CHECKED, sentence=NOT_READABLE)


def all_checked(looks: Iterable[Callable[[], Found]]) -> list[Found]:
    """What all of them give. Raises NotIntact where one does, before NotChecked for another."""
    found, unchecked = [], None
    for look in looks:
        try:
            found.append(look())
        except NotChecked as why:
            unchecked = unchecked or why
    if unchecked is not None:
        raise unchecked
    return found


def intact(facts: SealFacts) -> SealCheckResult:
    """A good seal. The sentence gives local time."""
    return SealCheckResult(Finding.INTACT, facts.signer, facts.signed_at, seal_sentence(facts), facts)


def plain_text(text: object) -> str:
    """A name from a certificate, fit for a screen: one line, bounded, no control or direction characters."""
    shown = [_plain_character(one) for one in str(text)[: 10 * _LONGEST_NAME]]
    line = " ".join("".join(shown).split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zl", "Zp") or character in "\t\r\n":
        return " "
    return "" if category.startswith("C") else character


ASN1_LOCK = threading.RLock()


_MOST_NAMED = 20
_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Seal(Generic[Found]):
    """One that is to be judged. `check` raises NotIntact or NotChecked, the others anything at all."""

    name: Callable[[], str]
    check: Callable[[], Found]
    is_stamp: Callable[[], bool] = bool


@dataclass(frozen=True, slots=True)
class Together(Generic[Found]):
    """What the intact ones gave, at least one, and who made those that could not be checked.

    `why`: of the first of those, `reasons`: of each.
    """

    good: tuple[Found, ...]
    unchecked: tuple[str, ...] = ()
    why: NotChecked | None = None
    reasons: tuple[str, ...] = ()


def together(seals: Iterable[Seal[Found]]) -> Together[Found]:
    """One good one is enough where none is broken. Raises NotIntact where one is, NotChecked where none is
    good; where there are several, the sentence names each. An empty Together without any.
    """
    every = list(seals)
    good: list[Found] = []
    unchecked: list[str] = []
    why: dict[int, NotIntact | NotChecked] = {}
    for number, one in enumerate(every):
        try:
            good.append(one.check())
        except (NotIntact, NotChecked) as error:
            why[number] = error
            unchecked.append(name_of(one))
    broken = next((one for one in why.values() if isinstance(one, NotIntact)), None)
    if broken is not None:
        raise broken if len(every) == 1 else NotIntact(_each(every, why)) from broken
    first = next((one for one in why.values() if isinstance(one, NotChecked)), None)
    if first is not None and not good:
        alike = len({str(one) for one in why.values()}) == 1
        raise first if alike else NotChecked(_each(every, why)) from first
    return Together(tuple(good), tuple(unchecked), first, tuple(str(one) for one in why.values()))


def of_all(best: SealFacts, every: Iterable[SealFacts], others: Together[Found]) -> SealFacts:
    """The facts of the `best` of `every` one that is good, with the names of everybody else.

    Raises NotChecked where only time stamps are good beside a seal that could not be checked.
    """
    if best.kind is SealKind.TIMESTAMP and others.why is not None:
        raise others.why
    named = [one for one in every if one.kind is best.kind or one.kind is not SealKind.TIMESTAMP]
    names = [name for one in named for name in (one.signer or "?", one.also_by)]
    unchecked = [*(one.unchecked_by for one in named), *others.unchecked]
    return replace(
        best,
        also_by=_joined(name for name in names if name != best.signer),
        unchecked_by=_joined(unchecked),
        unchecked_why=join(*_reasons([one.unchecked_why for one in named], others)),
    )


def _reasons(told: Sequence[str], others: Together[Found]) -> Sequence[str]:
    """Once where all are alike, else with the name of each, as many as are told."""
    pairs = dict.fromkeys(zip(others.unchecked, others.reasons, strict=True))
    alike = len(set(others.reasons)) == 1
    named = others.reasons[:1] if alike else [_verdict(signer, why) for signer, why in pairs]
    return list(dict.fromkeys(one for one in (*told, *named) if one))[:_MOST_REASONS]


def name_of(one: Seal[Found]) -> str:
    """Who made it, as its certificate has it; "?" where that cannot be read."""
    try:
        return plain_text(one.name()) or "?"
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return "?"  # broad as `as_result`


def _each(every: Sequence[Seal[Found]], why: dict[int, NotIntact | NotChecked]) -> Message:
    stamps = [_is_stamp(one) for one in every]
    verdicts = []
    for number, one in enumerate(every[:_MOST_NAMED]):
        told = str(why[number]) if number in why else ""
        verdict = _verdict_of_stamp if stamps[number] else _verdict
        verdicts.append(verdict(name_of(one), told))
    return join(*_counted(len(every) - sum(stamps), sum(stamps)), *verdicts)


def _verdict(signer: str, why: str) -> Message:
    """`why`: it is not intact; "" where it is."""
    if not why:
        return msg("“{signer}”: intact.", signer=signer)
    return msg("“{signer}”: {why}", signer=signer, why=why)


def _verdict_of_stamp(signer: str, why: str) -> Message:
    if not why:
        return msg("Time stamp of “{signer}”: intact.", signer=signer)
    return msg("Time stamp of “{signer}”: {why}", signer=signer, why=why)


def _counted(seals: int, stamps: int) -> Sequence[str]:
    counted = [plural("It holds %n seal.", "It holds %n seals.", seals)] if seals else []
    if stamps and seals:
        counted.append(plural("It also holds %n time stamp.", "It also holds %n time stamps.", stamps))
    elif stamps:
        counted.append(plural("It holds %n time stamp.", "It holds %n time stamps.", stamps))
    return counted


def _is_stamp(one: Seal[Found]) -> bool:
    """As it calls itself."""
    try:
        return one.is_stamp()
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return False  # broad as `as_result`


def _joined(names: Iterable[str]) -> str:
    return plain_text(", ".join(dict.fromkeys(name for name in names if name)))
