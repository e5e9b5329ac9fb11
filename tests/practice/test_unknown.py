"""What the practice server reads of those who do not know its key: it is bounded."""

from __future__ import annotations

import socket
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from tests.practice.calls import call, sent
from tests.support.practice_runner import PracticeRun

MIB = 1 << 20
PROMISED_BYTES = 256 * MIB


def poured(practice: PracticeRun, target: str, key: str) -> int:
    """Sends a body of 256 MiB for as long as it is taken; how much of it was."""
    address = urlsplit(practice.server.base_url)
    head = f"POST {target} HTTP/1.1\r\nHost: localhost\r\nAPI-KEY: {key}\r\n"
    size_bytes = 0
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=30) as sock:
        sock.sendall(f"{head}Content-Length: {PROMISED_BYTES}\r\n\r\n".encode())
        with suppress(ConnectionError):
            while size_bytes < PROMISED_BYTES:
                size_bytes += sock.send(bytes(64 * 1024))
    return size_bytes


@pytest.mark.parametrize("target", ["/api/upload/2123", "/api/AcceptBatch", "/", "/api/CreateBatch/1"])
def test_of_a_long_body_without_the_key_only_the_beginning_is_read(
    practice: PracticeRun, target: str
) -> None:
    taken_bytes = poured(practice, target, "wrong")
    (received,) = practice.ledger.received
    assert received.http_status == 401
    assert received.body_bytes < 10 * MIB
    assert taken_bytes < 64 * MIB  # the system's buffers hold the rest
    assert call(practice, "POST", "/api/CreateBatch/1").status == 201


def test_of_a_long_body_that_holds_no_number_only_the_beginning_is_read(practice: PracticeRun) -> None:
    batch_id = sent(practice, {"a.txt": b"text"})
    body = b'{"batchId": %s, "x": "%s"}' % (batch_id.encode(), b"x" * MIB)
    assert call(practice, "POST", "/api/AcceptBatch", body).status == 404
    assert practice.ledger.accepted(batch_id) == 0
    assert practice.ledger.received[-1].body_bytes < MIB
