"""The receipt beside a saved result. The ZIP is what was ordered, so a receipt that fails is a warning."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from signdesk import __version__
from signdesk.domain.batches import Batch
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.receipt_page import PageLanguage, receipt_page
from signdesk.domain.receipt_table import receipt_csv
from signdesk.domain.receipts import receipt_of
from signdesk.jobs.job_context import JobContext
from signdesk.storage.receipts import as_json, write_receipt
from signdesk.storage.results import require_mount

MADE_BY = f"SignDesk {__version__}"


async def keep_receipt(run: JobContext, over: Batch) -> tuple[Path, ...] | str:
    """The files, of the batch as it will be when it is over; or the warning. Never raises for the disk."""
    made = asyncio.to_thread(write_receipt_of, over, run.services.clock.now(), run.services.page_language)
    try:
        return await run.uninterrupted(made)
    except SavingProblem as problem:
        return _not_written(problem)


def with_receipt(batch: Batch, made_at: datetime, language: PageLanguage) -> Batch:
    """The batch with its receipt, written for the first time or again; where the disk fails, with a warning
    about that, once. Blocking.
    """
    try:
        return batch.replace(receipts=write_receipt_of(batch, made_at, language))
    except SavingProblem as problem:
        why = _not_written(problem)
        return batch.replace(warnings=(*(one for one in batch.warnings if one != why), why))


def _not_written(problem: SavingProblem) -> str:
    return msg("The receipt could not be written: {why} The saved file is complete.", why=str(problem))


def write_receipt_of(batch: Batch, made_at: datetime, language: PageLanguage) -> tuple[Path, ...]:
    """All forms of it, the page first. Blocking. Raises SavingProblem."""
    require_mount(batch.save_to, batch.mount)
    receipt = receipt_of(batch, made_at, MADE_BY)
    forms = {
        ".html": receipt_page(receipt, language),
        ".csv": receipt_csv(receipt),
        ".json": as_json(receipt),
    }
    return write_receipt(batch, forms)


def has_its_receipt(batch: Batch) -> bool:
    """Where somebody moved it, no second one is put in its old place. Blocking."""
    return bool(batch.receipts) and all(path.exists() for path in batch.receipts)
