"""Pages of text, lines and boxes as a small PDF, byte for byte the same every time. Standard library only.

The standard fonts that every viewer has, with an encoding of their own for Polish and German letters. Nothing
is compressed, so that the bytes depend on no library's version. What is on the pages: `samples`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595.0, 842.0, 62.0
INK, GREY, RULE, BAND = (0.13, 0.15, 0.19), (0.42, 0.45, 0.5), (0.82, 0.84, 0.87), (0.11, 0.31, 0.46)
WHITE, WARN = (1.0, 1.0, 1.0), (0.71, 0.22, 0.12)
Colour = tuple[float, float, float]

# Widths of Helvetica and Helvetica-Bold in thousandths of the size, from space to tilde (Adobe's metrics).
REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 "
    "667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 "
    "833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 "
    "611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 "
    "611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
# Letters beyond ASCII: glyph name, and the ASCII letter that it is as wide as, or both widths.
BEYOND: dict[str, tuple[str, str | tuple[int, int]]] = {
    "ą": ("aogonek", "a"),
    "ć": ("cacute", "c"),
    "ę": ("eogonek", "e"),
    "ł": ("lslash", "l"),
    "ń": ("nacute", "n"),
    "ó": ("oacute", "o"),
    "ś": ("sacute", "s"),
    "ź": ("zacute", "z"),
    "ż": ("zdotaccent", "z"),
    "Ą": ("Aogonek", "A"),
    "Ć": ("Cacute", "C"),
    "Ę": ("Eogonek", "E"),
    "Ł": ("Lslash", "L"),
    "Ń": ("Nacute", "N"),
    "Ó": ("Oacute", "O"),
    "Ś": ("Sacute", "S"),
    "Ź": ("Zacute", "Z"),
    "Ż": ("Zdotaccent", "Z"),
    "ä": ("adieresis", "a"),
    "ö": ("odieresis", "o"),
    "ü": ("udieresis", "u"),
    "Ä": ("Adieresis", "A"),
    "Ö": ("Odieresis", "O"),
    "Ü": ("Udieresis", "U"),
    "ß": ("germandbls", (611, 611)),
    "é": ("eacute", "e"),
    "–": ("endash", (556, 556)),
    "“": ("quotedblleft", (333, 500)),
    "”": ("quotedblright", (333, 500)),
    "„": ("quotedblbase", (333, 500)),
    "’": ("quoteright", (222, 278)),
    "€": ("Euro", (556, 556)),
    "§": ("section", (556, 556)),
    "×": ("multiply", (584, 584)),
    "·": ("periodcentered", (278, 278)),
}
CODES = {letter: 128 + place for place, letter in enumerate(BEYOND)}


def widths(bold: bool) -> list[int]:
    """From code 32 to the last of BEYOND; 127 is unused."""
    ascii_widths = [int(one) for one in (BOLD if bold else REGULAR).split()]
    found = [*ascii_widths, 0]
    for _name, width in BEYOND.values():
        found.append(ascii_widths[ord(width) - 32] if isinstance(width, str) else width[bold])
    return found


WIDTHS = {False: widths(False), True: widths(True)}


def encoded(text: str) -> bytes:
    """In the encoding of our two fonts. A letter that they lack is a KeyError."""
    return bytes(ord(one) if " " <= one <= "~" else CODES[one] for one in text)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """In points."""
    return sum(WIDTHS[bold][code - 32] for code in encoded(text)) * size / 1000


class Page:
    """Drawing commands of one page. `y` counts down from the top edge, as one reads."""

    def __init__(self) -> None:
        self.commands: list[bytes] = []
        self.y = MARGIN

    def text(
        self, x: float, y: float, text: str, size: float = 10, bold: bool = False, colour: Colour = INK
    ) -> None:
        """One line, its baseline at `y`."""
        escaped = encoded(text).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = (
            f"{_colour(colour)} rg BT /{'B' if bold else 'R'} {size:g} Tf {x:.2f} {PAGE_HEIGHT - y:.2f} Td ("
        )
        self.commands.append(place.encode() + escaped + b") Tj ET")

    def right(self, x: float, y: float, text: str, size: float = 10, bold: bool = False) -> None:
        """One line that ends at `x`."""
        self.text(x - width_of(text, size, bold), y, text, size, bold)

    def rule(self, y: float, left: float = MARGIN, right: float = PAGE_WIDTH - MARGIN) -> None:
        """A thin line."""
        self.box(left, y, right - left, 0.7, RULE)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        bottom = PAGE_HEIGHT - y - height
        self.commands.append(
            f"{_colour(colour)} rg {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f".encode()
        )

    def paragraph(self, text: str, size: float = 10, bold: bool = False, colour: Colour = INK) -> None:
        """Broken into lines at `self.y`, which moves on."""
        for line in _lines(text, size, bold, PAGE_WIDTH - 2 * MARGIN):
            self.y += size * 1.45
            self.text(MARGIN, self.y, line, size, bold, colour)
        self.y += size * 0.6


def pdf(title: str, pages: Sequence[Page]) -> bytes:
    """A PDF 1.7 file with a classic cross-reference table."""
    first_page = 6
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    differences = " ".join(f"/{name}" for name, _width in BEYOND.values())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font("Helvetica", False),
        _font("Helvetica-Bold", True),
        f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 {differences}] >>".encode(),
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(page.commands)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}] /Resources "
            f"<< /Font << /R 3 0 R /B 4 0 R >> >> /Contents {first_page + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(f"<< /Title ({title}) /Producer (packaging/samples.py) >>".encode("ascii"))
    return _file(objects)


def _file(objects: Iterable[bytes]) -> bytes:
    text = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(places) + 1, len(places))
    return text + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(text)


def _font(name: str, bold: bool) -> bytes:
    found = WIDTHS[bold]
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding 5 0 R /FirstChar 32 "
        f"/LastChar {31 + len(found)} /Widths [{' '.join(map(str, found))}] >>"
    ).encode()


def _lines(text: str, size: float, bold: bool, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)
