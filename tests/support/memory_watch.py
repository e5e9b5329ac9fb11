"""python -m tests.support.memory_watch PID [LEFT_OUT ...]: how much memory a process and all that it started
use together (Linux), looked at some twenty times a second, by a process of its own that costs them nothing.

For each line on standard input: the most, in bytes, since the line before. Proportional (PSS): what several
share counts once. `LEFT_OUT`: numbers of processes that do not count, nor what they started.
"""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress
from pathlib import Path

EVERY_S = 0.05


def processes(pid: int, left_out: frozenset[int]) -> list[int]:
    """The process and its descendants; what ends meanwhile may be among them."""
    if pid in left_out:
        return []
    found = [pid]
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                for child in (thread / "children").read_text("ascii").split():
                    found += processes(int(child), left_out)
    return found


def memory_bytes(pid: int) -> int:
    """Of one process; 0 where it is gone."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0


def main(pid: int, left_out: frozenset[int]) -> None:
    most = 0
    while True:
        asked = bool(select.select([0], [], [], EVERY_S)[0])
        most = max(most, sum(map(memory_bytes, processes(pid, left_out))))
        if asked:
            if not os.read(0, 1000):
                return
            print(most, flush=True)  # noqa: T201
            most = 0


if __name__ == "__main__":
    main(int(sys.argv[1]), frozenset({os.getpid(), *map(int, sys.argv[2:])}))
