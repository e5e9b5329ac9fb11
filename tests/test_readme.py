"""The README is for a newcomer, so what it names must be there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_what_it_links_to_exists(target: str) -> None:
    assert (ROOT / target).is_file()


@pytest.mark.parametrize("room", re.findall(r"`((?:jobs|storage|domain|desktop)/[a-z_]+\.py)`", README))
def test_the_modules_it_names_exist(room: str) -> None:
    assert (ROOT / "signdesk" / room).is_file()


def test_nothing_else_joins_the_top_level() -> None:
    listed = {"README.md", "packaging", "pyproject.toml", "resources", "signdesk", "tests"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert seen - {"build", "dist"} == listed
