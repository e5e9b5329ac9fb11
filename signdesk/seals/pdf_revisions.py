"""What was written into a PDF after a seal: does a reader see anything else than before?

pyHanko's rules know the updates of some makers, and refuse those of others: objects that are freed or written
again as they were, validation data that is replaced (ETSI EN 319 142-1, 5.4); and they take long. Here the
two states of the document are walked from the catalog on and held against each other, whatever numbers their
objects have.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from signdesk.seals.pdf_states import Key, State, Versions, is_reference, key_of

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
_OF_TRAILER = frozenset(["/Encrypt"])
_OF_SEAL = frozenset(["/V", "/F", "/AP", "/MK", "/M"])
_NOT_IN_TEXTS = frozenset(["/XObject", "/ProcSet"])  # of a form's resources: no field's text is set in them
_OF_PAGES = frozenset(
    ["/Type", "/Parent", "/Kids", "/Count", "/Resources", "/MediaBox", "/CropBox", "/Rotate"]
)
_STRUCTURE = frozenset(["/StructTreeRoot", "/StructElem"])
_OF_STRUCTURE = frozenset(["/ParentTree", "/ParentTreeNextKey"])  # ways back into it (14.7.4.4)
_OF_PLACE = frozenset(["/Type", "/S", "/NS", "/P", "/K", "/Pg"])
_OF_PAGE = frozenset(["/Tabs", "/LastModified", "/PieceInfo", "/Metadata"])
Pair = tuple[Any, Any]


def change_since(versions: Versions, revision: int, end: int, seals: frozenset[Key]) -> Change:
    """What differs between `revision` of the open file, which the first `end` bytes are, and its newest
    state. `seals`: the fields of later seals, which may be filled in. Raises as pyHanko does, and ValueError
    where the earlier state cannot be told.
    """
    return _Walk(versions, State(versions, revision, end), State(versions), seals).change()


class _Walk:
    """One comparison. Values are raw: references, or what stands there directly."""

    def __init__(self, versions: Versions, old: State, new: State, seals: frozenset[Key]) -> None:
        self._versions, self._old, self._new, self._seals = versions, old, new, seals
        self._seen: set[tuple[Key, Key]] = set()
        self._roots = key_of(_raw(old.trailer, "/Root")), key_of(_raw(new.trailer, "/Root"))

    def change(self) -> Change:
        old, new = self._old.root, self._new.root
        parts: tuple[tuple[Change, Callable[[], bool]], ...] = (
            (Change.FORM, lambda: self._same_form(old, new)),
            (Change.PAGES, lambda: self._same([(_raw(old, "/Pages"), _raw(new, "/Pages"))])),
            (Change.ACTIONS, lambda: self._same_keys(old, new, _ACTIONS)),
            (Change.UNCLEAR, lambda: self._same_keys(old, new, self._others(old, new))),
            (Change.UNCLEAR, lambda: self._same_keys(self._old.trailer, self._new.trailer, _OF_TRAILER)),
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
        """The resources that the texts of fields are set in (ISO 32000-1, 12.7.3.3): what was there is the
        same; a seal's picture may need more.
        """
        old, new = self._value(self._old, before, "/DR"), self._value(self._new, after, "/DR")
        if old is None:
            return True
        for kind in set(old) - _NOT_IN_TEXTS:
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
            if is_reference(old) and is_reference(new) and not self._is_first(key_of(old), key_of(new)):
                continue
            before, after = self._found(self._old, old), self._found(self._new, new)
            is_seal = is_reference(new) and self._is_of_seal(new)
            if before is after and is_reference(new) and not is_seal and not _is_page(after):
                left.extend((one, one) for one in self._versions.references_in(after))
                continue
            more = self._parts(before, after, is_seal=is_seal)
            if more is None:
                return False
            left.extend(more)
        return True

    def _is_first(self, old: Key, new: Key) -> bool:
        """Whether the two were not held against each other yet. Signatures may name the catalog."""
        pair = old, new
        if pair in self._seen or pair == self._roots:
            return False
        self._seen.add(pair)
        if len(self._seen) > MOST_OBJECTS:
            raise ValueError("too many objects")
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
        if _is_page(new):
            left_out = _OF_PAGE | {"/Annots"}
            lists = self._value(self._old, old, "/Annots"), self._value(self._new, new, "/Annots")
            if not self._same_list(*lists):
                return None
        elif _name(new, "/Type") == "/Pages":
            left_out = frozenset(key for key in new if key not in old and _is_remark(key, _raw(new, key)))
        elif _is_structure(new):
            left_out = _OF_STRUCTURE | {"/K"}
            lists = self._kids(self._old, old), self._kids(self._new, new)
            if not self._same_list(*lists, self._is_seals_place):
                return None
        elif "/Subtype" in new:
            left_out |= {"/P"}  # the page that it lies on, which is looked at by itself
        return [(_raw(old, key), _raw(new, key)) for key in sorted({*old, *new} - left_out)]

    def _same_list(self, old: Any, new: Any, may_be_new: Callable[[Any], bool] | None = None) -> bool:
        """The same entries in the same order, with later seals among them, or what `may_be_new`."""
        may_be_new = may_be_new or self._is_of_seal
        before, pairs = _entries_of(old), list[Pair]()
        for one in _entries_of(new):
            is_next = len(pairs) < len(before) and _is_same_place(before[len(pairs)], one)
            if not is_next and may_be_new(one):
                continue
            if len(pairs) == len(before):
                return False
            pairs.append((before[len(pairs)], one))
        return len(pairs) == len(before) and self._same(pairs)

    def _kids(self, state: State, of: Any) -> Any:
        """Of a part of the document's structure: one, or a list."""
        found = self._value(state, of, "/K")
        return found if isinstance(found, list) else [_raw(of, "/K")] if found is not None else None

    def _is_seals_place(self, raw: Any) -> bool:
        """A part of the structure (14.7.2) that holds a later seal's field, and no words for anybody."""
        found = self._found(self._new, raw)
        if not _is_dictionary(found) or not set(found) <= _OF_PLACE:
            return False
        kids = _entries_of(self._kids(self._new, found))
        return bool(kids) and all(self._names_seal(self._found(self._new, one)) for one in kids)

    def _names_seal(self, found: Any) -> bool:
        """An object reference (14.7.4.3)."""
        return (
            _is_dictionary(found)
            and set(found) <= {"/Type", "/Obj", "/Pg"}
            and "/Obj" in found
            and self._is_of_seal(_raw(found, "/Obj"))
        )

    def _only_seals(self, references: list[Any]) -> bool:
        return all(map(self._is_of_seal, references))

    def _is_of_seal(self, reference: Any) -> bool:
        """A field of a later seal, or the place that it has on a page."""
        if is_reference(reference) and key_of(reference) in self._seals:
            return True
        found = self._found(self._new, reference)
        if not _is_dictionary(found) or "/Parent" not in found or _name(found, "/Subtype") != "/Widget":
            return False
        parent = _raw(found, "/Parent")
        return is_reference(parent) and key_of(parent) in self._seals

    @staticmethod
    def _found(state: State, value: Any) -> Any:
        """What a raw value leads to, in one of the two states; None for nothing."""
        return state.get_object(value) if is_reference(value) else value

    def _value(self, state: State, of: Any, key: str) -> Any:
        return self._found(state, _raw(of, key))


