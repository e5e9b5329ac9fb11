"""A complete HTTP answer as a value, and readable text out of what a server sent. No field names of the
methods (see `wire`), no decisions (see `failures`).
"""

from __future__ import annotations

import codecs
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

LONGEST_DETAIL = 400
LONGEST_SAID_BYTES = 16 * 1024  # of a body, when its words are sought: what comes later is not looked at
_TEXT_KEYS = ("message", "title", "detail", "error")  # in this order: signdesk/README.md, Interface
_LOOKED_THROUGH = 16  # times what `one_line` may show: blanks and marks take room as well
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")  # keeps every place
_UNSHOWN = ("script", "style")


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` with lower-case names. `fault` says why the body cannot be relied on ("" where it can): no
    length, an encoding that nobody asked for. A faulty body is not read, except for a refusal's words.
    `redact` takes our secrets out of text that is shown.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    fault: str = ""
    redact: Callable[[str], str] = str

    @property
    def detail(self) -> str:
        """For a technician: status code and what the server said about it."""
        said = said_by_server(self.body, self.redact)
        return f"HTTP {self.status}: {said}" if said else f"HTTP {self.status}"


def said_by_server(body: bytes, redact: Callable[[str], str] = str) -> str:
    """One bounded line of plain text out of an error body: JSON, HTML or text. Only its first
    LONGEST_SAID_BYTES count, so that no body costs more than milliseconds (signdesk/README.md, P23).
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(body[:LONGEST_SAID_BYTES], final=len(body) <= LONGEST_SAID_BYTES)
    try:
        told = _told(json.loads(text))
    except (ValueError, RecursionError):
        told = ""
    return one_line(redact(told or without_markup(text)))


def one_line(text: str, longest: int = LONGEST_DETAIL) -> str:
    """Without control, format (bidi) and unassigned characters; at most `longest` characters, out of the
    first `16 * longest`.

    Redact before: of a secret that is cut here, a later redaction no longer knows the beginning.
    """
    looked_at = text[: _LOOKED_THROUGH * longest]
    plain = "".join(" " if unicodedata.category(one).startswith(("C", "Z")) else one for one in looked_at)
    words = " ".join(plain.split())
    if len(words) > longest:
        return words[: longest - 1] + "…"
    return words if len(looked_at) == len(text) else f"{words[: longest - 1]}…"


def without_markup(text: str) -> str:
    """A blank in the place of every tag and comment; scripts and styles go with what they hold. A `<` that
    nothing closes is text. In one pass: its time grows with the length alone.
    """
    folded = text.translate(_LOWER)
    kept: list[str] = []
    at = 0
    while (begin := text.find("<", at)) >= 0:
        end = _end_of_markup(folded, begin)
        if end < 0:
            break
        kept += (text[at:begin], " ")
        at = end
    return "".join((*kept, text[at:]))


def _end_of_markup(folded: str, begin: int) -> int:
    """Behind what begins at `begin`; -1 where it has no end, and so nothing after it has one either."""
    for name in _UNSHOWN:
        after = begin + 1 + len(name)
        if folded.startswith(name, begin + 1) and not folded[after : after + 1].isalnum():
            closing = folded.find(f"</{name}", after)
            return len(folded) if closing < 0 else folded.find(">", closing) + 1 or len(folded)
    if folded.startswith("<!--", begin):
        closing = folded.find("-->", begin + 4)
        return len(folded) if closing < 0 else closing + 3
    return folded.find(">", begin) + 1 or -1


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
