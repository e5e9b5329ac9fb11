"""The program's side of `comparison.marks`. Blocking: worker threads only."""

from __future__ import annotations

from pathlib import Path

from signdesk.domain.likeness import PageMarks
from signdesk.seals.worker.client import Failed, NotOnThisComputer, TooComplex
from signdesk.seals.worker.pool import Asks
from signdesk.seals.worker.tasks import PAGE_MARKS


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
