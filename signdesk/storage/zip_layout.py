"""What lies before the directory of a ZIP file: local headers, bytes, data descriptors, and nothing else.

Entries must follow each other from byte 0 to the directory without gap or overlap, and every local header
must say what the directory says, so that all readers see the same archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from signdesk.domain.words import say
from signdesk.storage.zip_directory import Member, true_numbers
from signdesk.storage.zip_format import (
    DEFLATE_LEVEL,
    DESCRIPTOR,
    DESCRIPTOR_SIGNATURE,
    LOCAL,
    LOCAL_SIGNATURE,
    LocalHeader,
    Unsound,
)


def check_layout(file: BinaryIO, members: Sequence[Member], directory_offset: int) -> dict[int, int]:
    """Where each member's packed bytes begin, by its index. Raises Unsound."""
    begins: dict[int, int] = {}
    position = 0
    ordered = sorted(members, key=lambda member: member.offset)
    ends = [*(member.offset for member in ordered[1:]), directory_offset]
    for member, end in zip(ordered, ends, strict=True):
        if member.offset != position:
            raise Unsound(say("its parts overlap, or something is hidden between them"))
        begin = _after_header(file, member)
        _check_tail(file, member, begin + member.packed_bytes, end)
        begins[member.index] = begin
        position = end
    return begins


def _after_header(file: BinaryIO, member: Member) -> int:
    file.seek(member.offset)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size:
        raise Unsound(say("it is cut off"))
    header = LocalHeader._make(LOCAL.unpack(head))
    raw_name, extra = file.read(header.name_bytes), file.read(header.extra_bytes)
    if header.signature != LOCAL_SIGNATURE or raw_name != member.raw_name:
        raise Unsound(say("its list of contents names other files than it holds"))
    size_bytes, packed_bytes = true_numbers((header.size_bytes, header.packed_bytes), extra)
    said = (header.flags & ~DEFLATE_LEVEL, header.method)
    known = (member.flags & ~DEFLATE_LEVEL, member.method)
    numbers = (header.crc32, size_bytes, packed_bytes)
    expected = (member.crc32, member.size_bytes, member.packed_bytes)
    if said != known or not _agree(numbers, expected, may_be_open=bool(member.flags & DESCRIPTOR)):
        raise Unsound(say("it contradicts itself"))
    return member.offset + LOCAL.size + header.name_bytes + header.extra_bytes


def _agree(numbers: tuple[int, ...], expected: tuple[int, ...], *, may_be_open: bool) -> bool:
    """With a data descriptor the packer may have left the numbers open, as zeros."""
    pairs = zip(numbers, expected, strict=True)
    return all(number == wanted or (may_be_open and number == 0) for number, wanted in pairs)


def _check_tail(file: BinaryIO, member: Member, begin: int, end: int) -> None:
    """Between the packed bytes and the next entry: nothing, or the data descriptor that the flags say."""
    if not member.flags & DESCRIPTOR:
        if begin != end:
            raise Unsound(say("its parts overlap, or something is hidden between them"))
        return
    forms = [
        signature + member.crc32.to_bytes(4, "little") + sizes
        for sizes in (_sizes(member, 4), _sizes(member, 8))
        for signature in (b"", DESCRIPTOR_SIGNATURE)
    ]
    if end - begin not in [len(form) for form in forms]:
        raise Unsound(say("its parts overlap, or something is hidden between them"))
    file.seek(begin)
    if file.read(end - begin) not in forms:
        raise Unsound(say("it contradicts itself"))


def _sizes(member: Member, width: int) -> bytes:
    mask = 2 ** (8 * width) - 1
    return b"".join(
        (size & mask).to_bytes(width, "little") for size in (member.packed_bytes, member.size_bytes)
    )
