"""The sign-in that a card asks for: what is kept for its server, else what somebody types.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import is_unconnected, server_name
from signdesk.desktop.connections.connection_setup import ConnectionSetup
from signdesk.desktop.connections.secret_saver import SecretSaver
from signdesk.desktop.connections.server_selection import ServerSelection
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch
from signdesk.domain.connections import Access, Connection, SecretKind
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.servers import Credentials, SignIn, for_server, host_of
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.connection_service import ConnectionService, was_refused
from signdesk.jobs.session import Session

LARGEST_PEM_BYTES = 1024 * 1024


class SignInPrompt:
    """What is entered helps every batch of the server that waits for it."""

    def __init__(
        self,
        window: MainWindow,
        store: BatchStore,
        jobs: BatchJobs,
        sessions: BatchSessions,
        selection: ServerSelection,
        connection_setup: ConnectionSetup,
        connections: ConnectionService,
        secret_saver: SecretSaver,
    ) -> None:
        self._window = window
        self._store = store
        self._batch_jobs = jobs
        self._sessions = sessions
        self._selection = selection
        self._connection_setup = connection_setup
        self._connections = connections
        self._secret_saver = secret_saver

    async def sign_in(self, batch: Batch) -> None:
        """Until the batch goes on, or somebody does not want that now."""
        placed = await self._placed(batch)
        if placed is None:
            return
        ask_anew = was_refused(batch) and placed.server == batch.server
        batch = placed
        while True:
            session, problem = await self._known(batch, ask_anew=ask_anew)
            if session is not None:
                self._go_on(batch, session)
                return
            typed = await self._ask(batch, problem)
            if typed is None:
                return
            if not typed.retry:
                self._use(batch, typed)
                return

    async def _placed(self, batch: Batch) -> Batch | None:
        """As it goes on. Its connection may lead to another address by now: then somebody says where; None:
        not now.
        """
        connections = self._connections
        connection, new = connections.connection_of(batch), connections.new_address(batch)
        if connection is None or not new or batch.is_over:
            return connections.resolve(batch, to_new_address=batch.is_over)
        hosts = {"old": host_of(batch.server.base_url), "new": host_of(new)}
        title = tr("“{name}” has another address now", name=connection.name)
        text = tr(
            "This batch was sent to {old}, and its connection leads to {new} now. Is that the same server? "
            "The sign-in is sent only to the server that you choose.",
            **hosts,
        )
        verbs = (
            ("cancel", tr("Not now")),
            ("old", tr("Go on at {old}", **hosts)),
            ("new", tr("Go on at {new}", **hosts)),
        )
        answer = await dialogs.ask(self._window, title, text, verbs)
        if answer not in ("new", "old"):
            return None
        return connections.resolve(batch, to_new_address=answer == "new")

    def _connection(self, batch: Batch) -> Connection | None:
        """What was set up for the address that the batch goes on at."""
        found = self._connections.connection_of(batch)
        fits = found is not None and found.server.base_url == batch.server.base_url
        return found if fits else self._connections.connection_to(batch.server)

    def _go_on(self, batch: Batch, session: Session) -> None:
        """The batch, and with it all that wait for the same."""
        now = self._store.latest(batch)
        if not now.is_over:
            self._batch_jobs.go_on(now, session)
        self._batch_jobs.offer(session)

    async def _known(self, batch: Batch, *, ask_anew: bool) -> tuple[Session | None, str]:
        """A session without asking anybody; and what the keyring said. `ask_anew`: what is known was refused
        as it is.
        """
        connection = self._connection(batch)
        try:
            if connection is not None:
                await self._complete(connection)
            if ask_anew:
                return None, ""
            open_one = self._sessions.session_to(batch)
            if open_one is not None or connection is None:
                return open_one, ""
            return await self._connections.sign_in(connection), ""
        except KeyringProblem as problem:
            return None, str(problem)

    async def _complete(self, connection: Connection) -> None:
        """The secrets of the way there: each that is missing is asked for. KeyringProblem."""
        access = await self._connections.reach(connection)
        names = {"server": connection.name, "user": connection.transport.proxy.user}
        for kind, text in (
            (SecretKind.PROXY, tr("The proxy on the way to {server} asks {user} for a password.", **names)),
            (
                SecretKind.PASS_PHRASE,
                tr("The key of this computer’s certificate for {server} is locked.", **names),
            ),
        ):
            if not await _is_missing(connection, access, kind):
                continue
            typed = await dialogs.ask_secret(self._window, _title(kind), text)
            if typed is not None:
                self._secret_saver.keep(
                    connection, kind, Credentials(password=typed.secret), in_keyring=typed.keep
                )
                access = await self._connections.reach(connection)

    async def _ask(self, batch: Batch, problem: str) -> dialogs.Typed | None:
        title = tr("Sign in to {server}", server=server_name(batch.server))
        connection = self._connection(batch)
        keep = None
        if connection is not None:
            keep = not self._connections.is_for_session(connection, SecretKind.SIGN_IN)
        return await dialogs.ask_credentials(
            self._window,
            title,
            problem or self._why(batch, kept=connection is not None),
            self._kind(batch),
            keep=keep,
            retry=bool(problem),
        )

    def _kind(self, batch: Batch) -> SignIn:
        connection = self._connection(batch)
        kind = (connection.server if connection is not None else batch.server).sign_in
        return kind if kind is not SignIn.NONE else SignIn.API_KEY

    def _use(self, batch: Batch, typed: dialogs.Typed) -> None:
        connection = self._connection(batch)
        named = connection.server if connection is not None else batch.server
        server = replace(named, sign_in=self._kind(batch))
        if connection is not None and server == connection.server:
            self._keep(connection, typed, batch)
        own_id = connection.id if connection is not None else ""
        session = self._connections.open_session(server, typed.credentials, own_id)
        self._go_on(batch, session)

    def _keep(self, connection: Connection, typed: dialogs.Typed, batch: Batch) -> None:
        """In the keyring only once the server takes it: a slip must not replace what is kept."""
        secret = for_server(typed.credentials, connection.server)
        self._secret_saver.keep(connection, SecretKind.SIGN_IN, secret, in_keyring=False)
        if typed.keep:
            self._selection.when_proven(
                batch.id,
                lambda: self._secret_saver.write(connection, SecretKind.SIGN_IN, secret),
            )

    def _why(self, batch: Batch, *, kept: bool) -> str:
        why = tr("SignDesk is not connected to this server since it was started.")
        if not _has_no_session(batch):
            why = tr("The server refused the sign-in that was used last.")
        count = self._batch_jobs.waiting_for_sign_in(batch.server)
        waits = trn("%n batch waits for it.", "%n batches wait for it and go on together.", count)
        waiting = waits if count else ""
        host = tr("What you enter goes to {host}.", host=host_of(batch.server.base_url))
        session = "" if kept else tr("What you enter is kept for this session only.")
        return joined(" ", why, waiting, host, session)


def _has_no_session(batch: Batch) -> bool:
    """Whether nobody has signed in for it: it is left from an earlier start, or over and to be sent again."""
    return batch.is_over or is_unconnected(batch)


async def _is_missing(connection: Connection, access: Access, kind: SecretKind) -> bool:
    way = connection.transport
    if kind is SecretKind.PROXY:
        return bool(way.proxy.user) and way.proxy.kind == "manual" and not access.proxy_password
    path = way.key or way.certificate
    return path is not None and not access.key_pass_phrase and await asyncio.to_thread(_is_locked, path)


def _is_locked(path: Path) -> bool:
    """Blocking. Whether the PEM file's key wants a pass phrase."""
    try:
        with path.open("rb") as file:
            return b"ENCRYPTED" in file.read(LARGEST_PEM_BYTES)
    except OSError:
        return False  # said when it is used


def _title(kind: SecretKind) -> str:
    return tr("Password for the proxy") if kind is SecretKind.PROXY else tr("Pass phrase of the key")
