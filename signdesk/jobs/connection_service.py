"""The connections that were set up: which one a batch belongs to, how its server is reached, who signs in.

What a person mends in the settings (header, kind of sign-in, form of accept, address) counts for batches that
were ordered before; a secret, though, goes to no other server than the one that is named: another address is
taken up by itself only while no server has anything of the batch.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from signdesk.domain.batches import Batch, Reason
from signdesk.domain.connections import Access, Connection, Limits, ProxyKind, SecretKind, secret_owner
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.secrets import Secrets

if TYPE_CHECKING:
    from signdesk.jobs.session import Session

Find = Callable[[str, SecretKind], Awaitable[Credentials | None]]
MakeSession = Callable[[Server, Credentials, Access], "Session"]


class Connections:
    """`settings`: those that hold now; whoever loads or changes them sets them here. Any thread."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008 - a frozen value
        self.settings = settings

    def connection_of(self, batch: Batch) -> Connection | None:
        """The one that it was ordered with; where none was noted, or it is gone, the one to its address."""
        if batch.server.practice:
            return None
        return self.settings.connection(batch.connection_id) or self.connection_to(batch.server)

    def connection_to(self, server: Server) -> Connection | None:
        """What is set up for that address; where it is more than one, the same kind of sign-in counts, then
        the first choice.
        """
        settings = self.settings
        same = [one for one in settings.connections if one.server.base_url == server.base_url]
        fitting = [one for one in same if one.server.sign_in is server.sign_in] or same
        return settings.first_choice if settings.first_choice in fitting else next(iter(fitting), None)

    def new_address(self, batch: Batch) -> str:
        """The address of its connection, where that is another one now and a server has something of the
        batch at the old one: only a person knows whether that is the same server. Else "".
        """
        connection = self.connection_of(batch)
        if connection is None or connection.server.base_url == batch.server.base_url:
            return ""
        return connection.server.base_url if is_known_somewhere(batch) else ""

    def resolve(self, batch: Batch, *, to_new_address: bool = False) -> Batch:
        """With its server as its connection says today. `to_new_address`: a person said that what stands
        there now is the same server.
        """
        connection = self.connection_of(batch)
        if connection is None:
            return batch
        server = as_set_up(batch.server, connection.server)
        if self.new_address(batch) and not to_new_address:
            server = replace(server, base_url=batch.server.base_url, label=batch.server.label)
        if server == batch.server and batch.connection_id == connection.id:
            return batch
        return batch.replace(server=server, connection_id=connection.id)

    def limits(self, server: Server) -> Limits:
        """What one batch may hold there."""
        connection = self.connection_to(server)
        return connection.limits if connection is not None else Limits()


