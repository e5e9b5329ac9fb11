"""Patterns that meet texts from outside take time in proportion to the text (signdesk/README.md, P23)."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from signdesk.domain.documents import is_safe_name, safe_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import filled, restored
from signdesk.domain.servers import server_address
from signdesk.seal_api.tls import holds_key

SHORT, LONG = 10_000, 20_000
MOST_TIMES = 3.0  # twice the length, and room for what a busy machine adds
WORK: dict[str, Callable[[int], object]] = {
    "address": lambda size: server_address("https://seal.example.com/" + "/" * size + "x"),
    "name": lambda size: (safe_name("con" + " " * size + "x"), is_safe_name("lpt1" + " " * size + "x")),
    "places": lambda size: filled("{a" * size, {"a": "b"}),
    "marks": lambda size: filled("{" * size, {"a": "b"}),
    "kept words": lambda size: restored("\x1ewords " + "[" * size),
    "key": lambda size: holds_key(b"BEGIN " * (size // 6)),
}


def cheapest_s(work: Callable[[int], object], size: int) -> float:
    """CPU seconds of the best of several tries."""
    tries = []
    for _ in range(5):
        began = time.thread_time()
        with suppress(InputProblem):
            work(size)
        tries.append(time.thread_time() - began)
    return min(tries)


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_twice_the_text_takes_about_twice_the_time(work: Callable[[int], object]) -> None:
    assert cheapest_s(work, LONG) < MOST_TIMES * cheapest_s(work, SHORT) + 0.005
