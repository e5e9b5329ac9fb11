"""Plants one defect after the other in a copy of this checkout and runs the tests that must catch it.

A reliability test that has never failed proves nothing (signdesk/README.md, P20). Each defect is a small
change of one function (`changes`), and names its tests; only those run. `python -m tests.defects` is the
command.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.defects.changes import Change
from tests.defects.editing import changed
from tests.defects.nodes import PlaceNotFoundError, found

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
LIMIT_S = 600
UNHARMED_LIMIT_S = 3600
_COPIED = (
    "signdesk",
    "resources",
    "tests",
    "packaging",
    "pyproject.toml",
    "README.md",
    ".ci",
    ".github",
    ".pre-commit-config.yaml",
)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
_ALL_PASSED, _SOME_FAILED = 0, 1  # pytest's exit codes; every other one means that it could not run them


@dataclass(frozen=True)
class Defect:
    """`at`: "package.module:Class.function", as it is called in the code (without a name: the module's own
    statements). A function that has moved to another module is found by its name, if only one has it.
    `tests` are pytest's node ids or files, of which those with `keyword` run.
    """

    name: str
    at: str
    change: Change
    tests: tuple[str, ...]
    keyword: str = ""
    also: tuple[tuple[str, Change], ...] = ()  # more of the same kind, each at its own place

    @property
    def changes(self) -> tuple[tuple[str, Change], ...]:
        """All of them: where one wrong line is caught by a second line behind it."""
        return ((self.at, self.change), *self.also)

    def plant_in(self, root: Path) -> None:
        """Raises PlaceNotFoundError, with this defect's name, where the code no longer has such a place."""
        for at, change in self.changes:
            module, _, function = at.partition(":")
            try:
                path = module_with(root, module, function)
                source = path.read_text(encoding="utf-8")
                path.write_text(changed(source, function, change), encoding="utf-8")
            except (OSError, PlaceNotFoundError) as error:
                raise PlaceNotFoundError(f"“{self.name}” in {module}: {error}") from error


def module_with(root: Path, module: str, function: str) -> Path:
    """The file of this module; where it has no such function (any more), the only other one that has it."""
    path = root / Path(*module.split(".")).with_suffix(".py")
    if not function or (path.is_file() and _has(path, function)):
        return path
    others = [one for one in (root / module.partition(".")[0]).rglob("*.py") if _has(one, function)]
    if len(others) != 1:
        raise PlaceNotFoundError(f"{len(others) or 'no'} modules with “{function}”")
    return others[0]


def _has(path: Path, function: str) -> bool:
    source = path.read_text(encoding="utf-8")
    if function.rpartition(".")[2] not in source:
        return False
    try:
        found(ast.parse(source), function)
    except PlaceNotFoundError:
        return False
    return True


class Verdict(Enum):
    """What became of a planted defect."""

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    NOT_RUN = "NOT RUN"


@dataclass(frozen=True)
class Finding:
    """`said`: the end of what pytest printed."""

    defect: Defect
    verdict: Verdict
    said: str


def plant(defects: Sequence[Defect], folder: Path) -> Iterable[Finding]:
    """One finding for each, in order, as soon as it is known. The copies lie in the folder, and go again."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(
            lambda numbered: _planted(folder / str(numbered[0]), numbered[1]), _count(defects)
        )


def passes_unharmed(defects: Sequence[Defect], folder: Path) -> tuple[bool, str]:
    """Whether all tests that the defects name pass where nothing is planted."""
    copy = _copied(folder / "unharmed")
    code, said = _run(
        copy, sorted({test for defect in defects for test in defect.tests}), "", UNHARMED_LIMIT_S
    )
    return code == _ALL_PASSED, said


def _count(defects: Sequence[Defect]) -> list[tuple[int, Defect]]:
    return list(enumerate(defects))


def _planted(folder: Path, defect: Defect) -> Finding:
    copy = _copied(folder)
    try:
        defect.plant_in(copy)
    except PlaceNotFoundError as error:
        return Finding(defect, Verdict.NOT_RUN, str(error))
    code, said = _run(copy, defect.tests, defect.keyword)
    shutil.rmtree(copy)
    verdicts = {_ALL_PASSED: Verdict.SURVIVED, _SOME_FAILED: Verdict.CAUGHT}
    return Finding(defect, verdicts.get(code, Verdict.NOT_RUN), said)


def _copied(folder: Path) -> Path:
    folder.mkdir()
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(source, folder / name)
    return folder


def _run(copy: Path, tests: Sequence[str], keyword: str, limit_s: float = LIMIT_S) -> tuple[int, str]:
    """pytest's exit code and the end of its output, which goes to a file of the copy: a planted leak is
    printed by the test that catches it. The copy comes first on Python's path.
    """
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    if keyword:
        command += ["-k", keyword]
    environment = {**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"}
    said = copy / "said.txt"
    with said.open("wb") as output:
        try:
            ended = subprocess.run(
                command, cwd=copy, env=environment, stdout=output, stderr=output, timeout=limit_s, check=False
            )
        except subprocess.TimeoutExpired:
            return _SOME_FAILED, f"no end after {limit_s} s"
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return ended.returncode, "\n".join(lines[-6:])
