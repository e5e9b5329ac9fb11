"""Files before they are sent: what is read, what is looked into, and how they are parcelled out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyhanko.sign.fields import MDPPerm

from signdesk.domain.documents import Document, Oddity, RejectReason
from signdesk.jobs.preflight import PORTION_S, Checked, changed_since, check, check_some, gather
from signdesk.practice.data_folder import SealKey, seal_key
from signdesk.seals import seal_checker as looking
from signdesk.seals.presign_check import Before
from signdesk.seals.worker import limits
from signdesk.seals.worker.pool import DocumentWorkers
from signdesk.storage.intake import Problem
from tests.support import hostile
from tests.support.odd_pdfs import encrypted, signed
from tests.support.samples import a_pdf
from tests.support.workers import WORKERS


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealKey:
    return seal_key(tmp_path_factory.mktemp("key"))


def made(path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    result = check(path, WORKERS).result
    assert isinstance(result, Document)
    return result


def troubles(problems: list[Problem]) -> list[tuple[str, RejectReason]]:
    return [(one.name, one.trouble) for one in problems]


def test_every_kind_of_pdf_is_told(tmp_path: Path, key: SealKey) -> None:
    kinds = {
        "plain.pdf": (a_pdf(), Before()),
        "password.pdf": (encrypted(a_pdf(), "in", "out"), Before(needs_password=True)),
        "protected.pdf": (encrypted(a_pdf(), "", "out"), Before(protected=True)),
        "signed.pdf": (signed(a_pdf(), key), Before(signatures=1)),
        "certified.pdf": (
            signed(a_pdf(), key, certified=MDPPerm.NO_CHANGES),
            Before(signatures=1, final=True),
        ),
        "broken.pdf": (b"%PDF-1.7 /Encrypt /ByteRange", Before()),
        "signed but by name.txt": (signed(a_pdf(), key), Before(signatures=1)),
    }
    for name, (content, before) in kinds.items():
        (tmp_path / name).write_bytes(content)
        checked = check(tmp_path / name, WORKERS)
        assert isinstance(checked.result, Document), name
        assert checked.before == before, name


def test_an_order_is_gathered_with_what_a_person_decides_about(tmp_path: Path, key: SealKey) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "password.pdf").write_bytes(encrypted(a_pdf(), "in", "out"))
    (folder / "protected.pdf").write_bytes(encrypted(a_pdf(), "", "out"))
    (folder / "certified.pdf").write_bytes(signed(a_pdf(), key, certified=MDPPerm.NO_CHANGES))
    (folder / "plain.pdf").write_bytes(a_pdf())
    (folder / ".hidden").write_bytes(b"rubbish")
    gathered = gather([folder, tmp_path / "gone.pdf"], WORKERS)
    assert [one.name for one in gathered.taken.documents] == ["certified.pdf", "plain.pdf", "protected.pdf"]
    assert troubles(list(gathered.taken.problems)) == [
        ("password.pdf", RejectReason.PASSWORD),
        ("gone.pdf", RejectReason.GONE),
    ]
    assert [one.path.name for one in gathered.taken.left_out] == [".hidden"]
    assert gathered.doubts == {
        folder / "certified.pdf": RejectReason.FINAL,
        folder / "protected.pdf": RejectReason.PROTECTED,
    }


def test_a_file_that_cannot_be_read_is_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    checked = check(tmp_path / "empty.pdf", WORKERS)
    assert isinstance(checked.result, Problem)
    assert checked == Checked(checked.result)
    assert checked.result.trouble is RejectReason.EMPTY


def ticking(*, each_s: float) -> Callable[[], float]:
    times: Iterator[int] = iter(range(10_000))
    return lambda: next(times) * each_s


def names(checked: list[Checked]) -> list[str]:
    return [one.result.path.name for one in checked]


def some_files(folder: Path, count: int = 5) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(path.name)
    return paths


def test_small_files_come_back_together_and_a_slow_one_alone(tmp_path: Path) -> None:
    paths = some_files(tmp_path)
    assert len(check_some(paths, WORKERS, lambda: False, now=ticking(each_s=0))) == 5
    assert names(check_some(paths, WORKERS, lambda: False, now=ticking(each_s=PORTION_S))) == ["0.txt"]
    assert len(check_some(paths, WORKERS, lambda: False, now=ticking(each_s=PORTION_S / 3))) == 3


def test_stop_keeps_what_was_checked_before(tmp_path: Path) -> None:
    asked = iter([False, False, False, False, True])  # twice for each piece of a small file
    checked = check_some(some_files(tmp_path), WORKERS, lambda: next(asked), now=ticking(each_s=0))
    assert names(checked) == ["0.txt", "1.txt"]


def test_what_became_of_files_since_is_told(tmp_path: Path) -> None:
    documents = {
        name: made(tmp_path / name, b"as it was")
        for name in ("same", "gone", "longer", "later", "empty", "link", "folder")
    }
    (tmp_path / "gone").unlink()
    (tmp_path / "longer").write_bytes(b"as it was, and more")
    os.utime(tmp_path / "later", ns=(1, 1))
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("same")
    (tmp_path / "folder").unlink()
    (tmp_path / "folder").mkdir()
    assert troubles(changed_since(documents.values())) == [
        ("gone", RejectReason.GONE),
        ("longer", RejectReason.CHANGED),
        ("later", RejectReason.CHANGED),
        ("empty", RejectReason.EMPTY),
        ("link", RejectReason.LINK),
        ("folder", RejectReason.NO_DOCUMENT),
    ]


def test_what_costs_too_much_to_be_looked_into_may_be_harmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 500.0)  # also on a busy computer
    monkeypatch.setattr(looking, "MOST_CPU_S", 1)
    path = tmp_path / "doubling.pdf"
    path.write_bytes(hostile.doubling_fields())
    gathered = gather([path], WORKERS)
    assert gathered.doubts == {path: RejectReason.TOO_COMPLEX}
    assert [one.path for one in gathered.taken.documents] == [path]


def test_what_this_computer_cannot_look_into_may_be_harmed(
    tmp_path: Path, key: SealKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pyhanko.py").write_text("raise ImportError('libcrypto.so: cannot open')\n")
    monkeypatch.setenv("PYTHONPATH", str(broken))
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed(a_pdf(), key))
    with DocumentWorkers() as workers:
        assert gather([path], workers).doubts == {path: RejectReason.NOT_HERE}


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 100
ZIP = b"PK\x03\x04\x14\0\x08\0\x08\0" + b"\0" * 100
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
NOISE = bytes((7 * number * number + 13) % 251 for number in range(3000))


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.png", PNG, ()),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", ()),
        ("a.JPEG", b"\xff\xd8\xff\xe1\0\x10Exif\0", ()),
        ("a.gif", b"GIF89a\x01\0\x01\0", ()),
        ("a.tif", b"II*\0\x08\0\0\0", ()),
        ("a.tiff", b"MM\0*\0\0\0\x08", ()),
        ("large.tif", b"II+\0\x08\0\0\0", ()),
        ("a.docx", ZIP, ()),
        ("a.odt", ZIP, ()),
        ("with a password.docx", OLE, ()),
        ("a.odt", OLE, (Oddity.OTHER_FORM,)),
        ("a.PDF", NOISE, (Oddity.OTHER_FORM,)),
        ("a.docx", NOISE, (Oddity.OTHER_FORM,)),
        ("a.png", NOISE, (Oddity.OTHER_FORM,)),
        ("a.png", b"\xff\xd8\xff\xe0\0\x10JFIF\0", (Oddity.OTHER_FORM,)),
        ("a.docx", a_pdf(), (Oddity.OTHER_FORM,)),
        ("a.txt", NOISE, ()),
        ("a", NOISE, ()),
        ("cut off.pdf", a_pdf()[:-6], (Oddity.NO_END,)),
    ],
)
def test_what_its_name_promises_is_held_against_its_first_bytes(
    tmp_path: Path, name: str, content: bytes, found: tuple[Oddity, ...]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert check(tmp_path / name, WORKERS).oddities == found
    assert gather([tmp_path / name], WORKERS).oddities == ({tmp_path / name: found} if found else {})


def test_first_bytes_that_this_computer_cannot_look_at_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "puremagic.py").write_text("raise ImportError('broken')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "a.png").write_bytes(NOISE)
    with DocumentWorkers() as workers:
        assert check(tmp_path / "a.png", workers).oddities == ()
