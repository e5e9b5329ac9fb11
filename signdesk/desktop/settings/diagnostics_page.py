"""The page of diagnostics: what runs here, where things lie, how the journal is, and a text for support."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.settings.app_info import AppInfo
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.rows import row_of
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, elided_label, label
from signdesk.desktop.toolkit.tokens import SPACE_8
from signdesk.storage.settings_table import settings_below


class DiagnosticsPage(Page):
    """`open_folder_requested` carries a path."""

    open_folder_requested = Signal(object)

    def __init__(self, app_info: AppInfo) -> None:
        super().__init__(tr("Diagnostics"))
        self.add_text(f"{app_info.version}\n{app_info.system}", Role.BODY)
        self.add_section(tr("Where things lie"))
        self.open_buttons = [self._add_folder(name, path) for name, path in app_info.folders]
        self.add_section(tr("List of batches"))
        self.journal = self.add_text(tr("Looking…"), Role.BODY)
        self.add_section(tr("Log"))
        for one in settings_below(()):
            if one.page == "diagnostics":
                self.add(one.name, row_of(one))
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
        self.column.addStretch(1)

    def show_journal(self, text: str) -> None:
        """What was found out about it."""
        self.journal.show_text(text)

    def show_copied(self) -> None:
        """It is on the clipboard."""
        bind_text(self.copy.setText, tr("Copied"))

    def _add_folder(self, name: str, path: Path) -> QWidget:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(label(name, Role.BODY, wrap=True))
        named.addWidget(elided_label(str(path), Role.MUTED, middle=True))
        across = QHBoxLayout()
        across.setSpacing(SPACE_8)
        across.addLayout(named, 1)
        made = button(tr("Open"))
        bind_text(made.setAccessibleName, tr("Open: {name}", name=name))
        made.clicked.connect(lambda: self.open_folder_requested.emit(path))
        across.addWidget(made)
        self.column.addLayout(across)
        return made
