"""A batch on the practice server: its package, and the published statuses that it passes after accept."""

from __future__ import annotations

import asyncio
import datetime
import errno
import shutil
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from signdesk.domain.reports import Status

if TYPE_CHECKING:
    from signdesk.practice.processing import DocumentProcessor

SEAL, CHECK = 1, 2


class BadPackage(Exception):
    """The upload is no ZIP as the page wants it: flat, sound, with at least one document."""


@dataclass(slots=True)
class BatchDocument:
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
    created_at: str = field(default_factory=lambda: f"{datetime.datetime.now():%Y-%m-%d %H:%M:%S}")
    status: Status = Status.NEW
    documents: list[BatchDocument] = field(default_factory=list)
    result: Path | None = None
    work: asyncio.Task[None] | None = None

    @property
    def package(self) -> Path:
        """Where the uploaded ZIP is spooled."""
        return self.folder / "package.zip"


class ServerLifecycle:
    """Takes accepted batches to CLOSED, on the server's loop; what blocks is done in worker threads."""

    def __init__(self, processor: DocumentProcessor, pace_s: float) -> None:
        """`pace_s`: how long each status lasts, and each document."""
        self._processor = processor
        self._pace_s = pace_s

    def begin(self, batch: PracticeBatch) -> None:
        """The batch is ACCEPTED, and the rest follows by itself."""
        batch.status = Status.ACCEPTED
        batch.work = asyncio.create_task(self.run(batch))

    async def run(self, batch: PracticeBatch) -> None:
        """From ACCEPTED to CLOSED."""
        for status in (Status.ACCEPTED, Status.READY, Status.IN_PROGRESS):
            batch.status = status
            await self.pause(batch)
        processed = []
        for document in batch.documents:
            processed.append(await asyncio.to_thread(self._processor.process, batch, document))
            await self.pause(batch)
        batch.status = Status.FINISHING
        target = batch.folder / "result.zip"
        await asyncio.to_thread(self._processor.write_result, batch, processed, target)
        await self.pause(batch)
        batch.result, batch.status = target, Status.CLOSED

    async def pause(self, batch: PracticeBatch) -> None:
        """Awaited after each step of the batch."""
        await asyncio.sleep(self._pace_s)


def unpack(package: Path, folder: Path) -> list[BatchDocument]:
    """The documents of an uploaded ZIP, each in a file of its own with a name of ours. Blocking.

    Raises BadPackage, and OSError when they cannot be written.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            infos = archive.infolist()
            _refuse_names([one.filename for one in infos])
            documents = []
            for number, info in enumerate(infos):
                path = folder / f"document-{number}"
                with archive.open(info) as source, path.open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 18)
                documents.append(BatchDocument(info.filename, path))
            return documents
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
