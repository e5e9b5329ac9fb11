"""The certificate behind a time stamp is judged like a sealer's, in all forms: whether it is one for time
stamps, who issued it, and whether it was valid.
"""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from lxml import etree
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.domain.seal_facts import IssuerLevel, SealFacts, SealKind, facts_from, noted_facts
from signdesk.domain.seal_words import seal_notes
from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, SealCheckResult, verify_detached, verify_timestamp
from signdesk.seals.issuers import judged
from signdesk.seals.pdf import verify_pdf_alone
from signdesk.seals.xml import verify_xml_alone
from tests.seals.test_xml import enveloped

CONTENT = b"Article;Price\r\n"
NOW = datetime.now(UTC)
DAYS = (-9, 9)
FOR_STAMPS = (ExtendedKeyUsageOID.TIME_STAMPING,)
FOR_CODE = (ExtendedKeyUsageOID.CODE_SIGNING,)
UNFIT = "not one for time stamps"
KEYS = [rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2)]


def certificate(
    name: str, issuer: str, purposes: tuple[ObjectIdentifier, ...], days: tuple[int, int] = DAYS
) -> x509.Certificate:
    """By the first key if it is an issuer's, else by the second; signed by the first."""
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer)]
    builder = (
        x509.CertificateBuilder()
        .subject_name(names[0])
        .issuer_name(names[1])
        .public_key(KEYS[name != issuer].public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=name == issuer, path_length=None), critical=True)
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    return builder.sign(KEYS[0], hashes.SHA256())


ROOT = certificate("Root", "Root", ())
CASES: dict[str, tuple[tuple[ObjectIdentifier, ...], tuple[int, int], bool, str]] = {
    # its purposes, its days, whether its issuer is in the CA file, and what is said
    "sound": (FOR_STAMPS, DAYS, True, ""),
    "for several purposes": ((*FOR_CODE, *FOR_STAMPS), DAYS, True, ""),
    "for no purpose": ((), DAYS, True, UNFIT),
    "for another purpose": (FOR_CODE, DAYS, True, UNFIT),
    "too old": (FOR_STAMPS, (-9, -2), True, "not valid at "),
    "too young": (FOR_STAMPS, (2, 9), True, "not valid at "),
    "from nobody known": (FOR_STAMPS, DAYS, False, "issuer is not known to this computer: Root."),
}


def stamper(case: str) -> DummyTimeStamper:
    purposes, days, _known, _said = CASES[case]
    made = certificate("Clock", "Root", purposes, days).public_bytes(Encoding.PEM)
    pem = KEYS[1].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (loaded,) = load_certs_from_pemder_data(made)
    return DummyTimeStamper(tsa_cert=loaded, tsa_key=load_private_key_from_pemder_data(pem, passphrase=None))


def signer(key: SealKey) -> SimpleSigner:
    (loaded,) = load_certs_from_pemder_data(key.certificate_pem)
    private = load_private_key_from_pemder_data(key.key_pem, passphrase=None)
    return SimpleSigner(loaded, private, SimpleCertificateStore())  # type: ignore[no-untyped-call]


def in_cms(by: DummyTimeStamper, key: SealKey, _original: bytes) -> SealCheckResult:
    made = asyncio.run(
        signer(key).async_sign_general_data(
            io.BytesIO(CONTENT), "sha256", detached=True, use_cades=True, timestamper=by
        )
    )
    return verify_detached(io.BytesIO(made.dump()), io.BytesIO(CONTENT))


def sealed_pdf(key: SealKey, original: bytes, by: DummyTimeStamper | None) -> bytes:
    made = io.BytesIO()
    meta = PdfSignatureMetadata(field_name="Seal", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    sign_pdf(IncrementalPdfFileWriter(io.BytesIO(original)), meta, signer(key), by, output=made)
    return made.getvalue()


def in_pdf(by: DummyTimeStamper, key: SealKey, original: bytes) -> SealCheckResult:
    return verify_pdf_alone(io.BytesIO(sealed_pdf(key, original, by)))


def over_pdf(by: DummyTimeStamper, key: SealKey, original: bytes) -> SealCheckResult:
    made = io.BytesIO(sealed_pdf(key, original, None))
    PdfTimeStamper(by).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)
    return verify_pdf_alone(made)


