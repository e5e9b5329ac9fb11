"""Answers that are cut, unframed, encoded, redirecting, early or enormous; and connections that break."""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import Iterator

import pytest

from signdesk.domain.errors import (
    BadAnswer,
    DiskFull,
    InputProblem,
    NotReached,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    SourceChanged,
    Unclear,
)
from signdesk.domain.servers import AcceptForm, Credentials, Numbering
from signdesk.seal_api.api_request import LONGEST_ANSWER_BYTES
from signdesk.seal_api.calls import TimeLimits
from tests.seal_api.talking import CREATED, STATUS, UPLOADED, ZIP, full_backlog, talking
from tests.support.canary import KEY
from tests.support.raw_server import AWAIT, CUT, RESET, RawServer, Read, Script, json_reply, reply

HTML = b"<!doctype html><html><title>Guest network</title></html>"


async def fetched(server: RawServer) -> bytes:
    pieces: list[bytes] = []
    async with talking(server) as client:
        await client.download("2123", pieces.append)
    return b"".join(pieces)


@pytest.mark.parametrize("framing", ["length", "chunked"])
@pytest.mark.parametrize("kind", ["application/zip", "text/html", ""])
async def test_a_whole_result_arrives_under_any_content_type(framing: str, kind: str) -> None:
    """Row 3: a wrong content type is tolerated; what counts is the content."""
    with RawServer([reply(200, ZIP, framing=framing, headers={"Content-Type": kind})]) as server:
        assert await fetched(server) == ZIP


async def test_http_1_0_with_a_length_is_fine() -> None:
    with RawServer([Script(reply(200, ZIP, version="1.0"), CUT)]) as server:
        assert await fetched(server) == ZIP


async def test_the_total_is_unknown_under_chunked_framing() -> None:
    told: list[tuple[int, int | None]] = []
    with RawServer([reply(200, ZIP, framing="chunked")]) as server:
        async with talking(server) as client:
            await client.download("2123", bytes, lambda got, total: told.append((got, total)))
    assert told[-1] == (len(ZIP), None)


@pytest.mark.parametrize(
    "script",
    [
        Script(reply(200, ZIP)[:-1], CUT),
        Script(reply(200, ZIP)[:500], CUT),
        Script(reply(200, ZIP)[:500], RESET),
        Script(reply(200, ZIP, framing="chunked")[:-5], CUT),
        Script(reply(200, ZIP, framing="chunked")[:-4], RESET),
        Script(reply(200, ZIP, framing="none"), CUT),
        Script(reply(200, ZIP[:500], framing="none"), CUT),
        Script(reply(200, ZIP, framing="none", version="1.0"), CUT),
        Script(reply(200, ZIP[:900], framing="none", headers={"Connection": "close"}), CUT),
        Script(reply(200, gzip.compress(ZIP), headers={"Content-Encoding": "gzip"})),
        Script(reply(200, gzip.compress(ZIP)[:-30], headers={"Content-Encoding": "gzip"})),
        Script(reply(200, ZIP, headers={"Content-Encoding": "br"})),
        Script(reply(200, HTML, headers={"Content-Type": "text/html"})),
        Script(reply(200, b'{"status": "READY"}')),
        Script(reply(200, b"")),
        Script(reply(200, b"P")),
        Script(reply(204)),
        Script(reply(206, ZIP)),
        Script(reply(200, ZIP, framing="chunked").replace(b"\r\nPK", b"\r\nPKx", 1)),
    ],
    ids=[
        "one byte short", "cut", "reset", "chunked cut", "chunked reset", "unframed", "unframed cut",
        "1.0 unframed", "close cut", "gzip", "gzip cut", "br", "html", "json", "empty", "one byte", "204",
        "206", "broken chunk",
    ],
)  # fmt: skip
async def test_a_download_that_is_not_a_whole_zip_is_a_bad_answer(script: Script) -> None:
    """Fault matrix, column download: truncated (any framing, gzip), HTML, 204 = fetch again."""
    with RawServer([script]) as server, pytest.raises(BadAnswer) as caught:
        await fetched(server)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("ending", [CUT, RESET])
