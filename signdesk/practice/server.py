"""The parent's side of the practice server: starts the child process, knows its address and key, ends it.

Imports neither Starlette nor uvicorn nor pyHanko. Works on any asyncio loop: everything that blocks happens
in worker threads (asyncio's own subprocess support is not to be had on qasync).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, cast

import signdesk
from signdesk.domain.errors import ServerProblem
from signdesk.domain.messages import msg
from signdesk.domain.servers import Credentials, Process, ProcessKind, Server, SignIn

DEFAULT_PACE_S = 0.7
PROCESSES = (
    Process(
        1,
        msg("Practice seal"),
        ProcessKind.SEAL,
        msg("Seals with a test key on this computer. The seals have no legal effect."),
    ),
    Process(
        2,
        msg("Practice check"),
        ProcessKind.VALIDATE,
        msg("Checks the seals of documents on this computer and returns a report. It has no legal effect."),
    ),
)
_STOP_LIMIT_S = 5.0


class PracticeNotStarted(ServerProblem):
    """The child did not come up. Nothing was sent anywhere."""


class PracticeServer:
    """A running practice server. Made by `start`, ended by `stop`, or by the end of this program however it
    comes about. May be used on asyncio and on qasync.
    """

    def __init__(self, child: _Child, server: Server, credentials: Credentials) -> None:
        self._child = child
        self.server = server
        self.credentials = credentials

    @classmethod
    async def start(
        cls,
        folder: Path,
        *,
        pace_s: float = DEFAULT_PACE_S,
        limit_s: float = 30.0,
    ) -> PracticeServer:
        """`folder` holds its test key, and documents while it runs. `pace_s`: how long a status lasts.

        Raises PracticeNotStarted, after `limit_s` at the latest.
        """
        key = secrets.token_urlsafe(32)
        config = _config_line(key, folder, pace_s)
        child = _Child()
        try:
            port = await asyncio.to_thread(child.launch, config, limit_s)
        except BaseException:
            # Also when this task is cancelled while the thread is still launching.
            child.drop()
            raise
        server = Server(
            base_url=f"http://127.0.0.1:{port}",
            sign_in=SignIn.API_KEY,
            label=msg("Practice server"),
            practice=True,
        )
        return cls(child, server, Credentials(api_key=key))

    @property
    def is_running(self) -> bool:
        """False after `stop`, or when the child died."""
        return self._child.is_running

    @property
    def pid(self) -> int:
        """The child's number in the system."""
        return self._child.pid

    async def stop(self) -> None:
        """Ends the child and waits for it, at most some seconds. May be called twice."""
        await asyncio.to_thread(self._child.end)


def child_command() -> list[str]:
    """How this program starts itself as the practice server: from source, or as a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "practice-server"]
    return [sys.executable, "-m", "signdesk.practice.child"]


def child_environment() -> dict[str, str]:
    """Ours, without SignDesk's own variables: they may hold secrets."""
    return {key: value for key, value in os.environ.items() if not key.upper().startswith("SIGNDESK_")}


def _config_line(key: str, folder: Path, pace_s: float) -> bytes:
    # Absolute, because the child runs in another folder.
    config = {"key": key, "folder": str(folder.absolute()), "pace_s": pace_s}
    return json.dumps(config).encode() + b"\n"


class _Child:
    """The process and its pipes. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._dropped = False
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    def launch(self, config: bytes, limit_s: float) -> int:
        """Blocks until the child has sent its port. Raises PracticeNotStarted."""
        process = self._opened()
        timer = threading.Timer(limit_s, process.kill)
        timer.start()
        try:
            return _port(process, config)
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()

    def drop(self) -> None:
        """Ends the child without waiting, even one that `launch` is about to open."""
        with self._lock:
            self._dropped = True
            if self._process is not None:
                self._process.kill()
                threading.Thread(target=self.end, daemon=True).start()

    def end(self) -> None:
        """Closes the child's standard input, which ends it, and waits."""
        with self._lock:
            process = self._process
        if process is None:
            return
        _close(process.stdin)
        try:
            process.wait(_STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _close(process.stdout)

    def _opened(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._dropped:
                raise PracticeNotStarted(
                    msg("The practice server was not started: the start was broken off.")
                )
            try:
                self._process = subprocess.Popen(  # noqa: S603
                    child_command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=child_environment(),
                    # Where the package lies: `-m` finds it, and imports nothing from the user's folder.
                    cwd=Path(signdesk.__file__).parent.parent,
                    # Ctrl+C in a terminal is for us: the batch may still be brought to a good end.
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise _not_started(str(error)) from error
            return self._process


def _port(process: subprocess.Popen[bytes], config: bytes) -> int:
    config_pipe, answer_pipe = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
    # A child that is gone already may have said why.
    with contextlib.suppress(OSError):
        config_pipe.write(config)
        config_pipe.flush()
    line = answer_pipe.readline()
    try:
        answer: dict[str, Any] = json.loads(line or b"{}")
    except ValueError as error:
        raise _not_started(str(error)) from error
    port = answer.get("port")
    if not isinstance(port, int):
        raise _not_started(str(answer.get("problem", "no answer within the time limit")))
    return port


def _not_started(detail: str) -> PracticeNotStarted:
    return PracticeNotStarted(
        msg("The practice server could not be started on this computer. Close SignDesk and try again."),
        detail=detail,
    )


def _close(pipe: Any) -> None:
    # What was never taken by a child that is gone.
    with contextlib.suppress(OSError):
        pipe.close()
