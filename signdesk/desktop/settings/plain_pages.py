"""The pages that only hold rows: General, Saving, Notifications, Privacy.

`in_effect`: the keys that do something. A control that does nothing is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.rows import CheckRow, ChoiceRow, PathRow, Row, TextRow
from signdesk.desktop.toolkit.text import plain
from signdesk.domain import file_names
from signdesk.domain.errors import InputProblem
from signdesk.domain.settings import Language, LogLevel, Notify, Settings, Theme
from signdesk.storage.settings_policy import Locks

KEEP_DAYS = (30, 90, 365, None)


class PlainPage(Page):
    """A page of which each row is left out where it would do nothing."""

    def __init__(self, title: str, in_effect: Set[str]) -> None:
        super().__init__(title)
        self.has_text = False
        self._in_effect = in_effect

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it but its heading."""
        return not self.rows and not self.has_text

    def offer(self, key: str, make: Callable[[], Row]) -> None:
        """A row, where it has an effect."""
        if key in self._in_effect:
            self.add(key, make())

    def finish(self) -> None:
        """The rows stay at the top."""
        self.column.addStretch(1)


class GeneralPage(PlainPage):
    """How the window looks and speaks."""

    def __init__(self, in_effect: Set[str]) -> None:
        super().__init__(tr("General"), in_effect)
        self.offer("general.language", _language)
        self.offer("general.theme", _theme)
        self.finish()


def _language() -> Row:
    return ChoiceRow(
        tr("Language"),
        (
            (Language.SYSTEM, tr("Same as the system")),
            (Language.ENGLISH, "English"),
            (Language.POLISH, "Polski"),
            (Language.GERMAN, "Deutsch"),
        ),
    )


def _theme() -> Row:
    return ChoiceRow(
        tr("Colours"),
        (
            (Theme.SYSTEM, tr("Same as the system")),
            (Theme.LIGHT, tr("Light")),
            (Theme.DARK, tr("Dark")),
            (Theme.CONTRAST, tr("High contrast")),
        ),
    )


class SavingPage(PlainPage):
    """What becomes of results."""

    browse_folder_requested = Signal()

    def __init__(self, in_effect: Set[str], default_folder: Path, now: Callable[[], datetime]) -> None:
        super().__init__(tr("Saving"), in_effect)
        self._now = now
        self._process = tr("Company seal")
        self._folder_hint = tr("Where none is named: {folder}", folder=default_folder)
        self._default_folder = default_folder
        self.offer("saving.folder", self._folder)
        self.offer("saving.ask_each_time", lambda: CheckRow(tr("Ask for the folder each time")))
        self.offer("saving.file_name", self._file_name)
        self.offer("saving.unpack", _unpack)
        self.offer("saving.delete_from_server", _delete)
        self.offer("saving.receipts", _receipts)
        self.finish()

    def show_settings(self, settings: Settings, locked: Locks) -> None:
        """The example is made with the process that would be used."""
        first = settings.first_choice
        labels = [one.label for one in first.processes] if first else []
        self._process = labels[0] if labels else tr("Company seal")
        super().show_settings(settings, locked)
        if isinstance(row := self.rows.get("saving.file_name"), TextRow):
            self._show_example(row, row.text())

    def _folder(self) -> Row:
        row = PathRow(tr("Folder for sealed documents"), self._folder_hint, example=str(self._default_folder))
        row.browse.clicked.connect(self.browse_folder_requested)
        return row

    def _file_name(self) -> Row:
        row = TextRow(tr("File name"))
        row.edited.connect(lambda text: self._show_example(row, text))
        return row

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


def _unpack() -> Row:
    return CheckRow(
        tr("Also unpack the ZIP into a folder beside it"),
        tr("The ZIP stays: it is what the server sealed."),
    )


def _delete() -> Row:
    return CheckRow(
        tr("Delete the documents from the server after saving"),
        tr("Only after the saved ZIP was checked."),
    )


def _receipts() -> Row:
    return CheckRow(
        tr("Save a receipt beside the ZIP"),
        tr("What was sealed, when and by which process."),
    )


class NotificationsPage(PlainPage):
    """When SignDesk speaks up."""

    def __init__(self, in_effect: Set[str]) -> None:
        super().__init__(tr("Notifications"), in_effect)
        self.offer("notifications.show", _notify)
        self.offer("notifications.tray", _tray)
        self.finish()


def _notify() -> Row:
    return ChoiceRow(
        tr("Tell me about"),
        (
            (Notify.ALL, tr("Every batch that is finished")),
            (Notify.PROBLEMS, tr("Only what needs me")),
            (Notify.NONE, tr("Nothing")),
        ),
        tr("A notification only repeats what the batch’s card says."),
    )


def _tray() -> Row:
    return CheckRow(
        tr("Keep an icon beside the clock"),
        tr("With it SignDesk can go on when its window is closed."),
    )


class PrivacyPage(PlainPage):
    """What is kept on this computer, and for how long."""

    def __init__(self, in_effect: Set[str]) -> None:
        super().__init__(tr("Privacy"), in_effect)
        self.has_text = True
        self.add_text(
            tr(
                "On this computer SignDesk keeps the list of batches: names, sizes and fingerprints of your "
                "documents, when they were sealed and by which process. The documents themselves stay where "
                "they are; only a result that could not be trusted is put aside here. Keys and passwords "
                "are kept in the keyring of this computer, or for this session only, and never in a file."
            )
        )
        self.offer("privacy.history_days", _history)
        self.finish()


def _history() -> Row:
    return ChoiceRow(
        tr("Keep finished batches in the list"), [(days, _days(days)) for days in KEEP_DAYS], words=_days
    )


def _days(days: object) -> str:
    return trn("For %n day", "For %n days", days) if isinstance(days, int) else tr("For ever")


def log_level_row() -> Row:
    """On the page for diagnostics, where the log is."""
    return ChoiceRow(
        tr("The log tells"),
        (
            (LogLevel.ERROR, tr("Faults only")),
            (LogLevel.WARNING, tr("Faults and warnings")),
            (LogLevel.INFO, tr("What SignDesk does as well")),
            (LogLevel.DEBUG, tr("Everything, for support")),
        ),
        tr("Never a key, a password or the content of a document."),
    )
