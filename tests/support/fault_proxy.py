"""A TCP proxy on loopback that does to chosen requests what networks, proxies and sick servers do.

It stands between a client and a sound server, speaks HTTP/1.1 with keep-alive to the client, and opens one
connection a request to the server. A `Rule` picks requests (verb, path prefix, the first `skip` spared, then
`times` of them) and says which act is played:

    Break(moment, ending, at)   the connection ends: HEAD before the body is passed on, BODY after `at` of its
                                bytes, DONE when the server has done its work, ANSWER after `at` bytes of the
                                answer's body (negative: counted from its end), ANSWER_HEAD in its head
    Early(answer)               answered before the body was read, which then is never read
    Instead(answer, done)       another answer; the server gets the request only where `done`
    Bent(bend)                  the server's answer in other bytes (its framing, its content)
    Drip(...)                   the answer (or the request's body) passes a few bytes a tick
    ShutAfter(gate)             goes well; no connection can be made afterwards until `open` is called
    While(at, call)             goes well; `call` runs when `at` bytes of the body have passed
    Doubled()                   the server's answer twice in one packet, and the connection stays

Everything that came is in `passed`; `watch` is called, in the connection's thread, before anything happens to
a request. The acts are values of `fault_acts`, the words of answers are made by `fault_answers`, and what
happens on one connection is in `fault_link`.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable

from tests.support.fault_acts import Gate, Passed, Rule, ShutAfter
from tests.support.fault_link import LIMIT_S, PIECE_BYTES, Link, all_of


class FaultProxy:
    """Use as a context manager. `strange`: the context behind Gate.STRANGE, `trusted` the one otherwise."""

    def __init__(
        self,
        upstream: tuple[str, int],
        *,
        trusted: ssl.SSLContext | None = None,
        strange: ssl.SSLContext | None = None,
    ) -> None:
        self.passed: list[Passed] = []
        self.refused_handshakes = 0
        self.rules: list[Rule] = []
        self.watch: Callable[[Passed], object] = lambda _passed: None
        self.upstream = upstream
        self.stopping = threading.Event()
        self._seen: dict[int, int] = {}
        self._contexts = {Gate.OPEN: trusted, Gate.STRANGE: strange}
        self._lock = threading.RLock()
        self._links: list[Link] = []
        self._threads: list[threading.Thread] = []
        self._connections = 0
        self._gate = Gate.REFUSING
        self._listener: socket.socket | None = None
        self._fillers: list[socket.socket] = []
        self._place = socket.socket()  # keeps the port ours while nobody listens
        self._place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._place.bind(("127.0.0.1", 0))
        self.port: int = self._place.getsockname()[1]

    @property
    def url(self) -> str:
        """The base address."""
        secure = self._contexts[Gate.OPEN] is not None
        return f"https://localhost:{self.port}" if secure else f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> FaultProxy:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self.shut(Gate.REFUSING)
        self._hang_up(None)
        for thread in list(self._threads):
            thread.join(LIMIT_S)
            assert not thread.is_alive(), "a connection of the fault proxy did not end"
        self._place.close()
        self._let_the_server_settle()

    def heal(self) -> None:
        """From here on everything goes well."""
        with self._lock:
            self.rules.clear()
            self._seen.clear()
        self.open()

    def open(self) -> None:
        """Connections can be made."""
        with self._lock:
            if self._gate is not Gate.OPEN:
                self.shut(Gate.OPEN)

    def shut(self, gate: Gate) -> None:
        """From here on attempts to connect end as `gate` says."""
        with self._lock:
            self._stop_listening()
            self._gate = gate
            if gate is Gate.REFUSING:
                return
            self._listener = socket.socket()
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PIECE_BYTES)
            self._listener.bind(("127.0.0.1", self.port))
            self._listener.listen(0 if gate is Gate.SILENT else 50)
            if gate is Gate.SILENT:
                self._fill_up()
            else:
                self._start(self._accept, self._listener, gate)

    def requests(self, verb: str, prefix: str) -> list[Passed]:
        """Those that came, whatever became of them."""
        return [one for one in self.passed if one.verb == verb and one.target.startswith(prefix)]

    def is_due(self, verb: str, prefix: str) -> bool:
        """Whether the next request there meets a rule, or nobody who answers."""
        with self._lock:
            if self._gate is not Gate.OPEN:
                return True
            rules = [rule for rule in self.rules if rule.verb == verb and rule.prefix == prefix]
            return any(rule.is_due(self._seen.get(id(rule), 0)) for rule in rules)

    def meet(self, link: Link, verb: str, target: str) -> tuple[Passed, Rule | None]:
        """For `Link`: notes a request and gives the rule that is due for it."""
        with self._lock:
            rule = self._due(verb, target)
            passed = Passed(link.number, verb, target, rule.act if rule else None)
            self.passed.append(passed)
        self.watch(passed)
        return passed, rule

    def shut_for(self, link: Link, act: ShutAfter) -> None:
        """For `Link`: shuts the gate, and closes the kept-alive connections beside this one."""
        self.shut(act.gate)
        self._hang_up(link)

    def _due(self, verb: str, target: str) -> Rule | None:
        for rule in self.rules:
            if rule.verb != verb or not target.startswith(rule.prefix):
                continue
            seen = self._seen.get(id(rule), 0)
            self._seen[id(rule)] = seen + 1
            if rule.is_due(seen):
                return rule
        return None

    def _let_the_server_settle(self) -> None:
        """A whole exchange: afterwards the server has met every connection that was broken off."""
        with (
            contextlib.suppress(OSError),
            socket.create_connection(self.upstream, LIMIT_S) as server,
        ):
            server.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            all_of(server)

    def _fill_up(self) -> None:
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", self.port))
            self._fillers.append(filler)

    def _stop_listening(self) -> None:
        for filler in self._fillers:
            filler.close()
        self._fillers.clear()
        if self._listener is not None:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None

    def _hang_up(self, but: Link | None) -> None:
        """The next request needs a new connection."""
        with self._lock:
            links = [one for one in self._links if one is not but]
        for link in links:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(link.sock, socket.SHUT_RDWR)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True, name="fault proxy")
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket, gate: Gate) -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                link = Link(sock, self._connections, self)
                self._connections += 1
                self._links.append(link)
            self._start(self._serve, link, gate)

    def _serve(self, link: Link, gate: Gate) -> None:
        plain = link.sock
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            context = self._contexts[gate]
            if context is not None:
                link.sock = context.wrap_socket(plain, server_side=True)
            link.serve()
        except ssl.SSLError:
            self.refused_handshakes += 1
        except OSError:
            pass
        finally:
            link.sock.close()
            plain.close()
            with self._lock:
                self._links.remove(link)
