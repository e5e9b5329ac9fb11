from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from signdesk.domain.errors import SavingProblem
from signdesk.storage.batch_lock import BatchLock
from tests.storage.conftest import names_in

CLAIMS = 200
CLAIMING = """
import sys
import threading
from pathlib import Path
from signdesk.storage.batch_lock import BatchLock

owner = BatchLock(Path(sys.argv[1]), "signdesk sign")
print(*[owner.acquire(one) for one in sys.argv[2:]], flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "owners"


@pytest.fixture
def another(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Another process that claims batches and lives on. Its first line says what it got."""
    started: list[subprocess.Popen[str]] = []

    def start(*batch_ids: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", CLAIMING, str(folder), *batch_ids]
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def batches_in(folder: Path) -> list[str]:
    """The files there, without those that say which owners live."""
    return [name for name in names_in(folder) if not name.startswith("owner-")]


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def said_by(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_batch_has_one_owner_who_may_claim_it_again(folder: Path) -> None:
    window, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")

    assert window.acquire("b1")
    assert window.acquire("b1")
    assert not other.acquire("b1")
    assert other.acquire("b2")
    assert not window.acquire("b2")


def test_a_released_batch_is_free_and_leaves_nothing(folder: Path) -> None:
    window, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")
    window.acquire("b1")
    window.release("b1")
    window.release("b1")
    other.release("never claimed")

    assert names_in(folder) == []
    assert window.owner_of("b1") is None
    assert other.acquire("b1")
    window.release("b1")
    assert not window.acquire("b1")


def test_all_can_be_released_at_once(folder: Path) -> None:
    window = BatchLock(folder, "the SignDesk window")
    for number in range(3):
        window.acquire(f"b{number}")

    window.release_all()

    assert names_in(folder) == []


def test_the_owner_is_named(folder: Path) -> None:
    window, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")
    window.acquire("b1")

    name = f"the SignDesk window (process {os.getpid()})"
    assert other.owner_of("b1") == name
    assert window.owner_of("b1") == name
    assert other.owner_of("b2") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"{}", b"[" * 999])
def test_an_owner_who_has_not_signed_is_another_signdesk(content: bytes, folder: Path) -> None:
    """One that is about to, or an earlier version, which holds the lock for as long as it lives."""
    other = BatchLock(folder, "signdesk resume")
    folder.mkdir(parents=True)
    (folder / "b1.lock").write_bytes(content)
    with (folder / "b1.lock").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)

        assert other.owner_of("b1") == "another SignDesk"
        assert not other.acquire("b1")
    assert other.owner_of("b1") is None
    (folder / "b1.lock").write_bytes(content)
    assert other.acquire("b1")


def test_an_owner_of_an_earlier_version_is_named(folder: Path) -> None:
    other = BatchLock(folder, "signdesk resume")
    folder.mkdir(parents=True)
    (folder / "b1.lock").write_text('{"label": "the SignDesk window", "process": 7}')
    with (folder / "b1.lock").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert other.owner_of("b1") == "the SignDesk window (process 7)"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_owner_of_many_batches_keeps_one_file_open(folder: Path) -> None:
    window, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")
    before = open_files()
    ids = [f"b{number}" for number in range(200)]
    assert all(window.acquire(one) for one in ids)
    assert open_files() <= before + 1
    assert not any(other.acquire(one) for one in ids)
    assert window.acquire("b0")
    window.release_all()
    assert names_in(folder) == []
    assert open_files() == before


def test_an_owner_who_keeps_one_of_two_batches_lives_on(folder: Path) -> None:
    window, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")
    window.acquire("b1")
    window.acquire("b2")
    window.release("b1")

    BatchLock(folder, "signdesk status")
    assert other.acquire("b1")
    assert not other.acquire("b2")


def test_another_process_has_what_it_claimed(
    folder: Path, another: Callable[..., subprocess.Popen[str]]
) -> None:
    here = BatchLock(folder, "the SignDesk window")
    here.acquire("b1")
    process = another("b1", "b2")

    assert said_by(process) == "False True"
    assert not here.acquire("b2")
    assert here.owner_of("b2") == f"signdesk sign (process {process.pid})"


def test_a_killed_process_frees_its_batches_at_once(
    folder: Path, another: Callable[..., subprocess.Popen[str]]
) -> None:
    here = BatchLock(folder, "the SignDesk window")
    for _ in range(5):
        process = another("b1", "b2")
        assert said_by(process) == "True True"
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert here.owner_of("b1") is None
        assert here.acquire("b2")
        here.release("b2")
    assert names_in(folder) == []


def test_a_child_process_does_not_keep_the_lock(
    folder: Path, another: Callable[..., subprocess.Popen[str]]
) -> None:
    """The practice server is one: it must not own a batch when its parent has died."""
    here = BatchLock(folder, "the SignDesk window")
    here.acquire("b1")
    said_by(another("b9"))
    here.release("b1")

    assert BatchLock(folder, "signdesk resume").acquire("b1")


