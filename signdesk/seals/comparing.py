"""The program's side of the comparison of pages: asks the document worker, and bounds what it costs.

Blocking: worker threads only.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from signdesk.domain.matching import PageMarks
from signdesk.domain.messages import msg
from signdesk.domain.page_comparison import (
    MOST_PAGES,
    PageComparison,
    PageFinding,
    comparison_from,
)
from signdesk.seals.comparison import LARGE, LOCKED
from signdesk.seals.worker.client import (
    Failed,
    NotOnThisComputer,
    TooComplex,
)
from signdesk.seals.worker.pool import Asks
from signdesk.seals.worker.tasks import COMPARE_PAGES, DRAW_PAGE, PAGE_MARKS

_LEAST_S, _A_PAGE_S, _MOST_S = 10.0, 0.5, 120.0  # of CPU
_WALL_FACTOR, _WALL_EXTRA_S = 4.0, 20.0  # on a busy computer
ORIGINAL_GONE = msg("The pages were not compared: the document as it was sent is not there any more.")
ORIGINAL_CHANGED = msg("The pages were not compared: the document was changed on this computer since.")
NOT_HERE = msg("The pages were not compared: that was not possible on this computer.")
_TOO_COMPLEX = msg("The pages were not compared: the document is too complex.")
_CANNOT_BE_DRAWN = msg("The pages were not compared: the document cannot be drawn.")
_LOCKED = msg("The pages were not compared: the document opens only with a password.")
_TOO_LARGE = msg("The pages were not compared: a page is too large.")
_TOO_MANY = msg("Only the first pages were compared: there are too many.")


@dataclass(frozen=True, slots=True)
class SentBytes:
    """The document as it was sent: the first `length` bytes of a file, or all of them where None."""

    path: Path
    length: int | None = None


def compare_documents(worker: Asks, sent: SentBytes, returned: Path) -> PageComparison:
    """Where it is the documents' doing that they, or some pages, were not compared, `not_compared` says so.

    Raises NotOnThisComputer where this computer is the cause, also after a second try by a fresh process:
    then nothing is known of the documents.
    """
    comparing = _Comparing(worker, sent, returned)
    try:
        while comparing.step():
            if comparing.is_too_long:
                return replace(comparing.found, not_compared=_TOO_MANY)
    except Failed as failed:
        why = {LOCKED: _LOCKED, LARGE: _TOO_LARGE}.get(failed.why, _CANNOT_BE_DRAWN)
        return replace(comparing.found, not_compared=why)
    except (TooComplex, ValueError):
        return replace(comparing.found, not_compared=_TOO_COMPLEX)
    except OSError as error:
        raise NotOnThisComputer(str(error)) from error
    if len(comparing.found.pages) >= MOST_PAGES:  # more are not noted
        return replace(comparing.found, not_compared=_TOO_MANY)
    return comparing.found


class _Comparing:
    """One comparison, a few pages at a time. `found`: of the pages so far."""

    def __init__(self, worker: Asks, sent: SentBytes, returned: Path) -> None:
        self.found = PageComparison()
        self._worker = worker
        self._sent, self._returned = sent, returned
        self._at: list[int] = [0, 0]
        self._began_s = time.monotonic()
        self._spent_s = 0.0
        self._may_repeat = True

    def step(self) -> bool:
        """Whether there is more. Raises ValueError, OSError, Failed, TooComplex, NotOnThisComputer."""
        size = self._returned.stat().st_size + self._sent.path.stat().st_size
        values = self._asked(_request(self._sent, self._returned, self._at), size)
        self.found = _joined(self.found, comparison_from(values))
        self._spent_s += _seconds(values)
        after = _next(values, self._at)
        self._at = after or self._at
        return after is not None

    @property
    def is_too_long(self) -> bool:
        """By the CPU time it took. Raises NotOnThisComputer where the computer hardly gets to it."""
        patience_s = min(_MOST_S, max(_LEAST_S, _A_PAGE_S * self.found.sent_pages))
        if self._spent_s > patience_s:
            return True
        if time.monotonic() - self._began_s > _WALL_FACTOR * patience_s + _WALL_EXTRA_S:
            raise NotOnThisComputer("the computer was too busy")
        return False

    def _asked(self, request: dict[str, Any], size_bytes: int) -> dict[str, Any]:
        """What fails for a reason of this computer is tried a second time, by a fresh process."""
        try:
            return self._worker.ask(COMPARE_PAGES, request, size_bytes)[0]
        except NotOnThisComputer:
            if not self._may_repeat:
                raise
            self._may_repeat = False
            return self._worker.ask(COMPARE_PAGES, request, size_bytes)[0]


def page_picture(worker: Asks, path: Path, page: int, width: int, height: int) -> bytes:
    """A page (from 0) stretched to so many dots, rows of 32 bits a dot (blue, green, red, unused).

    Raises Failed, TooComplex, NotOnThisComputer, OSError.
    """
    arguments = {"path": str(path), "page": page, "width": width, "height": height}
    return worker.ask(DRAW_PAGE, arguments, path.stat().st_size)[1]


def _request(sent: SentBytes, returned: Path, at: list[int]) -> dict[str, Any]:
    paths = {"sent": str(sent.path.absolute()), "returned": str(returned.absolute())}
    return {**paths, "sent_length": sent.length, "at": at}


def _next(values: dict[str, Any], at: list[int]) -> list[int] | None:
    """Raises ValueError where it would not get on."""
    try:
        after = values["next"]
        if after is None:
            return None
        sent, returned = (int(one) for one in after)
    except (KeyError, TypeError) as error:
        raise ValueError("no place to go on") from error
    if sent <= at[0]:
        raise ValueError("it does not get on")
    return [sent, returned]


def _joined(found: PageComparison, more: PageComparison) -> PageComparison:
    pages: tuple[PageFinding, ...] = (*found.pages, *more.pages)
    return PageComparison(pages, more.sent_pages, more.returned_pages)


def _seconds(values: dict[str, Any]) -> float:
    """Of CPU that the pages took. Raises ValueError."""
    try:
        return max(0.0, float(values["spent_s"]))
    except (KeyError, TypeError) as error:
        raise ValueError("no time") from error


def marks_of(worker: Asks, path: Path) -> PageMarks | None:
    """None where it is the document's doing that nothing is known. Raises NotOnThisComputer."""
    try:
        values = worker.ask(PAGE_MARKS, {"path": str(path.absolute())}, path.stat().st_size)[0]
        return PageMarks(
            int(values["pages"]), frozenset(int(one) for one in values["words"]), int(values["look"])
        )
    except (Failed, TooComplex, ValueError, TypeError, KeyError):
        return None
    except OSError as error:
        raise NotOnThisComputer(str(error)) from error
