"""Where a key or password goes that was typed in the window: the keyring, or this session; never a file.

On the GUI thread; the keyring is asked in a thread of `jobs.secrets`.
"""

from __future__ import annotations

from functools import partial

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.messages import join
from signdesk.domain.servers import Credentials
from signdesk.jobs.connection_service import ConnectionService


class SecretSaver:
    """What the keyring does not take is used for the session; the window says so, with a way to try again."""

    def __init__(self, window: MainWindow, tasks: TaskOwner, connections: ConnectionService) -> None:
        self._window = window
        self._tasks = tasks
        self._connections = connections

    def keep(
        self, connection: Connection, kind: SecretKind, secret: Credentials, *, in_keyring: bool
    ) -> None:
        """At once for this session; `in_keyring`: beyond it, without waiting for that."""
        self._connections.keep_for_session(connection, kind, secret)
        if in_keyring:
            self.write(connection, kind, secret)

    def write(self, connection: Connection, kind: SecretKind, secret: Credentials) -> None:
        """Into the keyring, unless another one was given since."""
        self._tasks.start(self._write(connection, kind, secret), "keep a secret")

    async def _write(self, connection: Connection, kind: SecretKind, secret: Credentials) -> None:
        try:
            await self._connections.keep(connection, kind, secret)
        except KeyringProblem as problem:
            told = join(tr("What you entered is kept for this session only."), str(problem))
            again = partial(self._try_again, connection, kind, secret)
            self._window.show_banner(told, Tone.NEEDS, tr("Try again"), again)

    def _try_again(self, connection: Connection, kind: SecretKind, secret: Credentials) -> None:
        self._window.clear_banner()
        self.write(connection, kind, secret)
