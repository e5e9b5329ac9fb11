"""The doctor's findings about the answer to a harmless question: who answered, and the sign-in."""

from __future__ import annotations

from collections.abc import Callable

from signdesk.domain.errors import ServerProblem, TlsProblem
from signdesk.domain.messages import join, msg
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, failed, ok, skipped, warning

_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")


def unanswered(place: str, problem: ServerProblem) -> Finding:
    """The connection came about, and the harmless question brought no answer back."""
    remedy = Remedy.AGAIN
    if type(problem) is TlsProblem:
        remedy = Remedy.SETTINGS
        means = msg("The server wants to see a client certificate that it knows.")
        tell = msg("{place} asks for a client certificate. Please give me one, as PEM files.", place=place)
    else:
        means = msg("The connection came about, but the server did not answer a harmless question.")
        tell = msg(
            "{place} takes connections, but does not answer GET /api/BatchStatus/0 properly.", place=place
        )
    return failed(Stage.ANSWER, str(problem), means, tell, problem.detail, remedy)


def is_page(answer: Answer) -> bool:
    """Whether this is a web page, made for people."""
    start = answer.body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    named = answer.headers.get("content-type", "").lower().startswith("text/html")
    return named or start.startswith(_PAGE_STARTS)


def answered(host: str, answer: Answer, by_proxy: str) -> Finding:
    """Who answered the harmless question: a sealing server, or something else. `by_proxy`: the name of the
    proxy that may have answered in its place, or "".
    """
    for matches, words in _ANSWERS:
        if matches(answer):
            return words(host, answer, by_proxy)
    return ok(Stage.ANSWER, msg("“{host}” answers.", host=host), answer.detail)


def signed_in(host: str, answer: Answer, *, with_secret: bool) -> Finding:
    """What the answer says about the sign-in. `with_secret`: the question carried one."""
    if answer.status in (401, 403):
        return _refused(host, answer) if with_secret else _wanted(host, answer)
    if any(matches(answer) for matches, _ in _ANSWERS):
        return skipped(Stage.SIGN_IN, msg("Not known: what came back says nothing about the sign-in."))
    return ok(
        Stage.SIGN_IN,
        msg("The server answers with this sign-in.")
        if with_secret
        else msg("The server answers without a sign-in."),
        answer.detail,
    )


def _refused(host: str, answer: Answer) -> Finding:
    return failed(
        Stage.SIGN_IN,
        msg("“{host}” did not accept the sign-in ({status}).", host=host, status=answer.status),
        join(
            msg(
                "The key, or the user name and password, are wrong, have expired, or are sent in another "
                "way than the server expects."
            ),
            _page_remark(answer),
        ),
        msg(
            "{host} answers {status}. Is the sign-in still valid, and its header the right one?",
            host=host,
            status=answer.status,
        ),
        answer.detail,
        Remedy.SIGN_IN,
    )


def _wanted(host: str, answer: Answer) -> Finding:
    return failed(
        Stage.SIGN_IN,
        msg(
            "“{host}” wants a sign-in ({status}), and none has been entered.", host=host, status=answer.status
        ),
        join(
            msg("Enter the key, or the user name and password, that you were given for this server."),
            _page_remark(answer),
        ),
        msg("Please give me the sign-in for the sealing server."),
        answer.detail,
        Remedy.SIGN_IN,
    )


def _page_remark(answer: Answer) -> str:
    if not is_page(answer):
        return ""
    return msg("The answer was a web page, so it may also come from a filter of the network.")


def _proxy(host: str, answer: Answer, by_proxy: str) -> Finding:
    return failed(
        Stage.ANSWER,
        msg("The proxy “{proxy}” wants a user name and a password (407).", proxy=by_proxy)
        if by_proxy
        else msg("A proxy on the way wants a user name and a password (407)."),
        msg("It is the proxy that asks, not the sealing server. Enter them in the connection’s settings."),
        msg("Requests to {host} are answered with 407. Please give me a sign-in for the proxy.", host=host),
        answer.detail,
        Remedy.SETTINGS,
    )


