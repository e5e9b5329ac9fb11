"""A look at a seal beside an unchanged document: a signature (`.p7s`) or a time stamp. In worker threads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealKind
from signdesk.seals import cms
from signdesk.seals.cms_form import hold_to_content
from signdesk.seals.reading import der, digests_of, whole
from signdesk.seals.seal_check_result import (
    ASN1_LOCK,
    NotChecked,
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
