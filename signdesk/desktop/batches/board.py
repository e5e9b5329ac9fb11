"""The right pane: the batches of the store as cards, with filters, search and a stable order.

Where each of them stands is in `order`, the cards of those in sight in `column`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.card_sentences import order_text, state_text
from signdesk.desktop.batches.card_texts import is_active, waits_by_itself
from signdesk.desktop.batches.column import CardColumn
from signdesk.desktop.batches.order import Filter, Listing
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.main_window.undo_bar import UndoBar
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import Chip, SearchLine
from signdesk.desktop.toolkit.layouts import flowing
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import HEADING_ROW_PX, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from signdesk.domain.batches import Batch
from signdesk.jobs.batch_store import BatchChange, BatchStore

TICK_MS = 1000
PORTION = 20  # batches that join the column at once


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

    def show_counts(self, count: Callable[[Filter], int], *, loading: bool) -> None:
        """How many batches each filter lets through, so far where the others are being loaded."""
        words = {
            Filter.ALL: tr("All"),
            Filter.ACTIVE: tr("Active"),
            Filter.NEEDS_YOU: tr("Needs you"),
            Filter.DONE: tr("Done"),
        }
        for one, chip in self.filters.items():
            bind_text(chip.setText, joined(" ", words[one], f"{count(one)}…" if loading else str(count(one))))

    def offer(self, offered: bool) -> None:
        """Filters and search, or where there is no batch the heading alone."""
        for one in (*self.filters.values(), self.search):
            one.setVisible(offered)

    def _set_up_search(self) -> None:
        bind_text(self.search.setPlaceholderText, tr("Search"))
        bind_text(self.search.setAccessibleName, tr("Search batches by file name, process, name or number"))
        self.search.setProperty("compact", "yes")
        for clear in self.search.findChildren(QToolButton):
            bind_text(clear.setAccessibleName, tr("Clear the search"))
        self.search.setAcceptDrops(False)
        self.search.setMaxLength(200)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class Board(QWidget):
    """One card a batch, made when it comes into sight. `now` gives the present time, aware."""

    verb_requested = Signal(str, str)  # a batch's id, and that of one of its verbs or "rename"

    def __init__(self, store: BatchStore, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.store = store
        self._listing = Listing(store)
        self._filter = Filter.ALL
        self._most = PORTION
        self._loading = False
        self._top = BoardTop(self.choose_filter)
        self.filters, self.search = self._top.filters, self._top.search
        self._nothing = label("", Role.MUTED, wrap=True)
        self.undo_bar = UndoBar(self.focus_first, side_px=SPACE_20, bottom_px=SPACE_12)
        self._column = CardColumn(
            now,
            self.search,
            store,
            act=self.verb_requested.emit,
            go_to=self._go_to,
            show_more=self._show_more,
        )
        self.clear_button = self._column.clear  # takes everything that is finished off the list
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._column.tick)
        self._lay_out()
        self.search.textChanged.connect(self._choose)
        self._choose()
        self._changed([BatchChange(one.id, None, one) for one in store.batches()])
        store.subscribe(self._changed)

    def set_loading(self, loading: bool) -> None:
        """Whether batches of earlier starts are still to come: an empty board says so, and the counts."""
        self._loading = loading
        self._settle(changed=False)

    def card(self, batch_id: str) -> BatchCard | None:
        """The card of a batch, while it has one."""
        return self._column.card(batch_id)

    def shown_ids(self) -> tuple[str, ...]:
        """The batches that are there to be scrolled through, from top to bottom."""
        return self._column.shown()

    def shown_cards(self) -> tuple[BatchCard, ...]:
        """Their cards, of those that are in sight or near."""
        return tuple(card for one in self._column.shown() if (card := self._column.card(one)) is not None)

    def mark_put_back(self, batch_id: str) -> None:
        """The batch's documents went back into the list: the button that does so steps back."""
        self._column.mark_put_back(batch_id)

    def choose_filter(self, chosen: Filter) -> None:
        """As a click on the filter's button."""
        self._filter = chosen
        self.filters[chosen].setChecked(True)
        self._choose()

    def reveal(self, batch_id: str) -> None:
        """Scrolls to a batch, past filter and search."""
        if self.store.get(batch_id) is None:
            return
        if self._listing.rank(batch_id) is None:
            self.search.clear()
            self.choose_filter(Filter.ALL)
        rank = self._listing.rank(batch_id) or 0
        if rank >= self._most:
            self._most = rank + PORTION
            self._settle(changed=True)
        self._column.reached(batch_id)

    def focus_first(self) -> None:
        """Puts the keyboard on the first card, or on the search where there is none."""
        shown = self.shown_ids()
        first = self._column.reached(shown[0]) if shown else None
        (first or self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, changes: Sequence[BatchChange]) -> None:
        """What the store tells."""
        news = [one for one in changes if not self._is_time_only(one)]
        if news:
            self._settle(changed=any([self._draw(one) for one in news]))

    def _is_time_only(self, change: BatchChange) -> bool:
        """The server has answered and said nothing new: the cards show the time at the next tick."""
        batch = change.batch
        if batch is None or not change.is_heard_only or not is_active(batch, running=change.is_running):
            return False
        self._column.heard(batch)
        return True

    def _draw(self, change: BatchChange) -> bool:
        """Whether other batches, or another order of them, are to be seen now."""
        batch = change.batch
        if batch is None:
            return self._draw_removed(change)
        changed = self._listing.put(batch)
        if self._column.holds(batch.id):
            self._column.draw(batch)
        self._announce(change, batch)
        if change.before is not batch:
            self._draw_followed(batch)
        return changed

    def _draw_removed(self, change: BatchChange) -> bool:
        if change.before is None:  # its job began or ended without a value
            return False
        self._listing.remove(change.batch_id)
        self._column.remove(change.batch_id)
        self._draw_followed(change.before)
        return True

    def _announce(self, change: BatchChange, batch: Batch) -> None:
        """What no card says by itself."""
        before, running = change.before, change.is_running
        if change.was_running and not running:
            if waits_by_itself(batch, running=True):
                announce(self, state_text(batch, running=False))  # until now it was to go on by itself
        elif self._column.card(batch.id) is None:
            if before is not None and (before.state, before.reason) != (batch.state, batch.reason):
                announce(self, state_text(batch, running=running))
            elif before is None and running:
                announce(self, order_text(batch))

    def _draw_followed(self, batch: Batch) -> None:
        """The card of which this batch sends something again says so, too, and those that follow this one."""
        others = [batch.follows, *(one.id for one in self.store.followers(batch.id))]
        for card in map(self._column.card, filter(None, others)):
            if card is not None:
                self._column.draw(card.batch)

    def _go_to(self, batch_id: str) -> None:
        self.reveal(batch_id)
        if (card := self._column.card(batch_id)) is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_16, 0, 0)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self._top)
        layout.addWidget(self._column, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.undo_bar)

    def _choose(self) -> None:
        """After another filter or other words to search for."""
        self._listing.choose(self._filter, self.search.text())
        self._most = PORTION
        self._settle(changed=True)
        self._column.verticalScrollBar().setValue(0)

    def _show_more(self) -> None:
        self._most += PORTION
        self._settle(changed=True)

    def _settle(self, *, changed: bool) -> None:
        """The cards in sight, counts, the words where no card is shown, and the clock."""
        if changed:
            listing = self._listing
            ids = listing.first(self._most)
            batches = [one for one in map(self.store.get, ids) if one is not None]
            self._column.show_cards(batches, listing.let_through() - len(ids))
        self._top.show_counts(self._listing.count, loading=self._loading)
        done_alone = self._filter is Filter.DONE and not self.search.text().strip()
        self._column.clear.setVisible(done_alone and not self._loading)
        any_batch, any_shown = len(self._listing) > 0, self._listing.let_through() > 0
        self._column.setVisible(any_shown)
        self._nothing.setVisible(not any_shown)
        nothing = tr("What you seal appears here, with its progress and its result.")
        nothing = tr("No batch fits the search or the filter.") if any_batch else nothing
        self._nothing.show_text(tr("Loading…") if self._loading else nothing)
        self._top.offer(any_batch)
        if self._column.shows_time() and not self._ticker.isActive():
            self._ticker.start()
        elif not self._column.shows_time():
            self._ticker.stop()
