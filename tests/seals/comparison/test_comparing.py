"""Pages that were sent beside pages that came back, compared by the real document worker."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from signdesk.domain.page_comparison import (
    PageComparison,
    PageState,
    comparison_from,
    comparison_words,
    noted_comparison,
)
from signdesk.seals.comparing import SentBytes, compare_documents, page_picture
from signdesk.seals.worker.client import DocumentWorker
from tests.support.paged_pdf import LINES, box, letter, paged_pdf, text

DATA = Path(__file__).parent.parent / "data" / "rewritten"
SECOND = letter("Second page, terms", "Nothing else was agreed")
THIRD = letter("Third page, names", "For the seller: A. Kowalski")
STAMP = text("SEALED 26.11.2026 No 88123", x=350, y=60, size=9) + " q 1 w 340 40 200 50 re S Q"
Compare = Callable[[Sequence[str] | bytes, Sequence[str] | bytes], PageComparison]


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


@pytest.fixture
def compare(worker: DocumentWorker, tmp_path: Path) -> Compare:
    def made(sent: Sequence[str] | bytes, returned: Sequence[str] | bytes) -> PageComparison:
        paths = []
        for name, pages in (("sent.pdf", sent), ("returned.pdf", returned)):
            paths.append(tmp_path / name)
            paths[-1].write_bytes(pages if isinstance(pages, bytes) else paged_pdf(pages))
        return compare_documents(worker, SentBytes(paths[0]), paths[1])

    return made


def states(found: PageComparison) -> list[PageState]:
    assert found.is_complete, found.not_compared
    return [one.state for one in found.pages]


def test_equal_pages_look_the_same(compare: Compare) -> None:
    found = compare([letter(), SECOND], [letter() + "q Q", SECOND])
    assert states(found) == [PageState.SAME, PageState.SAME]
    assert (found.sent_pages, found.returned_pages) == (2, 2)
    assert found.only_in_seal
    assert found.is_harmless
    assert found.first_change is None
    assert comparison_words(found) == "Compared page by page: pages 1, 2 look the same."


def test_a_stamp_on_empty_ground_and_a_new_page_are_told(compare: Compare) -> None:
    sent = [letter(), SECOND, THIRD]
    found = compare(sent, [letter() + STAMP, SECOND, THIRD, letter("Signature sheet")])
    assert states(found) == [PageState.ADDED_TO, PageState.SAME, PageState.SAME, PageState.NEW]
    assert comparison_words(found) == (
        "Compared page by page: pages 2, 3 look the same; a stamp on page 1; page 4 is new."
    )
    assert found.is_harmless
    assert not found.only_in_seal
    (place,) = found.pages[0].rectangles
    assert place.left == pytest.approx(340, abs=8)
    assert place.top == pytest.approx(842 - 90, abs=8)
    assert place.width == pytest.approx(200, abs=12)


def test_a_new_page_is_found_before_and_between(compare: Compare) -> None:
    found = compare([letter(), SECOND], [letter("Cover"), letter(), letter("Between"), SECOND])
    assert states(found) == [PageState.NEW, PageState.SAME, PageState.NEW, PageState.SAME]
    assert found.is_harmless


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(letter("Delivery of 900 chairs", *LINES[1:]), id="one digit"),
        pytest.param(letter("Delivery of 1000 chairs", *LINES[1:]), id="a digit more"),
        pytest.param(letter("Delivery of 108 chairs", *LINES[1:]), id="a digit that covers the old one"),
        pytest.param(letter(*LINES[:2]), id="a line less"),
        pytest.param(letter() + box(60, 690, 300, 25), id="a white box over words"),
        pytest.param(letter() + box(60, 690, 300, 25, 0), id="a black box over words"),
        pytest.param(letter() + box(130, 695, 25, 15), id="a white box over one number"),
        pytest.param(
            letter() + box(133, 695, 25, 15) + text("900", x=135), id="a white box and another number on it"
        ),
        pytest.param(SECOND, id="another page"),
    ],
)
def test_a_page_that_is_changed_is_not_found_again(compare: Compare, changed: str) -> None:
    found = compare([letter(), SECOND], [changed, SECOND])
    assert states(found) == [PageState.LOST, PageState.SAME]
    assert [one.sent for one in found.lost] == [1]
    assert not found.is_harmless
    assert "page 1 of what was sent is not found again" in comparison_words(found)


def test_swapped_pages_are_not_found_in_their_order(compare: Compare) -> None:
    found = compare([letter(), SECOND, THIRD], [SECOND, letter(), THIRD])
    assert found.lost
    assert not found.is_harmless


def test_a_page_less_is_told(compare: Compare) -> None:
    assert [one.sent for one in compare([letter(), SECOND, THIRD], [letter(), THIRD]).lost] == [2]


def test_other_letters_with_the_same_words_are_no_other_page(compare: Compare) -> None:
    found = compare([letter(), SECOND], paged_pdf([letter(), SECOND], font="Times-Roman"))
    assert states(found) == [PageState.RESTYLED, PageState.RESTYLED]
    assert found.is_harmless
    assert "the same words in another font" in comparison_words(found)


def test_a_changed_digit_is_seen_in_other_letters(compare: Compare) -> None:
    changed = letter("Delivery of 900 chairs", *LINES[1:])
    assert states(compare([letter()], paged_pdf([changed], font="Times-Roman"))) == [PageState.LOST]


def test_what_lies_over_words_wants_a_look(compare: Compare) -> None:
    over = letter() + " q 2 w 60 690 m 400 715 l S Q"
    found = compare([letter()], [over])
    assert states(found) == [PageState.TOUCHED]
    assert not found.is_harmless
    assert not found.lost


def test_an_inserted_word_wants_a_look(compare: Compare) -> None:
    found = compare([letter("We agree", "to all")], [letter("We agree", "to all") + text("not", x=130)])
    assert states(found) == [PageState.TOUCHED]


def test_pages_without_words_are_held_by_their_pictures(compare: Compare) -> None:
    drawn = box(72, 600, 200, 100, 0.3) + " q 3 w 72 500 m 300 550 l S Q"
    assert states(compare([drawn], [drawn + STAMP])) == [PageState.ADDED_TO]
    assert states(compare([drawn], [drawn + box(100, 620, 50, 50)])) == [PageState.LOST]


def test_a_document_that_cannot_be_drawn_is_not_compared(compare: Compare) -> None:
    found = compare([letter()], b"%PDF-1.7\nnothing in it\n%%EOF\n")
    assert found.not_compared == "The pages were not compared: the document cannot be drawn."
    assert not found.is_harmless
    assert not found.only_in_seal


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("gs-pdfa", "pages 1, 2 have the same words in another font"),
        ("itext5-default", "page 2 looks the same; the picture of the seal on page 1"),
        ("stamp-on-pages", "a stamp on pages 1, 2"),
    ],
)
def test_real_servers_pages_are_found_again(
    worker: DocumentWorker, tmp_path: Path, result: str, words: str
) -> None:
    with zipfile.ZipFile(DATA / f"result-rew-{result}.zip") as archive:
        archive.extract("Letter.pdf", tmp_path)
    found = compare_documents(worker, SentBytes(DATA / "Letter.pdf"), tmp_path / "Letter.pdf")
    assert comparison_words(found) == f"Compared page by page: {words}."
    assert found.is_harmless
    assert comparison_from(noted_comparison(found)) == found
    noted = noted_comparison(found)
    noted["pages"][0]["rectangles"] = [[0.0, 0.0, float("nan"), 1.0]]
    with pytest.raises(ValueError, match="nowhere"):
        comparison_from(noted)


def test_what_was_sent_may_be_the_beginning_of_what_came_back(worker: DocumentWorker, tmp_path: Path) -> None:
    sent = paged_pdf([letter()])
    path = tmp_path / "both.pdf"
    path.write_bytes(sent + paged_pdf([letter() + STAMP]))
    found = compare_documents(worker, SentBytes(path, len(sent)), DATA / "Letter.pdf")
    assert found.sent_pages == 1
    assert found.lost


def test_a_page_is_drawn_in_colours(worker: DocumentWorker, tmp_path: Path) -> None:
    path = tmp_path / "red.pdf"
    path.write_bytes(paged_pdf(["1 0 0 rg 0 0 595 842 re f"]))
    assert page_picture(worker, path, 0, 10, 20)[:3] == b"\x00\x00\xff"
    assert len(page_picture(worker, path, 0, 10, 20)) == 800
