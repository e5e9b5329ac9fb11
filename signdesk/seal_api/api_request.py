"""What is asked for, as values: one `ApiRequest` a call. Made by `client`, carried out by `exchange`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from signdesk.seal_api.answers import Answer

LONGEST_ANSWER_BYTES = 64 * 1024  # of a 2xx to a method that lists no documents
LONGEST_LIST_BYTES = 16 * 1024 * 1024
_BYTES_A_DOCUMENT = 2 * 1024  # in a list: a name of 255 characters, each as \uXXXX, and the other fields
T = TypeVar("T")


class ApiMethod(StrEnum):
    """One of the server's six methods; decides the words for a refusal."""

    CREATE = "create"
    UPLOAD = "upload"
    ACCEPT = "accept"
    STATUS = "status"
    DOWNLOAD = "download"
    DELETE = "delete"


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
class Download:
    """Where a result goes: `write(piece)` and `got(bytes so far, total or None)` are called in the worker
    thread.
    """

    write: Callable[[bytes], object]
    got: Callable[[int, int | None], object]


@dataclass(frozen=True, slots=True)
class ApiRequest(Generic[T]):
    """One request. `target`: path and query below the base address. No body means Content-Length: 0 for a
    POST and none for the others (signdesk/README.md, Interface, row 27). `read`: what a 2xx means, or any
    answer with `any_status`; called in the worker thread, so that no answer costs the loop's time.
    `most_bytes`: of the body of a 2xx. `own_connection`: a new one, where no earlier answer can be mistaken
    for this one.
    """

    method: ApiMethod
    verb: str
    target: str
    read: Callable[[Answer], T]
    batch_id: str = ""
    json_body: bytes = b""
    upload: Upload | None = None
    download: Download | None = None
    most_bytes: int = LONGEST_ANSWER_BYTES
    own_connection: bool = False
    any_status: bool = False

    @property
    def size_bytes(self) -> int:
        """Of the package, 0 where there is none."""
        return self.upload.size_bytes if self.upload else 0
