"""Is the issuer of a seal's certificate known to this computer? A level of its own beside "intact".

Known: an intact chain of certificates, all of them from the seal itself or this computer, leads to an issuer
in the system's trust store or in the connection's CA file (RFC 5280, section 6). Nothing is fetched, so
nothing is said of revocation here, nor whether a seal has legal effect. Blocking; worker threads only.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from signdesk.domain.seal_facts import IssuerLevel, SealFacts
from signdesk.seals.at_hand import in_file, in_pem
from signdesk.seals.certificates import name_of
from signdesk.seals.seal_check_result import ASN1_LOCK, hold_to_document

_LARGEST_FILE_BYTES = 8 << 20
# Where systems keep their issuers in one file; Python's own default often names none of them.
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
_KEYCHAINS = (
    "/System/Library/Keychains/SystemRootCertificates.keychain",
    "/Library/Keychains/System.keychain",
)


def judged(facts: SealFacts, ca_file: Path | None = None) -> SealFacts:
    """The facts with `issuer_level` and `known_by`, and without their chain; those of the time stamp over the
    seal, too. `ca_file`: PEM, believed beside the system's issuers. Facts without a chain stay as they are.

    What cannot be read makes nobody known. Raises as `as_result`.
    """
    if facts.stamp is not None and facts.stamp.chain:
        facts = replace(facts, stamp=judged(facts.stamp, ca_file))
    if not facts.chain:
        return facts
    hour = _moment(facts).replace(minute=0, second=0, microsecond=0)
    with ASN1_LOCK:
        anchor = _anchor(facts.chain, hour, _key_of(ca_file))
    level = IssuerLevel.UNKNOWN if anchor is None else IssuerLevel.KNOWN
    return replace(facts, issuer_level=level, known_by=anchor or "", chain=())


def _moment(facts: SealFacts) -> datetime:
    """When it was sealed, or the nearest time at which the certificate was valid: dates are told apart."""
    moment = facts.stamped_at or facts.signed_at or datetime.now(UTC)
    earliest, latest = facts.valid_from or moment, facts.valid_until or moment
    return max(earliest, min(moment, latest))


def _key_of(ca_file: Path | None) -> tuple[Path, int] | None:
    try:
        return None if ca_file is None else (ca_file, ca_file.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=256)
def _anchor(chain: tuple[bytes, ...], moment: datetime, ca_file: tuple[Path, int] | None) -> str | None:
    """The name of the issuer at the chain's end. `moment` may be up to an hour early."""
    from asn1crypto import x509
    from pyhanko_certvalidator import CertificateValidator, ValidationContext

    try:
        signer, *others = [x509.Certificate.load(one) for one in chain]
        roots = [*_system(), *(_in_file(*ca_file) if ca_file else ())]
        within = max(moment, signer.not_valid_before)
        context = ValidationContext(trust_roots=roots, moment=within, allow_fetching=False)
        validator = CertificateValidator(signer, others, context)
        path = asyncio.run(validator.async_validate_path())
        return name_of(path.trust_anchor.authority.name) or "?"
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        # Broad on purpose, as in `as_result`: whatever a hostile chain does, its issuer is not known.
        return None


@lru_cache(maxsize=1)
def _system() -> tuple[Any, ...]:
    """Once for the whole run of the program."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()  # on Windows the stores ROOT and CA; elsewhere OpenSSL's file
    found = context.get_ca_certs(binary_form=True)
    texts = [_read(Path(one)) for one in _BUNDLES] if sys.platform != "win32" else []
    if sys.platform == "darwin":
        texts.append(_from_keychains())
    return tuple(_certificates([*found, *(der for text in texts for der in in_pem(text))]))


@lru_cache(maxsize=4)
def _in_file(path: Path, _changed_ns: int) -> tuple[Any, ...]:
    return tuple(_certificates(in_file(path)))


def _certificates(ders: list[bytes]) -> Iterator[Any]:
    """Each once; one that cannot be read is left out."""
    from asn1crypto import x509

    for der in dict.fromkeys(ders):
        try:
            certificate = x509.Certificate.load(der)
            _ = certificate.subject.hashable
        except (ValueError, TypeError):
            continue
        yield certificate


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE_BYTES)
    except OSError:
        return b""


def _from_keychains() -> bytes:
    """macOS has no file of its issuers."""
    command = ["/usr/bin/security", "find-certificate", "-a", "-p", *_KEYCHAINS]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=20)  # noqa: S603 - fixed
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout
