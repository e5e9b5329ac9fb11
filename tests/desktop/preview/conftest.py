"""No test of this room may leave a child process behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.preview.layout import ANSWER_MS
from signdesk.desktop.preview.rendering import Renderer
from tests.support.children import own_children

WAIT_MS = 60_000  # generous: a fact is waited for, on a machine that others use too


Children = Callable[[], set[int]]


def is_alive(pid: int) -> bool:
    """Whether there is such a process, be it one that has ended and was not waited for."""
    return Path(f"/proc/{pid}").exists()


@pytest.fixture(autouse=True)
def children() -> Iterator[Children]:
    """The processes that the test has started; document workers of other tests may be there. All have to
    end with it.
    """
    before = own_children()

    def since() -> set[int]:
        return own_children() - before

    yield since
    assert since() == set()


@pytest.fixture
def make_renderer(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Renderer]]:
    """Renderers with another time limit; shut at the end."""
    made: list[Renderer] = []

    def make(answer_ms: int = ANSWER_MS) -> Renderer:
        made.append(Renderer(answer_ms=answer_ms))
        return made[-1]

    yield make
    for one in made:
        one.shut()
        one.deleteLater()


@pytest.fixture
def renderer(make_renderer: Callable[..., Renderer]) -> Renderer:
    """With the ordinary time limit."""
    return make_renderer()
