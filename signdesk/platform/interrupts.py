"""Ctrl+C and the other requests of a terminal or a system to end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # SIGBREAK: Ctrl+Break on Windows


def call_on_interrupt(loop: asyncio.AbstractEventLoop, stop: Callable[[], object]) -> None:
    """`stop` is called on the loop at every such request, from now until the process ends. Nothing is done
    outside the main thread, which alone hears of signals.

    Event loops of Windows take no signal handlers; left to asyncio.Runner, the second Ctrl+C would raise
    KeyboardInterrupt in the middle of the work (asyncio documentation, "Handling Keyboard Interruption").
    """
    for number in [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]:
        try:
            loop.add_signal_handler(number, stop)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))
        except (RuntimeError, ValueError):
            return
