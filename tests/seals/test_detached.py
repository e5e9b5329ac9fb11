"""A `.p7s` is intact over exactly the content that it was made for, whoever made it."""

from __future__ import annotations

import base64
import io
import random
import subprocess
import time
from pathlib import Path

import pytest

from signdesk.practice.data_folder import MARK, SealKey
from signdesk.practice.sealing import Sealer
from signdesk.seals import Finding, SealCheckResult, verify_detached
from signdesk.seals.cms_seals import digests_covered

CONTENT = b"Article;Price\r\n" + bytes(range(256)) * 40


@pytest.fixture
def signature(sealer: Sealer, tmp_path: Path) -> bytes:
    (tmp_path / "list.csv").write_bytes(CONTENT)
    return sealer.sign_detached(tmp_path / "list.csv")


def look(signature: bytes, content: bytes = CONTENT) -> SealCheckResult:
    return verify_detached(io.BytesIO(signature), io.BytesIO(content))


def by_openssl(tmp_path: Path, key: SealKey, *options: str, form: str = "DER") -> bytes:
    """A signature that another tool made."""
    (tmp_path / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (tmp_path / "content").write_bytes(CONTENT)
    command = ["openssl", "cms", "-sign", "-binary", "-in", "content", "-signer", "key.pem", "-outform", form]
    subprocess.run([*command, "-out", "s.p7s", *options], cwd=tmp_path, check=True)
    return (tmp_path / "s.p7s").read_bytes()


def test_the_practice_servers_seal_is_intact(signature: bytes) -> None:
    found = look(signature)

    assert (found.finding, found.signer) == (Finding.INTACT, MARK)
    assert found.signed_at is not None
    assert found.signed_at.tzinfo is not None
    assert "intact over this document" in found.sentence


@pytest.mark.parametrize("digest", ["sha1", "sha224", "sha256", "sha384", "sha512"])
@pytest.mark.parametrize("options", [(), ("-cades",), ("-noattr",)])
def test_signatures_of_openssl_are_intact_whatever_the_digest(
    tmp_path: Path, key: SealKey, digest: str, options: tuple[str, ...]
) -> None:
    signature = by_openssl(tmp_path, key, "-md", digest, *options)

    assert look(signature).finding is Finding.INTACT
    assert look(signature, CONTENT + b"x").finding is Finding.BROKEN


@pytest.mark.parametrize("options", [(), ("-keyid",), ("-keyopt", "rsa_padding_mode:pss")])
def test_signatures_of_an_rsa_key_are_intact_in_every_form(tmp_path: Path, options: tuple[str, ...]) -> None:
    request = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 2 -subj"
    subprocess.run(
        [*request.split(), "/O=ACME/CN=Seal of ACME"], cwd=tmp_path, check=True, capture_output=True
    )
    (tmp_path / "content").write_bytes(CONTENT)
    sign = (
        "openssl cms -sign -binary -in content -signer c.pem -inkey k.pem -md sha256 -outform DER -out s.p7s"
    )
    subprocess.run([*sign.split(), *options], cwd=tmp_path, check=True)
    signature = (tmp_path / "s.p7s").read_bytes()

    found = look(signature)

    assert (found.finding, found.signer) == (Finding.INTACT, "Seal of ACME")
    assert look(signature, CONTENT + b"x").finding is Finding.BROKEN


@pytest.mark.parametrize("label", [b"CMS", b"PKCS7"])
def test_armoured_signatures_are_read(signature: bytes, label: bytes) -> None:
    text = base64.encodebytes(signature)
    armoured = b"-----BEGIN %s-----\n%s-----END %s-----\n" % (label, text, label)

    assert look(armoured).finding is Finding.INTACT
    assert look(armoured.replace(b"\n", b"\r\n")).finding is Finding.INTACT
    assert look(armoured, CONTENT[1:]).finding is Finding.BROKEN


def test_streamed_signatures_of_unknown_length_are_read(tmp_path: Path, key: SealKey) -> None:
    assert look(by_openssl(tmp_path, key, "-stream", "-md", "sha256")).finding is Finding.INTACT


def test_another_content_is_broken(signature: bytes) -> None:
    for other in (b"", CONTENT[:-1], CONTENT + b"\0", b"x" + CONTENT[1:]):
        assert look(signature, other).finding is Finding.BROKEN


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_byte_is_noticed(signature: bytes, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    tampered, content = bytearray(signature), bytearray(CONTENT)
    at = rng.randrange(len(tampered))
    tampered[at] ^= 1 << rng.randrange(8)
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)

    assert look(bytes(tampered)).finding is not Finding.INTACT, f"byte {at} of the signature"
    assert look(signature, bytes(content)).finding is Finding.BROKEN


@pytest.mark.parametrize("more", [b"\0", b"\n", b"x" * 100])
def test_anything_appended_to_the_signature_is_noticed(signature: bytes, more: bytes) -> None:
    assert look(signature + more).finding is Finding.BROKEN


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\0",
        b"0",
        b"rubbish",
        b"0\x80" * 5000,
        b"0\x84\xff\xff\xff\xff",
        b"<html></html>",
        b"-----BEGIN CMS-----\n!!!!\n-----END CMS-----\n",
        b"-----BEGIN CMS-----\nAAA\n-----END CMS-----\n",
    ],
)
def test_hostile_signatures_are_a_finding_and_never_an_error(hostile: bytes) -> None:
    assert look(hostile).finding in (Finding.BROKEN, Finding.NOT_CHECKED)


