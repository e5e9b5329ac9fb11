"""Text files: their beginning, in their most likely encoding. Used in the preview child alone."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from signdesk.desktop.preview.layout import LONGEST_LINE, TEXT_BYTES
from signdesk.desktop.preview.wire import Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_XML_SAYS = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_JOINERS = "\u200c\u200d"  # part of ordinary Persian, Hindi and emoji
_HIDDEN = "\ufffd"


def beginning(file: BinaryIO) -> Text:
    """The first TEXT_BYTES; closes `file`. Raises OSError."""
    with file:
        data = file.read(TEXT_BYTES + 1)
    cut = len(data) > TEXT_BYTES
    return Text(visible(decoded(data[:TEXT_BYTES], cut=cut)), cut)


def decoded(data: bytes, *, cut: bool) -> str:
    """What marks or XML say it is, else UTF-8, else Windows' code page for central Europe, else Latin 1.

    `cut`: the last character may be incomplete.
    """
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    said = [found[1].decode("ascii")] if (found := _XML_SAYS.match(data)) else []
    for name in (*marked, *said, "utf-8", "cp1250"):
        try:
            "a".encode(name)  # refuses what is unknown, or is about something else than text
            return codecs.getincrementaldecoder(name)().decode(data, final=not cut)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def visible(text: str) -> str:
    """Line breaks of one kind, lines of bearable length, marks for characters that hide or turn others."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_broken("".join(_mark(char) for char in line)) for line in lines)


def _mark(char: str) -> str:
    if char.isprintable() or char == "\t" or char in _JOINERS:
        return char
    return " " if char.isspace() else _HIDDEN


def _broken(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return "\n".join(line[start : start + LONGEST_LINE] for start in range(0, len(line), LONGEST_LINE))
