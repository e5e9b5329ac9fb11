"""What would leave somebody lost who hears the window: controls without a name, a role or a state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.screen_reader import Node, Tree

NO_ROLES = ("unknown", "filler", "invalid", "redundant object", "")
CHECKABLE = ("check box", "radio button")
MAY_BE_CHECKABLE = (*CHECKABLE, "menu item")
TEXTS = ("text", "password text")
_MARKUP = re.compile(r"</?[a-z][^>]*>|&(?:lt|gt|amp|quot|#\d+);")
_MNEMONIC = re.compile(r"&\w")


def faults(tree: Tree) -> list[str]:
    """In words; none where everything that is shown can be understood and used."""
    return [f"{node}: {what}" for node in tree.nodes for what in (*_of_all(node), *_of_controls(node, tree))]


def controls(tree: Tree) -> list[Node]:
    """Whatever takes the keyboard or can be pressed. A scroll bar is for the mouse alone."""
    return [one for one in tree.nodes if "focusable" in one.states or "Press" in one.actions]


def _of_all(node: Node) -> Iterator[str]:
    if node.role in ("unknown", ""):
        yield "its role is not known"
    for text in (node.name, node.description):
        if _MARKUP.search(text):
            yield f"markup would be read out: {text}"
        if _MNEMONIC.search(text) and node.role != "list item":
            yield f"a mark for a key would be read out: {text}"


def _of_controls(node: Node, tree: Tree) -> Iterator[str]:
    if node not in controls(tree):
        return
    if node.role in NO_ROLES:
        yield "takes the keyboard, and nobody is told what it is"
    if not node.name.strip() and node.role != "table cell":  # an empty cell says nothing
        yield f"has no name (“{node.description}”)"
    if node.name.casefold() == node.role:
        yield "is named like its kind"
    yield from _of_states(node)


def _of_states(node: Node) -> Iterator[str]:
    if ("enabled" in node.states) != ("sensitive" in node.states):
        yield "is both enabled and not"
    checkable = "checkable" in node.states
    if node.role not in MAY_BE_CHECKABLE if checkable else node.role in CHECKABLE:
        yield "cannot be told to be checked or not"
    if node.role in TEXTS and not node.states & {"editable", "read-only"}:
        yield "does not tell whether it can be changed"
    if node.role == "combo box" and not node.labels and "editable" not in node.states:
        yield "tells what is chosen, not what for: no label belongs to it"
    if "enabled" in node.states and node.role == "push button" and "Press" not in node.actions:
        yield "cannot be pressed"
