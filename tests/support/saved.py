"""What lies in a folder of results: the results, and the receipts beside them."""

from __future__ import annotations

import re
from pathlib import Path

from signdesk.domain.receipts import batch_of
from signdesk.storage.receipts import read_receipt

ENDINGS = (".csv", ".html", ".json")
_LAST = {".csv": "\n", ".html": "</html>\n", ".json": "}\n"}
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


def assert_only_whole_receipts(folder: Path) -> None:
    """Where writing a receipt failed, some of its files may be there, each whole, beside their ZIP."""
    stems = {path.stem for path in folder.glob("*.zip")}
    for path in filter(is_receipt, folder.iterdir()):
        assert path.stem.removesuffix(" receipt") in stems
        content = path.read_text(encoding="utf-8")
        assert content.endswith(_LAST[path.suffix])
        if path.suffix == ".json":
            assert batch_of(read_receipt(path)).saved_to in list(folder.glob("*.zip"))
