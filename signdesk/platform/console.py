"""The terminal: output as other programs read it, and Ctrl+C."""

from __future__ import annotations

import contextlib
import io
import signal
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from signdesk.platform import SYSTEM

if TYPE_CHECKING:
    import asyncio

_INTERRUPTS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # SIGBREAK: Ctrl+Break on Windows


def set_up_streams(streams: Iterable[TextIO], environment: Mapping[str, str]) -> None:
    """What a stream cannot express is replaced, never raised. Where nobody has chosen an encoding
    (PYTHONIOENCODING, PYTHONUTF8), pipes and files get `System.piped_encoding`: the last line of the output
    is a path for other programs.
    """
    chosen = any(environment.get(name) for name in ("PYTHONIOENCODING", "PYTHONUTF8"))
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            is_piped = not chosen and not stream.isatty()
            stream.reconfigure(encoding=SYSTEM.piped_encoding if is_piped else None, errors="replace")


def call_on_interrupt(loop: asyncio.AbstractEventLoop, stop: Callable[[], object]) -> None:
    """`stop` is called on the loop at every such request, from now until the process ends. Nothing is done
    outside the main thread, which alone hears of signals.

    Event loops of Windows take no signal handlers; left to asyncio.Runner, the second Ctrl+C would raise
    KeyboardInterrupt in the middle of the work (asyncio documentation, "Handling Keyboard Interruption").
    """

    def interrupted(*_: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(stop)

    for number in [getattr(signal, name) for name in _INTERRUPTS if hasattr(signal, name)]:
        with contextlib.suppress(RuntimeError, ValueError):
            try:
                loop.add_signal_handler(number, stop)
            except NotImplementedError:
                signal.signal(number, interrupted)
