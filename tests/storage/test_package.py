from __future__ import annotations

import os
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.documents import Document, transfer_names
from signdesk.domain.errors import SourceChanged
from signdesk.storage.intake import take_in
from signdesk.storage.package import CHUNK_BYTES, Package
from tests.storage.zip_readers import Read, check_with_7z, check_with_unzip, read_with_java

NAMES = [
    "Rechnung März.pdf",
    "Umowa żółta.pdf",
    "契約書.pdf",
    "Offer 🎉.txt",
    "plain.pdf",
    "Letter.pdf",
    "letter.pdf",
]


@pytest.fixture
def entries(tmp_path: Path) -> list[tuple[str, Document]]:
    """Documents of many sizes and names, with the name twice that differs only in case."""
    paths = []
    sizes = [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES + 7, 100, 3]
    for number, (name, size) in enumerate(zip(NAMES, sizes, strict=True)):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(folder / name)
        paths[-1].write_bytes(os.urandom(size))
    documents = take_in(paths).documents
    return list(zip(transfer_names([document.name for document in documents]), documents, strict=True))


def _written(package: Package, path: Path) -> Path:
    with path.open("wb") as file:
        file.writelines(package.chunks())
    return path


def test_the_length_is_known_to_the_byte(entries: list[tuple[str, Document]]) -> None:
    package = Package(entries)

    chunks = list(package.chunks())

    assert sum(map(len, chunks)) == package.size_bytes
    assert {len(chunk) for chunk in chunks[:-1]} == {CHUNK_BYTES}
    assert 0 < len(chunks[-1]) <= CHUNK_BYTES


def test_python_reads_it_back(entries: list[tuple[str, Document]], tmp_path: Path) -> None:
    path = _written(Package(entries), tmp_path / "package.zip")

    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [name for name, _ in entries]
        for name, document in entries:
            assert archive.read(name) == document.path.read_bytes()
            assert archive.getinfo(name).compress_type == zipfile.ZIP_STORED


def test_unzip_and_7z_read_it_back(entries: list[tuple[str, Document]], tmp_path: Path) -> None:
    path = _written(Package(entries), tmp_path / "package.zip")

    check_with_unzip(path)
    assert "Everything is Ok" in check_with_7z(path)


def test_java_reads_it_back_as_a_stream(entries: list[tuple[str, Document]], tmp_path: Path) -> None:
    path = _written(Package(entries), tmp_path / "package.zip")

    assert read_with_java(path) == [Read(name, doc.size_bytes, doc.sha256) for name, doc in entries]


def test_local_headers_carry_everything(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"content")

    stream = b"".join(Package([("Ä.pdf", document)]).chunks())

    _, version, flags, method, _, _, crc, packed, size, name_bytes, extra_bytes = struct.unpack_from(
        "<4s5H3L2H", stream
    )
    assert (version, method, flags, extra_bytes) == (20, 0, 0x0800, 0)
    assert (crc, packed, size) == (zlib.crc32(b"content"), 7, 7)
    assert stream[30 : 30 + name_bytes].decode() == "Ä.pdf"
    assert stream[30 + name_bytes :].startswith(b"contentPK\x01\x02")


def test_names_in_ascii_carry_no_flag_and_nothing_is_zip64(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"content")

    stream = b"".join(Package([("a.pdf", document)]).chunks())

    assert stream[6:8] == b"\0\0"
    assert b"PK\x06\x06" not in stream
    assert b"PK\x06\x07" not in stream


@pytest.mark.parametrize(
    ("seconds", "year"), [(-(10**12), 1980), (0, 1980), (1_700_000_000, 2023), (10**11, 2107)]
)
def test_times_beyond_the_format_are_clamped(
    documents: Callable[..., list[Document]], tmp_path: Path, seconds: int, year: int
) -> None:
    [document] = documents(a_pdf=b"content")
    package = Package([("a.pdf", replace(document, modified_ns=seconds * 10**9))])

    with zipfile.ZipFile(_written(package, tmp_path / "package.zip")) as archive:
        assert archive.infolist()[0].date_time[0] == year


def test_it_can_be_streamed_again(entries: list[tuple[str, Document]]) -> None:
    package = Package(entries)

    assert b"".join(package.chunks()) == b"".join(package.chunks())


@pytest.mark.parametrize(
    "names", [[], ["a.pdf", "A.PDF"], ["../a.pdf", "b.pdf"], ["sub/a.pdf", "b.pdf"], ["", "b.pdf"]]
)
def test_names_that_would_make_a_bad_archive_are_refused(
    documents: Callable[..., list[Document]], names: list[str]
) -> None:
    pair = documents(a_pdf=b"a", b_pdf=b"b")

    with pytest.raises(ValueError, match="safe, different names"):
        Package(list(zip(names, pair, strict=False)))


