"""Where each key of a TOML text stands: what `tomllib` does not tell.

`tomllib` alone decides what a text means; here the places are found in a text that it has accepted. With them
a complaint can name its line (`settings_reading`), and an edit leaves everything else as it was
(`toml_editing`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from signdesk.domain.messages import msg

Path = tuple[str | int, ...]

_DEEPEST = 50
_TOO_DEEP = msg("It is nested too deeply")

_VOID = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t\r]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")' r"|'''.*?'''(?!')" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"(?:\d{4}-\d\d-\d\d )?[^,\]}\s#]+")  # a date may be followed by a blank and the time
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Kind(Enum):
    """What stands at a place."""

    HEADER = auto()  # [general]
    STATEMENT = auto()  # key = value, on lines of its own
    INLINE = auto()  # key = value, between braces
    ITEM = auto()  # a value between brackets


@dataclass(frozen=True, slots=True)
class Part:
    """Offsets into the text: `start` of the key (or bracket, or item), `value`, and the `end` behind it.

    `section`: the path of the header that it stands under. An array's items are numbered from 0.
    """

    kind: Kind
    path: Path
    start: int
    value: int
    end: int
    section: Path


@dataclass(frozen=True, slots=True)
class Located:
    """A text that is TOML, what it means, and where everything stands, in the text's order."""

    text: str
    content: dict[str, Any]
    parts: tuple[Part, ...]
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """The first line (from 1) that says something about `path` or about what is below it."""
        return self.lines.get(path, 1)


class NoToml(Exception):
    """`line` and `column` from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def located(text: str) -> Located:
    """Raises NoToml."""
    try:
        content = tomllib.loads(text)
        parts = _Scan(text).parts()
    except RecursionError as error:
        raise NoToml(_TOO_DEEP, 1, 1) from error
    except ValueError as error:
        raise _no_toml(text, str(error)) from error
    if any(len(part.path) > _DEEPEST for part in parts):
        raise NoToml(_TOO_DEEP, 1, 1)
    return Located(text, content, parts, _lines(text, parts))


def _lines(text: str, parts: Iterable[Part]) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    line, counted = 1, 0
    for part in parts:
        line += text.count("\n", counted, part.start)
        counted = part.start
        for length in range(len(part.path) + 1):
            lines.setdefault(part.path[:length], line)
    return lines


def _no_toml(text: str, message: str) -> NoToml:
    last_line = text.count("\n") + 1
    place = _PLACE.search(message)
    said = message[: place.start()] if place else message
    if place and place[1]:
        return NoToml(said, int(place[1]), int(place[2]))
    return NoToml(said, last_line if place else 1, len(text.rpartition("\n")[2]) + 1 if place else 1)


class _Scan:
    """One pass over a text that tomllib has accepted, so nothing is checked here."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._section: Path = ()
        self._found: list[Part] = []
        self._arrays: dict[Path, int] = {}

    def parts(self) -> tuple[Part, ...]:
        while self._skip(_VOID) < len(self._text):
            if self._text[self._at] == "[":
                self._header()
            else:
                self._pair(Kind.STATEMENT, self._section)
        return tuple(self._found)

    def _header(self) -> None:
        start = self._at
        is_array = self._text.startswith("[[", start)
        self._at += 1 + is_array
        path = self._inside(self._key())
        self._at += 1 + is_array
        if is_array:
            number = self._arrays.get(path, -1) + 1
            self._arrays[path] = number
            path = (*path, number)
        self._section = path
        self._found.append(Part(Kind.HEADER, path, start, start, self._at, path))

    def _inside(self, names: tuple[str, ...]) -> Path:
        """A header below an array of tables means the array's last table."""
        path: Path = ()
        for number, name in enumerate(names, 1):
            path = (*path, name)
            if number < len(names) and path in self._arrays:
                path = (*path, self._arrays[path])
        return path

    def _pair(self, kind: Kind, above: Path) -> None:
        start = self._at
        path = (*above, *self._key())
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._one(kind, path, start)

    def _one(self, kind: Kind, path: Path, start: int) -> None:
        """A value, entered before what is inside it."""
        number, value = len(self._found), self._at
        self._value(path)
        self._found.insert(number, Part(kind, path, start, value, self._at, self._section))

    def _value(self, path: Path) -> None:
        if self._text[self._at] == "[":
            self._array(path)
        elif self._text[self._at] == "{":
            self._inline_table(path)
        else:
            self._skip(_STRING if self._text[self._at] in "\"'" else _SCALAR)

    def _array(self, path: Path) -> None:
        self._at += 1
        number = 0
        while self._text[self._skip(_VOID)] != "]":
            self._one(Kind.ITEM, (*path, number), self._at)
            number += 1
            self._comma()
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._text[self._skip(_VOID)] != "}":
            self._pair(Kind.INLINE, path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        if self._text[self._skip(_VOID)] == ",":
            self._at += 1

    def _key(self) -> tuple[str, ...]:
        names = []
        while True:
            self._skip(_BLANK)
            begin = self._at
            quoted = self._text[begin] in "\"'"
            raw = self._text[begin : self._skip(_STRING if quoted else _BARE)]
            names.append(str(tomllib.loads(f"key = {raw}")["key"]) if quoted else raw)
            if self._text[self._skip(_BLANK)] != ".":
                return tuple(names)
            self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError("a place was not found")  # never, as tomllib has read the text
        self._at = found.end()
        return self._at
