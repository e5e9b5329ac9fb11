"""What a server's certificate says about itself, for people, and why one was refused, as one of OpenSSL's
codes: on Windows and macOS the system itself judges (truststore), and its errors carry the system's code and
no `reason`. Nothing here decides whether to believe one.

Sources: winerror.h (CERT_E_*, CRYPT_E_*); SecBase.h (errSec*); OpenSSL, X509_V_ERR_*.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime

from signdesk.domain.messages import msg, series
from signdesk.domain.moments import utc_minute


@dataclass(frozen=True, slots=True)
class Certificate:
    """`names`: whom it is for. `since` and `until` in UTC."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    since: datetime
    until: datetime

    @property
    def for_whom(self) -> str:
        """The names, or else the subject; at most five."""
        shown = series(", ", (*self.names[:5], "…" if len(self.names) > 5 else ""))
        return shown or self.subject

    @property
    def detail(self) -> str:
        """Everything, on one line."""
        return (
            f"certificate of {self.subject or '(no subject)'}; for {self.for_whom or '(no name)'}; issued by "
            f"{self.issuer}; valid from {utc_minute(self.since)} to {utc_minute(self.until)}"
        )


def read(der: bytes) -> Certificate | None:
    """None for what is no certificate. Slow at its first use (imports cryptography)."""
    from cryptography import x509

    try:
        found = x509.load_der_x509_certificate(der)
        return Certificate(
            subject=found.subject.rfc4514_string(),
            issuer=found.issuer.rfc4514_string() or msg("(nobody named)"),
            names=_names(found),
            since=found.not_valid_before_utc,
            until=found.not_valid_after_utc,
        )
    except ValueError:
        return None


def _names(found: object) -> tuple[str, ...]:
    from cryptography import x509

    assert isinstance(found, x509.Certificate)  # noqa: S101 - for the type checker; x509 is imported late
    try:
        held = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension):
        return ()
    addresses = (str(one) for one in held.get_values_for_type(x509.IPAddress))
    return (*held.get_values_for_type(x509.DNSName), *addresses)


NOT_KNOWN, NOT_YET, EXPIRED, UNKNOWN_ISSUER, REVOKED, REVOCATION_UNKNOWN, OTHER_NAME = 0, 9, 10, 20, 23, 3, 62
_WINDOWS = {
    0x800B0101: EXPIRED,  # CERT_E_EXPIRED; also before its first day, which the dates tell apart
    0x800B0109: UNKNOWN_ISSUER,  # CERT_E_UNTRUSTEDROOT
    0x800B010A: UNKNOWN_ISSUER,  # CERT_E_CHAINING
    0x800B010C: REVOKED,  # CERT_E_REVOKED
    0x800B010E: REVOCATION_UNKNOWN,  # CERT_E_REVOCATION_FAILURE
    0x800B010F: OTHER_NAME,  # CERT_E_CN_NO_MATCH
    0x80092010: REVOKED,  # CRYPT_E_REVOKED
    0x80092012: REVOCATION_UNKNOWN,  # CRYPT_E_NO_REVOCATION_CHECK
    0x80092013: REVOCATION_UNKNOWN,  # CRYPT_E_REVOCATION_OFFLINE
}
_MACOS = {
    -67818: EXPIRED,  # errSecCertificateExpired
    -67819: NOT_YET,  # errSecCertificateNotValidYet
    -67843: UNKNOWN_ISSUER,  # errSecNotTrusted
    -25318: UNKNOWN_ISSUER,  # errSecCreateChainFailed
    -67820: REVOKED,  # errSecCertificateRevoked
    -67635: REVOCATION_UNKNOWN,  # errSecIncompleteCertRevocationCheck
    -67602: OTHER_NAME,  # errSecHostNameMismatch
}


def refusal_code(error: BaseException | None) -> int:
    """OpenSSL's code for what the system says; OpenSSL's own as it is; NOT_KNOWN without any."""
    code = getattr(error, "verify_code", NOT_KNOWN)
    if not isinstance(code, int):
        return NOT_KNOWN
    if code in _MACOS:
        return _MACOS[code]
    return _WINDOWS.get(code & 0xFFFFFFFF, code)  # Windows gives it with or without a sign


def reason_of(error: BaseException | None) -> str:
    """OpenSSL's word for the fault ("CERTIFICATE_VERIFY_FAILED"); "" where the system said no."""
    return str(getattr(error, "reason", None) or "") if isinstance(error, ssl.SSLError) else ""
