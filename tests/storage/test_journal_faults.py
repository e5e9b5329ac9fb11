"""Every access that fails, every place to be killed at, a disk without room: noted whole, or not at all."""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.domain.errors import DiskFull, SavingProblem
from signdesk.storage.journal.journal_file import JournalFile
from tests.storage.conftest import names_in
from tests.storage.journal_values import plain_batch

ROOT = Path(__file__).parents[2]
BEFORE = plain_batch("b1", documents=2)
AFTER = replace(
    plain_batch("b1", documents=3, state=BatchState.SAVED),
    documents=tuple(replace(one, outcome=Outcome.SEALED) for one in plain_batch("b1", documents=3).documents),
)
EATMYDATA = "libeatmydata.so"
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (Debian: apt install strace)"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite"


def noted(path: Path) -> list[Batch]:
    """What the next start finds; nothing may have been set aside."""
    with closing(JournalFile.open(path)) as file:
        loaded = file.load()
        assert file.set_aside is None
    assert loaded.set_aside == ()
    assert names_in(path.parent) == [path.name]
    return list(loaded.batches)


def begun(path: Path) -> None:
    with closing(JournalFile.open(path)) as file:
        file.record(BEFORE)


# -- One access after the other fails


class Faults:
    """Makes connections of which the `at`-th statement fails, counted over all of them."""

    def __init__(self, at: int, code: int) -> None:
        self.left = at
        self.code = code

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        faults = self

        class Failing(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                faults.left -= 1
                if faults.left == 0:
                    error = sqlite3.OperationalError("injected")
                    error.sqlite_errorcode = faults.code
                    raise error
                return super().execute(sql, *values)

        return sqlite3.connect(*arguments, factory=Failing, **options)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_BUSY])
def test_whichever_statement_fails_the_note_is_whole_or_refused(code: int, path: Path) -> None:
    begun(path)
    refused = at = 0
    while True:
        at += 1
        faults = Faults(at, code)
        error = record_with(path, faults.connect)
        if faults.left > 0:
            break
        refused += error is not None
        assert noted(path) == [BEFORE if error else AFTER]
        with closing(JournalFile.open(path)) as file:
            file.record(BEFORE)
    assert refused == at - 1 > 15
    assert noted(path) == [AFTER]


def record_with(path: Path, connect: Callable[..., sqlite3.Connection]) -> SavingProblem | None:
    try:
        file = JournalFile.open(path, connect=connect)
    except SavingProblem as error:
        return error
    with closing(file):
        try:
            file.record(AFTER)
        except SavingProblem as error:
            assert file.load().batches == (BEFORE,)  # the connection is of use again
            return error
    return None


MIGRATED = [Path(__file__).with_name(f"journal_version_{version}.sql") for version in (1, 2, 3, 4)]


