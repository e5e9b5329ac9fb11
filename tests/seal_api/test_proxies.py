"""The way through a proxy: what it may see, and that every failure there is known to have sent nothing."""

from __future__ import annotations

import asyncio
import base64
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
import trustme

from signdesk.domain.connections import Access, Proxy, ProxyKind, TransportConfig
from signdesk.domain.errors import (
    InputProblem,
    NotReached,
    ProxyRefused,
    ServerProblem,
    SignInRefused,
    TlsProblem,
    Unclear,
)
from signdesk.domain.servers import AcceptForm, Credentials, Numbering
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealClient
from tests.seal_api.talking import (
    ACCEPTED,
    CALLS,
    CREATED,
    HASTY,
    PATIENT,
    STATUS,
    UPLOADED,
    ZIP,
    full_backlog,
    serving,
    talking,
)
from tests.support.canary import KEY, MARK, marked
from tests.support.canary import PROXY_PASSWORD as PASSWORD
from tests.support.forward_proxy import ForwardProxy
from tests.support.raw_server import CUT, RESET, STALL, Drip, RawServer, Read, Script, json_reply, reply

SECRET = Credentials(api_key=KEY)
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())


def forms(secret: str, user: str = "eva") -> list[bytes]:
    """A secret as it may turn up: as it is, in Base64 (three phases), and as a Basic pair."""
    plain = secret.encode()
    pair = base64.b64encode(f"{user}:{secret}".encode())
    phases = [base64.b64encode(b"x" * phase + plain)[4:-4] for phase in range(3)]
    return [plain, pair, *phases]


def manual(proxy: ForwardProxy | RawServer, user: str = "") -> Proxy:
    return Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}", user)


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """All texts that a test collects, and the log at its loudest, hold no secret at its end."""
    caplog.set_level(logging.DEBUG)
    texts: list[str] = []
    yield texts
    logged = [logging.Formatter().format(record) for record in caplog.get_records("call")]
    said = "\n".join([*texts, *logged]).encode()
    assert [form for secret in (KEY, PASSWORD) for form in forms(secret) if form in said] == []


def of(error: BaseException) -> str:
    return f"{error!r} {error} {getattr(error, 'detail', '')}"


@pytest.mark.parametrize("secure", [True, False])
async def test_bytes_behind_an_answer_are_never_read_as_the_next_one(
    believing: TransportConfig, localhost: ssl.SSLContext, secure: bool
) -> None:
    """Neither through a tunnel nor through a proxy that passes plain requests on."""
    first, then = (json_reply(200, STATUS.replace("READY", one)) for one in ("NEW", "UPLOADED"))
    context = localhost if secure else None
    with (
        RawServer([first * 2, then], ssl_context=context) as server,
        ForwardProxy({"seal.example": server.port}) as proxy,
    ):
        way = replace(believing, proxy=manual(proxy))
        address = "https://seal.example" if secure else "http://seal.example"
        async with talking(address, transport=way, plain_http=True) as client:
            shown = [(await client.batch_status("2123", Numbering.NEWER)).status.shown for _ in range(2)]
    assert shown == ["NEW", "UPLOADED"]
    assert [one.connection for one in server.requests] == [0, 1]


async def test_all_calls_go_through_a_proxy_that_sees_only_the_name(
    believing: TransportConfig, localhost: ssl.SSLContext, everything: list[str]
) -> None:
    scripts = [
        json_reply(201, CREATED), json_reply(202, UPLOADED), json_reply(202, ACCEPTED),
        json_reply(200, STATUS), reply(200, ZIP), json_reply(200, STATUS),
    ]  # fmt: skip
    got: list[bytes] = []
    with (
        RawServer(scripts, ssl_context=localhost) as server,
        ForwardProxy({"seal.example": server.port}, user="eva", password=PASSWORD) as proxy,
    ):
        way = replace(believing, proxy=manual(proxy, "eva"))
        async with talking("https://seal.example", SECRET, transport=way, proxy_password=PASSWORD) as client:
            batch_id = await client.create_batch(1)
            assert (await client.upload(batch_id, len(ZIP), [ZIP])).documented
            assert (await client.accept(batch_id, AcceptForm.PATH)).documented
            await client.batch_status(batch_id, Numbering.NEWER)
            await client.download(batch_id, got.append)
            await client.delete(batch_id)
    assert b"".join(got) == ZIP
    assert [(one.method, one.target) for one in proxy.asked] == [("CONNECT", "seal.example:443")] * 2
    assert {name for one in proxy.asked for name in one.headers} == {"host", "accept", "proxy-authorization"}
    assert [one for one in forms(KEY) if one in proxy.heard] == []
    assert b"CreateBatch" not in proxy.heard
    assert [request.header("API-KEY") for request in server.requests] == [KEY] * 6
    assert [request.header("Proxy-Authorization") for request in server.requests] == [None] * 6
    assert [request.connection for request in server.requests] == [0, 0, 1, 0, 0, 0]


