from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from signdesk.domain.errors import DiskFull, SavingProblem, TargetUnavailable
from signdesk.platform.files import rename_no_replace
from signdesk.platform.os_errors import translate_os_errors
from signdesk.storage.results import IncomingFile, discard_left_over, make_durable, quarantine, save
from tests.storage.conftest import (
    failing,
    incoming_file,
    names_in,
    recorded_flushes,
    unclosable,
    without_root,
)


@contextlib.contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_a_saved_file_survives_a_late_discard(folder: Path) -> None:
    incoming = IncomingFile.open(folder, "17")
    incoming.finish()
    saved = save(incoming.path, folder, "result.zip")

    incoming.discard()

    assert saved.exists()


@pytest.fixture(params=["with hard links", "without hard links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of renaming without replacing."""
    if request.param == "without hard links":
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    return str(request.param)


@pytest.mark.usefixtures("disk")
def test_the_result_gets_its_name(folder: Path) -> None:
    saved = save(incoming_file(folder), folder, "Company seal.zip")

    assert saved == folder / "Company seal.zip"
    assert saved.read_bytes() == b"result"
    assert names_in(folder) == ["Company seal.zip"]


@pytest.mark.usefixtures("disk")
def test_nothing_is_ever_replaced(folder: Path) -> None:
    (folder / "result.zip").write_bytes(b"first")
    (folder / "result (2).zip").symlink_to("nowhere")
    (folder / "result (3).zip").mkdir()

    saved = save(incoming_file(folder), folder, "result.zip")

    assert saved.name == "result (4).zip"
    assert (folder / "result.zip").read_bytes() == b"first"
    assert (folder / "result (2).zip").is_symlink()


@pytest.mark.usefixtures("disk")
def test_results_of_one_name_saved_at_once_are_all_kept(folder: Path) -> None:
    temporary = [incoming_file(folder, str(number).encode(), str(number)) for number in range(40)]
    start = threading.Barrier(8)

    def saved_together(share: list[Path]) -> list[Path]:
        start.wait()
        return [save(path, folder, "result.zip") for path in share]

    with ThreadPoolExecutor(8) as pool:
        shares = [pool.submit(saved_together, temporary[number::8]) for number in range(8)]
        saved = [path for share in shares for path in share.result()]

    assert len(set(saved)) == 40
    assert {path.read_bytes() for path in saved} == {str(number).encode() for number in range(40)}
    assert sorted(names_in(folder)) == sorted(path.name for path in saved)


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600), (0o002, 0o664)])
def test_the_result_gets_the_rights_of_an_ordinary_file(folder: Path, mask: int, mode: int) -> None:
    with umask(mask):
        saved = save(incoming_file(folder), folder, "result.zip")

    assert stat.S_IMODE(saved.stat().st_mode) == mode


@pytest.mark.parametrize("name", ["../result.zip", "a/b.zip", "CON.zip", "a:b.zip", "", "x" * 300 + ".zip"])
def test_the_name_is_made_safe(folder: Path, name: str) -> None:
    saved = save(incoming_file(folder), folder, name)

    assert saved.parent == folder
    assert names_in(folder) == [saved.name]


def test_the_file_is_flushed_before_its_name_and_the_folder_after(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = recorded_flushes(monkeypatch, [])
    link = os.link

    def named(source: Path, target: Path) -> None:
        events.append("link")
        link(source, target)

    monkeypatch.setattr(os, "link", named)

    save(incoming_file(folder), folder, "result.zip")

    assert events == [f"flush {folder / '.signdesk-17.part'}", "link", f"flush {folder}"]


def test_a_name_that_cannot_be_made_durable_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = incoming_file(folder)
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))

    with pytest.raises(SavingProblem):
        save(temporary, folder, "result.zip")

    assert names_in(folder) == [temporary.name]
    assert temporary.read_bytes() == b"result"


