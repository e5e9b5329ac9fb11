"""What an answer that is no success becomes: one table from method and status code to an error of
`domain.errors`, with the sentence that a person reads. Broken connections: `connection_failures`.

What becomes what, so that `jobs` can follow the fault matrix (signdesk/README.md, Fault matrix):

    name, connection, hand-shake, pool; or the socket died before our first byte       NotReached
    certificate or protocol of the secure connection refused                           TlsProblem
    the proxy would not pass us on to the server | 407 from it                NotReached | ProxyRefused
    anything that broke after our first byte may have left; status 408                 Unclear
    one of our own limits after that                                                   TimeLimit
    any other status code                                                              _REFUSALS
    a 2xx that does not hold what the method promises; what is no proper HTTP          BadAnswer
    a download that broke off after its 200 (any framing), gzip, unframed, not a ZIP   BadAnswer

So for a download BadAnswer and TimeLimit are the matrix' D (fetch again), Unclear ("reset before the body")
is its R. A 2xx to upload, accept or delete is read by `wire`.
"""

from __future__ import annotations

import ast
import email.utils
import re
from collections.abc import Callable, Container
from datetime import UTC

from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    TooBusy,
    Unclear,
)
from signdesk.domain.messages import Message, join, msg, size_words
from signdesk.seal_api.answers import Answer, one_line
from signdesk.seal_api.api_request import ApiMethod

LIKELY_SIZE_LIMIT_BYTES = 28_000_000  # ASP.NET takes 30,000,000 bytes by default
LONGEST_LINE = 120
_QUOTED = "bytearray("  # how h11 tells an offending line: "illegal header line: bytearray(b'X Y: 1')"
_LONGEST_QUOTED = 300
_Words = Callable[[int], Message]
_REFUSALS: tuple[tuple[ApiMethod | None, Container[int], type[ServerProblem], _Words], ...] = (
    (
        ApiMethod.CREATE,
        (400,),
        Refused,
        lambda status: msg(
            "This process is not valid on this server. Check the process number with the server’s operator."
        ),
    ),
    (
        ApiMethod.CREATE,
        (404,),
        NotFound,
        lambda status: msg(
            "The server does not know this process, or the address is not that of a sealing server. "
            "Check the process number and the server’s address."
        ),
    ),
    (
        ApiMethod.UPLOAD,
        (404,),
        NotFound,
        lambda status: msg(
            "The server does not know the batch that it had just made. Send the documents again."
        ),
    ),
    (
        ApiMethod.UPLOAD,
        (413,),
        Refused,
        lambda status: msg(
            "The documents together are larger than this server takes. Send them in smaller batches, or ask "
            "the server’s operator to allow more."
        ),
    ),
    (
        ApiMethod.ACCEPT,
        (404,),
        NotFound,
        lambda status: msg(
            "The server does not know this batch, or expects its number in another place of the request."
        ),
    ),
    (
        ApiMethod.DOWNLOAD,
        (404,),
        NotFound,
        lambda status: msg("The server does not have the result of this batch (any more)."),
    ),
    (None, (404,), NotFound, lambda status: msg("The server no longer knows this batch.")),
    (
        None,
        (401, 403),
        SignInRefused,
        lambda status: msg(
            "The server did not accept the sign-in ({status}). Check the key or the user name and password.",
            status=status,
        ),
    ),
    (
        None,
        (407,),
        Refused,
        lambda status: msg(
            "A proxy on the way wants a user name and a password (407). Check the proxy in the connection’s "
            "settings."
        ),
    ),
    (
        None,
        (408,),
        Unclear,
        lambda status: msg("The server gave up waiting for our request. Check the network connection."),
    ),
    (
        None,
        (429, 503),
        TooBusy,
        lambda status: msg(
            "The server is too busy at the moment ({status}). Try again a little later.", status=status
        ),
    ),
    (
        None,
        range(300, 400),
        Redirected,
        lambda status: msg(
            "The server points to another address ({status}), which SignDesk never follows. Enter the "
            "sealing server’s own address.",
            status=status,
        ),
    ),
    (
        None,
        range(500, 600),
        ServerFailed,
        lambda status: msg(
            "The server had a fault of its own ({status}). Try again later, or tell the server’s operator.",
            status=status,
        ),
    ),
    (None, range(400, 500), Refused, lambda status: _refused(status)),
    (None, range(1000), BadAnswer, lambda status: _refused(status)),
)


def refusal(method: ApiMethod, answer: Answer, size_bytes: int = 0) -> ServerProblem:
    """The error for an answer that is not a 2xx: that of the first row of the table that fits it.
    `size_bytes`: of the package, for the size hint.
    """
    status, detail = answer.status, answer.detail
    kind, words = next(
        (kind, words) for of, codes, kind, words in _REFUSALS if of in (None, method) and status in codes
    )
    sentence = words(status)
    if kind is TooBusy:
        return TooBusy(sentence, status=status, detail=detail, retry_after_s=retry_after_s(answer))
    if method is ApiMethod.UPLOAD and kind in (NotFound, ServerFailed):
        sentence = join(sentence, size_hint(size_bytes))
    return kind(sentence, status=status, detail=detail)


def _refused(status: int) -> Message:
    return msg("The server refused the request ({status}). The server’s operator can say why.", status=status)


def malformed(why: str) -> BadAnswer:
    """An answer that breaks the rules of HTTP. `why`: h11's words."""
    line = one_line(_offending_line(why), LONGEST_LINE)
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


def _offending_line(why: str) -> str:
    """The line that h11's words tell of, as text and cut; empty where they tell of none."""
    quoted = why.partition(_QUOTED)[2].rpartition(")")[0]
    try:
        line = ast.literal_eval(quoted) if len(quoted) < 20 * _LONGEST_QUOTED else quoted.encode()[2:]
    except (ValueError, SyntaxError):
        return ""
    return line[:_LONGEST_QUOTED].decode("latin-1") if isinstance(line, bytes) else ""
