"""F1 from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signdesk.desktop.help.dialog import HelpDialog
from tests.desktop import hands
from tests.journeys.conftest import Open, until


async def test_opens_once_by_f1_and_closes_by_escape(open_program: Open) -> None:
    async with open_program() as program:

        def dialogs() -> list[HelpDialog]:
            shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, HelpDialog)]
            return [one for one in shown if one.isVisible()]

        hands.press(program.window, Qt.Key.Key_F1)
        await until(lambda: len(dialogs()) == 1, "the help")
        first = dialogs()[0]
        first.hide()
        program.window.help_requested.emit()
        await until(lambda: dialogs() == [first], "the same help again")
        hands.press(dialogs()[0], Qt.Key.Key_Escape)
        await until(lambda: not dialogs(), "the help closed")
