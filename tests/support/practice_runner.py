"""The practice server in a thread of the test process, with its ledger: the scripted server of the tests."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.reports import Status
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, Server
from signdesk.practice.app import practice_app
from signdesk.practice.dialect import Dialect
from signdesk.practice.keys import SealKey, seal_key
from signdesk.practice.ledger import Ledger
from signdesk.practice.service import PracticeService
from signdesk.practice.serving import LoopbackServer, loopback_socket
from tests.support.canary import KEY

_LIMIT_S = 30.0
CREDENTIALS = Credentials(api_key=KEY)


@dataclass(slots=True)
class PracticeRun:
    """A running practice server. `dialect` may be set in the middle."""

    server: Server
    credentials: Credentials
    ledger: Ledger
    seal_key: SealKey
    service: PracticeService

    @property
    def dialect(self) -> Dialect:
        """What it speaks now."""
        return self.service.dialect

    @dialect.setter
    def dialect(self, dialect: Dialect) -> None:
        self.service.dialect = dialect

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
            if batch.course is not None:
                batch.course.cancel()
            batch.status, batch.result = Status.DELETED, None
            is_removed.set()

        if batch.course is None or batch.course.done():
            remove()
        else:
            batch.course.get_loop().call_soon_threadsafe(remove)
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
    dialect: Dialect | None = None,
    pace_s: float = 0.0,
    credentials: Credentials = CREDENTIALS,
    api_key_header: str = DEFAULT_API_KEY_HEADER,
    ssl_context: ssl.SSLContext | None = None,
) -> Iterator[PracticeRun]:
    """Serves on loopback until the block ends. `folder` gets the test key and the spool.

    The thread has its own loop, so tests may block or run a loop of their own. With `ssl_context` it is
    https://localhost.
    """
    key = seal_key(folder)
    spool = folder / "spool"
    spool.mkdir(exist_ok=True)
    service = PracticeService(spool, key, dialect or Dialect(), pace_s, Ledger())
    app = practice_app(
        service, credentials, api_key_header=api_key_header, cut=lambda client: serving.cut(client)
    )
    is_up = threading.Event()
    serving = LoopbackServer(app, is_up.set)
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