def _is_page(found: Any) -> bool:
    return _is_dictionary(found) and _name(found, "/Type") == "/Page"


def _is_remark(key: str, value: Any) -> bool:
    """Of a maker in a node of the page tree: a mere text under a key that means nothing there (7.7.3.2)."""
    return key not in _OF_PAGES and isinstance(value, str | bytes)


def _is_structure(found: Any) -> bool:
    """Its root, or an element, which may leave out its type (14.7.2)."""
    kind = _name(found, "/Type")
    return kind in _STRUCTURE or (not kind and "/S" in found and "/P" in found and "/Subtype" not in found)


def _is_same_place(old: Any, new: Any) -> bool:
    return is_reference(old) and is_reference(new) and key_of(old) == key_of(new)


def _is_dictionary(value: Any) -> bool:
    return hasattr(value, "raw_get") and isinstance(value, dict)


def _is_same_value(old: Any, new: Any) -> bool:
    if isinstance(old, int | Decimal) and isinstance(new, int | Decimal):
        return bool(old == new)
    return type(old) is type(new) and written(old) == written(new)


def written(value: Any) -> bytes:
    """As it stands in a file, references as such."""
    made = io.BytesIO()
    value.write_to_stream(made, None)
    return made.getvalue()


def _entries_of(found: Any) -> list[Any]:
    if type(found) is list:
        return found
    return [] if found is None else [found.raw_get(number) for number in range(len(found))]


def _raw(of: Any, key: str) -> Any:
    return of.raw_get(key) if key in of else None


def _name(of: Any, key: str) -> str:
    return str(of[key]) if key in of else ""
