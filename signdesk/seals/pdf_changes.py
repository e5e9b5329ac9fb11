"""May a signed update show more than its seal? By the objects that it changed, without drawing anything.

The answer "no" is sure; "yes" means that the pages have to be compared (`comparison`). pyHanko's own rules
are for changes after a signature, and do not know the update that brings the first one.

Do the updates after a revision put anything on a page? Anybody gets a time stamp, and its field may cover
what was sealed. The picture of a later seal may, too, but then its signer is the one that is named (Rohlmann
and others, "Breaking the Specification: PDF Certification", IEEE S&P 2021, 4.2).
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator
from typing import Any

from signdesk.seals.pdf_revisions import written
from signdesk.seals.pdf_states import BeyondReach, State, Versions
from signdesk.seals.seal_check_result import hold_to_document

_CATALOG_KEYS = ("/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Version", "/Perms")
_FORM_KEYS = ("/Fields", "/SigFlags")
log = logging.getLogger(__name__)


def may_show_more(reader: Any, since: int, seals: Iterable[Any]) -> bool:
    """`since`: how many bytes were there before the updates; `seals`: the embedded signatures in them."""
    try:
        return _has_picture(seals) or not _only_seals(reader, since, seals)
    except Exception as error:  # noqa: BLE001 - as `as_result`: pyHanko raises nearly anything
        hold_to_document(error)
        log.info("the changes of an update are not clear: %s", type(error).__name__)
        return True


def _has_picture(seals: Iterable[Any]) -> bool:
    """A signature whose field takes up room on a page may lie over something."""
    for one in seals:
        left, bottom, right, top = (float(side) for side in _value(one.sig_field, "/Rect") or (0, 0, 0, 0))
        if left != right and bottom != top:
            return True
    return False


def _only_seals(reader: Any, since: int, seals: Iterable[Any]) -> bool:
    """Whether every object of the earlier file that was written anew is one that a seal has to change."""
    base = _revision_before(reader, since)
    earlier = reader.get_historical_resolver(base)
    seal_fields = {_written(one.sig_field.container_ref) for one in seals}
    changes = _Changes(reader, earlier, seal_fields)
    xrefs = reader.xrefs
    later = range(base + 1, xrefs.total_revisions)
    freed = {ref for revision in later for ref in xrefs.refs_freed_in_revision(revision)}
    written = {ref for revision in later for ref in xrefs.explicit_refs_in_revision(revision)}
    return not freed and all(changes.is_harmless(ref) for ref in written)


class _Changes:
    """Objects of two revisions, held against each other."""

    def __init__(self, reader: Any, earlier: Any, seal_fields: set[bytes]) -> None:
        self._reader, self._earlier, self._seal_fields = reader, earlier, seal_fields
        old = earlier.root
        self._form = _raw(old, "/AcroForm")
        self._lists = {_raw(old["/AcroForm"], "/Fields")} if "/AcroForm" in old else set()
        self._unseen = {_raw(old, "/Metadata"), _raw(old, "/DSS"), _raw(reader.trailer, "/Info")}

    def is_harmless(self, ref: Any) -> bool:
        """New objects are: they are seen only through those that were there before."""
        if self._reader.xrefs.get_introducing_revision(ref) > self._earlier.revision:
            return True
        old, new = self._earlier.get_object(ref), self._reader.get_object(ref)
        name = _written(ref)
        if name == _raw(self._reader.trailer, "/Root"):
            return _same_but(old, new, _CATALOG_KEYS) and self._is_same_form(old, new)
        if name in self._unseen or _type(new) in ("/XRef", "/ObjStm"):
            return True
        if name == self._form:
            return self._only_fields_more(old, new)
        if name in self._lists or isinstance(old, list):
            return self._only_seals_more(old, new)
        if _type(old) == "/Page":
            return _same_but(old, new, ("/Annots",)) and self._only_more(old, new, "/Annots")
        return name in self._seal_fields and _same_but(old, new, ("/V", "/F", "/AP"))

    def _is_same_form(self, old: Any, new: Any) -> bool:
        """As far as the catalog names it. Nothing may be drawn by a form that is new."""
        if "/AcroForm" in old:
            return "/AcroForm" in new and self._only_fields_more(old["/AcroForm"], new["/AcroForm"])
        return set(_value(new, "/AcroForm")) <= {*_FORM_KEYS, "/DA", "/DR"}

    def _only_fields_more(self, old: Any, new: Any) -> bool:
        return _same_but(old, new, _FORM_KEYS) and self._only_more(old, new, "/Fields")

    def _only_more(self, old: Any, new: Any, key: str) -> bool:
        return self._only_seals_more(_value(old, key), _value(new, key))

    def _only_seals_more(self, old: Any, new: Any) -> bool:
        """The same list with fields of the new seals behind it."""
        before, after = _items(old), _items(new)
        return after[: len(before)] == before and set(after[len(before) :]) <= self._seal_fields


def _same_but(old: Any, new: Any, keys: Iterable[str]) -> bool:
    every = (set(old) | set(new)) - set(keys)
    return not hasattr(old, "data") and all(_raw(old, key) == _raw(new, key) for key in every)


def _items(found: Any) -> list[bytes]:
    return [_written(found.raw_get(index)) for index in range(len(found))] if len(found) else []


def _value(found: Any, key: str) -> Any:
    """What a key leads to, through a reference, too (`get` keeps references); nothing without the key."""
    return found[key] if key in found else ()  # noqa: SIM401


def _raw(found: Any, key: str) -> bytes:
    """As it is written in the file, references as such; nothing where there is no such key."""
    return _written(found.raw_get(key)) if key in found else b""


def _written(value: Any) -> bytes:
    made = io.BytesIO()
    if hasattr(value, "idnum") and hasattr(value, "generation"):
        return b"%d %d R" % (value.idnum, value.generation)
    value.write_to_stream(made, None)
    return made.getvalue()


def _type(found: Any) -> str:
    return str(found.get("/Type", "")) if hasattr(found, "get") else ""


def _revision_before(reader: Any, since: int) -> int:
    """The last revision of the file as it was before. Raises ValueError where there is none."""
    revisions = range(reader.xrefs.total_revisions)
    before = [one for one in revisions if reader.xrefs.get_startxref_for_revision(one) < since]
    if not before:
        raise ValueError("no earlier revision")
    return before[-1]


_CORNERS = 4


def add_to_a_page(versions: Versions, revision: int, end: int) -> bool:
    """Whether an annotation that takes up room, or acts, was written after `revision`, which the first `end`
    bytes are, and is not as it was. Raises as pyHanko does, and ValueError.
    """
    if revision == versions.last:
        return False
    old, newest = State(versions, revision, end), State(versions)
    for number in range(revision + 1, versions.last + 1):
        for reference in versions.reader.xrefs.explicit_refs_in_revision(number):
            new = newest.get_object(reference)
            if any(map(_shows, _annotations(new))) and not _is_as_before(old, reference, new):
                return True
    return False


def _is_as_before(old: State, reference: Any, new: Any) -> bool:
    try:
        before = old.get_object(reference)
    except BeyondReach:
        return False
    return before is not None and written(before) == written(new)


def _annotations(found: Any) -> Iterator[Any]:
    """An annotation, or those that are written into a page or a list."""
    if isinstance(found, list):
        yield from (one for one in found if isinstance(one, dict))
    elif isinstance(found, dict):
        yield found
        listed = found.raw_get("/Annots") if "/Annots" in found else None  # type: ignore[attr-defined]
        yield from (one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else ()


def _shows(found: Any) -> bool:
    if "/Rect" not in found:
        return False
    corners = [float(one) for one in found["/Rect"]]
    has_room = len(corners) == _CORNERS and corners[0] != corners[2] and corners[1] != corners[3]
    return has_room or "/A" in found or "/AA" in found