def _same_size(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def _same_size_and_time(path: Path) -> None:
    status = path.stat()
    _same_size(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _link_elsewhere(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(other)


def _grown(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"!")


def _shrunk(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES = [_same_size, _same_size_and_time, _link_elsewhere, _grown, _shrunk, _emptied, _folder, Path.unlink]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("position", [0, 2])
def test_a_changed_document_never_makes_a_complete_package(
    documents: Callable[..., list[Document]], change: Callable[[Path], object], position: int
) -> None:
    three = documents(a_pdf=b"a" * 10, b_pdf=b"b" * (3 * CHUNK_BYTES), c_pdf=b"c" * 10)
    package = Package([(document.name, document) for document in three])
    change(three[position].path)
    received = bytearray()

    with pytest.raises(SourceChanged) as raised:
        received.extend(byte for chunk in package.chunks() for byte in chunk)

    assert raised.value.name == three[position].name
    assert b"PK\x01\x02" not in received
    assert len(received) < package.size_bytes - 3 * 46


@pytest.mark.parametrize("size", [3, 5, 4])
def test_a_document_changed_while_it_is_sent_is_found(
    documents: Callable[..., list[Document]], size: int
) -> None:
    [document] = documents(a_pdf=b"a" * (4 * CHUNK_BYTES))
    package = Package([("a.pdf", document)])
    chunks = package.chunks()
    next(chunks)
    with document.path.open("r+b") as file:
        file.truncate(size * CHUNK_BYTES)
        file.seek(3 * CHUNK_BYTES - 1)
        file.write(b"!")

    with pytest.raises(SourceChanged):
        list(chunks)


def test_a_document_that_grows_while_it_is_sent_is_found(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"a" * (4 * CHUNK_BYTES))
    chunks = Package([("a.pdf", document)]).chunks()
    next(chunks)
    with document.path.open("ab") as file:
        file.write(b"!")

    with pytest.raises(SourceChanged):
        list(chunks)


def test_nothing_of_a_document_with_another_size_is_sent(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"a" * (4 * CHUNK_BYTES))
    chunks = Package([("a.pdf", document)]).chunks()
    _grown(document.path)

    with pytest.raises(SourceChanged):
        next(chunks)


def test_a_touched_document_is_still_the_same(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"a")
    package = Package([("a.pdf", document)])
    document.path.touch()

    assert len(b"".join(package.chunks())) == package.size_bytes


def _open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_a_stream_that_is_given_up_leaves_no_file_open(documents: Callable[..., list[Document]]) -> None:
    [document] = documents(a_pdf=b"a" * (4 * CHUNK_BYTES))
    before = _open_descriptors()
    chunks = Package([("a.pdf", document)]).chunks()
    next(chunks)
    assert _open_descriptors() == before + 1

    del chunks

    assert _open_descriptors() == before


def test_memory_stays_flat(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    package = Package([("large", take_in([path]).documents[0])])
    tracemalloc.start()
    try:
        for _ in package.chunks():
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 4 * 1024 * 1024


def test_more_than_65534_documents_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"x")
    [document] = take_in([path]).documents
    package = Package([(f"{number}.txt", document) for number in range(70_000)])

    written = _written(package, tmp_path / "package.zip")

    assert written.stat().st_size == package.size_bytes
    assert len(read_with_java(written)) == 70_000
    with zipfile.ZipFile(written) as archive:
        assert len(archive.namelist()) == 70_000
    check_with_unzip(written)
    assert "Everything is Ok" in check_with_7z(written)


@pytest.mark.parametrize(("count", "is_zip64"), [(65_534, False), (65_535, True)])
def test_the_zip64_end_appears_only_where_needed(tmp_path: Path, count: int, is_zip64: bool) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"x")
    [document] = take_in([path]).documents
    package = Package([(str(number), document) for number in range(count)])

    end = list(package.chunks())[-1]

    assert (b"PK\x06\x06" in end) == is_zip64


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_document_over_4_gib_and_one_behind_it_are_read_back(tmp_path: Path) -> None:
    large, small = tmp_path / "large.bin", tmp_path / "small.bin"
    with large.open("wb") as file:
        file.truncate(2**32 + 12_345)
        file.seek(2**32)
        file.write(b"tail")
    small.write_bytes(b"small")
    documents = take_in([large, small]).documents
    package = Package([(document.name, document) for document in documents])

    written = _written(package, tmp_path / "package.zip")

    assert written.stat().st_size == package.size_bytes
    check_with_unzip(written)
    assert "Everything is Ok" in check_with_7z(written)
    assert read_with_java(written) == [Read(one.name, one.size_bytes, one.sha256) for one in documents]
    with zipfile.ZipFile(written) as archive:
        assert archive.testzip() is None
        assert [info.file_size for info in archive.infolist()] == [2**32 + 12_345, 5]


@pytest.mark.parametrize(("size_bytes", "is_zip64"), [(2**32 - 2, False), (2**32 - 1, True), (2**32, True)])
def test_zip64_headers_appear_only_where_needed(
    documents: Callable[..., list[Document]], size_bytes: int, is_zip64: bool
) -> None:
    [document] = documents(a_pdf=b"a")
    with document.path.open("r+b") as file:
        file.truncate(size_bytes)
    chunks = Package([("a.pdf", replace(document, size_bytes=size_bytes))]).chunks()

    head = next(chunks)

    assert head[4:6] == (b"\x2d\0" if is_zip64 else b"\x14\0")
    assert head[18:22] == min(size_bytes, 2**32 - 1).to_bytes(4, "little")
    assert int.from_bytes(head[28:30], "little") == (20 if is_zip64 else 0)
