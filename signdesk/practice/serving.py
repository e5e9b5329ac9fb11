"""uvicorn on a loopback socket with a free port: silent, and quick to end. For the child and for tests."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp


def loopback_socket() -> socket.socket:
    """Bound to a free port of 127.0.0.1. With the protocol named, asyncio sets TCP_NODELAY: else each answer
    waits 40 ms for an acknowledgement.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    return bound


class LoopbackServer(uvicorn.Server):
    """`started` is called on the loop once connections are taken. `end` may be called from any thread."""

    def __init__(self, app: ASGIApp, started: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                proxy_headers=False,
                server_header=False,
            )
        )
        self._started = started
        self._end = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's, then tells that it is done."""
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self._started()

    async def main_loop(self) -> None:
        """Until `end`. uvicorn's own loop looks ten times a second."""
        await self.on_tick(0)
        await self._end.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """At once: a practice server owes nobody a farewell."""
        for one in self.servers:
            one.close()
        for each in sockets or []:
            each.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        tasks = list(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def end(self) -> None:
        """Lets `serve` return."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end.set)

    def cut(self, client: tuple[str, int]) -> None:
        """Resets the connection of the client with this address."""
        for connection in list(self.server_state.connections):
            if connection.transport.get_extra_info("peername") == client:
                connection.transport.abort()
