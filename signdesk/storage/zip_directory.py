"""The directory at the end of a ZIP file, read strictly: every byte from it to the end must have a meaning.

zipfile tolerates junk before and after, hidden and double entries (design/reliability.md section 5), so the
records are read here. What lies before the directory: `zip_layout`. What the entries hold: `archive`.
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from signdesk.domain.words import say
from signdesk.storage.zip_format import (
    CENTRAL,
    CENTRAL_SIGNATURE,
    DEFLATE_LEVEL,
    DEFLATED,
    DESCRIPTOR,
    ENCRYPTED,
    END,
    END64,
    END64_SIGNATURE,
    END_SIGNATURE,
    LOCATOR,
    LOCATOR_SIGNATURE,
    MAX_16,
    MAX_32,
    STORED,
    UTF8,
    ZIP64_EXTRA,
    CentralHeader,
    End64Record,
    EndRecord,
    Unsound,
    extra_fields,
)

_LONGEST_COMMENT = MAX_16
_DOS_FOLDER_OR_LABEL = 0x18
_KNOWN_FLAGS = ENCRYPTED | DEFLATE_LEVEL | DESCRIPTOR | UTF8
_DIRECTORY_BYTES_PER_ENTRY = 4096  # generous: 46, a name of at most 255, and a few extra fields


@dataclass(frozen=True, slots=True)
class DirectoryPlace:
    """Where the directory lies and how many entries it says it has. `file_bytes`: the whole archive."""

    offset: int
    size_bytes: int
    entries: int
    file_bytes: int


@dataclass(frozen=True, slots=True)
class Member:
    """One entry as the directory describes it. `index` counts from 0 in the directory's order."""

    index: int
    raw_name: bytes
    name: str
    flags: int
    method: int
    crc32: int
    packed_bytes: int
    size_bytes: int
    offset: int


def find_directory(file: BinaryIO) -> DirectoryPlace:
    """Reads at most the last 65,600 bytes. Raises Unsound."""
    file_bytes = file.seek(0, 2)
    start = max(0, file_bytes - END.size - _LONGEST_COMMENT - LOCATOR.size - END64.size)
    file.seek(start)
    tail = file.read(file_bytes - start)
    end_at = _end_position(tail)
    end = EndRecord._make(END.unpack_from(tail, end_at))
    end64_at = _end64_position(tail, end_at, start)
    if end64_at is None:
        place = _small_place(end, file_bytes)
        directory_end = start + end_at
    else:
        place = _large_place(end, tail, end64_at, file_bytes)
        directory_end = start + end64_at
    if place.offset + place.size_bytes != directory_end:
        raise Unsound(say("its parts are not where its list of contents says"))
    if not place.entries * CENTRAL.size <= place.size_bytes <= place.entries * _DIRECTORY_BYTES_PER_ENTRY:
        raise Unsound(say("its list of contents does not have the right size"))
    return place


def read_members(
    file: BinaryIO, place: DirectoryPlace, read_name: Callable[[bytes, int, bytes], str]
) -> Iterator[Member]:
    """Every entry of the directory, which must end exactly where it says. Raises Unsound.

    `read_name(raw, flags, extra)` gives the name of an entry, or raises Unsound.
    """
    file.seek(place.offset)
    remaining = place.size_bytes
    for index in range(place.entries):
        header, raw_name, extra = _read_central(file)
        remaining -= CENTRAL.size + header.name_bytes + header.extra_bytes + header.comment_bytes
        if remaining < 0:
            raise Unsound(say("its list of contents runs over its end"))
        _refuse_odd_entry(header)
        yield _member(index, header, raw_name, extra, read_name(raw_name, header.flags, extra))
    if remaining:
        raise Unsound(say("its list of contents is longer than it says"))


def _end_position(tail: bytes) -> int:
    """The end record is the last thing in the file; its comment may not hold something like another one."""
    position = tail.find(END_SIGNATURE)
    while position >= 0:
        rest = len(tail) - position - END.size
        if rest >= 0 and EndRecord._make(END.unpack_from(tail, position)).comment_bytes == rest:
            if tail.find(END_SIGNATURE, position + 1) >= 0:
                raise Unsound(say("it has more than one end"))
            return position
        position = tail.find(END_SIGNATURE, position + 1)
    raise Unsound(say("it is not complete, or it is not a ZIP file"))


