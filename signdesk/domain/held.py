"""What a container holds: its documents, each with the seals that are intact over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signdesk.domain.seal_facts import SealFacts, facts_from, noted_facts


@dataclass(frozen=True, slots=True)
class Held:
    """`name`: as in the container. Without `seals`, it is under none."""

    name: str
    seals: tuple[SealFacts, ...] = ()


def noted_held(held: Sequence[Held]) -> list[dict[str, object]]:
    """For JSON. `held_from` reads it back."""
    return [{"name": one.name, "seals": [noted_facts(each) for each in one.seals]} for one in held]


def held_from(noted: Sequence[Mapping[str, object]]) -> tuple[Held, ...]:
    """Raises ValueError, KeyError, TypeError."""
    found = []
    for one in noted:
        name, seals = one["name"], one["seals"]
        if not isinstance(name, str) or not isinstance(seals, list):
            raise ValueError("not what a container holds")  # noqa: TRY004 - one error for what cannot be read
        found.append(Held(name, tuple(facts_from(each) for each in seals)))
    return tuple(found)
