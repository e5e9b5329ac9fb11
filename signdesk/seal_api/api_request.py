"""What is asked for, as values: one `Order` a call. Made by `client`, carried out by `exchange`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signdesk.seal_api.answers import Step

LONGEST_ANSWER_BYTES = 64 * 1024  # of a 2xx to a method that lists no documents
LONGEST_LIST_BYTES = 16 * 1024 * 1024
_BYTES_A_DOCUMENT = 2 * 1024  # in a list: a name of 255 characters, each as \uXXXX, and the other fields


def longest_list_bytes(documents: int) -> int:
    """Of an answer that lists `documents` documents of ours."""
    return min(LONGEST_ANSWER_BYTES + documents * _BYTES_A_DOCUMENT, LONGEST_LIST_BYTES)


@dataclass(frozen=True, slots=True)
class Upload:
    """A package of exactly `size_bytes`. `sent(bytes so far)` is called in the worker thread."""

    size_bytes: int
    chunks: Iterable[bytes]
    sent: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Order:
    """One request. `target`: path and query below the base address. No body means Content-Length: 0 for a
    POST and none for the others (signdesk/README.md, row 27). `most_bytes`: of the body of a 2xx.
    """

    step: Step
    method: str
    target: str
    json_body: bytes = b""
    upload: Upload | None = None
    most_bytes: int = LONGEST_ANSWER_BYTES

    @property
    def size_bytes(self) -> int:
        """Of the package, 0 where there is none."""
        return self.upload.size_bytes if self.upload else 0
