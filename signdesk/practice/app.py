"""The practice server's HTTP side: the routes, the key that each request needs, and uvicorn on loopback."""

from __future__ import annotations

import asyncio
import hmac
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from signdesk.practice.service import Method, PracticeService

_LONGEST_UNKNOWN_BYTES = 8 << 20  # that are read of a body without the credentials


def practice_app(service: PracticeService, sign_in: tuple[str, str] | None) -> Starlette:
    """The ASGI application. `sign_in`: the header, with its value, that every request needs; None: none."""

    def route(verb: str, path: str, method: Method) -> Route:
        async def endpoint(request: Request) -> Response:
            return await service.answer(method, request)

        return Route(path, endpoint, methods=[verb])

    async def nothing_here(_request: Request, _error: Exception) -> Response:
        return service.unknown_address()

    return Starlette(
        routes=[route(*one) for one in service.routes],
        middleware=[Middleware(_Gate, service=service, sign_in=sign_in)] if sign_in else [],
        exception_handlers={404: nothing_here},
    )


class _Gate:
    """Lets nobody in without the header: 401, after reading the body so that the answer arrives. Of a long
    one only the beginning is read; then the connection is closed.
    """

    def __init__(self, app: ASGIApp, service: PracticeService, sign_in: tuple[str, str]) -> None:
        self._app = app
        self._service = service
        self._name, self._value = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = Headers(scope=scope).get(self._name, "")
        if hmac.compare_digest(given.encode(), self._value.encode()):
            await self._app(scope, receive, send)
            return
        answer = self._service.problem("sign in first", 401)
        size_bytes = 0
        async for chunk in Request(scope, receive).stream():
            size_bytes += len(chunk)
            if size_bytes > _LONGEST_UNKNOWN_BYTES:
                answer.headers["Connection"] = "close"
                break
        await answer(scope, receive, send)


def loopback_socket() -> socket.socket:
    """Bound to a free port of 127.0.0.1. With the protocol named, asyncio sets TCP_NODELAY: else each answer
    waits 40 ms for an acknowledgement.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    return bound


class LoopbackServer(uvicorn.Server):
    """Silent, and quick to end. `started` is called on the loop once connections are taken."""

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
        """Aborts connections and tasks at once."""
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
        """Lets `serve` return. May be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end.set)
