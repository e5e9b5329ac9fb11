"""“Seal N documents”: what is in the list becomes an order, as the settings of this moment say.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from signdesk.desktop import dialogs
from signdesk.desktop.connecting import Connecting
from signdesk.desktop.language import tr
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone
from signdesk.desktop.orders import Orders
from signdesk.desktop.remembering import Remembering
from signdesk.desktop.set_up import SetUp
from signdesk.desktop.tasks import TaskOwner
from signdesk.domain.batches import new_batch
from signdesk.domain.connections import split
from signdesk.domain.documents import Document
from signdesk.domain.errors import SignDeskError
from signdesk.domain.processes import Process
from signdesk.jobs.ordering import sent_by
from signdesk.jobs.session import Session


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the person saw when the button was pressed."""

    session: Session
    process: Process
    documents: tuple[Document, ...]


class Sealing:
    """`folder_chosen` is called with the folder that was chosen for an order."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        connecting: Connecting,
        orders: Orders,
        set_up: SetUp,
        remembering: Remembering,
        *,
        folder_chosen: Callable[[Path], None],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._connecting = connecting
        self._orders = orders
        self._set_up = set_up
        self._remembering = remembering
        self._folder_chosen = folder_chosen
        self._is_asking = False

    def begin(self) -> None:
        """Orders what is in the list; where that is wished, after asking for the folder."""
        intake, session = self._window.intake, self._connecting.current
        documents, process, folder = intake.model.documents(), intake.process(), intake.folder()
        if session is None or not documents or process is None or folder is None:
            return
        wanted = _Wanted(session, process, documents)
        if not self._set_up.settings.saving.ask_each_time:
            self._order(wanted, folder)
        elif not self._is_asking:  # a double click is one order
            self._is_asking = True
            self._tasks.start(self._ask(wanted, folder), "ask for the folder")

    async def _ask(self, wanted: _Wanted, folder: Path) -> None:
        try:
            there = await asyncio.to_thread(_nearest, folder)
            chosen = await dialogs.choose_folder(self._window, tr("Save the result to"), there)
        finally:
            self._is_asking = False
        if chosen is None:
            return
        if self._connecting.current is not wanted.session:
            self._window.show_banner(tr("The server has changed meanwhile. Nothing was sent."), Tone.NEEDS)
            return
        self._folder_chosen(chosen)
        self._order(wanted, chosen)

    def _order(self, wanted: _Wanted, folder: Path) -> None:
        session, intake = wanted.session, self._window.intake
        delivery = self._set_up.settings.saving.delivery
        try:
            for part in split(wanted.documents, self._set_up.reaching.limits(session.server)):
                batch = new_batch(
                    part,
                    wanted.process,
                    session.server,
                    folder,
                    datetime.now(UTC),
                    delivery=delivery,
                    sent_by=sent_by(),
                )
                self._orders.start(batch, session)
                intake.model.remove_documents(part)
        except SignDeskError as error:  # too large for any batch, or no data folder; the rest stays listed
            self._window.show_banner(str(error), Tone.ERROR)
            return
        intake.clear_note()
        self._remembering.keep_order(session.server, wanted.process, folder)
        self._window.board.reveal(batch.id)
        self._window.show_pane("batches")


def _nearest(folder: Path) -> Path:
    """The folder, or what is there of the way to it. Blocking."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
