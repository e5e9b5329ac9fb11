"""How much may come back for what was sent: the same figures while it is fetched and when it is checked.

Source: signdesk/README.md, Results (sizes bounded) and P23.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, RefusedResult
from signdesk.domain.messages import msg, size_words

BESIDE_BYTES = 256 << 20  # more than 10 times what was sent: reports and seals of small documents
RESERVE_BYTES = 64_000_000  # of free room, which only an unexpectedly large result has to leave
_RECORD_BYTES = 4096  # of the archive's own, for each entry
_PACKING_BYTES = 16 << 20  # by which packing may lengthen what cannot be packed
_LOOK_EACH_BYTES = 8 << 20


def most_entries(documents: int) -> int:
    """Entries of an archive that came back for so many documents."""
    return 10 * documents + 100


def most_unpacked_bytes(sent_bytes: int) -> int:
    """All that they may hold."""
    return 10 * sent_bytes + BESIDE_BYTES


@dataclass(slots=True)
class Allowance:
    """Of one download, asked before each piece is written. `documents` and `sent_bytes`: what was sent."""

    documents: int
    sent_bytes: int
    _looked_at_bytes: int = 0

    @property
    def most_bytes(self) -> int:
        """No archive that would pass its check is longer."""
        records = most_entries(self.documents) * _RECORD_BYTES
        return most_unpacked_bytes(self.sent_bytes) + records + _PACKING_BYTES

    @property
    def usual_bytes(self) -> int:
        """For which there was room when sealing began."""
        return 2 * self.sent_bytes + RESERVE_BYTES

    def check(self, folder: Path, size_bytes: int) -> None:
        """Whether a download of that size, so far, may go on into `folder`. Blocking. Raises RefusedResult
        for a result that could not be opened anyway, DiskFull where one that is larger than usual would take
        the last room; OSError where the disk does not answer.
        """
        if size_bytes > self.most_bytes:
            raise RefusedResult(
                msg(
                    "The server sent more than {size} and did not come to an end, which is far more than a "
                    "result of these documents can be. SignDesk stopped there and kept nothing of it.",
                    size=size_words(self.most_bytes),
                )
            )
        if size_bytes <= self.usual_bytes or size_bytes < self._looked_at_bytes + _LOOK_EACH_BYTES:
            return
        self._looked_at_bytes = size_bytes
        free_bytes = shutil.disk_usage(folder).free
        if free_bytes < RESERVE_BYTES + _LOOK_EACH_BYTES:
            raise DiskFull(
                msg(
                    "The result is larger than expected, and only {free} are free in “{folder}”. SignDesk "
                    "stopped fetching it, so that the disk does not fill up. Make room, or choose another "
                    "folder.",
                    free=size_words(free_bytes, at_most=True),
                    folder=shown_name(str(folder)),
                )
            )