async def test_plain_http_is_handed_to_the_proxy_with_the_whole_address() -> None:
    with (
        RawServer([json_reply(201, CREATED), json_reply(202, ACCEPTED)]) as server,
        ForwardProxy({"seal.example": server.port}, user="eva", password=PASSWORD) as proxy,
    ):
        async with talking(
            "http://seal.example:8080/seal",
            plain_http=True,
            transport=TransportConfig(proxy=manual(proxy, "eva")),
            proxy_password=PASSWORD,
        ) as client:
            await client.create_batch(1)
            await client.accept("2123", AcceptForm.QUERY)
    assert [(one.method, one.target) for one in proxy.asked] == [
        ("POST", "http://seal.example:8080/seal/api/CreateBatch/1"),
        ("POST", "http://seal.example:8080/seal/api/AcceptBatch?batchId=2123"),
    ]
    assert [one.target for one in server.requests] == [
        "/seal/api/CreateBatch/1",
        "/seal/api/AcceptBatch?batchId=2123",
    ]
    assert [one.header("host") for one in server.requests] == ["seal.example:8080"] * 2
    assert [
        one for request in server.requests for one in forms(PASSWORD) if one.decode() in str(request)
    ] == []


@every_call
async def test_407_before_a_tunnel_is_the_proxys_and_surely_sent_nothing(
    call: Callable[[SealClient], Awaitable[object]],
    believing: TransportConfig,
    localhost: ssl.SSLContext,
    everything: list[str],
) -> None:
    with (
        RawServer(ssl_context=localhost) as server,
        ForwardProxy(user="eva", password=marked("another")) as proxy,
    ):
        for user, words in (("", "wants a user name"), ("eva", "did not accept the user name")):
            way = replace(believing, proxy=manual(proxy, user))
            async with talking(server, SECRET, transport=way, proxy_password=PASSWORD) as client:
                with pytest.raises(ProxyRefused, match=words) as caught:
                    await call(client)
            everything.append(of(caught.value))
            assert caught.value.status == 407
            assert f"127.0.0.1:{proxy.port}" in str(caught.value)
            assert not isinstance(caught.value, SignInRefused)
            assert isinstance(caught.value, TlsProblem)  # so that no job repeats it
    assert server.connections == 0
    assert len(proxy.asked) == 2
    assert "proxy-authorization" not in proxy.asked[0].headers


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, "does not allow connections to “localhost” (403)"),
        (502, "could not reach “localhost” (502)"),
        (503, "could not reach “localhost” (503)"),
        (504, "could not reach “localhost” (504)"),
        (302, "would not connect to “localhost” (302)"),
        (400, "would not connect to “localhost” (400)"),
        (500, "would not connect to “localhost” (500)"),
    ],
)
async def test_a_refused_tunnel_is_not_reached_and_names_the_proxy(status: int, words: str) -> None:
    refusal = reply(status, b"<html>no</html>", headers={"Location": "http://127.0.0.1:9/"})
    with RawServer(otherwise=refusal) as proxy:
        async with talking(
            "https://localhost:9", SECRET, transport=TransportConfig(proxy=manual(proxy))
        ) as client:
            for call in CALLS.values():
                with pytest.raises(NotReached) as caught:
                    await call(client)
                assert type(caught.value) is NotReached
                assert words in str(caught.value)
                assert f"The proxy “127.0.0.1:{proxy.port}”" in str(caught.value)
                assert "Nothing was sent" in str(caught.value)
    assert {one.method for one in proxy.requests} == {"CONNECT"}


