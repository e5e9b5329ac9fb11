"""Turns wishes into jobs and values into drawings. The one place of the window where coroutines run.

Everything here runs on the GUI thread, which is the loop's; whatever blocks goes to a worker thread.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from signdesk.desktop import dialogs
from signdesk.desktop.awake import Awake
from signdesk.desktop.background import Background
from signdesk.desktop.closing import Closing
from signdesk.desktop.connecting import Connecting, OpenPractice
from signdesk.desktop.first_start.presenter import FirstStart
from signdesk.desktop.helping import Helping
from signdesk.desktop.keeping import Keeping
from signdesk.desktop.language import tr, trn
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone, sealed_before
from signdesk.desktop.naming import Naming
from signdesk.desktop.orders import Orders
from signdesk.desktop.recovering import Recovering
from signdesk.desktop.remembering import Remembering
from signdesk.desktop.sealing import Sealing
from signdesk.desktop.set_up import SetUp
from signdesk.desktop.signing_in import SigningIn
from signdesk.desktop.tasks import TaskOwner
from signdesk.desktop.tidying import Tidying
from signdesk.desktop.tray import TrayIcon
from signdesk.desktop.wishes import Wishes
from signdesk.domain.batches import Batch
from signdesk.domain.connections import split
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem, SignDeskError
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.notes import Notes
from signdesk.jobs.pacing import Pacing
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Session
from signdesk.jobs.starting import room_needed_bytes
from signdesk.resources import resource
from signdesk.seal_api.doctor import examine
from signdesk.storage.folders import Folders
from signdesk.storage.intake import Taken, take_in
from signdesk.storage.memory import MemoryFile
from signdesk.storage.ownership import Ownership
from signdesk.storage.results import look_at_target
from signdesk.storage.settings import SettingsFile

PATIENCE_S = 3.0
NO_JOURNAL = "Nothing can be sealed while SignDesk’s journal cannot be used."
log = logging.getLogger(__name__)


class Controller:
    """`open_practice` starts the practice server, also once more after it has died."""

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
        settings_file: SettingsFile,
        secrets: Secrets,
        tray_icon: TrayIcon | None = None,
    ) -> None:
        self._window = window
        self._remembering = Remembering(memory, folders)
        self._tasks = TaskOwner(self._report)
        self._notes = notes
        self._has_journal = False
        self._connecting = Connecting(
            window,
            self._tasks,
            self._remembering,
            open_practice=open_practice,
            make_session=lambda server, credentials: Session(
                server,
                credentials,
                folders=folders,
                memory=memory,
                journal=notes,
                publish=self._show,
                pacing=pacing,
                waits=True,
                access=self._set_up.reaching.access(server),
            ),
            connected=self._connected,
            gone=lambda server: self._orders.stop_all_of(server),
            obstacle=self._obstacle,
        )
        self._background = Background(window, tray_icon or TrayIcon(), Awake())
        self._keeping = Keeping(window, self._tasks, secrets)
        self._set_up = SetUp(
            window,
            self._tasks,
            self._connecting,
            self._remembering,
            settings_file,
            secrets,
            folders,
            obstacle=self._obstacle,
            notify=self._background.apply,
        )
        self._first_start = FirstStart(
            window, self._tasks, self._set_up, self._connecting, self._keeping, examine
        )
        self._orders = Orders(
            window,
            self._tasks,
            open_session=self._open_at_once,
            sessions=lambda: self._connecting.sessions,
            notes=notes,
            ownership=ownership,
        )
        self._wishes = Wishes(
            window,
            self._tasks,
            self._orders,
            sign_in=SigningIn(window, self._orders, self._connecting, self._set_up, self._keeping).sign_in,
            add_paths=self.add_paths,
            notes=notes,
        )
        self._helping = Helping(window, self._tasks)
        self._naming = Naming(window, self._tasks, notes)
        self._tidying = Tidying(window, self._tasks, notes, lambda: self._set_up.settings.privacy)
        self._set_up.changed.connect(lambda *_: self._tidying.look())
        self._sealing = Sealing(
            window,
            self._tasks,
            self._connecting,
            self._orders,
            self._set_up,
            self._remembering,
            folder_chosen=self._folder_chosen,
        )
        self._recovering = Recovering(window, notes, self._orders)
        self._closing = Closing(window, self._tasks, self._orders, self._background)
        self.closed = self._closing.closed
        self.recovered = asyncio.Event()
        self.use_server = self._connecting.use_server
        self.use_for_session = self._connecting.use_for_session
        self.start_practice = self._connecting.start_practice
        self.load_settings = self._set_up.load
        self.use_what_was_set_up = self._set_up.begin
        self._connect_signals()
        self._remembering.restore(window)

    async def open_journal(self) -> None:
        """Before anything else. Without it nothing can be sealed, and the window says so."""
        self._has_journal = await self._recovering.open()
        if not self._has_journal:
            self._window.intake.set_obstacle(tr(NO_JOURNAL))

    async def recover(self) -> None:
        """Shows what the journal holds; what is not finished goes on as soon as its server is used."""
        if not self._has_journal:
            return
        await self._recovering.show(self._addresses())
        if self._connecting.current is not None:
            self._orders.offer(self._connecting.current)
        self._tidying.begin()
        self.recovered.set()

    def _obstacle(self) -> str:
        return "" if self._has_journal else tr(NO_JOURNAL)

    def _open_at_once(self, server: Server, credentials: Credentials) -> Session | None:
        if not self._set_up.reaching.is_ready(server):
            return None
        return self._connecting.open_session(server, credentials)

    def _connected(self, session: Session) -> None:
        self._set_up.show_servers()
        self._recovering.connected(self._addresses())
        self._orders.offer(session)
        self._tasks.start(self._mark_sealed_before(), "look for what is sealed already")

    def _addresses(self) -> set[str]:
        """Of the servers that somebody has signed in to."""
        return {one.server.base_url for one in self._connecting.sessions}

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
        self._say_parts()
        await self._look_at_target()
        await self._mark_sealed_before()

    async def _look_at_target(self) -> None:
        """A folder that is full or closed is said when documents are dropped, not when they are sealed."""
        intake = self._window.intake
        folder = intake.folder()
        if folder is None:
            return
        needed_bytes = room_needed_bytes(sum(one.size_bytes for one in intake.model.documents()))
        try:
            await asyncio.to_thread(look_at_target, folder, needed_bytes)
        except SavingProblem as problem:
            warning = str(problem)
        else:
            warning = ""
        if folder == intake.folder():  # another one may have been chosen meanwhile
            intake.warn_of_folder(warning)

    def _say_parts(self) -> None:
        """Beforehand: that the server takes no more at once."""
        intake, session = self._window.intake, self._connecting.current
        documents = intake.model.documents()
        if session is None or not documents:
            return
        try:
            count = len(split(documents, self._set_up.reaching.limits(session.server)))
        except SignDeskError as error:
            intake.show_note(str(error), warn=True)
            return
        if count > 1:
            words = tr("This server takes no more at once: they will be sealed in %n batches.")
            intake.show_note(words.replace("%n", str(count)))

    async def _mark_sealed_before(self) -> None:
        """“Already sealed …” in the rows of what this process of this server has sealed before."""
        intake, session = self._window.intake, self._connecting.current
        process, documents = intake.process(), intake.model.documents()
        if session is None or process is None or not documents or session.server.practice:
            intake.model.set_remarks({})
            return
        before = await self._notes.sealed_before(
            [one.sha256 for one in documents], process.id, session.server.base_url
        )
        now = datetime.now(UTC)
        intake.model.set_remarks({sha256: sealed_before(one, now) for sha256, one in before.items()})

    def _note_folders(self, folders: Sequence[Path], taken: Taken) -> None:
        """One line: how many were found in folders, and what was left out and why."""
        if not folders and not taken.left_out:
            return  # a note about something else stays
        inside = [one for one in taken.documents if any(folder in one.path.parents for folder in folders)]
        found = tr("No document was found in the folder.")
        if inside:
            found = trn("%n document found in folders.", "%n documents found in folders.", len(inside))
        count = len(taken.left_out)
        left = trn("%n file was left out.", "%n files were left out.", count) if count else ""
        lines = [f"{shown_name(one.path.name)}: {one.reason}" for one in taken.left_out]
        self._window.show_note(f"{found} {left}".strip(), lines)

    # ---- batches ----------------------------------------------------------------------------------------

    def _show(self, batch: Batch) -> None:
        """What every job publishes."""
        self._window.board.show_batch(self._naming.named(batch))
        self._connecting.heard(batch)

    async def close(self) -> None:
        """Ends every task in order, keeps the window's place, closes the connections."""
        self._remembering.keep_window(self._window)
        self._background.close()
        for session in self._connecting.sessions:
            session.is_closing = True
        await self._tasks.cancel_all(PATIENCE_S)
        await self._connecting.close()  # a request that still hangs ends here; the next start asks about it
        await self._tasks.cancel_all()
        await self._notes.close()

    # ---- the rest ---------------------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        window, intake = self._window, self._window.intake
        window.paths_dropped.connect(self.add_paths)
        intake.files_wanted.connect(lambda: self._tasks.start(self._choose_files(), "choose files"))
        intake.samples_wanted.connect(lambda: self.add_paths(sorted(resource("samples").iterdir())))
        intake.folder_wanted.connect(lambda: self._tasks.start(self._choose_folder(), "choose folder"))
        intake.folder_chosen.connect(self._folder_chosen)
        intake.open_wanted.connect(self._wishes.open_file)
        intake.seal_wanted.connect(self._sealing.begin)
        intake.process_chosen.connect(
            lambda _: self._tasks.start(self._mark_sealed_before(), "look for what is sealed already")
        )

    async def _choose_files(self) -> None:
        chosen = await dialogs.choose_files(self._window, tr("Add files"))
        if chosen:
            self._window.intake.clear_note()
        self.add_paths(chosen)

    async def _choose_folder(self) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), self._window.intake.folder())
        if folder is not None:
            self._folder_chosen(folder)

    def _folder_chosen(self, folder: Path) -> None:
        self._remembering.keep_folder(folder)
        self._window.intake.set_folders(self._remembering.save_folders())
        self._window.intake.choose_folder(folder)
        self._tasks.start(self._look_at_target(), "look at the folder")

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
