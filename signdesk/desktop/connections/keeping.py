"""Where a key or password goes that was typed in the window: the keyring, or this session; never a file.

On the GUI thread; the keyring is asked in a thread of `jobs.secrets`.
"""

from __future__ import annotations

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.connections import Connection, SecretKind, secret_owner
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.messages import join
from signdesk.domain.secrets import Secret
from signdesk.jobs.secrets import Secrets


class Keeping:
    """What the keyring does not take is used for the session; the window says so, with a way to try again."""

    def __init__(self, window: MainWindow, tasks: TaskOwner, secrets: Secrets) -> None:
        self._window = window
        self._tasks = tasks
        self._secrets = secrets

    def keep(self, connection: Connection, kind: SecretKind, secret: Secret, *, in_keyring: bool) -> None:
        """At once for this session; `in_keyring`: beyond it, without waiting for that."""
        self._secrets.keep_for_session(secret_owner(connection, kind), kind, secret, connection.id)
        if in_keyring:
            self.write(connection, kind, secret)

    def write(self, connection: Connection, kind: SecretKind, secret: Secret) -> None:
        """Into the keyring, unless another one was given since."""
        self._start(secret_owner(connection, kind), kind, secret, connection.id)

    def is_for_session(self, connection: Connection, kind: SecretKind) -> bool:
        """Whether what is used now is gone with this session."""
        return self._secrets.is_for_session(secret_owner(connection, kind), kind, connection.id)

    def _start(self, owner: str, kind: SecretKind, secret: Secret, connection_id: str) -> None:
        self._tasks.start(self._save(owner, kind, secret, connection_id), "keep a secret")

    async def _save(self, owner: str, kind: SecretKind, secret: Secret, connection_id: str) -> None:
        try:
            if await self._secrets.load(owner, kind, connection_id) != secret:
                return  # another one was given meanwhile
            await self._secrets.save(owner, kind, secret, connection_id)
        except KeyringProblem as problem:
            words = join(tr("What you entered is kept for this session only."), str(problem))
            self._window.show_banner(
                words,
                Tone.NEEDS,
                tr("Try again"),
                lambda: self._try_again(owner, kind, secret, connection_id),
            )

    def _try_again(self, owner: str, kind: SecretKind, secret: Secret, connection_id: str) -> None:
        self._window.clear_banner()
        self._start(owner, kind, secret, connection_id)
