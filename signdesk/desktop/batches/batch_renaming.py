"""What a person calls a batch.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.notes import Notes

LONGEST_NAME = 120


class BatchRenaming:
    """Asks for a name, and notes it in the journal and the store."""

    def __init__(self, window: MainWindow, tasks: TaskOwner, store: BatchStore, notes: Notes) -> None:
        self._window = window
        self._store = store
        self._notes = notes
        window.board.rename_requested.connect(
            lambda batch_id: tasks.start(self._rename(batch_id), f"rename {batch_id}")
        )

    async def _rename(self, batch_id: str) -> None:
        batch = self._store.get(batch_id)
        if batch is None:
            return
        title = tr("What should this batch be called?")
        text = tr("The name is for you; the server and the saved files do not get it.")
        name = await dialogs.ask_text(self._window, title, text, batch.name, longest=LONGEST_NAME)
        if name is None:
            return
        await self._notes.rename(batch_id, name)
        self._store.rename(batch_id, name)
