"""What a screen reader hears of the program and does with it: by the accessibility tree (AT-SPI) alone."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest

LIMIT_S = 120.0


class Key(IntEnum):
    """X11's symbols."""

    RETURN = 0xFF0D
    ESCAPE = 0xFF1B
    SPACE = 0x20
    HOME = 0xFF50
    DOWN = 0xFF54
    END = 0xFF57
    F1 = 0xFFBE
    F2 = 0xFFBF


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible at one moment. `labels`: the names of those that label it."""

    id: int
    parent: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    text: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


def _node(told: dict[str, Any]) -> Node:
    plain = {key: value for key, value in told.items() if not isinstance(value, list)}
    return Node(
        states=frozenset(told["states"]),
        actions=tuple(told["actions"]),
        labels=tuple(told["labels"]),
        **plain,
    )


@dataclass(frozen=True, slots=True)
class Tree:
    """All that was shown at one moment, each part before its children."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.nodes))

    def all(self, role: str = "", name: str = "", within: Node | None = None) -> list[Node]:
        """Those with this role, and a name that begins so; of `within` only what is in it."""
        found = [one for one in self.nodes if role in ("", one.role) and one.name.startswith(name)]
        return found if within is None else [one for one in found if self._is_in(one, within)]

    def names(self, role: str, within: Node | None = None) -> list[str]:
        """Their names, in order."""
        return [one.name for one in self.all(role, within=within)]

    def around(self, node: Node) -> Node:
        """What it is part of."""
        return next(one for one in self.nodes if one.id == node.parent)

    def _is_in(self, one: Node, outer: Node) -> bool:
        parents = {each.id: each.parent for each in self.nodes}
        at = one.parent
        while at in parents and at != outer.id:
            at = parents[at]
        return at == outer.id


class ScreenReader:
    """One program that runs, and the driver that hears it."""

    def __init__(self, driver: subprocess.Popen[str], program: subprocess.Popen[bytes], told: Path) -> None:
        self._driver = driver
        self._program = program
        self._told = told

    def tree(self, *, everything: bool = False) -> Tree:
        """What is shown now; `everything`: also what is there and hidden, such as closed lists."""
        return Tree(tuple(map(_node, self._ask("tree", everything))))

    def focused(self, role: str, name: str) -> Tree:
        """Only what has got the keyboard, once it is of this role and its name begins so."""

        def got() -> Tree:
            return Tree(tuple(map(_node, self._ask("focused"))))

        self.until(lambda _: bool(got().all(role, name)), f"the keyboard on {role} “{name}”")
        return got()

    def said(self) -> list[str]:
        """All announcements until now."""
        return list(self._ask("said"))

    def until(self, true: Callable[[Tree], bool], what: str) -> Tree:
        """A tree of which it is true; the failure names what was waited for, and shows the last tree.

        Reading one takes a while, in which the window goes on: the first of which it is true may hold parts
        from before beside parts from after. So it is read once more, and what is over by then is not held
        against the first.
        """
        first = self._first(true, what)
        second = self.tree()
        return second if true(second) else first

    def _first(self, true: Callable[[Tree], bool], what: str) -> Tree:
        end = time.monotonic() + LIMIT_S
        while not true(tree := self.tree()):
            if time.monotonic() > end or self._program.poll() is not None:
                pytest.fail(f"waited in vain for: {what}\n{tree}\n{self._told.read_text(errors='replace')}")
            self._ask("pause")
        return tree

    def wait_for(self, role: str, name: str, *, within: str = "frame") -> Node:
        """The first of this role that is enabled and whose name begins so, in the "frame" or a "dialog"."""

        def found(tree: Tree) -> list[Node]:
            outer = tree.all(within)[:1]
            return [one for up in outer for one in tree.all(role, name, up) if "enabled" in one.states]

        return found(self._first(lambda tree: bool(found(tree)), f"{role} “{name}”"))[0]

    def press(self, role: str, name: str, *, within: str = "frame") -> None:
        """The control's own action, as soon as it can be pressed."""
        self.act(self.wait_for(role, name, within=within), "Press")

    def add_file(self, path: Path) -> None:
        """By the dialog for it."""
        self.press("push button", "Add files")
        self.write(self.wait_for("text", "File name", within="dialog"), str(path))
        self.press("push button", "Open", within="dialog")

    def act(self, node: Node, action: str) -> None:
        """Does an action of it, which must be there."""
        others = self._ask("act", node.id, action)
        assert not others, f"{node} has no action {action}, only {others}"

    def write(self, node: Node, text: str) -> None:
        """Replaces the text in it."""
        assert self._ask("write", node.id, text), f"nothing can be written into {node}"

    def bring_to_front(self) -> None:
        """Gives the window the keyboard, which is the part of a window manager."""

        def is_active(tree: Tree) -> bool:
            windows = tree.all("frame")
            if windows and "active" in windows[0].states:
                return True
            for one in windows[:1]:  # it may be there before it can be clicked at
                self._ask("activate", one.id)
            return False

        self.until(is_active, "the window in front")

    def key(self, key: Key) -> None:
        """Presses it and lets it go, wherever the keyboard is."""
        self._ask("key", int(key))

    def _ask(self, *question: object) -> Any:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(json.dumps(question) + "\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        assert line, "the screen reader's driver has ended"
        answer = json.loads(line)
        assert "error" not in answer, answer.get("error")
        return answer["told"]
