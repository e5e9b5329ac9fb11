"""Nothing is followed, and nothing that a server hands out is carried on (P15)."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable

import pytest

from signdesk.domain.connections import Way
from signdesk.domain.errors import Redirected
from signdesk.domain.servers import Credentials, Numbering
from signdesk.seal_api.client import SealClient
from tests.seal_api.talking import CALLS, STATUS, talking
from tests.support.canary import KEY, PASSWORD, TOKEN
from tests.support.raw_server import RawServer, json_reply, reply

KEYS = {
    "key": Credentials(api_key=KEY),
    "password": Credentials(user="eva", password=PASSWORD),
    "token": Credentials(token=TOKEN),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_p15_a_redirect_is_told_and_the_second_server_sees_nothing(
    status: int, call: Callable[[SealClient], Awaitable[object]], believing: Way, localhost: ssl.SSLContext
) -> None:
    """5 codes x 8 calls x 3 targets."""
    with RawServer() as second, RawServer(ssl_context=localhost) as secure:
        targets = [f"http://127.0.0.1:{second.port}/api", secure.url, f"//127.0.0.1:{second.port}/x"]
        scripts = [
            reply(status, b"moved", headers={"Location": target, "Refresh": f"0; url={target}"})
            for target in targets
        ]
        with RawServer(scripts, ssl_context=localhost) as first:
            async with talking(first, KEYS["key"], way=believing) as client:
                for _ in targets:
                    with pytest.raises(Redirected) as caught:
                        await call(client)
                    assert caught.value.status == status
    assert len(first.requests) == 3
    assert (second.connections, secure.connections) == (0, 0)


@pytest.mark.parametrize("credentials", KEYS.values(), ids=KEYS.keys())
async def test_a_cookie_is_never_sent_back(credentials: Credentials) -> None:
    answers = [json_reply(200, STATUS, Set_Cookie="session=canary; Path=/")] * 3
    with RawServer(answers) as server:
        async with talking(server, credentials) as client:
            for _ in range(3):
                await client.batch_status("2123", Numbering.NEWER)
    assert [request.header("cookie") for request in server.requests] == [None] * 3