def test_lock_files_of_the_dead_are_swept_and_those_of_the_living_kept(
    folder: Path, another: Callable[..., subprocess.Popen[str]]
) -> None:
    dead, living = another("dead"), another("living")
    said_by(dead)
    said_by(living)
    dead.kill()
    dead.wait()
    (folder / "notes.txt").touch()
    assert batches_in(folder) == ["dead.lock", "living.lock", "notes.txt"]
    assert len(names_in(folder)) == 5

    BatchLock(folder, "the SignDesk window")

    assert batches_in(folder) == ["living.lock", "notes.txt"]
    assert len(names_in(folder)) == 3
    assert not BatchLock(folder, "signdesk resume").acquire("living")


def test_a_lock_file_removed_between_opening_and_locking_is_not_taken_for_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else two would own the batch: one of the removed file, one of the new."""
    first, second = BatchLock(folder, "first"), BatchLock(folder, "second")
    folder.mkdir(parents=True)
    flock = fcntl.flock
    taken: list[bool] = []

    def late(descriptor: int, operation: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().name != "b1.lock":
            flock(descriptor, operation)
            return
        monkeypatch.setattr(fcntl, "flock", flock)
        (folder / "b1.lock").unlink()  # as an owner that releases does
        taken.append(second.acquire("b1"))
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)

    assert (first.acquire("b1"), taken) == (False, [True])


def test_many_claims_releases_and_questions_at_once_never_give_two_owners(folder: Path) -> None:
    owners: list[int] = []
    wrong: list[object] = []

    def work(number: int) -> int:
        own, got = BatchLock(folder, f"owner {number}"), 0
        for _ in range(100):
            if own.acquire("b1"):
                owners.append(number)
                if owners != [number]:
                    wrong.append(list(owners))
                owners.remove(number)
                own.release("b1")
                got += 1
            own.owner_of("b1")
        return got

    with ThreadPoolExecutor(6) as pool:
        counts = list(pool.map(work, range(6)))

    assert wrong == []
    assert sum(counts) > 0
    assert names_in(folder) == []


def test_a_question_does_not_make_a_claim_fail(folder: Path) -> None:
    """A look at a dead owner's file holds its lock for an instant."""
    asking, claiming = BatchLock(folder, "signdesk status"), BatchLock(folder, "signdesk resume")
    folder.mkdir(parents=True)
    turns = threading.Semaphore(0)  # three questions a claim, however the machine shares out its time

    def ask() -> None:
        for _ in range(3 * CLAIMS):
            turns.acquire()
            (folder / "b1.lock").touch()
            asking.owner_of("b1")

    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask)
        results = []
        for _ in range(CLAIMS):
            turns.release(3)
            results.append(claiming.acquire("b1"))
            claiming.release("b1")
        asked.result()

    assert results.count(False) == 0


@pytest.mark.parametrize("batch_id", ["../outside", "a/b", "", ".", "A" * 300, "\udc80", "x\x00y"])
def test_an_odd_id_leads_nowhere_else(batch_id: str, folder: Path) -> None:
    owner = BatchLock(folder, "the SignDesk window")

    assert owner.acquire(batch_id)
    assert not BatchLock(folder, "signdesk resume").acquire(batch_id)
    assert len(batches_in(folder)) == 1
    assert names_in(folder.parent) == ["owners"]
    owner.release(batch_id)


def test_locks_are_private(folder: Path) -> None:
    owner = BatchLock(folder, "the SignDesk window")
    owner.acquire("b1")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "b1.lock").stat().st_mode) == 0o600


def test_a_link_in_the_way_is_not_followed(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "b1.lock").symlink_to(tmp_path / "victim")

    with pytest.raises(SavingProblem):
        BatchLock(folder, "the SignDesk window").acquire("b1")
    assert not (tmp_path / "victim").exists()


def test_a_system_without_locks_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none_left)

    with pytest.raises(SavingProblem, match="list of batches"):
        BatchLock(folder, "the SignDesk window").acquire("b1")


def test_a_full_disk_does_not_take_the_batch_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    owner, other = BatchLock(folder, "the SignDesk window"), BatchLock(folder, "signdesk resume")

    assert owner.acquire("b1")
    monkeypatch.undo()
    assert not other.acquire("b1")
    assert other.owner_of("b1") == "another SignDesk"
    owner.release("b1")
    assert names_in(folder) == []


def test_an_owner_that_ends_while_another_looks_at_its_batch_leaves_it_to_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that was looked at is gone by then: whoever signed it would own nothing that others see."""
    first, second, third = (BatchLock(folder, name) for name in ("first", "second", "third"))
    first.acquire("b1")
    opened = os.open

    def late(path: object, flags: int, mode: int = 0o777) -> int:
        if "owner-" in str(path) and not flags & os.O_CREAT:
            monkeypatch.setattr(os, "open", opened)
            first.release("b1")
        return opened(path, flags, mode)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", late)

    assert second.acquire("b1")
    assert not third.acquire("b1")
    assert third.owner_of("b1") == f"second (process {os.getpid()})"
