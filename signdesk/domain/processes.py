"""Signing processes. The server has no method that lists them (signdesk/README.md, Interface)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signdesk.domain.messages import msg


class ProcessKind(StrEnum):
    """Decides the verb on the button and what counts as success."""

    SEAL = "seal"
    VALIDATE = "validate"
    TIMESTAMP = "timestamp"


@dataclass(frozen=True, slots=True)
class Process:
    """One process of one server. `sentence` explains it to the person who chooses it. `changes_documents`:
    its server is known to rewrite a document before it seals it, which then counts as asked for.
    """

    id: int
    label: str
    kind: ProcessKind = ProcessKind.SEAL
    sentence: str = ""
    changes_documents: bool = False


def unnamed(process_id: int) -> Process:
    """A process that nobody has named: kind seal, labelled "Process 12"."""
    return Process(process_id, msg("Process {number}", number=process_id))
