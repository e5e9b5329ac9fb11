"""Does a ZIP hold what its directory lists, and nothing beside it? zipfile reads by the directory alone;
others read entry after entry, and find what is hidden between two of them, or what a local header says.
"""

from __future__ import annotations

import struct
import zipfile
from typing import BinaryIO

_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_IN_DESCRIPTOR = 8  # a flag: sizes stand behind the bytes
_DESCRIPTORS_BYTES = (12, 16, 20, 24)  # with and without a mark, of sizes of 32 and 64 bits
_LINE_ENDS = (b"", b"\n", b"\r\n")
_IN_EXTRA = 0xFFFFFFFF  # a size of 64 bits stands elsewhere


def is_without_gaps(container: zipfile.ZipFile, file: BinaryIO) -> bool:
    """Whether its entries follow each other from the first byte to the directory, each as the directory says,
    with no file behind the end record. Raises struct.error where it is cut off. Moves `file`.
    """
    entries = sorted(container.infolist(), key=lambda one: one.header_offset)
    ends = [*(one.header_offset for one in entries[1:]), container.start_dir]
    return (
        bool(entries)
        and entries[0].header_offset == 0
        and all(_is_up_to(one, file, end) for one, end in zip(entries, ends, strict=True))
        and _ends_with_record(container, file)
    )


def _is_up_to(entry: zipfile.ZipInfo, file: BinaryIO, end: int) -> bool:
    file.seek(entry.header_offset)
    head = _LOCAL.unpack(file.read(_LOCAL.size))
    _mark, _version, flags, method, _time, _date, _crc, packed, size, name_bytes, extra_bytes = head
    behind = end - (entry.header_offset + _LOCAL.size + name_bytes + extra_bytes + entry.compress_size)
    if method != entry.compress_type or flags & _IN_DESCRIPTOR != entry.flag_bits & _IN_DESCRIPTOR:
        return False
    if flags & _IN_DESCRIPTOR:
        return behind in _DESCRIPTORS_BYTES
    same = packed in (entry.compress_size, _IN_EXTRA) and size in (entry.file_size, _IN_EXTRA)
    return same and behind == 0


def _ends_with_record(container: zipfile.ZipFile, file: BinaryIO) -> bool:
    """But for one line end, which some servers and programs write behind everything."""
    length = _END.size + len(container.comment)
    for more in _LINE_ENDS:
        file.seek(-length - len(more), 2)
        last = file.read()
        mark, *_numbers, comment_bytes = _END.unpack_from(last)
        if mark == b"PK\x05\x06" and comment_bytes == len(container.comment):
            return last.endswith(more)
    return False
