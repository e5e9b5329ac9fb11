"""The doctor's sentences: what broke, what that means for the person, and what to tell IT."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from signdesk.domain.errors import ServerProblem
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
    means = "This is about what is set up here, on this computer. Nothing was sent to anybody."
    return failed(stage, str(problem), means, "The settings of the connection in SignDesk need a look.")


def unknown_name(host: str, problem: ServerProblem, *, of_proxy: bool) -> Finding:
    """The name server does not know it, or cannot be asked."""
    whose = "the proxy’s address" if of_proxy else "the server’s address"
    return failed(
        Stage.NAME,
        str(problem),
        f"Either there is a slip in {whose}, or this computer cannot ask for names at the moment: there is "
        "no network, or the office’s (VPN) is not connected.",
        f"On this computer, the name {host} cannot be resolved (DNS).",
        problem.detail,
    )


def not_connected(stage: Stage, place: str, problem: ServerProblem, trouble: OSError | None) -> Finding:
    """No TCP connection to `place` (host:port)."""
    if isinstance(trouble, ConnectionRefusedError):
        means = (
            "The computer at this address is there, but no program answers at this port: it is switched off, "
            "or the port in the address is wrong."
        )
        tell = f"A connection to {place} is refused. Is the service running, and on this port?"
    elif trouble is not None and trouble.errno in (
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.EADDRNOTAVAIL,
    ):
        means = "There is no way to this address from here: no network, or the VPN is not connected."
        tell = f"There is no route from this computer to {place}."
    else:
        means = (
            "Nobody answered. Often a firewall is in the way, or the server can only be reached from within "
            "the office’s network (VPN)."
        )
        tell = f"Connections from this computer to {place} (TCP) get no answer. Does a firewall block them?"
    return failed(stage, str(problem), means, tell, problem.detail)


def proxy_wants_sign_in(proxy: str, offers: str, *, signed_in: bool) -> Finding:
    """407. `offers`: its Proxy-Authenticate."""
    kinds = [one.strip().partition(" ")[0] for one in offers.split(",")]
    if offers and not any(kind.lower() == "basic" for kind in kinds):
        means = (
            "The proxy takes other kinds of sign-in only, which SignDesk does not speak. Your IT department "
            "can let SignDesk pass without one, or name another proxy."
        )
    else:
        means = "Until the proxy knows who you are, nothing gets out of the office’s network."
    tell = (
        f"The proxy {proxy} answers CONNECT with 407 and offers: {offers or 'nothing'}. SignDesk speaks "
        "Basic. Please allow the server’s address without a sign-in, or give me a user name and a password."
    )
    return failed(
        Stage.PROXY, proxy_sign_in(proxy, signed_in=signed_in), means, tell, f"407; offers {offers}"
    )


def proxy_is_none(proxy: str, problem: ServerProblem) -> Finding:
    """It took the connection and then failed at CONNECT."""
    return failed(
        Stage.PROXY,
        str(problem),
        "What answers there does not behave like a proxy. The proxy’s address or port may be wrong.",
        f"{proxy} does not answer CONNECT properly. Is it an HTTP proxy, and on this port?",
        problem.detail,
    )


def proxy_refuses(place: str, proxy: str, problem: ServerProblem) -> Finding:
    """Any other answer to CONNECT that is not a 2xx."""
    if problem.status == 403:
        means = "The office’s rules do not allow this connection. Only your IT department can change that."
        tell = (
            f"Please allow connections through the proxy {proxy} to {place} (CONNECT is answered with 403)."
        )
    elif problem.status in (502, 503, 504):
        means = (
            "The proxy works, but it cannot reach the server: the server’s address is wrong, the server is "
            "switched off, or a firewall is between the two."
        )
        tell = f"The proxy {proxy} cannot reach {place} (CONNECT is answered with {problem.status})."
    else:
        means = (
            "The proxy gave an answer that leads nowhere. It may want you to sign in to the network first: "
            "open a page in your browser, and try again."
        )
        tell = f"The proxy {proxy} answers CONNECT to {place} with {problem.status}."
    return failed(Stage.CONNECTION, str(problem), means, tell, problem.detail)


def believed(host: str, certificate: Certificate | None) -> Finding:
    """The hand-shake went well."""
    if certificate is None:
        return ok(Stage.ENCRYPTION, f"The connection to “{host}” is encrypted.")
    sentence = (
        f"“{host}” proves who it is with a certificate from {certificate.issuer}, valid until "
        f"{certificate.until:%Y-%m-%d}."
    )
    if certificate.until - datetime.now(UTC) > SOON:
        return ok(Stage.ENCRYPTION, sentence, certificate.detail)
    return warning(
        Stage.ENCRYPTION,
        sentence,
        "That is soon. After this day nothing can be sealed until the certificate has been renewed.",
        f"The certificate of {host} ends on {certificate.until:%Y-%m-%d}. Please renew it.",
        certificate.detail,
    )


def not_believed(
    place: str, problem: ServerProblem, trouble: OSError | None, certificate: Certificate | None
) -> Finding:
    """The hand-shake failed. `certificate`: what the server showed, where that could be seen."""
    means, tell = _tls_words(place, trouble, certificate)
    detail = problem.detail if certificate is None else f"{problem.detail}; {certificate.detail}"
    return failed(Stage.ENCRYPTION, str(problem), means, tell, detail)


def _tls_words(place: str, trouble: OSError | None, certificate: Certificate | None) -> tuple[str, str]:
    if isinstance(trouble, ssl.SSLCertVerificationError):
        return _certificate_words(place, getattr(trouble, "verify_code", 0), certificate)
    cut_off = isinstance(trouble, TRANSIENT_TLS)
    reason = (trouble.reason or "") if isinstance(trouble, ssl.SSLError) and not cut_off else ""
    if "ALERT" in reason and ("CERTIFICATE" in reason or "UNKNOWN_CA" in reason or "HANDSHAKE" in reason):
        return (
            "The server broke the connection off while both sides introduced themselves. It may want a "
            "client certificate, or another one.",
            f"{place} ends the TLS hand-shake with an alert ({reason}). Does it want a client certificate?",
        )
    if reason:
        return (
            "What answers there does not speak the language of secure connections (TLS), or only an outdated "
            "one. The port in the address may be wrong, or a sign-in page of the network is in the way.",
            f"{place} cannot agree with SignDesk on TLS ({reason}). Is it a TLS port, with TLS 1.2 or newer?",
        )
    return (
        "The connection came about, and then was cut or fell silent. A firewall or a filter of the "
        "network may not let it through.",
        f"TCP to {place} works, but the TLS hand-shake is cut off or not answered. Does a filter block it?",
    )


def _certificate_words(place: str, code: int, certificate: Certificate | None) -> tuple[str, str]:
    now = datetime.now(UTC)
    issuer = certificate.issuer if certificate else "an unknown issuer"
    if code == _EXPIRED or (certificate is not None and certificate.until < now):
        until = f" on {certificate.until:%Y-%m-%d}" if certificate else ""
        return (
            f"The server’s certificate ended{until}; this computer’s date is {now:%Y-%m-%d}. If that date is "
            "right, the certificate has to be renewed before anything can be sent.",
            f"The certificate of {place} (from {issuer}) ended{until}. Please renew it.",
        )
    if code == _NOT_YET or (certificate is not None and certificate.since > now):
        since = f" from {certificate.since:%Y-%m-%d} on" if certificate else " later"
        return (
            f"The server’s certificate is valid only{since}; this computer’s date is {now:%Y-%m-%d}. Check "
            "the date of this computer.",
            f"The certificate of {place} (from {issuer}) is valid only{since}.",
        )
    if code in _OTHER_NAME:
        names = certificate.for_whom if certificate else "another name"
        return (
            f"The certificate is for {names}. The address may be wrong, or another server answers there.",
            f"{place} shows a certificate for {names}. Which address is right, or can the name be added?",
        )
    return (
        f"The certificate comes from {issuer}, which this computer does not know. It may be your "
        "office’s own authority, a device of your network that looks into connections, or somebody else.",
        f"{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s "
        "certificate as a PEM file, or install it on this computer.",
    )


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
        "The server answers, and does not refuse the sign-in."
        if signed_in
        else "The server answers, and asks for no sign-in.",
        answer.detail,
    )


_Words = Callable[[str, Answer, bool, str], Finding]


def _refused(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    page = (
        " The answer was a web page, so it may also come from a filter of the network."
        if is_page(answer)
        else ""
    )
    if signed_in:
        return failed(
            Stage.SIGN_IN,
            f"“{host}” did not accept the sign-in ({answer.status}).",
            f"The key, or the user name and password, are wrong or have ended, or go the wrong way.{page}",
            f"{host} answers {answer.status}. Is the sign-in still valid, and its header the right one?",
            answer.detail,
        )
    return failed(
        Stage.SIGN_IN,
        f"“{host}” wants a sign-in ({answer.status}), and none has been entered.",
        f"Enter the key, or the user name and password, that you were given for this server.{page}",
        "Please give me the sign-in for the sealing server.",
        answer.detail,
    )


def _proxy(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return failed(
        Stage.SIGN_IN,
        f"The proxy “{by_proxy}” wants a user name and a password (407)."
        if by_proxy
        else "A proxy on the way wants a user name and a password (407).",
        "It is the proxy that asks, not the sealing server. Enter them in the connection’s settings.",
        f"Requests to {host} are answered with 407. Please give me a sign-in for the proxy.",
        answer.detail,
    )


def _moved(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return failed(
        Stage.SIGN_IN,
        f"“{host}” points to another address ({answer.status}), which SignDesk never follows.",
        "Either this is not the sealing server’s own address, or a sign-in page of your network is in the "
        "way: open a page in your browser, and try again.",
        f"{host} answers with a redirect ({answer.status}). What is the sealing server’s own address?",
        answer.detail,
    )


def _gateway(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    before = f"the proxy “{by_proxy}”" if by_proxy else "something in front of the server"
    return failed(
        Stage.SIGN_IN,
        f"“{host}” is not ready ({answer.status}).",
        f"The sealing server itself did not answer; {before} may have done so. Try again later.",
        f"Requests to {host} are answered with {answer.status}. Is the sealing service running behind it?",
        answer.detail,
    )


def _page(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    sentence = f"“{host}” answered with a web page ({answer.status}) instead of the sealing server’s data."
    means = (
        "Either a sign-in page of your network is in the way (open a page in your browser, and try again), "
        "or this is the address of a web site, not of the sealing server."
    )
    tell = f"{host} answers /api/BatchStatus/0 with an HTML page. Is this the sealing server’s address?"
    make = failed if answer.status // 100 == 2 else warning
    return make(Stage.SIGN_IN, sentence, means, tell, answer.detail)


def _odd(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return warning(
        Stage.SIGN_IN,
        f"“{host}” answers ({answer.status}), but not as a sealing server does.",
        "It may be another kind of server, or one that has a fault. A first batch will tell.",
        f"{host} answers /api/BatchStatus/0 with {answer.status} and without the documented data.",
        f"{answer.fault} {answer.detail}".strip(),
    )


def _busy(host: str, answer: Answer, signed_in: bool, by_proxy: str) -> Finding:
    return warning(
        Stage.SIGN_IN,
        f"“{host}” is too busy at the moment (429).",
        "It can be reached, and asks to be left alone for a while.",
        detail=answer.detail,
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
