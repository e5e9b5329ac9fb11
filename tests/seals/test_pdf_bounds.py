"""Where a PDF begins and ends: told before sending, and no seal is called broken for it afterwards."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pyhanko.pdf_utils import reader

from signdesk.domain.documents import Oddity
from signdesk.seals.pdf_bounds import PdfBounds, ends_as_a_pdf
from signdesk.seals.seal_check_result import Finding
from tests.seals.conftest import Seal, look
from tests.support.samples import a_pdf

PDFS = Path(__file__).parents[1] / "support" / "pdfs"
BEFORE, NO_END, BEHIND = Oddity.BEFORE_START, Oddity.NO_END, Oddity.BEHIND_END
A_PDF = a_pdf()
WITHOUT_END = A_PDF.rstrip().removesuffix(b"%%EOF")


def oddities(content: bytes, piece_bytes: int = 1 << 18) -> tuple[Oddity, ...]:
    bounds = PdfBounds()
    for start in range(0, len(content), piece_bytes):
        bounds.feed(memoryview(content)[start : start + piece_bytes])
    return bounds.oddities()


CASES: list[tuple[bytes, tuple[Oddity, ...]]] = [
    (A_PDF, ()),
    (A_PDF + b"\0" * 100_000, ()),
    (A_PDF + b" \r\n\t\f\0" * 1000, ()),
    (A_PDF + b"x" * 2000, ()),
    (A_PDF + b"x" * 3000, (BEHIND,)),
    (A_PDF + b"x" * 3000 + b"\0" * 3000, (BEHIND,)),
    (A_PDF + b"x" * 3000 + b"%%EOF", ()),
    (WITHOUT_END, (NO_END,)),
    (WITHOUT_END + b"\0" * 3000, (NO_END,)),
    (b"\xef\xbb\xbf" + A_PDF, (BEFORE,)),
    (b"\n" + WITHOUT_END, (BEFORE, NO_END)),
    (b"x" * 2000 + A_PDF, ()),  # no PDF for anybody
    (b"no PDF", ()),
    (b"", ()),
]


@pytest.mark.parametrize("piece_bytes", [1, 3, 1000, 1 << 18])
@pytest.mark.parametrize(("content", "found"), CASES)
def test_what_is_odd_is_told_however_the_file_is_cut(
    content: bytes, found: tuple[Oddity, ...], piece_bytes: int
) -> None:
    assert oddities(content, piece_bytes) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("4096-nul-after-eof", ()), ("no-eof-mark", (NO_END,)), ("bom-before", (BEFORE,)), ("locked-field", ())],
)
def test_files_as_they_are_met(name: str, found: tuple[Oddity, ...]) -> None:
    assert oddities((PDFS / f"{name}.pdf").read_bytes()) == found


@pytest.mark.parametrize(("content", "found"), CASES)
def test_both_ways_to_look_agree(content: bytes, found: tuple[Oddity, ...]) -> None:
    if b"%PDF-" in content[:1024]:
        whole = ends_as_a_pdf(io.BytesIO(content + b"update"), len(content))
        assert whole is not bool({NO_END, BEHIND} & set(found))


def test_a_mark_that_is_cut_in_two_is_found() -> None:
    chance = random.Random(3)  # noqa: S311
    for _ in range(200):
        bounds, left = PdfBounds(), A_PDF
        while left:
            size = chance.randint(1, 9)
            bounds.feed(left[:size])
            left = left[size:]
        assert bounds.oddities() == ()


@pytest.fixture
def seal_odd(seal: Seal, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], bytes]:
    """As servers seal that look further for the end than pyHanko does, or not at all."""
    usual = reader.process_data_at_eof

    def found(stream: io.BytesIO) -> int:
        content = stream.getvalue() if isinstance(stream, io.BytesIO) else _all_of(stream)
        return int(content.rpartition(b"startxref")[2].split()[0])

    def sealed(content: bytes) -> bytes:
        monkeypatch.setattr(reader, "process_data_at_eof", found)
        made = seal(content)
        monkeypatch.setattr(reader, "process_data_at_eof", usual)
        assert made.startswith(content)
        return made

    return sealed


def _all_of(stream: io.BytesIO) -> bytes:
    place = stream.tell()
    stream.seek(0)
    content = stream.read()
    stream.seek(place)
    return content


def test_padding_behind_the_end_is_skipped(seal_odd: Callable[[bytes], bytes]) -> None:
    for sent in (A_PDF + b"\0" * 4096, (PDFS / "4096-nul-after-eof.pdf").read_bytes()):
        found = look(seal_odd(sent), sent)
        assert (found.finding, found.may_show_more) == (Finding.INTACT, False)


@pytest.mark.parametrize("sent", [WITHOUT_END, A_PDF + b"x" * 3000])
def test_what_does_not_end_as_a_pdf_has_its_pages_compared(
    seal_odd: Callable[[bytes], bytes], sent: bytes
) -> None:
    found = look(seal_odd(sent), sent)
    assert (found.finding, found.may_show_more) == (Finding.INTACT, True)


def test_bytes_before_the_beginning_are_said_and_no_broken_seal(sealed: bytes, original: bytes) -> None:
    mark = b"\xef\xbb\xbf"
    found = look(mark + sealed, mark + original)
    assert found.finding is Finding.NOT_CHECKED
    assert found.sentence == (
        "The seal could not be checked, because the file has other data before the PDF begins."
    )
