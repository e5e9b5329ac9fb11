"""Opens the help: once, beside the window, with what is installed read in a worker thread."""

from __future__ import annotations

import asyncio

import shiboken6

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.help.licences import parts
from signdesk.desktop.main_window.window import MainWindow


class Helping:
    """On the GUI thread, which is the loop's."""

    def __init__(self, window: MainWindow, tasks: TaskOwner) -> None:
        self._window = window
        self._tasks = tasks
        self._dialog: HelpDialog | None = None
        window.help_requested.connect(lambda: tasks.start(self._open(), "open the help"))

    async def _open(self) -> None:
        found = await asyncio.to_thread(parts)
        if self._dialog is None or not shiboken6.isValid(self._dialog):
            self._dialog = HelpDialog(self._window, found)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
