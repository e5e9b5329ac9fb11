"""No widget is asked which batches there are: that is the store's to say."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import signdesk
from signdesk.desktop.batches.board import Board
from signdesk.desktop.batches.column import CardColumn

SOURCES = Path(signdesk.__file__).parent


def questions(source: str) -> Iterator[str]:
    """What is asked of a board: `window.board.x`, `self._board.x`, `board.x`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            whose = node.value
            name = str(getattr(whose, "attr", None) or getattr(whose, "id", ""))
            if name.lstrip("_") == "board":
                yield node.attr


def answers(widget: type) -> set[str]:
    """The public methods and properties that give batches."""
    found = set()
    for name, member in vars(widget).items():
        made = member.fget if isinstance(member, property) else member
        if inspect.isfunction(made) and not name.startswith("_"):
            told = str(inspect.signature(made).return_annotation)
            if "Batch" in told.replace("BatchCard", ""):
                found.add(name)
    return found


def test_the_board_tells_nobody_which_batches_there_are() -> None:
    assert answers(Board) == set()
    assert answers(CardColumn) == set()


def test_nobody_asks_the_board_for_the_list() -> None:
    asked = {
        path.relative_to(SOURCES).as_posix(): sorted(set(questions(path.read_text("utf-8"))))
        for path in SOURCES.rglob("*.py")
    }
    drawing = {name for name in vars(Board) if not name.startswith("_")} - {"batch", "batches"}
    drawing |= {"search", "filters", "undo_bar", "clear_button"}  # made in its constructor
    others = {path: [one for one in those if one not in drawing] for path, those in asked.items()}
    assert {path: those for path, those in others.items() if those} == {}
    assert any(asked.values())  # the check sees something at all


def test_a_question_to_a_board_would_be_seen() -> None:
    source = "for one in self._window.board.batches(): pass\nx = board.store\nself._board.get(1)\n"
    assert sorted(questions(source)) == ["batches", "get", "store"]
