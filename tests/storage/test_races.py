"""Others that take the result's name at the last moment: every file stays (signdesk/README.md, P11)."""

from __future__ import annotations

import errno
import os
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

import pytest

from signdesk.domain.documents import numbered
from signdesk.storage.results import IncomingFile, save
from tests.storage.conftest import failing, names_in

RACES = 500
NAME = "Company seal 2026-11-23 14.02.zip"


@pytest.fixture(params=["with hard links", "without hard links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of renaming without replacing."""
    if request.param == "without hard links":
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    return str(request.param)


def temporary(folder: Path, content: bytes, number: int) -> Path:
    incoming = IncomingFile.open(folder, str(number))
    incoming.write(content)
    incoming.finish()
    return incoming.path


def as_file(path: Path) -> None:
    path.write_bytes(b"rival of " + path.name.encode())


def as_folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_bytes(b"rival")


def as_link(path: Path) -> None:
    path.symlink_to("nowhere")


RIVALS = [as_file, as_folder, as_link]


def before_the_name_is_given(
    monkeypatch: pytest.MonkeyPatch, disk: str, rival: Callable[[Path], object]
) -> None:
    """`rival` acts on the final path after every look that SignDesk may have taken."""
    name = "link" if disk == "with hard links" else "open"
    real: Callable[..., int] = getattr(os, name)

    def late(first: Path, second: object, *more: object) -> int:
        final = second if name == "link" else first
        if isinstance(final, Path) and final.suffix == ".zip":
            rival(final)
        return real(first, second, *more)

    monkeypatch.setattr(os, name, late)


def test_a_name_that_is_taken_at_the_last_moment_is_left_to_the_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, disk: str
) -> None:
    kinds = cycle(RIVALS)
    expected: dict[Path, Callable[[Path], object]] = {}

    def rival(final: Path) -> None:
        if len(expected) < races and final not in expected:
            expected[final] = next(kinds)
            expected[final](final)

    before_the_name_is_given(monkeypatch, disk, rival)
    kept: dict[Path, bytes] = {}
    for race in range(RACES):
        races = len(expected) + 1 + race % 3  # one, two or three rivals in a row
        content = f"result {race}".encode()
        kept[save(temporary(folder, content, race), folder, f"{race} {NAME}")] = content

    assert len(kept) == RACES
    assert len(expected) == sum(1 + race % 3 for race in range(RACES))
    assert kept.keys() & expected.keys() == set()
    assert {path: path.read_bytes() for path in kept} == kept
    for path, kind in expected.items():
        assert path.is_symlink() == (kind is as_link)
        if kind is not as_link:
            found = path / "inside" if kind is as_folder else path
            assert found.read_bytes().startswith(b"rival")
    assert len(names_in(folder)) == len(kept) + len(expected)


def under_the_first_free_name(folder: Path, race: int) -> tuple[Path, bytes]:
    content = f"rival of race {race}".encode()
    for number in range(1, 10):
        name = f"{race} {NAME}"
        path = folder / (numbered(name, number) if number > 1 else name)
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path, content
    raise AssertionError("no name was free")


@pytest.mark.usefixtures("disk")
def test_whoever_comes_first_the_others_take_the_next_names(folder: Path) -> None:
    """Two jobs with equal names, and a rival that makes files of these names itself.

    In three races of four one of them, in turn, has been there already; in the fourth all go truly at once.
    """
    start = threading.Barrier(3)
    leaders_end = [threading.Event() for _ in range(RACES)]

    def in_turn(number: int, race: int, act: Callable[[], tuple[Path, bytes]]) -> tuple[Path, bytes]:
        start.wait()
        leader = race % 4
        if leader < 3 and number != leader:
            assert leaders_end[race].wait(60)
        try:
            return act()
        finally:
            if number == leader:
                leaders_end[race].set()

    def job(number: int, race: int) -> tuple[Path, bytes]:
        content = f"result {number} of race {race}".encode()
        path = temporary(folder, content, race * 2 + number)
        return in_turn(number, race, lambda: (save(path, folder, f"{race} {NAME}"), content))

    def rival(race: int) -> tuple[Path, bytes]:
        return in_turn(2, race, lambda: under_the_first_free_name(folder, race))

    with ThreadPoolExecutor(3) as pool:
        for race in range(RACES):
            asked = [pool.submit(job, 0, race), pool.submit(job, 1, race), pool.submit(rival, race)]
            ended = [one.result() for one in asked]
            assert len({path for path, _ in ended}) == 3
            assert {path: path.read_bytes() for path, _ in ended} == dict(ended)
            first = next(at for at, (path, _) in enumerate(ended) if path.name == f"{race} {NAME}")
            assert first == race % 4 or race % 4 == 3
    assert len(names_in(folder)) == RACES * 3


def folded(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold()


@pytest.fixture
def one_case(monkeypatch: pytest.MonkeyPatch, disk: str) -> None:
    """A disk that does not tell cases apart, as on Windows and macOS: names are taken whatever their case."""
    link, open_ = os.link, os.open

    def taken(path: Path) -> None:
        if any(folded(one) == folded(path) for one in path.parent.iterdir()):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))

    def link_once(source: Path, target: Path) -> None:
        taken(target)
        link(source, target)

    def open_once(path: Path, flags: int, *more: int) -> int:
        if flags & os.O_EXCL:
            taken(path)
        return open_(path, flags, *more)

    monkeypatch.setattr(os, "open", open_once)
    if disk == "with hard links":
        monkeypatch.setattr(os, "link", link_once)


CASES = ["COMPANY SEAL.ZIP", "company seal.zip", "Company Seal.Zip", "cOMPANY sEAL.zIP"]


@pytest.mark.usefixtures("one_case")
@pytest.mark.parametrize("theirs", CASES)
def test_a_name_that_differs_in_case_only_is_taken_where_the_disk_says_so(folder: Path, theirs: str) -> None:
    (folder / theirs).write_bytes(b"theirs")

    saved = [save(temporary(folder, b"%d" % at, at), folder, name) for at, name in enumerate(CASES)]

    assert (folder / theirs).read_bytes() == b"theirs"
    assert [path.read_bytes() for path in saved] == [b"0", b"1", b"2", b"3"]
    assert [path.stem[-4:] for path in saved] == [" (2)", " (3)", " (4)", " (5)"]
    assert len({folded(folder / name) for name in names_in(folder)}) == len(names_in(folder)) == 5


@pytest.mark.usefixtures("disk")
def test_names_that_differ_in_case_only_stand_side_by_side_elsewhere(folder: Path) -> None:
    saved = [save(temporary(folder, b"%d" % at, at), folder, name) for at, name in enumerate(CASES)]

    assert [path.name for path in saved] == CASES
    assert [path.read_bytes() for path in saved] == [b"0", b"1", b"2", b"3"]
