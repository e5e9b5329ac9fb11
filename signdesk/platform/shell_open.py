"""Handing files and folders to the system: its programs, its file manager. False where nothing was opened, as
far as that can be known. On the loop's thread; what blocks happens in threads that nobody waits for.

Not by the library show-in-file-manager (1.1.6): it does not tell whether anything was opened, guesses the
file manager's program where the desktop can be asked, and needs pywin32 for one call.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from signdesk.platform import SYSTEM


async def open_file(path: Path) -> bool:
    """With the program that the system has for it."""
    return await _in_thread(SYSTEM.open_file, path)


async def reveal(path: Path) -> bool:
    """In the file manager, selected where the system can do that; else its folder."""
    return await _in_thread(SYSTEM.reveal, path)


async def _in_thread(work: Callable[[Path], bool], path: Path) -> bool:
    """Not asyncio.to_thread: the program's end would wait for it."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bool] = loop.create_future()

    def take(told: bool) -> None:
        if not answer.done():
            answer.set_result(told)

    def carry_out() -> None:
        told = False
        try:
            told = work(path)
        finally:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(take, told)

    threading.Thread(target=carry_out, name="opening", daemon=True).start()
    return await answer
