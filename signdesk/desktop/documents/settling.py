"""What follows for each row from the other rows, the server's limits and the process: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.toolkit.formats import size_text
from signdesk.domain.connections import Limits, is_too_large
from signdesk.domain.documents import folded, safe_name, shown_name, transfer_names

NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Conditions:
    """`changes_documents`: whether the process adds a seal, so that a signer's "no changes" matters."""

    limits: Limits = NO_LIMITS
    changes_documents: bool = True


def settled(rows: Sequence[Row], conditions: Conditions) -> list[Row]:
    """The same rows in the same order; those for which nothing changes are the same objects."""
    judged = [_judged(row, conditions) for row in rows]
    names = _sent_names(judged)
    duplicates = _twins(judged)
    return [_with(row, names.get(place, ""), duplicates.get(place, "")) for place, row in enumerate(judged)]


def _judged(row: Row, conditions: Conditions) -> Row:
    too_large = ""
    if row.document is not None and is_too_large(row.document, conditions.limits):
        most = size_text(conditions.limits.batch_bytes or 0)
        too_large = tr("It is too large. This server takes {most} at once.", most=most)
    excused = row.is_doubtful and not conditions.changes_documents
    if (too_large, excused) == (row.too_large, row.excused):
        return row
    return replace(row, too_large=too_large, excused=excused)


def _with(row: Row, sent_name: str, twin: str) -> Row:
    if (sent_name, twin) == (row.sent_name, row.twin):
        return row
    return replace(row, sent_name=sent_name, twin=twin)


def _sent_names(rows: Sequence[Row]) -> dict[int, str]:
    """By the row's place, the names that are not the file's own: given by a person, or numbered since
    another document has the same. Whatever the name was made of, it is unique in the whole list.
    """
    sent = [place for place, row in enumerate(rows) if row.can_be_sent]
    wanted = [rows[place].given_name or rows[place].name for place in sent]
    keys = [_key(name) for name in wanted]
    given = {place: rows[place].given_name for place in sent if rows[place].given_name}
    if len(set(keys)) == len(keys):
        return given
    # those with a name given to them first, so that they keep it
    order = sorted(range(len(sent)), key=lambda number: sent[number] not in given)
    names = transfer_names(wanted[number] for number in order)
    numbered = {
        sent[number]: name for number, name in zip(order, names, strict=True) if folded(name) != keys[number]
    }
    return given | numbered


def _twins(rows: Sequence[Row]) -> dict[int, str]:
    """By the row's place, the name of the first other document with the same content."""
    first: dict[str, int] = {}
    duplicates: dict[int, str] = {}
    for place, row in enumerate(rows):
        if not row.can_be_sent or row.document is None:
            continue
        other = first.setdefault(row.document.sha256, place)
        if other != place:
            duplicates[place] = shown_name(rows[other].name)
            duplicates.setdefault(other, shown_name(row.name))
    return duplicates


@lru_cache(100_000)
def _key(name: str) -> str:
    """Equal for names that would be the same name in the package."""
    return folded(safe_name(name))
