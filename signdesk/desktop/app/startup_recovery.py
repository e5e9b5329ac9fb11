"""At the start: what the journal holds comes back into the store, and what was damaged is said."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence

from signdesk.desktop.batches.batch_claims import BatchClaims
from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import Tone, is_unconnected, server_name
from signdesk.desktop.i18n.language import again, joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SignDeskError
from signdesk.domain.messages import msg
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.storage.journal.journal_file import Loaded, Page
from signdesk.storage.results import discard_left_over

HISTORY_PAGE = 50  # batches that are read at once, while jobs and window wait for the journal's thread


class StartupRecovery:
    """Used once, on the GUI thread: `open`, `show`, then `show_history`; `connected` whenever a server comes
    into use.

    `addresses`: of the servers that are in use at the moment when it is called.
    """

    def __init__(
        self,
        window: MainWindow,
        store: BatchStore,
        journal: AsyncJournal,
        jobs: BatchJobs,
        sessions: BatchSessions,
        claims: BatchClaims,
        addresses: Callable[[], Collection[str]],
    ) -> None:
        self._addresses = addresses
        self._window = window
        self._store = store
        self._journal = journal
        self._batch_jobs = jobs
        self._sessions = sessions
        self._claims = claims
        self._bad_rows: list[str] = []
        self._told = ""
        self._unfinished: tuple[Batch, ...] = ()
        self.loaded: tuple[Batch, ...] | None = None  # all that could be read, once `show_history` has ended

    async def open(self) -> bool:
        """False where the journal cannot be used; then a banner says why."""
        try:
            await self._journal.open()  # a journal that was lost is told of by `lost_journal`
        except SignDeskError as error:
            self._window.show_banner(str(error), Tone.ERROR)
            return False
        return True

    async def show(self) -> bool:
        """What is not finished, and what is over and still has something on its server; False where the
        journal cannot be read.
        """
        loaded = await self._read(self._journal.list(left_behind=True))
        if loaded is None:
            return False
        shown = []
        for batch in loaded.batches:
            if self._claims.is_elsewhere(batch):
                continue
            if batch.server.practice and not batch.is_over:
                await self._journal.forget(batch.id)  # its server ended with the program that started it
                await asyncio.to_thread(discard_left_over, batch.save_to, batch.id)
            else:
                shown.append(awaiting_connection(batch))
        self._batch_jobs.recover(shown)
        waiting = self._waiting()
        addresses = list(dict.fromkeys(one.server.base_url for one in waiting))
        if len(addresses) == 1:
            last = self._sessions.resolved(waiting[-1]).server
            self._window.start_page.show_last(last.base_url, last.sign_in, last.api_key_header)
        self._tell(waiting)
        self._unfinished = loaded.batches
        return True

    async def show_history(self) -> None:
        """What is over, the latest first and page by page, while the jobs go on."""
        batches = list(self._unfinished)
        page: Page | None = Page(HISTORY_PAGE)
        while page is not None:
            loaded = await self._read(self._journal.list(page))
            if loaded is None:
                return
            new = [one for one in loaded.batches if self._store.get(one.id) is None]
            batches += loaded.batches
            self._store.put_all(one for one in new if not self._claims.is_elsewhere(one))
            if loaded.set_aside:  # over any other banner: it is said at this start alone
                self._tell(self._waiting())
            page = loaded.rest
        self.loaded = tuple(batches)

    async def _read(self, reading: Awaitable[Loaded]) -> Loaded | None:
        try:
            loaded = await reading
        except SignDeskError as error:
            self._window.show_banner(str(error), Tone.ERROR)
            return None
        self._bad_rows += loaded.set_aside
        return loaded

    def connected(self) -> None:
        """What waited for these servers goes on, so the banner no longer speaks of it."""
        if self._told and self._window.banner_text() == again(self._told):
            self._tell(self._waiting())

    def _waiting(self) -> list[Batch]:
        """What goes on once its server is connected; what waits for somebody's decision is not among it."""
        connected = self._addresses()
        left = [one for one in self._store.batches() if is_unconnected(one)]
        return [one for one in left if self._sessions.resolved(one).server.base_url not in connected]

    def _tell(self, waiting: Sequence[Batch]) -> None:
        told = list(self._bad_rows)
        if waiting:
            names = joined(", ", *dict.fromkeys(server_name(one.server) for one in waiting))
            told.append(trn("%n batch is not finished.", "%n batches are not finished.", len(waiting)))
            told.append(tr("Connect to {servers} to go on.", servers=names))
        self._told = joined(" ", *told)
        if told:
            self._window.show_banner(self._told, Tone.NEEDS)
            self._told = self._window.banner_text() or self._told
        else:
            self._window.clear_banner()


def awaiting_connection(batch: Batch) -> Batch:
    """As it is shown until somebody connects to its server; its row in the journal stays as it is."""
    stopped = batch.state is BatchState.WAITING and batch.reason is Reason.STOPPED_WAITING
    if batch.is_over or batch.state is BatchState.NEEDS_YOU or stopped:
        return batch
    name = server_name(batch.server)
    words = msg("It goes on where it was, as soon as SignDesk is connected to {server}.", server=name)
    return batch.held(BatchState.WAITING, Reason.NONE, words)
