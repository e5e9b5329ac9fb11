"""The row above the cards: the heading, a filter a button with its count, and the search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from signdesk.desktop.batches.order import Filter
from signdesk.desktop.i18n.language import joined, show, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import Chip, SearchLine
from signdesk.desktop.toolkit.flow_layout import flowing
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import HEADING_ROW_PX, SPACE_8, SPACE_20

_HEADING_MIN_PX = 80


class BoardTop(QWidget):
    """Draws what it is told; the board filters and searches. `choose` gets the filter of a button."""

    def __init__(self, choose: Callable[[Filter], object]) -> None:
        super().__init__()
        self.filters = {one: Chip() for one in Filter}
        self.search = SearchLine()
        group = QButtonGroup(self)
        for one, chip in self.filters.items():
            chip.setChecked(one is Filter.ALL)
            chip.clicked.connect(lambda _checked=False, chosen=one: choose(chosen))
            group.addButton(chip)
        self._set_up_search()
        heading = label(tr("Batches"), Role.HEADING)
        heading.setMinimumWidth(_HEADING_MIN_PX)
        heading.setMinimumHeight(theme.sizes().scaled(HEADING_ROW_PX))
        chips = list(self.filters.values())
        for part in (*chips, self.search):
            part.setProperty("trailing", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        layout.addWidget(flowing(heading, *chips, self.search, spacing_px=SPACE_8 // 2))

    def show_counts(self, count: Callable[[Filter], int]) -> None:
        """How many batches each filter lets through."""
        words = {
            Filter.ALL: tr("All"),
            Filter.ACTIVE: tr("Active"),
            Filter.NEEDS_YOU: tr("Needs you"),
            Filter.DONE: tr("Done"),
        }
        for one, chip in self.filters.items():
            show(chip.setText, joined(" ", words[one], str(count(one))))

    def offer(self, offered: bool) -> None:
        """Filters and search, or where there is no batch the heading alone."""
        for one in (*self.filters.values(), self.search):
            one.setVisible(offered)

    def _set_up_search(self) -> None:
        show(self.search.setPlaceholderText, tr("Search"))
        show(self.search.setAccessibleName, tr("Search batches by file name, process, name or number"))
        self.search.setProperty("compact", "yes")
        for clear in self.search.findChildren(QToolButton):
            show(clear.setAccessibleName, tr("Clear the search"))
        self.search.setAcceptDrops(False)
        self.search.setMaxLength(200)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
