"""The blocking side of a call: one request, one answer or one download, in the worker thread.

Checks what httpx does not: framing, encoding, size, and an answer that came before the request's end. Knows
no JSON field and no method. Importing it is slow (httpx); `client` does so in the worker thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import httpcore
import httpx

from signdesk import __version__
from signdesk.domain.errors import InputProblem, NotReached, ServerProblem, Unclear
from signdesk.domain.messages import join, msg
from signdesk.seal_api import failures
from signdesk.seal_api.answers import LONGEST_SAID_BYTES, Answer
from signdesk.seal_api.api_request import ApiRequest, Download, Upload
from signdesk.seal_api.calls import Call, CallStopped, LimitReached, TimeLimits
from signdesk.seal_api.proxies import Route, Routes
from signdesk.seal_api.tls import Trust
from signdesk.seal_api.transport import CurrentCall, new_client

REPORT_INTERVAL_S = 0.1
ZIP_START = b"PK"
USER_AGENT = f"SignDesk/{__version__}"
_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)

_log = logging.getLogger(__name__)


class SourceFailed(Exception):
    """Carries an error of the caller's chunks through httpx unchanged."""

    def __init__(self, error: Exception) -> None:
        super().__init__(type(error).__name__)
        self.error = error


class Exchange:
    """All methods block; call them in worker threads only. One client with kept-alive connections, and a
    new one for every call that asks for a connection of its own.
    """

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        limits: TimeLimits,
        trust: Trust,
        routes: Routes,
    ) -> None:
        """Raises WayProblem for files of the connection that cannot be used."""
        trust.check()
        self._base_url = base_url
        self._host = _host(base_url)
        self._headers = dict(headers)
        self._limits = limits
        self._trust = trust
        self._routes = routes
        self._current = CurrentCall()
        self._lock = threading.Lock()
        self._route = routes.now()
        self._client = self._new_client(self._route)
        self._retired: list[httpx.Client] = []

    def send(self, call: Call, request: ApiRequest[Any]) -> Answer:
        """Any complete answer, whatever its status; a result goes to `request.download` piece by piece.
        Raises NotReached, TlsProblem, Unclear, TimeLimit, and BadAnswer for a result that is not complete.
        """
        with self._asked(call, request) as response:
            fault = _fault(response)
            if not response.is_success:
                return _answer(response, _refusal_body(response), fault)
            if request.download is not None:
                _receive(call, response, fault, request.download)
                return _answer(response)
            return _answer(response, b"" if fault else _body(response, request.most_bytes), fault)

    def close(self) -> None:
        """Closes all connections, also those in use."""
        with self._lock:
            clients = [self._client, *self._retired]
        for client in clients:
            client.close()

    def _new_client(self, route: Route | None) -> httpx.Client:
        return new_client(self._current, self._trust.new_context, route)

    def _client_through(self, route: Route | None) -> httpx.Client:
        """The one with the kept-alive connections; a new one where the office's proxy has changed."""
        with self._lock:
            if route != self._route:
                self._retired.append(self._client)
                self._client, self._route = self._new_client(route), route
            return self._client

    @contextmanager
    def _asked(self, call: Call, request: ApiRequest[Any]) -> Iterator[httpx.Response]:
        """The head of the answer has come; errors while reading the rest are translated as well. `from None`:
        the libraries' texts may hold what a server echoed; `detail` keeps them, redacted by `client`.
        """
        self._current.call = call
        call.begin()
        route = self._routes.now()
        call.proxy = route.name if route else ""
        call.has_certificate = self._trust.has_certificate
        client = self._new_client(route) if request.own_connection else self._client_through(route)
        body = _travelling(call, request.upload) if request.upload else None
        try:
            response = client.send(self._request(request, body), stream=True)
            try:
                _refuse_early(call, response, self._host)
                _log.debug("%s %s: %d", request.verb, request.target, response.status_code)
                yield response
            finally:
                response.close()
        except SourceFailed as failed:
            raise failed.error from failed.error.__cause__
        except LimitReached as reached:
            raise failures.over_limit(reached, call, self._host) from None
        except httpcore.PoolTimeout:
            self._renew(client)
            raise failures.no_free_connection(self._host) from None
        except httpcore.ProxyError as error:
            signed_in = bool(route and route.user)
            raise failures.proxy_refusal(call, self._host, str(error), signed_in=signed_in) from None
        except (CallStopped, *_BROKEN) as error:
            raise _broken(error, call, self._host, request) from None
        finally:
            if body is not None:
                body.close()
            if request.own_connection:
                client.close()

    def _request(self, request: ApiRequest[Any], body: Iterator[bytes] | None) -> httpx.Request:
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **self._headers}
        if request.upload:
            headers |= {"Content-Type": "application/octet-stream", "Content-Length": str(request.size_bytes)}
        elif request.json_body:
            headers["Content-Type"] = "application/json"
        pool_s = min(self._limits.pool_s, self._limits.answer_s)
        return httpx.Request(
            request.verb,
            self._base_url + request.target,
            headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()],
            content=body if body is not None else request.json_body,
            extensions={"timeout": {"pool": pool_s}},
        )

    def _renew(self, client: httpx.Client) -> None:
        """A new pool after PoolTimeout: httpcore 1.0.9 may lose slots for good (its issue 1093). The old one
        still serves calls under way and is closed with the rest.
        """
        with self._lock:
            if client is self._client:
                self._retired.append(client)
                self._client = self._new_client(self._route)


