"""httpx over httpcore over `sockets`: a client without redirects, HTTP/2 or logs, and with one proxy at most.

Importing this module is slow (httpx, httpcore), so it is imported in a worker thread at the first call.
httpx2 and httpcore2 2.16, the fork that is still released, passed the tests of `seal_api` in their place: the
imports here and in `bodies`, `exchange`, `sockets` and `doctor.link`, and the loggers' names, would change.
The workarounds that name a version of httpcore need another look then, and `_Connection` an `is_connected`.
"""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Callable, Iterator

import h11._readers
import httpcore
import httpx

from signdesk.seal_api.proxies import ProxyRoute
from signdesk.seal_api.sockets import CurrentCall, LimitedBackend

CONNECTIONS = 64
KEEP_ALIVE_S = 20.0
_LIBRARY_LOGGERS = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy")


# h11 0.16's pattern allows blanks before and behind a value that may be empty, so a line of blanks with an
# illegal end takes time by the square of its length, in one piece: 90 KB stopped the whole program for half a
# minute. Ours matches the same lines.
_LINE = re.compile(
    rb"(?P<field_name>[-!#$%&'*+.^_`|~0-9a-zA-Z]+):[ \t]*"
    rb"(?P<field_value>(?:[^\x00\s]+(?:[ \t]+[^\x00\s]+)*)?)(?<![ \t])[ \t]*"
)
h11._readers.header_field_re = _LINE


class _Connection(httpcore.ConnectionInterface):
    """httpcore's own, closed when a request on it fails (httpcore 1.0.9 keeps the slot of a tunnel for ever
    where the hand-shake through it failed), and when more bytes than one answer came over it.
    """

    def __init__(self, inner: httpcore.ConnectionInterface) -> None:
        self._inner = inner

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        try:
            return self._inner.handle_request(request)
        except httpcore.ConnectionNotAvailable:  # another request was faster
            raise
        except BaseException:
            self._inner.close()
            raise

    def close(self) -> None:
        self._inner.close()

    def info(self) -> str:
        return self._inner.info()

    def can_handle_request(self, origin: httpcore.Origin) -> bool:
        return self._inner.can_handle_request(origin)

    def is_available(self) -> bool:
        return self._inner.is_available()

    def has_expired(self) -> bool:
        """Asked by the pool before every further request, and as soon as an answer has been read."""
        return self._inner.has_expired() or (self._inner.is_idle() and _holds_more(self._inner))

    def is_idle(self) -> bool:
        return self._inner.is_idle()

    def is_closed(self) -> bool:
        return self._inner.is_closed()


def _holds_more(connection: object) -> bool:
    """Whether bytes came behind the last answer: httpcore 1.0.9 would read them as the next one. Its own
    connections are wrapped in each other; the innermost holds h11's, where such bytes wait.
    """
    while connection is not None:
        http = getattr(connection, "_h11_state", None)
        if http is not None:
            return bool(http.trailing_data[0])
        connection = getattr(connection, "_connection", None)
    return False


class _Pool(httpcore.ConnectionPool):
    def create_connection(self, origin: httpcore.Origin) -> httpcore.ConnectionInterface:
        return _Connection(super().create_connection(origin))


class LimitedTransport(httpx.BaseTransport):
    """httpx over httpcore over our sockets. httpcore's exceptions go through unchanged (see `failures`)."""

    def __init__(
        self, current: CurrentCall, new_context: Callable[[], ssl.SSLContext], route: ProxyRoute | None
    ) -> None:
        tunnelling = route is not None and route.tunnelling
        self._pool = _Pool(
            proxy=None if route is None else httpcore.Proxy(route.url, headers=route.headers),
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),  # never used: see LimitedStream.start_tls
            max_connections=CONNECTIONS,
            keepalive_expiry=KEEP_ALIVE_S,
            http1=True,
            http2=False,
            retries=0,
            network_backend=LimitedBackend(
                current, new_context, to_proxy=route is not None, tunnelling=tunnelling
            ),
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


def new_client(
    current: CurrentCall, new_context: Callable[[], ssl.SSLContext], route: ProxyRoute | None = None
) -> httpx.Client:
    """A client without redirects, netrc and HTTP/2, through no proxy but `route`. Silences the libraries' own
    loggers: at DEBUG they write what a server sent (Set-Cookie, an echoed key) and the proxy's password;
    `exchange` writes one line a call.
    """
    quieten_libraries()
    transport = LimitedTransport(current, new_context, route)
    return httpx.Client(transport=transport, trust_env=False, follow_redirects=False)


def quieten_libraries() -> None:
    """Nothing of httpx and httpcore reaches a log."""
    for name in _LIBRARY_LOGGERS:
        logging.getLogger(name).addFilter(_nothing)


def _nothing(record: logging.LogRecord) -> bool:
    """One function object, so that adding it again adds nothing."""
    return False
