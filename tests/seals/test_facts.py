"""What a receipt says of a seal is what its certificate and its time stamp say, as other tools read them."""

from __future__ import annotations

import asyncio
import hashlib
import io
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import cms, crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts, SealKind
from signdesk.seals import Finding, SealCheckResult, verify_detached
from signdesk.seals.issuers import judged
from tests.seals.conftest import look

CONTENT = b"Article;Price\r\n"


def openssl(folder: Path, command: str, *more: str) -> str:
    return subprocess.run(
        ["openssl", *command.split(), *more], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an issuer, and with a key and a certificate from it."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "content").write_bytes(CONTENT)
    openssl(
        folder, "req -x509 -newkey rsa:2048 -nodes -keyout ca-key.pem -out ca.pem -days 9 -subj", "/CN=Root 1"
    )
    openssl(folder, "req -new -newkey rsa:2048 -nodes -keyout k.pem -out r.pem -subj", "/O=ACME/CN=ACME seal")
    (folder / "ext").write_text("keyUsage = digitalSignature, nonRepudiation\n")
    openssl(
        folder,
        "x509 -req -in r.pem -CA ca.pem -CAkey ca-key.pem -set_serial 0x1aBc -days 5 -out c.pem -extfile ext",
    )
    return folder


def signer(office: Path) -> SimpleSigner:
    (certificate,) = load_certs_from_pemder_data((office / "c.pem").read_bytes())
    key = load_private_key_from_pemder_data((office / "k.pem").read_bytes(), passphrase=None)
    return SimpleSigner(certificate, key, SimpleCertificateStore())  # type: ignore[no-untyped-call]


def facts_of(found: SealCheckResult) -> SealFacts:
    assert found.finding is Finding.INTACT, found
    assert found.facts is not None
    return found.facts


def detached(office: Path, *options: str) -> SealFacts:
    sign = "cms -sign -binary -in content -signer c.pem -inkey k.pem -md sha256 -outform DER -out s.p7s"
    openssl(office, sign, *options)
    with (office / "s.p7s").open("rb") as signature:
        return facts_of(verify_detached(signature, io.BytesIO(CONTENT)))


def test_the_certificate_is_the_one_that_openssl_shows(office: Path) -> None:
    facts = detached(office)

    said = openssl(office, "x509 -in c.pem -noout -serial -startdate -enddate -fingerprint -sha256")
    shown = dict(line.split("=", 1) for line in said.splitlines())
    assert (facts.signer, facts.issuer, facts.serial) == ("ACME seal", "Root 1", "1abc")
    assert facts.serial == shown["serial"].lower()
    assert [facts.valid_from, facts.valid_until] == [
        datetime.strptime(shown[key], "%b %d %H:%M:%S %Y GMT").replace(tzinfo=UTC)
        for key in ("notBefore", "notAfter")
    ]
    assert facts.certificate_sha256 == shown["sha256 Fingerprint"].replace(":", "").lower()


@pytest.mark.parametrize(
    ("options", "kind", "level"),
    [((), SealKind.CMS, ""), (("-noattr",), SealKind.CMS, ""), (("-cades",), SealKind.CADES, "B-B")],
)
def test_cades_is_told_from_plain_cms(
    office: Path, options: tuple[str, ...], kind: SealKind, level: str
) -> None:
    facts = detached(office, *options)
    assert (facts.kind, facts.level, facts.stamped_at) == (kind, level, None)


@pytest.mark.parametrize(("digest", "told"), [("sha1", "SHA-1"), ("sha256", "")])
def test_an_old_digest_is_told(office: Path, digest: str, told: str) -> None:
    assert detached(office, "-md", digest).weak_digest == told


def stamped_signature(office: Path, authority: DummyTimeStamper, content: bytes = CONTENT) -> bytes:
    made = asyncio.run(
        signer(office).async_sign_general_data(
            io.BytesIO(content), "sha256", detached=True, use_cades=True, timestamper=authority
        )
    )
    return bytes(made.dump())


def test_an_intact_time_stamp_says_when_and_by_whom(office: Path, authority: DummyTimeStamper) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    found = verify_detached(io.BytesIO(stamped_signature(office, authority)), io.BytesIO(CONTENT))

    facts = facts_of(found)
    assert (facts.kind, facts.level, facts.signer) == (SealKind.CADES, "B-T", "ACME seal")
    assert facts.stamped_by == "Time authority"
    assert facts.stamped_at is not None
    assert before <= facts.stamped_at <= datetime.now(UTC)


def test_a_time_stamp_over_something_else_breaks_the_seal(office: Path, authority: DummyTimeStamper) -> None:
    """No signature covers the place of a time stamp: what is put there must be told."""
    other, mine = (
        cms.ContentInfo.load(stamped_signature(office, authority, content)) for content in (b"else", CONTENT)
    )
    of_other, of_mine = (one["content"]["signer_infos"][0] for one in (other, mine))
    of_mine["unsigned_attrs"] = of_other["unsigned_attrs"]

    found = verify_detached(io.BytesIO(mine.dump(force=True)), io.BytesIO(CONTENT))

    assert found.finding is Finding.BROKEN
    assert found.facts is None


def sealed_pdf(
    office: Path, content: bytes, sub_filter: SigSeedSubFilter, authority: DummyTimeStamper | None = None
) -> bytes:
    made = io.BytesIO()
    meta = PdfSignatureMetadata(field_name="Seal", subfilter=sub_filter, md_algorithm="sha256")
    sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), meta, signer(office), authority, output=made)
    return made.getvalue()


