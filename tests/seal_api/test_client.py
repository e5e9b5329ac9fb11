"""The six methods as they travel: addresses, headers, bodies, connections."""

from __future__ import annotations

import base64
import json
import subprocess
import sys

import pytest

from signdesk import __version__
from signdesk.domain.errors import BadAnswer, InputProblem, NotFound
from signdesk.domain.reports import AcceptReply, Status, UploadReply
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, SignIn
from signdesk.seal_api.client import SealClient
from tests.seal_api.talking import ACCEPTED, CREATED, STATUS, UPLOADED, ZIP, talking
from tests.support.canary import CANARY, KEY, MARK, PASSWORD, TOKEN
from tests.support.raw_server import RawServer, json_reply, reply


async def test_create_sends_an_empty_post_and_returns_the_id_as_text() -> None:
    """Row 27: Content-Length 0, nothing that is not needed; row 1: a quoted id."""
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(server) as client:
            assert await client.create_batch(12) == "2123"
    [request] = server.requests
    assert (request.method, request.target, request.body) == ("POST", "/api/CreateBatch/12", b"")
    assert {name.lower(): value for name, value in request.headers} == {
        "host": f"127.0.0.1:{server.port}",
        "content-length": "0",
        "user-agent": f"SignDesk/{__version__}",
        "accept-encoding": "identity",
    }


async def test_upload_streams_the_pieces_with_their_exact_length() -> None:
    """Row 27: known Content-Length, octet-stream, no chunks, no multipart."""
    pieces = [b"a" * 300_000, b"b" * 7, b"c" * 500_000]
    told: list[int] = []
    with RawServer([json_reply(202, UPLOADED)]) as server:
        async with talking(server) as client:
            answer = await client.upload("2123", 800_007, iter(pieces), told.append)
    [request] = server.requests
    assert answer == UploadReply(documented=True, http_status=202)
    assert (request.method, request.target) == ("POST", "/api/upload/2123")
    assert request.body == b"".join(pieces)
    assert request.header("content-length") == "800007"
    assert request.header("content-type") == "application/octet-stream"
    assert request.header("transfer-encoding") is None
    assert told[-1] == 800_007
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("form", "target", "body"),
    [
        (AcceptForm.PATH, "/api/AcceptBatch/2123", None),
        (AcceptForm.QUERY, "/api/AcceptBatch?batchId=2123", None),
        (AcceptForm.BODY, "/api/AcceptBatch", {"batchId": 2123}),
        (AcceptForm.QUERY_AND_BODY, "/api/AcceptBatch?batchId=2123", {"batchId": 2123}),
    ],
)
async def test_accept_carries_the_id_in_its_form(form: AcceptForm, target: str, body: object) -> None:
    """signdesk/README.md, Interface; row 27: no body means Content-Length 0."""
    with RawServer([json_reply(202, ACCEPTED)]) as server:
        async with talking(server) as client:
            assert await client.accept("2123", form) == AcceptReply(documented=True, http_status=202)
    [request] = server.requests
    assert (request.method, request.target) == ("POST", target)
    assert request.header("content-length") == str(len(request.body))
    if body is None:
        assert request.body == b""
        assert request.header("content-type") is None
    else:
        assert json.loads(request.body) == body
        assert request.header("content-type") == "application/json"


async def test_status_download_and_delete_ask_at_their_addresses_without_a_body() -> None:
    result: list[bytes] = []
    got: list[tuple[int, int | None]] = []
    scripts = [json_reply(200, STATUS), reply(200, ZIP), json_reply(200, '{"id":2123,"status":"DELETED"}')]
    with RawServer(scripts) as server:
        async with talking(server) as client:
            report = await client.batch_status("2123", Numbering.UNKNOWN)
            await client.download("2123", result.append, lambda size, total: got.append((size, total)))
            await client.delete("2123")
    assert report.status.surely(Status.READY)
    assert report.documents[0].file_name == "test.pdf"
    assert b"".join(result) == ZIP
    assert got[-1] == (len(ZIP), len(ZIP))
    assert [(request.method, request.target) for request in server.requests] == [
        ("GET", "/api/BatchStatus/2123"),
        ("GET", "/api/batchfile/2123"),
        ("DELETE", "/api/BatchDeleteCache/2123"),
    ]
    assert all(request.header("content-length") is None for request in server.requests)


async def test_a_prefix_of_the_address_is_kept() -> None:
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(f"{server.url}/seal/api/") as client:
            await client.create_batch(1)
    assert server.requests[0].target == "/seal/api/CreateBatch/1"


async def test_kept_alive_connections_serve_many_status_questions() -> None:
    with RawServer(otherwise=json_reply(200, STATUS)) as server:
        async with talking(server) as client:
            for _ in range(3):
                await client.batch_status("2123", Numbering.NEWER)
    assert [request.connection for request in server.requests] == [0, 0, 0]


