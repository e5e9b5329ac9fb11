"""Which faults stand for the rows of the matrix on the wire: a kind is one way for a row to happen.

`done`: the server carried the request out although the client did not hear so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from signdesk.practice.service import Method
from signdesk.seal_api.calls import TimeLimits
from tests.faults import matrix as m
from tests.support import fault_answers as answers
from tests.support.fault_acts import Act, Bent, Break, Drip, Ending, Instead, Moment

COLUMN = {
    Method.CREATE: m.CREATE,
    Method.UPLOAD: m.UPLOAD,
    Method.ACCEPT: m.ACCEPT,
    Method.STATUS: m.STATUS,
    Method.DOWNLOAD: m.DOWNLOAD,
    Method.DELETE: m.DELETE,
}
HASTY = TimeLimits(
    connect_s=5, pool_s=5, idle_s=0.2, answer_s=0.25, slowest_bytes_per_s=1000, window_s=0.2, grace_s=0.05
)
BUSY_S = 7
ELSEWHERE = "http://127.0.0.1:9/elsewhere"
BROKEN_JSON = b'{"id": "2123", "status": '


@dataclass(frozen=True)
class Kind:
    """`limits`: only where the client's own limits end the call. `told`: words of the cause."""

    row: str
    method: Method
    name: str
    act: Act
    done: bool = False
    told: str = ""
    limits: TimeLimits | None = None

    @property
    def cell(self) -> m.Cell:
        return m.Cell(self.row, COLUMN[self.method])

    def __str__(self) -> str:
        return f"{self.method}-{self.row.split(' ')[0].strip(',')}-{self.name}{'-done' if self.done else ''}"


def of_row(row: str, method: Method) -> list[Kind]:
    """All kinds of the row that can happen to the method."""
    return list(_MAKERS[row](row, method))


def _breaks(row: str, method: Method, endings: dict[str, Break], told: str) -> Iterator[Kind]:
    for name, act in endings.items():
        yield Kind(row, method, name, act, act.moment in _AFTER_THE_WORK, told)


_AFTER_THE_WORK = (Moment.DONE, Moment.ANSWER_HEAD, Moment.ANSWER)


def _reset_before(row: str, method: Method) -> Iterator[Kind]:
    kinds = {"head": Break(Moment.HEAD)}
    if method in (Method.STATUS, Method.DOWNLOAD, Method.DELETE):  # before the body of the answer
        kinds["answer"] = Break(Moment.DONE)
    yield from _breaks(row, method, kinds, "broke before its answer was complete")


def _broken_off(row: str, method: Method) -> Iterator[Kind]:
    endings = (Ending.RESET, Ending.CLOSE, Ending.HALF_CLOSE)
    kinds = {}
    for ending in endings:
        if method is Method.UPLOAD:
            for at in (0, 1, 500, -1):
                kinds[f"body{at}-{ending.name}"] = Break(Moment.BODY, ending, at)
        if method is not Method.DOWNLOAD:
            kinds[f"unanswered-{ending.name}"] = Break(Moment.DONE, ending)
            kinds[f"half-a-head-{ending.name}"] = Break(Moment.ANSWER_HEAD, ending)
        for at in (0, -1) if method is not Method.DOWNLOAD else (0, 1, 300, -1):
            kinds[f"answer{at}-{ending.name}"] = Break(Moment.ANSWER, ending, at)
    yield from _breaks(row, method, kinds, "broke")


def _time_out(row: str, method: Method) -> Iterator[Kind]:
    moments = {"silent": Break(Moment.HEAD, Ending.STALL), "unanswered": Break(Moment.DONE, Ending.STALL)}
    if method in (Method.DOWNLOAD, Method.ACCEPT):
        moments["answer"] = Break(Moment.ANSWER, Ending.STALL, 5)
    for name, act in moments.items():
        yield Kind(
            row, method, name, act, act.moment in _AFTER_THE_WORK, "did not answer completely", limits=HASTY
        )


def _drip(row: str, method: Method) -> Iterator[Kind]:
    told = "too slow" if method is Method.DOWNLOAD else "did not answer completely"
    yield Kind(row, method, "answer", Drip(body_only=method is Method.DOWNLOAD), True, told, HASTY)


