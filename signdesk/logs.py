"""Where warnings and our own faults are written down: one small file, never the terminal.

No secret reaches a logger (`seal_api.sign_in` redacts, the HTTP libraries' loggers are closed there), and no
document content does.
"""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

from signdesk.domain.settings import LogLevel
from signdesk.platform import SYSTEM
from signdesk.platform.files import PRIVATE, make_folder, write_all
from signdesk.platform.locks import lies_at

LARGEST_BYTES = 1_000_000
_OURS = logging.getLogger("signdesk")
_LEVELS = {
    LogLevel.ERROR: logging.ERROR,
    LogLevel.WARNING: logging.WARNING,
    LogLevel.INFO: logging.INFO,
    LogLevel.DEBUG: logging.DEBUG,
}


def keep_log(file: Path) -> logging.Handler:
    """Warnings and worse go to `file`, made (0600) when there is something to say; see `tell`.

    Without it Python would print them, tracebacks included, on the user's terminal. Returns the handler, for
    `logging.getLogger().removeHandler`.
    """
    with contextlib.suppress(OSError):
        make_folder(file.parent, PRIVATE)
    handler = _LogFile(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def tell(level: LogLevel) -> None:
    """From now on the log tells this much. Of the libraries it never tells more than their warnings."""
    number = _LEVELS[level]
    _OURS.setLevel(number if number < logging.WARNING else logging.NOTSET)
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LogFile):
            handler.setLevel(number)


class _LogFile(logging.Handler):
    """Open for one record at a time, so that several processes can write to one file and replace it. A log
    that cannot be written is no reason to write tracebacks to the terminal.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Drops what cannot be formatted or written."""
        with contextlib.suppress(Exception):
            line = f"{self.format(record)}\n".encode("utf-8", "backslashreplace")
            with contextlib.suppress(OSError):  # no file, or another process is at it
                self._roll_over(len(line))
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                if hasattr(os, "fchmod"):  # also where an earlier version made it for others
                    with contextlib.suppress(OSError):
                        os.fchmod(descriptor, 0o600)
                write_all(descriptor, line)
            finally:
                os.close(descriptor)

    def _roll_over(self, more_bytes: int) -> None:
        """The full file becomes the older one. Whoever finds it full first has the lock; a file that has
        become the older one meanwhile is left alone.
        """
        size_bytes = self._file.stat().st_size
        if not size_bytes or size_bytes + more_bytes <= LARGEST_BYTES:
            return
        descriptor, closes_first = os.open(self._file, os.O_RDWR), not SYSTEM.removes_open_files
        with os.fdopen(descriptor, "rb") as full:
            SYSTEM.lock(descriptor)
            if not lies_at(self._file, descriptor):
                return
            if closes_first:
                full.close()
            self._file.replace(self._file.with_name(f"{self._file.name}.1"))
