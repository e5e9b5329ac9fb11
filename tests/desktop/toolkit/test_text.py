from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signdesk.desktop.toolkit.text import (
    LONGEST_TEXT,
    Role,
    button_text,
    elided_label,
    label,
    plain,
    tool_tip,
)
from tests.desktop.values import HOSTILE


def test_a_label_shows_markup_as_it_is_written(qtbot: QtBot) -> None:
    made = label(HOSTILE)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == HOSTILE


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("invoice\u202efdp.exe", "invoice[U+202E]fdp.exe"),
        ("a\x07b", "a␇b"),
        ("two\nlines", "two␊lines"),
        ("no\u00a0break", "no break"),
        ("\ufeffmark", "[U+FEFF]mark"),
        ("odd\udcff", "odd�"),
        ("家族👨\u200d👩.pdf", "家族👨\u200d👩.pdf"),
        ("Zażółć.pdf", "Zażółć.pdf"),
    ],
)
def test_hidden_characters_become_visible(name: str, shown: str) -> None:
    assert plain(name) == shown


def test_sentences_keep_their_line_breaks() -> None:
    assert plain("one\ntwo", lines=True) == "one\ntwo"


def test_endless_text_is_cut() -> None:
    assert len(plain("x" * 10 * LONGEST_TEXT)) == LONGEST_TEXT + 1


def test_a_tool_tip_cannot_load_an_image() -> None:
    tip = tool_tip(HOSTILE)
    assert "<img" not in tip
    assert "&lt;img src=x&gt;.pdf" in tip
    assert tool_tip("") == ""


def test_an_ampersand_on_a_button_stays_one() -> None:
    assert button_text("Smith & Sons") == "Smith && Sons"


def test_an_elided_label_keeps_its_whole_text(qtbot: QtBot) -> None:
    made = elided_label("A very long name of a document.pdf", Role.MUTED, middle=True)
    qtbot.addWidget(made)
    made.resize(60, 20)
    made.show()
    assert made.minimumSizeHint().width() < 100
    assert made.text() == "A very long name of a document.pdf"
