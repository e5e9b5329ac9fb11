"""The cards themselves, one below the other: what is drawn on them, and how the keyboard goes through them.
Which batches have a card at the moment is decided in `lazy_column`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from signdesk.desktop.batches import card_texts
from signdesk.desktop.batches.card import BatchCard, CardActions, CardState
from signdesk.desktop.batches.lazy_column import LazyColumn
from signdesk.desktop.batches.order import key_of
from signdesk.desktop.batches.place import CardPlace
from signdesk.desktop.i18n.language import bind_text, tr, trn
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.tokens import SPACE_20
from signdesk.domain.batches import Batch
from signdesk.jobs.batch_store import BatchStore


class CardColumn(LazyColumn):
    """`now` gives the present time, aware. `above` is what the keyboard comes from. `show_more` is called
    when the end of what is shown has come into sight; `act` and `go_to` as in `CardActions`.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        above: QWidget,
        store: BatchStore,
        *,
        act: Callable[[str, str], object],
        go_to: Callable[[str], object],
        show_more: Callable[[], object],
    ) -> None:
        super().__init__(bottom_px=SPACE_20)
        self._now = now
        self._above = above
        self._store = store
        self._actions = CardActions(act, go_to, self._chain_up)
        self._show_more = show_more
        self._timed: set[str] = set()
        self.more = button("", "link")
        self.more.clicked.connect(self._more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.clear = button(tr("Remove all finished from the list…"), "link")
        self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.more.hide()
        self.clear.hide()
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    def show_cards(self, batches: Sequence[Batch], hidden: int) -> None:
        """Exactly these, in this order; `hidden` more would come below."""
        with self._unsettled():
            for batch in batches:
                self.draw(batch)
            self._shown = [one.id for one in batches]
            wanted = set(self._shown)
            for batch_id in [one for one in self._places if one not in wanted]:
                self._drop_place(batch_id)
            for batch_id in self._shown:
                if self._places[batch_id].isHidden():
                    self._places[batch_id].show()
            text = trn("%n more batch", "%n more batches", hidden) if hidden else ""
            if self.more.text() != text:
                bind_text(self.more.setText, text)
                self.more.setVisible(bool(text))
        self._settle(moved=True)

    def draw(self, batch: Batch) -> None:
        """Draws the newer value on the batch's card, or keeps it for the card that will be made here."""
        running = self._store.is_running(batch.id)
        place = self._places.get(batch.id)
        if place is None:
            state = self._left.pop(batch.id, CardState())
            place = CardPlace(batch, self._usual_height_px(), state, running=running)
            self._add_place(batch.id, place)
        place.show_batch(batch, running=running)
        card = place.card
        if card is not None:
            self._draw_card(card, batch, running)
        moved = self._order.put(key_of(batch, running=running))
        if moved:
            self.column.removeWidget(place)
            self.column.insertWidget(self._order.place(batch.id), place)
            self._stack(batch.id)
        if card is not None and (moved or self._chains.get(batch.id) != card.tab_chain()):
            self._chain_up(batch.id)
        timed = card_texts.is_active(batch, running=running) and batch.heard_at is not None
        (self._timed.add if timed else self._timed.discard)(batch.id)

    def remove(self, batch_id: str) -> None:
        """Takes a batch out of the column; the focus goes to its neighbour."""
        if self.holds(batch_id):
            had_focus, neighbour = self._focused() == batch_id, self._neighbour(batch_id)
            self._shown = [one for one in self._shown if one != batch_id]
            if had_focus:
                neighbour.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drop_place(batch_id)
        self._left.pop(batch_id, None)

    def shows_time(self) -> bool:
        """Whether a card tells how long ago something was."""
        return bool(self._timed)

    def heard(self, batch: Batch) -> None:
        """A value in which nothing but the time of the last answer is another one."""
        if (place := self._places.get(batch.id)) is not None:
            place.heard(batch)

    def tick(self) -> None:
        """Brings what tells the time up to date."""
        for card in map(self.card, self._timed):
            if card is not None:
                card.tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Home and End go from card to card; those beside the card with the keyboard are there."""
        if isinstance(watched, BatchCard) and event.type() == QEvent.Type.FocusIn:
            self._settle()
        if not isinstance(watched, BatchCard) or not isinstance(event, QKeyEvent):
            return bool(super().eventFilter(watched, event))
        return event.type() == QEvent.Type.KeyPress and self._go(watched, Qt.Key(event.key()))

    def _new_card(self, place: CardPlace) -> BatchCard:
        batch, running = place.batch, place.is_running
        card = BatchCard(batch, self._now, self._actions, running=running)
        card.installEventFilter(self)
        self._draw_card(card, batch, running)
        return card

    def _placed(self, card: BatchCard) -> None:
        self._chain_up(card.batch.id)

    def _draw_card(self, card: BatchCard, batch: Batch, running: bool) -> None:
        leader = self._store.get(batch.follows) if batch.follows else None
        card.show_batch(batch, running=running, followers=self._store.followers(batch.id), leader=leader)

    def _go(self, card: BatchCard, key: Qt.Key) -> bool:
        place, last = self._shown.index(card.batch.id), len(self._shown) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        steps = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1}
        wanted = {**ends, **steps}.get(key)
        if wanted is None:
            return False
        if 0 <= wanted <= last:
            self._go_to(self._shown[wanted])
            if wanted == last and not self.more.isHidden():
                self._show_more()
        return True

    def _go_to(self, batch_id: str) -> None:
        if (card := self.reached(batch_id)) is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _neighbour(self, batch_id: str) -> QWidget:
        """The card below, else the one above, else what is above all."""
        place = self._shown.index(batch_id) if batch_id in self._shown else 0
        others = map(self.card, (*self._shown[place + 1 :], *reversed(self._shown[:place])))
        return next((one for one in others if one is not None), self._above)

    def _chain_up(self, batch_id: str) -> None:
        """Tab follows reading order, from `above` through the cards from top to bottom."""
        card = self.card(batch_id)
        if card is None:
            return
        before = self._order.before(batch_id)
        while before is not None and before not in self._chains:
            before = self._order.before(before)
        self._chains[batch_id] = chain = card.tab_chain()
        _chained((self._chains[before][-1] if before is not None else self._above, *chain))
        if not any(one in self._chains for one in self._order.below(batch_id)):
            _chained((chain[-1], self.more, self.clear))

    def _stack(self, batch_id: str) -> None:
        """A screen reader hears the cards in the order of the widgets, whatever their place on the screen."""
        after = self._order.after(batch_id)
        if after is not None:
            self._places[batch_id].stackUnder(self._places[after])
            return
        for one in (self._places[batch_id], self.more, self.clear):
            one.raise_()

    def _look_for_end(self, value_px: int) -> None:
        bar = self.verticalScrollBar()
        if not self.more.isHidden() and value_px > bar.maximum() - self.viewport().height():
            self._show_more()

    def _more(self) -> None:
        """By keyboard: on to the first of those that come."""
        count = len(self._shown)
        self._show_more()
        if len(self._shown) > count:
            self._go_to(self._shown[count])


def _chained(widgets: Iterable[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
