from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.domain.documents import Document
from signdesk.domain.errors import DamagedResult, RefusedResult, SavingProblem
from signdesk.storage.archive import Archive, Entry, read_archive
from signdesk.storage.package import Package
from tests.storage.honest_archives import HONEST
from tests.storage.zip_making import Raw, descriptor, zip_of

OPEN = 0x0008
MIB = 1024 * 1024


@pytest.mark.parametrize("kind", HONEST)
def test_honest_archives_are_read(read: Callable[..., Archive], kind: str) -> None:
    entries = read(HONEST[kind]).entries

    expected = [(name, name.encode() * 50) for name in ["a.pdf", "Umowa żółta.pdf"]]
    assert entries == tuple(
        Entry(name, len(content), hashlib.sha256(content).hexdigest(), index)
        for index, (name, content) in enumerate(expected)
    )


def test_our_own_package_is_read(
    read: Callable[..., Archive], documents: Callable[..., list[Document]]
) -> None:
    three = documents(a_pdf=b"a" * 300_000, b_pdf=b"b", c_txt=b"c")
    package = Package([(document.name, document) for document in three])

    entries = read(b"".join(package.chunks())).entries

    assert [entry.sha256 for entry in entries] == [document.sha256 for document in three]


def test_an_archive_made_by_7z_is_read(tmp_path: Path) -> None:
    (tmp_path / "Łódź.pdf").write_bytes(b"x" * 10_000)
    command = ["7z", "a", "-tzip", "result.zip", "Łódź.pdf"]
    subprocess.run(
        command, cwd=tmp_path, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )

    [entry] = read_archive(tmp_path / "result.zip", ["Łódź.pdf"], 10_000).entries

    assert entry.name == "Łódź.pdf"


def test_an_archive_made_by_java_is_read(read: Callable[..., Archive]) -> None:
    program = Path(__file__).with_name("WriteZip.java")
    command = ["java", "-XX:TieredStopAtLevel=1", "-Dsun.jnu.encoding=UTF-8", str(program), "a.pdf", "b.pdf"]
    made = subprocess.run(command, capture_output=True, check=True).stdout

    entries = read(made).entries

    assert [entry.name for entry in entries] == ["a.pdf", "b.pdf"]
    assert entries[0].sha256 == hashlib.sha256(b"content of a.pdf" * 1000).hexdigest()


@pytest.mark.parametrize("signature", [True, False])
@pytest.mark.parametrize("wide", [True, False])
def test_every_form_of_data_descriptor_is_read(
    read: Callable[..., Archive], signature: bool, wide: bool
) -> None:
    raw = Raw(flags=OPEN, deflated=True, local={"crc": 0, "packed": 0, "size": 0})
    raw.tail = descriptor(raw, signature=signature, wide=wide)

    assert len(read(zip_of([raw, Raw(b"b.pdf")])).entries) == 2


def test_entries_may_be_listed_in_another_order(read: Callable[..., Archive]) -> None:
    first, second = Raw(b"a.pdf", b"one"), Raw(b"b.pdf", b"twotwo")
    length = 30 + 5 + 3
    swapped = zip_of([second, first])
    honest = zip_of([first, second])
    second.offset, first.offset = length, 0
    directory = zip_of([second, first])[len(swapped) - 22 - 2 * (46 + 5) : -22]
    content = honest[: -22 - 2 * (46 + 5)] + directory + honest[-22:]

    entries = read(content).entries

    assert [(entry.name, entry.size_bytes, entry.index) for entry in entries] == [
        ("b.pdf", 6, 0),
        ("a.pdf", 3, 1),
    ]


def test_an_empty_file_inside_is_read(read: Callable[..., Archive]) -> None:
    entries = read(zip_of([Raw(content=b""), Raw(b"b.pdf", b"", deflated=True)])).entries

    assert [entry.size_bytes for entry in entries] == [0, 0]


def test_a_comment_that_fits_is_allowed(read: Callable[..., Archive]) -> None:
    assert read(zip_of([Raw()], comment=b"made by a server")).entries


# Bounds


def _bytes_read() -> int:
    """By this process so far, as the kernel counts."""
    counters = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return int(counters["rchar"])


def _refused_cheaply(read: Callable[[], object]) -> None:
    tracemalloc.start()
    before = _bytes_read()
    try:
        with pytest.raises(RefusedResult):
            read()
        assert _bytes_read() - before < 64 * MIB
        assert tracemalloc.get_traced_memory()[1] < 16 * MIB
    finally:
        tracemalloc.stop()


