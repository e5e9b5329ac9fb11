"""The picture of a later seal may lie over what an earlier one sealed ("sneaky signature").

Whoever puts it there seals all of it and is named; but whoever sealed before never saw it, and nothing else
than its place tells it from an honest one. So the page is looked at as it was under the first seal.

Rohlmann and others, "Breaking the Specification: PDF Certification" (IEEE S&P 2021), 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.seals.pdf_states import Key, State, is_reference, key_of
from signdesk.seals.seal_check_result import NotChecked
from signdesk.seals.worker.tasks import Failed

_CORNERS = 4
_HIDDEN, _UNSCALED, _UNTURNED = 1 << 1, 1 << 3, 1 << 4  # ISO 32000-1, table 165
_MOST_PAGES = 200_000
_TOO_MANY = msg(
    "The seal could not be checked, because later seals have pictures on more pages than SignDesk looks at."
)
_NOT_DRAWN = msg(
    "The seal could not be checked, because a later seal has a picture on a page, and SignDesk cannot draw "
    "what was there before."
)


@dataclass(frozen=True, slots=True)
class Picture:
    """Of a later seal: `page` from 0, `box` in the page's own coordinates; None for all of the page."""

    page: int
    box: tuple[float, float, float, float] | None


def pictures_of(first: State, newest: State, seals: frozenset[Key]) -> list[Picture]:
    """Those that the fields `seals` have on pages where they had no place in the `first` state. Raises as
    pyHanko does, and ValueError.
    """
    found = []
    for number, (old, new) in enumerate(zip(_pages(first), _pages(newest), strict=True)):
        had = {key_of(one) for one in _notes(first, old) if is_reference(one)}
        for raw in _notes(newest, new):
            if is_reference(raw) and key_of(raw) in had:
                continue
            place = newest.get_object(raw) if is_reference(raw) else raw
            if _is_of(seals, raw, place) and (picture := _picture(number, place)):
                found.append(picture)
    return found


def hold_to_page(file: BinaryIO, end: int, pictures: Sequence[Picture]) -> str:
    """What is said where one lies over lines of a page; "" for nothing. `end`: of the first state.

    Raises NotChecked where one lies over more, or nobody can tell; ImportError where nothing here draws.
    """
    if not pictures:
        return ""
    from signdesk.seals.comparison.underneath import MOST_PAGES, Place, Under, underneath

    if len({one.page for one in pictures}) > MOST_PAGES:
        raise NotChecked(_TOO_MANY)
    file.seek(0)
    try:
        found = underneath(file.read(end), [Place(one.page, one.box) for one in pictures])
    except Failed as error:
        raise NotChecked(_NOT_DRAWN) from error
    numbers: dict[Under, list[int]] = {}
    for picture, under in zip(pictures, found, strict=False):
        numbers.setdefault(under, []).append(picture.page + 1)
    if Under.CONTENT in numbers:
        raise NotChecked(_covers(min(numbers[Under.CONTENT])))
    return _lines(min(numbers[Under.LINES])) if Under.LINES in numbers else ""


def _covers(page: int) -> str:
    return msg(
        "The seal could not be checked, because the picture of a later seal lies over what was on page "
        "{page} before. Compare that page with the document as it was sealed first.",
        page=page,
    )


def _lines(page: int) -> str:
    return msg("The picture of a later seal lies over lines that were on page {page} before.", page=page)


def _is_of(seals: frozenset[Key], raw: Any, place: Any) -> bool:
    """A field that is its own place, or the place of one."""
    parent = place.raw_get("/Parent") if isinstance(place, dict) and "/Parent" in place else None  # type: ignore[attr-defined]
    return any(is_reference(one) and key_of(one) in seals for one in (raw, parent))


def _picture(page: int, place: Any) -> Picture | None:
    """None where it takes up no room, or is never shown."""
    corners = [float(one) for one in place["/Rect"]] if "/Rect" in place else []
    flags = int(place["/F"]) if "/F" in place else 0
    if len(corners) != _CORNERS or "/AP" not in place or flags & _HIDDEN:
        return None
    (left, right), (bottom, top) = sorted(corners[::2]), sorted(corners[1::2])
    if left == right or bottom == top:
        return None
    is_elsewhere = flags & (_UNSCALED | _UNTURNED)  # where the page is turned, or shown larger
    return Picture(page, None if is_elsewhere else (left, bottom, right, top))


def _pages(state: State) -> Iterator[Any]:
    """In their order. Iterative: trees nest as deeply as their makers like."""
    left, seen = [state.root.raw_get("/Pages")], 0
    while left:
        raw = left.pop()
        found = state.get_object(raw) if is_reference(raw) else raw
        seen += 1
        if seen > _MOST_PAGES:
            raise ValueError("too many pages")
        if "/Kids" in found:
            left.extend(reversed(_entries(state, found, "/Kids")))
        else:
            yield found


def _notes(state: State, page: Any) -> list[Any]:
    return _entries(state, page, "/Annots") if "/Annots" in page else []


def _entries(state: State, of: Any, key: str) -> list[Any]:
    """Raw."""
    raw = of.raw_get(key)
    found: Any = state.get_object(raw) if is_reference(raw) else raw
    return [found.raw_get(number) for number in range(len(found))] if hasattr(found, "append") else []
