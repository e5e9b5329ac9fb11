"""The blocking side of a call: one request, one answer or one download, in the worker thread.

Checks what httpx does not: an answer that came before the request's end, and (in `bodies`) framing, encoding
and size. Knows no JSON field and no method. Importing it is slow (httpx); `client` does so in the worker
thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from signdesk import __version__
from signdesk.domain.errors import InputProblem, NotReached, ServerProblem, Unclear
from signdesk.domain.messages import join, msg
from signdesk.seal_api import connection_failures, failures
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.api_request import ApiRequest
from signdesk.seal_api.bodies import (
    BROKEN,
    SourceFailed,
    answer_of,
    fault_of,
    is_malformed,
    receive,
    refusal_body,
    sending,
    short_body,
)
from signdesk.seal_api.calls import Call, CallStopped, LimitReached, TimeLimits
from signdesk.seal_api.proxies import ProxyRoute, ProxyRoutes
from signdesk.seal_api.sockets import CurrentCall
from signdesk.seal_api.tls import Trust
from signdesk.seal_api.transport import new_client

USER_AGENT = f"SignDesk/{__version__}"

_log = logging.getLogger(__name__)


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
        routes: ProxyRoutes,
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
            fault = fault_of(response)
            if not response.is_success:
                return answer_of(response, refusal_body(response), fault)
            if request.download is not None:
                receive(call, response, fault, request.download)
                return answer_of(response)
            return answer_of(response, b"" if fault else short_body(response, request.most_bytes), fault)

    def close(self) -> None:
        """Closes all connections, also those in use."""
        with self._lock:
            clients = [self._client, *self._retired]
        for client in clients:
            client.close()

    def _new_client(self, route: ProxyRoute | None) -> httpx.Client:
        return new_client(self._current, self._trust.new_context, route)

    def _client_through(self, route: ProxyRoute | None) -> httpx.Client:
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
        body = sending(call, request.upload) if request.upload else None
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
            raise connection_failures.over_limit(reached, call, self._host) from None
        except httpcore.PoolTimeout:
            self._renew(client)
            raise connection_failures.no_free_connection(self._host) from None
        except httpcore.ProxyError as error:
            signed_in = bool(route and route.user)
            raise connection_failures.proxy_refusal(
                call, self._host, str(error), signed_in=signed_in
            ) from None
        except (CallStopped, *BROKEN) as error:
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


def _broken(error: Exception, call: Call, host: str, request: ApiRequest[Any]) -> ServerProblem:
    if is_malformed(error, call):
        return failures.malformed(str(error))
    return connection_failures.broken(call, host, str(error), request.size_bytes)
