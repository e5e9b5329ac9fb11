"""The practice server in a thread of the test process, with its ledger: the scripted server of the tests."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.reports import Status
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, Server, SignIn
from signdesk.practice.app import LoopbackServer, loopback_socket, practice_app
from signdesk.practice.data_folder import SealKey, seal_key
from tests.support.canary import KEY
from tests.support.response_profile import ResponseProfile
from tests.support.scripted_service import ScriptedService
from tests.support.server_ledger import CountingApp, Ledger

_LIMIT_S = 30.0
CREDENTIALS = Credentials(api_key=KEY)


@dataclass(slots=True)
class PracticeRun:
    """A running practice server. `profile` may be set in the middle."""

    server: Server
    credentials: Credentials
    ledger: Ledger
    seal_key: SealKey
    service: ScriptedService

    @property
    def profile(self) -> ResponseProfile:
        """What it speaks now."""
        return self.service.profile

    @profile.setter
    def profile(self, profile: ResponseProfile) -> None:
        self.service.profile = profile

    @property
    def batch_ids(self) -> tuple[str, ...]:
        """All batches that were made, in order, deleted ones too."""
        return tuple(self.service.batches)

    def status_of(self, batch_id: str) -> Status:
        """Where the batch stands, without asking over HTTP."""
        return self.service.batches[batch_id].status

    def forget(self, batch_id: str) -> None:
        """The server's operator removes the batch; what works on it ends. Not on the server's own loop."""
        batch, is_removed = self.service.batches[batch_id], threading.Event()

        def remove() -> None:
            if batch.work is not None:
                batch.work.cancel()
            batch.status, batch.result = Status.DELETED, None
            is_removed.set()

        if batch.work is None or batch.work.done():
            remove()
        else:
            batch.work.get_loop().call_soon_threadsafe(remove)
        assert is_removed.wait(_LIMIT_S), "the practice server does not answer"

    def wait_until(self, batch_id: str, status: Status) -> None:
        """Blocks until the batch has the status. For tests that do not poll over HTTP."""
        end = time.monotonic() + _LIMIT_S
        while self.status_of(batch_id) is not status:
            assert time.monotonic() < end, f"batch {batch_id} stays {self.status_of(batch_id).name}"
            threading.Event().wait(0.002)


@contextmanager
def running_practice(
    folder: Path,
    *,
    profile: ResponseProfile | None = None,
    pace_s: float = 0.0,
    credentials: Credentials = CREDENTIALS,
    api_key_header: str = DEFAULT_API_KEY_HEADER,
    ssl_context: ssl.SSLContext | None = None,
    key: SealKey | None = None,
) -> Iterator[PracticeRun]:
    """Serves on loopback until the block ends. `folder` gets the test key, if none is given, and the spool.

    The thread has its own loop, so tests may block or run a loop of their own. With `ssl_context` it is
    https://localhost.
    """
    key = key or seal_key(folder)
    spool = folder / "spool"
    spool.mkdir(exist_ok=True)
    service = ScriptedService(
        spool, key, profile or ResponseProfile(), pace_s, cut=lambda client: serving.cut(client)
    )
    app = practice_app(service, _sign_in(credentials, api_key_header))
    is_up = threading.Event()
    serving = _CuttingServer(CountingApp(app, service.ledger), is_up.set)
    if ssl_context is not None:
        serving.config.load()
        serving.config.ssl = ssl_context
    bound = loopback_socket()
    host = "https://localhost" if ssl_context is not None else "http://127.0.0.1"
    server = Server(
        base_url=f"{host}:{bound.getsockname()[1]}",
        sign_in=credentials.kind,
        api_key_header=api_key_header,
        label="Practice server",
        practice=True,
    )
    thread = threading.Thread(target=_serve, args=(serving, bound), name="practice server")
    thread.start()
    try:
        assert is_up.wait(_LIMIT_S), "the practice server did not come up"
        yield PracticeRun(server, credentials, service.ledger, key, service)
    finally:
        serving.end()
        thread.join(_LIMIT_S)
        assert not thread.is_alive(), "the practice server did not end"


def _serve(serving: LoopbackServer, bound: socket.socket) -> None:
    asyncio.run(serving.serve(sockets=[bound]))


def _sign_in(credentials: Credentials, api_key_header: str) -> tuple[str, str] | None:
    """The header that proves who sends a request, and its value."""
    pair = f"{credentials.user}:{credentials.password}".encode()
    forms: dict[SignIn, Callable[[], tuple[str, str] | None]] = {
        SignIn.NONE: lambda: None,
        SignIn.API_KEY: lambda: (api_key_header, credentials.api_key),
        SignIn.BEARER: lambda: ("Authorization", f"Bearer {credentials.token}"),
        SignIn.BASIC: lambda: ("Authorization", f"Basic {base64.b64encode(pair).decode()}"),
    }
    return forms[credentials.kind]()


class _CuttingServer(LoopbackServer):
    def cut(self, client: tuple[str, int]) -> None:
        """Resets the connection of the client with this address."""
        for connection in list(self.server_state.connections):
            if connection.transport.get_extra_info("peername") == client:
                connection.transport.abort()
