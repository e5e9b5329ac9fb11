"""What a person does in the settings, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QWidget

from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.rows import Row, TextRow
from tests.desktop import hands
from tests.desktop.settings.conftest import Room
from tests.journeys.conftest import until

MOST_STEPS = 80


def keyboard(room: Room) -> QWidget:
    """What has the keyboard."""
    found = room.dialog.focusWidget()
    assert found is not None
    return found


def tab_to(room: Room, target: QWidget) -> None:
    """Tab until it is there."""
    for _ in range(MOST_STEPS):
        if keyboard(room) is target:
            return
        hands.press(keyboard(room), Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {target.accessibleName()} by the keyboard")


def go_to(room: Room, page: Page) -> None:
    """With the arrows in the list of pages."""
    tab_to(room, room.dialog.list)
    hands.press(room.dialog.list, Qt.Key.Key_Home)
    for _ in range(room.dialog.pages.index(page)):
        hands.press(room.dialog.list, Qt.Key.Key_Down)
    assert room.dialog.shown_page() is page


def enter(room: Room, row: Row, text: str) -> None:
    """Another text, finished with Enter."""
    assert isinstance(row, TextRow)
    tab_to(room, row.line)
    hands.press(row.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(row.line, Qt.Key.Key_Delete)
    hands.write(row.line, text)
    hands.press(row.line, Qt.Key.Key_Return)


def choose(room: Room, box: QComboBox, steps: int) -> None:
    """Down in a choice box."""
    tab_to(room, box)
    for _ in range(steps):
        hands.press(box, Qt.Key.Key_Down)


def push(room: Room, button: QAbstractButton) -> None:
    """With the space bar."""
    tab_to(room, button)
    hands.press(button, Qt.Key.Key_Space)


async def answer(room: Room, strip: InlinePrompt, verb: str) -> None:
    """Waits for the question, and answers it by keyboard."""
    await until(lambda: strip.is_asking and strip.isVisible(), "a question")
    assert strip.isAncestorOf(keyboard(room))
    found = next(one for one in strip.buttons if one.text() == verb)
    tab_to(room, found)
    hands.press(found, Qt.Key.Key_Return)


def verbs(part: QWidget) -> list[str]:
    """The buttons that can be pressed now."""
    return [one.text() for one in part.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
