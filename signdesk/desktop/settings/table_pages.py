"""The pages that only hold rows of the table of settings: General, Saving, Notifications, Privacy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from signdesk.desktop.i18n.language import joined, tr, translated
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.rows import ChoiceRow, PathRow, Row, TextRow, row_of
from signdesk.desktop.toolkit.text import plain
from signdesk.domain import file_names
from signdesk.domain.errors import InputProblem
from signdesk.domain.settings import Settings
from signdesk.storage.settings_policy import Locks
from signdesk.storage.settings_table import Setting, days, settings_below


class TablePage(Page):
    """A page with the rows that the table has for it, in its order, below what is `told` first."""

    def __init__(self, title: str, name: str, told: str = "") -> None:
        super().__init__(title)
        if told:
            self.add_text(told)
        for one in settings_below(()):
            if one.page == name:
                self.add(one.name, self.make_row(one))
        self.column.addStretch(1)

    def make_row(self, one: Setting) -> Row:
        """For pages of which a row has more to it."""
        return row_of(one)


class SavingPage(TablePage):
    """What becomes of results."""

    browse_folder_requested = Signal()

    def __init__(self, default_folder: Path, now: Callable[[], datetime]) -> None:
        self._now = now
        self._process = tr("Company seal")
        self._default_folder = default_folder
        super().__init__(tr("Saving"), "saving")

    def make_row(self, one: Setting) -> Row:
        """The folder can be chosen, and the file name has a living example."""
        if one.name == "saving.folder":
            hint = tr("Where none is named: {folder}", folder=self._default_folder)
            folder = PathRow(translated(one.label), hint, example=str(self._default_folder))
            folder.browse.clicked.connect(self.browse_folder_requested)
            return folder
        row = row_of(one)
        if one.name == "saving.file_name" and isinstance(row, TextRow):
            row.edited.connect(lambda text: self._show_example(row, text))
        return row

    def show_settings(self, settings: Settings, locked: Locks) -> None:
        """The example is made with the process that would be used."""
        first = settings.first_choice
        labels = [one.label for one in first.processes] if first else []
        self._process = labels[0] if labels else tr("Company seal")
        super().show_settings(settings, locked)
        if isinstance(row := self.rows.get("saving.file_name"), TextRow):
            self._show_example(row, row.text())

    def _show_example(self, row: TextRow, text: str) -> None:
        """While it is typed, without a reproach: the reason comes when the line is left."""
        names = ", ".join(f"{{{name}}}" for name in file_names.PLACEHOLDERS)
        parts = tr("Parts that are filled in: {names}", names=names)
        try:
            example = file_names.live_example(text, self._process, self._now())
        except InputProblem:
            row.show_hint(parts)
            return
        row.show_hint(joined("\n", tr("For example: {name}", name=plain(example)), parts))


class PrivacyPage(TablePage):
    """What is kept on this computer, and for how long."""

    def __init__(self) -> None:
        super().__init__(
            tr("Privacy"),
            "privacy",
            tr(
                "On this computer SignDesk keeps the list of batches: names, sizes and fingerprints of your "
                "documents, when they were sealed and by which process. The documents themselves stay where "
                "they are; only a result that could not be trusted is put aside here. Keys and passwords "
                "are kept in the keyring of this computer, or for this session only, and never in a file."
            ),
        )

    def make_row(self, one: Setting) -> Row:
        """A number of days that stands in the file alone is a choice, too."""
        choices = [(value, translated(text)) for value, text in one.words]
        return ChoiceRow(translated(one.label), choices, words=lambda value: translated(days(value)))
