"""At the start: what the journal holds comes back onto the board, and what was damaged is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from signdesk.desktop.language import tr, trn
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone
from signdesk.desktop.orders import Orders
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SignDeskError
from signdesk.jobs.notes import Notes

MOST_SHOWN = 200


class Recovering:
    """Used once, on the GUI thread: `open`, then `show`."""

    def __init__(self, window: MainWindow, notes: Notes, orders: Orders) -> None:
        self._window = window
        self._notes = notes
        self._orders = orders
        self._set_aside: Path | None = None

    async def open(self) -> bool:
        """False where the journal cannot be used; then a banner says why."""
        try:
            self._set_aside = await self._notes.open()
        except SignDeskError as error:
            self._window.show_banner(str(error), Tone.ERROR)
            return False
        return True

    async def show(self, *, is_connected: bool) -> None:
        """All batches that were not dismissed, the newest MOST_SHOWN of them."""
        try:
            loaded = await self._notes.load()
        except SignDeskError as error:
            self._window.show_banner(str(error), Tone.ERROR)
            return
        shown = []
        for batch in loaded.batches:
            if batch.server.practice and not batch.is_over:
                await self._notes.forget(batch.id)  # its server ended with the program that started it
            elif not self._orders.is_elsewhere(batch):
                shown.append(awaiting_sign_in(batch))
        self._orders.recover(shown[-MOST_SHOWN:])
        unfinished = 0 if is_connected else sum(not one.is_over for one in shown)
        self._tell(loaded.set_aside, unfinished)

    def _tell(self, bad_rows: Sequence[str], unfinished: int) -> None:
        told = list(bad_rows)
        if self._set_aside is not None:
            name = shown_name(str(self._set_aside))
            told.insert(0, tr("The journal was damaged. It was kept as {file}.", file=name))
        if unfinished:
            text = trn("%n batch is not finished.", "%n batches are not finished.", unfinished)
            told.append(f"{text} {tr('Connect to its server to go on.')}")
        if told:
            self._window.show_banner(" ".join(told), Tone.NEEDS)


def awaiting_sign_in(batch: Batch) -> Batch:
    """As it is shown until somebody signs in to its server; its row in the journal stays as it is."""
    if batch.is_over or batch.state is BatchState.NEEDS_YOU:
        return batch
    words = tr(
        "It goes on where it was, as soon as SignDesk is connected to {server}.", server=batch.server.base_url
    )
    return batch.held(BatchState.WAITING, Reason.SIGN_IN, words)
