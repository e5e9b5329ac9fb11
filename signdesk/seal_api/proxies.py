"""The proxy that requests to one server go through: the connection's own, or as the platform keeps it."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from signdesk.domain.connections import Proxy, ProxyKind, proxy_address
from signdesk.domain.errors import WayProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.servers import is_loopback

_NEXT = msg("Set a proxy in the connection's settings, or ask your IT department.")


@dataclass(frozen=True, slots=True)
class ProxyRoute:
    """Through a proxy. `tunnelling`: it passes an encrypted connection on and sees nothing of it (https);
    else it is handed the request itself (http).
    """

    host: str
    port: int
    tunnelling: bool
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """For a sentence: host and port, never the user's part."""
        return f"{self._shown_host}:{self.port}"

    @property
    def url(self) -> str:
        """Without the user's part."""
        return f"http://{self.name}"

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """For the proxy and nobody else: who asks (Basic), where it has to know."""
        if not self.user:
            return []
        signed_in = base64.b64encode(f"{self.user}:{self.password}".encode("utf-8", "surrogatepass"))
        return [(b"Proxy-Authorization", b"Basic " + signed_in)]

    @property
    def _shown_host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


class ProxyRoutes:
    """Decides for every call, because the platform's settings may change while the program runs."""

    def __init__(
        self,
        base_url: str,
        proxy: Proxy,
        password: str,
        add: Callable[[str, str], object],
    ) -> None:
        """`add(user, password)` is told what the environment holds, before it is used. Raises InputProblem
        for a proxy of this connection that cannot be used.
        """
        parts = urlsplit(base_url)
        self._scheme = parts.scheme
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._add_secret = add
        self._by_system = proxy.kind is ProxyKind.SYSTEM and not is_loopback(self._host)
        self._seen: dict[str, str] | None = None
        self._route: ProxyRoute | None = None
        if proxy.kind is ProxyKind.MANUAL:
            _check_user(proxy.user)
            self._route = self._through(proxy_address(proxy.url), proxy.user, password if proxy.user else "")

    def now(self) -> ProxyRoute | None:
        """None: straight to the server, as always on this machine unless the connection itself names a proxy.

        Blocking (on Windows and macOS it may look up a name). Raises WayProblem for a kind of proxy that is
        not spoken here: passing it by would break the office's rules.
        """
        if not self._by_system:
            return self._route
        from urllib.request import getproxies

        seen = getproxies()
        if seen != self._seen:
            self._route = self._of_the_system(seen)
            self._seen = seen
        return self._route

    def _of_the_system(self, seen: Mapping[str, str]) -> ProxyRoute | None:
        address = seen.get(self._scheme) or seen.get("all") or ""
        if not address or self._is_exempt(seen.get("no", "")):
            return None
        try:
            parts = urlsplit(address if "://" in address else f"http://{address}")
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise WayProblem(
                join(
                    msg("The address of the proxy that this computer's settings name cannot be read."), _NEXT
                )
            ) from None
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        self._add_secret(user, password)
        if parts.scheme != "http" or not host:
            raise WayProblem(
                join(
                    msg(
                        "SignDesk cannot use the proxy that this computer's settings name: its kind is "
                        "“{kind}”, not “http”.",
                        kind=parts.scheme,
                    ),
                    _NEXT,
                )
            )
        _check_user(user)
        shown = f"[{host}]" if ":" in host else host
        return self._through(f"http://{shown}:{port or 80}", user, password)

    def _is_exempt(self, exceptions: str) -> bool:
        from urllib.request import proxy_bypass

        return bool(proxy_bypass(f"{self._host}:{self._port}")) or _is_in_networks(self._host, exceptions)

    def _through(self, url: str, user: str, password: str) -> ProxyRoute:
        parts = urlsplit(url)
        return ProxyRoute(
            parts.hostname or "", parts.port or 80, self._scheme == "https", user=user, password=password
        )


def _check_user(user: str) -> None:
    if ":" in user:
        raise WayProblem(msg("The user name for the proxy holds a colon, which its sign-in cannot carry."))


def _is_in_networks(host: str, exceptions: str) -> bool:
    """NO_PROXY with networks (10.0.0.0/8), which Python's own reading of it lacks."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    for one in exceptions.split(","):
        try:
            network = ipaddress.ip_network(one.strip(), strict=False)
        except ValueError:
            continue
        if address in network:
            return True
    return False
