"""What the dialog is given beside the file and the keyring: the doctor, and facts about this machine."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from signdesk.domain.connections import Access
from signdesk.domain.servers import Credentials, Server
from signdesk.seal_api.doctor.findings import Finding


class Examine(Protocol):
    """`seal_api.doctor.run_doctor`, which says what is promised. The outer edge for tests."""

    def __call__(
        self,
        server: Server,
        credentials: Credentials,
        access: Access = ...,
        *,
        process_id: int | None = None,
        may_create: bool = False,
    ) -> AsyncGenerator[Finding, None]:
        """A finding for each stage, as soon as it is known."""


@dataclass(frozen=True, slots=True)
class AppInfo:
    """For the page of diagnostics. `folders`: what each is for, and where. `journal` blocks: it is called in
    a worker thread, and gives a sentence.
    """

    version: str
    system: str
    folders: Sequence[tuple[str, Path]]
    journal: Callable[[], str]
