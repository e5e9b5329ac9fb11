"""The files of a ZIP that holds documents and seals, read within bounds and never unpacked to the disk.

zipfile reads by the directory alone; other programs read entry after entry, and find what is hidden between
two of them, or what a local header says. So the ZIP must hold what its directory lists, and nothing beside.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
from typing import BinaryIO, cast
from urllib.parse import unquote, unquote_plus

from signdesk.domain.messages import msg
from signdesk.seals.reading import LARGEST_SEAL_BYTES, whole
from signdesk.seals.seal_check_result import NotChecked

META = "META-INF/"
LONGEST_TYPE_BYTES = 100  # of the file `mimetype`
_META_ENDINGS = (".xml", ".p7s", ".tst", ".ers")
_MOST_ENTRIES = 10_000
_LARGEST_BYTES = 4 << 30  # of all that is inside
_CHUNK_BYTES = 1 << 18
_TOO_MUCH = msg(
    "The seal could not be checked, because the container holds more than SignDesk reads. Check it with the "
    "program that it was made with."
)
_ENCRYPTED = msg(
    "The seal could not be checked, because the container opens only with a password. Take out what is in "
    "it, and check that."
)
_TWICE = msg(
    "The seal could not be checked, because two files in the container have the same name: programs may show "
    "one or the other. Ask whoever made it to make it anew."
)
_ODD = msg(
    "The seal could not be checked, because programs may find different things in the container. Check it "
    "with the program that it was made with, and rely only on what that shows."
)


class Package:
    """The files of an open container, by name. Raises NotChecked for what programs may read differently."""

    def __init__(self, container: zipfile.ZipFile, file: BinaryIO) -> None:
        infos = [one for one in container.infolist() if not one.is_dir()]
        names = [one.filename for one in infos]
        if len(infos) > _MOST_ENTRIES or sum(one.file_size for one in infos) > _LARGEST_BYTES:
            raise NotChecked(_TOO_MUCH)
        if any(one.flag_bits & 1 for one in infos):
            raise NotChecked(_ENCRYPTED)
        if len(set(names)) < len(names):
            raise NotChecked(_TWICE)
        # Something in front may be another archive, which programs that read on and on would unpack.
        if not all(map(is_bounded, infos)) or not is_without_gaps(container, file):
            raise NotChecked(_ODD)
        self._container = container
        self._digests: dict[tuple[str, str], bytes] = {}
        self.sizes = {one.filename: one.file_size for one in infos}
        self.meta = [one for one in names if _is_meta(one)]
        self.data = [one for one in names if one != "mimetype" and not _is_meta(one)]

    def open(self, name: str) -> BinaryIO:
        """Seekable. Raises KeyError where there is none."""
        return cast(BinaryIO, self._container.open(name))

    def text(self, name: str) -> bytes:
        """Of a seal's file. Raises as `whole`."""
        with self.open(name) as file:
            return whole(file, LARGEST_SEAL_BYTES)

    def digest(self, name: str, algorithm: str) -> bytes:
        """Read piece by piece, and once, however many seals there are over it."""
        if (name, algorithm) not in self._digests:
            digest = hashlib.new(algorithm)
            with self.open(name) as file:
                while chunk := file.read(_CHUNK_BYTES):
                    digest.update(chunk)
            self._digests[name, algorithm] = digest.digest()
        return self._digests[name, algorithm]


def is_bounded(info: zipfile.ZipInfo, most_bytes: int = _LARGEST_BYTES) -> bool:
    """Whether reading it piece by piece costs no more memory than a piece: zipfile bounds what it unpacks of
    these two methods alone (`ZipExtFile._read1`), and containers have no other (EN 319 162-1, A.1).
    """
    return info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and info.file_size < most_bytes


def _is_meta(name: str) -> bool:
    """Whether it is there for the seals, by its place and its form: anything else is a document, wherever it
    lies (EN 319 162-1, 4.4.4 and A.1).
    """
    return name.startswith(META) and name.endswith(_META_ENDINGS)


def inside_name(uri: str, inside: Package) -> str:
    """What a reference names. Some tools write no escapes at all, others `+` for a blank, as in forms."""
    written = uri.removeprefix("./").removeprefix("/")
    names = [unquote(written), written, unquote_plus(written)]
    return next((one for one in names if one in inside.sizes), names[0])


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
