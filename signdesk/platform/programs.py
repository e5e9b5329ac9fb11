"""Other programs that are started for the user. They outlive this one and write nowhere."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

FAILS_WITHIN_S = 10.0  # a program that is at work for longer has opened something


def runs_well(command: Sequence[str]) -> bool:
    """Whether it was started and has not soon ended with an error. Blocks for up to `FAILS_WITHIN_S`."""
    nothing = subprocess.DEVNULL
    try:
        program = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    try:
        return program.wait(FAILS_WITHIN_S) == 0
    except subprocess.TimeoutExpired:  # its end is taken note of, whenever that is
        threading.Thread(target=program.wait, name="opened", daemon=True).start()
        return True


@contextmanager
def beside_child(command: Sequence[str]) -> Iterator[str]:
    """A program that runs as long as the context is open. Raises OSError where it is missing."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as child:  # noqa: S603 - fixed
        try:
            yield command[0]
        finally:
            child.terminate()