def test_a_name_that_cannot_be_held_free_is_given_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hard links an empty file holds the name for a moment: it must not stay there as a result."""
    temporary = incoming_file(folder)
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    unclosable(monkeypatch)

    with pytest.raises(DiskFull):
        place_told(temporary, folder)

    assert names_in(folder) == [temporary.name]
    assert temporary.read_bytes() == b"result"


def place_told(temporary: Path, folder: Path) -> None:
    with translate_os_errors(folder):
        rename_no_replace(temporary, folder, "result.zip")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_cannot_flush_folders_is_tolerated(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    temporary = incoming_file(folder)
    monkeypatch.setattr(os, "fsync", failing(number))

    assert save(temporary, folder, "result.zip").exists()


def test_a_folder_that_has_gone_is_told(tmp_path: Path, folder: Path) -> None:
    temporary = incoming_file(folder)

    with pytest.raises(TargetUnavailable, match="gone"):
        save(temporary, tmp_path / "gone", "result.zip")

    assert temporary.exists()


def test_a_folder_that_has_become_closed_is_told(public_folder: Path) -> None:
    temporary = incoming_file(public_folder)
    public_folder.chmod(0o555)

    with without_root(), pytest.raises(TargetUnavailable, match="may not write"):
        save(temporary, public_folder, "result.zip")

    assert temporary.exists()


# Another disk, and quarantine


@pytest.fixture
def two_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder is a disk of its own."""
    link = os.link

    def link_within_a_folder(source: Path, target: Path) -> None:
        if source.parent != target.parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        link(source, target)

    monkeypatch.setattr(os, "link", link_within_a_folder)


@pytest.mark.usefixtures("two_disks")
def test_a_folder_on_another_disk_gets_a_flushed_copy(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    temporary = incoming_file(folder, b"x" * 600_000)
    events = recorded_flushes(monkeypatch, [])

    with umask(0o022):
        saved = save(temporary, other, "result.zip")

    assert saved.read_bytes() == b"x" * 600_000
    assert stat.S_IMODE(saved.stat().st_mode) == 0o644
    assert names_in(other) == ["result.zip"]
    assert names_in(folder) == []
    assert len(events) == 2
    assert events[0].startswith(f"flush {other}/.signdesk-")
    assert events[1] == f"flush {other}"


@pytest.mark.usefixtures("two_disks")
def test_a_copy_that_fails_leaves_the_original(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = incoming_file(folder)
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    other = tmp_path / "other"
    other.mkdir()

    with pytest.raises(SavingProblem):
        save(temporary, other, "result.zip")

    assert names_in(other) == []
    assert temporary.read_bytes() == b"result"


@pytest.mark.usefixtures("two_disks")
def test_the_copy_of_a_killed_try_is_replaced(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / ".signdesk-17-copy.part").write_bytes(b"half")

    assert save(incoming_file(folder), other, "result.zip").read_bytes() == b"result"

    assert names_in(other) == ["result.zip"]


def test_what_a_killed_try_left_is_discarded_and_nothing_else(folder: Path) -> None:
    incoming_file(folder)
    incoming_file(folder, batch_id="18")
    (folder / ".signdesk-17-copy.part").touch()
    (folder / "result.zip").touch()

    discard_left_over(folder, "17")

    assert names_in(folder) == [".signdesk-18.part", "result.zip"]
    discard_left_over(folder / "gone", "17")


def test_a_result_found_under_its_name_is_flushed_with_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = save(incoming_file(folder), folder, "result.zip")
    events = recorded_flushes(monkeypatch, [])

    make_durable(saved)

    assert events == [f"flush {saved}", f"flush {folder}"]
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(SavingProblem):
        make_durable(saved)


def test_a_real_second_disk_works(folder: Path) -> None:
    """Shared memory is one on Linux; where it is not, this is the ordinary case once more."""
    other = Path("/dev/shm") / f"signdesk-test-{os.getpid()}"  # noqa: S108
    other.mkdir(parents=True)
    try:
        assert quarantine(incoming_file(folder), other / "quarantine", "17.zip").read_bytes() == b"result"
    finally:
        shutil.rmtree(other)

    assert names_in(folder) == []


def test_quarantine_is_private_and_replaces_nothing(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "data/quarantine"

    first = quarantine(incoming_file(folder, b"one"), place, "17.zip")
    second = quarantine(incoming_file(folder, b"two"), place, "17.zip")

    assert [first.name, second.name] == ["17.zip", "17 (2).zip"]
    assert [first.read_bytes(), second.read_bytes()] == [b"one", b"two"]
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert names_in(folder) == []
