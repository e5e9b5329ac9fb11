"""Bodies on their way, in the worker thread: a package that is sent, a short answer, a result.

Checks what httpx does not: framing, encoding, size, and that a result begins as a ZIP.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress

import httpcore
import httpx

from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg
from signdesk.seal_api import failures
from signdesk.seal_api.answers import LONGEST_SAID_BYTES, Answer
from signdesk.seal_api.api_request import Download, Upload
from signdesk.seal_api.calls import Call, CallStopped, LimitReached

REPORT_INTERVAL_S = 0.1
ZIP_START = b"PK"
BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


class _Progress:
    """Adds up bytes and reports at most every REPORT_INTERVAL_S, and at the end."""

    def __init__(self, report: Callable[[int], object]) -> None:
        self._report = report
        self._total_bytes = 0
        self._reported_at = time.monotonic()

    def add(self, size_bytes: int) -> int:
        self._total_bytes += size_bytes
        if time.monotonic() - self._reported_at >= REPORT_INTERVAL_S:
            self._reported_at = time.monotonic()
            self._report(self._total_bytes)
        return self._total_bytes

    def end(self) -> None:
        self._report(self._total_bytes)


class SourceFailed(Exception):
    """Carries an error of the caller's chunks through httpx unchanged."""

    def __init__(self, error: Exception) -> None:
        super().__init__(type(error).__name__)
        self.error = error


def sending(call: Call, upload: Upload) -> Generator[bytes, None, None]:
    """The package on its way; a piece counts as sent when the socket has taken it. Every error in here is the
    source's and travels as SourceFailed.
    """
    call.body_sent = False
    call.transferring()
    progress, taken = _Progress(upload.sent), 0
    chunks = iter(upload.chunks)
    try:
        for chunk in chunks:
            taken += len(chunk)
            _check_length(taken <= upload.size_bytes)
            yield chunk
            call.check()
            progress.add(len(chunk))
        _check_length(taken == upload.size_bytes)
        progress.end()
    except (CallStopped, SourceFailed):
        raise
    except Exception as error:
        raise SourceFailed(error) from error
    finally:
        if isinstance(chunks, Generator):
            chunks.close()  # here, so that no file stays open in a thread that has ended
    call.body_sent = True
    call.awaiting_answer()


def _check_length(as_promised: bool) -> None:
    if not as_promised:
        raise InputProblem(
            msg("The documents changed while they were being sent, so nothing was sealed. Add them again.")
        )


def fault_of(response: httpx.Response) -> str:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        return "Encoded in a way that was not asked for."
    framed = "content-length" in response.headers or _is_chunked(response)
    return "" if framed or response.status_code in (204, 304) else "Sent without a length."


def is_malformed(error: Exception, call: Call) -> bool:
    """Whether the answer breaks the rules of HTTP, while the connection was whole."""
    return isinstance(error, httpcore.RemoteProtocolError) and call.sent and not call.ended


def _is_chunked(response: httpx.Response) -> bool:
    return "chunked" in response.headers.get("transfer-encoding", "").lower()


def short_body(response: httpx.Response, most_bytes: int) -> bytes:
    """All of a short answer. Raises BadAnswer beyond `most_bytes`."""
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > most_bytes:
            raise failures.bad_answer(answer_of(response), msg("The server’s answer is far too long."))
    return bytes(body)


def refusal_body(response: httpx.Response) -> bytes:
    """As much of a refusal's words as can be had; its status code is what counts."""
    body = bytearray()
    if response.headers.get("content-encoding", "identity").strip().lower() == "identity":
        with suppress(LimitReached, *BROKEN):
            for piece in response.iter_raw():
                body += piece
                if len(body) >= LONGEST_SAID_BYTES:
                    break
    return bytes(body[:LONGEST_SAID_BYTES])


def _result(response: httpx.Response, call: Call) -> Iterator[bytes]:
    """The pieces of a ZIP. Raises BadAnswer where something else comes, or where it breaks off."""
    start: bytes = b""
    try:
        for piece in response.iter_raw():
            if len(start) < len(ZIP_START):
                start += piece
                if len(start) < len(ZIP_START):
                    continue
                piece = start
            if not start.startswith(ZIP_START):
                break
            yield piece
    except BROKEN as error:
        if is_malformed(error, call):
            raise
        raise failures.bad_answer(
            answer_of(response), msg("The connection broke while the result was fetched.")
        ) from None
    if not start.startswith(ZIP_START):
        words = msg("The server sent something other than a result.")
        raise failures.bad_answer(answer_of(response, start[:LONGEST_SAID_BYTES]), words)


def receive(call: Call, response: httpx.Response, fault: str, to: Download) -> None:
    if response.status_code in (204, 205, 206) or fault:
        raise failures.bad_answer(answer_of(response, b"", fault), msg("The server sent no complete result."))
    length = None if _is_chunked(response) else response.headers.get("content-length")
    progress = _Progress(lambda size_bytes: to.got(size_bytes, int(length) if length else None))
    call.transferring()
    for piece in _result(response, call):
        call.check()
        to.write(piece)
        progress.add(len(piece))
    progress.end()


def answer_of(response: httpx.Response, body: bytes = b"", fault: str = "") -> Answer:
    return Answer(response.status_code, dict(response.headers), body, fault)
