"""The real child process, asked over its pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from signdesk.desktop.preview.layout import LONGEST_SIDE_PT, TEXT_BYTES
from signdesk.desktop.preview.rendering import CHILD
from signdesk.desktop.preview.wire import (
    Draw,
    NotShown,
    Open,
    Pages,
    Pixels,
    Reply,
    ReplyReader,
    Request,
    Text,
    Why,
    request_line,
)
from signdesk.resources import resource
from tests.desktop.preview.files import A4, locked_pdf, pdf_of, png, red_png, written
from tests.support.samples import a_pdf


class Child:
    """Asks one thing at a time."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._reader = ReplyReader()
        self._number = 0

    def ask(self, request: Request) -> Reply:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._number += 1
        self.process.stdin.write(request_line(self._number, request))
        self.process.stdin.flush()
        while piece := os.read(self.process.stdout.fileno(), 1 << 20):
            for number, reply in self._reader.feed(piece):
                assert number == self._number
                return reply
        raise AssertionError(f"the child ended with {self.process.wait()}")

    def open(self, path: Path, name: str = "") -> Reply:
        return self.ask(Open(str(path), name or path.name))

    def pages(self, path: Path, name: str = "") -> Pages:
        opened = self.open(path, name)
        assert isinstance(opened, Pages)
        return opened

    def draw(self, page: int, width: int, height: int) -> QImage:
        drawn = self.ask(Draw(page, width, height))
        assert isinstance(drawn, Pixels)
        form = QImage.Format.Format_RGB32
        return QImage(drawn.data, drawn.width, drawn.height, drawn.width * 4, form).copy()


