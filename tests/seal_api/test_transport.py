"""Our sockets below httpcore."""

from __future__ import annotations

import socket
import ssl
import struct

import httpcore
import httpx
import pytest

from signdesk.domain.errors import NotReached
from signdesk.seal_api import exchange
from signdesk.seal_api.calls import Call, CallStopped, Limit, LimitReached, TimeLimits
from signdesk.seal_api.sockets import CurrentCall, LimitedStream
from tests.seal_api.talking import PATIENT
from tests.support.raw_server import reply


def test_what_the_server_said_before_our_first_byte_is_kept_and_nothing_counts_as_sent() -> None:
    """A parting 408 on a kept-alive connection: no answer to us, so the call may be repeated."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        current = CurrentCall()
        current.call = call = Call(PATIENT)
        call.begin()
        stream = LimitedStream(ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        theirs.sendall(reply(408))
        with pytest.raises(httpcore.WriteError):
            stream.write(b"POST / HTTP/1.1\r\n\r\n")
        assert stream.read(65536) == reply(408)
        assert not call.sent
        with pytest.raises(NotReached):
            exchange._refuse_early(call, httpx.Response(408), "seal.example.com")


def test_a_connection_reset_before_the_hand_shake_is_never_written_to_in_plain_text() -> None:
    """Python would wrap a socket that is no longer connected without a hand-shake, and write to it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        theirs.close()
    with pytest.raises(ConnectionResetError):
        ours.recv(1)
    current = CurrentCall()
    current.call = call = Call(PATIENT)
    call.begin()
    call.connecting()
    stream = LimitedStream(ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    with pytest.raises(httpcore.ConnectError):
        stream.start_tls(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "localhost")
    assert not call.sent
    assert isinstance(call.trouble, OSError)


def test_what_is_said_to_a_proxy_belongs_to_the_time_for_connecting_and_counts_as_nothing_sent() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        current = CurrentCall()
        current.call = call = Call(TimeLimits(connect_s=0.05))
        call.begin()
        call.connecting()
        stream = LimitedStream(
            ours, current, lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), tunnelling=True
        )
        stream.write(b"CONNECT seal.example:443 HTTP/1.1\r\n\r\n")
        with pytest.raises(LimitReached) as caught:
            stream.read(65536)
        assert caught.value.limit is Limit.CONNECT
        assert not call.sent
        call.stop()
        with pytest.raises(CallStopped):
            stream.write(b"more")


def test_an_idle_connection_is_readable_once_the_server_has_gone() -> None:
    """What the pool asks before it uses a kept-alive connection again."""
    ours, theirs = socket.socketpair()
    with ours:
        stream = LimitedStream(ours, CurrentCall(), lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        assert stream.get_extra_info("is_readable") is False
        theirs.close()
        assert stream.get_extra_info("is_readable") is True
        stream.close()
        assert stream.get_extra_info("is_readable") is True
