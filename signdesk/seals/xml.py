"""A look at an XML file that came back: a signature around the document, inside it, or beside it.

Blocking, in worker threads; the first look imports signxml and lxml.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote

from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.words import say
from signdesk.seals import cms
from signdesk.seals.look import Finding, Look, NotChecked, NotIntact, intact, looked
from signdesk.seals.reading import whole
from signdesk.seals.xml_form import BASE64, DS
from signdesk.seals.xml_signature import LARGEST_XML_BYTES, Covered, check, parsed, signatures_in

_NO_SEAL = Look(Finding.NONE)
_WRITTEN_ANEW = say(
    "The seal is intact over the XML in this file, but the XML was written anew. Without the file that was "
    "sent, at its place and unchanged, it cannot be told whether it is the same document."
)
_BEGINS = re.compile(rb"(\xef\xbb\xbf)?\s*<[?!A-Za-z_]")
_SIGNATURE = re.compile(rb"<(?:[\w.-]+:)?Signature[\s>/]")
Holds = Callable[[bytes], bool]


def is_xml(head: bytes) -> bool:
    """Whether a file that begins like this can be XML (in UTF-8)."""
    return _BEGINS.match(head) is not None


def look_at_xml(
    result: BinaryIO, original_sha256: str, original_size_bytes: int, source: BinaryIO | None = None
) -> Look:
    """Whether `result` holds exactly the original under an intact signature: in base64 inside the signature
    (enveloping), or as the XML that the signature was put into (enveloped).

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `source`: the same
    bytes, where they are at hand; needed where the whole XML was written anew. Seekable files, up to 64 MiB.
    NONE where no signature is in it. Never raises for what the file holds, and never uses the network.
    """

    def holds(content: bytes) -> bool:
        return len(content) == original_size_bytes and hashlib.sha256(content).hexdigest() == original_sha256

    return looked(lambda: _look(whole(result, LARGEST_XML_BYTES), holds, source))


def look_at_xml_alone(result: BinaryIO) -> Look:
    """Whether the signature is intact over what is in the file, whatever that is. As above otherwise."""
    return looked(lambda: _look(whole(result, LARGEST_XML_BYTES), None, None))


def look_at_xml_beside(signature: BinaryIO, content: BinaryIO, name: str) -> Look:
    """Whether a signature file is intact over all of `content`, which it names (`name`, or nothing else).

    As above otherwise; `content` may be of any size.
    """
    return looked(lambda: _look_beside(whole(signature, LARGEST_XML_BYTES), content, name))


def _look(text: bytes, holds: Holds | None, source: BinaryIO | None) -> Look:
    if not _SIGNATURE.search(text):
        return _NO_SEAL
    root = parsed(text)
    signatures = signatures_in(root)
    if not signatures:
        return _NO_SEAL
    if len(signatures) > 1:
        raise NotChecked(cms.UNUSUAL)
    (signature,) = signatures
    checked = check(root, signature, _outside)
    if signature is root:
        is_over = any(
            holds is None or holds(each) for one in checked.covered for each in _enveloped(one, signature)
        )
    else:
        is_over = any(one.uri == "" and one.is_enveloped for one in checked.covered) and (
            holds is None or _is_original(root, text, holds, source)
        )
    if not is_over:
        raise NotIntact(cms.NOT_OVER_THIS)
    if signature is root:
        _hold_to_objects(signature, checked.covered)
    return intact(checked.facts)


def _is_original(root: Any, text: bytes, holds: Holds, source: BinaryIO | None) -> bool:
    """Raises NotChecked where it cannot be told."""
    if _is_put_into(root, text, holds):
        return True
    if source is None:
        raise NotChecked(_WRITTEN_ANEW)
    return _canonical(parsed(whole(source, LARGEST_XML_BYTES))) == _canonical(_unsigned(root))


def _hold_to_objects(signature: Any, covered: Sequence[Covered]) -> None:
    """What lies in it beside the document, under no seal, must not be taken for sealed."""
    elements = {id(one.element) for one in covered if one.element is not None}
    for one in signature.findall(f"{{{DS}}}Object"):
        under = id(one) in elements or any(id(each) in elements for each in one)
        properties = len(one) == 1 and one[0].tag.endswith("}QualifyingProperties")
        if not (under or properties):
            raise NotChecked(cms.UNUSUAL)


def _outside(_uri: str) -> BinaryIO | None:
    raise NotChecked(say("The seal was not checked, because the document is not inside it."))


def _enveloped(one: Covered, signature: Any) -> Iterator[bytes]:
    """What an object inside the signature holds."""
    element = one.element
    if element is None or element.tag != f"{{{DS}}}Object" or element.getparent() is not signature:
        return
    if len(element) or element.get("Encoding", BASE64) != BASE64:
        return
    try:
        inside = base64.b64decode("".join((element.text or "").split()), validate=True)
    except ValueError:
        return
    # Either the reference decodes it itself, or it covers the element with what is decoded here.
    yield inside


def _without(text: bytes, signature: Any, *, blank: bool) -> Iterator[bytes]:
    """The file as it may have been before the signature (with `blank`: and blanks around it) was put in."""
    prefix = f"{signature.prefix}:" if signature.prefix else ""
    start = text.find(f"<{prefix}Signature".encode())
    closing = f"</{prefix}Signature>".encode()
    end = text.rfind(closing)
    if start < 0 or end < start:
        return
    before, after = text[:start], text[end + len(closing) :]
    if not blank:
        yield before + after
        return
    for first in dict.fromkeys((before, before.rstrip(b" \t"), before.rstrip())):
        for last in dict.fromkeys((after, after.lstrip(b"\r\n"), after.lstrip())):
            yield first + last


def _is_put_into(root: Any, text: bytes, holds: Holds) -> bool:
    """Whether the file is the original, byte for byte, with nothing but the signature and blanks put in."""
    (signature,) = signatures_in(root)
    blank = not _text_around(signature).strip()
    form = _squeezed if blank else bytes  # inside a text, a blank more is another text
    for before in _without(text, signature, blank=blank):
        if holds(before):
            return form(_canonical(parsed(before))) == form(_canonical(_unsigned(root)))
    return False


def _text_around(element: Any) -> str:
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return (text or "") + (element.tail or "")


def _canonical(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root.getroottree(), method="c14n"))


def _squeezed(text: bytes) -> bytes:
    return b"".join(text.split())


def _unsigned(root: Any) -> Any:
    """A copy, without its signature."""
    from lxml import etree

    copy = parsed(etree.tostring(root.getroottree()))
    (signature,) = signatures_in(copy)
    _take_out(signature)
    return copy


def _take_out(element: Any) -> None:
    """Without what follows it, which is not its own."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _look_beside(text: bytes, content: BinaryIO, name: str) -> Look:
    root = parsed(text)
    signatures = signatures_in(root)
    if not signatures:
        return _NO_SEAL
    found: list[SealFacts] = []
    for signature in signatures:
        checked = check(signature, signature, lambda uri: content if _names(uri, name) else None)
        if not any(_names(one.uri, name) for one in checked.covered):
            raise NotIntact(cms.NOT_OVER_THIS)
        found.append(checked.facts)
    return intact(next((one for one in found if one.kind is SealKind.XADES), found[0]))


def _names(uri: str, name: str) -> bool:
    """Whether a reference names this file, wherever it lay when it was signed."""
    return bool(uri) and not uri.startswith("#") and PurePosixPath(unquote(uri)).name == name
