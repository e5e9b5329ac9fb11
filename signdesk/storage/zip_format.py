"""The records of a ZIP file as they lie on disk (PKWARE's APPNOTE 6.3, sections 4.3 to 4.5).

Shared by the writer (`package`) and the strict reader (`zip_directory`, `zip_layout`); decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

STORED = 0
DEFLATED = 8

ENCRYPTED = 0x0001
DESCRIPTOR = 0x0008
UTF8 = 0x0800
DEFLATE_LEVEL = 0x0006  # says how hard the packer tried; means nothing to a reader

MAX_16 = 0xFFFF  # "see the ZIP64 record"
MAX_32 = 0xFFFFFFFF

FOLDER_ATTRIBUTE = 0x10  # of DOS, in the lower bytes of the external attributes
LABEL_ATTRIBUTE = 0x08

ZIP64_EXTRA = 0x0001
UNICODE_PATH_EXTRA = 0x7075

LOCAL_SIGNATURE = b"PK\x03\x04"
CENTRAL_SIGNATURE = b"PK\x01\x02"
DESCRIPTOR_SIGNATURE = b"PK\x07\x08"
END64_SIGNATURE = b"PK\x06\x06"
LOCATOR_SIGNATURE = b"PK\x06\x07"
END_SIGNATURE = b"PK\x05\x06"
DIGITAL_SIGNATURE = b"PK\x05\x05"  # APPNOTE 4.3.13, behind the directory
EXTRA_DATA_SIGNATURE = b"PK\x06\x08"  # APPNOTE 4.3.11, before it

LOCAL = Struct("<4s5H3L2H")
CENTRAL = Struct("<4s6H3L5H2L")
END64 = Struct("<4sQ2H2L4Q")
LOCATOR = Struct("<4sLQL")
END = Struct("<4s4H2LH")
EXTRA_HEAD = Struct("<2H")


class Unsound(Exception):
    """An archive is damaged. The text is a phrase that goes after "The result is damaged:"."""


class Refused(Exception):
    """An archive could do harm, or is packed in a way that cannot be read. The text is such a phrase, too."""


class LocalHeader(NamedTuple):
    """Directly before an entry's bytes; name and extra field follow."""

    signature: bytes
    version_needed: int
    flags: int
    method: int
    time: int
    date: int
    crc32: int
    packed_bytes: int
    size_bytes: int
    name_bytes: int
    extra_bytes: int


class CentralHeader(NamedTuple):
    """One line of the directory at the end; name, extra field and comment follow."""

    signature: bytes
    made_by: int
    version_needed: int
    flags: int
    method: int
    time: int
    date: int
    crc32: int
    packed_bytes: int
    size_bytes: int
    name_bytes: int
    extra_bytes: int
    comment_bytes: int
    disk: int
    internal_attributes: int
    external_attributes: int
    offset: int


class End64Record(NamedTuple):
    """The end record where 16 or 32 bits are too few."""

    signature: bytes
    rest_bytes: int
    made_by: int
    version_needed: int
    disk: int
    directory_disk: int
    entries_here: int
    entries: int
    directory_bytes: int
    directory_offset: int


class EndRecord(NamedTuple):
    """The last record of the file; a comment may follow."""

    signature: bytes
    disk: int
    directory_disk: int
    entries_here: int
    entries: int
    directory_bytes: int
    directory_offset: int
    comment_bytes: int


def extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, content) of each extra field. One that runs over the end means nothing, and ends them."""
    position = 0
    while position + EXTRA_HEAD.size <= len(extra):
        kind, length = EXTRA_HEAD.unpack_from(extra, position)
        position += EXTRA_HEAD.size
        if position + length > len(extra):
            return
        yield kind, extra[position : position + length]
        position += length
