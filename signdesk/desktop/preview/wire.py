"""What the window and its preview child say to each other, as frozen values and as bytes. No Qt.

A request is one JSON line. A reply is one JSON line and then as many bytes as the line says. Requests carry a
number, and their reply repeats it. The child reads hostile files, so the window believes nothing of its
replies: whatever is out of bounds is `Garbled`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from signdesk.desktop.preview.layout import (
    HEADER_BYTES,
    LONGEST_PAGES,
    PAGE_PIXELS,
    PIXEL_BYTES,
    TEXT_PAYLOAD_BYTES,
    bounded_side_pt,
)


class Why(StrEnum):
    """Why there is nothing to see."""

    PASSWORD = "password"  # noqa: S105
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    NO_KIND = "no_kind"  # a kind of file that has no preview
    STOPPED = "stopped"  # the child ended or took too long; only the window says this


class Garbled(Exception):
    """The other side sent what no reply can be."""


@dataclass(frozen=True, slots=True)
class Open:
    """`name` decides the kind of file: an unpacked one may lie under another path."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Draw:
    """A page of the open document (from 0), stretched to this many pixels."""

    page: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pages:
    """A document or picture is open. Sizes in points (1/72 inch), of `total` pages or the first of them."""

    sizes: tuple[tuple[float, float], ...]
    total: int
    picture: bool


@dataclass(frozen=True, slots=True)
class Text:
    """The beginning of a text file; `cut` where there is more of it."""

    text: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Pixels:
    """A drawn page: rows of 32 bits a pixel (blue, green, red, unused), without gaps."""

    page: int
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class NotShown:
    """The request could not be met."""

    why: Why


Request = Open | Draw
Reply = Pages | Text | Pixels | NotShown


def request_line(number: int, request: Request) -> bytes:
    """The request as one line; a path that is no valid Unicode survives as escapes."""
    kind = "open" if isinstance(request, Open) else "draw"
    return json.dumps({"number": number, "do": kind, **asdict(request)}).encode("ascii") + b"\n"


def read_request(line: bytes) -> tuple[int, Request]:
    """Raises ValueError, TypeError or KeyError."""
    raw = json.loads(line)
    if raw["do"] == "open":
        return int(raw["number"]), Open(raw["path"], raw["name"])
    return int(raw["number"]), Draw(int(raw["page"]), int(raw["width"]), int(raw["height"]))


def reply_bytes(number: int, reply: Reply) -> tuple[bytes, bytes]:
    """Header and payload."""
    payload = b""
    match reply:
        case Pages():
            fields: dict[str, Any] = {"sizes": reply.sizes, "total": reply.total, "picture": reply.picture}
        case Text():
            fields, payload = {"cut": reply.cut}, reply.text.encode("utf-8", "replace")
        case Pixels():
            fields, payload = {"page": reply.page, "width": reply.width, "height": reply.height}, reply.data
        case NotShown():
            fields = {"why": reply.why.value}
    kind = type(reply).__name__
    header = {"number": number, "kind": kind, "bytes": len(payload), **fields}
    return json.dumps(header).encode("ascii") + b"\n", payload


class ReplyReader:
    """Puts the pieces that arrive together; at most one reply is kept."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._header: dict[str, Any] | None = None

    def feed(self, piece: bytes) -> Iterator[tuple[int, Reply]]:
        """The replies that are now complete, with their numbers. Raises Garbled."""
        self._kept += piece
        while (done := self._next()) is not None:
            yield done

    def _next(self) -> tuple[int, Reply] | None:
        try:
            if self._header is None and not self._take_header():
                return None
            header = self._header or {}
            size = header["bytes"]
            if len(self._kept) < size:
                return None
            payload = bytes(memoryview(self._kept)[:size])
            del self._kept[:size]
            self._header = None
            return int(header["number"]), _reply(header, payload)
        except (ValueError, TypeError, KeyError) as error:
            raise Garbled(str(error)) from error

    def _take_header(self) -> bool:
        end = self._kept.find(b"\n", 0, HEADER_BYTES)
        if end < 0:
            if len(self._kept) >= HEADER_BYTES:
                raise ValueError("a header without an end")
            return False
        header = json.loads(bytes(self._kept[:end]))
        del self._kept[: end + 1]
        if not 0 <= int(header["bytes"]) <= PAGE_PIXELS * PIXEL_BYTES:
            raise ValueError("too many bytes")
        self._header = header
        return True


def _reply(header: dict[str, Any], payload: bytes) -> Reply:
    match header["kind"]:
        case "Pages":
            return _pages(header)
        case "Text" if len(payload) <= TEXT_PAYLOAD_BYTES:
            return Text(payload.decode("utf-8"), bool(header["cut"]))
        case "Pixels":
            return _pixels(header, payload)
        case "NotShown":
            return NotShown(Why(header["why"]))
    raise ValueError("no such reply")


def _pages(header: dict[str, Any]) -> Pages:
    sizes = tuple((bounded_side_pt(float(w)), bounded_side_pt(float(h))) for w, h in header["sizes"])
    total = int(header["total"])
    if not 1 <= len(sizes) <= LONGEST_PAGES or total < len(sizes):
        raise ValueError("not so many pages")
    return Pages(sizes, total, bool(header["picture"]))


def _pixels(header: dict[str, Any], payload: bytes) -> Pixels:
    width, height = int(header["width"]), int(header["height"])
    if width < 1 or height < 1 or width * height * PIXEL_BYTES != len(payload):
        raise ValueError("not so many pixels")
    return Pixels(int(header["page"]), width, height, payload)


class CannotShow(Exception):
    """There is no picture of this, and `why`."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
