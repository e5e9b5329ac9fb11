"""The page of diagnostics: what runs here, where things lie, how the journal is, and a text for support."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import show, tr
from signdesk.desktop.settings.partners import Facts
from signdesk.desktop.settings.plain_pages import PlainPage, log_level_row
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, elided_label, label
from signdesk.desktop.toolkit.tokens import SPACE_8


class DiagnosticsPage(PlainPage):
    """`open_folder_requested` carries a path."""

    open_folder_requested = Signal(object)

    def __init__(self, in_effect: Set[str], facts: Facts) -> None:
        super().__init__(tr("Diagnostics"), in_effect)
        self.has_text = True
        self.add_text(f"{facts.version}\n{facts.system}", Role.BODY)
        self.add_section(tr("Where things lie"))
        self.open_buttons = [self._add_folder(name, path) for name, path in facts.folders]
        self.add_section(tr("List of batches"))
        self.journal = self.add_text(tr("Looking…"), Role.BODY)
        if "privacy.log_level" in in_effect:
            self.add_section(tr("Log"))
            self.offer("privacy.log_level", log_level_row)
        self.add_section(tr("For support"))
        self.add_text(
            tr(
                "The text says what is on this page and how the servers are set up: no key, no "
                "password, no document."
            )
        )
        self.copy = button(tr("Copy for support"))
        across = QHBoxLayout()
        across.addWidget(self.copy)
        across.addStretch(1)
        self.column.addLayout(across)
        self.finish()

    def show_journal(self, text: str) -> None:
        """What was found out about it."""
        self.journal.show_text(text)

    def show_copied(self) -> None:
        """It is on the clipboard."""
        show(self.copy.setText, tr("Copied"))

    def _add_folder(self, name: str, path: Path) -> QWidget:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(label(name, Role.BODY, wrap=True))
        named.addWidget(elided_label(str(path), Role.MUTED, middle=True))
        across = QHBoxLayout()
        across.setSpacing(SPACE_8)
        across.addLayout(named, 1)
        made = button(tr("Open"))
        show(made.setAccessibleName, tr("Open: {name}", name=name))
        made.clicked.connect(lambda: self.open_folder_requested.emit(path))
        across.addWidget(made)
        self.column.addLayout(across)
        return made
