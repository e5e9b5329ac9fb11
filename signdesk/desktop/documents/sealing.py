"""“Seal N documents”: what is in the list becomes an order, as the settings of this moment say; and the
question before documents go through a process a second time.

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
from signdesk.desktop.batches.card_texts import Tone, server_name
from signdesk.desktop.connections.server_selection import ServerSelection
from signdesk.desktop.documents.values import SealRequest
from signdesk.desktop.i18n.language import tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch, Mount, new_batch
from signdesk.domain.connections import split
from signdesk.domain.documents import Document
from signdesk.domain.errors import SavingProblem, SignDeskError
from signdesk.domain.servers import Process, ProcessKind, Server
from signdesk.jobs.connection_service import Connections
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
        selection: ServerSelection,
        orders: BatchJobs,
        connections: Connections,
        remembering: UiState,
        *,
        is_as_it_was: Callable[[Sequence[Document]], Awaitable[bool]],
        are_new: Callable[[SealRequest], Awaitable[bool]],
        folder_chosen: Callable[[Path], None],
        guard: SettingsGuard,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._selection = selection
        self._batch_jobs = orders
        self._connections = connections
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
        asks = self._connections.settings.saving.ask_each_time
        folder = await self._asked(request.folder) if asks else request.folder
        if folder is None:
            return
        why = await asyncio.to_thread(
            self._guard.obstacle, request.session.server, self._selection.connection_id
        )
        if why:
            self._window.show_banner(why, Tone.NEEDS)
            return
        if self._selection.current is not request.session:
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
        limits = self._connections.limits(session.server)
        return [
            new_batch(
                part,
                request.process,
                session.server,
                request.folder,
                datetime.now(UTC),
                delivery=self._connections.settings.saving.delivery,
                sent_by=sent_by(),
                connection_id=self._selection.connection_id,
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


async def wants_again(window: MainWindow, request: SealRequest) -> bool:
    """Whether the person says so; "Leave it" is the default, and so is closing the question."""
    if request.session is None:
        return False
    paths = {one.path for one in request.documents}
    remarks = [row.remark for row in window.intake.model.rows() if row.path in paths]
    by_loss = any(one is not None and one.by_loss for one in remarks)
    title, text, verbs = again_words(
        len(request.documents), request.process, request.session.server, by_loss=by_loss
    )
    return await dialogs.ask(window, title, text, verbs) == "again"


def again_words(
    count: int, process: Process, server: Server, *, by_loss: bool = False
) -> tuple[str, str, list[tuple[str, str]]]:
    """Title, text and verbs of the question. `by_loss`: of some no more is known than that they are older
    than the loss of the list of batches.
    """
    text = _may_have_been(count, process, server) if by_loss else _was(count, process, server)
    return (
        _title(process.kind, count),
        text,
        [("leave", tr("Leave it")), ("again", _verb(process.kind, count))],
    )


def _was(count: int, process: Process, server: Server) -> str:
    return trn(
        "It was ordered from “{process}” of {server} before. Ordering it again may cost money again.",
        "They were ordered from “{process}” of {server} before. Ordering them again may cost money again.",
        count,
        process=translated(process.label),
        server=server_name(server),
    )


def _may_have_been(count: int, process: Process, server: Server) -> str:
    return trn(
        "SignDesk’s list of batches was lost, so it may have been ordered from “{process}” of {server} "
        "before. Ordering it again may cost money again.",
        "SignDesk’s list of batches was lost, so they may have been ordered from “{process}” of {server} "
        "before. Ordering them again may cost money again.",
        count,
        process=translated(process.label),
        server=server_name(server),
    )


def _title(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return trn("Check %n document again?", "Check %n documents again?", count)
    if kind is ProcessKind.TIMESTAMP:
        return trn("Time-stamp %n document again?", "Time-stamp %n documents again?", count)
    return trn("Seal %n document again?", "Seal %n documents again?", count)


def _verb(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return trn("Check %n again", "Check %n again", count)
    if kind is ProcessKind.TIMESTAMP:
        return trn("Time-stamp %n again", "Time-stamp %n again", count)
    return trn("Seal %n again", "Seal %n again", count)
