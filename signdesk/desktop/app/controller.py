"""Turns wishes into jobs and values into drawings. The one place of the window where coroutines run.

Everything here runs on the GUI thread, which is the loop's; whatever blocks goes to a worker thread.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from pathlib import Path
from uuid import uuid4

from signdesk.desktop.app.close_guard import CloseGuard
from signdesk.desktop.app.history_cleanup import HistoryCleanup
from signdesk.desktop.app.lost_journal import LostJournal
from signdesk.desktop.app.moved_folder import MovedFolder
from signdesk.desktop.app.startup_recovery import StartupRecovery
from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.tray import TrayIcon
from signdesk.desktop.app.tray_and_notices import TrayAndNotices
from signdesk.desktop.app.ui_state import UiState
from signdesk.desktop.batches.batch_actions import BatchActions
from signdesk.desktop.batches.batch_claims import BatchClaims, Doubt
from signdesk.desktop.batches.batch_decisions import BatchDecisions
from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.batches.removals import BatchRemovals
from signdesk.desktop.batches.sending_again import SendingAgain
from signdesk.desktop.comparison.presenter import Comparisons
from signdesk.desktop.connections.connection_setup import ConnectionSetup
from signdesk.desktop.connections.first_start.presenter import FirstStart
from signdesk.desktop.connections.secret_saver import SecretSaver
from signdesk.desktop.connections.server_selection import OpenPractice, ServerSelection
from signdesk.desktop.connections.sign_in_prompt import SignInPrompt
from signdesk.desktop.documents.chooser import DocumentChooser
from signdesk.desktop.documents.copy_keeper import CopyKeeper
from signdesk.desktop.documents.importer import DocumentImporter
from signdesk.desktop.documents.rechecks import DocumentRechecks
from signdesk.desktop.documents.seal_checks import SealChecks
from signdesk.desktop.documents.sealing import Sealing
from signdesk.desktop.documents.unsent_store import UnsentStore
from signdesk.desktop.help.dialog import Helping
from signdesk.desktop.i18n.language import locale, tr, translated
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import Batch
from signdesk.domain.errors import SignDeskError
from signdesk.domain.messages import msg
from signdesk.domain.receipt_page import PageLanguage
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.report_files import forget_reports
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Session
from signdesk.platform.sleep_inhibitor import SleepInhibitor
from signdesk.seal_api.doctor.run import run_doctor
from signdesk.seals.worker.pool import DocumentWorkers
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.copies import OwnCopies
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import SettingsGuard
from signdesk.storage.temporary_folders import TemporaryFolders

PATIENCE_S = 3.0
STILL_READING = Doubt(msg("SignDesk is still reading its list of batches."), lambda: None)
log = logging.getLogger(__name__)


class Controller:
    """`open_practice` starts the practice server, also once more after it has died."""

    def __init__(
        self,
        window: MainWindow,
        store: BatchStore,
        folders: Folders,
        memory: MemoryFile,
        *,
        journal: AsyncJournal,
        batch_lock: BatchLock,
        open_practice: OpenPractice,
        retry_config: RetryConfig,
        settings_file: SettingsFile,
        secrets: Secrets,
        temporary: TemporaryFolders,
        tray_icon: TrayIcon | None = None,
    ) -> None:
        self._window = window
        self._store = store
        self._ui_state = UiState(memory, folders)
        self._tasks = TaskOwner(self._report)
        self._journal = journal
        self._has_journal = False
        self._doubt_words = ""
        guard = SettingsGuard(settings_file)
        self._workers = DocumentWorkers()
        self._work = folders.work
        page_language = PageLanguage(lambda: locale().bcp47Name(), translated)
        self._connections = connections = ConnectionService(
            secrets,
            partial(
                Session,
                folders=folders,
                memory=memory,
                journal=journal,
                publish=self._show,
                retry_config=retry_config,
                waits=True,
                page_language=page_language,
                guard=guard,
                worker=self._workers,
            ),
        )
        self._selection = ServerSelection(
            window,
            self._tasks,
            self._ui_state,
            connections,
            open_practice=open_practice,
            connected=self._connected,
            obstacle=self._obstacle,
        )
        self._tray_and_notices = TrayAndNotices(
            window, store, tray_icon or TrayIcon(), SleepInhibitor(lambda: tr("Documents are being sealed"))
        )
        self._secret_saver = SecretSaver(window, self._tasks, connections)
        self._connection_setup = ConnectionSetup(
            window,
            self._tasks,
            self._selection,
            self._ui_state,
            settings_file,
            connections,
            folders,
            secret_saver=self._secret_saver,
            obstacle=self._obstacle,
            notify=self._tray_and_notices.apply,
        )
        self._first_start = FirstStart(
            window,
            self._tasks,
            self._connection_setup,
            connections,
            self._selection,
            self._secret_saver,
            run_doctor,
        )
        sessions = BatchSessions(connections)
        self._claims = BatchClaims(window, batch_lock, self._show_doubt)
        self._batch_jobs = BatchJobs(self._tasks, store, sessions, self._claims, journal)
        self._selection.when_gone(self._batch_jobs.stop_all_of)
        decisions = BatchDecisions(store, self._claims, journal, page_language)
        self._removals = BatchRemovals(window.board, self._tasks, store, journal)
        window_id = uuid4().hex
        self._copies = CopyKeeper(
            window, self._tasks, store, OwnCopies(folders.copies, window_id, temporary), self._removals
        )
        self._rechecks = DocumentRechecks(
            window,
            self._tasks,
            session=lambda: self._selection.current,
            limits=connections.limits,
            journal=journal,
        )
        self._importer = DocumentImporter(
            window,
            self._tasks,
            rechecks=self._rechecks,
            copies=self._copies,
            worker=self._workers,
        )
        self.add_paths = self._importer.add_paths
        chooser = DocumentChooser(
            window, self._tasks, self._ui_state, self._importer, self._rechecks, folders.documents
        )
        self._unsent = UnsentStore(
            window.intake,
            self._tasks,
            journal,
            batch_lock,
            self._copies,
            window_id=window_id,
            current=lambda: self._selection.current,
        )
        sign_in_prompt = SignInPrompt(
            window,
            store,
            self._batch_jobs,
            sessions,
            self._selection,
            self._connection_setup,
            connections,
            self._secret_saver,
        )
        self._batch_actions = BatchActions(
            window,
            self._tasks,
            store,
            self._batch_jobs,
            sessions,
            decisions,
            sign_in=sign_in_prompt.sign_in,
            compare=Comparisons(
                window, self._tasks, store, decisions, self._connection_setup, connections
            ).compare,
            send_again=SendingAgain(
                window, store, self._batch_jobs, sessions, decisions, sign_in=sign_in_prompt.sign_in
            ).send,
            add_paths=self.add_paths,
            journal=journal,
            removals=self._removals,
            work=self._work,
        )
        self._helping = Helping(window, self._tasks)
        self.check_seals = SealChecks(
            window, self._tasks, work=self._work, ca_file=self._ca_file, worker=self._workers
        ).check
        self._history_cleanup = HistoryCleanup(
            window,
            self._tasks,
            store,
            journal,
            self._removals,
            lambda: self._connection_setup.settings.privacy,
            guard.keeps_everything,
        )
        self._connection_setup.changed.connect(lambda *_: self._history_cleanup.look())
        self._connection_setup.slips.mended.connect(lambda _loaded: self._history_cleanup.look())
        self._sealing = Sealing(
            window,
            self._tasks,
            self._selection,
            self._batch_jobs,
            connections,
            self._ui_state,
            is_as_it_was=self._rechecks.is_as_it_was,
            are_new=self._rechecks.are_new,
            folder_chosen=chooser.folder_chosen,
            guard=guard,
        )
        self._connection_setup.changed.connect(lambda *_: self._rechecks.look_at_conditions())
        self._startup_recovery = StartupRecovery(
            window, store, journal, self._batch_jobs, sessions, self._claims, self._addresses
        )
        self._lost_journal = LostJournal(window, self._tasks, journal, self._claims, folders, self._look_on)
        self._moved_folder = MovedFolder(window, self._tasks, store, journal, self._claims, self._go_on)
        self._close_guard = CloseGuard(window, self._tasks, store, self._tray_and_notices)
        self.closed = self._close_guard.closed
        self.recovered = asyncio.Event()
        self.use_server = self._connection_setup.use_named
        self.use_for_session = self._selection.use_for_session
        self.start_practice = self._selection.start_practice
        self.load_settings = self._connection_setup.load
        self.use_what_was_set_up = self._connection_setup.begin
        window.paths_dropped.connect(self.add_paths)
        window.intake.open_requested.connect(self._batch_actions.open_file)
        window.intake.show_requested.connect(self._batch_actions.show_file)
        window.intake.seal_requested.connect(self._sealing.begin)
        self._ui_state.restore(window)

    async def open_journal(self) -> None:
        """Before anything else. Without it nothing can be sealed, and the window says so."""
        self._has_journal = await self._startup_recovery.open()
        if not self._has_journal:
            self._window.intake.set_obstacle(self._obstacle())
            return
        self._window.board.set_loading(True)
        self._claims.in_doubt = STILL_READING
        self._importer.restore(await self._unsent.open())
        self._selection.listed_for = self._unsent.chosen

    async def recover(self) -> None:
        """Shows what the journal holds; what is not finished goes on as soon as its server is used."""
        if not self._has_journal:
            return
        await self._lost_journal.look()
        if self._claims.in_doubt is STILL_READING:
            await self._moved_folder.look()
        if self._claims.in_doubt is STILL_READING:
            self._claims.in_doubt = None
        is_readable = await self._startup_recovery.show()
        if self._claims.in_doubt is not None:
            self._claims.in_doubt.tell()
        if self._selection.current is not None:
            self._batch_jobs.offer(self._selection.current)
        if is_readable:
            await self._startup_recovery.show_history()
        loaded = self._startup_recovery.loaded
        self._window.board.set_loading(is_readable and loaded is None)  # a part is not shown as all
        if loaded is not None:
            # what was ordered meanwhile needs its copies as well
            await self._unsent.take_over_copies([*loaded, *self._store.batches()])
        self._history_cleanup.begin()
        self.recovered.set()

    async def _look_on(self) -> None:
        """A loss was seen: what follows it."""
        await self._moved_folder.look()
        self._moved_folder.tell()
        self._go_on()

    def _go_on(self) -> None:
        if self._selection.current is not None:
            self._batch_jobs.offer(self._selection.current)

    def _obstacle(self) -> str:
        if not self._has_journal:
            return tr("Nothing can be sealed while SignDesk’s list of batches cannot be used.")
        return self._doubt() or self._connection_setup.slips.obstacle()

    def _doubt(self) -> str:
        """What a person must say before anything is ordered from the server in use, or ""."""
        session = self._selection.current
        practice = session is not None and session.server.practice
        return "" if practice else self._doubt_words

    def _show_doubt(self) -> None:
        """On the button, unless something else keeps it from being pressed, which asks again at its end."""
        doubt, before = self._claims.in_doubt, self._doubt_words
        self._doubt_words = translated(doubt.words) if doubt is not None else ""
        if self._window.intake.obstacle() in ("", before):
            self._window.intake.set_obstacle(self._obstacle())

    def _ca_file(self) -> Path | None:
        """Of the connection in use."""
        session = self._selection.current
        if session is None:
            return None
        return self._connections.access(session.server, self._selection.connection_id).transport.ca_file

    def _connected(self, session: Session) -> None:
        self._connection_setup.server_in_use()
        self._window.intake.set_obstacle(self._obstacle())
        self._connection_setup.show_servers()
        self._startup_recovery.connected()
        self._batch_jobs.offer(session)
        self._rechecks.look_at_conditions()
        self._unsent.note_process()

    def _addresses(self) -> set[str]:
        """Of the servers that somebody has signed in to."""
        return {one.server.base_url for one in self._connections.sessions}

    # ---- batches ----------------------------------------------------------------------------------------

    def _show(self, batch: Batch) -> None:
        """What every job publishes."""
        self._store.put(batch)
        self._selection.heard(batch)

    async def close(self) -> None:
        """Ends every task in order, keeps the window's place, closes the connections."""
        self._ui_state.keep_window(self._window)
        self._tray_and_notices.close()
        for session in self._connections.sessions:
            session.is_closing = True
        await self._tasks.cancel_all(PATIENCE_S)
        self._workers.close()
        await self._connections.close()  # a request that still hangs ends here; the next start asks about it
        await self._tasks.cancel_all()
        await self._unsent.close()
        await self._copies.close()
        await self._journal.close()
        await asyncio.to_thread(forget_reports, self._work)

    def _report(self, error: BaseException) -> None:
        """The one way out for errors that no card and no field has shown."""
        if isinstance(error, SignDeskError):
            self._window.show_banner(str(error), Tone.ERROR)
            return
        log.error("in the window", exc_info=error)
        self._window.show_banner(
            tr("Something went wrong inside SignDesk. Each batch says on its card where it stands."),
            Tone.ERROR,
        )
