"""What was set up once, put to use: the connection of the settings, its secrets, its processes, the folder.

The settings themselves and their dialog: `desktop.settings`. On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
import logging
import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from signdesk import __version__
from signdesk.desktop import theme
from signdesk.desktop.connecting import Connecting
from signdesk.desktop.language import tr
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.settings.dialog import EVERYTHING
from signdesk.desktop.settings.partners import Facts
from signdesk.desktop.settings.presenter import SCHEMES, SettingsRoom
from signdesk.desktop.tasks import TaskOwner
from signdesk.domain.connections import Connection, Limits, SecretKind, access_differs, secret_owner
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.domain.settings import Notifications, Settings
from signdesk.jobs.access import access_of
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Access
from signdesk.logs import tell
from signdesk.seal_api.doctor import examine
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile

log = logging.getLogger(__name__)
NOT_YET_IN_EFFECT = frozenset(
    [
        "general.language",
        "saving.receipts",
    ]
)


class SetUp:
    """`settings` are those that hold now; a change of them, or of a secret, is put to use at once. `notify`
    gets how a person wants to hear of batches.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        connecting: Connecting,
        file: SettingsFile,
        secrets: Secrets,
        folders: Folders,
        notify: Callable[[Notifications], object],
    ) -> None:
        self._notify = notify
        self._window = window
        self._tasks = tasks
        self._connecting = connecting
        self._file = file
        self._secrets = secrets
        self._access: dict[str, Access] = {}
        self._follows = False
        self.settings = Settings()
        self._room = SettingsRoom(
            window,
            file,
            secrets,
            examine,
            _facts(folders),
            tasks,
            default_folder=folders.default_save_to,
            in_effect=EVERYTHING - NOT_YET_IN_EFFECT,
        )
        self._room.changed.connect(self._changed)
        self.changed = self._room.changed
        self._room.secret_changed.connect(self._secret_changed)
        window.settings_wanted.connect(lambda: self._room.open())

    async def load(self) -> None:
        """Before the window is shown: what can be drawn at once."""
        self.settings = (await asyncio.to_thread(self._file.load)).settings
        tell(self.settings.privacy.log_level)
        log.info("SignDesk %s, %s", __version__, platform.platform())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, SCHEMES[self.settings.general.theme])
        if self.settings.saving.folder is not None:
            self._window.intake.choose_folder(self.settings.saving.folder)
        self._notify(self.settings.notifications)

    def begin(self) -> None:
        """Where no server was named: the connection that was set up, else the page that offers to connect."""
        self._follows = True
        connection = self.settings.first_choice
        if connection is None:
            self._window.set_server(None)
            return
        self._tasks.start(self._use(connection), "use the connection that was set up")

    def access(self, server: Server) -> Access:
        """How that server is reached, as far as it was set up."""
        return self._access.get(server.base_url, Access())

    def limits(self, server: Server) -> Limits:
        """What one batch may hold there."""
        connection = self.settings.connection_to(server.base_url)
        return connection.limits if connection is not None else Limits()

    async def _use(self, connection: Connection) -> None:
        base_url = connection.server.base_url
        try:
            self._access[base_url] = await access_of(connection, self._secrets.load)
            credentials = await self._credentials(connection)
        except KeyringProblem as problem:
            self._ask(connection, str(problem))
            return
        if credentials.kind is not connection.server.sign_in:
            self._ask(connection, tr("Enter the sign-in for {name}.", name=connection.name))
            return
        self._connecting.use_server(
            connection.server, credentials, None, connection.processes, connection.usual_process_id
        )

    def _ask(self, connection: Connection, words: str) -> None:
        """The page to connect, filled in but for the secret. Whoever is signed in there already stays so."""
        current = self._connecting.current
        if current is not None and current.server.base_url == connection.server.base_url:
            return
        self._window.set_server(None)
        server = connection.server
        self._window.start_page.show_last(server.base_url, server.sign_in, server.api_key_header)
        self._window.show_connect_problem(words)

    async def _credentials(self, connection: Connection) -> Credentials:
        if connection.server.sign_in is SignIn.NONE:
            return Credentials()
        secret = await self._secrets.load(secret_owner(connection, SecretKind.SIGN_IN), SecretKind.SIGN_IN)
        return secret.credentials if secret is not None else Credentials()

    def _changed(self, before: Settings, after: Settings) -> None:
        self.settings = after
        tell(after.privacy.log_level)
        if after.notifications != before.notifications:
            self._notify(after.notifications)
        if after.saving.folder is not None and after.saving.folder != before.saving.folder:
            self._window.intake.choose_folder(after.saving.folder)
        old, new = before.first_choice, after.first_choice
        if new is None or new == old or not self._is_free():
            return
        if old is None or access_differs(old, new):
            self._tasks.start(self._use(new), "use what was changed")
        elif self._connecting.current is not None:
            self._connecting.offer_processes(new.server, None, new.processes, new.usual_process_id)

    def _secret_changed(self, connection_id: str) -> None:
        connection = self.settings.first_choice
        if connection is not None and connection.id == connection_id and self._is_free():
            self._tasks.start(self._use(connection), "sign in anew")

    def _is_free(self) -> bool:
        """A server named for this start, and practising, are not ended by a setting."""
        current = self._connecting.current
        return self._follows and (current is None or not current.server.practice)


def _facts(folders: Folders) -> Facts:
    places: list[tuple[str, Path]] = [
        (tr("Data and journal"), folders.data),
        (tr("Results that were put aside"), folders.quarantine),
        (tr("Log"), folders.log_file.parent),
    ]
    return Facts(__version__, platform.platform(), places, partial(_journal_told, folders.journal_file))


def _journal_told(path: Path) -> str:
    """Blocking."""
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        return tr("The journal cannot be read: {why}.", why=error.strerror or "?")
    return tr("The journal is in use and holds {size} KB.", size=size_bytes // 1000)
