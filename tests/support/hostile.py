"""Small files that cost whoever reads them without bounds minutes or gigabytes."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib

from tests.support.samples import a_pdf

LEVELS = 40
_XMLDSIG = "http://www.w3.org/2000/09/xmldsig#"
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
# 1 GiB of zeros, as bz2.compress gives them in some seconds; packed once more, since it repeats itself.
_GIB_IN_BZIP2 = (
    "eNpzisqwNHSMVAuO5ON8dJ8xvs+B4QADA4cCg0GDr5vTAtWVXA3TR+VH5Ye+vEdN/EmGr"
    "qATIHkWsIozrJrLJio5J7p08osXuVoETPjW8YQJAOT97O0="
)


def doubling_fields(base: bytes | None = None, levels: int = LEVELS) -> bytes:
    """A PDF of 3 KB, in an update of `base`: each level of form fields names the next one twice."""
    content = a_pdf() if base is None else base
    out, offsets = bytearray(content), {}
    first = 10
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%d 0 R] >> >>" % first}
    for number in range(first, first + levels):
        objects[number] = b"<< /T (f) /Kids [%d 0 R %d 0 R] >>" % (number + 1, number + 1)
    last = first + levels
    objects[last] = b"<< /FT /Sig /T (f) /V %d 0 R >>" % (last + 1)
    objects[last + 1] = b"<< /Type /Sig /ByteRange [0 1 2 3] /Contents <30> >>"
    for number, one in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    begin = len(out)
    before = int(content.rsplit(b"startxref", 1)[1].split()[0])
    out += b"xref\n1 1\n%010d 00000 n \n%d %d\n" % (offsets[1], first, last + 2 - first)
    out += b"".join(b"%010d 00000 n \n" % offsets[number] for number in range(first, last + 2))
    out += b"trailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        last + 2,
        before,
        begin,
    )
    return bytes(out)


def many_namespaces(signed: bytes, count: int = 50_000) -> bytes:
    """XML, which holds a signature, whose root declares so many name spaces."""
    declared = b"".join(b' xmlns:n%d="urn:%d"' % (number, number) for number in range(count))
    begin = signed.index(b"<", signed.index(b"?>") if signed.startswith(b"<?") else 0)
    at = min(place for one in (b">", b" ") if (place := signed.find(one, begin)) > 0)
    return signed[:at] + declared + signed[at:]


def packed_mimetype() -> bytes:
    """A container of under 3 KB whose `mimetype` says 31 bytes, and unpacks to 1 GiB (bzip2)."""
    packed = zlib.decompress(base64.b64decode(_GIB_IN_BZIP2))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        container.writestr("Letter.pdf", a_pdf())
        container.writestr("META-INF/signatures.xml", f'<Signature xmlns="{_XMLDSIG}"/>')
    rest = made.getvalue()
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 46, 0, 12, 0, 0, 0, len(packed), 31, 8, 0) + b"mimetype"
    with zipfile.ZipFile(io.BytesIO(rest)) as container:
        directory = container.start_dir
        count = len(container.infolist())
    entries = rest[directory : rest.rindex(b"PK\5\6")]
    front = head + packed
    entries = _moved(entries, len(front))
    own = struct.pack("<4s6H3I5H2I", b"PK\1\2", 46, 46, 0, 12, 0, 0, 0, len(packed), 31, 8, 0, 0, 0, 0, 0, 0)
    entries = own + b"mimetype" + entries
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, count + 1, count + 1, len(entries), len(front) + directory, 0
    )
    return front + rest[:directory] + entries + end


def _moved(entries: bytes, by: int) -> bytes:
    """The directory of a ZIP whose entries begin so many bytes later."""
    out, at = bytearray(entries), 0
    while at < len(out):
        name, extra, comment = struct.unpack_from("<3H", out, at + 28)
        (offset,) = struct.unpack_from("<I", out, at + 42)
        struct.pack_into("<I", out, at + 42, offset + by)
        at += 46 + name + extra + comment
    return bytes(out)


def many_chunks(count: int = 5_000_000) -> bytes:
    """A CMS signature in BER whose content comes in so many pieces of one byte."""
    pieces = b"\x04\x01x" * count
    content = b"\xa0\x80\x24\x80" + pieces + bytes(4)
    signed = b"\x30\x80\x02\x01\x01\x31\x00\x30\x80" + _DATA + content + bytes(2) + b"\x31\x00" + bytes(2)
    return b"\x30\x80" + _SIGNED_DATA + b"\xa0\x80" + signed + bytes(4)


def unpacking_stream(size_bytes: int = 1 << 30) -> bytes:
    """A PDF whose cross-reference stream unpacks to so many bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)  # the same one each time
    check = (size_bytes % 65521 << 16 | 1).to_bytes(4, "big")  # Adler-32 of zeros
    packed = b"\x78\xda" + piece * (size_bytes >> 24) + b"\x03\x00" + check
    head = b"%PDF-1.7\n%/ByteRange\n"
    stream = (
        b"1 0 obj\n<< /Type /XRef /Size 2 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
        % len(packed)
    )
    return head + stream + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
