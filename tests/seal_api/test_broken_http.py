"""Answers that break the rules of HTTP, or hold data in odd forms: never blamed on the network.

The whole answers in tests/cases/http were seen to be blamed on the network.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from signdesk.domain.errors import BadAnswer
from signdesk.domain.reports import Status
from signdesk.domain.servers import Credentials, Numbering
from tests.seal_api.talking import CALLS, ZIP, talking
from tests.support.canary import KEY
from tests.support.raw_server import CUT, RawServer, Script, reply

CASES = Path(__file__).parent.parent / "cases" / "http"
BAD_CHUNK = reply(200, ZIP, framing="chunked").replace(b"\r\nPK", b"\r\nPKx", 1)


def case(name: str) -> bytes:
    return (CASES / f"{name}.http").read_bytes()


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (case("bad-header-name"), "X Bad Name: 1"),
        (case("header-without-colon"), "userdata not support"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "SSH-2.0-OpenSSH_9.2"),
    ],
    ids=["name", "colon", "ssh"],
)
async def test_the_line_that_breaks_the_rules_is_told_and_nothing_else_blamed(
    name: str, answer: bytes, line: str
) -> None:
    with RawServer([Script(answer, CUT)]) as server:
        async with talking(server) as client:
            with pytest.raises(BadAnswer) as caught:
                await CALLS[name](client)
    assert f"breaks the rules of HTTP, so it cannot be read. The wrong line is “{line}”." in str(caught.value)
    assert "network connection" not in str(caught.value)


async def test_a_wrong_line_that_repeats_the_key_is_told_without_it() -> None:
    answer = reply(201).replace(b"Content-Length", f"no {KEY} here\r\nContent-Length".encode(), 1)
    with RawServer([answer]) as server:
        async with talking(server, Credentials(api_key=KEY)) as client:
            with pytest.raises(BadAnswer, match="no ••• here") as caught:
                await client.create_batch(1)
    assert KEY not in str(caught.value) + caught.value.detail


async def test_a_chunk_without_its_size_is_the_servers_fault_too() -> None:
    with RawServer([BAD_CHUNK]) as server:
        async with talking(server) as client:
            with pytest.raises(BadAnswer, match="breaks the rules of HTTP"):
                await client.download("2123", bytes)


async def test_an_id_that_is_no_number_is_told() -> None:
    with RawServer([case("id-is-a-uuid")]) as server:
        async with talking(server) as client:
            with pytest.raises(BadAnswer, match="“6f1e1c1e-3d55-4b7e-8a5b-0d1f6a5c7c11”, which is no number"):
                await client.create_batch(1)


async def test_nan_in_a_field_that_nobody_needs_does_no_harm() -> None:
    with RawServer([case("nan-in-other-field")]) as server:
        async with talking(server) as client:
            assert (await client.batch_status("7000", Numbering.NEWER)).status.surely(Status.CLOSED)


@pytest.mark.parametrize("place", ["head", "trailer"])
async def test_a_line_of_blanks_costs_no_more_than_its_length(place: str) -> None:
    """Red: 1.8 s for 20,000 blanks, and four times that for twice as many, in one piece."""
    line = b"X:" + b" " * 60_000 + b"\x00\r\n"
    answer = b"HTTP/1.1 200 OK\r\n" + line + b"\r\n"
    if place == "trailer":
        answer = reply(200, ZIP, framing="chunked")[:-2] + line + b"\r\n"
    with RawServer([answer]) as server:
        async with talking(server) as client:
            began = time.process_time()
            with pytest.raises(BadAnswer):
                await client.download("2123", bytes)
    assert time.process_time() - began < 3  # it was 16 s
