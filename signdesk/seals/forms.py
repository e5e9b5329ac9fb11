"""In which form does a seal come, and which look fits? What a file holds decides; its name, only in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from signdesk.seals.asic import is_asic, look_at_asic, look_at_asic_alone
from signdesk.seals.detached import look_at_detached, look_at_timestamp
from signdesk.seals.enveloping import is_cms, look_at_enveloping, look_at_enveloping_alone
from signdesk.seals.look import Finding, Look
from signdesk.seals.pdf import look_at_pdf, look_at_pdf_alone
from signdesk.seals.xml import is_xml, look_at_xml, look_at_xml_alone, look_at_xml_beside

_HEAD_BYTES = 1024
_ZIP = b"PK\x03\x04"
BESIDE_ENDINGS = frozenset([".p7s", ".tsr", ".tst", ".xades"])  # of seals beside an unchanged document
_STAMP = re.compile(
    rb"\x30.{1,5}?\x30\x03\x02\x01\x00\x30", re.DOTALL
)  # RFC 3161, 2.4.2: a granted TimeStampResp
_TIMESTAMPS = frozenset([".tsr", ".tst"])


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: `name` as sent, `sha256` in lower-case hex over all `size_bytes` bytes."""

    name: str
    sha256: str
    size_bytes: int


def look_inside(result: BinaryIO, sent: Sent, source: BinaryIO | None = None) -> Look | None:
    """At a file that should hold the document and its seal. None where it has no form that is known here.

    `source`: the document as it was sent, where it is at hand; XML may have been written anew.

    Seekable files, from their start, here and below. Never raises for what they hold; worker threads only.
    """
    head = _head(result)
    if is_cms(head):
        return look_at_enveloping(result, sent.sha256, sent.size_bytes)
    if head.startswith(_ZIP) and is_asic(result):
        return look_at_asic(result, sent.sha256, sent.size_bytes)
    if b"%PDF-" in head:
        return look_at_pdf(result, sent.sha256, sent.size_bytes)
    return _sealed(look_at_xml(result, sent.sha256, sent.size_bytes, source)) if is_xml(head) else None


def look_beside(file: BinaryIO, name: str, sent: Sent, content: BinaryIO | None) -> Look | None:
    """At a file with another name than the document's: it is around the document, or a seal beside it.

    `content`: the document itself, where it is known. None where this is no seal that is known here.
    """
    ending = PurePath(name).suffix.lower()
    if content is not None and ending in _TIMESTAMPS:
        return look_at_timestamp(file, content)
    if content is not None and ending == ".p7s":
        return look_at_detached(file, content)
    if ending == ".p7m":
        return look_at_enveloping(file, sent.sha256, sent.size_bytes)
    inside = look_inside(file, sent)
    if (
        content is not None
        and is_xml(_head(file))
        and inside is not None
        and inside.finding is not Finding.INTACT
    ):
        return _sealed(look_at_xml_beside(file, content, sent.name))
    return inside


def look_alone(file: BinaryIO) -> Look | None:
    """At a file of which nobody knows what was sent: is every seal in it intact over what is there?"""
    head = _head(file)
    if is_cms(head):
        return look_at_enveloping_alone(file)
    if head.startswith(_ZIP) and is_asic(file):
        return look_at_asic_alone(file)
    if b"%PDF-" in head:
        return look_at_pdf_alone(file)
    return _sealed(look_at_xml_alone(file)) if is_xml(head) else None


def may_be_apart(file: BinaryIO) -> bool:
    """Whether it has the form of a signature, a time stamp or a container: what may hold a document, or be
    over one, without beginning with its bytes.
    """
    head = _head(file)
    if is_cms(head) or _STAMP.match(head):
        return True
    return is_xml(head) or (head.startswith(_ZIP) and is_asic(file))


def _sealed(look: Look) -> Look | None:
    """None for XML without any signature: a report, say."""
    return None if look.finding is Finding.NONE else look


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    return head
