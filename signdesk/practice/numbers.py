"""Numbers of practice batches: each once in a data folder, also after the server was started anew.

A real server never gives a number twice; a batch that a former practice server had must not be taken for a
newer one.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

FIRST = 2123
_LARGEST = 10**9
_LONGEST_BYTES = 20


class Numbers:
    """`path`: where the last one is noted; what cannot be read or written there begins anew, and still rises
    while the server runs. Two servers that are asked in the same instant may give the same one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = FIRST - 1

    def __call__(self) -> int:
        """The next one. Never raises."""
        self._last = max(self._last, self._noted()) + 1
        with suppress(OSError):
            self._path.write_text(f"{self._last}\n", "ascii")
        return self._last

    def _noted(self) -> int:
        try:
            with self._path.open("rb") as file:
                noted = int(file.read(_LONGEST_BYTES))
        except (OSError, ValueError):
            return 0
        return noted if noted < _LARGEST else 0
