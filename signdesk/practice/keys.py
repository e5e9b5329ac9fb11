"""The practice key and its self-signed certificate: made on first use, one file, readable by its owner alone.

No seal is made here (`sealing`). The certificate says in its subject that the seal has no legal effect.
"""

from __future__ import annotations

import datetime
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

MARK = "SignDesk PRACTICE seal, no legal effect"
FILE_NAME = "practice-seal.pem"
_VALID_DAYS = 3650


@dataclass(frozen=True, slots=True)
class SealKey:
    """`key_pem` and `certificate_pem` are the two halves of the file `path`."""

    path: Path
    key_pem: bytes
    certificate_pem: bytes

    def __repr__(self) -> str:
        return f"SealKey({str(self.path)!r})"


def seal_key(folder: Path) -> SealKey:
    """The key in `folder`, made where it is missing, and set aside and made anew where it is unusable.

    Blocking. Two programs that make it at once end with one of the two files. Raises OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / FILE_NAME
    try:
        return _read(path)
    except FileNotFoundError:
        pass
    except (ValueError, TypeError):
        os.replace(path, path.with_suffix(f".unusable-{secrets.token_hex(4)}"))  # noqa: PTH105
    _make(path)
    return _read(path)


def _read(path: Path) -> SealKey:
    """Raises ValueError or TypeError for anything but a key with its own valid practice certificate."""
    text = path.read_bytes()
    key = load_pem_private_key(text, None)
    certificate = x509.load_pem_x509_certificate(text)
    now = datetime.datetime.now(datetime.UTC)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise ValueError("the key does not belong to the certificate")
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise ValueError("the certificate is not valid now")
    if not any(one.value == MARK for one in certificate.subject):
        raise ValueError("the certificate is not marked as practice")
    return SealKey(path, _key_pem(key), certificate.public_bytes(Encoding.PEM))


def _make(path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    text = _key_pem(key) + _certificate(key).public_bytes(Encoding.PEM)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _certificate(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, MARK), x509.NameAttribute(NameOID.COMMON_NAME, MARK)]
    )
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # A clock that is set back a little must not make the certificate unusable.
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=_VALID_DAYS))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
