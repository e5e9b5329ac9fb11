"""No process that holds a key writes it into a core file."""

from __future__ import annotations

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")

PROGRAM = """
import resource, subprocess, sys
from signdesk.__main__ import main

sys.argv = ["signdesk", "--version"]
try:
    main()
except SystemExit:
    pass
child = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
print(resource.getrlimit(resource.RLIMIT_CORE))
sys.stdout.flush()
subprocess.run([sys.executable, "-c", child], check=True)
"""


def test_the_program_and_what_it_starts_leave_no_core_file() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-2:] == ["(0, 0)", "(0, 0)"]
