"""What the practice server keeps in its data folder: the spool of a running server, batch numbers, and the
practice key with its self-signed certificate, made on first use, readable by its owner alone.

A lock file beside the spool tells a living server's spool from one that a killed server left behind, so
that two programs on one data folder do not sweep each other's documents away. The certificate says in its
subject that the seal has no legal effect; no seal is made here (`sealing`).
"""

from __future__ import annotations

import datetime
import os
import secrets
import shutil
from contextlib import suppress
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

from signdesk.platform import SYSTEM

FIRST = 2123  # the number of the first batch
_LARGEST = 10**9
_LONGEST_BYTES = 20


class Spool:
    """The folder of packages and results of one running server, gone when it ends. Made by `opened`."""

    def __init__(self, folder: Path, lock_path: Path, lock: int) -> None:
        self.folder = folder
        self._lock_path = lock_path
        self._lock = lock

    @classmethod
    def opened(cls, parent: Path) -> Spool:
        """A new spool in `parent`, after removing those of servers that are gone. Raises OSError."""
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(parent)
        while True:
            name = f"spool-{secrets.token_hex(4)}"
            lock_path = parent / f"{name}.lock"
            lock = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            # A sweep of another server may have taken the file between the two lines.
            if _locked(lock) and lock_path.exists():
                break
            os.close(lock)
        folder = parent / name
        folder.mkdir(mode=0o700)
        return cls(folder, lock_path, lock)

    def remove(self) -> None:
        """Everything goes. Never raises: what cannot go now is swept by the next server."""
        shutil.rmtree(self.folder, ignore_errors=True)
        try:
            if not self.folder.exists():
                self._lock_path.unlink(missing_ok=True)
            os.close(self._lock)
        except OSError:
            pass


class Numbers:
    """Of batches: each once in a data folder, also after the server was started anew, as a real server's. A
    batch that a former practice server had must not be taken for a newer one.

    `path`: where the last one is noted; what cannot be read or written there begins anew, and still rises
    while the server runs. Two servers that are asked in the same instant may give the same one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = FIRST - 1

    def __call__(self) -> int:
        """The next one. Never raises."""
        self._last = max(self._last, self._noted()) + 1
        with suppress(OSError):
            self._path.write_text(f"{self._last}\n", "ascii")
        return self._last

    def _noted(self) -> int:
        try:
            with self._path.open("rb") as file:
                noted = int(file.read(_LONGEST_BYTES))
        except (OSError, ValueError):
            return 0
        return noted if noted < _LARGEST else 0


def _sweep(parent: Path) -> None:
    for lock_path in parent.glob("spool-*.lock"):
        try:
            lock = os.open(lock_path, os.O_RDWR)
        except OSError:
            continue
        try:
            if _locked(lock):
                shutil.rmtree(lock_path.with_suffix(""), ignore_errors=True)
                lock_path.unlink(missing_ok=True)
        except OSError:
            pass
        finally:
            os.close(lock)


def _locked(lock: int) -> bool:
    try:
        SYSTEM.lock(lock)
    except OSError:
        return False
    return True


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