def _zeros(size_bytes: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("a.pdf", bytes(size_bytes))
    return file.getvalue()


def test_ten_gigabytes_from_a_megabyte_are_refused_unread(read: Callable[..., Archive]) -> None:
    large = struct.pack("<2HQ", 1, 8, 10 * 10**9)
    raw = Raw(deflated=True, packed=bytes(MIB), central={"size": 0xFFFFFFFF}, local={"size": 0xFFFFFFFF})
    raw.local_extra = raw.central_extra = large
    content = zip_of([raw])

    _refused_cheaply(lambda: read(content))


def test_ten_times_what_was_sent_and_a_bit_is_the_limit(read: Callable[..., Archive]) -> None:
    raw = Raw(deflated=True, packed=bytes(4 * MIB), local={"size": 300 * MIB}, central={"size": 300 * MIB})
    content = zip_of([raw])

    with pytest.raises(RefusedResult, match="far more than was sent"):
        read(content, sent_bytes=4 * MIB)
    with pytest.raises(DamagedResult, match="not whole"):  # this time it was unpacked
        read(content, sent_bytes=5 * MIB)


def test_a_file_that_unpacks_to_more_than_it_says_is_refused_in_time(read: Callable[..., Archive]) -> None:
    packed = zip_of([Raw(content=bytes(100 * MIB), deflated=True, local={"size": 9}, central={"size": 9})])

    _refused_cheaply(lambda: read(packed))


def test_a_hundred_thousand_entries_for_one_document_are_refused(read: Callable[..., Archive]) -> None:
    content = zip_of((Raw(str(number).encode(), b"") for number in range(100_000)), zip64=True)

    _refused_cheaply(lambda: read(content))


def test_many_entries_over_the_same_bytes_are_refused(read: Callable[..., Archive]) -> None:
    kernel = Raw(content=bytes(5 * MIB), deflated=True)
    entries = [
        Raw(b"%d" % number, kernel.content, deflated=True, packed=b"", offset=0) for number in range(40)
    ]
    for entry in entries:
        entry.central["packed"] = len(kernel.packed_content())

    content = zip_of([kernel, *entries])

    _refused_cheaply(lambda: read(content, sent_bytes=10**9))


def test_a_tight_file_beyond_what_was_sent_is_refused(read: Callable[..., Archive]) -> None:
    content = _zeros(100 * MIB)

    _refused_cheaply(lambda: read(content))


def test_a_blank_document_may_come_back_as_tight_as_it_likes(read: Callable[..., Archive]) -> None:
    [entry] = read(_zeros(40 * MIB), sent_bytes=40 * MIB).entries

    assert entry.sha256 == hashlib.sha256(bytes(40 * MIB)).hexdigest()


def test_ten_entries_a_document_and_a_hundred_more_are_allowed(read: Callable[..., Archive]) -> None:
    allowed = [Raw(b"%d" % number) for number in range(120)]

    assert len(read(zip_of(allowed), ("a.pdf", "b.pdf")).entries) == 120
    with pytest.raises(RefusedResult, match="far too many"):
        read(zip_of([*allowed, Raw()]), ("a.pdf", "b.pdf"))


def test_an_archive_that_is_gone_is_the_disks_problem(tmp_path: Path) -> None:
    with pytest.raises(SavingProblem):
        read_archive(tmp_path / "gone.zip", ["a.pdf"], 1)


# Names that fall together


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (("Ä.pdf", "ä.pdf"), ["Ä.pdf", "ä (2).pdf"]),
        (("é.pdf", "e\u0301.pdf"), ["é.pdf", "e\u0301 (2).pdf"]),
        (("log/a.pdf", "a.pdf"), ["a (2).pdf", "a.pdf"]),
        (("a?.pdf", "a*.pdf", "a_ (2).pdf"), ["a_.pdf", "a_ (3).pdf", "a_ (2).pdf"]),
    ],
)
def test_names_that_fall_together_are_told_apart(
    read: Callable[..., Archive], raw: tuple[str, ...], expected: list[str]
) -> None:
    """One that stands there just so keeps its name."""
    entries = read(zip_of([Raw(name.encode(), name.encode(), flags=0x0800) for name in raw])).entries

    assert [entry.name for entry in entries] == expected
    assert [entry.sha256 for entry in entries] == [hashlib.sha256(name.encode()).hexdigest() for name in raw]


# Entries opened again


def test_an_entry_can_be_opened_and_moved_about_in(read: Callable[..., Archive], tmp_path: Path) -> None:
    content = os.urandom(300_000)
    archive = read(zip_of([Raw(b"b.pdf"), Raw(content=content, deflated=True)]))

    with archive.open_entry(archive.entries[1], tmp_path) as opened:
        assert opened.seekable()
        assert opened.read() == content
        opened.seek(-10, os.SEEK_END)
        assert opened.read(4) == content[-10:-6]


def test_a_large_entry_goes_to_the_given_folder_and_leaves_nothing(
    read: Callable[..., Archive], tmp_path: Path
) -> None:
    content = os.urandom(9 * MIB)
    archive = read(zip_of([Raw(content=content)]), sent_bytes=len(content))
    work = tmp_path / "work"
    work.mkdir()
    tracemalloc.start()
    try:
        with archive.open_entry(archive.entries[0], work) as opened:
            assert tracemalloc.get_traced_memory()[1] < 20 * MIB
            held = os.readlink(f"/proc/self/fd/{opened.fileno()}")  # noqa: PTH115
            assert held.startswith(str(work))
            assert opened.read() == content
    finally:
        tracemalloc.stop()

    assert list(work.iterdir()) == []


def test_an_archive_changed_after_its_check_is_refused(read: Callable[..., Archive]) -> None:
    archive = read(zip_of([Raw(content=b"honest")]))
    archive.path.write_bytes(zip_of([Raw(content=b"forged")]))

    with pytest.raises(DamagedResult):
        archive.open_entry(archive.entries[0])


def test_a_work_folder_that_is_gone_is_the_disks_problem(
    read: Callable[..., Archive], tmp_path: Path
) -> None:
    archive = read(zip_of([Raw(content=bytes(9 * MIB))]), sent_bytes=9 * MIB)

    with pytest.raises(SavingProblem, match="gone"):
        archive.open_entry(archive.entries[0], tmp_path / "gone")
