"""Answers that are made to cost time or memory: what they cost grows with their length at most, is bounded,
and is not paid by the thread that waits for them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from signdesk.domain.errors import BadAnswer, ServerProblem
from signdesk.domain.servers import Numbering
from signdesk.seal_api import failures
from signdesk.seal_api.answers import Answer, one_line, without_markup
from signdesk.seal_api.api_request import ApiMethod
from signdesk.seal_api.client import SealClient
from tests.seal_api.talking import CALLS, talking
from tests.support.raw_server import RawServer, reply

SIZES = (40_000, 80_000)
OF_REQUESTS = ("batch_number", "accept_body", "dumps")
MOST_TIMES = 3.0  # twice the length, and room for what a busy machine adds
KINDS: dict[str, Callable[[int], str]] = {
    "opening marks": lambda size: "<" * size,
    "comments": lambda size: "<!--" * (size // 4),
    "styles": lambda size: "<style>" * (size // 7),
    "scripts and ends": lambda size: "<script></style>" * (size // 16),
    "half of an end": lambda size: "<style>" + "</style " * (size // 8),
    "plain text": lambda size: "ż" * size,
    "blanks": lambda size: " " * size,
    "braces": lambda size: '{"a":' * (size // 5),
}


def cheapest_s(work: Callable[[], object]) -> float:
    """CPU seconds of the best of several tries: what the work needs, without what disturbed it."""
    tries = []
    for _ in range(5):
        began = time.thread_time()
        work()
        tries.append(time.thread_time() - began)
    return min(tries)


@contextmanager
def calls_counted() -> Iterator[list[int]]:
    """How many functions of ours, and of json, this thread enters meanwhile."""
    count = [0]

    def entered(frame: FrameType, event: str, argument: object) -> None:
        name = frame.f_globals.get("__name__", "")
        ours = name in ("signdesk.seal_api.answers", "signdesk.seal_api.wire", "json")
        if event == "call" and ours and frame.f_code.co_name not in OF_REQUESTS:
            count[0] += 1

    sys.setprofile(entered)
    try:
        yield count
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_removing_mark_up_takes_time_in_proportion(make: Callable[[int], str]) -> None:
    short, long = (make(size) for size in SIZES)
    short_s = cheapest_s(lambda: without_markup(short))
    assert cheapest_s(lambda: without_markup(long)) < MOST_TIMES * short_s + 0.005


def test_a_short_line_of_a_long_text_costs_no_more_than_the_line() -> None:
    assert cheapest_s(lambda: one_line("x" * 4_000_000)) < 10 * cheapest_s(lambda: one_line("x" * 8000))


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_the_words_of_a_refusal_are_sought_in_its_beginning_alone(make: Callable[[int], str]) -> None:
    long, short = (Answer(500, {}, make(size).encode()) for size in (4_000_000, 20_000))
    short_s = cheapest_s(lambda: failures.refusal(ApiMethod.STATUS, short))
    assert cheapest_s(lambda: failures.refusal(ApiMethod.STATUS, long)) < MOST_TIMES * short_s + 0.005


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("name", [name for name in CALLS if name != "download"])
async def test_no_answer_is_read_by_the_thread_that_waits_for_it(name: str, status: int) -> None:
    """In the window that thread draws."""
    with RawServer([reply(status, b"<" * 60_000)]) as server:
        async with talking(server) as client:
            with calls_counted() as count:
                await outcome(CALLS[name], client)
    assert count == [0]


async def outcome(call: Callable[[SealClient], Awaitable[object]], client: SealClient) -> object:
    try:
        return await call(client)
    except ServerProblem as problem:
        return problem


async def test_a_list_of_far_more_documents_than_were_sent_is_refused_early() -> None:
    """And after a bounded number of bytes."""
    head, end = b'{"id": 2123, "status": "READY", "documents": [', b"{}]}"
    scripts = [reply(200, head + b"{}," * count + end) for count in (1_000_000, 20_000)]
    with RawServer(scripts) as server:
        async with talking(server) as client:
            with pytest.raises(BadAnswer, match="far too long"):
                await client.batch_status("2123", Numbering.NEWER, documents=1)
            with pytest.raises(BadAnswer):
                await client.batch_status("2123", Numbering.NEWER, documents=1)


async def test_a_list_of_all_documents_of_a_large_batch_is_read() -> None:
    one = '{"id": "1", "signed": "true", "fileName": "%s.pdf", "signingResult_Success": "true"}'
    documents = ",".join(one % (f"\\u0436{number}" * 20) for number in range(5000))
    body = f'{{"id": 2123, "status": "CLOSED", "documents": [{documents}]}}'.encode()
    with RawServer([reply(200, body)]) as server:
        async with talking(server) as client:
            report = await client.batch_status("2123", Numbering.NEWER, documents=5000)
    assert report.sealed_count == 5000
