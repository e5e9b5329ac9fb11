"""What a receipt lists of the documents in a container, for its page and its table. Its JSON has them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from signdesk.domain.documents import shown_name
from signdesk.domain.held import Held, held_from, held_words, more_words
from signdesk.domain.messages import Message, msg, series
from signdesk.domain.moments import both_times
from signdesk.domain.seal_facts import SealFacts, SealKind

_MOST_LISTED = 20  # documents of one container


def inside_words(document: Mapping[str, Any]) -> Iterator[Message]:
    """One for each document in it, with its seals; nothing where it came back in no container. Times are this
    machine's, with UTC beside.
    """
    listed, more = _listed(document)
    if listed or more:
        yield msg("In the container:")
    for one in listed:
        yield series(": ", [shown_name(one.name), held_words(one, both_times)])
    if more:
        yield more_words(more)


def inside_cell(document: Mapping[str, Any]) -> str:
    """English, for one cell of a table: "Letter.txt: Acme, Other; notes.txt: under no seal; 7 more"."""
    listed, more = _listed(document)
    told = [f"{shown_name(one.name)}: {_signers(one)}" for one in listed]
    return "; ".join([*told, *([f"{more} more"] if more else [])])


def _listed(document: Mapping[str, Any]) -> tuple[tuple[Held, ...], int]:
    held = held_from(document.get("inside", []))
    listed = held[:_MOST_LISTED]
    return listed, len(held) - len(listed) + int(document.get("inside_more", 0))


def _signers(one: Held) -> str:
    return ", ".join(dict.fromkeys(_signer(each) for each in one.seals)) or "under no seal"


def _signer(facts: SealFacts) -> str:
    name = facts.signer or "?"
    return f"time stamp of {name}" if facts.kind is SealKind.TIMESTAMP else name
