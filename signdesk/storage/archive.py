"""The result as an archive: strict, bounded reading of what came back from the server.

What is not whole is a DamagedResult; what could do harm, or is packed in a way that cannot be read, a
RefusedResult: each with one sentence that names the entry. Records are read in `zip_directory` and
`zip_layout`, names in `entry_names`; which document an entry belongs to is decided in `jobs`, whether its
seal is good in `seals`.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from signdesk.domain.errors import DamagedResult, RefusedResult
from signdesk.domain.messages import msg
from signdesk.platform.os_errors import saving_problem
from signdesk.storage.entry_names import EntryNames, distinct, shown_entry
from signdesk.storage.result_bounds import most_entries, most_unpacked_bytes
from signdesk.storage.zip_directory import DirectoryPlace, Member, find_directory, read_members
from signdesk.storage.zip_format import STORED, Refused, Unsound
from signdesk.storage.zip_layout import check_layout

_PIECE_BYTES = 256 * 1024
_IN_MEMORY_BYTES = 8 * 1024 * 1024
_MIB = 1024 * 1024
_LARGEST_RATIO = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the result, fully read once. `name`: without folders, and unlike every other, whatever the
    case (`entry_names`). `index` is its place among the files of the archive's list of contents.
    """

    name: str
    size_bytes: int
    sha256: str
    index: int


@dataclass(frozen=True, slots=True)
class _Place:
    member: Member
    begin: int


class Archive:
    """A result that has passed every check of `read_archive`, at the path where it was read."""

    def __init__(self, path: Path, entries: tuple[Entry, ...], places: tuple[_Place, ...]) -> None:
        self.path = path
        self.entries = entries
        self._places = places

    def open_entry(self, entry: Entry, folder: Path | None = None) -> BinaryIO:
        """The entry's bytes at their beginning, seekable; the caller closes it, and nothing stays behind.

        Up to 8 MiB are held in memory, more go to an unnamed temporary file in `folder` (the system's, where
        None). The bytes are compared with the entry's SHA-256 again: DamagedResult where the archive has
        changed since; SavingProblem where the disk fails. Works only while the archive is still at `path`.
        """
        where = folder or Path(tempfile.gettempdir())
        spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES, dir=str(where))  # noqa: SIM115
        content = cast(BinaryIO, spool)
        try:
            with _as_domain_errors(where):
                for piece in self.pieces(entry):
                    content.write(piece)
                content.seek(0)
        except BaseException:
            content.close()
            raise
        return content

    def pieces(self, entry: Entry) -> Iterator[bytes]:
        """The entry's bytes in pieces of bounded size. Only once the last one was given are they known to be
        those that were checked: raises DamagedResult where they are not, SavingProblem where the disk fails.
        """
        digest = hashlib.sha256()
        with _as_domain_errors(self.path.parent), _opened(self.path) as file:
            for piece in _content(file, self._places[entry.index]):
                digest.update(piece)
                yield piece
            if digest.hexdigest() != entry.sha256:
                raise Unsound(msg("it was changed after it was checked"))


def read_archive(
    path: Path, sent_names: Sequence[str], sent_bytes: int, *, most_files: int | None = None
) -> Archive:
    """Check the whole archive and read every byte of it. Blocking: call it in a worker thread.

    `sent_names`, `sent_bytes`: the names in the package and the documents' total size; they bound what may
    come back (at most 10 entries a document + 100, 10 times the bytes + 256 MiB) and help to read names.
    `most_files`: another bound, where nobody knows what was sent.
    Raises DamagedResult and RefusedResult as above, SavingProblem where the disk cannot be read.
    """
    with _as_domain_errors(path.parent), _opened(path) as file:
        place = find_directory(file)
        if not 0 < place.entries <= (most_files or most_entries(len(sent_names))):
            raise _of_no_use(place)
        members = tuple(read_members(file, place, EntryNames(sent_names).read))
        _refuse_doubles(members)
        _check_bounds(members, place, sent_bytes)
        begins = check_layout(file, members, place.offset)
        found = tuple(_checked(file, _Place(member, begins[member.index])) for member in members)
    files = [(place, sha256) for place, sha256 in found if not place.member.is_folder]
    if not files:
        raise DamagedResult(msg("The result is damaged: {why}.", why=msg("it is empty")))
    names = distinct([place.member.name for place, _sha256 in files])
    entries = (
        Entry(name, place.member.size_bytes, sha256, index)
        for index, (name, (place, sha256)) in enumerate(zip(names, files, strict=True))
    )
    return Archive(path, tuple(entries), tuple(place for place, _sha256 in files))


