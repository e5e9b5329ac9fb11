"""What the program and its document worker say to each other, as bytes.

A request is one JSON line. A reply is one JSON line and then as many bytes as it says. Requests carry a
number, and their reply repeats it. The child reads hostile files, so its replies are believed in nothing:
what is out of bounds is `Garbled`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO

HEADER_BYTES = 8_000_000
PAYLOAD_BYTES = 64_000_000


class Kind(StrEnum):
    """What a reply is."""

    ANSWER = "answer"
    FAILED = "failed"  # the document cannot be dealt with; `why` is one of the task's own codes
    LIMIT = "limit"  # the request met its limit of memory
    FAULT = "fault"  # not the document's: a library is missing, the computer has no memory, a file is gone


class Garbled(Exception):
    """The other side sent what no reply can be."""


@dataclass(frozen=True, slots=True)
class Request:
    """`task` is a name in `tasks`. `cpu_s` and `memory_bytes` bound it; a value for JSON in `arguments`."""

    number: int
    task: str
    arguments: dict[str, Any]
    cpu_s: int
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Reply:
    """`grown`: the process is too large by now and should be replaced."""

    number: int
    kind: Kind
    values: dict[str, Any]
    payload: bytes = b""
    why: str = ""
    grown: bool = False


def request_line(request: Request) -> bytes:
    """The request as one line; a path that is no valid Unicode survives as escapes."""
    fields = {name: getattr(request, name) for name in Request.__slots__}
    return json.dumps(fields).encode("ascii") + b"\n"


def read_request(line: bytes) -> Request:
    """Raises ValueError or TypeError."""
    return Request(**json.loads(line))


def write_reply(stream: BinaryIO, reply: Reply) -> None:
    """All of it, flushed."""
    header = {
        "number": reply.number, "kind": reply.kind.value, "values": reply.values, "why": reply.why,
        "grown": reply.grown, "bytes": len(reply.payload),
    }  # fmt: skip
    stream.write(json.dumps(header).encode("ascii") + b"\n")
    stream.write(reply.payload)
    stream.flush()


def read_reply(stream: BinaryIO) -> Reply | None:
    """The next one; None at the end of the stream. Raises Garbled."""
    line = stream.readline(HEADER_BYTES + 1)
    if not line:
        return None
    try:
        header, size = _header(line)
        payload = stream.read(size)
        return _reply(header, payload) if len(payload) == size else None
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Garbled(str(error)) from error


def _header(line: bytes) -> tuple[dict[str, Any], int]:
    """And how many bytes follow."""
    if len(line) > HEADER_BYTES or not line.endswith(b"\n"):
        raise ValueError("a header without an end")
    header = json.loads(line)
    size = int(header["bytes"])
    if not 0 <= size <= PAYLOAD_BYTES or not isinstance(header["values"], dict):
        raise ValueError("out of bounds")
    return header, size


def _reply(header: dict[str, Any], payload: bytes) -> Reply:
    kind, why = Kind(header["kind"]), str(header["why"])
    return Reply(int(header["number"]), kind, header["values"], payload, why, header["grown"] is True)