def with_revocation_data(office: Path, content: bytes) -> bytes:
    made = io.BytesIO(content)
    (signature,) = PdfFileReader(made).embedded_signatures
    DocumentSecurityStore.add_dss(
        made,
        signature.pkcs7_content.hex().upper().encode(),
        certs=list(load_certs_from_pemder_data((office / "ca.pem").read_bytes())),
        crls=[crl.CertificateList.load(empty_list(office))],
    )
    return made.getvalue()


def empty_list(office: Path) -> bytes:
    """Of revoked certificates."""
    now = datetime.now(UTC)
    issuer = x509.load_pem_x509_certificate((office / "ca.pem").read_bytes())
    key = load_pem_private_key((office / "ca-key.pem").read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    builder = x509.CertificateRevocationListBuilder(issuer.subject, now, now + timedelta(days=1))
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_levels_of_a_pdf_grow_with_what_is_there(
    office: Path, original: bytes, authority: DummyTimeStamper
) -> None:
    def told(content: bytes) -> tuple[SealKind, str]:
        facts = facts_of(look(content, original))
        assert facts.signer == "ACME seal"
        return facts.kind, facts.level

    plain = sealed_pdf(office, original, SigSeedSubFilter.PADES)
    stamped = sealed_pdf(office, original, SigSeedSubFilter.PADES, authority)
    long_term = with_revocation_data(office, stamped)
    archived = io.BytesIO(long_term)
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(archived), "sha256", in_place=True)

    assert [told(one) for one in (plain, stamped, long_term, archived.getvalue())] == [
        (SealKind.PADES, "B-B"),
        (SealKind.PADES, "B-T"),
        (SealKind.PADES, "B-LT"),
        (SealKind.PADES, "B-LTA"),
    ]
    assert facts_of(look(stamped, original)).revocation is Revocation.NOTHING
    of_store = facts_of(look(long_term, original))
    assert of_store.revocation is Revocation.GOOD
    assert len(of_store.chain) == 1 + len(facts_of(look(stamped, original)).chain)
    assert judged(of_store, office / "ca.pem").issuer_level is IssuerLevel.KNOWN


def test_a_seal_of_the_old_kind_has_no_pades_level(office: Path, original: bytes) -> None:
    facts = facts_of(look(sealed_pdf(office, original, SigSeedSubFilter.ADOBE_PKCS7_DETACHED), original))
    assert (facts.kind, facts.level) == (SealKind.PDF, "")


def test_a_time_stamp_alone_is_told_as_one(original: bytes, authority: DummyTimeStamper) -> None:
    made = io.BytesIO(original)
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)

    facts = facts_of(look(made.getvalue(), original))

    assert (facts.kind, facts.signer) == (SealKind.TIMESTAMP, "Time authority")


def altered(office: Path, change: Callable[[cms.SignerInfo], None]) -> SealCheckResult:
    """A seal by SHA-384, with something changed that no signature covers."""
    openssl(
        office, "cms -sign -binary -in content -signer c.pem -inkey k.pem -md sha384 -outform DER -out a.p7s"
    )
    message = cms.ContentInfo.load((office / "a.p7s").read_bytes())
    change(message["content"]["signer_infos"][0])
    return verify_detached(io.BytesIO(message.dump(force=True)), io.BytesIO(CONTENT))


def test_a_seal_that_names_two_methods_is_not_called_broken(office: Path) -> None:
    """OpenSSL goes by one of them, pdfsig by the other."""

    def by_another(signer_info: cms.SignerInfo) -> None:
        signer_info["signature_algorithm"] = {"algorithm": "sha256_rsa"}

    def by_another_key(signer_info: cms.SignerInfo) -> None:
        by_another(signer_info)
        signer_info["signature"] = signer_info["signature"].native[::-1]

    found = altered(office, by_another)
    assert (found.finding, "two methods" in found.sentence) == (Finding.NOT_CHECKED, True)
    openssl(office, "cms -verify -binary -inform DER -in a.p7s -content content -noverify -out t")
    assert altered(office, by_another_key).finding is Finding.BROKEN


@pytest.mark.parametrize(("digest", "finding"), [("sha512", Finding.INTACT), ("sha256", Finding.NOT_CHECKED)])
def test_ed25519_goes_with_sha_512_alone(tmp_path: Path, digest: str, finding: Finding) -> None:
    """RFC 8419, 3.1."""
    openssl(tmp_path, "req -x509 -newkey ed25519 -nodes -keyout k.pem -out c.pem -days 9 -subj", "/CN=Curve")
    (certificate,) = load_certs_from_pemder_data((tmp_path / "c.pem").read_bytes())
    key = load_pem_private_key((tmp_path / "k.pem").read_bytes(), None)
    assert isinstance(key, ed25519.Ed25519PrivateKey)
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [hashlib.new(digest, CONTENT).digest()]},
        ]
    )
    named = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    signer_info = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(named)),
        "digest_algorithm": {"algorithm": digest},
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "ed25519"},
        "signature": key.sign(attributes.dump()),
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [{"algorithm": digest}],
        "encap_content_info": {"content_type": "data"},
        "certificates": [cms.CertificateChoices("certificate", certificate)],
        "signer_infos": [signer_info],
    }
    message = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)})

    assert verify_detached(io.BytesIO(message.dump()), io.BytesIO(CONTENT)).finding is finding