class ConnectionService(Connections):
    """With their secrets, of the keyring and of this program's run, and the sessions that were opened with
    them. What was fetched is known by the connection until `changed`. On the loop's thread; what waits raises
    KeyringProblem.

    `sessions`: all that are open, the newest sign-in last.
    """

    def __init__(
        self,
        secrets: Secrets,
        make_session: MakeSession,
        settings: Settings = Settings(),  # noqa: B008 - as above
    ) -> None:
        super().__init__(settings)
        self.secrets = secrets
        self._make_session = make_session
        self._access: dict[str, Access] = {}  # by the connection's id
        self._at_address: dict[str, Access] = {}  # for what is tried and not set up yet
        self.sessions: list[Session] = []
        self._named: dict[Session, tuple[Server, str, Access]] = {}  # the id of the connection, or ""
        self._outdated: set[Session] = set()  # their jobs go on with them; nothing new does
        self._opened: list[Callable[[Session], None]] = []
        self._secret_changed: list[Callable[[Connection], None]] = []

    def when_opened(self, tell: Callable[[Session], None]) -> None:
        """`tell` is called with each session that is opened."""
        self._opened.append(tell)

    def when_secret_changed(self, tell: Callable[[Connection], None]) -> None:
        """`tell` is called with a connection of the settings of which a secret is another one now."""
        self._secret_changed.append(tell)

    def access(self, server: Server, connection_id: str = "") -> Access:
        """How that server is reached; with the secrets of its way once `reach` has fetched them."""
        connection = self.settings.connection(connection_id) or self.connection_to(server)
        if connection is None:
            return self._at_address.get(server.base_url, Access())
        usual = Access(connection.transport, plain_http=connection.plain_http)
        return self._access.get(connection.id, usual)

    def changed(self, connection: Connection) -> None:
        """The way there, or a secret of it, is another one now."""
        self._access.pop(connection.id, None)
        self._at_address.pop(connection.server.base_url, None)
        self._outdated |= {one for one in self.sessions if self.connection_id_of(one) == connection.id}

    def secret_changed(self, connection_id: str) -> None:
        """A secret of that connection was kept or removed; a connection that is not set up yet has none."""
        connection = self.settings.connection(connection_id)
        if connection is not None:
            self.changed(connection)
            for tell in self._secret_changed:
                tell(connection)

    async def reach(self, connection: Connection) -> Access:
        """With the secrets of its way."""
        access = await access_of(connection, partial(self.secrets.load, connection_id=connection.id))
        known = self.settings.connection(connection.id)
        if known is None or not _leads_elsewhere(known, connection):  # else it was changed meanwhile
            self._access[connection.id] = self._at_address[connection.server.base_url] = access
        return access

    async def credentials(self, connection: Connection) -> Credentials:
        """What is kept or was given for this session, of whatever kind."""
        if connection.server.sign_in is SignIn.NONE:
            return Credentials()
        owner = secret_owner(connection, SecretKind.SIGN_IN)
        return await self.secrets.load(owner, SecretKind.SIGN_IN, connection.id) or Credentials()

    def keep_for_session(self, connection: Connection, kind: SecretKind, secret: Credentials) -> None:
        """At once, in memory, before whatever the keyring holds."""
        self.secrets.keep_for_session(secret_owner(connection, kind), kind, secret, connection.id)

    async def keep(self, connection: Connection, kind: SecretKind, secret: Credentials) -> None:
        """In the keyring, unless another one was given since `keep_for_session`."""
        owner = secret_owner(connection, kind)
        if await self.secrets.load(owner, kind, connection.id) == secret:
            await self.secrets.save(owner, kind, secret, connection.id)

    async def sign_in(
        self,
        connection: Connection,
        given: Credentials | None = None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Session | None:
        """The session of that connection, opened where none has the same way and sign-in; None where no
        sign-in of its kind is kept, and where it is not wanted any more once the keyring has answered.
        `given` goes before what is kept. Raises KeyringProblem, and InputProblem for a secret that no header
        can carry.
        """
        access = await self.reach(connection)
        credentials = given or await self.credentials(connection)
        if credentials.kind is not connection.server.sign_in or not is_wanted():
            return None
        made_with = (connection.server, connection.id, access), credentials
        same = [one for one in self.sessions if (self._named[one], one.credentials) == made_with]
        same = [one for one in same if one not in self._outdated]
        return same[-1] if same else self._open(connection.server, credentials, connection.id, access)

    def open_session(self, server: Server, credentials: Credentials, connection_id: str = "") -> Session:
        """A sign-in for the batches of `server`. `connection_id`: the connection that it belongs to, "" where
        it is none's. Raises InputProblem for a secret that no header can carry.
        """
        return self._open(server, credentials, connection_id, self.access(server, connection_id))

    def _open(self, server: Server, credentials: Credentials, connection_id: str, access: Access) -> Session:
        session = self._make_session(server, credentials, access)
        self.sessions.append(session)
        self._named[session] = server, connection_id, access
        for tell in self._opened:
            tell(session)
        return session

    def open_at_once(self, server: Server) -> Session | None:
        """For a server that needs no sign-in; None where a secret of its way is to be fetched first."""
        connection = self.connection_to(server)
        if connection is None or connection.id in self._access or not secrets_of_way(connection):
            return self.open_session(server, Credentials())
        return None

    def prefer(self, session: Session) -> None:
        """It counts as the newest sign-in."""
        self.sessions.sort(key=lambda one: one is session)

    def named(self, session: Session) -> Server:
        """The server of an open session as it was named, without what was learned of it."""
        return self._named[session][0]

    def connection_id_of(self, session: Session) -> str:
        """Of the connection that a session belongs to, or ""."""
        return self._named[session][1]

    def servers(self) -> list[Server]:
        """Those that somebody has signed in to, each once; without practice."""
        return list({one.base_url: one for one, *_ in self._named.values() if not one.practice}.values())

    async def close(self) -> None:
        """Closes the connections. No job may be under way."""
        for session in self.sessions:
            await session.close()

    def is_for_session(self, connection: Connection, kind: SecretKind) -> bool:
        """Whether what is used now is gone with this session."""
        return self.secrets.is_for_session(secret_owner(connection, kind), kind, connection.id)


def _leads_elsewhere(one: Connection, other: Connection) -> bool:
    return (one.transport, one.plain_http) != (other.transport, other.plain_http)


def secrets_of_way(connection: Connection) -> tuple[SecretKind, ...]:
    """Those that getting to the server takes, whoever signs in there."""
    way = connection.transport
    needed = {
        SecretKind.PASS_PHRASE: way.certificate is not None,
        SecretKind.PROXY: way.proxy.kind is ProxyKind.MANUAL and bool(way.proxy.user),
    }
    return tuple(kind for kind, is_needed in needed.items() if is_needed)


async def access_of(connection: Connection, find: Find) -> Access:
    """Only the secrets that are needed are asked for. `find(owner, kind)`: the secret, or None where there is
    none. Raises what `find` raises.
    """
    found = dict.fromkeys(SecretKind, Credentials())
    for kind in secrets_of_way(connection):
        found[kind] = await find(secret_owner(connection, kind), kind) or Credentials()
    pass_phrase, proxy = found[SecretKind.PASS_PHRASE].secret, found[SecretKind.PROXY].secret
    return Access(connection.transport, pass_phrase, proxy, connection.plain_http)


def as_set_up(known: Server, named: Server) -> Server:
    """`named`, a server of the settings; what was learned of it earlier stays where the settings leave that
    open.
    """
    form, numbering = named.accept_form, named.numbering
    if form is AcceptForm.AUTO and known.accept_form is AcceptForm.QUERY_AND_BODY:
        form = known.accept_form
    if numbering is Numbering.UNKNOWN and known.base_url == named.base_url:
        numbering = known.numbering
    return replace(named, accept_form=form, numbering=numbering)


def takes_sign_in(batch: Batch, resolved: Batch, kind: SignIn) -> bool:
    """Whether a sign-in of that kind, which names no server, can be meant for this batch: its server wants
    such a one, by the settings or when it was ordered, or has refused the last.
    """
    server = resolved.server
    if server.practice or kind is SignIn.NONE:
        return False
    return kind in (server.sign_in, batch.server.sign_in) or was_refused(batch)


def was_refused(batch: Batch) -> bool:
    """Whether it is held because its server did not take the sign-in, or the lack of one."""
    return batch.held_at is not None and batch.reason is Reason.SIGN_IN


def is_known_somewhere(batch: Batch) -> bool:
    """Whether a server has, or may have, something of it."""
    return bool(batch.server_id or batch.abandoned_ids) or batch.maybe_started
