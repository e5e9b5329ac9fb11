"""By what the list of documents can be sorted, and the bar of headers that does it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8
from signdesk.domain.documents import folded, shown_name


class SortKey(StrEnum):
    """A column."""

    NAME = "name"
    SIZE = "size"
    STATE = "state"


def sort_value(row: Row, key: SortKey) -> tuple[int, str]:
    """What a row is sorted by. By state: first what will not be sent, then what is worth a look."""
    name = folded(shown_name(row.name))
    if key is SortKey.SIZE:
        return (row.size_bytes or 0, "")
    if key is SortKey.STATE:
        rank = 0 if row.is_bad else 1 if row.hints else 3 if row.checking else 2
        return (rank, row.blocked if row.is_bad else "")
    return (0, name)


class SortBar(QWidget):
    """Name, Size, State: pressing one sorts, pressing it again turns the order round. `sort` is called with
    what to sort by, and whether from the end.
    """

    def __init__(self, sort: Callable[[SortKey, bool], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort = sort
        self._by: tuple[SortKey, bool] | None = None
        self._words = {SortKey.NAME: tr("Name"), SortKey.SIZE: tr("Size"), SortKey.STATE: tr("State")}
        self.buttons: dict[SortKey, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_4)
        layout.setSpacing(SPACE_4)
        for key in SortKey:
            made = button("", "link")
            made.setProperty("quiet", "yes")
            made.clicked.connect(lambda _checked=False, key=key: self._pressed(key))
            self.buttons[key] = made
            layout.addWidget(made)
            if key is SortKey.NAME:
                layout.addStretch(1)
        self._show()

    def forget(self) -> None:
        """The order is no longer one of these: something was added."""
        if self._by is not None:
            self._by = None
            self._show()

    def _pressed(self, key: SortKey) -> None:
        descending = self._by == (key, False)
        self._by = (key, descending)
        self._show()
        self._sort(key, descending)

    def _show(self) -> None:
        for key, made in self.buttons.items():
            words = self._words[key]
            here = self._by is not None and self._by[0] is key
            down = here and self._by is not None and self._by[1]
            bind_text(made.setText, joined(" ", words, "▾" if down else "▴") if here else words)
            state = tr("descending") if down else tr("ascending")
            bind_text(
                made.setAccessibleName,
                tr("Sort by {column}, now {order}", column=words, order=state)
                if here
                else tr("Sort by {column}", column=words),
            )
