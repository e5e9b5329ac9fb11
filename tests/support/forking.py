"""Processes of SignDesk that start in milliseconds: forked off one that has imported everything.

    environment = {**the_usual, **forked()}

makes each `python -m` of one of these modules that is started with it, whoever starts it, hand its start over
(`at_start`, which has to be on its PYTHONPATH) to a process of this test run (`forking_zygote`). It has the
same arguments, environment, folder and streams, and the same exit code; it ends when the process that was
started is killed, a moment later. Its number in the system, though, is another: what looks at a process
itself, or stops one at a moment, starts it in the usual way.
"""

from __future__ import annotations

import atexit
import os
import secrets
import subprocess
import sys
from functools import cache
from pathlib import Path

AT_START = Path(__file__).parent / "at_start"
CHILDREN = ("signdesk.seals.worker.child", "signdesk.practice.child")
PROGRAM = "signdesk"
_ROOT = AT_START.parents[2]
_LIMIT_S = 10.0


def forked(*more: str) -> dict[str, str]:
    """The variables. The modules are what SignDesk starts itself, without a window, and `more`."""
    if not sys.platform.startswith("linux"):
        return {}
    return {"TESTS_FORKED_BY": _zygote(), "TESTS_FORKED": " ".join([*CHILDREN, *more])}


@cache
def _zygote() -> str:
    """Its name. It ends with this process."""
    name = f"signdesk-tests-{os.getpid()}-{secrets.token_hex(4)}"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.forking_zygote", name],
        cwd=_ROOT,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.read(1) == b"\n", "it did not start; see stderr"
    process.stdout.close()
    atexit.register(_end, process)
    return name


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.communicate(timeout=_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
