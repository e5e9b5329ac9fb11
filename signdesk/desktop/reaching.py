"""What was set up for a server: its connection, the way there, and the secrets, fetched when they are needed.

On the loop's thread.
"""

from __future__ import annotations

from collections.abc import Callable

from signdesk.domain.connections import Connection, Limits, SecretKind, secret_owner
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.access import access_of, secrets_of_way
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Access


class Reaching:
    """`settings` gives those that hold now. What was fetched is known by the address until `forget`."""

    def __init__(self, settings: Callable[[], Settings], secrets: Secrets) -> None:
        self.connections = ConnectionService(settings)
        self._secrets = secrets
        self._access: dict[str, Access] = {}

    def connection_of(self, server: Server) -> Connection | None:
        """What was set up for that address."""
        return self.connections.connection_to(server)

    def limits(self, server: Server) -> Limits:
        """What one batch may hold there."""
        connection = self.connection_of(server)
        return connection.limits if connection is not None else Limits()

    def access(self, server: Server) -> Access:
        """How that server is reached, as far as it was set up; complete where `is_ready`."""
        connection = self.connection_of(server)
        if connection is None or server.base_url in self._access:
            return self._access.get(server.base_url, Access())
        return Access(connection.way, plain_http=connection.plain_http)

    def is_ready(self, server: Server) -> bool:
        """Whether no secret of the way there has to be fetched first."""
        connection = self.connection_of(server)
        return connection is None or server.base_url in self._access or not secrets_of_way(connection)

    def known(self, connection: Connection) -> Access | None:
        """What was fetched before."""
        return self._access.get(connection.server.base_url)

    async def reach(self, connection: Connection) -> Access:
        """With the secrets of its way. KeyringProblem."""
        self._access[connection.server.base_url] = access = await access_of(connection, self._secrets.load)
        return access

    def forget(self, connection: Connection) -> None:
        """The way there, or a secret of it, is another one now."""
        self._access.pop(connection.server.base_url, None)

    async def credentials(self, connection: Connection) -> Credentials:
        """What is kept or was given for this session, of whatever kind. KeyringProblem."""
        if connection.server.sign_in is SignIn.NONE:
            return Credentials()
        secret = await self._secrets.load(secret_owner(connection, SecretKind.SIGN_IN), SecretKind.SIGN_IN)
        return secret.credentials if secret is not None else Credentials()
