"""How much CPU time checking sealed PDFs takes, against `pdfsig` (poppler) over the same files in one run.

    python -m tests.benchmarks.seals [COUNT]
    python -m tests.benchmarks.seals --large [MB]
    python -m tests.benchmarks.seals --loop [COUNT]

Prints seconds of CPU (of this process and of the document worker, imports in brackets) and the ratio, and
whether both agree on every file; `--large`: one PDF of so many MB (500),
and how much memory checking it took beside a small one; `--loop`: how long a loop like the window's was kept
waiting while a worker thread checked a result of so many PDFs (200), issuers included.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from signdesk.jobs.verification import Verified, verify
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import Finding, verify_pdf
from signdesk.seals.forms import Sent
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker.pool import DocumentWorkers
from signdesk.seals.worker.tasks import READY
from tests.support.samples import a_pdf

SIZE_BYTES = 200_000


def main(count: int) -> None:
    """Seals `count` PDFs of 200 KB, then checks each in both ways, file by file in turn."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sealer = Sealer(seal_key(folder))
        originals, sealed = [], []
        for number in range(count):
            source, target = folder / f"{number}.pdf", folder / f"{number} sealed.pdf"
            source.write_bytes(a_pdf(f"Offer {number}", filler_bytes=SIZE_BYTES))
            sealer.seal_pdf(source, target)
            originals.append(source)
            sealed.append(target)
        workers = stack.enter_context(DocumentWorkers())
        workers.ask(READY, {}, 0)  # as with the first transfer
        imports_s = _spent_s(workers.pids)
        theirs_s, begun_s = 0.0, time.process_time()
        agreed = 0
        looks = SealChecker(workers)
        for source, target in zip(originals, sealed, strict=True):
            content = source.read_bytes()
            sent = Sent(source.name, hashlib.sha256(content).hexdigest(), len(content))
            found = looks.inside(target, sent)
            before_s = _of_children_s()
            told = subprocess.run(["pdfsig", target], capture_output=True, text=True, check=False).stdout
            theirs_s += _of_children_s() - before_s
            valid = "Signature is Valid" in told and "Total document signed" in told
            agreed += valid == (found is not None and found.finding is Finding.INTACT)
        ours_s = time.process_time() - begun_s + _spent_s(workers.pids) - imports_s
    most_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    ours = f"SignDesk {ours_s:.2f} s ({imports_s:.2f} s)"
    print(f"{count} PDFs of {SIZE_BYTES // 1000} KB: {ours}, pdfsig {theirs_s:.2f} s")  # noqa: T201
    print(f"ratio {ours_s / theirs_s:.2f}; agreed on {agreed} of {count}; at most {most_mb:.0f} MB")  # noqa: T201


def _spent_s(pids: Iterable[int]) -> float:
    """CPU time of processes that run (Linux)."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in pids]
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def _of_children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def large(size_mb: int) -> None:
    """Each step in a process of its own, so that memory of one is not counted for the other."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        for step in ("small", "large"):
            size_bytes = 200_000 if step == "small" else size_mb * 1_000_000
            _in_child(_make, folder / step, size_bytes)
            print(f"{step}, {size_bytes / 1e6:.1f} MB: {_in_child(_check, folder / step, size_bytes)}")  # noqa: T201


def loop(count: int) -> None:
    """A beat every 5 ms, as a window draws at most every 16."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sealer = Sealer(seal_key(folder))
        with zipfile.ZipFile(folder / "result.zip", "w") as result:
            for number in range(count):
                source, target = folder / "source.pdf", folder / "sealed.pdf"
                source.write_bytes(a_pdf(f"Offer {number}", filler_bytes=SIZE_BYTES))
                sealer.seal_pdf(source, target)
                result.write(target, f"Offer {number}.pdf")
        begun = time.perf_counter()
        found, gaps_ms = asyncio.run(_beating(partial(verify, folder / "result.zip", None, folder)))
        taken_s = time.perf_counter() - begun
    gaps_ms.sort()
    assert found.is_good
    most, usual = gaps_ms[-1], gaps_ms[len(gaps_ms) * 99 // 100]
    print(f"{count} PDFs in {taken_s:.2f} s: 99 of 100 beats within {usual:.0f} ms, all within {most:.0f} ms")  # noqa: T201


async def _beating(work: Callable[[], Verified]) -> tuple[Verified, list[float]]:
    running = asyncio.ensure_future(asyncio.to_thread(work))
    gaps_ms = []
    while not running.done():
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps_ms.append((time.perf_counter() - before) * 1000 - 5)
    return await running, gaps_ms


def _in_child(work: Callable[[Path, int], str], folder: Path, size_bytes: int) -> str:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, folder, size_bytes).result()


def _make(folder: Path, size_bytes: int) -> str:
    folder.mkdir()
    (folder / "source.pdf").write_bytes(a_pdf("Plan", filler_bytes=size_bytes))
    Sealer(seal_key(folder)).seal_pdf(folder / "source.pdf", folder / "sealed.pdf")
    return ""


def _check(folder: Path, _size_bytes: int) -> str:
    source = folder / "source.pdf"
    with source.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    begun = time.perf_counter()
    with (folder / "sealed.pdf").open("rb") as file:
        found = verify_pdf(file, sha256, source.stat().st_size)
    middle = time.perf_counter()
    most_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    subprocess.run(["pdfsig", folder / "sealed.pdf"], capture_output=True, check=False)
    theirs_s = time.perf_counter() - middle
    ours = f"{found.finding}, SignDesk {middle - begun:.2f} s with at most {most_mb:.0f} MB"
    return f"{ours}, pdfsig {theirs_s:.2f} s"


if __name__ == "__main__":
    if "--loop" in sys.argv:
        loop(int(sys.argv[2]) if len(sys.argv) > 2 else 200)
    elif "--large" in sys.argv:
        large(int(sys.argv[2]) if len(sys.argv) > 2 else 500)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
