"""Keeps the computer from falling asleep while a batch is at work; asked by `sleep_inhibitor`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from signdesk.desktop.app.sleep_inhibitor import kept_awake
from signdesk.domain.batches import Batch, BatchState

_NOT_AT_WORK = frozenset([BatchState.WAITING, BatchState.NEEDS_YOU])
log = logging.getLogger(__name__)


def is_at_work(batch: Batch, *, running: bool) -> bool:
    """Whether it transfers, or the server seals. A batch that waits for a server that is away lets the
    computer sleep: it goes on after waking (`jobs.sleeping`). `running`: it has a job.
    """
    return running and not batch.is_over and batch.state not in _NOT_AT_WORK


class SleepInhibitor:
    """`set_wanted` never blocks: each stretch has a thread of its own, since on Windows the promise belongs
    to a thread, and a message bus may not answer. The thread ends with the stretch, or with the program.
    """

    def __init__(self, keep: Callable[[], AbstractContextManager[str]] = kept_awake) -> None:
        self._keep = keep
        self._ended: threading.Event | None = None

    def set_wanted(self, wanted: bool) -> None:
        """Repetitions cost nothing."""
        if wanted and self._ended is None:
            self._ended = threading.Event()
            threading.Thread(
                target=_hold, args=(self._keep, self._ended), name="kept awake", daemon=True
            ).start()
        elif not wanted and self._ended is not None:
            self._ended.set()
            self._ended = None


def _hold(keep: Callable[[], AbstractContextManager[str]], ended: threading.Event) -> None:
    """In the thread. A computer that cannot be kept awake is no reason to trouble anybody."""
    try:
        with keep() as keeper:
            log.info("this computer is kept awake by %s", keeper or "nobody")
            ended.wait()
    except Exception:
        log.info("this computer cannot be kept awake", exc_info=True)
