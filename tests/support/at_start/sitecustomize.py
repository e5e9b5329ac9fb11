"""What a Python does first that a test starts with this folder on PYTHONPATH: it writes everything down.

Logs of every kind and level, and arguments and environment of each process that it starts itself, in files of
the folder that `TESTS_WATCHED` names, where tests/support/secret_net.py looks for secrets.
"""

from __future__ import annotations

import logging
import os
import sys

_STARTS = frozenset(["subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system"])
_OWN = f"{os.environ['TESTS_WATCHED']}/{os.getpid()}"


def _started(event: str, arguments: tuple[object, ...]) -> None:
    if event in _STARTS:
        environment = dict(os.environ)
        with open(f"{_OWN}.started", "a", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123
            file.write(f"{event} {arguments!r} of {environment!r}\n")


_file = logging.FileHandler(f"{_OWN}.log", encoding="utf-8", errors="backslashreplace", delay=True)
logging.basicConfig(level=logging.DEBUG, handlers=[_file])
sys.addaudithook(_started)