@contextmanager
def _as_domain_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise saving_problem(error, folder) from error
    except Unsound as error:
        raise DamagedResult(msg("The result is damaged: {why}.", why=str(error))) from error
    except Refused as error:
        raise RefusedResult(msg("SignDesk does not open the result: {why}.", why=str(error))) from error


def _opened(path: Path) -> BinaryIO:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags | getattr(os, "O_CLOEXEC", 0)), "rb")


def _of_no_use(place: DirectoryPlace) -> Exception:
    if place.entries == 0:
        return Unsound(msg("it is empty"))
    return Refused(msg("it holds far too many files ({count})", count=place.entries))


def _refuse_doubles(members: Sequence[Member]) -> None:
    seen: set[bytes] = set()
    for member in members:
        if member.raw_name in seen:
            raise Refused(msg("it holds two entries of the name “{name}”", name=shown_entry(member.name)))
        seen.add(member.raw_name)


def _check_bounds(members: Sequence[Member], place: DirectoryPlace, sent_bytes: int) -> None:
    """Declared sizes alone, before anything is unpacked. A document that was sent may unpack as tightly as it
    likes (a blank scan does); only what goes beyond the documents is held to a ratio.
    """
    unpacked = sum(member.size_bytes for member in members)
    too_tight = unpacked > 2 * sent_bytes + 16 * _MIB and unpacked > _LARGEST_RATIO * place.file_bytes
    if too_tight or unpacked > most_unpacked_bytes(sent_bytes):
        largest = max(members, key=lambda member: member.size_bytes)
        raise Refused(
            msg(
                "it would unpack to far more than was sent (the largest entry is “{name}”)",
                name=shown_entry(largest.name),
            )
        )


def _checked(file: BinaryIO, place: _Place) -> tuple[_Place, str]:
    """With the SHA-256 of its content. Raises Unsound and Refused."""
    digest = hashlib.sha256()
    crc32 = size_bytes = 0
    for piece in _content(file, place):
        digest.update(piece)
        crc32 = zlib.crc32(piece, crc32)
        size_bytes += len(piece)
    member = place.member
    if size_bytes != member.size_bytes or crc32 != member.crc32:
        raise _not_whole(member)
    return place, digest.hexdigest()


def _not_whole(member: Member) -> Unsound:
    return Unsound(msg("the entry “{name}” is not whole", name=shown_entry(member.name)))


def _content(file: BinaryIO, place: _Place) -> Iterator[bytes]:
    """The unpacked bytes, at most one piece more than declared. Raises Unsound."""
    packed = _packed(file, place)
    pieces = packed if place.member.method == STORED else _inflated(packed, place.member)
    remaining = place.member.size_bytes
    for piece in pieces:
        remaining -= len(piece)
        if remaining < 0:
            name = shown_entry(place.member.name)
            raise Refused(msg("the entry “{name}” is larger than it says", name=name))
        yield piece


def _packed(file: BinaryIO, place: _Place) -> Iterator[bytes]:
    file.seek(place.begin)
    remaining = place.member.packed_bytes
    while remaining:
        piece = file.read(min(_PIECE_BYTES, remaining))
        if not piece:
            raise Unsound(msg("it is cut off"))
        remaining -= len(piece)
        yield piece


def _inflated(packed: Iterator[bytes], member: Member) -> Iterator[bytes]:
    """Deflated bytes unpacked, in pieces of bounded size; nothing may follow the end of the stream."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in packed:
            waiting = piece
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, _PIECE_BYTES)
                waiting = inflater.unconsumed_tail
            if waiting or inflater.unused_data:
                name = shown_entry(member.name)
                raise Refused(msg("the entry “{name}” has something hidden behind its end", name=name))
        while not inflater.eof:  # the last bytes may still be inside zlib
            piece = inflater.decompress(b"", _PIECE_BYTES)
            if not piece and not inflater.eof:
                raise _not_whole(member)
            yield piece
    except zlib.error as error:
        raise _not_whole(member) from error
