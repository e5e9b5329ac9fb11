"""Takes finished batches off the list: the old ones by the setting, all of them when a person asks for it.

Their rows stay in the journal, where "already sealed" looks; saved files are never touched. On the GUI
thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.removals import BatchRemovals
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch
from signdesk.domain.settings import Privacy
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore

LOOK_MS = 3_600_000


def _now() -> datetime:
    return datetime.now(UTC)


class HistoryCleanup:
    """`begin` once the board shows what the journal holds; then it looks every hour. `keeps_everything`:
    whether nothing may be removed by itself (`SettingsGuard`); blocking, called in worker threads.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        journal: AsyncJournal,
        removals: BatchRemovals,
        privacy: Callable[[], Privacy],
        keeps_everything: Callable[[], bool],
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._store = store
        self._journal = journal
        self._removals = removals
        self._privacy = privacy
        self._keeps_everything = keeps_everything
        self._now = now
        self._timer = QTimer(window)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        window.board.clear_button.clicked.connect(
            lambda: self._tasks.start(self._clear(), "clear the list of what is finished")
        )

    def begin(self) -> None:
        """Looks now, and every hour."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Removes what is older than the setting allows."""
        if self._timer.isActive() and self._privacy().history_days is not None:
            self._tasks.start(self._remove_old(), "remove old batches from the list")

    async def _remove_old(self) -> None:
        days = self._privacy().history_days
        if days is not None and not await asyncio.to_thread(self._keeps_everything):
            await self._forget(self._now() - timedelta(days=days))

    async def _clear(self) -> None:
        verbs = (("keep", tr("Keep them in the list")), ("remove", tr("Remove from list")))
        title = tr("Remove all finished batches from the list?")
        text = tr(
            "The saved files stay where they are, and SignDesk still knows what was sealed. What is not "
            "finished stays in the list."
        )
        if await dialogs.ask(self._window, title, text, verbs) == "remove":
            gone = await self._forget(self._now() + timedelta(days=1))  # clocks may differ a little
            self._removals.offer_undo(gone)

    async def _forget(self, before: datetime) -> list[Batch]:
        """Those of them that were shown."""
        gone = await self._journal.forget_ended(before)
        shown = [one for one in map(self._store.get, gone) if one is not None]
        self._store.remove(gone)
        return shown
