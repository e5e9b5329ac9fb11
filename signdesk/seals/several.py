"""Several seals over one document: each is judged by itself, and named with what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from signdesk.domain.messages import Message, join, msg, plural
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals.seal_check_result import NotChecked, NotIntact, hold_to_document, plain_text

Found = TypeVar("Found")
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
