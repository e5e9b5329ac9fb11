"""A report out of a saved ZIP, as a file that a program can open. Blocking; worker threads only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from signdesk.domain.batches import Batch, ResultFile
from signdesk.domain.errors import ResultProblem, SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.restoring import restored_names
from signdesk.jobs.digests import BLOCK_BYTES, sha256_of
from signdesk.storage.archive import read_archive

FOLDER = "reports"


def report_file(batch: Batch, report: ResultFile, work: Path) -> Path:
    """Where it lies: unpacked already, or copied into `work` now, in the place of the last one.

    Raises SavingProblem where the ZIP is gone, is not the one that was saved, or cannot be copied from.
    """
    if batch.saved_to is None or sha256_of(batch.saved_to) != batch.result_sha256:
        raise SavingProblem(msg("The saved ZIP was moved or changed, so its reports cannot be opened."))
    try:
        archive = read_archive(batch.saved_to, [one.sent_name for one in batch.documents], batch.sent_bytes)
    except ResultProblem as error:
        raise SavingProblem(str(error)) from error
    entries = [one.name for one in archive.entries]
    name = dict(zip(entries, restored_names(batch.documents, entries), strict=True))[report.name]
    if batch.unpacked_to is not None and sha256_of(batch.unpacked_to / name) == report.sha256:
        return batch.unpacked_to / name
    entry = next(one for one in archive.entries if one.name == report.name)
    try:
        target = _fresh_folder(work) / name
        with archive.open_entry(entry, work) as source, target.open("xb") as file:
            shutil.copyfileobj(source, file, BLOCK_BYTES)
    except OSError as error:
        why = error.strerror or "?"
        raise SavingProblem(msg("The report could not be copied for reading: {why}.", why=why)) from error
    return target


def forget_reports(work: Path) -> None:
    """Deletes the copy that was made for reading, if there is one."""
    shutil.rmtree(work / FOLDER, ignore_errors=True)


def _fresh_folder(work: Path) -> Path:
    """Each time another name: the program that reads the last one may still hold it."""
    forget_reports(work)
    folder = work / FOLDER / os.urandom(4).hex()
    folder.mkdir(mode=0o700, parents=True)
    return folder
