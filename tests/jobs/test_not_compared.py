"""Pages that could not be compared: for a reason of this computer, or because of the document itself."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from signdesk.domain.batches import Outcome
from signdesk.seals.worker import limits
from signdesk.seals.worker.client import DocumentWorker
from tests.jobs.test_page_judge import SECOND, SENT, STAMP, Bench, Seal, seal, visibly_sealed
from tests.seals.worker.test_worker import endless_pdf
from tests.support.paged_pdf import letter, paged_pdf

__all__ = ["seal"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
NOT_KNOWN = "It has an intact seal, but it is not known whether it is the document that was sent."


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


@pytest.fixture
def bench(tmp_path: Path, worker: DocumentWorker) -> Bench:
    return Bench(tmp_path, worker)


@contextmanager
def killed(worker: DocumentWorker, most: int) -> Iterator[set[int]]:
    """The worker's processes are killed as soon as they start, as a system out of memory does it."""
    done: set[int] = set()
    ended = threading.Event()

    def kill() -> None:
        while len(done) < most and not ended.wait(0.001):
            if (pid := worker.pid) and pid not in done:
                done.add(pid)
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield done
    finally:
        ended.set()
        thread.join()


def test_a_worker_that_is_killed_once_is_replaced_and_asked_again(
    bench: Bench, worker: DocumentWorker, seal: Seal
) -> None:
    with killed(worker, most=1) as dead:
        one = bench.one(seal(paged_pdf([letter() + STAMP, SECOND])))
    assert len(dead) == 1
    assert one.outcome is Outcome.RESEALED
    assert "a stamp on page 1" in one.seal


def test_a_worker_that_is_killed_again_says_nothing_about_the_document(
    bench: Bench, worker: DocumentWorker, seal: Seal
) -> None:
    bench.changes_documents = True
    with killed(worker, most=9) as dead:
        one = bench.one(seal(paged_pdf([letter() + STAMP, SECOND])))
    assert len(dead) == 2
    assert (one.outcome, one.is_good, one.checked) == (Outcome.PENDING, False, False)
    assert one.message == "It could not be checked on this computer."
    assert one.results == ("Letter.pdf",)


def test_so_it_is_for_an_update_that_may_show_more(bench: Bench, worker: DocumentWorker) -> None:
    sealed = visibly_sealed(SENT, bench.folder / "key", (340, 40, 540, 90))
    with killed(worker, most=9):
        assert bench.one(sealed).outcome is Outcome.PENDING


def test_what_may_lie_beside_the_untouched_document_is_not_unsealed(
    bench: Bench, worker: DocumentWorker, seal: Seal
) -> None:
    rewritten = seal(paged_pdf([letter() + STAMP, SECOND]))
    with killed(worker, most=99):
        checked = bench.check({"Letter.pdf": SENT, "Letter_signed.pdf": rewritten})
    assert [one.outcome for one in checked.documents] == [Outcome.PENDING]


def test_a_document_that_never_ends_is_not_recognised(
    bench: Bench, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_LEAST_CPU_S", 1)
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 500.0)  # also on a busy computer
    bench.changes_documents = True
    one = bench.one(seal(endless_pdf()))
    assert (one.outcome, one.is_good) == (Outcome.NOT_RECOGNISED, False)
    assert one.message == f"{NOT_KNOWN} The pages were not compared: the document is too complex."


def test_an_original_that_cannot_be_drawn_is_not_recognised(bench: Bench, seal: Seal) -> None:
    sent = b"%PDF-1.7\nnothing in it\n%%EOF\n"
    (one,) = bench.check({"Letter.pdf": seal(SENT)}, {"Letter.pdf": sent}).documents
    assert one.outcome is Outcome.NOT_RECOGNISED
    assert one.message == f"{NOT_KNOWN} The pages were not compared: the document cannot be drawn."


def test_what_may_be_there_under_another_name_is_not_missing(
    bench: Bench, worker: DocumentWorker, seal: Seal
) -> None:
    with killed(worker, most=99):
        checked = bench.check({"1.pdf": seal(paged_pdf([letter() + STAMP, SECOND]))})
    assert [one.outcome for one in checked.documents] == [Outcome.PENDING]
    assert checked.extra_results == ("1.pdf",)
