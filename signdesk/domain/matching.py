"""Which entries of a result belong to which document, by name alone (facts.md section 7, row 22).

What the entries hold is judged elsewhere: `jobs.checking` looks at the seals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from signdesk.domain.documents import folded


@dataclass(frozen=True, slots=True)
class Match:
    """`main`: the entry with the document's own name. `beside`: seal files and other forms of it."""

    main: str | None
    beside: tuple[str, ...]


def match_names(sent: Sequence[str], returned: Sequence[str]) -> tuple[tuple[Match, ...], tuple[str, ...]]:
    """One Match for each sent name, in order, and the entries that belong to none.

    An entry belongs to the document of the same name (case and normal form aside), else to the one whose name
    it extends (`Letter.pdf.p7s`), else to the only one that has its stem (`Letter.p7s`). Sent names are
    unique without regard to case, and so are an accepted archive's.
    """
    by_name = {folded(name): index for index, name in enumerate(sent)}
    main: dict[int, str] = {}
    beside: dict[int, list[str]] = {}
    extra = []
    for name in returned:
        owner = by_name.get(folded(name))
        if owner is not None:
            main[owner] = name
        elif (owner := _owner(name, by_name)) is not None:
            beside.setdefault(owner, []).append(name)
        else:
            extra.append(name)
    matches = tuple(Match(main.get(i), tuple(beside.get(i, ()))) for i in range(len(sent)))
    return matches, tuple(extra)


def _owner(name: str, by_name: dict[str, int]) -> int | None:
    """The document that an entry with another name belongs to."""
    longer = PurePosixPath(folded(name))
    while longer.suffix:
        longer = longer.with_suffix("")
        if str(longer) in by_name:
            return by_name[str(longer)]
    stem = PurePosixPath(folded(name)).stem
    owners = [index for sent, index in by_name.items() if PurePosixPath(sent).stem == stem]
    return owners[0] if len(owners) == 1 else None
