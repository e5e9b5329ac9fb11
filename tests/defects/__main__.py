"""python -m tests.defects [WORDS]: plants those with WORDS in their names; exits 1 unless all are caught."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.defects.list import DEFECTS
from tests.defects.planting import Defect, Verdict, passes_unharmed, plant


def main(words: str) -> int:
    """The exit code. One line for each defect."""
    began_s = time.monotonic()
    chosen = [one for one in DEFECTS if words in one.name]
    if not chosen:
        print(f"No defect has “{words}” in its name.")  # noqa: T201
        return 1
    with TemporaryDirectory() as name:
        caught = _caught(chosen, Path(name))
    print(f"{caught} of {len(chosen)} caught in {time.monotonic() - began_s:.0f} s")  # noqa: T201
    return 0 if caught == len(chosen) else 1


def _caught(chosen: Sequence[Defect], folder: Path) -> int:
    unharmed, said = passes_unharmed(chosen, folder)
    if not unharmed:
        print(f"The tests fail without any defect:\n{said}")  # noqa: T201
        return 0
    caught = 0
    for finding in plant(chosen, folder):
        print(f"{finding.verdict.value:9} {finding.defect.name}", flush=True)  # noqa: T201
        if finding.verdict is Verdict.CAUGHT:
            caught += 1
        else:
            print(finding.said)  # noqa: T201
    return caught


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
