"""The six methods of the sealing server: one short async method for each (signdesk/README.md, Interface).

Async to its callers, blocking inside: each call runs in a thread of its own (`calls`), through a blocking
httpx client (`exchange`, `transport`), which is imported and built there at the first call, because that
takes up to 450 ms. No retries here: they are the job's. What goes wrong becomes an error of `domain.errors`;
which one: `failures`.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from signdesk.domain.connections import Access
from signdesk.domain.errors import InputProblem, ServerProblem
from signdesk.domain.messages import msg, with_values
from signdesk.domain.reports import AcceptReply, BatchReport, UploadReply
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, server_address
from signdesk.seal_api import connection_failures, failures, wire
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.api_request import ApiMethod, ApiRequest, Download, Upload, longest_list_bytes
from signdesk.seal_api.calls import SETTLE_S, Call, LimitReached, TimeLimits, carry_out
from signdesk.seal_api.proxies import ProxyRoutes
from signdesk.seal_api.sign_in import redactor, sign_in_headers
from signdesk.seal_api.tls import Trust

if TYPE_CHECKING:
    from signdesk.seal_api.exchange import Exchange

T = TypeVar("T")
_DELETED_DOCUMENTS = 1000  # of which an answer to a delete may tell; a longer one is asked about again


def _unheard(*_: object) -> None:
    """Nobody wants to know."""


def _as_it_came(answer: Answer) -> Answer:
    return answer


class SealApi(ABC):
    """The six methods over one function that sends. Each raises what `send` raises."""

    @abstractmethod
    async def send(self, request: ApiRequest[T]) -> T:
        """What `request.read` makes of the answer."""

    async def create_batch(self, process_id: int) -> str:
        """CreateBatch: the new batch's id as digit text."""
        if process_id < 1:
            raise InputProblem(
                msg("{number} is not the number of a process. Process numbers start at 1.", number=process_id)
            )
        target = f"/api/CreateBatch/{process_id}"
        return await self.send(ApiRequest(ApiMethod.CREATE, "POST", target, wire.created_batch_id))

    async def upload(
        self,
        batch_id: str,
        size_bytes: int,
        chunks: Iterable[bytes],
        sent: Callable[[int], object] = _unheard,
    ) -> UploadReply:
        """upload: exactly `size_bytes` out of `chunks`, which are iterated (and closed) in the worker thread;
        what they raise passes through unchanged. `sent(bytes so far)`: there too, about 10 times a second.
        """
        wire.batch_number(batch_id)
        read = partial(wire.upload_reply, batch_id=batch_id)
        upload = Upload(size_bytes, chunks, sent)
        target = f"/api/upload/{batch_id}"
        return await self.send(ApiRequest(ApiMethod.UPLOAD, "POST", target, read, batch_id, upload=upload))

    async def accept(self, batch_id: str, form: AcceptForm) -> AcceptReply:
        """AcceptBatch, over a new connection of its own (a kept-alive one may die unnoticed while we send).
        `form` is any but AUTO, which the job resolves (signdesk/README.md, Interface, AcceptBatch).
        """
        body = wire.accept_body(batch_id)
        target, json_body = {
            AcceptForm.PATH: (f"/api/AcceptBatch/{batch_id}", b""),
            AcceptForm.QUERY: (f"/api/AcceptBatch?batchId={batch_id}", b""),
            AcceptForm.BODY: ("/api/AcceptBatch", body),
            AcceptForm.QUERY_AND_BODY: (f"/api/AcceptBatch?batchId={batch_id}", body),
        }[form]
        read = partial(wire.accept_reply, batch_id=batch_id)
        request = ApiRequest(ApiMethod.ACCEPT, "POST", target, read, batch_id, json_body, own_connection=True)
        return await self.send(request)

    async def batch_status(
        self, batch_id: str, numbering: Numbering, *, own_connection: bool = False, documents: int = 0
    ) -> BatchReport:
        """BatchStatus. `own_connection`: over a new one, where no earlier answer can be mistaken for this.
        `documents`: how many were sent, which bounds what is read of the answer.
        """
        wire.batch_number(batch_id)
        request = ApiRequest(
            ApiMethod.STATUS,
            "GET",
            f"/api/BatchStatus/{batch_id}",
            partial(wire.batch_report, batch_id=batch_id, numbering=numbering, documents=documents),
            batch_id,
            most_bytes=longest_list_bytes(documents),
            own_connection=own_connection,
        )
        return await self.send(request)

    async def download(
        self,
        batch_id: str,
        write: Callable[[bytes], object],
        got: Callable[[int, int | None], object] = _unheard,
    ) -> None:
        """batchfile: returns after a complete body that starts like a ZIP. `write(piece)` and `got(bytes so
        far, total or None)` are called in the worker thread; what `write` raises passes through unchanged.
        BadAnswer and TimeLimit: discard what was written and fetch again.
        """
        wire.batch_number(batch_id)
        to, target = Download(write, got), f"/api/batchfile/{batch_id}"
        await self.send(ApiRequest(ApiMethod.DOWNLOAD, "GET", target, _unheard, batch_id, download=to))

    async def delete(self, batch_id: str) -> None:
        """BatchDeleteCache. A 404 raises NotFound, which the job treats as gone already."""
        wire.batch_number(batch_id)
        target, most_bytes = f"/api/BatchDeleteCache/{batch_id}", longest_list_bytes(_DELETED_DOCUMENTS)
        read = wire.check_deleted
        await self.send(ApiRequest(ApiMethod.DELETE, "DELETE", target, read, batch_id, most_bytes=most_bytes))


