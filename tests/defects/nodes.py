"""The parts of a function's code that a change can be about."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = Function | ast.ClassDef
_SIMPLE = (  # statements without others inside
    *(ast.Expr, ast.Return, ast.Raise, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Assert, ast.Delete),
    *(ast.Import, ast.ImportFrom, ast.Pass, ast.Break, ast.Continue, ast.Global, ast.Nonlocal),
)


class PlaceNotFoundError(Exception):
    """There is no such function, or not exactly one node that the change fits."""


def found(tree: ast.Module, qualified_name: str) -> ast.AST:
    """The function or class with this name; without one, the statements of the module itself."""
    at: ast.AST = tree
    for name in filter(None, qualified_name.split(".")):
        named = [one for one in inside(at) if isinstance(one, Named) and one.name == name]
        if len(named) != 1:
            raise PlaceNotFoundError(f"{len(named) or 'no'} “{name}” for “{qualified_name}”")
        (at,) = named
    if at is tree:
        return ast.Module([one for one in tree.body if not isinstance(one, Named)], [])
    return at


def inside(within: ast.AST) -> Iterator[ast.AST]:
    """Every node below, but not what is in a class or function of its own."""
    for node in ast.iter_child_nodes(within):
        yield node
        if not isinstance(node, Named):
            yield from inside(node)


def statements(within: ast.AST) -> Iterator[ast.stmt]:
    """The simple ones."""
    every = [within, *inside(within)] if isinstance(within, ast.stmt) else inside(within)
    return (node for node in every if isinstance(node, _SIMPLE))


def about(within: ast.AST, wanted: tuple[str, ...]) -> Iterator[ast.AST]:
    """The simple statements that mention all of these; without any, the whole."""
    return (one for one in statements(within) if mentions(one, wanted)) if wanted else iter([within])


def calls(within: ast.AST, name: str) -> Iterator[ast.Call]:
    """Of the function or method with this name."""
    for node in inside(within):
        if isinstance(node, ast.Call) and name in (
            getattr(node.func, "attr", ""),
            getattr(node.func, "id", ""),
        ):
            yield node


def mentions(node: ast.AST, wanted: tuple[str, ...]) -> bool:
    """All of these: names, attributes, names of arguments, or text within string constants."""
    names: set[str | None] = set()
    texts: list[str] = []
    for one in ast.walk(node):
        names.update(getattr(one, field, None) for field in ("id", "attr", "arg", "name"))
        if isinstance(one, ast.Constant) and isinstance(one.value, str | bytes):
            texts.append(one.value if isinstance(one.value, str) else one.value.decode("latin-1"))
    return all(one in names or any(one in text for text in texts) for one in wanted)


def is_text(node: ast.stmt) -> bool:
    """Such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def same(one: object, other: object) -> bool:
    """Of one kind, too: True is not 1."""
    return type(one) is type(other) and one == other
