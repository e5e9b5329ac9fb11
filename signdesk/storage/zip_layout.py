"""What lies before the directory of a ZIP file: local headers, bytes, data descriptors, and nothing else but
an archive extra data record (APPNOTE 4.3.11), which no reader takes for a file.

Entries must follow each other from byte 0 to the directory without gap or overlap, and every local header
must say what the directory says, or leave it open, so that all readers see the same archive.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import BinaryIO

from signdesk.domain.messages import msg
from signdesk.storage.entry_names import shown_entry
from signdesk.storage.zip_directory import Member, true_numbers
from signdesk.storage.zip_format import (
    DEFLATE_LEVEL,
    DESCRIPTOR,
    DESCRIPTOR_SIGNATURE,
    EXTRA_DATA_SIGNATURE,
    LOCAL,
    LOCAL_SIGNATURE,
    LocalHeader,
    Refused,
    Unsound,
)

_RECORD = struct.Struct("<4sL")  # the head of an archive extra data record
_LONGEST_BEHIND_BYTES = 64 * 1024 + 32


def check_layout(file: BinaryIO, members: Sequence[Member], directory_offset: int) -> dict[int, int]:
    """Where each member's packed bytes begin, by its index. Raises Unsound and Refused."""
    begins: dict[int, int] = {}
    position = 0
    ordered = sorted(members, key=lambda member: member.offset)
    ends = [*(member.offset for member in ordered[1:]), directory_offset]
    for member, end in zip(ordered, ends, strict=True):
        if member.offset != position:
            raise _hidden(member)
        begin = _after_header(file, member)
        last = end == directory_offset
        packed_end = begin + member.packed_bytes
        _check_tail(file, member, packed_end, _before_extra_data(file, packed_end, end) if last else end)
        begins[member.index] = begin
        position = end
    return begins


def _after_header(file: BinaryIO, member: Member) -> int:
    file.seek(member.offset)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size:
        raise Unsound(msg("it is cut off"))
    header = LocalHeader._make(LOCAL.unpack(head))
    raw_name, extra = file.read(header.name_bytes), file.read(header.extra_bytes)
    if header.signature != LOCAL_SIGNATURE or raw_name != member.raw_name:
        raise Unsound(msg("its list of contents names other files than it holds"))
    size_bytes, packed_bytes = true_numbers((header.size_bytes, header.packed_bytes), extra)
    said = (header.flags & ~DEFLATE_LEVEL, header.method)
    known = (member.flags & ~DEFLATE_LEVEL, member.method)
    numbers = (header.crc32, size_bytes, packed_bytes)
    expected = (member.crc32, member.size_bytes, member.packed_bytes)
    if said != known or not _agree(numbers, expected):
        raise _contradicted(member)
    return member.offset + LOCAL.size + header.name_bytes + header.extra_bytes


def _agree(numbers: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    """A packer may leave the numbers open, as zeros; with or without saying so by a data descriptor."""
    return all(number in (0, wanted) for number, wanted in zip(numbers, expected, strict=True))


def _before_extra_data(file: BinaryIO, begin: int, end: int) -> int:
    """Where the archive extra data record begins that ends at `end`; `end` where there is none."""
    if not 0 <= end - begin <= _LONGEST_BEHIND_BYTES:
        return end
    file.seek(begin)
    left = file.read(end - begin)
    at = left.find(EXTRA_DATA_SIGNATURE)
    while at >= 0:
        length = len(left) - at - _RECORD.size
        if length >= 0 and _RECORD.unpack_from(left, at)[1] == length:
            return begin + at
        at = left.find(EXTRA_DATA_SIGNATURE, at + 1)
    return end


def _hidden(member: Member) -> Refused:
    name = shown_entry(member.name)
    return Refused(msg("at the entry “{name}” parts overlap, or something is hidden", name=name))


def _contradicted(member: Member) -> Unsound:
    return Unsound(msg("the entry “{name}” contradicts itself", name=shown_entry(member.name)))


def _check_tail(file: BinaryIO, member: Member, begin: int, end: int) -> None:
    """Between the packed bytes and the next entry: nothing, or the data descriptor that the flags say."""
    if not member.flags & DESCRIPTOR:
        if begin != end:
            raise _hidden(member)
        return
    forms = [
        signature + member.crc32.to_bytes(4, "little") + sizes
        for sizes in (_sizes(member, 4), _sizes(member, 8))
        for signature in (b"", DESCRIPTOR_SIGNATURE)
    ]
    if end - begin not in [len(form) for form in forms]:
        raise _hidden(member)
    file.seek(begin)
    if file.read(end - begin) not in forms:
        raise _contradicted(member)


def _sizes(member: Member, width: int) -> bytes:
    mask = 2 ** (8 * width) - 1
    return b"".join(
        (size & mask).to_bytes(width, "little") for size in (member.packed_bytes, member.size_bytes)
    )
