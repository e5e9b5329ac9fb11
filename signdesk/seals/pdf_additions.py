"""Do the updates after a revision of a PDF put anything on a page? Anybody gets a time stamp, and its field
may cover what was sealed. The picture of a later seal may, too, but then its signer is the one that is named.

Rohlmann and others, "Breaking the Specification: PDF Certification" (IEEE S&P 2021), 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from signdesk.seals.pdf_revisions import written

_CORNERS = 4


def add_to_a_page(reader: Any, revision: int) -> bool:
    """Whether an annotation that takes up room, or acts, was written after `revision`, and is not as it was.
    Raises as pyHanko does.
    """
    old = reader.get_historical_resolver(revision)
    for number in range(revision + 1, reader.xrefs.total_revisions):
        for reference in reader.xrefs.explicit_refs_in_revision(number):
            new = reader.get_object(reference)
            before = _before(old, reference)
            if any(map(_shows, _annotations(new))) and (before is None or written(before) != written(new)):
                return True
    return False


def _before(old: Any, reference: Any) -> Any:
    from pyhanko.pdf_utils.misc import PdfReadError

    try:
        return old.get_object(reference)
    except (KeyError, PdfReadError):
        return None


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
