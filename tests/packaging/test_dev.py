"""What the tasks of packaging/dev.py hand over to, and how wrong use ends."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import dev
from devtools import debian, locks
from devtools.environment import Environment
from devtools.running import ROOT, WRONG_USE
from tests.support.canary import KEY

WITH_OTHERS = ("Xvfb", "pdftotext")  # of the packages that are there for something else, too
EVERYWHERE = ("mount", "sh", "umount")


def test_without_a_task_the_tasks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    listed = capsys.readouterr().out
    for task in ("demo", "test", "long", "defects", "check", "lock"):
        assert f"python3 packaging/dev.py {task}" in listed


def test_the_help_of_a_lock_locks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = [(ROOT / name).read_bytes() for name in locks.LEVELS.values()]
    assert dev.main(["lock", "--help"]) == 0
    assert "--upgrade-package NAME" in capsys.readouterr().out
    assert [(ROOT / name).read_bytes() for name in locks.LEVELS.values()] == before


@pytest.mark.parametrize(
    "arguments", [["dmeo"], ["check", "--fast"], ["demo", "a.pdf"], ["lock", "--dry-run"]]
)
def test_wrong_use_is_said_and_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == WRONG_USE
    assert arguments[-1] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_tried_when_one_is_named(variables: dict[str, str], named: bool) -> None:
    assert dev.display_named(variables) == named


def test_the_demo_hands_the_sample_documents_to_the_window_or_the_command_line(tmp_path: Path) -> None:
    samples = tmp_path / "resources" / "samples"
    samples.mkdir(parents=True)
    names = ["a.pdf", "b.txt", "c.pdf", "d.xml", "e.pdf", "f.csv"]
    for name in reversed(names):
        (samples / name).touch()
    environment = Environment(tmp_path)
    files = [f"resources/samples/{name}" for name in names]
    signdesk = environment.program("signdesk")
    assert dev.demo_command(environment, tmp_path, None) == [signdesk, "--practice", *files]
    job = [signdesk, "sign", "--practice", "--process", "1", "--save-to", "/to", *files]
    assert dev.demo_command(environment, tmp_path, Path("/to")) == job


def test_what_is_set_for_the_user_does_not_reach_the_tests() -> None:
    users = {
        "SIGNDESK_API_KEY": KEY,
        "QT_STYLE_OVERRIDE": "x",
        "LANG": "pl_PL",
        "LC_TIME": "de_DE",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONOPTIMIZE": "1",
        "HOME": "/h",
    }
    expected = {"HOME": "/h", "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    assert dev.environment_for_tests(users) == expected


@pytest.mark.parametrize(
    ("task", "runs"),
    [
        ("test", ["pytest", "tests/jobs"]),
        ("long", ["pytest", "-m", "long", "-n", "2", "--dist", "load", "tests/jobs"]),
        ("defects", ["python", "-m", "tests.defects", "tests/jobs"]),
    ],
)
def test_whatever_runs_tests_installs_first_what_they_call(
    task: str, runs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(debian, "require", lambda _, *needed: told.append(needed))
    monkeypatch.setattr(Environment, "require", lambda *_: None)
    monkeypatch.setattr(dev, "hand_over", lambda command, *_: told.append(command))
    dev.main([task, "tests/jobs"])
    needed = (debian.FOR_TESTS, debian.TEST_TOOLS)
    assert told == [needed, [Environment(ROOT).program(runs[0]), *runs[1:]]]


def test_every_program_that_the_tests_call_is_installed_for_them() -> None:
    called = {name for path in (ROOT / "tests").rglob("*.py") for name in _programs(path)}
    assert {"7z", "java", "pdfsig", "unzip"} <= called
    assert called <= {*debian.TEST_TOOLS.values(), *WITH_OTHERS, *EVERYWHERE}


def _programs(path: Path) -> Iterator[str]:
    """The first word of each command that is written out for `subprocess` or a helper of the tests'."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and re.search(r"subprocess\.|_output$|which$", ast.unparse(node.func)):
            yield from _first_words(node.args[:1])
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "command":
            yield from _first_words([node.value] if isinstance(node.value, ast.List) else [])


def _first_words(nodes: Sequence[ast.expr]) -> Iterator[str]:
    for node in nodes:
        first = node.elts[0] if isinstance(node, ast.List | ast.Tuple) and node.elts else node
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def test_every_task_says_what_it_does() -> None:
    assert all(task.__doc__ for task in dev.TASKS.values())


def test_the_machine_that_checks_runs_the_documented_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.splitlines()[-1] == "python3 packaging/dev.py test"
