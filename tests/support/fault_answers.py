"""Answers as bytes, and the ways in which they go wrong on their way: framing, encoding, content."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

HTML = b"<!DOCTYPE html><html><head><title>Guest network</title></head><body>Please sign in.</body></html>"


@dataclass(frozen=True)
class Reply:
    """A server's whole answer. `head` ends with its empty line."""

    head: bytes
    body: bytes

    @property
    def raw(self) -> bytes:
        return self.head + self.body

    @property
    def status(self) -> int:
        return int(self.head.split(b" ", 2)[1]) if self.head else 0


def reply_from(raw: bytes) -> Reply:
    """Without `Connection: close`, which only the proxy asked for."""
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = [one for one in head.split(b"\r\n") if not one.lower().startswith(b"connection:")]
    return Reply(b"\r\n".join([*lines, b"", b""]) if raw else b"", body)


def answer(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A well-framed answer; `Retry_After="7"` becomes a header of that name."""
    lines = [f"HTTP/1.1 {status} Scripted"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if status not in (204, 304):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def page(status: int, **headers: str) -> bytes:
    """A web page, as portals and company proxies put in an answer's place."""
    return answer(status, HTML, Content_Type="text/html", **headers)


def problem(status: int, **headers: str) -> bytes:
    """A refusal in JSON."""
    body = b'{"status": %d, "message": "scripted trouble"}' % status
    return answer(status, body, Content_Type="application/json", **headers)


def with_wrong_line(reply: Reply) -> bytes:
    """A line in the head that is no header."""
    return reply.head.removesuffix(b"\r\n") + b"userdata not support\r\n\r\n" + reply.body


def closing(reply: Reply) -> bytes:
    """The same, and the last over this connection."""
    return _with(reply, connection=b"close") + reply.body


def without_length(reply: Reply, keep: float = 1.0) -> bytes:
    """Ends where the connection ends; `keep` of the body arrive."""
    return _with(reply, content_length=None, connection=b"close") + _part(reply.body, keep)


def as_http_1_0(reply: Reply, keep: float = 1.0) -> bytes:
    """The same in the old version of HTTP."""
    return b"HTTP/1.0" + without_length(reply, keep).removeprefix(b"HTTP/1.1")


def length_too_long(reply: Reply, keep: float = 1.0) -> bytes:
    """Promises 1,000 bytes more than the whole."""
    return _with(reply, content_length=b"%d" % (len(reply.body) + 1000)) + _part(reply.body, keep)


def length_too_short(reply: Reply, missing_bytes: int = 10) -> bytes:
    """The last bytes are no longer part of the answer: a sound HTTP answer, cut short."""
    kept = reply.body[:-missing_bytes]
    return _with(reply, content_length=b"%d" % len(kept), connection=b"close") + kept


def chunked_without_end(reply: Reply, keep: float = 1.0) -> bytes:
    """The closing empty chunk never comes."""
    part = _part(reply.body, keep)
    head = _with(reply, content_length=None, transfer_encoding=b"chunked")
    return head + b"%x\r\n%s\r\n" % (len(part), part)


def gzip_cut_short(reply: Reply, keep: float = 0.5) -> bytes:
    """Sound framing around a gzip stream that stops early: httpx takes it for whole."""
    packed = _part(gzip.compress(reply.body, mtime=0), keep)
    return _with(reply, content_length=b"%d" % len(packed), content_encoding=b"gzip") + packed


def with_body(reply: Reply, body: bytes) -> bytes:
    """Another body in a sound answer."""
    return _with(reply, content_length=b"%d" % len(body), connection=b"close") + body


def _part(body: bytes, keep: float) -> bytes:
    return body[: int(len(body) * keep)]


def _with(reply: Reply, **headers: bytes | None) -> bytes:
    """The head with these headers in place of its own; None takes one away."""
    named = {name.replace("_", "-").encode(): value for name, value in headers.items()}
    lines = reply.head.rstrip(b"\r\n").split(b"\r\n")
    kept = [one for one in lines if one.partition(b":")[0].lower() not in named]
    added = [name + b": " + value for name, value in named.items() if value is not None]
    return b"\r\n".join([*kept, *added, b"", b""])
