"""Sockets with our limits, below httpx: what httpcore lacks. Knows nothing of the server's methods.

Why an own network back end (signdesk/README.md, Retry): httpcore's limits are per read, so one byte each
second lasts for ever; it cannot be stopped from outside; and an answer that comes before the request's
body has been sent (413, 401) is lost. Importing this module is slow (httpx, httpcore), so it is imported in
a worker thread at the first call.
"""

from __future__ import annotations

import selectors
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import httpcore

from signdesk.seal_api.calls import Call

RECEIVE_BYTES = 256 * 1024  # httpcore asks for 64 KiB, which makes downloads twice as slow
SMALL_PIECE_BYTES = 256
FREE_PIECES = 16  # small ones in a row that are handed on at once: every usual answer has fewer
GATHER_S = 0.05  # then what comes within this time is handed on together: each piece costs CPU time
SLICE_S = 1.0  # the longest single wait: how soon a stop or an early answer is noticed at the latest
T = TypeVar("T")


class CurrentCall(threading.local):
    """The call that this thread carries out; a kept-alive socket serves many."""

    call: Call | None = None

    def __call__(self) -> Call:
        if self.call is None:
            raise RuntimeError("no call in this thread")
        return self.call


class LimitedStream(httpcore.NetworkStream):
    """A socket that asks its call before every operation. The time-outs that httpcore passes are ignored.

    `tunnelling`: until TLS starts, this talks to a proxy only. That is part of connecting, in its time, and
    counts as nothing sent.
    """

    def __init__(
        self,
        sock: socket.socket,
        current: CurrentCall,
        new_context: Callable[[], ssl.SSLContext],
        *,
        tunnelling: bool = False,
    ) -> None:
        self._sock = sock
        self._current = current
        self._new_context = new_context
        self._tunnelling = tunnelling
        self._early = b""
        self._small_pieces = 0

    def adopt(self) -> None:
        """The current call takes this (perhaps kept-alive) socket over."""
        self._small_pieces = 0
        self._current().attach(self._sock)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """May return more than `max_bytes`, which h11 does not mind."""
        if self._early:
            early, self._early = self._early, b""
            return early
        call = self._current()
        try:
            data = self._patiently(call, self._received, len)
        except OSError as error:
            call.check()
            call.trouble = error
            raise httpcore.ReadError(str(error)) from error
        call.check()  # a socket cut by `stop` reads like an end of the answer
        call.ended = not data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """WriteError makes httpcore go on to the answer, which is right for an early one as well."""
        self.adopt()
        call, rest = self._current(), memoryview(buffer)
        try:
            while rest:
                if self._answered_early():
                    raise httpcore.WriteError("the server answered before it had the whole request")
                if not self._tunnelling:
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
        call.at_proxy = False
        try:
            context = self._new_context()
            context.set_alpn_protocols(["http/1.1"])
            self._sock.settimeout(call.connect_left_s())
            wrapped = context.wrap_socket(self._sock, server_hostname=server_hostname)
            if wrapped.version() is None:  # reset in between: there was no hand-shake, nothing is encrypted
                wrapped.close()
                raise ConnectionResetError  # noqa: TRY301 - as the socket should have said
        except OSError as error:
            self.close()
            _close_half_wrapped(error)
            call.trouble = error
            raise httpcore.ConnectError(type(error).__name__) from error
        except BaseException:
            self.close()
            raise
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

    def certificate(self) -> bytes:
        """The server's, as DER. Empty without TLS."""
        return (
            self._sock.getpeercert(binary_form=True) or b"" if isinstance(self._sock, ssl.SSLSocket) else b""
        )

    def _patiently(
        self, call: Call, operation: Callable[[], T], size_of: Callable[[T], int], idle: T | None = None
    ) -> T:
        """In slices. Given `idle`, a slice without progress returns that, so that the caller looks around."""
        while True:
            left_s = call.connect_left_s() if self._tunnelling else call.wait_s()
            self._sock.settimeout(min(SLICE_S, left_s))
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

    def _received(self) -> bytes:
        """What there is; of an answer that trickles what comes within GATHER_S. Empty at the end."""
        data = self._sock.recv(RECEIVE_BYTES)
        self._small_pieces = self._small_pieces + 1 if len(data) < SMALL_PIECE_BYTES else 0
        if not data or self._small_pieces <= FREE_PIECES:
            return data
        time.sleep(GATHER_S)
        pieces, size = [data], len(data)
        self._sock.settimeout(0)
        with suppress(BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            while size < RECEIVE_BYTES and (data := self._sock.recv(RECEIVE_BYTES - size)):
                pieces.append(data)
                size += len(data)
        return b"".join(pieces)

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
    """Opens `LimitedStream`s. Every address of a name gets its share of the time for connecting.

    `to_proxy`: what is connected to is the proxy; with `tunnelling` it is asked for a tunnel first.
    """

    def __init__(
        self,
        current: CurrentCall,
        new_context: Callable[[], ssl.SSLContext],
        *,
        to_proxy: bool = False,
        tunnelling: bool = False,
    ) -> None:
        self._current = current
        self._new_context = new_context
        self._to_proxy = to_proxy
        self._tunnelling = tunnelling

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> LimitedStream:
        """Raises httpcore.ConnectError; `Call.trouble` holds the last address's reason."""
        call = self._current()
        call.at_proxy, call.port = self._to_proxy, port
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
                return LimitedStream(sock, self._current, self._new_context, tunnelling=self._tunnelling)
        raise httpcore.ConnectError(str(call.trouble))

    def _connect(self, call: Call, sock: socket.socket, address: Any, share_s: float) -> None:
        call.attach(sock)
        sock.settimeout(share_s)
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _close_half_wrapped(error: OSError) -> None:
    """Python 3.11 forgets to close what it was wrapping when that was reset just before the hand-shake."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        wrapping = frame.f_locals.get("self")
        if isinstance(wrapping, ssl.SSLSocket):
            wrapping.close()


def _is_readable(sock: socket.socket) -> bool:
    if sock.fileno() < 0:
        return True
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        return bool(selector.select(0))
