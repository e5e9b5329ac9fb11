"""What something costs while it happens in the window: the longest that the GUI thread was kept from its
turn, memory, and CPU time. In CPU time, which other programs on the computer do not lengthen; of this process
and of all that it started, except processes that are named (Linux).
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import Qt, QTimer

from tests.support.memory_watch import processes

EVERY_MS = 5
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """`gap_s`: between two turns of the GUI thread, at most: the CPU time of the process (whoever has the
    interpreter meanwhile, be it another thread, keeps the window from answering), and never more than the
    time in which the computer did not keep the GUI thread waiting for a core. What blocks it without CPU is
    not seen. `wall_s` is told only.
    """

    gap_s: float
    cpu_s: float
    wall_s: float
    most_bytes: int

    def __str__(self) -> str:
        return (
            f"gap {1000 * self.gap_s:.0f} ms, CPU {self.cpu_s:.1f} s, wall {self.wall_s:.1f} s, "
            f"memory {self.most_bytes / MIB:.0f} MiB"
        )


class CostMeter:
    """Use as a context manager, on the GUI thread with its loop running. `begin`, then `end`."""

    def __init__(self, *left_out: int) -> None:
        self._left_out = left_out
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._turn)
        self._waits = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._turned_at = (0.0, 0.0)
        self._gap_s = self._began_s = self._cpu_s = 0.0

    def __enter__(self) -> Self:
        self._watch = subprocess.Popen(
            [sys.executable, "-m", "tests.support.memory_watch", str(os.getpid()), *map(str, self._left_out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.stop()
        self._watch.communicate()

    def begin(self) -> None:
        """From now on."""
        self._most_bytes()
        self._began_s, self._cpu_s = time.monotonic(), self._all_cpu_s()
        self._turned_at, self._gap_s = self._now(), 0.0
        self._timer.start()

    def end(self) -> Cost:
        """Until now."""
        self._turn()
        self._timer.stop()
        cpu_s = self._all_cpu_s() - self._cpu_s
        return Cost(self._gap_s, cpu_s, time.monotonic() - self._began_s, self._most_bytes())

    def _turn(self) -> None:
        now, before = self._now(), self._turned_at
        gap_s = min(now[0] - before[0], now[1] - before[1])
        self._gap_s, self._turned_at = max(self._gap_s, gap_s), now

    def _now(self) -> tuple[float, float]:
        """CPU time of the process, and time without that in which the GUI thread waited for a core."""
        waited_s = int(self._waits.read_text("ascii").split()[1]) / 1e9
        return time.process_time(), time.monotonic() - waited_s

    def _most_bytes(self) -> int:
        """Since the last time."""
        sent, came = self._watch.stdin, self._watch.stdout
        assert sent is not None
        assert came is not None
        sent.write("\n")
        sent.flush()
        return int(came.readline())

    def _all_cpu_s(self) -> float:
        left_out = frozenset({self._watch.pid, *self._left_out})
        return sum(map(cpu_s, processes(os.getpid(), left_out)))


def cpu_s(pid: int) -> float:
    """Of a process and of its children that have ended."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return 0.0
