"""A `.p7m` is good only where it holds exactly the document that was sent, under an intact signature."""

from __future__ import annotations

import base64
import hashlib
import io
import random
import subprocess
from pathlib import Path

import pytest
from asn1crypto import cms

from signdesk.domain.seal_facts import SealKind
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult, is_cms, verify_detached, verify_enveloping

CONTENT = b"Article;Price\r\n" + bytes(range(256)) * 4


def look(result: bytes, content: bytes = CONTENT) -> SealCheckResult:
    return verify_enveloping(io.BytesIO(result), hashlib.sha256(content).hexdigest(), len(content))


def by_openssl(
    folder: Path, key: SealKey, *options: str, form: str = "DER", content: bytes = CONTENT
) -> bytes:
    (folder / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (folder / "content").write_bytes(content)
    sign = f"openssl cms -sign -binary -in content -signer key.pem -md sha256 -outform {form} -out s.p7m"
    subprocess.run([*sign.split(), *options], cwd=folder, check=True)
    return (folder / "s.p7m").read_bytes()


@pytest.fixture
def sealed(tmp_path: Path, key: SealKey) -> bytes:
    return by_openssl(tmp_path, key, "-nodetach", "-cades")


@pytest.mark.parametrize("form", ["DER", "PEM"])
@pytest.mark.parametrize("options", [(), ("-cades",), ("-noattr",), ("-stream",)])
def test_what_openssl_makes_is_intact_over_what_it_holds(
    tmp_path: Path, key: SealKey, form: str, options: tuple[str, ...]
) -> None:
    sealed = by_openssl(tmp_path, key, "-nodetach", *options, form=form)

    found = look(sealed)
    assert is_cms(sealed[:1024])
    assert (found.finding, found.signer) == (Finding.INTACT, MARK)
    assert found.facts is not None
    assert found.facts.kind is (SealKind.CADES if "-cades" in options else SealKind.CMS)
    for other in (b"", CONTENT[:-1], CONTENT + b"\0"):
        assert look(sealed, other).finding is Finding.BROKEN


def test_openssl_takes_out_the_same_document(tmp_path: Path, sealed: bytes) -> None:
    (tmp_path / "mine.p7m").write_bytes(sealed)
    verify = "openssl cms -verify -noverify -binary -inform DER -in mine.p7m -out taken"
    subprocess.run(verify.split(), cwd=tmp_path, check=True, capture_output=True)

    assert (tmp_path / "taken").read_bytes() == CONTENT
    assert look(sealed).finding is Finding.INTACT


def test_base64_without_armour_is_read(sealed: bytes) -> None:
    text = base64.encodebytes(sealed)
    assert is_cms(text)
    assert look(text).finding is Finding.INTACT
    assert look(text[:-40]).finding is Finding.BROKEN


def test_the_right_document_put_under_the_seal_of_another_is_broken(tmp_path: Path, key: SealKey) -> None:
    forged = cms.ContentInfo.load(by_openssl(tmp_path, key, "-nodetach", content=b"Something else"))
    forged["content"]["encap_content_info"]["content"] = CONTENT

    assert look(forged.dump(force=True)).finding is Finding.BROKEN


def test_a_seal_without_the_document_and_an_email_are_not_checked(tmp_path: Path, key: SealKey) -> None:
    assert look(by_openssl(tmp_path, key)).finding is Finding.NOT_CHECKED
    message = by_openssl(tmp_path, key, form="SMIME")
    assert b"multipart/signed" in message
    assert look(message).finding is Finding.NOT_CHECKED
    assert look(by_openssl(tmp_path, key, "-nodetach", form="SMIME")).finding is Finding.NOT_CHECKED


def test_a_detached_seal_that_holds_another_content_is_broken(tmp_path: Path, key: SealKey) -> None:
    """Its signature is good over the document, but whoever opens it is shown something else."""
    lying = cms.ContentInfo.load(by_openssl(tmp_path, key, "-nodetach"))
    assert verify_detached(io.BytesIO(lying.dump()), io.BytesIO(CONTENT)).finding is Finding.INTACT
    lying["content"]["encap_content_info"]["content"] = b"Something else"

    found = verify_detached(io.BytesIO(lying.dump(force=True)), io.BytesIO(CONTENT))
    assert found.finding is Finding.BROKEN


@pytest.mark.parametrize("stream", [False, True])
def test_a_changed_byte_is_noticed(tmp_path: Path, key: SealKey, stream: bool) -> None:
    sealed = by_openssl(tmp_path, key, "-nodetach", "-cades", *(["-stream"] if stream else []))
    rng = random.Random(7)  # noqa: S311
    for _ in range(200):
        tampered = bytearray(sealed)
        at = rng.randrange(len(tampered))
        tampered[at] ^= 1 << rng.randrange(8)
        assert look(bytes(tampered)).finding is not Finding.INTACT, f"byte {at}"


@pytest.mark.parametrize("hostile", [b"", b"0", b"rubbish", b"0\x80" * 5000, b"MII=", b"<a/>"])
def test_hostile_files_are_a_finding_and_never_an_error(hostile: bytes) -> None:
    assert look(hostile).finding in (Finding.BROKEN, Finding.NOT_CHECKED)


def test_a_seal_without_its_certificate_is_not_checked(tmp_path: Path, key: SealKey) -> None:
    found = look(by_openssl(tmp_path, key, "-nodetach", "-nocerts"))

    assert (found.finding, "its certificate is not inside" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_seal_on_a_digest_that_anybody_can_forge_is_not_checked(tmp_path: Path) -> None:
    (tmp_path / "content").write_bytes(CONTENT)
    make = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 2 -subj /CN=Old"
    sign = "openssl cms -sign -binary -nodetach -in content -signer c.pem -inkey k.pem -md md5"
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    subprocess.run([*sign.split(), "-outform", "DER", "-out", "s"], cwd=tmp_path, check=True)
    found = look((tmp_path / "s").read_bytes())

    assert (found.finding, "MD5" in found.sentence) == (Finding.NOT_CHECKED, True)


@pytest.mark.parametrize("digest", ["sha3-256", "sha3-512"])
def test_a_digest_of_the_newer_family_is_known(tmp_path: Path, digest: str) -> None:
    (tmp_path / "content").write_bytes(CONTENT)
    make = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 2 -subj /CN=New"
    sign = f"openssl cms -sign -binary -nodetach -in content -signer c.pem -inkey k.pem -md {digest}"
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    subprocess.run([*sign.split(), "-outform", "DER", "-out", "s"], cwd=tmp_path, check=True)
    sealed = (tmp_path / "s").read_bytes()
    info = cms.ContentInfo.load(sealed)
    signer = info["content"]["signer_infos"][0]
    value, combined = signer["signature"].native, {"sha3-256": 14, "sha3-512": 16}[digest]
    signer["signature_algorithm"] = {"algorithm": f"2.16.840.1.101.3.4.3.{combined}"}

    for one in (sealed, info.dump(force=True)):
        assert look(one).finding is Finding.INTACT
        assert look(one.replace(value, value[::-1])).finding is Finding.BROKEN
    signer["signature_algorithm"] = {"algorithm": "1.3.6.1.4.1.99999.1"}
    assert look(info.dump(force=True)).finding is Finding.NOT_CHECKED


def test_everybody_who_signed_in_it_is_judged_and_named(tmp_path: Path, key: SealKey) -> None:
    make = (
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.crt -days 2 -subj /CN=Other"
    )
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    by_two = by_openssl(tmp_path, key, "-nodetach", "-signer", "other.crt", "-inkey", "other.key")
    found = look(by_two)

    assert found.finding is Finding.INTACT
    assert found.facts is not None
    assert {found.facts.signer, found.facts.also_by} == {MARK, "Other"}
    info = cms.ContentInfo.load(by_two)
    for number in (0, 1):
        value = info["content"]["signer_infos"][number]["signature"].native
        assert look(by_two.replace(value, value[:-1] + bytes([value[-1] ^ 1]))).finding is Finding.BROKEN
