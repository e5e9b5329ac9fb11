"""All of a result's files under the folder's name, or no such folder, whatever fails on the way."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from signdesk.domain.errors import DamagedResult, DiskFull, SavingProblem, TargetUnavailable
from signdesk.storage.archive import Archive, read_archive
from signdesk.storage.results import discard_left_over, prepare_target, unpacking_folder
from signdesk.storage.unpacking import Stopped, Unpacking
from tests.storage.conftest import failing, names_in, recorded_flushes
from tests.storage.zip_making import Raw, zip_of

CONTENTS = {"Letter.pdf": b"a letter" * 100_000, "Letter.pdf.p7s": b"a seal", "List.txt": b""}
NAMES = list(CONTENTS)


@pytest.fixture
def archive(folder: Path) -> Archive:
    path = folder / "Seal.zip"
    entries = [Raw(name.encode(), content, deflated=len(content) > 9) for name, content in CONTENTS.items()]
    path.write_bytes(zip_of(entries))
    return read_archive(path, ["Letter.pdf", "List.txt"], 1_000_000)


def unpacking(archive: Archive, *names: str, stop: Callable[[], bool] = bool) -> Unpacking:
    temporary = unpacking_folder(archive.path.parent, "17")
    return Unpacking(archive, names or NAMES, temporary, "Seal", stop)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_file_is_there_and_durable_before_the_folder_has_its_name(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    rename = Path.rename

    def noted(one: Path, to: Path) -> Path:
        events.append("rename")
        return rename(one, to)

    monkeypatch.setattr(Path, "rename", noted)
    recorded_flushes(monkeypatch, events)

    made = unpacking(archive).run()

    hidden = folder / ".signdesk-17.unpacking"
    assert made == folder / "Seal"
    assert held(made) == CONTENTS
    assert names_in(folder) == ["Seal", "Seal.zip"]
    files = [f"flush {hidden / name}" for name in CONTENTS]
    assert events == [*files, f"flush {hidden}", "rename", f"flush {folder}"]


def test_it_has_the_rights_of_any_new_folder(archive: Archive, folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "file").touch()
    made = unpacking(archive).run()
    assert made.stat().st_mode == (folder / "other").stat().st_mode
    assert (made / "List.txt").stat().st_mode == (folder / "file").stat().st_mode


@pytest.mark.parametrize("kind", ["a file", "a link to nowhere", "a folder", "an empty folder"])
def test_nothing_of_that_name_is_replaced(archive: Archive, folder: Path, kind: str) -> None:
    taken = folder / "Seal"
    if kind == "a file":
        taken.write_text("mine")
    elif kind == "a link to nowhere":
        taken.symlink_to(folder / "nowhere")
    else:
        taken.mkdir()
        if kind == "a folder":
            for name in NAMES:
                (taken / name).write_bytes(b"mine")
    before = taken.lstat()

    made = unpacking(archive).run()

    assert made == folder / "Seal (2)"
    assert held(made) == CONTENTS
    assert taken.lstat() == before


def test_what_takes_the_name_at_the_last_moment_is_not_replaced(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def first(one: Path, to: Path) -> Path:
        if to.name == "Seal":
            to.mkdir()
            (to / "mine").touch()
        elif to.name == "Seal (2)":
            to.write_text("mine")
        return rename(one, to)

    monkeypatch.setattr(Path, "rename", first)

    assert unpacking(archive).run() == folder / "Seal (3)"
    assert names_in(folder / "Seal") == ["mine"]


def test_what_a_kill_left_is_finished_and_not_doubled(archive: Archive, folder: Path) -> None:
    half = unpacking_folder(folder, "17")
    half.mkdir()
    (half / "Letter.pdf").write_bytes(b"half")
    (folder / "Seal").mkdir()

    first = unpacking(archive).run()  # killed after this, before its note
    second = unpacking(archive).run()

    assert first == second == folder / "Seal (2)"
    assert names_in(folder) == ["Seal", "Seal (2)", "Seal.zip"]


@pytest.mark.parametrize("change", ["a byte", "one more", "one less"])
def test_a_folder_that_was_changed_is_not_taken_for_ours(archive: Archive, folder: Path, change: str) -> None:
    first = unpacking(archive).run()
    if change == "a byte":
        (first / "Letter.pdf.p7s").write_bytes(b"a meal")
    elif change == "one more":
        (first / "notes.txt").touch()
    else:
        (first / "List.txt").unlink()
    assert unpacking(archive).run() == folder / "Seal (2)"


def test_own_names_come_back(archive: Archive) -> None:
    made = unpacking(archive, "Letter: final?.pdf", "Letter: final?.pdf.p7s", "con.txt").run()
    assert set(held(made)) == {"Letter: final?.pdf", "Letter: final?.pdf.p7s", "con.txt"}


def test_a_disk_that_does_not_know_such_names_gets_those_that_travelled(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def as_fat(path: Any, flags: int, *more: Any, **options: Any) -> int:
        if set(':?"') & set(str(path)):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return opened(path, flags, *more, **options)

    monkeypatch.setattr(os, "open", as_fat)
    names = ("Letter?.pdf", "Letter?.pdf.p7s", "List.txt")
    made = unpacking(archive, *names).run()
    assert held(made) == CONTENTS
    assert unpacking(archive, *names).run() == made


@pytest.mark.parametrize("name", ["../out.pdf", "/tmp/out.pdf", "a/b.pdf", "..", ""])  # noqa: S108
def test_no_name_leads_out_of_the_folder(archive: Archive, folder: Path, name: str) -> None:
    made = unpacking(archive, name, *NAMES[1:]).run()
    assert held(made) == CONTENTS
    assert names_in(folder) == ["Seal", "Seal.zip"]


def test_an_archive_that_changed_since_it_was_read_leaves_no_folder(archive: Archive, folder: Path) -> None:
    archive.path.write_bytes(archive.path.read_bytes().replace(b"a seal", b"a meal"))
    with pytest.raises(DamagedResult, match="changed after it was checked"):
        unpacking(archive).run()
    assert names_in(folder) == ["Seal.zip"]


def test_told_to_stop_it_leaves_nothing(archive: Archive, folder: Path) -> None:
    asked: Iterator[bool] = iter([False, True])
    with pytest.raises(Stopped):
        unpacking(archive, stop=lambda: next(asked)).run()
    assert names_in(folder) == ["Seal.zip"]


def test_without_room_nothing_is_begun(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=99))
    monkeypatch.setattr(Path, "mkdir", failing(errno.EIO))
    with pytest.raises(DiskFull, match="not enough room"):
        unpacking(archive).run()


def test_a_name_that_is_too_long_for_the_disk_is_said(archive: Archive, folder: Path) -> None:
    long = Unpacking(archive, NAMES, unpacking_folder(folder, "17"), "x" * 199)
    assert long.run().name == "x" * 199
    deep = folder
    while len(str(deep)) < 3800:
        deep = deep / ("d" * 200)
        deep.mkdir()
    place = deep / ("e" * (4095 - len(str(deep)) - 27))
    place.mkdir()
    with pytest.raises(TargetUnavailable, match="too long"):
        Unpacking(archive, NAMES, unpacking_folder(place, "17"), "Seal").run()
    assert names_in(place) == []


class Failing:
    """The `at`-th of these calls on the folder fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, number: int, at: int) -> None:
        self.left, self.name = at, ""
        self._folder, self._number = str(folder), number
        for name in ("open", "write", "fsync", "close", "mkdir", "rename"):
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(first: Any, *more: Any, **options: Any) -> Any:
            where = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else str(first)  # noqa: PTH115
            counts = where.startswith(self._folder) and not where.endswith(".zip")
            self.left -= counts
            if counts and self.left == 0:
                self.name = name
                if name == "close":
                    call(first)
                raise OSError(self._number, os.strerror(self._number))
            return call(first, *more, **options)

        return wrapped


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whichever_step_fails_there_is_no_half_folder(archive: Archive, folder: Path, number: int) -> None:
    failed: dict[str, SavingProblem] = {}
    for at in range(1, 100):
        with pytest.MonkeyPatch.context() as patch:
            faults = Failing(patch, folder, number, at)
            try:
                made = unpacking(archive).run()
            except SavingProblem as problem:
                failed[faults.name] = problem
            else:
                assert faults.left > 0
                assert held(made) == CONTENTS
                assert set(failed) == {"open", "write", "fsync", "close", "mkdir", "rename"}
                full = {isinstance(problem, DiskFull) for problem in failed.values()}
                assert full == {number == errno.ENOSPC}
                assert at > 12
                return
        assert names_in(folder) == ["Seal.zip"], (at, faults.name)
    pytest.fail("the faults never end")


def test_left_overs_of_forgotten_batches_go_after_a_day(archive: Archive, folder: Path) -> None:
    for batch_id in ("old", "young"):
        left = unpacking_folder(folder, batch_id)
        left.mkdir()
        (left / "Letter.pdf").touch()
    os.utime(unpacking_folder(folder, "old"), (0, 0))
    somebodys = folder / ".signdesk-link.unpacking"
    somebodys.symlink_to(folder)
    os.utime(somebodys, (0, 0), follow_symlinks=False)

    prepare_target(folder, 0)

    assert names_in(folder) == [".signdesk-link.unpacking", ".signdesk-young.unpacking", "Seal.zip"]
    discard_left_over(folder, "young")
    assert names_in(folder) == [".signdesk-link.unpacking", "Seal.zip"]


def test_the_hidden_folder_is_known_by_its_batch(folder: Path) -> None:
    assert re.fullmatch(r"\.signdesk-17\.unpacking", unpacking_folder(folder, "17").name)
