"""SHA-256 of files, in lower-case hex. Blocking; worker threads only."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

BLOCK_BYTES = 1 << 18


def sha256_of(path: Path) -> str:
    """Of a whole file, in lower-case hex; an empty text where it cannot be read."""
    try:
        with path.open("rb") as file:
            return sha256_in(file)
    except OSError:
        return ""


def sha256_in(file: BinaryIO) -> str:
    """Of everything from the file's start, in lower-case hex."""
    return digest_in(file, "sha256")


def digest_in(file: BinaryIO, algorithm: str) -> str:
    """The same by another algorithm, named as hashlib does."""
    file.seek(0)
    digest = hashlib.new(algorithm)
    while block := file.read(BLOCK_BYTES):
        digest.update(block)
    return digest.hexdigest()