def in_xml(by: DummyTimeStamper, key: SealKey, _original: bytes) -> SealCheckResult:
    """Put into an XAdES seal as ETSI EN 319 132-1, 5.3 has it, over its value in Canonical XML."""
    root = etree.fromstring(enveloped(key))
    ds, xades = "http://www.w3.org/2000/09/xmldsig#", "http://uri.etsi.org/01903/v1.3.2#"
    (value,) = root.iter(f"{{{ds}}}SignatureValue")
    digest = hashes.Hash(hashes.SHA256())
    digest.update(etree.tostring(value, method="c14n", with_tail=False))
    token = asyncio.run(by.async_timestamp(digest.finalize(), "sha256"))
    (properties,) = root.iter(f"{{{xades}}}QualifyingProperties")
    place = properties
    for name in (
        "UnsignedProperties",
        "UnsignedSignatureProperties",
        "SignatureTimeStamp",
        "EncapsulatedTimeStamp",
    ):
        place = etree.SubElement(place, f"{{{xades}}}{name}")
    place.text = base64.b64encode(token.dump()).decode()
    return verify_xml_alone(io.BytesIO(etree.tostring(root)))


def alone(by: DummyTimeStamper, _key: SealKey, _original: bytes) -> SealCheckResult:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(CONTENT)
    token = asyncio.run(by.async_timestamp(digest.finalize(), "sha256"))
    return verify_timestamp(io.BytesIO(token.dump()), io.BytesIO(CONTENT))


FORMS: dict[str, Callable[[DummyTimeStamper, SealKey, bytes], SealCheckResult]] = {
    "CAdES": in_cms, "PAdES": in_pdf, "PAdES, over the whole": over_pdf, "XAdES": in_xml, "alone": alone,
}  # fmt: skip


@pytest.fixture(scope="module")
def ca_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    path.write_bytes(ROOT.public_bytes(Encoding.PEM))
    return path


def facts(found: SealCheckResult, ca_file: Path | None) -> SealFacts:
    assert found.finding is Finding.INTACT, found.sentence
    assert found.facts is not None
    return judged(found.facts, ca_file)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_the_certificate_behind_a_time_stamp_is_judged(
    key: SealKey, original: bytes, ca_file: Path, form: str, case: str
) -> None:
    *_how, known, said = CASES[case]
    whole = facts(FORMS[form](stamper(case), key, original), ca_file if known else None)
    of_stamp = whole if form == "alone" else whole.stamp

    assert of_stamp is not None
    assert (of_stamp.kind, of_stamp.signer, of_stamp.issuer) == (SealKind.TIMESTAMP, "Clock", "Root")
    assert of_stamp.issuer_level is (IssuerLevel.KNOWN if known else IssuerLevel.UNKNOWN)
    about_it = [one for one in seal_notes(whole) if "stamp" in one or form == "alone"]
    odd = [one for one in about_it if "is known" not in one and not one.startswith("Level")]
    assert [said in one for one in odd] == ([True] if said else []), odd
    assert facts_from(noted_facts(whole)) == whole


@pytest.mark.parametrize("form", ["CAdES", "PAdES", "PAdES, over the whole", "XAdES"])
def test_a_time_stamp_makes_the_level_b_t(key: SealKey, original: bytes, form: str) -> None:
    """In a PDF one over the whole document does as well (ETSI EN 319 142-1, table 1)."""
    found = facts(FORMS[form](stamper("sound"), key, original), None)

    assert (found.level, found.stamped_by) == ("B-T", "Clock")
    assert found.stamped_at is not None


def test_a_seal_without_a_time_stamp_says_nothing_of_one(key: SealKey, original: bytes) -> None:
    found = facts(verify_pdf_alone(io.BytesIO(sealed_pdf(key, original, None))), None)

    assert (found.stamp, found.level) == (None, "B-B")
    assert not any("stamp" in one for one in seal_notes(found))
