"""The connection doctor: every step broken once, on loopback, with the words for the person and for IT."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from signdesk.domain.connections import Access, Proxy, ProxyKind, TransportConfig
from signdesk.domain.messages import Message
from signdesk.domain.servers import Credentials, Server
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, Verdict, report
from signdesk.seal_api.doctor.run import run_doctor
from tests.seal_api.talking import CREATED, PATIENT, STATUS, full_backlog, serving
from tests.support.canary import KEY, MARK, PASSWORD, PROXY_PASSWORD
from tests.support.forward_proxy import ForwardProxy
from tests.support.raw_server import CUT, STALL, RawServer, Read, Script, json_reply, reply

DIRECT = TransportConfig(proxy=Proxy(ProxyKind.NONE))
SIGN_IN = Credentials(api_key=KEY)
NOW = datetime.now(UTC)
DAY = timedelta(days=1)
HASTY = TimeLimits(connect_s=0.3, pool_s=0.3, idle_s=0.3, answer_s=0.3, grace_s=0.05)
ALIVE = json_reply(404, "")
HTML = {"Content-Type": "text/html; charset=utf-8"}
OK, WARNING, FAILED, SKIPPED = Verdict.OK, Verdict.WARNING, Verdict.FAILED, Verdict.SKIPPED


async def findings(
    address: str,
    credentials: Credentials = SIGN_IN,
    transport: TransportConfig = DIRECT,
    *,
    proxy_password: str = "",
    plain_http: bool = False,
    **more: Any,
) -> list[Finding]:
    server = Server(address, sign_in=credentials.kind)
    access = Access(transport, "", proxy_password, plain_http)
    more = {"limits": PATIENT, **more}
    async with aclosing(run_doctor(server, credentials, access, **more)) as examination:
        found = [one async for one in examination]
    assert [one.step for one in found] == list(Stage)
    assert "canary" not in report(found) + repr(found)
    told = [text for one in found for text in (one.sentence, one.what_it_means, one.tell_it)]
    assert [text for text in told if text and not isinstance(text, Message)] == []
    return found


def broken(found: Sequence[Finding], stage: Stage) -> Finding:
    """The finding of the only stage that failed; the later ones were left out; its words are whole."""
    assert [one.step for one in found if one.verdict is FAILED] == [stage]
    at = list(Stage).index(stage)
    assert {one.verdict for one in found[at + 1 :]} <= {SKIPPED}
    assert all("earlier step failed" in one.sentence for one in found[at + 1 :])
    one = found[at]
    assert one.sentence
    assert one.what_it_means
    assert one.tell_it
    return one


def verdicts(found: Sequence[Finding]) -> list[Verdict]:
    return [one.verdict for one in found]


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def test_a_good_way_with_a_process_leaves_nothing_on_the_server(
    believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    answers = [
        json_reply(404, '{"title": "no such batch"}'),
        json_reply(201, CREATED),
        json_reply(200, STATUS),
    ]
    with RawServer(answers, ssl_context=localhost) as server:
        found = await findings(server.url, transport=believing, process_id=7, may_create=True)
    assert verdicts(found) == [OK, OK, SKIPPED, OK, OK, OK, OK, OK]
    assert [(one.method, one.target) for one in server.requests] == [
        ("GET", "/api/BatchStatus/0"),
        ("POST", "/api/CreateBatch/7"),
        ("DELETE", "/api/BatchDeleteCache/2123"),
    ]
    assert "number 2123) was made for this test and removed again" in found[-1].sentence
    assert "trustme" in found[4].sentence
    assert "localhost" in found[4].detail


@pytest.mark.parametrize("asked", [{}, {"process_id": 7}, {"may_create": True}])
async def test_nothing_is_made_unless_that_is_allowed(asked: dict[str, Any]) -> None:
    with RawServer([ALIVE]) as server:
        found = await findings(server.url, **asked)
    assert verdicts(found) == [OK, OK, SKIPPED, OK, SKIPPED, OK, OK, SKIPPED]
    assert [one.target for one in server.requests] == ["/api/BatchStatus/0"]


async def test_through_a_proxy_each_part_is_told(
    believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    with (
        RawServer([ALIVE], ssl_context=localhost) as server,
        ForwardProxy({"seal.example": server.port}, user="eva", password=PROXY_PASSWORD) as proxy,
    ):
        way = replace(believing, proxy=Proxy(ProxyKind.MANUAL, proxy.url, "eva"))
        found = await findings("https://seal.example", transport=way, proxy_password=PROXY_PASSWORD)
    assert verdicts(found) == [OK, OK, OK, OK, OK, OK, OK, SKIPPED]
    assert "The proxy itself looks up “seal.example”" in found[1].sentence
    assert f"seal.example:443 can be reached through the proxy “127.0.0.1:{proxy.port}”" in found[3].sentence
    assert {one.method for one in proxy.asked} == {"CONNECT"}


async def test_plain_http_through_a_proxy_warns_and_leaves_the_connection_to_it() -> None:
    with RawServer([ALIVE]) as server, ForwardProxy({"seal.example": server.port}) as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, proxy.url))
        found = await findings("http://seal.example", transport=way, plain_http=True)
    assert verdicts(found) == [WARNING, OK, OK, SKIPPED, SKIPPED, OK, OK, SKIPPED]
    assert "read" in found[0].what_it_means


# --- address, name


@pytest.mark.parametrize(
    ("address", "credentials", "words"),
    [
        ("http://seal.example", SIGN_IN, "plain http"),
        ("https://169.254.169.254", SIGN_IN, "link-local"),
        ("https://eva:canary7f3a9b2e@seal.example", SIGN_IN, "user name or password"),
        ("https://seal.example", Credentials(api_key=f"{MARK}\n"), "cannot be sent"),
    ],
)
async def test_an_address_or_secret_that_cannot_be_used(
    address: str, credentials: Credentials, words: str
) -> None:
    assert words in broken(await findings(address, credentials), Stage.ADDRESS).sentence


async def test_an_unknown_name() -> None:
    found = broken(await findings("https://nowhere.invalid"), Stage.NAME)
    assert "No server named “nowhere.invalid” was found" in found.sentence
    assert "VPN" in found.what_it_means
    assert "nowhere.invalid" in found.tell_it
    assert "DNS" in found.tell_it


async def test_an_unknown_name_of_the_proxy() -> None:
    way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, "http://proxy.invalid:3128"))
    found = broken(await findings("https://seal.example", transport=way), Stage.NAME)
    assert "No proxy named “proxy.invalid:3128”" in found.sentence
    assert "the proxy’s address" in found.what_it_means


# --- proxy


async def test_a_system_proxy_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", f"socks5://eva:{MARK}@proxy.example:1080")
    found = await findings("https://seal.example", transport=TransportConfig())
    assert found[1].verdict is SKIPPED
    assert "socks5" in broken(found, Stage.PROXY).sentence


async def test_no_proxy_at_its_address() -> None:
    with RawServer() as gone:
        pass
    way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{gone.port}"))
    found = broken(await findings("https://seal.example", transport=way), Stage.PROXY)
    assert f"The proxy “127.0.0.1:{gone.port}” could not be reached" in found.sentence
    assert "refused" in found.tell_it


@pytest.mark.parametrize(
    "script", [Script(CUT), Script(STALL), Script(b"SSH-2.0-x\r\n", CUT)], ids=["cut", "stall", "other"]
)
async def test_what_answers_is_no_proxy(script: Script) -> None:
    with RawServer(otherwise=script) as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}"))
        found = broken(await findings("https://seal.example", transport=way, limits=HASTY), Stage.PROXY)
    assert "does not answer CONNECT properly" in found.tell_it


@pytest.mark.parametrize(
    ("user", "offers", "words", "means"),
    [
        ("", "Basic realm=x", "wants a user name", "who you are"),
        ("eva", "Negotiate, Basic realm=x", "did not accept the user name", "who you are"),
        ("eva", "Negotiate, NTLM", "did not accept", "other kinds of sign-in only"),
        ("", "", "wants a user name", "who you are"),
    ],
)
async def test_407_is_the_proxys(user: str, offers: str, words: str, means: str) -> None:
    with RawServer(otherwise=reply(407, headers={"Proxy-Authenticate": offers} if offers else {})) as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}", user))
        secret = PROXY_PASSWORD
        found = broken(
            await findings("https://seal.example", transport=way, proxy_password=secret), Stage.PROXY
        )
    assert words in found.sentence
    assert means in found.what_it_means
    assert len(proxy.requests) == 1  # a wrong password is not tried twice


@pytest.mark.parametrize(
    ("status", "words", "means"),
    [
        (403, "does not allow connections to “seal.example” (403)", "rules"),
        (502, "could not reach “seal.example” (502)", "cannot reach the server"),
        (504, "could not reach “seal.example” (504)", "cannot reach the server"),
        (302, "would not connect to “seal.example” (302)", "browser"),
    ],
)
async def test_the_proxy_lets_nothing_through(status: int, words: str, means: str) -> None:
    with RawServer(otherwise=reply(status, b"<html>", headers=HTML)) as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}"))
        found = broken(await findings("https://seal.example", transport=way), Stage.CONNECTION)
    assert words in found.sentence
    assert means in found.what_it_means
    assert "seal.example:443" in found.tell_it


async def test_a_name_that_is_none_behind_a_proxy() -> None:
    with RawServer() as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, f"http://127.0.0.1:{proxy.port}"))
        broken(await findings(f"https://ü{'a' * 70}.example", transport=way), Stage.PROXY)
    assert proxy.requests == []


# --- connection


async def test_nothing_at_that_port() -> None:
    with RawServer() as gone:
        pass
    found = broken(await findings(f"https://localhost:{gone.port}"), Stage.CONNECTION)
    assert f"no program answers at port {gone.port}" in found.what_it_means
    assert f"at port {gone.port}" in found.sentence
    assert found.remedy is Remedy.AGAIN
    assert f"localhost:{gone.port} is refused" in found.tell_it


async def test_nobody_answers() -> None:
    with full_backlog() as (host, port):
        found = broken(await findings(f"http://{host}:{port}", limits=HASTY), Stage.CONNECTION)
    assert "firewall" in found.what_it_means


# --- encryption


@pytest.mark.parametrize(
    ("names", "dates", "words", "means"),
    [
        (["localhost"], (NOW - 9 * DAY, NOW - DAY), "has expired", f"ended on {NOW - DAY:%Y-%m-%d}"),
        (["localhost"], (NOW + DAY, NOW + 9 * DAY), "not valid yet", f"only from {NOW + DAY:%Y-%m-%d}"),
        (["a.example", "b.example"], None, "another name", "is for a.example, b.example"),
    ],
)
async def test_a_certificate_that_is_not_believed_is_described(
    names: list[str],
    dates: tuple[datetime, datetime] | None,
    words: str,
    means: str,
    authority: trustme.CA,
    believing: TransportConfig,
) -> None:
    since, until = dates or (None, None)
    certificate = authority.issue_cert(*names, not_before=since, not_after=until)
    with RawServer(ssl_context=serving(certificate)) as server:
        found = broken(await findings(server.url, transport=believing), Stage.ENCRYPTION)
    assert words in found.sentence
    assert means in found.what_it_means
    assert "Testing CA" in found.detail
    assert server.requests == []


@pytest.mark.parametrize("through_proxy", [False, True])
async def test_an_unknown_issuer_is_named(through_proxy: bool, localhost: ssl.SSLContext) -> None:
    with RawServer(ssl_context=localhost) as server, ForwardProxy() as proxy:
        way = TransportConfig(proxy=Proxy(ProxyKind.MANUAL, proxy.url)) if through_proxy else DIRECT
        found = broken(await findings(server.url, transport=way), Stage.ENCRYPTION)
    assert "Testing CA" in found.what_it_means
    assert "PEM" in found.tell_it
    assert "valid from" in found.detail
    assert server.requests == []


async def test_a_certificate_that_ends_soon_is_a_warning(
    authority: trustme.CA, believing: TransportConfig
) -> None:
    soon = authority.issue_cert("localhost", not_before=NOW - DAY, not_after=NOW + 3 * DAY)
    with RawServer([ALIVE], ssl_context=serving(soon)) as server:
        found = await findings(server.url, transport=believing)
    assert verdicts(found) == [OK, OK, SKIPPED, OK, WARNING, OK, OK, SKIPPED]
    assert f"{NOW + 3 * DAY:%Y-%m-%d}" in found[4].tell_it


@pytest.mark.parametrize(
    ("script", "means"),
    [
        (Script(b"HTTP/1.1 400 Bad Request\r\n\r\n", STALL, read=Read.START), "does not speak the language"),
        (Script(CUT, read=Read.START), "was cut or fell silent"),
        (Script(STALL, read=Read.NOTHING), "was cut or fell silent"),
    ],
)
async def test_no_hand_shake(script: Script, means: str) -> None:
    with RawServer(otherwise=script) as server:
        found = await findings(f"https://localhost:{server.port}", limits=HASTY)
    assert means in broken(found, Stage.ENCRYPTION).what_it_means


async def test_a_missing_file_is_told_before_the_hand_shake(
    localhost: ssl.SSLContext, tmp_path: Path
) -> None:
    with RawServer(ssl_context=localhost) as server:
        way = replace(DIRECT, ca_file=tmp_path / "gone.pem")
        found = broken(await findings(server.url, transport=way), Stage.ENCRYPTION)
    assert str(tmp_path / "gone.pem") in found.sentence
    assert server.requests == []


@pytest.mark.parametrize(
    ("newest", "stage"),
    [(ssl.TLSVersion.TLSv1_2, Stage.ENCRYPTION), (ssl.TLSVersion.TLSv1_3, Stage.ANSWER)],
)
async def test_a_client_certificate_is_wanted(
    newest: ssl.TLSVersion,
    stage: Stage,
    authority: trustme.CA,
    believing: TransportConfig,
    localhost: ssl.SSLContext,
) -> None:
    """TLS 1.3 tells it only after the hand-shake."""
    localhost.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(localhost)
    localhost.maximum_version = newest
    with RawServer(ssl_context=localhost) as server:
        found = broken(await findings(server.url, transport=believing), stage)
    assert "client certificate" in found.what_it_means
    assert "client certificate" in found.tell_it


# --- sign-in


@pytest.mark.parametrize(
    "answer",
    [
        json_reply(200, STATUS),
        json_reply(404, ""),
        json_reply(400, '{"title": "bad id"}'),
        json_reply(500, '{"message": "oops"}'),
        reply(405),
    ],
)
async def test_an_answer_of_a_sealing_server_does_not_refuse_the_sign_in(answer: bytes) -> None:
    with RawServer([answer]) as server:
        found = await findings(server.url)
    assert [one.verdict for one in found[5:7]] == [OK, OK]
    assert "answers with this sign-in" in found[6].sentence
    assert server.requests[0].header("API-KEY") == KEY


@pytest.mark.parametrize(
    "answer", [reply(401), reply(403), reply(401, b"<html>IIS: access denied</html>", headers=HTML)]
)
async def test_a_refused_sign_in(answer: bytes) -> None:
    with RawServer([answer]) as server:
        found = broken(await findings(server.url), Stage.SIGN_IN)
    assert "did not accept the sign-in (40" in found.sentence
    assert found.remedy is Remedy.SIGN_IN
    assert ("filter of the network" in found.what_it_means) == (b"<html>" in answer)


@pytest.mark.parametrize(
    ("answer", "remedy", "words"),
    [
        (reply(403, b"<html>blocked</html>", headers=HTML), Remedy.OTHERS, "web page that forbids"),
        (reply(407), Remedy.SETTINGS, "A proxy on the way"),
        (reply(302, headers={"Location": "/login"}), Remedy.ADDRESS, "points to another address"),
        (reply(502, b"<html>bad gateway</html>", headers=HTML), Remedy.AGAIN, "is not ready (502)"),
        (reply(503), Remedy.AGAIN, "is not ready (503)"),
        (
            reply(200, b"<html>Welcome to the hotel</html>", headers=HTML),
            Remedy.ADDRESS,
            "answered with a web page (200)",
        ),
        (
            reply(200, b"\xef\xbb\xbf \r\n<!DOCTYPE HTML><p>"),
            Remedy.ADDRESS,
            "answered with a web page (200)",
        ),
    ],
)
async def test_what_no_sealing_server_answers_is_not_said_of_the_sign_in(
    answer: bytes, remedy: Remedy, words: str
) -> None:
    with RawServer([answer]) as server:
        found = broken(await findings(server.url), Stage.ANSWER)
    assert words in found.sentence
    assert found.remedy is remedy


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (reply(404, b"<html>nginx</html>", headers=HTML), "answered with a web page (404)"),
        (reply(500, b"<html>IIS</html>", headers=HTML), "answered with a web page (500)"),
        (reply(429), "too busy"),
        (reply(501), "not as a sealing server does"),
        (reply(204), "not as a sealing server does"),
        (reply(200, b"hello"), "not as a sealing server does"),
        (reply(200, b"x", headers={"Content-Encoding": "gzip"}), "not as a sealing server does"),
    ],
)
async def test_a_doubtful_answer_leaves_the_sign_in_open(answer: bytes, words: str) -> None:
    with RawServer([answer]) as server:
        found = await findings(server.url)
    assert [one.verdict for one in found[5:7]] == [WARNING, SKIPPED]
    assert words in found[5].sentence
    assert "says nothing about the sign-in" in found[6].sentence


async def test_a_sign_in_that_was_not_entered_is_asked_for() -> None:
    with RawServer([reply(401), ALIVE]) as server:
        assert (
            "none has been entered"
            in broken(await findings(server.url, Credentials()), Stage.SIGN_IN).sentence
        )
        assert "answers without a sign-in" in (await findings(server.url, Credentials()))[6].sentence


@pytest.mark.parametrize(
    "script", [Script(CUT), Script(STALL), Script(b"HTTP/1.1 20", CUT)], ids=["cut", "stall", "half"]
)
async def test_a_server_that_does_not_answer(script: Script) -> None:
    with RawServer(otherwise=script) as server:
        found = broken(await findings(server.url, limits=HASTY), Stage.ANSWER)
    assert "/api/BatchStatus/0" in found.tell_it


async def test_an_echoed_secret_is_hidden() -> None:
    password = PASSWORD
    pair = base64.b64encode(f"eva:{password}".encode()).decode()
    with RawServer([json_reply(403, f'{{"message": "{pair} {password} is wrong\\u202e"}}')]) as server:
        found = broken(await findings(server.url, Credentials(user="eva", password=password)), Stage.SIGN_IN)
    assert "••• ••• is wrong" in found.detail
    assert pair not in report([found])
    assert "\u202e" not in report([found])


async def test_a_secret_in_a_sentence_is_hidden() -> None:
    host = f"{MARK}.invalid"
    found = broken(await findings(f"https://{host}:1", Credentials(api_key=host)), Stage.NAME)
    assert found.sentence.startswith("No server named “•••” was found.")
    assert MARK not in report([found])


# --- process


@pytest.mark.parametrize(
    ("answers", "verdict", "words", "asked"),
    [
        ([reply(400)], FAILED, "process is not valid on this server", 2),
        ([reply(401)], FAILED, "did not accept the sign-in", 2),
        ([Script(CUT)], FAILED, "did not say whether it made the empty batch", 2),
        ([json_reply(201, "{}")], FAILED, "without saying its number", 2),
        ([json_reply(201, CREATED), reply(404)], OK, "removed again", 3),
        ([json_reply(201, CREATED), reply(500)], WARNING, "(number 2123) was made", 3),
        ([json_reply(201, CREATED), Script(CUT)], WARNING, "could not be removed", 3),
        ([json_reply(201, CREATED), Script(STALL)], WARNING, "could not be removed", 3),
    ],
)
async def test_the_process(answers: list[bytes | Script], verdict: Verdict, words: str, asked: int) -> None:
    with RawServer([ALIVE, *answers]) as server:
        limits = replace(PATIENT, answer_s=0.5)
        found = await findings(server.url, process_id=7, may_create=True, limits=limits)
    assert found[7].verdict is verdict
    assert words in found[7].sentence
    assert len(server.requests) == asked
    if verdict is WARNING:
        assert "2123" in found[7].tell_it


async def test_after_a_refused_sign_in_nothing_is_made() -> None:
    with RawServer([reply(401)]) as server:
        broken(await findings(server.url, process_id=7, may_create=True), Stage.SIGN_IN)
    assert len(server.requests) == 1


# --- time and cancelling


@pytest.mark.parametrize(
    ("address", "script", "stage"),
    [
        ("https://localhost:{}", Script(STALL, read=Read.NOTHING), Stage.ENCRYPTION),
        ("http://localhost:{}", Script(STALL), Stage.ANSWER),
    ],
)
async def test_the_whole_is_bounded_however_patient_each_step_is(
    address: str, script: Script, stage: Stage
) -> None:
    patient = TimeLimits(connect_s=600, pool_s=600, idle_s=600, answer_s=600)
    with RawServer(otherwise=script) as server:
        found = await findings(address.format(server.port), limits=patient, total_s=4.3)
    assert "more than 4.3 seconds" in broken(found, stage).sentence


@pytest.mark.parametrize(
    ("address", "script"),
    [("https://localhost:{}", Script(STALL, read=Read.NOTHING)), ("http://localhost:{}", Script(STALL))],
    ids=["hand-shake", "answer"],
)
async def test_it_can_be_cancelled_and_closes_what_it_opened(address: str, script: Script) -> None:
    async def look(server: RawServer, seen: asyncio.Event) -> None:
        place = Server(address.format(server.port))
        async with aclosing(run_doctor(place, Credentials(), Access(DIRECT))) as examination:
            async for finding in examination:
                if finding.step is Stage.CONNECTION:
                    seen.set()

    with RawServer(otherwise=script) as server:
        seen = asyncio.Event()
        task = asyncio.create_task(look(server, seen))
        await seen.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(server.hung_up.wait, 5)


async def test_leaving_the_loop_early_closes_the_connection() -> None:
    with RawServer(otherwise=Script(STALL, read=Read.NOTHING)) as server:
        async with aclosing(run_doctor(Server(server.url), Credentials(), Access(DIRECT))) as examination:
            async for finding in examination:
                if finding.step is Stage.CONNECTION:
                    break
        assert await asyncio.to_thread(server.hung_up.wait, 5)


def test_the_report_is_plain_text_with_all_that_was_found() -> None:
    one = Finding(Stage.NAME, FAILED, "No server.", "A slip.", "DNS is dead.", "gaierror")
    two = Finding(Stage.PROXY, SKIPPED, "Not tested.")
    assert report([one, two]) == (
        "[FAILED] name: No server.\n"
        "    What it means: A slip.\n"
        "    Tell IT: DNS is dead.\n"
        "    Detail: gaierror\n"
        "[SKIPPED] proxy: Not tested.\n"
    )
