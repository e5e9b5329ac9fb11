"""In which form does a seal come, and which look fits? What a file holds decides; its name, only in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO

from signdesk.seals.asic import is_asic, verify_asic, verify_asic_alone
from signdesk.seals.cms import NOT_OVER_THIS, OVER_ANOTHER
from signdesk.seals.cms_seals import (
    holds_content,
    is_cms,
    verify_detached,
    verify_enveloping,
    verify_enveloping_alone,
    verify_timestamp,
)
from signdesk.seals.mail import is_signed_mail, may_be_mail, verify_mail, verify_mail_alone
from signdesk.seals.office import is_office, is_signed_office, verify_office, verify_office_alone
from signdesk.seals.pdf import verify_pdf, verify_pdf_alone
from signdesk.seals.seal_check_result import NO_SEAL, Finding, SealCheckResult
from signdesk.seals.xml import is_xml, verify_xml, verify_xml_alone, verify_xml_beside

_HEAD_BYTES = 1024
_ZIP = b"PK\x03\x04"
# Of seals beside an unchanged document, and of documents inside one: makers agree on no ending.
BESIDE_ENDINGS = frozenset([".p7s", ".csig", ".pkcs7", ".sig", ".tsr", ".tst", ".xades"])
SEAL_ENDINGS = BESIDE_ENDINGS | {".p7m", ".sign", ".asc", ".asics", ".asice", ".sce", ".scs"}
_STAMP = re.compile(
    rb"\x30.{1,5}?\x30\x03\x02\x01\x00\x30", re.DOTALL
)  # RFC 3161, 2.4.2: a granted TimeStampResp
_TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")  # RFC 3161, 2.4.2: id-ct-TSTInfo
_TIMESTAMPS = frozenset([".tsr", ".tst"])


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: `name` as sent, `sha256` in lower-case hex over all `size_bytes` bytes."""

    name: str
    sha256: str
    size_bytes: int


def verify_inside(result: BinaryIO, sent: Sent, source: BinaryIO | None = None) -> SealCheckResult | None:
    """At a file that should hold the document and its seal. None where it has no form that is known here.

    `source`: the document as it was sent, where it is at hand; XML may have been written anew.

    Seekable files, from their start, here and below. Never raises for what they hold; worker threads only.
    """
    head = _head(result)
    if is_cms(head):
        return verify_enveloping(result, sent.sha256, sent.size_bytes)
    if head.startswith(_ZIP) and is_asic(result):
        return verify_asic(result, sent.sha256, sent.size_bytes)
    if head.startswith(_ZIP) and is_signed_office(result):
        return verify_office(result, source)
    if b"%PDF-" in head:
        return verify_pdf(result, sent.sha256, sent.size_bytes)
    if may_be_mail(head) and is_signed_mail(result):
        return verify_mail(result, sent.sha256, sent.size_bytes)
    return _sealed(verify_xml(result, sent.sha256, sent.size_bytes, source)) if is_xml(head) else None


def verify_beside(file: BinaryIO, name: str, sent: Sent, content: BinaryIO | None) -> SealCheckResult | None:
    """At a file with another name than the document's: it is around the document, or a seal beside it.

    `content`: the document itself, where it is known. None where this is no seal that is known here.
    """
    found = _look_beside(file, name, sent, content)
    if found is None or sent.sha256 or found.sentence != NOT_OVER_THIS:
        return found
    return replace(found, sentence=OVER_ANOTHER)  # nothing was sent that anybody knows of


def _look_beside(file: BinaryIO, name: str, sent: Sent, content: BinaryIO | None) -> SealCheckResult | None:
    head, ending = _head(file), PurePath(name).suffix.lower()
    if content is not None and (ending in _TIMESTAMPS or _is_stamp(head)):
        return verify_timestamp(file, content)
    if is_cms(head) and content is not None and not (sent.sha256 and holds_content(file)):
        return verify_detached(file, content)
    if content is not None and ending == ".p7s":
        return verify_detached(file, content)
    if ending == ".p7m" and not (may_be_mail(head) and is_signed_mail(file)):
        return verify_enveloping(file, sent.sha256, sent.size_bytes)
    inside = verify_inside(file, sent)
    if content is not None and is_xml(head) and inside is not None and inside.finding is not Finding.INTACT:
        return _sealed(verify_xml_beside(file, content, sent.name))
    return inside


def verify_alone(file: BinaryIO, *, with_pages: bool = True) -> SealCheckResult | None:
    """At a file of which nobody knows what was sent: is every seal in it intact over what is there?

    None where it has no form that is known here. `with_pages`: as `verify_pdf_alone`.
    """
    head = _head(file)
    if is_cms(head):
        return verify_enveloping_alone(file)
    if head.startswith(_ZIP) and is_asic(file):
        return verify_asic_alone(file)
    if head.startswith(_ZIP) and is_office(file):
        return verify_office_alone(file)
    if b"%PDF-" in head:
        return verify_pdf_alone(file, with_pages=with_pages)
    if may_be_mail(head) and is_signed_mail(file):
        return verify_mail_alone(file)
    if not is_xml(head):
        return None
    found = verify_xml_alone(file)
    return replace(found, sentence=found.sentence or NO_SEAL)


def is_beside(file: BinaryIO, name: str) -> bool:
    """Whether it is a seal without its document, which lies beside it: by its name, or by what it holds."""
    sure = is_surely_beside(_head(file), name)
    return not holds_content(file) if sure is None else sure


def is_surely_beside(head: bytes, name: str) -> bool | None:
    """The same, as far as how it begins can tell: None where it must be read."""
    if PurePath(name).suffix.lower() in BESIDE_ENDINGS or _is_stamp(head):
        return True
    return None if is_cms(head) else False


def may_be_apart(file: BinaryIO) -> bool:
    """Whether it has the form of a signature, a time stamp, a container or a signed mail: what may hold a
    document, or be over one, without beginning with its bytes.
    """
    sure = is_surely_apart(_head(file))
    return is_asic(file) or is_signed_mail(file) if sure is None else sure


def is_surely_apart(head: bytes) -> bool | None:
    """The same, as far as how it begins can tell: None where it must be read."""
    if is_cms(head) or _is_stamp(head) or is_xml(head):
        return True
    return None if head.startswith(_ZIP) or may_be_mail(head) else False


def is_container(file: BinaryIO) -> bool:
    """Whether it is a container of sealed documents, or an office file: a ZIP that is one document."""
    return is_asic(file) or is_office(file)


def _is_stamp(head: bytes) -> bool:
    """A TimeStampResp, or a token: a CMS signature over a TSTInfo."""
    return _STAMP.match(head) is not None or (is_cms(head) and _TST_INFO in head)


def _sealed(look: SealCheckResult) -> SealCheckResult | None:
    """None for XML without any signature: a report, say."""
    return None if look.finding is Finding.NONE else look


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    return head
