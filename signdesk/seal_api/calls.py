"""One call under way: its time limits, and how the awaiting side ends it. Knows no HTTP and opens no socket.

A call runs in a daemon thread of its own, so that a thread stuck in a name look-up never holds up the exit.
The thread asks its `Call` before every socket operation; the event loop may end the call at any time.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

LOOK_AGAIN_S = 0.2  # while a transfer runs: how often the loop looks whether its limits have changed
SETTLE_S = 2.0  # how long a cancelled transfer may take to leave the callers' functions alone

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Seconds. `answer_s` is the total for a short call, for the reply to an upload, and for the head of a
    download; a transfer has no total: every `slowest_bytes_per_s * window_s` bytes may take `window_s` of
    waiting for the network (the time spent in our own disk does not count). signdesk/README.md, Retry.
    `work_s`: CPU time of our own for one answer, and a second more for every `work_bytes_per_s` that moved,
    so that one made of countless small parts ends (P23); a usual one takes a hundredth of it. Those parts
    bring some 300 kB/s, and a slow computer decrypts, hashes and saves more than 10 MB/s.
    """

    connect_s: float = 10  # name, connection and TLS hand-shake together
    pool_s: float = 10
    idle_s: float = 60
    answer_s: float = 120
    slowest_bytes_per_s: float = 1024
    window_s: float = 60
    work_s: float = 1.0
    work_bytes_per_s: float = 4_000_000
    grace_s: float = 0.5  # how much longer than the limit the loop waits for the thread to say so itself


class CallStopped(Exception):
    """The awaiting side has given the call up, or the client is being closed."""


class Limit(StrEnum):
    """Which of the limits."""

    CONNECT = "connecting"
    ANSWER = "waiting for the complete answer"
    IDLE = "waiting for a sign of life"
    RATE = "too slow"
    WORK = "reading the answer"


class LimitReached(Exception):
    """One of the limits is used up."""

    def __init__(self, limit: Limit, seconds: float) -> None:
        super().__init__(f"{limit}: more than {seconds:g} s")
        self.limit = limit
        self.seconds = seconds


