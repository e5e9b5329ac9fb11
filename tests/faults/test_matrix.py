"""The table against the tests: every cell is exercised, or says why not yet."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import tests.faults
from tests.faults.matrix import COLUMNS, LATER, ROWS, Cell, cells


def _marked() -> Iterator[Any]:
    for module in pkgutil.iter_modules(tests.faults.__path__, "tests.faults."):
        found = vars(importlib.import_module(module.name))
        yield from (value for name, value in found.items() if name.startswith("test_"))


def exercised() -> set[Cell]:
    """The cells that tests claim, and for those with parameters: only what their kinds stand for."""
    found: set[Cell] = set()
    for test in _marked():
        claimed: set[Cell] = getattr(test, "proves", set())
        kinds = {
            kind.values[0].cell
            for mark in getattr(test, "pytestmark", [])
            if mark.name == "parametrize" and mark.args[0] == "kind"
            for kind in mark.args[1]
            if not kind.marks
        }
        assert not kinds or claimed <= kinds, f"{test.__name__} claims {claimed - kinds}"
        found |= claimed
    return found


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 32
    assert all(tuple(line) == COLUMNS and all(line.values()) for line in ROWS.values())


def test_every_cell_is_exercised_or_says_why_not() -> None:
    all_cells, proved = set(cells()), exercised()
    assert proved | set(LATER) == all_cells
    assert proved & set(LATER) == set()
    assert all(LATER.values())
