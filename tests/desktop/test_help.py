from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from signdesk import __version__
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.help.licences import Part, parts
from signdesk.desktop.help.pages import help_sections
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Label

ROOT = Path(__file__).parents[2]


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


def test_names_only_keys_that_there_are(window: MainWindow) -> None:
    """Those of the whole window; Space, F2 and Delete belong to the lists."""
    told = {key for section in help_sections() for key, _ in section.keys}
    there = {one.key().toString() for one in window.findChildren(QShortcut)}
    window_wide = {one for one in told if one.startswith("Ctrl+") or one in ("F1", "F6")}
    assert {QKeySequence(one).toString() for one in window_wide} <= there
    manual = (ROOT / "resources/manual/user.md").read_text("utf-8")
    assert [one for one in window_wide if one not in manual] == []
