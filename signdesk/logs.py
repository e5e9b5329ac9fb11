"""Where warnings and our own faults are written down: one small file, never the terminal.

No secret reaches a logger (`seal_api.sign_in` redacts, the HTTP libraries' loggers are closed there), and no
document content does.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST_BYTES = 1_000_000
OLDER_FILES = 2


def keep_log(folder: Path) -> logging.Handler:
    """Warnings and worse go to `signdesk.log` in `folder`, made when there is something to say.

    Without it Python would print them, tracebacks included, on the user's terminal. Returns the handler, for
    `logging.getLogger().removeHandler`.
    """
    handler = _Quiet(
        folder / "signdesk.log",
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


class _Quiet(RotatingFileHandler):
    """A log that cannot be written is no reason to write tracebacks to the terminal."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drops the record."""