@pytest.mark.parametrize("keep", range(0, 600, 37))
def test_a_signature_cut_off_is_broken(signature: bytes, keep: int) -> None:
    assert look(signature[:keep]).finding is Finding.BROKEN


def test_a_signature_that_is_far_too_large_is_not_read_into_memory() -> None:
    assert look(b"0" * (10 << 20) + b"0").finding is Finding.NOT_CHECKED


def test_both_files_are_read_from_their_start(signature: bytes) -> None:
    beside, content = io.BytesIO(signature), io.BytesIO(CONTENT)
    beside.seek(5)
    content.seek(7)

    assert verify_detached(beside, content).finding is Finding.INTACT


def test_armour_without_an_end_is_read_in_one_go() -> None:
    """Once it took minutes: two parts of the pattern shared the blanks."""
    endless = b"-----BEGIN PKCS7-----" + b"\n" * 500_000

    assert verify_detached(io.BytesIO(endless), io.BytesIO(b"x")).finding is not Finding.INTACT


def element(tag: int, content: bytes) -> bytes:
    """In DER."""
    size = len(content)
    length = size.to_bytes(4, "big").lstrip(b"\0") or b"\0"
    return bytes([tag, *([size] if size < 128 else [0x80 | len(length), *length])]) + content


def seal_of_nothing(*, signers: int, attributes: int) -> bytes:
    """Each signer with so many digests (RFC 5652); signed by nobody."""
    signed_data, data, message_digest = (
        element(6, bytes.fromhex("2a864886f70d01" + end)) for end in ("0702", "0701", "0904")
    )
    sha256 = element(0x30, element(6, bytes.fromhex("608648016503040201")))
    told = b"".join(
        element(0x30, message_digest + element(0x31, element(4, number.to_bytes(32, "big"))))
        for number in range(attributes)
    )
    issuer = element(0x30, element(0x30, b"") + element(2, b"\1"))
    one = element(0x30, element(2, b"\1") + issuer + sha256 + element(0xA0, told) + sha256 + element(4, b"x"))
    content = element(2, b"\1") + element(0x31, sha256) + element(0x30, data) + element(0x31, one * signers)
    return element(0x30, signed_data + element(0xA0, element(0x30, content)))


def test_what_a_seal_without_its_document_is_over_is_read() -> None:
    found = digests_covered(io.BytesIO(seal_of_nothing(signers=2, attributes=1)))
    assert found == {("sha256", "00" * 32)}


@pytest.mark.parametrize(("signers", "attributes"), [(1, 150_000), (60_000, 1)])
def test_a_seal_of_a_hundred_thousand_digests_costs_little(signers: int, attributes: int) -> None:
    hostile = io.BytesIO(seal_of_nothing(signers=signers, attributes=attributes))
    began_s = time.process_time()
    assert len(digests_covered(hostile)) < 1000
    assert time.process_time() - began_s < 2.0
