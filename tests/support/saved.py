"""What lies in a folder of results: the results, and the receipts beside them."""

from __future__ import annotations

import re
from pathlib import Path

from signdesk.domain.receipts import batch_of
from signdesk.storage.receipts import read_receipt

ENDINGS = (".csv", ".html", ".json")
_RECEIPT = re.compile(r" receipt( \(\d+\))?\.(csv|html|json)")


def is_receipt(path: Path) -> bool:
    """By its name."""
    return _RECEIPT.search(path.name) is not None


def saved_in(folder: Path) -> list[Path]:
    """Everything but receipts, sorted; nothing where there is no such folder."""
    return sorted(path for path in folder.iterdir() if not is_receipt(path)) if folder.is_dir() else []


def assert_receipted(folder: Path) -> None:
    """Every ZIP has the three files of its receipt, once, and no receipt is without its ZIP."""
    receipts = sorted(path.name for path in folder.iterdir() if is_receipt(path))
    wanted = [f"{path.stem} receipt{ending}" for path in folder.glob("*.zip") for ending in ENDINGS]
    assert receipts == sorted(wanted)
    for path in folder.glob("*.zip"):
        assert batch_of(read_receipt(folder / f"{path.stem} receipt.json")).saved_to == path
