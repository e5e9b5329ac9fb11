"""Do the updates after a revision of a PDF put anything on a page? Anybody gets a time stamp, and its field
may cover what was sealed. The picture of a later seal may, too, but then its signer is the one that is named.

Rohlmann and others, "Breaking the Specification: PDF Certification" (IEEE S&P 2021), 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from signdesk.seals.pdf_revisions import written
from signdesk.seals.pdf_states import BeyondReach, State, Versions

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
