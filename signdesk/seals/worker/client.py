"""The program's side of the document worker: starts the process, asks one thing at a time, replaces it.

Blocking; every method may be called from any thread. Nothing is started before the first request.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

import signdesk
from signdesk.seals.worker.limits import Limits, has_cpu_limit, limits_for
from signdesk.seals.worker.tasks import Failed
from signdesk.seals.worker.wire import Garbled, Kind, Reply, Request, read_reply, request_line

__all__ = ["Closed", "DocumentWorker", "Failed", "NotOnThisComputer", "TooComplex"]
CHILD = "document-worker"  # what a frozen program starts itself with
_STRIKES = 2
_WINDOWS_CRASH = 0xC0000000  # exit codes from here on are exceptions of the system
_CRASHES = frozenset(
    getattr(signal, name, None)
    for name in ("SIGXCPU", "SIGSEGV", "SIGABRT", "SIGTRAP", "SIGILL", "SIGBUS", "SIGFPE", "SIGSYS")
)


class TooComplex(Exception):
    """The document needs more than a document may cost, or broke two workers that read it."""


class NotOnThisComputer(Exception):
    """Nothing was learned about the document: the worker did not start, was killed, lacks a library or
    memory, or could not read the file. The text is for a technician.
    """


class Closed(Exception):
    """The program is ending: nothing was learned of the document, and nothing is to be said of it."""


class _Ended(Exception):
    """The worker ended, or is of no use any more. `by_document`: by its own limits, or by a crash in it.
    `at_limit`: by its limits of CPU or memory, which a second try would meet as well.
    """

    def __init__(self, by_document: bool, detail: str, *, at_limit: bool = False) -> None:
        super().__init__(detail)
        self.by_document = by_document
        self.at_limit = at_limit


@dataclass(slots=True)
class _Process:
    """One child with its pipes, and what arrived from it; None for its end."""

    popen: subprocess.Popen[bytes]
    replies: queue.SimpleQueue[Reply | None]

    def end(self) -> int | None:
        """Kills it; its exit code. Never waits long: a killed process is gone at once, or hangs in the
        system, where nobody can help it.
        """
        self.popen.kill()
        with suppress(OSError):
            cast(BinaryIO, self.popen.stdin).close()
        with suppress(subprocess.TimeoutExpired):
            self.popen.wait(1.0)
        return self.popen.returncode


class DocumentWorker:
    """One process for many documents. `close` at the program's end; a context manager does it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()  # one request at a time
        self._state = threading.Lock()  # of the two below
        self._process: _Process | None = None
        self._closed = False
        self._number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self, task: str, arguments: dict[str, Any], size_bytes: int, least_cpu_s: int | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """What the task makes of a document of that size. `arguments` and the values are JSON. `least_cpu_s`:
        what a document of up to 10 MB may cost, where that is not the usual.

        Raises Failed (the task's own no), TooComplex, NotOnThisComputer, Closed.
        """
        limits = limits_for(size_bytes, least_cpu_s)
        with self._turn:
            for _ in range(_STRIKES):
                try:
                    return self._asked(task, arguments, limits)
                except _Ended as ended:
                    self._drop()
                    if not ended.by_document:
                        raise NotOnThisComputer(str(ended)) from ended
                    why = str(ended)
                    if ended.at_limit:
                        break
            raise TooComplex(why)

    def close(self) -> None:
        """Ends the process, and every request that waits for it, without waiting. For good."""
        with self._state:
            self._closed = True
            process = self._process
        if process is not None:
            process.popen.kill()
            process.end()

    @property
    def requests(self) -> int:
        """How many were made so far."""
        return self._number

    @property
    def pid(self) -> int:
        """The process's number in the system; 0 where there is none."""
        with self._state:
            return self._process.popen.pid if self._process is not None else 0

    def _asked(self, task: str, arguments: dict[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
        process = self._running()
        self._number += 1
        request = Request(self._number, task, arguments, limits.cpu_s, limits.memory_bytes)
        reply = self._reply(process, request, limits.wall_s)
        if reply.grown or reply.kind in (Kind.LIMIT, Kind.FAULT):
            self._drop()
        if reply.kind is Kind.LIMIT:
            raise _Ended(True, reply.why, at_limit=True)
        if reply.kind is Kind.FAULT:
            raise NotOnThisComputer(reply.why)
        if reply.kind is Kind.FAILED:
            raise Failed(reply.why)
        return reply.values, reply.payload

    def _reply(self, process: _Process, request: Request, wall_s: float) -> Reply:
        """Raises _Ended and Closed."""
        pipe = cast(BinaryIO, process.popen.stdin)
        try:
            pipe.write(request_line(request))
            pipe.flush()
        except (OSError, ValueError):  # it is gone, or will never hear of it
            process.popen.kill()
        try:
            reply = process.replies.get(timeout=wall_s)
        except queue.Empty:
            raise _Ended(not has_cpu_limit(), "no answer within the time limit") from None
        if reply is None:
            raise self._end_of(process)
        if reply.number != request.number:
            raise _Ended(True, "not what was asked for")
        return reply

    def _end_of(self, process: _Process) -> Exception:
        """What to raise: the stream of replies has ended, so the process has, or talks nonsense."""
        with suppress(subprocess.TimeoutExpired):
            process.popen.wait(1.0)
        if self._is_closed():
            return Closed("the program is ending")
        code = process.popen.returncode
        if code is None:
            return _Ended(True, "it sent what is no reply")
        crashed = -code in _CRASHES if code < 0 else code >= _WINDOWS_CRASH
        at_limit = code == -getattr(signal, "SIGXCPU", 0) != 0
        return _Ended(crashed, f"the document worker ended with {code}", at_limit=at_limit)

    def _running(self) -> _Process:
        with self._state:
            if self._closed:
                raise Closed("the program is ending")
            if self._process is not None and self._process.popen.poll() is None:
                return self._process
        self._drop()
        process = _started()
        if not self._kept(process):
            process.end()
            raise Closed("the program is ending")
        return process

    def _kept(self, process: _Process) -> bool:
        """False where the program is ending."""
        with self._state:
            if not self._closed:
                self._process = process
            return not self._closed

    def _is_closed(self) -> bool:
        with self._state:
            return self._closed

    def _drop(self) -> None:
        with self._state:
            process, self._process = self._process, None
        if process is not None:
            process.end()


def child_command() -> list[str]:
    """How this program starts itself as the document worker: from source, or as a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [sys.executable, "-m", "signdesk.seals.worker.child"]


def child_environment() -> dict[str, str]:
    """Ours, without SignDesk's own variables: they may hold secrets."""
    return {key: value for key, value in os.environ.items() if not key.upper().startswith("SIGNDESK_")}


def _started() -> _Process:
    """Raises NotOnThisComputer."""
    try:
        popen = subprocess.Popen(  # noqa: S603
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            # Where the package lies: `-m` finds it, and imports nothing from the user's folder.
            cwd=Path(signdesk.__file__).parent.parent,
            # Ctrl+C in a terminal is for the program, which ends its worker itself.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise NotOnThisComputer(str(error)) from error
    replies: queue.SimpleQueue[Reply | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(cast(BinaryIO, popen.stdout), replies), daemon=True).start()
    return _Process(popen, replies)


def _receive(stream: BinaryIO, replies: queue.SimpleQueue[Reply | None]) -> None:
    """The thread of one process; closes the stream, so that nobody else has to wait for it."""
    with stream, suppress(Garbled, OSError, ValueError):
        while (reply := read_reply(stream)) is not None:
            replies.put(reply)
    replies.put(None)