async def test_every_accept_has_a_new_connection_of_its_own() -> None:
    """signdesk/README.md, Retry: a kept-alive connection may die unnoticed under the money step."""
    scripts = [json_reply(200, STATUS), *[json_reply(202, ACCEPTED)] * 2, json_reply(200, STATUS)]
    with RawServer(scripts) as server:
        async with talking(server) as client:
            await client.batch_status("2123", Numbering.NEWER)
            await client.accept("2123", AcceptForm.PATH)
            await client.accept("2123", AcceptForm.PATH)
            await client.batch_status("2123", Numbering.NEWER)
    assert [request.connection for request in server.requests] == [0, 1, 2, 0]


async def test_a_look_that_decides_about_an_accept_may_have_a_connection_of_its_own() -> None:
    with RawServer(otherwise=json_reply(200, STATUS)) as server:
        async with talking(server) as client:
            for own in (False, True, True, False):
                await client.batch_status("2123", Numbering.NEWER, own_connection=own)
    assert [request.connection for request in server.requests] == [0, 1, 2, 0]


@pytest.mark.parametrize("behind", [json_reply(200, STATUS), b"\r\n", json_reply(404, "{}")[:9]])
@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_bytes_behind_an_answer_are_never_read_as_the_next_one(framing: str, behind: bytes) -> None:
    """Nor is anything else asked over that connection."""
    uploaded = STATUS.replace("READY", "UPLOADED").encode()
    first = reply(200, uploaded, framing=framing) + behind
    with RawServer([first, json_reply(200, STATUS)], otherwise=json_reply(200, STATUS)) as server:
        async with talking(server) as client:
            assert (await client.batch_status("2123", Numbering.NEWER)).status.surely(Status.UPLOADED)
            assert (await client.batch_status("2123", Numbering.NEWER)).status.surely(Status.READY)
            await client.batch_status("2123", Numbering.NEWER)
            assert server.hung_up.wait(5)
    assert [request.connection for request in server.requests] == [0, 1, 1]


@pytest.mark.parametrize(
    ("credentials", "header", "value"),
    [
        (Credentials(api_key=CANARY), "API-KEY", CANARY),
        (
            Credentials(user="zoë", password=PASSWORD),
            "Authorization",
            "Basic " + base64.b64encode(f"zoë:{PASSWORD}".encode()).decode(),
        ),
        (Credentials(token=TOKEN), "Authorization", f"Bearer {TOKEN}"),
    ],
    ids=["key", "basic", "bearer"],
)
async def test_the_sign_in_travels_in_its_header(credentials: Credentials, header: str, value: str) -> None:
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(server, credentials) as client:
            await client.create_batch(1)
    assert server.requests[0].header(header) == value


async def test_the_api_key_header_can_be_named_and_is_sent_as_written() -> None:
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(server, Credentials(api_key=KEY), api_key_header="X-Api-Key") as client:
            await client.create_batch(1)
    assert ("X-Api-Key", KEY) in server.requests[0].headers
    assert server.requests[0].header("API-KEY") is None


@pytest.mark.parametrize("sign_in", list(SignIn))
async def test_without_a_secret_nothing_is_sent_in_its_place(sign_in: SignIn) -> None:
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(server, sign_in=sign_in) as client:
            await client.create_batch(1)
    assert server.requests[0].header("Authorization") is None
    assert server.requests[0].header("API-KEY") is None


@pytest.mark.parametrize(
    "credentials",
    [
        Credentials(api_key=f"{MARK}ключ"),
        Credentials(api_key=f"{MARK}\n"),
        Credentials(api_key=f"{MARK}\r\nX-Other: 1"),
        Credentials(api_key=f" {MARK}"),
        Credentials(api_key=f"{MARK}\xa0"),
        Credentials(token=f"{MARK}\x00en"),
        Credentials(token=f"{MARK}ż"),
        Credentials(user="a:b", password=MARK),
    ],
    ids=lambda one: one.kind.value,
)
def test_a_secret_that_no_header_can_carry_is_named_in_a_sentence(credentials: Credentials) -> None:
    with pytest.raises(InputProblem) as caught:
        SealClient(Server("https://seal.example.com", sign_in=credentials.kind), credentials)
    assert str(caught.value).endswith(".")
    for secret in (credentials.api_key, credentials.token, credentials.password):
        assert not secret.strip() or secret.strip() not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["http://seal.example.com", "https://user:pass@seal.example.com", "ftp://x"]
)
def test_addresses_that_are_not_allowed_make_no_client(address: str) -> None:
    with pytest.raises(InputProblem):
        SealClient(Server(address), Credentials())


