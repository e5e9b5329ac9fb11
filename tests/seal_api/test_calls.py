"""Time limits that hold against a dripping server, and calls that end when nobody waits any more."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from signdesk.domain.errors import NotReached, ServerProblem, TimeLimit, Unclear
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.seal_api.calls import SETTLE_S, Call, CallStopped, TimeLimits
from tests.seal_api.talking import (
    ACCEPTED,
    CREATED,
    HASTY,
    PATIENT,
    STATUS,
    UPLOADED,
    ZIP,
    full_backlog,
    talking,
)
from tests.support.raw_server import AWAIT, STALL, Drip, RawServer, Read, Script, json_reply, reply

BIG = 64 * 1024 * 1024
NEVER_IDLE = replace(HASTY, idle_s=5)


def pieces(size_bytes: int = BIG) -> Iterator[bytes]:
    for _ in range(size_bytes // 65536):
        yield bytes(65536)


@pytest.mark.parametrize(
    "script",
    [
        Script(Drip(json_reply(201, CREATED))),
        Script(Drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)),
        Script(reply(201, b" " * 5000)[:-5000], Drip(b" " * 5000)),
        Script(Drip(reply(500, b" " * 5000))),
    ],
    ids=["head", "1xx", "body", "refusal head"],
)
async def test_an_answer_that_drips_ends_at_the_total_limit(script: Script) -> None:
    with RawServer([script]) as server:
        async with talking(server, limits=NEVER_IDLE) as client:
            with pytest.raises(TimeLimit, match=r"within 0\.15 seconds"):
                await client.create_batch(1)


@pytest.mark.parametrize(
    "acts", [(STALL,), (b"HTTP/1.1 201 Created\r\n", STALL), (reply(201, b"{}")[:-1], STALL)]
)
async def test_silence_ends_at_the_idle_limit(acts: tuple[bytes]) -> None:
    with RawServer([Script(*acts)]) as server:
        async with talking(server, limits=HASTY) as client:
            with pytest.raises(TimeLimit, match=r"within 0\.1 seconds"):
                await client.accept("2123", AcceptForm.PATH)


async def test_a_refusal_whose_words_drip_is_still_a_refusal() -> None:
    with RawServer([Script(reply(500, b" " * 5000)[:-5000], Drip(b" " * 5000))]) as server:
        async with talking(server, limits=NEVER_IDLE) as client:
            with pytest.raises(ServerProblem) as caught:
                await client.create_batch(1)
    assert caught.value.status == 500


async def test_a_download_below_the_minimum_rate_ends() -> None:
    with RawServer([Script(reply(200, ZIP)[: -len(ZIP)], Drip(ZIP, 0.01))]) as server:
        async with talking(server, limits=NEVER_IDLE) as client:
            with pytest.raises(TimeLimit, match="too slow"):
                await client.download("2123", bytes)


async def test_a_download_may_take_longer_than_the_limit_for_an_answer() -> None:
    """A transfer has a minimum rate and no total; the head has the total."""
    slow = [Drip(ZIP[at : at + 8], 0.005) for at in range(0, 80, 8)]
    limits = replace(PATIENT, answer_s=0.2, slowest_bytes_per_s=100, window_s=0.2)
    with RawServer([Script(reply(200, ZIP[:80])[:-80], *slow)]) as server:
        async with talking(server, limits=limits) as client:
            got: list[bytes] = []
            await client.download("2123", got.append)
    assert b"".join(got) == ZIP[:80]


async def test_a_server_that_stops_reading_an_upload_ends_it() -> None:
    with RawServer([Script(STALL, read=Read.HEAD)]) as server:
        async with talking(server, limits=NEVER_IDLE) as client:
            with pytest.raises(TimeLimit, match="too slow"):
                await client.upload("2123", BIG, pieces())


async def test_the_answer_to_an_upload_has_its_own_total() -> None:
    with RawServer([Script(Drip(json_reply(202, UPLOADED), 0.01))]) as server:
        async with talking(server, limits=NEVER_IDLE) as client:
            with pytest.raises(TimeLimit):
                await client.upload("2123", 3, [b"abc"])


async def test_a_slow_source_is_not_held_against_the_server() -> None:
    """The minimum rate counts only the time spent waiting for the network."""
    waiting = threading.Event()

    def slow_pieces() -> Iterator[bytes]:
        for _ in range(5):
            waiting.wait(0.03)
            yield b"a"

    with RawServer([json_reply(202, UPLOADED)]) as server:
        async with talking(server, limits=replace(HASTY, answer_s=5, idle_s=5)) as client:
            assert (await client.upload("2123", 5, slow_pieces())).documented


async def test_a_dead_name_server_ends_at_the_limit_for_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """P12: a thread stuck in the look-up is left behind; nothing can be sent by it any more."""
    dead = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: dead.wait(10))
    try:
        async with talking("https://seal.example.com", limits=HASTY) as client:
            with pytest.raises(NotReached, match="Nothing was sent"):
                await client.accept("2123", AcceptForm.PATH)
    finally:
        dead.set()


async def test_a_late_name_server_sends_nothing_after_the_call_was_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late, looked_up = threading.Event(), threading.Event()
    with RawServer(otherwise=json_reply(202, ACCEPTED)) as server:
        address = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))]

        def getaddrinfo(*_: object, **__: object) -> object:
            late.wait(10)
            looked_up.set()
            return address

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        async with talking(f"http://localhost:{server.port}", limits=HASTY) as client:
            with pytest.raises(NotReached):
                await client.accept("2123", AcceptForm.PATH)
            late.set()
            looked_up.wait(5)
            await _threads_ended()
    assert server.requests == []


async def test_a_server_that_never_takes_the_connection_is_not_reached() -> None:
    with full_backlog() as (host, port):
        async with talking(f"http://{host}:{port}", limits=HASTY) as client:
            with pytest.raises(NotReached):
                await client.create_batch(1)


def test_a_stopped_call_cuts_its_socket_and_sends_nothing_more() -> None:
    """Whatever `sent` says after `stop` is final: the job may repeat what was not sent."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        call = Call(PATIENT)
        call.attach(ours)
        call.stop()
        assert theirs.recv(1) == b""
        for forbidden in (call.about_to_send, call.check, call.wait_s, lambda: call.attach(ours)):
            with pytest.raises(CallStopped):
                forbidden()
        assert not call.sent


