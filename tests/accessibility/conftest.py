"""A desktop for each test of this room; nothing of it is left afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.samples import a_pdf
from tests.support.screen_desktop import Desktop, a_desktop


@pytest.fixture
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """With a bus, an X server and the registry of accessibles, none of which the user's own programs see."""
    with a_desktop(tmp_path_factory.mktemp("desktop")) as made:
        yield made


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Two that can be sealed."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "Invoice 17.pdf").write_bytes(a_pdf("Invoice 17"))
    (folder / "Price list.csv").write_bytes(b"pen;1\nink;2\n")
    return sorted(folder.iterdir())
