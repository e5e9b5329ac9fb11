"""Closing the window: asks while batches are under way, and keeps the question true until it is answered."""

from __future__ import annotations

import asyncio

from signdesk.desktop import dialogs
from signdesk.desktop.language import tr, trn
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.orders import Orders
from signdesk.desktop.tasks import TaskOwner


class Closing:
    """`closed` is set when the program may end."""

    def __init__(self, window: MainWindow, tasks: TaskOwner, orders: Orders) -> None:
        self._window = window
        self._tasks = tasks
        self._orders = orders
        self._asking = False
        self.closed = asyncio.Event()
        window.close_wanted.connect(self._wanted)

    def _wanted(self) -> None:
        if not self._asking:
            self._asking = True
            self._tasks.start(self._ask(), "close")

    async def _ask(self) -> None:
        try:
            if not self._orders.under_way() or await self._wants_to_close():
                self.closed.set()
        finally:
            self._asking = False

    async def _wants_to_close(self) -> bool:
        verbs = (("stay", tr("Stay")), ("close", tr("Close SignDesk")))
        question = dialogs.Question(self._window, *self._words(), verbs)
        changed = self._window.board.running_changed.connect(lambda: question.show_words(*self._words()))
        try:
            return await dialogs.answer(question) == "close"
        finally:
            self._window.board.running_changed.disconnect(changed)

    def _words(self) -> tuple[str, str]:
        """Title and sentence, true at this moment."""
        running = self._orders.under_way()
        if not running:
            return tr("Nothing is under way any more"), tr("What was under way has ended meanwhile.")
        title = trn("%n batch is still under way", "%n batches are still under way", len(running))
        practising = sum(one.server.practice for one in running)
        kept = tr("Nothing is lost if you close now: SignDesk goes on with them at its next start.")
        ended = tr("If you close now, the practice server ends, and with it what it has not finished.")
        if not practising:
            return title, kept
        return title, ended if practising == len(running) else f"{kept} {ended}"
