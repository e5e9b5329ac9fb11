"""The list of documents that nobody has ordered yet, as it is kept between two starts. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UnsentDocument:
    """One file of the list. `listed_at`: when it was added, aware. `given_name`: the name it is to be sent
    under, where a person gave one. `sha256`: of its content when it was checked, "" where it never was: a
    file that has changed since then is not the one that was added. `origin`: the file of which `path` is our
    own copy. `forced`: a person wants that content sent although sealing may harm it.
    """

    path: Path
    listed_at: datetime
    given_name: str = ""
    sha256: str = ""
    origin: Path | None = None
    forced: bool = False


@dataclass(frozen=True, slots=True)
class ChosenProcess:
    """What the list was to be sent with: the process's number at the server with this address."""

    base_url: str
    process_id: int


@dataclass(frozen=True, slots=True)
class UnsentList:
    """In the order in which the documents were added."""

    documents: tuple[UnsentDocument, ...] = ()
    chosen: ChosenProcess | None = None
