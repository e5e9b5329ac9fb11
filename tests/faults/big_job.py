"""python -m tests.faults.big_job URL FOLDER SIZE LIMIT (bytes): one job with one huge document in a process
whose memory is limited. Prints how it ended and how much memory it used at most (JSON).
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from signdesk.domain.batches import Batch, new_batch
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Process, Server
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.session import Session
from signdesk.storage.folders import Folders
from signdesk.storage.intake import take_in
from signdesk.storage.memory import MemoryFile


async def run(url: str, folder: Path, size_bytes: int) -> Batch:
    source = folder / "Scans.tif"
    with source.open("wb") as file:
        file.truncate(size_bytes)
    taken = await asyncio.to_thread(take_in, [source])
    folders = Folders(folder / "data")
    memory = MemoryFile(folders.memory_file)
    notes = AsyncJournal(folders.journal_file, memory)
    await notes.open()
    server = Server(url, accept_form=AcceptForm.PATH, numbering=Numbering.NEWER)
    session = Session(
        server, Credentials(), folders=folders, memory=memory, journal=notes, publish=lambda batch: None
    )
    try:
        order = new_batch(taken.documents, Process(1, "Seal"), server, folder / "Sealed", datetime.now(UTC))
        return await session.sign(order)
    finally:
        await session.close()
        await notes.close()


def _status(name: str) -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{name}:"))


def main(url: str, folder: str, size_bytes: str, limit_bytes: str) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (int(limit_bytes), int(limit_bytes)))
    batch = asyncio.run(run(url, Path(folder), int(size_bytes)))
    peak_bytes = 1024 * int(_status("VmHWM").removesuffix("kB"))  # ru_maxrss begins with the parent's
    told = {"state": batch.state, "reason": batch.reason, "message": batch.message, "peak_bytes": peak_bytes}
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
