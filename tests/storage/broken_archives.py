"""Archives that each break one rule, by the words with which they must be refused: BROKEN ones are damaged,
REFUSED ones could do harm or cannot be read. ODD ones break none, by the name of their one file.
"""

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


EXTRA_DATA = struct.pack("<4sL", b"PK\x06\x08", 4) + b"abcd"


def _extra_data_behind_descriptor() -> bytes:
    raw = Raw(flags=OPEN)
    raw.tail = descriptor(raw) + EXTRA_DATA
    return zip_of([raw])


def _signed(*, counted: bool) -> bytes:
    """With a digital signature record between directory and end."""
    record = struct.pack("<4sH", b"PK\x05\x05", 3) + b"abc"
    plain = zip_of([Raw()])
    at = len(plain) - 22
    size = int.from_bytes(plain[at + 12 : at + 16], "little") + (len(record) if counted else 0)
    end = plain[at : at + 12] + struct.pack("<L", size) + plain[at + 16 :]
    return plain[:at] + record + end


BROKEN: dict[str, dict[str, bytes]] = {
    "it is not complete, or it is not a ZIP file": {
        "nothing": b"",
        "a page": b"<html><body>Sign in</body></html>" * 20,
        "comment cut": zip_of([Raw()], comment=b"comment")[:-1],
        "too much behind the end": zip_of([Raw()], after=bytes(64 * 1024 + 1)),
    },
    "it is empty": {
        "no entries": zip_of([]),
        "only a folder": zip_of([Raw(b"signed/", b"")]),
    },
    "its parts are not where its list of contents says": {
        "junk before, offsets unmoved": b"junk" + zip_of([Raw()]),
        "directory elsewhere": zip_of([Raw()], end={"offset": 0}),
        "directory of another size": zip_of([Raw()], end={"size": 10}),
        "zip64 end moved": zip_of([Raw()], zip64=True).replace(
            b"PK\x06\x07\0\0\0\0", b"PK\x06\x07\0\0\0\0\1", 1
        ),
    },
    "its list of contents names other files than it holds": {
        "other name in the header": _bad(local_name=b"b.pdf"),
    },
    "it contradicts itself": {
        "zip64 against the small end": _zip64_against_the_small_end(),
    },
    "the entry “a.pdf” contradicts itself": {
        "other method in the header": _bad(local={"method": 8}),
        "other size in the header": _bad(local={"size": 6, "packed": 6}),
        "other checksum in the header": _bad(local={"crc": 1}),
        "other flags in the header": _bad(local={"flags": UTF8}),
        "wrong descriptor": _wrong_descriptor(),
        "stored with two sizes": _bad(local={"size": 8}, central={"size": 8}),
    },
    "the entry “a.pdf” is not whole": {
        "wrong checksum": _bad(local={"crc": 1}, central={"crc": 1}),
        "deflated, smaller than said": _bad(deflated=True, local={"size": 8}, central={"size": 8}),
        "deflated, cut": _bad(
            deflated=True, content=b"x", packed=b"\x4b", local={"packed": 1}, central={"packed": 1}
        ),
        "not deflated": _bad(deflated=True, packed=b"\xff\xff\xff\xff"),
    },
    "the size of a file in it cannot be read": {
        "zip64 size missing": _bad(central={"size": 0xFFFFFFFF}),
        "zip64 size cut off": _bad(central={"size": 0xFFFFFFFF}, central_extra=b"\x01\0\x08\0\x07"),
        "zip64 size twice": _double_extra(),
    },
    "its list of contents is longer than it says": {
        "fewer entries than listed": zip_of([Raw(), Raw(b"b.pdf")], end={"entries": 1}),
    },
    "its list of contents does not have the right size": {
        "more entries than listed": zip_of([Raw()], end={"entries": 2}),
        "zip64 says another count": zip_of([Raw()], zip64=True, end={"entries": 2}),
    },
}

