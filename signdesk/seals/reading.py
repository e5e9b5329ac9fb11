"""Files of seals, read within bounds: whole where a seal may be that large, or digested piece by piece."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from typing import BinaryIO

from signdesk.domain.messages import msg
from signdesk.seals import cms
from signdesk.seals.seal_check_result import NotChecked, NotIntact

LARGEST_SEAL_BYTES = 10 << 20
_CHUNK_BYTES = 1 << 18
_PEM = re.compile(rb"\s*-----BEGIN (PKCS7|CMS)-----\s([A-Za-z0-9+/=\s]+)-----END \1-----\s*")
_BASE64 = re.compile(rb"\s*MI[A-Za-z0-9+/=\s]+")  # how a SEQUENCE of more than 127 bytes begins


def whole(file: BinaryIO, most_bytes: int = LARGEST_SEAL_BYTES) -> bytes:
    """All of a seal's file. Raises NotChecked where it is larger, NotIntact where it is empty."""
    file.seek(0)
    text = file.read(most_bytes + 1)
    if len(text) > most_bytes:
        raise NotChecked(msg("The seal was not checked, because its file is far too large for a seal."))
    if not text:
        raise NotIntact(msg("The file of the seal is empty."))
    return text


def der(text: bytes) -> bytes:
    """What is armoured (PEM) or written in base64, as the bytes it stands for; anything else as it is."""
    armoured = _PEM.fullmatch(text)
    if armoured is None and _BASE64.fullmatch(text) is None:
        return text
    try:
        return base64.b64decode(b"".join((armoured[2] if armoured else text).split()), validate=True)
    except binascii.Error as error:
        raise NotIntact(cms.BROKEN) from error


def digests_of(content: BinaryIO) -> Callable[[str], bytes]:
    """The digest of all of a file by the algorithm that is asked for. NotChecked for unknown ones."""

    def digest_of(algorithm: str) -> bytes:
        content.seek(0)
        digest = hashlib.new(cms.digest_name(algorithm))
        while chunk := content.read(_CHUNK_BYTES):
            digest.update(chunk)
        return digest.digest()

    return digest_of
