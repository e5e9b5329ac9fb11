"""P17: whatever a server or a file name says stays plain text in the whole window, with nothing hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,  # noqa: TID251 - every kind of label is looked at
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from devtools.gallery.drawing import settle
from signdesk.desktop.app.notifications import notice
from signdesk.desktop.app.tray import Standing
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.documents.values import SealedRemark
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.desktop.toolkit.text import LONGEST_TEXT
from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.domain.servers import Process, Server
from signdesk.seal_api.doctor.findings import Stage
from tests.desktop.values import ALL_STATES, NOW, batch, document, list_documents, problem

STRINGS = {
    "markup": "<img src='http://x.example/a.png'><b>bold</b>&lt;i&gt;",
    "mnemonic": "&Save & go && on",
    "direction": "invoice\u202efdp.exe\u2066\u200e\u061c",
    "control": "one\r\ntwo\x00\x1b[31m\x07\x9b",
    "surrogate": "bad \ud800 byte \udcff",
    "places": "{name} {0} %n %1 %s",
    "long": "x" * 10_000,
    "separators": "a\u2028b\u2029c\ufeff\u00ad",
}
ITEM_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
OWN_MARKUP = re.compile(r"</?qt>|</?p[^<>]*>|<br>")
SINGLE = re.compile(r"(?<!&)(&&)*&(?!&)")


@pytest.fixture(params=list(STRINGS.values()), ids=list(STRINGS))
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def batches(text: str) -> Iterator[Batch]:
    """Every state and reason, with that text wherever a server, a file or a settings file could put it."""
    server = Server("https://seal.example.com", label=text)
    process = Process(7, text, sentence=text)
    path = Path("/in") / text
    made = [batch(state, text, text + "2") for state in ALL_STATES]
    made += [batch(BatchState.NEEDS_YOU, text, reason=reason) for reason in Reason]
    made.append(batch(BatchState.PARTLY_DONE, text, text + "2", outcome=Outcome.UNSEALED))
    made.append(batch(BatchState.DONE, text, text + "2", outcome=Outcome.SEALED))
    for number, one in enumerate(made):
        documents = tuple(
            replace(each, message=text, seal=text, results=(text,), sent_name=text) for each in one.documents
        )
        yield replace(
            one,
            id=f"b{number}",
            process=process,
            server=server,
            documents=documents,
            save_to=path,
            message=text,
            detail=text,
            server_status=text,
            saved_to=path if one.is_over else None,
            unpacked_to=path if one.is_over else None,
            quarantined_to=path,
            warnings=(text,),
            extra_results=(text,),
            name=text if number % 2 else "",
            sent_by=text,
            heard_at=NOW,
        )


def fill(window: MainWindow, text: str) -> None:
    """That text in every place of the window."""
    server = Server("https://seal.example.com", label=text)
    window.set_server(server)
    window.show_server_state(text, Tone.DONE)
    window.offer_servers([("a", text)], "a")
    window.show_banner(text, Tone.NEEDS, text)
    window.show_note(text, [text, text])
    window.intake.set_processes([Process(7, text, sentence=text)], 7)
    window.intake.choose_folder(Path("/in") / text)
    window.intake.warn_of_folder(text)
    window.intake.set_obstacle(text)
    model = window.intake.model
    list_documents(model, [document(text), document("Plain.pdf")])
    model.add_problems([problem(text, text)])
    model.set_remarks({document("Plain.pdf").sha256: SealedRemark(text)})
    window.board.store.put_all(list(batches(text)))
    for number in (1, 5, 9, 14, 20):
        window.board.reveal(f"b{number}")
    for card in window.board.shown_cards():
        card.toggle_documents()
        card.footer.details_link.click()
        card.say(text)
    window.start_page.show_problem(text)
    window.start_page.show_trial(text)
    window.start_page.trial.show_step(Stage.NAME)
    window.beside.preview.bar.show_name(text)


@pytest.mark.sampled(2)
def test_it_is_plain_text_wherever_it_is_shown(window: MainWindow, hostile: str) -> None:
    fill(window, hostile)
    settle()

    found = [*texts(window)]
    assert sum(hostile[:1] in text for _, text in found) > 50
    assert [told for told in (fault(*one) for one in found) if told] == []
    assert {one.textFormat() for one in window.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_it_is_plain_text_in_a_question(qtbot: QtBot, hostile: str) -> None:
    asked = Question(None, hostile, hostile, [("a", hostile), ("b", "No")])
    qtbot.addWidget(asked)
    asked.show()
    assert [told for told in (fault(*one) for one in texts(asked)) if told] == []
    assert {one.textFormat() for one in asked.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_notifications_and_the_tray_name_no_document_and_hide_nothing(hostile: str) -> None:
    for one in batches(hostile):
        told = notice([one])
        for text in (told.title, told.text):
            assert fault("notice", text) == ""
    assert fault("tray", Standing().words) == ""


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Kind and text of everything that is written, said to a screen reader, or shown in a tool tip."""
    for one in (window, *window.findChildren(QWidget)):
        yield "name", one.accessibleName()
        yield "name", one.accessibleDescription()
        yield "tool tip", one.toolTip()
        yield "title", one.windowTitle()
        yield from own_texts(one)
    for action in window.findChildren(QAction):
        yield "button", action.text()


def own_texts(one: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(one, QAbstractButton):
        yield "button", one.text()
    elif isinstance(one, QLabel):
        yield "label", one.text()
    elif isinstance(one, QLineEdit):
        yield "line", one.text()
        yield "line", one.placeholderText()
    elif isinstance(one, QPlainTextEdit):
        yield "lines", one.toPlainText()
    elif isinstance(one, QComboBox):
        for row in range(one.count()):
            yield "line", one.itemText(row)
            yield "tool tip", one.itemData(row, Qt.ItemDataRole.ToolTipRole) or ""
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from item_texts(one)


def item_texts(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    wide = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(wide):
            index = model.index(row, column)
            for role in ITEM_ROLES:
                said = model.data(index, role)
                if isinstance(said, str):
                    yield "tool tip" if role is Qt.ItemDataRole.ToolTipRole else "line", said


def fault(kind: str, text: str) -> str:
    """What is wrong with it, in words; "" where nothing is."""
    if any(hides(char) for char in text.replace("\n", "").replace("\t", "")):
        return f"{kind}: something is hidden in {text[:200]!r}"
    if len(text) > 4 * LONGEST_TEXT + 1000:
        return f"{kind}: {len(text)} characters"
    if kind == "tool tip" and "<" in OWN_MARKUP.sub("", text):
        return f"{kind}: markup {text[:200]!r}"
    if kind == "tool tip" and text and not text.startswith("<qt>") and re.search("[<&]", text):
        return f"{kind}: Qt would guess {text[:200]!r}"
    if kind == "button" and SINGLE.search(text.split("\t")[0]):
        return f"{kind}: a mnemonic {text[:200]!r}"
    return ""


def hides(char: str) -> bool:
    """Controls, direction and format marks, and halves of characters."""
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or (
        unicodedata.category(char) == "Cf" and char not in "\u200c\u200d"
    )
