"""What a broken or refused connection becomes: an error of `domain.errors`, with the sentence that a person
reads. Which error when: `failures`.
"""

from __future__ import annotations

import re
import socket
import ssl

from signdesk.domain.errors import (
    NotReached,
    ProxyRefused,
    ServerProblem,
    TimeLimit,
    TlsProblem,
    TooMuchWork,
    Unclear,
)
from signdesk.domain.messages import Message, join, msg
from signdesk.seal_api.answers import one_line
from signdesk.seal_api.calls import Call, Limit, LimitReached
from signdesk.seal_api.certificates import REVOCATION_UNKNOWN, REVOKED, reason_of, refusal_code
from signdesk.seal_api.failures import size_hint

TRANSIENT_TLS = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)
_CLIENT_CERTIFICATE_ALERTS = (
    "CERTIFICATE_REQUIRED",
    "ALERT_BAD_CERTIFICATE",
    "ALERT_UNSUPPORTED_CERTIFICATE",
    "ALERT_CERTIFICATE_",  # revoked, expired, unknown
    "ALERT_UNKNOWN_CA",
    "ALERT_ACCESS_DENIED",
)
_NOTHING_SENT = msg("Nothing was sent.")
_ASK_WHO_RUNS_IT = msg("Ask the server’s operator.")


def over_limit(reached: LimitReached, call: Call, host: str) -> ServerProblem:
    """TimeLimit, or NotReached where nothing had been sent."""
    seconds = f"{reached.seconds:g}"
    if not call.sent:
        return NotReached(
            join(
                _silent(call, host, seconds),
                _NOTHING_SENT,
                msg("Check the server’s address and your network connection."),
            ),
            detail=str(reached),
        )
    if reached.limit is Limit.RATE:
        sentence = msg(
            "The connection to the server has become too slow to go on. Check the network connection."
        )
    elif reached.limit is Limit.WORK:
        small = msg("The server’s answer came in far too many small parts to be read.")
        return TooMuchWork(join(small, _ASK_WHO_RUNS_IT), detail=str(reached))
    else:
        sentence = msg(
            "The server did not answer completely within {seconds} seconds. Try again later.", seconds=seconds
        )
    return TimeLimit(sentence, detail=str(reached))


def broken(call: Call, host: str, why: str, size_bytes: int = 0) -> ServerProblem:
    """The connection did not come about, or broke before a complete answer. `why`: the library's words."""
    trouble = call.trouble
    detail = one_line(f"{trouble or ''} {why}" if str(trouble or "") not in why else why)
    if isinstance(trouble, ssl.SSLError) and not isinstance(trouble, TRANSIENT_TLS):
        problem = _tls_problem(trouble, call, host, detail)
        if problem is not None:
            return problem
    if call.sent:
        return Unclear(
            join(
                msg(
                    "The connection to the server broke before its answer was complete. Check the network "
                    "connection."
                ),
                size_hint(size_bytes),
            ),
            detail=detail,
        )
    return NotReached(join(_unreached(call, host), _NOTHING_SENT), detail=detail)


def proxy_refusal(call: Call, host: str, why: str, *, signed_in: bool) -> NotReached:
    """The proxy's answer, `why` ("407 Proxy Authentication Required"), to our wish for a tunnel."""
    status = int(why[:3]) if re.match(r"[0-9]{3}", why) else None
    proxy = call.proxy
    kind: type[NotReached] = NotReached
    if status == 407:
        kind = ProxyRefused
        sentence = proxy_sign_in(proxy, signed_in=signed_in)
    elif status == 403:
        sentence = msg(
            "The proxy “{proxy}” does not allow connections to “{host}” (403). Ask your IT department to "
            "allow them.",
            proxy=proxy,
            host=host,
        )
    elif status in (502, 503, 504):
        sentence = msg(
            "The proxy “{proxy}” could not reach “{host}” ({status}). Check the server’s address, or try "
            "again later.",
            proxy=proxy,
            host=host,
            status=status,
        )
    else:
        sentence = msg(
            "The proxy “{proxy}” would not connect to “{host}” ({status}). Check the proxy’s address, and "
            "whether a sign-in page of your network is in the way.",
            proxy=proxy,
            host=host,
            status=why[:3],
        )
    detail = one_line(f"proxy {proxy}: {why}")
    return kind(join(sentence, _NOTHING_SENT), status=status, detail=detail)


