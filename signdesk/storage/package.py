"""The package: the ZIP that is sent, as a stream whose exact length is known before its first byte.

Nothing is copied to disk. Everything is stored (not deflated), CRC and sizes stand in the local headers, so
that streaming readers such as Java's ZipInputStream accept it; ZIP64 records appear only where a number does
not fit.
Names are the caller's (`domain.documents.transfer_names`).
"""

from __future__ import annotations

import hashlib
import io
import struct
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from signdesk.domain.documents import Document, folded, is_safe_name
from signdesk.domain.errors import InputProblem, SourceChanged
from signdesk.storage.sources import CHANGED, PIECE_BYTES, look, open_document
from signdesk.storage.zip_format import (
    CENTRAL,
    CENTRAL_SIGNATURE,
    END,
    END64,
    END64_SIGNATURE,
    END_SIGNATURE,
    EXTRA_HEAD,
    LOCAL,
    LOCAL_SIGNATURE,
    LOCATOR,
    LOCATOR_SIGNATURE,
    MAX_16,
    MAX_32,
    STORED,
    UTF8,
    ZIP64_EXTRA,
)

CHUNK_BYTES = 256 * 1024

_VERSION = 20
_VERSION_ZIP64 = 45
_MADE_ON_UNIX = 3 << 8
_ORDINARY_FILE = 0o100644 << 16
_EARLIEST_S = 315_619_200  # 1980-01-02 UTC: within the range of DOS times in every time zone
_LATEST_S = 4_354_732_800  # 2107-12-30 UTC


class Package:
    """The documents, in order, under the names they travel by. Safe to stream more than once."""

    def __init__(self, entries: Sequence[tuple[str, Document]]) -> None:
        """Raises ValueError for no entries, an unsafe name, or the same name twice (a bug in the caller)."""
        names = {folded(name) for name, _ in entries if is_safe_name(name)}
        if not entries or len(names) != len(entries):
            raise ValueError("a package needs documents with safe, different names")
        self._members = tuple(_laid_out(entries))
        last = self._members[-1]
        self._directory_offset = last.offset + last.local_bytes + last.document.size_bytes
        self._directory_bytes = sum(len(member.central()) for member in self._members)
        self.size_bytes = self._directory_offset + self._directory_bytes + len(self._end())

    def chunks(self) -> Iterator[bytes]:
        """Pieces of CHUNK_BYTES (the last one is shorter), `size_bytes` in all. Blocking.

        Raises SourceChanged as soon as a file is gone, unreadable, or found to hold other bytes than at
        intake: always before the directory at the end, so a changed document never makes a complete package.
        """
        with closing(self._pieces()) as pieces:
            yield from _joined(pieces)

    def _pieces(self) -> Generator[bytes | memoryview]:
        for member in self._members:
            yield member.local()
            yield from _verified(member.document)
        for member in self._members:
            yield member.central()
        yield self._end()

    def _end(self) -> bytes:
        count, size, offset = len(self._members), self._directory_bytes, self._directory_offset
        small = END.pack(
            END_SIGNATURE,
            0,
            0,
            min(count, MAX_16),
            min(count, MAX_16),
            min(size, MAX_32),
            min(offset, MAX_32),
            0,
        )
        if count < MAX_16 and size < MAX_32 and offset < MAX_32:
            return small
        made_by = _MADE_ON_UNIX | _VERSION_ZIP64
        rest = END64.size - 12
        return (
            END64.pack(END64_SIGNATURE, rest, made_by, _VERSION_ZIP64, 0, 0, count, count, size, offset)
            + LOCATOR.pack(LOCATOR_SIGNATURE, 0, offset + size, 1)
            + small
        )


@dataclass(frozen=True, slots=True)
class _Member:
    name: bytes
    document: Document
    offset: int

    @property
    def _is_big(self) -> bool:
        return self.document.size_bytes >= MAX_32

    @property
    def _flags(self) -> int:
        return 0 if self.name.isascii() else UTF8

    @property
    def local_bytes(self) -> int:
        return len(self.local())

    def local(self) -> bytes:
        size = self.document.size_bytes
        extra = _zip64_extra(size, size) if self._is_big else b""
        version = _VERSION_ZIP64 if extra else _VERSION
        shown = min(size, MAX_32)
        when, day = _dos_time(self.document.modified_ns)
        numbers = (self.document.crc32, shown, shown, len(self.name), len(extra))
        return (
            LOCAL.pack(LOCAL_SIGNATURE, version, self._flags, STORED, when, day, *numbers) + self.name + extra
        )

    def central(self) -> bytes:
        size, offset = self.document.size_bytes, self.offset
        large = ([size, size] if self._is_big else []) + ([offset] if offset >= MAX_32 else [])
        extra = _zip64_extra(*large) if large else b""
        version = _VERSION_ZIP64 if extra else _VERSION
        shown = min(size, MAX_32)
        when, day = _dos_time(self.document.modified_ns)
        numbers = (self.document.crc32, shown, shown, len(self.name), len(extra), 0, 0, 0)
        head = (CENTRAL_SIGNATURE, _MADE_ON_UNIX | version, version, self._flags, STORED, when, day)
        return CENTRAL.pack(*head, *numbers, _ORDINARY_FILE, min(offset, MAX_32)) + self.name + extra


def _laid_out(entries: Iterable[tuple[str, Document]]) -> Iterator[_Member]:
    offset = 0
    for name, document in entries:
        member = _Member(name.encode(), document, offset)
        yield member
        offset += member.local_bytes + document.size_bytes


def _zip64_extra(*numbers: int) -> bytes:
    return EXTRA_HEAD.pack(ZIP64_EXTRA, 8 * len(numbers)) + struct.pack(f"<{len(numbers)}Q", *numbers)


def _verified(document: Document) -> Iterator[memoryview]:
    """The document's bytes, never more than its size at intake. Raises SourceChanged for any difference."""
    digest = hashlib.sha256()
    remaining = document.size_bytes
    piece = memoryview(bytearray(min(PIECE_BYTES, remaining + 1)))
    try:
        with _reopened(document) as file:
            while (count := file.readinto(piece)) and count <= remaining:
                digest.update(piece[:count])
                remaining -= count
                yield piece[:count]
    except (InputProblem, OSError) as error:
        raise SourceChanged(document.name, document.path) from error
    if count or remaining or digest.hexdigest() != document.sha256:
        raise SourceChanged(document.name, document.path)


def _reopened(document: Document) -> io.FileIO:
    looked = look(document.path)
    if looked.st_size != document.size_bytes:
        raise InputProblem(CHANGED)
    return open_document(document.path, looked)


def _joined(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) >= CHUNK_BYTES:
            with memoryview(waiting) as view:
                chunk = view[:CHUNK_BYTES].tobytes()
            del waiting[:CHUNK_BYTES]
            yield chunk
    if waiting:
        yield bytes(waiting)


def _dos_time(modified_ns: int) -> tuple[int, int]:
    """Local time in steps of two seconds, clamped to what the format can say."""
    moment = time.localtime(min(max(modified_ns // 10**9, _EARLIEST_S), _LATEST_S))
    when = moment.tm_hour << 11 | moment.tm_min << 5 | min(moment.tm_sec, 59) // 2
    day = (moment.tm_year - 1980) << 9 | moment.tm_mon << 5 | moment.tm_mday
    return when, day
