"""Signed mail (S/MIME), made by OpenSSL: over the text and the attachments, and over nothing else."""

from __future__ import annotations

import hashlib
import io
import random
import subprocess
from email.message import EmailMessage
from pathlib import Path

import pytest

from signdesk.domain.seal_facts import MAIL
from signdesk.domain.seal_words import seal_notes
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import Sent, may_be_apart, verify_alone, verify_beside, verify_inside

OFFER = b"Article;Price\r\npen;1\r\n" + bytes(range(256))
TEXT = "Dear board,\nwe agree to the price of 100.\n"
HEAD = ["-from", "anna@example.org", "-to", "board@example.org", "-subject", "Our offer"]


def alone(content: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


def over(content: bytes, original: bytes) -> SealCheckResult:
    sent = Sent("offer.csv", hashlib.sha256(original).hexdigest(), len(original))
    found = verify_inside(io.BytesIO(content), sent)
    assert found is not None
    return found


def signed(key: SealKey, folder: Path, *options: str, tool: str = "cms", text: bytes | None = None) -> bytes:
    """`openssl cms` or `openssl smime`, which differ."""
    if text is None:
        message = EmailMessage()
        message.set_content(TEXT)
        message.add_attachment(OFFER, maintype="text", subtype="csv", filename="offer.csv")
        del message["MIME-Version"]
        text = message.as_bytes()
    (folder / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (folder / "part").write_bytes(text)
    sign = ["openssl", tool, "-sign", "-in", "part", "-signer", "key.pem", "-md", "sha256", "-out", "mail"]
    subprocess.run([*sign, *HEAD, *options], cwd=folder, check=True, capture_output=True)
    return (folder / "mail").read_bytes()


def good_for_openssl(mail: bytes, folder: Path, *options: str) -> bool:
    (folder / "checked").write_bytes(mail)
    verify = "openssl cms -verify -in checked -noverify -out /dev/null"
    return (
        subprocess.run([*verify.split(), *options], cwd=folder, check=False, capture_output=True).returncode
        == 0
    )


@pytest.mark.parametrize("tool", ["cms", "smime"])
@pytest.mark.parametrize("options", [(), ("-nodetach",), ("-text",), ("-crlfeol",), ("-binary",)])
def test_a_signed_mail_is_intact(key: SealKey, tmp_path: Path, tool: str, options: tuple[str, ...]) -> None:
    mail = signed(key, tmp_path, *options, tool=tool)
    found = alone(mail)

    assert good_for_openssl(mail, tmp_path, *(one for one in options if one == "-binary"))
    assert (found.finding, found.signer) == (Finding.INTACT, MARK), found.sentence
    assert found.facts is not None
    assert found.facts.container == MAIL
    assert any("not over its sender" in one for one in seal_notes(found.facts))
    assert over(mail, OFFER).finding is Finding.INTACT or "-text" in options
    assert over(mail, OFFER + b"x").finding is Finding.BROKEN
    assert may_be_apart(io.BytesIO(mail))


def test_lines_that_end_otherwise_on_the_way_change_nothing(key: SealKey, tmp_path: Path) -> None:
    mail = signed(key, tmp_path)
    unix = mail.replace(b"\r\n", b"\n")

    assert alone(unix).finding is Finding.INTACT
    assert alone(unix.replace(b"\n", b"\r\n")).finding is Finding.INTACT


def test_the_form_p7m_may_hold_a_mail(key: SealKey, tmp_path: Path) -> None:
    mail = signed(key, tmp_path, "-nodetach")
    sent = Sent("offer.csv", hashlib.sha256(OFFER).hexdigest(), len(OFFER))
    found = verify_beside(io.BytesIO(mail), "smime.p7m", sent, None)

    assert found is not None
    assert found.finding is Finding.INTACT


@pytest.mark.parametrize("options", [(), ("-nodetach",)])
def test_a_byte_of_it_cannot_be_changed(key: SealKey, tmp_path: Path, options: tuple[str, ...]) -> None:
    """At 200 places behind its head. What both take for the same mail is blank at the end of a line."""
    mail = signed(key, tmp_path, "-cades", *options)  # which covers the certificate
    start = mail.index(b"\n\n") + 2
    rng = random.Random(len(options))  # noqa: S311
    for at in rng.sample(range(start, len(mail)), 200):
        changed = mail[:at] + bytes([mail[at] ^ 1 << rng.randrange(7)]) + mail[at + 1 :]
        if mail[at : at + 1].isspace() and changed[at : at + 1].isspace():
            continue
        if alone(changed).finding is Finding.INTACT:
            around = changed[at - 40 : at + 40]
            assert good_for_openssl(changed, tmp_path), around
            assert b"Content-" in around or b"signed message" in around or b"smime" in around, around
    inside = mail.index(b"QXJ0aWNsZTtQcmljZQ0K") if not options else mail.index(b"\n\n") + 200
    assert alone(mail[:inside] + b"R" + mail[inside + 1 :]).finding is not Finding.INTACT


def test_the_head_is_under_no_seal(key: SealKey, tmp_path: Path) -> None:
    mail = signed(key, tmp_path).replace(b"Our offer", b"Our order")

    assert alone(mail).finding is Finding.INTACT  # with the note that says so, see above


def boundary_of(mail: bytes) -> bytes:
    return mail.split(b'boundary="')[1].split(b'"')[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda mail, mark: mail.rstrip() + b"\nPay 900 to Mallory.\n",
        lambda mail, mark: mail.replace(b"This is an S/MIME signed message", b"Pay 900 to Mallory."),
        lambda mail, mark: mail.replace(
            b"--%s--" % mark, b"--%s\n\nPay 900 to Mallory.\n\n--%s--" % (mark, mark)
        ),
        lambda mail, mark: mail.replace(
            b"--%s\n" % mark, b"--%s\n\nPay 900 to Mallory.\n\n--%s\n" % (mark, mark), 1
        ),
        lambda mail, mark: mail.replace(b"--%s\n" % mark, b"--%sx\n\nPay.\n--%s\n" % (mark, mark), 1),
        lambda mail, mark: b"Content-Type: text/html\n" + mail,
        lambda mail, mark: b"\x01: odd\n" + mail,
        lambda mail, mark: mail.replace(b"pkcs7-signature;", b"octet-stream;", 1).replace(
            b"application/x-pkcs7-signature", b"application/octet-stream"
        ),
    ],
)
def test_what_is_smuggled_in_is_not_taken_for_signed(key: SealKey, tmp_path: Path, change: object) -> None:
    mail = signed(key, tmp_path)
    assert callable(change)
    changed = change(mail, boundary_of(mail))
    assert changed != mail
    found = verify_alone(io.BytesIO(changed))

    assert found is None or found.finding is Finding.NOT_CHECKED, found.sentence


def test_a_signed_part_of_a_mail_is_told_as_a_part(key: SealKey, tmp_path: Path) -> None:
    inner = signed(key, tmp_path)
    mail = b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n%s\n--b\n\nfooter\n--b--\n"
    found = alone(mail % inner[inner.index(b"Content-Type") :])

    assert (found.finding, "a part of the mail alone" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_openpgp_and_encrypted_mail_are_named(key: SealKey, tmp_path: Path) -> None:
    pgp = (
        b'From: a\nContent-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\n\n--b\n'
    )
    assert "OpenPGP" in alone(pgp).sentence
    request = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out cert.pem -days 2 -subj /CN=Reader"
    subprocess.run(request.split(), cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "text").write_text(TEXT)
    encrypt = "openssl cms -encrypt -aes256 -in text -out mail cert.pem"
    subprocess.run(encrypt.split(), cwd=tmp_path, check=True)
    found = alone((tmp_path / "mail").read_bytes())

    assert (found.finding, "encrypted" in found.sentence) == (Finding.NOT_CHECKED, True)


@pytest.mark.parametrize("text", [b"To: me\n\nhello", b"Date:", b"From: a\nContent-Type: text/plain\n\nx"])
def test_other_mail_and_text_is_no_seal(text: bytes) -> None:
    assert verify_alone(io.BytesIO(text)) is None
    assert not may_be_apart(io.BytesIO(text))
