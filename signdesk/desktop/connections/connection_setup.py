"""What was set up once, put to use: the connection of the settings, its secrets, its processes, the folder.

The settings themselves and their dialog: `desktop.settings`. On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
import logging
import platform
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from signdesk import __version__
from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.ui_state import UiState
from signdesk.desktop.batches.card_texts import server_name
from signdesk.desktop.connections.distinct_labels import connection_labels
from signdesk.desktop.connections.keyring_wait import KeyringWait
from signdesk.desktop.connections.secret_saver import SecretSaver
from signdesk.desktop.connections.server_selection import ServerSelection
from signdesk.desktop.i18n.language import speak, tr
from signdesk.desktop.main_window.header import PRACTICE
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.app_info import AppInfo
from signdesk.desktop.settings.presenter import SCHEMES, SettingsRoom
from signdesk.desktop.settings.slips import SettingsSlips
from signdesk.desktop.toolkit import theme
from signdesk.domain.connections import Connection, access_differs
from signdesk.domain.errors import KeyringProblem, SignDeskError
from signdesk.domain.messages import msg
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.domain.settings import Notifications, Settings
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.session import Session
from signdesk.logs import tell
from signdesk.seal_api.doctor.run import run_doctor
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_layers import Loaded

log = logging.getLogger(__name__)


class ConnectionSetup:
    """`settings` are those that hold now; a change of them, or of a secret, is put to use at once.

    `obstacle` as in `ServerSelection`. `notify` gets how a person wants to hear of batches.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        selection: ServerSelection,
        remembering: UiState,
        file: SettingsFile,
        connections: ConnectionService,
        folders: Folders,
        *,
        secret_saver: SecretSaver,
        obstacle: Callable[[], str],
        notify: Callable[[Notifications], object],
    ) -> None:
        self._notify = notify
        self._window = window
        self._tasks = tasks
        self._selection = selection
        self._ui_state = remembering
        self._file = file
        self._obstacle = obstacle
        self._connections = connections
        self._keyring_wait = KeyringWait(
            window, tasks, selection, connections.secrets, secret_saver, self.use
        )
        self._asked: Connection | None = None
        self._turn = 0
        self._room = SettingsRoom(
            window,
            file,
            connections,
            run_doctor,
            _app_info(folders),
            tasks,
            default_folder=folders.default_save_to,
        )
        self.slips = SettingsSlips(window, tasks, file, lambda: selection.connection_id)
        self.slips.mended.connect(self._take_over)
        self._room.changed.connect(self._changed)
        self.changed = self._room.changed
        connections.when_secret_changed(self._secret_changed)
        window.settings_requested.connect(lambda: self._room.open())
        window.header.server_requested.connect(self._choose)
        window.change_requested.connect(self._another)
        window.practice_requested.connect(self._supersede)

    @property
    def settings(self) -> Settings:
        """Those that hold now."""
        return self._connections.settings

    async def load(self) -> None:
        """Before the window is shown: what can be drawn at once."""
        self._loaded = await asyncio.to_thread(self._file.load)
        self._connections.settings = self._loaded.settings
        self.slips.show(self._loaded)
        tell(self.settings.privacy.log_level)
        log.info("SignDesk %s, %s", __version__, platform.platform())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, SCHEMES[self.settings.general.theme])
            speak(self.settings.general.language)
        if self.settings.saving.folder is not None:
            self._window.intake.choose_folder(self.settings.saving.folder)
        self._notify(self.settings.notifications)
        self.show_servers()

    def begin(self) -> None:
        """Where no server was named: a connection that was set up, else the page that offers to connect."""
        connection = self.settings.first_choice
        if not self._loaded.start_is_decided:
            connection = self.settings.connection(self._ui_state.last_connection()) or connection
        if connection is None:
            self._window.set_server(None)
            return
        self._window.set_server(connection.server)
        self.use(connection)

    def use(self, connection: Connection, process_id: int | None = None) -> None:
        """Everything sealed from here on goes there, as soon as its secrets are there."""
        self._tasks.start(self._use(connection, process_id), f"use {connection.id}")

    def use_named(self, server: Server, credentials: Credentials, process_id: int | None = None) -> None:
        """The server that was named for this start. What was set up for its address holds there, but for a
        sign-in that was given with it.
        """
        connection = self._connections.connection_to(server)
        if connection is None:
            self._selection.use_server(server, credentials, process_id)
        elif credentials.kind is SignIn.NONE:
            self.use(connection, process_id)
        else:
            signed = replace(connection, server=replace(connection.server, sign_in=credentials.kind))
            self._tasks.start(self._use(signed, process_id, credentials), f"use {connection.id}")

    def retry(self) -> None:
        """The keyring may be unlocked by now."""
        if self._asked is not None:
            self.use(self._asked)

    def server_in_use(self) -> None:
        """A server has come into use: nothing waits for the keyring any more."""
        self._keyring_wait.end()

    def show_servers(self) -> None:
        """In the header's menu: every connection, and whom else somebody has signed in to."""
        connections = self.settings.connections
        names = connection_labels(connections)
        listed = [(one.id, name) for one, name in zip(connections, names, strict=True)]
        listed += [
            (one.base_url, server_name(one))
            for one in self._connections.servers()
            if self._connections.connection_to(one) is None
        ]
        current = self._selection.current
        used = self._selection.connection_id
        if current is not None and not used:
            used = PRACTICE if current.server.practice else current.server.base_url
        self._window.offer_servers(listed, used)

    async def add(self, connection: Connection, folder: Path | None = None) -> None:
        """Into the settings file, in the place of the one with its id; `folder` where results go from now on.

        Raises InputProblem for what the organisation has locked, and SavingProblem.
        """

        def changed(settings: Settings) -> Settings:
            known = settings.connection(connection.id) is not None
            more = () if known else (connection,)
            kept = tuple(connection if one.id == connection.id else one for one in settings.connections)
            made = replace(settings, connections=(*kept, *more))
            if folder is None or settings.saving.folder is None or "saving.folder" in self._loaded.locked:
                return made  # what was chosen last is remembered anyway
            return replace(made, saving=replace(settings.saving, folder=folder))

        self._loaded = await asyncio.to_thread(self._file.change, changed)
        self._connections.settings = self._loaded.settings
        self.slips.show(self._loaded)
        self._connections.changed(connection)
        self.show_servers()

    def is_locked(self, key: str) -> bool:
        """Whether the organisation has set that key of the settings."""
        return key in self._loaded.locked

    async def change(self, change: Callable[[Settings], Settings]) -> None:
        """Into the settings file, and put to use. Raises what `change` raises, InputProblem for what is
        locked, and SavingProblem.
        """
        before = self.settings
        self._loaded = await asyncio.to_thread(self._file.change, change)
        self.slips.show(self._loaded)
        self._room.changed.emit(before, self._loaded.settings)

    def open_check(self, connection: Connection) -> None:
        """The settings, at the check of this connection."""
        self._room.open("server", connection.id)

    async def _use(
        self, connection: Connection, process_id: int | None = None, given: Credentials | None = None
    ) -> None:
        self._turn = turn = self._turn + 1
        self._window.intake.set_obstacle(tr("SignDesk waits for the keyring."))
        session: Session | None = None
        problem: SignDeskError | None = None
        try:
            session = await self._connections.sign_in(connection, given, lambda: turn == self._turn)
        except SignDeskError as error:
            problem = error
        finally:
            if turn == self._turn:
                self._window.intake.set_obstacle(self._obstacle())
        if turn != self._turn:
            return
        if isinstance(problem, KeyringProblem) and self._selection.current is None:
            self._keyring_wait.begin(connection, problem, process_id)
        elif isinstance(problem, KeyringProblem):
            self._ask(connection, str(problem), retry=True)
        elif problem is not None:  # a secret that no header can carry
            self._selection.ask_on_page(str(problem))
        elif session is None:
            self._ask(connection, tr("Enter the sign-in for {name}.", name=connection.name))
        else:
            usual_id = connection.usual_process_id
            self._selection.use_session(session, process_id, connection.processes, usual_id)
            self._ui_state.keep_connection(connection.id)

    def _ask(self, connection: Connection, words: str, *, retry: bool = False) -> None:
        """The page to connect, filled in but for the secret. Whoever is signed in there already stays so."""
        if self._selection.connection_id == connection.id:
            self._selection.show_current()
            return
        self._asked = connection
        server = connection.server
        self._window.start_page.show_last(server.base_url, server.sign_in, server.api_key_header)
        self._selection.ask_on_page(words, retry=retry)

    # ---- wishes -------------------------------------------------------------------------------------------

    def _choose(self, server_id: str) -> None:
        """In the header's menu."""
        connection = self.settings.connection(server_id)
        if connection is not None:
            self.use(connection)
        else:
            self._supersede()
            self._selection.use_again(server_id)

    def _another(self) -> None:
        """The page to connect, for a server that is not set up yet."""
        if self._keyring_wait.connection is not None:  # which goes on if somebody comes back from there
            self._window.start_page.show_empty()
            self._window.show_start_page()
            return
        self._supersede()
        self._window.start_page.show_empty()
        if self._selection.current is not None:
            self._selection.show_current()
            self._window.show_start_page()

    def _supersede(self) -> None:
        """A connection that waits for the keyring is no longer wanted."""
        self._turn += 1
        self._keyring_wait.end()
        self._window.intake.set_obstacle(self._obstacle())

    def _take_over(self, loaded: Loaded) -> None:
        """What the files say now, after they could not be read. What cannot be read changes nothing."""
        before, self._loaded = self.settings, loaded
        if not loaded.slips and loaded.settings != before:
            self._connections.settings = loaded.settings
            self.changed.emit(before, loaded.settings)
        if self._keyring_wait.connection is None:
            self._window.intake.set_obstacle(self._obstacle())

    def _changed(self, before: Settings, after: Settings) -> None:
        self._connections.settings = after
        self.slips.look_again()
        tell(after.privacy.log_level)
        if after.notifications != before.notifications:
            self._notify(after.notifications)
        if after.saving.folder is not None and after.saving.folder != before.saving.folder:
            self._window.intake.choose_folder(after.saving.folder)
        for old in before.connections:
            new = after.connection(old.id)
            if new is None or access_differs(old, new):
                self._connections.changed(old)
        self._follow(before, after)
        self.show_servers()

    def _follow(self, before: Settings, after: Settings) -> None:
        """What is in use, or is to be, may be another now."""
        used_id, awaited = self._selection.connection_id, self._keyring_wait.connection
        if awaited is not None:
            self._changed_while_waiting(awaited, after.connection(awaited.id))
        elif used_id:
            self._changed_in_use(before.connection(used_id), after.connection(used_id))
        elif self._is_asking:
            news = [one for one in after.connections if one not in before.connections]
            for one in news[:1]:
                self.use(one)

    def _changed_while_waiting(self, old: Connection, new: Connection | None) -> None:
        """Of the connection that waits for the keyring."""
        if new is not None and new != old:
            self.use(new)
        elif new is None:
            self._supersede()
            self._selection.leave()
            if self.settings.first_choice is not None:
                self.use(self.settings.first_choice)

    def _changed_in_use(self, old: Connection | None, new: Connection | None) -> None:
        if new is None:
            self._selection.leave()
            if self.settings.first_choice is not None:
                self.use(self.settings.first_choice)
        elif old is None or access_differs(old, new):
            self.use(new)
        elif old != new:
            self._selection.offer_processes(new.server, None, new.processes, new.usual_process_id)

    def _secret_changed(self, connection: Connection) -> None:
        awaited = self._keyring_wait.connection
        is_awaited = awaited is not None and awaited.id == connection.id
        if self._is_asking or is_awaited or self._selection.connection_id == connection.id:
            self.use(connection)

    @property
    def _is_asking(self) -> bool:
        """Whether a server is still to be chosen, and nobody is in the midst of setting one up."""
        page = self._window.start_page
        return self._selection.current is None and not page.isHidden() and not page.is_under_way


def _app_info(folders: Folders) -> AppInfo:
    places: list[tuple[str, Path]] = [
        (tr("Data and list of batches"), folders.data),
        (tr("Results that were put aside"), folders.quarantine),
        (tr("Log"), folders.log_file.parent),
    ]
    return AppInfo(__version__, platform.platform(), places, partial(_journal_told, folders.journal_file))


def _journal_told(path: Path) -> str:
    """Blocking."""
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        return msg("The list of batches cannot be read: {why}.", why=error.strerror or "?")
    return msg("The list of batches takes {size} KB.", size=size_bytes // 1000)