def _end64_position(tail: bytes, end_at: int, start: int) -> int | None:
    """Where the ZIP64 end record begins in `tail`; None where there is none."""
    at = end_at - LOCATOR.size
    if at < 0 or not tail.startswith(LOCATOR_SIGNATURE, at):
        return None
    _, disk, offset, disks = LOCATOR.unpack_from(tail, at)
    position = at - END64.size
    if disk != 0 or disks > 1 or position < 0 or offset != start + position:
        raise Unsound(say("its parts are not where its list of contents says"))
    return position


def _small_place(end: EndRecord, file_bytes: int) -> DirectoryPlace:
    if end.disk or end.directory_disk or end.entries_here != end.entries:
        raise Unsound(say("it is one part of several"))
    return DirectoryPlace(end.directory_offset, end.directory_bytes, end.entries, file_bytes)


def _large_place(end: EndRecord, tail: bytes, end64_at: int, file_bytes: int) -> DirectoryPlace:
    large = End64Record._make(END64.unpack_from(tail, end64_at))
    if large.signature != END64_SIGNATURE or large.rest_bytes != END64.size - 12:
        raise Unsound(say("its end cannot be read"))
    if large.disk or large.directory_disk or large.entries_here != large.entries:
        raise Unsound(say("it is one part of several"))
    pairs = (
        (end.entries, large.entries, MAX_16),
        (end.entries_here, large.entries, MAX_16),
        (end.directory_bytes, large.directory_bytes, MAX_32),
        (end.directory_offset, large.directory_offset, MAX_32),
    )
    if any(small not in (see_large, value) for small, value, see_large in pairs):
        raise Unsound(say("it contradicts itself"))
    return DirectoryPlace(large.directory_offset, large.directory_bytes, large.entries, file_bytes)


def _read_central(file: BinaryIO) -> tuple[CentralHeader, bytes, bytes]:
    head = file.read(CENTRAL.size)
    if len(head) < CENTRAL.size:
        raise Unsound(say("its list of contents is cut off"))
    header = CentralHeader._make(CENTRAL.unpack(head))
    if header.signature != CENTRAL_SIGNATURE:
        raise Unsound(say("its list of contents cannot be read"))
    raw_name, extra = file.read(header.name_bytes), file.read(header.extra_bytes)
    file.seek(header.comment_bytes, 1)
    return header, raw_name, extra


def _refuse_odd_entry(header: CentralHeader) -> None:
    if header.flags & ENCRYPTED:
        raise Unsound(say("a file in it needs a password"))
    if header.flags & ~_KNOWN_FLAGS or header.method not in (STORED, DEFLATED):
        raise Unsound(say("a file in it is packed in a way that SignDesk does not read"))
    kind = stat.S_IFMT(header.external_attributes >> 16)
    if kind not in (0, stat.S_IFREG) or header.external_attributes & _DOS_FOLDER_OR_LABEL:
        raise Unsound(say("it holds a link, a folder or something else that is not a file"))


def _member(index: int, header: CentralHeader, raw_name: bytes, extra: bytes, name: str) -> Member:
    shown = (header.size_bytes, header.packed_bytes, header.offset)
    size_bytes, packed_bytes, offset = true_numbers(shown, extra)
    if header.disk not in (0, MAX_16):
        raise Unsound(say("it is one part of several"))
    if header.method == STORED and size_bytes != packed_bytes:
        raise Unsound(say("it contradicts itself"))
    return Member(
        index, raw_name, name, header.flags, header.method, header.crc32, packed_bytes, size_bytes, offset
    )


def true_numbers(shown: tuple[int, ...], extra: bytes) -> list[int]:
    """The numbers of a header, each taken from the ZIP64 field where the header has no room for it.

    Raises Unsound where that field is missing, double or too short.
    """
    fields = [content for kind, content in extra_fields(extra) if kind == ZIP64_EXTRA]
    wanted = sum(number == MAX_32 for number in shown)
    if len(fields) > 1 or (wanted and (not fields or len(fields[0]) < 8 * wanted)):
        raise Unsound(say("the size of a file in it cannot be read"))
    large = iter(struct.unpack_from(f"<{wanted}Q", fields[0])) if wanted else iter(())
    return [next(large) if number == MAX_32 else number for number in shown]
