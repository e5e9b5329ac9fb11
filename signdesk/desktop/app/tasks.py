"""Coroutines of the window: held by strong references, named, cancelled together, one way out for errors.

qasync's own `asyncSlot` lets tasks be collected in mid-work (qasync #98), so every coroutine starts here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class TaskOwner:
    """`on_error` gets every exception that a task lets out, on the loop's thread."""

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Runs `work` until it ends or `cancel_all`."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def child(self) -> TaskOwner:
        """For tasks that end before these do, with the same way out for errors."""
        return TaskOwner(self._on_error)

    async def cancel_all(self, patience_s: float | None = None) -> None:
        """Cancels and awaits everything; a task may still finish what it must not leave half done, but after
        `patience_s` it is no longer waited for.
        """
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=patience_s)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)
