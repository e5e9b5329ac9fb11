"""The command line as a process of its own, as its users start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


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


@pytest.fixture
def signdesk(tmp_path: Path) -> SignDesk:
    """signdesk("sign", ..., SIGNDESK_API_KEY="..."): runs it to its end. No display, its own data folder.

    `typed`: what comes on stdin.
    """

    def run(*arguments: str | Path, cwd: Path | None = None, typed: str = "", **more: str) -> Ended:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),  # this checkout, wherever the environment is
            "HOME": str(tmp_path),
            "LC_ALL": "C.UTF-8",
            "SIGNDESK_DATA_DIR": str(tmp_path / "data"),
            "SIGNDESK_POLL_SECONDS": "0.02",
            **more,
        }
        done = subprocess.run(
            [sys.executable, "-m", "signdesk", *map(str, arguments)],
            env=environment,
            cwd=cwd or tmp_path,
            input=typed.encode(),
            capture_output=True,
            timeout=100,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
