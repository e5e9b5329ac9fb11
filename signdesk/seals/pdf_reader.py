"""pyHanko's reader of PDFs, faster at what seals are made of, and aware of where each object ends.

pyHanko reads a signature's hexadecimal digits one by one, and the table of an object stream (ISO 32000-1,
7.5.7) anew for each of its objects. What is read is the same.
"""

from __future__ import annotations

import binascii
import io
from functools import partial
from typing import Any, BinaryIO

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader

_PIECE_BYTES = 1 << 16
_read_digit_by_digit = generic.read_hex_string_from_stream


class Reader(PdfFileReader):
    """Of a file that may be out of shape (not pyHanko's strict mode)."""

    def __init__(self, file: BinaryIO | io.BytesIO) -> None:
        super().__init__(file, strict=False)
        self._tables: dict[int, tuple[Any, dict[int, int], bytes]] = {}
        self._ends: dict[int, int] = {}

    def end_of(self, start: int) -> int:
        """Behind the object that was read at `start`; 0 where none was."""
        return self._ends.get(start, 0)

    def _read_object(self, ref: Any, marker: Any, *values: Any, **more: Any) -> Any:
        found = super()._read_object(ref, marker, *values, **more)
        if isinstance(marker, int):
            self._ends[marker] = self.stream.tell()
        return found

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        """As pyHanko: an object is known by its number, whatever its place."""
        container = generic.Reference(stmnum, 0, self).get_object()
        if not isinstance(container, generic.StreamObject) or container["/Type"] != "/ObjStm":
            raise misc.PdfReadError("no object stream")
        if not 0 <= idx < container["/N"]:
            return generic.NullObject()
        known = self._tables.get(stmnum)
        if known is None or known[0] is not container:
            content = container.read_data(DecodePurpose.OBJECT_STREAM)
            known = self._tables[stmnum] = (container, _table(content, container["/N"]), content)
        if idnum not in known[1]:
            return generic.NullObject()
        inside = io.BytesIO(known[2])
        inside.seek(container["/First"] + known[1][idnum])
        try:
            return generic.read_object(inside, generic.Reference(idnum, 0, self))
        except (misc.PdfStreamError, misc.PdfReadError):
            return generic.NullObject()


def _table(content: bytes, count: int) -> dict[int, int]:
    """The places of an object stream's objects, as far as it can be read; of two with a number, the first."""
    stream, places = io.BytesIO(content), dict[int, int]()
    read: Any = generic.NumberObject.read_from_stream
    skip: Any = partial(misc.read_non_whitespace, stream, seek_back=True)
    try:
        for _ in range(count):
            skip()
            number = read(stream)
            skip()
            places.setdefault(int(number), int(read(stream)))
    except (ValueError, misc.PdfStreamError):
        pass
    return places


def _read_hex_string(stream: Any) -> Any:
    """In pieces; where it is odd in any way, as pyHanko does."""
    start = stream.tell()
    pieces = [stream.read(_PIECE_BYTES)]
    while pieces[-1] and b">" not in pieces[-1]:
        pieces.append(stream.read(_PIECE_BYTES))
    digits, end, _rest = b"".join(pieces)[1:].partition(b">")
    plain = digits.translate(None, misc.PDF_WHITESPACE)
    if not end or len(plain) % 2 or plain.translate(None, generic.HEX_DIGITS):
        stream.seek(start)
        return _read_digit_by_digit(stream)
    stream.seek(start + len(digits) + 2)
    return generic.pdf_string(binascii.unhexlify(plain))


generic.read_hex_string_from_stream = _read_hex_string