@pytest.mark.parametrize(
    "script",
    [
        Script(CUT, read=Read.NOTHING),
        Script(CUT),
        Script(RESET),
        Script(STALL),
        Script(STALL, read=Read.NOTHING),
        Script(b"HTTP/1.1 200 Connection est", CUT),
        Script(b"HTTP/1.1 200 Connection est", STALL),
        Script(Drip(b"HTTP/1.1 200 " + b"x" * 10_000)),
        Script(b"SSH-2.0-OpenSSH_9.2\r\n", CUT),
        Script(b"HTTP/1.1 200 OK\r\n\r\n", CUT),
        Script(b"HTTP/1.1 200 OK\r\n\r\n", RESET),
        Script(b"HTTP/1.1 200 OK\r\n\r\n", STALL),
        Script(b"HTTP/1.1 100 Continue\r\n\r\n" * 50, STALL),
    ],
    ids=[
        "closed at once", "closed", "reset", "silent", "silent from the start", "half an answer",
        "half an answer and silence", "dripping", "another protocol", "closed in the hand-shake",
        "reset in the hand-shake", "silent in the hand-shake", "never says so",
    ],
)  # fmt: skip
async def test_a_proxy_that_fails_at_connect_surely_has_sent_no_accept(script: Script) -> None:
    with RawServer(otherwise=script) as proxy:
        way = TransportConfig(proxy=manual(proxy))
        async with talking("https://localhost:9", SECRET, limits=HASTY, transport=way) as client:
            with pytest.raises(NotReached) as caught:
                await client.accept("2123", AcceptForm.PATH)
    assert not isinstance(caught.value, TlsProblem)
    assert "Nothing was sent" in str(caught.value)
    assert [one.header("API-KEY") for one in proxy.requests if one.method] in ([], [None])


async def test_a_web_page_in_place_of_a_tunnel_is_a_tls_problem(trusting: ssl.SSLContext) -> None:
    page = b"HTTP/1.1 200 OK\r\n\r\n"
    with RawServer(otherwise=Script(page, Drip(b"<html>sign in, please</html>", 0.0))) as proxy:
        async with talking(
            "https://localhost:9", SECRET, limits=HASTY, transport=TransportConfig(proxy=manual(proxy))
        ) as client:
            with pytest.raises(NotReached, match="Nothing was sent"):
                await client.accept("2123", AcceptForm.PATH)


async def test_no_proxy_at_its_address_is_told_with_its_name() -> None:
    with RawServer() as gone:
        pass
    async with talking("https://localhost:9", transport=TransportConfig(proxy=manual(gone))) as client:
        with pytest.raises(NotReached, match=f"The proxy “127.0.0.1:{gone.port}” could not be reached"):
            await client.create_batch(1)
    way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, "http://proxy.invalid:3128"))
    async with talking("https://localhost:9", transport=way) as client:
        with pytest.raises(NotReached, match=r"No proxy named “proxy\.invalid:3128” was found"):
            await client.create_batch(1)
    with full_backlog() as (host, port):
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://{host}:{port}"))
        async with talking("https://localhost:9", limits=HASTY, transport=way) as client:
            with pytest.raises(NotReached, match=f"The proxy “{host}:{port}” could not be reached"):
                await client.create_batch(1)


@pytest.mark.parametrize("stalled", ["at CONNECT", "in the hand-shake"])
async def test_a_call_cancelled_on_its_way_through_the_proxy_ends_at_once_with_nothing_sent(
    stalled: str,
) -> None:
    acts = (STALL,) if stalled == "at CONNECT" else (b"HTTP/1.1 200 OK\r\n\r\n", STALL)
    with RawServer(otherwise=Script(*acts)) as proxy:
        patient = TimeLimits(connect_s=60)
        async with talking(
            "https://localhost:9", limits=patient, transport=TransportConfig(proxy=manual(proxy))
        ) as client:
            task = asyncio.create_task(client.accept("2123", AcceptForm.PATH))
            await asyncio.to_thread(proxy.request_came.wait, 5)
            proxy.request_came.clear()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            other = asyncio.create_task(client.accept("2123", AcceptForm.PATH))
            await asyncio.to_thread(proxy.request_came.wait, 5)
            client.drop_connections()
            with pytest.raises(NotReached):
                await other
    assert {one.method for one in proxy.requests} == {"CONNECT"}


