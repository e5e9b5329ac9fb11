"""Archives that each break one rule, by the words with which they must be refused."""

from __future__ import annotations

import stat
import struct
import zlib

from tests.storage.zip_making import Raw, descriptor, zip_of

UTF8 = 0x0800
OPEN = 0x0008
LINK = stat.S_IFLNK << 16


def _bad(**facts: object) -> bytes:
    return zip_of([Raw(**facts)])  # type: ignore[arg-type]


def _double_extra() -> bytes:
    one = struct.pack("<2HQ", 1, 8, 7)
    return _bad(central={"size": 0xFFFFFFFF}, central_extra=one + one)


def _wrong_descriptor() -> bytes:
    raw = Raw(flags=OPEN)
    raw.tail = descriptor(raw)[:-1] + b"!"
    return zip_of([raw])


def unicode_path(name: bytes, raw: bytes = b"a.pdf") -> bytes:
    return struct.pack("<2HBL", 0x7075, 5 + len(name), 1, zlib.crc32(raw)) + name


def _zip64_against_the_small_end() -> bytes:
    content = zip_of([Raw()], zip64=True)
    return content[:-14] + struct.pack("<2H", 5, 5) + content[-10:]


BROKEN: dict[str, dict[str, bytes]] = {
    "it is not complete, or it is not a ZIP file": {
        "nothing": b"",
        "a page": b"<html><body>Sign in</body></html>" * 20,
        "junk after": zip_of([Raw()], after=b"junk"),
        "a zero after": zip_of([Raw()], after=b"\0"),
        "comment cut": zip_of([Raw()], comment=b"comment")[:-1],
        "comment longer than said": zip_of([Raw()], comment=b"comment", end={"comment": 3}),
    },
    "it is empty": {
        "no entries": zip_of([]),
    },
    "its parts overlap, or something is hidden between them": {
        "junk before": zip_of([Raw()], before=b"junk", end={}),
        "entry hidden from the directory": zip_of([Raw(tail=zip_of([Raw(b"b.pdf")])[:42])]),
        "gap": zip_of([Raw(tail=b"\0"), Raw(b"b.pdf")]),
        "gap before the directory": zip_of([Raw(tail=b"\0")]),
        "overlap": zip_of([Raw(), Raw(b"b.pdf", offset=0)]),
        "offset beyond the file": zip_of([Raw(offset=10**6)]),
        "announced descriptor missing": _bad(flags=OPEN),
    },
    "its parts are not where its list of contents says": {
        "junk before, offsets unmoved": b"junk" + zip_of([Raw()]),
        "two archives": zip_of([Raw()]) + zip_of([Raw(b"b.pdf")]),
        "directory elsewhere": zip_of([Raw()], end={"offset": 0}),
        "directory of another size": zip_of([Raw()], end={"size": 10}),
        "zip64 end moved": zip_of([Raw()], zip64=True).replace(
            b"PK\x06\x07\0\0\0\0", b"PK\x06\x07\0\0\0\0\1", 1
        ),
    },
    "it has more than one end": {
        "a second end in the comment": zip_of([Raw()], comment=zip_of([])),
    },
    "it holds two files of the same name": {
        "double name": zip_of([Raw(), Raw()]),
        "double name but for case": zip_of(
            [Raw(b"\xc3\x84.pdf", flags=UTF8), Raw(b"\xc3\xa4.pdf", flags=UTF8)]
        ),
        "double name in another normal form": zip_of(
            [Raw("é.pdf".encode(), flags=UTF8), Raw("e\u0301.pdf".encode(), flags=UTF8)]
        ),
        "entry twice in the directory": zip_of([Raw(), Raw(offset=0)]),
    },
    "its list of contents names other files than it holds": {
        "other name in the header": _bad(local_name=b"b.pdf"),
    },
    "it contradicts itself": {
        "zip64 against the small end": _zip64_against_the_small_end(),
        "other method in the header": _bad(local={"method": 8}),
        "other size in the header": _bad(local={"size": 6, "packed": 6}),
        "other checksum in the header": _bad(local={"crc": 1}),
        "other flags in the header": _bad(local={"flags": UTF8}),
        "open numbers without a descriptor": _bad(local={"crc": 0, "size": 0, "packed": 0}),
        "wrong descriptor": _wrong_descriptor(),
        "stored with two sizes": _bad(local={"size": 8}, central={"size": 8}),
    },
    "a file in it is not whole": {
        "wrong checksum": _bad(local={"crc": 1}, central={"crc": 1}),
        "deflated, smaller than said": _bad(deflated=True, local={"size": 8}, central={"size": 8}),
        "deflated, cut": _bad(
            deflated=True, content=b"x", packed=b"\x4b", local={"packed": 1}, central={"packed": 1}
        ),
        "not deflated": _bad(deflated=True, packed=b"\xff\xff\xff\xff"),
    },
    "a file in it is larger than it says": {
        "deflated, larger than said": _bad(deflated=True, local={"size": 6}, central={"size": 6}),
    },
    "a file in it has something hidden behind its end": {
        "deflated, with a tail": _bad(deflated=True, content=b"", packed=b"\x03\0tail"),
    },
    "a file in it needs a password": {
        "needs a password": _bad(flags=1),
        "strongly encrypted": _bad(flags=0x41),
    },
    "a file in it is packed in a way that SignDesk does not read": {
        "hidden headers": _bad(flags=0x2000),
        "deflate64": _bad(local={"method": 9}, central={"method": 9}),
        "bzip2": _bad(local={"method": 12}, central={"method": 12}),
        "lzma": _bad(local={"method": 14}, central={"method": 14}),
        "aes": _bad(local={"method": 99}, central={"method": 99}),
    },
    "it holds a link, a folder or something else that is not a file": {
        "link": _bad(attributes=LINK | 0o777 << 16, central={"made_by": 0x0314}),
        "link by another system": _bad(attributes=LINK),
        "device": _bad(attributes=stat.S_IFBLK << 16),
        "folder": _bad(name=b"folder/", content=b"", attributes=0x10),
        "folder by attribute": _bad(attributes=0x10),
    },
    "a file in it has a name that is not safe": {
        "path": _bad(name=b"sub/a.pdf"),
        "way up": _bad(name=b"../a.pdf"),
        "absolute": _bad(name=b"/a.pdf"),
        "drive": _bad(name=b"C:\\a.pdf"),
        "backslash": _bad(name=b"sub\\a.pdf"),
        "reserved": _bad(name=b"CON.pdf"),
        "control character": _bad(name=b"a\n.pdf"),
        "no name": _bad(name=b""),
        "only dots": _bad(name=b".."),
        "too long a name": _bad(name=b"a" * 256),
        "unsafe second name": _bad(central_extra=unicode_path(b"../b.pdf")),
        "unsafe first name": _bad(name=b"../a", central_extra=unicode_path(b"a.pdf", b"../a")),
    },
    "a file in it has a name that cannot be read": {
        "not utf-8 though flagged": _bad(name=b"\xff.pdf", flags=UTF8),
        "second name that is no text": _bad(central_extra=unicode_path(b"\xff")),
    },
    "a note about a file in it is cut off": {
        "broken extra field": _bad(central_extra=b"\x01\0\xff\xff"),
        "broken extra field in the header": _bad(local_extra=b"\x01\0\xff\xff"),
    },
    "the size of a file in it cannot be read": {
        "zip64 size missing": _bad(central={"size": 0xFFFFFFFF}),
        "zip64 size twice": _double_extra(),
    },
    "it is one part of several": {
        "several disks": zip_of([Raw()], end={"disk": 1}),
    },
    "its list of contents is longer than it says": {
        "fewer entries than listed": zip_of([Raw(), Raw(b"b.pdf")], end={"entries": 1}),
    },
    "its list of contents does not have the right size": {
        "more entries than listed": zip_of([Raw()], end={"entries": 2}),
        "zip64 says another count": zip_of([Raw()], zip64=True, end={"entries": 2}),
    },
}
