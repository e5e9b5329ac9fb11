"""The practice server as a child process: comes up, keeps its secret, and never outlives the program."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from signdesk.domain.servers import ProcessKind, SignIn
from signdesk.practice.server import (
    PROCESSES,
    PracticeNotStarted,
    PracticeServer,
    child_command,
    child_environment,
)
from tests.support.canary import KEY, TOKEN
from tests.support.children import own_children

IS_LINUX = sys.platform == "linux"


@pytest.fixture
async def practice(tmp_path: Path) -> AsyncIterator[PracticeServer]:
    server = await PracticeServer.start(tmp_path / "practice", pace_s=0)
    yield server
    await server.stop()


def created(server: PracticeServer, key: str | None = None) -> httpx.Response:
    headers = {"API-KEY": server.credentials.api_key if key is None else key}
    return httpx.post(
        f"{server.server.base_url}/api/CreateBatch/1", headers=headers, timeout=30, trust_env=False
    )


async def test_serves_on_loopback_with_a_key_of_its_own(practice: PracticeServer) -> None:
    answers = [await asyncio.to_thread(created, practice, key) for key in (None, "", "wrong")]

    assert [one.status_code for one in answers] == [201, 401, 401]
    assert practice.server.base_url.startswith("http://127.0.0.1:")
    assert (practice.server.sign_in, practice.server.practice) == (SignIn.API_KEY, True)
    assert len(practice.credentials.api_key) >= 40


async def test_stop_ends_it_and_removes_its_spool(tmp_path: Path, practice: PracticeServer) -> None:
    await asyncio.to_thread(created, practice)
    before = practice.is_running

    await practice.stop()
    await practice.stop()

    assert (before, practice.is_running) == (True, False)
    left = {one.name for one in (tmp_path / "practice").iterdir()}
    assert left == {"practice-seal.pem", "last-number"}


async def test_two_servers_share_a_data_folder_and_the_key_in_it(
    tmp_path: Path, practice: PracticeServer
) -> None:
    before = (tmp_path / "practice" / "practice-seal.pem").read_bytes()
    second = await PracticeServer.start(tmp_path / "practice", pace_s=0)

    assert (await asyncio.to_thread(created, practice)).status_code == 201
    assert second.credentials.api_key != practice.credentials.api_key
    assert (tmp_path / "practice" / "practice-seal.pem").read_bytes() == before
    await second.stop()
    assert (await asyncio.to_thread(created, practice)).status_code == 201


async def test_starting_does_not_block_the_loop(tmp_path: Path) -> None:
    starting = asyncio.create_task(PracticeServer.start(tmp_path / "practice"))
    turns = 0
    while not starting.done():
        turns += 1
        await asyncio.sleep(0)

    await (await starting).stop()
    assert turns > 100


def shown_to_others(pid: int) -> bytes:
    return b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("cmdline", "environ"))


@pytest.mark.skipif(not IS_LINUX, reason="reads /proc")
async def test_no_secret_is_in_the_childs_arguments_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNDESK_API_KEY", KEY)
    server = await PracticeServer.start(tmp_path / "practice")
    shown = shown_to_others(server.pid)
    await server.stop()

    assert b"canary" not in shown
    assert server.credentials.api_key.encode() not in shown
    assert b"signdesk.practice" in shown


def test_the_childs_environment_lacks_our_variables_and_keeps_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIGNDESK_TOKEN", TOKEN)
    monkeypatch.setenv("OTHER", "kept")

    assert "SIGNDESK_TOKEN" not in child_environment()
    assert child_environment()["OTHER"] == "kept"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command() == [sys.executable, "-m", "signdesk.practice.child"]

    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert child_command() == [sys.executable, "practice-server"]


async def test_a_child_that_is_too_slow_is_given_up_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PracticeNotStarted, match="could not be started on this computer") as caught:
        await PracticeServer.start(tmp_path / "practice", limit_s=0)

    assert "time limit" in caught.value.detail


async def test_a_data_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "practice").write_bytes(b"a file where the folder should be")

    with pytest.raises(PracticeNotStarted, match="could not be started") as caught:
        await PracticeServer.start(tmp_path / "practice")

    assert "FileExistsError" in caught.value.detail


@pytest.mark.skipif(not IS_LINUX, reason="reads /proc")
@pytest.mark.parametrize("turns", [1, 20, 2000])
async def test_a_start_that_is_cancelled_leaves_no_child(tmp_path: Path, turns: int) -> None:
    before = own_children()
    starting = asyncio.create_task(PracticeServer.start(tmp_path / "practice"))
    for _ in range(turns):
        await asyncio.sleep(0)
    starting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await starting
    await asyncio.get_running_loop().shutdown_default_executor()

    assert own_children() == before


@pytest.mark.parametrize(
    "line", [b"", b"rubbish\n", b"{}\n", b'{"key": "k", "folder": "x", "pace_s": "?"}\n']
)
def test_the_child_refuses_a_bad_order_without_a_traceback(tmp_path: Path, line: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "signdesk.practice.child"],
        input=line,
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout.startswith(b'{"problem"')
    assert done.stderr == b""


def ended(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def refuses_within(place: tuple[str, int], limit_s: float) -> bool:
    """The listening socket goes a moment after the connections."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        try:
            socket.create_connection(place, timeout=limit_s).close()
        except ConnectionError:
            return True
    return False


PARENT = """
import asyncio, sys
from pathlib import Path
from signdesk.practice.server import PracticeServer

async def main():
    server = await PracticeServer.start(Path(sys.argv[1]))
    print(server.server.base_url, flush=True)
    sys.stdin.read()

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_the_child_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path / "practice")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        address = urlsplit(parent.stdout.readline().strip())
        place = (address.hostname or "", address.port or 0)
        with socket.create_connection(place, timeout=30) as connection:
            os.kill(parent.pid, signal.SIGKILL)
            parent.wait()

            # The system closes the connections of a process that goes: only then does this return.
            assert ended(connection)
    assert refuses_within(place, limit_s=30)
    assert [one.name for one in (tmp_path / "practice").iterdir()] == ["practice-seal.pem"]


ON_QASYNC = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import qasync
from signdesk.practice.server import PracticeServer

async def main():
    server = await PracticeServer.start(Path(sys.argv[1]))
    print(server.is_running)
    await server.stop()
    print(server.is_running)

with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(QApplication([]))) as runner:
    runner.run(main())
"""


def test_works_on_the_windows_loop(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_QASYNC, str(tmp_path / "practice")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.split()) == (0, ["True", "False"]), done.stderr


def test_the_parents_side_imports_nothing_heavy() -> None:
    heavy = "starlette uvicorn pyhanko cryptography h11 anyio"
    rooms = "signdesk.practice.server, signdesk.seals"
    code = f"import sys, {rooms}; print(*set('{heavy}'.split()) & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_the_two_processes_are_a_seal_and_a_check() -> None:
    assert [(one.id, one.kind) for one in PROCESSES] == [(1, ProcessKind.SEAL), (2, ProcessKind.VALIDATE)]
    assert all("no legal effect" in one.sentence for one in PROCESSES)