def proxy_sign_in(proxy: str, *, signed_in: bool) -> Message:
    """What 407 means."""
    if signed_in:
        return msg(
            "The proxy “{proxy}” did not accept the user name and password (407). Enter them again in the "
            "connection’s settings.",
            proxy=proxy,
        )
    return msg(
        "The proxy “{proxy}” wants a user name and a password (407). Enter them in the connection’s "
        "settings.",
        proxy=proxy,
    )


def no_free_connection(host: str) -> NotReached:
    """All connections of the pool are in use."""
    return NotReached(
        join(
            msg("All connections to “{host}” are in use.", host=host),
            _NOTHING_SENT,
            msg("Try again a little later."),
        )
    )


def _silent(call: Call, host: str, seconds: str) -> Message:
    if call.at_proxy:
        return msg(
            "The proxy “{proxy}” did not answer within {seconds} seconds.", proxy=call.proxy, seconds=seconds
        )
    return msg("“{host}” did not answer within {seconds} seconds.", host=host, seconds=seconds)


def _unreached(call: Call, host: str) -> Message:
    missing = isinstance(call.trouble, socket.gaierror)
    if call.at_proxy and missing:
        return msg(
            "No proxy named “{proxy}” was found. Check the proxy’s address and your network connection.",
            proxy=call.proxy,
        )
    if call.at_proxy:
        return msg(
            "The proxy “{proxy}” could not be reached, or does not work. Check the proxy’s address and your "
            "network connection.",
            proxy=call.proxy,
        )
    if missing:
        return msg(
            "No server named “{host}” was found. Check the server’s address and your network connection.",
            host=host,
        )
    if isinstance(call.trouble, ConnectionRefusedError):
        return msg(
            "“{host}” could not be reached: it refuses connections at port {port}. Check the port in the "
            "server’s address, and that the server is running.",
            host=host,
            port=call.port,
        )
    return msg(
        "“{host}” could not be reached. Check that it is running, and your network connection.", host=host
    )


def _tls_problem(error: ssl.SSLError, call: Call, host: str, detail: str) -> TlsProblem | None:
    """After the first byte only an alert about our missing certificate is certain: TLS 1.3 tells it late."""
    reason = reason_of(error)
    if any(alert in reason for alert in _CLIENT_CERTIFICATE_ALERTS):
        return TlsProblem(_certificate_wanted(call, host), detail=detail)
    if call.sent:
        return None
    if isinstance(error, ssl.SSLCertVerificationError):
        sentence = _not_accepted(host, refusal_code(error))
    else:
        sentence = msg(
            "A secure connection to “{host}” could not be agreed on. Its address may be wrong.", host=host
        )
    return TlsProblem(join(sentence, _NOTHING_SENT, _ASK_WHO_RUNS_IT), detail=detail)


def _certificate_wanted(call: Call, host: str) -> Message:
    if call.has_certificate:
        return msg("“{host}” did not accept the client certificate. Ask the server’s operator.", host=host)
    return msg(
        "“{host}” asks for a client certificate, which has not been set up. Ask the server’s operator.",
        host=host,
    )


def _not_accepted(host: str, code: int) -> Message:
    """`code`: one of OpenSSL's verification codes (`certificates`)."""
    if code == 9:
        return msg("The certificate of “{host}” was not accepted: it is not valid yet.", host=host)
    if code == 10:
        return msg("The certificate of “{host}” was not accepted: it has expired.", host=host)
    if code in (18, 19, 20, 21):
        return msg(
            "The certificate of “{host}” was not accepted: it comes from an issuer that this computer does "
            "not trust.",
            host=host,
        )
    if code == REVOKED:
        return msg("The certificate of “{host}” was not accepted: it was revoked.", host=host)
    if code == REVOCATION_UNKNOWN:
        return msg(
            "The certificate of “{host}” was not accepted: this computer could not find out whether it was "
            "revoked. Check the network connection.",
            host=host,
        )
    if code in (62, 64):
        return msg("The certificate of “{host}” was not accepted: it belongs to another name.", host=host)
    return msg("The certificate of “{host}” was not accepted: it could not be verified.", host=host)