@pytest.mark.parametrize("batch_id", ["", "12/../3", "１２", "-1", "12 ", "12\n", "x" * 30, "9" * 20])
async def test_an_id_that_is_no_number_never_becomes_an_address(batch_id: str) -> None:
    """Row 1: digits are checked before an address is built."""
    with RawServer() as server:
        async with talking(server) as client:
            for call in (
                client.upload(batch_id, 1, [b"a"]),
                client.accept(batch_id, AcceptForm.PATH),
                client.batch_status(batch_id, Numbering.NEWER),
                client.download(batch_id, bytes),
                client.delete(batch_id),
            ):
                with pytest.raises(InputProblem):
                    await call
    assert server.connections == 0


@pytest.mark.parametrize("process_id", [0, -1])
async def test_a_process_number_below_one_is_refused_here(process_id: int) -> None:
    with RawServer() as server:
        async with talking(server) as client:
            with pytest.raises(InputProblem, match="start at 1"):
                await client.create_batch(process_id)
    assert server.connections == 0


@pytest.mark.parametrize("status", [200, 201, 202, 203])
async def test_any_2xx_with_the_content_counts(status: int) -> None:
    """Row 13."""
    with RawServer([json_reply(status, CREATED), json_reply(status, STATUS)]) as server:
        async with talking(server) as client:
            assert await client.create_batch(1) == "2123"
            assert (await client.batch_status("2123", Numbering.NEWER)).status.surely(Status.READY)


@pytest.mark.parametrize(
    "answer",
    [
        reply(204),
        reply(200),
        reply(202),
        reply(200, b"<html>Sign in</html>", headers={"Content-Type": "text/html"}),
        json_reply(201, UPLOADED),
        json_reply(202, '{"error": "no"}'),
        json_reply(202, UPLOADED.replace("2123", "2124")),
        reply(202, UPLOADED.encode(), framing="none"),
        json_reply(202, UPLOADED, Content_Encoding="gzip"),
    ],
    ids=["204", "200", "empty 202", "html", "201", "error", "another batch", "unframed", "gzip"],
)
async def test_an_upload_answer_other_than_the_documented_one_is_no_proof(answer: bytes) -> None:
    """Rows 14 and 15: BatchStatus must be asked."""
    with RawServer([answer]) as server:
        async with talking(server) as client:
            assert not (await client.upload("2123", 3, [b"abc"])).documented


@pytest.mark.parametrize("body", ["", "<html>ok</html>", "[]", '{"id": 7}', "{}", "true"])
async def test_an_accept_answer_without_this_batch_is_not_documented(body: str) -> None:
    """signdesk/README.md, Interface: a catch-all page may also say 200."""
    with RawServer([json_reply(200, body)]) as server:
        async with talking(server) as client:
            assert await client.accept("2123", AcceptForm.PATH) == AcceptReply(
                documented=False, http_status=200
            )


async def test_delete_takes_no_content_and_any_json() -> None:
    """Row 12: the delete reply's array is only hinted at; fault matrix: 204 is ok."""
    scripts = [reply(204), reply(200), json_reply(200, '{"documents": ["x", null]}'), json_reply(200, "null")]
    with RawServer(scripts) as server:
        async with talking(server) as client:
            for _ in scripts:
                await client.delete("2123")


async def test_delete_asks_again_after_a_page_and_says_when_the_batch_is_unknown() -> None:
    """Fault matrix: 200 with HTML = ask; row 17: 404 on delete is its own error."""
    scripts = [reply(200, b"<html></html>"), reply(200, b"{}", framing="none"), reply(404)]
    with RawServer(scripts) as server:
        async with talking(server) as client:
            for error in (BadAnswer, BadAnswer, NotFound):
                with pytest.raises(error):
                    await client.delete("2123")


async def test_odd_dates_disturb_nothing() -> None:
    """Row 26: dates have no zone and are not read."""
    body = STATUS.replace('"2023-01-01 10:00:00"', '"yesterday\\u0007", "CreationDate": 7')
    with RawServer([json_reply(200, body)]) as server:
        async with talking(server) as client:
            assert (await client.batch_status("2123", Numbering.NEWER)).status.surely(Status.READY)


def test_importing_the_client_does_not_import_httpx() -> None:
    """signdesk/README.md, Retry: it costs hundreds of milliseconds, so it happens in the worker thread."""
    code = (
        "import sys, signdesk.seal_api.client as c, signdesk.seal_api.doctor.run; "
        "from signdesk.domain.servers import *; "
        "c.SealClient(Server('https://a.example'), Credentials()); "
        "slow = ('httpx', 'httpcore', 'truststore', 'anyio', 'cryptography'); "
        "sys.exit(any(name in sys.modules for name in slow))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_a_closed_client_refuses_further_calls() -> None:
    with RawServer([json_reply(201, CREATED)]) as server:
        async with talking(server) as client:
            await client.create_batch(1)
        await client.aclose()
        with pytest.raises(RuntimeError):
            await client.create_batch(1)
