"""A client for a scripted server, closed at the end of the test's `async with`."""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import trustme

from signdesk.domain.connections import Access, TransportConfig
from signdesk.domain.servers import (
    DEFAULT_API_KEY_HEADER,
    AcceptForm,
    Credentials,
    Numbering,
    Server,
    SignIn,
)
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealClient
from tests.support.raw_server import RawServer

PATIENT = TimeLimits(connect_s=5, pool_s=5, idle_s=5, answer_s=5)
HASTY = TimeLimits(
    connect_s=0.15,
    pool_s=0.15,
    idle_s=0.1,
    answer_s=0.15,
    slowest_bytes_per_s=1000,
    window_s=0.1,
    grace_s=0.05,
)
ZIP = b"PK\x03\x04" + bytes(range(256)) * 400
CREATED = '{"id": "2123", "providerSettingsId": "1", "creationDate": "2023-01-01 12:00:00", "status": "1"}'
ACCEPTED = '{"id": 2123, "providerSettingsId": "1", "creationDate": "2023-01-01 10:00:00", "status": "0"}'
UPLOADED = (
    '{"id": "1", "counterpartyId": "1", "name": "file_name.pdf", "signed": "false", "hash": null, '
    '"signature": null, "batchId": 2123, "creationDate": "2023-01-01 00:00:00", "isZip": "true", '
    '"tsaId": "1"}'
)
STATUS = (
    '{"id":2123, "status": "READY", "creationDate": "2023-01-01 10:00:00", "documents": [{"id": "1", '
    '"signed": "false", "fileName": "test.pdf", "signingResult_Success": "false"}]}'
)

CALLS: dict[str, Callable[[SealClient], Awaitable[object]]] = {
    "create": lambda client: client.create_batch(1),
    "upload": lambda client: client.upload("2123", 4, [b"PK\3\4"]),
    "accept by path": lambda client: client.accept("2123", AcceptForm.PATH),
    "accept by query": lambda client: client.accept("2123", AcceptForm.QUERY),
    "accept by both": lambda client: client.accept("2123", AcceptForm.QUERY_AND_BODY),
    "status": lambda client: client.batch_status("2123", Numbering.NEWER),
    "download": lambda client: client.download("2123", lambda piece: None),
    "delete": lambda client: client.delete("2123"),
}


@asynccontextmanager
async def talking(
    server: RawServer | str,
    credentials: Credentials | None = None,
    *,
    sign_in: SignIn | None = None,
    api_key_header: str = DEFAULT_API_KEY_HEADER,
    limits: TimeLimits = PATIENT,
    ssl_context: ssl.SSLContext | None = None,
    transport: TransportConfig = TransportConfig(),  # noqa: B008 - a frozen value
    key_pass_phrase: str = "",
    proxy_password: str = "",
    plain_http: bool = False,
) -> AsyncIterator[SealClient]:
    """`sign_in`: by default what the credentials are for."""
    secrets = credentials or Credentials()
    address = server if isinstance(server, str) else server.url
    place = Server(address, sign_in=sign_in or secrets.kind, api_key_header=api_key_header)
    client = SealClient(
        place,
        secrets,
        Access(transport, key_pass_phrase, proxy_password, plain_http),
        limits=limits,
        ssl_context=ssl_context,
    )
    try:
        yield client
    finally:
        await client.aclose()


def serving(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """A server's context with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@contextmanager
def full_backlog() -> Iterator[tuple[str, int]]:
    """An address where the kernel leaves every attempt to connect unanswered."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        yield full.getsockname()
        for filler in fillers:
            filler.close()
