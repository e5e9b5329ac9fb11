"""What reached the tests' server, in order of arrival."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, replace

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from signdesk.practice.service import Method

NUMBER = "signdesk.number"  # of the request, in its ASGI scope


@dataclass(frozen=True, slots=True)
class Received:
    """One request. `http_status` is 0 until an answer began, `body_bytes` counts what was read of the body.

    `method` is None for a route that is none of the six. `batch_id` is empty where none was given.
    """

    number: int
    method: Method | None
    verb: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    batch_id: str = ""
    body_bytes: int = 0
    http_status: int = 0

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Ledger:
    """Filled by the server's loop and read from any thread; every answer is a snapshot."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._received: dict[int, Received] = {}
        self._accepted: Counter[str] = Counter()
        self._sealed: Counter[str] = Counter()
        self._deleted: Counter[str] = Counter()

    @property
    def received(self) -> tuple[Received, ...]:
        """All requests, those without an answer too."""
        with self._lock:
            return tuple(self._received.values())

    def of(self, method: Method) -> tuple[Received, ...]:
        """The requests of one method."""
        return tuple(one for one in self.received if one.method is method)

    def count(self, method: Method) -> int:
        """How often the method was asked for, whatever came of it."""
        return len(self.of(method))

    def accepted(self, batch_id: str) -> int:
        """Accepts of this batch that were carried out, a repeated one too."""
        with self._lock:
            return self._accepted[batch_id]

    def sealed(self, batch_id: str) -> int:
        """How often work on this batch began: never more than once."""
        with self._lock:
            return self._sealed[batch_id]

    def deleted(self, batch_id: str) -> int:
        """Deletes of this batch that were carried out."""
        with self._lock:
            return self._deleted[batch_id]

    def note_arrival(self, verb: str, path: str, query: str, headers: tuple[tuple[str, str], ...]) -> int:
        """A request's head has been read. Returns its number."""
        with self._lock:
            number = len(self._received)
            self._received[number] = Received(number, None, verb, path, query, headers)
            return number

    def note_method(self, number: int, method: Method, batch_id: str) -> None:
        """What the request asks for."""
        self._change(number, method=method, batch_id=batch_id)

    def note_body(self, number: int, size_bytes: int) -> None:
        """Another piece of the body has been read."""
        with self._lock:
            one = self._received[number]
            self._received[number] = replace(one, body_bytes=one.body_bytes + size_bytes)

    def note_answer(self, number: int, http_status: int) -> None:
        """The answer begins."""
        self._change(number, http_status=http_status)

    def note_accepted(self, batch_id: str) -> None:
        """An accept was carried out."""
        with self._lock:
            self._accepted[batch_id] += 1

    def note_sealed(self, batch_id: str) -> None:
        """Work on the batch begins."""
        with self._lock:
            self._sealed[batch_id] += 1

    def note_deleted(self, batch_id: str) -> None:
        """A delete was carried out."""
        with self._lock:
            self._deleted[batch_id] += 1

    def _change(self, number: int, **facts: object) -> None:
        with self._lock:
            self._received[number] = replace(self._received[number], **facts)  # type: ignore[arg-type]


class CountingApp:
    """Writes each request into the ledger, whatever becomes of it."""

    def __init__(self, app: ASGIApp, ledger: Ledger) -> None:
        self._app = app
        self._ledger = ledger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in scope["headers"])
        query = scope["query_string"].decode("latin-1")
        number = self._ledger.note_arrival(scope["method"], scope["path"], query, headers)
        scope[NUMBER] = number

        async def counted_receive() -> Message:
            message = await receive()
            self._ledger.note_body(number, len(message.get("body", b"")))
            return message

        async def noted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._ledger.note_answer(number, message["status"])
            await send(message)

        await self._app(scope, counted_receive, noted_send)