def _moved(host: str, answer: Answer, by_proxy: str) -> Finding:
    return failed(
        Stage.ANSWER,
        msg(
            "“{host}” points to another address ({status}), which SignDesk never follows.",
            host=host,
            status=answer.status,
        ),
        msg(
            "Either this is not the sealing server’s own address, or a sign-in page of your network is in "
            "the way: open a page in your browser, and try again."
        ),
        msg(
            "{host} answers with a redirect ({status}). What is the sealing server’s own address?",
            host=host,
            status=answer.status,
        ),
        answer.detail,
        Remedy.ADDRESS,
    )


def _gateway(host: str, answer: Answer, by_proxy: str) -> Finding:
    if by_proxy:
        means = msg(
            "The sealing server itself did not answer; the proxy “{proxy}” may have done so. Try again "
            "later.",
            proxy=by_proxy,
        )
    else:
        means = msg(
            "The sealing server itself did not answer; something in front of the server may have done so. "
            "Try again later."
        )
    return failed(
        Stage.ANSWER,
        msg("“{host}” is not ready ({status}).", host=host, status=answer.status),
        means,
        msg(
            "Requests to {host} are answered with {status}. Is the sealing service running behind it?",
            host=host,
            status=answer.status,
        ),
        answer.detail,
    )


def _page(host: str, answer: Answer, by_proxy: str) -> Finding:
    sentence = msg(
        "“{host}” answered with a web page ({status}) instead of the sealing server’s data.",
        host=host,
        status=answer.status,
    )
    means = msg(
        "Either a sign-in page of your network is in the way (open a page in your browser, and try again), "
        "or this is the address of a web site, not of the sealing server."
    )
    tell = msg(
        "{host} answers /api/BatchStatus/0 with an HTML page. Is this the sealing server’s address?",
        host=host,
    )
    if answer.status // 100 == 2:
        return failed(Stage.ANSWER, sentence, means, tell, answer.detail, Remedy.ADDRESS)
    return warning(Stage.ANSWER, sentence, means, tell, answer.detail)


def _forbidding_page(host: str, answer: Answer, by_proxy: str) -> Finding:
    """Whoever made a page for people forbids it, which need not be the sealing server."""
    return failed(
        Stage.ANSWER,
        msg("“{host}” answered with a web page that forbids the request (403).", host=host),
        msg(
            "It is not known who forbids it: a filter of the network, something in front of the server, or "
            "the server itself, which may not accept the sign-in."
        ),
        msg(
            "{host} answers /api/BatchStatus/0 with 403 and an HTML page. Who forbids it, and why?", host=host
        ),
        answer.detail,
        Remedy.OTHERS,
    )


def _odd(host: str, answer: Answer, by_proxy: str) -> Finding:
    return warning(
        Stage.ANSWER,
        msg(
            "“{host}” answers ({status}), but not as a sealing server does.", host=host, status=answer.status
        ),
        msg("It may be another kind of server, or one that has a fault. A first batch will tell."),
        msg(
            "{host} answers /api/BatchStatus/0 with {status} and without the documented data.",
            host=host,
            status=answer.status,
        ),
        f"{answer.fault} {answer.detail}".strip(),
    )


def _busy(host: str, answer: Answer, by_proxy: str) -> Finding:
    return warning(
        Stage.ANSWER,
        msg("“{host}” is too busy at the moment (429).", host=host),
        msg("It can be reached, and asks to be left alone for a while."),
        detail=answer.detail,
    )


def _is_odd(answer: Answer) -> bool:
    if answer.status // 100 == 2:
        return bool(answer.fault) or not answer.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
    return answer.status > 500 or answer.status < 200


_Words = Callable[[str, Answer, str], Finding]
_ANSWERS: tuple[tuple[Callable[[Answer], bool], _Words], ...] = (
    (lambda answer: answer.status == 403 and is_page(answer), _forbidding_page),
    (lambda answer: answer.status == 407, _proxy),
    (lambda answer: answer.status // 100 == 3, _moved),
    (lambda answer: answer.status in (502, 503, 504), _gateway),
    (lambda answer: answer.status != 401 and is_page(answer), _page),
    (lambda answer: answer.status == 429, _busy),
    (_is_odd, _odd),
)
