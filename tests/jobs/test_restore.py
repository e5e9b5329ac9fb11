"""Looking for receipts in folders has its bounds, and follows no link."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.jobs.restore import Bounds, find_receipts


def receipt(folder: Path, name: str = "Letter", size_bytes: int = 10) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name} receipt.json"
    path.write_bytes(b" " * size_bytes)
    return path


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = receipt(tmp_path / "outside")
    there = receipt(tmp_path / "Sealed" / "2026", "Lease")
    (tmp_path / "Sealed" / "other").symlink_to(tmp_path / "outside")
    (tmp_path / "Sealed" / "Copy receipt.json").symlink_to(outside)
    (tmp_path / "Sealed" / "round").symlink_to(tmp_path / "Sealed")
    assert list(find_receipts([tmp_path / "Sealed", tmp_path / "Sealed", tmp_path / "gone"])) == [there]


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        (Bounds(), 6),
        (Bounds(receipts=2), 2),
        (Bounds(entries=3), 3),
        (Bounds(size_bytes=35), 3),
        (Bounds(time_s=0.0), 0),
    ],
)
def test_it_ends_at_each_bound(tmp_path: Path, bounds: Bounds, found: int) -> None:
    for number in range(6):
        receipt(tmp_path / "Sealed", str(number))
    assert len(list(find_receipts([tmp_path / "Sealed"], bounds))) == found
