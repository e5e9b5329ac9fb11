"""Pages that a careless comparison would call the same: it must never say more than is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signdesk.domain.page_comparison import PageComparison, PageState, comparison_words
from signdesk.seals.comparing import SentBytes, compare_documents
from signdesk.seals.worker.client import DocumentWorker
from tests.support.paged_pdf import box, letter, objects_pdf, paged_pdf, text

Compare = Callable[[bytes, bytes], PageComparison]
STROKES = "".join(box(72 + 9 * number, y, 3, 6, 0) for number in range(13) for y in (701, 681, 661))


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


@pytest.fixture
def compare(worker: DocumentWorker, tmp_path: Path) -> Compare:
    def made(sent: bytes, returned: bytes) -> PageComparison:
        (tmp_path / "sent.pdf").write_bytes(sent)
        (tmp_path / "returned.pdf").write_bytes(returned)
        return compare_documents(worker, SentBytes(tmp_path / "sent.pdf"), tmp_path / "returned.pdf")

    return made


def state(found: PageComparison) -> PageState:
    (page,) = found.pages
    return page.state


def noted_pdf(kind: bytes, value: str, place: str = "118 697 160 712", rotate: int = 0) -> bytes:
    """A page with one word, and beside it a form field or a note that shows `value`."""
    shown = text(value, x=2, y=3).encode()
    page = letter("Amount").encode()
    fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
    field = b" /FT /Tx /T (amount) /V (%s)" % value.encode() if kind == b"Widget" else b""
    form = b" /AcroForm << /Fields [6 0 R] >>" if kind == b"Widget" else b""
    return objects_pdf([
        b"<< /Type /Catalog /Pages 2 0 R%s >>" % form,
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d %s /Contents 5 0 R "
        b"/Annots [6 0 R] >>" % (rotate, fonts),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Annot /Subtype /%s /F 4 /Rect [%s] /AP << /N 7 0 R >>%s >>"
        % (kind, place.encode(), field),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 42 15] %s /Length %d >>\nstream\n%s\nendstream"
        % (fonts, len(shown), shown),
    ])  # fmt: skip


@pytest.mark.parametrize("kind", [b"Widget", b"FreeText"])
def test_another_value_in_a_field_or_note_is_not_found_again(compare: Compare, kind: bytes) -> None:
    found = compare(noted_pdf(kind, "100"), noted_pdf(kind, "900"))
    assert state(found) is PageState.LOST
    assert not found.is_harmless


@pytest.mark.parametrize("kind", [b"Widget", b"FreeText"])
def test_the_same_value_is_the_same(compare: Compare, kind: bytes) -> None:
    assert state(compare(noted_pdf(kind, "100"), noted_pdf(kind, "100"))) is PageState.SAME


def test_a_page_that_is_turned_looks_different(compare: Compare) -> None:
    assert state(compare(noted_pdf(b"Widget", "100"), noted_pdf(b"Widget", "100", rotate=90))) in (
        PageState.TOUCHED,
        PageState.LOST,
    )


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(f"q -1 0 0 -1 595 842 cm {letter()} Q", id="upside down"),
        pytest.param(f"q 1 0 0 1 0 -400 cm {letter()} Q", id="elsewhere"),
        pytest.param(f"3 Tr {letter()} {STROKES}", id="words not drawn, and a picture over them"),
    ],
)
def test_words_that_stand_elsewhere_or_are_not_drawn_are_no_other_font(
    compare: Compare, changed: str
) -> None:
    found = compare(paged_pdf([letter()]), paged_pdf([changed]))
    assert not found.is_harmless, comparison_words(found)
    assert "another font" not in comparison_words(found)


def test_another_picture_beside_the_same_words_looks_different(compare: Compare) -> None:
    sent, returned = letter() + box(72, 300, 200, 100, 0.3), letter() + box(72, 300, 100, 200, 0.3)
    assert state(compare(paged_pdf([sent]), paged_pdf([returned]))) is PageState.TOUCHED


def test_an_empty_page_that_was_written_on_has_no_stamp(compare: Compare) -> None:
    contract = letter(*(f"Line {number} of what nobody has sent, as wide as it goes" for number in range(30)))
    assert state(compare(paged_pdf([""]), paged_pdf([contract]))) is PageState.TOUCHED
    assert state(compare(paged_pdf([""]), paged_pdf([text("SEALED", x=350, y=60)]))) is PageState.ADDED_TO


def test_empty_pages_are_the_same(compare: Compare) -> None:
    assert state(compare(paged_pdf([""]), paged_pdf(["q Q"]))) is PageState.SAME
