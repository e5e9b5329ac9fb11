"""Nothing is followed, and nothing that a server hands out is carried on (P15)."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from signdesk.domain.connections import Proxy, ProxyKind, TransportConfig
from signdesk.domain.errors import Redirected, ServerProblem
from signdesk.domain.servers import Credentials, Numbering
from signdesk.seal_api.client import SealClient
from tests.seal_api.talking import CALLS, STATUS, talking
from tests.support.canary import KEY, PASSWORD, PROXY_PASSWORD, TOKEN, leaks
from tests.support.forward_proxy import ForwardProxy
from tests.support.raw_server import RawServer, json_reply, reply

KEYS = {
    "key": Credentials(api_key=KEY),
    "password": Credentials(user="eva", password=PASSWORD),
    "token": Credentials(token=TOKEN),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_p15_a_redirect_is_told_and_the_second_server_sees_nothing(
    status: int,
    call: Callable[[SealClient], Awaitable[object]],
    believing: TransportConfig,
    localhost: ssl.SSLContext,
) -> None:
    """5 codes x 8 calls x 3 targets."""
    with RawServer() as second, RawServer(ssl_context=localhost) as secure:
        targets = [f"http://127.0.0.1:{second.port}/api", secure.url, f"//127.0.0.1:{second.port}/x"]
        scripts = [
            reply(status, b"moved", headers={"Location": target, "Refresh": f"0; url={target}"})
            for target in targets
        ]
        with RawServer(scripts, ssl_context=localhost) as first:
            async with talking(first, KEYS["key"], transport=believing) as client:
                for _ in targets:
                    with pytest.raises(Redirected) as caught:
                        await call(client)
                    assert caught.value.status == status
    assert len(first.requests) == 3
    assert (second.connections, secure.connections) == (0, 0)


@pytest.mark.parametrize("credentials", KEYS.values(), ids=KEYS.keys())
@pytest.mark.parametrize("through_proxy", [False, True])
async def test_no_kind_of_secret_follows_a_redirect_also_not_through_a_proxy(
    through_proxy: bool, credentials: Credentials, believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    """The proxy's own password does not, either: it is the proxy's that was named."""
    with RawServer() as second, ForwardProxy(user="eva", password=PROXY_PASSWORD) as proxy:
        target = f"http://127.0.0.1:{second.port}/api/CreateBatch/1"
        answer = reply(307, headers={"Location": target})
        way = believing
        if through_proxy:
            way = replace(way, proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}", "eva"))
        with RawServer([answer], ssl_context=localhost) as first:
            async with talking(first, credentials, transport=way, proxy_password=PROXY_PASSWORD) as client:
                with pytest.raises(Redirected):
                    await client.create_batch(1)
    assert len(first.requests) == 1
    assert first.requests[0].header("Proxy-Authorization") is None
    assert [one.method for one in proxy.asked] == ["CONNECT"] * through_proxy
    assert leaks(bytes(proxy.heard).replace(base64.b64encode(f"eva:{PROXY_PASSWORD}".encode()), b"")) == []
    assert second.connections == 0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_proxy_that_sends_us_elsewhere_is_not_followed(
    status: int, believing: TransportConfig
) -> None:
    with RawServer() as second:
        answer = reply(status, headers={"Location": f"http://127.0.0.1:{second.port}"})
        with RawServer([answer]) as proxy:
            way = replace(believing, proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}", "eva"))
            async with talking(
                "https://seal.example", KEYS["key"], transport=way, proxy_password=PROXY_PASSWORD
            ) as client:
                with pytest.raises(ServerProblem):
                    await client.create_batch(1)
    assert second.connections == 0
    assert [one.method for one in proxy.requests] == ["CONNECT"]
    assert [one.header("API-KEY") for one in proxy.requests] == [None]


@pytest.mark.parametrize("credentials", KEYS.values(), ids=KEYS.keys())
async def test_a_cookie_is_never_sent_back(credentials: Credentials) -> None:
    answers = [json_reply(200, STATUS, Set_Cookie="session=canary; Path=/")] * 3
    with RawServer(answers) as server:
        async with talking(server, credentials) as client:
            for _ in range(3):
                await client.batch_status("2123", Numbering.NEWER)
    assert [request.header("cookie") for request in server.requests] == [None] * 3
