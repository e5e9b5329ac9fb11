"""When .venv is kept and when it is made anew."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from devtools import locks
from devtools.environment import Environment

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
