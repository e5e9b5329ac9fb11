"""PDFs that are made to cost much: the comparison ends within its limits, and says what is true."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signdesk.domain.page_comparison import PageComparison, comparison_words
from signdesk.seals.comparing import SentBytes, compare_documents
from signdesk.seals.worker import limits
from signdesk.seals.worker.client import DocumentWorker, TooComplex
from tests.seals.worker.test_worker import draw, endless_pdf, peak_bytes
from tests.support.paged_pdf import letter, objects_pdf, paged_pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TOO_COMPLEX = "The pages were not compared: the document is too complex."
NOT_FOUND = "Compared page by page: page 1 of what was sent is not found again"


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[DocumentWorker]:
    monkeypatch.setattr(limits, "_LEAST_CPU_S", 3)
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 500.0)  # also on a busy computer
    with DocumentWorker() as made:
        yield made


def page(content: bytes, *more: bytes, entries: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    """One page with a packed content; `more`: objects from number 5."""
    packed = zlib.compress(content, 9)
    return objects_pdf([
        CATALOG,
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R %s >>" % (box, entries),
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
        *more,
    ])  # fmt: skip


def packed_thrice() -> bytes:
    content = bytes(1 << 28)
    for _ in range(2):
        content = zlib.compress(content, 9)
    return page(content).replace(b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")


def glyph_bomb() -> bytes:
    """A font of one letter that takes 300,000 rectangles, in a text of 5,000 letters."""
    glyph = zlib.compress(b"1000 0 d0 " + b"0 0 700 700 re f " * 300_000, 9)
    return page(
        b"BT /F 12 Tf 10 700 Td (" + b"a" * 5000 + b") Tj ET",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 "
        b"/Widths [1000] >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(glyph), glyph),
        entries=b"/Resources << /Font << /F 5 0 R >> >>",
    )


def one_page_many_times() -> bytes:
    return objects_pdf([
        CATALOG,
        b"<< /Type /Pages /Count 100000 /Kids [%s] >>" % (b"3 0 R " * 100_000),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ])  # fmt: skip


def nested(depth: int) -> bytes:
    return page(b"0 0 5 5 re f", entries=b"/X " + b"[" * depth + b"]" * depth)


def objects(count: int) -> bytes:
    return page(b"0 0 5 5 re f", *[b"<< /A 1 >>"] * count)


def compared(worker: DocumentWorker, folder: Path, returned: bytes) -> PageComparison:
    (folder / "sent.pdf").write_bytes(paged_pdf([letter()]))
    (folder / "returned.pdf").write_bytes(returned)
    return compare_documents(worker, SentBytes(folder / "sent.pdf"), folder / "returned.pdf")


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(packed_thrice, TOO_COMPLEX, id="a stream packed three times"),
        pytest.param(lambda: page(b"0 0 5 5 re f " * 20_000_000), TOO_COMPLEX, id="20 million drawings"),
        pytest.param(endless_pdf, TOO_COMPLEX, id="drawings that name each other"),
        pytest.param(glyph_bomb, TOO_COMPLEX, id="a font"),
        pytest.param(lambda: nested(100_000), NOT_FOUND, id="100,000 lists in each other"),
        pytest.param(lambda: objects(300_000), NOT_FOUND, id="300,000 objects"),
        pytest.param(lambda: page(b"0 0 5 5 re f", box=b"0 0 1000000 1000000"), NOT_FOUND, id="a huge page"),
    ],
)
def test_it_ends_within_its_limits(
    worker: DocumentWorker, tmp_path: Path, make: Callable[[], bytes], said: str
) -> None:
    found = compared(worker, tmp_path, make())
    assert not found.is_harmless
    assert comparison_words(found).startswith(said), comparison_words(found)
    if worker.pid:
        assert peak_bytes(worker.pid) < 400 << 20
    assert draw(worker, tmp_path / "sent.pdf")  # the next document is dealt with


def test_100_000_pages_are_not_all_compared_and_that_is_said(worker: DocumentWorker, tmp_path: Path) -> None:
    found = compared(worker, tmp_path, one_page_many_times())
    assert not found.is_complete
    assert found.not_compared == "Only the first pages were compared: there are too many."


def test_what_meets_its_limit_is_not_tried_a_second_time(worker: DocumentWorker, tmp_path: Path) -> None:
    (tmp_path / "font.pdf").write_bytes(glyph_bomb())
    with pytest.raises(TooComplex):
        draw(worker, tmp_path / "font.pdf")
    assert worker.requests == 1


def test_a_page_on_which_nothing_could_be_seen_is_not_called_the_same(
    worker: DocumentWorker, tmp_path: Path
) -> None:
    for name, content in (("sent.pdf", b"0 0 5 5 re f"), ("returned.pdf", b"0 0 5 5 re f q Q")):
        (tmp_path / name).write_bytes(page(content, box=b"0 0 1000000 1000000"))
    found = compare_documents(worker, SentBytes(tmp_path / "sent.pdf"), tmp_path / "returned.pdf")
    assert found.not_compared == "The pages were not compared: a page is too large."
