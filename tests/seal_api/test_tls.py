"""Secure connections: who is believed, and that nothing is sent to anybody else (P15)."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from collections.abc import Iterator

import pytest
import trustme

from signdesk.domain.errors import NotReached, TlsProblem
from signdesk.domain.servers import AcceptForm, Credentials, Numbering
from signdesk.seal_api.calls import TimeLimits
from tests.seal_api.talking import ACCEPTED, HASTY, STATUS, UPLOADED, ZIP, serving, talking
from tests.support.canary import KEY
from tests.support.raw_server import AWAIT, CUT, STALL, RawServer, Read, Script, json_reply, reply

YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
SECRET = Credentials(api_key=KEY)


async def test_a_known_issuer_is_believed(localhost: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    scripts = [json_reply(200, STATUS), json_reply(202, UPLOADED), json_reply(202, ACCEPTED), reply(200, ZIP)]
    package = bytes(range(256)) * 4096
    got: list[bytes] = []
    with RawServer(scripts, ssl_context=localhost) as server:
        async with talking(server, ssl_context=trusting) as client:
            await client.batch_status("2123", Numbering.NEWER)
            assert (await client.upload("2123", len(package), [package])).documented
            await client.accept("2123", AcceptForm.PATH)
            await client.download("2123", got.append)
    assert server.requests[1].body == package
    assert b"".join(got) == ZIP
    assert [request.connection for request in server.requests] == [0, 0, 1, 0]


async def test_an_unknown_issuer_is_refused_by_the_systems_store(localhost: ssl.SSLContext) -> None:
    with RawServer(otherwise=json_reply(200, STATUS), ssl_context=localhost) as server:
        async with talking(server, SECRET) as client:
            for call in (client.create_batch(1), client.accept("2123", AcceptForm.PATH)):
                with pytest.raises(TlsProblem, match="issuer that this computer does not trust"):
                    await call
    assert server.requests == []


async def test_a_certificate_for_another_name_is_refused(
    authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    with RawServer(ssl_context=serving(authority.issue_cert("other.example"))) as server:
        async with talking(server, SECRET, ssl_context=trusting) as client:
            with pytest.raises(TlsProblem, match="belongs to another name"):
                await client.create_batch(1)
    assert server.requests == []


async def test_an_expired_certificate_is_refused(authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    expired = authority.issue_cert(
        "localhost", not_before=YESTERDAY - datetime.timedelta(days=9), not_after=YESTERDAY
    )
    with RawServer(ssl_context=serving(expired)) as server:
        async with talking(server, SECRET, ssl_context=trusting) as client:
            with pytest.raises(TlsProblem, match="has expired"):
                await client.create_batch(1)
    assert server.requests == []


async def test_a_server_without_tls_is_a_tls_problem(trusting: ssl.SSLContext) -> None:
    with RawServer([Script(b"HTTP/1.1 400 Bad Request\r\n\r\n", STALL, read=Read.NOTHING)]) as server:
        async with talking(f"https://localhost:{server.port}", SECRET, ssl_context=trusting) as client:
            with pytest.raises(TlsProblem, match="could not be agreed on"):
                await client.create_batch(1)


@pytest.mark.parametrize(
    "script",
    [Script(CUT, read=Read.NOTHING), Script(CUT, read=Read.START), Script(STALL, read=Read.NOTHING)],
    ids=["reset", "closed", "silence"],
)
async def test_a_hand_shake_that_does_not_come_about_is_not_reached_and_may_be_repeated(
    script: Script, trusting: ssl.SSLContext
) -> None:
    with RawServer([script]) as server:
        async with talking(f"https://localhost:{server.port}", limits=HASTY, ssl_context=trusting) as client:
            with pytest.raises(NotReached) as caught:
                await client.accept("2123", AcceptForm.PATH)
    assert not isinstance(caught.value, TlsProblem)


async def test_a_stalled_hand_shake_does_not_hold_up_another_call() -> None:
    """truststore 0.10.5 holds a lock of its context during the hand-shake: hence a context per connection."""
    with RawServer(otherwise=Script(STALL, read=Read.NOTHING)) as server:
        address = f"https://localhost:{server.port}"
        async with talking(address, limits=TimeLimits(connect_s=0.3)) as client:
            calls = [asyncio.create_task(client.create_batch(1)) for _ in range(8)]
            ended, waiting = await asyncio.wait(calls, timeout=2)
    assert not waiting
    assert all(isinstance(task.exception(), NotReached) for task in ended)


async def test_a_missing_client_certificate_is_a_tls_problem(
    authority: trustme.CA, localhost: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    """TLS 1.3 tells it only after our request has left; the server has not read it."""
    localhost.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(localhost)
    with RawServer(ssl_context=localhost) as server:
        async with talking(server, SECRET, ssl_context=trusting) as client:
            with pytest.raises(TlsProblem, match="client certificate"):
                await client.create_batch(1)
    assert server.requests == []


async def test_an_early_refusal_is_heard_under_tls(
    localhost: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    pieces = (bytes(65536) for _ in range(4096))
    script = Script(reply(413), AWAIT, read=Read.HEAD)
    with RawServer([script], ssl_context=localhost) as server:
        async with talking(server, ssl_context=trusting) as client:
            with pytest.raises(Exception, match="larger than this server takes"):
                await client.upload("2123", 4096 * 65536, pieces)
            server.go.set()


@pytest.fixture(autouse=True)
def no_environment_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[None]:
    """Neither a proxy nor a key log of the environment is used."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("SSLKEYLOGFILE", f"{tmp_path}/keys.log")
    yield
    from pathlib import Path

    assert not Path(f"{tmp_path}/keys.log").exists()