class SealClient(SealApi):
    """Over HTTP: one server with one sign-in. Use its methods in one event loop; close it there.

    A cancelled call ends at once, and by then no longer uses the caller's functions; whether the server
    carried it out is not known (so shield an accept). Every method raises NotReached, TlsProblem, Unclear,
    TimeLimit, the Refused family and BadAnswer, as drawn in `failures`; their `detail` holds no secret.
    WayProblem (a TlsProblem and an InputProblem), before anything is sent, where a file of the way or the
    system's proxy cannot be used.
    """

    def __init__(
        self,
        server: Server,
        credentials: Credentials,
        access: Access = Access(),  # noqa: B008 - a frozen value
        *,
        limits: TimeLimits = TimeLimits(),  # noqa: B008 - a frozen value
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """Raises InputProblem for an address that is not allowed (http beyond this machine without the
        consent `access.plain_http`), for a secret that cannot be sent, and for a wrong address of a proxy.
        `ssl_context`: instead of the system's store (truststore) and all files of `access.transport`.
        """
        way = access.transport
        self._base_url = server_address(server.base_url, plain_http=access.plain_http)
        self._host = urlsplit(self._base_url).hostname or ""
        self._headers = sign_in_headers(server, credentials)
        self._redacted = redactor(credentials, access)
        self._limits = limits
        self._trust = Trust(way, access.key_pass_phrase, ssl_context)
        self._routes = ProxyRoutes(self._base_url, way.proxy, access.proxy_password, self._redacted.add)
        self._building = threading.Lock()
        self._exchange: Exchange | None = None
        self._dropped: list[tuple[Exchange, frozenset[Call]]] = []
        self._running: set[Call] = set()
        self._all_ended: asyncio.Event | None = None

    async def send(self, request: ApiRequest[T]) -> T:
        """In a thread of its own, within the limits. RuntimeError once the client is closed."""
        if self._all_ended is not None:
            raise RuntimeError("this client is closed")
        call = Call(self._limits)
        self._running.add(call)
        try:
            return await carry_out(call, lambda: self._exchanged(call, request))
        except LimitReached as reached:
            raise connection_failures.over_limit(reached, call, self._host) from None
        except ServerProblem as problem:
            self._clean(problem)
            raise
        finally:
            self._has_ended(call)

    async def probe(self) -> Answer:
        """Any complete answer to a harmless question: BatchStatus of batch 0, which nobody has. Its body is
        not redacted.
        """
        target = "/api/BatchStatus/0"
        return await self.send(ApiRequest(ApiMethod.STATUS, "GET", target, _as_it_came, "0", any_status=True))

    def drop_connections(self) -> None:
        """Every connection is as good as dead (the machine was asleep): what is under way ends now, its
        callers get NotReached or Unclear, and the next call connects anew. On the loop's thread.
        """
        with self._building:
            exchange, self._exchange = self._exchange, None
        if exchange is not None:
            self._dropped.append((exchange, frozenset(self._running)))
        for call in self._running:
            call.stop()
        self._close_dropped()

    async def aclose(self) -> None:
        """Stops what is under way (its callers get NotReached or Unclear) and closes every connection."""
        self._all_ended = self._all_ended or asyncio.Event()
        for call in self._running:
            call.stop()
        if self._running:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._all_ended.wait(), SETTLE_S)
        for exchange in (self._exchange, *(one for one, _ in self._dropped)):
            if exchange is not None:
                exchange.close()

    def _exchanged(self, call: Call, request: ApiRequest[T]) -> T:
        answer = replace(self._connected(call).send(call, request), redact=self._redacted)
        if not (request.any_status or 200 <= answer.status < 300):
            raise failures.refusal(request.method, answer, request.size_bytes)
        return request.read(answer)

    def _has_ended(self, call: Call) -> None:
        self._running.discard(call)
        self._close_dropped()
        if self._all_ended is not None and not self._running:
            self._all_ended.set()

    def _close_dropped(self) -> None:
        """Those whose last user has ended."""
        for dropped in tuple(self._dropped):
            exchange, users = dropped
            if not users & self._running:
                self._dropped.remove(dropped)
                exchange.close()

    def _connected(self, call: Call) -> Exchange:
        """Worker thread: the first call imports httpx and builds the client. Not under the lock, which the
        loop's thread takes too: it reads files and settings that may be slow.
        """
        from signdesk.seal_api.exchange import Exchange

        with self._building:
            if self._exchange is not None:
                return self._exchange
        call.begin()
        built = Exchange(self._base_url, self._headers, self._limits, self._trust, self._routes)
        with self._building:
            self._exchange = self._exchange or built
            return self._exchange

    def _clean(self, problem: ServerProblem) -> ServerProblem:
        problem.args = (with_values(str(problem), self._redacted), *problem.args[1:])
        problem.detail = self._redacted(problem.detail)
        return problem
