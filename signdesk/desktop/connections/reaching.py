"""What was set up for a server: its connection, the way there, and the secrets, fetched when they are needed.

On the loop's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from signdesk.domain.connections import Connection, Limits, SecretKind, secret_owner
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.access import access_of, secrets_of_way
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Access


class Reaching:
    """`settings` gives those that hold now. What was fetched is known by the connection until `forget`."""

    def __init__(self, settings: Callable[[], Settings], secrets: Secrets) -> None:
        self.connections = ConnectionService(settings)
        self._secrets = secrets
        self._settings = settings
        self._access: dict[str, Access] = {}  # by the connection's id
        self._at_address: dict[str, Access] = {}  # for what is tried and not set up yet

    def connection_of(self, server: Server) -> Connection | None:
        """What was set up for that address."""
        return self.connections.connection_to(server)

    def limits(self, server: Server) -> Limits:
        """What one batch may hold there."""
        connection = self.connection_of(server)
        return connection.limits if connection is not None else Limits()

    def access(self, server: Server, connection_id: str = "") -> Access:
        """How that server is reached, as far as it was set up; complete where `is_ready`."""
        connection = self._settings().connection(connection_id) or self.connection_of(server)
        if connection is None:
            return self._at_address.get(server.base_url, Access())
        usual = Access(connection.way, plain_http=connection.plain_http)
        return self._access.get(connection.id, usual)

    def is_ready(self, server: Server) -> bool:
        """Whether no secret of the way there has to be fetched first."""
        connection = self.connection_of(server)
        return connection is None or connection.id in self._access or not secrets_of_way(connection)

    def known(self, connection: Connection) -> Access | None:
        """What was fetched before."""
        return self._access.get(connection.id)

    async def reach(self, connection: Connection) -> Access:
        """With the secrets of its way. KeyringProblem."""
        access = await access_of(connection, partial(self._secrets.load, connection_id=connection.id))
        self._access[connection.id] = self._at_address[connection.server.base_url] = access
        return access

    def forget(self, connection: Connection) -> None:
        """The way there, or a secret of it, is another one now."""
        self._access.pop(connection.id, None)
        self._at_address.pop(connection.server.base_url, None)

    async def credentials(self, connection: Connection) -> Credentials:
        """What is kept or was given for this session, of whatever kind. KeyringProblem."""
        if connection.server.sign_in is SignIn.NONE:
            return Credentials()
        owner = secret_owner(connection, SecretKind.SIGN_IN)
        secret = await self._secrets.load(owner, SecretKind.SIGN_IN, connection.id)
        return secret.credentials if secret is not None else Credentials()
