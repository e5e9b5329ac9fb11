"""The process behind `traced`: it has imported all that a job needs, and forks one job after the other.

One JSON line asks for a job, one answers. Single-threaded, so that forking is safe. A child ends without
Python's own farewell (atexit, teardown of modules), which no job relies on.
"""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.support import intercepting
from tests.support.intercepting import CALLS, Stopped

_MOST_BYTES = 300
_BY_PATH = {  # which arguments are paths
    "openat": (1,),
    "truncate": (0,),
    "rename": (0, 1),
    "mkdir": (0,),
    "rmdir": (0,),
    "link": (0, 1),
    "unlink": (0,),
    "mkdirat": (1,),
    "unlinkat": (1,),
    "renameat": (1, 3),
    "linkat": (1, 3),
    "renameat2": (1, 3),
}
_CARRIES = {"write", "pwrite64", "sendto"}  # (descriptor, address, size)


def main() -> None:
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    _import_all()
    gc.collect()
    gc.freeze()  # what is shared stays shared
    for line in requests:
        answers.write(json.dumps(_carry_out(json.loads(line))).encode() + b"\n")
        answers.flush()


def _import_all() -> None:
    """What a job imports on its way, most of it in the middle."""
    import signdesk.__main__
    import signdesk.cli.login
    import signdesk.cli.release
    import signdesk.cli.restore
    import signdesk.cli.resume
    import signdesk.cli.sign
    import signdesk.cli.status
    import signdesk.jobs.result_check
    import signdesk.seal_api.exchange
    import signdesk.seals  # noqa: F401


def _carry_out(asked: dict[str, Any]) -> dict[str, Any]:
    out, err = os.memfd_create("out"), os.memfd_create("err")
    process = os.fork()
    if process == 0:
        _be_the_job(asked, out, err)
    handle = os.pidfd_open(process)
    was_hit, calls = False, []
    try:
        if asked["watched"]:
            watch = _Watch(process, handle, asked)
            watch.until_end()
            was_hit, calls = watch.was_hit, watch.calls
        else:
            was_hit = _until_end(process, handle, asked)
    except BaseException:
        os.kill(process, signal.SIGKILL)
        raise
    finally:
        _, status = os.waitpid(process, 0)
        os.close(handle)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "out": _content(out),
        "err": _content(err),
        "calls": calls,
        "was_hit": was_hit,
    }


def _be_the_job(asked: dict[str, Any], out: int, err: int) -> None:
    """Never returns."""
    code = 70
    try:
        intercepting.die_with_parent()
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", write_through=True)
        os.closerange(3, 256)
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        sys.argv = ["signdesk", *asked["arguments"]]
        if asked["watched"]:
            listener = intercepting.intercept_from_here()
            os.kill(os.getpid(), signal.SIGSTOP)  # until the watch holds the listener, too
            os.close(listener)
        from signdesk.__main__ import main as job

        code = job()
        sys.stdout.flush()
        sys.stderr.flush()
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 1
    finally:
        os._exit(code)


def _until_end(process: int, handle: int, asked: dict[str, Any]) -> bool:
    """Whether it was killed at its moment."""
    after_s = (asked["fault"] or {}).get("after_s")
    if select.select([handle], [], [], after_s or asked["limit_s"])[0]:
        return False
    if after_s is None:
        raise TimeoutError(f"the job did not end: {asked['arguments']}")
    os.kill(process, signal.SIGKILL)
    return True


def _content(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


class _Watch:
    """Decides on one call of the job after the other, and writes down each."""

    def __init__(self, process: int, handle: int, asked: dict[str, Any]) -> None:
        self.calls: list[tuple[str, int, str, int, str]] = []
        self.was_hit = False
        self._process = process
        self._handle = handle
        self._fault = asked["fault"]
        self._limit_s = asked["limit_s"]
        self._counted = 0
        self._counts = not (self._fault or {}).get("after")
        self._threads: list[int] = []
        self._on_tcp: set[str] = set()
        _, status = os.waitpid(process, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            raise RuntimeError("the job did not begin")
        self._listener = intercepting.listener_of(handle, process)
        self._memory = os.open(f"/proc/{process}/mem", os.O_RDONLY)
        os.kill(process, signal.SIGCONT)

    def until_end(self) -> None:
        """Until the process is dead."""
        end_s = time.monotonic() + self._limit_s
        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        poll.register(self._handle, select.POLLIN)
        try:
            while True:
                events = dict(poll.poll(max(0, end_s - time.monotonic()) * 1000))
                if self._handle in events:
                    return
                if not events:
                    raise TimeoutError("the job did not end")
                if events.get(self._listener, 0) & select.POLLIN:
                    self._decide()
        finally:
            os.close(self._listener)
            os.close(self._memory)

    def _kill(self) -> None:
        self.was_hit = True
        os.kill(self._process, signal.SIGKILL)
        select.select([self._handle], [], [])

    def _decide(self) -> None:
        stopped = intercepting.next_stopped(self._listener)
        if stopped is None:
            return
        name, where, size_bytes, content = self._described(stopped)
        if stopped.thread not in self._threads:
            self._threads.append(stopped.thread)
        thread = self._threads.index(stopped.thread)
        self.calls.append((name, thread, where, size_bytes, content.decode("latin-1")))
        if not self._is_meant(name, where, content):
            intercepting.let_through(self._listener, stopped)
            return
        self.was_hit = True
        act = self._fault["act"]
        if act == "kill":
            self._kill()
        elif act == "skip":
            intercepting.answer(self._listener, stopped, value=size_bytes)
        else:
            intercepting.answer(self._listener, stopped, error=getattr(errno, act))

    def _is_meant(self, name: str, where: str, content: bytes) -> bool:
        fault = self._fault
        if not fault or not self._counts:
            self._counts = not fault or fault["after"].encode() in content
            return False
        if (fault["names"] and name not in fault["names"]) or fault["where"] not in where:
            return False
        self._counted += 1
        after = self._counted - fault["at"]
        return after >= 0 and (fault["times"] is None or after < fault["times"])

    def _described(self, stopped: Stopped) -> tuple[str, str, int, bytes]:
        """Name, path or kind of socket, size, and the first bytes that it carries."""
        name = CALLS[stopped.number]
        if name in _BY_PATH:
            paths = [self._text(stopped.arguments[at]) for at in _BY_PATH[name]]
            return name, " -> ".join(paths), 0, b""
        where = self._open_at(stopped.arguments[0])
        if name == "connect":
            self._on_tcp.add(where)
        if where in self._on_tcp:
            where = "tcp"
        elif where.startswith("socket:"):
            where = "own loop"
        if name in _CARRIES:
            size_bytes = stopped.arguments[2]
            most_bytes = min(size_bytes, _MOST_BYTES)
            return (
                name,
                where,
                size_bytes,
                intercepting.text_at(self._memory, stopped.arguments[1], most_bytes),
            )
        return name, where, 0, b""

    def _open_at(self, descriptor: int) -> str:
        try:
            return str(Path(f"/proc/{self._process}/fd/{descriptor & 0xFFFFFFFF}").readlink())
        except OSError:
            return ""

    def _text(self, address: int) -> str:
        return os.fsdecode(intercepting.text_at(self._memory, address, 4096).split(b"\0")[0])


if __name__ == "__main__":
    main()
