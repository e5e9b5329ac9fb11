"""The doctor's findings about the hand-shake and the server's certificate."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta

from signdesk.domain.errors import ServerProblem
from signdesk.domain.messages import Message, msg
from signdesk.domain.moments import utc_day
from signdesk.seal_api.certificates import Certificate, reason_of, refusal_code
from signdesk.seal_api.connection_failures import TRANSIENT_TLS
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, failed, ok, warning

SOON = timedelta(days=14)
_OTHER_NAME = (62, 64)  # OpenSSL's verification codes
_EXPIRED = 10
_NOT_YET = 9


def believed(host: str, certificate: Certificate | None) -> Finding:
    """The hand-shake went well."""
    if certificate is None:
        return ok(Stage.ENCRYPTION, msg("The connection to “{host}” is encrypted.", host=host))
    until = utc_day(certificate.until)
    sentence = msg(
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
        msg("That is soon. After this day nothing can be sealed until the certificate has been renewed."),
        msg("The certificate of {host} ends on {until}. Please renew it.", host=host, until=until),
        certificate.detail,
    )


def not_believed(
    place: str, problem: ServerProblem, trouble: OSError | None, certificate: Certificate | None
) -> Finding:
    """The hand-shake failed. `certificate`: what the server showed, where that could be seen."""
    means, tell = _tls_words(place, trouble, certificate)
    detail = problem.detail if certificate is None else f"{problem.detail}; {certificate.detail}"
    return failed(Stage.ENCRYPTION, str(problem), means, tell, detail, _remedy(trouble, certificate))


def _remedy(trouble: OSError | None, certificate: Certificate | None) -> Remedy:
    if isinstance(trouble, ssl.SSLCertVerificationError):
        code = refusal_code(trouble)
        if code in _OTHER_NAME:
            return Remedy.ADDRESS
        ended = certificate is not None and certificate.until < datetime.now(UTC)
        return Remedy.OTHERS if ended or code in (_EXPIRED, _NOT_YET) else Remedy.SETTINGS
    if isinstance(trouble, TRANSIENT_TLS) or not reason_of(trouble):
        return Remedy.AGAIN
    return Remedy.SETTINGS if _wants_certificate(reason_of(trouble)) else Remedy.ADDRESS


def _wants_certificate(reason: str) -> bool:
    return "ALERT" in reason and ("CERTIFICATE" in reason or "UNKNOWN_CA" in reason or "HANDSHAKE" in reason)


def _tls_words(
    place: str, trouble: OSError | None, certificate: Certificate | None
) -> tuple[Message, Message]:
    if isinstance(trouble, ssl.SSLCertVerificationError):
        code = refusal_code(trouble)
        return _certificate_words(place, code, certificate) if certificate else _unseen_words(place, code)
    cut_off = isinstance(trouble, TRANSIENT_TLS)
    reason = "" if cut_off else reason_of(trouble)
    if _wants_certificate(reason):
        return (
            msg(
                "The server broke the connection off while both sides introduced themselves. It may want a "
                "client certificate, or another one."
            ),
            msg(
                "{place} ends the TLS hand-shake with an alert ({reason}). Does it want a client "
                "certificate?",
                place=place,
                reason=reason,
            ),
        )
    if reason:
        return (
            msg(
                "What answers there does not speak the language of secure connections (TLS), or only an "
                "outdated one. The port in the address may be wrong, or a sign-in page of the network is in "
                "the way."
            ),
            msg(
                "{place} cannot agree with SignDesk on TLS ({reason}). Is it a TLS port, with TLS 1.2 or "
                "newer?",
                place=place,
                reason=reason,
            ),
        )
    return (
        msg(
            "The connection came about, and then was cut or fell silent. A firewall or a filter of the "
            "network may not let it through."
        ),
        msg(
            "TCP to {place} works, but the TLS hand-shake is cut off or not answered. Does a filter block "
            "it?",
            place=place,
        ),
    )


def _certificate_words(place: str, code: int, certificate: Certificate) -> tuple[Message, Message]:
    now, issuer = datetime.now(UTC), certificate.issuer
    if code == _EXPIRED or certificate.until < now:
        until = utc_day(certificate.until)
        return (
            msg(
                "The server’s certificate ended on {until}; this computer’s date is {today}. If that date is "
                "right, the certificate has to be renewed before anything can be sent.",
                until=until,
                today=utc_day(now),
            ),
            msg(
                "The certificate of {place} (from {issuer}) ended on {until}. Please renew it.",
                place=place,
                issuer=issuer,
                until=until,
            ),
        )
    if code == _NOT_YET or certificate.since > now:
        since = utc_day(certificate.since)
        return (
            msg(
                "The server’s certificate is valid only from {since} on; this computer’s date is {today}. "
                "Check the date of this computer.",
                since=since,
                today=utc_day(now),
            ),
            msg(
                "The certificate of {place} (from {issuer}) is valid only from {since} on.",
                place=place,
                issuer=issuer,
                since=since,
            ),
        )
    if code in _OTHER_NAME:
        return (
            msg(
                "The certificate is for {names}. The address may be wrong, or another server answers there.",
                names=certificate.for_whom,
            ),
            msg(
                "{place} shows a certificate for {names}. Which address is right, or can the name be added?",
                place=place,
                names=certificate.for_whom,
            ),
        )
    return (
        msg(
            "The certificate comes from {issuer}, which this computer does not know. It may be your "
            "office’s own authority, a device of your network that looks into connections, or somebody else.",
            issuer=issuer,
        ),
        msg(
            "{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s "
            "certificate as a PEM file, or install it on this computer.",
            place=place,
            issuer=issuer,
        ),
    )


def _unseen_words(place: str, code: int) -> tuple[Message, Message]:
    """The certificate itself could not be read."""
    today = utc_day(datetime.now(UTC))
    if code == _EXPIRED:
        return (
            msg(
                "The server’s certificate ended; this computer’s date is {today}. If that date is right, the "
                "certificate has to be renewed before anything can be sent.",
                today=today,
            ),
            msg("The certificate of {place} (from an unknown issuer) ended. Please renew it.", place=place),
        )
    if code == _NOT_YET:
        return (
            msg(
                "The server’s certificate is valid only later; this computer’s date is {today}. Check the "
                "date of this computer.",
                today=today,
            ),
            msg("The certificate of {place} (from an unknown issuer) is valid only later.", place=place),
        )
    if code in _OTHER_NAME:
        return (
            msg(
                "The certificate is for another name. The address may be wrong, or another server answers "
                "there."
            ),
            msg(
                "{place} shows a certificate for another name. Which address is right, or can the name be "
                "added?",
                place=place,
            ),
        )
    return (
        msg(
            "The certificate comes from an unknown issuer, which this computer does not know. It may be your "
            "office’s own authority, a device of your network that looks into connections, or somebody else."
        ),
        msg(
            "{place} shows a certificate from an unknown issuer. If that is right, please give me this "
            "issuer’s certificate as a PEM file, or install it on this computer.",
            place=place,
        ),
    )
