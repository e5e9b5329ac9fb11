"""The right pane: all batches as cards, with filters, search and a stable order.

What is known of every batch is in `order`, the cards of those in sight in `column`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signdesk.desktop.batches.announcements import order_text, state_text
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.card_texts import is_active, waits_by_itself
from signdesk.desktop.batches.column import CardColumn
from signdesk.desktop.batches.order import Filter, Listing
from signdesk.desktop.batches.top import BoardTop
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.undo_bar import UndoBar
from signdesk.desktop.toolkit.announcements import announce
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_12, SPACE_16, SPACE_20
from signdesk.domain.batches import Batch

TICK_MS = 1000
PORTION = 20  # batches that join the column at once


class Board(QWidget):
    """One card a batch, made when it comes into sight. `now` gives the present time, aware."""

    verb_requested = Signal(str, str)  # batch id, verb id
    rename_requested = Signal(str)  # batch id
    clear_requested = Signal()  # everything that is finished is to leave the list
    count_changed = Signal(int)
    running_changed = Signal()  # a job has begun or ended
    batch_changed = Signal(str)  # batch id: another value, its job has begun or ended, or it is gone

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listing = Listing()
        self._filter = Filter.ALL
        self._most = PORTION
        self._loading = False
        self._top = BoardTop()
        self.filters, self.search = self._top.filters, self._top.search
        self._nothing = label("", Role.MUTED, wrap=True)
        self.undo_bar = UndoBar(side_px=SPACE_20, bottom_px=SPACE_12)
        self._column = CardColumn(now, self.search, self._listing.followers, self._listing.batch)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._column.tick)
        self._lay_out()
        self._column.verb_requested.connect(self.verb_requested)
        self._column.rename_requested.connect(self.rename_requested)
        self._column.leader_requested.connect(self._go_to)
        self._column.more_requested.connect(self._show_more)
        self._column.clear.clicked.connect(self.clear_requested)
        self.undo_bar.left.connect(self.focus_first)
        self.search.textChanged.connect(self._choose)
        self._top.filter_chosen.connect(self.choose_filter)
        self._choose()

    def set_loading(self, loading: bool) -> None:
        """Whether the batches of earlier starts are still to come: an empty board says so."""
        self._loading = loading
        self._settle(changed=False)

    def show_batch(self, batch: Batch) -> None:
        """Makes the batch's card, or draws the newer value on it."""
        self.show_batches([batch])

    def show_batches(self, batches: Iterable[Batch]) -> None:
        """The same for many: after a start with a long list."""
        news = [one for one in batches if not self._is_heard_only(one)]
        if not news:
            return
        before, changed = len(self._listing), False
        for batch in news:
            changed |= self._draw(batch)
        if len(self._listing) != before:
            self.count_changed.emit(len(self._listing))
        self._settle(changed=changed)

    def set_running(self, batch_id: str, running: bool) -> None:
        """Whether the batch has a job at work, which tells waiting by itself from waiting for a person."""
        ended = self._listing.is_running(batch_id) and not running
        changed = self._listing.set_running(batch_id, running)
        batch = self._listing.batch(batch_id)
        if batch is not None and self._column.holds(batch_id):
            self._column.draw(batch, running=running)
        if batch is not None and ended and waits_by_itself(batch, running=True):
            announce(self, state_text(batch, running=False))  # until now it was to go on by itself
        self._settle(changed=changed)
        self.batch_changed.emit(batch_id)
        self.running_changed.emit()

    def remove_batch(self, batch_id: str) -> None:
        """Takes a batch off the board; the focus goes to its neighbour."""
        self.remove_batches([batch_id])

    def remove_batches(self, batch_ids: Iterable[str]) -> None:
        """The same for many; those that are not there are no matter."""
        before = [one for one in map(self._listing.batch, batch_ids) if one is not None]
        removed = [one.id for one in before if self._listing.remove(one.id)]
        for batch in before:
            self._column.remove(batch.id)
            self._draw_followed(batch)
        if removed:
            self.count_changed.emit(len(self._listing))
            self._settle(changed=True)
            self.batch_changed.emit(removed[-1])

    def is_running(self, batch_id: str) -> bool:
        """Whether the batch has a job at work."""
        return self._listing.is_running(batch_id)

    def batch(self, batch_id: str) -> Batch | None:
        """The value that is shown for this id."""
        return self._listing.batch(batch_id)

    def followers(self, batch_id: str) -> tuple[Batch, ...]:
        """The batches that send something of this one again, the oldest first."""
        return self._listing.followers(batch_id)

    def batches(self) -> tuple[Batch, ...]:
        """All batches in the order of the board, filtered out or not."""
        return self._listing.batches()

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
        if self._listing.batch(batch_id) is None:
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

    def _is_heard_only(self, batch: Batch) -> bool:
        """Takes over a value that tells nothing new but when the server has answered, as after most looks at
        a batch that waits; the cards show it at the next tick.
        """
        before = self._listing.batch(batch.id)
        if before is None or before.heard_at is None or batch.heard_at is None:
            return False
        ticks = is_active(batch, running=self._listing.is_running(batch.id))
        if not ticks or before.replace(heard_at=batch.heard_at) != batch:
            return False
        self._listing.heard(batch)
        self._column.heard(batch)
        return True

    def _draw(self, batch: Batch) -> bool:
        """Whether other batches, or another order of them, are to be seen now."""
        before, running = self._listing.batch(batch.id), self._listing.is_running(batch.id)
        changed = self._listing.put(batch)
        if self._column.holds(batch.id):
            self._column.draw(batch, running=running)
        if self._column.card(batch.id) is None:
            if before is not None and (before.state, before.reason) != (batch.state, batch.reason):
                announce(self, state_text(batch, running=running))
            elif before is None and running:
                announce(self, order_text(batch))
        self.batch_changed.emit(batch.id)
        self._draw_followed(batch)
        return changed

    def _draw_followed(self, batch: Batch) -> None:
        """The card of which this batch sends something again says so, too, and those that follow this one."""
        others = [batch.follows, *(one.id for one in self._listing.followers(batch.id))]
        for card in map(self._column.card, filter(None, others)):
            if card is not None:
                self._column.draw(card.batch, running=card.is_running)

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
            batches = [one for one in map(listing.batch, ids) if one is not None]
            self._column.show_cards(batches, listing.is_running, listing.let_through() - len(ids))
        self._top.show_counts(self._listing.count)
        self._column.clear.setVisible(self._filter is Filter.DONE and not self.search.text().strip())
        any_batch, any_shown = len(self._listing) > 0, self._listing.let_through() > 0
        self._column.setVisible(any_shown)
        self._nothing.setVisible(not any_shown)
        empty = tr("What you seal appears here, with its progress and its result.")
        empty = tr("Loading…") if self._loading else empty
        self._nothing.show_text(tr("No batch fits the search or the filter.") if any_batch else empty)
        self._top.offer(any_batch)
        if self._column.shows_time() and not self._ticker.isActive():
            self._ticker.start()
        elif not self._column.shows_time():
            self._ticker.stop()
