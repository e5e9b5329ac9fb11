"""The command line as a process of its own, as its users start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.forking import PROGRAM, forked
from tests.support.secret_net import watched


@dataclass(frozen=True)
class Ended:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.out)
        return parsed


SignDesk = Callable[..., Ended]
TrayAndNotices = Callable[..., "subprocess.Popen[str]"]


def usual_environment(home: Path) -> dict[str, str]:
    """Of somebody whose home, and whose data folder, are below `home`."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),  # this checkout, wherever the environment is
        **watched(home / "watched"),
        **forked(),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "SIGNDESK_DATA_DIR": str(home / "data"),
        "SIGNDESK_POLL_SECONDS": "0.02",
    }


@pytest.fixture
def document(letter: Path) -> Path:
    """The same under the name that most of these tests use."""
    return letter


@pytest.fixture
def signdesk(tmp_path: Path) -> SignDesk:
    """signdesk("sign", ..., SIGNDESK_API_KEY="..."): runs it to its end. No display, its own data folder.

    `typed`: what comes on stdin.
    """

    def run(*arguments: str | Path, cwd: Path | None = None, typed: str = "", **more: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "signdesk", *map(str, arguments)],
            env=usual_environment(tmp_path) | forked(PROGRAM) | more,
            cwd=cwd or tmp_path,
            input=typed.encode(),
            capture_output=True,
            timeout=100,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def background(tmp_path: Path) -> Iterator[TrayAndNotices]:
    """background("sign", ..., SIGNDESK_API_KEY="..."): as `signdesk`, but it runs while the test goes on."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str | Path, **more: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "signdesk", *map(str, arguments)],
            env=usual_environment(tmp_path) | more,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[str], None]:
    """settings("..."): what the settings file of that data folder holds from now on."""

    def write(text: str) -> None:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "settings.toml").write_text(text, encoding="utf-8")

    return write