def _host(base_url: str) -> str:
    try:
        return httpx.URL(base_url).host
    except httpx.InvalidURL:
        raise InputProblem(msg("“{text}” is not a server address.", text=base_url)) from None


class _Progress:
    """Adds up bytes and reports at most every REPORT_INTERVAL_S, and at the end."""

    def __init__(self, report: Callable[[int], object]) -> None:
        self._report = report
        self._total_bytes = 0
        self._reported_at = time.monotonic()

    def add(self, size_bytes: int) -> int:
        self._total_bytes += size_bytes
        if time.monotonic() - self._reported_at >= REPORT_INTERVAL_S:
            self._reported_at = time.monotonic()
            self._report(self._total_bytes)
        return self._total_bytes

    def end(self) -> None:
        self._report(self._total_bytes)


def _travelling(call: Call, upload: Upload) -> Generator[bytes, None, None]:
    """The package on its way; a piece counts as sent when the socket has taken it. Every error in here is the
    source's and travels as SourceFailed.
    """
    call.body_sent = False
    call.transferring()
    progress, taken = _Progress(upload.sent), 0
    chunks = iter(upload.chunks)
    try:
        for chunk in chunks:
            taken += len(chunk)
            _check_length(taken <= upload.size_bytes)
            yield chunk
            call.check()
            progress.add(len(chunk))
        _check_length(taken == upload.size_bytes)
        progress.end()
    except (CallStopped, SourceFailed):
        raise
    except Exception as error:
        raise SourceFailed(error) from error
    finally:
        if isinstance(chunks, Generator):
            chunks.close()  # here, so that no file stays open in a thread that has ended
    call.body_sent = True
    call.awaiting_answer()


def _check_length(as_promised: bool) -> None:
    if not as_promised:
        raise InputProblem(
            msg("The documents changed while they were being sent, so nothing was sealed. Add them again.")
        )


def _refuse_early(call: Call, response: httpx.Response, host: str) -> None:
    if not call.sent:  # a parting word on a kept-alive connection (408), not an answer to us
        raise NotReached(
            join(
                msg("“{host}” closed the connection.", host=host), msg("Nothing was sent."), msg("Try again.")
            )
        )
    if response.is_success and not call.body_sent:
        raise Unclear(
            msg("The server answered before it had the whole package."),
            status=response.status_code,
            detail="early 2xx",
        )


def _fault(response: httpx.Response) -> str:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        return "Encoded in a way that was not asked for."
    framed = "content-length" in response.headers or _is_chunked(response)
    return "" if framed or response.status_code in (204, 304) else "Sent without a length."


def _broken(error: Exception, call: Call, host: str, request: ApiRequest[Any]) -> ServerProblem:
    if _is_malformed(error, call):
        return failures.malformed(str(error))
    return failures.broken(call, host, str(error), request.size_bytes)


def _is_malformed(error: Exception, call: Call) -> bool:
    """Whether the answer breaks the rules of HTTP, while the connection was whole."""
    return isinstance(error, httpcore.RemoteProtocolError) and call.sent and not call.ended


def _is_chunked(response: httpx.Response) -> bool:
    return "chunked" in response.headers.get("transfer-encoding", "").lower()


def _body(response: httpx.Response, most_bytes: int) -> bytes:
    """All of a short answer. Raises BadAnswer beyond `most_bytes`."""
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > most_bytes:
            raise failures.bad_answer(_answer(response), msg("The server’s answer is far too long."))
    return bytes(body)


def _refusal_body(response: httpx.Response) -> bytes:
    """As much of a refusal's words as can be had; its status code is what counts."""
    body = bytearray()
    if response.headers.get("content-encoding", "identity").strip().lower() == "identity":
        with suppress(LimitReached, *_BROKEN):
            for piece in response.iter_raw():
                body += piece
                if len(body) >= LONGEST_SAID_BYTES:
                    break
    return bytes(body[:LONGEST_SAID_BYTES])


def _result(response: httpx.Response, call: Call) -> Iterator[bytes]:
    """The pieces of a ZIP. Raises BadAnswer where something else comes, or where it breaks off."""
    start: bytes = b""
    try:
        for piece in response.iter_raw():
            if len(start) < len(ZIP_START):
                start += piece
                if len(start) < len(ZIP_START):
                    continue
                piece = start
            if not start.startswith(ZIP_START):
                break
            yield piece
    except _BROKEN as error:
        if _is_malformed(error, call):
            raise
        raise failures.bad_answer(
            _answer(response), msg("The connection broke while the result was fetched.")
        ) from None
    if not start.startswith(ZIP_START):
        words = msg("The server sent something other than a result.")
        raise failures.bad_answer(_answer(response, start[:LONGEST_SAID_BYTES]), words)


def _receive(call: Call, response: httpx.Response, fault: str, to: Download) -> None:
    if response.status_code in (204, 205, 206) or fault:
        raise failures.bad_answer(_answer(response, b"", fault), msg("The server sent no complete result."))
    length = None if _is_chunked(response) else response.headers.get("content-length")
    progress = _Progress(lambda size_bytes: to.got(size_bytes, int(length) if length else None))
    call.transferring()
    for piece in _result(response, call):
        call.check()
        to.write(piece)
        progress.add(len(piece))
    progress.end()


def _answer(response: httpx.Response, body: bytes = b"", fault: str = "") -> Answer:
    return Answer(response.status_code, dict(response.headers), body, fault)
