"""A whole job as a process of its own, all of whose system calls are seen, and one of which goes wrong.

    with job_starter() as jobs:
        clean = jobs.run(["sign", ...], environment, folder)
        ended = jobs.run(["sign", ...], environment, folder, fault=Kill(at=17))

The arguments are those of `signdesk`. A job starts in milliseconds, since it is forked off a process that has
imported everything (`traced_zygote`). Calls are counted over all threads, in the order in which they happened
(`intercepting`), so the number of a call may differ a little from run to run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tests.support.intercepting import missing

__all__ = ["Call", "Ended", "Fault", "Jobs", "job_starter", "kill", "kill_after", "missing"]

LIMIT_S = 60.0
KILLED = -9
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Call:
    """One system call, in the order of their beginning.

    `where`: the path (two as "from -> to"), of a socket "tcp" or "own loop" (how threads wake asyncio).
    `size_bytes` and the first 300 bytes of `content`: of write, pwrite64 and sendto.
    """

    name: str
    thread: int
    where: str
    size_bytes: int
    content: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens instead of the `at`-th call (from 1), and of `times` calls from there on (None: all).

    Only calls in `names` (none: all) on a path or socket that contains `where` count, and only once a call
    has carried the text `after` (that one itself does not count). `act`: "kill" (before the call), "skip"
    (success, but nothing is done), or the name of an error, such as "ENOSPC". `after_s`: instead of all that,
    a kill so many seconds after the start of a job that is not watched.
    """

    act: str = "kill"
    at: int = 1
    names: Collection[str] = ()
    where: str = ""
    times: int | None = 1
    after: str = ""
    after_s: float | None = None


def kill(at: int, names: Collection[str] = (), where: str = "", after: str = "") -> Fault:
    """SIGKILL instead of the `at`-th call."""
    return Fault("kill", at, names, where, after=after)


def kill_after(after_s: float) -> Fault:
    """SIGKILL at a moment of its own."""
    return Fault(at=sys.maxsize, after_s=after_s)


@dataclass(frozen=True, slots=True)
class Ended:
    """`code`: as `subprocess` has it, -9 after SIGKILL. `was_hit`: the fault took place."""

    code: int
    out: str
    err: str
    calls: tuple[Call, ...]
    was_hit: bool


class Jobs:
    """One job at a time, from any thread."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        self._requests = requests
        self._answers = answers
        self._unread = 0  # answers that a test did not wait for, because its time was up

    def run(
        self,
        arguments: Sequence[str | Path],
        environment: Mapping[str, str],
        folder: Path,
        *,
        fault: Fault | None = None,
        watched: bool = True,
        limit_s: float = LIMIT_S,
    ) -> Ended:
        """`signdesk` with these arguments and nothing else in its environment, from start to end.

        Not `watched`: at full speed, with no calls seen and no fault but `kill_after`.
        """
        asked = {
            "arguments": [str(one) for one in arguments],
            "environment": dict(environment),
            "folder": str(folder),
            "fault": {**asdict(fault), "names": list(fault.names)} if fault else None,
            "watched": watched,
            "limit_s": limit_s,
        }
        for _ in range(self._unread):
            self._answers.readline()
        self._unread = 0
        self._requests.write(json.dumps(asked).encode() + b"\n")
        self._requests.flush()
        self._unread += 1
        line = self._answers.readline()
        self._unread -= 1
        if not line:
            raise RuntimeError("the job did not end, or its starter has; see stderr")
        told = json.loads(line)
        told["calls"] = tuple(Call(*one) for one in told["calls"])
        return Ended(**told)


@contextmanager
def job_starter() -> Iterator[Jobs]:
    """Takes about a second to come up; ends with the block, with every job that is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.traced_zygote"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Jobs(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.wait(LIMIT_S)
