"""What a person calls a batch. A job at work knows nothing of it, so the name is kept beside its value.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch
from signdesk.jobs.notes import Notes

LONGEST_NAME = 120


class BatchRenaming:
    """Asks for names, notes them in the journal, and puts them on what jobs publish."""

    def __init__(self, window: MainWindow, tasks: TaskOwner, notes: Notes) -> None:
        self._window = window
        self._notes = notes
        self._names: dict[str, str] = {}
        window.board.rename_requested.connect(
            lambda batch_id: tasks.start(self._rename(batch_id), f"rename {batch_id}")
        )

    def named(self, batch: Batch) -> Batch:
        """With the name that was given to it in this run of the program, if any."""
        name = self._names.get(batch.id, batch.name)
        return batch if name == batch.name else batch.replace(name=name)

    async def _rename(self, batch_id: str) -> None:
        batch = self._window.board.batch(batch_id)
        if batch is None:
            return
        title = tr("What should this batch be called?")
        text = tr("The name is for you; the server and the saved files do not get it.")
        name = await dialogs.ask_text(self._window, title, text, batch.name, longest=LONGEST_NAME)
        if name is None:
            return
        await self._notes.rename(batch_id, name)
        self._names[batch_id] = name
        now = self._window.board.batch(batch_id)
        if now is not None:
            self._window.board.show_batch(self.named(now))
