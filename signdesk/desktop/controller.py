"""Turns wishes into jobs and values into drawings. The one place of the window where coroutines run.

Everything here runs on the GUI thread, which is the loop's; whatever blocks goes to a worker thread.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from signdesk.desktop import dialogs, opening
from signdesk.desktop.formats import clock_text
from signdesk.desktop.language import tr, trn
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone
from signdesk.desktop.orders import Orders
from signdesk.desktop.recovering import Recovering
from signdesk.desktop.remembering import Remembering
from signdesk.desktop.tasks import TaskOwner
from signdesk.domain.batches import Batch, BatchState, Reason, new_batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SignDeskError
from signdesk.domain.processes import Process
from signdesk.domain.servers import Credentials, Server, SignIn, api_key_header, server_address
from signdesk.jobs.notes import Notes
from signdesk.jobs.pacing import Pacing
from signdesk.jobs.session import Session
from signdesk.resources import resource
from signdesk.storage.folders import Folders
from signdesk.storage.intake import Taken, take_in
from signdesk.storage.memory import MemoryFile
from signdesk.storage.ownership import Ownership

NOT_YET = Server("http://127.0.0.1", practice=True, label="Practice server")
PATIENCE_S = 3.0
NO_JOURNAL = "Nothing can be sealed while SignDesk’s journal cannot be used."
log = logging.getLogger(__name__)
OpenPractice = Callable[[], Awaitable[tuple[Server, Credentials, Sequence[Process]]]]


class Controller:
    """`open_practice` starts the practice server; it is called once, when practice is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        folders: Folders,
        memory: MemoryFile,
        *,
        notes: Notes,
        ownership: Ownership,
        open_practice: OpenPractice,
        pacing: Pacing,
    ) -> None:
        self._window = window
        self._folders = folders
        self._memory = memory
        self._remembering = Remembering(memory, folders)
        self._open_practice = open_practice
        self._pacing = pacing
        self._tasks = TaskOwner(self._report)
        self._notes = notes
        self._session: Session | None = None
        self._sessions: list[Session] = []
        self._orders = Orders(
            window,
            self._tasks,
            open_session=self._open_session,
            add_paths=self.add_paths,
            sessions=lambda: self._sessions,
            notes=notes,
            ownership=ownership,
        )
        self._recovering = Recovering(window, notes, self._orders)
        self._server_shown: tuple[str, Tone] | None = None
        self._has_journal = False
        self._asking_to_close = False
        self.closed = asyncio.Event()
        self.recovered = asyncio.Event()
        self._connect_signals()
        self._remembering.restore(window)

    # ---- the server -------------------------------------------------------------------------------------

    def use_server(self, server: Server, credentials: Credentials, process_id: int | None = None) -> None:
        """Everything sealed from here on goes to this server; batches under way keep theirs."""
        try:
            self._session = session = self._open_session(server, credentials)
        except SignDeskError as error:  # a secret that no header can carry
            self._window.set_server(None)
            self._window.show_connect_problem(str(error))
            return
        self._server_shown = None
        known = self._remembering.processes(server)
        chosen = process_id or self._remembering.last_process_id(server)
        self._window.set_server(server)
        self._window.intake.set_processes(known, chosen, typed=True)
        if chosen:
            self._window.intake.choose_process(chosen)
        self._window.clear_banner()
        self._orders.offer(session)

    async def use_practice(self, process_id: int | None = None) -> None:
        """Starts the practice server; until it answers the button says why it cannot be pressed."""
        intake = self._window.intake
        starting = tr("The practice server is starting…")
        self._window.set_server(NOT_YET, starting)
        intake.set_obstacle(starting)
        try:
            server, credentials, processes = await self._open_practice()
        except SignDeskError as error:
            self._window.set_server(None)
            self._window.show_connect_problem(str(error))
            return
        finally:
            intake.set_obstacle("" if self._has_journal else NO_JOURNAL)
        self._session = self._open_session(server, credentials)
        self._window.set_server(server)
        intake.set_processes(processes, process_id or processes[0].id)

    def start_practice(self, process_id: int | None = None) -> None:
        """`use_practice`, without waiting for it."""
        self._tasks.start(self.use_practice(process_id), "start the practice server")

    def _open_session(self, server: Server, credentials: Credentials) -> Session:
        session = Session(
            server,
            credentials,
            folders=self._folders,
            memory=self._memory,
            journal=self._notes,
            publish=self._show,
            pacing=self._pacing,
            waits=True,
        )
        self._sessions.append(session)
        if self._session is not None and self._session.server.base_url == session.server.base_url:
            self._session = session  # a key entered for one batch is used for the next ones, too
        return session

    def _connect(self, address: str, sign_in: SignIn, header: str, credentials: Credentials) -> None:
        try:
            server = Server(server_address(address), sign_in=sign_in)
            if header:
                server = replace(server, api_key_header=api_key_header(header))
        except SignDeskError as error:
            self._window.show_connect_problem(str(error))
            return
        self._remembering.keep_server(server)
        self.use_server(server, credentials)

    async def open_journal(self) -> None:
        """Before anything else. Without it nothing can be sealed, and the window says so."""
        self._has_journal = await self._recovering.open()
        if not self._has_journal:
            self._window.intake.set_obstacle(NO_JOURNAL)

    async def recover(self) -> None:
        """Shows what the journal holds; what is not finished goes on as soon as its server is used."""
        if not self._has_journal:
            return
        await self._recovering.show(is_connected=self._session is not None)
        if self._session is not None:
            self._orders.offer(self._session)
        self.recovered.set()

    # ---- documents --------------------------------------------------------------------------------------

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Files and folders, as dropped, pasted, chosen or named on the command line."""
        asked = tuple(dict.fromkeys(path.absolute() for path in paths))
        if asked:
            self._tasks.start(self._take_in(asked), "take documents in")

    async def _take_in(self, asked: tuple[Path, ...]) -> None:
        model = self._window.intake.model
        files, folders = await asyncio.to_thread(_parted, asked)
        model.add_checking(files)
        stopped = threading.Event()
        try:
            taken = await asyncio.to_thread(take_in, asked, stop=stopped.is_set)
        except BaseException:
            stopped.set()  # the thread would go on reading, and the program's end would wait for it
            model.give_up(files)
            raise
        model.set_taken(files, taken.documents, taken.problems)
        self._note_folders(folders, taken)
        await self._mark_sealed_before()

    async def _mark_sealed_before(self) -> None:
        """“Already sealed …” in the rows of what this process of this server has sealed before."""
        intake, session = self._window.intake, self._session
        process, documents = intake.process(), intake.model.documents()
        if session is None or process is None or not documents or session.server.practice:
            intake.model.set_remarks({})
            return
        before = await self._notes.sealed_before(
            [one.sha256 for one in documents], process.id, session.server.base_url
        )
        now = datetime.now(UTC)
        words = tr("Already sealed by this process")
        intake.model.set_remarks(
            {sha256: f"{words}, {clock_text(one.at, now)}" for sha256, one in before.items()}
        )

    def _note_folders(self, folders: Sequence[Path], taken: Taken) -> None:
        """One line: how many were found in folders, and what was left out and why."""
        if not folders and not taken.left_out:
            return
        inside = [one for one in taken.documents if any(folder in one.path.parents for folder in folders)]
        found = trn("%n document found in folders.", "%n documents found in folders.", len(inside))
        count = len(taken.left_out)
        left = trn("%n file was left out.", "%n files were left out.", count) if count else ""
        lines = [f"{shown_name(one.path.name)}: {one.reason}" for one in taken.left_out]
        self._window.show_note(f"{found} {left}".strip(), lines)

    # ---- batches ----------------------------------------------------------------------------------------

    def _seal(self) -> None:
        intake, session = self._window.intake, self._session
        documents, process, folder = intake.model.documents(), intake.process(), intake.folder()
        if session is None or not documents or process is None or folder is None:
            return
        batch = new_batch(documents, process, session.server, folder, datetime.now(UTC))
        try:
            self._orders.start(batch, session)
        except SignDeskError as error:  # the data folder cannot be written to; the documents stay listed
            self._window.show_banner(str(error), Tone.ERROR)
            return
        intake.model.remove_documents(documents)
        intake.clear_note()
        self._remembering.keep_order(session.server, process, folder)
        self._window.board.reveal(batch.id)
        self._window.show_pane("batches")

    def _show(self, batch: Batch) -> None:
        """What every job publishes. The last news about the server stands in the header."""
        self._window.board.show_batch(batch)
        if batch.server.practice or self._session is None:
            return
        if batch.state is BatchState.WAITING and batch.reason is Reason.SERVER:
            self._show_server(tr("{server}, not reached"), Tone.ERROR)
        elif batch.heard_at is not None and batch.state is not BatchState.WAITING:
            self._show_server(tr("{server}, connected"), Tone.DONE)

    def _show_server(self, pattern: str, tone: Tone) -> None:
        if self._session is None or (pattern, tone) == self._server_shown:
            return
        self._server_shown = (pattern, tone)
        server = self._session.server
        host = server.label or urlsplit(server.base_url).netloc
        self._window.set_server(server, pattern.format(server=host), tone)

    # ---- closing ----------------------------------------------------------------------------------------

    def _close_wanted(self) -> None:
        if not self._asking_to_close:
            self._asking_to_close = True
            self._tasks.start(self._ask_to_close(), "close")

    async def _ask_to_close(self) -> None:
        running = self._orders.under_way()
        if running and await self._stays(len(running)):
            self._asking_to_close = False
            return
        self.closed.set()

    async def _stays(self, count: int) -> bool:
        title = trn("%n batch is still under way", "%n batches are still under way", count)
        text = tr("Nothing is lost if you close now: SignDesk goes on with them at its next start.")
        if self._session is not None and self._session.server.practice:
            text = tr("If you close now, the practice server ends, and with it what it has not finished.")
        verbs = (("stay", tr("Stay")), ("close", tr("Close SignDesk")))
        return await dialogs.ask(self._window, title, text, verbs) != "close"

    async def close(self) -> None:
        """Ends every task in order, keeps the window's place, closes the connections."""
        self._remembering.keep_window(self._window)
        for session in self._sessions:
            session.is_closing = True
        await self._tasks.cancel_all(PATIENCE_S)
        for session in self._sessions:
            await session.close()  # a request that still hangs ends here; the next start asks what came of it
        await self._tasks.cancel_all()
        await self._notes.close()

    # ---- the rest ---------------------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        window, intake = self._window, self._window.intake
        window.paths_dropped.connect(self.add_paths)
        window.connect_wanted.connect(self._connect)
        window.practice_wanted.connect(lambda: self.start_practice())
        window.close_wanted.connect(self._close_wanted)
        intake.files_wanted.connect(lambda: self._tasks.start(self._choose_files(), "choose files"))
        intake.samples_wanted.connect(lambda: self.add_paths(sorted(resource("samples").iterdir())))
        intake.folder_wanted.connect(lambda: self._tasks.start(self._choose_folder(), "choose folder"))
        intake.folder_chosen.connect(self._folder_chosen)
        intake.open_wanted.connect(opening.open_file)
        intake.seal_wanted.connect(self._seal)
        intake.process_chosen.connect(
            lambda _: self._tasks.start(self._mark_sealed_before(), "look for what is sealed already")
        )

    async def _choose_files(self) -> None:
        self.add_paths(await dialogs.choose_files(self._window, tr("Add files")))

    async def _choose_folder(self) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), self._window.intake.folder())
        if folder is not None:
            self._folder_chosen(folder)

    def _folder_chosen(self, folder: Path) -> None:
        self._remembering.keep_folder(folder)
        self._window.intake.set_folders(self._remembering.save_folders())
        self._window.intake.choose_folder(folder)

    def _report(self, error: BaseException) -> None:
        """The one way out for errors that no card and no field has shown."""
        if isinstance(error, SignDeskError):
            self._window.show_banner(str(error), Tone.ERROR)
            return
        log.error("in the window", exc_info=error)
        self._window.show_banner(tr("Something went wrong inside SignDesk. Nothing was lost."), Tone.ERROR)


def _parted(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files and folders apart. Blocking."""
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - never raises for odd paths
    return [path for path in paths if path not in folders], folders