def _failed(row: str, method: Method) -> Iterator[Kind]:
    yield from _instead(row, method, "500", answers.problem(500), "(500)")


def _gateway(row: str, method: Method) -> Iterator[Kind]:
    for status in (502, 503, 504):
        yield from _instead(row, method, str(status), answers.page(status), f"({status})")


def _not_json(row: str, method: Method) -> Iterator[Kind]:
    told = "server"
    yield from _instead(row, method, "page", answers.page(200), told)
    yield from _instead(row, method, "broken", answers.answer(200, BROKEN_JSON), told)
    if method is Method.UPLOAD:
        yield from _instead(row, method, "broken202", answers.answer(202, BROKEN_JSON), told)
    if method is not Method.DOWNLOAD:  # there that is a truncated download
        yield Kind(row, method, "malformed", Bent(answers.with_wrong_line), True, told)
        yield Kind(row, method, "unframed", Bent(answers.without_length), True, told)
        yield Kind(row, method, "http10", Bent(answers.as_http_1_0), True, told)
        yield Kind(row, method, "gzip", Bent(answers.gzip_cut_short), True, told)


def _refused(row: str, method: Method) -> Iterator[Kind]:
    for status in (400, 413, 415):
        yield from _instead(row, method, str(status), answers.problem(status), "")


def _sign_in(row: str, method: Method) -> Iterator[Kind]:
    for status in (401, 403):
        yield from _instead(row, method, str(status), answers.problem(status), f"sign-in ({status})")


def _not_found(row: str, method: Method) -> Iterator[Kind]:
    yield from _instead(row, method, "404", answers.problem(404), "")


def _busy(row: str, method: Method) -> Iterator[Kind]:
    yield from _instead(row, method, "429", answers.problem(429, Retry_After=str(BUSY_S)), "(429)")


def _redirect(row: str, method: Method) -> Iterator[Kind]:
    for status in (301, 302, 303, 307, 308):
        yield from _instead(
            row, method, str(status), answers.problem(status, Location=ELSEWHERE), f"({status})"
        )


def _empty(row: str, method: Method) -> Iterator[Kind]:
    yield from _instead(row, method, "204", answers.answer(204), "")


def _truncated(row: str, method: Method) -> Iterator[Kind]:
    told = "The "
    for keep in (0.02, 0.5, 0.99):
        for bend in (
            answers.without_length,
            answers.as_http_1_0,
            answers.length_too_long,
            answers.chunked_without_end,
            answers.gzip_cut_short,
        ):
            act = Bent(partial(bend, keep=keep))
            yield Kind(row, method, f"{bend.__name__}-{keep}", act, True, told)


def _instead(row: str, method: Method, name: str, answer: bytes, told: str) -> Iterator[Kind]:
    yield Kind(row, method, name, Instead(answer), False, told)
    if method in (Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.DELETE):
        yield Kind(row, method, name, Instead(answer, done=True), True, told)


_MAKERS = {
    m.RESET_BEFORE: _reset_before,
    m.BROKEN_OFF: _broken_off,
    m.TIME_OUT: _time_out,
    m.FAILED_500: _failed,
    m.GATEWAY: _gateway,
    m.NOT_JSON: _not_json,
    m.REFUSED: _refused,
    m.SIGN_IN: _sign_in,
    m.NOT_FOUND: _not_found,
    m.BUSY: _busy,
    m.REDIRECT: _redirect,
    m.EMPTY_204: _empty,
    m.TRUNCATED: _truncated,
    m.SLOW_DRIP: _drip,
}


def kinds(method: Method, *rows: str) -> list[Kind]:
    """The kinds of several rows."""
    return [kind for row in rows for kind in of_row(row, method)]


_RARE = re.compile(
    r"HALF_CLOSE|body(1|500)-CLOSE|body0-RESET|answer.*-CLOSE|half-a-head-CLOSE|^(415|301|302|303|504|503|403)$"
    r"|-0\.(02|99)$|http10|broken202"
)


def params(found: list[Kind]) -> list[Any]:
    """For parametrize: kinds that differ from another one in a detail only belong to the long run."""
    return [
        pytest.param(one, id=str(one), marks=[pytest.mark.long] if _RARE.search(one.name) else [])
        for one in found
    ]
