from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from signdesk.desktop.connections.sign_in import KeepBox, SignInFields
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.desktop.toolkit.dialogs import Question, Typed
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.servers import Credentials, SignIn
from tests.desktop import hands
from tests.desktop.values import HOSTILE
from tests.support.canary import PASSWORD

Answer = TypeVar("Answer")
VERBS = (("stay", "Stay"), ("close", "Close & go"))


async def answered(
    window: MainWindow, question: Awaitable[Answer], answer: Callable[[QDialog], object]
) -> Answer:
    """Asks, answers as a person would, and gives what the coroutine returned."""
    task = asyncio.ensure_future(question)
    for _ in range(3):
        await asyncio.sleep(0)
    answer(next(one for one in window.findChildren(QDialog) if one.isVisible()))
    return await asyncio.wait_for(task, 10)


def push(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()

    return act


async def test_a_question_is_answered_by_its_verbs(qtbot: QtBot, window: MainWindow) -> None:
    ask = dialogs.ask(window, "Close?", "Two batches are under way.", VERBS)
    assert await answered(window, ask, push("Close && go")) == "close"


async def test_escape_is_no_answer(qtbot: QtBot, window: MainWindow) -> None:
    ask = dialogs.ask(window, "Close?", "Two batches are under way.", VERBS)
    assert await answered(window, ask, lambda dialog: hands.press(dialog, Qt.Key.Key_Escape)) is None


async def test_enter_chooses_the_first_verb(qtbot: QtBot, window: MainWindow) -> None:
    ask = dialogs.ask(window, "Close?", "Two batches are under way.", VERBS)
    assert await answered(window, ask, lambda dialog: hands.press(dialog, Qt.Key.Key_Return)) == "stay"


async def test_other_tasks_go_on_while_a_question_is_open(qtbot: QtBot, window: MainWindow) -> None:
    turns = 0

    async def work() -> None:
        nonlocal turns
        for _ in range(5):
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.ensure_future(dialogs.ask(window, "Close?", "", VERBS))
    await work()
    assert turns == 5
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_cancelled_question_leaves_no_dialog(qtbot: QtBot, window: MainWindow) -> None:
    task = asyncio.ensure_future(dialogs.ask(window, "Close?", "", VERBS))
    await asyncio.sleep(0)
    assert [one for one in window.findChildren(QDialog) if one.isVisible()] != []
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [one for one in window.findChildren(QDialog) if one.isVisible()] == []


async def test_hostile_texts_stay_text(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        labels = dialog.findChildren(Label)
        seen.extend(one.text() for one in labels if one.textFormat() == Qt.TextFormat.PlainText)
        dialog.reject()

    await answered(window, dialogs.ask(window, HOSTILE, HOSTILE, VERBS, detail=HOSTILE), look)
    assert seen.count(HOSTILE) == 2


async def test_credentials_are_asked_for_by_kind(qtbot: QtBot, window: MainWindow) -> None:
    def enter(dialog: QDialog) -> None:
        fields = dialog.findChildren(SignInFields)[0]
        assert not fields.api_key.isVisible()
        fields.user.line.setText("anna")
        fields.password.line.setText(PASSWORD)
        push("Sign in")(dialog)

    asked = dialogs.ask_credentials(window, "Sign in", "The server refused.", SignIn.BASIC)
    typed = await answered(window, asked, enter)
    assert typed == Typed(Credentials(user="anna", password=PASSWORD))


async def test_no_credentials_are_none(qtbot: QtBot, window: MainWindow) -> None:
    asked = dialogs.ask_credentials(window, "Sign in", "The server refused.", SignIn.API_KEY)
    assert await answered(window, asked, push("Not now")) is None


async def test_an_empty_secret_is_named_and_the_question_stays(qtbot: QtBot, window: MainWindow) -> None:
    said: list[str] = []

    def enter(dialog: QDialog) -> None:
        fields = dialog.findChildren(SignInFields)[0]
        fields.user.line.setText("anna")
        push("Sign in")(dialog)
        assert dialog.isVisible()
        said.extend(one.text() for one in dialog.findChildren(Label) if one.isVisible())
        assert dialog.focusWidget() is fields.password.line
        fields.password.line.setText(PASSWORD)
        push("Sign in")(dialog)

    asked = dialogs.ask_credentials(window, "Sign in", "The server refused.", SignIn.BASIC)
    typed = await answered(window, asked, enter)
    assert typed == Typed(Credentials(user="anna", password=PASSWORD))
    assert "Enter the password." in said


async def test_chosen_files_are_paths(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "A.pdf").write_bytes(b"x")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
        dialog.findChildren(QLineEdit)[0].setText(str(tmp_path / "A.pdf"))
        dialog.accept()

    chosen = await answered(window, dialogs.choose_files(window, "Add files", tmp_path), choose)
    assert chosen == (tmp_path / "A.pdf",)


async def test_a_dismissed_file_dialog_chooses_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert await answered(window, dialogs.choose_files(window, "Add", tmp_path), QDialog.reject) == ()
    assert await answered(window, dialogs.choose_folder(window, "Save", tmp_path), QDialog.reject) is None


async def test_a_folder_is_chosen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    chosen = await answered(window, dialogs.choose_folder(window, "Save to", tmp_path), QDialog.accept)
    assert chosen == tmp_path


def test_a_question_has_room_for_all_its_buttons(app: QApplication, qtbot: QtBot) -> None:
    verbs = (("tray", "Keep going in the tray"), ("close", "Finish at the next start"), ("stay", "Stay" * 3))
    question = Question(None, "12 batches are still under way", "Nothing is lost.", verbs)
    qtbot.addWidget(question)
    question.show()
    for one in question.findChildren(QPushButton):
        assert one.width() >= one.sizeHint().width()


def test_fields_come_before_the_buttons_for_tab_and_for_a_screen_reader(qtbot: QtBot) -> None:
    asked = Question(None, "Sign in", "It was refused.", [("yes", "Sign in"), ("no", "Not now")])
    qtbot.addWidget(asked)
    fields = SignInFields()
    fields.show_kind(SignIn.BASIC)
    box = KeepBox()
    for part in (fields, box):
        asked.add(part)
    asked.show()
    yes, no = (one for one in asked.findChildren(QPushButton) if one.text() in ("Sign in", "Not now"))
    wanted = [fields.user.line, fields.password.line, box.check, yes, no]

    wanted[0].setFocus()
    walked = []
    for _ in wanted:
        walked.append(asked.focusWidget())
        hands.press(asked.focusWidget(), Qt.Key.Key_Tab)
    assert walked == wanted
    heard = QAccessible.queryAccessibleInterface(asked)
    order = [heard.child(number).object() for number in range(heard.childCount())]
    assert order.index(fields) < order.index(box) < order.index(yes) < order.index(no)