def of_earlier(path: Path, version: Path) -> list[Batch]:
    """A journal as that version left it, and what is to be found in it for ever."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(version.read_text("utf-8"))
        connection.execute("UPDATE batches SET archived = 0")
        connection.commit()
    before = path.read_bytes()
    found = noted(path)
    path.write_bytes(before)
    return found


@pytest.mark.parametrize("version", MIGRATED, ids=lambda one: one.stem)
@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_BUSY])
def test_whichever_statement_of_a_migration_fails_nothing_is_lost(
    code: int, version: Path, path: Path
) -> None:
    before = of_earlier(path, version)
    old, at = path.read_bytes(), 0
    while True:
        at += 1
        path.write_bytes(old)
        faults = Faults(at, code)
        try:
            JournalFile.open(path, connect=faults.connect).close()
        except SavingProblem:
            if path.read_bytes() == old:
                assert names_in(path.parent) == [path.name]
        if faults.left > 0:
            break
        assert noted(path) == before
    assert at > 25
    assert len(before) == 1


def test_wherever_sqlite_is_interrupted_the_note_is_whole_or_refused(path: Path) -> None:
    connections: list[sqlite3.Connection] = []

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connections.append(sqlite3.connect(*arguments, **options))
        return connections[-1]

    with closing(JournalFile.open(path, connect=connect)) as file, closing(JournalFile.open(path)) as other:
        refused = 0
        while True:
            file.record(BEFORE)
            left = refused * 3 + 1

            def stop() -> bool:
                nonlocal left
                left -= 1
                return left == 0

            connections[0].set_progress_handler(stop, 1)
            try:
                file.record(AFTER)
            except SavingProblem:
                refused += 1
                assert other.load().batches in ((BEFORE,), (AFTER,))
            else:
                break
            finally:
                connections[0].set_progress_handler(None, 0)
        assert refused > 50
        assert other.load().batches == (AFTER,)


# -- No room


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """256 KiB of memory as a disk."""
    mounted = tmp_path / "small"
    mounted.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(mounted)], capture_output=True
    )
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    yield mounted
    subprocess.run(["umount", "-l", str(mounted)], check=True)


def fill(disk: Path, pages_left: int) -> Path:
    filler = disk / "filler"
    room = os.statvfs(disk)
    with filler.open("wb") as file:
        file.write(bytes(max(0, room.f_bavail - pages_left) * room.f_frsize))
    return filler


def test_a_full_disk_refuses_the_note_whole_and_takes_it_when_there_is_room(small_disk: Path) -> None:
    path = small_disk / "journal.sqlite"
    begun(path)
    refused = 0
    with closing(JournalFile.open(path)) as file:
        for pages_left in range(64):
            filler = fill(small_disk, pages_left)
            try:
                file.record(AFTER)
            except DiskFull:
                refused += 1
                assert file.load().batches == (BEFORE,)
                filler.unlink()
                file.record(AFTER)
            else:
                filler.unlink()
                assert refused > 0
                break
            file.record(BEFORE)
        else:
            pytest.fail("never enough room")
    assert noted(path) == [AFTER]


def test_a_journal_can_be_read_on_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "journal.sqlite"
    begun(path)
    fill(small_disk, 0)

    with closing(JournalFile.open(path)) as file:
        assert file.load().batches == (BEFORE,)


def test_a_journal_that_finds_no_room_is_begun_when_there_is(small_disk: Path) -> None:
    path = small_disk / "journal.sqlite"
    refused = 0
    for pages_left in range(64):
        filler = fill(small_disk, pages_left)
        try:
            JournalFile.open(path).close()
        except DiskFull:
            refused += 1
            filler.unlink()
        else:
            filler.unlink()
            break
    assert refused > 0
    begun(path)
    assert noted(path) == [BEFORE]


def test_a_limit_on_the_size_of_files_refuses_the_note_whole(path: Path) -> None:
    begun(path)
    first = path.stat().st_size
    outcomes = set()
    for largest_bytes in range(4096, first + 4096, 4096):
        said = write(path, 0, 2, largest_bytes).stdout.split("\n")
        outcomes |= {line.split(" ")[0] for line in said if line}
        acknowledged = {line for line in said if re.fullmatch(r"b\d+", line)}
        with closing(JournalFile.open(path)) as file:
            batches = file.load().batches
        assert acknowledged <= {one.id for one in batches}
        assert {len(one.documents) for one in batches if one.id != "b1" or "b1" in acknowledged} <= {3}
    assert {"failed", "opened", "b0", "b1"} <= outcomes


# -- Killed, traced, and with failing system calls


def command(path: Path, first: int, count: int, largest_bytes: int = 0) -> list[str]:
    numbers = [str(first), str(count), str(largest_bytes)]
    return [sys.executable, "-m", "tests.storage.journal_writing", str(path), *numbers]


def write(
    path: Path, first: int, count: int, largest_bytes: int = 0, *, under: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    run = [*under, *command(path, first, count, largest_bytes)]
    return subprocess.run(run, capture_output=True, text=True, cwd=ROOT, timeout=60)


def test_twenty_kills_lose_no_acknowledged_note(path: Path) -> None:
    acknowledged: set[str] = set()
    for kill in range(20):
        writer = subprocess.Popen(
            command(path, kill * 1000, 1000), stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert writer.stdout is not None
        for _ in range(random.randint(0, 25)):  # noqa: S311 - seeded by the run
            acknowledged.add(writer.stdout.readline().strip())
        writer.kill()
        acknowledged.update(writer.stdout.read().split("\n")[:-1])
        writer.wait()
        writer.stdout.close()

    acknowledged -= {"opened", ""}
    batches = noted(path)
    assert len(acknowledged) > 20
    assert acknowledged <= {one.id for one in batches}
    assert {len(one.documents) for one in batches} == {3}


def traced(path: Path, tmp_path: Path, *more: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """The writer of two notes, and its calls from the moment on when the journal was open."""
    trace = tmp_path / "trace"
    calls = "trace=write,pwrite64,fsync,fdatasync,unlink"
    run = write(path, 1, 2, under=("strace", "-f", "-y", "-s", "40", "-e", calls, "-o", str(trace), *more))
    lines = trace.read_text("utf-8", "replace").splitlines()
    opened = next((at for at, line in enumerate(lines) if '"opened\\n"' in line), len(lines))
    return run, lines[opened + 1 :]


def steps_of_each_note(lines: list[str]) -> list[list[str]]:
    """Per acknowledged note: what was flushed, written and removed before it was acknowledged, in order."""
    notes: list[list[str]] = []
    steps: list[str] = []
    for line in lines:
        if re.search(r'write\(1<[^>]*>, "b\d', line):
            notes.append(steps)
            steps = []
        elif found := re.search(r"(fdatasync|fsync|pwrite64)\(\d+<(.*?)>|(unlink)\(\"(.*?)\"", line):
            call, name = found[1] or found[3], Path(found[2] or found[4]).name
            step = f"{ {'pwrite64': 'write', 'unlink': 'remove'}.get(call, 'flush') } {name}"
            if not steps or steps[-1] != step:
                steps.append(step)
    return notes


DURABLE = [
    "write journal.sqlite-journal",
    "flush journal.sqlite-journal",
    "flush data",
    "write journal.sqlite-journal",
    "flush journal.sqlite-journal",
    "write journal.sqlite",
    "flush journal.sqlite",
    "remove journal.sqlite-journal",
    "flush data",
]


@needs_strace
def test_a_note_is_on_the_medium_before_it_is_acknowledged(path: Path, tmp_path: Path) -> None:
    begun(path)

    _, lines = traced(path, tmp_path)

    assert steps_of_each_note(lines) == [DURABLE, DURABLE]


@needs_strace
def test_that_proof_fails_when_nothing_is_flushed(path: Path, tmp_path: Path) -> None:
    """eatmydata swallows every flush: a proof that still holds with it proves nothing."""
    begun(path)

    run, lines = traced(path, tmp_path, "-E", f"LD_PRELOAD={EATMYDATA}")
    if "cannot be preloaded" in run.stderr:
        pytest.skip("eatmydata is not installed (Debian: apt install eatmydata)")

    assert run.stdout.split() == ["opened", "b1", "b2"]
    for steps in steps_of_each_note(lines):
        assert steps != DURABLE
        assert not [one for one in steps if one.startswith("flush")]


def each_call(
    path: Path, tmp_path: Path, call: str, fault: str, *, is_there: bool = False
) -> Iterator[set[str]]:
    """A note with the i-th such call on the journal or its folder failing, until a run has no failure left.
    Gives what each run acknowledged.
    """
    if not is_there:
        begun(path)
    spotless = tmp_path / "spotless.sqlite"
    shutil.copy(path, spotless)
    names = [item for name in (path, f"{path}-journal", path.parent) for item in ("-P", str(name))]
    for at in range(1, 200):
        shutil.copy(spotless, path)
        trace = tmp_path / "trace"
        under = ("strace", "-f", "-o", str(trace), "-e", f"trace={call}", *names)
        run = write(path, 1, 1, under=(*under, "-e", f"inject={call}:{fault}:when={at}"))
        seen = trace.read_text("utf-8", "replace")
        if "INJECTED" not in seen and "SIGKILL" not in seen:
            assert run.stdout.split() == ["opened", "b1"]
            assert at > 1
            return
        assert "Traceback" not in run.stderr
        yield set(run.stdout.split()) & {"b1"}
    pytest.fail("the faults never end")


MIGRATION_FAULTS = [
    pytest.param(version, call, fault, marks=() if often else pytest.mark.long)
    for version in MIGRATED
    for call in ("fdatasync", "unlink", "pwrite64")
    for fault in ("signal=KILL", "error=EIO", "error=ENOSPC")
    for often in [call == "fdatasync" and (fault == "signal=KILL" or version == MIGRATED[-1])]
]


@needs_strace
@pytest.mark.timeout(900)  # a process for each call, of which there are some dozens
@pytest.mark.parametrize(("version", "call", "fault"), MIGRATION_FAULTS)
def test_whichever_system_call_of_a_migration_fails_or_kills_nothing_is_lost(
    version: Path, call: str, fault: str, path: Path, tmp_path: Path
) -> None:
    before = of_earlier(path, version)
    runs = 0
    for acknowledged in each_call(path, tmp_path, call, fault, is_there=True):
        runs += 1
        found = noted(path)
        assert [one for one in found if one.id != "b1"] == before
        assert acknowledged <= {one.id for one in found}
    assert runs > 0


OFTEN = ["fdatasync", "unlink"]
SELDOM = ["pwrite64", "openat"]
CALLS = [*OFTEN, *(pytest.param(call, marks=pytest.mark.long) for call in SELDOM)]


@needs_strace
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC", "signal=KILL"])
def test_whichever_system_call_fails_or_kills_the_note_is_whole_or_refused(
    call: str, fault: str, path: Path, tmp_path: Path
) -> None:
    after = plain_batch("b1", documents=3)
    runs = 0
    for acknowledged in each_call(path, tmp_path, call, fault):
        runs += 1
        found = noted(path)
        assert found == [after] if acknowledged else found in ([BEFORE], [after])
    assert runs > 0
