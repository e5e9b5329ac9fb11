"""The child processes of the test itself, from /proc."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def own_children() -> set[int]:
    """The numbers of this process's children; a thread that ends meanwhile has none (Linux only)."""
    found: set[int] = set()
    for thread in list(Path("/proc/self/task").iterdir()):
        with suppress(FileNotFoundError, ProcessLookupError):
            found |= {int(number) for number in (thread / "children").read_text().split()}
    return found
