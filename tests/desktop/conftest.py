"""The window as the tests of this room use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.jobs.batch_store import BatchStore
from tests.desktop.values import FOLDER, NOW, SEAL, SERVER


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The application in the light scheme."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    return qapp


@pytest.fixture
def window(qtbot: QtBot, app: QApplication) -> MainWindow:
    """The window with a server, a process and a folder, on the screen."""
    made = MainWindow(BatchStore(), now=lambda: NOW, home=Path("/home/anna"))
    qtbot.addWidget(made, before_close_func=let_close)
    made.set_server(SERVER)
    made.intake.set_processes([SEAL], 1)
    made.intake.choose_folder(FOLDER)
    made.resize(1180, 760)
    made.show()
    return made


def let_close(made: MainWindow) -> None:
    made.close_for_real()
