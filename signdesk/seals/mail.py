"""A look at a signed e-mail message, S/MIME (RFC 8551; RFC 1847): `.eml`, or `.p7m` with a message's head.

A seal in it is over the text and the attachments, never over the message's head: sender, date and subject.
What a reader may show or not (text before, between and after the parts) is held to be empty. The parts are
cut out of the bytes as they are; Python's parser reads heads alone, and copies that are only compared.
Blocking, in worker threads.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import islice
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import MAIL, SealFacts
from signdesk.seals import cms
from signdesk.seals.cms_form import hold_to_content
from signdesk.seals.reading import whole
from signdesk.seals.seal_check_result import (
    NotChecked,
    NotIntact,
    SealCheckResult,
    as_result,
    hold_to_document,
    intact,
)

_LARGEST_BYTES = 64 << 20
_LARGEST_HEAD_BYTES = 1 << 16
_MOST_PARTS = 1000
_BEGINS = re.compile(rb"[A-Za-z][A-Za-z0-9-]*[ \t]*:")
_DEEPER = re.compile(
    rb"^Content-Type:\s*(multipart/signed|application/(x-)?pkcs7-mime)", re.IGNORECASE | re.MULTILINE
)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_SIGNED, _WRAPPED = "multipart/signed", ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature")
# What programs write for readers that know no MIME, in front of the parts.
_PREAMBLE = re.compile(
    rb"\s*(This is (an S/MIME|a cryptographically) signed message( in MIME format\.)?"
    rb"|This is a multi-?part message in MIME format\.?)?\s*",
    re.IGNORECASE,
)
_PGP = msg(
    "The seal could not be checked, because the mail is signed with OpenPGP, which SignDesk does not know. "
    "Check it with the mail program."
)
_ODD = msg(
    "The seal could not be checked, because the mail is put together in a way that programs read "
    "differently. Check it with the mail program, and rely only on what it shows as signed."
)
_PART = msg(
    "The seal could not be checked, because it is over a part of the mail alone. Save that part as a file "
    "of its own with the mail program, and check that."
)
_WITHOUT = msg(
    "The seal could not be checked, because the mail says that it is signed, but the text is not inside. Ask "
    "whoever sent it to send it anew."
)
_HEAD_LINE = re.compile(rb"[!-9;-~]+[ \t]*:[^\0-\x08\x0e-\x1f]*|[ \t][^\0-\x08\x0e-\x1f]*|From [^\0-\x1f]*")
Holds = Callable[[bytes], bool]


def may_be_mail(head: bytes) -> bool:
    """Whether a file that begins like this can be a message: with a line of a head."""
    return _BEGINS.match(head) is not None


def is_signed_mail(file: BinaryIO) -> bool:
    """Whether it is a message that says in its first 64 KiB that it, or a part, is signed. Moves `file`."""
    try:
        file.seek(0)
        head, body = _cut(file.read(_LARGEST_HEAD_BYTES))
        if head.get_content_maintype() == "multipart" and _DEEPER.search(body):
            return True
        return head.get_content_type() in (_SIGNED, *_WRAPPED)
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return False  # broad as `as_result`


def verify_mail(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    """Whether the original is the text or an attachment, byte for byte, under an intact signature.

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `result` must be
    seekable; it is read into memory, up to 64 MiB. Never raises for what the file holds, and never uses the
    network.
    """

    def holds(content: bytes) -> bool:
        return len(content) == original_size_bytes and hashlib.sha256(content).hexdigest() == original_sha256

    return as_result(lambda: _look(whole(result, _LARGEST_BYTES), holds))


def verify_mail_alone(result: BinaryIO) -> SealCheckResult:
    """Whether the signature is intact over the text and the attachments. As above otherwise."""
    return as_result(lambda: _look(whole(result, _LARGEST_BYTES), None))


def _look(text: bytes, holds: Holds | None) -> SealCheckResult:
    head, body = _cut(text)
    if not all(map(_HEAD_LINE.fullmatch, filter(None, text[: len(text) - len(body)].splitlines()))):
        raise NotChecked(_ODD)
    for name in ("Content-Type", "Content-Transfer-Encoding", "MIME-Version"):
        if len(head.get_all(name, [])) > 1:
            raise NotChecked(_ODD)
    if head.get_content_type() not in (_SIGNED, *_WRAPPED):
        raise NotChecked(_PART)
    signed_part, facts = _detached(head, body) if head.get_content_type() == _SIGNED else _inside(head, body)
    if holds is not None and not any(map(holds, _contents(signed_part))):
        raise NotIntact(cms.NOT_OVER_THIS)
    return intact(replace(facts, container=MAIL))


def _cut(text: bytes) -> tuple[Message[Any, Any], bytes]:
    """A head, and what follows it."""
    end = _END_OF_HEAD.search(text)
    head = text if end is None else text[: end.end()]
    return BytesHeaderParser().parsebytes(head), b"" if end is None else text[end.end() :]


def _inside(head: Message[Any, Any], body: bytes) -> tuple[bytes, SealFacts]:
    """RFC 8551, 3.5.2: the signed part lies in the signature."""
    signed = cms.signed_data(_decoded(head, body), padded=False)
    content = cms.content_in(signed)
    if content is None:
        raise NotChecked(_WITHOUT)
    hold_to_content(signed, io.BytesIO(content))
    return content, cms.check(signed, cms.digest_of_bytes(content))


def _detached(head: Message[Any, Any], body: bytes) -> tuple[bytes, SealFacts]:
    """RFC 8551, 3.5.3: the signature is another part."""
    if "pgp" in str(head.get_param("protocol", "")).lower():
        raise NotChecked(_PGP)
    boundary = head.get_boundary()
    if not boundary:
        raise NotChecked(_ODD)
    content, beside = _two_parts(body, boundary.encode("ascii", "replace"))
    signature_head, signature = _cut(beside)
    if signature_head.get_content_type() not in _SIGNATURES:
        raise NotChecked(_ODD)
    signed = cms.signed_data(_decoded(signature_head, signature), padded=False)
    hold_to_content(signed, io.BytesIO(content))
    canonical = re.sub(rb"\r?\n", b"\r\n", content)  # RFC 8551, 3.1.1
    try:
        return content, cms.check(signed, cms.digest_of_bytes(canonical))
    except NotIntact:
        if canonical == content:
            raise
    return content, cms.check(signed, cms.digest_of_bytes(content))  # by programs that sign it as it is


def _two_parts(body: bytes, boundary: bytes) -> tuple[bytes, bytes]:
    """Raises NotChecked for anything but two parts with nothing around them (RFC 2046, 5.1.1)."""
    marks = [*re.finditer(rb"(?:\A|\r?\n)--%s([^\r\n]*)(?=\r?\n|\Z)" % re.escape(boundary), body)]
    if [one[1].rstrip(b" \t") for one in marks] != [b"", b"", b"--"]:
        raise NotChecked(_ODD)
    first, second, last = marks
    before, after = body[: first.start()], body[last.end() :]
    if not _PREAMBLE.fullmatch(before) or after.strip():
        raise NotChecked(_ODD)
    content = body[first.end() : second.start()]
    return re.sub(rb"\A\r?\n", b"", content), re.sub(rb"\A\r?\n", b"", body[second.end() : last.start()])


def _decoded(head: Message[Any, Any], body: bytes) -> bytes:
    """By its transfer encoding; nothing may follow base64. Raises NotChecked."""
    encoding = str(head.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "binary":
        return body
    try:
        return base64.b64decode(b"".join(body.split()), validate=True)
    except ValueError as error:
        raise NotChecked(cms.OUT_OF_SHAPE) from error


def _contents(part: bytes) -> Iterator[bytes]:
    """The signed part itself, and the texts and attachments in it."""
    yield part
    for one in islice(message_from_bytes(part).walk(), _MOST_PARTS):
        content = one.get_payload(decode=True)
        if isinstance(content, bytes):
            yield content
