"""The practice server's routes, sign-in and ledger around `service.PracticeService`."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, SignIn
from signdesk.practice import replies
from signdesk.practice.dialect import Method
from signdesk.practice.ledger import Ledger
from signdesk.practice.service import PracticeService
from signdesk.practice.troubles import Cut, Script, Work

_NUMBER = "signdesk.number"
_LONGEST_UNKNOWN_BYTES = 8 << 20  # that are read of a body without the credentials


def practice_app(
    service: PracticeService,
    credentials: Credentials,
    *,
    api_key_header: str = DEFAULT_API_KEY_HEADER,
    cut: Cut = lambda _client: None,
) -> Starlette:
    """The ASGI application. `cut` aborts the connection of a client's address (host, port).

    Paths are written exactly as published (batch-methods.md). Every request needs the credentials.
    """
    script = Script(lambda: service.dialect, cut)

    def route(verb: str, path: str, method: Method, work: Work) -> Route:
        async def endpoint(request: Request) -> Response:
            params = request.path_params
            batch_id = params.get("batch_id") or request.query_params.get("batchId") or ""
            service.ledger.note_method(request.scope[_NUMBER], method, batch_id)
            return await script.answer(method, work, request)

        return Route(path, endpoint, methods=[verb])

    async def nothing_here(_request: Request, _error: Exception) -> Response:
        if service.dialect.catch_all:
            return replies.html_page()
        return replies.problem("no such address", 404, service.dialect)

    return Starlette(
        routes=[
            route("POST", "/api/CreateBatch/{process_id}", Method.CREATE, service.create),
            route("POST", "/api/upload/{batch_id}", Method.UPLOAD, service.upload),
            route("GET", "/api/BatchStatus/{batch_id}", Method.STATUS, service.status),
            route("POST", "/api/AcceptBatch", Method.ACCEPT, service.accept),
            route("POST", "/api/AcceptBatch/{batch_id}", Method.ACCEPT, service.accept),
            route("GET", "/api/batchfile/{batch_id}", Method.DOWNLOAD, service.download),
            route("DELETE", "/api/BatchDeleteCache/{batch_id}", Method.DELETE, service.delete),
        ],
        middleware=[
            Middleware(_Counting, ledger=service.ledger),
            Middleware(_Gate, service=service, credentials=credentials, api_key_header=api_key_header),
        ],
        exception_handlers={404: nothing_here},
    )


class _Counting:
    """Writes each request into the ledger, whatever becomes of it."""

    def __init__(self, app: ASGIApp, ledger: Ledger) -> None:
        self._app = app
        self._ledger = ledger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in scope["headers"])
        query = scope["query_string"].decode("latin-1")
        number = self._ledger.note_arrival(scope["method"], scope["path"], query, headers)
        scope[_NUMBER] = number

        async def counted_receive() -> Message:
            message = await receive()
            self._ledger.note_body(number, len(message.get("body", b"")))
            return message

        async def noted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._ledger.note_answer(number, message["status"])
            await send(message)

        await self._app(scope, counted_receive, noted_send)


class _Gate:
    """Lets nobody in without the credentials: 401, after reading the body so that the answer arrives. Of a
    long one only the beginning is read; then the connection is closed.
    """

    def __init__(
        self, app: ASGIApp, service: PracticeService, credentials: Credentials, api_key_header: str
    ) -> None:
        self._app = app
        self._service = service
        self._expected = _expected(credentials, api_key_header)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._expected is None or self._knows(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        answer = replies.problem("sign in first", 401, self._service.dialect)
        size_bytes = 0
        async for chunk in Request(scope, receive).stream():
            size_bytes += len(chunk)
            if size_bytes > _LONGEST_UNKNOWN_BYTES:
                answer.headers["Connection"] = "close"
                break
        await answer(scope, receive, send)

    def _knows(self, headers: Headers) -> bool:
        name, value = self._expected or ("", "")
        return hmac.compare_digest(headers.get(name, "").encode(), value.encode())


def _expected(credentials: Credentials, api_key_header: str) -> tuple[str, str] | None:
    """The header that proves who sends a request, and its value."""
    pair = f"{credentials.user}:{credentials.password}".encode()
    forms: dict[SignIn, Callable[[], Any]] = {
        SignIn.NONE: lambda: None,
        SignIn.API_KEY: lambda: (api_key_header, credentials.api_key),
        SignIn.BEARER: lambda: ("Authorization", f"Bearer {credentials.token}"),
        SignIn.BASIC: lambda: ("Authorization", f"Basic {base64.b64encode(pair).decode()}"),
    }
    found: tuple[str, str] | None = forms[credentials.kind]()
    return found
