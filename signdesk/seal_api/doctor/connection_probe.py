"""The stages of the connection doctor's test, and what each of them needs of the ones before it.

Harmless: it asks for batch 0, which nobody has, and makes an (empty) batch only where it is told that it may.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from signdesk.domain.connections import Access, needs_consent
from signdesk.domain.errors import InputProblem, NotFound, ServerProblem, TlsProblem, Unclear
from signdesk.domain.messages import Message, join, msg, series
from signdesk.domain.servers import Credentials, Server, is_loopback, server_address
from signdesk.seal_api import certificates, connection_failures
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.calls import Call, LimitReached, TimeLimits, carry_out
from signdesk.seal_api.client import SealClient
from signdesk.seal_api.doctor import answer_findings, network_findings, tls_findings
from signdesk.seal_api.doctor.findings import Finding, Stage, ok, setting, skipped, warning
from signdesk.seal_api.proxies import ProxyRoute, ProxyRoutes
from signdesk.seal_api.sign_in import Redactor, sign_in_headers
from signdesk.seal_api.tls import Trust

if TYPE_CHECKING:
    from signdesk.seal_api.doctor.link import Link, TunnelAnswer

REMOVING_S = 4.0  # of it, kept for removing the batch that was made
T = TypeVar("T")

_log = logging.getLogger(__name__)


class ConnectionProbe:
    """The connection under test, and what the steps so far have brought about."""

    def __init__(
        self,
        server: Server,
        credentials: Credentials,
        access: Access,
        limits: TimeLimits,
        redact: Redactor,
    ) -> None:
        self._server = server
        self._credentials = credentials
        self._access = access
        self._limits = limits
        self._redact = redact
        self._trust = Trust(access.transport, access.key_pass_phrase)
        self._base_url = ""
        self._host = ""
        self._place = ""
        self._signed_in = False
        self._route: ProxyRoute | None = None
        self._route_problem: InputProblem | None = None
        self._link: Link | None = None
        self._tunnel: TunnelAnswer | None = None
        self._trouble: OSError | None = None
        self._client: SealClient | None = None
        self._answer: Answer | None = None

    def tests(
        self, process_id: int | None, ends_at: float
    ) -> list[tuple[Stage, Callable[[], Awaitable[Finding]]]]:
        """In their order."""
        return [
            (Stage.ADDRESS, self._address),
            (Stage.NAME, self._name),
            (Stage.PROXY, self._proxy),
            (Stage.CONNECTION, self._connection),
            (Stage.ENCRYPTION, self._encryption),
            (Stage.ANSWER, self._answers),
            (Stage.SIGN_IN, self._sign_in),
            (Stage.PROCESS, lambda: self._process(process_id, ends_at)),
        ]

    async def aclose(self) -> None:
        """Closes every connection."""
        if self._link is not None:
            self._link.close()
        if self._client is not None:
            await self._client.aclose()

    async def _address(self) -> Finding:
        self._base_url = server_address(self._server.base_url, plain_http=self._access.plain_http)
        parts = urlsplit(self._base_url)
        self._host = parts.hostname or ""
        shown = f"[{self._host}]" if ":" in self._host else self._host
        self._place = f"{shown}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
        self._signed_in = bool(sign_in_headers(self._server, self._credentials))
        self._client = SealClient(self._server, self._credentials, self._access, limits=self._limits)
        proxy, password = self._access.transport.proxy, self._access.proxy_password
        routes = ProxyRoutes(self._base_url, proxy, password, self._redact.add)
        try:
            self._route = await self._threaded(lambda call: routes.now())
        except InputProblem as problem:
            self._route_problem = problem
        if needs_consent(self._base_url):
            return warning(
                Stage.ADDRESS,
                msg("The address {address} is plain http.", address=self._base_url),
                msg("Anyone on the way can read what is sent there, the sign-in and the documents too."),
                msg("Can the sealing server be reached by https?"),
            )
        return ok(Stage.ADDRESS, msg("The address {address} is in order.", address=self._base_url))

    async def _name(self) -> Finding:
        if self._route_problem is not None:
            return skipped(Stage.NAME, msg("Not looked up: first the proxy has to be put in order."))
        self._link = await self._threaded(lambda call: self._new_link())
        name = self._route.host if self._route else self._host
        try:
            found = await self._threaded(self._link.look_up)
        except ServerProblem as problem:
            return network_findings.unknown_name(
                name, problem, self._trouble, of_proxy=self._route is not None
            )
        return ok(Stage.NAME, self._known(name, found), ", ".join(found))

    def _known(self, name: str, found: list[str]) -> Message:
        if name in found:
            known = msg("“{name}” needs no looking up.", name=name)
        else:
            known = msg("“{name}” is {addresses}.", name=name, addresses=series(", ", found[:3]))
        if self._route is None:
            return known
        return join(known, msg("The proxy itself looks up “{host}”.", host=self._host))

    async def _proxy(self) -> Finding:
        if self._route_problem is not None:
            return setting(Stage.PROXY, self._route_problem)
        if self._route is None:
            return skipped(Stage.PROXY, msg("No proxy is used for this address."))
        name, link = self._route.name, self._linked()
        try:
            await self._threaded(link.connect)
        except ServerProblem as problem:
            return network_findings.not_connected(Stage.PROXY, name, problem, self._trouble)
        if not self._route.tunnelling:
            return ok(Stage.PROXY, msg("The proxy “{proxy}” can be reached.", proxy=name))
        try:
            self._tunnel = await self._threaded(link.ask_for_tunnel)
        except ServerProblem as problem:
            return network_findings.proxy_is_none(name, problem)
        if self._tunnel.status == 407:
            signed_in = bool(self._route.user)
            return network_findings.proxy_wants_sign_in(name, self._tunnel.offers, signed_in=signed_in)
        return ok(
            Stage.PROXY, msg("The proxy “{proxy}” answers.", proxy=name), f"CONNECT: {self._tunnel.status}"
        )

    async def _connection(self) -> Finding:
        if self._route is not None and self._tunnel is None:
            return skipped(Stage.CONNECTION, msg("Left to the proxy, as always for plain http."))
        if self._route is not None and self._tunnel is not None:
            return self._through(self._route, self._tunnel)
        try:
            await self._threaded(self._linked().connect)
        except ServerProblem as problem:
            return network_findings.not_connected(Stage.CONNECTION, self._place, problem, self._trouble)
        return ok(Stage.CONNECTION, msg("{place} can be reached.", place=self._place))

    def _through(self, route: ProxyRoute, tunnel: TunnelAnswer) -> Finding:
        if tunnel.status // 100 == 2:
            return ok(
                Stage.CONNECTION,
                msg(
                    "{place} can be reached through the proxy “{proxy}”.", place=self._place, proxy=route.name
                ),
            )
        call = Call(self._limits)
        call.proxy = route.name
        why = f"{tunnel.status} {tunnel.reason}"
        problem = connection_failures.proxy_refusal(call, self._host, why, signed_in=bool(route.user))
        return network_findings.proxy_refuses(self._place, route.name, problem)

    async def _encryption(self) -> Finding:
        if not self._base_url.startswith("https:"):
            here = msg("It does not leave this computer.") if is_loopback(self._host) else ""
            return skipped(Stage.ENCRYPTION, join(msg("Plain http is not encrypted."), here))
        await self._threaded(lambda call: self._trust.check())
        try:
            der = await self._threaded(self._linked().secure)
        except ServerProblem as problem:
            trouble = self._trouble
            shown = await self._shown_certificate() if isinstance(problem, TlsProblem) else None
            return tls_findings.not_believed(self._place, problem, trouble, shown)
        certificate = await self._threaded(lambda call: certificates.read(der))
        return tls_findings.believed(self._host, certificate)

    async def _shown_certificate(self) -> certificates.Certificate | None:
        """Of no use to anybody but for the words, so every failure here is silent."""

        def seen(call: Call) -> certificates.Certificate | None:
            from signdesk.seal_api.doctor.link import shown_certificate

            return certificates.read(shown_certificate(call, self._base_url, self._route))

        try:
            return await self._threaded(seen)
        except ServerProblem:
            return None

    async def _answers(self) -> Finding:
        self._linked().close()
        try:
            self._answer = await self._seal().probe()
        except ServerProblem as problem:
            return answer_findings.unanswered(self._place, problem)
        by_proxy = self._route.name if self._route and not self._route.tunnelling else ""
        return answer_findings.answered(self._host, self._answer, by_proxy)

    async def _sign_in(self) -> Finding:
        if self._answer is None:
            raise RuntimeError("no answer yet")
        return answer_findings.signed_in(self._host, self._answer, with_secret=self._signed_in)

    async def _process(self, process_id: int | None, ends_at: float) -> Finding:
        if process_id is None:
            return skipped(Stage.PROCESS, msg("Not tested: that would make an empty batch on the server."))
        try:
            async with asyncio.timeout_at(ends_at - REMOVING_S):
                batch_id = await self._seal().create_batch(process_id)
        except (TimeoutError, Unclear) as problem:
            return network_findings.may_be_made(process_id, getattr(problem, "detail", ""))
        except ServerProblem as problem:
            return network_findings.not_made(process_id, problem)
        return await self._removed(process_id, batch_id, ends_at)

    async def _removed(self, process_id: int, batch_id: str, ends_at: float) -> Finding:
        try:
            async with asyncio.timeout_at(ends_at):
                await self._seal().delete(batch_id)
        except NotFound:
            pass
        except (TimeoutError, ServerProblem) as problem:
            return network_findings.not_removed(process_id, batch_id, getattr(problem, "detail", ""))
        except asyncio.CancelledError:
            _log.warning("the empty batch %s of a connection test may still be on the server", batch_id)
            raise
        return network_findings.removed(process_id, batch_id)

    def _new_link(self) -> Link:
        from signdesk.seal_api.doctor.link import Link

        return Link(self._base_url, self._route, self._trust.new_context)

    def _linked(self) -> Link:
        if self._link is None:
            raise RuntimeError("no link yet")
        return self._link

    def _seal(self) -> SealClient:
        if self._client is None:
            raise RuntimeError("no client yet")
        return self._client

    async def _threaded(self, work: Callable[[Call], T]) -> T:
        """`work` in a thread of its own, within the limits. Raises what it raises, and NotReached."""
        call = Call(self._limits)
        call.has_certificate = self._trust.has_certificate

        def bounded() -> T:
            call.begin()
            return work(call)

        try:
            return await carry_out(call, bounded)
        except LimitReached as reached:
            raise connection_failures.over_limit(reached, call, self._host) from None
        finally:
            self._trouble = call.trouble
