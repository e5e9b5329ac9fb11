"""Sockets with our limits, below httpx: what httpcore lacks. Knows nothing of the server's methods.

Why an own network back end (reliability.md section 3): httpcore's limits are per read, so one byte each
second lasts for ever; it cannot be stopped from outside; and an answer that comes before the request's
body has been sent (413, 401) is lost. Importing this module is slow (httpx, httpcore), so it is imported in
a worker thread at the first call.
"""

from __future__ import annotations

import logging
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

import httpcore
import httpx

from signdesk.seal_api.calls import Call

RECEIVE_BYTES = 256 * 1024  # httpcore asks for 64 KiB, which makes downloads twice as slow
SLICE_S = 1.0  # the longest single wait: how soon a stop or an early answer is noticed at the latest
CONNECTIONS = 64
KEEP_ALIVE_S = 20.0
_LIBRARY_LOGGERS = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy")
T = TypeVar("T")


class CurrentCall(threading.local):
    """The call that this thread carries out; a kept-alive socket serves many."""

    call: Call | None = None

    def __call__(self) -> Call:
        if self.call is None:
            raise RuntimeError("no call in this thread")
        return self.call


class LimitedStream(httpcore.NetworkStream):
    """A socket that asks its call before every operation. The time-outs that httpcore passes are ignored."""

    def __init__(
        self, sock: socket.socket, current: CurrentCall, new_context: Callable[[], ssl.SSLContext]
    ) -> None:
        self._sock = sock
        self._current = current
        self._new_context = new_context
        self._early = b""

    def adopt(self) -> None:
        """The current call takes this (perhaps kept-alive) socket over."""
        self._current().attach(self._sock)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """May return more than `max_bytes`, which h11 does not mind."""
        if self._early:
            early, self._early = self._early, b""
            return early
        call = self._current()
        try:
            data = self._patiently(call, partial(self._sock.recv, RECEIVE_BYTES), len)
        except OSError as error:
            call.check()
            call.trouble = error
            raise httpcore.ReadError(str(error)) from error
        call.check()  # a socket cut by `stop` reads like an end of the answer
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """WriteError makes httpcore go on to the answer, which is right for an early one as well."""
        self.adopt()
        call, rest = self._current(), memoryview(buffer)
        try:
            while rest:
                if self._answered_early():
                    raise httpcore.WriteError("the server answered before it had the whole request")
                call.about_to_send()
                rest = rest[self._patiently(call, partial(self._sock.send, rest), int, idle=0) :]
        except OSError as error:
            call.check()
            call.trouble = error
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        """Frees the socket."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """A context of our own for every connection: truststore 0.10.5 holds a lock of its context during
        the whole hand-shake, so that one silent server would block all others.
        """
        call = self._current()
        context = self._new_context()
        context.set_alpn_protocols(["http/1.1"])
        try:
            self._sock.settimeout(call.connect_left_s())
            wrapped = context.wrap_socket(self._sock, server_hostname=server_hostname)
        except OSError as error:
            self.close()
            call.trouble = error
            raise httpcore.ConnectError(type(error).__name__) from error
        stream = LimitedStream(wrapped, self._current, self._new_context)
        try:
            stream.adopt()
        except BaseException:
            stream.close()
            raise
        return stream

    def get_extra_info(self, info: str) -> Any:
        """Only what the pool asks for: whether an idle connection has been closed by the server."""
        return _is_readable(self._sock) if info == "is_readable" else None

    def _patiently(
        self, call: Call, operation: Callable[[], T], size_of: Callable[[T], int], idle: T | None = None
    ) -> T:
        """In slices. Given `idle`, a slice without progress returns that, so that the caller looks around."""
        while True:
            self._sock.settimeout(min(SLICE_S, call.wait_s()))
            began = time.monotonic()
            try:
                outcome = operation()
            except TimeoutError as error:
                if error.errno is not None:  # the kernel's ETIMEDOUT, not our slice
                    raise
                call.moved(0, time.monotonic() - began)
                if idle is not None:
                    return idle
                continue
            call.moved(size_of(outcome), time.monotonic() - began)
            return outcome

    def _answered_early(self) -> bool:
        """Whether the server has said something (it is kept), or hung up, while we are still sending.

        By reading, not by polling: under TLS 1.3 the socket also becomes readable by session tickets.
        """
        self._sock.settimeout(0)
        try:
            self._early = self._sock.recv(RECEIVE_BYTES)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return False
        return True


class LimitedBackend(httpcore.NetworkBackend):
    """Opens `LimitedStream`s. Every address of a name gets its share of the time for connecting."""

    def __init__(self, current: CurrentCall, new_context: Callable[[], ssl.SSLContext]) -> None:
        self._current = current
        self._new_context = new_context

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises httpcore.ConnectError; `Call.trouble` holds the last address's reason."""
        call = self._current()
        call.connecting()
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except UnicodeError as error:
            call.trouble = socket.gaierror(socket.EAI_NONAME, "not a host name")
            raise httpcore.ConnectError("not a host name") from error
        except OSError as error:
            call.trouble = error
            raise httpcore.ConnectError(str(error)) from error
        for tried, (family, kind, protocol, _, address) in enumerate(addresses):
            share_s = call.connect_left_s() / (len(addresses) - tried)
            sock = socket.socket(family, kind, protocol)
            try:
                self._connect(call, sock, address, share_s)
            except OSError as error:
                sock.close()
                call.trouble = error
            except BaseException:
                sock.close()
                raise
            else:
                call.trouble = None
                return LimitedStream(sock, self._current, self._new_context)
        raise httpcore.ConnectError(str(call.trouble))

    def _connect(self, call: Call, sock: socket.socket, address: Any, share_s: float) -> None:
        call.attach(sock)
        sock.settimeout(share_s)
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class LimitedTransport(httpx.BaseTransport):
    """httpx over httpcore over our sockets. httpcore's exceptions go through unchanged (see `failures`)."""

    def __init__(self, current: CurrentCall, new_context: Callable[[], ssl.SSLContext]) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),  # never used: see LimitedStream.start_tls
            max_connections=CONNECTIONS,
            keepalive_expiry=KEEP_ALIVE_S,
            http1=True,
            http2=False,
            retries=0,
            network_backend=LimitedBackend(current, new_context),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One exchange; the body of the answer is read through `Response.iter_raw`. Without `Location`: httpx
        would look at it, and fail over an odd one, even though it may not follow.
        """
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        headers = [(name, value) for name, value in answer.headers if name.lower() != b"location"]
        return httpx.Response(
            answer.status, headers=headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Closes every connection, also those in use."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def new_client(current: CurrentCall, new_context: Callable[[], ssl.SSLContext]) -> httpx.Client:
    """A client without redirects, environment proxies, netrc and HTTP/2. Silences the libraries' own loggers:
    at DEBUG they write what a server sent (Set-Cookie, an echoed key); `exchange` writes one line a call.
    """
    for name in _LIBRARY_LOGGERS:
        logging.getLogger(name).addFilter(_nothing)
    transport = LimitedTransport(current, new_context)
    return httpx.Client(transport=transport, trust_env=False, follow_redirects=False)


def _nothing(record: logging.LogRecord) -> bool:
    """One function object, so that adding it again adds nothing."""
    return False


def _is_readable(sock: socket.socket) -> bool:
    if sock.fileno() < 0:
        return True
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        return bool(selector.select(0))