async def test_a_break_before_the_head_of_a_download_is_unclear(ending: object) -> None:
    """Fault matrix: reset before the body = repeat."""
    script = Script(ending)  # type: ignore[arg-type]
    with RawServer([script]) as server, pytest.raises(Unclear):
        await fetched(server)


async def test_nothing_is_written_of_a_page_that_came_instead_of_a_result() -> None:
    pieces: list[bytes] = []
    with RawServer([reply(200, HTML)]) as server:
        async with talking(server) as client:
            with pytest.raises(BadAnswer) as caught:
                await client.download("2123", pieces.append)
    assert pieces == []
    assert "Guest network" in caught.value.detail


async def test_a_zip_whose_start_comes_byte_by_byte_arrives_whole() -> None:
    body = reply(200, ZIP, framing="none", headers={"Transfer-Encoding": "chunked"})[: -len(ZIP)]
    chunks = b"1\r\nP\r\n1\r\nK\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(ZIP) - 2, ZIP[2:])
    with RawServer([body + chunks]) as server:
        assert await fetched(server) == ZIP


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (SignInRefused, reply(401)),
        (ServerFailed, reply(500, HTML)),
        (ServerFailed, reply(502, HTML, framing="none")),
        (ServerFailed, reply(500, gzip.compress(HTML), headers={"Content-Encoding": "gzip"})),
    ],
)
async def test_a_refused_download_is_told_by_its_status_whatever_the_body(
    error: type[ServerProblem], answer: bytes
) -> None:
    with RawServer([Script(answer, CUT)]) as server, pytest.raises(error):
        await fetched(server)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (reply(200, HTML, headers={"Content-Type": "text/html"}), BadAnswer),
        (reply(204), BadAnswer),
        (reply(200, b'{"id": 21'), BadAnswer),
        (Script(reply(200, CREATED.encode(), framing="none"), CUT), BadAnswer),
        (reply(200, gzip.compress(CREATED.encode()), headers={"Content-Encoding": "gzip"}), BadAnswer),
        (Script(reply(200, CREATED.encode())[:-4], CUT), Unclear),
        (Script(reply(200, CREATED.encode(), framing="chunked")[:-4], CUT), Unclear),
        (Script(b"HTTP/1.1 201 Cre", CUT), Unclear),
        (Script(b"SSH-2.0-OpenSSH_9.2\r\n\r\n", CUT), BadAnswer),
        (Script(CUT), Unclear),
        (Script(RESET), Unclear),
        (Script(CUT, read=Read.HEAD), Unclear),
    ],
    ids=[
        "html",
        "204",
        "broken",
        "unframed",
        "gzip",
        "cut",
        "chunked cut",
        "head cut",
        "ssh",
        "close",
        "reset",
        "early",
    ],
)
async def test_a_create_whose_answer_is_odd_is_bad_and_one_without_an_answer_unclear(
    script: Script | bytes, error: type[ServerProblem]
) -> None:
    """Fault matrix, columns create and status: H against R1."""
    with RawServer([script]) as server:
        async with talking(server) as client:
            with pytest.raises(error) as caught:
                await client.create_batch(1)
    assert type(caught.value) is error
    assert len(server.requests) == 1


@pytest.mark.parametrize("framing", ["length", "chunked"])
@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "", "application/problem+json"])
async def test_json_under_a_wrong_content_type_is_read(framing: str, kind: str) -> None:
    """Row 3."""
    with RawServer([reply(200, STATUS.encode(), framing=framing, headers={"Content-Type": kind})]) as server:
        async with talking(server) as client:
            assert (await client.batch_status("2123", Numbering.NEWER)).documents


