"""Answers in countless small parts: what they cost is bounded, and they come to an end."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest

from signdesk.domain.errors import TooMuchWork
from signdesk.domain.servers import Numbering
from signdesk.seal_api.calls import Call, LimitReached, TimeLimits
from signdesk.seal_api.sockets import FREE_PIECES, GATHER_S, CurrentCall, LimitedStream
from tests.seal_api.talking import PATIENT, STATUS, ZIP, talking
from tests.support.raw_server import RawServer, json_reply, reply

LENGTH = 2000
LITTLE_WORK = replace(PATIENT, answer_s=60, idle_s=60, work_s=0.2)
CHUNKED = {"Transfer-Encoding": "chunked"}
COUNT = 100_000  # each costs some 50 µs


@contextmanager
def one_byte_at_a_time(content: bytes) -> Iterator[socket.socket]:
    """A socket on which every byte is a piece of its own, however late it is read."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    def send() -> None:
        with theirs, suppress(ConnectionError):  # where nobody reads to the end
            for at in range(len(content)):
                theirs.send(content[at : at + 1])

    sending = threading.Thread(target=send)
    with ours:
        sending.start()
        yield ours
    sending.join()


def read_to_the_end(stream: LimitedStream) -> list[bytes]:
    pieces = [stream.read(65536)]
    while pieces[-1]:
        pieces.append(stream.read(65536))
    return pieces


def test_bytes_that_come_one_by_one_are_handed_on_together() -> None:
    content = bytes(number % 251 for number in range(LENGTH))
    current = CurrentCall()
    current.call = call = Call(PATIENT)
    call.begin()
    with one_byte_at_a_time(content) as ours:
        stream = LimitedStream(ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        pieces = read_to_the_end(stream)
    assert b"".join(pieces) == content
    assert len(pieces) < FREE_PIECES + LENGTH / 20
    assert call.ended


def test_waiting_for_more_counts_as_waiting() -> None:
    """Else a server could stay below the slowest rate for ever."""
    limits = TimeLimits(slowest_bytes_per_s=1e9, window_s=GATHER_S / 2)
    current = CurrentCall()
    current.call = call = Call(limits)
    call.transferring()
    with one_byte_at_a_time(bytes(LENGTH)) as ours:
        stream = LimitedStream(ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        with pytest.raises(LimitReached, match="too slow"):
            read_to_the_end(stream)


async def test_a_result_in_chunks_of_one_byte_ends() -> None:
    body = b"".join(b"1\r\n%c\r\n" % byte for byte in (ZIP + bytes(COUNT))[:COUNT]) + b"0\r\n\r\n"
    script = reply(200, framing="none", headers=CHUNKED) + body
    pieces: list[bytes] = []
    with RawServer([script]) as server:
        async with talking(server, limits=LITTLE_WORK) as client:
            with pytest.raises(TooMuchWork, match="too many small parts"):
                await client.download("2123", pieces.append)
    assert len(pieces) < COUNT


async def test_an_answer_behind_countless_interim_answers_ends() -> None:
    script = b"HTTP/1.1 102 Processing\r\n\r\n" * COUNT + json_reply(200, STATUS)
    with RawServer([script]) as server:
        async with talking(server, limits=LITTLE_WORK) as client:
            with pytest.raises(TooMuchWork, match="too many small parts"):
                await client.batch_status("2123", Numbering.NEWER)


async def test_a_long_result_in_usual_parts_may_cost_more() -> None:
    """In proportion to what came."""
    body = ZIP + bytes(8 << 20)
    size = 0

    def write(piece: bytes) -> None:
        nonlocal size
        size += len(piece)
        deadline = time.thread_time() + len(piece) / 8e6  # as a slow computer does
        while time.thread_time() < deadline:
            pass

    with RawServer([reply(200, body)]) as server:
        async with talking(server, limits=LITTLE_WORK) as client:
            await client.download("2123", write)
    assert size == len(body)


async def test_the_work_on_a_package_is_none_on_its_answer() -> None:
    """Reading documents and encrypting them takes a slow computer long, and makes no answer a bad one."""

    def chunks() -> Iterator[bytes]:
        for _ in range(10):
            deadline = time.thread_time() + 0.05
            while time.thread_time() < deadline:
                pass
            yield bytes(1000)

    with RawServer([json_reply(202, '{"batchId": 2123}')]) as server:
        async with talking(server, limits=LITTLE_WORK) as client:
            await client.upload("2123", 10_000, chunks())


def test_small_parts_of_earlier_answers_do_not_count() -> None:
    """Else each look over a kept-alive connection would wait once there were some of them."""
    current = CurrentCall()
    current.call = call = Call(PATIENT)
    call.begin()
    with one_byte_at_a_time(bytes(LENGTH)) as ours:
        stream = LimitedStream(ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        for _ in range(FREE_PIECES):
            assert len(stream.read(65536)) == 1
        stream.adopt()
        assert len(stream.read(65536)) == 1
