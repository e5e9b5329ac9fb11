"""A connection whose secrets the keyring does not give now: the window stays as it is, says so where
something would be sealed, asks for the sign-in when a person wants that, and goes on by itself when the
keyring opens.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import Tone, server_name
from signdesk.desktop.connections.secret_saver import SecretSaver
from signdesk.desktop.connections.server_selection import ServerSelection
from signdesk.desktop.i18n.language import joined, tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringMissing, KeyringProblem
from signdesk.domain.servers import SignIn, for_server
from signdesk.jobs.secrets import Secrets

PAGE_LOOK_S = 0.5  # while somebody sets up another server, nothing takes that page away


class KeyringWait:
    """While no server is in use. `use` tries the connection again, with this process."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        selection: ServerSelection,
        secrets: Secrets,
        secret_saver: SecretSaver,
        use: Callable[[Connection, int | None], None],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._selection = selection
        self._secrets = secrets
        self._secret_saver = secret_saver
        self._use = use
        self._connection: Connection | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def connection(self) -> Connection | None:
        """The one that waits; None once any server is in use."""
        return self._connection if self._selection.current is None else None

    def begin(self, connection: Connection, problem: KeyringProblem, process_id: int | None) -> None:
        """The list and the batches stay in sight, and with them the processes of the connection."""
        is_first = self._connection is None
        self._stop_watching()
        self._connection = connection
        server, intake = connection.server, self._window.intake
        text = tr("{server}, not signed in", server=server_name(server))
        self._window.set_server(server, text, Tone.NEEDS)
        chosen = intake.process()
        process_id = process_id or (chosen.id if chosen is not None else None)
        self._selection.offer_processes(server, process_id, connection.processes, connection.usual_process_id)
        by_itself = tr("SignDesk goes on by itself as soon as the keyring is open.")
        said = joined(" ", str(problem), "" if isinstance(problem, KeyringMissing) else by_itself)
        if server.sign_in is SignIn.NONE:  # only the way there wants a secret
            intake.set_obstacle(said, tr("Try the keyring again"), self._again)
        else:
            intake.set_obstacle(said, tr("Sign in…"), lambda: self._start_asking(connection, problem))
        self._watching = self._tasks.start(self._watch(may_be_open=is_first), "wait for the keyring")

    def end(self) -> None:
        """A server is in use, or another one is wanted."""
        self._connection = None
        self._stop_watching()

    def _stop_watching(self) -> None:
        watching, self._watching = self._watching, None
        if watching is not None and watching is not asyncio.current_task():
            watching.cancel()

    def _again(self) -> None:
        """With the process that is chosen by now."""
        if self.connection is not None:
            process = self._window.intake.process()
            self._use(self.connection, process.id if process is not None else None)

    async def _watch(self, *, may_be_open: bool) -> None:
        await self._secrets.until_open(may_be_open=may_be_open)
        while not self._window.start_page.isHidden():  # noqa: ASYNC110 - widgets know no events
            await asyncio.sleep(PAGE_LOOK_S)
        self._again()

    def _start_asking(self, connection: Connection, problem: KeyringProblem) -> None:
        self._tasks.start(self._ask(connection, problem), f"sign in to {connection.id}")

    async def _ask(self, connection: Connection, problem: KeyringProblem) -> None:
        """What is typed holds for this session, and is kept once the server has taken it."""
        typed = await dialogs.ask_credentials(
            self._window,
            tr("Sign in to {server}", server=server_name(connection.server)),
            str(problem),
            connection.server.sign_in,
            keep=True,
            retry=True,
        )
        if typed is None or self.connection != connection:  # the keyring was quicker
            return
        if not typed.retry:
            self._keep(connection, typed)
        self._again()

    def _keep(self, connection: Connection, typed: dialogs.Typed) -> None:
        kind = SecretKind.SIGN_IN
        secret = for_server(typed.credentials, connection.server)
        self._secret_saver.keep(connection, kind, secret, in_keyring=False)
        if typed.keep:
            self._selection.when_proven(
                connection.server.base_url, lambda: self._secret_saver.write(connection, kind, secret)
            )
