"""The place of one batch in the column. It stays; the card in it is made and given back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout

from signdesk.desktop.batches.card import BatchCard, CardState
from signdesk.desktop.batches.card_texts import card_name
from signdesk.desktop.i18n.language import bind_text, on_retranslate
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch

USUAL_HEIGHT_PX = 130
_ANY_HEIGHT_PX = 16_777_215  # Qt's QWIDGETSIZE_MAX


class CardPlace(QFrame):
    """Without a card as high as the card was, or as others are, and named like it for those who hear the
    window; so nothing moves when a card comes or goes. Takes no keyboard.
    """

    def __init__(self, batch: Batch, height_px: int, state: CardState, *, running: bool) -> None:
        super().__init__()
        self.card: BatchCard | None = None
        self._batch, self._running, self._state = batch, running, state
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(height_px)
        self._say_name()
        on_retranslate(self._say_name)

    @property
    def batch(self) -> Batch:
        """The newest value, for the card that is made here later."""
        return self._batch

    @property
    def is_running(self) -> bool:
        """Whether the batch has a job at work."""
        return self._running

    def show_batch(self, batch: Batch, *, running: bool) -> None:
        """A newer value of the same batch."""
        if (batch, running) != (self._batch, self._running):
            self._batch, self._running = batch, running
            self._say_name()

    def heard(self, batch: Batch) -> None:
        """A value in which nothing but the time of the last answer is another one."""
        self._batch = batch
        if self.card is not None:
            self.card.heard(batch)

    def state(self) -> CardState:
        """What a person has done to the card, whether it is here at the moment or not."""
        return self.card.state() if self.card is not None else self._state

    def mark_put_back(self) -> None:
        """The documents went back into the list from here."""
        self._state = replace(self._state, put_back=True)
        if self.card is not None:
            self.card.mark_put_back()

    def fill(self, card: BatchCard) -> None:
        """Takes a new card in, as an earlier one was left."""
        card.restore(self._state)
        self.card = card
        self.setMinimumHeight(0)
        self.setMaximumHeight(_ANY_HEIGHT_PX)
        self._layout.addWidget(card)
        card.show()
        self._say_name()

    def give_back(self) -> None:
        """Without a card from now on. It is deleted once Qt is back in its loop."""
        card = self.card
        if card is None:
            return
        self._state, self.card = card.state(), None
        self.setFixedHeight(card.height())
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._say_name()

    def _say_name(self) -> None:
        name = "" if self.card is not None else plain(card_name(self._batch, running=self._running))
        if name != self.accessibleName():
            bind_text(self.setAccessibleName, name)
