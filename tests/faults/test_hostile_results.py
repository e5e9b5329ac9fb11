"""Results that cost a reader without bounds minutes or gigabytes: no hang, and no other document waits."""

from __future__ import annotations

import hashlib
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchDocument, BatchState, Outcome, Reason
from signdesk.domain.documents import Document
from signdesk.jobs.result_check import Checked, check_result
from signdesk.jobs.verification import Verdict, verify
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.practice.service import Method
from signdesk.seals import seal_checker as looking
from signdesk.seals.seal_check_result import Finding
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker import limits
from signdesk.seals.worker.client import Closed
from signdesk.seals.worker.pool import DocumentWorkers
from tests.faults.conftest import MakeFaultBench
from tests.storage.journal_values import plain_batch
from tests.support import fault_answers as answers
from tests.support import hostile
from tests.support.fault_acts import Bent
from tests.support.samples import a_pdf
from tests.support.workers import WORKERS

SENT = a_pdf()
ENVELOPED = Path(__file__).parents[1] / "seals" / "data" / "enveloped.xml"
MOST_S = 600  # also on a busy computer; a hang takes hours. What is bounded is CPU time
INPUTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "fields that double": ("Letter.pdf", lambda: hostile.doubling_fields(SENT)),
    "name spaces": ("Letter.xml", lambda: hostile.many_namespaces(ENVELOPED.read_bytes())),
    "a packed mimetype": ("Letter.pdf.asice", hostile.packed_mimetype),
    "chunks": ("Letter.pdf.p7m", hostile.many_chunks),
    "a stream": ("Letter.pdf", hostile.unpacking_stream),
}


@cache
def made(of: str) -> tuple[str, bytes]:
    name, make = INPUTS[of]
    return name, make()


@pytest.fixture(params=INPUTS)
def hostile_file(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return made(request.param)


@pytest.fixture(
    autouse=True,
    params=[1, pytest.param(looking.MOST_CPU_S, marks=pytest.mark.long)],
    ids=lambda cpu_s: f"{cpu_s} s",
)
def limited(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look may cost one second, in the long run what it may cost people. A computer that is too busy is a
    reason of its own; here the limit of CPU time is what ends a look.
    """
    monkeypatch.setattr(looking, "MOST_CPU_S", request.param)
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 500.0)


def check(folder: Path, entries: dict[str, bytes]) -> Checked:
    sha256 = hashlib.sha256(SENT).hexdigest()
    names = ("Letter.pdf", "Other.pdf")
    documents = tuple(
        BatchDocument(Document(folder / name, name, len(SENT), 0, sha256, 0), name) for name in names
    )
    with zipfile.ZipFile(folder / "result.zip", "w") as result:
        for name, content in entries.items():
            result.writestr(name, content)
    batch = replace(plain_batch(), documents=documents)
    return check_result(folder / "result.zip", batch, folder, None, WORKERS)


def test_it_is_not_recognised_and_the_other_document_is_sealed(
    tmp_path: Path, hostile_file: tuple[str, bytes]
) -> None:
    name, content = hostile_file
    (tmp_path / "source").write_bytes(SENT)
    Sealer(seal_key(tmp_path)).seal_pdf(tmp_path / "source", tmp_path / "target")
    begun = time.monotonic()
    checked = check(tmp_path, {name: content, "Other.pdf": (tmp_path / "target").read_bytes()})
    assert time.monotonic() - begun < MOST_S
    letter, other = checked.documents
    assert (other.outcome, other.checked) == (Outcome.SEALED, True)
    assert letter.outcome in (Outcome.NOT_RECOGNISED, Outcome.MISSING, Outcome.DAMAGED)
    assert not letter.is_good


def test_verify_says_that_it_cannot_be_checked(tmp_path: Path, hostile_file: tuple[str, bytes]) -> None:
    name, content = hostile_file
    (tmp_path / name).write_bytes(content)
    begun = time.monotonic()
    found = verify(tmp_path / name, None, tmp_path, None, WORKERS)
    assert time.monotonic() - begun < MOST_S
    assert not found.is_good
    assert [one.verdict for one in found.proofs] in ([Verdict.NOT_CHECKED], [Verdict.BROKEN])


def test_a_form_that_doubles_is_called_too_complex(tmp_path: Path) -> None:
    path = tmp_path / "Letter.pdf"
    path.write_bytes(hostile.doubling_fields(SENT))
    (proof,) = verify(path, None, tmp_path, None, WORKERS).proofs
    assert proof.verdict is Verdict.NOT_CHECKED
    assert proof.sentence == "The seal could not be checked, because the file is too complex."


def test_while_one_is_looked_at_others_are_checked(tmp_path: Path) -> None:
    slow, quick = tmp_path / "slow.pdf", tmp_path / "quick.pdf"
    slow.write_bytes(hostile.doubling_fields(SENT))
    quick.write_bytes(SENT)
    with DocumentWorkers() as workers:
        looks = SealChecker(workers)
        ended: list[str] = []

        def look(path: Path) -> None:
            looks.alone(path)
            ended.append(path.name)

        thread = threading.Thread(target=look, args=(slow,))
        thread.start()
        for _ in range(3):
            look(quick)
        thread.join()
    assert ended == ["quick.pdf"] * 3 + ["slow.pdf"]


def test_the_programs_end_does_not_wait_for_it(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(hostile.doubling_fields(SENT))
    workers = DocumentWorkers()
    raised: list[BaseException] = []

    def look() -> None:
        try:
            SealChecker(workers).alone(path)
        except Closed as closed:
            raised.append(closed)

    thread = threading.Thread(target=look)
    thread.start()
    while not workers.pids:
        time.sleep(0.001)
    workers.close()
    thread.join(5)
    assert not thread.is_alive()
    assert len(raised) == 1


def test_the_same_file_is_read_at_its_cost_once(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(hostile.doubling_fields(SENT))
    looks = SealChecker(WORKERS)
    first = looks.alone(path, key="a")
    begun = time.monotonic()
    assert looks.alone(path, key="a") == first
    assert time.monotonic() - begun < 1
    assert first is not None
    assert first.finding is Finding.NOT_CHECKED


async def test_what_came_back_is_saved_and_the_servers_copy_kept(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    order = bench.order("Letter.pdf")
    sent = (bench.sources / "Letter.pdf").read_bytes()

    def hostile_zip(folder: Path) -> bytes:
        with zipfile.ZipFile(folder / "made.zip", "w") as made:
            made.writestr("Letter.pdf", hostile.doubling_fields(sent))
        return (folder / "made.zip").read_bytes()

    body = hostile_zip(bench.folder)
    bench.fail(Method.DOWNLOAD, Bent(lambda reply: answers.with_body(reply, body)), times=None)
    batch = await bench.run(order)
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.RESULT)
    assert batch.documents[0].outcome is Outcome.NOT_RECOGNISED
    assert "too complex" in batch.documents[0].message
    assert batch.saved_to is not None
    assert batch.saved_to.read_bytes() == body
    assert bench.came(Method.DELETE) == []
