"""Plants one defect after the other in a copy of this checkout and runs the tests that must catch it.

A reliability test that has never failed proves nothing (reliability.md promise P20). Each defect is one
replacement of source text, and names its tests; only those run. `python -m tests.defects` is the command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
LIMIT_S = 600
UNHARMED_LIMIT_S = 3600
_COPIED = ("signdesk", "resources", "tests", "packaging", "pyproject.toml", "README.md", ".ci")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
_ALL_PASSED, _SOME_FAILED = 0, 1  # pytest's exit codes; every other one means that it could not run them


@dataclass(frozen=True)
class Defect:
    """`old` stands exactly once in `file`; `tests` are pytest's node ids or files."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    keyword: str = ""
    also: tuple[tuple[str, str, str], ...] = ()  # more of the same kind: file, old, new

    @property
    def changes(self) -> tuple[tuple[str, str, str], ...]:
        """All of file, old, new: where one wrong line is caught by a second line behind it."""
        return ((self.file, self.old, self.new), *self.also)


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


def occurrences(defect: Defect) -> list[int]:
    """How often each text to replace stands in its file."""
    return [(ROOT / file).read_text(encoding="utf-8").count(old) for file, old, _ in defect.changes]


def plant(defects: Sequence[Defect]) -> Iterable[Finding]:
    """One finding for each, in order, as soon as it is known."""
    with TemporaryDirectory() as name, ThreadPoolExecutor(AT_ONCE) as pool:
        folder = Path(name)
        yield from pool.map(
            lambda numbered: _planted(folder / str(numbered[0]), numbered[1]), _count(defects)
        )


def passes_unharmed(defects: Sequence[Defect]) -> tuple[bool, str]:
    """Whether all tests that the defects name pass where nothing is planted."""
    with TemporaryDirectory() as name:
        copy = _copied(Path(name) / "unharmed")
        code, said = _run(
            copy, sorted({test for defect in defects for test in defect.tests}), "", UNHARMED_LIMIT_S
        )
        return code == _ALL_PASSED, said


def _count(defects: Sequence[Defect]) -> list[tuple[int, Defect]]:
    return list(enumerate(defects))


def _planted(folder: Path, defect: Defect) -> Finding:
    copy = _copied(folder)
    for file, old, new in defect.changes:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            return Finding(defect, Verdict.NOT_RUN, f"{file} no longer holds the text, or more than once")
        path.write_text(text.replace(old, new), encoding="utf-8")
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
    """pytest's exit code and the end of its output. The copy comes first on Python's path."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    if keyword:
        command += ["-k", keyword]
    environment = {**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"}
    try:
        ended = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=limit_s, check=False
        )
    except subprocess.TimeoutExpired:
        return _SOME_FAILED, f"no end after {limit_s} s"
    return ended.returncode, "\n".join(ended.stdout.strip().splitlines()[-6:])
