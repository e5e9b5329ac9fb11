"""P23 above 10 MB: a PDF of 500 MB is looked at before it is sent, and its seal is checked,
by the real document worker within its limits: pytest -m long tests/faults/test_huge_pdf.py

Needs 1.5 GB in the folder for temporary files, and gives them back.
"""

from __future__ import annotations

import random
import shutil
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from signdesk.domain.documents import Document
from signdesk.jobs.preflight import check
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals.forms import Sent
from signdesk.seals.presign_check import Before
from signdesk.seals.seal_check_result import Finding, SealCheckResult
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker import limits
from signdesk.seals.worker.client import DocumentWorker
from tests.support.cost import MIB, cpu_s
from tests.support.samples import a_pdf

SIZE_BYTES = 500_000_000
ROOM_BYTES = 4 * SIZE_BYTES
pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """CPU time is what counts, also on a computer that is busy with other things."""
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 3000.0)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    if shutil.disk_usage(tmp_path).free < ROOM_BYTES:
        pytest.skip("too little room for files of 500 MB")
    yield tmp_path
    shutil.rmtree(tmp_path)


def write_scans(path: Path, pages: int) -> None:
    """A PDF of SIZE_BYTES: on each page one grey picture, of pixels that cannot be packed."""
    width = 1000
    height = SIZE_BYTES // pages // width
    noise = random.Random(15).randbytes(width * height)  # noqa: S311
    offsets = []
    with path.open("wb") as out:

        def put(content: bytes) -> None:
            offsets.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (len(offsets), content))

        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        put(b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = b" ".join(b"%d 0 R" % (3 + 3 * number) for number in range(pages))
        put(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids))
        for number in range(pages):
            put(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /XObject << /Im %d 0 R >> >> >>" % (4 + 3 * number, 5 + 3 * number)
            )
            put(b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /Im Do Q\nendstream")
            packed = zlib.compress(noise[number:] + noise[:number], 0)
            put(
                b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
                b" /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
                % (width, height, len(packed), packed)
            )
        begin = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        out.writelines(b"%010d 00000 n \n" % one for one in offsets)
        out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n" % (len(offsets) + 1))
        out.write(b"%d\n%%%%EOF\n" % begin)


@contextmanager
def held_to_limits(worker: DocumentWorker, what: str, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """The same process is there before and after, so its own figures tell what happened meanwhile."""
    pid, before_s, before_bytes = worker.pid, cpu_s(worker.pid), _peak_bytes(worker.pid)
    yield
    assert worker.pid == pid
    used_s, peak = cpu_s(pid) - before_s, _peak_bytes(pid)
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{what}: CPU {used_s:.1f} s, memory {peak / MIB:.0f} MiB, before {before_bytes / MIB:.0f} MiB"
        )
    bounds = limits.limits_for(SIZE_BYTES)
    assert used_s < bounds.cpu_s
    assert peak - before_bytes < bounds.memory_bytes


def _peak_bytes(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def finding(look: SealCheckResult | None) -> Finding | None:
    return look.finding if look else None


def change_a_byte(path: Path) -> None:
    """In the middle of it."""
    with path.open("r+b") as file:
        file.seek(SIZE_BYTES // 2)
        (old,) = file.read(1)
        file.seek(SIZE_BYTES // 2)
        file.write(bytes([old ^ 1]))


@pytest.mark.parametrize("pages", [500, 25_000])
def test_500_mb_are_looked_at_and_their_seal_is_checked(
    folder: Path, pages: int, capsys: pytest.CaptureFixture[str]
) -> None:
    write_scans(folder / "original.pdf", pages)
    sealer = Sealer(seal_key(folder))
    small, sent, back = folder / "small.pdf", folder / "sent.pdf", folder / "back.pdf"
    sealer.seal_pdf(folder / "original.pdf", sent)
    (folder / "original.pdf").unlink()
    assert sent.stat().st_size > SIZE_BYTES
    (folder / "letter.pdf").write_bytes(a_pdf())
    sealer.seal_pdf(folder / "letter.pdf", small)
    with DocumentWorker() as worker:
        looks = SealChecker(worker)
        assert check(small, worker).before == Before(signatures=1)  # the libraries are there from now on
        assert finding(looks.alone(small)) is Finding.INTACT
        with held_to_limits(worker, f"{pages} pages, before sending", capsys):
            checked = check(sent, worker)
        document = checked.result
        assert isinstance(document, Document)
        assert checked.before == Before(signatures=1)
        sealer.seal_pdf(sent, back)
        what = Sent(document.name, document.sha256, document.size_bytes)
        with held_to_limits(worker, f"{pages} pages, sealed", capsys):
            assert finding(looks.inside(back, what, sent)) is Finding.INTACT
        change_a_byte(back)
        with held_to_limits(worker, f"{pages} pages, changed", capsys):
            assert finding(looks.inside(back, what, sent)) is Finding.BROKEN
            assert finding(looks.alone(back)) is Finding.BROKEN
