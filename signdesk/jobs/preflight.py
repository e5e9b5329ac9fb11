"""Checking files before they are sent: read once for their fingerprints, and a look into PDFs that need one.

Blocking, in worker threads; nothing here raises for what a file holds. `worker`: reads PDFs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import Document, Oddity, RejectReason
from signdesk.jobs.presign_check import MAY_HARM, REASONS, presign_check
from signdesk.seals.pdf_bounds import PdfBounds
from signdesk.seals.presign_check import Before, Marks
from signdesk.seals.seal_checker import check_before_sending, fits_its_ending
from signdesk.seals.worker.client import Closed
from signdesk.seals.worker.pool import Asks
from signdesk.storage.intake import Problem, Stopped, Taken, check_file, look_again, take_in
from signdesk.storage.sources import Unusable, look

PORTION_S = 0.15
NOTHING = Before()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file. `before`: what its content says against a seal, where it is a PDF. `oddities`:
    what is worth a look although it is sent.
    """

    result: Document | Problem
    before: Before = NOTHING
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of an order. `doubts`: what a person decides about, by the path; `oddities`: what is said."""

    taken: Taken
    doubts: Mapping[Path, RejectReason]
    oddities: Mapping[Path, Sequence[Oddity]]


def gather(paths: Iterable[Path], worker: Asks) -> Gathered:
    """`take_in`, with a look into each document: what no server can seal is a problem. Never raises."""
    doubts: dict[Path, RejectReason] = {}
    oddities: dict[Path, Sequence[Oddity]] = {}

    def judged(path: Path, stop: Callable[[], bool]) -> Document | Problem:
        checked = check(path, worker, stop)
        if checked.oddities:
            oddities[path] = checked.oddities
        one, trouble = checked.result, presign_check(checked.before)
        if isinstance(one, Problem) or trouble is None:
            return one
        if trouble in MAY_HARM:
            doubts[path] = trouble
            return one
        return Problem(path, one.name, one.size_bytes, REASONS[trouble], trouble)

    return Gathered(take_in(paths, check=judged), doubts, oddities)


def check(path: Path, worker: Asks, stop: Callable[[], bool] = lambda: False) -> Checked:
    """Reads one file and looks into it. Raises Stopped and Closed, and nothing else."""
    marks, bounds = Marks(), PdfBounds()

    def watch(piece: memoryview) -> None:
        marks.feed(piece)
        bounds.feed(piece)

    result = check_file(path, watch=watch, stop=stop)
    if isinstance(result, Problem):
        return Checked(result)
    before = _look_into(result, worker) if marks.found else NOTHING
    return Checked(result, before, _oddities(path, bounds, worker))


def check_some(
    paths: Sequence[Path],
    worker: Asks,
    stop: Callable[[], bool],
    *,
    now: Callable[[], float] = time.monotonic,
) -> list[Checked]:
    """The first of these files, in order, as many as about PORTION_S allow but at least one; fewer once
    `stop()` says True. So that many small files are one change on the screen, and a large one does not keep
    the others' results back.
    """
    begun = now()
    checked: list[Checked] = []
    for path in paths:
        try:
            checked.append(check(path, worker, stop))
        except (Stopped, Closed):
            break
        if now() - begun >= PORTION_S:
            break
    return checked


def changed_since(documents: Iterable[Document]) -> list[Problem]:
    """Those whose file is gone or another one since it was read."""
    return [problem for one in documents if (problem := look_again(one)) is not None]


def _oddities(path: Path, bounds: PdfBounds, worker: Asks) -> tuple[Oddity, ...]:
    """Raises Closed."""
    if path.suffix.lower() == ".pdf":
        return bounds.oddities() if bounds.is_pdf else (Oddity.OTHER_FORM,)
    return () if fits_its_ending(worker, path) else (Oddity.OTHER_FORM,)


def _look_into(document: Document, worker: Asks) -> Before:
    try:
        look(document.path)
    except (Unusable, OSError):
        return NOTHING  # it has just been read; whoever sends it looks again
    return check_before_sending(worker, document.path, document.size_bytes, document.modified_ns)
