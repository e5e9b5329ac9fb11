"""The directory at the end of a ZIP file. Everything in it must have a meaning, and only one.

zipfile tolerates junk before, hidden and double entries, so the records are
read here. Up to 64 KiB may follow the end record (a line end, a counter of a proxy): no reader takes that for
files. What lies before the directory: `zip_layout`. What the entries hold: `archive`.
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from signdesk.domain.messages import msg
from signdesk.storage.entry_names import is_folder_name, shown_entry
from signdesk.storage.zip_format import (
    CENTRAL,
    CENTRAL_SIGNATURE,
    DEFLATE_LEVEL,
    DEFLATED,
    DESCRIPTOR,
    DIGITAL_SIGNATURE,
    ENCRYPTED,
    END,
    END64,
    END64_SIGNATURE,
    END_SIGNATURE,
    FOLDER_ATTRIBUTE,
    LABEL_ATTRIBUTE,
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
    Refused,
    Unsound,
    extra_fields,
)

_LONGEST_COMMENT = MAX_16
_MOST_BEHIND_BYTES = 64 * 1024  # after the end record and its comment
_RECORD = struct.Struct("<4sH")  # the head of a digital signature record
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
    is_folder: bool = False


def find_directory(file: BinaryIO) -> DirectoryPlace:
    """Reads at most the last 200 KB. Raises Unsound and Refused."""
    file_bytes = file.seek(0, 2)
    longest = LOCATOR.size + END64.size + END.size + _LONGEST_COMMENT + _MOST_BEHIND_BYTES
    start = max(0, file_bytes - longest)
    file.seek(start)
    tail = file.read(file_bytes - start)
    found: list[tuple[int, DirectoryPlace]] = []
    why: Exception = Unsound(msg("it is not complete, or it is not a ZIP file"))
    for at in _end_positions(tail):
        try:
            found.append((at, _place(file, tail, at, start)))
        except (Unsound, Refused) as error:
            why = error
    if not found:
        raise why
    (at, place), *others = found
    if others or tail.find(END_SIGNATURE, at + 1) >= 0:
        raise Refused(msg("it has more than one end"))
    if not place.entries * CENTRAL.size <= place.size_bytes <= place.entries * _DIRECTORY_BYTES_PER_ENTRY:
        raise Unsound(msg("its list of contents does not have the right size"))
    return place


def read_members(
    file: BinaryIO, place: DirectoryPlace, read_name: Callable[[bytes, int, bytes], str]
) -> Iterator[Member]:
    """Every entry of the directory, which must end exactly where it says. Raises Unsound and Refused.

    `read_name(raw, flags, extra)` gives the name of an entry, or raises Refused.
    """
    file.seek(place.offset)
    remaining = place.size_bytes
    for index in range(place.entries):
        header, raw_name, extra = _read_central(file)
        remaining -= CENTRAL.size + header.name_bytes + header.extra_bytes + header.comment_bytes
        if remaining < 0:
            raise Unsound(msg("its list of contents runs over its end"))
        name = read_name(raw_name, header.flags, extra)
        is_folder = _is_folder(header, name)
        yield _member(index, header, raw_name, extra, name, is_folder=is_folder)
    if remaining and not _is_signature(_read_at(file, file.tell(), remaining)):
        raise Unsound(msg("its list of contents is longer than it says"))


def _end_positions(tail: bytes) -> Iterator[int]:
    """Of what may be an end record: it is whole, its comment too, and not too much follows."""
    position = tail.find(END_SIGNATURE)
    while position >= 0:
        rest = len(tail) - position - END.size
        if rest >= 0:
            comment_bytes = EndRecord._make(END.unpack_from(tail, position)).comment_bytes
            if comment_bytes <= rest <= comment_bytes + _MOST_BEHIND_BYTES:
                yield position
        position = tail.find(END_SIGNATURE, position + 1)


def _place(file: BinaryIO, tail: bytes, end_at: int, start: int) -> DirectoryPlace:
    """Where the end record at `end_at` says that the directory lies. Raises Unsound and Refused."""
    end = EndRecord._make(END.unpack_from(tail, end_at))
    file_bytes = start + len(tail)
    end64_at = _end64_position(tail, end_at, start)
    if end64_at is None:
        place, directory_end = _small_place(end, file_bytes), start + end_at
    else:
        place, directory_end = _large_place(end, tail, end64_at, file_bytes), start + end64_at
    gap = directory_end - place.offset - place.size_bytes
    if gap < 0 or (gap and not _is_signature(_read_at(file, place.offset + place.size_bytes, gap))):
        raise Unsound(msg("its parts are not where its list of contents says"))
    return place


def _read_at(file: BinaryIO, offset: int, length: int) -> bytes:
    if length > _RECORD.size + MAX_16:
        return b""
    file.seek(offset)
    return file.read(length)


def _is_signature(record: bytes) -> bool:
    """Whether these bytes are a digital signature record, and nothing else. Nobody reads what it signs."""
    if len(record) < _RECORD.size:
        return False
    signature, length = _RECORD.unpack_from(record)
    return bool(signature == DIGITAL_SIGNATURE and length == len(record) - _RECORD.size)


def _end64_position(tail: bytes, end_at: int, start: int) -> int | None:
    """Where the ZIP64 end record begins in `tail`; None where there is none."""
    at = end_at - LOCATOR.size
    if at < 0 or not tail.startswith(LOCATOR_SIGNATURE, at):
        return None
    _, disk, offset, disks = LOCATOR.unpack_from(tail, at)
    position = at - END64.size
    if disk != 0 or disks > 1 or position < 0 or offset != start + position:
        raise Unsound(msg("its parts are not where its list of contents says"))
    return position


def _small_place(end: EndRecord, file_bytes: int) -> DirectoryPlace:
    if end.disk or end.directory_disk or end.entries_here != end.entries:
        raise Refused(msg("it is one part of several"))
    return DirectoryPlace(end.directory_offset, end.directory_bytes, end.entries, file_bytes)


def _large_place(end: EndRecord, tail: bytes, end64_at: int, file_bytes: int) -> DirectoryPlace:
    large = End64Record._make(END64.unpack_from(tail, end64_at))
    if large.signature != END64_SIGNATURE or large.rest_bytes != END64.size - 12:
        raise Unsound(msg("its end cannot be read"))
    if large.disk or large.directory_disk or large.entries_here != large.entries:
        raise Refused(msg("it is one part of several"))
    pairs = (
        (end.entries, large.entries, MAX_16),
        (end.entries_here, large.entries, MAX_16),
        (end.directory_bytes, large.directory_bytes, MAX_32),
        (end.directory_offset, large.directory_offset, MAX_32),
    )
    if any(small not in (see_large, value) for small, value, see_large in pairs):
        raise Unsound(msg("it contradicts itself"))
    return DirectoryPlace(large.directory_offset, large.directory_bytes, large.entries, file_bytes)


def _read_central(file: BinaryIO) -> tuple[CentralHeader, bytes, bytes]:
    head = file.read(CENTRAL.size)
    if len(head) < CENTRAL.size:
        raise Unsound(msg("its list of contents is cut off"))
    header = CentralHeader._make(CENTRAL.unpack(head))
    if header.signature != CENTRAL_SIGNATURE:
        raise Unsound(msg("its list of contents cannot be read"))
    raw_name, extra = file.read(header.name_bytes), file.read(header.extra_bytes)
    file.seek(header.comment_bytes, 1)
    return header, raw_name, extra


def _is_folder(header: CentralHeader, name: str) -> bool:
    """Raises Refused for what is neither a folder nor a file that can be read."""
    shown = shown_entry(name)
    if header.flags & ENCRYPTED:
        raise Refused(msg("the entry “{name}” needs a password", name=shown))
    if header.flags & ~_KNOWN_FLAGS or header.method not in (STORED, DEFLATED):
        raise Refused(msg("the entry “{name}” is packed in a way that SignDesk does not read", name=shown))
    kind = stat.S_IFMT(header.external_attributes >> 16)
    if kind == stat.S_IFLNK:
        raise Refused(msg("the entry “{name}” is a link", name=shown))
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or header.external_attributes & LABEL_ATTRIBUTE:
        raise Refused(msg("the entry “{name}” is a device or something else that is no file", name=shown))
    is_folder = bool(header.external_attributes & FOLDER_ATTRIBUTE) or kind == stat.S_IFDIR
    if not is_folder and not is_folder_name(name):
        return False
    if header.size_bytes:
        raise Refused(msg("the entry “{name}” is a folder, and yet holds something", name=shown))
    return True


def _member(
    index: int, header: CentralHeader, raw_name: bytes, extra: bytes, name: str, *, is_folder: bool
) -> Member:
    shown = (header.size_bytes, header.packed_bytes, header.offset)
    size_bytes, packed_bytes, offset = true_numbers(shown, extra)
    if header.disk not in (0, MAX_16):
        raise Refused(msg("it is one part of several"))
    if header.method == STORED and size_bytes != packed_bytes:
        raise Unsound(msg("the entry “{name}” contradicts itself", name=shown_entry(name)))
    return Member(
        index,
        raw_name,
        name,
        header.flags,
        header.method,
        header.crc32,
        packed_bytes,
        size_bytes,
        offset,
        is_folder,
    )


def true_numbers(shown: tuple[int, ...], extra: bytes) -> list[int]:
    """The numbers of a header, each taken from the ZIP64 field where the header has no room for it.

    Raises Unsound where that field is missing, double or too short.
    """
    fields = [content for kind, content in extra_fields(extra) if kind == ZIP64_EXTRA]
    wanted = sum(number == MAX_32 for number in shown)
    if len(fields) > 1 or (wanted and (not fields or len(fields[0]) < 8 * wanted)):
        raise Unsound(msg("the size of a file in it cannot be read"))
    large = iter(struct.unpack_from(f"<{wanted}Q", fields[0])) if wanted else iter(())
    return [next(large) if number == MAX_32 else number for number in shown]
