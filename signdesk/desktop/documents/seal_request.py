"""What one press of the primary button orders, as a value: shown by the button, ordered as shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import Document
from signdesk.domain.processes import Process
from signdesk.jobs.session import Session


@dataclass(frozen=True, slots=True)
class SealRequest:
    """Made from what the window shows, never again from widgets once the button was pressed. `session`: the
    sign-in of the connection in use; None where none is, and then nothing can be ordered.
    """

    documents: tuple[Document, ...]
    process: Process
    session: Session | None
    folder: Path
    again: bool = False  # a person wants these sealed a second time
