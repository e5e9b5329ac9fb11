"""Where keys stand in a TOML text, and changing one without touching anything else."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signdesk.storage.toml_editing import with_values, without
from signdesk.storage.toml_text import Kind, NoToml, located

HARD = '''\
# first = 1
a.b = 1 # x = [
"q.\\u0041" = """a = "1
[no]"""""
[x]  # c
y = [ "]", 'a', # ]
 {k = 1, l = [2]}, ]
d = 1979-05-27 07:32:00 # t
[x."a b".c]
'l' = ' # '
[[z]]
n = { m.o = "}" }
[z.w]
[[z]]
n = 2'''

LINES = {
    ("a", "b"): 2,
    ("q.A",): 3,
    ("x",): 5,
    ("x", "y"): 6,
    ("x", "y", 1): 6,
    ("x", "y", 2, "k"): 7,
    ("x", "d"): 8,
    ("x", "a b"): 9,
    ("x", "a b", "c", "l"): 10,
    ("z",): 11,
    ("z", 0, "n", "m", "o"): 12,
    ("z", 0, "w"): 13,
    ("z", 1, "n"): 15,
}


def test_every_key_has_its_line() -> None:
    toml = located(HARD)
    assert {path: toml.line(path) for path in LINES} == LINES
    assert located(HARD.replace("\n", "\r\n").replace('"1\r\n', '"1\n')).line(("z", 1, "n")) == 15


def test_every_value_is_where_it_is_said_to_be() -> None:
    toml = located(HARD)
    for part in toml.parts:
        if part.kind is not Kind.HEADER:
            value = tomllib.loads(f"v = {toml.text[part.value : part.end]}")["v"]
            assert value == _at(toml.content, part.path)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = 1\nb = = 2\n", 2, 5),
        ("a = 1\n[b", 2, 3),
        ("a = 1\na = 2\n", 2, 6),
        ("[" * 5000, 1, 1),
        ("a = " + "[" * 100_000, 1, 1),
        ("a" + ".a" * 60 + " = 1", 1, 1),
        ("a = " + "9" * 5000, 1, 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(NoToml) as told:
        located(text)
    assert told.value.line == line
    assert told.value.column <= max(column, 6000)


def test_only_the_value_is_replaced() -> None:
    text = "# top\n[saving]\nfolder   =  '/a'   # mine\n\n# end\n"
    edited = with_values(text, {("saving", "folder"): "/b"})
    assert edited == text.replace("'/a'", '"/b"')


@pytest.mark.parametrize(
    ("text", "path", "edited"),
    [
        ("", ("s", "k"), "[s]\nk = 1\n"),
        ("[s]\na = 1 # x\n\n[t]\n", ("s", "k"), "[s]\na = 1 # x\nk = 1\n\n[t]\n"),
        ("[s]", ("s", "k"), "[s]\nk = 1\n"),
        ("s.a = 1\n[t]\n", ("s", "k"), "s.a = 1\ns.k = 1\n[t]\n"),
        ("s = { a = 2 }\n", ("s", "k"), "s = { a = 2, k = 1 }\n"),
        ("s = {}\n", ("s", "k"), "s = { k = 1 }\n"),
        ("s = { a.b = 2 }\n", ("s", "a", "k"), "s = { a.b = 2, a.k = 1 }\n"),
        ("s = 5\n", ("s", "k"), "[s]\nk = 1\n"),
        ("[[s]]\nk = 2\n[t]\n", ("s", "k"), "[t]\n\n[s]\nk = 1\n"),
        ("[s.k]\na = 1\n[t]\n", ("s", "k"), "[t]\n\n[s]\nk = 1\n"),
        ("# c\n\n[t]\n", ("k",), "# c\n\nk = 1\n\n[t]\n"),
        ("# of t\n[t]\n", ("k",), "k = 1\n\n# of t\n[t]\n"),
        ("[a.x]\n[t]\n", ("a", "y", "k"), "[a.x]\n\n[a.y]\nk = 1\n[t]\n"),
        ("[t]\r\na = 1\r\n", ("t", "k"), "[t]\r\na = 1\r\nk = 1\r\n"),
    ],
)
def test_a_key_is_added_where_it_belongs(text: str, path: tuple[str, ...], edited: str) -> None:
    assert with_values(text, {path: 1}) == edited


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("[c.a]\nx = 1\n\n[c.b]\ny = 2\n", "[c.b]\ny = 2\n"),
        ("[c.b]\n[c.a.p]\n[t]\n[c.a]\nx = 1", "[c.b]\n[t]\n"),
        ("c.a.x = 1\nc.b.y = 2\n", "c.b.y = 2\n"),
        ("c = { a = 1, b = 2 }\n", "c = { b = 2 }\n"),
        ("c = { b = 2, a = { x = 1 } }\n", "c = { b = 2 }\n"),
        ("[c]\na.x = 1 # with it\nb = 2\n", "[c]\nb = 2\n"),
    ],
)
def test_a_table_is_removed_with_all_that_is_in_it(text: str, edited: str) -> None:
    assert without(text, [("c", "a")]).lstrip("\n") == edited


NAMES = st.sampled_from(["a", "b", "c", "A B", "x.y", "0"])
VALUES = st.integers() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TABLES = st.recursive(VALUES, lambda below: st.dictionaries(NAMES, below, max_size=3), max_leaves=12)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """The same tables written with headers, dots and braces, comments and blank lines between."""
    lines: list[str] = []
    headers: list[tuple[tuple[str, ...], dict[str, Any]]] = []

    def pair(names: tuple[str, ...], value: Any) -> None:
        if isinstance(value, dict) and value and draw(st.booleans()):
            for name, below in value.items():
                pair((*names, name), below)
            return
        lines.append(f"{_dotted(names)} = {_inline(value)}{draw(st.sampled_from(['', '  # [x]', ' ']))}")

    def table(path: tuple[str, ...], content: dict[str, Any]) -> None:
        for name, value in content.items():
            if isinstance(value, dict) and draw(st.booleans()):
                headers.append(((*path, name), value))
            else:
                pair((name,), value)

    table((), draw(st.dictionaries(NAMES, TABLES, max_size=4)))
    while headers:
        path, content = headers.pop(draw(st.integers(0, len(headers) - 1)))
        lines += [draw(st.sampled_from(["", "# c = 1"])), f"[{_dotted(path)}]"]
        table(path, content)
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


@given(texts(), st.lists(NAMES, min_size=1, max_size=4).map(tuple), VALUES, st.booleans())
@example("a = { b = { } }", ("a", "b", "c"), 1, False)
@example("c = { a = { a = 0 } }", ("c", "b"), 0, False)
def test_any_key_of_any_text_can_be_set_and_removed(
    text: str, path: tuple[str, ...], value: str | int | bool, remove: bool
) -> None:
    """Every edit is read back by the code itself, so it is enough that none is given up."""
    if remove:
        edited = without(text, [path])
        assert _at(tomllib.loads(edited), path) is None
    else:
        edited = with_values(text, {path: value})
        assert _at(tomllib.loads(edited), path) == value
    assert set(_comments(edited)) <= set(_comments(text))


@given(texts())
def test_every_part_of_any_text_is_found(text: str) -> None:
    toml = located(text)
    for part in toml.parts:
        if part.kind is not Kind.HEADER:
            assert tomllib.loads(f"v = {text[part.value : part.end]}")["v"] == _at(toml.content, part.path)


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def _dotted(names: tuple[str, ...]) -> str:
    return ".".join(_inline(name) if _needs_quotes(name) else name for name in names)


def _needs_quotes(name: str) -> bool:
    return " " in name or "." in name


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_dotted((name,))} = {_inline(one)}" for name, one in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return (
        '"'
        + "".join(
            f"\\U{ord(char):08x}" if char in '"\\' or ord(char) < 32 or ord(char) == 127 else char
            for char in value
        )
        + '"'
    )


def _at(content: Any, path: tuple[str | int, ...]) -> Any:
    for name in path:
        if isinstance(content, dict) and name not in content:
            return None
        if not isinstance(content, dict | list):
            return None
        content = content[name]  # type: ignore[index]
    return content
