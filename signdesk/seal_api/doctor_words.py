"""The doctor's sentences: what broke, what that means for the person, and what to tell IT."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from signdesk.domain.errors import NotReached, ServerProblem, TlsProblem
from signdesk.domain.words import Words, say, sentences
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.certificates import Certificate
from signdesk.seal_api.failures import TRANSIENT_TLS, proxy_sign_in
from signdesk.seal_api.findings import Finding, Stage, Verdict

SOON = timedelta(days=14)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_OTHER_NAME = (62, 64)  # OpenSSL's verification codes
_EXPIRED = 10
_NOT_YET = 9


def ok(stage: Stage, sentence: str, detail: str = "") -> Finding:
    return Finding(stage, Verdict.OK, sentence, detail=detail)


def skipped(stage: Stage, sentence: str) -> Finding:
    return Finding(stage, Verdict.SKIPPED, sentence)


def failed(stage: Stage, sentence: str, means: str, tell: str, detail: str = "") -> Finding:
    return Finding(stage, Verdict.FAILED, sentence, means, tell, detail)


def warning(stage: Stage, sentence: str, means: str, tell: str = "", detail: str = "") -> Finding:
    return Finding(stage, Verdict.WARNING, sentence, means, tell, detail)


def setting(stage: Stage, problem: Exception) -> Finding:
    """A value or a file of the connection cannot be used."""
    return failed(
        stage,
        str(problem),
        say("This is about what is set up here, on this computer. Nothing was sent to anybody."),
        say("The settings of the connection in SignDesk need a look."),
    )


def unknown_name(host: str, problem: ServerProblem, *, of_proxy: bool) -> Finding:
    """The name server does not know it, or cannot be asked."""
    if of_proxy:
        means = say(
            "Either there is a slip in the proxy’s address, or this computer cannot ask for names at the "
            "moment: there is no network, or the office’s (VPN) is not connected."
        )
    else:
        means = say(
            "Either there is a slip in the server’s address, or this computer cannot ask for names at the "
            "moment: there is no network, or the office’s (VPN) is not connected."
        )
    tell = say("On this computer, the name {host} cannot be resolved (DNS).", host=host)
    return failed(Stage.NAME, str(problem), means, tell, problem.detail)


def not_connected(stage: Stage, place: str, problem: ServerProblem, trouble: OSError | None) -> Finding:
    """No TCP connection to `place` (host:port)."""
    if isinstance(trouble, ConnectionRefusedError):
        means = say(
            "The computer at this address is there, but no program answers at this port: it is switched off, "
            "or the port in the address is wrong."
        )
        tell = say(
            "A connection to {place} is refused. Is the service running, and on this port?", place=place
        )
    elif trouble is not None and trouble.errno in (
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.EADDRNOTAVAIL,
    ):
        means = say("There is no way to this address from here: no network, or the VPN is not connected.")
        tell = say("There is no route from this computer to {place}.", place=place)
    else:
        means = say(
            "Nobody answered. Often a firewall is in the way, or the server can only be reached from within "
            "the office’s network (VPN)."
        )
        tell = say(
            "Connections from this computer to {place} (TCP) get no answer. Does a firewall block them?",
            place=place,
        )
    return failed(stage, str(problem), means, tell, problem.detail)


def proxy_wants_sign_in(proxy: str, offers: str, *, signed_in: bool) -> Finding:
    """407. `offers`: its Proxy-Authenticate."""
    kinds = [one.strip().partition(" ")[0] for one in offers.split(",")]
    if offers and not any(kind.lower() == "basic" for kind in kinds):
        means = say(
            "The proxy takes other kinds of sign-in only, which SignDesk does not speak. Your IT department "
            "can let SignDesk pass without one, or name another proxy."
        )
    else:
        means = say("Until the proxy knows who you are, nothing gets out of the office’s network.")
    if offers:
        answers = say(
            "The proxy {proxy} answers CONNECT with 407 and offers: {offers}.", proxy=proxy, offers=offers
        )
    else:
        answers = say("The proxy {proxy} answers CONNECT with 407 and offers: nothing.", proxy=proxy)
    ask = say(
        "SignDesk speaks Basic. Please allow the server’s address without a sign-in, or give me a user name "
        "and a password."
    )
    sentence = proxy_sign_in(proxy, signed_in=signed_in)
    return failed(Stage.PROXY, sentence, means, sentences(answers, ask), f"407; offers {offers}")


def proxy_is_none(proxy: str, problem: ServerProblem) -> Finding:
    """It took the connection and then failed at CONNECT."""
    return failed(
        Stage.PROXY,
        str(problem),
        say("What answers there does not behave like a proxy. The proxy’s address or port may be wrong."),
        say("{place} does not answer CONNECT properly. Is it an HTTP proxy, and on this port?", place=proxy),
        problem.detail,
    )


def proxy_refuses(place: str, proxy: str, problem: ServerProblem) -> Finding:
    """Any other answer to CONNECT that is not a 2xx."""
    if problem.status == 403:
        means = say(
            "The office’s rules do not allow this connection. Only your IT department can change that."
        )
        tell = say(
            "Please allow connections through the proxy {proxy} to {place} (CONNECT is answered with 403).",
            proxy=proxy,
            place=place,
        )
    elif problem.status in (502, 503, 504):
        means = say(
            "The proxy works, but it cannot reach the server: the server’s address is wrong, the server is "
            "switched off, or a firewall is between the two."
        )
        tell = say(
            "The proxy {proxy} cannot reach {place} (CONNECT is answered with {status}).",
            proxy=proxy,
            place=place,
            status=problem.status,
        )
    else:
        means = say(
            "The proxy gave an answer that leads nowhere. It may want you to sign in to the network first: "
            "open a page in your browser, and try again."
        )
        tell = say(
            "The proxy {proxy} answers CONNECT to {place} with {status}.",
            proxy=proxy,
            place=place,
            status=problem.status,
        )
    return failed(Stage.CONNECTION, str(problem), means, tell, problem.detail)


def believed(host: str, certificate: Certificate | None) -> Finding:
    """The hand-shake went well."""
    if certificate is None:
        return ok(Stage.ENCRYPTION, say("The connection to “{host}” is encrypted.", host=host))
    until = f"{certificate.until:%Y-%m-%d}"
    sentence = say(
        "“{host}” proves who it is with a certificate from {issuer}, valid until {until}.",
        host=host,
        issuer=certificate.issuer,
        until=until,
    )
    if certificate.until - datetime.now(UTC) > SOON:
        return ok(Stage.ENCRYPTION, sentence, certificate.detail)
    return warning(
        Stage.ENCRYPTION,
        sentence,
        say("That is soon. After this day nothing can be sealed until the certificate has been renewed."),
        say("The certificate of {host} ends on {until}. Please renew it.", host=host, until=until),
        certificate.detail,
    )


def not_believed(
    place: str, problem: ServerProblem, trouble: OSError | None, certificate: Certificate | None
) -> Finding:
    """The hand-shake failed. `certificate`: what the server showed, where that could be seen."""
    means, tell = _tls_words(place, trouble, certificate)
    detail = problem.detail if certificate is None else f"{problem.detail}; {certificate.detail}"
    return failed(Stage.ENCRYPTION, str(problem), means, tell, detail)


def _tls_words(place: str, trouble: OSError | None, certificate: Certificate | None) -> tuple[Words, Words]:
    if isinstance(trouble, ssl.SSLCertVerificationError):
        code = getattr(trouble, "verify_code", 0)
        return _certificate_words(place, code, certificate) if certificate else _unseen_words(place, code)
    cut_off = isinstance(trouble, TRANSIENT_TLS)
    reason = (trouble.reason or "") if isinstance(trouble, ssl.SSLError) and not cut_off else ""
    if "ALERT" in reason and ("CERTIFICATE" in reason or "UNKNOWN_CA" in reason or "HANDSHAKE" in reason):
        return (
            say(
                "The server broke the connection off while both sides introduced themselves. It may want a "
                "client certificate, or another one."
            ),
            say(
                "{place} ends the TLS hand-shake with an alert ({reason}). Does it want a client certificate?",
                place=place,
                reason=reason,
            ),
        )
    if reason:
        return (
            say(
                "What answers there does not speak the language of secure connections (TLS), or only an "
                "outdated one. The port in the address may be wrong, or a sign-in page of the network is in "
                "the way."
            ),
            say(
                "{place} cannot agree with SignDesk on TLS ({reason}). Is it a TLS port, with TLS 1.2 or "
                "newer?",
                place=place,
                reason=reason,
            ),
        )
    return (
        say(
            "The connection came about, and then was cut or fell silent. A firewall or a filter of the "
            "network may not let it through."
        ),
        say(
            "TCP to {place} works, but the TLS hand-shake is cut off or not answered. Does a filter block it?",
            place=place,
        ),
    )


def _certificate_words(place: str, code: int, certificate: Certificate) -> tuple[Words, Words]:
    now, issuer = datetime.now(UTC), certificate.issuer
    if code == _EXPIRED or certificate.until < now:
        until = f"{certificate.until:%Y-%m-%d}"
        return (
            say(
                "The server’s certificate ended on {until}; this computer’s date is {today}. If that date is "
                "right, the certificate has to be renewed before anything can be sent.",
                until=until,
                today=f"{now:%Y-%m-%d}",
            ),
            say(
                "The certificate of {place} (from {issuer}) ended on {until}. Please renew it.",
                place=place,
                issuer=issuer,
                until=until,
            ),
        )
    if code == _NOT_YET or certificate.since > now:
        since = f"{certificate.since:%Y-%m-%d}"
        return (
            say(
                "The server’s certificate is valid only from {since} on; this computer’s date is {today}. "
                "Check the date of this computer.",
                since=since,
                today=f"{now:%Y-%m-%d}",
            ),
            say(
                "The certificate of {place} (from {issuer}) is valid only from {since} on.",
                place=place,
                issuer=issuer,
                since=since,
            ),
        )
    if code in _OTHER_NAME:
        return (
            say(
                "The certificate is for {names}. The address may be wrong, or another server answers there.",
                names=certificate.for_whom,
            ),
            say(
                "{place} shows a certificate for {names}. Which address is right, or can the name be added?",
                place=place,
                names=certificate.for_whom,
            ),
        )
    return (
        say(
            "The certificate comes from {issuer}, which this computer does not know. It may be your "
            "office’s own authority, a device of your network that looks into connections, or somebody else.",
            issuer=issuer,
        ),
        say(
            "{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s "
            "certificate as a PEM file, or install it on this computer.",
            place=place,
            issuer=issuer,
        ),
    )


def _unseen_words(place: str, code: int) -> tuple[Words, Words]:
    """The certificate itself could not be read."""
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    if code == _EXPIRED:
        return (
            say(
                "The server’s certificate ended; this computer’s date is {today}. If that date is right, the "
                "certificate has to be renewed before anything can be sent.",
                today=today,
            ),
            say("The certificate of {place} (from an unknown issuer) ended. Please renew it.", place=place),
        )
    if code == _NOT_YET:
        return (
            say(
                "The server’s certificate is valid only later; this computer’s date is {today}. Check the "
                "date of this computer.",
                today=today,
            ),
            say("The certificate of {place} (from an unknown issuer) is valid only later.", place=place),
        )
    if code in _OTHER_NAME:
        return (
            say(
                "The certificate is for another name. The address may be wrong, or another server answers "
                "there."
            ),
            say(
                "{place} shows a certificate for another name. Which address is right, or can the name be "
                "added?",
                place=place,
            ),
        )
    return (
        say(
            "The certificate comes from an unknown issuer, which this computer does not know. It may be your "
            "office’s own authority, a device of your network that looks into connections, or somebody else."
        ),
        say(
            "{place} shows a certificate from an unknown issuer. If that is right, please give me this "
            "issuer’s certificate as a PEM file, or install it on this computer.",
            place=place,
        ),
    )


def unanswered(place: str, problem: ServerProblem) -> Finding:
    """The connection came about, and the harmless question brought no answer back."""
    if type(problem) is TlsProblem:
        means = say("The server wants to see a client certificate that it knows.")
        tell = say("{place} asks for a client certificate. Please give me one, as PEM files.", place=place)
    else:
        means = say("The connection came about, but the server did not answer a harmless question.")
        tell = say(
            "{place} takes connections, but does not answer GET /api/BatchStatus/0 properly.", place=place
        )
    return failed(Stage.SIGN_IN, str(problem), means, tell, problem.detail)


def is_page(answer: Answer) -> bool:
    """Whether this is a web page, made for people."""
    start = answer.body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    named = answer.headers.get("content-type", "").lower().startswith("text/html")
    return named or start.startswith(_PAGE_STARTS)


def answered(host: str, answer: Answer, *, signed_in: bool, by_proxy: str) -> Finding:
    """What a harmless question brought back."""
    for matches, words in _ANSWERS:
        if matches(answer):
            return words(host, answer, signed_in, by_proxy)
    return ok(
        Stage.SIGN_IN,
        say("The server answers, and does not refuse the sign-in.")
        if signed_in
        else say("The server answers, and asks for no sign-in."),
        answer.detail,
    )


_Words = Callable[[str, Answer, bool, str], Finding]


def _refused(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    page = ""
    if is_page(answer):
        page = say("The answer was a web page, so it may also come from a filter of the network.")
    if signed_in:
        return failed(
            Stage.SIGN_IN,
            say("“{host}” did not accept the sign-in ({status}).", host=host, status=answer.status),
            sentences(
                say("The key, or the user name and password, are wrong or have ended, or go the wrong way."),
                page,
            ),
            say(
                "{host} answers {status}. Is the sign-in still valid, and its header the right one?",
                host=host,
                status=answer.status,
            ),
            answer.detail,
        )
    return failed(
        Stage.SIGN_IN,
        say(
            "“{host}” wants a sign-in ({status}), and none has been entered.", host=host, status=answer.status
        ),
        sentences(
            say("Enter the key, or the user name and password, that you were given for this server."), page
        ),
        say("Please give me the sign-in for the sealing server."),
        answer.detail,
    )


def _proxy(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return failed(
        Stage.SIGN_IN,
        say("The proxy “{proxy}” wants a user name and a password (407).", proxy=by_proxy)
        if by_proxy
        else say("A proxy on the way wants a user name and a password (407)."),
        say("It is the proxy that asks, not the sealing server. Enter them in the connection’s settings."),
        say("Requests to {host} are answered with 407. Please give me a sign-in for the proxy.", host=host),
        answer.detail,
    )


def _moved(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return failed(
        Stage.SIGN_IN,
        say(
            "“{host}” points to another address ({status}), which SignDesk never follows.",
            host=host,
            status=answer.status,
        ),
        say(
            "Either this is not the sealing server’s own address, or a sign-in page of your network is in "
            "the way: open a page in your browser, and try again."
        ),
        say(
            "{host} answers with a redirect ({status}). What is the sealing server’s own address?",
            host=host,
            status=answer.status,
        ),
        answer.detail,
    )


def _gateway(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    if by_proxy:
        means = say(
            "The sealing server itself did not answer; the proxy “{proxy}” may have done so. Try again "
            "later.",
            proxy=by_proxy,
        )
    else:
        means = say(
            "The sealing server itself did not answer; something in front of the server may have done so. "
            "Try again later."
        )
    return failed(
        Stage.SIGN_IN,
        say("“{host}” is not ready ({status}).", host=host, status=answer.status),
        means,
        say(
            "Requests to {host} are answered with {status}. Is the sealing service running behind it?",
            host=host,
            status=answer.status,
        ),
        answer.detail,
    )


def _page(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    sentence = say(
        "“{host}” answered with a web page ({status}) instead of the sealing server’s data.",
        host=host,
        status=answer.status,
    )
    means = say(
        "Either a sign-in page of your network is in the way (open a page in your browser, and try again), "
        "or this is the address of a web site, not of the sealing server."
    )
    tell = say(
        "{host} answers /api/BatchStatus/0 with an HTML page. Is this the sealing server’s address?",
        host=host,
    )
    make = failed if answer.status // 100 == 2 else warning
    return make(Stage.SIGN_IN, sentence, means, tell, answer.detail)


def _odd(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return warning(
        Stage.SIGN_IN,
        say(
            "“{host}” answers ({status}), but not as a sealing server does.", host=host, status=answer.status
        ),
        say("It may be another kind of server, or one that has a fault. A first batch will tell."),
        say(
            "{host} answers /api/BatchStatus/0 with {status} and without the documented data.",
            host=host,
            status=answer.status,
        ),
        f"{answer.fault} {answer.detail}".strip(),
    )


def _busy(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return warning(
        Stage.SIGN_IN,
        say("“{host}” is too busy at the moment (429).", host=host),
        say("It can be reached, and asks to be left alone for a while."),
        detail=answer.detail,
    )


def may_be_made(process_id: int, detail: str) -> Finding:
    """No complete answer to the wish for an empty batch."""
    return failed(
        Stage.PROCESS,
        say("The server did not say whether it made the empty batch."),
        say("An empty batch may be left on the server; nothing was sealed."),
        say("A test of process {process} got no complete answer to CreateBatch.", process=process_id),
        detail,
    )


def not_made(process_id: int, problem: ServerProblem) -> Finding:
    """The server, or the way to it, refused an empty batch."""
    means = say("Nothing was made, and nothing was sealed.")
    if not isinstance(problem, NotReached) and problem.status is None:
        means = say("Nothing was sealed.")
    tell = say(
        "Is process {process} valid on the sealing server, and may my sign-in use it?", process=process_id
    )
    return failed(Stage.PROCESS, str(problem), means, tell, problem.detail)


def not_removed(process_id: int, batch_id: str, detail: str) -> Finding:
    """The empty batch was made, and stays."""
    return warning(
        Stage.PROCESS,
        say(
            "Process {process} takes batches. An empty batch (number {number}) was made for this test, and "
            "could not be removed.",
            process=process_id,
            number=batch_id,
        ),
        say("It does no harm; nothing was sealed."),
        say("Please remove the empty batch {number} from the sealing server.", number=batch_id),
        detail,
    )


def removed(process_id: int, batch_id: str) -> Finding:
    """The empty batch was made and is gone."""
    return ok(
        Stage.PROCESS,
        say(
            "Process {process} takes batches. An empty batch (number {number}) was made for this test and "
            "removed again.",
            process=process_id,
            number=batch_id,
        ),
    )


def _is_odd(answer: Answer) -> bool:
    if answer.status // 100 == 2:
        return bool(answer.fault) or not answer.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
    return answer.status > 500 or answer.status < 200


_ANSWERS: tuple[tuple[Callable[[Answer], bool], _Words], ...] = (
    (lambda answer: answer.status in (401, 403), _refused),
    (lambda answer: answer.status == 407, _proxy),
    (lambda answer: answer.status // 100 == 3, _moved),
    (lambda answer: answer.status in (502, 503, 504), _gateway),
    (is_page, _page),
    (lambda answer: answer.status == 429, _busy),
    (_is_odd, _odd),
)
