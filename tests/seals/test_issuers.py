"""Whether an issuer is known is a level of its own: it breaks no seal, and it makes none good."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import cms
from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts, facts_from, noted_facts
from signdesk.domain.seal_words import seal_notes
from signdesk.seals import Finding, issuers, verify_detached
from signdesk.seals.issuers import judged

CONTENT = b"Article;Price\r\n"
NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Holder:
    """Of a key and a certificate, made by `issuer` or by itself."""

    name: str
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def holder(
    name: str, issuer: Holder | None = None, *, ca: bool = True, days: tuple[int, int] = (-9, 9)
) -> Holder:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    return Holder(name, key, builder.sign(issuer.key if issuer else key, hashes.SHA256()))


ROOT = holder("Root")
MIDDLE = holder("Middle", ROOT)
SEAL = holder("ACME seal", MIDDLE, ca=False)


def signature(folder: Path, by: Holder = SEAL, beside: tuple[Holder, ...] = (MIDDLE,)) -> bytes:
    (folder / "key.pem").write_bytes(by.key_pem + by.pem)
    (folder / "more.pem").write_bytes(b"".join(one.pem for one in beside) or ROOT.pem)
    (folder / "content").write_bytes(CONTENT)
    sign = "openssl cms -sign -binary -in content -signer key.pem -certfile more.pem -outform DER -out s"
    subprocess.run(sign.split(), cwd=folder, check=True)
    return (folder / "s").read_bytes()


def facts(made: bytes, ca_file: Path | None) -> SealFacts:
    found = verify_detached(io.BytesIO(made), io.BytesIO(CONTENT))
    assert found.finding is Finding.INTACT
    assert found.facts is not None
    return judged(found.facts, ca_file)


@pytest.fixture
def ca_file(tmp_path: Path) -> Path:
    (tmp_path / "ca.pem").write_bytes(b"# ours\n" + ROOT.pem)
    return tmp_path / "ca.pem"


def test_an_issuer_in_the_connections_file_is_known(tmp_path: Path, ca_file: Path) -> None:
    found = facts(signature(tmp_path), ca_file)

    assert (found.issuer_level, found.known_by) == (IssuerLevel.KNOWN, "Root")
    assert seal_notes(found) == ("Its issuer is known to this computer: Root.",)
    assert facts_from(noted_facts(found)) == found


def test_openssl_finds_the_same_chain(tmp_path: Path, ca_file: Path) -> None:
    signature(tmp_path)
    verify = "openssl cms -verify -purpose any -binary -inform DER -in s -content content -out t -CAfile "
    for name, good in ((ca_file.name, True), ("more.pem", False)):
        done = subprocess.run([*verify.split(), name], cwd=tmp_path, capture_output=True, check=False)
        known = facts(signature(tmp_path), tmp_path / name).issuer_level is IssuerLevel.KNOWN
        assert (done.returncode == 0) is good
        # An issuer that a person believes need not be the chain's own end, other than for openssl.
        assert known


def test_an_issuer_that_nobody_knows_is_told_and_the_seal_stays_intact(tmp_path: Path) -> None:
    found = facts(signature(tmp_path), None)

    assert (found.issuer_level, found.known_by) == (IssuerLevel.UNKNOWN, "")
    assert seal_notes(found) == ("Its issuer is not known to this computer: Middle.",)


def test_who_issued_a_certificate_to_itself_is_told_in_other_words(tmp_path: Path) -> None:
    found = facts(signature(tmp_path, holder("Alone"), ()), None)

    assert found.issuer_level is IssuerLevel.UNKNOWN
    assert seal_notes(found) == (
        "Its certificate was issued by its own holder, whom this computer does not know.",
    )


def test_a_namesake_of_a_known_issuer_is_not_known(tmp_path: Path, ca_file: Path) -> None:
    false_root = holder("Root")
    false_middle = holder("Middle", false_root)
    made = signature(tmp_path, holder("ACME seal", false_middle, ca=False), (false_middle, false_root))

    assert facts(made, ca_file).issuer_level is IssuerLevel.UNKNOWN


def test_a_chain_with_a_hole_leads_nowhere(tmp_path: Path, ca_file: Path) -> None:
    assert facts(signature(tmp_path, SEAL, ()), ca_file).issuer_level is IssuerLevel.UNKNOWN


def test_no_one_but_an_issuer_can_issue(tmp_path: Path, ca_file: Path) -> None:
    """A sealer's certificate signs another one."""
    made = signature(tmp_path, holder("Forged", SEAL, ca=False), (SEAL, MIDDLE))

    assert facts(made, ca_file).issuer_level is IssuerLevel.UNKNOWN


def test_an_issuer_of_the_system_is_known(
    tmp_path: Path, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = signature(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    for cached in (issuers._system, issuers._anchor):
        cached.cache_clear()
    try:
        assert facts(made, None).issuer_level is IssuerLevel.KNOWN
    finally:
        for cached in (issuers._system, issuers._anchor):
            cached.cache_clear()


@pytest.mark.parametrize("text", [b"", b"rubbish", b"-----BEGIN CERTIFICATE-----\nAAAA\n", None])
def test_a_file_that_cannot_be_read_makes_nobody_known(tmp_path: Path, text: bytes | None) -> None:
    if text is not None:
        (tmp_path / "bad.pem").write_bytes(text)

    assert facts(signature(tmp_path), tmp_path / "bad.pem").issuer_level is IssuerLevel.UNKNOWN


def test_a_certificate_that_was_not_valid_is_told_beside_its_known_issuer(
    tmp_path: Path, ca_file: Path
) -> None:
    found = facts(signature(tmp_path, holder("Old", MIDDLE, ca=False, days=(-9, -2))), ca_file)

    assert found.issuer_level is IssuerLevel.KNOWN
    assert found.was_valid is False
    assert "was not valid at that time" in seal_notes(found)[0]


def test_what_a_seal_never_had_judged_is_not_judged() -> None:
    plain = SealFacts(facts_from({"kind": "CMS"}).kind)
    assert judged(plain) is plain
    assert seal_notes(plain) == ()


def revocation_list(*revoked: Holder) -> bytes:
    builder = x509.CertificateRevocationListBuilder(
        MIDDLE.certificate.subject, NOW - timedelta(days=1), NOW + timedelta(days=1)
    )
    for one in revoked:
        gone = x509.RevokedCertificateBuilder(one.certificate.serial_number, NOW - timedelta(days=1))
        builder = builder.add_revoked_certificate(gone.build())
    return builder.sign(MIDDLE.key, hashes.SHA256()).public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    ("revoked", "said"), [((), Revocation.GOOD), ((SEAL,), Revocation.REVOKED), ((ROOT,), Revocation.GOOD)]
)
def test_revocation_data_inside_is_shown_as_found(
    tmp_path: Path, ca_file: Path, revoked: tuple[Holder, ...], said: Revocation
) -> None:
    message = cms.ContentInfo.load(signature(tmp_path))
    one = cms.RevocationInfoChoice(name="crl", value=asn1_crl.CertificateList.load(revocation_list(*revoked)))
    message["content"]["crls"] = cms.RevocationInfoChoices([one])

    found = facts(message.dump(force=True), ca_file)

    assert found.revocation is said
    assert any("revoked" in one for one in seal_notes(found)) is (said is Revocation.REVOKED)
    assert facts_from(noted_facts(found)) == replace(found)


def test_without_revocation_data_nothing_is_said(tmp_path: Path) -> None:
    assert facts(signature(tmp_path), None).revocation is Revocation.NOTHING