async def test_cancelling_waits_until_the_callers_function_has_returned() -> None:
    gate, inside = threading.Event(), threading.Event()

    def write(_: bytes) -> None:
        inside.set()
        gate.wait(5)

    with RawServer([reply(200, ZIP)]) as server:
        async with talking(server) as client:
            task = asyncio.create_task(client.download("2123", write))
            await asyncio.to_thread(inside.wait, 5)
            task.cancel()
            await asyncio.wait([task], timeout=0.03)
            assert not task.done()
            gate.set()
            with pytest.raises(asyncio.CancelledError):
                await task


@pytest.mark.parametrize(
    "acts",
    [(STALL,), (b"HTTP/1.1 201 Created\r\n", STALL), (Drip(b"HTTP/1.1 201 OK\r\nX: " + b"x" * 10_000),)],
    ids=["silence", "stalled head", "drip"],
)
async def test_a_cancelled_call_ends_at_once_and_cuts_its_connection(acts: tuple[bytes]) -> None:
    with RawServer([Script(*acts)]) as server:
        async with talking(server, limits=TimeLimits()) as client:
            task = asyncio.create_task(client.create_batch(1))
            await asyncio.to_thread(server.request_came.wait, 5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await _threads_ended()


async def test_a_cancelled_download_no_longer_writes() -> None:
    """The caller may close its file the moment the cancellation is through."""
    written: list[bytes] = []
    first = threading.Event()

    def write(piece: bytes) -> None:
        written.append(piece)
        first.set()

    with RawServer([Script(reply(200, ZIP)[:-500], AWAIT, ZIP[-500:])]) as server:
        async with talking(server) as client:
            task = asyncio.create_task(client.download("2123", write))
            await asyncio.to_thread(first.wait, 5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            before = len(written)
            server.go.set()
            await _threads_ended()
    assert len(written) == before


async def test_a_cancelled_upload_has_closed_its_source() -> None:
    closed = threading.Event()

    def source() -> Iterator[bytes]:
        try:
            yield from pieces()
        finally:
            closed.set()

    with RawServer([Script(STALL, read=Read.HEAD)]) as server:
        async with talking(server) as client:
            task = asyncio.create_task(client.upload("2123", BIG, source()))
            await asyncio.to_thread(server.request_came.wait, 5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
    assert closed.is_set()


async def test_a_call_cancelled_before_it_began_sends_nothing() -> None:
    with RawServer(otherwise=json_reply(202, ACCEPTED)) as server:
        async with talking(server) as client:
            task = asyncio.create_task(client.accept("2123", AcceptForm.PATH))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await _threads_ended()
    assert server.requests == []


async def test_other_calls_go_on_while_one_stalls() -> None:
    with RawServer([Script(STALL)], otherwise=json_reply(200, STATUS)) as server:
        async with talking(server) as client:
            stalled = asyncio.create_task(client.create_batch(1))
            await asyncio.to_thread(server.request_came.wait, 5)
            await asyncio.gather(*(client.batch_status("2123", Numbering.NEWER) for _ in range(20)))
            stalled.cancel()
            await asyncio.wait([stalled])


async def test_closing_the_client_ends_what_is_under_way() -> None:
    with RawServer([Script(STALL)]) as server:
        async with talking(server) as client:
            task = asyncio.create_task(client.create_batch(1))
            await asyncio.to_thread(server.request_came.wait, 5)
            async with asyncio.timeout(SETTLE_S * 0.75):
                await client.aclose()
            with pytest.raises(Unclear):
                await task
            await _threads_ended()


async def test_dropped_connections_end_what_is_under_way_and_the_next_call_connects_anew() -> None:
    """The machine was asleep: fault matrix, row "sleep and resume"."""
    with RawServer([json_reply(200, STATUS), Script(STALL)], otherwise=json_reply(200, STATUS)) as server:
        async with talking(server) as client:
            await client.batch_status("2123", Numbering.NEWER)
            stalled = asyncio.create_task(client.create_batch(1))
            while len(server.requests) < 2:
                await asyncio.to_thread(server.request_came.wait, 5)
            client.drop_connections()
            with pytest.raises(Unclear):
                await stalled
            before = server.connections
            await client.batch_status("2123", Numbering.NEWER)
            assert server.connections == before + 1
            await _threads_ended()


async def test_what_had_not_left_when_connections_were_dropped_was_not_sent() -> None:
    with full_backlog() as (host, port), RawServer(otherwise=json_reply(200, STATUS)):
        async with talking(f"http://{host}:{port}") as client:
            task = asyncio.create_task(client.accept("2123", AcceptForm.PATH))
            await asyncio.sleep(0)
            client.drop_connections()
            with pytest.raises(NotReached):
                await task
            await _threads_ended()


async def test_the_pool_is_renewed_after_all_connections_were_in_use() -> None:
    """httpcore's issue 1093 may lose slots for good, so a new pool is made after PoolTimeout."""
    limits = TimeLimits(connect_s=5, pool_s=0.1, idle_s=30, answer_s=30)
    held = [Script(STALL) for _ in range(64)]
    with RawServer(held, otherwise=json_reply(200, STATUS)) as server:
        async with talking(server, limits=limits) as client:
            tasks = [asyncio.create_task(client.create_batch(1)) for _ in held]
            while len(server.requests) < len(held):
                await asyncio.to_thread(server.request_came.wait, 0.01)
            with pytest.raises(NotReached, match="in use"):
                await client.batch_status("2123", Numbering.NEWER)
            await client.batch_status("2123", Numbering.NEWER)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


def _call_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "seal-api call"]


async def _threads_ended() -> None:
    for thread in _call_threads():
        await asyncio.to_thread(thread.join, 3)
    assert not _call_threads()
