"""“Seal N documents”: what is in the list becomes an order, as the settings of this moment say.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.ui_state import UiState
from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.connections.connecting import Connecting
from signdesk.desktop.connections.set_up import SetUp
from signdesk.desktop.documents.seal_request import SealRequest
from signdesk.desktop.documents.sealing_again import wants_again
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch, Mount, new_batch
from signdesk.domain.connections import split
from signdesk.domain.documents import Document
from signdesk.domain.errors import SavingProblem, SignDeskError
from signdesk.jobs.order_terms import sent_by
from signdesk.jobs.session import Session
from signdesk.jobs.target import ordered_target
from signdesk.storage.settings_guard import SettingsGuard


class Sealing:
    """`is_as_it_was` says whether documents still are what was added, `are_new` whether none of an order went
    through its process before; `folder_chosen` is called with the folder that was chosen for an order;
    `guard` says what the files of settings forbid at that moment.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        connecting: Connecting,
        orders: BatchJobs,
        set_up: SetUp,
        remembering: UiState,
        *,
        is_as_it_was: Callable[[Sequence[Document]], Awaitable[bool]],
        are_new: Callable[[SealRequest], Awaitable[bool]],
        folder_chosen: Callable[[Path], None],
        guard: SettingsGuard,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._connecting = connecting
        self._batch_jobs = orders
        self._set_up = set_up
        self._ui_state = remembering
        self._is_as_it_was = is_as_it_was
        self._are_new = are_new
        self._folder_chosen = folder_chosen
        self._guard = guard
        self._is_beginning = False

    def begin(self, request: SealRequest) -> None:
        """Orders what the button showed; where that is wished, after asking for the folder."""
        if not self._is_beginning:  # a double click is one order
            self._is_beginning = True
            self._tasks.start(self._begin(request), "order what is in the list")

    async def _begin(self, request: SealRequest) -> None:
        try:
            if not request.again or await wants_again(self._window, request):
                await self._order_as_seen(request)
        finally:
            self._is_beginning = False

    async def _order_as_seen(self, request: SealRequest) -> None:
        """Nothing is sent where a document has changed since it was added: its row says so instead."""
        if request.session is None or not await self._is_as_it_was(request.documents):
            return
        if not request.again and not await self._are_new(request):
            return
        asks = self._set_up.settings.saving.ask_each_time
        folder = await self._asked(request.folder) if asks else request.folder
        if folder is None:
            return
        why = await asyncio.to_thread(
            self._guard.obstacle, request.session.server, self._connecting.connection_id
        )
        if why:
            self._window.show_banner(why, Tone.NEEDS)
            return
        if self._connecting.current is not request.session:
            self._window.show_banner(tr("The server has changed meanwhile. Nothing was sent."), Tone.NEEDS)
            return
        if folder != request.folder:
            self._folder_chosen(folder)
        model = self._window.intake.model
        listed = set(model.sealed_documents() if request.again else model.documents())
        documents = tuple(one for one in request.documents if one in listed)
        wanted = replace(request, documents=documents, folder=folder)
        await self._order(wanted, request.session)

    async def _asked(self, folder: Path) -> Path | None:
        there = await asyncio.to_thread(_nearest, folder)
        return await dialogs.choose_folder(self._window, tr("Save the result to"), there)

    async def _order(self, request: SealRequest, session: Session) -> None:
        """All parts of it or none. The folder is made once nothing holds the order back."""
        model = self._window.intake.model
        known = None if request.again else ()
        try:
            batches = self._batches(request, session)
            placed = await self._batch_jobs.look_before_order(batches, known, asks_for_older=True)
            if not placed.holds_back:
                mount = await asyncio.to_thread(_made, request.folder)
                batches = [one.replace(mount=mount) for one in batches]
                placed = await self._batch_jobs.order(batches, session, known, asks_for_older=True)
        except SignDeskError as error:  # too large for any batch, or no data folder; all stays listed
            self._window.show_banner(str(error), Tone.ERROR)
            return
        if placed.holds_back:
            await self._are_new(request)  # the rows say it
        if placed.found:  # another program was quicker
            text = tr(
                "Batch {number} holds some of these documents already. Nothing was sent.",
                number=placed.found[0].batch_id,
            )
            self._window.show_banner(text, Tone.NEEDS)
        if placed.holds_back:
            return
        for batch in batches:
            model.remove_documents(one.document for one in batch.documents)
        if batches:
            self._window.intake.clear_note()
            self._ui_state.keep_order(session.server, request.process, request.folder)
            self._window.board.reveal(batches[-1].id)
            self._window.show_pane("batches")

    def _batches(self, request: SealRequest, session: Session) -> list[Batch]:
        limits = self._set_up.reaching.limits(session.server)
        return [
            new_batch(
                part,
                request.process,
                session.server,
                request.folder,
                datetime.now(UTC),
                delivery=self._set_up.settings.saving.delivery,
                sent_by=sent_by(),
                connection_id=self._connecting.connection_id,
            )
            for part in split(request.documents, limits)
        ]


def _made(folder: Path) -> Mount | None:
    """What the folder of the order lies on. Where it cannot be made, its job says so. Blocking."""
    try:
        return ordered_target(folder)
    except SavingProblem:
        return None


def _nearest(folder: Path) -> Path:
    """The folder, or what is there of the way to it. Blocking."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
