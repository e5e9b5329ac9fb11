"""The process behind `forking`: it has imported what SignDesk's processes import, and forks them off.

Who connects hands over what was to be started, with its three streams, and is told the exit code; whoever
hangs up earlier (was killed) takes it with him. Single-threaded, so that forking is safe. It ends with
standard input.
"""

from __future__ import annotations

import atexit
import gc
import io
import marshal
import os
import select
import signal
import socket
import sys
import threading
import time
import traceback
from contextlib import suppress
from importlib import import_module
from typing import Any

from tests.support import intercepting
from tests.support.at_start import sitecustomize

MODULES = {  # what is started with -m, and where its `main` is
    "signdesk": "signdesk.__main__",
    "signdesk.practice.child": "signdesk.practice.child",
    "signdesk.seals.worker.child": "signdesk.seals.worker.child",
}
# What these import on their way, but for `keyring`, which reads its configuration when it is imported.
_LATER = (
    "cryptography.x509", "jeepney", "secretstorage", "signdesk.cli.login",
    "signdesk.cli.release", "signdesk.cli.restore", "signdesk.cli.resume", "signdesk.cli.sign",
    "signdesk.cli.status", "signdesk.cli.verify", "signdesk.jobs.result_check", "signdesk.practice.sealing",
    "signdesk.practice.app", "signdesk.practice.server", "signdesk.seal_api.exchange", "signdesk.seals",
    "signdesk.seals.document_tasks",
    "truststore", "uvicorn.loops.asyncio", "uvicorn.protocols.http.h11_impl",
)  # fmt: skip
_MOST_DESCRIPTORS = 4096
Told = tuple[str, list[str], dict[bytes, bytes], bytes]


def main() -> None:
    """`argv[1]`: its name in the abstract name space of sockets."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(f"\0{sys.argv[1]}")
        listener.listen(64)
        _import_all()
        gc.collect()
        gc.freeze()  # what is shared stays shared
        os.write(1, b"\n")
        _Zygote(listener).until_end()


def _import_all() -> None:
    from signdesk.seals.worker.limits import keep_network_out

    keep_network_out()
    for name in (*MODULES.values(), *_LATER):
        import_module(name)


class _Zygote:
    """`_started`: by the handle of each process, its number and the way to who asked for it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._started: dict[int, tuple[int, socket.socket]] = {}

    def until_end(self) -> None:
        """Of standard input; what is left is killed with this process."""
        listening = self._listener.fileno()
        while True:
            ways = {way.fileno(): handle for handle, (_, way) in self._started.items()}
            ready = select.select([0, listening, *ways, *self._started], [], [])[0]
            for handle in set(ready) & set(self._started):
                self._tell(handle)
            for way in set(ready) & set(ways):
                self._kill(ways[way])
            if listening in ready:
                self._accept()
            if 0 in ready:
                return

    def _tell(self, handle: int) -> None:
        """How it ended."""
        process, way = self._started.pop(handle)
        os.close(handle)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        with way, suppress(OSError):
            way.sendall(code.to_bytes(4, "big", signed=True))

    def _kill(self, handle: int) -> None:
        """Who asked for it is gone, since he says nothing more."""
        if handle in self._started:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            self._tell(handle)

    def _accept(self) -> None:
        way, _ = self._listener.accept()
        content, streams = _asked(way)
        process = os.fork() if content else None
        if process == 0:
            _be(marshal.loads(content), streams)  # noqa: S302 - from our own tests
        for stream in streams:
            os.close(stream)
        if process is None:
            way.close()
        else:
            self._started[os.pidfd_open(process)] = process, way


def _asked(way: socket.socket) -> tuple[bytes, list[int]]:
    """What is to be started, with its streams; nothing where who asked was killed meanwhile."""
    content, streams = bytearray(), list[int]()
    with suppress(ConnectionError):
        head, streams, _, _ = socket.recv_fds(way, 4, 3)
        size_bytes = int.from_bytes(head, "big")
        while len(content) < size_bytes and (piece := way.recv(1 << 16)):
            content += piece
        if len(content) == size_bytes and len(streams) == 3:
            return bytes(content), streams
    return b"", streams


def _be(told: Told, streams: list[int]) -> None:
    """The process that was to be started. Never returns."""
    code: Any = 70
    try:
        module, arguments, environment, folder = told
        intercepting.die_with_parent()
        _take(streams)
        os.environb.clear()
        os.environb.update(environment)
        time.tzset()
        os.chdir(folder)
        os.setsid()
        sys.path[0] = os.fsdecode(folder)
        sys.argv = [sys.modules[MODULES[module]].__file__ or module, *arguments]
        if "TESTS_WATCHED" in os.environ:
            sitecustomize.watch()
        code = sys.modules[MODULES[module]].main()
    except SystemExit as ending:
        code = ending.code
    except BaseException:  # noqa: BLE001 - as Python does
        traceback.print_exc()
        code = 1
    finally:
        _end(code)


def _take(streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, _MOST_DESCRIPTORS)
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        old = getattr(sys, name)
        raw = io.FileIO(("stdin", "stdout", "stderr").index(name), mode, closefd=False)
        buffer = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
        made = io.TextIOWrapper(buffer, old.encoding, old.errors, line_buffering=name == "stderr")
        setattr(sys, name, made)
        setattr(sys, f"__{name}__", made)


def _end(code: Any) -> None:
    """With Python's farewell, as far as anything relies on it."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    if isinstance(code, str):
        print(code, file=sys.stderr)  # noqa: T201
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        code = 120  # as Python does
    os._exit(code or 0)


if __name__ == "__main__":
    main()
