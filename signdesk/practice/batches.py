"""A batch on the practice server: what it holds, what separates its steps, and how a package is read.

The steps themselves are in `course`, what is done to documents in `work`.
"""

from __future__ import annotations

import asyncio
import datetime
import errno
import shutil
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from signdesk.domain.reports import Status
from signdesk.practice.dialect import Steps

SEAL, CHECK = 1, 2


class BadPackage(Exception):
    """The upload is no ZIP as the page wants it: flat, sound, with at least one document."""


@dataclass(slots=True)
class Held:
    """One document of a batch. The flags are those of BatchStatus."""

    name: str
    path: Path
    signed: bool = False
    success: bool = False


@dataclass(slots=True)
class PracticeBatch:
    """Everything about one batch. `folder` is its own; `result` is there from CLOSED on."""

    id: int
    process_id: int
    folder: Path
    pace: Pace
    created_at: str = field(default_factory=lambda: f"{datetime.datetime.now():%Y-%m-%d %H:%M:%S}")
    status: Status = Status.NEW
    documents: list[Held] = field(default_factory=list)
    result: Path | None = None
    course: asyncio.Task[None] | None = None

    @property
    def package(self) -> Path:
        """Where the uploaded ZIP is spooled."""
        return self.folder / "package.zip"


class Pace:
    """What lies between two steps of a batch: some time, or a question by the client."""

    def __init__(self, pace_s: float, steps: Steps) -> None:
        self._pace_s = pace_s
        self._by_poll = steps is Steps.BY_POLL
        self._turns = asyncio.Semaphore(0)
        self._waiting = asyncio.Event()
        self._waiting.set()

    async def step(self) -> None:
        """Awaited by the course before each step."""
        if not self._by_poll:
            await asyncio.sleep(self._pace_s)
            return
        self._waiting.set()
        await self._turns.acquire()

    def end(self) -> None:
        """The course takes no more steps."""
        self._waiting.set()

    async def asked(self) -> None:
        """Awaited before BatchStatus is answered: a step that is under way ends first."""
        if self._by_poll:
            await self._waiting.wait()

    def answered(self, running: bool) -> None:
        """BatchStatus has read the status: the next step may begin."""
        if self._by_poll and running:
            self._waiting.clear()
            self._turns.release()


def unpack(package: Path, folder: Path) -> list[Held]:
    """The documents of an uploaded ZIP, each in a file of its own with a name of ours. Blocking.

    Raises BadPackage, and OSError when they cannot be written.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            infos = archive.infolist()
            _refuse_names([one.filename for one in infos])
            held = []
            for number, info in enumerate(infos):
                path = folder / f"document-{number}"
                with archive.open(info) as source, path.open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 18)
                held.append(Held(info.filename, path))
            return held
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError) as error:
        raise BadPackage("The package is not a sound ZIP.") from error
    except OSError as error:
        # zipfile seeks to wherever a damaged directory points, even before the file's beginning.
        if error.errno != errno.EINVAL:
            raise
        raise BadPackage("The package is not a sound ZIP.") from error


def _refuse_names(names: list[str]) -> None:
    if not names or len(set(names)) != len(names) or any("/" in one or "\\" in one for one in names):
        raise BadPackage("The package must be a flat ZIP with at least one document.")
