"""A process that notes batches and says so: run, killed, traced and starved by `test_journal_faults`.

    python -m tests.storage.journal_writing FILE FIRST COUNT [LARGEST_FILE_BYTES]

Prints the id of each batch once it is noted, or "failed KIND" where that was refused.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from signdesk.domain.errors import SignDeskError
from signdesk.storage.journal.journal_file import JournalFile
from tests.storage.journal_values import plain_batch


def main(path: str, first: int, count: int, largest_bytes: int = 0) -> None:
    if largest_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_bytes, resource.RLIM_INFINITY))
    try:
        file = JournalFile.open(Path(path))
    except SignDeskError as error:
        say(f"failed {type(error).__name__}")
        return
    say("opened")
    for number in range(first, first + count):
        try:
            file.record(plain_batch(f"b{number}", documents=3))
        except SignDeskError as error:
            say(f"failed {type(error).__name__}")
        else:
            say(f"b{number}")
    file.close()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
