"""A signature field that holds no signature that can be read: called broken only where it should be one."""

from __future__ import annotations

import io
import re

import pytest

from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.pdf import verify_pdf_alone
from tests.seals.conftest import Seal, look
from tests.seals.test_attacks import replaced

ROOM = re.compile(rb"/Contents *<([0-9a-fA-F]+)>")


def with_room(sealed: bytes, digits: bytes) -> bytes:
    """In the room of the last signature."""
    room = list(ROOM.finditer(sealed))[-1]
    return sealed[: room.start(1)] + digits.ljust(len(room.group(1)), b"0") + sealed[room.end(1) :]


def of_old_kind(sealed: bytes) -> bytes:
    """Adobe's first format: the bare value of an RSA signature (ISO 32000-1, 12.8.3.2)."""
    return replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter /adbe.x509.rsa_sha1 ")(
        with_room(sealed, b"04820100" + b"5a" * 256)
    )


def alone(content: bytes) -> SealCheckResult:
    return verify_pdf_alone(io.BytesIO(content))


def test_room_that_nobody_signed_in_is_no_seal(original: bytes, sealed: bytes) -> None:
    for found in (alone(with_room(sealed, b"")), look(with_room(sealed, b""), original)):
        assert found.finding is Finding.NONE
        assert found.sentence == "It carries no seal: there is room for one, but no signature in it."


def test_a_format_of_another_kind_is_not_checked(original: bytes, sealed: bytes) -> None:
    for found in (alone(of_old_kind(sealed)), look(of_old_kind(sealed), original)):
        assert found.finding is Finding.NOT_CHECKED
        assert "a format that SignDesk does not know: adbe.x509.rsa_sha1" in found.sentence


@pytest.mark.parametrize("digits", [b"3003020100", b"00ff", b"ff"])
def test_what_should_be_a_signature_and_is_none_is_broken(
    original: bytes, sealed: bytes, digits: bytes
) -> None:
    changed = with_room(sealed, digits)
    assert alone(changed).finding is Finding.BROKEN
    assert look(changed, original).finding is Finding.BROKEN


def test_a_good_seal_before_it_is_not_hidden_and_does_not_hide_it(sealed: bytes, seal: Seal) -> None:
    twice = seal(sealed)
    assert alone(of_old_kind(twice)).finding is Finding.NOT_CHECKED
    for digits in (b"", b"ff"):  # a signature may have been wiped out
        assert alone(with_room(twice, digits)).finding is Finding.BROKEN


def test_what_was_there_before_is_not_the_servers(sealed: bytes, seal: Seal) -> None:
    for before in (with_room(sealed, b""), of_old_kind(sealed)):
        assert look(seal(before), before).finding is Finding.INTACT
