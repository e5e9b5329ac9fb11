"""What is read faster than by pyHanko is the same; and a document with many seals costs little."""

from __future__ import annotations

import io
import random
import time
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader

from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf_alone
from signdesk.seals.pdf_reader import Reader, _read_digit_by_digit, _read_hex_string
from tests.seals.conftest import Seal
from tests.seals.test_attacks import updated
from tests.seals.test_hidden_changes import appended, packed
from tests.support.paged_pdf import letter, paged_pdf

PAGES, SEALS, MOST_CPU_S = 100, 25, 2.0


def read_by(read: Any, text: bytes) -> tuple[object, ...]:
    stream = io.BytesIO(text)
    try:
        found = read(stream)
        return type(found), found, stream.tell()
    except (PdfReadError, ValueError) as error:
        return (type(error),)


@pytest.mark.parametrize(
    "text",
    [
        *(b"<>", b"<48>", b"<4 8\n4\t9\r\x0c\0>rest", b"<484>", b"<4x>", b"<48", b"<", b"<48%a comment\n49>"),
        *(b"<FEFF00e9>", b"< >", b"<<48>>", b"<" + b"4 8 " * 90_000 + b">more", b"<" + b"4" * 70_000),
    ],
)
def test_digits_are_read_as_pyhanko_reads_them(text: bytes) -> None:
    assert read_by(_read_hex_string, text) == read_by(_read_digit_by_digit, text)


def objects_of(reader: Any) -> dict[int, bytes]:
    found = {}
    for number in range(70):
        try:
            made = io.BytesIO()
            reader.get_object(generic.Reference(number, 0, reader)).write_to_stream(made, None)
            found[number] = made.getvalue()
        except (PdfReadError, KeyError, AssertionError) as error:
            found[number] = type(error).__name__.encode()
    return found


def test_object_streams_are_read_as_pyhanko_reads_them() -> None:
    """Also where a number is there twice, a place is wrong, or the table is shorter than it says."""
    inside = {3: b"[1 2]", 4: b"<< /A 3 0 R >>", 5: b"(text)", 6: b"<</Bad"}
    whole = packed(inside)
    entries = {number: (2, 8, place) for place, number in enumerate([3, 4, 5, 6, 7])}
    rng = random.Random(4)  # noqa: S311
    for changed in (whole, *(_with_other_digit(whole, rng) for _ in range(60))):
        objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< >>", 8: changed}
        content = appended(b"%PDF-1.7\n", objects, entries, b"")
        theirs = objects_of(PdfFileReader(io.BytesIO(content), strict=False))
        assert objects_of(Reader(io.BytesIO(content))) == theirs, changed


def _with_other_digit(stream: bytes, rng: random.Random) -> bytes:
    head = stream.index(b"stream\n") + len(b"stream\n")
    at = head + rng.randrange(20)
    return stream[:at] + (b"%d" % rng.randrange(10) if rng.random() < 0.8 else b"x") + stream[at + 1 :]


def test_many_seals_cost_little(original: bytes, seal: Seal) -> None:
    """Each after an update that writes something again as it was. Measured in CPU time of this process, after
    one look that imports all that a look needs.
    """

    def written_again(writer: IncrementalPdfFileWriter) -> None:
        writer.update_container(writer.root["/Pages"])

    content = paged_pdf([letter()] * PAGES)
    for _ in range(SEALS):
        content = seal(updated(content, written_again))
    assert verify_pdf_alone(io.BytesIO(seal(original))).finding is Finding.INTACT
    begun_s = time.process_time()
    found = verify_pdf_alone(io.BytesIO(content))
    spent_s = time.process_time() - begun_s

    assert found.finding is Finding.INTACT, found.sentence
    assert spent_s < MOST_CPU_S
