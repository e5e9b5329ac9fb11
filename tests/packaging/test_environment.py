"""When .venv is kept and when it is made anew."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

from devtools import locks
from devtools.environment import Environment
from devtools.running import NEEDS_INSTALLING, Stop
from tests.storage.conftest import public_folder, without_root

__all__ = ["public_folder"]

PYPROJECT = """
[build-system]
requires = ["hatchling"]
[project]
dependencies = ["httpx"]
[tool.ruff]
line-length = 110
"""


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """One that was made from what lies beside it, with all that is needed to run."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    for name in locks.LEVELS.values():
        (tmp_path / name).write_text("httpx==0.28.1\n", encoding="utf-8")
    made = Environment(tmp_path)
    python = Path(made.program("python"))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    stamp = {"made_from": made.fingerprint(), "level": "run"}
    (made.folder / "signdesk-environment.json").write_text(json.dumps(stamp), encoding="utf-8")
    return made


def level_there(environment: Environment) -> str | None:
    return environment.level_there(environment.fingerprint())


def test_an_environment_made_from_the_same_is_left_as_it_is(
    environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.require("run")
    assert capsys.readouterr().out == ""  # everything that is done is said


@pytest.mark.parametrize("name", locks.LEVELS.values())
def test_a_changed_lock_makes_it_unfit(environment: Environment, name: str) -> None:
    (environment.root / name).write_text("httpx==0.28.2\n", encoding="utf-8")
    assert level_there(environment) is None


def test_a_changed_project_makes_it_unfit_and_changed_settings_of_tools_do_not(
    environment: Environment,
) -> None:
    pyproject = environment.root / "pyproject.toml"
    pyproject.write_text(PYPROJECT.replace("110", "100"), encoding="utf-8")
    assert level_there(environment) == "run"
    pyproject.write_text(PYPROJECT.replace('"httpx"', '"httpx", "keyring"'), encoding="utf-8")
    assert level_there(environment) is None


def test_one_made_by_another_program_is_unfit(environment: Environment) -> None:
    (environment.folder / "signdesk-environment.json").unlink()
    assert level_there(environment) is None


def test_one_whose_python_is_gone_is_unfit(environment: Environment) -> None:
    Path(environment.program("python")).unlink()
    assert level_there(environment) is None


def test_one_that_was_copied_from_another_place_is_unfit(environment: Environment) -> None:
    moved = environment.root.with_name("moved")
    environment.root.rename(moved)
    assert level_there(Environment(moved)) is None


def test_without_a_network_it_is_said_what_is_needed(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By pip itself, whose package index does not answer."""
    for name, value in {"INDEX_URL": "http://127.0.0.1:9/simple", "RETRIES": "0", "NO_INPUT": "1"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    lock = environment.root / locks.LEVELS["develop"]
    lock.write_text(f"not-to-be-had-here==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    # The pip that these tests run with, and nothing else of their environment: whatever it did, it did there.
    found = importlib.util.find_spec("pip")
    assert found is not None
    assert found.origin is not None
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = environment.folder / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (packages / "pip").symlink_to(Path(found.origin).parent)
    (environment.folder / "pyvenv.cfg").write_text((Path(sys.prefix) / "pyvenv.cfg").read_text())
    stamp = {"made_from": environment.fingerprint(), "level": "run"}
    (environment.folder / "signdesk-environment.json").write_text(json.dumps(stamp), encoding="utf-8")
    with pytest.raises(Stop) as stop:
        environment.require("develop")
    lines = str(stop.value).splitlines()
    assert lines[0] == "The locked Python packages (about 330 MB) could not be fetched."
    assert "PIP_FIND_LINKS" in lines[1]
    assert lines[2].startswith("pip said: ERROR: ")
    assert (len(lines), stop.value.exit_code) == (3, NEEDS_INSTALLING)


def test_a_checkout_that_cannot_be_written_to_is_said(public_folder: Path) -> None:
    (public_folder / "packaging").mkdir()
    (public_folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    for name in locks.LEVELS.values():
        (public_folder / name).write_text("httpx==0.28.1\n", encoding="utf-8")
    public_folder.chmod(0o555)
    with without_root(), pytest.raises(Stop) as stop:
        Environment(public_folder).require("run")
    assert str(stop.value).startswith(f"You may not write into {public_folder}, where the folder .venv ")
    assert stop.value.exit_code == NEEDS_INSTALLING
