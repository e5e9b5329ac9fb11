"""Files for the preview: sound, wrong and hostile ones."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from tests.support.samples import a_pdf

A4 = ("595", "842")


def pdf_of(sizes: Sequence[tuple[str, str]], content: bytes = b"") -> bytes:
    """A PDF with a page of each size, as it is written in the file; `content` draws each page."""
    count = len(sizes)
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
    ]
    for width, height in sizes:
        box = f"[0 0 {width} {height}]".encode()
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R >>" % (box, count + 3))
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF that needs a password to be opened."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(a_pdf())))
    writer.encrypt("owner", "user")  # type: ignore[no-untyped-call]
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that claims this size in 24 bits; without `rows` (each after a 0) it has only a head."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def red_png(width: int = 40, height: int = 30) -> bytes:
    """A red picture."""
    return png(width, height, (b"\x00" + b"\xff\x00\x00" * width) * height)


def written(folder: Path, name: str, data: bytes) -> Path:
    """The file."""
    path = folder / name
    path.write_bytes(data)
    return path
