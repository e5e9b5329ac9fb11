"""A line of the settings or of the policy that cannot be read: a banner says so until it is mended.

What is not done until then: `storage.settings_guard`. On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import joined, tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.platform.shell_open import open_file
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import nothing_ordered
from signdesk.storage.settings_layers import Loaded


class SettingsSlips(QObject):
    """`show` what was loaded. The files are read again when the window gets the keyboard; `mended` has what
    holds then, if there is or was something to mend.
    """

    mended = Signal(object)  # Loaded

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        file: SettingsFile,
        connection_id: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._file = file
        self._connection_id = connection_id
        self._loaded: Loaded | None = None
        window.woken.connect(self.look_again)

    def show(self, loaded: Loaded) -> None:
        """The banner, or none."""
        self._loaded = loaded
        if not loaded.slips:
            self._window.settings_banner.clear()
            return
        first, others = loaded.slips[0], len(loaded.slips) - 1
        more = trn("There is %n more such line.", "There are %n more such lines.", others) if others else ""
        kept = tr("Until this is corrected, nothing is deleted: no copy on a server, no batch in the list.")
        self._window.show_settings_slip(joined(" ", translated(str(first)), more, kept), self._open)

    def obstacle(self) -> str:
        """Why nothing can be ordered over the connection in use; "" where it can."""
        found = self._loaded.order_obstacle(self._connection_id()) if self._loaded is not None else None
        if found is None:
            return ""
        if self._loaded is not None and self._loaded.slips[:1] == (found,):  # the banner says which and why
            return tr("Nothing is sealed until the line named above is corrected.")
        return translated(nothing_ordered(found))

    def look_again(self) -> None:
        """Somebody may have mended the file in an editor, or spoiled it."""
        self._tasks.start(self._look_again(), "read the settings again")

    async def _look_again(self) -> None:
        before, loaded = self._loaded, await asyncio.to_thread(self._file.load)
        had = before is not None and bool(before.slips)
        if loaded.slips or had:
            self.show(loaded)
            self.mended.emit(loaded)

    def _open(self) -> None:
        if self._loaded is not None and self._loaded.slips:
            self._tasks.start(self._opened(self._loaded.slips[0].file), "open the settings")

    async def _opened(self, file: Path) -> None:
        if not await open_file(file):
            self._window.show_banner(tr("“{path}” could not be opened.", path=file), Tone.NEEDS)
