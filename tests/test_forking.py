"""A process that is forked off is, to whoever starts it, the process that would have been started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import usual_environment
from tests.support.forking import PROGRAM, forked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only done on Linux")
WORKER = "signdesk.seals.worker.child"
CALLS = [
    ["--version"],
    ["status"],
    ["status", "--json"],
    ["verify", "gone.pdf"],
    ["nonsense"],
    ["sign", "--process", "1", "--server", "https://s.example", "gone.pdf"],
]


def run(folder: Path, *arguments: str, **more: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", PROGRAM, *arguments]
    ended = subprocess.run(
        command, env=usual_environment(folder) | more, cwd=folder, input="", capture_output=True, text=True
    )
    return ended.returncode, ended.stdout, ended.stderr


@contextmanager
def a_worker(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """What was started, and the number of the process that does the work."""
    before = _of_zygote()
    process = subprocess.Popen(
        [sys.executable, "-m", WORKER],
        env=usual_environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        while not _of_zygote() - before:
            assert process.poll() is None
        (number,) = _of_zygote() - before
        yield process, number


def _of_zygote() -> set[int]:
    """The processes that it has forked off."""
    name = forked()["TESTS_FORKED_BY"].encode()
    found: set[int] = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int(folder.name) != os.getpid() and name in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
        except OSError:
            continue
    return {one for one in found if _parent(one) in found}


def _parent(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_it_says_the_same_and_ends_with_the_same_code(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, *arguments, **forked(PROGRAM)) == run(tmp_path, *arguments)


def test_its_streams_end_when_it_was_killed(tmp_path: Path) -> None:
    with a_worker(tmp_path) as (process, _):
        process.kill()
        assert process.stdout is not None
        assert process.stdout.read() == b""


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL, signal.SIGXCPU])
def test_the_signal_that_ended_it_is_told(tmp_path: Path, number: signal.Signals) -> None:
    with a_worker(tmp_path) as (process, worker):
        os.kill(worker, number)
        assert process.wait(60) == -number


def test_it_ends_with_its_standard_input(tmp_path: Path) -> None:
    with a_worker(tmp_path) as (process, _):
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.mark.parametrize("sent", [b"", (100).to_bytes(4, "big"), (100).to_bytes(4, "big") + b"["])
def test_who_was_killed_while_asking_holds_nobody_up(tmp_path: Path, sent: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as way:
        way.connect("\0" + forked()["TESTS_FORKED_BY"])
        if sent:
            socket.send_fds(way, [sent[:4]], [0, 1, 2])
            way.sendall(sent[4:])
    assert run(tmp_path, "--version", **forked(PROGRAM))[0] == 0


def test_where_the_other_is_out_of_reach_it_starts_as_usual(tmp_path: Path) -> None:
    gone = {**forked(PROGRAM), "TESTS_FORKED_BY": "nobody"}
    assert run(tmp_path, "--version", **gone) == run(tmp_path, "--version")
