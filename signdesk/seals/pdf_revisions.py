"""A second opinion on what was written into a PDF after a seal: does a reader see anything else than before?

pyHanko's rules know the updates of some makers, and refuse those of others: objects that are freed or written
again as they were, validation data that is replaced (ETSI EN 319 142-1, 5.4). Here the two states of the
document are walked from the catalog on and held against each other, whatever numbers their objects have.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from enum import StrEnum
from typing import Any

MOST_OBJECTS = 200_000  # of one state; the worker's limits bound the time


class Change(StrEnum):
    """What is different; of several, the first."""

    FORM = "form"
    PAGES = "pages"
    ACTIONS = "actions"  # what happens when it is opened, files inside, layers
    UNCLEAR = "unclear"
    NOTHING = "nothing"


_UNSEEN = frozenset(["/DSS", "/Metadata", "/Extensions", "/Version"])  # of the catalog
_ADDED = frozenset(["/AcroForm", "/Perms"])  # of the catalog: a first seal brings them
_ACTIONS = frozenset(["/Names", "/OpenAction", "/AA", "/OCProperties", "/AF", "/Dests", "/Collection"])
_OF_SEAL = frozenset(["/V", "/F", "/AP", "/MK", "/M"])
_OF_PAGE = frozenset(["/Tabs", "/LastModified", "/PieceInfo", "/Metadata"])
Pair = tuple[Any, Any]


def change_since(reader: Any, revision: int, seals: frozenset[bytes]) -> Change:
    """What differs between `revision` of the open file and its newest state. `seals`: the references
    (`written`) of the fields of later seals, which may be filled in. Raises as pyHanko does.
    """
    old = reader.get_historical_resolver(revision)
    return _Walk(reader, old, seals).change()


def written(value: Any) -> bytes:
    """As it stands in a file, references as such."""
    if hasattr(value, "idnum") and hasattr(value, "generation"):
        return b"%d %d R" % (value.idnum, value.generation)
    made = io.BytesIO()
    value.write_to_stream(made, None)
    return made.getvalue()


class _Walk:
    """One comparison. Values are raw: references, or what stands there directly."""

    def __init__(self, reader: Any, old: Any, seals: frozenset[bytes]) -> None:
        self._new, self._old, self._seals = reader, old, seals
        self._seen: set[tuple[bytes, bytes]] = set()
        self._roots = tuple(written(_raw(one.trailer_view, "/Root")) for one in (old, reader))

    def change(self) -> Change:
        old, new = self._old.root, self._new.root
        parts: tuple[tuple[Change, Callable[[], bool]], ...] = (
            (Change.FORM, lambda: self._same_form(old, new)),
            (Change.PAGES, lambda: self._same([(_raw(old, "/Pages"), _raw(new, "/Pages"))])),
            (Change.ACTIONS, lambda: self._same_keys(old, new, _ACTIONS)),
            (Change.UNCLEAR, lambda: self._same_keys(old, new, self._others(old, new))),
        )
        return next((kind for kind, is_same in parts if not is_same()), Change.NOTHING)

    @staticmethod
    def _others(old: Any, new: Any) -> frozenset[str]:
        added = frozenset(key for key in _ADDED if key not in old)
        return frozenset({*old, *new} - {"/Pages", "/AcroForm"} - _ACTIONS - _UNSEEN - added)

    def _same_keys(self, old: Any, new: Any, keys: frozenset[str]) -> bool:
        return self._same([(_raw(old, key), _raw(new, key)) for key in sorted(keys)])

    def _same_form(self, old: Any, new: Any) -> bool:
        """But for fields of the later seals at its end, and fonts for their pictures where it had none."""
        before, after = self._value(self._old, old, "/AcroForm"), self._value(self._new, new, "/AcroForm")
        if after is None:
            return before is None
        fields = self._value(self._new, after, "/Fields")
        if before is None:
            return set(after) <= {"/Fields", "/SigFlags", "/DA", "/DR"} and self._only_seals(
                _entries_of(fields)
            )
        may_be_new = {"/DA"} if "/DA" not in before else set()
        keys = frozenset({*before, *after} - {"/Fields", "/SigFlags", "/DR"} - may_be_new)
        listed = self._value(self._old, before, "/Fields")
        return (
            self._same_keys(before, after, keys)
            and self._same_list(listed, fields)
            and self._only_more_fonts(before, after)
        )

    def _only_more_fonts(self, before: Any, after: Any) -> bool:
        """The resources of a form's fields: what was there is the same; a seal's picture may need more."""
        old, new = self._value(self._old, before, "/DR"), self._value(self._new, after, "/DR")
        if old is None:
            return True
        for kind in old:
            had, has = self._value(self._old, old, kind), self._value(self._new, new or {}, kind)
            if not _is_dictionary(had) or not _is_dictionary(has):
                if not self._same([(_raw(old, kind), _raw(new or {}, kind))]):
                    return False
            elif not self._same_keys(had, has, frozenset(had)):
                return False
        return True

    def _same(self, pairs: list[Pair]) -> bool:
        """Whether all pairs lead to the same. Iterative: documents nest as deeply as their makers like."""
        left = pairs
        while left:
            old, new = left.pop()
            if _is_reference(old) and _is_reference(new):
                key = (written(old), written(new))
                if key in self._seen or key == self._roots:  # signatures may name the catalog
                    continue
                self._seen.add(key)
                if len(self._seen) > MOST_OBJECTS:
                    raise ValueError("too many objects")
            is_seal = _is_reference(new) and self._is_of_seal(new)
            more = self._parts(self._found(self._old, old), self._found(self._new, new), is_seal=is_seal)
            if more is None:
                return False
            left.extend(more)
        return True

    def _parts(self, old: Any, new: Any, *, is_seal: bool) -> list[Pair] | None:
        """What has to be the same for these two to be; None where they cannot be."""
        if old is None or new is None:
            return [] if old is new else None
        if _is_dictionary(old) and _is_dictionary(new):
            if hasattr(old, "encoded_data") != hasattr(new, "encoded_data"):
                return None
            if hasattr(old, "encoded_data") and old.encoded_data != new.encoded_data:
                return None
            return self._entries(old, new, is_seal=is_seal)
        if isinstance(old, list) and isinstance(new, list):
            before, after = _entries_of(old), _entries_of(new)
            return list(zip(before, after, strict=True)) if len(before) == len(after) else None
        return [] if _is_same_value(old, new) else None

    def _entries(self, old: Any, new: Any, *, is_seal: bool) -> list[Pair] | None:
        left_out = _OF_SEAL if is_seal else frozenset[str]()
        if _name(new, "/Type") == "/Page":
            left_out = _OF_PAGE | {"/Annots"}
            lists = self._value(self._old, old, "/Annots"), self._value(self._new, new, "/Annots")
            if not self._same_list(*lists):
                return None
        elif "/Subtype" in new:
            left_out |= {"/P"}  # the page that it lies on, which is looked at by itself
        return [(_raw(old, key), _raw(new, key)) for key in sorted({*old, *new} - left_out)]

    def _same_list(self, old: Any, new: Any) -> bool:
        """The same entries with later seals behind them."""
        before, after = _entries_of(old), _entries_of(new)
        if len(after) < len(before) or not self._only_seals(after[len(before) :]):
            return False
        return self._same(list(zip(before, after[: len(before)], strict=True)))

    def _only_seals(self, references: list[Any]) -> bool:
        return all(map(self._is_of_seal, references))

    def _is_of_seal(self, reference: Any) -> bool:
        """A field of a later seal, or the place that it has on a page."""
        if _is_reference(reference) and written(reference) in self._seals:
            return True
        found = self._found(self._new, reference)
        if not _is_dictionary(found) or "/Parent" not in found or _name(found, "/Subtype") != "/Widget":
            return False
        return written(_raw(found, "/Parent")) in self._seals

    @staticmethod
    def _found(handler: Any, value: Any) -> Any:
        """What a raw value leads to, in one of the two states; None for nothing."""
        if _is_reference(value):
            return handler.get_object(getattr(value, "reference", value))
        return value

    def _value(self, handler: Any, of: Any, key: str) -> Any:
        return self._found(handler, _raw(of, key))


def _is_reference(value: Any) -> bool:
    return hasattr(value, "idnum") and hasattr(value, "generation")


def _is_dictionary(value: Any) -> bool:
    return hasattr(value, "raw_get") and isinstance(value, dict)


def _is_same_value(old: Any, new: Any) -> bool:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return bool(old == new)
    return type(old) is type(new) and written(old) == written(new)


def _entries_of(found: Any) -> list[Any]:
    return [] if found is None else [found.raw_get(number) for number in range(len(found))]


def _raw(of: Any, key: str) -> Any:
    return of.raw_get(key) if key in of else None


def _name(of: Any, key: str) -> str:
    return str(of[key]) if key in of else ""
