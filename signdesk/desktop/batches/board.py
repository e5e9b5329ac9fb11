"""The right pane: all batches as cards, with filters, search and a stable order. Cards are never rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop import messages, theme
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.order import Filter, Order, matches
from signdesk.desktop.controls import Chip
from signdesk.desktop.flow import flowing
from signdesk.desktop.language import tr
from signdesk.desktop.scrolling import ScrollColumn
from signdesk.desktop.text import Role, label
from signdesk.desktop.tokens import HEADING_ROW_PX, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from signdesk.domain.batches import Batch

TICK_MS = 1000


class Board(QWidget):
    """One card a batch. `now` gives the present time, aware."""

    verb_wanted = Signal(str, str)  # batch id, verb id
    count_changed = Signal(int)
    running_changed = Signal()  # a job has begun or ended

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now = now
        self._cards: dict[str, BatchCard] = {}
        self._order = Order()
        self._running: set[str] = set()
        self._shown: set[str] = set()
        self._timed: set[str] = set()
        self._chains: dict[str, tuple[QWidget, ...]] = {}
        self._filter = Filter.ALL
        self.filters = {one: Chip() for one in Filter}
        self.search = QLineEdit()
        self._nothing = label("", Role.MUTED, wrap=True)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._lay_out()
        self.search.textChanged.connect(self._refresh)
        self._refresh()

    def show_batch(self, batch: Batch) -> None:
        """Makes the batch's card, or draws the newer value on it."""
        self._draw(batch)
        self._settle()

    def show_batches(self, batches: Iterable[Batch]) -> None:
        """The same for many: after a start with a long list."""
        for batch in batches:
            self._draw(batch)
        self._settle()

    def set_running(self, batch_id: str, running: bool) -> None:
        """Whether the batch has a job at work, which tells waiting by itself from waiting for a person."""
        (self._running.add if running else self._running.discard)(batch_id)
        card = self._cards.get(batch_id)
        if card is not None and card.is_running != running:
            card.set_running(running)
            self._place(card)
            self._settle()
        self.running_changed.emit()

    def remove_batch(self, batch_id: str) -> None:
        """Takes a card off the board; the focus goes to its neighbour."""
        card = self._cards.pop(batch_id, None)
        if card is None:
            return
        place = self._order.place(batch_id)
        if (focus := self.focusWidget()) and (focus is card or card.isAncestorOf(focus)):
            neighbour = self._column.itemAt(place + 1)
            target = neighbour.widget() if neighbour else None
            (target or self.search).setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._order.remove(batch_id)
        self._chains.pop(batch_id, None)
        for kept in (self._running, self._shown, self._timed):
            kept.discard(batch_id)
        self.count_changed.emit(len(self._cards))
        self._settle()

    def batch(self, batch_id: str) -> Batch | None:
        """The value that is shown for this id."""
        card = self._cards.get(batch_id)
        return card.batch if card else None

    def batches(self) -> tuple[Batch, ...]:
        """All batches in the order of the board, filtered out or not."""
        return tuple(card.batch for card in self._ordered())

    def card(self, batch_id: str) -> BatchCard | None:
        """The card of a batch."""
        return self._cards.get(batch_id)

    def shown_cards(self) -> tuple[BatchCard, ...]:
        """The cards that the filter and the search let through, from top to bottom."""
        return tuple(card for card in self._ordered() if not card.isHidden())

    def choose_filter(self, chosen: Filter) -> None:
        """As a click on the filter's button."""
        self._filter = chosen
        self.filters[chosen].setChecked(True)
        self._refresh()

    def reveal(self, batch_id: str) -> None:
        """Scrolls to a batch, past filter and search."""
        card = self._cards.get(batch_id)
        if card is None:
            return
        if card.isHidden():
            self.search.clear()
            self.choose_filter(Filter.ALL)
        self._scroll.ensureWidgetVisible(card)

    def focus_first(self) -> None:
        """Puts the keyboard on the first card, or on the search where there is none."""
        shown = self.shown_cards()
        (shown[0] if shown else self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from card to card."""
        if isinstance(watched, BatchCard) and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.type() == QEvent.Type.KeyPress:
                self._go(watched, step)
                return True
        return bool(super().eventFilter(watched, event))

    def _draw(self, batch: Batch) -> None:
        card = self._cards.get(batch.id)
        if card is None:
            card = BatchCard(batch, self._now, running=batch.id in self._running)
            card.verb_wanted.connect(self.verb_wanted)
            card.unfolded.connect(lambda: self._chain_up(batch.id))
            card.installEventFilter(self)
            self._cards[batch.id] = card
            self._place(card)
            self.count_changed.emit(len(self._cards))
        else:
            card.show_batch(batch)
            self._place(card)

    def _go(self, card: BatchCard, step: int) -> None:
        shown = self.shown_cards()
        place = shown.index(card) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(shown[place])

    def _lay_out(self) -> None:
        heading = label(tr("Batches"), Role.HEADING)
        heading.setMinimumWidth(80)
        group = QButtonGroup(self)
        for one, chip in self.filters.items():
            chip.setChecked(one is Filter.ALL)
            chip.clicked.connect(lambda _checked=False, chosen=one: self.choose_filter(chosen))
            group.addButton(chip)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search batches by file name, process or number"))
        self.search.setProperty("compact", "yes")
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.setMaxLength(200)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        heading.setMinimumHeight(theme.sizes().scaled(HEADING_ROW_PX))
        chips = list(self.filters.values())
        chips[0].setProperty("trailing", True)
        self._top = flowing(heading, *chips, self.search, spacing_px=SPACE_8 // 2)
        self._scroll = ScrollColumn(bottom_px=SPACE_20)
        self._column = self._scroll.column
        self._column.addStretch(1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_16, 0, 0)
        layout.setSpacing(SPACE_12)
        self._top.setContentsMargins(SPACE_20, 0, SPACE_20, 0)
        layout.addWidget(self._top)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._nothing, 1)

    def _ordered(self) -> list[BatchCard]:
        return [self._cards[batch_id] for batch_id in self._order.ids()]

    def _refresh(self) -> None:
        """After another filter or other words to search for."""
        for card in self._cards.values():
            self._show_or_hide(card)
        self._settle()

    def _place(self, card: BatchCard) -> None:
        """One card where it belongs. The others stay untouched, which is what keeps a long board quick."""
        batch = card.batch
        moved = self._order.put(batch, running=card.is_running)
        if moved:
            self._column.removeWidget(card)
            self._column.insertWidget(self._order.place(batch.id), card)
        self._show_or_hide(card)
        if moved or self._chains.get(batch.id) != card.tab_chain():
            self._chain_up(batch.id)
        timed = messages.is_active(batch, running=card.is_running) and batch.heard_at is not None
        (self._timed.add if timed else self._timed.discard)(batch.id)

    def _show_or_hide(self, card: BatchCard) -> None:
        batch = card.batch
        wanted = self.search.text().strip().casefold()
        shown = self._order.fits(batch.id, self._filter) and matches(batch, wanted)
        (self._shown.add if shown else self._shown.discard)(batch.id)
        if card.isHidden() is shown:
            card.setVisible(shown)

    def _settle(self) -> None:
        """Counts, the words where no card is shown, and the clock."""
        self._count()
        any_card, any_shown = bool(self._cards), bool(self._shown)
        self._scroll.setVisible(any_shown)
        self._nothing.setVisible(not any_shown)
        empty = tr("What you seal appears here, with its progress and its result.")
        self._nothing.show_text(tr("No batch fits the search or the filter.") if any_card else empty)
        for one in (*self.filters.values(), self.search):
            one.setVisible(any_card)
        if self._timed and not self._ticker.isActive():
            self._ticker.start()
        elif not self._timed:
            self._ticker.stop()

    def _chain_up(self, batch_id: str) -> None:
        """Tab follows reading order, from the search through the cards from top to bottom."""
        above = self._order.before(batch_id)
        chain = self._cards[batch_id].tab_chain()
        self._chains[batch_id] = chain
        last = self._chains[above][-1] if above is not None else self.search
        for before, after in pairwise((last, *chain)):
            QWidget.setTabOrder(before, after)

    def _count(self) -> None:
        words = {
            Filter.ALL: tr("All"),
            Filter.ACTIVE: tr("Active"),
            Filter.NEEDS_YOU: tr("Needs you"),
            Filter.DONE: tr("Done"),
        }
        for one, chip in self.filters.items():
            text = f"{words[one]} {self._order.count(one)}"
            if chip.text() != text:
                chip.setText(text)

    def _tick(self) -> None:
        for batch_id in self._timed & self._shown:
            self._cards[batch_id].tick()
