"""What the comparison of two PDFs found, page by page: what was sent, and what came back.

Plain values: how pages are drawn and compared is the work of `seals.comparison`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

from signdesk.domain.messages import Message, msg, series

MOST_RECTANGLES = 20  # noted of one page
MOST_PAGES = 20_000


class PageState(StrEnum):
    """How a page came back. The values are part of the command line's contract."""

    SAME = "same"  # it looks the same
    RESTYLED = "restyled"  # the same words, all of them to be seen, in another font
    ADDED_TO = "added_to"  # the same, and something more on empty ground: a stamp
    TOUCHED = "touched"  # its words are there, but something lies over them or looks different
    NEW = "new"  # it is none of the pages that were sent
    LOST = "lost"  # a page that was sent and is not found again


@dataclass(frozen=True, slots=True)
class Rectangle:
    """In points (1/72 inch) from the page's top left corner, as it is shown."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageFinding:
    """`sent`, `returned`: numbers of the page, from 1; None for a new page and for a lost one.

    `rectangles`: where the two differ. `in_seal`: only inside the new seal's own picture. `differing_words`:
    how many words are missing, or cannot be seen any more.
    """

    state: PageState
    sent: int | None
    returned: int | None
    rectangles: tuple[Rectangle, ...] = ()
    in_seal: bool = False
    differing_words: int = 0


@dataclass(frozen=True, slots=True)
class PageComparison:
    """`not_compared`: a sentence that says why pages, or some of them, could not be compared."""

    pages: tuple[PageFinding, ...] = ()
    sent_pages: int = 0
    returned_pages: int = 0
    not_compared: str = ""

    @property
    def is_complete(self) -> bool:
        """Every page was compared."""
        return not self.not_compared

    @property
    def lost(self) -> tuple[PageFinding, ...]:
        """What was sent and is not found again: then another document came back under this name."""
        return tuple(one for one in self.pages if one.state is PageState.LOST)

    @property
    def only_in_seal(self) -> bool:
        """Nothing differs but inside the new seal's own picture."""
        return self.is_complete and all(
            one.state is PageState.SAME or (one.state is PageState.ADDED_TO and one.in_seal)
            for one in self.pages
        )

    @property
    def is_harmless(self) -> bool:
        """Every page was compared and found again; beside them there are stamps and new pages at most."""
        bad = (PageState.TOUCHED, PageState.LOST)
        return self.is_complete and bool(self.pages) and not any(one.state in bad for one in self.pages)

    @property
    def first_change(self) -> PageFinding | None:
        """The first page that a person should look at."""
        return next((one for one in self.pages if one.state is not PageState.SAME), None)


def comparison_words(found: PageComparison) -> Message:
    """One sentence or two: "Compared page by page: pages 1 to 3 look the same; a stamp on page 1; …"."""
    parts = [words for state in PageState if (words := _state_words(found, state))]
    told = msg("Compared page by page: {findings}.", findings=series("; ", parts)) if parts else ""
    return series(" ", (told, found.not_compared))


def _state_words(found: PageComparison, state: PageState) -> str:
    own = [one for one in found.pages if one.state is state]
    if state is PageState.LOST:
        return _numbered(_LOST, [one.sent or 0 for one in own])
    if state is not PageState.ADDED_TO:
        return _numbered(_BY_STATE[state], [one.returned or 0 for one in own])
    in_seal = _numbered(_SEAL, [one.returned or 0 for one in own if one.in_seal])
    return series("; ", (_numbered(_STAMP, [one.returned or 0 for one in own if not one.in_seal]), in_seal))


def _numbered(forms: tuple[Any, Any], numbers: Sequence[int]) -> str:
    """`forms`: for one page and for several, each making words of the numbers."""
    if not numbers:
        return ""
    one, many = forms
    words: str = one(numbers[0]) if len(numbers) == 1 else many(page_ranges(numbers))
    return words


_SAME = (
    lambda page: msg("page {page} looks the same", page=page),
    lambda pages: msg("pages {pages} look the same", pages=pages),
)
_RESTYLED = (
    lambda page: msg("page {page} has the same words in another font", page=page),
    lambda pages: msg("pages {pages} have the same words in another font", pages=pages),
)
_STAMP = (
    lambda page: msg("a stamp on page {page}", page=page),
    lambda pages: msg("a stamp on pages {pages}", pages=pages),
)
_SEAL = (
    lambda page: msg("the picture of the seal on page {page}", page=page),
    lambda pages: msg("the picture of the seal on pages {pages}", pages=pages),
)
_TOUCHED = (
    lambda page: msg("page {page} looks different", page=page),
    lambda pages: msg("pages {pages} look different", pages=pages),
)
_NEW = (
    lambda page: msg("page {page} is new", page=page),
    lambda pages: msg("pages {pages} are new", pages=pages),
)
_LOST = (
    lambda page: msg("page {page} of what was sent is not found again", page=page),
    lambda pages: msg("pages {pages} of what was sent are not found again", pages=pages),
)
_BY_STATE = {
    PageState.SAME: _SAME,
    PageState.RESTYLED: _RESTYLED,
    PageState.TOUCHED: _TOUCHED,
    PageState.NEW: _NEW,
}


def page_ranges(numbers: Iterable[int]) -> Message:
    """`1 to 3, 5`: at most six runs are named."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    named = [_run(first, last) for first, last in runs[:6]]
    return series(", ", (*named, *(["…"] if len(runs) > len(named) else [])))


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else msg("{first} to {last}", first=first, last=last)


def noted_comparison(found: PageComparison) -> dict[str, Any]:
    """For files of ours; `comparison_from` reads it back. The reason is kept by whoever keeps sentences."""
    return {
        "sent_pages": found.sent_pages,
        "returned_pages": found.returned_pages,
        "pages": [_noted_page(one) for one in found.pages],
    }


def _noted_page(one: PageFinding) -> dict[str, Any]:
    noted: dict[str, Any] = {"state": one.state.value, "sent": one.sent, "returned": one.returned}
    if one.rectangles:
        noted["rectangles"] = [[r.left, r.top, r.width, r.height] for r in one.rectangles]
    if one.in_seal:
        noted["in_seal"] = True
    if one.differing_words:
        noted["differing_words"] = one.differing_words
    return noted


def comparison_from(noted: Mapping[str, Any], not_compared: str = "") -> PageComparison:
    """What `noted_comparison` wrote, or a worker found. Raises ValueError for what it cannot be."""
    try:
        pages = tuple(_page_from(one) for one in noted["pages"][:MOST_PAGES])
        sent, returned = int(noted["sent_pages"]), int(noted["returned_pages"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no comparison of pages: {error}") from error
    return PageComparison(pages, sent, returned, not_compared)


def _page_from(noted: Mapping[str, Any]) -> PageFinding:
    places = tuple(Rectangle(*map(_finite, four)) for four in noted.get("rectangles", ())[:MOST_RECTANGLES])
    return PageFinding(
        PageState(noted["state"]),
        _number(noted["sent"]),
        _number(noted["returned"]),
        places,
        noted.get("in_seal") is True,
        int(noted.get("differing_words", 0)),
    )


def _finite(value: Any) -> float:
    """No infinity and no NaN, which no journal could give back."""
    number = float(value)
    if not isfinite(number):
        raise ValueError("a place on a page that is nowhere")
    return number


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