async def test_json_of_64_kib_is_read_and_a_longer_one_refused() -> None:
    size_bytes = LONGEST_ANSWER_BYTES
    whole = b'{"id": 5, "x": "%s"}' % (b"x" * (size_bytes - 18))
    with RawServer([reply(201, whole), reply(201, whole + b"  ", framing="chunked")]) as server:
        async with talking(server) as client:
            assert await client.create_batch(1) == "5"
            with pytest.raises(BadAnswer, match="too long"):
                await client.create_batch(1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["{other}/api/x", "/elsewhere", "http://[broken", "http://x:port/", ""])
async def test_redirects_are_never_followed(status: int, target: str) -> None:
    """signdesk/README.md, Retry: a 307 would repeat the POST, with the key, at another server."""
    with RawServer() as other:
        answer = reply(status, headers={"Location": target.format(other=other.url)})
        with RawServer(otherwise=answer) as server:
            async with talking(server, Credentials(api_key=KEY)) as client:
                for call in (
                    client.create_batch(1),
                    client.upload("2123", 3, [b"abc"]),
                    client.accept("2123", AcceptForm.PATH),
                    client.batch_status("2123", Numbering.NEWER),
                    client.download("2123", bytes),
                    client.delete("2123"),
                ):
                    with pytest.raises(Redirected, match="never follows"):
                        await call
        assert len(server.requests) == 6
    assert (other.connections, other.requests) == (0, [])


async def test_cookies_of_the_server_are_not_sent_back() -> None:
    answer = json_reply(200, STATUS, Set_Cookie="session=1")
    with RawServer(otherwise=answer) as server:
        async with talking(server) as client:
            await client.batch_status("2123", Numbering.NEWER)
            await client.batch_status("2123", Numbering.NEWER)
    assert server.requests[1].header("Cookie") is None


async def test_a_server_that_is_not_there_was_not_reached() -> None:
    with RawServer() as server:
        address = server.url
    async with talking(address) as client:
        with pytest.raises(NotReached, match=f"could not be reached.* at port {server.port}"):
            await client.accept("2123", AcceptForm.PATH)


async def test_a_name_that_nobody_knows_was_not_reached() -> None:
    async with talking("https://seal.invalid") as client:
        with pytest.raises(NotReached, match=r"No server named “seal\.invalid”"):
            await client.create_batch(1)


async def test_a_name_that_is_no_name_was_not_reached() -> None:
    async with talking(f"https://{'a' * 70}.example") as client:
        with pytest.raises((NotReached, InputProblem)):
            await client.create_batch(1)


