"""Where warnings and our own faults are written down: one small file, never the terminal.

No secret reaches a logger (`seal_api.sign_in` redacts, the HTTP libraries' loggers are closed there), and no
document content does.
"""

from __future__ import annotations

import contextlib
import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from signdesk.domain.settings import LogLevel
from signdesk.platform.files import make_folder

LARGEST_BYTES = 1_000_000
OLDER_FILES = 1
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
        make_folder(file.parent, 0o700)
    handler = _Quiet(
        file,
        maxBytes=LARGEST_BYTES,
        backupCount=OLDER_FILES,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def tell(level: LogLevel) -> None:
    """From now on the log tells this much. Of the libraries it never tells more than their warnings."""
    number = _LEVELS[level]
    _OURS.setLevel(number if number < logging.WARNING else logging.NOTSET)
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _Quiet):
            handler.setLevel(number)


class _Quiet(RotatingFileHandler):
    """A log that cannot be written is no reason to write tracebacks to the terminal."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drops the record."""

    def _open(self) -> TextIOWrapper:
        """For this user alone, also where an earlier version made it otherwise."""
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if hasattr(os, "fchmod"):
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)
