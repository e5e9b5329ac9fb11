"""A look at a detached signature: a `.p7s` file beside an unchanged document. Blocking, in worker threads."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import BinaryIO

from signdesk.domain.words import say
from signdesk.seals import cms
from signdesk.seals.look import Look, NotChecked, NotIntact, intact, looked

_LARGEST_SIGNATURE_BYTES = 10 << 20
_CHUNK_BYTES = 1 << 18
_PEM = re.compile(rb"\s*-----BEGIN (PKCS7|CMS)-----\s+([A-Za-z0-9+/=\s]+)-----END \1-----\s*")


def look_at_detached(signature: BinaryIO, content: BinaryIO) -> Look:
    """Whether `signature` (DER or PEM, from its start) is intact over all of `content` (the original bytes).

    Both must be seekable. Never raises for what they hold, and never uses the network.
    """
    return looked(lambda: _look(signature, content))


def _look(signature: BinaryIO, content: BinaryIO) -> Look:
    signature.seek(0)
    text = signature.read(_LARGEST_SIGNATURE_BYTES + 1)
    if len(text) > _LARGEST_SIGNATURE_BYTES:
        raise NotChecked(say("The seal was not checked, because its file is far too large for a seal."))
    if not text:
        raise NotIntact(say("The file of the seal is empty."))

    def digest_of(algorithm: str) -> bytes:
        content.seek(0)
        digest = hashlib.new(cms.digest_name(algorithm))
        while chunk := content.read(_CHUNK_BYTES):
            digest.update(chunk)
        return digest.digest()

    return intact(cms.check(cms.signed_data(_der(text), padded=False), digest_of))


def _der(text: bytes) -> bytes:
    armoured = _PEM.fullmatch(text)
    if armoured is None:
        return text
    try:
        return base64.b64decode(b"".join(armoured[2].split()), validate=True)
    except binascii.Error as error:
        raise NotIntact(cms.BROKEN) from error
