"""Several document workers behind one `ask`: what one document costs holds up no other document.

Blocking; every method may be called from any thread. A process is started only where all others are busy.
"""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any, Protocol, Self

from signdesk.seals.worker.client import Closed, DocumentWorker

_MOST = 4  # processes at once; a fifth document waits for one of them
_KEPT = 2  # that stay when nothing is to be done


class Asks(Protocol):
    """A `DocumentWorker`, or several of them."""

    def ask(
        self, task: str, arguments: dict[str, Any], size_bytes: int, least_cpu_s: int | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """As `DocumentWorker.ask`."""
        ...


class DocumentWorkers:
    """`close` at the program's end; a context manager does it."""

    def __init__(self) -> None:
        self._room = threading.BoundedSemaphore(_MOST)
        self._state = threading.Lock()  # of all below
        self._idle: list[DocumentWorker] = []
        self._busy: set[DocumentWorker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self, task: str, arguments: dict[str, Any], size_bytes: int, least_cpu_s: int | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """As `DocumentWorker.ask`, by one that is free."""
        with self._room:
            worker = self._taken()
            try:
                return worker.ask(task, arguments, size_bytes, least_cpu_s)
            finally:
                self._give_back(worker)

    def close(self) -> None:
        """Ends all processes, and every request that waits for one, without waiting. For good."""
        with self._state:
            self._closed = True
            workers = [*self._idle, *self._busy]
        for one in workers:
            one.close()

    @property
    def pids(self) -> frozenset[int]:
        """The numbers of its processes in the system."""
        with self._state:
            return frozenset(pid for one in (*self._idle, *self._busy) if (pid := one.pid))

    def _taken(self) -> DocumentWorker:
        """The one that was used last: it has its libraries already. Raises Closed."""
        with self._state:
            if self._closed:
                raise Closed("the program is ending")
            worker = self._idle.pop() if self._idle else DocumentWorker()
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: DocumentWorker) -> None:
        with self._state:
            self._busy.discard(worker)
            is_kept = len(self._idle) < _KEPT
            if is_kept:
                self._idle.append(worker)
        if not is_kept:
            worker.close()
