"""A look at a CMS seal: beside an unchanged document, a signature (`.p7s`) or a time stamp; or around it
(`.p7m`, CAdES or CMS with its content). In worker threads.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.cms_form import hold_to_content
from signdesk.seals.reading import der, digests_of, whole
from signdesk.seals.seal_check_result import (
    ASN1_LOCK,
    NotChecked,
    NotIntact,
    SealCheckResult,
    as_result,
    hold_to_document,
    intact,
)

_MOST_SIGNERS = 10
_MOST_ATTRIBUTES = 50  # of one signer; a dozen is much
_NOT_GRANTED = msg(
    "The time stamp was not checked, because the authority did not simply grant it: it refused, or changed "
    "something. Ask it for a new time stamp."
)
_NO_STAMP = msg("The file holds a seal, but no time stamp, though its name says so.")
_GRANTED = bytes.fromhex("3003020100")  # PKIStatusInfo: granted, and nothing more is said


def verify_detached(signature: BinaryIO, content: BinaryIO) -> SealCheckResult:
    """Whether `signature` (DER, PEM or base64, from its start) is intact over all of `content` (the original
    bytes). Where it holds a content of its own, too, that must be the same.

    Both must be seekable. Never raises for what they hold, and never uses the network.
    """
    return as_result(lambda: _look(signature, content))


def verify_timestamp(token: BinaryIO, content: BinaryIO) -> SealCheckResult:
    """The same for an RFC 3161 time stamp: a token, or the answer of a time-stamp authority around it."""
    return as_result(lambda: _look_at_timestamp(token, content))


def digests_covered(seal: BinaryIO) -> frozenset[tuple[str, str]]:
    """What a seal without its document says that it is over: hashlib's name of each digest, and its value in
    lower-case hex (RFC 5652, 11.2; RFC 3161, 2.4.2). Nothing is checked: a look must follow.

    Empty where it holds its document, or is no seal. Seekable. Raises as `as_result`.
    """
    try:
        with ASN1_LOCK:
            signed = cms.signed_data(_token(der(whole(seal))), padded=False)
            return frozenset() if cms.content_in(signed) is not None else frozenset(_covered(signed))
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return frozenset()  # broad as `as_result`


def _covered(signed: Any) -> Iterator[tuple[str, str]]:
    info = signed["encap_content_info"]
    if info["content_type"].native == "tst_info":
        imprint = info["content"].parsed["message_imprint"]
        algorithm = imprint["hash_algorithm"]["algorithm"].native
        yield cms.digest_name(algorithm), imprint["hashed_message"].native.hex()
        return
    for signer in islice(signed["signer_infos"], _MOST_SIGNERS):
        name = cms.digest_name(signer["digest_algorithm"]["algorithm"].native)
        for attribute in islice(signer["signed_attrs"], _MOST_ATTRIBUTES):
            if attribute["type"].native == "message_digest":
                yield name, attribute["values"][0].native.hex()


def _look(signature: BinaryIO, content: BinaryIO) -> SealCheckResult:
    signed = cms.signed_data(der(whole(signature)), padded=False)
    hold_to_content(signed, content)
    return intact(cms.check(signed, digests_of(content)))


def _look_at_timestamp(token: BinaryIO, content: BinaryIO) -> SealCheckResult:
    facts = cms.check(cms.signed_data(_token(der(whole(token))), padded=False), digests_of(content))
    if facts.kind is not SealKind.TIMESTAMP:
        raise NotChecked(_NO_STAMP)
    return intact(facts)


def _token(text: bytes) -> bytes:
    """The token out of a TimeStampResp (RFC 3161, 2.4.2), or `text` where it is none.

    No signature covers the status, so it is held to its one plain value.
    """
    elements = cms.elements(text)
    inner = cms.elements(elements[0][1]) if len(elements) == 1 else []
    if len(inner) == 1 and inner[0][0][:1] == b"\x30" and inner[0][1][:1] == b"\x02":
        raise NotChecked(_NOT_GRANTED)  # a status without a token
    if len(inner) != 2 or inner[0][0][:1] != b"\x30":
        return text
    if inner[0][0] != _GRANTED:
        raise NotChecked(_NOT_GRANTED)
    return inner[1][0]


LARGEST_ENVELOPE_BYTES = 64 << 20  # with copies, a look takes some five times as much memory
_MESSAGE = re.compile(rb"\s*(mime-version|content-[a-z-]+|from|to|subject|received|date)\s*:", re.IGNORECASE)


def verify_enveloping(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    """Whether `result` (DER, BER, PEM or base64) holds exactly the original, under an intact signature.

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `result` must be
    seekable; it is read into memory, up to 64 MiB. Messages of an e-mail program (S/MIME) are not checked.
    Never raises for what the file holds, and never uses the network.
    """
    return as_result(lambda: _look_inside(result, original_sha256, original_size_bytes))


def verify_enveloping_alone(result: BinaryIO) -> SealCheckResult:
    """Whether the signature is intact over what it holds, whatever that is. As above otherwise."""
    return as_result(lambda: intact(_checked_inside(result, lambda _content: True)))


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


def _look_inside(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    def is_original(content: bytes) -> bool:
        return len(content) == original_size_bytes and hashlib.sha256(content).hexdigest() == original_sha256

    return intact(_checked_inside(result, is_original))


def _checked_inside(result: BinaryIO, is_right: Callable[[bytes], bool]) -> SealFacts:
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
