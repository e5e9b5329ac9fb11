"""The program's side of the comparison of pages: asks the document worker, and bounds what it costs.

Blocking: worker threads only.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from signdesk.domain.page_comparison import PageComparison, PageFinding, comparison_from
from signdesk.domain.words import say
from signdesk.seals.comparison.names import BROKEN, LOCKED
from signdesk.seals.worker.client import DocumentWorker, Failed, NotOnThisComputer, TooComplex
from signdesk.seals.worker.tasks import COMPARE_PAGES, DRAW_PAGE

_LEAST_S, _A_PAGE_S, _MOST_S = 20.0, 0.5, 120.0
ORIGINAL_GONE = say("The pages were not compared: the document as it was sent is not there any more.")
ORIGINAL_CHANGED = say("The pages were not compared: the document was changed on this computer since.")
_TOO_COMPLEX = say("The pages were not compared: the document is too complex.")
_NOT_HERE = say("The pages were not compared: that was not possible on this computer.")
_CANNOT_BE_DRAWN = say("The pages were not compared: the document cannot be drawn.")
_LOCKED = say("The pages were not compared: the document opens only with a password.")
_TOO_MANY = say("Only the first pages were compared: there are too many.")


@dataclass(frozen=True, slots=True)
class SentBytes:
    """The document as it was sent: the first `length` bytes of a file, or all of them where None."""

    path: Path
    length: int | None = None


def compare_documents(worker: DocumentWorker, sent: SentBytes, returned: Path) -> PageComparison:
    """Never raises: what could not be compared is said in `not_compared`."""
    found = PageComparison()
    at: list[int] | None = [0, 0]
    began_s = time.monotonic()
    try:
        size = returned.stat().st_size + sent.path.stat().st_size
        while at is not None:
            values, _ = worker.ask(COMPARE_PAGES, _request(sent, returned, at), size)
            found = _joined(found, comparison_from(values))
            at = _next(values, at)
            if at is not None and time.monotonic() - began_s > _patience_s(found):
                return replace(found, not_compared=_TOO_MANY)
    except Failed as failed:
        why = {LOCKED: _LOCKED, BROKEN: _CANNOT_BE_DRAWN}.get(failed.why, _CANNOT_BE_DRAWN)
        return replace(found, not_compared=why)
    except (TooComplex, ValueError):
        return replace(found, not_compared=_TOO_COMPLEX)
    except (NotOnThisComputer, OSError):
        return replace(found, not_compared=_NOT_HERE)
    return found


def page_picture(worker: DocumentWorker, path: Path, page: int, width: int, height: int) -> bytes:
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


def _patience_s(found: PageComparison) -> float:
    return min(_MOST_S, max(_LEAST_S, _A_PAGE_S * found.sent_pages))