class Call:
    """Limits and state of one call. Thread-safe where two threads meet: `stop`, `attach`, `about_to_send`.

    `sent` turns true before the first byte of the request can leave, and never after `stop`: a stopped call
    that is not `sent` has surely not reached the server.
    """

    def __init__(self, limits: TimeLimits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._stopped = False
        self._socket: socket.socket | None = None
        self._deadline: float | None = None
        self._connect_by: float | None = None
        self._overdue_at: float | None = None
        self._idle_s = 0.0
        self._measured = False
        self._portion_bytes = 0
        self._portion_s = 0.0
        self._moved_bytes = 0
        self._work_from_s = 0.0  # CPU time of the worker thread when it last wrote
        self.sent = False
        self.body_sent = True  # false only while an upload's body is travelling
        self.ended = False  # whether the other side has closed the connection: what is wrong may be the cut
        self.trouble: OSError | None = None  # what the socket said, for the words
        self.proxy = ""  # its name where there is one, for the words
        self.port = 0  # that was connected to last, the proxy's or the server's, for the words
        self.at_proxy = False  # while the way to the proxy, and through it, is being made
        self.has_certificate = False  # whether a client certificate is at hand, for the words

    @property
    def stopped(self) -> bool:
        """Whether nobody waits any more."""
        return self._stopped

    @property
    def overdue_at(self) -> float | None:
        """Monotonic time from which the loop need not believe in an answer of the thread; None: it must."""
        return self._overdue_at

    def begin(self) -> None:
        """The clock starts (worker thread; what came before was importing)."""
        now = time.monotonic()
        self._deadline = now + self._limits.answer_s
        self._overdue_at = now + min(self._limits.pool_s, self._limits.answer_s) + self._limits.grace_s

    def connecting(self) -> None:
        """The time for name, connection and hand-shake starts."""
        now = time.monotonic()
        allowed_s = min(self._limits.connect_s, self._left_s())
        self._connect_by = now + allowed_s
        self._overdue_at = self._connect_by + self._limits.grace_s

    def connect_left_s(self) -> float:
        """What is left of it. Raises CallStopped, LimitReached."""
        self.check()
        left_s = (self._connect_by or 0.0) - time.monotonic()
        if left_s <= 0:
            raise LimitReached(Limit.CONNECT, self._limits.connect_s)
        return left_s

    def about_to_send(self) -> None:
        """Call before every write. Raises CallStopped, and then nothing may be written."""
        with self._lock:
            if self._stopped:
                raise CallStopped
            self.sent = True
        self._work_from_s = time.thread_time()
        self._overdue_at = None if self._deadline is None else self._deadline + self._limits.grace_s

    def transferring(self) -> None:
        """A long body is travelling: a minimum rate instead of a total."""
        self._deadline = self._overdue_at = None
        self._measured = True
        self._portion_bytes, self._portion_s = 0, 0.0

    def awaiting_answer(self) -> None:
        """An upload's body has been sent: from now on a total for the answer."""
        now = time.monotonic()
        self._measured, self._idle_s = False, 0.0
        self._deadline = now + self._limits.answer_s
        self._overdue_at = self._deadline + self._limits.grace_s

    def overdue(self) -> LimitReached:
        """The limit that the thread itself should have reported."""
        if self.sent:
            return LimitReached(Limit.ANSWER, self._limits.answer_s)
        return LimitReached(Limit.CONNECT, self._limits.connect_s)

    def wait_s(self) -> float:
        """How long the next socket operation may wait. Raises CallStopped, LimitReached."""
        self.check()
        left_s = min(self._left_s(), self._limits.idle_s - self._idle_s)
        if left_s <= 0:
            raise LimitReached(Limit.IDLE, self._limits.idle_s)
        if self._measured:
            left_s = min(left_s, self._limits.window_s - self._portion_s)
            if left_s <= 0:
                raise LimitReached(Limit.RATE, self._limits.window_s)
        return left_s

    def moved(self, size_bytes: int, seconds: float) -> None:
        """A socket operation took `seconds` and moved so many bytes; 0 where it moved none."""
        self._idle_s = 0.0 if size_bytes else self._idle_s + seconds
        self._moved_bytes += size_bytes
        self._portion_bytes += size_bytes
        self._portion_s += seconds
        if self._portion_bytes >= self._limits.slowest_bytes_per_s * self._limits.window_s:
            self._portion_bytes, self._portion_s = 0, 0.0

    def check(self) -> None:
        """In the worker thread. Raises CallStopped where nobody waits any more, LimitReached where the
        answer has cost too much work.
        """
        if self._stopped:
            raise CallStopped
        most_s = self._limits.work_s + self._moved_bytes / self._limits.work_bytes_per_s
        if self.sent and time.thread_time() - self._work_from_s > most_s:
            raise LimitReached(Limit.WORK, self._limits.work_s)

    def attach(self, sock: socket.socket) -> None:
        """This is the socket that `stop` has to cut. Raises CallStopped."""
        with self._lock:
            if self._stopped:
                raise CallStopped
            self._socket = sock

    def stop(self) -> None:
        """From any thread: nothing is sent from here on, and a blocked socket operation ends at once."""
        with self._lock:
            self._stopped = True
            sock = self._socket
        if sock is not None:
            with suppress(OSError):
                # not SSLSocket.shutdown: that one drops the TLS layer under the thread that is reading
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _left_s(self) -> float:
        if self._deadline is None:
            return float("inf")
        left_s = self._deadline - time.monotonic()
        if left_s <= 0:
            raise LimitReached(Limit.ANSWER, self._limits.answer_s)
        return left_s


async def carry_out(call: Call, work: Callable[[], T]) -> T:
    """Run `work` in a thread and wait for it, no longer than the call's limits. Raises what `work` raises,
    and LimitReached where the thread itself is stuck (a dead name server).

    Cancelled: the call is stopped, and where bytes were travelling the thread has ended (2 s at most) before
    CancelledError goes on, so that it no longer calls anybody's functions.
    """
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[T] = loop.create_future()

    def report(result: T | None, error: BaseException | None) -> None:
        if ended.done():
            return
        if error is not None:
            ended.set_exception(error)
        else:
            ended.set_result(result)  # type: ignore[arg-type]  # T may itself be None

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as raised:  # noqa: BLE001 - every ending is handed to the awaiting side
            error = raised
        with suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(report, result, error)

    threading.Thread(target=run, name="seal-api call", daemon=True).start()
    try:
        return await _in_time(call, ended)
    except asyncio.CancelledError:
        call.stop()
        if call.sent:
            await asyncio.wait({ended}, timeout=SETTLE_S)
        raise
    finally:
        _let_go(ended)


async def _in_time(call: Call, ended: asyncio.Future[T]) -> T:
    while not ended.done():
        overdue_at = call.overdue_at
        left_s = LOOK_AGAIN_S if overdue_at is None else overdue_at - time.monotonic()
        if left_s <= 0:
            call.stop()
            raise call.overdue()
        await asyncio.wait({ended}, timeout=left_s)
    return ended.result()


def _let_go(ended: asyncio.Future[T]) -> None:
    """Nobody will read the outcome: no complaint about a failure that was never looked at."""
    if not ended.cancel() and not ended.cancelled():
        ended.exception()