async def test_what_breaks_behind_the_tunnel_is_as_unclear_as_without_a_proxy(
    believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    with (
        RawServer(
            [Script(CUT), Script(b"HTTP/1.1 202 Acc", CUT), Script(STALL)], ssl_context=localhost
        ) as server,
        ForwardProxy() as proxy,
    ):
        way = replace(believing, proxy=manual(proxy))
        limits = replace(PATIENT, answer_s=0.5)
        async with talking(server, limits=limits, transport=way) as client:
            for _ in range(3):
                with pytest.raises(Unclear):
                    await client.accept("2123", AcceptForm.PATH)
    assert len(proxy.asked) == 3


async def test_the_servers_certificate_is_checked_through_the_proxy_and_costs_no_slot(
    authority: trustme.CA, believing: TransportConfig
) -> None:
    """More refusals than the pool has connections: httpcore 1.0.9 would have none left."""
    stranger = serving(authority.issue_cert("another.example"))
    with RawServer(ssl_context=stranger) as server, ForwardProxy() as proxy:
        way = replace(believing, proxy=manual(proxy))
        async with talking(server, SECRET, limits=replace(PATIENT, pool_s=0.2), transport=way) as client:
            for _ in range(70):
                with pytest.raises(TlsProblem, match="belongs to another name"):
                    await client.create_batch(1)
    assert server.requests == []
    assert [one for one in forms(KEY) if one in proxy.heard] == []


async def test_an_expected_answer_of_the_server_is_never_the_proxys(
    believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    """And the other way round: 407 over plain http comes from the proxy, whoever says so."""
    with RawServer([reply(401)], ssl_context=localhost) as server, ForwardProxy() as proxy:
        async with talking(server, SECRET, transport=replace(believing, proxy=manual(proxy))) as client:
            with pytest.raises(SignInRefused):
                await client.create_batch(1)
    with ForwardProxy(user="eva", password=marked("x")) as proxy:
        async with talking("http://127.0.0.1:9", transport=TransportConfig(proxy=manual(proxy))) as client:
            with pytest.raises(ServerProblem, match="A proxy on the way wants a user name") as caught:
                await client.create_batch(1)
    assert caught.value.status == 407
    assert not isinstance(caught.value, SignInRefused)


@asynccontextmanager
async def by_environment(
    address: str, believing: TransportConfig, limits: TimeLimits = PATIENT
) -> AsyncIterator[SealClient]:
    async with talking(
        address, SECRET, limits=limits, transport=replace(believing, proxy=Proxy()), plain_http=True
    ) as client:
        yield client


ByEnvironment = Callable[..., AbstractAsyncContextManager[SealClient]]


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
async def test_the_environments_proxy_is_used_with_its_password_which_appears_nowhere(
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    believing: TransportConfig,
    localhost: ssl.SSLContext,
    everything: list[str],
) -> None:
    coded = quote(PASSWORD, safe="")
    with (
        RawServer([json_reply(201, CREATED)], ssl_context=localhost) as server,
        ForwardProxy({"seal.example": server.port}, user="eva", password=PASSWORD) as proxy,
    ):
        monkeypatch.setenv(name, f"http://eva:{coded}@127.0.0.1:{proxy.port}")
        async with by_environment("https://seal.example", believing) as client:
            await client.create_batch(1)
            monkeypatch.setenv(name, f"http://eva:{coded}x@127.0.0.1:{proxy.port}")
            with pytest.raises(ProxyRefused) as caught:
                await client.accept("2123", AcceptForm.PATH)
            everything.append(of(caught.value))
    assert [one.method for one in proxy.asked] == ["CONNECT", "CONNECT"]
    assert len(server.requests) == 1


async def test_a_proxys_error_that_echoes_the_password_is_redacted(
    monkeypatch: pytest.MonkeyPatch, believing: TransportConfig, everything: list[str]
) -> None:
    echo = base64.b64encode(f"eva:{PASSWORD}".encode()).decode()
    with RawServer(otherwise=f"HTTP/1.1 502 {echo}\r\nContent-Length: 0\r\n\r\n".encode()) as proxy:
        monkeypatch.setenv("https_proxy", f"http://eva:{quote(PASSWORD, safe='')}@127.0.0.1:{proxy.port}")
        async with by_environment("https://seal.example", believing) as client:
            with pytest.raises(NotReached) as caught:
                await client.create_batch(1)
    assert "•••" in caught.value.detail
    everything.append(of(caught.value))


@pytest.mark.parametrize(
    "exceptions", ["seal.example", ".example", "example", "other,seal.example:4711", "*"]
)
async def test_no_proxy_goes_straight(
    exceptions: str, monkeypatch: pytest.MonkeyPatch, believing: TransportConfig
) -> None:
    """The name is not found here: that is how we know that the proxy was not asked."""
    with ForwardProxy() as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", exceptions)
        async with by_environment("https://seal.example:4711", believing) as client:
            with pytest.raises(NotReached, match=r"seal\.example"):
                await client.create_batch(1)
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("host", "exceptions", "asked"),
    [
        ("192.0.2.7", "192.0.2.0/24", False),
        ("192.0.2.7", "10.0.0.0/8, 192.0.2.7", False),
        ("192.0.2.7", "10.0.0.0/8", True),
        ("[2001:db8::7]", "2001:db8::/32", False),
        ("seal.example", "192.0.2.0/24", True),
        ("seal.example", "notseal.example,eal.example", True),
    ],
)
async def test_no_proxy_may_name_networks(
    host: str, exceptions: str, asked: bool, monkeypatch: pytest.MonkeyPatch, believing: TransportConfig
) -> None:
    with ForwardProxy() as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", exceptions)
        async with by_environment(f"https://{host}:4711", believing, HASTY) as client:
            with pytest.raises(NotReached):
                await client.create_batch(1)
    assert [one.target for one in proxy.asked] == ([f"{host}:4711"] if asked else [])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_this_machine_is_never_reached_through_the_systems_proxy(
    host: str, monkeypatch: pytest.MonkeyPatch, believing: TransportConfig
) -> None:
    with RawServer([json_reply(201, CREATED)]) as server, ForwardProxy() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        async with by_environment(f"http://{host}:{server.port}", believing) as client:
            await client.create_batch(1)
    assert proxy.asked == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("kind", [ProxyKind.NONE, ProxyKind.MANUAL])
async def test_a_connections_own_setting_leaves_the_environment_aside(
    kind: ProxyKind, monkeypatch: pytest.MonkeyPatch, believing: TransportConfig
) -> None:
    with ForwardProxy() as ours, ForwardProxy() as theirs:
        monkeypatch.setenv("https_proxy", theirs.url)
        proxy = Proxy(kind, ours.url if kind is ProxyKind.MANUAL else "")
        async with talking("https://nowhere.invalid", transport=replace(believing, proxy=proxy)) as client:
            with pytest.raises(NotReached):
                await client.create_batch(1)
    assert theirs.asked == []
    assert len(ours.asked) == (1 if kind is ProxyKind.MANUAL else 0)


@pytest.mark.parametrize(
    "address",
    [f"socks5://eva:{MARK}@127.0.0.1:9", f"https://eva:{MARK}@127.0.0.1:9", f"http://eva:{MARK}@h:x"],
)
async def test_a_system_proxy_of_another_kind_is_never_passed_by(
    address: str, monkeypatch: pytest.MonkeyPatch, believing: TransportConfig
) -> None:
    monkeypatch.setenv("https_proxy", address)
    async with by_environment("https://seal.example", believing) as client:
        with pytest.raises(InputProblem, match="that this computer's settings name") as caught:
            await client.create_batch(1)
    assert "canary" not in of(caught.value)


async def test_a_changed_proxy_of_the_system_is_used_from_the_next_call_on(
    monkeypatch: pytest.MonkeyPatch, believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    with (
        RawServer(otherwise=json_reply(200, STATUS), ssl_context=localhost) as server,
        ForwardProxy({"seal.example": server.port}) as first,
        ForwardProxy({"seal.example": server.port}) as second,
    ):
        async with by_environment("https://seal.example", believing) as client:
            for proxy in (first, first, second, first):
                monkeypatch.setenv("https_proxy", proxy.url)
                await client.batch_status("2123", Numbering.NEWER)
    assert (len(first.asked), len(second.asked)) == (2, 1)


@pytest.mark.parametrize(
    "proxy", [Proxy(ProxyKind.MANUAL, ""), Proxy(ProxyKind.MANUAL, "http://a:1", "e:va")]
)
def test_a_proxy_that_cannot_be_used_is_told_before_anything_happens(proxy: Proxy, tmp_path: Path) -> None:
    from signdesk.domain.servers import Server

    with pytest.raises(InputProblem):
        SealClient(Server("https://seal.example"), SECRET, Access(TransportConfig(proxy=proxy)))
