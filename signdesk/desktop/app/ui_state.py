"""Last choices between two starts: which words of `storage.memory` the window keeps, and when.

Habits are a convenience: a memory that cannot be written is no reason to trouble anybody.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import Process, Server, origin, unnamed
from signdesk.storage.folders import Folders
from signdesk.storage.memory import LastServer, Memory, MemoryFile


class UiState:
    """Quick file work on the GUI thread, at moments when a person has just chosen something."""

    def __init__(self, file: MemoryFile, folders: Folders) -> None:
        self._file = file
        self._folders = folders

    def restore(self, window: MainWindow) -> None:
        """Size, place, and the folder that results were last saved to."""
        memory = self._file.load()
        with suppress(binascii.Error, ValueError):
            window.restore(base64.b64decode(memory.geometry, validate=True))
        window.intake.set_folders(self.save_folders())
        window.intake.choose_folder(self.save_folders()[0])
        if (last := memory.server) is not None:
            window.start_page.show_last(last.base_url, last.sign_in, last.api_key_header)

    def save_folders(self) -> list[Path]:
        """The last one first, the default always among them."""
        last, default = self._file.load().save_to, self._folders.default_save_to
        return [last, default] if last is not None and last != default else [default]

    def processes(self, server: Server) -> list[Process]:
        """Those used with this server before."""
        return [unnamed(one) for one in self._file.load().habits_of(origin(server.base_url)).process_ids]

    def last_process_id(self, server: Server) -> int | None:
        """The one used last with this server."""
        return self._file.load().habits_of(origin(server.base_url)).last_process_id

    def keep_order(self, server: Server, process: Process, folder: Path) -> None:
        """What was just sealed with. A practice server's address means nothing tomorrow."""
        self._change(lambda memory: replace(memory, save_to=folder))
        if not server.practice:
            self._change(lambda memory: _with_process(memory, origin(server.base_url), process.id))

    def keep_folder(self, folder: Path) -> None:
        """The folder just chosen."""
        self._change(lambda memory: replace(memory, save_to=folder))

    def keep_server(self, server: Server) -> None:
        """The server just connected to."""
        last = LastServer(server.base_url, server.sign_in, server.api_key_header, server.label)
        self._change(lambda memory: replace(memory, server=last))

    def keep_connection(self, connection_id: str) -> None:
        """The connection of the settings that came into use."""
        if connection_id != self.last_connection():
            self._change(lambda memory: replace(memory, connection=connection_id))

    def last_connection(self) -> str:
        """The id of the one used last, or ""; it may have been removed since."""
        return self._file.load().connection

    def keep_window(self, window: MainWindow) -> None:
        """Size and place."""
        geometry = base64.b64encode(window.state()).decode()
        self._change(lambda memory: replace(memory, geometry=geometry))

    def _change(self, change: Callable[[Memory], Memory]) -> None:
        with suppress(SavingProblem):
            self._file.change(change)


def _with_process(memory: Memory, at: str, process_id: int) -> Memory:
    habits = memory.habits_of(at)
    ids = tuple(dict.fromkeys((*habits.process_ids, process_id)))
    return memory.with_habits(at, replace(habits, process_ids=ids, last_process_id=process_id))
