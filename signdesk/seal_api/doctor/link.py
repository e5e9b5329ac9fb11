"""One connection made step by step, for the doctor; blocking, for worker threads. Importing it is slow."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore

from signdesk.seal_api import connection_failures
from signdesk.seal_api.calls import Call, CallStopped, LimitReached
from signdesk.seal_api.proxies import ProxyRoute
from signdesk.seal_api.sockets import CurrentCall, LimitedBackend, LimitedStream
from signdesk.seal_api.transport import quieten_libraries

_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


@dataclass(frozen=True, slots=True)
class TunnelAnswer:
    """What the proxy said to CONNECT. `offers`: its Proxy-Authenticate."""

    status: int
    reason: str
    offers: str


class Link:
    """To the server, or through `route`. The methods in their order, each with a call of its own; they raise
    ServerProblem; nothing is ever sent to the server.
    """

    def __init__(
        self, base_url: str, route: ProxyRoute | None, new_context: Callable[[], ssl.SSLContext]
    ) -> None:
        quieten_libraries()
        parts = urlsplit(base_url)
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._route = route
        self._current = CurrentCall()
        self._backend = LimitedBackend(
            self._current,
            new_context,
            to_proxy=route is not None,
            tunnelling=route is not None and route.tunnelling,
        )
        self._stream: LimitedStream | None = None
        self._way_in: httpcore.NetworkStream | None = None

    def look_up(self, call: Call) -> list[str]:
        """The addresses of the server's name, or the proxy's: whoever is connected to."""
        with self._under(call):
            host, port = self._next_hop()
            call.at_proxy = self._route is not None
            try:
                found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            except (OSError, UnicodeError) as error:
                call.trouble = error if isinstance(error, OSError) else socket.gaierror("not a name")
                raise httpcore.ConnectError(str(error)) from None
        return list(dict.fromkeys(str(address[0]) for *_, address in found))

    def connect(self, call: Call) -> None:
        """TCP to the server, or to the proxy."""
        with self._under(call):
            host, port = self._next_hop()
            self._stream = self._way_in = self._backend.connect_tcp(host, port)
            try:
                call.check()  # given up just now: nobody else would close it
            except CallStopped:
                self.close()
                raise

    def ask_for_tunnel(self, call: Call) -> TunnelAnswer:
        """CONNECT, and the proxy's answer, whatever it is."""
        if self._route is None or self._stream is None:
            raise RuntimeError("not connected to a proxy")
        with self._under(call):
            call.at_proxy = True
            route, target = self._route, f"{self._shown_host}:{self._port}".encode()
            url = httpcore.URL(scheme=b"http", host=route.host.encode(), port=route.port, target=target)
            connection = httpcore.HTTP11Connection(url.origin, self._stream)
            headers = [(b"Host", target), (b"Accept", b"*/*"), *route.headers]
            answer = connection.handle_request(httpcore.Request(b"CONNECT", url, headers=headers))
            self._way_in = answer.extensions["network_stream"]
        offers = [
            value.decode("latin-1") for name, value in answer.headers if name.lower() == b"proxy-authenticate"
        ]
        reason = answer.extensions.get("reason_phrase", b"").decode("latin-1")
        return TunnelAnswer(answer.status, reason, ", ".join(offers))

    def secure(self, call: Call) -> bytes:
        """The hand-shake; the server's certificate as DER."""
        if self._way_in is None:
            raise RuntimeError("not connected")
        with self._under(call):
            secured = self._way_in.start_tls(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), self._host)
            if not isinstance(secured, LimitedStream):
                raise TypeError(secured)
            self._stream = secured
        return secured.certificate()

    def close(self) -> None:
        """From any thread."""
        if self._stream is not None:
            self._stream.close()

    def _next_hop(self) -> tuple[str, int]:
        return (self._route.host, self._route.port) if self._route else (self._host, self._port)

    @property
    def _shown_host(self) -> str:
        return f"[{self._host}]" if ":" in self._host else self._host.encode("idna").decode()

    @contextmanager
    def _under(self, call: Call) -> Iterator[None]:
        self._current.call = call
        call.proxy = self._route.name if self._route else ""
        call.begin()
        call.connecting()
        try:
            yield
        except LimitReached as reached:
            raise connection_failures.over_limit(reached, call, self._host) from None
        except (CallStopped, UnicodeError, *_BROKEN) as error:  # UnicodeError: a name that is none
            raise connection_failures.broken(call, self._host, str(error)) from None


def shown_certificate(call: Call, base_url: str, route: ProxyRoute | None) -> bytes:
    """The certificate that is not believed, as DER, to say what is wrong with it: a hand-shake without checks
    on a connection of its own, over which not one byte is sent. Raises as `Link`.
    """
    link = Link(base_url, route, _unchecked)
    try:
        link.connect(call)
        if route is not None and link.ask_for_tunnel(call).status // 100 != 2:
            return b""
        return link.secure(call)
    finally:
        link.close()


def _unchecked() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
