"""Closing the window: asks while batches are under way, and keeps the question true until it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.tray_and_notices import TrayAndNotices
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch
from signdesk.jobs.batch_store import BatchChange, BatchStore


class CloseGuard:
    """`closed` is set when the program may end. Once a person has chosen to keep going, closing the window
    means that until the program ends; quitting (Ctrl+Q, the icon's menu) asks all the same.
    """

    def __init__(
        self, window: MainWindow, tasks: TaskOwner, store: BatchStore, background: TrayAndNotices
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._store = store
        self._tray_and_notices = background
        self._asking = False
        self._keeps_going = False
        self.closed = asyncio.Event()
        window.close_requested.connect(lambda: self._wanted(quits=False))
        window.quit_requested.connect(lambda: self._wanted(quits=True))

    def _wanted(self, *, quits: bool) -> None:
        if self._asking:
            self._window.come_back()
        elif quits or not (self._keeps_going and self._tray_and_notices.hide_window()):
            self._asking = True
            self._tasks.start(self._ask(), "close")

    async def _ask(self) -> None:
        try:
            if not self._store.running():
                self.closed.set()
                return
            if not self._window.isVisible():
                self._window.come_back()
            answer = await self._answer()
            while (
                answer == "tray" and not self._tray_and_notices.hide_window()
            ):  # the icon has gone meanwhile
                answer = await self._answer()
            self._keeps_going = self._keeps_going or answer == "tray"
            if answer == "close":
                self.closed.set()
        finally:
            self._asking = False

    async def _answer(self) -> str | None:
        running = self._store.running()
        question = closing_question(self._window, running, can_hide=self._tray_and_notices.can_hide())

        def keep_true(changes: Sequence[BatchChange]) -> None:
            if all(one.was_running is one.is_running for one in changes):
                return
            running = self._store.running()
            question.show_words(*_words(running))
            question.show_verb("close", _close_words(running))

        stop_listening = self._store.subscribe(keep_true)
        try:
            return await dialogs.answer(question)
        finally:
            stop_listening()


def closing_question(parent: QWidget | None, running: Sequence[Batch], *, can_hide: bool) -> dialogs.Question:
    """What is asked while `running` are under way. `can_hide`: there is a tray to keep going in."""
    return dialogs.Question(parent, *_words(running), _verbs(running, can_hide=can_hide))


def _verbs(running: Sequence[Batch], *, can_hide: bool) -> list[tuple[str, str]]:
    """The harmless one first: Return chooses it."""
    stay, close = ("stay", tr("Stay")), ("close", _close_words(running))
    if can_hide:
        return [("tray", tr("Keep going in the tray")), close, stay]
    return [stay, close]


def _close_words(running: Sequence[Batch]) -> str:
    """What a practice server has not finished is lost, and nothing left has to be finished at all."""
    if not running or any(one.server.practice for one in running):
        return tr("Close SignDesk")
    return tr("Finish at the next start")


def _words(running: Sequence[Batch]) -> tuple[str, str]:
    """Title and sentence, true at this moment."""
    if not running:
        return tr("Nothing is under way any more"), tr("What was under way has ended meanwhile.")
    title = trn("%n batch is still under way", "%n batches are still under way", len(running))
    practising = sum(one.server.practice for one in running)
    kept = tr("Nothing is lost if you close now: SignDesk goes on with them at its next start.")
    ended = tr("If you close now, the practice server ends, and with it what it has not finished.")
    if not practising:
        return title, kept
    return title, ended if practising == len(running) else joined(" ", kept, ended)
