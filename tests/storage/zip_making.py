"""ZIP files made byte by byte, so that each rule can be broken alone; independent of the code under test."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

_LOCAL = ("version", "flags", "method", "time", "date", "crc", "packed", "size")
_DIRECTORY = ("made_by", *_LOCAL)


@dataclass
class Raw:
    """One entry. `local` and `central` overrule single fields of the two headers, by name."""

    name: bytes = b"a.pdf"
    content: bytes = b"content"
    deflated: bool = False
    flags: int = 0
    attributes: int = 0
    local: dict[str, int] = field(default_factory=dict)
    central: dict[str, int] = field(default_factory=dict)
    local_name: bytes | None = None
    local_extra: bytes = b""
    central_extra: bytes = b""
    packed: bytes | None = None
    tail: bytes = b""  # between this entry's bytes and the next entry
    offset: int | None = None

    def packed_content(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if not self.deflated:
            return self.content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()

    def fields(self, overruled: dict[str, int]) -> dict[str, int]:
        usual = {
            "made_by": 20,
            "version": 20,
            "flags": self.flags,
            "method": 8 if self.deflated else 0,
            "time": 0,
            "date": 0x21,
            "crc": zlib.crc32(self.content),
            "packed": len(self.packed_content()),
            "size": len(self.content),
        }
        return {**usual, **overruled}


def descriptor(raw: Raw, *, signature: bool = True, wide: bool = False) -> bytes:
    """The data descriptor that belongs to an entry."""
    numbers = (zlib.crc32(raw.content), len(raw.packed_content()), len(raw.content))
    return (b"PK\x07\x08" if signature else b"") + struct.pack("<L2Q" if wide else "<3L", *numbers)


def zip_of(
    entries: Iterable[Raw],
    *,
    before: bytes = b"",
    after: bytes = b"",
    comment: bytes = b"",
    end: dict[str, int] | None = None,
    zip64: bool = False,
) -> bytes:
    """The archive. `end` overrules fields of the end record: entries, size, offset, disk, comment."""
    body, directory, count = bytearray(before), bytearray(), 0
    for raw in entries:
        count += 1
        offset = len(body) if raw.offset is None else raw.offset
        local, central = raw.fields(raw.local), raw.fields(raw.central)
        name = raw.name if raw.local_name is None else raw.local_name
        body += struct.pack("<4s5H3L", b"PK\x03\x04", *(local[key] for key in _LOCAL))
        body += struct.pack("<2H", len(name), len(raw.local_extra)) + name + raw.local_extra
        body += raw.packed_content() + raw.tail
        directory += struct.pack("<4s6H3L", b"PK\x01\x02", *(central[key] for key in _DIRECTORY))
        directory += struct.pack("<5H", len(raw.name), len(raw.central_extra), 0, 0, 0)
        directory += struct.pack("<2L", raw.attributes, offset) + raw.name + raw.central_extra
    known = {
        "entries": count,
        "size": len(directory),
        "offset": len(body),
        "disk": 0,
        "comment": len(comment),
    }
    return bytes(body + directory) + _end({**known, **(end or {})}, zip64=zip64) + comment + after


def _end(known: dict[str, int], *, zip64: bool) -> bytes:
    entries, size, offset = known["entries"], known["size"], known["offset"]
    large = b""
    if zip64:
        large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, size, offset)
        large += struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + size, 1)
        entries, size, offset = 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF
    disk = known["disk"]
    return large + struct.pack(
        "<4s4H2LH", b"PK\x05\x06", disk, disk, entries, entries, size, offset, known["comment"]
    )