@contextmanager
def a_child(*arguments: str) -> Iterator[Child]:
    command = [sys.executable, "-m", *(arguments or ("signdesk.desktop.preview.child",))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Child(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait() == 0


@pytest.fixture
def child() -> Iterator[Child]:
    with a_child() as made:
        yield made


def test_pages_have_sizes_and_are_drawn_as_asked(child: Child, tmp_path: Path) -> None:
    blue = b"0 0 1 rg 0 0 100 100 re f"  # the corner at the bottom left
    path = written(tmp_path, "Two.pdf", pdf_of([A4, ("200", "100")], blue))
    assert child.pages(path) == Pages(((595.0, 842.0), (200.0, 100.0)), 2, picture=False)
    image = child.draw(1, 400, 200)
    assert (image.width(), image.height()) == (400, 200)
    assert image.pixelColor(10, 190).name() == "#0000ff"
    assert image.pixelColor(390, 10).name() == "#ffffff"


def test_the_samples_can_be_seen(child: Child) -> None:
    kinds = {one.name: type(child.open(one)) for one in resource("samples").iterdir() if one.suffix != ".asc"}
    assert set(kinds.values()) == {Pages, Text}
    assert len(kinds) == 5


def test_filled_fields_are_drawn(child: Child, tmp_path: Path) -> None:
    """A field's picture is drawn by another call of PDFium than the page."""
    data = a_pdf().replace(
        b"/MediaBox [0 0 300 300] /Contents 4 0 R", b"/MediaBox [0 0 300 300] /Annots [6 0 R]"
    )
    field = (
        b"6 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /F 4 /Rect [50 50 250 250]"
        b" /AP << /N 7 0 R >> >>\nendobj\n7 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 200]"
        b" /Length 27 >>\nstream\n1 0 0 rg 0 0 200 200 re f  \nendstream\nendobj\n"
    )
    data = data.replace(b"<< /Type /Catalog", b"<< /AcroForm << /Fields [6 0 R] >> /Type /Catalog")
    path = written(
        tmp_path, "Form.pdf", data[: data.index(b"xref\n0")] + field + b"trailer\n<< /Root 1 0 R >>\n"
    )
    child.pages(path)
    assert child.draw(0, 300, 300).pixelColor(150, 150).name() == "#ff0000"


@pytest.mark.parametrize(
    ("name", "make", "why"),
    [
        ("Locked.pdf", locked_pdf, Why.PASSWORD),
        ("Empty.pdf", lambda: b"", Why.BROKEN),
        ("Junk.pdf", lambda: os.urandom(5000), Why.BROKEN),
        ("No pages.pdf", lambda: pdf_of([]), Why.BROKEN),
        ("Picture.pdf", red_png, Why.BROKEN),
        ("Document.png", a_pdf, Why.BROKEN),
        ("Drawing.png", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", Why.BROKEN),
        ("Cut.png", lambda: red_png()[:60], Why.BROKEN),
        ("Bomb.png", lambda: png(20_000, 20_000), Why.TOO_LARGE),
        ("Drawing.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", Why.NO_KIND),
        ("Letter.docx", lambda: b"PK", Why.NO_KIND),
        ("pdf", a_pdf, Why.NO_KIND),
    ],
)
def test_what_cannot_be_shown_says_why(
    child: Child, tmp_path: Path, name: str, make: Callable[[], bytes], why: Why
) -> None:
    assert child.open(written(tmp_path, name, make())) == NotShown(why)
    assert isinstance(child.open(written(tmp_path, "Good.pdf", a_pdf())), Pages)


def test_what_is_no_ordinary_file_is_not_waited_for(child: Child, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Pipe.pdf")
    assert child.open(tmp_path / "Pipe.pdf") == NotShown(Why.UNREADABLE)
    assert child.open(tmp_path / "Gone.pdf") == NotShown(Why.UNREADABLE)
    assert child.open(tmp_path, "Folder.pdf") == NotShown(Why.UNREADABLE)
    assert child.open(Path("/dev/zero"), "Zero.txt") == NotShown(Why.UNREADABLE)


def test_hostile_sizes_are_bounded(child: Child, tmp_path: Path) -> None:
    path = written(tmp_path, "Huge.pdf", pdf_of([("99999999", "99999999"), ("0.0001", "1"), ("-3", "1e30")]))
    sizes = child.pages(path).sizes
    assert all(1 <= side <= LONGEST_SIDE_PT for size in sizes for side in size)
    drawn = child.ask(Draw(0, 10**6, 10**6))
    assert isinstance(drawn, Pixels)
    assert drawn.width * drawn.height <= 16_000_000


def test_only_the_first_of_very_many_pages_are_told(child: Child, tmp_path: Path) -> None:
    pages = child.pages(written(tmp_path, "Many.pdf", pdf_of([A4] * 2100)))
    assert (len(pages.sizes), pages.total) == (2000, 2100)


def test_a_picture_that_takes_too_much_memory_is_refused_though_it_is_sound(
    child: Child, tmp_path: Path
) -> None:
    side = 8500
    path = written(tmp_path, "Black.png", png(side, side, bytes((3 * side + 1) * side)))
    assert child.open(path) == NotShown(Why.TOO_LARGE)


@pytest.mark.parametrize("page", [-1, 1, 10**9])
def test_a_page_that_is_not_there_is_refused(child: Child, tmp_path: Path, page: int) -> None:
    child.pages(written(tmp_path, "One.pdf", a_pdf()))
    assert child.ask(Draw(page, 10, 10)) == NotShown(Why.BROKEN)


@pytest.mark.parametrize("ending", ["png", "jpg", "tiff"])
def test_pictures_are_drawn(child: Child, tmp_path: Path, ending: str) -> None:
    source = QImage.fromData(red_png())
    path = tmp_path / f"Scan.{ending}"
    assert source.save(str(path))
    assert child.pages(path) == Pages(((30.0, 22.5),), 1, picture=True)
    image = child.draw(0, 80, 60)
    colour = image.pixelColor(40, 30)
    assert (image.width(), image.height()) == (80, 60)
    assert colour.red() > 250
    assert colour.green() < 5


def test_of_a_gif_the_first_picture_is_drawn(child: Child, tmp_path: Path) -> None:
    one_red = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\xff"
    path = written(tmp_path, "Moving.gif", head + one_red + one_red + b";")
    assert child.pages(path).total == 1
    assert child.draw(0, 4, 4).pixelColor(1, 1).name() == "#ff0000"


def test_a_large_photo_is_made_smaller_while_it_is_read(child: Child, tmp_path: Path) -> None:
    photo = QImage(6000, 5000, QImage.Format.Format_RGB32)
    photo.fill(0x336699)
    assert photo.save(str(tmp_path / "Photo.jpg"))
    ((width, height),) = child.pages(tmp_path / "Photo.jpg").sizes
    assert (round(width), round(height)) == (4500, 3750)
    assert child.draw(0, 60, 50).width() == 60


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zażółć gęślą".encode(), "Zażółć gęślą"),
        ("Zażółć gęślą".encode("cp1250"), "Zażółć gęślą"),
        ("Zażółć".encode("utf-8-sig"), "Zażółć"),
        ("Zażółć".encode("utf-16"), "Zażółć"),
        (b"\x81\x8d caf\xe9", "\ufffd\ufffd café"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("one\u202etwo\x00three\x1b".encode(), "one\ufffdtwo\ufffdthree\ufffd"),
        (b"", ""),
    ],
)
def test_texts_are_read_in_their_encoding(child: Child, tmp_path: Path, data: bytes, text: str) -> None:
    assert child.open(written(tmp_path, "Note.txt", data)) == Text(text, cut=False)


def test_xml_is_believed_about_its_encoding_where_that_makes_sense(child: Child, tmp_path: Path) -> None:
    said = '<?xml version="1.0" encoding="{}"?><a>Łódź</a>'
    latin = said.format("ISO-8859-2")
    assert child.open(written(tmp_path, "JPK.xml", latin.encode("iso-8859-2"))) == Text(latin, cut=False)
    for nonsense in ("rot13", "zlib_codec", "no-such"):
        odd = said.format(nonsense)
        assert child.open(written(tmp_path, "Odd.xml", odd.encode())) == Text(odd, cut=False)


def test_of_a_long_text_the_beginning_is_read_and_no_character_halved(child: Child, tmp_path: Path) -> None:
    data = b"a" + "ł".encode() * TEXT_BYTES
    opened = child.open(written(tmp_path, "Long.csv", data))
    assert isinstance(opened, Text)
    assert opened.cut
    assert set(opened.text) == {"a", "ł", "\n"}
    assert max(map(len, opened.text.split("\n"))) == 2000


def test_the_child_has_little_memory_and_writes_no_files(child: Child, tmp_path: Path) -> None:
    child.pages(written(tmp_path, "One.pdf", a_pdf()))
    lines = Path(f"/proc/{child.process.pid}/limits").read_text().splitlines()
    limits = {line[:26].strip(): line[26:].split()[:2] for line in lines}
    assert limits["Max address space"] == [str(1 << 30)] * 2
    assert limits["Max file size"] == ["0", "0"]
    assert limits["Max core file size"] == ["0", "0"]


def test_the_child_ends_with_its_window_even_in_the_middle_of_a_page(tmp_path: Path) -> None:
    slow = b"0 0 m 595 842 l S\n" * 300_000
    path = written(tmp_path, "Slow.pdf", pdf_of([A4], slow))
    with a_child() as child:
        child.pages(path)
        assert child.process.stdin is not None
        child.process.stdin.write(request_line(9, Draw(0, 4000, 4000)))
        child.process.stdin.flush()


def test_a_frozen_program_can_start_itself_as_the_child(tmp_path: Path) -> None:
    with a_child("signdesk", CHILD) as child:
        assert child.pages(written(tmp_path, "One.pdf", a_pdf())).total == 1


def test_nothing_that_a_library_prints_gets_among_the_answers() -> None:
    code = (
        "import os, sys, signdesk.desktop.preview.child as c\n"
        "def noisy(self, request):\n"
        "    os.write(1, b'noise')\n"
        "    print('noise', flush=True)\n"
        "    return c.NotShown(c.Why.BROKEN)\n"
        "c.Desk.answer = noisy\n"
        "sys.exit(c.main())"
    )
    asked = request_line(1, Draw(0, 1, 1))
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=null) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(asked)
        process.stdin.flush()
        line = process.stdout.readline()
        process.stdin.close()
    assert line.startswith(b'{"number": 1, "kind": "NotShown"')
