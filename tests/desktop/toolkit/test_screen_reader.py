"""What somebody finds, and is told, who hears the window. From outside: `tests/accessibility`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.board import PORTION
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.controls import ChoiceBox
from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from tests.desktop import hands
from tests.desktop.values import batch
from tests.support.heard import listening


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Each part before its children."""
    yield of
    for place in range(of.childCount()):
        yield from interfaces(of.child(place))


def parts(of: QWidget) -> list[QObject]:
    found = QAccessible.queryAccessibleInterface(of)
    assert found is not None
    return [one.object() for one in interfaces(found)]


def cards(window: MainWindow) -> list[str]:
    return [one.batch.id for one in parts(window.board) if isinstance(one, BatchCard)]


def named(batch_id: str, state: BatchState, minutes: int, **facts: Any) -> Batch:
    return batch(state, "A.pdf", "B.pdf", minutes=minutes, id=batch_id, **facts)


def test_the_documents_come_before_the_batches(window: MainWindow) -> None:
    found = parts(window)
    assert found.index(window.intake) < found.index(window.beside)


def test_the_newest_batch_comes_first(window: MainWindow, qtbot: QtBot) -> None:
    """In whatever order they come, and when one moves."""
    board, done = window.board, BatchState.DONE
    for batch_id, minutes in (("b3", 3), ("b1", 1), ("b4", 4), ("b2", 2)):
        board.store.put(named(batch_id, done, minutes))
    assert cards(window) == ["b1", "b2", "b3", "b4"]
    board.store.put(named("b3", BatchState.NEEDS_YOU, 3, reason=Reason.UNCLEAR))
    assert cards(window) == ["b3", "b1", "b2", "b4"]
    board.store.remove(["b1"])
    board.store.put(named("b3", done, 3))
    qtbot.wait(1)  # the card that was given up goes now
    assert cards(window) == ["b2", "b3", "b4"]


def test_the_link_to_more_batches_comes_after_them(window: MainWindow) -> None:
    board = window.board
    board.store.put_all(named(f"b{n:02}", BatchState.DONE, n) for n in range(PORTION + 5))
    found = parts(board)
    last = max(place for place, one in enumerate(found) if isinstance(one, BatchCard))
    assert found.index(board._column.more) > last


def focused(box: QComboBox) -> list[str]:
    """What is told to have the keyboard, of all that belongs to the box."""
    found = QAccessible.queryAccessibleInterface(box)
    assert found is not None
    inner = [one for place in range(found.childCount()) for one in interfaces(found.child(place))]
    return [one.text(QAccessible.Text.Name) for one in inner if one.state().focused]


def test_of_a_closed_choice_nothing_is_told_to_have_the_keyboard(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setAccessibleName("Process")
    box.show_items(("one", "two", "three"))
    box.show()
    assert focused(box) == []
    hands.press(box, Qt.Key.Key_Down)
    assert box.currentText() == "two"
    assert focused(box) == []
    box.showPopup()
    assert focused(box) == ["Process", "two"]
    hands.press(box.view(), Qt.Key.Key_End)
    assert focused(box) == ["Process", "three"]
    hands.press(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not focused(box))
    assert box.currentText() == "three"


def test_a_batch_is_named_at_its_start_in_trouble_and_at_its_end(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, board = listening(monkeypatch), window.board
    board.store.set_running("b1", True)
    for state in (BatchState.READY, BatchState.SENDING):
        board.store.put(named("b1", state, 1))
    board.store.put(named("b1", BatchState.WAITING, 1, reason=Reason.SERVER, message="Not reached."))
    board.store.put(named("b1", BatchState.SENDING, 1))
    board.store.put(named("b1", BatchState.DONE, 1, outcome=Outcome.SEALED))
    name = "Company seal, “A.pdf” and 1 more"
    assert said == [
        f"{name}: ordered",
        "Company seal: Sending",
        f"{name}: Tries again by itself. Not reached",
        "Company seal: Sending",
        f"{name}: 2 of 2 sealed and checked",
    ]


def test_what_no_longer_goes_on_by_itself_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = window.board
    board.store.set_running("b1", True)
    board.store.put(named("b1", BatchState.WAITING, 1, reason=Reason.SERVER, message="Not reached."))
    said = listening(monkeypatch)
    board.store.set_running("b1", False)
    board.store.set_running("b1", False)
    assert said == ["Company seal, “A.pdf” and 1 more: Server trouble. Not reached"]


def test_batches_of_an_earlier_start_are_shown_in_silence(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = listening(monkeypatch)
    window.board.store.put_all([named("b1", BatchState.DONE, 1), named("b2", BatchState.WAITING, 2)])
    assert said == []
