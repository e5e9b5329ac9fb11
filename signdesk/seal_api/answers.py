"""A complete HTTP answer as a value, and readable text out of what a server sent. No field names of the
methods (see `wire`), no decisions (see `failures`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST_DETAIL = 400
_TEXT_KEYS = ("message", "title", "detail", "error")  # in this order: facts.md section 2
_MARKUP = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")


class Step(StrEnum):
    """The method that was called; decides the words for a refusal."""

    CREATE = "create"
    UPLOAD = "upload"
    ACCEPT = "accept"
    STATUS = "status"
    DOWNLOAD = "download"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` with lower-case names. `fault` says why the body cannot be relied on ("" where it can): no
    length, an encoding that nobody asked for. A faulty body is not read, except for a refusal's words.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    fault: str = ""

    @property
    def detail(self) -> str:
        """For a technician: status code and what the server said about it."""
        said = said_by_server(self.body)
        return f"HTTP {self.status}: {said}" if said else f"HTTP {self.status}"


def said_by_server(body: bytes) -> str:
    """One bounded line of plain text out of an error body: JSON, HTML or text."""
    text = body.decode("utf-8", "replace")
    try:
        told = _told(json.loads(text))
    except (ValueError, RecursionError):
        told = ""
    return one_line(told or _MARKUP.sub(" ", text))


def one_line(text: str, longest: int = LONGEST_DETAIL) -> str:
    """Without control, format (bidi) and unassigned characters; at most `longest` characters.

    Not shortened before the caller's redaction could see whole words: that is why `longest` is generous.
    """
    plain = "".join(" " if unicodedata.category(one).startswith(("C", "Z")) else one for one in text)
    words = " ".join(plain.split())
    return words if len(words) <= longest else words[: longest - 1] + "…"


def _told(value: object, depth: int = 3) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or depth == 0:
        return ""
    by_name = {str(name).lower(): inner for name, inner in value.items()}
    for key in _TEXT_KEYS:
        told = _told(by_name.get(key), depth - 1)
        if told.strip():
            return told
    return ""
