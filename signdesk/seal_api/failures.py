"""Status codes and broken connections -> domain errors, with the sentences that a person reads.

What becomes what, so that `jobs` can follow the fault matrix (signdesk/README.md, Fault matrix):

    name, connection, hand-shake, pool; or the socket died before our first byte       NotReached
    certificate or protocol of the secure connection refused                           TlsProblem
    the proxy would not pass us on to the server | 407 from it                NotReached | ProxyRefused
    anything that broke after our first byte may have left; status 408                 Unclear
    one of our own limits after that                                                   TimeLimit
    401 403 | 404 | 429 503 | other 5xx | 3xx | any other code       SignInRefused | NotFound | TooBusy |
                                                                     ServerFailed | Redirected | Refused
    a 2xx that does not hold what the method promises; 1xx; what is no proper HTTP     BadAnswer
    a download that broke off after its 200 (any framing), gzip, unframed, not a ZIP   BadAnswer

So for a download BadAnswer and TimeLimit are the matrix' D (fetch again), Unclear ("reset before the body")
is its R. A 2xx to upload, accept or delete is read by `wire` and `client`.
"""

from __future__ import annotations

import email.utils
import re
import socket
import ssl
from datetime import UTC

from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    NotReached,
    ProxyRefused,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    TimeLimit,
    TlsProblem,
    TooBusy,
    TooMuchWork,
    Unclear,
)
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.sizes import size_words
from signdesk.seal_api.answers import Answer, one_line
from signdesk.seal_api.api_request import ApiMethod
from signdesk.seal_api.calls import Call, Limit, LimitReached
from signdesk.seal_api.certificates import REVOCATION_UNKNOWN, REVOKED, reason_of, refusal_code
from signdesk.seal_api.header_lines import offending_line

LIKELY_SIZE_LIMIT_BYTES = 28_000_000  # ASP.NET takes 30,000,000 bytes by default
LONGEST_LINE = 120
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
_SENTENCES = {
    (ApiMethod.CREATE, 400): msg(
        "This process is not valid on this server. Check the process number with the server’s operator."
    ),
    (ApiMethod.CREATE, 404): msg(
        "The server does not know this process, or the address is not that of a sealing server. "
        "Check the process number and the server’s address."
    ),
    (ApiMethod.UPLOAD, 404): msg(
        "The server does not know the batch that it had just made. Send the documents again."
    ),
    (ApiMethod.UPLOAD, 413): msg(
        "The documents together are larger than this server takes. Send them in smaller batches, or ask "
        "the server’s operator to allow more."
    ),
    (ApiMethod.ACCEPT, 404): msg(
        "The server does not know this batch, or expects its number in another place of the request."
    ),
    (ApiMethod.STATUS, 404): msg("The server no longer knows this batch."),
    (ApiMethod.DOWNLOAD, 404): msg("The server does not have the result of this batch (any more)."),
    (ApiMethod.DELETE, 404): msg("The server no longer knows this batch."),
}


def refusal(method: ApiMethod, answer: Answer, size_bytes: int = 0) -> ServerProblem:
    """The error for an answer that is not a 2xx. `size_bytes`: of the package, for the size hint."""
    status, detail = answer.status, answer.detail
    if status == 408:
        sentence = msg("The server gave up waiting for our request. Check the network connection.")
        return Unclear(sentence, status=status, detail=detail)
    if status in (429, 503):
        sentence = msg(
            "The server is too busy at the moment ({status}). Try again a little later.", status=status
        )
        return TooBusy(sentence, status=status, detail=detail, retry_after_s=retry_after_s(answer))
    kind = _kind(status)
    sentence = _SENTENCES.get((method, status)) or _general_sentence(kind, status)
    if method is ApiMethod.UPLOAD and status != 413 and kind in (NotFound, ServerFailed):
        sentence = join(sentence, size_hint(size_bytes))
    return kind(sentence, status=status, detail=detail)


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


def malformed(why: str) -> BadAnswer:
    """An answer that breaks the rules of HTTP. `why`: h11's words."""
    line = one_line(offending_line(why), LONGEST_LINE)
    sentence = msg(
        "The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it cannot "
        "be read."
    )
    if line:
        sentence = msg(
            "The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it "
            "cannot be read. The wrong line is “{line}”.",
            line=line,
        )
    return BadAnswer(
        join(sentence, msg("Ask the server’s operator, or your IT department.")),
        detail=one_line(why),
    )


def bad_answer(
    answer: Answer,
    what: Message,
    then: Message = msg(  # noqa: B008 - a frozen value
        "Check the server’s address, and whether a sign-in page of your network is in the way."
    ),
) -> BadAnswer:
    """`what`: a sentence. `then`: the next step."""
    return BadAnswer(
        join(what, then),
        status=answer.status,
        detail=f"{answer.fault} {answer.detail}".strip(),
    )


def size_hint(size_bytes: int) -> str:
    """For an upload that failed without saying why: hosting software often limits its size silently. Empty
    where the package is small.
    """
    if size_bytes <= LIKELY_SIZE_LIMIT_BYTES:
        return ""
    return msg(
        "The cause can also be the size of the batch ({size}): many servers take at most 30 MB at once. "
        "Smaller batches may help.",
        size=size_words(size_bytes),
    )


def retry_after_s(answer: Answer) -> float | None:
    """Seconds, 1..3600. A date counts against the reply's own Date header, never our clock."""
    wanted = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", wanted):
        return min(max(float(wanted), 1.0), 3600.0)
    try:
        until = email.utils.parsedate_to_datetime(wanted)
        since = email.utils.parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until, since = (one if one.tzinfo else one.replace(tzinfo=UTC) for one in (until, since))
    return min(max((until - since).total_seconds(), 1.0), 3600.0)


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


def _kind(status: int) -> type[ServerProblem]:
    exact: dict[int, type[ServerProblem]] = {401: SignInRefused, 403: SignInRefused, 404: NotFound}
    by_class: dict[int, type[ServerProblem]] = {1: BadAnswer, 3: Redirected, 4: Refused, 5: ServerFailed}
    return exact.get(status) or by_class.get(status // 100, BadAnswer)


def _general_sentence(kind: type[ServerProblem], status: int) -> Message:
    if kind is SignInRefused:
        return msg(
            "The server did not accept the sign-in ({status}). Check the key or the user name and password.",
            status=status,
        )
    if status == 407:
        return msg(
            "A proxy on the way wants a user name and a password (407). Check the proxy in the connection’s "
            "settings."
        )
    if kind is Redirected:
        return msg(
            "The server points to another address ({status}), which SignDesk never follows. Enter the "
            "sealing server’s own address.",
            status=status,
        )
    if kind is ServerFailed:
        return msg(
            "The server had a fault of its own ({status}). Try again later, or tell the server’s operator.",
            status=status,
        )
    return msg("The server refused the request ({status}). The server’s operator can say why.", status=status)


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
