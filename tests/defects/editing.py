"""Making a change in a source text: at a node's place, without touching anything else."""

from __future__ import annotations

import ast

from tests.defects.changes import Change, Edit
from tests.defects.nodes import PlaceNotFoundError, found


def changed(source: str, qualified_name: str, change: Change) -> str:
    """The text with the change made in that function. Raises PlaceNotFoundError."""
    tree = ast.parse(source)
    fitting = list(change.edits(found(tree, qualified_name)))
    if len(fitting) != 1:
        many = f"{len(fitting)} places for" if fitting else "no place for"
        raise PlaceNotFoundError(f"“{qualified_name}” has {many} {change}")
    text = _edited(source, fitting[0])
    if ast.dump(ast.parse(text)) == ast.dump(tree):
        raise PlaceNotFoundError(f"“{qualified_name}” is the same after {change}")
    return text


def _edited(source: str, edit: Edit) -> str:
    node = edit.node
    if node.end_lineno is None or node.end_col_offset is None:
        raise PlaceNotFoundError("a node without a place")
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    head = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    tail = lines[node.end_lineno - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    fewer = node.end_lineno - node.lineno - edit.text.count("\n")
    text = _as_code(edit.text, node.col_offset, fewer) if edit.is_code else _as_expression(edit.text, fewer)
    return (head + text.encode() + tail).decode()


def _as_code(code: str, indent: int, fewer: int) -> str:
    return code.replace("\n", "\n" + " " * indent) + "\n" * fewer


def _as_expression(text: str, fewer: int) -> str:
    """In brackets, so that it binds as the node did and may end in another line."""
    return f"({text}{chr(10) * fewer})"
