"""What a server's certificate says about itself; for people, never for deciding whether to believe it."""

from __future__ import annotations

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
