from __future__ import annotations

import errno
import hashlib
import os
import resource
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from signdesk.domain.errors import DiskFull, SavingProblem, TargetUnavailable
from signdesk.storage.results import IncomingFile, prepare_target, save
from tests.storage.conftest import (
    NOBODY,
    failing,
    incoming_file,
    names_in,
    recorded_flushes,
    unclosable,
    without_root,
)

# The folder


def test_the_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    prepare_target(tmp_path / "a/b/c", 1000)

    assert (tmp_path / "a/b/c").is_dir()
    assert names_in(tmp_path / "a/b/c") == []


def test_new_folders_are_flushed_into_their_parents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed = recorded_flushes(monkeypatch, [])

    prepare_target(tmp_path / "a/b", 1000)

    assert flushed == [f"flush {tmp_path}", f"flush {tmp_path / 'a'}"]


def test_too_little_room_is_told_before_anything_is_sent(folder: Path) -> None:
    with pytest.raises(DiskFull, match="needed") as raised:
        prepare_target(folder, 10**18)

    assert str(folder) in str(raised.value)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")

    for target in [tmp_path / "file", tmp_path / "file/sub"]:
        with pytest.raises(TargetUnavailable, match="file"):
            prepare_target(target, 1)
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written_to_is_told(public_folder: Path) -> None:
    public_folder.chmod(0o555)

    with without_root(), pytest.raises(TargetUnavailable, match="may not write"):
        prepare_target(public_folder, 1)


def test_a_folder_that_cannot_be_made_is_told(public_folder: Path) -> None:
    public_folder.chmod(0o555)

    with without_root(), pytest.raises(TargetUnavailable, match="may not write"):
        prepare_target(public_folder / "new", 1)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_folder_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(TargetUnavailable):
        prepare_target(tmp_path / name, 1)


def test_a_link_in_place_of_the_small_file_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (folder / f".signdesk-check-{os.getuid()}.part").symlink_to(tmp_path / "mine")

    prepare_target(folder, 1)

    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert len(names_in(folder)) == 1


@pytest.mark.parametrize("name", [".signdesk-17.part", ".signdesk-17-copy.part", ".signdesk-17-receipt.part"])
def test_somebody_elses_name_in_a_shared_folder_stops_no_result(
    folder: Path, tmp_path: Path, name: str
) -> None:
    """A link, which as little as another owner's file may be replaced."""
    (tmp_path / "mine").write_bytes(b"mine")
    (folder / name).symlink_to(tmp_path / "mine")

    incoming = IncomingFile.open(folder, "17")
    incoming.write(b"PK")
    incoming.finish()
    saved = save(incoming.path, folder, "Result.zip")

    assert saved.read_bytes() == b"PK"
    assert names_in(folder) == [name, "Result.zip"]
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_the_small_file_of_a_killed_run_goes_with_the_next_look(folder: Path) -> None:
    (folder / f".signdesk-check-{os.getuid()}.part").touch()

    prepare_target(folder, 1)

    assert names_in(folder) == []


def test_looks_at_the_same_time_leave_nothing(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for look in [pool.submit(prepare_target, folder, 1) for _ in range(400)]:
            look.result()

    assert names_in(folder) == []


def test_a_small_file_of_another_name_is_cleared_away_once_it_is_old(folder: Path) -> None:
    left = folder / ".signdesk-check-0123456789abcdef.part"
    left.touch()
    prepare_target(folder, 1)
    assert names_in(folder) == [left.name]  # it may be another program's, at work now

    os.utime(left, (0, 0))
    prepare_target(folder, 1)

    assert names_in(folder) == []


def test_what_killed_jobs_left_a_day_ago_is_cleared_away(folder: Path, tmp_path: Path) -> None:
    names = [".signdesk-17.part", ".signdesk-18-copy.part", ".signdesk-check-99.part"]
    kept = [".signdesk-19.part", ".signdesk-20.part.zip", "letter.part"]
    for name in names + kept:
        (folder / name).touch()
        os.utime(folder / name, (0, 0))
    (folder / kept[0]).touch()
    mine = tmp_path / "mine"
    mine.touch()
    os.utime(mine, (0, 0))
    (folder / ".signdesk-link.part").symlink_to(mine)
    os.utime(folder / ".signdesk-link.part", (0, 0), follow_symlinks=False)

    prepare_target(folder, 1)

    assert names_in(folder) == sorted([*kept, ".signdesk-link.part"])


@pytest.mark.skipif(os.geteuid() != 0, reason="giving a file to somebody else needs root")
def test_what_somebody_elses_jobs_left_stays(folder: Path) -> None:
    left = folder / ".signdesk-17.part"
    left.touch()
    os.chown(left, NOBODY, NOBODY)
    os.utime(left, (0, 0))

    prepare_target(folder, 1)

    assert left.exists()


def test_many_jobs_may_prepare_one_folder_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(prepare_target, folder, 1) for _ in range(200)]:
            done.result()

    assert names_in(folder) == []


def test_the_small_file_goes_even_if_it_cannot_be_closed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unclosable(monkeypatch)

    with pytest.raises(SavingProblem):
        prepare_target(folder, 1)

    assert names_in(folder) == []


# The file while it comes in


def test_what_comes_in_is_private_and_fingerprinted(folder: Path) -> None:
    incoming = IncomingFile.open(folder, "17")
    incoming.write(b"one")
    incoming.write(b"two")

    assert incoming.path == folder / ".signdesk-17.part"
    assert stat.S_IMODE(incoming.path.stat().st_mode) == 0o600
    assert incoming.finish() == hashlib.sha256(b"onetwo").hexdigest()
    assert incoming.size_bytes == 6
    assert incoming.path.read_bytes() == b"onetwo"


def test_a_left_over_of_the_same_batch_is_replaced(folder: Path) -> None:
    old = incoming_file(folder, b"old and long")
    (folder / "kept").hardlink_to(old)

    assert incoming_file(folder, b"new").read_bytes() == b"new"
    assert (folder / "kept").read_bytes() == b"old and long"


def test_a_link_in_the_way_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (folder / ".signdesk-17.part").symlink_to(tmp_path / "mine")

    incoming_file(folder, b"new")

    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of another user")
def test_a_file_of_somebody_else_in_the_way_is_left_alone(folder: Path) -> None:
    (folder / ".signdesk-17.part").write_bytes(b"theirs")
    os.chown(folder / ".signdesk-17.part", NOBODY, NOBODY)

    incoming_file(folder, b"new")

    assert (folder / ".signdesk-17.part").read_bytes() == b"theirs"


@pytest.mark.parametrize("batch_id", ["", "../17", "a/b", "17\n", "x" * 65])
def test_a_batch_id_that_is_no_file_name_is_a_bug(folder: Path, batch_id: str) -> None:
    with pytest.raises(ValueError, match="batch id"):
        IncomingFile.open(folder, batch_id)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetUnavailable, match="gone"):
        IncomingFile.open(tmp_path / "gone", "17")


def test_a_limit_on_file_size_is_a_full_disk(folder: Path) -> None:
    incoming = IncomingFile.open(folder, "17")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(DiskFull, match="too large") as raised:
            incoming.write(b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert str(folder) in str(raised.value)
    incoming.discard()
    assert names_in(folder) == []


FAILURES = [
    (errno.ENOSPC, DiskFull),
    (errno.EDQUOT, DiskFull),
    (errno.EROFS, TargetUnavailable),
    (errno.ENODEV, TargetUnavailable),
    (errno.ESTALE, TargetUnavailable),
    (errno.EIO, SavingProblem),
]


@pytest.mark.parametrize(("number", "kind"), FAILURES)
def test_afailing_write_names_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[SavingProblem]
) -> None:
    incoming = IncomingFile.open(folder, "17")
    monkeypatch.setattr(os, "write", failing(number))

    with pytest.raises(SavingProblem) as raised:
        incoming.write(b"x")

    assert type(raised.value) is kind
    assert str(folder) in str(raised.value)
    incoming.discard()


def test_a_system_that_takes_less_than_it_is_given_is_given_the_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:7]))
    content = os.urandom(1000)

    assert incoming_file(folder, content).read_bytes() == content


def test_a_file_that_cannot_be_flushed_is_thrown_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    incoming = IncomingFile.open(folder, "17")
    incoming.write(b"x")
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))

    with pytest.raises(SavingProblem):
        incoming.finish()

    assert names_in(folder) == []


def test_a_discarded_file_is_gone_and_may_be_discarded_again(folder: Path) -> None:
    incoming = IncomingFile.open(folder, "17")
    incoming.write(b"x")
    incoming.discard()
    incoming.discard()

    assert names_in(folder) == []
    with pytest.raises(RuntimeError):
        incoming.write(b"y")
