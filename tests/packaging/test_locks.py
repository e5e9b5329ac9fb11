"""The locked requirements in packaging/, and how they are made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from devtools import locks
from devtools.running import ROOT, WRONG_USE, Stop

PYPROJECT = """
[project]
requires-python = ">=3.11"
dependencies = ["httpx>=0.28"]
[project.optional-dependencies]
dev = ["pytest>=9"]
[tool.ruff]
line-length = 110
"""


def locked(name: str) -> dict[str, str]:
    """Package -> version; fails on a line that is neither a comment, a pinned package, nor a hash."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    versions = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            found = re.fullmatch(r"([a-z0-9-]+)==(\S+)( ; .*?)?(\s+--hash=sha256:[0-9a-f]{64})+", line)
            assert found, line
            versions[found[1]] = found[2]
    return versions


@pytest.mark.parametrize("name", locks.LEVELS.values())
def test_every_locked_package_has_hashes_and_nothing_of_the_machine_gets_in(name: str) -> None:
    assert len(locked(name)) > 20
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|\s/", text)


def test_both_locks_hold_the_same_versions() -> None:
    run, develop = locked(locks.LEVELS["run"]), locked(locks.LEVELS["develop"])
    assert run.items() < develop.items()


@pytest.mark.parametrize(("level", "name"), locks.LEVELS.items())
def test_the_locked_versions_are_within_the_ranges_of_pyproject(level: str, name: str) -> None:
    pyproject = locks.read_pyproject(ROOT)
    ranges = [*pyproject["project"]["dependencies"], *pyproject["build-system"]["requires"]]
    for extra in locks.EXTRAS[level]:
        ranges += pyproject["project"]["optional-dependencies"][extra]
    versions = locked(name)
    for requirement in map(Requirement, ranges):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder whose locks fit its pyproject.toml."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    for name in locks.LEVELS.values():
        (tmp_path / name).write_text(locks.header(tmp_path) + "httpx==0.28.1\n", encoding="utf-8")
    return tmp_path


def test_locks_are_outdated_once_a_dependency_has_changed(project: Path) -> None:
    (project / "pyproject.toml").write_text(PYPROJECT.replace("httpx>=0.28", "httpx>=0.29"), encoding="utf-8")
    assert locks.outdated(project) == list(locks.LEVELS.values())


def test_locks_stay_current_when_something_else_has_changed(project: Path) -> None:
    (project / "pyproject.toml").write_text(PYPROJECT.replace("110", "120"), encoding="utf-8")
    assert locks.outdated(project) == []


def test_a_missing_lock_is_outdated(project: Path) -> None:
    (project / locks.LEVELS["run"]).unlink()
    assert locks.outdated(project) == [locks.LEVELS["run"]]


def uv_that(does: str, folder: Path) -> str:
    """A stand-in for uv: a script that finds the output file in $output and the arguments in $*."""
    program = folder / "uv"
    find = 'for a in "$@"; do [ "$before" = --output-file ] && output=$a; before=$a; done\n'
    program.write_text(f"#!/bin/sh\n{find}{does}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_locking_keeps_the_old_versions_in_sight_and_writes_current_locks(project: Path) -> None:
    (project / "pyproject.toml").write_text(PYPROJECT.replace("httpx>=0.28", "httpx<0.29"), encoding="utf-8")
    uv = uv_that('grep -q "httpx==0.28.1" "$output" && echo "# $*" >> "$output"', project)
    locks.lock(project, uv, ["--upgrade-package", "httpx"])
    assert locks.outdated(project) == []
    for name in locks.LEVELS.values():
        assert "--upgrade-package httpx" in (project / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "more", [["--help"], ["--upgrade", "--dry-run"], ["--upgrade-package"], ["-P", "-U"], ["httpx"]]
)
def test_with_anything_else_nothing_is_locked_and_nothing_stamped(project: Path, more: list[str]) -> None:
    """uv ends well with --help, and has locked nothing."""
    before = {name: (project / name).read_text(encoding="utf-8") for name in locks.LEVELS.values()}
    (project / "pyproject.toml").write_text(PYPROJECT.replace("httpx>=0.28", "httpx>=0.29"), encoding="utf-8")
    with pytest.raises(Stop, match="takes --upgrade, and --upgrade-package NAME") as stop:
        locks.lock(project, uv_that("true", project), more)
    assert stop.value.exit_code == WRONG_USE
    assert before == {name: (project / name).read_text(encoding="utf-8") for name in before}


def test_each_lock_has_its_header_once(project: Path) -> None:
    locks.lock(project, uv_that("true", project), ["-U", "-P", "httpx", "--upgrade-package=pytest"])
    for name in locks.LEVELS.values():
        text = (project / name).read_text(encoding="utf-8")
        assert text == locks.header(project) + "httpx==0.28.1\n"


def test_the_second_lock_is_bound_to_the_versions_of_the_first(project: Path) -> None:
    locks.lock(project, uv_that('echo "# $*" > "$output"', project), [])
    first, second = (project / name for name in locks.LEVELS.values())
    assert f"--constraint {first}" in second.read_text(encoding="utf-8")
    assert "--constraint" not in first.read_text(encoding="utf-8")


def test_a_lock_that_cannot_be_made_leaves_the_old_one(project: Path) -> None:
    before = {name: (project / name).read_text(encoding="utf-8") for name in locks.LEVELS.values()}
    with pytest.raises(Stop, match="no such version"):
        locks.lock(project, uv_that('echo x > "$output"; echo "no such version"; exit 1', project), [])
    assert before == {name: (project / name).read_text(encoding="utf-8") for name in before}
