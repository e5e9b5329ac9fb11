"""Documents with real seals: the practice server's, and those of other tools."""

from __future__ import annotations

import datetime
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper

from signdesk.practice.data_folder import SealKey, seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import SealCheckResult, verify_pdf

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "Invoice 2026-1107.pdf"

Seal = Callable[[bytes], bytes]


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealKey:
    return seal_key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="session")
def sealer(key: SealKey) -> Sealer:
    return Sealer(key)


@pytest.fixture(scope="session")
def seal(sealer: Sealer, tmp_path_factory: pytest.TempPathFactory) -> Seal:
    """Seals a PDF."""
    folder = tmp_path_factory.mktemp("sealing")

    def sealed(content: bytes) -> bytes:
        source, target = folder / "source.pdf", folder / "target.pdf"
        source.write_bytes(content)
        sealer.seal_pdf(source, target)
        return target.read_bytes()

    return sealed


@pytest.fixture(scope="session")
def original() -> bytes:
    """An unsigned PDF."""
    return SAMPLE.read_bytes()


@pytest.fixture(scope="session")
def sealed(seal: Seal, original: bytes) -> bytes:
    """The same, sealed."""
    return seal(original)


@pytest.fixture(scope="session")
def authority() -> DummyTimeStamper:
    """pyHanko's stamper for tests takes RSA keys only."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Time authority")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(
        tsa_cert=next(iter(load_certs_from_pemder_data(certificate.public_bytes(Encoding.PEM)))),
        tsa_key=load_private_key_from_pemder_data(pem, passphrase=None),
    )


def look(result: bytes, original: bytes) -> SealCheckResult:
    """As a job looks: the result against what was sent."""
    return verify_pdf(io.BytesIO(result), hashlib.sha256(original).hexdigest(), len(original))
