"""A scripted server on loopback that speaks raw bytes: for everything a well-kept web framework will not do.

It plays one `Script` per request, in order, and records the requests. A script is a row of acts:

    bytes           sent as they are
    Drip(b"...", pause_s)   sent byte by byte
    CUT             the connection is closed in good order (what was not read makes it a reset)
    RESET           the connection is reset at once (SO_LINGER 0)
    STALL           nothing more happens until the other side goes away or the server is stopped
    AWAIT           waits for `server.go.set()`

`Script(..., read=...)` says how much of the request is read first: REQUEST (all of it), HEAD (not the body),
START (whatever comes first), NOTHING. Bytes that come after the acts end are read as the next request on the
same connection.

    with RawServer([reply(200, b"{}")]) as server:
        ...server.url..., server.requests[0].headers
"""

from __future__ import annotations

import select
import socket
import ssl
import struct
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from types import TracebackType


class Act(Enum):
    """Acts without content."""

    CUT = auto()
    RESET = auto()
    STALL = auto()
    AWAIT = auto()


class Read(Enum):
    """How much of the request is read before the acts."""

    REQUEST = auto()
    HEAD = auto()
    START = auto()
    NOTHING = auto()


CUT, RESET, STALL, AWAIT = Act.CUT, Act.RESET, Act.STALL, Act.AWAIT


@dataclass(frozen=True)
class Drip:
    """One byte, a pause, the next byte."""

    content: bytes
    pause_s: float = 0.005


class Script:
    """What happens to one request."""

    def __init__(self, *acts: bytes | Drip | Act, read: Read = Read.REQUEST) -> None:
        self.acts = acts
        self.read = read


@dataclass
class RawRequest:
    """As received: names of headers as written. `connection` counts from 0. `complete`: its body is whole."""

    connection: int
    method: str = ""
    target: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    complete: bool = False

    def header(self, name: str) -> str | None:
        """The value of the only header of that name, None where there is none."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) <= 1, f"{name} was sent {len(values)} times"
        return values[0] if values else None


def reply(
    status: int,
    body: bytes = b"",
    *,
    headers: Mapping[str, str] | None = None,
    framing: str = "length",
    version: str = "1.1",
) -> bytes:
    """A whole answer. `framing`: "length", "chunked" (two chunks) or "none"."""
    lines = [f"HTTP/{version} {status} Scripted"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if framing == "length" and status != 204:
        lines.append(f"Content-Length: {len(body)}")
    if framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
        half = len(body) // 2
        body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:]) if part)
        body += b"0\r\n\r\n"
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def json_reply(status: int, text: str, **headers: str) -> bytes:
    """A whole answer with a JSON body (or what passes for one)."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return reply(status, text.encode(), headers={"Content-Type": "application/json", **named})


class RawServer:
    """Use as a context manager; every connection has a thread of its own, all are ended on leaving.

    When the scripts are used up, `otherwise` is played; None closes the connection.
    """

    def __init__(
        self,
        scripts: Iterable[Script | bytes] = (),
        *,
        otherwise: Script | bytes | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[RawRequest] = []
        self.connections = 0
        self.go = threading.Event()
        self.request_came = threading.Event()
        self.hung_up = threading.Event()  # a connection has been closed on our side
        self.tls_failures: list[str] = []
        self._scripts = list(scripts)
        self._otherwise = otherwise
        self._ssl_context = ssl_context
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """The base address, without a slash at its end. Under TLS by the name localhost."""
        return f"https://localhost:{self.port}" if self._ssl_context else f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> RawServer:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self.go.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            opened = list(self._open)
        for sock in opened:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(5)
            assert not thread.is_alive(), "a connection of the raw server did not end"

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                number = self.connections
                self.connections += 1
                self._open.append(sock)
            self._start(self._serve, sock, number)

    def _serve(self, plain: socket.socket, number: int) -> None:
        sock = plain
        try:
            if self._ssl_context:
                sock = self._ssl_context.wrap_socket(plain, server_side=True)
                with self._lock:
                    self._open.append(sock)
            while self._play_next(sock, number):
                pass
        except ssl.SSLError as error:
            self.tls_failures.append(str(error))
        except OSError:
            pass
        finally:
            sock.close()
            plain.close()
            self.hung_up.set()

    def _play_next(self, sock: socket.socket, number: int) -> bool:
        first = b""
        if not self._reads_nothing():
            first = sock.recv(65536)
            if not first:
                return False
        with self._lock:
            script = self._scripts.pop(0) if self._scripts else self._otherwise
            request = RawRequest(number)
            if first:
                self.requests.append(request)
        if script is None:
            return False
        script = script if isinstance(script, Script) else Script(script)
        if script.read in (Read.REQUEST, Read.HEAD):
            _receive(sock, request, first, with_body=script.read is Read.REQUEST)
        self.request_came.set()
        return all(self._play(sock, act) for act in script.acts)

    def _reads_nothing(self) -> bool:
        with self._lock:
            script = self._scripts[0] if self._scripts else self._otherwise
        return isinstance(script, Script) and script.read is Read.NOTHING

    def _play(self, sock: socket.socket, act: bytes | Drip | Act) -> bool:
        """False: the connection is over."""
        if isinstance(act, bytes):
            sock.sendall(act)
        elif isinstance(act, Drip):
            return self._drip(sock, act)
        elif act is Act.AWAIT:
            self.go.wait()
        else:
            if act is Act.RESET:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            elif act is Act.STALL:
                self._stall(sock)
            return False
        return True

    def _drip(self, sock: socket.socket, drip: Drip) -> bool:
        for at in range(len(drip.content)):
            sock.sendall(drip.content[at : at + 1])
            if self._stopping.wait(drip.pause_s):
                return False
        return True

    def _stall(self, sock: socket.socket) -> None:
        """Nothing is read, so a long request stops moving when the buffers are full."""
        hung_up = select.poll()
        hung_up.register(sock, select.POLLRDHUP)
        while not self._stopping.is_set() and not hung_up.poll(20):
            pass


def _receive(sock: socket.socket, request: RawRequest, data: bytes, *, with_body: bool) -> None:
    while b"\r\n\r\n" not in data:
        more = sock.recv(65536)
        if not more:
            return
        data += more
    head, _, rest = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    request.method, request.target, _ = first.split(" ", 2)
    request.headers[:] = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    expected = int(request.header("content-length") or 0)
    body = bytearray(rest)
    while with_body and len(body) < expected:
        more = sock.recv(65536)
        if not more:
            break
        body += more
    request.body = bytes(body)
    request.complete = len(body) == expected
