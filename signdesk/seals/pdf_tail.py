"""What follows the last seal of a PDF: updates that every reader finds in the same way, and nothing else?

Incremental saving attacks write objects that no cross-reference section names, or sections that one reader
follows and another mends (Mladenov and others, "1 Trillion Dollar Refund", CCS 2019, 4.2). What the sections
name is looked at elsewhere (`pdf_revisions`).
"""

from __future__ import annotations

import re
from typing import Any, BinaryIO

LARGEST_TAIL_BYTES = 64 << 20
_BLANKS = rb"[\0\t\n\f\r ]+"
_OBJECT = re.compile(rb"(?<![0-9])[0-9]{1,10}%b[0-9]{1,5}%bobj(?![A-Za-z])" % (_BLANKS, _BLANKS))
_END = re.compile(rb"startxref%b([0-9]{1,20})%b%%%%EOF[\r\n]*\Z" % (_BLANKS, _BLANKS))
_LAST_BYTES = 2048  # in which readers look for the end


def are_updates(reader: Any, file: BinaryIO, begin: int) -> bool:
    """Whether the bytes from `begin` on are updates (ISO 32000-1, 7.5.6) whose sections stand where they are
    said to, with no object that none of them names. Raises as pyHanko and `file` do.
    """
    file.seek(begin)
    tail = file.read(LARGEST_TAIL_BYTES + 1)
    end = _END.search(tail, max(0, len(tail) - _LAST_BYTES))
    if len(tail) > LARGEST_TAIL_BYTES or end is None:
        return False
    places, named = _sections_from(reader.xrefs, begin)
    if not places or max(places) != int(end[1]):
        return False
    found = {begin + one.start() for one in _OBJECT.finditer(tail)}
    return found <= named | places and all(_is_section(tail, one - begin) for one in places)


def _sections_from(xrefs: Any, begin: int) -> tuple[set[int], set[int]]:
    """Where those are that were added, and what they name. Raises ValueError for those that only some readers
    know (7.5.8.4).
    """
    places, named = set[int](), set[int]()
    for number in range(xrefs.total_revisions):
        place, entries = xrefs.get_startxref_for_revision(number), xrefs.get_xref_data(number)
        if place < begin:
            continue
        if entries.hybrid is not None:
            raise ValueError("a section for some readers only")
        places.add(place)
        named.update(offset for _generation, offset in entries.standard_xrefs.values())
    return places, named


def _is_section(tail: bytes, at: int) -> bool:
    return tail.startswith(b"xref", at) or _OBJECT.match(tail, at) is not None
