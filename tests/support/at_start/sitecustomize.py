"""What a Python does first that a test starts with this folder on PYTHONPATH: it writes everything down.

Logs of every kind and level, arguments and environment of each process that it starts itself, and what was
in the files that it removes, in files of the folder that `TESTS_WATCHED` names, where
tests/support/secret_net.py looks for secrets.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from typing import Any

_STARTS = frozenset(["subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system"])
_MOST_BYTES = 100_000
_OWN = f"{os.environ['TESTS_WATCHED']}/{os.getpid()}"


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _STARTS:
        environment = dict(os.environ)
        with open(f"{_OWN}.started", "a", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123
            file.write(f"{event} {arguments!r} of {environment!r}\n")
    elif event == "os.remove" and not os.fsdecode(arguments[0]).endswith(".lock"):
        with contextlib.suppress(OSError), open(arguments[0], "rb") as gone:  # noqa: PTH123
            content = gone.read(_MOST_BYTES)
            with open(f"{_OWN}.removed", "ab") as file:  # noqa: PTH123
                file.write(content)


_file = logging.FileHandler(f"{_OWN}.log", encoding="utf-8", errors="backslashreplace", delay=True)
logging.basicConfig(level=logging.DEBUG, handlers=[_file])
sys.addaudithook(_note)
