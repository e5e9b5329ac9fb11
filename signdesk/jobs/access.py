"""How a connection that was set up is reached: its way, with the secrets that belong to it.

For the window and for the command line. Only the secrets that are needed are asked for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from signdesk.domain.connections import Connection, ProxyKind, SecretKind, secret_owner
from signdesk.domain.secrets import Secret
from signdesk.jobs.session import Access

Find = Callable[[str, SecretKind], Awaitable[Secret | None]]


def secrets_of_way(connection: Connection) -> tuple[SecretKind, ...]:
    """Those that getting to the server takes, whoever signs in there."""
    way = connection.way
    needed = {
        SecretKind.PASS_PHRASE: way.certificate is not None,
        SecretKind.PROXY: way.proxy.kind is ProxyKind.MANUAL and bool(way.proxy.user),
    }
    return tuple(kind for kind, is_needed in needed.items() if is_needed)


async def access_of(connection: Connection, find: Find) -> Access:
    """`find(owner, kind)`: the secret, or None where there is none. Raises what `find` raises."""
    values = dict.fromkeys(SecretKind, "")
    for kind in secrets_of_way(connection):
        secret = await find(secret_owner(connection, kind), kind)
        values[kind] = secret.value if secret is not None else ""
    return Access(
        connection.way, values[SecretKind.PASS_PHRASE], values[SecretKind.PROXY], connection.plain_http
    )
