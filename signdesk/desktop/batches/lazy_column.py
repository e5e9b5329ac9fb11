"""A column of places for batches, of which only those in sight hold a card: which ones do, and what keeps its
place on the screen meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from signdesk.desktop.batches.card import BatchCard, CardState
from signdesk.desktop.batches.order import Order
from signdesk.desktop.batches.place import USUAL_HEIGHT_PX, CardPlace
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.layouts import ScrollColumn

FEWEST_CARDS = 8  # from the top of what is seen, however low the window is
MADE_WITHIN = 0.5  # how far above and below what is seen cards are made, in its own height
KEPT_WITHIN = 1.0  # how far they are kept: whoever turns round meets the same cards

Span = tuple[int, int]  # top and bottom of a part, in pixels from the column's top


class LazyColumn(ScrollColumn):
    """A card is made when its place comes near what is seen, or beside the card with the keyboard. Cards are
    given back from a timer alone, when Qt is in its loop and lays out nothing. Subclasses say how a card is
    made (`_new_card`) and what to do once it is in its place (`_placed`).
    """

    def __init__(self, *, bottom_px: int) -> None:
        super().__init__(bottom_px=bottom_px)
        self._places: dict[str, CardPlace] = {}  # of those that are shown
        self._left: dict[str, CardState] = {}  # of cards whose batch is not shown at the moment
        self._order = Order()  # of the places, as in the layout
        self._chains: dict[str, tuple[QWidget, ...]] = {}  # what takes the keyboard in each card
        self._shown: list[str] = []
        self._settling = False
        self._trim_timer = QTimer(self)
        self._trim_timer.setSingleShot(True)
        self._trim_timer.setInterval(0)
        self._trim_timer.timeout.connect(self._tidy)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more."""
        super().resizeEvent(event)
        self._trim_timer.start()

    def holds(self, batch_id: str) -> bool:
        """Whether the batch has a place here, with or without a card."""
        return batch_id in self._places

    def card(self, batch_id: str) -> BatchCard | None:
        """The card of a batch, while it has one."""
        place = self._places.get(batch_id)
        return place.card if place is not None else None

    def reached(self, batch_id: str) -> BatchCard | None:
        """The card of a batch that is shown, made where need be and scrolled to; None for any other."""
        if batch_id not in self._shown:
            return None
        for _ in range(2):  # cards that are made on the way may be higher than their places were
            self._settle(batch_id, moved=True)
            self.ensureWidgetVisible(self._places[batch_id])
        return self._places[batch_id].card

    def mark_put_back(self, batch_id: str) -> None:
        """The documents of this batch went back into the list."""
        if (place := self._places.get(batch_id)) is not None:
            place.mark_put_back()
        else:
            self._left[batch_id] = replace(self._left.get(batch_id, CardState()), put_back=True)

    def shown(self) -> tuple[str, ...]:
        """The ids of those that can be scrolled to, from top to bottom."""
        return tuple(self._shown)

    def _new_card(self, place: CardPlace) -> BatchCard:
        raise NotImplementedError

    def _placed(self, card: BatchCard) -> None:
        raise NotImplementedError

    def _add_place(self, batch_id: str, place: CardPlace) -> None:
        place.hide()
        self._places[batch_id] = place

    def _drop_place(self, batch_id: str) -> None:
        place = self._places.pop(batch_id)
        if (state := place.state()) != CardState():
            self._left[batch_id] = state
        self._order.remove(batch_id)
        self._chains.pop(batch_id, None)
        place.hide()
        self.column.removeWidget(place)
        place.deleteLater()

    def _usual_height_px(self) -> int:
        heights = [place.height() for place in self._places.values() if place.card is not None]
        return sum(heights) // len(heights) if heights else theme.sizes().scaled(USUAL_HEIGHT_PX)

    @contextmanager
    def _unsettled(self) -> Iterator[None]:
        """No card is made or given back meanwhile."""
        before, self._settling = self._settling, True
        try:
            yield
        finally:
            self._settling = before

    def _scrolled(self, _value_px: int) -> None:
        self._settle()

    def _resized(self, _least_px: int, _most_px: int) -> None:
        self._trim_timer.start()

    def _settle(self, wanted: str = "", *, moved: bool = False) -> None:
        """Makes the cards that are needed now, and that of `wanted`. What is seen stays where it is. `moved`:
        the layout may not be up to date.
        """
        if self._settling or not self._shown:
            return
        with self._unsettled():
            if moved:
                self._lay_out_now()
            while missing := [one for one in self._near(MADE_WITHIN, wanted) if self.card(one) is None]:
                self._make_cards(missing)
        self._trim_timer.start()

    def _tidy(self) -> None:
        """Qt is idle: makes what is missing, and gives back what is far out of sight."""
        if self._settling or not self._shown:
            return
        self._settle(moved=True)
        self._trim_timer.stop()
        kept = set(self._near(KEPT_WITHIN))
        for batch_id, place in self._places.items():
            if place.card is not None and batch_id not in kept and not _has_menu(place.card):
                place.give_back()
                self._chains.pop(batch_id, None)

    def _near(self, within: float, wanted: str = "") -> list[str]:
        """The ids of those near what is seen, and of the card with the keyboard and of `wanted` with those
        beside them.
        """
        numbers = near(self._spans(), self.verticalScrollBar().value(), self.viewport().height(), within)
        for one in {wanted, self._focused()} & set(self._shown):
            number = self._shown.index(one)
            numbers |= set(range(max(0, number - 1), min(number + 2, len(self._shown))))
        return [self._shown[number] for number in sorted(numbers)]

    def _make_cards(self, batch_ids: Iterable[str]) -> None:
        bar = self.verticalScrollBar()
        anchor = self._places[self._shown[top_part(self._spans(), bar.value())]]
        above_px = anchor.y() - bar.value()
        for batch_id in batch_ids:
            place = self._places[batch_id]
            card = self._new_card(place)
            place.fill(card)
            self._placed(card)
        self._lay_out_now()
        if bar.value():
            bar.setValue(anchor.y() - above_px)

    def _lay_out_now(self) -> None:
        """All places and heights as they will be; Qt does so when it is idle."""
        self.column.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _spans(self) -> list[tuple[int, int]]:
        areas = [self._places[one].geometry() for one in self._shown]
        return [(area.y(), area.y() + area.height()) for area in areas]

    def _focused(self) -> str:
        """The id of the batch whose card has the keyboard, or "". Our own `focusWidget` would tell of the
        last one that had it.
        """
        widget: QWidget | None = self.window().focusWidget()
        while widget is not None and not isinstance(widget, BatchCard):
            widget = widget.parentWidget()
        return widget.batch.id if widget is not None else ""


def _has_menu(card: BatchCard) -> bool:
    """Whether a menu of it is open."""
    menu = QApplication.activePopupWidget()
    return menu is not None and menu.parentWidget() is card


def near(spans: Sequence[Span], top_px: int, height_px: int, within: float) -> set[int]:
    """The numbers of those that are worth a card while `height_px` from `top_px` on are seen: also the first
    and the last, to which Tab leads from outside.
    """
    least, most = top_px - within * height_px, top_px + (1 + within) * height_px
    found = {n for n, (top, bottom) in enumerate(spans) if bottom >= least and top <= most}
    first = top_part(spans, top_px)
    ends = {0, len(spans) - 1} if spans else set()
    return found | ends | set(range(first, min(first + FEWEST_CARDS, len(spans))))


def top_part(spans: Sequence[Span], top_px: int) -> int:
    """The number of the first that is seen; 0 where none is."""
    return next((n for n, (_, bottom) in enumerate(spans) if bottom > top_px), 0)
