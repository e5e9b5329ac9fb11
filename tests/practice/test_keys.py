"""The practice key: made once, kept private, replaced when it is unusable, and plainly marked."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from signdesk.practice.data_folder import FILE_NAME, MARK, seal_key


def test_is_made_on_first_use_and_kept(tmp_path: Path) -> None:
    first = seal_key(tmp_path / "new" / "practice")
    again = seal_key(tmp_path / "new" / "practice")

    assert again == first
    assert [one.name for one in first.path.parent.iterdir()] == [FILE_NAME], "nothing temporary is left"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = seal_key(tmp_path).path

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_is_marked_as_practice_and_may_only_sign(tmp_path: Path) -> None:
    certificate = x509.load_pem_x509_certificate(seal_key(tmp_path).certificate_pem)

    assert {one.value for one in certificate.subject} == {MARK}
    assert len(list(certificate.subject)) == 2
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert "no legal effect" in MARK


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_an_unusable_file_is_set_aside_and_a_new_key_made(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)

    key = seal_key(folder)

    assert seal_key(folder) == key
    aside = [one for one in folder.iterdir() if one.name != FILE_NAME]
    assert [one.read_bytes() for one in aside] == [content]


def test_a_key_with_the_certificate_of_another_is_unusable(tmp_path: Path) -> None:
    one, other = seal_key(tmp_path / "one"), seal_key(tmp_path / "other")
    one.path.write_bytes(one.key_pem + other.certificate_pem)

    assert seal_key(tmp_path / "one").key_pem != one.key_pem


def test_shows_no_key_when_printed(tmp_path: Path) -> None:
    key = seal_key(tmp_path)

    assert "PRIVATE" not in repr(key)
    assert key.key_pem.splitlines()[1].decode() not in repr(key)
