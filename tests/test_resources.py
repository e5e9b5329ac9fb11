from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import signdesk
from signdesk.resources import resource

PACKAGE = Path(signdesk.__file__).parent


def test_the_checkout_has_its_icons() -> None:
    assert resource("icons", "check.svg").read_text(encoding="utf-8").startswith("<svg")


def test_something_that_is_nowhere_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no such\.svg"):
        resource("icons", "no such.svg")


def test_an_installed_wheel_finds_its_own_copy(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(PACKAGE, site / "signdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parent / "resources" / "icons", site / "signdesk" / "_resources" / "icons")
    script = "from signdesk.resources import resource; print(resource('icons', 'check.svg'))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=site,
        env={"PYTHONPATH": str(site)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == str(site / "signdesk" / "_resources" / "icons" / "check.svg")


def test_a_frozen_program_looks_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "resources" / "icons" / "check.svg"
    frozen.parent.mkdir(parents=True)
    frozen.write_text("<svg/>")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons", "check.svg") == frozen
