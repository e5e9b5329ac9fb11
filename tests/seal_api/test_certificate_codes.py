"""Windows and macOS judge certificates themselves: their errors have other codes, and no reason."""

from __future__ import annotations

import ssl

import pytest

from signdesk.domain.errors import TlsProblem
from signdesk.seal_api.calls import Call, TimeLimits
from signdesk.seal_api.connection_failures import broken
from signdesk.seal_api.doctor.tls_findings import not_believed

SAID = {
    0x800B0101: "it has expired",
    0x800B0101 - 2**32: "it has expired",
    0x800B010F: "it belongs to another name",
    0x800B0109: "it comes from an issuer that this computer does not trust",
    0x800B010A: "it comes from an issuer that this computer does not trust",
    0x800B010C: "it was revoked",
    0x80092012: "could not find out whether it was revoked",
    0x80092013: "could not find out whether it was revoked",
    -67818: "it has expired",
    -67819: "it is not valid yet",
    -67602: "it belongs to another name",
    -67843: "it comes from an issuer that this computer does not trust",
    -67820: "it was revoked",
    0x8009200F: "it could not be verified",
}


def refused(code: int) -> ssl.SSLCertVerificationError:
    """As truststore makes it: from a text alone."""
    error = ssl.SSLCertVerificationError("The system says no.")
    error.verify_code, error.verify_message = code, "The system says no."
    assert not hasattr(error, "reason")
    return error


@pytest.mark.parametrize(("code", "words"), list(SAID.items()))
def test_a_certificate_that_the_system_refuses_is_told_in_words(code: int, words: str) -> None:
    call = Call(TimeLimits())
    call.trouble = refused(code)
    problem = broken(call, "seal.example.com", "[Errno 1] The system says no.")
    assert isinstance(problem, TlsProblem)
    assert words in str(problem)
    assert "The system says no." in problem.detail
    finding = not_believed("seal.example.com", problem, call.trouble, None)
    assert str(finding.sentence) == str(problem)


def test_a_fault_without_a_code_or_a_reason_is_one_of_the_way() -> None:
    call = Call(TimeLimits())
    call.trouble = ssl.SSLError("SecureTransport operation returned a non-zero OSStatus: -9806")
    problem = broken(call, "seal.example.com", "SecureTransport")
    assert "secure connection" in str(problem)
    not_believed("seal.example.com", problem, call.trouble, None)
