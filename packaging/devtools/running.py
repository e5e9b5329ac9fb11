"""Running other programs, and stopping with a sentence. What is run, and when, is decided elsewhere."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Exit codes of dev.py; a program that a task hands over to (pytest, signdesk) gives its own.
FAILED, WRONG_USE, NEEDS_INSTALLING = 1, 2, 3


class Stop(Exception):
    """The task cannot go on; the message says what to do, in whole sentences. `output`: what a program that
    failed has said.
    """

    def __init__(self, message: str, exit_code: int = FAILED, output: str = "") -> None:
        super().__init__(message)
        self.exit_code = exit_code
        self.output = output


def say(text: str) -> None:
    print(text, flush=True)  # flushed, to keep its place between the lines of the programs run


def run_quietly(what: str, command: Sequence[str]) -> None:
    """Say what is done and do it; the command's own words are shown only when it fails (Stop)."""
    say(f"{what} ...")
    started = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            output.seek(0)
            lines = output.readlines()
            message = f"{''.join(lines[-30:])}\nThis command failed: {shlex.join(command)}"
            raise Stop(message, output="".join(lines))
    say(f"    done in {time.monotonic() - started:.0f} s")


def hand_over(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run it with this terminal, in the project's folder; its exit code, as a shell would give it."""
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return code if code >= 0 else 128 - code


def succeeds(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
