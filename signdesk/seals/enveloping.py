"""A look at a document inside its signature: `.p7m`, CAdES or CMS with its content. In worker threads."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from typing import BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts
from signdesk.seals import cms
from signdesk.seals.cms_form import hold_to_content
from signdesk.seals.reading import der, whole
from signdesk.seals.seal_check_result import (
    ASN1_LOCK,
    NotChecked,
    NotIntact,
    SealCheckResult,
    as_result,
    hold_to_document,
    intact,
)

LARGEST_ENVELOPE_BYTES = 64 << 20  # with copies, a look takes some five times as much memory
_MESSAGE = re.compile(rb"\s*(mime-version|content-[a-z-]+|from|to|subject|received|date)\s*:", re.IGNORECASE)


def verify_enveloping(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    """Whether `result` (DER, BER, PEM or base64) holds exactly the original, under an intact signature.

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `result` must be
    seekable; it is read into memory, up to 64 MiB. Messages of an e-mail program (S/MIME) are not checked.
    Never raises for what the file holds, and never uses the network.
    """
    return as_result(lambda: _look(result, original_sha256, original_size_bytes))


def verify_enveloping_alone(result: BinaryIO) -> SealCheckResult:
    """Whether the signature is intact over what it holds, whatever that is. As above otherwise."""
    return as_result(lambda: intact(_checked(result, lambda _content: True)))


def is_cms(head: bytes) -> bool:
    """Whether a file that begins like this can be a CMS signature (in DER, BER, PEM or base64)."""
    binary = head[:1] == b"\x30" and b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" in head[:20]
    text = head.lstrip()
    return binary or text.startswith((b"-----BEGIN PKCS7-----", b"-----BEGIN CMS-----", b"MII", b"MIA"))


def holds_content(file: BinaryIO) -> bool:
    """Whether the signature has a content of its own. Raises as `as_result`."""
    try:
        with ASN1_LOCK:
            return (
                cms.content_in(cms.signed_data(der(whole(file, LARGEST_ENVELOPE_BYTES)), padded=False))
                is not None
            )
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return False  # broad as `as_result`


def _look(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    def is_original(content: bytes) -> bool:
        return len(content) == original_size_bytes and hashlib.sha256(content).hexdigest() == original_sha256

    return intact(_checked(result, is_original))


def _checked(result: BinaryIO, is_right: Callable[[bytes], bool]) -> SealFacts:
    text = whole(result, LARGEST_ENVELOPE_BYTES)
    if _MESSAGE.match(text):
        raise NotChecked(msg("The seal was not checked, because it lies in an e-mail message (S/MIME)."))
    signed = cms.signed_data(der(text), padded=False)
    content = cms.content_in(signed)
    if content is None:
        raise NotChecked(msg("The seal was not checked, because the document is not inside it."))
    if not is_right(content):
        raise NotIntact(cms.NOT_OVER_THIS)
    hold_to_content(signed, io.BytesIO(content))
    return cms.check(signed, cms.digest_of_bytes(content))
