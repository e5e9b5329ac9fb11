"""PDFs of our own making with several pages: each page is what is drawn on it, in points from below."""

from __future__ import annotations

from collections.abc import Sequence

HELVETICA = "Helvetica"
LINES = ("Delivery of 100 chairs", "Price 4500 euro, payable in 30 days", "Two copies, one for each side")


def text(words: str, x: int = 72, y: int = 700, size: int = 12) -> str:
    """One line of writing."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET"


def letter(*lines: str) -> str:
    """A page of writing."""
    return "".join(text(line, y=700 - 20 * number) + "\n" for number, line in enumerate(lines or LINES))


def box(x: int, y: int, width: int, height: int, grey: float = 1) -> str:
    """A filled rectangle, white if nothing else is said."""
    return f"q {grey} g {x} {y} {width} {height} re f Q"


def paged_pdf(pages: Sequence[str], font: str = HELVETICA) -> bytes:
    """A4, whole, with a cross-reference table."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>".encode(),
    ]
    for number, page in enumerate(pages):
        content = page.encode("latin-1")
        sheet = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects += [sheet.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    return objects_pdf(objects)


def _kids(count: int) -> str:
    return " ".join(f"{4 + 2 * number} 0 R" for number in range(count))


def objects_pdf(objects: Sequence[bytes]) -> bytes:
    """The objects numbered from 1, the catalog first."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)
