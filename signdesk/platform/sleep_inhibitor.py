"""Keeps the computer from falling asleep by itself. What a person orders (the lid, “Suspend”) stays theirs,
and the screen may go dark and lock.

Not by the library wakepy (1.0.0): it does not ask logind (its issue 335), tells desktops no reason of ours,
and its thread on Windows would outlast the program.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from signdesk.platform import SYSTEM

log = logging.getLogger(__name__)


class SleepInhibitor:
    """`set_wanted` never blocks: each stretch has a thread of its own, since on Windows the promise belongs
    to a thread, and a message bus may not answer. The thread ends with the stretch, or with the program.
    """

    def __init__(
        self,
        reason: Callable[[], str] = lambda: "",
        inhibit: Callable[[str], AbstractContextManager[str]] = SYSTEM.inhibit_sleep,
    ) -> None:
        """`reason`: shown by some desktops; asked for in the caller's thread at each stretch. `inhibit`: for
        tests.
        """
        self._reason = reason
        self._inhibit = inhibit
        self._ended: threading.Event | None = None

    def set_wanted(self, wanted: bool) -> None:
        """Repetitions cost nothing."""
        if wanted and self._ended is None:
            self._ended = threading.Event()
            work = (self._inhibit, self._reason(), self._ended)
            threading.Thread(target=_hold, args=work, name="kept awake", daemon=True).start()
        elif not wanted and self._ended is not None:
            self._ended.set()
            self._ended = None


def _hold(inhibit: Callable[[str], AbstractContextManager[str]], reason: str, ended: threading.Event) -> None:
    """In the thread. A computer that cannot be kept awake is no reason to trouble anybody."""
    try:
        with inhibit(reason) as keeper:
            log.info("this computer is kept awake by %s", keeper or "nobody")
            ended.wait()
    except Exception:
        log.info("this computer cannot be kept awake", exc_info=True)