async def test_a_second_address_of_a_name_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed, RawServer([json_reply(201, CREATED)]) as server:
        dead = closed.getsockname()
        closed.close()
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        both = [(*kind, dead), (*kind, ("127.0.0.1", server.port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
        async with talking(f"http://localhost:{server.port}") as client:
            assert await client.create_batch(1) == "2123"


async def test_an_address_that_swallows_everything_leaves_time_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As with a name whose IPv6 address leads nowhere."""
    with full_backlog() as dead, RawServer([json_reply(201, CREATED)]) as server:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        both = [(*kind, dead), (*kind, ("127.0.0.1", server.port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
        limits = TimeLimits(connect_s=0.3)
        async with talking(f"http://localhost:{server.port}", limits=limits) as client:
            assert await client.create_batch(1) == "2123"


async def test_a_kept_alive_connection_that_the_server_closed_is_not_used() -> None:
    with RawServer([Script(json_reply(200, STATUS), CUT), json_reply(201, CREATED)]) as server:
        async with talking(server) as client:
            await client.batch_status("2123", Numbering.NEWER)
            await asyncio.to_thread(server.hung_up.wait, 5)
            assert await client.create_batch(1) == "2123"
    assert [request.connection for request in server.requests] == [0, 1]


async def test_a_parting_word_on_a_kept_alive_connection_is_no_answer() -> None:
    """Some servers send 408 before they close an idle connection. See also test_transport."""
    with RawServer([Script(json_reply(200, STATUS), reply(408), CUT), json_reply(201, CREATED)]) as server:
        async with talking(server) as client:
            await client.batch_status("2123", Numbering.NEWER)
            await asyncio.to_thread(server.hung_up.wait, 5)
            assert await client.create_batch(1) == "2123"
    assert [request.connection for request in server.requests] == [0, 1]


@pytest.mark.parametrize("lies", [2, 4])
async def test_a_package_of_another_length_than_promised_breaks_off(lies: int) -> None:
    """signdesk/README.md, Retry: treated as a changed file."""
    with RawServer([json_reply(202, UPLOADED)]) as server:
        async with talking(server) as client:
            with pytest.raises(InputProblem, match="changed while"):
                await client.upload("2123", lies, [b"abc"])
    assert not any(request.complete for request in server.requests)


async def test_an_error_of_the_source_passes_unchanged_and_the_source_is_closed() -> None:
    closed: list[bool] = []
    changed = SourceChanged("a.pdf")

    def pieces() -> Iterator[bytes]:
        try:
            yield b"a" * 10
            raise changed from OSError("gone")
        finally:
            closed.append(True)

    with RawServer([json_reply(202, UPLOADED)]) as server:
        async with talking(server) as client:
            with pytest.raises(SourceChanged) as caught:
                await client.upload("2123", 20, pieces())
    assert caught.value is changed
    assert isinstance(changed.__cause__, OSError)
    assert closed == [True]
    assert not any(request.complete for request in server.requests)


async def test_an_error_of_writing_passes_unchanged_and_the_client_goes_on() -> None:
    full = DiskFull("no room")

    def write(_: bytes) -> None:
        raise full

    with RawServer(otherwise=reply(200, ZIP)) as server:
        async with talking(server) as client:
            with pytest.raises(DiskFull) as caught:
                await client.download("2123", write)
            assert caught.value is full
            pieces: list[bytes] = []
            await client.download("2123", pieces.append)
    assert b"".join(pieces) == ZIP


def endless(size_bytes: int) -> Iterator[bytes]:
    for _ in range(size_bytes // 65536):
        yield bytes(65536)


HUGE = 512 * 1024 * 1024


@pytest.mark.parametrize(("status", "error"), [(413, Refused), (401, SignInRefused), (307, Redirected)])
async def test_a_refusal_that_comes_before_the_end_of_an_upload_is_heard(
    status: int, error: type[ServerProblem]
) -> None:
    """httpcore alone loses it (signdesk/README.md, Retry): the answer is looked for while sending."""
    with RawServer([Script(reply(status), AWAIT, read=Read.HEAD)]) as server:
        async with talking(server) as client:
            with pytest.raises(error) as caught:
                await client.upload("2123", HUGE, endless(HUGE))
            server.go.set()
    assert caught.value.status == status
    assert not server.requests[0].complete


async def test_a_success_that_comes_before_the_end_of_an_upload_is_unclear() -> None:
    with RawServer([Script(json_reply(202, UPLOADED), AWAIT, read=Read.HEAD)]) as server:
        async with talking(server) as client:
            with pytest.raises(Unclear, match="before it had the whole package"):
                await client.upload("2123", HUGE, endless(HUGE))
            server.go.set()


@pytest.mark.parametrize("ending", [CUT, RESET])
async def test_an_upload_cut_off_on_its_way_is_unclear_and_hints_at_the_size(ending: object) -> None:
    """Row 29; the 413 of a server that resets at once may be lost."""
    with RawServer([Script(ending, read=Read.HEAD)]) as server:  # type: ignore[arg-type]
        async with talking(server) as client:
            with pytest.raises(Unclear, match="537 MB"):
                await client.upload("2123", HUGE, endless(HUGE))
