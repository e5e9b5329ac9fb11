"""What cannot be read as a signature of a PDF: empty room for one, another kind of format, or a broken one.

A program that signs in two steps writes the room first, filled with zeros. And the seal of a PDF that opens
only with a password: what it covers can be told, what the document shows not. A signature is never encrypted
(ISO 32000-1, 7.6.1), and its digest is over the bytes as they are. So it is judged where there is no other in
the file and it covers all of it: then nobody but its signer wrote any byte. The code that protects an
encrypted file (ISO/TS 32004) has a range of bytes as well, but no format of a seal.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from enum import StrEnum
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.seal_check_result import (
    Finding,
    NotChecked,
    NotIntact,
    SealCheckResult,
    hold_to_document,
    intact,
)

ROOM_ALONE = msg("It carries no seal: there is room for one, but no signature in it.")


class Unreadable(StrEnum):
    """Why, as far as its dictionary tells."""

    EMPTY = "empty"  # nobody signed in it
    UNKNOWN = "unknown"  # by its own word it is no CMS
    BROKEN = "broken"


_CMS = ("/adbe.pkcs7", "/ETSI.CAdES", "/ETSI.RFC3161")  # as their names begin (ISO 32000-2, table 260)


def why_unreadable(field: Any) -> Unreadable:
    """Of a filled signature field without a signature which is known here. Raises as `as_result`."""
    try:
        return _why(field.get_object()["/V"])
    except Exception as error:  # noqa: BLE001 - broad as `as_result`
        hold_to_document(error)
        return Unreadable.BROKEN


def _why(signature: Any) -> Unreadable:
    digits = signature.raw_get("/Contents").original_bytes
    if not digits.strip(b"\0"):
        return Unreadable.EMPTY
    name = str(signature["/SubFilter"])
    return Unreadable.BROKEN if name.startswith(_CMS) else Unreadable.UNKNOWN


LARGEST_BYTES = 64 << 20
_LARGEST_SIGNATURE_BYTES = 10 << 20
_NUMBER = rb"[\0\t\n\f\r ]*([0-9]{1,15})"
_RANGE = re.compile(rb"/ByteRange[\0\t\n\f\r ]*\[%b%b%b%b[\0\t\n\f\r ]*\]" % ((_NUMBER,) * 4))
_ROOM = re.compile(rb"<(?:[0-9a-f]{2})+>|<(?:[0-9A-F]{2})+>")
_ENDS = (b"", b"\r", b"\n", b"\r\n")
_FORMATS = re.compile(rb"/SubFilter[\0\t\n\f\r ]*/([\w.]*)")
_KNOWN = (b"ETSI.CAdES.detached", b"adbe.pkcs7.detached", b"ETSI.RFC3161")
_OF_LOCKS = (b"adbe.pkcs7.s3", b"adbe.pkcs7.s4", b"adbe.pkcs7.s5")  # for certain people only (7.6.4)
LOCKED = msg("The seal could not be checked, because the file opens only with a password.")


def verify_locked(file: BinaryIO, *, is_alone: bool) -> SealCheckResult:
    """Whether its one seal is intact over all of it; not told where there is an original (`is_alone` is
    false), since what was put on its pages cannot be. Raises NotIntact, NotChecked, and OSError of `file`.
    """
    if not is_alone:
        raise NotChecked(LOCKED)
    file.seek(0)
    text = file.read(LARGEST_BYTES + 1)
    formats = [one for one in _FORMATS.findall(text) if one not in _OF_LOCKS]
    ranges = [one for one in (_range(found) for found in _RANGE.finditer(text)) if text[one[2] :] in _ENDS]
    if len(text) > LARGEST_BYTES or len(ranges) != 1 or len(formats) != 1 or formats[0] not in _KNOWN:
        raise NotChecked(LOCKED)
    length, second, end = ranges[0]
    room = text[length:second]
    if len(room) > 2 * _LARGEST_SIGNATURE_BYTES or not _ROOM.fullmatch(room):
        raise NotIntact(cms.BROKEN)
    if not room.strip(b"<0>"):
        return SealCheckResult(Finding.NONE, sentence=ROOM_ALONE)

    def digest_of(algorithm: str) -> bytes:
        digest = hashlib.new(cms.digest_name(algorithm), memoryview(text)[:length])
        digest.update(memoryview(text)[second:end])
        return digest.digest()

    signed = cms.signed_data(bytes.fromhex(room[1:-1].decode("ascii")), padded=True)
    facts = cms.check(signed, digest_of)
    return intact(facts if facts.kind is SealKind.TIMESTAMP else _as_pdf(facts, formats[0]))


def _range(found: re.Match[bytes]) -> tuple[int, int, int]:
    """Where the room begins and ends, and where what is covered does; the latter is nowhere where it does not
    begin with the file.
    """
    begin, length, second, rest = map(int, found.groups())
    return length, second, second + rest if begin == 0 < length < second else 1 << 62


def _as_pdf(facts: SealFacts, sub_filter: bytes) -> SealFacts:
    is_pades = facts.kind is SealKind.CADES and sub_filter == b"ETSI.CAdES.detached"
    return replace(facts, kind=SealKind.PADES) if is_pades else replace(facts, kind=SealKind.PDF, level="")
