"""The real document worker: its limits, its end, and that one process is enough for many documents."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

import pytest

from signdesk.seals.comparing import SentBytes, compare_documents
from signdesk.seals.worker import limits
from signdesk.seals.worker.client import Closed, DocumentWorker, Failed, NotOnThisComputer, TooComplex
from signdesk.seals.worker.tasks import DRAW_PAGE
from tests.support.paged_pdf import letter, objects_pdf, paged_pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX systems")
MANY = 200
DEEP = 40


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.pdf"
    path.write_bytes(paged_pdf([letter()]))
    return path


def draw(worker: DocumentWorker, path: Path) -> bytes:
    arguments = {"path": str(path), "page": 0, "width": 60, "height": 84}
    return worker.ask(DRAW_PAGE, arguments, path.stat().st_size)[1]


def endless_pdf() -> bytes:
    """A drawing that names the next one twice, DEEP levels down."""
    stream = b"/A Do /A Do"
    levels = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A %d 0 R >> >> "
        b"/Length %d >>\nstream\n%s\nendstream" % (6 + number, len(stream), stream)
        for number in range(DEEP)
    ]
    last = b"0 0 5 5 re f"
    return objects_pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /A 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/A Do\nendstream",
        *levels,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d >>\nstream\n%s\nendstream"
        % (len(last), last),
    ])  # fmt: skip


def memory_pdf(directory: Path) -> Path:
    """A stream of 512 MiB of zeros in 0.5 MB, which a page is drawn by."""
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(512)), packer.flush()])
    path = directory / "memory.pdf"
    path.write_bytes(
        objects_pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
            ]
        )
    )
    return path


def test_one_process_draws_many_documents(worker: DocumentWorker, good: Path) -> None:
    assert worker.pid == 0  # nothing is started before it is asked
    draw(worker, good)
    first = worker.pid
    for _ in range(5):
        assert len(draw(worker, good)) == 60 * 84 * 4
    assert worker.pid == first != 0


def test_what_never_ends_is_too_complex_and_the_next_document_is_drawn(
    worker: DocumentWorker, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_LEAST_CPU_S", 1)
    endless = tmp_path / "endless.pdf"
    endless.write_bytes(endless_pdf())
    with pytest.raises(TooComplex):
        draw(worker, endless)
    assert draw(worker, good)


def test_what_takes_all_memory_is_bounded_and_the_next_document_is_drawn(
    worker: DocumentWorker, good: Path, tmp_path: Path
) -> None:
    path = memory_pdf(tmp_path)
    with suppress(TooComplex, Failed):
        draw(worker, path)
    assert draw(worker, good)
    assert peak_bytes(worker.pid) < 400 << 20


def peak_bytes(pid: int) -> int:
    line = next(one for one in Path(f"/proc/{pid}/status").read_text().splitlines() if "VmHWM" in one)
    return int(line.split()[1]) * 1024


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_that_was_killed_says_nothing_about_the_document(
    worker: DocumentWorker, good: Path, tmp_path: Path, number: int
) -> None:
    endless = tmp_path / "endless.pdf"
    endless.write_bytes(endless_pdf())
    draw(worker, good)
    pid = worker.pid
    killer = threading.Timer(0.2, os.kill, (pid, number))
    killer.start()
    with pytest.raises(NotOnThisComputer):
        draw(worker, endless)
    killer.join()
    assert draw(worker, good)
    assert worker.pid != pid


def test_a_worker_that_died_between_two_documents_is_replaced(worker: DocumentWorker, good: Path) -> None:
    draw(worker, good)
    os.kill(worker.pid, signal.SIGKILL)
    os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)
    assert draw(worker, good)


def test_a_library_that_is_broken_says_nothing_about_the_document(
    worker: DocumentWorker, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError('libc.so.7: cannot open')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(NotOnThisComputer, match="libc"):
        draw(worker, good)
    monkeypatch.delenv("PYTHONPATH")
    assert draw(worker, good)
    found = compare_documents(worker, SentBytes(good), good)
    assert found.is_complete


def test_a_file_that_is_gone_says_nothing_about_the_document(worker: DocumentWorker, tmp_path: Path) -> None:
    with pytest.raises(NotOnThisComputer):
        worker.ask(DRAW_PAGE, {"path": str(tmp_path / "no.pdf"), "page": 0, "width": 9, "height": 9}, 0)


def test_closing_ends_a_request_at_once(worker: DocumentWorker, good: Path, tmp_path: Path) -> None:
    endless = tmp_path / "endless.pdf"
    endless.write_bytes(endless_pdf())
    draw(worker, good)
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            draw(worker, endless)
        except Closed as error:
            raised.append(error)

    threads = [threading.Thread(target=ask) for _ in range(2)]  # one waits for the other's turn
    for one in threads:
        one.start()
    began = time.monotonic()
    worker.close()
    for one in threads:
        one.join(10)
    assert time.monotonic() - began < 5
    assert [type(one) for one in raised] == [Closed, Closed]
    with pytest.raises(Closed):
        draw(worker, good)


def test_it_ends_with_a_program_that_is_killed(tmp_path: Path, good: Path) -> None:
    program = (
        "import sys, time\n"
        "from signdesk.seals.worker.client import DocumentWorker\n"
        "worker = DocumentWorker()\n"
        "worker.ask('draw_page', {'path': sys.argv[1], 'page': 0, 'width': 9, 'height': 9}, 1000)\n"
        "print(worker.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(good)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        process.kill()
    assert ends(pid)


def ends(pid: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            if "State:\tZ" in Path(f"/proc/{pid}/status").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_no_secret_of_the_environment_reaches_it(
    worker: DocumentWorker, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNDESK_API_KEY", "a-key-that-stays-here")
    draw(worker, good)
    assert b"a-key-that-stays-here" not in Path(f"/proc/{worker.pid}/environ").read_bytes()


def test_a_frozen_program_starts_itself_as_the_worker() -> None:
    """What `signdesk document-worker` is; it ends with its standard input."""
    command = [sys.executable, "-m", "signdesk", "document-worker"]
    assert subprocess.run(command, stdin=subprocess.DEVNULL, timeout=60, check=False).returncode == 0


@pytest.mark.long
@pytest.mark.timeout(900)
def test_many_small_documents_cost_little_more_than_in_the_program_itself(tmp_path: Path) -> None:
    pairs = []
    for number in range(MANY):
        paths = tmp_path / f"{number} sent.pdf", tmp_path / f"{number} came back.pdf"
        paths[0].write_bytes(paged_pdf([letter(f"Document {number}")]))
        paths[1].write_bytes(paged_pdf([letter(f"Document {number}") + "q Q"]))
        pairs.append(paths)

    program = (
        "import sys\n"
        "from signdesk.seals.comparison.task import compare_pages\n"
        f"for number in range({MANY}):\n"
        "    compare_pages(f'{number} sent.pdf', f'{number} came back.pdf', None, (0, 0))\n"
    )

    def inside() -> None:
        """In a program of its own, which has to start and to load the library as well."""
        environment = {**os.environ, "PYTHONPATH": str(Path(limits.__file__).parents[3])}
        subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True)

    def by_worker() -> None:
        with DocumentWorker() as worker:
            for sent, returned in pairs:
                assert compare_documents(worker, SentBytes(sent), returned).is_harmless

    pairs_of_runs = [(taken(inside), taken(by_worker)) for _ in range(5)]  # one after the other
    ratios = [worker_s / own_s for own_s, worker_s in pairs_of_runs]
    assert median(ratios) <= 1.2, ratios


def taken(work: Callable[[], None]) -> float:
    """Seconds of CPU, also of the worker, which ends in `work`. What the clock says depends on what else a
    machine does.
    """
    began_s = cpu_s()
    work()
    return cpu_s() - began_s


def cpu_s() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
