"""What must not be done while a line of the settings or of the policy cannot be read.

The files are read anew each time, so that a slip counts from the moment it is made until it is mended.
"""

from __future__ import annotations

from signdesk.domain.batches import Batch
from signdesk.domain.messages import Message, msg
from signdesk.domain.servers import Server
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_reading import Complaint


class SettingsGuard:
    """Blocking but quick; any thread; never raises. Without a file everything is allowed."""

    def __init__(self, file: SettingsFile | None = None) -> None:
        self._file = file

    @property
    def watches(self) -> bool:
        """Whether there is a file at all; without one, no thread need be asked."""
        return self._file is not None

    def keeps_everything(self) -> bool:
        """Whether nothing may be deleted: no copy on a server, no row of the history."""
        return self._file is not None and bool(self._file.load().slips)

    def obstacle(self, server: Server, connection_id: str = "") -> str:
        """Why nothing may be ordered there; "" where it may. Practice costs nothing and goes on."""
        if self._file is None or server.practice:
            return ""
        loaded = self._file.load()
        if not connection_id:
            meant = loaded.settings.connection_to(server.base_url)
            connection_id = meant.id if meant is not None else ""
        found = loaded.order_obstacle(connection_id)
        return nothing_ordered(found) if found is not None else ""

    def obstacle_of(self, batch: Batch) -> str:
        """The same for a batch that was made earlier and whose sealing has surely not begun."""
        return self.obstacle(batch.server, batch.connection_id) if batch.is_surely_unsealed else ""


def nothing_ordered(complaint: Complaint) -> Message:
    """The sentence about an obstacle."""
    return msg("Nothing is sealed until this is corrected: {place}", place=str(complaint))
