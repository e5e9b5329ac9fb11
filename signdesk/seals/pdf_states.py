"""A PDF as it was after one of its updates, and as it is now (ISO 32000-1, 7.5.6).

What an earlier state shows has to lie in the bytes that are held to be its own. An entry that points behind
them, or into an object stream that was written anew, would show what is there now (a "shadow attack").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # pyHanko is imported with the first look
    from signdesk.seals.pdf_reader import Reader

Key = tuple[int, int]  # number and generation of an object


class BeyondReach(ValueError):
    """An earlier state is said to reach beyond its own bytes."""


class Versions:
    """All that was ever written for each object of an open file, read once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.last = reader.xrefs.total_revisions - 1
        self._objects: dict[tuple[Key, Any], Any] = {}
        self._inside: dict[int, tuple[Any, ...]] = {}
        self._touching: dict[int, list[int]] = {}
        for revision in range(self.last + 1):
            for number in _numbers(reader.xrefs.get_xref_data(revision)):
                self._touching.setdefault(number, []).append(revision)

    def place(self, ref: Any, revision: int) -> Any:
        """Where the object lies in that state: an offset, or a place in an object stream; None where it is
        not there.
        """
        for each in reversed(self._touching.get(ref.idnum, [])):
            if each > revision:
                continue
            try:
                return self.reader.xrefs.get_xref_data(each).try_resolve(ref)
            except KeyError:
                continue
        return None

    def found(self, ref: Any, place: Any, revision: int) -> Any:
        """The object at a place; the same one each time."""
        key = (ref.idnum, ref.generation), place
        if key not in self._objects:
            get: Any = self.reader.get_object
            self._objects[key] = get(getattr(ref, "reference", ref), revision)
        return self._objects[key]

    def references_in(self, found: Any) -> tuple[Any, ...]:
        """All of an object that `found` gave, but for the page that an annotation lies on."""
        if id(found) not in self._inside:
            self._inside[id(found)] = tuple({key_of(one): one for one in _references(found)}.values())
        return self._inside[id(found)]


class State:
    """The document after one update. `end`: of the bytes that are its own; None for the newest state."""

    def __init__(self, versions: Versions, revision: int | None = None, end: int | None = None) -> None:
        self._versions = versions
        self._revision = versions.last if revision is None else revision
        self._end = end
        self.trailer = versions.reader.trailer.flatten(self._revision)
        if end is not None:
            self._hold_sections(end)
        self.root = self.get_object(self.trailer.raw_get("/Root"))

    def get_object(self, ref: Any) -> Any:
        """None where there is none. Raises BeyondReach, and as pyHanko does."""
        place = self._versions.place(ref, self._revision)
        if place is None:
            return None
        found = self._versions.found(ref, place, self._revision)
        if self._end is not None:
            self._hold(place, self._end)
        return found

    def _hold(self, place: Any, end: int) -> None:
        if not isinstance(place, int):
            place = self._place_of_container(place)
        if self._versions.reader.end_of(place) > end:
            raise BeyondReach("an object")

    def _place_of_container(self, place: Any) -> int:
        ref = _Number(place.obj_stream_id)
        then, now = (self._versions.place(ref, each) for each in (self._revision, self._versions.last))
        if then != now or not isinstance(then, int):
            raise BeyondReach("an object stream")
        return then

    def _hold_sections(self, end: int) -> None:
        """pyHanko looks at the other sections (`evaluate_signature_coverage`)."""
        for revision in range(self._revision + 1):
            hybrid = self._versions.reader.xrefs.get_xref_data(revision).hybrid
            if hybrid is not None and hybrid.meta_info.end_location > end:
                raise BeyondReach("a cross-reference stream")


class _Number:
    """The reference to an object stream, whose generation is 0."""

    generation = 0

    def __init__(self, number: int) -> None:
        self.idnum = number


def key_of(ref: Any) -> Key:
    """What a reference names."""
    return ref.idnum, ref.generation


def is_reference(value: Any) -> bool:
    """Of pyHanko's kinds of them."""
    return hasattr(value, "idnum") and hasattr(value, "generation")


def _numbers(section: Any) -> set[int]:
    more = _numbers(section.hybrid.xref_data) if section.hybrid is not None else set[int]()
    return {*section.standard_xrefs, *section.xrefs_in_objstm, *section.freed, *more}


def _references(found: Any) -> Iterator[Any]:
    left = [found]
    while left:
        one = left.pop()
        if is_reference(one):
            yield one
        elif isinstance(one, dict):
            of_annotation = "/P" if "/Subtype" in one else ""
            left.extend(one.raw_get(key) for key in one if key != of_annotation)  # type: ignore[attr-defined]
        elif isinstance(one, list):
            left.extend(one.raw_get(number) for number in range(len(one)))  # type: ignore[attr-defined]
