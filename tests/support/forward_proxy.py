"""A real forward proxy on loopback: CONNECT for https, absolute addresses for http, Basic sign-in. It keeps
every byte that came from its clients.

    with ForwardProxy({"seal.example": server.port}, user="eva", password="secret") as proxy:
        ...proxy.url..., proxy.asked[0].method, proxy.heard

A name that `names` lacks is not found (502), except loopback addresses.
"""

from __future__ import annotations

import base64
import selectors
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlsplit

_LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Asked:
    """The head of one request to the proxy itself; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)


class ForwardProxy:
    """Use as a context manager; a thread for every connection, all ended on leaving."""

    def __init__(self, names: Mapping[str, int] | None = None, *, user: str = "", password: str = "") -> None:
        self.asked: list[Asked] = []
        self.heard = bytearray()
        self._names = dict(names or {})
        self._wanted = base64.b64encode(f"{user}:{password}".encode()).decode() if user else ""
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """Its address, without a user part."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> ForwardProxy:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            opened = list(self._open)
        for sock in opened:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(5)
            assert not thread.is_alive(), "a connection of the proxy did not end"

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._open.append(sock)
            self._start(self._serve, sock)

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            head, rest = self._head(client)
            if not head:
                return
            asked = _parsed(head)
            self.asked.append(asked)
            if self._wanted and asked.headers.get("proxy-authorization") != f"Basic {self._wanted}":
                client.sendall(_answer(407, "Proxy-Authenticate: Basic realm=office\r\n"))
                return
            self._pass_on(client, asked, rest)

    def _pass_on(self, client: socket.socket, asked: Asked, rest: bytes) -> None:
        tunnel = asked.method == "CONNECT"
        parts = urlsplit(f"//{asked.target}" if tunnel else asked.target)
        host = parts.hostname or ""
        port = self._names.get(host, parts.port if host in _LOOPBACK else None)
        if port is None:
            client.sendall(_answer(502))
            return
        try:
            server = socket.create_connection(("127.0.0.1", port), timeout=5)
        except OSError:
            client.sendall(_answer(502))
            return
        with server:
            server.settimeout(None)
            with self._lock:
                self._open.append(server)
            if tunnel:
                client.sendall(b"HTTP/1.0 200 Connection established\r\n\r\n")
            else:
                path = parts.path + (f"?{parts.query}" if parts.query else "")
                server.sendall(_forwarded(asked, path))
            server.sendall(rest)
            self._relay(client, server)

    def _relay(self, client: socket.socket, server: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(client, selectors.EVENT_READ)
            selector.register(server, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    data = key.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not data:
                        return
                    if key.fileobj is client:
                        self.heard += data
                        server.sendall(data)
                    else:
                        client.sendall(data)

    def _head(self, client: socket.socket) -> tuple[bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            more = client.recv(65536)
            if not more:
                return b"", b""
            self.heard += more
            data += more
        head, _, rest = data.partition(b"\r\n\r\n")
        return head, rest


def _parsed(head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    return Asked(method, target, {name.lower(): value.strip() for name, _, value in pairs})


def _forwarded(asked: Asked, path: str) -> bytes:
    kept = [
        f"{name}: {value}"
        for name, value in asked.headers.items()
        if name not in ("proxy-authorization", "connection")
    ]
    lines = [f"{asked.method} {path} HTTP/1.1", *kept, "connection: close", "", ""]
    return "\r\n".join(lines).encode("latin-1")


def _answer(status: int, header: str = "") -> bytes:
    body = b"<html>The proxy says no.</html>"
    return (
        f"HTTP/1.1 {status} Said by the proxy\r\n{header}Content-Type: text/html\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    ).encode() + body
