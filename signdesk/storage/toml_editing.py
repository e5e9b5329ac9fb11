"""Changing single keys of a TOML text; everything else stays as it is, to the letter.

Only plain values are written: text, whole numbers, yes or no. Every edit is read back, and one that would
have changed anything else raises EditSpoils; nothing is lost then, since nothing was written.

Not tomlkit (0.15.2, tried): of the tests of these promises 12 failed with it. A new key at the top takes the
comment above the first section for its own, lines ending in CR LF get neighbours that end in LF, and a key in
a table that is written in several places cannot be removed (`OutOfOrderTableProxy` has no `remove`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from signdesk.domain.messages import msg
from signdesk.storage.toml_text import Kind, Located, NoToml, Part, Path, located

Plain = str | int | bool

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LITERAL = re.compile(r"[^'\x00-\x1f\x7f]*")
_BEGINNING = re.compile(r"(?:#[^\n]*\n)+(?=\r?\n|$)")
_BLANK_LINE = re.compile(r"(?:^|(?<=\n))\r?\n$")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029"\\]')


class EditSpoils(Exception):
    """An edit would have changed something else, or would have left no TOML."""


def with_values(text: str, values: Mapping[tuple[str, ...], Plain]) -> str:
    """The text with each key set. What stands in a key's way is replaced. Raises EditSpoils, NoToml."""
    for path, value in values.items():
        wanted = _set_in(located(text).content, path, value)
        text = _read_back(_with(located(_out_of_the_way(text, path)), path, _written(value)), wanted)
    return text


def without(text: str, paths: Iterable[tuple[str, ...]]) -> str:
    """The text without these keys and all that is below them. Raises EditSpoils, NoToml."""
    for path in paths:
        wanted = _removed_from(located(text).content, path)
        edited = _without(text, path)
        text = _read_back(edited, wanted)
    return text


def _with(toml: Located, path: tuple[str, ...], value: str) -> str:
    same = next((part for part in toml.parts if part.path == path and part.kind is not Kind.HEADER), None)
    if same is not None:
        return toml.text[: same.value] + value + toml.text[same.end :]
    for length in range(len(path) - 1, 0, -1):
        line = f"{_key(path[length:])} = {value}"
        for part in toml.parts:
            if part.path != path[:length]:
                continue
            if part.kind is not Kind.HEADER:
                return _into_braces(toml, part, line)
            if length == len(path) - 1:
                return _behind(toml, _last_of(toml, part.section), line)
        dotted = [part for part in toml.parts if _dots_over(part, path, length)]
        if dotted:
            return _behind(toml, dotted[-1], f"{_key(path[len(dotted[-1].section) :])} = {value}")
    return _with_section(toml, path, value)


def _dots_over(part: Part, path: tuple[str, ...], length: int) -> bool:
    """Whether it is a statement that makes the table `path[:length]` by the dots in its key."""
    made = part.kind is Kind.STATEMENT and len(part.section) < length < len(part.path)
    return made and part.path[:length] == path[:length]


def _into_braces(toml: Located, table: Part, line: str) -> str:
    inside = [part for part in toml.parts if _directly_in(part, table)]
    if inside:
        end = max(part.end for part in inside)  # of the last entry, which may hold braces of its own
        return f"{toml.text[:end]}, {line}{toml.text[end:]}"
    return f"{toml.text[: table.value]}{{ {line} }}{toml.text[table.end :]}"


def _directly_in(part: Part, table: Part) -> bool:
    """Entries of a table between braces; `{ a.b = 1 }` has one."""
    below = part.kind is Kind.INLINE and table.value < part.start < table.end
    return below and part.path[: len(table.path)] == table.path


def _last_of(toml: Located, section: Path) -> Part:
    own = (Kind.HEADER, Kind.STATEMENT)
    return [part for part in toml.parts if part.section == section and part.kind in own][-1]


def _with_section(toml: Located, path: tuple[str, ...], value: str) -> str:
    """A new section behind its nearest relatives, or at the end; top-level keys above all sections."""
    line = f"{_key(path[-1:])} = {value}"
    if len(path) == 1:
        top = [part for part in toml.parts if part.section == () and part.kind is Kind.STATEMENT]
        return _behind(toml, top[-1], line) if top else _at_the_top(toml.text, line)
    section = f"[{_key(path[:-1])}]{_newline(toml.text)}{line}"
    for length in range(len(path) - 1, 0, -1):
        near = [part for part in toml.parts if part.path[:length] == path[:length]]
        if headers := [part for part in near if part.kind is Kind.HEADER]:
            return _behind(toml, _last_of(toml, headers[-1].section), _newline(toml.text) + section)
    before = toml.text.rstrip("\r\n")
    gap = _newline(toml.text) * 2 if before else ""
    return before + gap + section + _newline(toml.text)


