from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from devtools.manual import outdated
from devtools.translations import linguist_file, read, texts
from signdesk import __version__
from signdesk.desktop.help import pages
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.help.pages import (
    KEYS_BEGIN,
    KEYS_END,
    Part,
    help_sections,
    key_rows,
    manual_name,
    parts,
)
from signdesk.desktop.i18n.language import speak
from signdesk.desktop.main_window.shortcuts import WindowKey
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.settings import Language

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "resources" / "manual"


def test_says_the_version_and_every_library(qtbot: QtBot) -> None:
    dialog = HelpDialog(None, [Part("somelib", "1.2", "MIT"), Part("other", "3", "")])
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [one.text() for one in dialog.findChildren(Label)]
    assert any(f"SignDesk {__version__}" in one for one in texts)
    assert "somelib 1.2, MIT\nother 3" in texts
    assert any("Lesser General Public License" in one for one in texts)


def test_names_what_is_installed_with_its_licence() -> None:
    found = {one.name.lower().replace("_", "-"): one for one in parts()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.match(r"[\w.-]+", one)[0].lower() for one in project["dependencies"]}  # type: ignore[index]
    assert wanted <= set(found)
    assert all(found[name].version and found[name].licence for name in wanted)
    assert "signdesk" not in found


def test_its_keys_are_those_of_the_window_and_all_of_them(window: MainWindow) -> None:
    """Space, F2 and the like belong to the lists."""
    there = {one.key().toString() for one in window.findChildren(QShortcut)}
    told = {key for row in key_rows() for key in row.keys}
    assert there - {"Ctrl+Enter", "Shift+F6"} == set(WindowKey)
    assert set(WindowKey) <= told


@pytest.mark.parametrize("language", list(Language)[1:])
def test_shows_the_manual_in_the_language_of_the_window(qtbot: QtBot, language: Language) -> None:
    dialog = HelpDialog(None, [])
    qtbot.addWidget(dialog)
    dialog.show()
    speak(language)
    try:
        shown = [one.text() for one in dialog.findChildren(Label) if one.isVisible()]
    finally:
        speak(Language.ENGLISH)
    text = (FOLDER / manual_name(language)).read_text("utf-8")
    assert [one for one in re.findall("^## (.+)$", text, re.MULTILINE) if one not in shown] == []
    first = {Language.ENGLISH: "1. Drop", Language.POLISH: "1. Upuść", Language.GERMAN: "1. Ziehen"}[language]
    assert [one for one in shown if one.startswith(first)]
    assert not [one for one in shown if "|" in one or "<!--" in one or "`" in one]


def test_the_manuals_have_the_same_sections() -> None:
    shapes = {shape((FOLDER / manual_name(language)).read_text("utf-8")) for language in Language}
    assert len(shapes) == 1


def shape(manual: str) -> tuple[str, ...]:
    """How each of its paragraphs begins: heading, number, bullet, or text."""
    firsts = re.findall(r"^(?:#+|-|\d+\.) ", manual, re.MULTILINE)
    return (*firsts, str(manual.count("\n\n")))


def test_markup_in_a_manual_stays_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "# Help\n\n<img src='file:///etc/passwd'> ![picture](/etc/passwd) [link](https://example.com)\n"
    manual = tmp_path / "user.md"
    monkeypatch.setattr(pages, "resource", lambda *_: manual)
    manual.write_text(hostile + KEYS_BEGIN + KEYS_END, encoding="utf-8")
    (section,) = help_sections()
    assert len(section.paragraphs) == 1
    assert section.paragraphs[0].startswith("<img src='file:///etc/passwd'>")


def test_the_tables_of_the_manual_are_current(app: QApplication) -> None:
    assert [path.name for path, _ in outdated(ROOT)] == []


@pytest.mark.parametrize("language", list(Language)[1:])
def test_the_texts_of_the_window_that_the_manual_quotes_are_there(language: Language) -> None:
    text = " ".join((FOLDER / manual_name(language)).read_text("utf-8").split())
    quoted = re.findall({"en": "“([^”]+)”", "pl": "„([^”]+)”", "de": "„([^“]+)“"}[language], text)
    known = list(window_texts(language))
    assert len(quoted) > 15
    assert [one for one in quoted if not any(form.fullmatch(one) for form in known)] == []


def window_texts(language: Language) -> Iterator[re.Pattern[str]]:
    """Every text in that language, with any number or name in its places."""
    held = read(linguist_file(ROOT, language)) if language is not Language.ENGLISH else {}
    for source, text in texts(ROOT).items():
        forms = held[source].forms if held else (source, text.one or source)
        for form in forms:
            yield re.compile(re.sub(r"%n|\\\{\w+\\\}", ".+", re.escape(form)))
