"""The cards themselves, one below the other. A card is made when its batch comes into sight, then drawn in
place and never rebuilt; so a list of thousands costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from signdesk.desktop import messages
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.order import Order, key_of
from signdesk.desktop.controls import button
from signdesk.desktop.language import show, tr, trn
from signdesk.desktop.scrolling import ScrollColumn
from signdesk.desktop.tokens import SPACE_20
from signdesk.domain.batches import Batch

HIDDEN_KEPT = 40  # cards out of sight that wait for another filter
OTHERS_A_TICK = 5  # cards out of sight that tell the time anew: only a screen reader reaches them


class CardColumn(ScrollColumn):
    """`now` gives the present time, aware. `above` is what the keyboard comes from."""

    verb_wanted = Signal(str, str)  # batch id, verb id
    rename_wanted = Signal(str)  # batch id
    leader_wanted = Signal(str)  # batch id
    more_wanted = Signal()  # the end of what is shown has come into sight

    def __init__(
        self,
        now: Callable[[], datetime],
        above: QWidget,
        followers: Callable[[str], tuple[Batch, ...]],
        batch: Callable[[str], Batch | None],
    ) -> None:
        super().__init__(bottom_px=SPACE_20)
        self._now = now
        self._above = above
        self._followers = followers
        self._batch = batch
        self._cards: dict[str, BatchCard] = {}
        self._order = Order()
        self._shown: list[str] = []
        self._timed: set[str] = set()
        self._in_sight: set[str] = set()  # at the last tick
        self._others_told = 0  # of those out of sight, since the first one had its turn
        self._chains: dict[str, tuple[QWidget, ...]] = {}
        self.more = button("", "link")
        self.more.clicked.connect(self._more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.clear = button(tr("Remove all finished from the list…"), "link")
        self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.more.hide()
        self.clear.hide()
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tick_what_came())

    def show_cards(self, batches: Sequence[Batch], running: Callable[[str], bool], hidden: int) -> None:
        """Exactly these, in this order; `hidden` more would come below."""
        shown = [one.id for one in batches]
        for batch in batches:
            self.draw(batch, running=running(batch.id))
        wanted = set(shown)
        for batch_id in [one for one in self._shown if one not in wanted]:
            if (card := self._cards.get(batch_id)) is not None:
                card.hide()
        for batch_id in shown:
            if self._cards[batch_id].isHidden():
                self._cards[batch_id].show()
        self._shown = shown
        self._forget_hidden(wanted)
        text = trn("%n more batch", "%n more batches", hidden) if hidden else ""
        if self.more.text() != text:
            show(self.more.setText, text)
            self.more.setVisible(bool(text))

    def draw(self, batch: Batch, *, running: bool) -> None:
        """Makes the batch's card, or draws the newer value on it."""
        card = self._cards.get(batch.id)
        if card is None:
            card = self._made(batch, running)
        card.set_running(running)
        card.show_batch(batch)
        card.show_followers(self._followers(batch.id))
        card.show_leader(self._batch(batch.follows) if batch.follows else None)
        moved = self._order.put(key_of(batch, running=running))
        if moved:
            self.column.removeWidget(card)
            self.column.insertWidget(self._order.place(batch.id), card)
            self._stack(batch.id)
        if moved or self._chains.get(batch.id) != card.tab_chain():
            self._chain_up(batch.id)
        timed = messages.is_active(batch, running=running) and batch.heard_at is not None
        (self._timed.add if timed else self._timed.discard)(batch.id)

    def remove(self, batch_id: str) -> None:
        """Takes a card away; the focus goes to its neighbour."""
        card = self._cards.pop(batch_id, None)
        if card is None:
            return
        focus = self.window().focusWidget()  # our own `focusWidget` would be the last one that was in here
        if focus is not None and (focus is card or card.isAncestorOf(focus)):
            self._neighbour(batch_id).setFocus(Qt.FocusReason.OtherFocusReason)
        self.column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._order.remove(batch_id)
        self._chains.pop(batch_id, None)
        self._timed.discard(batch_id)
        self._shown = [one for one in self._shown if one != batch_id]

    def card(self, batch_id: str) -> BatchCard | None:
        """The card of a batch, while it has one."""
        return self._cards.get(batch_id)

    def shown(self) -> tuple[BatchCard, ...]:
        """From top to bottom."""
        return tuple(self._cards[one] for one in self._shown)

    def shows_time(self) -> bool:
        """Whether a card tells how long ago something was."""
        return bool(self._timed)

    def heard(self, batch: Batch) -> None:
        """A value in which nothing but the time of the last answer is another one."""
        if (card := self._cards.get(batch.id)) is not None:
            card.heard(batch)

    def tick(self) -> None:
        """Brings what tells the time up to date: at once what is in sight, in turn what is not."""
        timed = [one for one in self._shown if one in self._timed]
        self._in_sight = {one for one in timed if self._is_in_sight(one)}
        others = [one for one in timed if one not in self._in_sight]
        begin = self._others_told if self._others_told < len(others) else 0
        self._others_told = begin + OTHERS_A_TICK
        for batch_id in (*self._in_sight, *others[begin : self._others_told]):
            self._cards[batch_id].tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Home and End go from card to card."""
        if not isinstance(watched, BatchCard) or not isinstance(event, QKeyEvent):
            return bool(super().eventFilter(watched, event))
        return event.type() == QEvent.Type.KeyPress and self._go(watched, Qt.Key(event.key()))

    def _is_in_sight(self, batch_id: str) -> bool:
        return not self._cards[batch_id].visibleRegion().isEmpty()

    def _tick_what_came(self) -> None:
        """What is scrolled into sight tells the time right."""
        in_sight = {one for one in self._shown if one in self._timed and self._is_in_sight(one)}
        for batch_id in in_sight - self._in_sight:
            self._cards[batch_id].tick()
        self._in_sight = in_sight

    def _made(self, batch: Batch, running: bool) -> BatchCard:
        card = BatchCard(batch, self._now, running=running)
        card.verb_wanted.connect(self.verb_wanted)
        card.rename_wanted.connect(self.rename_wanted)
        card.leader_wanted.connect(self.leader_wanted)
        card.unfolded.connect(lambda: self._chain_up(batch.id))
        card.installEventFilter(self)
        card.hide()
        self._cards[batch.id] = card
        return card

    def _go(self, card: BatchCard, key: Qt.Key) -> bool:
        cards = self.shown()
        place = cards.index(card)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(cards) - 1}
        steps = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1}
        wanted = {**ends, **steps}.get(key)
        if wanted is None:
            return False
        if 0 <= wanted < len(cards):
            cards[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(cards[wanted])
            if wanted == len(cards) - 1 and not self.more.isHidden():
                self.more_wanted.emit()
        return True

    def _neighbour(self, batch_id: str) -> QWidget:
        """The card below, else the one above, else what is above all."""
        place = self._shown.index(batch_id) if batch_id in self._shown else 0
        others = [
            one for one in (*self._shown[place + 1 :], *reversed(self._shown[:place])) if one in self._cards
        ]
        return self._cards[others[0]] if others else self._above

    def _forget_hidden(self, wanted: set[str]) -> None:
        out_of_sight = [one for one in self._cards if one not in wanted]
        for batch_id in out_of_sight[: max(0, len(out_of_sight) - HIDDEN_KEPT)]:
            self.remove(batch_id)

    def _chain_up(self, batch_id: str) -> None:
        """Tab follows reading order, from `above` through the cards from top to bottom."""
        before = self._order.before(batch_id)
        chain = self._cards[batch_id].tab_chain()
        self._chains[batch_id] = chain
        last = self._chains[before][-1] if before is not None else self._above
        _chained((last, *chain))
        if batch_id == list(self._order)[-1]:
            _chained((chain[-1], self.more, self.clear))

    def _stack(self, batch_id: str) -> None:
        """A screen reader hears the cards in the order of the widgets, whatever their place on the screen."""
        after = self._order.after(batch_id)
        if after is not None:
            self._cards[batch_id].stackUnder(self._cards[after])
            return
        for one in (self._cards[batch_id], self.more, self.clear):
            one.raise_()

    def _look_for_end(self, value_px: int) -> None:
        bar = self.verticalScrollBar()
        if not self.more.isHidden() and value_px > bar.maximum() - self.viewport().height():
            self.more_wanted.emit()

    def _more(self) -> None:
        """By keyboard: on to the first of those that come."""
        count = len(self._shown)
        self.more_wanted.emit()
        if len(self._shown) > count:
            self._cards[self._shown[count]].setFocus(Qt.FocusReason.OtherFocusReason)


def _chained(widgets: Iterable[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