REFUSED: dict[str, dict[str, bytes]] = {
    "at the entry “a.pdf” parts overlap, or something is hidden": {
        "junk before": zip_of([Raw()], before=b"junk", end={}),
        "entry hidden from the directory": zip_of([Raw(tail=zip_of([Raw(b"b.pdf")])[:42])]),
        "gap": zip_of([Raw(tail=b"\0"), Raw(b"b.pdf")]),
        "gap before the directory": zip_of([Raw(tail=b"\0")]),
        "extra data record between entries": zip_of([Raw(tail=EXTRA_DATA), Raw(b"b.pdf")]),
        "extra data record with more behind it": zip_of([Raw(tail=EXTRA_DATA + b"!")]),
        "overlap": zip_of([Raw(), Raw(b"b.pdf", offset=0)]),
        "offset beyond the file": zip_of([Raw(offset=10**6)]),
        "announced descriptor missing": _bad(flags=OPEN),
    },
    "it has more than one end": {
        "two archives": zip_of([Raw()]) + zip_of([Raw(b"b.pdf")]),
        "a second end in the comment": zip_of([Raw()], comment=zip_of([])),
        "a second end behind the end": zip_of([Raw()], after=b"\r\n" + zip_of([])),
    },
    "it holds two entries of the name “a.pdf”": {
        "double name": zip_of([Raw(), Raw()]),
        "entry twice in the directory": zip_of([Raw(), Raw(offset=0)]),
    },
    "the entry “a.pdf” is larger than it says": {
        "deflated, larger than said": _bad(deflated=True, local={"size": 6}, central={"size": 6}),
    },
    "the entry “a.pdf” has something hidden behind its end": {
        "deflated, with a tail": _bad(deflated=True, content=b"", packed=b"\x03\0tail"),
    },
    "the entry “a.pdf” needs a password": {
        "needs a password": _bad(flags=1),
        "strongly encrypted": _bad(flags=0x41),
    },
    "the entry “a.pdf” is packed in a way that SignDesk does not read": {
        "hidden headers": _bad(flags=0x2000),
        "deflate64": _bad(local={"method": 9}, central={"method": 9}),
        "bzip2": _bad(local={"method": 12}, central={"method": 12}),
        "lzma": _bad(local={"method": 14}, central={"method": 14}),
        "aes": _bad(local={"method": 99}, central={"method": 99}),
    },
    "the entry “a.pdf” is a link": {
        "link": _bad(attributes=LINK | 0o777 << 16, central={"made_by": 0x0314}),
        "link by another system": _bad(attributes=LINK),
    },
    "the entry “a.pdf” is a device or something else that is no file": {
        "device": _bad(attributes=stat.S_IFBLK << 16),
        "pipe": _bad(attributes=stat.S_IFIFO << 16),
        "volume label": _bad(attributes=0x08),
    },
    "the entry “a.pdf” is a folder, and yet holds something": {
        "folder by attribute": _bad(attributes=0x10),
        "folder by mode": _bad(attributes=stat.S_IFDIR << 16),
    },
    "the entry “a.pdf/” is a folder, and yet holds something": {
        "folder by name": _bad(name=b"a.pdf/"),
    },
    "the file “../a.pdf” in it would be written outside its folder": {
        "way up": _bad(name=b"../a.pdf"),
        "way up of a folder": zip_of([Raw(b"../a.pdf", b"", attributes=0x10), Raw(b"b.pdf")]),
    },
    "the file “sub\\..\\..\\a.pdf” in it would be written outside its folder": {
        "way up with backslashes": _bad(name=b"sub\\..\\..\\a.pdf"),
    },
    "the file “.. /a.pdf” in it would be written outside its folder": {
        "way up on windows": _bad(name=b".. /a.pdf"),
    },
    "the file “..” in it would be written outside its folder": {
        "only dots": _bad(name=b".."),
    },
    "the file “../b.pdf” in it would be written outside its folder": {
        "unsafe second name": _bad(central_extra=unicode_path(b"../b.pdf")),
    },
    "the file “../a” in it would be written outside its folder": {
        "unsafe first name": _bad(name=b"../a", central_extra=unicode_path(b"a.pdf", b"../a")),
    },
    "the entry “/a.pdf” has an absolute path": {
        "absolute": _bad(name=b"/a.pdf"),
    },
    "the entry “C:\\a.pdf” has an absolute path": {
        "drive": _bad(name=b"C:\\a.pdf"),
    },
    "the entry “C:a.pdf” has an absolute path": {
        "drive without a path": _bad(name=b"C:a.pdf"),
    },
    "the entry “\\\\server\\a.pdf” has an absolute path": {
        "share": _bad(name=b"\\\\server\\a.pdf"),
    },
    "the name of the entry “a_.pdf” has a NUL in it": {
        "NUL": _bad(name=b"a\0.pdf"),
    },
    "it is one part of several": {
        "several disks": zip_of([Raw()], end={"disk": 1}),
    },
}

ODD: dict[str, tuple[str, bytes]] = {
    "junk behind the end": ("a.pdf", zip_of([Raw()], after=b"<!-- counted by the proxy -->")),
    "as much as may be behind the end": ("a.pdf", zip_of([Raw()], after=bytes(64 * 1024))),
    "comment longer than said": ("a.pdf", zip_of([Raw()], comment=b"comment", end={"comment": 3})),
    "digital signature behind the directory": ("a.pdf", _signed(counted=False)),
    "digital signature counted to the directory": ("a.pdf", _signed(counted=True)),
    "extra data record": ("a.pdf", zip_of([Raw(tail=EXTRA_DATA)])),
    "extra data record behind a descriptor": ("a.pdf", _extra_data_behind_descriptor()),
    "open numbers without a descriptor": ("a.pdf", _bad(local={"crc": 0, "size": 0, "packed": 0})),
    "cut extra field": ("a.pdf", _bad(central_extra=b"UT\xff\xff\0")),
    "cut extra field in the header": ("a.pdf", _bad(local_extra=b"UT\xff\xff\0")),
    "folder entries": ("a.pdf", zip_of([Raw(b"in/", b""), Raw(b"in/a.pdf"), Raw(b"out\\", b"")])),
    "packed folder entry": ("a.pdf", zip_of([Raw(b"logs/", b"", deflated=True), Raw()])),
    "folder by attribute": ("a.pdf", zip_of([Raw(b"logs", b"", attributes=0x10), Raw()])),
    "path": ("a.pdf", _bad(name=b"sub/./a.pdf")),
    "backslash": ("a.pdf", _bad(name=b"sub\\a.pdf")),
    "device name": ("CON.pdf", _bad(name=b"CON.pdf")),
    "control character": ("a_.pdf", _bad(name=b"a\n.pdf")),
    "question marks": ("Umowa ___ta.pdf", _bad(name=b"Umowa ???ta.pdf")),
    "stream name": ("a.pdf_b", _bad(name=b"sub/a.pdf:b")),
    "trailing blanks": ("a.pdf", _bad(name=b"a.pdf . ")),
    "no name": ("_", _bad(name=b"")),
    "too long a name": ("a" * 200, _bad(name=b"a" * 256)),
    "not utf-8 though flagged": ("\xa0.pdf", _bad(name=b"\xff.pdf", flags=UTF8)),
    "second name that is no text": ("a.pdf", _bad(central_extra=unicode_path(b"\xff"))),
}
