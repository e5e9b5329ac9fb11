"""Where a PDF begins and ends (ISO 32000-1, 7.5.2 and 7.5.5), by its bytes alone: nothing is parsed here.

After the last seal of a PDF: updates that every reader finds in the same way, and nothing else. Incremental
saving attacks write objects that no cross-reference section names, or sections that one reader follows and
another mends (Mladenov and others, "1 Trillion Dollar Refund", CCS 2019, 4.2). What the sections name is
looked at elsewhere (`pdf_revisions`).
"""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from signdesk.domain.documents import Oddity

HEAD_BYTES = 1024  # in which readers look for the beginning
START_MARK, END_MARK = b"%PDF-", b"%%EOF"
_LAST_BYTES = 2048  # in which the end mark stands; readers look as far
_PADDING = b"\0\t\n\f\r "  # hosts and archives fill up blocks with it, and it says nothing
_BLOCK_BYTES = 1 << 16


class PdfBounds:
    """Watches the bytes of a file go by."""

    def __init__(self) -> None:
        self._head = b""
        self._last = b""  # an end mark may be cut in two
        self._length = 0
        self._mark_at = -1  # the last end mark
        self._content_end = 0  # behind it there is padding alone

    @property
    def is_pdf(self) -> bool:
        """Whether it begins as one; known once HEAD_BYTES have gone by, or all of it."""
        return START_MARK in self._head

    def feed(self, piece: bytes | memoryview) -> None:
        """The next bytes, in order."""
        content = bytes(piece)
        self._head += content[: HEAD_BYTES - len(self._head)]
        if not self.is_pdf and len(self._head) == HEAD_BYTES:
            return
        joined = self._last + content
        if (found := joined.rfind(END_MARK)) >= 0:
            self._mark_at = self._length - len(self._last) + found
        if kept := len(content.rstrip(_PADDING)):
            self._content_end = self._length + kept
        self._length += len(content)
        self._last = joined[1 - len(END_MARK) :]

    def oddities(self) -> tuple[Oddity, ...]:
        """Of a PDF; none of anything else."""
        if not self.is_pdf:
            return ()
        found = [] if self._head.startswith(START_MARK) else [Oddity.BEFORE_START]
        if self._mark_at < 0:
            found.append(Oddity.NO_END)
        elif self._content_end - self._mark_at > _LAST_BYTES:
            found.append(Oddity.BEHIND_END)
        return tuple(found)


def ends_as_a_pdf(file: BinaryIO, size_bytes: int) -> bool:
    """Whether the first `size_bytes` of it do: the end mark stands near their end, but for padding."""
    end = _content_end(file, size_bytes)
    begin = max(0, end - _LAST_BYTES)
    file.seek(begin)
    return END_MARK in file.read(end - begin)


def _content_end(file: BinaryIO, size_bytes: int) -> int:
    """Behind which there is padding alone."""
    end = size_bytes
    while end:
        begin = max(0, end - _BLOCK_BYTES)
        file.seek(begin)
        if kept := len(file.read(end - begin).rstrip(_PADDING)):
            return begin + kept
        end = begin
    return 0


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
