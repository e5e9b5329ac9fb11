"""Few likely documents for each file, in a number of steps that grows with the number of files alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from signdesk.domain.matching import MOST_LIKELY, PageMarks, likely_documents, loose_owners

SHARED = frozenset(range(40))  # words of the letterhead


def marks(number: int, *more: int) -> PageMarks:
    return PageMarks(1, SHARED | {1000 + number, 9000 + number % 7} | set(more))


def steps(work: Callable[[], object]) -> int:
    """How many functions were called."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_the_likeliest_is_the_one_with_the_words_that_few_have() -> None:
    sent = {number: marks(number) for number in range(2000)}
    returned = {f"{number}.pdf": marks(number, 77, 78) for number in range(2000)}
    found = likely_documents(sent, returned)
    assert all(found[f"{number}.pdf"][0] == number for number in range(2000))
    assert max(map(len, found.values())) <= MOST_LIKELY


def test_a_document_with_more_pages_than_the_file_is_not_likely() -> None:
    sent = {0: PageMarks(3, frozenset([1, 2])), 1: PageMarks(2, frozenset([1]))}
    assert likely_documents(sent, {"a.pdf": PageMarks(2, frozenset([1, 2]))}) == {"a.pdf": (1,)}


def test_pages_without_words_are_held_by_small_pictures_and_empty_ones_by_nothing() -> None:
    sent = {0: PageMarks(1, frozenset(), 0b1110), 1: PageMarks(1, frozenset(), 0b0001)}
    returned = {"a.pdf": PageMarks(1, frozenset(), 0b0011), "empty.pdf": PageMarks(1, frozenset(), 0)}
    assert likely_documents(sent, returned) == {"a.pdf": (1, 0), "empty.pdf": ()}


def choosing(count: int) -> Callable[[], object]:
    sent = {number: marks(number) for number in range(count)}
    returned = {f"{number}.pdf": marks(number, 77) for number in range(count)}
    return lambda: likely_documents(sent, returned)


def test_twice_as_many_documents_take_about_twice_as_many_steps() -> None:
    assert steps(choosing(800)) < 2.5 * steps(choosing(400))


def naming(count: int) -> Callable[[], object]:
    sent = [f"Document {number}.pdf" for number in range(count)]
    extra = [f"out Document {number} signed.pdf" for number in range(count // 2)]
    extra += [f"r{number}.pdf" for number in range(count // 2)]
    return lambda: loose_owners(sent, range(count), extra)


def test_so_it_is_with_names() -> None:
    owners = naming(100)()
    assert isinstance(owners, dict)
    assert len(owners) == 50
    assert owners["out Document 7 signed.pdf"] == 7
    assert steps(naming(400)) < 2.5 * steps(naming(200))
