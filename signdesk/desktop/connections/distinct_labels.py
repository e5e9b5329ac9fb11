"""Labels of a choice, told apart where two would look the same. What is chosen is known by its id, never by
its label: these texts are for the eye alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from signdesk.desktop.i18n.language import passing_on, tr
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.connections import Connection


def distinct_labels(labels: Sequence[str], marks: Sequence[str]) -> tuple[str, ...]:
    """As they are shown, none equal to another: "Company seal (12)" with its mark where needed. `marks` are
    unique, one a label. A label that is a bare number gets its mark as well, since it could be read as one.
    """
    made = [_tidy(label) for label in labels]
    marked = {place for place, label in enumerate(made) if not label or label.isdigit()} | _equal(made)
    while marked:
        for place in marked:
            made[place] = _marked(made[place], marks[place])
        marked = _equal(made)
    return tuple(made)


def connection_labels(connections: Sequence[Connection]) -> tuple[str, ...]:
    """The names of servers; the address beside one that two have, and the id where that is shared as well."""
    addresses = [one.server.base_url for one in connections]
    count = Counter(addresses)
    marks = [
        address if count[address] == 1 else f"{address} {one.id}".strip()
        for address, one in zip(addresses, connections, strict=True)
    ]
    return distinct_labels([one.name for one in connections], marks)


def _marked(label: str, mark: str) -> str:
    return tr("{name} ({mark})", name=label, mark=mark) if label else mark


def _equal(labels: Sequence[str]) -> set[int]:
    """The places of those that are not the only one of their kind."""
    count = Counter(labels)
    return {place for place, label in enumerate(labels) if count[label] > 1}


@passing_on
def _tidy(label: str) -> str:
    """Blanks that cannot be seen make no difference."""
    return " ".join(plain(label).split())
