"""All that is said of the way to a server, and all that the doctor says, can be said in another language."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from datetime import UTC, datetime, timedelta

import pytest

from signdesk.domain.errors import InputProblem, NotReached, ServerProblem, TlsProblem
from signdesk.domain.messages import Message, Series, msg, without
from signdesk.seal_api import connection_failures, failures
from signdesk.seal_api.answers import Answer
from signdesk.seal_api.api_request import ApiMethod
from signdesk.seal_api.calls import Call, Limit, LimitReached, TimeLimits
from signdesk.seal_api.certificates import Certificate
from signdesk.seal_api.doctor import answer_findings, network_findings, tls_findings
from signdesk.seal_api.doctor.answer_findings import answered, signed_in
from signdesk.seal_api.doctor.findings import Finding, Stage, report, setting

HOST = "seal.example.com"
PLACE = f"{HOST}:443"
PROXY = "proxy.example.com:3128"
NOW = datetime.now(UTC)
LARGE_BYTES = 35_000_000
STATUSES = (101, 200, 302, 400, 401, 403, 404, 407, 408, 413, 418, 429, 500, 502, 503)
CODES = (9, 10, 18, 62, 1)
PROBLEM = NotReached(msg("“{host}” could not be reached.", host=HOST), detail="gaierror")


def call(
    *, sent: bool = False, at_proxy: bool = False, trouble: OSError | None = None, certificate: bool = False
) -> Call:
    made = Call(TimeLimits())
    made.sent, made.at_proxy, made.trouble, made.has_certificate = sent, at_proxy, trouble, certificate
    made.proxy = PROXY
    return made


def unverified(code: int) -> ssl.SSLError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.reason, error.verify_code = "CERTIFICATE_VERIFY_FAILED", code
    return error


def alert(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, reason)
    error.reason = reason
    return error


TROUBLES = (None, socket.gaierror(), ConnectionRefusedError())
PROXY_SAYS = ("407 Wanted", "403 No", "502 Bad", "418 Odd")
FAILURES: list[ServerProblem] = [
    *(failures.refusal(step, Answer(status), LARGE_BYTES) for step in ApiMethod for status in STATUSES),
    *(
        connection_failures.over_limit(LimitReached(limit, 2.5), call(sent=sent, at_proxy=at_proxy), HOST)
        for limit in Limit
        for sent in (False, True)
        for at_proxy in (False, True)
    ),
    *(
        connection_failures.broken(call(at_proxy=at_proxy, trouble=trouble), HOST, "why")
        for trouble in TROUBLES
        for at_proxy in (False, True)
    ),
    *(connection_failures.broken(call(trouble=unverified(code)), HOST, "why") for code in CODES),
    *(
        connection_failures.broken(call(trouble=alert(reason), certificate=certificate), HOST, "why")
        for reason in ("WRONG_VERSION_NUMBER", "CERTIFICATE_REQUIRED")
        for certificate in (False, True)
    ),
    connection_failures.broken(call(sent=True), HOST, "why", LARGE_BYTES),
    *(
        connection_failures.proxy_refusal(call(), HOST, why, signed_in=signed_in)
        for why in PROXY_SAYS
        for signed_in in (False, True)
    ),
    connection_failures.no_free_connection(HOST),
    failures.bad_answer(Answer(200), msg("The connection broke while the result was fetched.")),
]


@pytest.mark.parametrize("problem", FAILURES, ids=lambda problem: type(problem).__name__)
def test_every_failure_can_be_said_in_another_language(problem: ServerProblem) -> None:
    hold_to_words(str(problem))
    assert "Nothing was sent." not in without(str(problem), "Nothing was sent.")


def certificate(since_days: int, until_days: int) -> Certificate:
    since, until = NOW + timedelta(days=since_days), NOW + timedelta(days=until_days)
    return Certificate("CN=a", "CN=b", tuple("abcdef"), since, until)


CERTIFICATES = (None, certificate(-9, -1), certificate(1, 9), certificate(-9, 9), certificate(-9, 99))
NOT_BELIEVED = (*map(unverified, CODES), alert("ALERT_HANDSHAKE_FAILURE"), alert("WRONG_VERSION"), None)
REFUSED = [NotReached(msg("The proxy refused."), status=status) for status in (403, 502, 418)]
ANSWERS = [Answer(status, body=body) for status in (*STATUSES, 501) for body in (b"", b"<html>", b"{}")]
FINDINGS: list[Finding] = [
    setting(Stage.ADDRESS, InputProblem(msg("It is none."))),
    *(network_findings.unknown_name(HOST, PROBLEM, of_proxy=of_proxy) for of_proxy in (False, True)),
    *(
        network_findings.not_connected(Stage.CONNECTION, PLACE, PROBLEM, trouble)
        for trouble in (
            None,
            ConnectionRefusedError(),
            OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH)),
        )
    ),
    *(
        network_findings.proxy_wants_sign_in(PROXY, offers, signed_in=signed_in)
        for offers in ("", "Basic", "NTLM")
        for signed_in in (False, True)
    ),
    network_findings.proxy_is_none(PROXY, PROBLEM),
    *(network_findings.proxy_refuses(PLACE, PROXY, problem) for problem in REFUSED),
    *(tls_findings.believed(HOST, one) for one in CERTIFICATES),
    *(
        tls_findings.not_believed(PLACE, PROBLEM, trouble, one)
        for trouble in NOT_BELIEVED
        for one in CERTIFICATES
    ),
    *(
        answer_findings.unanswered(PLACE, problem)
        for problem in (PROBLEM, TlsProblem(msg("It wants a certificate.")))
    ),
    *(answered(HOST, answer, by_proxy) for answer in ANSWERS for by_proxy in ("", PROXY)),
    *(signed_in(HOST, answer, with_secret=given) for answer in ANSWERS for given in (False, True)),
    network_findings.may_be_made(7, ""),
    *(
        network_findings.not_made(7, problem)
        for problem in (PROBLEM, *REFUSED, ServerProblem(msg("It is bad.")))
    ),
    network_findings.not_removed(7, "4711", ""),
    network_findings.removed(7, "4711"),
]


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: f"{finding.step} {finding.verdict}")
def test_every_text_of_the_doctor_can_be_said_in_another_language(finding: Finding) -> None:
    for text in (finding.sentence, finding.what_it_means, finding.tell_it):
        if text:
            hold_to_words(text)


def test_the_report_can_be_said_in_another_language() -> None:
    report_lines = report(FINDINGS[:2]).recipe
    assert isinstance(report_lines, Series)
    assert all(isinstance(line, Message) for line in report_lines.parts if line)


def hold_to_words(text: str) -> None:
    """Made of templates through and through, every part of it; none has been left unfilled."""
    assert isinstance(text, Message), text
    assert "{" not in text
    if isinstance(text.recipe, Series):
        for part in text.recipe.parts:
            hold_to_words(part)
