"""What is asked for, as values: one `Order` a call. Made by `client`, carried out by `exchange`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signdesk.seal_api.answers import Step


@dataclass(frozen=True, slots=True)
class Upload:
    """A package of exactly `size_bytes`. `sent(bytes so far)` is called in the worker thread."""

    size_bytes: int
    chunks: Iterable[bytes]
    sent: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Order:
    """One request. `target`: path and query below the base address. No body means Content-Length: 0 for a
    POST and none for the others (facts.md section 7, row 27).
    """

    step: Step
    method: str
    target: str
    json_body: bytes = b""
    upload: Upload | None = None

    @property
    def size_bytes(self) -> int:
        """Of the package, 0 where there is none."""
        return self.upload.size_bytes if self.upload else 0
