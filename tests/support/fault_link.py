"""One connection of a client to the fault proxy: its requests in order, and the act that each one meets.

Blocking, in the connection's own thread. Connections, gates and rules: `fault_proxy`.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tests.support.fault_acts import (
    Act,
    Bent,
    Break,
    Doubled,
    Drip,
    Early,
    Ending,
    Instead,
    Moment,
    Passed,
    Rule,
    ShutAfter,
    While,
)
from tests.support.fault_answers import Reply, closing, reply_from

LIMIT_S = 10.0
PIECE_BYTES = 64 * 1024
_RESET = struct.pack("ii", 1, 0)


class Surroundings(Protocol):
    """What a connection needs of its proxy."""

    upstream: tuple[str, int]
    stopping: threading.Event

    def meet(self, link: Link, verb: str, target: str) -> tuple[Passed, Rule | None]:
        """A request's head has been read."""

    def shut_for(self, link: Link, act: ShutAfter) -> None:
        """Shut the gate and all other connections."""


@dataclass(frozen=True)
class _Request:
    head: bytes
    length: int
    passed: Passed
    words: bytes


class Link:
    """`sock` may be changed for a secure one before `serve`."""

    def __init__(self, sock: socket.socket, number: int, proxy: Surroundings) -> None:
        self.sock = sock
        self.number = number
        self._proxy = proxy
        self._rest = b""  # what was read beyond the last request

    def serve(self) -> None:
        """Until the connection ends. Raises OSError where the client ends it."""
        while (request := self._next_request()) is not None and self._play(request):
            pass

    def _next_request(self) -> _Request | None:
        data = self._rest
        while b"\r\n\r\n" not in data:
            more = self.sock.recv(PIECE_BYTES)
            if not more:
                return None
            data += more
        head, _, self._rest = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        verb, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        passed, rule = self._proxy.meet(self, verb, target)
        return _Request(head, int(headers.get("content-length", 0)), passed, rule.words if rule else b"")

    def _play(self, request: _Request) -> bool:
        """Whether the connection stays."""
        act = request.passed.act
        if isinstance(act, Break):
            return self._break(request, act)
        if isinstance(act, Early):
            self.sock.sendall(act.answer)
            return self._end(Ending.STALL)
        if isinstance(act, Instead):
            return self._instead(request, act)
        answer = self._pass_on(request, act)
        return self._answer(answer, act if request.words in answer.body else None)

    def _instead(self, request: _Request, act: Instead) -> bool:
        if act.done:
            self._pass_on(request)
        else:
            for _ in self._body(request.length):
                pass
        self.sock.sendall(act.answer)
        return True

    def _answer(self, answer: Reply, act: Act | None) -> bool:
        if isinstance(act, Drip) and not act.of_request:
            return self._drip(act, answer)
        if isinstance(act, ShutAfter):
            self._proxy.shut_for(self, act)
            return self._last_words(closing(answer))
        if isinstance(act, Bent):
            return self._last_words(act.bend(answer))
        self.sock.sendall(answer.raw * (2 if isinstance(act, Doubled) else 1))
        return True

    def _last_words(self, words: bytes) -> bool:
        self.sock.sendall(words)
        return self._end(Ending.HALF_CLOSE)

    def _break(self, request: _Request, act: Break) -> bool:
        if act.moment is Moment.BODY:
            self._pass_on_part(request, act.at if act.at >= 0 else request.length + act.at)
        elif act.moment is not Moment.HEAD:
            self.sock.sendall(_part_of(self._pass_on(request), act))
        return self._end(act.ending)

    def _drip(self, drip: Drip, answer: Reply) -> bool:
        self.sock.sendall(answer.head if drip.body_only else b"")
        content = answer.body if drip.body_only else answer.raw
        for at in range(0, len(content), drip.size_bytes):
            self.sock.sendall(content[at : at + drip.size_bytes])
            if self._proxy.stopping.wait(drip.tick_s):
                return False
        return True

    def _pass_on(self, request: _Request, act: Act | None = None) -> Reply:
        """The request to the server, and its whole answer."""
        with socket.create_connection(self._proxy.upstream, LIMIT_S) as server:
            server.sendall(_head_for_server(request))
            for piece in self._paced(self._body(request.length), act):
                server.sendall(piece)
            answer = reply_from(all_of(server))
        request.passed.status = answer.status
        return answer

    def _paced(self, pieces: Iterable[bytes], act: Act | None) -> Iterator[bytes]:
        done = 0
        for piece in pieces:
            if isinstance(act, Drip) and act.of_request:
                self._proxy.stopping.wait(act.tick_s)
            if isinstance(act, While) and done <= act.at < done + len(piece):
                act.call()
            done += len(piece)
            yield piece

    def _pass_on_part(self, request: _Request, size_bytes: int) -> None:
        """So many bytes of the body reach the server, then its connection is reset."""
        with socket.create_connection(self._proxy.upstream, LIMIT_S) as server:
            server.sendall(_head_for_server(request))
            for piece in self._body(size_bytes):
                server.sendall(piece)
            server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def _body(self, length: int) -> Iterator[bytes]:
        """Piece by piece, `length` bytes in all. Raises OSError where the client goes away before."""
        left = length
        while left:
            piece, self._rest = self._rest[:left], self._rest[left:]
            piece = piece or self.sock.recv(min(left, PIECE_BYTES))
            if not piece:
                raise ConnectionAbortedError("the client went away")
            left -= len(piece)
            yield piece

    def _end(self, ending: Ending) -> bool:
        """Always False: nothing more comes over this connection."""
        if ending is Ending.RESET:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        elif ending is not Ending.STALL:
            with contextlib.suppress(OSError):
                how = socket.SHUT_WR if ending is Ending.HALF_CLOSE else socket.SHUT_RDWR
                socket.socket.shutdown(self.sock, how)
        if ending in (Ending.HALF_CLOSE, Ending.STALL):
            gone = select.poll()
            gone.register(self.sock, select.POLLRDHUP)
            _until(lambda: bool(gone.poll(20)), self._proxy.stopping)
        self.sock.close()
        return False


def all_of(server: socket.socket) -> bytes:
    """Until the server closes. Acknowledged at once: one that writes head and body apart waits for that."""
    data = bytearray()
    while True:
        if hasattr(socket, "TCP_QUICKACK"):
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        piece = server.recv(PIECE_BYTES)
        if not piece:
            return bytes(data)
        data += piece


def _until(happened: Callable[[], bool], stopping: threading.Event) -> None:
    while not stopping.is_set() and not happened():
        pass


def _part_of(answer: Reply, act: Break) -> bytes:
    if act.moment is Moment.DONE:
        return b""
    if act.moment is Moment.ANSWER_HEAD:
        return answer.raw[: len(answer.head) // 2]
    return answer.head + answer.body[: act.at]


def _head_for_server(request: _Request) -> bytes:
    lines = [one for one in request.head.split(b"\r\n") if not one.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close", b"", b""])
