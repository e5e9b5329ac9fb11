"""What every page of the settings has: a heading, what is wrong with the file, and rows below each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import joined, tr
from signdesk.desktop.settings.fields import SETTINGS
from signdesk.desktop.settings.rows import Row
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.layouts import ScrollColumn
from signdesk.desktop.toolkit.text import Label, Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from signdesk.domain.settings import Settings
from signdesk.storage.settings_policy import Locks

AnyRow = TypeVar("AnyRow", bound=Row)
WIDEST_PX = 640


class Complaints(QFrame):
    """Lines of the settings file that were passed over, with the way to the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        theme.mark(self, "tone", Tone.NEEDS.value)
        self.text = label("", Role.SMALL, wrap=True)
        self.open_button = button(tr("Open the file"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        layout.addWidget(self.text)
        across = QHBoxLayout()
        across.addWidget(self.open_button)
        across.addStretch(1)
        layout.addLayout(across)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """One line each; nothing where there are none."""
        self.text.show_text(joined("\n", *sentences))
        self.setVisible(bool(sentences))


class Page(QWidget):
    """`changed` carries a key of `fields.SETTINGS` and the wanted value. `rows` by that key."""

    changed = Signal(str, object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.rows: dict[str, Row] = {}
        self.complaints = Complaints()
        self._scroll = ScrollColumn(top_px=SPACE_20, bottom_px=SPACE_20, spacing_px=SPACE_16)
        self.column = self._scroll.column
        self.heading = label(title, Role.HEADING)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.complaints)
        self.trouble = label("", Role.ERROR, wrap=True)
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def add(self, key: str, row: AnyRow) -> AnyRow:
        """One more setting, at the end."""
        self.rows[key] = row
        self.column.addWidget(row)
        row.committed.connect(lambda value, of=key: self.changed.emit(of, value))
        return row

    def add_section(self, title: str) -> Label:
        """A heading inside the page."""
        made = label(title, Role.STRONG, wrap=True)
        self.column.addWidget(made)
        return made

    def add_text(self, text: str, role: Role = Role.MUTED) -> Label:
        """A sentence of its own."""
        made = label(text, role, wrap=True)
        self.column.addWidget(made)
        return made

    def show_settings(self, settings: Settings, locked: Locks) -> None:
        """What holds now, and what nobody here may change."""
        for key, row in self.rows.items():
            row.show_value(SETTINGS[key].read(settings))  # type: ignore[attr-defined]
            row.lock(key in locked)

    def show_problem(self, key: str, text: str) -> None:
        """At the row of `key`."""
        self.rows[key].show_problem(text)
        self._scroll.ensureWidgetVisible(self.rows[key])

    def show_trouble(self, text: str) -> None:
        """What went wrong and belongs to no row; "" takes it away."""
        self.trouble.show_text(text)
        self.trouble.setVisible(bool(text))
        if text:
            self._scroll.ensureWidgetVisible(self.trouble)

    def commit(self) -> None:
        """Before the page or the dialog is left: what was typed last is said."""
        for row in self.rows.values():
            row.commit()

    def wrong_row(self) -> Row | None:
        """The first row with a text that could not be taken."""
        return next((row for row in self.rows.values() if row.has_problem), None)

    def make_visible(self, part: QWidget) -> None:
        """Scrolls to it."""
        self._scroll.ensureWidgetVisible(part)
