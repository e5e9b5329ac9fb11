"""A seal whose certificate has no end, east and west of Greenwich."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from signdesk.practice.data_folder import SealKey
from tests.cli.conftest import SignDesk
from tests.support.canary import KEY
from tests.support.practice_runner import running_practice
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

FOR_EVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
OUTSIDE = "was not valid at that time"


def key_valid_from(valid_from: datetime) -> SealKey:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Company seal")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(valid_from)
        .not_valid_after(FOR_EVER)
        .sign(key, hashes.SHA256())
    )
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return SealKey(Path("none"), text, certificate.public_bytes(Encoding.PEM))


@pytest.mark.parametrize("zone", ["Europe/Warsaw", "America/New_York"])
@pytest.mark.parametrize("begins_in_days", [-1, 30])
def test_the_result_is_saved_with_its_receipt(
    signdesk: SignDesk, tmp_path: Path, zone: str, begins_in_days: int
) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    key = key_valid_from(datetime.now(UTC) + timedelta(days=begins_in_days))
    with running_practice(tmp_path / "server", key=key) as practice:
        ended = signdesk(
            *("sign", "--process", "1", "--server", practice.server.base_url),
            *("--save-to", tmp_path / "Sealed", tmp_path / "Letter.pdf"),
            TZ=zone,
            SIGNDESK_API_KEY=KEY,
        )
        assert ended.code == 0, ended.err
        (result,) = saved_in(tmp_path / "Sealed")
        verified = signdesk("verify", result, TZ=zone)
        assert verified.code == 0, verified.err
    (page,) = (tmp_path / "Sealed").glob("*.html")
    assert ("the certificate was not valid at that time" in page.read_text()) == (begins_in_days > 0)
    assert (OUTSIDE in ended.out) == (begins_in_days > 0)
