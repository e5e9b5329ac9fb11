"""Files on Windows: its calls are played, and of its file system what differs from POSIX."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from signdesk.domain.batches import Mount
from signdesk.domain.errors import DiskFull, InputProblem, MountGone, SavingProblem, TargetUnavailable
from signdesk.platform.files import mount_of
from signdesk.platform.interface import System
from signdesk.platform.linux import Linux
from signdesk.platform.locks import try_lock
from signdesk.platform.macos import MacOS
from signdesk.platform.os_errors import saving_problem
from signdesk.platform.windows import Windows
from signdesk.storage.folders import Folders
from signdesk.storage.journal.failures import telling
from signdesk.storage.journal.opening import refuse_network
from signdesk.storage.results import (
    check_target,
    look_at_target,
    make_durable,
    prepare_target,
    require_folder,
)
from signdesk.storage.sources import Unusable, look
from tests.platform.windows_machine import WindowsError, WindowsMachine

SYSTEMS: list[System] = [Linux(), MacOS(), Windows(WindowsMachine())]  # held by the type checker


def _flush_of_windows(descriptor: int) -> None:
    """FlushFileBuffers refuses what is open for reading alone."""
    if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise OSError(errno.EBADF, "Bad file descriptor")


def test_a_result_found_after_a_crash_is_flushed(
    machine: WindowsMachine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "result.zip"
    saved.write_bytes(b"PK")
    monkeypatch.setattr(os, "fsync", _flush_of_windows)
    make_durable(saved)


def test_many_savings_into_one_folder_do_not_refuse_each_other(
    machine: WindowsMachine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A removed file that somebody has open still has its name there, and nobody may open or make it."""
    pending: set[str] = set()
    made, removed = os.open, Path.unlink

    def opened(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path) in pending:
            raise WindowsError(errno.EACCES, 5)
        return made(path, flags, mode)

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        removed(path, missing_ok)
        pending.add(str(path))

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(Path, "unlink", unlinked)
    for _ in range(3):
        prepare_target(tmp_path, 1)
        check_target(tmp_path, None, 1)
    assert not list(tmp_path.glob(".signdesk*"))


@pytest.mark.parametrize("winerror", [53, 59, 64, 67, 121, 1231])
def test_a_share_that_goes_away_is_no_wrong_name(winerror: int) -> None:
    problem = saving_problem(WindowsError(errno.EINVAL, winerror), Path("S:/Sealed"))
    assert isinstance(problem, TargetUnavailable)
    assert "not there any more" in str(problem)


@pytest.mark.parametrize(
    ("number", "winerror", "kind", "words"),
    [
        (errno.EACCES, 21, TargetUnavailable, "not there any more"),
        (errno.EACCES, 19, TargetUnavailable, "can only be read"),
        (errno.EINVAL, 39, DiskFull, "no more room"),
        (errno.EINVAL, 1295, DiskFull, "no more room"),
        (errno.ENOENT, 206, TargetUnavailable, "too long"),
        (errno.EINVAL, 123, TargetUnavailable, "cannot be the name"),
        (errno.EACCES, 5, TargetUnavailable, "may not write"),
    ],
)
def test_what_the_c_library_calls_otherwise(
    number: int, winerror: int, kind: type[SavingProblem], words: str
) -> None:
    problem = saving_problem(WindowsError(number, winerror), Path("S:/Sealed"))
    assert type(problem) is kind
    assert words in str(problem)


def test_the_journals_full_disk_is_told_as_full(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="no more room"), telling(tmp_path / "journal.sqlite"):
        raise WindowsError(errno.EINVAL, 39)


def test_a_batch_waits_for_a_share_that_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        raise WindowsError(errno.EINVAL, 64)

    monkeypatch.setattr(Path, "stat", gone)
    with pytest.raises(MountGone, match="not connected"):
        require_folder(Path("/no/such/share"), None)


def test_a_document_on_such_a_share_has_no_wrong_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Path) -> os.stat_result:
        raise WindowsError(errno.EINVAL, 64)

    monkeypatch.setattr(Path, "lstat", gone)
    with pytest.raises(Unusable, match="as Windows says it"):
        look(Path("S:/a.pdf"))


@pytest.mark.parametrize(
    ("folder", "is_remote"),
    [
        (r"\\server\share\data", True),
        (r"\\?\UNC\server\share\data", True),
        (r"\\?\unc\server\share\data", True),
        (r"S:\data", True),
        (r"C:\data", False),
        (r"\\?\C:\data", False),
    ],
)
def test_another_computer_is_told_however_it_is_written(
    machine: WindowsMachine, folder: str, is_remote: bool
) -> None:
    machine.drives["S:\\"] = 4
    assert Windows(machine).is_remote(Path(folder)) is is_remote


def test_the_journal_is_not_opened_there(machine: WindowsMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    with pytest.raises(SavingProblem, match="another computer"):
        refuse_network(Path(r"\\?\UNC\server\share\data"))


def test_a_folder_without_rights_is_named_though_windows_hides_that(
    machine: WindowsMachine, tmp_path: Path
) -> None:
    machine.closed |= {tmp_path, tmp_path / "data"}
    with pytest.raises(TargetUnavailable, match="may not write"):
        look_at_target(tmp_path, 1)
    with pytest.raises(InputProblem, match="cannot be made or written to"):
        _ = Folders(tmp_path / "data").data


def test_data_folders_inherit_no_rights(machine: WindowsMachine, tmp_path: Path) -> None:
    folders = Folders(tmp_path / "shared" / "data")
    for folder in (folders.data.parent, folders.data, folders.quarantine, folders.owners, folders.work):
        assert machine.made[folder] == "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)"


def test_a_lock_of_somebody_who_looks_is_outwaited(machine: WindowsMachine, tmp_path: Path) -> None:
    with (tmp_path / "one.lock").open("wb") as file:
        machine.locks_until_free = 2
        assert not try_lock(file.fileno())
        assert try_lock(file.fileno(), shared=True)


def test_a_volume_is_known_by_its_number(machine: WindowsMachine, tmp_path: Path) -> None:
    assert mount_of(tmp_path) == Mount("C:\\", "NTFS", "1234ABCD System")


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda one: type(one).__name__)
def test_no_system_renames_over_a_file(system: System, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    system.rename_no_replace(one, other)
    assert (one.exists(), other.read_bytes()) == (False, b"1")