def _at_the_top(text: str, line: str) -> str:
    """Below the comment that the file begins with, unless that belongs to the first section."""
    beginning = _BEGINNING.match(text)
    start = beginning.end() if beginning else 0
    before, rest = text[:start], text[start:]
    gap_before = _newline(text) if before else ""
    gap_behind = "" if not rest or rest[0] in "\r\n" else _newline(text)
    return f"{before}{gap_before}{line}{_newline(text)}{gap_behind}{rest}"


def _behind(toml: Located, part: Part, lines: str) -> str:
    """Below the line on which the part ends, so that a comment there stays with it."""
    end = toml.text.find("\n", part.end)
    if end < 0:
        return toml.text + _newline(toml.text) + lines + _newline(toml.text)
    return toml.text[: end + 1] + lines + _newline(toml.text) + toml.text[end + 1 :]


def _out_of_the_way(text: str, path: tuple[str, ...]) -> str:
    """Without a value where `path` needs a table, and without a table where it needs a value."""
    node: Any = located(text).content
    for length, name in enumerate(path, 1):
        if not isinstance(node, dict) or name not in node:
            return text
        node = node[name]
        if isinstance(node, dict) is (length == len(path)):
            return _without(text, path[:length])
    return text


def _without(text: str, path: tuple[str, ...]) -> str:
    while True:
        toml = located(text)
        part = next((one for one in toml.parts if one.path[: len(path)] == path), None)
        if part is None:
            return text
        text = _cut(toml, part)


def _cut(toml: Located, part: Part) -> str:
    if part.kind is Kind.INLINE:
        return _cut_from_braces(toml, part)
    end = _last_of(toml, part.section).end if part.kind is Kind.HEADER else part.end
    line_end = toml.text.find("\n", end)
    start = toml.text.rfind("\n", 0, part.start) + 1
    before = toml.text[:start]
    if part.kind is Kind.HEADER:
        before = _BLANK_LINE.sub("", before)
    return before + (toml.text[line_end + 1 :] if line_end >= 0 else "")


def _cut_from_braces(toml: Located, part: Part) -> str:
    """With the comma behind it, or else the one before it."""
    behind = re.compile(r"[ \t]*,[ \t]*").match(toml.text, part.end)
    if behind:
        return toml.text[: part.start] + toml.text[behind.end() :]
    before = toml.text[: part.start].rstrip(" \t").removesuffix(",").rstrip(" \t")
    return before + toml.text[part.end :]


def _read_back(text: str, wanted: dict[str, Any]) -> str:
    try:
        content = located(text).content
    except NoToml as error:
        raise EditSpoils(str(error)) from error
    if _without_empty(content) != _without_empty(wanted):
        raise EditSpoils(msg("the text would mean something else"))
    return text


def _without_empty(node: Any) -> Any:
    """Tables without content are no setting: whether one is left behind does not matter."""
    if not isinstance(node, dict):
        return (type(node), repr(node))  # True == 1, and no number equals itself when it is nan
    below = {name: _without_empty(value) for name, value in node.items()}
    return {name: value for name, value in below.items() if value != {}}


def _set_in(node: Any, path: tuple[str, ...], value: Plain) -> dict[str, Any]:
    table = dict(node) if isinstance(node, dict) else {}
    table[path[0]] = _set_in(table.get(path[0]), path[1:], value) if len(path) > 1 else value
    return table


def _removed_from(node: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    table = dict(node)
    if len(path) == 1:
        table.pop(path[0], None)
    elif isinstance(table.get(path[0]), dict):
        table[path[0]] = _removed_from(table[path[0]], path[1:])
    return table


def _written(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if "\\" in value and _LITERAL.fullmatch(value):
        return f"'{value}'"
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), value) + '"'


def _escape(char: str) -> str:
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"


def _key(names: tuple[str | int, ...]) -> str:
    return ".".join(one if _PLAIN_KEY.fullmatch(one) else _written(one) for one in map(str, names))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
