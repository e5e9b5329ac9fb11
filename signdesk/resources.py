"""Finds the files of `resources/` wherever the program runs from. Nothing else; no Qt, no reading."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one resource, for example ``resource("icons", "check.svg")``.

    Looks in the frozen program, the checkout, and the installed wheel (pyproject's force-include), in turn.
    Raises FileNotFoundError, which can only mean a broken installation.
    """
    for root in _roots():
        found = root.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError(f"This installation of SignDesk lacks {'/'.join(parts)}.")


def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    roots = (package.parent / "resources", package / "_resources")
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    return (Path(frozen) / "resources", *roots) if frozen else roots
