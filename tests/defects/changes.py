"""Small changes of a function's code, found by its name and by what its parts mention.

A change is made in the source text, at the place of the node that it is about: lines around it, formatting
and the names of other things do not matter, and the other lines keep their numbers. Each change fits exactly
one node of its function; none, or more than one, is an error.

What a part mentions: names, attributes, names of arguments, and text within its string constants.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.defects.nodes import Function, about, calls, inside, is_text, mentions, same, statements

_Valued = ast.Return | ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Expr


@dataclass(frozen=True, slots=True)
class Edit:
    """Instead of the node's text, or before or after it. `is_code`: statements, else an expression."""

    node: ast.stmt | ast.expr
    text: str
    is_code: bool = False


class Change:
    """`edits`: all that fit within this function, class, or module's own statements."""

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        """In any order; exactly one is right."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Instead(Change):
    """Other code in place of the one simple statement that mentions all of these."""

    about: tuple[str, ...]
    code: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in statements(within):
            if mentions(node, self.about):
                yield Edit(node, self.code, is_code=True)


def drop(*about: str) -> Change:
    """The simple statement that mentions all of these is gone."""
    return Instead(about, "pass")


@dataclass(frozen=True, slots=True)
class Beside(Change):
    """More code before or after the simple statement that mentions all of these."""

    about: tuple[str, ...]
    before: str = ""
    after: str = ""

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in statements(within):
            if mentions(node, self.about):
                lines = (self.before, ast.unparse(node), self.after)
                yield Edit(node, "\n".join(filter(None, lines)), is_code=True)


@dataclass(frozen=True, slots=True)
class Begin(Change):
    """The function begins with this code, such as an early return."""

    code: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        if isinstance(within, Function):
            first = within.body[1 if ast.get_docstring(within) is not None else 0]
            yield Edit(first, f"{self.code}\n{ast.unparse(first)}", is_code=True)


@dataclass(frozen=True, slots=True)
class End(Change):
    """The function ends with this code in place of its last statement."""

    code: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        if isinstance(within, Function):
            yield Edit(within.body[-1], self.code, is_code=True)


@dataclass(frozen=True, slots=True)
class Condition(Change):
    """Another condition in place of that of an `if`, `elif`, `while` or comprehension, by its mentions."""

    about: tuple[str, ...]
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            tests = [node.test] if isinstance(node, ast.If | ast.While | ast.IfExp) else []
            tests += node.ifs if isinstance(node, ast.comprehension) else []
            yield from (Edit(test, self.to) for test in tests if mentions(test, self.about))


@dataclass(frozen=True, slots=True)
class Branch(Change):
    """Other code under the `if` whose condition mentions all of these."""

    about: tuple[str, ...]
    code: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            if isinstance(node, ast.If) and len(node.body) == 1 and mentions(node.test, self.about):
                yield Edit(node.body[0], self.code, is_code=True)


@dataclass(frozen=True, slots=True)
class Handler(Change):
    """Other code in place of the first statement under the `except` that mentions all of these."""

    about: tuple[str, ...]
    code: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            if isinstance(node, ast.ExceptHandler) and node.type and mentions(node.type, self.about):
                yield Edit(node.body[0], self.code, is_code=True)


@dataclass(frozen=True, slots=True)
class Value(Change):
    """Another value returned or assigned, in the simple statement that mentions all of these."""

    about: tuple[str, ...]
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in statements(within):
            if isinstance(node, _Valued) and node.value is not None and not is_text(node):
                yield from [Edit(node.value, self.to)] if mentions(node, self.about) else []


@dataclass(frozen=True, slots=True)
class Loop(Change):
    """The `for` whose source mentions all of these goes over something else."""

    about: tuple[str, ...]
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            if isinstance(node, ast.For | ast.AsyncFor) and mentions(node.iter, self.about):
                yield Edit(node.iter, self.to)


@dataclass(frozen=True, slots=True)
class Call(Change):
    """Something else instead of the call of this function or method."""

    name: str
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        yield from (Edit(node, self.to) for node in calls(within, self.name))


@dataclass(frozen=True, slots=True)
class Argument(Change):
    """Another value for one argument of a call, by its name or its number from 0; an argument that is not
    there is added by its name. Of several calls, the one whose statement mentions all of these.
    """

    call: str
    which: str | int
    to: str
    about: tuple[str, ...] = ()

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for statement in about(within, self.about):
            yield from map(self._edit, calls(statement, self.call))

    def _edit(self, node: ast.Call) -> Edit:
        if isinstance(self.which, int):
            return Edit(node.args[self.which], self.to)
        for keyword in node.keywords:
            if keyword.arg == self.which:
                return Edit(keyword.value, self.to)
        added = ast.keyword(self.which, ast.parse(self.to, mode="eval").body)
        return Edit(node, ast.unparse(ast.Call(node.func, node.args, [*node.keywords, added])))


@dataclass(frozen=True, slots=True)
class Attribute(Change):
    """Another attribute of the same thing, such as another method."""

    name: str
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            if isinstance(node, ast.Attribute) and node.attr == self.name:
                yield Edit(node, f"{ast.unparse(node.value)}.{self.to}")


@dataclass(frozen=True, slots=True)
class Constant(Change):
    """Another constant. Of several equal ones, the one whose statement mentions all of these."""

    value: int | str
    to: int | str
    about: tuple[str, ...] = ()

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for statement in about(within, self.about):
            for node in inside(statement):
                if isinstance(node, ast.Constant) and same(node.value, self.value):
                    yield Edit(node, repr(self.to))


@dataclass(frozen=True, slots=True)
class Entry(Change):
    """Another value in a dictionary that is written out, by what its key mentions."""

    key: tuple[str, ...]
    to: str

    def edits(self, within: ast.AST) -> Iterator[Edit]:
        for node in inside(within):
            if isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                yield from (Edit(value, self.to) for key, value in pairs if key and mentions(key, self.key))
