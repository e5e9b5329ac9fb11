from __future__ import annotations

import json
from typing import Any

import pytest

from signdesk.desktop.preview.layout import LONGEST_SIDE_PT, bounded_pixels
from signdesk.desktop.preview.wire import (
    Draw,
    Garbled,
    NotShown,
    Open,
    Pages,
    Pixels,
    Reply,
    ReplyReader,
    Request,
    Text,
    Why,
    read_request,
    reply_bytes,
    request_line,
)


@pytest.mark.parametrize("request_", [Open("/in/Za\udcffa.pdf", "Zażółć.pdf"), Draw(3, 800, 1131)])
def test_a_request_arrives_as_it_was(request_: Request) -> None:
    line = request_line(7, request_)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_request(line) == (7, request_)


REPLIES: list[Reply] = [
    Pages(((595.0, 842.0), (100.0, 200.0)), 5000, picture=False),
    Text("Zażółć\n{}", cut=True),
    Pixels(2, 2, 3, b"0123" * 6),
    NotShown(Why.PASSWORD),
]


@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_replies_arrive_in_whatever_pieces(step: int) -> None:
    stream = b"".join(b"".join(reply_bytes(number, one)) for number, one in enumerate(REPLIES))
    reader = ReplyReader()
    taken: list[tuple[int, Reply]] = []
    for start in range(0, len(stream), step):
        taken.extend(reader.feed(stream[start : start + step]))
    assert taken == list(enumerate(REPLIES))


def header(**fields: Any) -> bytes:
    return json.dumps({"number": 1, "bytes": 0, **fields}).encode() + b"\n"


@pytest.mark.parametrize(
    "data",
    [
        b"no json\n",
        b"[]\n",
        b"7\n",
        b"x" * 300_000,
        header(kind="Nothing"),
        header(kind="Pixels", page=0, width=2, height=2),
        header(kind="Pixels", page=0, width=0, height=2),
        header(kind="Pixels", page=0, width=-2, height=-2, bytes=16) + b"x" * 16,
        header(kind="Pixels", page=0, width=10**9, height=10**9, bytes=4 * 10**18),
        header(kind="Pixels", page=0, width=1, height=1, bytes=-4),
        header(kind="Pixels", page=0, width=1, height=1, bytes="4"),
        header(kind="Pages", sizes=[], total=1, picture=False),
        header(kind="Pages", sizes=[[1, 1]] * 2001, total=2001, picture=False),
        header(kind="Pages", sizes=[[1, 1]] * 2, total=1, picture=False),
        header(kind="Pages", sizes=[["a", 1]], total=1, picture=False),
        header(kind="Text", cut=False, bytes=2) + b"\xff\xfe",
        header(kind="Text", cut=False, bytes=4_000_001) + b"x" * 4_000_001,
        header(kind="NotShown", why="<img>"),
    ],
)
def test_what_no_child_of_ours_says_is_refused(data: bytes) -> None:
    with pytest.raises(Garbled):
        list(ReplyReader().feed(data))


def test_sizes_that_no_paper_has_are_bounded() -> None:
    data = header(kind="Pages", sizes=[[float("nan"), float("inf")], [-5, 1e300]], total=2, picture=False)
    ((_, pages),) = ReplyReader().feed(data)
    assert pages == Pages(((1.0, LONGEST_SIDE_PT), (1.0, LONGEST_SIDE_PT)), 2, picture=False)


@pytest.mark.parametrize("size", [(1, 1), (4000, 4000), (100_000, 100_000), (10**9, 1), (1, 10**9), (0, -3)])
def test_no_bitmap_is_larger_than_its_bound(size: tuple[int, int]) -> None:
    width, height = bounded_pixels(*size)
    assert width >= 1
    assert height >= 1
    assert width * height <= 16_000_000
    assert bounded_pixels(width, height) == (width, height)
