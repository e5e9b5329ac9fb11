from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import signdesk
from signdesk.resources import resource

PACKAGE = Path(signdesk.__file__).parent


def test_the_checkout_has_its_icons() -> None:
    assert resource("icons", "check.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("name", ["user.md", "user.pl.md", "user.de.md", "administrator.md"])
def test_the_checkout_has_the_manual(name: str) -> None:
    assert resource("manual", name).read_text(encoding="utf-8").startswith("# SignDesk: ")


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


def test_the_wheel_holds_every_resource_and_says_that_it_is_typed(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(PACKAGE.parent)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    files = [path for path in (PACKAGE.parent / "resources").rglob("*") if path.is_file()]
    there = {
        f"signdesk/_resources/{path.relative_to(PACKAGE.parent / 'resources').as_posix()}" for path in files
    }
    assert there <= held
    assert "signdesk/_resources/manual/user.de.md" in held
    assert "signdesk/py.typed" in held


def test_a_frozen_program_looks_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "resources" / "icons" / "check.svg"
    frozen.parent.mkdir(parents=True)
    frozen.write_text("<svg/>")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons", "check.svg") == frozen
