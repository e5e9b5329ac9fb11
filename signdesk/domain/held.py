"""What a container holds: its documents, each with the seals that are intact over it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from signdesk.domain.messages import Message, msg, plural, series
from signdesk.domain.moments import iso_minute
from signdesk.domain.seal_facts import SealFacts, SealKind, facts_from, noted_facts

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
