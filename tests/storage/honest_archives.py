"""Sound archives as other programs make them."""

from __future__ import annotations

import io
import zipfile


class Unseekable(io.RawIOBase):
    """An output that zipfile can only write forwards, as to a socket."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        self.content += bytes(piece)  # type: ignore[call-overload]
        return len(bytes(piece))  # type: ignore[call-overload]


def _by_zipfile(method: int, *, forwards_only: bool = False, zip64: bool = False) -> bytes:
    file = Unseekable() if forwards_only else io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name in ["a.pdf", "Umowa żółta.pdf"]:
            with archive.open(name, "w", force_zip64=zip64) as entry:
                entry.write(name.encode() * 50)
    return bytes(file.content) if isinstance(file, Unseekable) else file.getvalue()


HONEST = {
    "stored": _by_zipfile(zipfile.ZIP_STORED),
    "deflated": _by_zipfile(zipfile.ZIP_DEFLATED),
    "stored forwards": _by_zipfile(zipfile.ZIP_STORED, forwards_only=True),
    "deflated forwards": _by_zipfile(zipfile.ZIP_DEFLATED, forwards_only=True),
    "zip64": _by_zipfile(zipfile.ZIP_DEFLATED, zip64=True),
    "zip64 forwards": _by_zipfile(zipfile.ZIP_DEFLATED, forwards_only=True, zip64=True),
}
